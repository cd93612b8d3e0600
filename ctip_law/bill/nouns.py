"""The nouns of an amending bill: what it changes, what it asks, what became of the verdicts when it was carried out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ctip_law.draft import DraftSection
from ctip_law.draft.numbers import roman
from ctip_law.model import Law, Report

Kind = Literal["insert", "define", "words", "repeal"]


@dataclass(frozen=True, slots=True)
class Change:
    """One clause of the bill: `num` and `heading`, the `order` and the `quoted` words that it puts into the law.

    `unit` is the number of the unit it changes, or after which it inserts; `after` is set where an earlier clause puts
    units in there already, and is the last of these. `sections` are the new sections, `duties`
    what they are to answer, `defects` what they are to mend, `note` why. `effect` is what the proof found against it,
    "" where it does what it is for.
    """

    kind: Kind
    num: str
    heading: str
    order: str
    unit: str
    quoted: str = ""
    after: str = ""
    sections: tuple[DraftSection, ...] = ()
    duties: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    note: str = ""
    effect: str = ""

    def lines(self, marks: tuple[str, str]) -> tuple[str, ...]:
        """The words of the clause, a line each; the quoted words stand between the marks, or by themselves where there
        are none."""
        if not self.quoted:
            return (self.order,)
        first, last = marks
        apart = () if first else ("",)
        return (self.order, *apart, *f"{first}{self.quoted}{last}".split("\n"))


@dataclass(frozen=True, slots=True)
class Question:
    """What the reading of the law does not decide. `ids` are duties or defects, `place` is the nearest section,
    `drafts` says that a call which names the ids drafts what is asked about."""

    ids: tuple[str, ...]
    place: str
    words: str
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The verdict on a provision before and after the bill; `asked` where the bill is to answer it."""

    id: str
    title: str
    before: str
    after: str
    asked: bool
    worse: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """What carrying the bill out showed. `orders` were read in the bill, `applied` carried out; `failures` are
    sentences on what was not, `lost` words that are not where they should be. `defects` are the ids before and after;
    `silent` are sentences on what the law, with what the bill puts in, is silent on and was not asked before."""

    law: Law
    report: Report
    rows: tuple[Row, ...]
    orders: int
    applied: int
    failures: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    defects: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    silent: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the bill does all that it is for and no harm."""
        return not (self.failures or self.lost)


@dataclass(frozen=True, slots=True)
class Frame:
    """The two units of a bill that holds all its changes as a list in the first: "Pasal I" and "Pasal II", with the
    lines of the last."""

    first: str
    last: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill that amends `law`. `head` is how its clauses are numbered, with {n} or in Roman {r}, `clause` what they
    are called, `first` the heading and the lines of clause 1, `frame` what stands around the clauses where they are a
    list; `marks` stand around the new words. `unit` is what the law is cited by, `note` the heading behind which its
    text is over.

    `asked` are the duties that it is to answer, `left` those that it leaves alone with the reason, `blanks` the words
    to be filled in. `proof` is what carrying it out showed, None before that.
    """

    law: Law
    title: str
    long_title: str
    first: tuple[str, tuple[str, ...]]
    changes: tuple[Change, ...]
    questions: tuple[Question, ...] = ()
    consequential: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    tradition: str = "common"
    head: str = "{n}."
    clause: str = "clause"
    unit: str = "section"
    note: str = "Explanatory note"
    marks: tuple[str, str] = ("“", "”.")
    frame: Frame | None = None
    asked: tuple[str, ...] = ()
    proof: Proof | None = field(default=None, compare=False)

    def number(self, num: str) -> str:
        """The number by which a clause is cited: 2, or II."""
        return roman(int(num)).upper() if "{r}" in self.head else num

    def printed(self, num: str) -> str:
        """The head of a clause: "2.", "Artículo II."."""
        return self.head.format(n=num, r=self.number(num))

    def opening(self) -> tuple[str, tuple[str, ...]]:
        """The head and the lines of what comes before the changes."""
        heading, lines = self.first
        return self.frame.first if self.frame else f"{self.printed('1')} {heading}", lines

    def laid(self, change: Change) -> tuple[str, tuple[str, ...]]:
        """The head and the lines of a clause; in a list it has no head, and its number stands before its words."""
        lines, num = change.lines(self.marks), self.printed(change.num)
        return ("", (f"{num} {lines[0]}", *lines[1:])) if self.frame else (f"{num} {change.heading}", lines)

    @property
    def text(self) -> str:
        """The statutory text alone, as it is read back."""
        return "\n".join(self.text_lines())

    def text_lines(self) -> list[str]:
        """The lines of `text`."""
        lines = [self.title, "", self.long_title, ""]
        for head, words in (self.opening(), *map(self.laid, self.changes)):
            lines += [*filter(None, [head]), *words, ""]
        return [*lines, self.frame.last, *self.frame.words, ""] if self.frame else lines
