"""Where each wording was met: the provenance of the lexicon, and what it lets the project measure.

`docs/data/places/<lang>.toml` of a checkout lists for every wording the laws (folders of a corpus of full
texts) in which a text search finds it, with the first section there, two at most; a wording that is not listed was met
nowhere. It is written by

    python -m ctip_law.match.survey CORPUS

With it the lexicon can be read as if a law had never been seen: the wordings that stand in that work alone, and those
that were met nowhere, are off (`left_out`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ctip_law.datafile import DataFile
from ctip_law.errors import ConfigError
from ctip_law.knowledge import Rule
from ctip_law.languages import Lexicon, expand, load

#: Survey data, which is measured with and not read with: it stands in a checkout, not in an installed package.
FOLDER = Path(__file__).resolve().parents[2] / "docs" / "data" / "places"


@lru_cache(maxsize=1)
def works() -> dict[str, str]:
    """Folder of a law ("my/bill-2007-en") to the work that it is a version of; others are works of their own."""
    entry = _file("works").root
    return {folder: work for work in entry.fields for folder in entry.texts(work)}


def work_of(folder: str) -> str:
    """The work of a law's folder."""
    return works().get(folder, folder)


@lru_cache(maxsize=8)
def places(language: str) -> dict[str, tuple[str, ...]]:
    """Wording to the places where it was met, each "folder#section". ConfigError CT301 when the file is not there."""
    entry = _file(language).entry("places")
    return {wording: entry.texts(wording) for wording in entry.fields}


def looked_for(language: str) -> str:
    """The fingerprint of the wordings that were looked for."""
    return _file(language).root.text("looked_for")


def all_wordings(lexicon: Lexicon) -> set[str]:
    """Every wording of a lexicon, alternatives apart."""
    return {word for words in lexicon.wordings().values() for one in words for word in expand(one)}


def fingerprint(wordings: Iterable[str]) -> str:
    """A hash of wordings, in hexadecimal digits: it tells whether those of today are those that were looked for."""
    return sha256("\n".join(sorted(wordings)).encode()).hexdigest()


def _file(name: str) -> DataFile:
    path = FOLDER / f"{name}.toml"
    if not path.is_file():
        what = "where wordings were met is not known, so a law cannot be read without its own"
        remedy = "run this in a checkout of ctip-law, not in an installed one"
        raise ConfigError("CT301", what, path=str(path), remedy=remedy)
    return DataFile(path)


class Off(Container[str]):
    """The wordings that are off when a work is to be read as unseen: those met in it alone, or nowhere."""

    def __init__(self, language: str, folder: str) -> None:
        self._own = work_of(folder)
        self._known = places(language)

    def __contains__(self, wording: object) -> bool:
        met = self._known.get(wording, ()) if isinstance(wording, str) else ()
        return {work_of(place.partition("#")[0]) for place in met} <= {self._own}


def left_out(lexicon: Lexicon, folder: str) -> tuple[Off, tuple[Rule, ...]]:
    """The wordings to switch off when the law in `folder` is to be read as unseen, and the rules that stay.

    A rule goes when it says that it was made from that work alone.
    """
    own = work_of(folder)
    rules = tuple(r for r in lexicon.rules if not r.met or not {work_of(m) for m in r.met} <= {own})
    return Off(lexicon.language, folder), rules


def lexicon_without(language: str, folder: str) -> tuple[Lexicon, Off]:
    """The lexicon of a language with the rules of one work left out, and the wordings to switch off."""
    lexicon = load(language)
    off, rules = left_out(lexicon, folder)
    return Lexicon(language, f"{lexicon.version}-without", lexicon.concepts, rules), off
