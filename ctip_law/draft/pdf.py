"""A draft as blocks for the PDF that typst sets: the same words as in the other forms, notes in small print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ctip_law.draft.concordance import of_draft
from ctip_law.draft.duties import cited_together
from ctip_law.draft.library import words as fixed
from ctip_law.draft.nouns import Draft, DraftSection
from ctip_law.report.blocks import Block, Contents, Grid, Handout, Head, Section, Text, Title, Turn, Words

_LEAST, _MOST = 15, 55  # characters of a column's longest text that count for its width
_BOLD = 2.2  # how much wider heads are, which are not broken


#: Caption, heads, rows.
Table = tuple[str, tuple[str, ...], Iterable[tuple[str, ...]]]


def blocks(draft: Draft, remarks: Iterable[tuple[tuple[str, str], str]], *, notes: bool, place: str) -> Handout:
    """The draft as a document. `remarks` are ((id, label), words) put at the end."""
    return Handout(draft.title, tuple(_blocks(draft, remarks, notes, place)), draft.language)


def _blocks(draft: Draft, remarks: Iterable[tuple[tuple[str, str], str]], notes: bool, place: str) -> Iterator[Block]:
    yield Title(draft.title, (draft.long_title,) if draft.long_title else ())
    if draft.whole:
        yield Contents(2, fixed(draft.language)["contents"])
        yield Turn()
    for part in draft.parts:
        if part.heading:
            yield Head(1, part.heading)
        for section in part.sections:
            lines = tuple(Text(words, depth=depth, num=num) for depth, num, words in section.lines())
            level = 2 if draft.whole else 1
            if place == "above":
                yield Head(level, section.heading)
                yield from lines
            else:
                yield Section(level, section.heading, section.opening, section.title, place, lines)
            if notes and section.note:
                yield from _notes(section, fixed(draft.language), draft.language)
    for (_, label), words in remarks:
        yield Text(f"{label}. {words}", "small")
    if notes:
        yield from tables(of_draft(draft).tables(fixed(draft.language)))


def tables(made: Iterable[Table]) -> Iterator[Block]:
    """Tables of (caption, heads, rows), each under a heading of its own."""
    for caption, heads, rows in map(filled_columns, made):
        yield Head(2, caption)
        cells = tuple(tuple((Words(words),) for words in row) for row in rows)
        yield Grid(caption, heads, cells, widths(heads, rows), small=True)


def filled_columns(table: Table) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A table without the columns in which no row says anything."""
    caption, heads, rows = table[0], table[1], tuple(table[2])
    kept = [at for at in range(len(heads)) if not rows or any(row[at] for row in rows)]
    return caption, tuple(heads[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows)


def widths(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The widths of columns in percent, by the longest of what stands in each."""
    longest = [max([0, *(len(row[at]) for row in rows)]) for at in range(len(heads))]
    weights = [
        max(min(max(one, _LEAST), _MOST), int(_BOLD * max(map(len, head.split()))))
        for one, head in zip(longest, heads, strict=True)
    ]
    shares = [weight * 100 // sum(weights) for weight in weights]
    return (*shares[:-1], 100 - sum(shares[:-1]))


def _notes(section: DraftSection, said: Mapping[str, str], language: str) -> Iterator[Block]:
    yield Text(f"{said['note']} {section.note[0]}", "small")
    yield from (Text(paragraph, "small") for paragraph in section.note[1:])
    yield from (Text(f"{said['choice']} {choice}", "small") for choice in section.choices)
    for label, words in labelled(section, said):
        yield Text(f"{label} {words}", "small")
    if section.duties:
        yield Text(answered(section, said, language), "small")


def labelled(section: DraftSection, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(label, words) of what a note says after its own paragraphs and choices."""
    if section.questions:
        yield said["questions"], " ".join(section.questions)
    if section.breach:
        yield said["breach"], section.breach
    if section.check:
        yield said["check"], "; ".join(section.check) + "."


def answered(section: DraftSection, said: Mapping[str, str], language: str) -> str:
    """The duties that a section serves, as they are cited."""
    return f"{said['answers']} {cited_together(section.duties, language)}."
