"""Stage 5, words of units that no profile knows. Reads lines; writes marks.

"Tikina 1. ..." / "Tikina 2. ..." / "Tikina 3. ...": the same word before a number that counts on from 1, at the
beginning of lines, is what the law calls its units. It is looked for where nothing else was found, and told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ctip_law.model import Repair
from ctip_law.structure.chain import best_chain
from ctip_law.structure.choose import Chosen, holds_decimals
from ctip_law.structure.lines import Line
from ctip_law.structure.marks import Mark
from ctip_law.structure.numbers import sort_key, tidy, western
from ctip_law.structure.patterns import patterns

#: Units that a word must count.
FEWEST = 3
#: What the marks weigh, and what counting from 1 again costs; a law counts once.
_WEIGHT, _AGAIN = 0.9, 1000.0
#: "Tikina 12A. ", "Qodobka 1aad", "మాట 3". Vowel signs are no letters for `re`.
_START = re.compile(
    r"[\s*_#\[“\"]*(?P<word>[^\s\d.,:;()\[\]|]{1,24}\.?)\s{1,2}[(（]?(?P<num>\d{1,4}[A-Z]{0,2})(?:-?[^\W\d_]{1,4})?[)）]?"
    r"\s?[º°]?(?P<sep>\s*[.:)।။–—-]*)(?=\s|$)"
)


def learned_marks(lines: Sequence[Line], chosen: Chosen, repairs: list[Repair]) -> list[Mark]:
    """The marks of the word that counts most units, with the repair that tells it; none where no word counts, or where
    the decimal numbers that were `chosen` do not lie in what it counts."""
    groups: dict[str, list[Mark]] = defaultdict(list)
    table = patterns()
    for index, line in enumerate(lines):
        match = _START.match(line.text[:120]) if not line.role else None
        word = match.group("word").rstrip(".").casefold() if match else ""
        if match is None or word in table.division_kinds or not any(map(str.isalpha, word)):
            continue
        num = tidy(western(match.group("num")))
        rest = line.start + match.end()
        printed, look = match.group().strip(), (match.group("sep").strip()[:1],)
        mark = Mark(index, line.start, "section", "section", printed, num, sort_key(num), rest, _WEIGHT, look)
        mark.whole = match.end() == len(line.text)
        groups[word].append(mark)
    best: list[Mark] = []
    for marks in groups.values():
        chain = best_chain(marks, lambda _: _AGAIN).marks
        if len(chain) >= max(FEWEST, len(best) + 1) and chain[0].first == 1 and chain[-1].first <= 2 * len(chain):
            best = chain
    if best and chosen.marks and not holds_decimals(best, chosen.marks):
        return []
    if best:
        line = lines[best[0].line]
        words = line.text[: best[0].rest - line.start]
        why = f"no known word for sections was found; “{words}” and what counts on from it are taken for the sections"
        repairs.append(Repair(line.start, line.start, "", "", why))
    return best
