"""What the pages show, prepared once and apart from the templates. Nothing here knows HTML."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from ctip_law.compare.versions import Change
from ctip_law.corpus import Entry
from ctip_law.errors import CtipError
from ctip_law.framework import Provision
from ctip_law.model import Law, Penalty, ProvisionFinding, Report
from ctip_law.report.words import shown


@dataclass(frozen=True, slots=True)
class Place:
    """A clause that can be linked to: `page` is the law's page, `eid` the anchor, `label` such as "section 3A(1)"."""

    page: str
    eid: str
    label: str
    law: str


@dataclass(frozen=True, slots=True)
class Span:
    """The words that prove an element; offsets in characters of the excerpt's text. `number` is the legend's."""

    start: int
    end: int
    number: int
    element: str
    label: str
    group: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt under the same spans; `ends` are the spans that end with it."""

    text: str
    spans: tuple[Span, ...]
    ends: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A clause as it is shown. `start` is its place in the law's text; `cut_before` and `cut_after` say that words
    of the clause are left out there."""

    place: Place
    heading: str
    text: str
    start: int
    language: str
    spans: tuple[Span, ...]
    cut_before: bool = False
    cut_after: bool = False

    def pieces(self) -> Iterator[Piece]:
        """The text in order, cut where a span starts or ends."""
        edges = sorted({0, len(self.text), *(s.start for s in self.spans), *(s.end for s in self.spans)})
        for start, end in itertools.pairwise(edges):
            over = tuple(s for s in self.spans if s.start <= start and end <= s.end)
            yield Piece(self.text[start:end], over, tuple(s for s in over if s.end == end))


@dataclass(frozen=True, slots=True)
class Mention:
    """An element that was found, at least in part. `number` is 0 where no words of it are marked."""

    number: int
    element: str
    label: str
    group: str
    weak: bool
    why: str
    via: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """An element that was not found, and the section whose words come nearest to it."""

    element: str
    label: str
    nearest: Place | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What was found in the laws of a country on one provision."""

    country: str
    name: str
    finding: ProvisionFinding
    found: tuple[Mention, ...]
    wider: tuple[Mention, ...]
    missing: tuple[Missing, ...]
    excerpts: tuple[Excerpt, ...]
    candidates: tuple[Place, ...]

    @property
    def status(self) -> str:
        """The verdict as people are shown it."""
        return shown(self.finding.status, self.finding.nature, self.finding.principal)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the sections that hold the evidence, each once, the first to cite in front."""
        return tuple(dict.fromkeys(found.num for found in self.finding.evidence if found.num))

    @property
    def strongest(self) -> tuple[Excerpt, ...]:
        """The excerpts, first the one that proves most elements, then in the order of the law."""
        return tuple(sorted(self.excerpts, key=lambda one: -len({s.number for s in one.spans if not s.weak})))

    @property
    def places(self) -> tuple[Place, ...]:
        """The places to cite, each once."""
        return tuple(dict.fromkeys(excerpt.place for excerpt in self.excerpts))


@dataclass(frozen=True, slots=True)
class Former:
    """An earlier version of a law, its text, and what the next one changed in it, section by section. `page` is the
    address that the version keeps."""

    page: str
    entry: Entry
    law: Law
    changes: tuple[Change, ...]

    @property
    def counted(self) -> str:
        """ "2 changed, 1 added"."""
        kinds = [one.kind for one in self.changes]
        return ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)) or "nothing"


@dataclass(frozen=True, slots=True)
class Official:
    """An official text that the user fetched. `same`: it is the very text that was restated, by its hash. `sections`
    are its words by the number of the section; `code` is that of the error where it could not be read."""

    language: str
    same: bool
    sections: dict[str, str]
    code: str = ""


@dataclass(frozen=True, slots=True)
class LawView:
    """A law of the corpus with its entry; `cited` holds per section (by eid) the provisions it is evidence for.

    `page` is the address of the law, whose text is that of its last version; `permanent` that of this version.
    `original` is the language of the law itself, which the restatement may not be in; `official` its official text,
    where the user has fetched it and wants it shown. `amending` are the acts whose changes are in the text;
    `principal` is what an amending act amends.
    """

    page: str
    permanent: str
    country: str
    country_name: str
    entry: Entry
    law: Law
    cited: dict[str, tuple[str, ...]]
    penalties: tuple[tuple[Place, Penalty], ...]
    repealed: tuple[str, ...] = ()
    principal: str = ""
    former: tuple[Former, ...] = ()
    amending: tuple[Former, ...] = ()
    original: str = ""
    official: Official | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        """What must be said wherever a verdict on this law is read: "bill", "amending", "extract", "repealed: chapter
        18"."""
        made = [self.law.kind] if self.law.kind in ("bill", "amending") else []
        if "(repealed" in self.entry.title.casefold():  # so the corpus names an act that no longer holds
            made.append("repealed")
        elif self.repealed:
            made.append(f"repealed: {', '.join(self.repealed)}")
        if not self.law.complete:
            made.append("extract")
        return tuple(made)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact on a State with the code of its source; `checked` is false where nobody has checked it."""

    name: str
    value: str
    source: str
    checked: bool


@dataclass(frozen=True, slots=True)
class TreatyRow:
    """Where a State stands towards a treaty; `unchecked` names the fields that rest on memory."""

    id: str
    name: str
    status: str
    meaning: str
    events: tuple[Fact, ...]
    reservations: Fact | None
    note: str
    source: str
    as_of: str
    checked: bool


@dataclass(frozen=True, slots=True)
class StatuteRow:
    """A principal statute that the framework knows of, read or not."""

    title: str
    details: tuple[Fact, ...]
    source: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Flaw:
    """A named defect of the law with its fix."""

    id: str
    label: str
    places: tuple[Place, ...]
    provisions: tuple[str, ...]
    why: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateView:
    """A state: facts. Where no text of it is held that is all, and nothing was assessed.

    `groups` are ids of regional bodies, `sources` {code: what it is}.
    """

    code: str
    name: str
    facts: tuple[Fact, ...] = ()
    groups: tuple[str, ...] = ()
    treaties: tuple[TreatyRow, ...] = ()
    statutes: tuple[StatuteRow, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return self.code.lower()

    @property
    def page(self) -> str:
        return f"country/{self.slug}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryView(StateView):
    """A state of which texts are held: laws and findings too. `lacks` are its laws on the matter that are not held."""

    report: Report
    laws: tuple[LawView, ...]
    cells: dict[str, Cell]
    flaws: tuple[Flaw, ...]
    cautions: tuple[str, ...]
    lacks: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of its laws; "in part" where not every law has one: "bill", "extract in part"."""
        of = [tuple(mark.partition(":")[0] for mark in law.marks) for law in self.laws]
        kinds = dict.fromkeys(mark for marks in of for mark in marks)
        return tuple(kind if all(kind in marks for marks in of) else f"{kind} in part" for kind in kinds)


@dataclass(frozen=True, slots=True)
class Unread:
    """A law of the corpus whose file could not be read, and why."""

    entry: Entry
    country_name: str
    error: CtipError

    @property
    def page(self) -> str:
        return f"law/unread/{self.entry.country.lower()}/{self.entry.path.stem}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the laws of a country say to a question that no duty of the instruments held here covers.

    `found` are the elements of the question that were found; `excerpts` hold the words that prove them. `left_out`:
    nothing was found, and extracts alone were read, whose silence says nothing of it. `doubted`: where words stand that
    a rule took for one of the elements, in a section that reads nothing like it.
    """

    country: CountryView
    found: tuple[Mention, ...]
    excerpts: tuple[Excerpt, ...]
    left_out: bool = False
    doubted: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers. `page` is where they are read: a provision's page, or one of its own."""

    id: str
    words: str
    page: str
    elements: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A column group of the matrix: the provisions of a subject, of one instrument."""

    instrument: str
    cluster: str
    name: str
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class SiteData:
    """All that the pages need. `judged` are the provisions that ask something of a statute, `provisions` all of the
    instruments, both in the framework's order; `drafts` holds our model clauses as text, by provision; `labelled` how
    many laws in each language were labelled by hand; `states` are the members of the Bali Process of which the corpus
    holds no text, and countries none of whose laws could be read; `unread` are the laws that could not."""

    countries: tuple[CountryView, ...]
    provisions: tuple[Provision, ...]
    judged: tuple[Provision, ...]
    groups: tuple[Group, ...]
    instruments: tuple[str, ...]
    tool: dict[str, str]
    drafts: dict[str, str]
    accuracy: dict[str, dict[str, float]]
    labelled: dict[str, int] = field(default_factory=dict)
    states: tuple[StateView, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def laws(self) -> tuple[LawView, ...]:
        return tuple(law for country in self.countries for law in country.laws)

    def cells(self, provision: str) -> tuple[Cell, ...]:
        """The cells of a provision, one for each country in the order of their names."""
        return tuple(country.cells[provision] for country in self.countries)
