"""The document as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from ctip_law.report.blocks import Block, Cell, Contents, Grid, Handout, Head, Items, Text, Title, Turn, Words
from ctip_law.report.document import Document
from ctip_law.report.layout import layout


def render(document: Document | Handout) -> str:
    """The document, ending with one newline."""
    blocks = layout(document)
    heads = [block for block in blocks if isinstance(block, Head) and block.level == 1]
    lines = [line for block in blocks for line in _block(block, heads)]
    return "\n".join(_single_blanks(lines)).strip("\n") + "\n"


def cell(text: str) -> str:
    """Text that neither ends a table cell nor starts markup."""
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    for mark in "\\`*_[]<>|#":
        text = text.replace(mark, "\\" + mark)
    return text


def line(text: str) -> str:
    """Text that starts a line: no list, no heading, no rule either."""
    made = cell(text)
    if made[:1] in ("-", "+", "=", "~"):
        return f"\\{made}"
    return made.replace(". ", "\\. ", 1) if made.split(". ")[0].isdigit() else made


def _block(block: Block, heads: list[Head]) -> Iterator[str]:
    match block:
        case Title(text, under):
            yield from (f"# {cell(text)}", "", *(f"{line(one)}  " for one in under), "")
        case Contents():
            yield from ("## Contents", "", *(f"- {cell(head.text)}" for head in heads), "")
        case Turn():
            yield ""
        case Head(level, text):
            yield from ("", f"{'#' * (level + 1)} {cell(text)}", "")
        case Text(text, kind, depth, num):
            words = " ".join(filter(None, (num, text)))
            strong = "**" if kind == "strong" else ""
            yield from (f"{'&emsp;' * depth}{strong}{line(words)}{strong}", "")
        case Items(items, numbered):
            yield from (f"{f'{n}.' if numbered else '-'} {cell(item)}" for n, item in enumerate(items, 1))
            yield ""
        case Grid():
            yield from _grid(block)


def _grid(grid: Grid) -> Iterator[str]:
    heads = grid.heads or ("",) * len(grid.widths)
    yield f"| {' | '.join(map(cell, heads))} |"
    yield f"|{'---|' * len(heads)}"
    for row in grid.rows:
        yield f"| {' | '.join(map(_cell, row))} |"
    yield ""


def _cell(words: Cell) -> str:
    return "<br>".join(_paragraph(one) for one in words if one.text)


def _paragraph(words: Words) -> str:
    if words.kind == "strong":
        return f"**{cell(words.text)}**"
    return "".join(_strong(_escaped(piece)) if found else _escaped(piece) for piece, found in words.runs())


def _strong(words: str) -> str:
    """Words in strong print; blanks at their ends stand outside, where Markdown wants them."""
    bare = words.strip()
    return words.replace(bare, f"**{bare}**", 1) if bare else words


def _single_blanks(lines: list[str]) -> Iterator[str]:
    last = ""
    for one in lines:
        if one or last:
            yield one
        last = one
