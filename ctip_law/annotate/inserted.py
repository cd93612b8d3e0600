"""What an amending act puts into another law, as components: target, action, and the units with their own numbers.

The words stand in the text of the section that orders the change and stay there; a component points at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ctip_law.annotate.amendments import amendments
from ctip_law.annotate.drafting import drafting
from ctip_law.annotate.instructions import Instruction, NotThere, describe
from ctip_law.model import TOP_KINDS, Amendment, Clause, Law
from ctip_law.structure.eid import EidMaker
from ctip_law.structure.node import Node, freeze

#: Kinds of units by the level of a target.
_KINDS = {"section": "section", "division": "part"}


def inserted(law: Law) -> tuple[Amendment, ...]:
    """Every change that `law` orders in another law, in the order of the text; none where its language is not read.

    Linear in the length of the law.
    """
    read = amendments(law)
    made = sorted((*read.instructions, *read.unclosed), key=lambda one: (one.start, one.end))
    if not made:
        return ()
    how = drafting(law.language)
    words = tuple(word for word, level in how.units.items() if level == "section") if how else ()
    eids = EidMaker()
    return tuple(_amendment(law, one, read.act, words, eids, place) for place, one in enumerate(made, 1))


def numbered(law: Law) -> dict[str, Clause]:
    """The sections that `law` puts into another law, by number, with their places in `law`'s text; the first of a
    number."""
    found: dict[str, Clause] = {}
    for one in law.amendments:
        for clause in _sections(one.clauses):
            found.setdefault(clause.num, clause)
    return found


def _sections(clauses: Iterable[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        if clause.kind in TOP_KINDS:
            yield clause
        else:
            yield from _sections(clause.children)


def _amendment(
    law: Law, one: Instruction, principal: str, words: tuple[str, ...], eids: EidMaker, place: int
) -> Amendment:
    text = law.text[one.new_start : one.new_end]
    return Amendment(
        name=f"amendment_{place}",
        action=one.kind,
        act=one.act or principal,
        place=one.target,
        num=one.num,
        eid=one.eid,
        start=one.new_start if text else one.start,
        end=one.new_end if text else one.end,
        old=one.old,
        new=text,
        order=describe(one),
        clauses=_clauses(law, one, text, words, eids, place),
    )


_COUNTED = re.compile(r"\W*\d{1,3}\.\s")


def _clauses(
    law: Law, one: Instruction, text: str, words: tuple[str, ...], eids: EidMaker, place: int
) -> tuple[Clause, ...]:
    """The new words as units with their own numbers; nothing where they are no units."""
    if one.what != "unit" or not text.strip() or not one.targets:
        return ()
    from ctip_law.annotate.new_units import units  # few laws put units into another

    level = one.targets[-1].path[-1][0] if one.targets[-1].path else "section"
    # a new chapter is told by its sections, and an insertion without an anchor by the number that it brings
    tried = [_KINDS.get(level, level)] + (["section"] if level == "division" or one.position == "numbered" else [])
    if one.position in ("end", "start"):  # what is added at the end of a section is one of its subsections
        tried = ["subsection" if re.match(r"\W*\d", text) else "paragraph"]
    if level not in ("section", "division") and _COUNTED.match(text):  # "1. ..." where others have "(1)"
        tried = ["section"]
    for kind in tried:
        begin = _first_section(text, words) if level == "division" and kind == "section" else 0
        try:
            nodes = units(text[begin:], kind, "", words)
        except NotThere:
            continue
        for node in nodes:
            _shift(node, one.new_start + begin)
            if kind == "section" and level not in ("section", "division"):
                node.kind = level
        return tuple(_flagged(clause) for clause in freeze(nodes, law.text, eids, f"amendment_{place}"))
    return ()


def _first_section(text: str, words: Sequence[str]) -> int:
    """Where the sections of a new chapter begin, past its number and title; 0 where that cannot be told."""
    named = "|".join(re.escape(word) for word in words if word.isalpha())
    first = re.search(rf"(?im)^[ \t]*(?:{named})[ \t]+\d", text) if named else None
    return first.start() if first else 0


def _shift(top: Node, by: int) -> None:
    for node in top.walk():
        node.start += by
        node.end += by
        node.intro = [(first + by, last + by) for first, last in node.intro]
        node.wrap_up = [(first + by, last + by) for first, last in node.wrap_up]


def _flagged(clause: Clause) -> Clause:
    return replace(clause, flags=(*clause.flags, "inserted"))
