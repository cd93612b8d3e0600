"""The document as a row of blocks, in the order in which it is read. Writers know blocks only.

A `Turn` begins a page, upright or on its side; a `Grid` is a table whose head repeats on every page. Text in blocks is
plain: each writer makes it inert in its own form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ctip_law.report.document import COLUMNS, REVIEW, Chapter, Clause, Count, Document, Finding, Held, Observation
from ctip_law.report.naming import NATURES, STRENGTHS
from ctip_law.report.rows import flat, printable
from ctip_law.report.words import PROVISION

#: Characters of a proposed text that the matrix shows; the annex has it whole.
SHOWN = 520
#: Signs of a line across a page on its side in the small print of the matrix, and lines that surely stand on a page.
_PER_LINE, _LINES = 170, 38


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of a cell. `kind`: "" (plain), "strong", "quote" or "small"; `lang` where it is not English; `found`
    are the places in it of what a finding rests on, which are marked.
    """

    text: str
    kind: str = ""
    lang: str = ""
    found: tuple[tuple[int, int], ...] = ()

    def runs(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces without control characters, each with whether a finding rests on it."""
        if not self.found:
            return ((flat(self.text), False),)
        made, at = [], 0
        for start, end in self.found:
            made += [(self.text[at:start], False), (self.text[start:end], True)]
            at = end
        return tuple((printable(words), found) for words, found in (*made, (self.text[at:], False)) if words)


Cell: TypeAlias = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document and the lines under it."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents, down to headings of the level `depth`."""

    depth: int = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page, `wide` for one on its side."""

    wide: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A heading; `level` is 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `kind` as in `Words`; `depth` is its indent; `keeps` says that it stays with what follows."""

    text: str
    kind: str = ""
    depth: int = 0
    num: str = ""
    lang: str = ""
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list without numbers, or with them."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are shares of the line in hundredths; `caption` is what it is called. A table of facts has no
    `heads`: its first column names the second. `small` print is for tables of long texts.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    status: int = -1  # the column of the status, which may be coloured by `statuses`
    statuses: tuple[str, ...] = ()
    small: bool = False


Block: TypeAlias = Title | Contents | Turn | Head | Text | Items | Grid


@dataclass(frozen=True, slots=True)
class Handout:
    """A document whose blocks were put in order elsewhere, as of one that a template makes."""

    title: str
    blocks: tuple[Block, ...]
    lang: str = "en"


def layout(document: Document | Handout) -> tuple[Block, ...]:
    """All blocks of the document."""
    return document.blocks if isinstance(document, Handout) else tuple(_blocks(document))


def _blocks(document: Document) -> Iterator[Block]:
    yield from _cover(document)
    if document.several:
        yield from _comparison(document)
    for chapter in document.chapters:
        yield from _chapter(chapter, document.several)
    yield Turn()
    yield Head(1, "Method and limits")
    yield Head(2, "Method")
    yield from (Text(words) for words in document.method)
    yield Head(2, "Limits")
    yield Items(document.limits)
    if any(chapter.cautions or chapter.reading for chapter in document.chapters):
        yield Head(2, "How the text was read")
        for chapter in document.chapters:
            if document.several:
                yield Text(chapter.label, "strong")
            yield Items((*chapter.cautions, *chapter.reading))
    if document.sources:
        yield Head(2, "Sources of the facts on ratification")
        yield Items(document.sources)
    yield Text(document.made_with, "small")


def _cover(document: Document) -> Iterator[Block]:
    """What was read, and against what."""
    first = document.chapters[0]
    under = () if document.several else (first.country,) if first.country and first.country != first.label else ()
    titles = () if document.several else tuple(law.title for law in first.laws if law.title != first.label)
    yield Title(document.title, (*under, *titles))
    yield Head(1, "What was read")
    for chapter in document.chapters:
        if document.several:
            yield Head(2, chapter.label)
        for n, law in enumerate(chapter.laws, 1):
            title = f"[{n}] {law.title}" if len(chapter.laws) > 1 else law.title
            rows = tuple(_fact(label, value) for label, value in (("Law", title), *law.facts))
            yield Grid(law.title, (), rows, (26, 74))
        yield from (Text(line) for line in chapter.head)
    if document.errors:
        yield Head(2, "What could not be read or judged")
        yield Items(document.errors)
    yield Turn()
    yield Contents(1 if document.several else 2)
    yield Turn(wide=len(document.chapters) > 2)
    yield Head(1, "Instruments")
    applied, left = [one.applied for one in document.chapters], [one.left_out for one in document.chapters]
    for heading, held in (("Applied", applied), ("Left out, and why", left)):
        if held[0]:
            yield Head(2, heading)
            yield _standing(f"Instruments: {heading.lower()}", [chapter.label for chapter in document.chapters], held)
    yield Head(1, "What the signs mean")
    signs = [_fact(sign, meaning) for sign, meaning in document.legend]
    if any(one.found for chapter in document.chapters for row in chapter.rows() for one in row.passages):
        tint = Words("marked words", found=((0, 12),))
        signs.append(((tint,), (Words("In a quotation: the words that the finding rests on."),)))
    yield Grid("Signs", (), tuple(signs), (26, 74))


def _standing(caption: str, labels: Sequence[str], held: Sequence[Sequence[Held]]) -> Grid:
    """A row for each instrument; where there are several, a column for each law or country."""
    rows = tuple(
        ((Words(together[0].name, "strong"),), *((Words(one.standing),) for one in together))
        for together in zip(*held, strict=True)
    )
    if len(labels) == 1:
        return Grid(caption, (), rows, (45, 55))
    share = 72 // len(labels)
    shares = (100 - share * len(labels), *([share] * len(labels)))
    return Grid(caption, ("Instrument", *labels), rows, shares, small=len(labels) > 3)


def _fact(label: str, value: str) -> tuple[Cell, ...]:
    return (Words(label, "strong"),), (Words(value),)


def _comparison(document: Document) -> Iterator[Block]:
    """A row for each article, a column for each law or country."""
    yield Turn(wide=True)
    yield Head(1, "Side by side")
    labels = tuple(chapter.label for chapter in document.chapters)
    share = max(6, 60 // len(labels))
    widths = (14, max(14, 86 - share * len(labels)), *([share] * len(labels)))
    tables = [{row.key: row for row in chapter.rows()} for chapter in document.chapters]
    for group in document.chapters[0].groups:
        rows = []
        for row in group.rows:
            cells = [found.get(row.key) for found in tables]
            told = tuple((Words(f"{one.word} {one.sections}".strip()),) if one else (Words(""),) for one in cells)
            rows.append(((Words(_article(row)),), (Words(row.title),), *told))
        yield Head(2, group.heading)
        yield Grid(group.heading, ("Article", "Duty", *labels), tuple(rows), widths, small=len(labels) > 3)


def _chapter(chapter: Chapter, several: bool) -> Iterator[Block]:
    name = f"{chapter.label}: " if several else ""
    yield Turn()
    yield Head(1, f"{name}Executive summary" if several else "Executive summary")
    yield from _laws(chapter)
    yield from _summary(chapter)
    yield from _advice(chapter, name)
    yield Turn(wide=True)
    yield Head(1, f"{name}Matrix")
    yield from _laws(chapter)
    for group in chapter.groups:
        yield Head(2, group.heading)
        yield Text(f"{group.meaning[:1].upper()}{group.meaning[1:]}. {_tally(group.rows)}", "small", keeps=True)
        yield _matrix(group.heading, group.rows)
    yield Turn()
    yield from _penalties(chapter, name)
    yield from _observations(chapter, name)
    yield from _annexes(chapter, name)


def _laws(chapter: Chapter) -> Iterator[Block]:
    """How sections of several laws are cited."""
    if len(chapter.laws) > 1:
        told = "; ".join(f"[{n}] {law.title}" for n, law in enumerate(chapter.laws, 1))
        yield Text(f"Sections are cited with the number of their law: {told}.", "small")


def _summary(chapter: Chapter) -> Iterator[Block]:
    """Counts per strength, those of duties that a measure can answer in a table of their own; then what is gravest."""
    for nature, heading in NATURES.items():
        counts = [one for one in chapter.counts if one.nature == nature]
        if counts:
            yield Head(2, heading)
            yield _count_table(heading, counts)
    if chapter.aside:
        yield Text(f"{chapter.aside} more provisions ask nothing of a statute and are not judged.", "small")
    yield Head(2, "Most serious findings")
    if chapter.leading or chapter.silent:
        yield Items((*([chapter.silent] if chapter.silent else []), *chapter.leading))
    else:
        yield Text("No mandatory duty is open.")
    if chapter.observations:
        yield Head(2, "Defects of drafting")
        yield Items(tuple(map(_defect, chapter.observations)))


def _defect(one: Observation) -> str:
    return f"{one.words.rstrip('.')} ({one.place})." if one.place else one.words


def _count_table(caption: str, counts: Sequence[Count]) -> Grid:
    used = [status for status, _ in counts[0].numbers if any(dict(one.numbers)[status] for one in counts)]
    heads = ("Strength of the duty", *(" ".join(PROVISION[status][:2]) for status in used), "Together")
    rows = []
    for one in counts:
        numbers = dict(one.numbers)
        cells = [str(numbers[status]) for status in used] + [str(sum(numbers.values()))]
        rows.append(((Words(one.heading, "strong"),), *((Words(cell),) for cell in cells)))
    share = 72 // (len(used) + 1)
    return Grid(caption, heads, tuple(rows), (100 - share * (len(used) + 1), *([share] * (len(used) + 1))))


def _tally(rows: Sequence[Finding]) -> str:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.word] = counts.get(row.word, 0) + 1
    return ", ".join(f"{n} {word}" for word, n in counts.items()) + "."


def _advice(chapter: Chapter, name: str) -> Iterator[Block]:
    yield Head(1, f"{name}Recommendations")
    if not chapter.advice:
        yield Text(chapter.silent or "Nothing is open among the duties judged.")
        return
    rows = tuple(
        (
            (Words(str(one.rank)),),
            (Words(one.words), *((Words(f"Proposed: {'; '.join(one.proposed)}", "small"),) if one.proposed else ())),
            (Words("; ".join(one.articles)),),
            (Words(_strength(one.strength)),),
        )
        for one in chapter.advice
    )
    yield Grid("Recommendations", ("No.", "Recommendation", "Articles", "Duty"), rows, (6, 54, 27, 13))


def _strength(id: str) -> str:
    return STRENGTHS[id]


def _matrix(caption: str, rows: Sequence[Finding]) -> Grid:
    """The seven columns and the reviewer's, empty where nobody decided, with widths by what stands in them."""
    cells = tuple((*matrix_cells(row), tuple(map(Words, row.reviews)) or (Words(""),)) for row in rows)
    heads = (*COLUMNS, REVIEW)
    statuses = tuple(row.status for row in rows)
    return Grid(caption, heads, cells, widths(heads, cells), COLUMNS.index("Status"), statuses, small=True)


def matrix_cells(row: Finding) -> tuple[Cell, ...]:
    """The cells of the seven columns."""
    quotes: list[Words] = []
    for one in row.passages:
        place = f"{one.place[:1].upper()}{one.place[1:]}"
        found = tuple((start + 1, end + 1) for start, end in one.found)
        quotes += [Words(place, "strong"), Words(f"“{one.words}”", "quote", one.lang, found)]
    if row.more:
        quotes.append(Words(row.more, "small"))
    if not quotes:
        quotes.append(Words(row.nothing))
    softened = (Words(f"Softened: {row.softened}", "small"),) if row.softened else ()
    return (
        (Words(_article(row), "strong"), Words(row.title)),
        (Words(row.asks), *softened),
        tuple(quotes),
        (Words(row.word, "strong"),),
        tuple(Words(words) for words in row.why) or (Words("–"),),
        (Words(row.advice),),
        tuple(_proposed(row)),
    )


def _proposed(row: Finding) -> Iterator[Words]:
    if not row.proposed:
        yield Words("–")
        return
    if row.status == "partial":
        yield Words("To draw on when the law is amended:", "small")
    for one in row.proposed:
        words = one.words[len(one.heading) + 1 :]
        yield Words(one.heading, "strong")
        if len(words) <= SHOWN:
            yield Words(words)
        else:
            yield Words(f"{words[: SHOWN - 80].rsplit(' ', 1)[0]} [...]")
            yield Words("Whole text in the annex.", "small")


def _article(row: Finding) -> str:
    return f"{row.cited}{'*' if row.starred else ''}"


def widths(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    """Shares of the line by content: with the root of what stands in a column, wide enough for its longest word."""
    lengths, least = [], []
    for n, head in enumerate(heads):
        cells = [" ".join(word.text for word in row[n]) for row in rows]
        lengths.append(max(len(head), 12, *map(len, cells)))
        longest = max(len(word) for text in (head, *cells) for word in text.split())
        least.append(min(12.0, max(7.0, longest / 1.45 + 1.5)))
    roots = [length**0.5 for length in lengths]
    shares = [min(26.0, max(low, 100 * root / sum(roots))) for low, root in zip(least, roots, strict=True)]
    spare = [share - low for low, share in zip(least, shares, strict=True)]
    over = sum(shares) - 100
    made = [round(share - over * own / (sum(spare) or 1)) for share, own in zip(shares, spare, strict=True)]
    made[made.index(max(made))] += 100 - sum(made)
    return tuple(made)


def tall(grid: Grid, row: Sequence[Cell]) -> bool:
    """Whether a row may be taller than a page and has to be parted: by the signs that a line of each column takes."""
    per_line = _PER_LINE if grid.small else _PER_LINE * 0.55
    lines = (
        sum(len(words.text) // max(1, int(per_line * width / 100)) + 1 for words in cell)
        for cell, width in zip(row, grid.widths, strict=True)
    )
    return max(lines, default=0) > _LINES


def _penalties(chapter: Chapter, name: str) -> Iterator[Block]:
    yield Head(1, f"{name}Penalties")
    if not chapter.penalties:
        yield Text(chapter.penalties_note or "No term of imprisonment was found in the law read.")
        return
    several = any(one.law for one in chapter.penalties)
    heads = (*(("Law",) if several else ()), "Provision", "Offence", "Minimum", "Maximum", "Fine", "Notes")
    rows = tuple(
        tuple(
            (Words(text),)
            for text in (
                *((one.law,) if several else ()), one.place, one.offence, one.least, one.most, one.fine, one.notes,
            )
        )
        for one in chapter.penalties
    )  # fmt: skip
    yield Grid("Penalties", heads, rows, (18, 12, 22, 11, 11, 13, 13) if several else (14, 32, 12, 12, 15, 15))
    if chapter.penalties_note:
        yield Text(chapter.penalties_note, "small")


def _observations(chapter: Chapter, name: str) -> Iterator[Block]:
    if not chapter.observations:
        return
    yield Head(1, f"{name}Observations on drafting")
    for basis, heading in (("text", "Shown by words of the law"), ("silence", "Resting on silence")):
        own = [one for one in chapter.observations if one.basis == basis]
        if own:
            yield Head(2, heading)
        for one in own:
            yield Head(3, one.words.rstrip("."))
            if one.place:
                yield Text(f"Where: {one.place}.")
            if one.articles:
                yield Text(f"Bears on: {'; '.join(one.articles)}.")
            yield Text(one.why)
            yield Text(f"To mend it: {one.mend}")


def _annexes(chapter: Chapter, name: str) -> Iterator[Block]:
    if chapter.proposed:
        yield Turn()
        yield Head(1, f"{name}Annex: proposed text")
        yield Head(2, "Notes for the drafter")
        yield Items(chapter.proposed_notes)
        yield Head(2, "Clauses")
        for clause in chapter.proposed:
            yield from _clause(clause)
    if chapter.cited:
        yield Turn()
        yield Head(1, f"{name}Annex: texts cited")
        law = ""
        for one in chapter.cited:
            title = one.law or chapter.laws[0].title
            if title != law:
                law = title
                yield Head(2, law)
            yield Head(3, one.heading)
            yield from (Text(words, "", depth, num, one.lang) for depth, num, words in one.lines)


def _clause(clause: Clause) -> Iterator[Block]:
    yield Head(3, clause.heading)
    yield from (Text(words, "", depth, num) for depth, num, words in clause.lines)
    yield Text(f"Answers: {'; '.join(clause.answers)}.", "small")
    yield from (Text(f"Note: {note}", "small") for note in clause.notes)

