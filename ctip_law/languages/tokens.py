"""How the words of a language are compared, from `<lang>/tokens.toml`; a language without the file has no stems.

    stemmer = "english"                         # the Snowball stemmer
    after_apostrophe = ["s", "t", "ll"]         # "victim's" is "victim"
    elided = 2                                  # "l'infraction" is the noun behind at most two letters

    [[spelling]]                                # two spellings are one: labour and labor, organised and organized
    letters = "our"
    become = "or"
    before = ["", "s", "ed", "ing"]             # what may follow up to the end of the word
    unless = ["our", "hour"]

    [derived]                                   # endings that make another word of a stem: institution, institute
    n = ["[aeiou]tions?", "sions?"]
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ctip_law import languages
from ctip_law.datafile import DataFile, Entry

_LEAST = 5  # letters of a word that another spelling is looked for in; a longer one may be derived


@dataclass(frozen=True, slots=True)
class Spelling:
    """Letters at the end of a word, before one of some endings, that are spelt otherwise; `found`: where they do."""

    letters: str
    found: re.Pattern[str]
    become: str
    unless: frozenset[str]

    def __call__(self, word: str) -> str:
        if self.letters not in word or word in self.unless:  # as nearly all words
            return word
        return self.found.sub(self.become, word)


@dataclass(frozen=True, slots=True)
class Tokens:
    """How words of a language are compared. `derived` finds the ending of a word that is no form of a stem, and
    `marks` has its mark, by the number of the group that closes with it."""

    stemmer: str = ""
    after_apostrophe: frozenset[str] = frozenset()
    elided: int = 0
    spelling: tuple[Spelling, ...] = ()
    marks: Mapping[int, str] = field(default_factory=dict)
    derived: re.Pattern[str] | None = None

    def whole(self, word: str) -> str:
        """The word that is meant by a lower-case one with an apostrophe."""
        head, _, tail = word.replace("’", "'").rpartition("'")
        if tail in self.after_apostrophe or not tail:
            return head
        return tail if len(head) <= self.elided else head + tail

    def spelt(self, word: str) -> str:
        """The word in the one spelling of the language."""
        if len(word) >= _LEAST:
            for rule in self.spelling:
                word = rule(word)
        return word

    def derivation(self, word: str) -> str:
        """The mark of an ending that makes another word of a stem, "" for a plain form or an inflection."""
        if self.derived is None or len(word) <= _LEAST:
            return ""
        found = self.derived.match(word)
        return self.marks[found.lastindex] if found and found.lastindex else ""


@lru_cache(maxsize=16)
def tokens(language: str) -> Tokens:
    """How the words of a language are compared. Raises ConfigError CT301 with file and line."""
    path = languages.FOLDER / language / "tokens.toml"
    if not path.is_file():
        return Tokens()
    root = DataFile(path).root
    root.only(("stemmer", "after_apostrophe", "elided", "spelling", "derived"))
    marks, derived = _derived(root.table("derived"))
    return Tokens(
        stemmer=_stemmer(root),
        after_apostrophe=frozenset(root.texts("after_apostrophe")),
        elided=root.number("elided", 0),
        spelling=tuple(_spelling(entry) for entry in root.entries("spelling")),
        marks=marks,
        derived=derived,
    )


def _stemmer(root: Entry) -> str:
    if not root.text("stemmer", ""):
        return ""
    import Stemmer

    return root.choice("stemmer", Stemmer.algorithms())


def _spelling(entry: Entry) -> Spelling:
    entry.only(("letters", "become", "before", "unless"))
    before = entry.fields.get("before", [""])
    if not isinstance(before, list) or not before or not all(isinstance(end, str) for end in before):
        raise entry.error("`before` must be a list of endings", "before")
    ends = "|".join(re.escape(end) for end in before)
    letters = entry.text("letters")
    found = re.compile(rf"{re.escape(letters)}(?=(?:{ends})$)")
    return Spelling(letters, found, entry.text("become"), frozenset(entry.texts("unless")))


def _derived(entry: Entry | None) -> tuple[dict[int, str], re.Pattern[str] | None]:
    """One expression for the endings of all marks: one search for a word and not one for each mark."""
    if entry is None or not entry.fields:
        return {}, None
    marks: dict[int, str] = {}
    endings = []
    groups = 0
    for mark in entry.fields:
        one = _endings(entry, mark)
        endings.append(rf".*(?:{one.pattern})$()")
        groups += one.groups + 1
        marks[groups] = mark
    return marks, re.compile("|".join(endings))


def _endings(derived: Entry, mark: str) -> re.Pattern[str]:
    try:
        return re.compile("|".join(derived.texts(mark)))
    except re.error as error:
        raise derived.error(f"`{mark}` holds an ending that cannot be read ({error})", mark) from None
