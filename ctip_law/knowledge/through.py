"""What a law says of an element through another one: read from `through.toml`, whose head tells the fields.

A victim with a permit may take up work.             help is for foreign victims too
No person shall publish the name of a victim.        the identity is kept back from the public, and no more is said
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ctip_law.datafile import DataFile, Entry
from ctip_law.framework import load as load_framework
from ctip_law.knowledge import FOLDER

PATH = FOLDER / "through.toml"
_OTHERS = ("whole", "part", "weakly")


@dataclass(frozen=True, slots=True)
class Through:
    """Elements through which another is said whole, in part, or in part even where they are weak themselves; `why` it
    is in part; `unless` the law shows one of some defects."""

    whole: tuple[str, ...]
    part: tuple[str, ...]
    weakly: tuple[str, ...]
    why: str
    unless: tuple[str, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """Every element that says it, whole or in part."""
        return (*self.whole, *self.part, *self.weakly)


@cache
def through() -> dict[str, Through]:
    """Element to those that say it. Raises ConfigError CT301 with file and line."""
    elements = load_framework().elements
    out = {}
    for entry in DataFile(PATH).entries():
        if entry.id not in elements:
            raise entry.error(f'"{entry.id}" is no element')
        out[entry.id] = _through(entry, set(elements))
    return out


def _through(entry: Entry, elements: set[str]) -> Through:
    entry.only((*_OTHERS, "why", "unless"))
    lists = {field: entry.texts(field) for field in _OTHERS}
    for field, named in lists.items():
        if unknown := [id for id in named if id not in elements or id == entry.id]:
            raise entry.error(f'"{unknown[0]}" is no other element', field)
    if not any(lists.values()):
        raise entry.error("names no other element", "whole")
    defects = entry.texts("unless")
    if unknown := [id for id in defects if id not in load_framework().defects]:
        raise entry.error(f'"{unknown[0]}" is no defect', "unless")
    partly = lists["part"] or lists["weakly"]
    why = entry.text("why") if partly else entry.text("why", "")
    if why and not partly:
        raise entry.error("`why` stands beside `part` or `weakly`: what is said whole needs no reason", "why")
    return Through(**lists, why=why, unless=defects)
