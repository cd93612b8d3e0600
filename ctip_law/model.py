"""The nouns. Every step of the data flow takes one of these and returns the next.

    file --read--> Document --structure--> Law --annotate--> Law --match--> Ledger --assess--> Report

All offsets are code points into the text of the document as read (`Document.text`, `Law.text`), which is what
`ctip-law parse -f text` prints. A quote is always `text[start:end]`. Ages and terms are in years, periods in days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

#: Kinds of the unit that a law is cited by. In one law usually one of them.
TOP_KINDS = frozenset({"section", "article", "regulation", "rule"})

ElementStatus = Literal["present", "weak", "absent", "unread"]
ProvisionStatus = Literal[
    "met", "partial", "gap", "elsewhere", "divergence", "unclear", "not_assessed", "not_legislative"
]
Strength = Literal["mandatory", "qualified", "optional", "interpretive", "recommendation"]
Basis = Literal["text", "silence"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of source text that belongs together: a line, a paragraph, a cell.

    `kind`, `num`, `depth` and `heading` hold only what the markup itself says (XML elements, HTML classes);
    they stay empty for plain text, where the structure stages decide. `depth` is -1 when unknown.
    `style` carries layout hints: "h1".."h6", "bold", "center", "margin", "li", "indent:2".
    """

    start: int
    end: int
    kind: str = ""
    num: str = ""
    heading: str = ""
    depth: int = -1
    eid: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that a reader or a stage made to what it read; `before` and `after` in the text's own words.

    `code` (`errors.CODES`) is set where the user is to be told of it beside the law."""

    start: int
    end: int
    before: str
    after: str
    why: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a law's text came from. `sha256` is of the file's bytes, `text_sha256` of the text as read (UTF-8)."""

    path: str
    sha256: str
    text_sha256: str
    format: str
    official: bool = False
    licence: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader returns: the text as read and the blocks it falls into, in order, not overlapping.

    `marked` is true where the format's own markup gives the structure (AKN, CLML, USLM ...), so that the
    structure stages only assemble the tree. `meta` holds what the file says of itself: "title", "language",
    "country", "version", "in_force", "kind", "uri", "restatement".
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    marked: bool = False
    meta: dict[str, str] = field(default_factory=dict)
    leftovers: tuple[Leftover, ...] = ()
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A unit of a law (AKN: hierarchical element). `text` is set on leaves; `intro` is the chapeau and
    `wrap_up` the words after the items where there are children. `num` is the number alone in Western digits
    ("12", "4A", "3 bis"); `num_printed` is as it stands. `start`/`end` cover the clause with its children, `num_at` and
    `heading_at` are where number and heading stand, None where a file gives them apart from its text.
    """

    eid: str
    kind: str
    num: str = ""
    num_printed: str = ""
    heading: str = ""
    intro: str = ""
    text: str = ""
    wrap_up: str = ""
    start: int = 0
    end: int = 0
    children: tuple[Clause, ...] = ()
    lang: str = ""
    flags: tuple[str, ...] = ()
    num_at: tuple[int, int] | None = None
    heading_at: tuple[int, int] | None = None

    def walk(self) -> Iterator[Clause]:
        """This clause and all below it, in the order of the source."""
        yield self
        for child in self.children:
            yield from child.walk()

    def __str__(self) -> str:
        return "\n".join(self._lines(0))

    def _lines(self, depth: int) -> Iterator[str]:
        words = self.heading or self.intro or self.text
        label = f"{self.kind} {self.num}".rstrip()
        yield f"{'  ' * depth}{label}{': ' if words else ''}{words[:60].replace(chr(10), ' ')}"
        for child in self.children:
            yield from child._lines(depth + 1)


@dataclass(frozen=True, slots=True)
class Component:
    """A part beside the operative body: "preface", "preamble", "schedule_1", "explanatory_note" ...

    An "other_law" is another instrument in the same file, with `title`, `number` and `date` as its title says them; its
    units are cited with it and never under the law's own numbers.
    """

    name: str
    clauses: tuple[Clause, ...]
    start: int = 0
    end: int = 0
    title: str = ""
    number: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words that are no part of the law's tree. `kind`: running head, page number, contents, note, unplaced."""

    start: int
    end: int
    text: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every non-blank line of the text is placed, outside (preface, conclusions), furniture or unplaced."""

    lines: int = 0
    placed: int = 0
    outside: int = 0
    furniture: int = 0
    unplaced: int = 0


@dataclass(frozen=True, slots=True)
class Caution:
    """What a reader must know of how a law was read: a code (`errors.CODES`) and a sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term. `start`/`end` cover the whole entry, term and meaning. `scope` is "act", or the eid of the
    clause that the definition is limited to. `target` names where the meaning is given ("section 3", another Act).
    """

    term: str
    eid: str
    start: int
    end: int
    scope: str = "act"
    target: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another unit or law. `target` is an eid of this law, or a name; `kind`: internal, act, treaty."""

    start: int
    end: int
    kind: str
    target: str
    eid: str = ""


@dataclass(frozen=True, slots=True)
class Penalty:
    """One tier of a penalty, terms in years. `fine`: "yes" added to prison, "alternative" instead of it, "no".

    `grade` is the class that the text gives the offence ("felony of the second degree"); where it gives no more, what
    the class costs stands elsewhere and the row has no term. `inserted` is the number that the row's section will have
    in the law that this one amends ("279.01"); `section` is the one that inserts it.
    """

    section: str
    eid: str
    offence: str
    start: int
    end: int
    min_years: float | None = None
    max_years: float | None = None
    life: bool = False
    death: bool = False
    fine: str = "no"
    derived_from: str | None = None
    grade: str = ""
    inserted: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change that an amending act orders in another law: `action` (insert, substitute, repeal, renumber) at `place`
    of `act`, ordered by the clause `eid`, in words `order`. `num` is the place in the amending act ("3(b)").

    `new` is `text[start:end]`, the words that are to stand there (without any, the order's own place), `clauses` the
    units that they are, with their own numbers; `old` the words that go.
    """

    name: str
    action: str
    act: str
    place: str
    num: str
    eid: str
    start: int
    end: int
    old: str = ""
    new: str = ""
    order: str = ""
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Age:
    """An age limit in years. `op` is "<", "<=", ">" or ">=": "under eighteen" is ("<", 18)."""

    start: int
    end: int
    op: str
    years: int
    of: str = ""
    eid: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """A statute as a clause model. `id` is the FRBR work URI (AKN Naming Convention), e.g. `/akn/my/act/2007/670`.

    `clauses` is the operative body only, parts and chapters holding sections. `operative` are stretches of the text
    outside them that read like operative law: evidence without a section number.
    """

    id: str
    title: str
    language: str
    text: str
    source: Source
    clauses: tuple[Clause, ...]
    country: str = ""
    kind: str = "act"
    version: str = ""
    in_force: str = ""
    complete: bool = True
    restatement: bool = False
    profile: str = ""
    components: tuple[Component, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    ages: tuple[Age, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    coverage: Coverage = Coverage()
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[Caution, ...] = ()
    operative: tuple[tuple[int, int], ...] = ()

    def sections(self) -> tuple[Clause, ...]:
        """The top-level units (section, article, regulation, rule) of the body, in the order of the source."""
        return tuple(_top_units(self.clauses))

    def __str__(self) -> str:
        return "\n".join(str(clause) for clause in self.clauses)


def _top_units(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    for clause in clauses:
        if clause.kind in TOP_KINDS:
            yield clause
        else:
            yield from _top_units(clause.children)


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """What the clause that holds some words does with them, as read; an empty field says that nothing was read.

    `operative`: "yes", or why it orders nothing ("repealed", "proposed", "mention"). `polarity`: "affirmed", "denied".
    `modality`: "must", "may", "may only", "must not", "is entitled". `beneficiary` and `actor`: for or against whom,
    and who acts. `limit`: the words of a condition. `offence`: the offence that it speaks of.
    """

    operative: str = ""
    polarity: str = ""
    modality: str = ""
    beneficiary: str = ""
    limit: str = ""
    offence: str = ""
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """What a law is made for, and what of it no longer holds.

    `kind`: "amending" where it puts words into another law, "regulation" where it is made under one, else "".
    `principal` names that other law as the text does, "" where it gives no name. `repealed` are the units that the text
    itself says are repealed ("chapter 18"); they answer nothing.
    """

    kind: str = ""
    principal: str = ""
    repealed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove an element: `quote` is `text[start:end]` of the law `law`; `rule` found them;
    `via` is the path, such as ("definition of exploitation",); `clause` is what their clause does with them."""

    law: str
    eid: str
    num: str
    start: int
    end: int
    quote: str
    rule: str
    via: tuple[str, ...] = ()
    clause: ClauseReading | None = None


@dataclass(frozen=True, slots=True)
class ElementFinding:
    """What was found on one element of the framework, evidence in order of strength."""

    id: str
    status: ElementStatus
    confidence: float = 1.0
    why: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A section that was looked at and not counted, with the BM25 score and the reason."""

    law: str
    eid: str
    num: str
    score: float
    rejected: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All elements of the framework, each once, in the framework's order, for the laws read together.

    `flaws` holds what rules found of named defects, by defect id. `readings` are the matcher's own views of the laws
    (`match.Reading`), kept so that later steps need not read a law twice.
    """

    laws: tuple[Law, ...]
    elements: dict[str, ElementFinding]
    alarm: str | None = None
    flaws: dict[str, ElementFinding] = field(default_factory=dict)
    readings: tuple[object, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ProvisionFinding:
    """The verdict on one treaty provision.

    `principal` names in words the law that was not read and may answer it, where an amending act or a regulation says
    nothing on it: such a gap is shown to people as not assessed. `look_in` are the kinds of law, in words, of which the
    bundle has none and in which what was not found may stand.
    """

    id: str
    status: ProvisionStatus
    strength: str
    nature: str
    verified: str
    confidence: float
    present: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    nearest: dict[str, Candidate] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    why: str = ""
    cautions: tuple[str, ...] = ()
    principal: str = ""
    look_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DefectFinding:
    """A named defect, explained, with a fix. `basis`: words of the law show it ("text"), or no rule was found that
    would keep it from being one ("silence"); then `why` begins "no rule was found that" and `silence` is that sentence.
    """

    id: str
    provisions: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    why: str
    fix: str
    basis: Basis = "text"
    silence: str = ""

    def title(self, label: str) -> str:
        """What it is called before people: the framework's label, or what no rule was found for."""
        return f"{self.silence[:1].upper()}{self.silence[1:]}" if self.basis == "silence" else label


@dataclass(frozen=True, slots=True)
class ReadingCheck:
    """One thing that the soundness of a reading is judged by: what was counted, and whether it is enough."""

    id: str
    sound: bool
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a lawyer says of one finding, kept beside it: `verdict` is theirs, "" for a remark alone, `machine` the
    status that they saw. `stale` says what has changed since; `kind` is "provision" or "element".
    """

    kind: str
    id: str
    verdict: str
    machine: str
    reason: str = ""
    sections: tuple[str, ...] = ()
    reviewer: str = ""
    date: str = ""
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The gap analysis of one law or of several read together.

    `reading` says how sound the reading is; `withheld` are the defects of silence that were not named for want of a
    sound one, each with the reason. `manners` says by the law's id what each law is made for, `unread` by the id of an
    amending act or a regulation which law was not read with it. `decisions` are what lawyers said of the findings,
    and change nothing in them. `lens` is the id of the lens that left out what it does not ask for; "" without one.
    """

    ledger: Ledger
    provisions: tuple[ProvisionFinding, ...]
    defects: tuple[DefectFinding, ...]
    instruments: tuple[str, ...]
    country: str = ""
    reading: tuple[ReadingCheck, ...] = ()
    withheld: dict[str, str] = field(default_factory=dict)
    manners: dict[str, Manner] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    lens: str = ""
