"""Lenses: a part of the duties, for readers with one question. Data are in `data/lenses.toml`.

    ctip-law gap act.html --lens children --> the duties on children alone, judged as ever
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ctip_law.datafile import DataFile, Entry
from ctip_law.errors import UsageError
from ctip_law.framework.load import DATA, load


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs to a lens for one reason: `why`, and in which text it stands (`source`)."""

    why: str
    source: str
    provisions: tuple[str, ...]
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lens:
    """A question in words (`asks`), the instruments that it is held against where none is named, and its parts.

    `defects` are told of whatever duty they belong to.
    """

    id: str
    name: str
    asks: str
    instruments: tuple[str, ...]
    defects: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def provisions(self) -> frozenset[str]:
        """The ids of all its provisions."""
        return frozenset(id for part in self.parts for id in part.provisions)

    @property
    def elements(self) -> tuple[str, ...]:
        """The ids of all its elements, in the order of its parts."""
        return tuple(dict.fromkeys(id for part in self.parts for id in part.elements))

    def chosen(self, bound: Iterable[str]) -> tuple[str, ...]:
        """The instruments that it is held against where none is named: its own, and of those that bind (`bound`) all
        that it has a provision of; in the order of the framework."""
        wanted = {*self.instruments, *(id for id in bound if any(p.startswith(f"{id}-") for p in self.provisions))}
        return tuple(id for id in load().instruments if id in wanted)


@cache
def lenses() -> Mapping[str, Lens]:
    """Every lens by its id. Raises DataError CT301 with file and line for a name that leads nowhere."""
    return {entry.id: _lens(entry) for entry in DataFile(DATA / "lenses.toml").entries()}


def lens(name: str) -> Lens:
    """The lens with this id. Raises UsageError CT004 where there is none."""
    if name not in lenses():
        raise UsageError("CT004", f"there is no lens {name!r}", remedy=f"Use one of {', '.join(lenses())}.")
    return lenses()[name]


def _lens(entry: Entry) -> Lens:
    entry.only(("name", "asks", "instruments", "defects", "part"))
    framework = load()
    for field, known in (("instruments", framework.instruments), ("defects", framework.defects)):
        for id in entry.texts(field):
            if id not in known:
                raise entry.error(f'`{field}` names "{id}", which the framework does not hold', field, id)
    return Lens(
        id=entry.id,
        name=entry.text("name"),
        asks=entry.text("asks"),
        instruments=entry.texts("instruments"),
        defects=entry.texts("defects"),
        parts=tuple(_part(one) for one in entry.entries("part")),
    )


def _part(entry: Entry) -> Part:
    entry.only(("why", "source", "provisions", "elements"))
    framework = load()
    provisions: list[str] = []
    for name in entry.texts("provisions"):
        if name in framework.instruments:
            provisions += [one.id for one in framework.provisions([name])]
        else:
            try:
                provisions.append(framework.provision(name).id)
            except UsageError as error:
                raise entry.error(f'`provisions` names "{name}", which is none', "provisions", name) from error
    elements: list[str] = []
    for name in entry.texts("elements"):
        own = [id for id, one in framework.elements.items() if name in (id, one.group)]
        if not own:
            raise entry.error(f'`elements` names "{name}", which is none and no group', "elements", name)
        elements += own
    made = tuple(dict.fromkeys(provisions)), tuple(dict.fromkeys(elements))
    return Part(entry.text("why"), entry.text("source"), *made)
