"""The numbers that a browser sets before the items of `<ol>`: the page shows them, its text does not have them.

A list whose items print numbers of their own, one that is set without numbers, and one of links into the page
(contents, notes) get none.
"""

from __future__ import annotations

import re
from typing import Any

_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:\s*(?:[\w-]+\s+)*?(?P<kind>none|decimal|(?:lower|upper)-\w+|disc|circle|square)", re.I
)
#: The attribute and the style sheet's word -> how items are counted; all else is counted 1, 2, 3.
_KINDS = {
    "a": "a", "lower-alpha": "a", "lower-latin": "a", "A": "A", "upper-alpha": "A", "upper-latin": "A",
    "i": "i", "lower-roman": "i", "I": "I", "upper-roman": "I",
}  # fmt: skip
_WITHOUT = frozenset({"none", "disc", "circle", "square"})
#: "1.", "(a)", "iv)", "§ 3", "Art. 5", "Section 3": what an item that prints its number begins with.
_OWN = re.compile(r"[\W_]*(?:[^\W_]{1,5}(?:[.)\]:]|\s?[–—-]\s)|[^\W\d_]{2,12}\.?\s{1,2}\d|\d)|§")
_NOTES = re.compile(r"note|reference|citation", re.I)
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def item_numbers(page: Any) -> dict[Any, str]:
    """Each item of a numbered list -> what the browser sets before it: "1. ", "b. "."""
    found: dict[Any, str] = {}
    for one in page.iter("ol"):
        kind = _kind(one)
        items = [item for item in one if item.tag == "li"]
        if kind and items and _without_own(one, items):
            values = zip(items, _values(one, items), strict=True)
            found |= {item: f"{_written(value, kind)}. " for item, value in values}
    return found


def _kind(one: Any) -> str:
    """How the list counts, or "" for not at all."""
    style = _LIST_STYLE.search(one.get("style") or "")
    named = style["kind"].lower() if style else (one.get("type") or "").strip()
    return "" if named in _WITHOUT else _KINDS.get(named, "1")


def _without_own(one: Any, items: list[Any]) -> bool:
    """Whether the items leave their numbers to the browser, and are no notes and no list of links into the page."""
    if _NOTES.search(f"{one.get('class', '')} {one.get('id', '')} {one.get('role', '')}"):
        return False
    words = ["".join(item.itertext()).strip() for item in items]
    own = sum(1 for said in words if _OWN.match(said))
    linked = sum(1 for item in items if any((a.get("href") or "").startswith("#") for a in item.iter("a")))
    return own * 2 < len(items) and linked * 2 < len(items) and any(words)


def _values(one: Any, items: list[Any]) -> list[int]:
    """The value of each item: counted on from `start`, up or down, unless it says its own."""
    down = one.get("reversed") is not None
    value = _whole(one.get("start"), len(items) if down else 1)
    values = []
    for item in items:
        value = _whole(item.get("value"), value)
        values.append(value)
        value += -1 if down else 1
    return values


def _whole(written: str | None, default: int) -> int:
    return int(written) if written and re.fullmatch(r"\s*-?[0-9]{1,6}\s*", written) else default


def _written(value: int, kind: str) -> str:
    if kind in "iI" and 0 < value < 400:
        said = ""
        for size, sign in _ROMAN:
            said += sign * (value // size)
            value %= size
        return said if kind == "i" else said.upper()
    if kind in "aA" and value > 0:
        letters = ""
        while value:
            value, rest = divmod(value - 1, 26)
            letters = chr(ord(kind) + rest) + letters
        return letters
    return str(value)
