"""Numbers in words and digits, and the terms (periods) they make: "fifteen (15) years", "6 bulan", "un mes"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

#: How a number word acts: "unit" adds, "times" multiplies what stands before it, "teen" adds ten ("dua belas" = 12).
Role = Literal["unit", "times", "teen"]


@dataclass(frozen=True)
class NumberWords:
    """The number words of a language. `joints` may stand between two of them: "twenty-five", "treinta y cinco"."""

    words: dict[str, tuple[int, Role]]
    joints: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> str:
        """A pattern (no groups) for a number in words; `value` decides whether it is one."""
        one = "|".join(sorted(map(re.escape, self.words), key=lambda word: (-len(word), word)))
        joint = "|".join(rf" {re.escape(joint)} " for joint in self.joints)
        return rf"(?:{one})(?:(?:{joint + '|' if joint else ''}[ -]?)(?:{one}))*(?![a-z])"

    @cached_property
    def _word(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(map(re.escape, self.words), key=lambda word: (-len(word), word))))

    def value(self, text: str) -> int | None:
        """The number that folded `text` says: "thirty-five" is 35; None for "five thirty" and other non-numbers.

        Orders of size must fall: after a ten only a unit may be added, after a hundred only less than a hundred.
        """
        total = last = 0
        for index, match in enumerate(self._word.finditer(text)):
            value, role = self.words[match.group()]
            if role == "times":
                # "dua puluh lima": only the last part added is multiplied; "hundred" alone is one hundred
                part = last if last else 1
                if index and (part >= value or not last):
                    return None
                total += part * value - (last if index else 0)
                last = part * value
            elif role == "teen":
                if not 1 <= last <= 9:
                    return None
                total, last = total + value, last + value
            else:
                if index and (value == 0 or not _fits(last, value)):
                    return None
                total, last = total + value, value
        return total or None


def _fits(last: int, value: int) -> bool:
    """Whether `value` may be added after `last`: 20 then 5, 60 then 12 (French soixante-douze), 100 then 35."""
    if last >= 100:
        return value < 100
    return last >= 20 and last % 10 == 0 and value < (20 if last in (60, 80) else 10)


def number(text: str, words: NumberWords) -> int | None:
    """The number in folded `text`, digits before words: "eighty (8)" is 8. None where there is none."""
    digits = re.search(r"\d+", text)
    return int(digits.group()) if digits else words.value(text.strip())


def years(amount: int | float, unit: str) -> float:
    """`amount` of `unit` ("year", "month", "week", "day") in years with two decimals: 18 months is 1.5, 12 months 1."""
    value = round(amount / {"year": 1, "month": 12, "week": 52, "day": 365}[unit], 2)
    return whole(value)


def whole(value: float) -> float:
    """`value` as an int where it is one, so that 10.0 is written 10."""
    return int(value) if float(value).is_integer() else value
