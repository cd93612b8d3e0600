"""The structure that our own Markdown carries behind its last line, in one comment.

    <!-- ctip-law/markdown/1 0123456789abcdef
    7 1 section 0-2 4-15 .
    9-10 1 - . . .
    -->

The first line has the hash of all lines above it: where somebody has changed the text, the map is not used, and the
structure is found from the words. Each further line is a clause, a component or a stretch of text: its line(s) in the
file behind the front matter, from 1; its depth; its kind ("-" for text of the clause open at that depth); then
number, heading and first words as stretches of the line's plain words, "." for none; then hints such as
"num:2_bis" and "flag:repealed".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ctip_law.model import Block

NAME = "ctip-law/markdown/1"
_MAP = re.compile(rf"\s*<!-- {NAME} ([0-9a-f]{{16}})\n(.*?)-->\s*\Z", re.S)
_ENTRY = re.compile(r"(\d{1,9})(?:-(\d{1,9}))? (\d{1,4}) (\S+) (\d+-\d+|\.) (\d+-\d+|\.) (\d+-\d+|\.)((?: \S+)*)\Z")


def digest(lines: Sequence[str]) -> str:
    """The hash of the Markdown lines; blanks at their ends and blank lines at the file's ends do not count."""
    words = "\n".join(line.rstrip() for line in lines).strip("\n")
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def split_map(body: str) -> tuple[str, str]:
    """The text without the comment, and the comment's entries if they belong to this text, else ""."""
    at = body.rfind(f"<!-- {NAME} ")
    match = _MAP.search(body, max(0, at - 1000)) if at >= 0 else None
    if match is None:
        return body, ""
    rest = body[: match.start()]
    return rest, match.group(2) if match.group(1) == digest(rest.split("\n")) else ""


def mapped_blocks(entries: str, lines: Mapping[int, tuple[int, int]], text: str) -> list[Block]:
    """The marked blocks that `entries` describe, none if one of them does not fit. `lines`: number of a line in the
    file -> the stretch of its plain words in `text`."""
    blocks: list[Block] = []
    reached = 0
    for entry in entries.splitlines():
        match = _ENTRY.match(entry)
        if match is None:
            return []
        first, last = int(match.group(1)), int(match.group(2) or match.group(1))
        depth, kind = int(match.group(3)), match.group(4)
        if first < reached or last - first > len(lines):
            return []
        reached = last + 1 if kind == "-" else first
        if kind == "-":
            blocks += [Block(*lines[at], kind="text", depth=depth) for at in range(first, last + 1) if at in lines]
            continue
        start, end = lines.get(first, (len(text), len(text)))
        spans = [_span(piece, start, end) for piece in match.group(5, 6, 7)]
        opened = spans[0] or (start, start)
        blocks.append(Block(*opened, kind=kind, num=text[slice(*opened)], depth=depth, style=match.group(8).strip()))
        if spans[1]:
            blocks.append(Block(*spans[1], kind="heading", depth=depth))
        if spans[2]:
            blocks.append(Block(*spans[2], kind="text", depth=depth))
    return blocks if all(a.end <= b.start for a, b in pairwise(blocks)) else []


def _span(piece: str, start: int, end: int) -> tuple[int, int] | None:
    if piece == ".":
        return None
    low, high = (int(number) for number in piece.split("-"))
    return min(start + low, end), min(start + high, end)
