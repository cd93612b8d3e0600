"""Numbers for units that are put in between: 12A after 12, 12C after 12 where 12A and 12B stand, (fb) after (fa)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ctip_law.draft.numbers import letters
from ctip_law.structure.numbers import LATIN, LATIN_VARIANTS, sort_key

#: Without I and O, which drafters leave out: 12I is read as 121.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_LATIN = LATIN
#: As laws print them, with a number behind where more was put in: 11 quáter, 11 bis 2.
_WRITTEN = "(?:" + "|".join([*_LATIN, *LATIN_VARIANTS]) + r")(?: \d{1,2})?"


def family_end(num: str, nums: Sequence[str], series: str = "A") -> str:
    """The last of the numbers that were put in after `num` already: 12B, where the law has 12, 12A, 12B, 13."""
    at = nums.index(num)
    base = re.escape(_stem(num, series, _plain(nums)))
    own = re.compile(base + (r"/\d+" if series == "/1" else rf"(?:[A-Z]{{1,2}}|-\d+|\.\d+[A-Z]| ?{_WRITTEN})"))
    while at + 1 < len(nums) and own.fullmatch(nums[at + 1]):
        at += 1
    return nums[at]


def between(num: str, series: str, taken: Iterable[str]) -> Iterator[str]:
    """Numbers after `num` in the series of the law, those taken left out: 12A, 12B; 12-1, 12-2; 12/1, 12/2; 12 bis,
    12 ter. What was put in already goes on as it began: 12 ter after 12 bis, 12B after 12A."""
    used = _plain(taken)
    base = _stem(num, series, used)
    ending = num[len(base) :]
    latin = re.fullmatch(_WRITTEN, ending.strip())
    series = "A" if ending[:1].isalpha() and ending.isupper() else " bis" if latin else series
    for n in range(1, 1000):
        if series == " bis" and n <= len(_LATIN):
            made = f"{base} {_LATIN[n - 1]}"
        elif series in ("-1", "/1"):
            made = f"{base}{series[0]}{n}"
        else:
            made = f"{base}{_letter(n)}"
        if made.replace(" ", "").casefold() not in used and sort_key(made) > sort_key(num):
            yield made
    behind = (f"{num}{_letter(n)}" for n in range(1, 1000))
    yield from (made for made in behind if made.replace(" ", "").casefold() not in used)


def _plain(nums: Iterable[str]) -> set[str]:
    """Numbers as they are compared: without blanks, in small letters."""
    return {one.replace(" ", "").casefold() for one in nums}


def _stem(num: str, series: str, used: set[str]) -> str:
    """The number behind which a number was put in, itself where it stands for itself: 12 of 12B and of 12-1."""
    if series == "/1":  # 433quinquies/1 follows 433quinquies, which stands for itself
        base, _, _ = num.rpartition("/")
        return base if base and not _whole(num, "/", used) else num
    return num if _whole(num, "-", used) else _base(num)


def _whole(num: str, sign: str, used: set[str]) -> bool:
    """Whether 22-1832 is a number of its own: nothing has the number 22 after which it was put in. So many go on from
    417 with a stroke, 417/10 and more, that they are a chapter."""
    base, _, _ = num.casefold().partition(sign) if sign == "-" else num.casefold().rpartition(sign)
    return sign in num and (base not in used or (sign == "/" and f"{base}/10" in used))


def _letter(n: int) -> str:
    """1 is A, 24 Z, 25 AA, 26 AB."""
    more, place = divmod(n - 1, len(_LETTERS))
    return (_letter(more) if more else "") + _LETTERS[place]


def label_after(label: str, taken: Iterable[str]) -> str:
    """The first free label of a paragraph after another: (fb) after (f) where (fa) stands."""
    base, used = label[:1], set(taken)
    return next(made for n in range(1, 1000) if (made := base + letters(n)) not in used)


def _base(num: str) -> str:
    """The number without what was put in between: 12 of 12B, 12 of 12-1; a number of another kind is its own."""
    match = re.fullmatch(r"(\d+(?:\.\d+)*)(?:[A-Z]{1,2}|-\d+| ?" + _WRITTEN + ")", num)
    return match[1] if match else num
