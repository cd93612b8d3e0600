"""The words of the interface, one file for each language in `templates/site/words`; English is the one to translate.

    words("id")("index.more", n=3) --> "Jumlah yang sama: 3 kewajiban lain."

What a language lacks is shown in English and marked so. The words of the framework and the reasons of verdicts stand in
catalogues of their own (`terms`), the titles of duties with the drafts (`draft.duties`). Laws are data and keep their
own language.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctip_law.datafile import DataFile
from ctip_law.draft.duties import names
from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.framework.lenses import lenses
from ctip_law.knowledge import measured
from ctip_law.paths import data_folder
from ctip_law.report import words as report
from ctip_law.report.naming import SHORT
from ctip_law.report.terms import terms
from ctip_law.site.words import MARKING, NOT_THE_LAW, QUESTIONS

if TYPE_CHECKING:
    from markupsafe import Markup

ENGLISH = "en"

#: The numbers for which a language has words of their own, where these are not 1 alone.
_SINGULAR: dict[str, tuple[int, ...]] = {"fr": (0, 1), "id": ()}

#: What only other languages have: their names of states, since the data has the English ones.
_NAMES = ("name",)


class Words:
    """The words of the interface in one language. A call gives the words of a key with its blanks filled, safe to
    stand in a page: what is filled in is escaped, but for what is markup already."""

    def __init__(self, language: str, own: dict[str, str], english: dict[str, str]) -> None:
        self.language = language
        self.terms = terms(language)
        self._own = own
        self._english = english

    def __call__(self, key: str, /, **values: Any) -> Markup:
        from markupsafe import Markup, escape

        return Markup(escape(self._text(key))).format(**values)

    def plain(self, key: str, /, **values: Any) -> str:
        """The words as text that a page still has to escape."""
        return self._text(key).format(**values)

    def n(self, key: str, n: int, /, **values: Any) -> Markup:
        """The words for a number: those of the key, those of the key with "_1" for what the language counts as one, and
        those with "_0", "_1" or "_2" for just this number where the language has them."""
        return self(self._numbered(key, n), n=n, **values)

    def plain_n(self, key: str, n: int, /, **values: Any) -> str:
        """As `n`, as text."""
        return self.plain(self._numbered(key, n), n=n, **values)

    @property
    def then(self) -> str:
        """What stands between the parts of a list: "; "."""
        return self.plain("common.then", first="", next="")

    def has(self, key: str) -> bool:
        """Whether the language has words of its own for a key; English has them for all."""
        return key in self._own or (self.language == ENGLISH and key in self._english)

    def lang(self, *keys: str) -> Markup:
        """The attribute that marks words as English where the language has none of its own for one of the keys."""
        from markupsafe import Markup

        return Markup("" if all(map(self.has, keys)) else ' lang="en"')

    @property
    def of_english(self) -> Markup:
        """The attribute of an element whose words are English whatever the language of the page."""
        from markupsafe import Markup

        return Markup("" if self.language == ENGLISH else ' lang="en"')

    def en(self, text: object) -> Markup:
        """Words that are English whatever the language of the page: of the framework, of a finding."""
        from markupsafe import Markup, escape

        return escape(text) if self.language == ENGLISH else Markup('<span lang="en">{}</span>').format(text)

    def name(self, code: str, english: str) -> str:
        """The language's own name of a state: that of the catalogue, of Unicode CLDR, or else the English one."""
        if self.language == ENGLISH:
            return english
        return self._own.get(f"name.{code}") or _territory(code, self.language) or english

    def duty(self, english: str) -> str:
        """The title of a duty, the English one where the language has none."""
        return self._titles.get(english, english)

    def short(self, instrument: str) -> str:
        """What an instrument is called in a citation: "Trafficking Protocol"."""
        return SHORT[instrument] if self.language == ENGLISH else names(self.language).instruments[instrument]

    def titled(self, english: str) -> Markup:
        """The title of a duty, marked where it is English on a page that is not."""
        from markupsafe import escape

        own = self._titles.get(english)
        return self.en(english) if own is None else escape(own)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {} if self.language == ENGLISH else names(self.language).titles

    def of(self, kind: str, id: str, english: str, finish: Callable[[str], str] = str) -> Markup:
        """What a thing of the framework is called (see `terms.Terms.of`), marked where it is English on a page that is
        not. `finish` makes a sentence of it."""
        from markupsafe import escape

        return escape(finish(own)) if (own := self.terms.of(kind, id)) else self.en(finish(english))

    def plain_of(self, kind: str, id: str, english: str) -> str:
        """As `of`, as text."""
        return self.terms.of(kind, id) or english

    def said(self, english: str, finish: Callable[[str], str] = str) -> Markup:
        """A reason of a verdict, marked where it is English on a page that is not. `finish` makes a sentence of it."""
        from markupsafe import escape

        return escape(finish(own)) if (own := self.terms.said(english)) else self.en(finish(english))

    def plain_said(self, english: str) -> str:
        """As `said`, as text."""
        return self.terms.said(english) or english

    def section(self, name: str) -> dict[str, str]:
        """All words of a section by their keys in it, for a script."""
        start = f"{name}."
        return {key.removeprefix(start): self._text(key) for key in self._english if key.startswith(start)}

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that only English has words for."""
        if self.language == ENGLISH:
            return ()
        needed = (key for key in self._english if not key.endswith(("_0", "_2", *(() if self._singular else ("_1",)))))
        return (*(key for key in needed if key not in self._own), *self.terms.missing)

    @property
    def _singular(self) -> tuple[int, ...]:
        return _SINGULAR.get(self.language, (1,))

    def _numbered(self, key: str, n: int) -> str:
        if self.has(just := f"{key}_{n}"):
            return just
        one = n in self._singular and f"{key}_1" in self._english
        return f"{key}_1" if one else key

    def _text(self, key: str) -> str:
        return self._own[key] if key in self._own else self._english[key]


def _territory(code: str, language: str) -> str:
    """What a place is called in a language, by Unicode CLDR; "" where that has no name for it."""
    from babel import Locale

    return str(Locale.parse(language).territories.get(code, ""))


def languages() -> tuple[str, ...]:
    """The languages with a catalogue, English first."""
    others = sorted(path.stem for path in _folder().glob("*.toml") if path.stem != ENGLISH)
    return (ENGLISH, *others)


@cache
def words(language: str = ENGLISH) -> Words:
    """The words of a language. Raises UsageError CT004 for one without a catalogue, ConfigError CT301 for a catalogue
    with words that nothing shows, or with other blanks than the English ones."""
    if language not in languages():
        known = ", ".join(languages())
        raise UsageError("CT004", f"the site has no words in {language!r}", remedy=f"Use one of {known}.")
    english = _shared() | _read(_folder() / f"{ENGLISH}.toml")
    own = {} if language == ENGLISH else _read(_folder() / f"{language}.toml", english)
    return Words(language, own, english)


def told() -> str:
    """For `doctor`: each language with the words that it lacks. Raises ConfigError CT301."""
    made = []
    for language in languages():
        lacks = words(language).missing
        made.append(f"{language}: {len(lacks)} missing ({', '.join(lacks)})" if lacks else f"{language}: all")
    return "; ".join(made)


def _folder() -> Path:
    return data_folder("templates") / "site" / "words"


def _read(path: Path, english: dict[str, str] | None = None) -> dict[str, str]:
    """{"section.key": words} of a catalogue, held against the English one where there is one."""
    file = DataFile(path)
    made = {}
    for section in file.entries():
        for field in section.fields:
            key = f"{section.id}.{field}"
            made[key] = section.text(field)
            if english is None or section.id in _NAMES:
                continue
            if key not in english:
                raise section.error(f"nothing shows `{field}`", field)
            if blanks(made[key]) != (MEASURED if key == "shared.measured" else blanks(english[key])):
                raise section.error(f"`{field}` has other blanks than the English words", field)
    return made


def blanks(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


#: The figures in the sentence on how often verdicts were wrong; the English one has them filled in already.
MEASURED = frozenset({"laws", "since", "met_wrong", "met", "gap_wrong", "gap"})


def figures() -> dict[str, int | str]:
    """The values of MEASURED."""
    kept = measured.load()
    return {
        "laws": kept.laws, "since": kept.since[:7], "met_wrong": kept.met_said - kept.met_right, "met": kept.met_said,
        "gap_wrong": kept.gap_said - kept.gap_right, "gap": kept.gap_said,
    }  # fmt: skip


def _shared() -> dict[str, str]:
    """The English words that the reports have too, from the one place where they stand."""
    made = {
        "shared.measured": measured.load().words,
        "shared.disclaimer": report.DISCLAIMER,
        "shared.general_law": f"{report.GENERAL_LAW[:1].upper()}{report.GENERAL_LAW[1:]}.",
        "shared.not_the_law": NOT_THE_LAW,
    }
    for section, rows in (
        ("status", ((id, word, meaning) for id, (_, word, meaning) in report.PROVISION.items())),
        ("element", ((id, word, meaning) for id, (_, word, meaning) in report.ELEMENT.items())),
        ("strength", ((id, *pair) for id, pair in report.STRENGTH.items())),
    ):
        made |= dict(_pairs(section, rows))
    made |= {f"subject.{id}": name for id, name in report.SUBJECT.items()}
    made |= {f"marking.{id}": name for id, name in MARKING.items()}
    made |= {f"question.{id}": asked for id, (asked, _, _) in QUESTIONS.items()}
    for id, lens in lenses().items():
        made |= {f"lens_name.{id}": lens.name, f"lens_asks.{id}": lens.asks}
    return made | {f"instrument.{id}": one.name for id, one in load().instruments.items()}


def _pairs(section: str, rows: Iterable[tuple[str, str, str]]) -> Iterable[tuple[str, str]]:
    for id, word, meaning in rows:
        yield f"{section}.{id}", word
        yield f"{section}_means.{id}", meaning
