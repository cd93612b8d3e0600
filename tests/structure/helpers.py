"""Laws from a few lines of text."""

from __future__ import annotations

from ctip_law.model import Clause, Document, Law
from ctip_law.read import read
from ctip_law.structure import structure


def law(text: str, lang: str = "") -> Law:
    """The law in `text`, read as whatever format it looks like."""
    return structure(document(text, lang))


def document(text: str, lang: str = "") -> Document:
    return read("-", stdin=text.encode(), lang=lang)


def numbers(text: str) -> list[str]:
    return [unit.num for unit in law(text).sections()]


def section(found: Law, num: str) -> Clause:
    return next(unit for unit in found.sections() if unit.num == num)


def outline(text: str) -> str:
    return str(law(text))
