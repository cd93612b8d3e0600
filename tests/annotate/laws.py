"""Small laws built by hand, so that these tests need no reader and no parser."""

from __future__ import annotations

import re
from dataclasses import replace

from ctip_law.annotate import annotate
from ctip_law.model import Clause, Law, Leftover, Source

_SOURCE = Source(path="", sha256="", text_sha256="", format="text")
_SUBSECTION = re.compile(r"^\((\d+[A-Z]?)\) ", re.M)
_ITEM = re.compile(r"^\(([a-z])\) ", re.M)


def law(language: str, *sections: tuple[str, str, str], drop: str = "", repealed: str = "") -> Law:
    """A law of sections (number, heading, words), annotated. Lines that open with "(1) " are subsections and with
    "(a) " items; `drop` is a stretch that a parser put aside as page furniture, `repealed` the number of a
    repealed section."""
    text, clauses = "", []
    for number, heading, words in sections:
        start = len(text)
        text += f"{number}. {heading}\n"
        at = len(text)
        text += f"{words}\n\n"
        flags = ("repealed",) if number == repealed else ()
        clauses.append(replace(_section(number, heading, text, start, at), flags=flags))
    left = text.find(drop) if drop else -1
    leftovers = (Leftover(left, left + len(drop), drop, "running head", "test"),) if left >= 0 else ()
    return annotate(Law("/akn/xx/act/2020/1", "", language, text, _SOURCE, tuple(clauses), leftovers=leftovers))


def _section(number: str, heading: str, text: str, start: int, at: int) -> Clause:
    end = len(text.rstrip())
    eid = f"sec_{number}"
    children = _split(_SUBSECTION, "subsection", "subsec", eid, text, at, end)
    children = children or _split(_ITEM, "paragraph", "para", eid, text, at, end)
    return Clause(eid, "section", number, number, heading, start=start, end=end, children=children)


def _split(
    pattern: re.Pattern[str], kind: str, name: str, prefix: str, text: str, at: int, end: int
) -> tuple[Clause, ...]:
    found = list(pattern.finditer(text, at, end))
    ends = [match.start() for match in found[1:]] + [end] * bool(found)
    children = []
    for match, last in zip(found, ends, strict=True):
        eid = f"{prefix}__{name}_{match.group(1)}"
        inner = _split(_ITEM, "paragraph", "para", eid, text, match.end(), last) if kind == "subsection" else ()
        stop = len(text[:last].rstrip())
        children.append(Clause(eid, kind, match.group(1), start=match.start(), end=stop, children=inner))
    return tuple(children)
