"""Stage 2, marks. Reads lines; writes every place where a unit might begin, before it is decided which do.

"12. Offence of trafficking"  "Section 12."  "SEC. 12."  "Artículo 12º.-"  "§ 12"  "第十二条"  "12 §"  "১২।"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ctip_law.model import TOP_KINDS
from ctip_law.structure.lines import Line, ends_sentence, is_upper, small
from ctip_law.structure.numbers import LATIN, LATIN_VARIANTS, Key, number_of, roman_value, sort_key, tidy, western
from ctip_law.structure.patterns import INSERTED_NEXT, Patterns, low, patterns


@dataclass(slots=True)
class Mark:
    """A place where a unit may begin. `family`: what numbers are counted together ("section", "bare" ...);
    `look`: how it is written, the same for all units of a law; `weight`: how much it looks like a beginning;
    `rest`: offset in the text where the words after the number begin; `stray`: it stands out of order."""

    line: int
    at: int
    family: str
    kind: str
    printed: str
    num: str
    key: Key
    rest: int
    weight: float
    look: tuple[str, ...] = ()
    whole: bool = False
    stray: bool = False
    #: of a range of units the last one's, from which the count goes on
    ends: Key = ()
    #: the words of a marginal note ran into the number: "keeping" / "barges.12. Whoever"
    noted: bool = False

    @property
    def first(self) -> int:
        """The leading whole number."""
        return self.key[0][1] if self.key and self.key[0][0] == 1 else 0

    @property
    def onward(self) -> Key:
        """The key from which the count goes on."""
        return self.ends or self.key

    @property
    def last(self) -> int:
        """The leading whole number from which the count goes on."""
        return self.ends[0][1] if self.ends else self.first


def find_marks(lines: list[Line]) -> tuple[list[Mark], list[Mark]]:
    """Marks of units and marks of divisions, in the order of the text. Lines that have a role give none."""
    table = patterns()
    units: list[Mark] = []
    divisions: list[Mark] = []
    for index, line in enumerate(lines):
        if line.role:
            continue
        head = line.text[:200]
        first = low(head.lstrip(_LEAD)[:2])
        known = first in table.begins or first[:1] in _SHORT or (first[:1] or "x") in _ROMANS or _CODE.match(head)
        if not (known or first[:1].isdigit() or _BEFORE_ONE.match(head) or "§" in head[:60]):
            continue
        previous = lines[index - 1] if index else None
        if (mark := _unit(head, line, index, previous, table)) or (mark := _bare(head, line, index, previous, table)):
            opens = mark.whole and index + 1 < len(lines) and _FIRST_BELOW.match(lines[index + 1].text)
            units.append(replace(mark, weight=mark.weight + _OPENS) if opens else mark)
        if mark := _division(head, line, index, previous, table):
            divisions.append(mark)
    units = _of_one_code(lines, _without_divisions(units, divisions))
    divisions.extend(_numbered_chapters(lines, units))
    divisions.sort(key=lambda mark: mark.line)
    return units, divisions


def _without_divisions(units: list[Mark], divisions: list[Mark]) -> list[Mark]:
    """The units without the divisions among them: a word for the article in one language is the chapter's in another,
    and here another word has counted the same numbers."""
    both = {mark.line for mark in divisions}
    doubtful = [mark for mark in units if mark.line in both]
    sure = {(mark.family, mark.num) for mark in units if mark.line not in both}
    if doubtful and all((mark.family, mark.num) in sure for mark in doubtful):
        return [mark for mark in units if mark.line not in both]
    return units


#: The number of a section in a code that counts by chapter.
_CERTAIN = 0.9
_BY_CHAPTER = re.compile(r"\d{1,3}[A-Z]?\.\d{3,4}\Z")


def _of_one_code(lines: list[Line], units: list[Mark]) -> list[Mark]:
    """The units, a bare number of a code counted with those that have a word: pieces of a code from several publishers,
    "Code § 12.345" / "Hire." and "12.350 Lamps. (1) A keeper ..."."""
    coded = [mark for mark in units if _BY_CHAPTER.match(mark.num)]
    named = {mark.num: mark for mark in coded if mark.family != "bare" and mark.weight > _CERTAIN}
    if not named or sum(mark.family == "bare" for mark in coded) > len(named):
        return units  # the sections are bare, and those with a word mentions of them
    chapters = {num.split(".")[0]: mark for num, mark in named.items()}
    made: list[Mark] = []
    for mark in units:
        model = chapters.get(mark.num.split(".")[0]) if mark.family == "bare" and _BY_CHAPTER.match(mark.num) else None
        line, before = lines[mark.line], lines[mark.line - 1] if mark.line else None
        rest = line.text[mark.rest - line.start :].lstrip()
        apart = line.gap or before is None or ends_sentence(before)
        if model is not None and mark.num not in named and apart and rest[:1].isupper():
            mark = replace(mark, family=model.family, kind=model.kind, look=model.look, weight=1.0)
        made.append(mark)
    return made


def _numbered_chapters(lines: list[Line], units: list[Mark]) -> list[Mark]:
    """Chapters of which only the number is left in a line: "3" / "1. ..." in a code that counts by chapter."""
    found: list[Mark] = []
    last = 0
    for mark, after in pairwise(units):
        if mark.whole and not mark.look[0] and after.line == mark.line + 1 and after.num == "1" and mark.first > last:
            found.append(replace(mark, kind="chapter", family="chapter"))
            last = mark.first
    return found if len(found) >= 3 else []


#: The first subsection below a number that stands alone in its line, and how much likelier it makes a unit there.
_FIRST_BELOW = re.compile(r"[(（]1[)）]\s*\S")
_OPENS = 0.5
#: Between the kind and the name of units that are counted beside the others, in the name of their family.
BESIDE = "+"
#: What may stand before a unit's first letter, and first letters of short words and of Roman numerals.
_LEAD = "[({«\"“‘'*_< \t"
_SHORT = "§第제"
#: A section put in before the first: "A1.—(1)".
_BEFORE_ONE = re.compile(r"[AB][A-Z]{0,2}\d{1,2}[A-Z]{0,2}\.\s?[—–-]")
_ROMANS = "ivxlc"
#: The letters of a code before a number with a point or dash: "NRS 200.463".
_CODE = re.compile(r"[A-Z]{2,5}\s{1,2}§?\s?\d")


def join_split(lines: list[Line]) -> None:
    """A unit word alone in its line belongs to the number in the next: "มาตรา" / "๖ ผู้ใด...", "Artículo 1" / "°.", and
    to the rest of its number: "Artículo 11" / "Bis 2.- ...", "Artículo 2o" / ". Ter.- ..."."""
    table = patterns()
    index = 0
    while index + 1 < len(lines):
        line, after = lines[index], lines[index + 1]
        bare = low(line.text.strip("*_ "))
        word_alone = bare in table.unit_kinds and len(after.text) > 0 and after.text[0].isdecimal()
        degree = after.text[0] in "°º" and len(line.text) < 40 and line.text[-1:].isdecimal()
        later = INSERTED_NEXT.match(after.text) and _unit_alone(line, table)
        listed = word_alone and index + 2 < len(lines) and _counts_on(after, lines[index + 2], table)
        if (word_alone or degree or later) and not listed and after.start - line.end <= 3 and not after.role:
            rest = " " + after.text[1:] if later and after.text[0] == "." else after.text
            line.text = line.text + " " * (after.start - line.end) + rest
            line.end = after.end
            del lines[index + 1]
        else:
            index += 1


def _counts_on(first: Line, second: Line, table: Patterns) -> bool:
    """The numbers of two lines follow one another: the word above is the head of a list of contents."""
    found = [table.bare.match(line.text) for line in (first, second)]
    one, other = ([int(piece) for piece in re.findall(r"\d+", western(m["num"]))] if m else [] for m in found)
    return len(one) > 1 and one[:-1] == other[:-1] and other[-1] == one[-1] + 1


def _unit_alone(line: Line, table: Patterns) -> bool:
    """Whether a line holds the word and number of a unit and nothing else."""
    match = table.unit.match(line.text) if len(line.text) < 40 else None
    return match is not None and match.end() == len(line.text) and line.text[-1:].isalnum()


def _unit(head: str, line: Line, index: int, previous: Line | None, table: Patterns) -> Mark | None:
    match = table.unit.match(head)
    kind = table.unit_kinds.get(_norm(match.group("word"))) if match else None
    if match and kind is None and _norm(match.group("word")) not in table.division_kinds:
        kind = "section" if match.group("word").isupper() else None  # the letters of a code
    if match is None or kind is None:
        match = table.around.match(head)
        if match:
            kind = table.around_kinds.get((match.group("before").lower(), low(match.group("word"))))
        if match is None or kind not in TOP_KINDS:
            match = table.after.match(head)
            kind = table.around_kinds.get(("", low(match.group("word")))) if match else None
        if match is None or kind is None or kind not in TOP_KINDS:
            return None
        if "." in head[match.end("num") : match.start("word")] and line.text[match.end() :].lstrip()[:1].isdecimal():
            return None  # "5. § 40 is amended": an item, not "12. §"
    return _keyword_mark(match, kind, line, index, previous, table)


def _norm(word: str) -> str:
    """In lower case, single blanks, and without the blank in "P ART"."""
    plain = low(" ".join(word.split()))
    return plain.replace(" ", "") if plain[1:2] == " " else plain


#: "154.¹ pants", as Latvia prints what stands behind 154.
_RAISED = re.compile(r"(?<=\d)\.(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])")


def _keyword_mark(
    match: re.Match[str], kind: str, line: Line, index: int, previous: Line | None, table: Patterns
) -> Mark | None:
    printed = match.group("num").strip()
    whole = _RAISED.sub("", printed) + (match.groupdict().get("more") or "")
    num, script = _number(_latin(whole, match.groupdict().get("ins"), table), table, match.groupdict().get("before"))
    if not num:
        return None
    rest = line.text[match.end() :]
    sep = match.group("sep").strip()
    weight = 1.0
    word = match.group("word")
    series = table.beside.get(_norm(word), "")
    num = f"{series} {num}" if series else num
    if not rest.strip():
        weight += 0.2
    elif not sep and rest[:1].isspace() and rest.strip()[:1].islower():
        weight -= 0.75  # "Section 5 of the Act": a mention, broken over lines
    elif not sep and rest[:1] in ",;/":
        weight -= 0.85
    elif sep in (")", ",", "]") or sep.startswith((",", ")")):
        weight -= 0.5
    if small(word[:1]) and word.lower() != word.upper() and word[:1] != "§":
        weight -= 0.5
    weight += _context(line, previous)
    if re.fullmatch(r"\d+(?:\.[A-Z]{2}\.|\.\d+\.[A-Z]{2}\.)[\d.]+", num):
        script = re.sub(r"\d+", "", num)  # codifications number by source: 16.1.LQ.150 and 16.1.NQ.5
    return Mark(
        line=index,
        at=line.start,
        family=f"{kind}{BESIDE}{series}" if series else f"{kind}:{script}" if script else kind,
        kind=kind,
        printed=line.text[match.end("lead") : match.end("num")] + (match.groupdict().get("more") or ""),
        num=num,
        key=sort_key(num),
        rest=line.start + match.end(),
        weight=weight,
        look=(_case(word), sep[:1], _level(line)),
        whole=not rest.strip(),
    )


_BRACKETS = "()（）[] "
#: "segundo ter", "الثانية bis 1".
_ADVERB = re.compile(rf"(?P<word>[^\d]+?)\s(?P<adverb>(?:{'|'.join([*LATIN, *LATIN_VARIANTS])})(?:\s\w{{1,2}})?)\Z")


def _latin(printed: str, inserted: str | None, table: Patterns) -> str:
    """A number whose word for "bis" is another language's, with the Latin one: "(٢) مكررا", "๓ ทวิ" -> "๓ bis"."""
    if not inserted:
        return printed
    number, _, more = printed.partition(inserted)
    adverb = table.inserted[inserted.lower()]
    return " ".join([number.strip(_BRACKETS), adverb, *more.strip(_BRACKETS).split()])


def _number(printed: str, table: Patterns, before: str | None) -> tuple[str, str]:
    """The number in Western digits and how it is written: "" digits, "roman", "" words."""
    bare = western(printed).strip(_BRACKETS)
    words = _norm(bare)
    if words in table.numerals:
        return str(table.numerals[words]), ""
    if (later := _ADVERB.match(words)) and later["word"] in table.numerals:
        return tidy(f"{table.numerals[later['word']]} {later['adverb']}"), ""
    if before:
        try:
            return number_of("第" + re.sub(r"의|(?<=\d)[-–](?=\d)", "の", printed)), ""
        except ValueError:
            return "", ""
    if re.fullmatch(r"[IVXLC]+(?:-?[A-Z])?", bare):
        value = roman_value(bare)
        return (str(value), "roman") if value else ("", "")
    return tidy(re.sub(r"^([LRDA])\.?\s?\*{0,2}\s?(?=\d)", r"\1", bare)), ""


def _context(line: Line, previous: Line | None) -> float:
    """A beginning stands after a blank line or after a finished sentence."""
    if line.quoted:
        return -0.8
    if "counted" in line.style:  # an automatic list of Word's that runs through the document
        return 1.4
    if line.heading_style:
        return 0.3
    if previous is None or line.gap:
        return 0.15
    if ends_sentence(previous) or len(previous.text) < 60 or is_upper(previous.text):
        return 0.0
    return -0.3


def _case(word: str) -> str:
    return "upper" if is_upper(word) else "lower" if word[:1].islower() else "title"


def _level(line: Line) -> str:
    return next((style for style in sorted(line.style) if style[0] == "h" and style[1:].isdigit()), "")


_DATE = re.compile(r"[\d\s./\-–]{6,25}")
_PLAIN_YEAR = re.compile(r"(?:1[6-9]|20)\d\d\Z")


def _bare(head: str, line: Line, index: int, previous: Line | None, table: Patterns) -> Mark | None:
    """ "12. Heading", "12 Heading", "12.—(1)", "১২।", "[6. Heading", and a number alone in its line."""
    if not head[:12].strip("[({«\"“‘'*_<> ")[:1].isdigit() and not _BEFORE_ONE.match(head):
        return None
    match = table.bare.match(head)
    if not match:
        return None
    sep = match.group("sep").strip()
    after = match.group("next")
    printed = match.group("num")
    num = tidy(western(printed))
    if not num or len(num) > 14 or num.startswith("0") or sep.startswith(")") or "(" in match.group("lead"):
        return None
    rest = line.text[match.end() :].lstrip()
    if rest[:1].isalpha() and (twice := _numbered_twice(rest, num, line, index, previous, table)):
        return twice
    weight = 0.6 + _context(line, previous)
    if not sep:
        if _PLAIN_YEAR.match(num) or (after and not (after.isupper() or after in "[(（【“\"'‘—" or _caseless(after))):
            return None
        weight -= 0.15 if rest else 0.35
    if match.group("lead").strip("[ "):
        weight -= 0.2
    if rest and rest[0].islower():
        weight -= 0.4
    if _DATE.fullmatch(rest):
        return None
    if num[-1] in "OIl" and num[:-1].isdecimal():
        weight -= 0.3  # "1O." is rather a damaged 10 than an inserted section
    style = "table" if "table" in line.style else ""
    return Mark(
        line=index,
        at=line.start,
        family="bare",
        kind="section",
        printed=line.text[match.end("lead") : match.end("num")],
        num=num,
        key=sort_key(num),
        rest=line.start + match.end(),
        weight=weight,
        look=(sep[:1], str(min(line.indent, 12) // 3), _level(line) + style),
        whole=not rest,
    )


def _numbered_twice(rest: str, num: str, line: Line, index: int, previous: Line | None, table: Patterns) -> Mark | None:
    """ "2. Article 2: Scope": a scraper's number before the law's own."""
    match = table.unit.match(rest[:120])
    kind = table.unit_kinds.get(_norm(match.group("word"))) if match else None
    if match is None or kind is None:
        return None
    shift = len(line.text) - len(rest)
    part = Line(line.start + shift, line.end, rest, line.style, line.gap, line.role, line.quoted)
    mark = _keyword_mark(match, kind, part, index, previous, table)
    if mark is None or mark.num != num:
        return None
    mark.at = line.start
    return mark


def _caseless(char: str) -> bool:
    return char.isalpha() and char.lower() == char.upper()


def _division(head: str, line: Line, index: int, previous: Line | None, table: Patterns) -> Mark | None:
    """ "PART II - OFFENCES", "BAB I", "第一章 总则", "1 kap. Om brott", "Erster Abschnitt"."""
    match = table.division.match(head)
    kind = table.division_kinds.get(_norm(match.group("word"))) if match else None
    if match is None or kind is None:
        match = table.around.match(head)
        kind = table.around_kinds.get((match.group("before").lower(), low(match.group("word")))) if match else None
        if match is None or kind in TOP_KINDS:
            match = table.after.match(head)
            kind = table.around_kinds.get(("", low(match.group("word")))) if match else None
        if match is None or kind is None or kind in TOP_KINDS:
            return None
    printed = match.group("num").strip()
    rest = line.text[match.end() :].strip()
    sep = match.group("sep").strip()
    if match.groupdict().get("before") and rest and not sep and not line.text[match.end("word")].isspace():
        return None  # "第一款中关于...": a mention
    if len(line.text) > 220 or line.quoted or (rest and (rest[-1] in ";," or not _titled(rest, sep))):
        return None
    word = match.group("word")
    if (
        small(word[:1])
        and word.lower() != word.upper()
        and match.start("word") == match.end("lead")
        and not sep
        and rest
    ):
        return None
    loose = previous is not None and not line.gap and not line.heading_style and not ends_sentence(previous)
    if loose and rest and previous is not None and len(previous.text) > 60 and not is_upper(line.text):
        return None
    if re.search(r"\d[-.]\d{3}", printed) or (kind in _BELOW_DIVISIONS and len(rest) > _SENTENCE and ". " in rest):
        return None  # the number of a section in its chapter; "Subdivision 1. Scope. For the purposes ..."
    if small(word[:1]) and re.fullmatch(r"(?:1[5-9]|20)\d\d", printed):
        return None  # "del 2001)": a year in a sentence, and another language's word for a part
    num = _division_number(printed + (match.groupdict().get("more") or ""), table, match.groupdict().get("before"))
    end = match.end()
    return Mark(
        line=index,
        at=line.start,
        family=kind,
        kind=kind,
        printed=line.text[match.end("lead") : end].strip(" .:-–—―"),
        num=num,
        key=sort_key(num),
        rest=line.start + end,
        weight=1.0,
        look=(_norm(word),),
        whole=not rest,
    )


#: Kinds of division whose word some codes have for their subsections, and characters of a heading, hardly ever more.
_BELOW_DIVISIONS = ("subdivision",)
_SENTENCE = 60


def _titled(rest: str, sep: str) -> bool:
    """Words after the number that may be a division's heading, not the rest of a sentence."""
    if small(rest[0]) and not sep:
        return False
    return not re.match(r"(?:of|shall|is|are|does|applies|and|or|to)\b", rest, re.I) or bool(sep)


def _division_number(printed: str, table: Patterns, before: str | None) -> str:
    """As printed for digits and Roman numerals ("II"), in digits for words ("First" -> "1") and Han numerals."""
    bare = western(printed).strip(_BRACKETS)
    words = _norm(bare)
    if words in table.numerals:
        return str(table.numerals[words])
    if before:
        try:
            return number_of("第" + printed.replace("의", "の"))
        except ValueError:
            return bare
    if re.fullmatch(r"[IVXLCivxlc]+(?:-?[A-Z])?", bare):
        return bare.upper()
    return tidy(bare)
