"""The words of each language, one folder each, as data that a lawyer can correct.

`<lang>/concepts-*.toml`: a concept is a list of wordings for one idea.

    victim = ["victim", "trafficked person", "person who has been trafficked"]
    none = ["life-imprisonment"]              # concepts that the language has no wording for

Languages that share words share them in a folder of their own: `<lang>/base.toml` names it (`base = "_malayic"`), and
what the language says for a concept is added to what the base says.

Wordings are compared word by word on stems (Snowball), without regard to case, punctuation or line breaks; `=word`
asks for the very form, `...` allows up to four words between, `a|b` are alternatives.

Beside them stand `tokens.toml`, how words are compared (`languages.tokens`), `country.toml`, how a law names its own
country (`languages.country`), `structure.toml`, the words that structure a statute (read by `profiles`),
`grammar.toml`, how the language words penalties, references and definitions, and `amendments.toml`, how its amending
acts order changes (both read by `annotate`).
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ctip_law import knowledge
from ctip_law.datafile import DataFile, Entry
from ctip_law.errors import ConfigError
from ctip_law.knowledge import Rule

FOLDER = Path(__file__).resolve().parent
_NONE = "none"
#: Concepts that a language cannot be without: no offence of trafficking would be known.
GROUND = ("core.trafficking", "core.act", "core.means", "core.purpose", "core.offence", "victim", "child")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All wordings of one language, and the rules. `version` is a short hash of the data; `none`: without a wording."""

    language: str
    version: str
    concepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    none: frozenset[str] = frozenset()

    def wordings(self) -> dict[str, tuple[str, ...]]:
        """Every concept with its wordings, `@` members resolved."""
        return {name: self.wordings_of(name) for name in self.concepts}

    def wordings_of(self, name: str) -> tuple[str, ...]:
        """The wordings of one concept, none where the language has none."""
        return tuple(_flatten(self.concepts, name, ())) if name in self.concepts else ()


@dataclass(slots=True)
class _Said:
    """What the files of a language say that can be checked only when all of them are read."""

    names: list[tuple[Entry, str]] = field(default_factory=list)
    none: list[tuple[Entry, str]] = field(default_factory=list)
    members: list[tuple[Entry, str, str]] = field(default_factory=list)


def expand(wording: str) -> list[str]:
    """`a|b c` to `a c` and `b c`."""
    choices = [word.split("|") for word in wording.split()]
    return [" ".join(choice) for choice in itertools.product(*choices)]


def _flatten(concepts: Mapping[str, tuple[str, ...]], name: str, seen: tuple[str, ...]) -> Iterable[str]:
    for member in concepts[name]:
        if not member.startswith("@"):
            yield member
        elif member[1:] not in seen:
            yield from _flatten(concepts, member[1:], (*seen, name))


def languages() -> tuple[str, ...]:
    """The languages that have wordings for the concepts, sorted."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob("[!_]*/concepts-core.toml")))


def kin(language: str) -> tuple[str, ...]:
    """The languages that share a base with one, itself first: a word met in a law of one is met for all."""
    base = _sources(FOLDER / language)[0]
    others = (name for name in languages() if name != language and _sources(FOLDER / name)[0] == base)
    return (language, *others)


@lru_cache(maxsize=8)
def load(language: str) -> Lexicon:
    """The wordings of a language, and the rules. ConfigError CT301 with file and line when the data is wrong."""
    rules = knowledge.rules()
    folder = FOLDER / language
    digest = hashlib.sha256(knowledge.version().encode())
    concepts: dict[str, tuple[str, ...]] = {}
    said = _Said()
    for source in _sources(folder):
        for name, words in _concepts(source, digest, said).items():
            concepts[name] = tuple(dict.fromkeys((*concepts.get(name, ()), *words)))
    known = knowledge.concepts()
    for entry, name in said.names:
        if name not in known:
            raise entry.error(f'the concept "{name}" is not declared in knowledge/concepts.toml', name)
    for entry, name in said.none:
        if name in concepts or name not in known:
            what = "has wordings and is said to have none" if name in known else "is not declared in concepts.toml"
            raise entry.error(f'"{name}" {what}', _NONE, name)
        if name in GROUND:
            raise entry.error(f'no law can be judged without words for "{name}"', _NONE, name)
    for entry, name, member in said.members:
        if member not in concepts:
            raise entry.error(f'the concept "{name}" names the unknown concept "@{member}"', name, f"@{member}")
    for entry, name, member in said.members:
        if _rounds(concepts, name):
            raise entry.error(f'the concept "{name}" holds itself by way of "@{member}"', name, f"@{member}")
    none = frozenset(name for _, name in said.none)
    for name, concept in known.items():
        if name not in concepts and name not in none:
            what = f'"{name}" ({concept.means}) has no wording and is not named in `none`'
            raise ConfigError("CT301", what, path=str(folder / f"concepts-{concept.topic}.toml"), place="1")
    return Lexicon(language, digest.hexdigest()[:12], concepts, rules, none)


#: A place of a wording: alternatives, "=" before one that asks for the form. A good wording is places, gaps between.
_PLACE = r"=?[^\W_][^\s|@]*(?:\|=?[^\W_][^\s|@]*)*"
_GOOD = re.compile(rf"{_PLACE}(?: (?:\.\.\. )?{_PLACE})*")


def _wrong(wording: str) -> str:
    """What is wrong with a wording that is not plainly good (`_GOOD`): it would match nothing, or more than it says; ""
    where nothing is."""
    if wording.startswith("@"):
        return "which names a concept and holds more words" if " " in wording else ""
    pieces = wording.split()
    if "@" in wording:
        return 'and a concept ("@victim") stands alone, not among words'
    if any(not part.strip("=") for piece in pieces for part in piece.split("|")):
        return "which has an alternative without letters"
    words = [part for piece in pieces if piece != "..." for part in piece.split("|")]
    if not words or not all(any(letter.isalnum() for letter in word) for word in words):
        return "which has a word without letters"
    return "and a gap stands between words" if "..." in (pieces[0], pieces[-1]) else ""


def _rounds(concepts: Mapping[str, tuple[str, ...]], name: str, above: tuple[str, ...] = ()) -> bool:
    """Whether a concept holds itself through the concepts that it names."""
    if name in above:
        return name == above[0]
    return any(_rounds(concepts, word[1:], (*above, name)) for word in concepts[name] if word.startswith("@"))


def _sources(folder: Path) -> tuple[Path, ...]:
    """The folders to read for a language: the base that it shares with others, if it names one, and its own."""
    path = folder / "base.toml"
    if not path.exists():
        return (folder,)
    entry = DataFile(path).root
    entry.only(("base",))
    base = entry.text("base")
    if not (FOLDER / base / "concepts-core.toml").is_file():
        raise entry.error(f"`base` names no folder with concepts: {base!r}", "base")
    return FOLDER / base, folder


def _concepts(folder: Path, digest: hashlib._Hash, said: _Said) -> dict[str, tuple[str, ...]]:
    """The concepts of one folder, each once; what is to be checked when all folders are read goes into `said`."""
    concepts: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("concepts-*.toml")):
        entry = (file := DataFile(path)).root
        digest.update(path.name.encode() + b"\0" + file.raw.encode())
        for name in entry.fields:
            words = entry.texts(name, empty=name != _NONE)
            if name == _NONE:
                said.none += [(entry, word) for word in words]
                continue
            if not words or not all(word.strip("= ") for word in words):
                raise entry.error(f'"{name}" has no wording; a concept without one is named in `none`', name)
            if name in concepts:
                raise entry.error(f'the concept "{name}" stands twice', name)
            for word in words:
                if not _GOOD.fullmatch(word) and (wrong := _wrong(word)):
                    raise entry.error(f'"{name}" holds "{word}", {wrong}', name, word)
            concepts[name] = words
            said.names.append((entry, name))
            said.members += [(entry, name, word[1:]) for word in words if word.startswith("@")]
    return concepts
