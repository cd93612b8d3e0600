"""What a call sets: variables and options by name, checked against the library."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from difflib import get_close_matches

from ctip_law.draft.library import Library
from ctip_law.draft.wording import names_in
from ctip_law.errors import UsageError

_HIDDEN = re.compile("[\x00-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def filled(book: Library, given: Mapping[str, str | int], tradition: str) -> dict[str, str | int]:
    """The value of every variable and option of the library, and of `level`, which sets the defaults of options.

    Raises UsageError CT004.
    """
    level = str(given.get("level", "recommended"))
    if level not in book.common.levels:
        remedy = f"Use {', '.join(book.common.levels)}."
        raise UsageError("CT004", f'level cannot be "{level}"', remedy=remedy)
    values: dict[str, str | int] = {"level": level}
    values.update({id: v.default for id, v in book.common.variables.items()})
    for provision in book.provisions.values():
        values.update({id: v.default for id, v in (provision.variables or {}).items()})
        options = provision.options or {}
        values.update({id: option.preferred(tradition, level) for id, option in options.items()})
    for name, value in given.items():
        if name == "level":
            continue
        if name not in values:
            near = get_close_matches(name, values, n=3)
            remedy = f"Use {' or '.join(near)}." if near else "See the drafting notes for the names."
            raise UsageError("CT004", f'no variable or option is called "{name}"', remedy=remedy)
        values[name] = _value(book, name, value)
    _reach(book, values, given)
    return values


def in_order(book: Library, law: str, values: Mapping[str, str | int], texts: Iterable[str]) -> None:
    """A graver case has no lighter term: of two variables that the texts use, one reaches the other where it must.

    Raises UsageError CT004.
    """
    named = frozenset[str]().union(*map(names_in, texts))
    _reach(book, values, [id for id, one in book.common.variables.items() if id in named and one.law in ("", law)])


def _reach(book: Library, values: Mapping[str, str | int], names: Container[str]) -> None:
    """Raises UsageError CT004 where of the variables named one does not reach another that it must reach."""
    for id, variable in book.common.variables.items():
        for other in variable.at_least if id in names else ():
            if other in names and int(values[id]) < int(values[other]):
                told = f"{id} is {values[id]} and {other} is {values[other]}"
                raise UsageError("CT004", told, remedy=f"Give {id} {values[other]} or more.")


def _value(book: Library, name: str, value: str | int) -> str | int:
    variable = book.variable(name)
    if variable is None:
        return _choice(book, name, str(value))
    if variable.kind == "text":
        text = shown(name, str(value))
        if not text:
            raise UsageError("CT004", f"{name} is empty", remedy=f"Give the {variable.label.lower()}.")
        return text
    remedy = f"Give a whole number from {variable.min} to {variable.max}."
    if not re.fullmatch(r"\d{1,6}", str(value).strip()) or not variable.min <= int(value) <= variable.max:
        raise UsageError("CT004", f'{name} cannot be "{value}"', remedy=remedy)
    return int(value)


def shown(name: str, value: str) -> str:
    """A text on one line, of characters that every form of a draft can show. Raises UsageError CT004 for a control
    character, half of a character, or a mark that turns the direction of the words behind it."""
    text = " ".join(value.split())
    hidden = _HIDDEN.search(text)
    if hidden:
        what = f"{name} holds a character that cannot be shown (U+{ord(hidden[0]):04X})"
        raise UsageError("CT004", what, remedy="Give it without that.")
    return text


def _choice(book: Library, name: str, value: str) -> str:
    option = next(p.options[name] for p in book.provisions.values() if p.options and name in p.options)
    if value not in option.choices:
        raise UsageError("CT004", f'{name} cannot be "{value}"', remedy=f"Use {' or '.join(option.choices)}.")
    return value
