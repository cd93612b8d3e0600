"""Characters that no reader of the page sees and that part a word from the same word elsewhere, taken out.

Done once for every format, on what the format's own reader returns, so that a file of any kind which hides a character
without width inside "victim" is read like one that does not. So are letters in parts or in forms of print
(`composed`). Blocks and leftovers move with the text.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ctip_law.model import Block, Document, Leftover, Repair
from ctip_law.read import composed
from ctip_law.read.composed import Edit

#: Soft hyphen, grapheme joiner, directions, joiners of words, byte order marks, marks of annotations, tags.
ALWAYS = "\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
#: The joiner and the non-joiner are spelling in some scripts and nothing in others; so are the variants of a sign.
JOINERS, VARIANTS = "\u200c\u200d", "\u180b-\u180e\ufe00-\ufe0f\U000e0100-\U000e01ef"
#: Scripts that spell with them: Arabic, Syriac, Thaana, N'Ko, those of India, Tibet, Burma, Cambodia, Mongolia and the
#: islands.
_SPELT = (
    "\u0600-\u061b\u061d-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1aad\u1b00-\u1c4f\ua800-\uabff\ufb50-\ufdff"
    "\ufe70-\ufefc\U00010a00-\U00011fff"
)
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSEEN = re.compile(f"[{ALWAYS}]+|(?<![{_SPELT}])[{JOINERS}]+|(?<![{_SPELT}{_IDEOGRAPHS}])[{VARIANTS}]+")
#: The same characters as a class alone, which is searched much faster; those that some scripts spell with; the others.
_SUSPECT = re.compile(f"[{ALWAYS}{JOINERS}{VARIANTS}]")
_JOINED, _ALONE = re.compile(f"[{JOINERS}{VARIANTS}]"), re.compile(f"[{ALWAYS}]+")
#: The same as bytes of UTF-8, or as the number that stands for a character in markup. Soft hyphens and the three that
#: `clean` and `walk.tidy` know are theirs: every reader meets them before it looks for a number or a heading.
_BYTES = re.compile(
    rb"\xcd\x8f|\xd8\x9c|\xe1\xa0[\x8b-\x8e]|\xe2\x80[\x8c-\x8f\xaa-\xae]|\xe2\x81[\xa1-\xaf]|\xef\xb8[\x80-\x8f]"
    rb"|\xef\xbf[\xb9-\xbb]|\xf3\xa0[\x80\x81\x84-\x87]|&#(?:x[0-9A-Fa-f]|\d)|&(?:zwn?j|[lr]rm);"
)
_NUMBERED = re.compile(r"&(?:#(?:x([0-9A-Fa-f]{2,6})|(\d{3,7}))|zwn?j|[lr]rm);")
_NAMES = {"&zwj;": "\u200d", "&zwnj;": "\u200c", "&lrm;": "\u200e", "&rlm;": "\u200f"}
_OURS = "\u00ad\u200b\u2060\ufeff"
_BLANKS = " \t\n\r\f\v\u00a0\u3000"


def _unseen(text: str) -> Iterator[re.Match[str]]:
    """What `_UNSEEN` finds. It looks behind each character, which takes a hundred times as long as to look for one of
    a class, so that it is tried where one of those stands."""
    last = 0
    for suspect in _SUSPECT.finditer(text):
        if suspect.start() >= last and (match := _UNSEEN.match(text, suspect.start())):
            last = match.end()
            yield match


def in_bytes(data: bytes) -> tuple[bytes, int]:
    """A file of text or markup in UTF-8 without characters that are not seen, and in how many places there were some.

    Before its reader sees it: one that looks for "Article 3" in the words of an element must find it.
    """
    if not _BYTES.search(data):
        return data, 0
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, 0
    count = 0

    def numbered(match: re.Match[str]) -> str:
        nonlocal count
        code = int(match.group(1), 16) if match.group(1) else int(match.group(2) or 0)
        char = _NAMES.get(match.group()) or (chr(code) if code <= 0x10FFFF else "")
        before = text[match.start() - 1 : match.start()]
        if char in _OURS or not _UNSEEN.fullmatch(before + char, len(before)):
            return match.group()
        count += 1
        return ""

    text = _NUMBERED.sub(numbered, text)
    kept: list[str] = []
    last = 0
    for match in _unseen(text):
        ours = "".join(char for char in match.group() if char in _OURS)
        count += len(ours) < len(match.group())
        kept += [text[last : match.start()], ours]
        last = match.end()
    text = "".join([*kept, text[last:]])
    return (text.encode("utf-8"), count) if count else (data, 0)


def visible(text: str) -> str:
    """A text without the characters that no one sees."""
    return (_UNSEEN if _JOINED.search(text) else _ALONE).sub("", text)


def told(document: Document, data: bytes, count: int) -> Document:
    """`document`, read from `data` without the `count` places that `in_bytes` took out."""
    why = f"{count} place(s) with invisible characters taken out"
    source = replace(document.source, sha256=hashlib.sha256(data).hexdigest())
    return replace(document, source=source, repairs=(*document.repairs, Repair(0, 0, "", "", why)))


def without_unseen(document: Document) -> Document:
    """`document` with no character in it that is not seen and with whole letters (`composed`), and for each a repair
    that says in how many places it had some."""
    title = {key: _read(value) for key, value in document.meta.items()}
    if title != document.meta:
        document = replace(document, meta=title)
    if document.text.isascii():
        return document
    cuts = [(*match.span(), "") for match in _unseen(document.text)]
    document = _edited(document, cuts, f"{len(cuts)} place(s) with invisible characters taken out, the first here")
    whole = list(composed.letters(document.text))
    return _edited(document, whole, composed.told(whole))


def _edited(document: Document, edits: Sequence[Edit], why: str) -> Document:
    """`document` with the edits of its text made and its blocks, leftovers and repairs moved with them."""
    if not edits:
        return document
    kept = composed.edited(document.text, edits)
    moved = _Moved(edits)
    first = moved.at(edits[0][0])
    repairs = tuple(replace(one, start=moved.at(one.start), end=moved.at(one.end)) for one in document.repairs)
    return replace(
        document,
        source=replace(document.source, text_sha256=hashlib.sha256(kept.encode("utf-8", "surrogatepass")).hexdigest()),
        text=kept,
        blocks=tuple(block for old in document.blocks if (block := moved.block(old, kept))),
        leftovers=tuple(left for old in document.leftovers if (left := moved.leftover(old, kept))),
        repairs=(*repairs, Repair(first, first, "", "", why)) if why else repairs,
    )


def _read(words: str) -> str:
    """Words beside the text as the text is read."""
    if words.isascii():
        return words
    seen = _UNSEEN.sub("", words)
    return composed.edited(seen, composed.letters(seen))


class _Moved:
    """Places in a text after stretches of it were cut out or written anew."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.starts = [start for start, _, _ in edits]
        self.ends = [end for _, end, _ in edits]
        self.gone = [0]
        for start, end, made in edits:
            self.gone.append(self.gone[-1] + end - start - len(made))

    def at(self, place: int) -> int:
        """Where `place` is now; one inside of an edit is where the edit begins."""
        whole = bisect_right(self.ends, place)
        begun = bisect_left(self.starts, place)
        return place - self.gone[whole] - (place - self.starts[whole] if begun > whole else 0)

    def block(self, block: Block, text: str) -> Block | None:
        """The block on what is left of its words; None where it said nothing else."""
        start, end = self._trimmed(block.start, block.end, text)
        if start == end and not (block.kind or block.num or block.heading):
            return None
        return replace(
            block, start=start, end=end, num=_read(block.num).strip(), heading=_read(block.heading).strip()
        )

    def leftover(self, left: Leftover, text: str) -> Leftover | None:
        """The leftover on what is left of its words."""
        start, end = self._trimmed(left.start, left.end, text)
        return None if start == end else replace(left, start=start, end=end, text=text[start:end])

    def _trimmed(self, start: int, end: int, text: str) -> tuple[int, int]:
        start, end = self.at(start), self.at(end)
        while start < end and text[start] in _BLANKS:
            start += 1
        while end > start and text[end - 1] in _BLANKS:
            end -= 1
        return start, end
