"""A draft as a Law, without parsing: its own structure, marked as a reader of a marked format marks it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from ctip_law.draft.library import shipped
from ctip_law.draft.nouns import Draft, DraftSection, Unit
from ctip_law.draft.write import to_text
from ctip_law.model import Block, Document, Law, Source


def to_law(draft: Draft) -> Law:
    """The clause model of a draft, annotated; its text is the draft in the format "text"."""
    from ctip_law.annotate import annotate
    from ctip_law.structure import structure

    return annotate(structure(_document(draft)))


def _document(draft: Draft) -> Document:
    text = to_text(draft)
    digest = hashlib.sha256(text.encode()).hexdigest()
    blocks, at = [], 0
    for words, kind, num, heading, depth in _lines(draft):
        start = text.index(words, at)
        at = start + len(words)
        blocks.append(Block(start, at, kind=kind, num=num, heading=heading, depth=depth))
    meta = {"title": draft.title, "language": draft.language, "kind": "bill" if draft.whole else "act"}
    return Document(Source("", digest, digest, "draft"), text, tuple(blocks), marked=True, meta=meta)


Line = tuple[str, str, str, str, int]


def _lines(draft: Draft) -> Iterator[Line]:
    """(words, kind, number as printed, heading, depth) of each line of the text."""
    style = shipped(draft.language).common.traditions[draft.tradition]
    yield draft.title, "preface", "", "", -1
    if draft.long_title:
        yield draft.long_title, "text", "", "", -1
    for part in draft.parts:
        if part.heading:
            yield part.heading, style.part_kind, part.heading.removesuffix(part.title).strip(), part.title, 0
        for section in part.sections:
            yield from _section(section, style.unit_kind, style.kinds, 1 if part.heading else 0)


def _section(section: DraftSection, unit: str, kinds: tuple[str, ...], depth: int) -> Iterator[Line]:
    yield section.heading, unit, section.opening, section.title, depth
    for piece in section.units:
        yield from _unit(piece, kinds, depth, 0)


def _unit(unit: Unit, kinds: tuple[str, ...], depth: int, level: int) -> Iterator[Line]:
    """A numbered piece opens a clause; an unnumbered one is text of the section, or, deeper, a definition."""
    if unit.num:
        yield f"{unit.num} {unit.text}", kinds[level], unit.num, "", depth + 1
    elif level:
        yield unit.text, "definition", "", "", depth + 1
    else:
        yield unit.text, "text", "", "", depth
    for item in unit.items:
        yield from _unit(item, kinds, depth + 1 if unit.num else depth, level + 1)
