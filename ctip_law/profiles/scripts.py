"""Scripts and the languages that share one, from `scripts.toml` and the `[script]` of a language's own file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile, Entry

PATH = Path(__file__).resolve().parent / "scripts.toml"
_FIELDS = ("letters", "signs", "otherwise", "among", "one_in", "languages")


@dataclass(frozen=True, slots=True)
class Sign:
    """Letters or words of one language only: there are as many as one in `one_in` characters of its texts."""

    language: str
    found: re.Pattern[str]
    one_in: int


@dataclass(frozen=True, slots=True)
class Script:
    """A script. `otherwise`: the language of a text in it where no sign decides, "" if its words do.

    `among`: the script among whose letters one in `one_in` of this one is enough. `languages`: more languages of it.
    """

    name: str
    letters: re.Pattern[str]
    signs: tuple[Sign, ...] = ()
    otherwise: str = ""
    among: str = ""
    one_in: int = 1
    languages: tuple[str, ...] = ()

    def has(self, language: str) -> bool:
        """Whether a language, by its code without region, is written in this script."""
        known = (self.name, *self.languages, *(sign.language.partition("-")[0] for sign in self.signs))
        return language in known or language == self.otherwise.partition("-")[0] != ""


@cache
def file() -> DataFile:
    """The file with the scripts."""
    return DataFile(PATH)


@cache
def several() -> frozenset[str]:
    """Languages that are written in more than one script."""
    return frozenset(file().root.texts("several"))


@cache
def scripts() -> tuple[Script, ...]:
    """The scripts of the file, in its order. Raises ConfigError CT301 with file and line."""
    file().root.only(("several", "script"))
    found = tuple(_script(entry, entry.id) for entry in file().entry("script").tables())
    names = {script.name for script in found}
    for script in found:
        if script.among and script.among not in names:
            raise file().error(("script", script.name), f'`among` names no script "{script.among}"', field="among")
    return found


def own(entry: Entry, language: str) -> Script:
    """The script that a language declares in its own file."""
    entry.only(("letters",))
    return Script(language, _class(entry, "letters"), otherwise=language)


def _script(entry: Entry, name: str) -> Script:
    entry.only(_FIELDS)
    return Script(
        name=name,
        letters=_class(entry, "letters"),
        signs=tuple(_sign(sign) for sign in entry.entries("signs")),
        otherwise=entry.text("otherwise", ""),
        among=entry.text("among", ""),
        one_in=entry.number("one_in", 1),
        languages=entry.texts("languages"),
    )


def _sign(entry: Entry) -> Sign:
    entry.only(("language", "letters", "words", "one_in"))
    words = entry.texts("words")
    found = re.compile("|".join(map(re.escape, words))) if words else _class(entry, "letters")
    return Sign(entry.text("language"), found, entry.number("one_in"))


def _class(entry: Entry, field: str) -> re.Pattern[str]:
    """Ranges of letters as a class of a regular expression."""
    letters = entry.text(field)
    try:
        return re.compile(f"[{letters}]")
    except re.error as error:
        raise entry.error(f"`{field}` holds no ranges of letters ({error})", field) from None
