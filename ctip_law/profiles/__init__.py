"""Drafting traditions as data: the words that structure a statute, `languages/<language>/structure.toml`.

What is no language's but a script's, shared by many languages, stands here: `profiles/cyrl.toml`.

The structure stages use the union of all files, so that a law with a wrong or no language is read all the same.
Keys of a file: `name`, `languages` (BCP 47), `[units]` and `[divisions]` (kind -> words before the number),
`[[around]]` (words around or after the number), `[cues]` (kind of cue -> phrases), `[numerals]` (word -> value),
`[inserted]` (word behind the number of an inserted unit -> its place, 2 for "bis"), `[beside]` (words before the number
of units that are counted beside the others -> what stands before their number when they are cited),
`[small_words]` and `[telling_words]` (language -> words that it is known by), `[script]` (the letters of a script that
no other language has and `scripts.toml` does not list).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile, Entry
from ctip_law.profiles.scripts import PATH as SCRIPTS
from ctip_law.profiles.scripts import Script, own
from ctip_law.profiles.scripts import scripts as listed

FOLDER = Path(__file__).resolve().parent
LANGUAGES = FOLDER.parent / "languages"

_KEYS = (
    "name", "languages", "units", "divisions", "around", "cues", "numerals", "inserted", "beside",
    "small_words", "telling_words", "script",
)  # fmt: skip
UNIT_KINDS = frozenset({"section", "article", "regulation", "rule"})
DIVISION_KINDS = frozenset(
    {"book", "part", "subpart", "title", "chapter", "subchapter", "division", "subdivision", "transitional"}
)
CUE_KINDS = frozenset(
    {
        "amended",
        "below",
        "binds",
        "cited",
        "contents",
        "counted",
        "member",
        "schedule",
        "notes",
        "opens",
        "operative",
        "orders",
        "page",
        "range",
        "regulations",
        "rules",
        "recital",
        "supplement",
        "enacting",
        "closing",
        "editorial",
        "proviso",
        "publisher",
        "meaning",
        "repealed",
        "repealed_by",
        "rider",
        "sole",
        "subject",
        "subsidiary",
        "kind",
        "matter",
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
    inserted: dict[str, int] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)
    small_words: dict[str, frozenset[str]] = field(default_factory=dict)
    telling_words: dict[str, frozenset[str]] = field(default_factory=dict)
    script: Script | None = None


@cache
def profiles() -> tuple[Profile, ...]:
    """All profiles, by id. Raises ConfigError CT301 with file and line for a mistake in one."""
    shared = (path for path in FOLDER.glob("*.toml") if path.name != SCRIPTS.name)
    found = [load(path) for path in (*shared, *LANGUAGES.glob("*/structure.toml"))]
    return tuple(sorted(found, key=lambda profile: profile.id))


@cache
def scripts() -> tuple[Script, ...]:
    """All scripts: those that many languages share or that have no folder, then those of a language's own file."""
    return (*listed(), *(profile.script for profile in profiles() if profile.script))


def profile_for(language: str) -> Profile | None:
    """The profile of a BCP 47 language ("pt-BR" finds "pt"), or None."""
    for wanted in (language, language.split("-")[0]):
        for profile in profiles():
            if wanted in profile.languages:
                return profile
    return None


def load(path: Path) -> Profile:
    """One profile file. Raises ConfigError CT301 with file and line."""
    root = DataFile(path).root
    root.only(_KEYS)
    script = root.table("script")
    return Profile(
        id=path.parent.name if path.name == "structure.toml" else path.stem,
        name=root.text("name"),
        languages=_filled(root, "languages"),
        units=_kinds(root, "units", UNIT_KINDS),
        divisions=_kinds(root, "divisions", DIVISION_KINDS),
        around=tuple(_around(entry) for entry in root.entries("around")),
        cues=_kinds(root, "cues", CUE_KINDS),
        numerals=_numerals(root, "numerals"),
        inserted=_numerals(root, "inserted"),
        beside={word.lower(): name for word, name in root.words("beside").items()},
        small_words={k: frozenset(v) for k, v in _kinds(root, "small_words", None).items()},
        telling_words={k: frozenset(v) for k, v in _kinds(root, "telling_words", None).items()},
        script=own(script, path.parent.name) if script else None,
    )


def _filled(entry: Entry, field: str) -> tuple[str, ...]:
    words = entry.texts(field)
    if not words:
        raise entry.error(f"`{field}` must be a list of texts that is not empty", field)
    return words


def _kinds(root: Entry, field: str, kinds: Collection[str] | None) -> dict[str, tuple[str, ...]]:
    """A table of lists of words, by kind; in lower case."""
    table = root.table(field)
    if table is None:
        return {}
    if kinds is not None:
        table.only(sorted(kinds))
    return {kind: tuple(word.lower() for word in _filled(table, kind)) for kind in table.fields}


def _around(entry: Entry) -> Around:
    entry.only(("before", "after", "kind"))
    kind = entry.choice("kind", sorted(UNIT_KINDS | DIVISION_KINDS))
    before, after = (str(entry.text(side, "")).lower() for side in ("before", "after"))
    if not before and not after:
        raise entry.error("`before` or `after` must hold what stands around the number")
    return Around(before, after, kind)


def _numerals(root: Entry, field: str) -> dict[str, int]:
    table = root.table(field)
    return {word.lower(): table.number(word) for word in table.fields} if table else {}
