"""The Markdown that a template makes, as blocks of a document: headings, paragraphs, lists, tables, breaks of pages.

Beyond headings, paragraphs, lists and tables nothing is taken: a picture, a link or HTML is an error with its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ctip_law.errors import DataError
from ctip_law.report.blocks import Block, Cell, Contents, Grid, Handout, Head, Items, Text, Title, Turn, Words, widths

#: Paragraphs that are no words: the list of contents, a new page, a new page on its side.
_ORDERS: dict[str, Block] = {"[contents]": Contents(2), "[page]": Turn(), "[wide page]": Turn(wide=True)}
_DEEPEST = 4


def handout(text: str, path: str) -> Handout:
    """The document. Raises DataError CT401 where the Markdown has no title or more than is taken."""
    blocks = tuple(_kept(list(_Blocks(text, path).blocks())))
    title = next((block for block in blocks if isinstance(block, Title)), None)
    if title is None:
        what = "the document that the template makes has no title"
        raise DataError("CT401", what, path=path, remedy="Begin it with a line such as `# Title`.")
    return Handout(title.text, blocks)


def _kept(blocks: list[Block]) -> Iterator[Block]:
    """A paragraph between two headings, or above a table, stays with what follows, so that no page ends with it."""
    for n, block in enumerate(blocks):
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        if isinstance(block, Text) and n and isinstance(blocks[n - 1], Head) and isinstance(after, Head | Grid):
            block = replace(block, keeps=True)
        yield block


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


class _Blocks:
    """Reads tokens one after the other."""

    def __init__(self, text: str, path: str) -> None:
        self.tokens, self.lines = _reader().parse(text), text.splitlines()
        self.path, self.at, self.under = path, 0, ""

    def blocks(self) -> Iterator[Block]:
        """Every block; the paragraph right below the title belongs to it."""
        while self.at < len(self.tokens):
            token = self._next()
            match token.type:
                case "heading_open":
                    yield self._heading(token)
                case "paragraph_open":
                    yield from self._paragraph()
                case "bullet_list_open" | "ordered_list_open":
                    yield self._items(token)
                case "table_open":
                    yield self._grid(token)
                case "hr":
                    continue
                case _:
                    raise self._no(token)

    def _next(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _no(self, token: Token) -> DataError:
        """What the document cannot hold; the line is that of the Markdown, which is not that of the template."""
        names = {"html_block": "HTML", "html_inline": "HTML", "image": "a picture", "link_open": "a link"}
        what = names.get(token.type, token.type.removesuffix("_open").replace("_", " "))
        at = f" near “{self.under}”" if self.under else ""
        remedy = "Use headings, paragraphs, lists and tables."
        return DataError("CT401", f"the template makes {what}{at}, which a document cannot hold", path=self.path,
                         remedy=remedy)  # fmt: skip

    def _heading(self, token: Token) -> Block:
        level = int(token.tag[1])
        words = self._inline(self._next())
        self.at += 1
        text = " ".join(one.text for one in words)
        self.under = text
        if level == 1:
            return Title(text, self._under())
        if level > _DEEPEST:
            raise self._no(token)
        return Head(level - 1, text)

    def _under(self) -> tuple[str, ...]:
        """The lines of the paragraph behind the title."""
        if self.at < len(self.tokens) and self.tokens[self.at].type == "paragraph_open":
            lines = self._inline(self.tokens[self.at + 1])
            if lines and lines[0].text not in _ORDERS:
                self.at += 3
                return tuple(one.text for one in lines)
        return ()

    def _paragraph(self) -> Iterator[Block]:
        words = self._inline(self._next())
        self.at += 1
        if len(words) == 1 and words[0].text in _ORDERS and not words[0].kind:
            yield _ORDERS[words[0].text]
            return
        for one in words:
            yield Text(one.text, one.kind, lang=one.lang)

    def _items(self, token: Token) -> Items:
        ends = token.type.replace("open", "close")
        items: list[str] = []
        while (one := self._next()).type != ends:
            if one.type in ("bullet_list_open", "ordered_list_open", "table_open", "fence", "html_block"):
                raise self._no(one)
            if one.type == "inline":
                items.append(" ".join(words.text for words in self._inline(one)))
        return Items(tuple(items), numbered=token.type.startswith("ordered"))

    def _grid(self, table: Token) -> Grid:
        """A table. Where the line below its heads has more signs for one column than another, these are the shares."""
        rows: list[tuple[Cell, ...]] = []
        row: list[Cell] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                row = []
            elif token.type == "inline":
                row.append(tuple(self._inline(token)) or (Words(""),))
            elif token.type == "tr_close":
                rows.append(tuple(row))
        first, body = rows[0], tuple(rows[1:])
        heads = tuple(" ".join(one.text for one in cell) for cell in first)
        named = any(heads)
        line = self.lines[table.map[0] + 1] if table.map else ""
        shares = _shares([len(one.strip()) for one in line.strip().strip("|").split("|")])
        if not shares:
            shares = widths(heads, body) if len(heads) > 2 else (28, 72)[: len(heads)]
        return Grid(self.under, heads if named else (), body, shares, small=named and len(heads) > 4)

    def _inline(self, token: Token) -> list[Words]:
        """The words of a paragraph or cell: a new one at each <br>, strong or small where all of it is."""
        made: list[Words] = []
        text, kind, lang = "", "", ""
        for one in token.children or ():
            match one.type:
                case "text" | "code_inline":
                    text += one.content
                case "softbreak":
                    text += " "
                case "strong_open" | "em_open":
                    kind = kind or ("" if text.strip() else {"strong_open": "strong", "em_open": "small"}[one.type])
                case "strong_close" | "em_close":
                    continue
                case "link_open" if str(one.attrGet("href")).startswith("lang:"):
                    lang, kind = str(one.attrGet("href"))[5:], "quote"
                case "link_close":
                    continue
                case "hardbreak":
                    made.append(Words(text.strip(), kind, lang))
                    text, kind, lang = "", "", ""
                case "html_inline" if one.content == "<br>":
                    made.append(Words(text.strip(), kind, lang))
                    text, kind, lang = "", "", ""
                case _:
                    raise self._no(one)
        made.append(Words(text.strip(), kind, lang))
        return [one for one in made if one.text]


def _shares(signs: Sequence[int]) -> tuple[int, ...]:
    """Shares of the line in hundredths; none where all columns have the same."""
    if len(set(signs)) < 2:
        return ()
    made = [max(3, round(100 * one / sum(signs))) for one in signs]
    made[made.index(max(made))] += 100 - sum(made)
    return tuple(made)
