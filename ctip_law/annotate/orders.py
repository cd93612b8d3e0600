"""The orders in the words of an amending clause, in turn.

Westminster: "by substituting for the word Q the word Q"; Ireland: "by substituting the following section for section 4: Q";
Canada: "is amended by adding the following after section 4: Q"; United Kingdom: "after section 4 insert Q";
South Asia: "after section 4, the following section shall be inserted, namely:- Q". Q is a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.annotate.drafting import Drafting
from ctip_law.annotate.view import fold


def orders(text: str, how: Drafting) -> Iterator[tuple[str, str, re.Match[str]]]:
    """(kind, what, match) for each instruction in `text`, in order, not overlapping."""
    at = 0
    tried = how.orders_in(fold(text))
    found: dict[int, re.Match[str] | None] = {}
    while True:
        best: tuple[str, str, re.Match[str]] | None = None
        for place, order in enumerate(tried):
            match = found.get(place)
            if place not in found or (match is not None and match.start() < at):
                match = found[place] = order.pattern.search(text, at)
            if match and (best is None or match.start() < best[2].start()):
                best = order.kind, order.what, match
        if best is None:
            return
        yield best
        at = max(best[2].end(), at + 1)
        while best[:2] == ("repeal", "words") and (more := how["clauses.more"].match(text, at)):
            yield "repeal", "words", more
            at = more.end()
