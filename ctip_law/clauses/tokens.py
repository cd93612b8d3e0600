"""Text to words: what the term pass compares.

A word is a run of letters or digits; punctuation, quotation marks and line breaks separate words and are dropped, so
that "eighteen (18)\nyears" and "eighteen 18 years" are the same three words. Each word is compared by its stem.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ctip_law.languages.tokens import tokens

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Words(NamedTuple):
    """The words of a text: lower-case forms, stems, and their character offsets."""

    lower: list[str]
    stems: list[str]
    starts: list[int]
    ends: list[int]


def words(text: str, language: str) -> Words:
    """Split `text` into words. Linear in its length."""
    stem, how = stemmer(language), tokens(language)
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if "'" in word or "’" in word:
            word = how.whole(word)
        lower.append(word)
        starts.append(match.start())
        ends.append(match.end())
    return Words(lower, [stem(word) for word in lower], starts, ends)


@lru_cache(maxsize=8)
def stemmer(language: str) -> Callable[[str], str]:
    """A cached function from a lower-case word to its stem; accents are folded after stemming."""
    how = tokens(language)
    if not how.stemmer:
        return _fold
    import Stemmer  # PyStemmer: the Snowball stemmers in C

    stem_word = Stemmer.Stemmer(how.stemmer, 0).stemWord  # its own cache costs more than it saves: `stem` has one

    @lru_cache(maxsize=65536)
    def stem(word: str) -> str:
        spelt = how.spelt(word)
        return _fold(stem_word(spelt)) + how.derivation(spelt)

    return stem


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(c for c in parts if not unicodedata.combining(c) or ord(c) > 0x370)
