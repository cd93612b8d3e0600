"""Whether a restatement is in its own words: the runs of words that it shares with the text it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Words in a row that a restatement may not share with its source.
RUN = 8


def words(text: str) -> list[str]:
    """Lower-case words and numbers; case, punctuation and soft hyphens do not count."""
    return re.findall(r"\w+", text.replace("\u00ad", "").casefold())


def runs(blocks: Iterable[str], source: str, length: int = RUN) -> list[str]:
    """The stretches of `length` or more words of a block that stand in `source` too.

    A block is a paragraph or a heading of the restatement. Lists of terms of art (the acts, the means) that the
    law fixes are split into paragraphs or put in another order, so that they do not run on over `length` words.
    """
    known = _grams(words(source), length)
    found = []
    for block in blocks:
        own = words(block)
        end = -1
        for start in range(len(own) - length + 1):
            if tuple(own[start : start + length]) not in known:
                continue
            if start < end:
                found[-1] += f" {own[start + length - 1]}"
            else:
                found.append(" ".join(own[start : start + length]))
            end = start + length
    return found


def _grams(own: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(own[start : start + length]) for start in range(len(own) - length + 1)}
