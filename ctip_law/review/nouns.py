"""A gap analysis that a lawyer has read: what the program says in each row, and what the lawyer says of it.

`workbook`, `sheets` and `toml` read such a file, `agreement` counts where the two agree. A file is used whole or not at
all: everything that is wrong in it is told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ctip_law.errors import CtipError, DataError, InputError, UsageError
from ctip_law.framework import load, resolve_country
from ctip_law.model import Law, Report
from ctip_law.report.rows import flat, sheet
from ctip_law.report.words import ELEMENT, PROVISION, SAID

#: kind of a row, and its id
Key = tuple[str, str]

_STATUSES: dict[str, Mapping[str, tuple[str, str, str]]] = {"provision": PROVISION, "element": ELEMENT}
#: What says that the program's finding is right, whatever it is.
ACCEPTS = ("accept", "accepted", "agree", "agreed")

#: Endings of other spreadsheet files.
_SHEETS = (".ods", ".xls", ".xlsm", ".xlsb", ".numbers")

_LAW_NUMBER = re.compile(r"^\[(\d+)\]\s*")
_LABEL = re.compile(r"^(?:(?:sections?|sec|ss?|articles?|arts?|regulations?|regs?|rules?)\b\.?|§+)\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file says of a law that it is about; the hashes tell one text from another."""

    title: str
    sha256: str = ""
    text_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """The program's side of a row. `status` as people are shown it."""

    status: str
    sections: tuple[str, ...] = ()
    why: str = ""
    quote: str = ""
    strength: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """The reviewer's side of a row; empty fields say nothing. `places`: where a field stands in the file."""

    verdict: str = ""
    sections: tuple[str, ...] = ()
    note: str = ""
    places: Mapping[str, str] = field(default_factory=dict, compare=False)

    def __bool__(self) -> bool:
        return bool(self.verdict or self.sections or self.note)

    @property
    def place(self) -> str:
        """Where the first thing that is said stands."""
        said = (name for name in ("verdict", "sections", "note") if getattr(self, name))
        return next((self.places[name] for name in said if name in self.places), "")


@dataclass(frozen=True, slots=True)
class Row:
    """A provision or an element with both sides; `here` is None where the file does not say what the program found.

    `agreed` is the status that a complete review agrees to by silence, which is the one that the reviewer saw.
    """

    kind: str
    id: str
    said: Said
    here: Here | None = None
    agreed: str = ""

    @property
    def verdict(self) -> str:
        """What the reviewer says, or agrees to by silence; "" where neither."""
        return self.said.verdict or self.agreed

    @property
    def title(self) -> str:
        """The duty, or the element in words."""
        framework = load()
        return framework.provision(self.id).title if self.kind == "provision" else framework.elements[self.id].label


@dataclass(frozen=True, slots=True)
class Review:
    """One file. `complete`: all rows were read, so that an empty one means agreed. `framework` and `lexicon` are the
    versions by which the program's side was found, "" where the file does not say.
    """

    path: str
    laws: tuple[Mark, ...]
    rows: Mapping[Key, Row]
    reviewer: str = ""
    date: str = ""
    complete: bool = False
    country: str = ""
    against: tuple[str, ...] = ()
    framework: str = ""
    lexicon: str = ""

    @property
    def instruments(self) -> tuple[str, ...]:
        """The instruments that the rows belong to, in the framework's order."""
        named = {id.partition("-")[0] for kind, id in self.rows if kind == "provision"} | set(self.against)
        return tuple(id for id in load().instruments if id in named)


def read_reviews(paths: Sequence[str | Path]) -> tuple[list[Review], list[CtipError]]:
    """The files, and all that is wrong in any of them. Raises MissingExtra CT901 for a workbook without openpyxl."""
    from ctip_law.review.sheets import read_csv
    from ctip_law.review.toml import read_toml
    from ctip_law.review.workbook import read_workbook

    readers = {".xlsx": read_workbook, ".toml": read_toml, ".csv": read_csv}
    reviews: list[Review] = []
    wrong: list[CtipError] = []
    for path in map(Path, paths):
        ending = path.suffix.lower()
        if path.is_dir():
            wrong.append(InputError("CT102", "this is a directory", path=str(path), remedy="Name the reviewed file."))
        elif not path.is_file():
            wrong.append(InputError("CT101", "the file does not exist", path=str(path)))
        elif ending not in readers:
            remedy = "Give the workbook that `ctip-law gap -f xlsx` or `review export` wrote, or CSV or TOML."
            remedy = "Save it as .xlsx." if ending in _SHEETS else remedy
            wrong.append(DataError("CT601", "neither .xlsx nor .csv nor .toml", path=str(path), remedy=remedy))
        else:
            review, errors = readers[ending](path)
            reviews += [_with_silence(review)] if review else []
            wrong += errors
    return reviews, wrong


def _with_silence(review: Review) -> Review:
    """The review with the status that each silent row agrees to, if silence is to mean that."""
    if not review.complete:
        return review
    rows = {key: replace(row, agreed=row.here.status if row.here else "") for key, row in review.rows.items()}
    return replace(review, rows=rows)


def status(kind: str, words: str) -> str:
    """The status that is meant by "● met", "Not in legislation", "differs" or its id; "" where none is."""
    plain = re.sub(r"^[^\w]+", "", words.replace("_", " ")).strip().casefold()
    named = {word: id for id, (_, word, _) in _STATUSES[kind].items()}
    named |= {id.replace("_", " "): id for id in _STATUSES[kind]}
    if words.strip() in {sign for sign, _, _ in _STATUSES[kind].values()}:
        return next(id for id, (sign, _, _) in _STATUSES[kind].items() if sign == words.strip())
    return named.get(plain, "")


def verdict_of(kind: str, words: str, found: str) -> str:
    """The status that a reviewer means, `found` being the program's: "accepted" stands for it; "" where it is none."""
    if words.strip().casefold() in ACCEPTS:
        return found
    said = status(kind, words)
    return said if said in SAID[kind] or said == found else ""


def word(kind: str, status: str) -> str:
    """A status as the workbook prints it, without its sign."""
    return _STATUSES[kind][status][1]


def choices(kind: str) -> str:
    """The words that a reviewer may give."""
    return ", ".join([*(word(kind, id) for id in SAID[kind]), ACCEPTS[1]])


def known(kind: str, id: str) -> bool:
    """Whether the framework has such a provision or element."""
    framework = load()
    return id in framework.elements if kind == "element" else any(one.id == id for one in framework.provisions())


def known_country(country: str) -> bool:
    """Whether a file names no country, or one that there is."""
    try:
        return not country or bool(resolve_country(country))
    except UsageError:
        return False


def split_sections(text: str) -> tuple[str, ...]:
    """ "[1] 2, 3; [2] 14" as ("[1] 2", "[1] 3", "[2] 14"): the number of a law holds up to the next semicolon."""
    found: list[str] = []
    for group in re.split(r"[;\n]", text):
        number = ""
        for part in map(str.strip, group.split(",")):
            match = _LAW_NUMBER.match(part)
            number = match.group(0).strip() if match else number
            num = flat(part[match.end() :] if match else part)
            if num:
                found.append(f"{number} {num}" if number else num)
    return tuple(dict.fromkeys(found))


def place_of(section: str) -> tuple[str, str]:
    """Number of the law, "" where none stands, and of the top-level unit: "[2] s. 14(1)(a)" is ("2", "14")."""
    match = _LAW_NUMBER.match(section)
    num = (section[match.end() :] if match else section).strip().rstrip(".").casefold()
    num = _LABEL.sub("", num).strip()
    return match.group(1) if match else "", re.sub(r"(?<=\w)\s*\(.*$", "", num).rstrip(".")


def same_place(first: str, second: str) -> bool:
    """Whether two sections are one; a number without its law may be of any."""
    (law, num), (other, its) = place_of(first), place_of(second)
    return num == its and (not law or not other or law == other)


def findings(report: Report) -> dict[Key, Here]:
    """The program's side of each row, as the workbook has it."""
    found: dict[Key, Here] = {}
    for row in sheet(report).rows():
        quote = " ".join(one.line for one in row.quotes)
        why = reasons(row.why, "; ".join(row.weak), "; ".join(map(str, row.missing)))
        here = Here(row.shown, split_sections(row.sections), why, quote, row.strength)
        found["provision", row.id] = here
    numbers = {law.id: f"[{n}] " for n, law in enumerate(report.ledger.laws, 1)} if len(report.ledger.laws) > 1 else {}
    for one in report.ledger.elements.values():
        first = one.evidence[0] if one.evidence else None
        sections = (f"{numbers.get(first.law, '')}{first.num}",) if first and first.num else ()
        found["element", one.id] = Here(one.status, sections, flat(one.why), flat(first.quote) if first else "")
    return found


def reasons(why: str, weak: str, missing: str) -> str:
    """Why a provision has its status, or what keeps it from being met where no reason is given."""
    parts = [f"in part: {weak}" if weak else "", f"not found: {missing}" if missing else ""]
    return flat(why or "; ".join(filter(None, parts)))


def read_again(review: Review, report: Report) -> tuple[Review, list[CtipError], list[str]]:
    """The review with the program's side of today, what is wrong in it for these laws, and what to be careful of."""
    laws = report.ledger.laws
    wrong, notes = _same_text(review, laws)
    found = findings(report)
    if not wrong:
        wrong = [*_not_there(review, found), *_no_section(review, report)]
    rows = {key: _row_again(review, key, here) for key, here in found.items()}
    marks = tuple(Mark(flat(law.title), law.source.sha256, law.source.text_sha256) for law in laws)
    return replace(review, rows=rows, laws=marks), wrong, notes


def _row_again(review: Review, key: Key, here: Here) -> Row:
    """The row as of today. Silence agreed to what the reviewer saw: to nothing where the row is new, or was left open
    then and is not now; of a file that does not say what the reviewer saw, it is taken to be what the program says now.
    """
    old = review.rows.get(key, Row(*key, said=Said()))
    agreed = old.agreed
    if review.complete and not any(row.here for row in review.rows.values()):
        agreed = here.status
    if agreed not in SAID[old.kind] and agreed != here.status:
        agreed = ""
    return replace(old, here=here, agreed=agreed)


def _same_text(review: Review, laws: Sequence[Law]) -> tuple[list[CtipError], list[str]]:
    """Whether the review is of these laws, by their hashes and in their order, as sections are named by it."""
    if not any(mark.sha256 or mark.text_sha256 for mark in review.laws):
        return [], [f"{review.path} has no SHA-256 of the text that was reviewed, so it may be another one"]
    if len(review.laws) != len(laws):
        remedy = f"Give --law for each of: {'; '.join(mark.title for mark in review.laws)}."
        what = f"the review is of {len(review.laws)} laws read together, and {len(laws)} were given"
        return [DataError("CT601", what, path=review.path, remedy=remedy)], []
    wrong: list[CtipError] = []
    notes: list[str] = []
    for mark, law in zip(review.laws, laws, strict=True):
        if mark.text_sha256 and mark.text_sha256 == law.source.text_sha256:
            continue
        if mark.sha256 == law.source.sha256:
            if mark.text_sha256:
                notes.append(f"{review.path}: {law.source.path} is the same file, and its text is now read otherwise")
            continue
        what = f"the review is of another text than {law.source.path}: SHA-256 {mark.text_sha256 or mark.sha256}"
        remedy = f"Give the text that was reviewed ({mark.title}), in the order of the review."
        wrong.append(DataError("CT601", what, path=review.path, remedy=remedy))
    return wrong, notes


def _not_there(review: Review, found: Mapping[Key, Here]) -> Iterable[CtipError]:
    for key, row in review.rows.items():
        if key not in found and row.said:
            what = f"{row.id} asks nothing of a statute and has no verdict"
            yield DataError("CT601", what, path=review.path, place=row.said.place)


def _no_section(review: Review, report: Report) -> Iterable[CtipError]:
    """The sections of the reviewer that the laws do not have."""
    there = {
        (str(n), place_of(num)[1])
        for n, law in enumerate(report.ledger.laws, 1)
        for num in [*(section.num for section in law.sections()), *_cited(report, law)]
    }
    for row in review.rows.values():
        for section in row.said.sections:
            law, num = place_of(section)
            if not any(num == its and law in ("", other) for other, its in there):
                place = row.said.places.get("sections", "")
                what = f"{row.id}: the law has no section {section}"
                remedy = "Name a section by its number, as the gap analysis does."
                yield DataError("CT601", what, path=review.path, place=place, remedy=remedy)


def _cited(report: Report, law: Law) -> Iterable[str]:
    """The numbers of what the program itself cites, such as a paragraph of a schedule."""
    for finding in report.ledger.elements.values():
        yield from (found.num for found in finding.evidence if found.law == law.id and found.num)
