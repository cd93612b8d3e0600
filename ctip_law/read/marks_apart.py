"""Numbers that a converter of PDF wrote apart from the words they count, put in front of them again.

A program that reads a page box by box gives the number of a hanging paragraph a line of its own, before the paragraph,
behind its first line, or with its last:

    A person who sells is guilty        "(3)" stands in the margin of the first line
    (3)
    of an offence ...
    3.(1)                               the last line was read with the number, the first one after it
    named in subsection (2)

    A person who, by any of the means
    (a)                                 a run of letters, and then what they count

    (b)

    sells a hand;

Only a file in which this happens several times is changed: elsewhere a number alone in its line means what it says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ctip_law.model import Repair
from ctip_law.read.clean import Clean

_BRACKETED = r"\(\s?(?:[a-z]{1,2}|[ivxl]{1,5}|\d{1,2}[A-Z]?|[A-Z])\s?\)"
_MARK = re.compile(rf"(?:\d{{1,3}}[A-Z]{{0,2}}\.(?:\s?[—–-])?\s?(?:{_BRACKETED})?|{_BRACKETED})\Z")
_ITEM = re.compile(rf"{_BRACKETED}\Z")
_PAGE = re.compile(r"\d{1,4}\Z")
_GOES_ON = re.compile(r"[a-z](?![.)])|[$£€]|\d{4}\.?\Z|\d[\d ,]*\s[a-z]")
_UNFINISHED = re.compile(r"[^.;:!?—–)\]”\"]\Z")
#: Numbers apart from their first line by which a file is known.
_FEWEST = 4

_Block = list[str]


def marks_together(text: Clean) -> Clean:
    """The text with such numbers before their words, and a repair that says how many there were."""
    if sum(1 for line in text.text.split("\n") if _MARK.match(line.strip())) < _FEWEST:
        return text
    blocks = [part.split("\n") for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.text)]
    blocks = [[line.strip() if _MARK.match(line.strip()) else line.rstrip() for line in block] for block in blocks]
    blocks = [piece for block in blocks for piece in _parted(block)]
    moved = _first_lines(blocks) + _last_lines(blocks) + _runs(blocks)
    if moved < _FEWEST:
        return text
    _joined(blocks)
    why = f"order of lines: {moved} number(s) that stood apart from their words put in front of them"
    if pages := _without_pages(blocks):
        why += f", and {pages} page number(s) between paragraphs left out"
    kept = tuple(replace(one, start=0, end=0) for one in text.repairs)
    return Clean("\n\n".join("\n".join(block) for block in blocks if block), (*kept, Repair(0, 0, "", "", why)))


def _parted(block: _Block) -> list[_Block]:
    """A block is cut before a number that does not go on with the line above."""
    pieces: list[_Block] = [[]]
    for place, line in enumerate(block):
        if place and _is_mark(line) and not (_unfinished(pieces[-1]) and _next_goes_on(block, place)):
            pieces.append([])
        pieces[-1].append(line)
    return [piece for piece in pieces if piece]


def _is_mark(line: str) -> bool:
    return bool(_MARK.match(line))


def _unfinished(block: _Block) -> bool:
    return bool(block) and bool(_UNFINISHED.search(block[-1])) and not _is_mark(block[-1])


def _next_goes_on(block: _Block, place: int) -> bool:
    return place + 1 < len(block) and bool(_GOES_ON.match(block[place + 1].lstrip()))


def _first_lines(blocks: list[_Block]) -> int:
    """ "A person who sells is guilty" / "(3)" / "of an offence": the number goes before the line above it."""
    count = 0
    for place, block in enumerate(blocks):
        for at in range(1, len(block) - 1):
            if _is_mark(block[at]) and _UNFINISHED.search(block[at - 1]) and _next_goes_on(block, at):
                block[at - 1 : at + 1] = [f"{block[at]} {block[at - 1].lstrip()}"]
                count += 1
                break
        above = blocks[place - 1] if place else []
        if len(block) > 1 and _is_mark(block[0]) and _next_goes_on(block, 0) and _begins(above):
            above[:] = [f"{block[0]} {above[0].lstrip()}", *above[1:], *block[1:]]
            block.clear()
            count += 1
    return count


def _begins(block: _Block) -> bool:
    """A paragraph's first line, which is not its last."""
    return len(block) == 1 and _unfinished(block) and block[0].lstrip()[:1].isupper() and len(block[0]) > 40


def _last_lines(blocks: list[_Block]) -> int:
    """ "3.(1)" / "named in subsection (2)" / "" / "A person who, by any of the means": the last line stands first. The
    letter of the first item may stand between them."""
    count = 0
    for place, block in enumerate(blocks):
        if not (len(block) == 2 and _is_mark(block[0]) and _next_goes_on(block, 0)):
            continue
        below = blocks[place + 1] if place + 1 < len(blocks) else []
        if len(below) == 1 and _ITEM.match(below[0]) and place + 3 < len(blocks) and _small(blocks[place + 3]):
            below = blocks[place + 2]
        first = bool(below) and below[0][:1].isupper() and (_unfinished(below) or below[-1][-1:] == ",")
        if first and not _is_mark(below[0]):
            block[:] = [f"{block[0]} {below[0].lstrip()}", *below[1:], block[1]]
            below.clear()
            count += 1
    return count


def _small(block: _Block) -> bool:
    return bool(block) and block[0][:1].islower()


def _runs(blocks: list[_Block]) -> int:
    """ "(a)" / "(b)" / "sells a hand;" / "buys a hand;": each of the paragraphs gets its letter."""
    count, place = 0, 0
    while place < len(blocks):
        run = place
        while run < len(blocks) and len(blocks[run]) == 1 and _ITEM.match(blocks[run][0]):
            run += 1
        texts = [at for at in range(run, min(len(blocks), run + 3 * (run - place))) if _words(blocks[at])]
        texts = texts[: run - place]
        if run - place > 1 and len(texts) == run - place and not any(_is_mark(blocks[at][0]) for at in texts):
            for mark, at in zip(range(place, run), texts, strict=True):
                blocks[at][0] = f"{blocks[mark][0]} {blocks[at][0].lstrip()}"
                blocks[mark].clear()
                count += 1
        place = max(run, place + 1)
    return count


def _words(block: _Block) -> bool:
    """The block is a paragraph, and no number of a page."""
    return bool(block) and not (len(block) == 1 and _PAGE.match(block[0].strip()))


def _joined(blocks: list[_Block]) -> None:
    """A number in brackets alone before its paragraph stands in its line; one of a section may be left of a list."""
    for place, block in enumerate(blocks):
        if not block or not block[0].endswith(")"):
            continue
        if len(block) > 1 and _is_mark(block[0]):
            block[:2] = [f"{block[0]} {block[1].lstrip()}"]
        elif len(block) == 1 and _is_mark(block[0]):
            below = next((other for other in blocks[place + 1 : place + 3] if _words(other)), None)
            if below and not _MARK.match(below[0].split(" ")[0]):
                below[0] = f"{block[0]} {below[0].lstrip()}"
                block.clear()


def _without_pages(blocks: list[_Block]) -> int:
    """Takes out the numbers of pages, which count on through the file; how many there were."""
    pages = [block for block in blocks if len(block) == 1 and _PAGE.match(block[0].strip())]
    if len(pages) < _FEWEST or not all(0 < int(other[0]) - int(one[0]) < 4 for one, other in pairwise(pages)):
        return 0
    for page in pages:
        page.clear()
    return len(pages)
