"""Numbers of drafted units: 5, 12A, (1), (a), (i)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.errors import UsageError

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def letters(n: int) -> str:
    """1 is a, 26 z, 27 aa."""
    word = ""
    while n:
        n, rest = divmod(n - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


def roman(n: int) -> str:
    """Small Roman numerals, enough for items of a list: 1 is i, 14 xiv."""
    word = ""
    for value, sign in _ROMAN:
        times, n = divmod(n, value)
        word += sign * times
    return word


def printed(n: int, pattern: str) -> str:
    """The n-th number in the pattern of the first: "(1)", "1.", "(a)", "(i)"."""
    if "1" in pattern:
        return pattern.replace("1", str(n))
    if "a" in pattern:
        return pattern.replace("a", letters(n))
    return pattern.replace("i", roman(n))


def section_numbers(start: int | str) -> Iterator[str]:
    """Section numbers from `start`: 5, 6, 7 ...; from "12A" on 12A, 12B, 12C ..., for clauses put in between.

    Raises UsageError CT004 for a start that is no such number.
    """
    match = re.fullmatch(r"([1-9]\d{0,4})([A-Z]?)", str(start).strip().upper())
    if not match:
        raise UsageError("CT004", f'"{start}" is no section number', remedy="Give a number such as 5 or 12A.")
    number, letter = int(match[1]), match[2]
    step = ord(letter) - ord("A") + 1 if letter else 0
    while True:
        yield f"{number}{letters(step).upper()}" if letter else str(number)
        number, step = (number, step + 1) if letter else (number + 1, 0)
