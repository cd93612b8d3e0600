"""How laws of a language name their own country, from `<lang>/country.toml`; a language without the file names none.

    sure = ["outside", "citizen of", "territory of"]   # words before a name that hardly any but a country's has
    likely = ["in", "within", "from"]                  # words before it that others have too
    never = ["Act", "Part", "Court"]                   # words that no name of a country begins or ends with
    adjective = ["an", "ian", "ese"]                   # endings of the name as an adjective, read as `national`
    national = "national"

    become = "el país"                                 # how the lexicon says what stands there
    articles = ["el", "la"]                            # words that belong to the name where they stand before it
    [[said]]
    before = ["de"]                                    # and with the word before it, which is taken with it
    become = "del país"
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ctip_law import languages
from ctip_law.datafile import DataFile

_WORD = r"[A-ZÀ-Þ][\w’'-]+"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:(?:and|of|et|y|e|dan|de|du|des)\s)?{_WORD}){{0,3}})"


@dataclass(frozen=True, slots=True)
class Country:
    """`sure` and `likely` find a name behind the words that such names have. `become` stands for it, `said` for it and
    the word before it. `adjective` finds the end of one; None where the language has none for countries."""

    sure: re.Pattern[str]
    likely: re.Pattern[str]
    never: frozenset[str]
    become: str
    articles: frozenset[str]
    said: dict[str, str]
    adjective: re.Pattern[str] | None
    national: str


@lru_cache(maxsize=16)
def country(language: str) -> Country | None:
    """How a language names the country. Raises ConfigError CT301 with file and line."""
    path = languages.FOLDER / language / "country.toml"
    if not path.is_file():
        return None
    root = DataFile(path).root
    root.only(("sure", "likely", "never", "adjective", "national", "become", "articles", "said"))
    said: dict[str, str] = {}
    for entry in root.entries("said"):
        entry.only(("before", "become"))
        said |= {before: entry.text("become") for before in entry.texts("before")}
    articles = frozenset(root.texts("articles"))
    ends = "|".join(sorted(root.texts("adjective"), key=len, reverse=True))
    return Country(
        sure=_behind(root.texts("sure"), articles),
        likely=_behind(root.texts("likely"), articles),
        never=frozenset(root.texts("never")),
        become=root.text("become"),
        articles=articles,
        said=said,
        adjective=re.compile(rf"(?:{ends})$") if ends else None,
        national=root.text("national"),
    )


def _behind(before: Iterable[str], articles: Iterable[str]) -> re.Pattern[str]:
    lead, article = ("|".join(re.escape(words).replace(r"\ ", r"\s") for words in some) for some in (before, articles))
    between = rf"(?:(?:{article})\s)?" if article else ""
    return re.compile(rf"(?<!\w)(?i:{lead})\s{between}{_NAME}")
