"""Drafting traditions as data: the words that structure a statute, `languages/<language>/structure.toml`.

What is no language's but a script's, shared by many languages, stands here: `profiles/cyrl.toml`.

The structure stages use the union of all files, so that a law with a wrong or no language is read all the same.
Keys of a file: `name`, `languages` (BCP 47), `[units]` and `[divisions]` (kind -> words before the number),
`[[around]]` (words around or after the number), `[cues]` (kind of cue -> phrases), `[numerals]` (word -> value),
`[small_words]` and `[telling_words]` (language -> words that it is known by).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ctip_law.errors import DataError

FOLDER = Path(__file__).resolve().parent
LANGUAGES = FOLDER.parent / "languages"

UNIT_KINDS = frozenset({"section", "article", "regulation", "rule"})
DIVISION_KINDS = frozenset(
    {"book", "part", "subpart", "title", "chapter", "subchapter", "division", "subdivision", "transitional"}
)
CUE_KINDS = frozenset(
    {
        "contents",
        "schedule",
        "notes",
        "supplement",
        "enacting",
        "closing",
        "editorial",
        "proviso",
        "meaning",
        "repealed",
        "subject",
        "title",
    }
)


@dataclass(frozen=True, slots=True)
class Around:
    """A unit whose number stands between or before words: "第12条", "12 §"."""

    before: str
    after: str
    kind: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One drafting tradition. Words are in lower case."""

    id: str
    name: str
    languages: tuple[str, ...]
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)
    divisions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    around: tuple[Around, ...] = ()
    cues: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numerals: dict[str, int] = field(default_factory=dict)
    small_words: dict[str, frozenset[str]] = field(default_factory=dict)
    telling_words: dict[str, frozenset[str]] = field(default_factory=dict)


@cache
def profiles() -> tuple[Profile, ...]:
    """All profiles, by id. Raises DataError CT301 with file and line for a mistake in one."""
    paths = (*FOLDER.glob("*.toml"), *LANGUAGES.glob("*/structure.toml"))
    return tuple(sorted((load(path) for path in paths), key=lambda profile: profile.id))


def profile_for(language: str) -> Profile | None:
    """The profile of a BCP 47 language ("pt-BR" finds "pt"), or None."""
    for wanted in (language, language.split("-")[0]):
        for profile in profiles():
            if wanted in profile.languages:
                return profile
    return None


def load(path: Path) -> Profile:
    """One profile file. Raises DataError CT301 with file and line."""
    text = path.read_text("utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = str(error).rpartition("(at line ")[2].split(",")[0] or "1"
        raise DataError("CT301", f"not TOML: {error}", path=str(path), place=place) from None
    return _Check(str(path), text).profile(path.parent.name if path.name == "structure.toml" else path.stem, data)


class _Check:
    """Turns the data of one file into a Profile, refusing what the schema does not know."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")

    def fail(self, key: str, message: str) -> DataError:
        bare = key.split(".")[-1]
        place = next((n for n, line in enumerate(self.lines, 1) if bare in line), 1)
        return DataError("CT301", f"{key}: {message}", path=self.path, place=str(place))

    def profile(self, name: str, data: dict[str, Any]) -> Profile:
        known = {
            "name",
            "languages",
            "units",
            "divisions",
            "around",
            "cues",
            "numerals",
            "small_words",
            "telling_words",
        }
        for key in data:
            if key not in known:
                raise self.fail(key, "not a key of a profile")
        title = data.get("name")
        if not isinstance(title, str) or not title:
            raise self.fail("name", "a name is needed")
        return Profile(
            id=name,
            name=title,
            languages=self.words("languages", data.get("languages"), lower=False),
            units=self.table("units", data, UNIT_KINDS),
            divisions=self.table("divisions", data, DIVISION_KINDS),
            around=tuple(self.around(entry) for entry in data.get("around", [])),
            cues=self.table("cues", data, CUE_KINDS),
            numerals=self.numerals(data.get("numerals", {})),
            small_words={k: frozenset(v) for k, v in self.table("small_words", data, None).items()},
            telling_words={k: frozenset(v) for k, v in self.table("telling_words", data, None).items()},
        )

    def words(self, key: str, value: object, lower: bool = True) -> tuple[str, ...]:
        if not isinstance(value, list) or not value or not all(isinstance(word, str) and word for word in value):
            raise self.fail(key, "a list of words is needed")
        return tuple(word.lower() if lower else word for word in value)

    def table(self, key: str, data: dict[str, Any], kinds: frozenset[str] | None) -> dict[str, tuple[str, ...]]:
        table = data.get(key, {})
        if not isinstance(table, dict):
            raise self.fail(key, "a table is needed")
        for kind in table:
            if kinds is not None and kind not in kinds:
                raise self.fail(f"{key}.{kind}", f"not one of {', '.join(sorted(kinds))}")
        return {kind: self.words(f"{key}.{kind}", words) for kind, words in table.items()}

    def around(self, entry: object) -> Around:
        if not isinstance(entry, dict) or set(entry) != {"before", "after", "kind"}:
            raise self.fail("around", "before, after and kind are needed")
        if entry["kind"] not in UNIT_KINDS | DIVISION_KINDS:
            raise self.fail("around", f"{entry['kind']} is not a kind of unit")
        return Around(str(entry["before"]).lower(), str(entry["after"]).lower(), str(entry["kind"]))

    def numerals(self, table: object) -> dict[str, int]:
        if not isinstance(table, dict):
            raise self.fail("numerals", "a table is needed")
        for word, value in table.items():
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                raise self.fail(f"numerals.{word}", "a whole number is needed")
        return {word.lower(): value for word, value in table.items()}
