"""Numbers of units: digits of any script, Chinese numerals, Roman numerals, words, inserted numbers (4A, 3 bis)."""

from __future__ import annotations

import re
import unicodedata

#: Latin adverbs of inserted articles, in order: 3 bis, 3 ter ...
LATIN = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies",
    "undecies", "duodecies", "terdecies", "quaterdecies", "quindecies", "sexdecies",
)  # fmt: skip
#: Other spellings met in codes -> the usual one.
LATIN_VARIANTS = {
    "quinques": "quinquies",
    "novies": "nonies",
    "octiès": "octies",
    "quinquiès": "quinquies",
    "sexiès": "sexies",
    "quáter": "quater",
    "quatér": "quater",
    "séptimus": "septies",
}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "两": 2,
    "兩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_HAN_UNITS = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "拾": 10,
    "佰": 100,
    "仟": 1000,
    "万": 10000,
    "萬": 10000,
    "廿": 20,
    "卅": 30,
}
HAN = "".join(_HAN_DIGITS) + "".join(_HAN_UNITS)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z", re.I)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


#: Numerals without a zero: signs for 1 to 9, 10 to 90, 100 and 10,000.
ETHIOPIC = "[\u1369-\u137c]{1,6}"
_ETHIOPIC = re.compile(ETHIOPIC)


def ethiopic_value(text: str) -> int:
    """The value of Ethiopic numerals: "፲፪" -> 12, "፻፳" -> 120, "፪፻" -> 200."""
    total = digits = 0
    for char in text:
        value = int(unicodedata.numeric(char))
        if value < 100:
            digits += value
        elif value == 100:
            total, digits = total + (digits or 1) * value, 0
        else:
            total, digits = (total + digits or 1) * value, 0
    return total + digits


def western(text: str) -> str:
    """`text` with the decimal digits of every script as 0-9: "๑๒" -> "12"; superscripts as "-1": "133¹" -> "133-1"."""
    if text.isascii():
        return text
    text = _ETHIOPIC.sub(lambda match: str(ethiopic_value(match.group())), text)
    text = re.sub(r"(?<=\d)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda m: "-" + m.group(1).translate(_SUPERSCRIPTS), text)
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def han_value(text: str) -> int:
    """The value of a Chinese numeral: "二百二十六" -> 226, "一二" -> 12. Raises ValueError for anything else."""
    if not text or any(char not in HAN for char in text):
        raise ValueError(text)
    if all(char in _HAN_DIGITS for char in text):
        return int("".join(str(_HAN_DIGITS[char]) for char in text))
    total = digit = 0
    for char in text:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char in "廿卅":
            total += _HAN_UNITS[char]
        else:
            unit = _HAN_UNITS[char]
            if unit == 10000:
                total, digit = (total + digit) * unit, 0
            else:
                total, digit = total + (digit or 1) * unit, 0
    return total + digit


def roman_value(text: str) -> int:
    """The value of a Roman numeral; 0 if it is none."""
    if not text or not _ROMAN.match(text):
        return 0
    values = [_ROMAN_VALUES[char] for char in text.lower()]
    return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))


_HAN_NUMBER = re.compile(rf"第?\s*([{HAN}\d]+)\s*[条條조章節节編编編款項项]?((?:\s*[之のノ]\s*[{HAN}\d]+)*)")
_BARE = re.compile(
    r"(?<![^\W_])(?:\d[\w.\-–/:]*|[A-Z]{1,3}\d[\w.\-]*)(?:\s?(?:"
    + "|".join([*LATIN, *LATIN_VARIANTS])
    + r")\b(?:[ ./-]?\d+|[ .-]?[A-Z]\b)?)?",
    re.I,
)
#: Nordic inserted sections: "§ 7 a.", "14 a §".
_LETTER = re.compile(r"(?<![\w.:/\-–])(\d[\d.:/\-–]*)\s([a-zåäæøö])(?=\s*(?:§|\.|\)|\Z))")
#: The label of units that were repealed together: "22 to 26", "§§ 3 und 4".
_RANGE = re.compile(
    r"(?:[^\W\d_]{1,9}\.?\s+|§+\s*)?((?P<first>\d{1,4})[A-Z]{0,2})\s+(?:to|and|à|et|a|al|y|e|und|och|ja|t/m|[-–—&])\s+"
    r"((?P<last>\d{1,4})[A-Z]{0,2})\.?"
)
#: Numbers that one range may span; more is no range.
WIDEST = 400
_MARKER = re.compile(r"[(\[]?\s*([^\W\d_]{1,5}|[^\W_]{1,6})\s*[)\].:]*\Z")


def number_of(printed: str) -> str:
    """The number alone in Western digits: "§ 12." -> "12", "Art. 3 bis" -> "3 bis", "มาตรา ๖" -> "6", "(a)" -> "a",
    "第二百二十六条の二" -> "226-2", "PART IV" -> "IV"."""
    text = western(unicodedata.normalize("NFKC", _keep_superscripts(printed))).strip()
    if not text:
        return ""
    if (
        (any(char in HAN for char in text) or text[0] == "第")
        and (match := _HAN_NUMBER.search(text))
        and match.group(1)
    ):
        parts = [match.group(1), *re.findall(rf"[{HAN}\d]+", match.group(2))]
        return "-".join(str(int(part) if part.isdigit() else han_value(part)) for part in parts)
    if (match := _RANGE.fullmatch(text)) and 0 < int(match.group("last")) - int(match.group("first")) <= WIDEST:
        return f"{tidy(match.group(1))}-{tidy(match.group(3))}"
    if match := _LETTER.search(text):
        return f"{match.group(1)} {match.group(2)}"
    if match := _BARE.search(text):
        return tidy(match.group(0))
    if match := _MARKER.match(text):
        return match.group(1)
    return text.split()[-1].strip("().:[]—–-°º*") if text.split() else ""


def _keep_superscripts(text: str) -> str:
    """NFKC would run "133¹" into 1331."""
    return re.sub(r"(?<=[^\W_])([⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda m: "-" + m.group(1).translate(_SUPERSCRIPTS), text)


_DEGREES = re.compile(r"[°º]")
_DASHES = re.compile(r"\s*\.?-\s*(?=\w)|\s*-\s*")
_WITH_ADVERB = re.compile(
    r"(\d[\d.\-/]*?[a-z]{0,2}?)([ .-]?)(" + "|".join([*LATIN, *LATIN_VARIANTS]) + r")\b(.*)\Z", re.IGNORECASE
)
#: "1er bis", "1o-A": the ordinal's ending in the middle; "225 «A»", "14^1".
_ORDINAL_INSIDE = re.compile(rf"(?<=\d)(?:er|ère|re|ro|o)(?=[\s-]|(?:{'|'.join(LATIN)})\b)")
_QUOTED = re.compile(r"[\"“”'‘’«»]")
_ORDINAL_END = re.compile(r"(?<=\d)(er|re|nd|rd|th|st|º|°|ª|o\.?)\Z")
_ZEROS = re.compile(r"^0+(?=\d)")


def tidy(number: str) -> str:
    """Without what is no number: "3 BIS." -> "3 bis", "4 -A" -> "4-A", "12.-" -> "12", "1er bis" -> "1 bis"; leading
    zeros go.

    A number is spelt as its law spells it, "433novies" in Belgium and "177 bis" in Spain: so it is cited."""
    if number.isdecimal() and number[0] != "0":
        return number
    number = _ORDINAL_INSIDE.sub("", _QUOTED.sub("", _DEGREES.sub("", number))).replace("^", "-")
    number = " ".join(number.split()).rstrip(".-–—:)/ ").replace("–", "-")
    number = _DASHES.sub("-", number)
    match = _WITH_ADVERB.match(number)
    if match:
        blank = " " if match.group(2) else ""
        number = f"{match.group(1)}{blank}{match.group(3).lower()}{match.group(4)}".strip()
    return _ZEROS.sub("", _ORDINAL_END.sub("", number))


#: A number that begins with its chapter's, as American codes count: title and chapter, a chapter that no section's own
#: number could be, or a section in hundreds.
_IN_CHAPTER = re.compile(
    r"(?P<chapter>\d+[A-Z]{0,2}(?:\.\d+)?[-:]\d+[A-Z]{0,2}(?:\.\d+)?(?=-)"
    r"|(?:\d{3,}[A-Z]{0,2}|\d+[A-Z]{1,2}|\d{2,}(?=\.\d{2}))(?=\.)"
    r"|\d{1,3}[A-Z]?(?=[-.:]\d{3}))"
    r"[-.:]\d+[A-Z]{0,2}(?:\.\d+)?\Z"
)
#: Two numbers with a dash, and how far apart those of a range may be.
_TWO, _SPANNED = re.compile(r"(\d{3})-(\d{3})"), 60


def chapter_of(number: str) -> str:
    """The chapter's number that a section's begins with: "566.215" -> "566", "710A.2" -> "710A", "13-1307" -> "13",
    "12.1-41-01" -> "12.1-41"; "" for other numbers with a point or dash ("3.1", "14-1", the range "425-426")."""
    match = _IN_CHAPTER.match(number)
    if match and (ends := _TWO.fullmatch(number)) and 0 < int(ends[2]) - int(ends[1]) <= _SPANNED:
        return ""
    return match.group("chapter") if match else ""


_BEFORE_ONE = re.compile(r"([AB][A-Z]{0,2})(\d{1,2}[A-Z]{0,2})\Z")
Key = tuple[tuple[int, int, str], ...]
_PIECES = re.compile(r"\d+|[^\W\d_]+")


def decimal_key(number: str) -> Key:
    """As `sort_key`, but with the digits after the point read as a decimal fraction: 82.3 < 82.31 < 82.4."""
    key = sort_key(number)
    pieces = re.findall(r"[.]\d+|\d+|[^\W\d_]+", number)
    return tuple((0, 0, piece[1:]) if piece[0] == "." else part for part, piece in zip(key, pieces, strict=False))


def sort_key(number: str) -> Key:
    """A key that sorts numbers as laws count: 4 < 4A < 4B < 5; 279.01 < 279.011 < 279.02; 3 < 3 bis < 3 ter < 4."""
    key: list[tuple[int, int, str]] = []
    if match := _BEFORE_ONE.match(number):  # AZ1 < A1 < A2 < 1: put in before the first
        key += [(1, 0, ""), (2, -len(match.group(1)), match.group(1).casefold())]
        number = match.group(2)
    for place, match in enumerate(_PIECES.finditer(number.casefold())):
        piece = match.group()
        if piece.isdecimal():
            if place and piece[0] == "0" and len(piece) > 1:
                key.append((0, 0, piece))
            else:
                key.append((1, int(piece) if len(piece) < 12 else 10**12, ""))
        else:
            adverb = LATIN_VARIANTS.get(piece, piece)
            key.append((2, LATIN.index(adverb), "") if adverb in LATIN else (2, len(piece), piece))
    return tuple(key)
