"""Tables that hold one text in two languages side by side: each language is read by itself, the first one first.

Read row by row such a page is a law whose every second line is in another language. The words decide, not the layout: a
table of offences and penalties, or of the old words and the new, is in one language and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from ctip_law.profiles.language import language_of

Cell = TypeVar("Cell")

#: Fewer letters than this in a column say nothing of its language.
LEAST = 40
#: The longer of two texts that say the same has at most so many times the letters of the shorter.
APART = 4
#: Languages too near to each other to be told apart in a table, and what each is taken for.
_NEAR = {"nb": "da", "sv": "da", "ms": "id", "zh-Hans": "zh", "zh-Hant": "zh"}
_NUMBER = re.compile(r"\W*(?:(?:art|sec|section|article)\W*)?\w{0,4}\d\w{0,3}\W*\Z", re.I)
_WORD = re.compile(r"[^\W\d_]+")


def side_by_side(rows: Sequence[Sequence[tuple[Cell, str]]], wanted: str = "") -> list[list[Cell]]:
    """The columns of a table in two or more languages, each from top to bottom; none for any other table.

    `rows`: the cells of each row with their words. A row of another number of cells (a title across the table) goes
    with the first column, a column of numbers with each language. The column in the language `wanted` is first.
    """
    usual = [len(row) for row in rows if len(row) > 1]
    if len(usual) < 2:
        return []
    width = max(sorted(set(usual)), key=usual.count)
    full = [row for row in rows if len(row) == width]
    columns = [[row[place] for row in full] for place in range(width)]
    numbers = [place for place, column in enumerate(columns) if _numbers([words for _, words in column])]
    texts = [place for place in range(width) if place not in numbers and any(words for _, words in columns[place])]
    languages = _translated([" ".join(words for _, words in columns[place]) for place in texts])
    if not languages:
        return []
    base = wanted.partition("-")[0].lower()
    texts = [place for _, place in sorted(zip(languages, texts, strict=True), key=lambda pair: pair[0] != base)]
    taken: list[list[Cell]] = []
    for place in texts:
        before = [number for number in numbers if number < place][-1:]
        cells: list[Cell] = []
        for row in rows:
            if len(row) == width:
                cells += [row[at][0] for at in (*before, place) if row[at][1]]
            elif place == texts[0]:
                cells += [cell for cell, words in row if words]
        taken.append(cells)
    return taken


def apart(here: str, there: str) -> bool:
    """Whether two texts are in languages that can be told apart."""
    return bool(_translated([here, there], apart=10))


def _numbers(words: list[str]) -> bool:
    filled = [cell for cell in words if cell]
    return bool(filled) and sum(bool(_NUMBER.match(cell)) for cell in filled) * 5 >= len(filled) * 4


def _translated(texts: list[str], apart: int = APART) -> list[str]:
    """The languages of texts that are of about one length and each in another language; none for others."""
    sizes = [sum(map(len, _WORD.findall(text))) for text in texts]
    if len(texts) < 2 or min(sizes) < LEAST or max(sizes) > apart * min(sizes):
        return []
    languages = [language_of(text, "") for text in texts]
    several = all(languages) and len({_NEAR.get(name, name) for name in languages}) == len(texts)
    return [language.partition("-")[0] for language in languages] if several else []
