"""The regular expressions that the words of all profiles make, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby, takewhile

from ctip_law.profiles import profiles
from ctip_law.structure.numbers import ETHIOPIC, HAN, LATIN, LATIN_VARIANTS

_ADVERBS = "|".join(sorted([*LATIN, *LATIN_VARIANTS], key=len, reverse=True))
#: Letters behind a number in scripts without capitals, "2א", "২ক।", "၃-က", "۲الف": a vowel sign behind them begins a
#: word, a full stop does not.
_CASELESS = (
    r"(?:[\u05d0-\u05ea\u0904-\u0939\u0985-\u09b9\u1000-\u102a](?![\w\u0900-\u0963\u0966-\u09ff\u102b-\u103e])"
    r"|الف(?!\w)|\sالف(?=\s?[۔.:\u0640–-]))"
)
#: What a line begins with that goes on with the number in the line before: ". Ter.-", "Bis 2.-".
INSERTED_NEXT = re.compile(rf"(?i)(?:\.\s)?(?:{_ADVERBS})(?:\s\d{{1,2}})?(?!\w)\s?(?:\.|[-–—])")
_QUOTES = "\"“”'‘’«»"
#: "2 bis A"; in "2 bis A quien" the letter is a word.
_BEHIND = rf"(?:[ .\-/]?[{_QUOTES}]?(?:\d{{1,2}}|(?-i:[A-Z])(?!\s(?-i:[a-zà-þ])))\b[{_QUOTES}]?)"
_INSERTED = rf"(?:\s{{0,3}}-?(?-i:[a-z]{{0,2}})(?:{_ADVERBS})\b{_BEHIND}?)"
#: "12", "4A", "4-A", "3 bis", "279.01", "20A.01", "22-4A-1", "53a-192", "2C:13-8", "633:7", "4/1", "1º", "1er",
#: "1º-A", "1er bis", "133¹", "14^1", '225 "A"', "12 A." with its letter set apart, "2/A", "2.a"; in "10 - A boat is"
#: the letter is a word.
NUMBER = (
    rf"{ETHIOPIC}(?!\w)|"
    r"(?:(?-i:[LRDA])\.?\s?\*{0,2}\s?)?\d+(?:(?-i:[A-Z]{1,2})(?=[.\-:]\d)|(?-i:[a-z])(?=-\d{2}))?(?:(?:(?<=\d[A-Z])|(?<=\d{3})):\d+)?(?:[.\-–/·]\d+(?:(?-i:[A-Z])(?=-\d))?)*(?-i:\.[A-Z]{2}\.\d+(?:\.\d+)*)?(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\d{1,2})?"
    rf"(?:{_INSERTED}|(?-i:Z[A-Z]?\d{{1,2}})(?=\.)|[-–](?-i:[A-Z]{{1,3}})(?!\w)|\s?[-–]\s?(?-i:[A-Z]{{1,3}})(?=\s*(?:[.:)—–-]|$))|(?-i:[A-ZΑ-ΩА-ЯЁ]{{1,3}})(?!\w)(?!\.\w\.)|/(?-i:[A-Za-z])(?![\w.]\w)|\.(?-i:[a-z])(?![\w.)])"
    rf"|(?:er|ère|re|ro|\.?[º°ªo])(?!\w)(?:(?:\s?[-–]\s?(?-i:[A-Z]{{1,2}})|[-–]\d{{1,2}})(?:-(?-i:[A-Z]))?(?!\w)|{_INSERTED}|\.?)"
    rf"|\s?[{_QUOTES}](?-i:[A-Z]{{1,2}})[{_QUOTES}]|[-–]?{_CASELESS}"
    r"|(?-i:[a-z]{1,2}|[а-яё]|[α-ω])(?!\w)|\s(?-i:[a-z])(?=\s?(?:§|\.(?:\s|$)|$)|\s(?-i:[A-ZÀ-Þ]))|\s(?-i:[A-Z])(?=\s*(?:[.:)—–]|$)))?"
)
LETTER = r"(?-i:[A-ZΑ-ΩА-Я]{1,2})[΄ʹ’'´]?(?!\w)"
ROMAN = rf"(?-i:[IVXLC]+)(?:-?(?-i:[A-Z])\b|\.\d{{1,2}}(?![\d.])|\s?(?:{_ADVERBS})\b(?:/\d{{1,2}})?)?(?!\w)"


#: The letters of a code before a number with a point or dash, which is no date; and the letter that stands for "§"
#: where a printer had none: "S 2. This act".
_CODE = (
    r"(?:(?-i:[A-Z]{2,5})(?=\s{1,2}§?\s?(?!\d{1,2}[.\-]\d{1,2}[.\-]\d{2,4}\b)\d{1,4}[A-Z]?[.:\-]\d)"
    r"|(?-i:\d{1,3}\s[A-Z]{2,5}\s\d{1,3}/)(?=\d)|(?-i:S)(?=\s\d{1,3}\.\s{1,2}[A-Z]))"
)
#: Cues that are a whole line.
_LINE_CUES = ("contents", "schedule", "notes", "supplement")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _begins(words: Iterable[str]) -> frozenset[str]:
    """The first two letters of each word, to pass over most lines without a regular expression."""
    return frozenset(piece for word in words for piece in (word[:2], word[0] + " "))


class Starts(dict[str, re.Pattern[str]]):
    """Kind of cue -> what a line begins with; each is compiled when it is first asked for."""

    def __init__(self, cues: dict[str, frozenset[str]]) -> None:
        super().__init__()
        self.cues = cues

    def __missing__(self, kind: str) -> re.Pattern[str]:
        self[kind] = _compile(rf"[\s\[(*_\"“]*(?:{_any(self.cues[kind])})")
        return self[kind]


@dataclass(frozen=True)
class Patterns:
    """`unit`, `division`: word and number at the start of a line. `around`: number between or before words.
    `bare`: a number alone. `inserted`: word -> the Latin adverb that says the same. `beside`: word of units
    counted beside the others -> what their number begins with. Groups: word, num, sep. `kinds`:
    word -> kinds. `cues`: kind of cue -> phrases.

    Each expression is compiled when it is first asked for: a file with marks of its own needs few of them."""

    unit_kinds: dict[str, str]
    division_kinds: dict[str, str]
    around_kinds: dict[tuple[str, str], str]
    numerals: dict[str, int]
    inserted: dict[str, str]
    beside: dict[str, str]
    cues: dict[str, frozenset[str]]
    starts: Starts
    begins: frozenset[str]
    cue_begins: frozenset[str]

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """The word and number of a unit at the start of a line; for a word a code's letters: "NRS 200.463"."""
        word = f"{_words(self.unit_kinds)}|{_CODE}"
        num = self._number + self._later
        sign = r"(?:№|no\.?|n\.?º|§|[-–](?=\s?\d))?"
        return _compile(_TITLED + rf"(?P<word>{word})\s{{0,3}}{sign}\s{{0,2}}(?P<num>{num})" + _SEP)

    @cached_property
    def division(self) -> re.Pattern[str]:
        """The same of a division, which may have a letter for a number."""
        word = _words(self.division_kinds)
        return _compile(
            LEAD + rf"(?P<word>{word})\s{{0,3}}(?:№|no\.?|[-–](?=\d))?\s{{0,2}}(?P<num>{self._number}|{LETTER})" + _SEP
        )

    @cached_property
    def around(self) -> re.Pattern[str]:
        """A number between two words."""
        return _compile(LEAD + _between({key: kind for key, kind in self.around_kinds.items() if key[0]}) + _SEP)

    @cached_property
    def after(self) -> re.Pattern[str]:
        """A number before its word."""
        return _compile(
            LEAD
            + rf"(?P<num>\d{{1,4}}\.[⁰¹²³⁴⁵⁶⁷⁸⁹]+|{NUMBER}|{ROMAN}|(?:{_any(self.numerals)}))\.?\s{{0,3}}-?(?P<word>"
            + _any(after for before, after in self.around_kinds if not before)
            + r")(?!\w)(?P<more>(?<=gr\.)\s(?-i:[a-z])(?=\.))?"
            + _SEP
        )

    @cached_property
    def bare(self) -> re.Pattern[str]:
        """A number alone, with what follows it."""
        return re.compile(
            LEAD
            + rf"(?P<num>{NUMBER}|[AB][A-Z]{{0,2}}\d{{1,2}}[A-Z]{{0,2}}(?=\.\s?[—–-]))"
            r"(?P<sep>\s?[.:)\u0964\u06d4\u104a\u104b．、]+\s*(?:[-–—―]+)?|\s?[-–—―\u0640]+|\s+|$|(?=[(（]\s?[1١۱१১a]\s?[)）]))(?=\s*(?P<next>.?))"
        )

    @property
    def _number(self) -> str:
        words = rf"(?:{_any(self.numerals)})(?!\w)(?:\s(?:{_ADVERBS})\b)?"
        return rf"[(（\[]?\s?(?:{NUMBER}|{ROMAN}|{words})\s?[)）\]]?"

    @property
    def _later(self) -> str:
        """What may stand behind the number of a unit that was inserted later: "12 bis (2)"."""
        behind = r"\s?[(（](?:\d{1,2}|[^\W\d_])[)）]|\s\d{1,2}(?!\w)|\s[^\W\d_](?=\s?(?:[-–:.]|$))"
        return rf"(?:\s?(?P<ins>{_any(self.inserted)})(?!\w)(?:{behind})?)?"

    @cached_property
    def operative(self) -> re.Pattern[str]:
        """Words that make an offence or punish one."""
        cues = _any(self.cues["operative"])
        return _compile(rf"(?<![^\W\d_])(?:{cues})" if cues else r"(?!)")

    @cached_property
    def orders(self) -> re.Pattern[str]:
        """Words that order a change in another law: "se reforma el artículo", "is amended by adding"."""
        return _compile(rf"(?<![^\W\d_]){_any(self.cues['orders'])}")

    @cached_property
    def cited(self) -> re.Pattern[str]:
        """A clause that gives the law its name: "This Act may be cited as the Ferries Act, 2013." Group: name."""
        point = r"\.(?:(?! ?\d)(?:\s|$)|(?=\s\d{1,3}[.)(]))"  # "Act, 2013. " and "Act. 2. In this"
        # "the Kite Hire, Flight and Landing Act": what follows the comma has the kind of law yet to come
        goes_on = rf"\s(?-i:(?=[A-Z]))[\w\s,’'-]{{0,80}}?\b{_any(self.cues['kind'])}\b"
        # "the Kite" / a blank line of the scan / "Hire Act 2031 and": the year is yet to come
        parted = r"\n\s*\n(?!(?-i:[A-ZÀ-Þ])[\w '’-]{2,40}\b\d{4}\b)"
        ends = rf"(?=[\"”»;。]|:(?!\d)|{point}|,(?!\s*\d{{4}})(?!{goes_on})|\s(?:and|dan|y|et)\s(?-i:[a-z])|{parted}|$)"
        cues, quote = _any(self.cues["cited"]), r"[\"“«]?\s*"
        begins = rf"(?<![^\W\d_])(?:{cues})\s*[:,]?\s*{quote}(?:the\s+{quote})?"
        return _compile(rf"{begins}(?P<name>[^\"”»]{{4,200}}?){ends}")

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """What a law is about that ctip-law is given: which of several laws in one file it is."""
        return _compile(_any(self.cues["subject"]))

    @cached_property
    def ends(self) -> re.Pattern[str]:
        """Signatures and explanatory notes in a long line: phrases of several words, those of notes in capitals."""
        closing = _any(_sentence(word) for word in self.cues["closing"] if " " in word)
        notes = _any(word.upper() for word in self.cues["notes"] if " " in word)
        return re.compile(rf"(?<=[.;:])\s+(?P<closing>{closing})(?!\w)|(?<=\s)(?P<notes>{notes})(?!\w)")

    @cached_property
    def page(self) -> re.Pattern[str]:
        """Words of a web page that offers a law."""
        return _compile(rf"(?<![^\W_]){_any(self.cues['page'])}(?![^\W_])")

    @cached_property
    def schedules(self) -> re.Pattern[str]:
        """A schedule's heading in a long line: "... of this Act. Second Schedule (Section 35) Classes of ..."."""
        return self._schedule(self._titled)

    @cached_property
    def last_schedule(self) -> re.Pattern[str]:
        """The same at the end of the file, where any heading may follow: "... in the Gazette. Schedule Fine levels"."""
        return self._schedule(rf"{self._titled}|[A-ZÀ-Þ][^\W\d_]{{2,}}\s")

    @property
    def _titled(self) -> str:
        """What follows a schedule's heading: capitals, or the section that it belongs to."""
        cited = _any([word for word in self.unit_kinds if word.isascii()])
        return rf"(?:[A-Z]{{2,}}[,\s]+){{4}}|[(\[](?i:{cited})s?\.?\s*\d"

    def _schedule(self, following: str) -> re.Pattern[str]:
        plain = [
            cue for cue in _longest(self.cues["schedule"]) if cue.startswith(tuple(self.numerals)) or " " not in cue
        ]
        forms = "|".join(re.escape(form) for cue in plain for form in (cue.upper(), cue.title()))
        number = r"(?:\s+(?:\d{1,3}[A-Z]?|[IVX]{1,5}))?"
        return re.compile(rf"(?<=[.;:\])])\s+((?:{forms}){number})\s+(?={following})")

    @cached_property
    def run_in(self) -> re.Pattern[str]:
        """The blank before a unit at the end of a line, before a contents list, and before unit 1 with words."""
        units = "|".join(re.escape(word.title()) for word in _longest(self.unit_kinds) if word.title() != word.upper())
        lists = "|".join(re.escape(cue.upper()) for cue in _longest(self.cues["contents"]) if " " in cue)
        return re.compile(
            rf"\s+(?=(?:{units})\s\d{{1,4}}[A-Za-z]?\.?\Z)|\s+(?=(?:{lists})(?:\s|\Z))"
            r"|\s+(?=1\.\s+(?:\(1\)\s*)?[A-Z][a-z])"
        )

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """The next division's heading at the end of a unit's last line: "... by the victim. Part 6 – General"."""
        words = "|".join(
            re.escape(form) for word in _longest(self.division_kinds) for form in (word.upper(), word.title())
        )
        number = r"(?:\d{1,3}[A-Z]?|[IVXLC]{1,6}[A-Z]?)"
        head = r"(?:\s*[-–—:]\s*[A-ZÀ-Þ][^.;:]{3,120}|\s+[A-ZÀ-Þ][A-ZÀ-Þ,’'()\s-]{6,120})"
        return re.compile(rf"(?<=[.;:\])”])\s+((?:{words})\s+{number}{head})\Z")

    @cached_property
    def history(self) -> re.Pattern[str]:
        """What a consolidated text says below a unit of its history: "Section 98A(2)(d): amended, on 18 April"."""
        kinds = _any([*(word for word in self.unit_kinds if len(word) > 3), *self.division_kinds, *self.cues["below"]])
        return _compile(rf"[*_]*{kinds}(?![^\W\d_])[^:\n]{{0,90}}:\s+[*_]*{_any(self.cues['amended'])}(?![^\W\d_])")

    @cached_property
    def edited(self) -> re.Pattern[str]:
        """An editor's note behind a heading: "Offences [Part IA inserted by section 3 of Act 16 of 2022]"."""
        return _compile(
            rf"\s*[\[(<][^\[\]()<>]*(?<![^\W\d_]){_any(self.cues['amended'])}(?![^\W\d_])[^\[\]<>]*[\])>]\s*\Z"
        )


#: What an editor sets before a unit: "[", "1[", and a compiler's own count: "(4376) § 1."
LEAD = r"(?P<lead>(?:\d{1,2}\s?(?=\[)|[\[(]\d{2,5}[\])]\s{0,2}(?=§))?[\[({«\"“‘'*_<\s]*)"
#: The same with the title or the short name of a code, as it is cited: "17-A §852", "5 §4701",
#: "22 M.R.S. § 4"; "5 § 2" is Swedish and means section 5.
_TITLED = (
    LEAD[:-1]
    + r"(?:(?-i:\d{1,3}-[A-Z]\s{1,2}(?=§)|\d{1,3}\s{1,2}(?=§\d{3})|\d{1,3}\s(?:[A-Z][A-Za-z]{0,5}\.?\s?){1,4}(?=§)"
    r"|(?:[A-Z][a-z]{2,14}\s){1,4}(?:Code|Statutes?|Laws?)\s(?=§\s?\d)))?)"
)
#: The stroke that draws Arabic letters out stands for a dash in Persian print: "ماده ۱ـ".
_SEP = r"(?P<sep>\s*[.:)\]\u0964\u06d4\u104a\u104b．。：）､、，]*\s*(?:[-–—―.\u0640]+(?=\s|$|[^\d\s]))?)"


@cache
def patterns() -> Patterns:
    """Made from the union of all profiles, in the order of their files."""
    unit_kinds: dict[str, str] = {}
    division_kinds: dict[str, str] = {}
    around: dict[tuple[str, str], str] = {}
    numerals: dict[str, int] = {}
    inserted: dict[str, str] = {}
    beside: dict[str, str] = {}
    cues: dict[str, set[str]] = {}
    english_first = sorted(profiles(), key=lambda profile: (profile.id != "en", profile.id))
    for profile in english_first:
        for kind, words in profile.units.items():
            for word in _both(words):
                unit_kinds.setdefault(word, kind)
        for kind, words in profile.divisions.items():
            for word in _both(words):
                division_kinds.setdefault(word, kind)
        for entry in profile.around:
            for after in _both([entry.after]):
                around.setdefault((entry.before, after), entry.kind)
        for word, value in profile.numerals.items():
            for form in _both([word]):
                numerals.setdefault(form, value)
        for word, value in profile.inserted.items():
            inserted.setdefault(word, LATIN[value - 2])
        beside |= {low(word): name for word, name in profile.beside.items()}
        for kind, found in profile.cues.items():
            cues.setdefault(kind, set()).update(_both(found))
    phrases = {kind: frozenset(found) for kind, found in cues.items()}
    return Patterns(
        unit_kinds=unit_kinds,
        division_kinds=division_kinds,
        around_kinds=around,
        numerals=numerals,
        inserted=inserted,
        beside=beside,
        cues=phrases,
        starts=Starts(phrases),
        begins=_begins([*unit_kinds, *division_kinds, *numerals, *(key[0] for key in around if key[0])]),
        cue_begins=_begins([phrase for kind in _LINE_CUES for phrase in cues[kind]]),
    )


def low(text: str) -> str:
    """In lower case, without the dots that Turkish has and lacks: "KISIM" is "Kısım", "GEÇİCİ" is "Geçici"."""
    return text.lower().replace("i\u0307", "i").replace("\u0131", "i")


def _both(words: Iterable[str]) -> list[str]:
    """The words as they are written, and as `low` makes them of any writing."""
    return [form for word in words for form in dict.fromkeys((word, low(word)))]


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest that fits. Beginnings that words share stand once: much less to compile."""
    return _branches(sorted(set(words)))


def _branches(words: list[str]) -> str:
    """The sorted words as nested branches; an empty word among them makes the rest optional."""
    branches = []
    for _, same in groupby((word for word in words if word), key=lambda word: word[0]):
        group = list(same)
        pairs = zip(group[0], group[-1], strict=False)  # sorted, so these two share least
        shared = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        rest = [word[len(shared) :] for word in group]
        tail = _branches(rest) if len(rest) > 1 else ""
        branches.append(re.escape(shared).replace(r"\ ", r"\s+") + tail)
    some = "|".join(branches)
    if not words or words[0]:
        return f"(?:{some})"
    return f"(?:{some})?" if some else ""


def _words(words: Iterable[str]) -> str:
    """Words of letters end before another letter; "§" and "sec." end anywhere."""
    return "|".join(
        _spaced(word) + (r"(?![^\W\d_])" if word[-1].isalpha() and word.isascii() else "")
        for word in sorted(set(words), key=lambda w: (-len(w), w))
    )


def _spaced(word: str) -> str:
    """Small capitals often come out of a conversion with a blank after the first letter: "P ART II"."""
    escaped = re.escape(word).replace(r"\ ", r"\s+")
    return escaped[0] + r"\s?" + escaped[1:] if word.isascii() and word.isalpha() and len(word) > 3 else escaped


def _longest(words: Iterable[str]) -> list[str]:
    return sorted({word for word in words if word.isascii() and len(word) > 3}, key=lambda w: (-len(w), w))


def _between(around: dict[tuple[str, str], str]) -> str:
    """第…条, 제…조 with their inserted forms 第十二条の二, 第十二条之一, 제12조의2, 第 2-1 條."""
    before = _any({key[0] for key in around})
    after = _any({key[1] for key in around})
    number = rf"[{HAN}\d]{{1,12}}"
    more = rf"(?P<more>(?:\s?[之のノ의]\s?{number})*)"
    return rf"(?P<before>{before})\s{{0,2}}(?P<num>{number}(?:[-–]\d{{1,3}})?)\s{{0,2}}(?P<word>{after}){more}"
