"""How deep a paragraph marker stands: (h) (i) (j) against (h) (i) (ii), by what it can go on from and what follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ctip_law.structure.numbers import HAN, LATIN, LATIN_VARIANTS, han_value, roman_value, western

#: Letters that count items in other scripts.
ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ",
    "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "абвгдежзийклмнопрстуфхцчшщъюя",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "가나다라마바사아자차카타파하",
    "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム",
    "abcdđeghiklmnopqrstuvxy",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    "அஆஇஈஉஊஎஏஐஒஓஔ",
    "أبجدهوزحطيكلمن",
    "ابجدهوزحطیکلمن",
    "ابپتثجچحخد",
)
#: Lists open within one another at most; no statute nests half as deep, damaged ones seem to.
DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of a marker: what it counts in and its place in that count."""

    kind: str
    value: int


@cache
def readings(marker: str) -> tuple[Option, ...]:
    """Every reading of a marker without its brackets: "i" is the ninth letter or the first Roman numeral."""
    text = _NAMED.get(marker.strip()) or western(marker).strip()
    if not text:
        return ()
    if base := _base(text):
        text = base  # "1A" where there is no 1, "a bis" where there is no a
    if text.isdecimal():
        return (Option("number", int(text)),) if len(text) < 6 else ()
    if "\u2460" <= text <= "\u2473":
        return (Option("circle", ord(text) - 0x245F),)
    case = "upper" if text.isupper() and text.lower() != text else "lower"
    options: list[Option] = []
    low = text.lower()
    if len(low) == 2 and low.isascii() and low[0] != low[1]:
        # (ab) behind (aa), in a list that counts on after (z)
        options.append(Option(f"{case} 0", (ord(low[0]) - 96) * 26 + ord(low[1]) - 96))
    # (aa), (bb) after (z), and (aa) as an inserted item
    letter = low[0] if len(set(low)) == 1 and len(low) <= 3 else ""
    for place, alphabet in enumerate(ALPHABETS):
        if letter and letter in alphabet:
            name = f"{case} {place}"
            options.append(Option(name, alphabet.index(letter) + 1 + (len(low) - 1) * len(alphabet)))
    if (value := roman_value(text)) and (case == "upper" or text.islower()):
        options.append(Option(f"{case} roman", value))
    if all(char in HAN for char in text):
        options.append(Option("han", han_value(text)))
    return tuple(options)


#: Letters that are written as words.
_NAMED = {"الف": "ا"}
_ADVERBS = "|".join(sorted([*LATIN, *LATIN_VARIANTS], key=len, reverse=True))
_INSERTED = re.compile(rf"(\d{{1,3}})(?:[A-Za-z]{{1,2}}|\s?(?:{_ADVERBS}))\Z|([a-zA-Z]{{1,5}})\s(?:{_ADVERBS})\Z", re.I)
_LETTERS = re.compile(r"([a-z]{1,5})([a-z])\Z|([A-Z]{1,5})([A-Z])\Z|([ivx]{1,5})([A-Z]{1,2})\Z")


def _base(marker: str) -> str:
    """The marker behind which a number with a letter, or one with "bis", was put in: "1A" -> "1", "a bis" -> "a"."""
    match = _INSERTED.match(marker)
    return match.group(1) or match.group(2) if match else ""


def plain(marker: str) -> bool:
    """The marker is one of a count; "ab" is one only where (a) or (aa) stands before it."""
    return not _LETTERS.match(marker) or len(set(marker)) == 1 or bool(roman_value(marker))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a marker stands: its depth from 0, and the reading that was taken."""

    depth: int
    option: Option


def places(markers: Sequence[tuple[str, str]]) -> list[Place]:
    """The place of each (marker, style). `style` is its dress: "(" for (a), "." for a., so a. is not the same list."""
    placer = Placer()
    result = []
    for index, (marker, style) in enumerate(markers):
        following = markers[index + 1] if index + 1 < len(markers) else None
        result.append(placer.place(marker, style, following))
    return result


def depths(markers: Sequence[str]) -> list[int]:
    """The depth of each marker, all in the same dress."""
    return [place.depth for place in places([(marker, "") for marker in markers])]


Readings = tuple[Option, ...]
#: Behind (a) and (b): an "(A)" or "(B)" may be of a list of its own, whose first item stands in the line.
_THIRD = 3


class Placer:
    """Keeps the open lists, each with every reading that still fits. `reset` closes them (a new section)."""

    def __init__(self) -> None:
        self.open: list[tuple[str, Readings]] = []

    def reset(self) -> None:
        self.open.clear()

    def continues(self, marker: str, style: str) -> bool:
        """The marker is the next of a list that is open."""
        if self._next(readings(marker), style) is not None:
            return True
        return any(dress == style and same is not None for _, dress, same in self._bases(marker))

    def place(self, marker: str, style: str, following: tuple[str, str] | None = None) -> Place:
        """Takes the marker into the open lists. `following` is the marker after it, for the ambiguous ones."""
        options = readings(marker) or (Option("other", 1),)
        if (inserted := self._inserted(marker, style)) is not None:
            return inserted
        found = self._next(options, style)
        new = tuple(option for option in options if option.value == 1)
        if found is not None and new and found[1] != new and self._prefers(new, style, following):
            found = None
        if found is None and not new:
            found = self._later(options, style) or self._in_capitals(options, style)
        if found is not None:
            level, fitting = found
            del self.open[level + 1 :]
            self.open[level] = (style, fitting)
            return Place(level, fitting[0])
        if new and self.open and self._inserted_before(new, style):
            self.open.pop()
        del self.open[DEEPEST - 1 :]
        self.open.append((style, new or options))
        return Place(len(self.open) - 1, (new or options)[0])

    def _inserted(self, marker: str, style: str) -> Place | None:
        """ "(ff)" or "(fa)" behind "(f)", "(1A)" behind "(1)": what an amendment put in; the list goes on as before."""
        for level, dress, same in self._bases(marker):
            if dress == style and same is not None:
                del self.open[level + 1 :]
                return Place(level, same)
        return None

    def _bases(self, marker: str) -> Iterator[tuple[int, str, Option | None]]:
        """The open lists from the deepest, with the item behind which the marker may have been put in."""
        bare = western(marker).strip()
        base = _base(bare)
        if not base and (match := _LETTERS.match(bare)):
            base = match.group(1) or match.group(3) or match.group(5)
            if 0 < roman_value(bare) < len(ALPHABETS[0]):
                return  # "(ii)" and "(xx)" count in Roman numerals
            if len(base) > 1 and not roman_value(base):
                base = ""
        elif not base and len(bare) == 2 and bare[0] == bare[1] and bare[0].isalpha():
            base = bare[0]
        if not base:
            return
        single = {(option.kind, option.value) for option in readings(base)}
        for level in range(len(self.open) - 1, -1, -1):
            dress, lasts = self.open[level]
            yield level, dress, next((last for last in lasts if (last.kind, last.value) in single), None)

    def _inserted_before(self, new: Readings, style: str) -> bool:
        """The list just begun with "(aa)", an item inserted before "(a)"."""
        dress, lasts = self.open[-1]
        kinds = {option.kind for option in new}
        return dress == style and any(last.value == 27 and last.kind in kinds for last in lasts)

    def _next(self, options: Readings, style: str) -> tuple[int, Readings] | None:
        """The deepest open list that some of the readings are the next of."""
        return self._fitting(options, style, lambda value, last: value == last + 1)

    def _in_capitals(self, options: Readings, style: str) -> tuple[int, Readings] | None:
        """ "(C)" behind "(b)": a bill prints what is new in capitals."""
        small = tuple(
            Option(o.kind.replace("upper", "lower", 1), o.value)
            for o in options
            if o.kind.startswith("upper") and o.value >= _THIRD
        )
        return self._next(small, style) if small else None

    def _later(self, options: Readings, style: str) -> tuple[int, Readings] | None:
        """The deepest open list that some of the readings stand later in: items left out or repealed."""
        return self._fitting(options, style, lambda value, last: value >= last)

    def _fitting(self, options: Readings, style: str, fits: Callable[[int, int], bool]) -> tuple[int, Readings] | None:
        for level in range(len(self.open) - 1, -1, -1):
            dress, lasts = self.open[level]
            if dress != style:
                continue
            values = {last.kind: last.value for last in lasts}
            fitting = tuple(o for o in options if o.kind in values and fits(o.value, values[o.kind]))
            if fitting:
                return level, fitting
        return None

    def _prefers(self, new: Readings, style: str, following: tuple[str, str] | None) -> bool:
        """A new list rather than the next item: "(i)" before "(ii)"."""
        if following is None or following[1] != style:
            return False
        kinds = {option.kind for option in new}
        return any(option.kind in kinds and option.value == 2 for option in readings(following[0]))
