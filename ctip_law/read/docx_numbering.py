"""Automatic numbers of Word (ECMA-376 Part 1, 17.9): what Word prints before a paragraph is not in its text.

A paragraph names a list (`w:numId`) and a level; the list names an abstract list, whose levels have a pattern
("%1.%2)"), a format and a start. Counters belong to the abstract list; a level begins again when a higher one has
been counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lxml import etree

from ctip_law.model import Block

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = "m:1000 cm:900 d:500 cd:400 c:100 xc:90 l:50 xl:40 x:10 ix:9 v:5 iv:4 i:1"
_ROMAN = tuple((int(value), sign) for sign, _, value in (pair.partition(":") for pair in _SIGNS.split()))
_HAN = "〇一二三四五六七八九"
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ARABIC_LETTERS = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
_GANADA = "가나다라마바사아자차카타파하"
#: Formats that only change the digits: name -> the zero of the script.
_DIGITS = {"hindiNumbers": "\u0966", "thaiNumbers": "\u0e50", "decimalFullWidth": "\uff10", "arabicNumbers": "\u0660"}
MAX_LEVELS = 9


@dataclass(slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    style: str = ""
    legal: bool = False
    restart: int | None = None


@dataclass(slots=True)
class List:
    """A list in use: its abstract list, its levels, and the numbers that its levels begin anew with."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Gives each numbered paragraph its label, in the order of the document."""

    def __init__(self, part: etree._Element | None) -> None:
        self.lists: dict[str, List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()
        self._named: dict[str, str] = {}
        if part is not None:
            self._read(part)

    def label(self, number: str, level: int) -> str:
        """What Word prints before a paragraph of this list and level; "" for none and for bullets."""
        used = self.lists.get(number)
        if used is None or level not in used.levels:
            return ""
        counts = self._counts.setdefault(used.abstract, {})
        here = used.levels[level]
        if level in used.starts and (number, level) not in self._used:
            counts[level] = used.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else here.start
        self._used.add((number, level))
        for deeper in [other for other in counts if other > level]:
            restart = used.levels[deeper].restart if deeper in used.levels else None
            if restart is None or 0 < restart <= level + 1:
                del counts[deeper]
        if here.format in ("bullet", "none"):
            return "" if here.format == "bullet" or "%" in here.pattern else here.pattern
        return self._filled(here, used, counts)

    def field(self, name: str, level: int, number: str) -> str:
        """What the field `LISTNUM "name" \\l level` prints: the next number of that list, or of the paragraph's own."""
        abstract = self._named.get(name)
        for key, used in self.lists.items():
            if abstract is not None and used.abstract == abstract:
                return self.label(key, level)
        return self.label(number, level) if number in self.lists else ""

    def abstract(self, number: str) -> str:
        """The abstract list that a list belongs to; "" for none."""
        used = self.lists.get(number)
        return used.abstract if used else ""

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level that is tied to a paragraph style."""
        used = self.lists.get(number)
        return next((place for place, level in used.levels.items() if level.style == style), None) if used else None

    def _filled(self, here: Level, used: List, counts: Mapping[int, int]) -> str:
        label = here.pattern
        for place in range(MAX_LEVELS):
            if f"%{place + 1}" in label:
                level = used.levels.get(place, Level())
                count = counts.get(place, level.start)
                label = label.replace(f"%{place + 1}", number_in(count, "decimal" if here.legal else level.format))
        return label.strip()

    def _read(self, part: etree._Element) -> None:
        abstracts: dict[str, dict[int, Level]] = {}
        links: dict[str, str] = {}
        styles: dict[str, str] = {}
        for element in part.iterfind(f"{W}abstractNum"):
            name = element.get(f"{W}abstractNumId") or ""
            abstracts[name] = _levels(element)
            if title := _value(element, "name"):
                self._named.setdefault(title, name)
            if style := _value(element, "styleLink"):
                styles[style] = name
            if link := _value(element, "numStyleLink"):
                links[name] = link
        for element in part.iterfind(f"{W}num"):
            abstract = _value(element, "abstractNumId")
            abstract = styles.get(links.get(abstract, ""), abstract)
            levels = dict(abstracts.get(abstract, {}))
            starts: dict[int, int] = {}
            for override in element.iterfind(f"{W}lvlOverride"):
                place = _int(override.get(f"{W}ilvl"), 0)
                own = override.find(f"{W}lvl")
                if own is not None:
                    levels[place] = _level(own)
                start = _value(override, "startOverride")
                if start:
                    starts[place] = _int(start, 1)
            self.lists[element.get(f"{W}numId") or ""] = List(abstract, levels, starts)


class Counted:
    """Which automatic list counts through the document: its outermost numbers only grow, over half of the blocks.

    Word itself says so that paragraph 20 after paragraph 3 (a start override) is of the same list.
    """

    def __init__(self) -> None:
        self._found: dict[str, dict[int, list[tuple[int, int]]]] = {}

    def add(self, abstract: str, label: str, level: int, block: int) -> None:
        """A numbered paragraph and the place of its block."""
        digits = re.findall(r"\d+", label)
        if abstract and len(digits) == 1:
            self._found.setdefault(abstract, {}).setdefault(level, []).append((int(digits[0][:9]), block))

    def mark(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks with the hint "counted" on those of such lists."""
        places: set[int] = set()
        for levels in self._found.values():
            paragraphs = levels[min(levels)]
            far = (paragraphs[-1][1] - paragraphs[0][1]) * 2 >= len(blocks)
            if far and len(paragraphs) > 2 and all(one[0] < other[0] for one, other in pairwise(paragraphs)):
                places.update(block for _, block in paragraphs)
        return [
            replace(block, style=f"{block.style} counted".strip()) if place in places else block
            for place, block in enumerate(blocks)
        ]


def _levels(element: etree._Element) -> dict[int, Level]:
    return {_int(level.get(f"{W}ilvl"), 0): _level(level) for level in element.iterfind(f"{W}lvl")}


def _level(element: etree._Element) -> Level:
    restart = _value(element, "lvlRestart")
    legal = element.find(f"{W}isLgl")
    return Level(
        start=_int(_value(element, "start"), 1),
        format=_value(element, "numFmt") or "decimal",
        pattern=_value(element, "lvlText"),
        suffix=_value(element, "suff") or "tab",
        style=_value(element, "pStyle"),
        legal=legal is not None and legal.get(f"{W}val") not in ("0", "false"),
        restart=_int(restart, 0) if restart else None,
    )


def _value(element: etree._Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val") or ""


def _int(words: str | None, default: int) -> int:
    try:
        return int(words or "")
    except ValueError:
        return default


def number_in(count: int, format: str) -> str:
    """`count` in a number format of Word: number_in(4, "lowerRoman") == "iv"."""
    if count < 1 or count > 30_000:
        return str(count)
    if format in ("lowerRoman", "upperRoman"):
        words = _roman(count)
        return words.upper() if format == "upperRoman" else words
    if format in ("lowerLetter", "upperLetter"):
        words = chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)  # Word goes z, aa, bb
        return words.upper() if format == "upperLetter" else words
    if format == "decimalZero":
        return f"{count:02d}"
    if format in _DIGITS:
        return "".join(chr(ord(_DIGITS[format]) + int(digit)) for digit in str(count))
    if format.startswith(("chinese", "ideograph", "japanese", "taiwanese", "koreanCounting", "koreanDigital2")):
        return _han(count)
    letters = {"thaiLetters": _THAI_LETTERS, "arabicAbjad": _ARABIC_LETTERS, "iroha": _IROHA, "ganada": _GANADA}.get(
        format
    )
    if letters:
        return letters[(count - 1) % len(letters)]
    return str(count)


def _roman(count: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        words += sign * (count // value)
        count %= value
    return words


def _han(count: int) -> str:
    if count >= 100:
        return "".join(_HAN[int(digit)] for digit in str(count))
    tens, ones = divmod(count, 10)
    return f"{_HAN[tens] if tens > 1 else ''}{'十' if tens else ''}{_HAN[ones] if ones or not tens else ''}"
