"""A redline of two texts word by word.

Tokens are words, single blanks and punctuation marks. An untouched blank or short word between two changes is drawn
into them, so that a rewritten phrase reads as one change and not as a row of fragments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(r"\s+|\w+(?:[’'.\-]\w+)*|[^\w\s]")
#: Letters of a word that may be drawn into the changes around it.
_SHORT = 3

Kind = Literal["equal", "delete", "insert"]
#: Tokens that go, tokens that come, and whether they are the same.
Change = tuple[list[str], list[str], bool]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the redline: the old text is `equal` and `delete` in a row, the new one `equal` and `insert`."""

    kind: Kind
    text: str


def redline(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that lead from `old` to `new`; of two changes in one place the deletion stands first."""
    from rapidfuzz.distance import Indel

    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    known: dict[str, int] = {}
    numbers = [[known.setdefault(token, len(known)) for token in tokens] for tokens in (before, after)]
    steps = [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Indel.opcodes(*numbers)]
    changes: list[Change] = []  # deleted, inserted, untouched
    for tag, first, last, start, end in steps:
        same = tag == "equal"
        if changes and not same and not changes[-1][2]:
            changes[-1][0].extend(before[first:last])
            changes[-1][1].extend(after[start:end])
        else:
            changes.append((before[first:last], after[start:end], same))
    return tuple(_pieces(_absorbed(changes)))


def changed(pieces: Iterable[Piece]) -> bool:
    """Whether the two texts differ."""
    return any(piece.kind != "equal" for piece in pieces)


def flat(text: str) -> str:
    """`text` with every run of blanks made one: where lines break is no change of the law."""
    return " ".join(text.split())


def excerpt(pieces: tuple[Piece, ...], around: int = 60) -> tuple[Piece, ...]:
    """The redline with "…" for what stands untouched further than about `around` characters from a change."""
    shown: list[Piece] = []
    for place, piece in enumerate(pieces):
        text = piece.text
        if piece.kind == "equal":
            before = around if place else 0
            after = around if place < len(pieces) - 1 else 0
            if len(text) > before + after + 20:
                head = text[:before].rsplit(" ", 1)[0] if before else ""
                tail = text[len(text) - after :].split(" ", 1)[-1] if after else ""
                text = f"{head} … {tail}".strip() if head and tail else f"{head} …" if head else f"… {tail}"
        shown.append(Piece(piece.kind, text))
    return tuple(shown)


def _absorbed(changes: list[Change]) -> list[Change]:
    """Draws an untouched run of blanks with at most one short word into the changes on both sides of it."""
    result: list[Change] = []
    for place, (gone, come, same) in enumerate(changes):
        inner = 0 < place < len(changes) - 1
        short = same and inner and _is_short(gone)
        if (short or not same) and result and not result[-1][2]:
            result[-1][0].extend(gone)
            result[-1][1].extend(come)
        else:
            result.append((list(gone), list(come), same and not short))
    return result


def _is_short(tokens: list[str]) -> bool:
    words = [token for token in tokens if not token.isspace()]
    return not words or (len(words) == 1 and len(words[0]) <= _SHORT and words[0].isalnum())


def _settled(changes: Iterable[Change]) -> Iterator[Change]:
    """A bare insertion or deletion takes the blank before it rather than the one at its end: "may{+ not+} open"."""
    result: list[Change] = []
    for gone, come, same in changes:
        one = come or gone
        if not same and not (gone and come) and result and len(one) > 1 and one[-1] == " ":
            before = result[-1]
            if before[2] and before[0][-1:] == [" "] and len(before[0]) > 1:
                before[0].pop()
                one.insert(0, " ")
                one.pop()
                result += [(gone, come, same), ([" "], [" "], True)]
                continue
        if same and result and result[-1][2]:
            result[-1][0].extend(gone)
        else:
            result.append((gone, come, same))
    return iter(result)


def _pieces(changes: Iterable[tuple[list[str], list[str], bool]]) -> Iterator[Piece]:
    for gone, come, same in _settled(changes):
        if same:
            yield Piece("equal", "".join(gone))
            continue
        if gone:
            yield Piece("delete", "".join(gone))
        if come:
            yield Piece("insert", "".join(come))
