"""Several units that one order gives, without quotation marks: "Articles 5 and 10 are reformed and 10 bis is added, to
read:" / "Article 5. ..." / "Article 10. ..." / "Article 10 bis. ...".

Each unit is an order of its own: its number stands behind the word that adds it or behind the one that changes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ctip_law.annotate.drafting import Drafting
from ctip_law.annotate.instructions import Target
from ctip_law.annotate.leaves import Leaf
from ctip_law.annotate.quotations import FIRST
from ctip_law.annotate.targets import plain

#: A line of points stands for what stays as it is: "...", "I. a III. ...".
ELIDED = re.compile(r"(?m)(?:^|[.)\s])(?:(?:\.\s?){3,}|…)[ \t]*$")
#: What the words before a unit end with.
_ENDS = tuple(".;:…)]”\"»")
#: Characters of a unit that says of itself that it is repealed, at most.
_SHORT = 90


@dataclass(frozen=True, slots=True)
class Given:
    """One unit: what becomes of it, where it stands in the law's text, and its words."""

    kind: str
    target: Target
    start: int
    end: int
    text: str


def given_units(leaf: Leaf, text: str, masked: Sequence[tuple[int, int]], how: Drafting) -> list[Given]:
    """The units below an order that ends with "as follows:"; none where they are quoted, or begin with other words.

    `text` is that of the law, `masked` what in it is no law."""
    if not leaf.prose.quotations or leaf.text[-1:] != chr(FIRST + len(leaf.prose.quotations) - 1):
        return []
    new = leaf.prose.quotations[-1]
    begin = text.rfind("\n", 0, new.start) + 1  # a unit begins its line, with the blanks before it
    found = how["lists.given"].finditer(text, begin, new.end)
    order = leaf.source(0, len(leaf.text))[0]  # what stands before it is the amending act's own number
    starts = [one for one in found if order <= one.start() and (one.start() <= new.start or _begins(text, one))]
    if not starts or text[new.start : max(starts[0].start(), new.start)].strip():
        return []
    ends = [*(match.start() for match in starts[1:]), new.end]
    words = " ".join((*leaf.above, leaf.text[:-1]))
    made = [_one(match, _words_end(text, end, masked), words, how) for match, end in zip(starts, ends, strict=True)]
    return [one for one in made if one is not None]


def _begins(text: str, match: re.Match[str]) -> bool:
    """A unit begins behind a blank line or a sentence; "as told in" / "Section 5 of this code" is one sentence."""
    before = text[: match.start()].rstrip(" \t")
    return before.endswith("\n\n") or before.rstrip()[-1:] in _ENDS


def _words_end(text: str, end: int, masked: Sequence[tuple[int, int]]) -> int:
    """`end` before blanks and notes: "(Source: P.A. 7-7)"."""
    while True:
        while end and text[end - 1].isspace():
            end -= 1
        note = next((first for first, last in masked if first < end <= last), None)
        if note is None:
            return end
        end = note


def _one(match: re.Match[str], end: int, order: str, how: Drafting) -> Given | None:
    begin = match.start("unit")
    words = match.string[begin:end]
    rest = match.string[match.end() : end].strip()
    if len(rest) < _SHORT and how["clauses.gone"].search(rest):
        return None  # "Artículo 15. Se deroga.": the order has said so
    num = " ".join(match["num"].split())
    target = Target((("section", plain(num)),))
    kind = (
        "substitute" if ELIDED.search(words) else "insert" if match.groupdict().get("new") else _kind(num, order, how)
    )
    return Given(kind, target, begin, end, words)


def _kind(num: str, order: str, how: Drafting) -> str:
    """Whether the unit is added or changed, by the verb before the first place where its number is named."""
    parts = r"\s*".join(map(re.escape, num.split()))
    named = re.search(rf"(?i)(?<![\w.-]){parts}(?![\w-]|\.\d)(?!\s(?:bis|ter)\b)", order)
    before = order[: named.start()] if named else order
    verbs = list(_verbs(before, how)) or list(_verbs(order, how))
    return max(verbs, key=lambda verb: (verb[0], verb[1] == "insert"))[1] if verbs else "substitute"


def _verbs(words: str, how: Drafting) -> Iterator[tuple[int, str]]:
    for kind, pattern in (("insert", "clauses.adds"), ("substitute", "clauses.changes")):
        yield from ((match.start(), kind) for match in how[pattern].finditer(words))
