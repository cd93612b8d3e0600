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

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STEMMER = {"en": "english", "es": "spanish", "fr": "french", "id": "indonesian", "ms": "indonesian"}
# British and American spelling to one form, before stemming: labour/labor, organise/organize, offence/offense.
_OUR = re.compile(r"our(s|ed|ing|er|ers|able)?$")
_ISE = re.compile(r"is(e|es|ed|ing|ation|ations)$")
_ENCE = re.compile(r"ence(s?)$")
_NOT_OUR = {"our", "ours", "hour", "hours", "four", "your", "yours", "tour", "tours", "pour", "journal"}


class Words(NamedTuple):
    """The words of a text: lower-case forms, stems, and their character offsets."""

    lower: list[str]
    stems: list[str]
    starts: list[int]
    ends: list[int]


def words(text: str, language: str) -> Words:
    """Split `text` into words. Linear in its length."""
    stem = stemmer(language)
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        # "victim's" is "victim"; French "l'infraction", "d’une" are the noun behind the elision
        if "'" in word or "’" in word:
            head, _, tail = word.replace("’", "'").rpartition("'")
            word = head if tail in {"s", "t", "ll"} or not tail else (tail if len(head) <= 2 else head + tail)
        lower.append(word)
        starts.append(match.start())
        ends.append(match.end())
    return Words(lower, [stem(word) for word in lower], starts, ends)


@lru_cache(maxsize=8)
def stemmer(language: str) -> Callable[[str], str]:
    """A cached function from a lower-case word to its stem; accents are folded after stemming."""
    name = _STEMMER.get(language)
    if name is None:
        return _fold
    import Stemmer  # PyStemmer: the Snowball stemmers in C

    stem_word = Stemmer.Stemmer(name).stemWord

    @lru_cache(maxsize=65536)
    def stem(word: str) -> str:
        if language == "en":
            word = _english(word)
        return _fold(stem_word(word))

    return stem


def _english(word: str) -> str:
    if len(word) > 4:
        if word not in _NOT_OUR:
            word = _OUR.sub(r"or\1", word)
        word = _ENCE.sub(r"ense\1", _ISE.sub(r"iz\1", word))
    return word


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(c for c in parts if not unicodedata.combining(c) or ord(c) > 0x370)
