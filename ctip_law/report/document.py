"""The document that is handed over: its parts as plain nouns, the same for every form.

`dossier` makes it from reports, `layout` puts it in order, and each writer gives it a form. All words in it are ready
to be read: no id of the program stands in them. `key` fields alone hold ids, for the hidden columns of a workbook.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

#: The columns of the matrix, in the order in which such matrices have them, and the one that is left to the reader.
COLUMNS = (
    "Article", "What it asks for", "Provision of the law", "Status", "Why", "Recommendation", "Proposed text",
)  # fmt: skip
REVIEW = "Reviewer"
#: How those notes on a clause begin that are no explanation of it.
TO_DECIDE, ON_BREACH = "To decide: ", "If a duty is not performed: "


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a law, quoted by clause. `place` is "section 4(1)(a)", with the law in front where several were read.

    `words` are slices of the law's text on one line, "[...]" between them. `lang` is the law's language, `found` are
    the places in `words` of what the finding rests on.
    """

    place: str
    words: str
    lang: str
    found: tuple[tuple[int, int], ...] = ()

    @property
    def line(self) -> str:
        """The place and its words on one line."""
        return f"{self.place[:1].upper()}{self.place[1:]}: “{self.words}”"


@dataclass(frozen=True, slots=True)
class Clause:
    """A proposed clause. `lines` are (depth, number as printed, words); `answers` the articles it is for."""

    key: str
    heading: str
    lines: tuple[tuple[int, str, str], ...]
    notes: tuple[str, ...]
    answers: tuple[str, ...]

    @property
    def words(self) -> str:
        """The clause with its heading on one line."""
        return " ".join([self.heading, *self._lines()])

    def beginning(self, most: int) -> tuple[str, bool]:
        """The lines below the heading that have up to `most` characters together, and whether these are all; of a
        first line that is longer its beginning."""
        lines = list(self._lines())
        kept = [line for n, line in enumerate(lines) if sum(map(len, lines[: n + 1])) + n <= most]
        if len(kept) == len(lines):
            return " ".join(lines), True
        return f"{' '.join(kept) or lines[0][:most].rsplit(' ', 1)[0]} [...]", False

    def _lines(self) -> Iterator[str]:
        yield from (" ".join(filter(None, (num, words))) for _, num, words in self.lines)


@dataclass(frozen=True, slots=True)
class Review:
    """What a lawyer decided on a finding, all in words; `kind` is "provision" or "element", `key` the finding's id.

    `told` is the decision as a sentence, `machine` the status that the lawyer saw, `stale` what has changed since.
    """

    kind: str
    key: str
    title: str
    told: str
    machine: str
    verdict: str
    reason: str
    sections: str
    reviewer: str
    date: str
    stale: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the matrix. `status` is the id that people are shown, `word` its sign and word.

    `article` is "article 3(a)", `cited` names the instrument with it. `why` are sentences; `proposed` the clauses that
    would answer, in full in the annex; `reviews` are decisions of lawyers as sentences, which stand in the reviewer's
    column and change nothing else.
    """

    key: str
    cited: str
    article: str
    title: str
    strength: str
    nature: str
    status: str
    word: str
    asks: str
    softened: str
    passages: tuple[Passage, ...]
    more: str
    why: tuple[str, ...]
    advice: str
    proposed: tuple[Clause, ...]
    starred: bool
    sections: str
    weak: str
    missing: str
    reviews: tuple[str, ...] = ()

    @property
    def nothing(self) -> str:
        """What stands in the place of a quotation where there is none."""
        return "No provision found." if self.status in ("gap", "not_in_legislation") else "–"


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one instrument and strength under a heading; `meaning` says what the strength is."""

    instrument: str
    heading: str
    meaning: str
    rows: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation: what to do, for which articles, where, and the headings of the text proposed.

    `articles` are cited one by one, `cited` those of an instrument together.
    """

    rank: int
    strength: str
    words: str
    articles: tuple[str, ...]
    proposed: tuple[str, ...]
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the table of penalties, all in words."""

    law: str
    place: str
    offence: str
    least: str
    most: str
    fine: str
    notes: str
    years: tuple[float | None, float | None]

    @property
    def term(self) -> str:
        """Both ends together: "2 to 4 years", "up to 10 years", "5 years or more", "life", "none stated"."""
        if "none stated" in (self.least, self.most):
            if self.least == self.most or self.most == "life":
                return self.most
            return f"up to {self.most}" if self.least == "none stated" else f"{self.least} or more"
        if self.least == self.most:
            return self.least
        number, _, unit = self.least.partition(" ")
        short = unit in ("years", "months") and self.most.partition(" ")[2].startswith(unit)
        return f"{number if short else self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Observation:
    """A defect of drafting. `place` is empty where it rests on silence."""

    key: str
    words: str
    basis: str
    place: str
    articles: tuple[str, ...]
    why: str
    mend: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A section that the matrix cites, whole: (depth, number as printed, words) line by line."""

    law: str
    heading: str
    lang: str
    lines: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class LawRead:
    """A law on the cover: its title and (label, value) facts."""

    title: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """An instrument on the cover and where the State stands towards it, or why it was left out."""

    name: str
    standing: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many duties of one strength and nature have each status (by its id)."""

    strength: str
    heading: str
    nature: str
    numbers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Element:
    """A row of the ledger, for the workbook: what was looked for and the words found."""

    key: str
    label: str
    word: str
    section: str
    quote: str
    way: str
    why: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The findings on one subject as sentences, behind what the instruments ask on it."""

    heading: str
    standard: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A definition of an instrument, taken apart, beside the words of the laws; `lacking` is what they have not."""

    term: str
    cited: str
    asked: tuple[str, ...]
    passages: tuple[Passage, ...]
    more: str
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """All that is said of one law, or of the laws of one country read together.

    `code` is the country's own. `leading` are the most serious findings, `silent` says where no verdict was given.
    `context` are (label, value) facts on the country.
    """

    label: str
    country: str
    code: str
    laws: tuple[LawRead, ...]
    head: tuple[str, ...]
    applied: tuple[Held, ...]
    left_out: tuple[Held, ...]
    counts: tuple[Count, ...]
    aside: int
    leading: tuple[str, ...]
    silent: str
    groups: tuple[Group, ...]
    advice: tuple[Advice, ...]
    penalties: tuple[Term, ...]
    penalties_note: str
    observations: tuple[Observation, ...]
    cited: tuple[Cited, ...]
    proposed: tuple[Clause, ...]
    proposed_notes: tuple[str, ...]
    cautions: tuple[str, ...]
    reading: tuple[str, ...]
    elements: tuple[Element, ...]
    reviews: tuple[Review, ...] = ()
    context: tuple[tuple[str, str], ...] = ()
    themes: tuple[Theme, ...] = ()
    meanings: tuple[Meaning, ...] = ()

    def rows(self) -> Iterator[Finding]:
        """Every row of the matrix, group by group."""
        for group in self.groups:
            yield from group.rows

    def gravest(self) -> tuple[str, ...]:
        """The most serious findings, and behind them, or alone, on how many duties there is no verdict."""
        return tuple(one for one in (*self.leading, self.silent) if one)


@dataclass(frozen=True, slots=True)
class Document:
    """The whole. `errors` are the inputs that were not read; `sources` say what facts on treaties rest on."""

    title: str
    chapters: tuple[Chapter, ...]
    method: tuple[str, ...]
    limits: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    made_with: str
    about: tuple[tuple[str, str], ...]
    errors: tuple[str, ...]

    @property
    def several(self) -> bool:
        """Whether laws or countries are put side by side."""
        return len(self.chapters) > 1
