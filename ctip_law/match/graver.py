"""A child victim makes the offence graver where the trafficking of a child has a penalty of its own, and a heavier one.

    2. The trafficking of an adult is a class A felony. 3. The trafficking of a minor is a class AA felony.

    6. Where the other person is a child, section 5 has effect without "by unlawful means"; the penalty is life.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body, Section
from ctip_law.match.derived import base_rows, children, found_row
from ctip_law.match.places import top_years, within
from ctip_law.match.roles import Hits, Roles
from ctip_law.match.rules import Found
from ctip_law.model import Penalty

_CLASS = re.compile(r"(?:class|clase|classe|grade|level)\s+([a-z]{1,4}|\d+)\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"\b(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)\b.{0,4}degree|degree.{0,4}\b(i{1,3}|iv|v)\b",
    re.IGNORECASE,
)
_DEGREES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_ROMAN = re.compile(r"(?P<roman>[ivx]+)(?P<part>[a-z]?)")


def child_heavier(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """Penalties of the trafficking of children that are heavier than every one for the trafficking of others."""
    young = children(body, hits)
    rows = [(row, _of_child(row, body, hits, young)) for row in _rows(body, roles, hits)]
    base, main = base_rows(body, roles), {section.num for section in roles.main_sections}
    others = [row for row, child in rows if not child and row.section in main]
    # of several sections the first is the offence itself, and what follows is beside it
    first = [row for row in others if row.section == others[0].section]
    usual = [row for row, child in rows if not child and row in base] or first
    for row, child in rows:
        if child and usual and all(_heavier(row, other) for other in usual):
            yield found_row(body, "aggravating.child_victim", "child-heavier", row)


def _rows(body: Body, roles: Roles, hits: Hits) -> Iterator[Penalty]:
    """The penalties of sections that make the offence, name it or refer to it."""
    own = {section.num for section in body.sections if _on_it(section, hits, roles)}
    core = {section.eid for section in body.sections if any(roles.flags["core"][section.unit.start : section.unit.end])}
    for reference in body.law.references:
        section = body.section_of(body.word_at(reference.start))
        if section is not None and reference.target.split("__")[0] in core:
            own.add(section.num)
    yield from (row for row in body.law.penalties if row.section in own)


def _on_it(section: Section, hits: Hits, roles: Roles) -> bool:
    """In a code a section that sells a minor into a brothel is an offence of its own, unless it names trafficking."""
    place = section.unit.start, section.unit.end
    named = bool(within(hits.get("core.trafficking", []), *place))
    return named or (roles.dedicated and any(roles.flags["core_main"][slice(*place)]))


def _of_child(row: Penalty, body: Body, hits: Hits, young: list[Hit]) -> bool:
    """Whether a penalty is for what is done to a child: its subsection names one, or its section opens with one; and
    neither leaves children out ("a person other than a child")."""
    first = body.word_range(row.start, row.end)[0]
    index, section = body.at["subsection"][first], body.section_of(first)
    if section is None:
        return False
    part = body.units["subsection"][index] if index >= 0 else section.unit
    if _spoken_of(young, hits, part.start, part.end):
        return True
    if within(hits.get("core.trafficking", []), part.start, part.end):
        return False  # "(2) Any person who engages in sex trafficking ...", below a heading that names both
    opening = body.at["sentence"][section.heading_range[1]] if section.heading_range[1] < section.unit.end else -1
    end = body.units["sentence"][opening].end if opening >= 0 else section.heading_range[1]
    return _spoken_of(young, hits, section.unit.start, end)


def _spoken_of(young: list[Hit], hits: Hits, start: int, end: int) -> bool:
    """Whether a child is named between two words and not left out."""
    left_out = within(hits.get("adult-only", []), start, end)
    named = within(young, start, end)
    return bool(named) and not any(a < last and first < b for a, b in left_out for first, last in named)


def _heavier(row: Penalty, other: Penalty) -> bool:
    """Whether a penalty is heavier than another: a longer term, the same with a higher floor, or a graver class."""
    one, two = (top_years(row), row.min_years or 0.0), (top_years(other), other.min_years or 0.0)
    if one[0] and two[0]:
        return one > two
    graver, lighter = _rank(row.grade), _rank(other.grade)
    return bool(graver and lighter and graver[0] == lighter[0] and graver[1] < lighter[1])


def _rank(grade: str) -> tuple[str, tuple[float, ...]] | None:
    """The kind of a class and its place in it, the gravest first: AA before A before B, IB before II, 1 before 2."""
    if degree := _DEGREE.search(grade):
        word = (degree[1] or degree[2]).lower()
        return "degree", (_DEGREES.get(word) or int(word[0]),)
    name = found[1].lower() if (found := _CLASS.search(grade)) else ""
    if name.isdigit():
        return "number", (int(name),)
    if roman := _ROMAN.fullmatch(name):
        return "roman", (_number(roman["roman"]), ord(roman["part"] or "z"))
    if name and len(set(name)) == 1:
        return "letter", (ord(name[0]), -len(name))
    return None


def _number(roman: str) -> int:
    worth = [{"i": 1, "v": 5, "x": 10}[letter] for letter in roman]
    return sum(-a if a < b else a for a, b in zip(worth, [*worth[1:], 0], strict=True))
