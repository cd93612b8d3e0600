"""The numbers of a bill's lines, printed in the margin and copied with the words of each line, taken out.

    16 of the keeper, whoever helps the keeper, and a guest who stays for the
    17 night, shall answer for the lamp alike. The keeper
    HB 1897 2
    18 shall write their names into a book.

They tell themselves from numbers that the law gives its provisions: nearly every line has one, the count runs on over
the lines and begins again, and lines go on in the middle of a sentence or begin a unit behind their number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from ctip_law.model import Repair
from ctip_law.read.clean import Clean

_DIGITS = r"\d{1,3}[A-Z]{0,2}"
_ARTICLE = r"[A-ZÀ-Þ][^\W\d_]{2,11}\.\s\d{1,3}[a-z]?\s+(?=[A-ZÀ-Þ])"  # "Art. 1 La présente loi"
_UNIT = rf"(?:{_ARTICLE}|{_DIGITS}\s?[.:]|{_DIGITS}\s?\(1\)|§|S\s\d{{1,3}}\.\s|[^\W\d_]{{3,12}}\.?\s{_DIGITS}[.:])"
#: How a line begins that begins a unit: "12. In this Act", "§ 5 ...", "Section 2. ...".
STARTS = re.compile(rf"[\[“\"]?{_UNIT}\s*\S")
_NUMBER = re.compile(r"[ \t]{0,12}(?P<number>\d{1,3})(?:[ \t]+(?=\S)|[ \t]*$)")
#: Lines that count on; of ten lines those that do, of ten of these those that go on in the middle of a sentence.
_FEWEST, _TENTHS, _AMID = 12, 5, 4
#: The same of a short bill, two lines of which begin units behind their number ("1 1. This Act").
_SHORT, _MOST, _SOME, _BEGIN = 6, 8, 1.25, 2
#: The first number of a page or a section: the line in which a section begins may have none.
_FIRST = (1, 2)
#: Lines from one that counts to the next, and numbers: the head and foot of a page stand between.
_BETWEEN = 5


def without_margin(mended: Clean) -> Clean:
    """The text without such numbers, and a repair that tells how many there were; the same where there are none."""
    lines = mended.text.split("\n")
    counted = _counted(lines)
    if not counted:
        return mended
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    places = [starts[index] for index in counted]
    gone = [0, *accumulate(counted.values())]
    told = f"the lines are numbered in the margin; {len(counted)} numbers were taken out, the first here"

    def moved(at: int) -> int:
        return max(0, at - gone[bisect_right(places, at)])

    shifted = tuple(replace(one, start=moved(one.start), end=moved(one.end)) for one in mended.repairs)
    text = "\n".join(line[counted.get(index, 0) :] for index, line in enumerate(lines))
    return Clean(text, (*shifted, Repair(places[0], places[0], "", "", told)))


def _counted(lines: list[str]) -> dict[int, int]:
    """The lines that a margin counts, with the characters of the number and the blanks around it."""
    found: dict[int, int] = {}
    last, at, amid, begins = 0, -1, 0, 0
    for index, line in enumerate(lines):
        match = _NUMBER.match(line)
        if match is None:
            continue
        number, rest = int(match["number"]), line[match.end() :]
        follows = at >= 0 and last < number <= last + _BETWEEN and index - at <= _BETWEEN
        if follows or number in _FIRST:
            found[index] = match.end()
            amid += rest[:1].islower()
            begins += bool(STARTS.match(rest) or rest.isupper())
            last, at = number, index
    if not found:
        return {}
    # the page with the title, and what stands above the first line, has no numbers
    below = sum(1 for line in lines[min(found) :] if line.strip())

    def are(fewest: int, tenths: float, sentences: float) -> bool:
        return len(found) >= fewest and len(found) * 10 >= below * tenths and amid * 10 >= len(found) * sentences

    return found if are(_FEWEST, _TENTHS, _AMID) or (begins >= _BEGIN and are(_SHORT, _MOST, _SOME)) else {}
