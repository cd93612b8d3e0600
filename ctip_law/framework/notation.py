"""Instruments and provisions as lawyers write them: "Palermo", "art 6(6)", "CETS 197 article 12(1)"."""

from __future__ import annotations

import re
from functools import cache

from ctip_law.datafile import DataFile
from ctip_law.errors import UsageError
from ctip_law.framework.load import DATA, load

#: Whose articles are meant where no instrument is named.
DEFAULT = "tip"

_ATOM = re.compile(r"\d+|[^\W\d_]+")


@cache
def _names() -> dict[str, str]:
    """Every name of an instrument in lower case, to its id. Raises ConfigError CT301."""
    root = DataFile(DATA / "names.toml").root
    root.only(("articles", "names"))
    table = root.table("names")
    if table is None:
        raise root.error("there is no table [names]")
    table.only(tuple(load().instruments))
    found = {_flat(name): id for id in table.fields for name in table.texts(id)}
    for one in load().instruments.values():
        found |= {_flat(one.name): one.id, one.id: one.id}
    return found


@cache
def _articles() -> tuple[str, ...]:
    return DataFile(DATA / "names.toml").root.texts("articles")


def instrument(name: str) -> str:
    """The id of the instrument with this id or name, whatever its case; what is none is given back as it is."""
    words = _flat(name)
    return _names().get(words) or _names().get(words.removeprefix("the ")) or name.strip()


def provision(words: str) -> str:
    """The id of the provision that is cited; what is no citation is given back as it is.

    "6(6)", "art. 6 (6)", "6.6" and "Palermo 6(6)" are `tip-6-6`; "ACTIP art 14(1)" is of that instrument. Raises
    UsageError CT003 where a citation leads to no entry, or to several.
    """
    told = words.strip()
    ids = {one.id.casefold(): one.id for one in load().provisions()}
    if told.casefold() in ids:
        return ids[told.casefold()]
    named, article = _split(_flat(told))
    if not article or not (named or article[0].isdigit()):
        return told
    atoms = _atoms(article)
    own = [one for one in load().provisions() if one.instrument == (named or DEFAULT)]
    exact = [one.id for one in own if _atoms(one.article) == atoms]
    if len(exact) == 1:
        return exact[0]
    below = exact or [one.id for one in own if _atoms(one.article)[: len(atoms)] == atoms]
    if below:
        remedy = f"Give one of {', '.join(below)}."
        raise UsageError("CT003", f'"{told}" has {len(below)} entries', remedy=remedy)
    elsewhere = [one.id for one in load().provisions() if not named and _atoms(one.article) == atoms]
    remedy = f"Name the instrument, as {' or '.join(elsewhere[:3])} does." if elsewhere else ""
    name = load().instruments[named or DEFAULT].name
    raise UsageError("CT003", f'there is no entry for "{told}" of the {name}', remedy=remedy)


def _split(words: str) -> tuple[str, str]:
    """Instrument ("" where none is named) and article of a citation; no article where it is no citation."""
    named = ""
    for name in sorted(_names(), key=len, reverse=True):
        if words.startswith(f"{name} ") or words.endswith((f" {name}", f" of the {name}", f" {name}")):
            named = _names()[name]
            words = words.removeprefix(f"{name} ").removesuffix(name).strip()
            words = words.removesuffix("of the").removesuffix(" of").strip(" ,")
            break
    for word in sorted(_articles(), key=len, reverse=True):
        if words.startswith(word) and not words[len(word) :][:1].isalpha():
            return named, words[len(word) :].strip()
    return named, words if re.fullmatch(r"(?:\w+ )?\d[\w\s().\-/]*", words) else ""


def _atoms(article: str) -> tuple[str, ...]:
    return tuple(_ATOM.findall(article.casefold()))


def _flat(words: str) -> str:
    return " ".join(words.casefold().split())
