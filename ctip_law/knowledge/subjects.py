"""What laws for some persons, or on one matter, hold for victims of trafficking (`subjects.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile, Entry
from ctip_law.framework import load as load_framework
from ctip_law.knowledge.declared import concepts

PATH = Path(__file__).resolve().parent / "subjects.toml"
PERSONS = ("victim", "child", "witness", "migrant", "worker")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a law is made for; the fields are told at the head of `subjects.toml`."""

    name: str
    titled: tuple[str, ...]
    holds: frozenset[str]
    apart: tuple[str, ...] = ()
    persons: frozenset[str] = frozenset()
    victims: tuple[str, ...] = ()
    but: frozenset[str] = frozenset()
    in_part: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    only: str = ""

    def has(self, element: str) -> bool:
        """Whether such a law may hold an element."""
        return element in self.holds or (element not in self.but and element.partition(".")[0] in self.holds)


@cache
def subjects() -> tuple[Subject, ...]:
    """The subjects in the order of the file. Raises ConfigError CT301 with file and line."""
    return tuple(_subject(entry) for entry in DataFile(PATH).entries())


def _subject(entry: Entry) -> Subject:
    entry.only(("titled", "apart", "persons", "victims", "holds", "but", "in_part", "whole", "only"))
    elements = load_framework().elements
    known = elements.keys() | {element.partition(".")[0] for element in elements}
    for field, allowed, what in (
        ("titled", concepts(), "declared concept"),
        ("apart", concepts(), "declared concept"),
        ("victims", concepts(), "declared concept"),
        ("persons", PERSONS, "class of persons"),
        ("holds", known, "element and no group of elements"),
        ("but", elements, "element"),
        ("in_part", elements, "element"),
        ("whole", elements, "element"),
    ):
        if unknown := [one for one in entry.texts(field) if one not in allowed]:
            raise entry.error(f'"{unknown[0]}" is no {what}', field, unknown[0])
    for field in ("titled", "holds"):
        if not entry.texts(field):
            raise entry.error(f"the field `{field}` is missing")
    return Subject(
        name=entry.id,
        titled=entry.texts("titled"),
        holds=frozenset(entry.texts("holds")),
        apart=entry.texts("apart"),
        persons=frozenset(entry.texts("persons")),
        victims=entry.texts("victims"),
        but=frozenset(entry.texts("but")),
        in_part=frozenset(entry.texts("in_part")),
        whole=frozenset(entry.texts("whole")),
        only=entry.text("only", ""),
    )
