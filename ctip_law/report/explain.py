"""What `ctip-law explain` prints: statuses and error codes from here, the framework's entries from the framework."""

from __future__ import annotations

from ctip_law.errors import CODES, UsageError
from ctip_law.report.words import ELEMENT, PROVISION, STRENGTH

LISTS = ("instruments", "provisions", "elements", "defects", "statuses", "codes")


def explain(id: str) -> str:
    """The entry `id` in words a lawyer can read, or a list of entries for one of LISTS.

    Raises UsageError CT003 with the nearest ids for an unknown one.
    """
    name = id.strip()
    if name.upper() in CODES:
        what, remedy = CODES[name.upper()]
        return f"{name.upper()}\n\n{what}\nWhat to do: {remedy}\n"
    if name == "codes":
        return _table({code: what for code, (what, _) in CODES.items()})
    if name == "statuses":
        return _statuses()
    for kind, table in (("provision", PROVISION), ("element", ELEMENT)):
        if name in table:
            mark, word, meaning = table[name]
            return f"{name}: status of {_article(kind)} ({mark} {word})\n\n{meaning}\n"
    if name in STRENGTH:
        heading, meaning = STRENGTH[name]
        return f"{name}: strength of a duty ({heading})\n\n{meaning.capitalize()}.\n"
    return _framework(name)


def _framework(name: str) -> str:
    from ctip_law.framework import load

    framework = load()
    if name == "instruments":
        return _table({one.id: f"{one.name} ({one.year})" for one in framework.instruments.values()})
    if name == "provisions":
        return _table({one.id: f"{one.article}  {one.title}" for one in framework.provisions()})
    if name == "elements":
        return _table({one.id: one.label for one in framework.elements.values()})
    if name == "defects":
        return _table({one.id: one.label for one in framework.defects.values()})
    from ctip_law.framework.explain import explain as entry

    try:
        return entry(name)
    except UsageError as error:
        raise UsageError("CT003", error.message) from None


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _table(rows: dict[str, str]) -> str:
    width = max(map(len, rows), default=0)
    return "".join(f"{name:{width}}  {text}\n" for name, text in rows.items())


def _statuses() -> str:
    provisions = _table({f"{mark} {name}": meaning for name, (mark, _, meaning) in PROVISION.items()})
    elements = _table({f"{mark} {name}": meaning for name, (mark, _, meaning) in ELEMENT.items()})
    return f"Of a provision\n{provisions}\nOf an element\n{elements}"
