"""Plain text: one block per line. HTML left in the text by a scraper ("<br />", "&eacute;") is read as such."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ctip_law.model import Block, Document, Repair
from ctip_law.read.brackets import without_old_law
from ctip_law.read.broken import whole_words
from ctip_law.read.clean import Clean, clean
from ctip_law.read.encodings import decode
from ctip_law.read.margin import without_margin
from ctip_law.read.marks_apart import marks_together
from ctip_law.read.raw import Raw
from ctip_law.read.struck import struck_out

_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li|/?tr|/?h[1-6]|/?ul|/?ol|/?table)\b[^<>]{0,300}>", re.I)
_STRUCK = re.compile(r"<(s|del|strike)\b[^<>]{0,300}>[^<]*(?:<(?!/\1\s*>)[^<]*){0,200}</\1\s*>", re.I)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,10}\b[^<>]{0,300}>", re.I)
_LINE_END = re.compile("\r\n?|[\n\v\f\u2028\u2029]")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,6}|[a-z]{2,10}\d{0,2});", re.I)


def read(raw: Raw) -> Document:
    """A plain-text file. Raises InputError CT109 for bytes that are no text."""
    decoded = decode(raw)
    kept, old = without_old_law(decoded.text)
    bare = without_markup(kept)
    struck = struck_out([(0, words) for words in (*old, *(struck_in(kept) if bare.repairs else ()))])
    cleaned = clean(bare.text)
    ordered = marks_together(cleaned)
    mended = whole_words(without_margin(ordered))
    repairs = (*decoded.repairs, *bare.repairs, *struck, *mended.repairs)
    blocks = line_blocks(mended.text)
    if "\f" in bare.text and ordered is cleaned:  # lines that were put in order no longer end where the pages did
        ends = list(_page_ends(bare.text))
        blocks = _with_breaks(blocks, mended.text, ends)
        repairs = (*repairs, Repair(0, 0, "", "", f"{len(ends)} form feed(s) read as the ends of pages"))
    return raw.document(mended.text, blocks, format="text", repairs=repairs)


def _page_ends(text: str) -> Iterator[int]:
    """The numbers of the lines that end with a form feed, as converters of PDF set it; counted from 0."""
    for number, end in enumerate(_LINE_END.finditer(text)):
        if end.group() == "\f":
            yield number


def _with_breaks(blocks: Iterable[Block], text: str, ends: list[int]) -> Iterator[Block]:
    """The blocks, the last of a page and the first of the next marked as lying at its edge."""
    every = list(blocks)
    starts = [block.start for block in every]
    lines = [0, *(end.end() for end in re.finditer("\n", text))]
    edges = set[int]()
    for number in ends:
        at = bisect_left(starts, lines[number + 1])
        edges |= {at - 1, at}
    for at, block in enumerate(every):
        yield replace(block, style=f"{block.style} break".strip()) if at in edges else block


def line_blocks(text: str) -> Iterator[Block]:
    """A block for each line with words, with its indent in blanks as a hint."""
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            indent = len(line) - len(line.lstrip())
            style = f"indent:{len(line[:indent].expandtabs(4))}" if indent else ""
            yield Block(start + indent, start + indent + len(bare), style=style)
        start += len(line) + 1


def bare_text(text: str) -> str:
    """`text` with tags of a page as line breaks and nothing, and entities as letters."""
    if "<" not in text and "&" not in text:
        return text
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", _STRUCK.sub("", text))))


def struck_in(text: str) -> list[str]:
    """The passages of `text` that tags strike out."""
    return [" ".join(html.unescape(_TAG.sub(" ", found.group())).split()) for found in _STRUCK.finditer(text)]


def without_markup(text: str) -> Clean:
    """`text` without the tags and entities of a page it was taken from, if it is full of them."""
    if "<" not in text and "&" not in text:
        return Clean(text)
    breaks = len(_BREAK.findall(text))
    entities = len(_ENTITY.findall(text))
    if breaks + entities < 6 or (breaks + entities) * 2000 < len(text):
        return Clean(text)
    bare = bare_text(text)
    why = f"{breaks} HTML tags and {entities} HTML entities in plain text read as line breaks and letters"
    return Clean(bare, (Repair(0, 0, "", "", why),))
