"""Kinds of general law: which of them a bundle holds, and what may stand in one that it does not hold.

    corpus/sg holds no law on immigration --> nothing that was not found on stay permits is called a gap

Laws of the corpus are of the kinds that their `country.toml` says; others by the words of their titles, which are in
`languages/<language>/screen.toml`. An extract is of no kind by its title: what it leaves out may be what is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

from ctip_law.datafile import DataFile
from ctip_law.framework import load
from ctip_law.languages import FOLDER
from ctip_law.model import Law
from ctip_law.paths import data_folder


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of general law; `elements` are those of the framework that may stand in a law of it."""

    id: str
    name: str
    elements: tuple[str, ...]


class CorpusFile(DataFile):
    """A data file of the corpus: a mistake in one is the corpus's."""

    code = "CT602"


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its id, in the order of `corpus/kinds.toml`. Raises ConfigError CT602 for a wrong entry."""
    made = {}
    for entry in CorpusFile(data_folder("corpus") / "kinds.toml").entries():
        entry.only(("name", "elements"))
        known = load().elements
        found: list[str] = []
        for name in entry.texts("elements"):
            own = [id for id, element in known.items() if name in (id, element.group)]
            if not own:
                raise entry.error(f'the framework has no element and no group "{name}"', "elements", name)
            found += own
        made[entry.id] = Kind(entry.id, entry.text("name"), tuple(dict.fromkeys(found)))
    return made


def may_stand_in(laws: Sequence[Law]) -> dict[str, tuple[str, ...]]:
    """Element -> the ids of the kinds of law in which it may stand and of which the bundle has none.

    Empty where the laws are no bundle: one law that is not of the corpus is read by itself.
    """
    if len(laws) < 2 and not any(in_corpus(law) for law in laws):
        return {}
    held = {kind for law in laws for kind in kinds_of(law)}
    found: dict[str, list[str]] = {}
    for kind in kinds().values():
        if kind.id not in held:
            for element in kind.elements:
                found.setdefault(element, []).append(kind.id)
    return {element: tuple(ids) for element, ids in found.items()}


def kinds_of(law: Law) -> tuple[str, ...]:
    """The kinds of general law that a law is of."""
    if in_corpus(law):
        inside = Path(law.source.path)
        return holds(data_folder("corpus") / inside.parent.name / "country.toml").get(inside.name, ())
    return by_title(law.title, law.language) if law.complete else ()


def in_corpus(law: Law) -> bool:
    """Whether a law was read from a file of the corpus, by its path or by its name as a report prints it."""
    path = Path(law.source.path)
    inside = data_folder("corpus") / path.parent.name / path.name
    return law.restatement and path.parent.parent.name == "corpus" and inside.is_file()


@cache
def holds(manifest: Path) -> Mapping[str, tuple[str, ...]]:
    """File name -> kinds of general law, as a `country.toml` says. Raises ConfigError CT602 for an unknown kind."""
    root = CorpusFile(manifest).root
    table = root.table("holds")
    if table is None:
        return {}
    table.only(root.texts("laws", empty=True))
    for name in table.fields:
        for kind in table.texts(name):
            if kind not in kinds():
                raise table.error(f'there is no kind of law "{kind}" in kinds.toml', name, kind)
    return {name: table.texts(name) for name in table.fields}


def by_title(title: str, language: str) -> tuple[str, ...]:
    """The kinds that the words of a title say, in the order of `kinds()`.

    >>> by_title("Extradition and Mutual Legal Assistance Act 2001", "en")
    ('extradition', 'mutual-assistance')
    """
    said = " ".join(unescape(title).casefold().split())
    words = _titles(language)
    return tuple(kind for kind in kinds() if kind in words and words[kind].search(said))


@cache
def _titles(language: str) -> Mapping[str, re.Pattern[str]]:
    path = FOLDER / language / "screen.toml"
    if not language or not path.is_file():
        return {}
    table = DataFile(path).entry("general")
    return {kind: re.compile("|".join(map(_pattern, table.texts(kind)))) for kind in table.fields}


def _pattern(wording: str) -> str:
    """Whole words; `*` ends one freely."""
    words = re.escape(wording.casefold()).replace(re.escape("*"), r"\w*")
    return rf"(?<!\w){words}(?!\w)"


def names(ids: Iterable[str]) -> str:
    """Kinds in words: "criminal law, extradition or immigration and passports"."""
    *rest, last = [kinds()[id].name for id in ids]
    return f"{', '.join(rest)} or {last}" if rest else last
