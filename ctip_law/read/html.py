"""Generic HTML of official and other sites, through lxml: every word on the page, block by block.

No guessing which part of the page is "the article": navigation that the markup itself names (nav, menus, buttons)
is reported as furniture, all else is text for the structure stages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ctip_law.errors import InputError
from ctip_law.model import Block, Document, Leftover, Repair
from ctip_law.read.clean import clean
from ctip_law.read.columns import side_by_side
from ctip_law.read.encodings import decode
from ctip_law.read.ends import checked_end
from ctip_law.read.html_lists import item_numbers
from ctip_law.read.html_marks import Marks, is_note_link, raised
from ctip_law.read.prolog import without_subset
from ctip_law.read.raw import Raw
from ctip_law.read.struck import struck_out
from ctip_law.read.xmlsafe import unplaced


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCK = _words("""
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre
    section summary table tbody td tfoot th thead title tr ul option
    """)
#: Elements that hold no words of the page.
SILENT = _words("""
    script style head noscript template svg math object iframe canvas map area audio video textarea
    """)
#: Kinds of words beside the text -> why they are none of it.
ASIDE = {"running head": "a menu or button of the web page", "note": "a note, marked as such by the page"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_XML_CHARSET = re.compile(rb"\A\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_CENTER = re.compile(r"text-align\s*:\s*center", re.I)
_SPACES = re.compile(r"[ \t\n\r\f]+")
#: The kind of the blocks of a second language on the page.
TRANSLATION = "translation"
#: Where libxml2 gives up on a page.
MAX_NESTING = 2_047


def read(raw: Raw) -> Document:
    """An HTML page. Raises InputError CT109 for bytes that are no text, CT104 where the page cannot be read."""
    found = _CHARSET.search(raw.data[:8192]) or _XML_CHARSET.search(raw.data[:512])
    decoded = decode(raw, found.group(1).decode("ascii", "ignore") if found else "")
    mended = clean(decoded.text)
    ends = checked_end(mended.text, raw.path)
    page = _parse(mended.text, raw.path)
    walk = _Walk(page, raw.lang)
    writer = walk.writer
    again = (Repair(at, at, "", "", why) for why, at in writer.mended.items())
    told = (*unplaced(decoded, mended), *ends, *again, *walk.told())
    text = "\n".join(writer.lines)
    if not text.strip() and writer.struck:
        raise InputError("CT103", "all words of the page are struck out", path=raw.path)
    return raw.document(
        text, writer.blocks, format="html", meta=_meta(page), leftovers=writer.furniture, repairs=told
    )


def _parse(text: str, path: str) -> Any:
    from lxml import etree, html

    body = re.sub(r"\A\s*<\?xml[^>]*\?>", "", without_subset(text))
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("CT104", f"the page cannot be read ({error})", path=path) from None
    for entry in parser.error_log:
        if entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:  # libxml2 drops all that follows, without an error
            why = f"its elements are nested more than {MAX_NESTING} deep"
            raise InputError("CT108", why, path=path, place=f"line {entry.line}")
    return page


def _meta(page: Any) -> dict[str, str]:
    title = page.findtext(".//title") or ""
    language = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return {"title": " ".join(title.split())[:300], "declared_language": language.strip()}


@dataclass(slots=True)
class _Writer:
    """Collects words into lines; `flush` ends the line being written."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Leftover] = field(default_factory=list)
    size: int = 0
    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    plain: int = 0
    styles: tuple[str, ...] = ()
    aside: str = ""
    gap: bool = False
    mended: dict[str, int] = field(default_factory=dict)
    struck: list[tuple[int, str]] = field(default_factory=list)
    #: words without a block of their own that are no words of the line
    behind: list[tuple[str, str]] = field(default_factory=list)
    #: the number of a list's item, before its first words
    number: str = ""

    @property
    def begun(self) -> bool:
        """Whether the line being written has words already."""
        return any(not piece.isspace() for piece in self.pieces)

    def strike(self, words: str) -> None:
        """Words that are struck out, where the text has come to."""
        if words:
            here = _SPACES.sub(" ", "".join(self.pieces)).strip()
            self.struck.append((self.size + len(here), words))

    def add(self, words: str, bold: bool) -> None:
        if words:
            if self.number and not words.isspace():
                self.pieces.append(self.number)
                self.number = ""
            self.pieces.append(words)
            if bold:
                self.bold += len(words.strip())
            else:
                self.plain += len(words.strip())

    def mend(self, words: str) -> str:
        """Damage that stood in the page as entities: &shy; &nbsp; &#150;"""
        mended = clean(words)
        for repair in mended.repairs:
            if repair.why not in self.mended:
                self.mended[repair.why] = self.size
        return mended.text

    def flush(self) -> None:
        line = _SPACES.sub(" ", self.mend("".join(self.pieces))).strip()
        heavy = self.bold > self.plain
        self.pieces.clear()
        self.bold = self.plain = 0
        if line:
            self._write(line, heavy, self.aside)
        behind, self.behind = self.behind, []
        for words, kind in behind:
            if words := self.mend(words).strip():
                self._write(words, False, kind)

    def _write(self, line: str, heavy: bool, aside: str) -> None:
        if self.gap and self.lines:
            self.lines.append("")
            self.size += 1
        self.gap = False
        start, end = self.size, self.size + len(line)
        self.lines.append(line)
        self.size = end + 1
        if aside:
            self.furniture.append(Leftover(start, end, line, aside, ASIDE[aside]))
            return
        style = " ".join([*self.styles, *(["bold"] if heavy else [])])
        kind = TRANSLATION if TRANSLATION in self.styles else ""
        self.blocks.append(Block(start, end, kind=kind, style=style))


Step = tuple[str, Any, tuple[str, ...], bool, str]


class _Walk:
    """One walk over a page, depth first without recursion: pages of converters nest thousands deep."""

    def __init__(self, page: Any, lang: str) -> None:
        self.lang = lang
        self.marks = Marks(page, lang)
        self.numbers = item_numbers(page)
        self.writer = _Writer()
        self.note_marks = 0
        self.translations = 0
        self.later: list[Step] = []
        self._walk([("open", page, (), False, "")])
        foreign, self.later = self.later, []
        self.marks.foreign = frozenset()
        self._walk(foreign[::-1])

    def _walk(self, waiting: list[Step]) -> None:
        while waiting:
            step, item, styles, bold, aside = waiting.pop()
            if step == "open":
                waiting.extend(reversed(self._steps(item, styles, bold, aside)))
                continue
            if step == "struck":
                self.writer.strike(item)
                continue
            if step == "number":
                self.writer.number = item
                continue
            self.writer.styles, self.writer.aside = styles, aside
            if step == "words":
                self.writer.add(item, bold)
            else:
                self.writer.flush()
                self.writer.gap = self.writer.gap or item == "gap"
        self.writer.flush()

    def told(self) -> list[Repair]:
        """What was left out or read in another order than it stands in."""
        told = struck_out(self.writer.struck)
        if self.numbers:
            why = f"the number(s) of {len(self.numbers)} item(s) of lists, which a browser counts, written out"
            told.append(Repair(0, 0, "", "", why))
        if self.note_marks:
            told.append(Repair(0, 0, "", "", f"{self.note_marks} footnote mark(s) in the text left out"))
        if self.translations:
            why = f"{self.translations} place(s) in more than one language, each language read by itself"
            told.append(Repair(0, 0, "", "", why))
        return told

    def _steps(self, element: Any, styles: tuple[str, ...], bold: bool, aside: str) -> list[Step]:
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.rsplit("}", 1)[-1].lower()
        if not tag or tag in SILENT:
            return []
        if not aside and self.marks.struck(element):
            return [("struck", " ".join("".join(element.itertext()).split()), styles, bold, aside)]
        if tag == "br":
            return [("break", "", styles, bold, aside)]
        if element in self.marks.foreign:
            self.translations += not self.later
            self.later.append(("open", element, (*styles, TRANSLATION), bold, aside))
            return [("break", "", styles, bold, aside)]
        outer, aside = aside, aside or self.marks.aside(element, tag)
        if aside and not outer and tag not in BLOCK:  # in the middle of a line: a line of its own behind it
            self.writer.behind.append((" ".join("".join(element.itertext()).split()), aside))
            return []
        bold = bold or tag in ("b", "strong", "th") or (len(tag) == 2 and tag[0] == "h" and tag[1] in "123456")
        if tag == "sup":
            mark, note = raised(element)
            if note:
                return self._note_mark(element, styles, bold, aside)
            if mark:
                return [("words", mark, styles, bold, aside)]
        if tag == "a" and is_note_link(element):
            return self._note_mark(element, styles, bold, aside)
        if tag == "table" and (columns := _in_columns(element, self.lang)):
            self.translations += 1
            return [("break", "gap", styles, bold, aside), *_column_steps(columns, styles, bold, aside)]
        return self._inside(element, tag, styles, bold, aside)

    def _note_mark(self, element: Any, styles: tuple[str, ...], bold: bool, aside: str) -> list[Step]:
        """A footnote's mark is left out of its sentence; at the beginning of a line it is the note's own number."""
        if self.writer.begun:
            self.note_marks += 1
            return []
        number = "".join(element.itertext()).strip(" \t\n[]()")
        return [("words", f"[{number}] ", styles, bold, aside)]

    def _inside(self, element: Any, tag: str, outer: tuple[str, ...], bold: bool, aside: str) -> list[Step]:
        """The words and children of an element, with breaks around a block."""
        steps: list[Step] = []
        block = tag in BLOCK
        inner = _block_styles(element, tag, outer) if block else outer
        gap = "gap" if tag in _APART else ""
        if tag in ("td", "th") and _is_small_cell(element):
            block = False
            steps.append(("words", "\u0009", outer, bold, aside))
        if block:
            steps.append(("break", gap, outer, bold, aside))
        if tag == "li" and not aside:
            steps.append(("number", self.numbers.get(element, ""), outer, bold, aside))
        if element.text:
            steps.append(("words", element.text, inner, bold, aside))
        for child in element:
            steps.append(("open", child, inner, bold, aside))
            if child.tail:
                steps.append(("words", child.tail, inner, bold, aside))
        if block:
            steps.append(("break", gap, inner, bold, aside))
        return steps


def _in_columns(table: Any, wanted: str) -> list[list[Any]]:
    """The cells of each language where the table holds one text in several; see `columns`."""
    every = [row for part in table for row in ([part] if part.tag == "tr" else part) if row.tag == "tr"]
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in every]
    if sum(len(cells) > 1 for cells in rows) < 2:  # most tables of a layout, which may be nested deeply
        return []
    told = [[(cell, " ".join("".join(cell.itertext()).split())) for cell in cells] for cells in rows]
    return side_by_side(told, wanted)


def _column_steps(columns: list[list[Any]], styles: tuple[str, ...], bold: bool, aside: str) -> Iterator[Step]:
    for place, cells in enumerate(columns):
        if place:
            styles = (*styles, TRANSLATION) if TRANSLATION not in styles else styles
        for cell in cells:
            yield ("open", cell, styles, bold, aside)
            yield ("break", "gap", styles, bold, aside)


_APART = _words("""
    p div table ul ol h1 h2 h3 h4 h5 h6 blockquote section article center dl pre tr li
    """)


def _is_small_cell(element: Any) -> bool:
    """A table cell without blocks of its own: its row stays one line."""
    return not any(isinstance(e.tag, str) and (e.tag in BLOCK or e.tag == "br") for e in element.iterdescendants())


def _block_styles(element: Any, tag: str, styles: tuple[str, ...]) -> tuple[str, ...]:
    kept = [style for style in styles if style in ("table", "center", "li", TRANSLATION)]
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6") or (tag in ("li", "table") and tag not in kept):
        kept.append(tag)
    align = element.get("align", "").lower()
    centred = tag == "center" or align == "center" or bool(_CENTER.search(element.get("style") or ""))
    if centred and "center" not in kept:
        kept.append("center")
    elif align in ("left", "justify", "right") and "center" in kept:
        kept.remove("center")
    return tuple(kept)
