"""Stage 1, texts without line breaks. Reads lines; cuts those that hold a page or a law before every number that might
begin a unit.

"... of the island. Section 2. Keepers. There shall be ..."    behind a sentence or a name in capitals
"... of the island. Keepers 2. There shall be a keeper ..."    behind a heading
"...。第二条 ..."   "... ภาคที่ ๑ มาตรา ๒ ..."

A web page copied as text, a scraper's field, a page of a PDF: all of them lose the breaks. Too many cuts do no harm:
which of the numbers are units the chain says later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ctip_law.structure.lines import Line, part
from ctip_law.structure.numbers import HAN, LATIN
from ctip_law.structure.patterns import Patterns, patterns

#: Characters from which a line is more than a paragraph, if half of the text is in such lines.
LONG = 400
#: Characters before a number that are looked at.
_BEFORE = 40
_ENDS = ".;:!?)]”\"»।۔។။。；：）"
_CUT_OFF = ",(（/-–"


def split_run_on(lines: list[Line]) -> list[Line]:
    """`lines`, those of a text that lost its line breaks cut before every number that might begin a unit."""
    long = [line for line in lines if len(line.text) > LONG]
    if sum(len(line.text) for line in long) * 2 <= sum(len(line.text) for line in lines):
        return lines
    cuts = {line.start: sorted(set(_cuts(line.text))) for line in lines if not line.role}
    table = patterns()
    led = sum(1 for line in lines if table.unit.match(line.text[:80]) or table.bare.match(line.text[:80]))
    if sum(map(len, cuts.values())) < max(led, 1):  # the lines are the law's own
        return lines
    pieces: list[Line] = []
    for line in lines:
        ends = [*cuts.get(line.start, ()), len(line.text)]
        start = 0
        for end in ends:
            pieces.append(part(line, start, end))
            blank = _BLANKS.match(line.text, end)
            start = blank.end() if blank else end
    return [piece for piece in pieces if piece.text]


_BLANKS = re.compile(r"\s*")


def _cuts(text: str) -> Iterator[int]:
    """Where units, divisions and lists of contents may begin in `text`."""
    table = patterns()
    for match in _named().finditer(text):
        at = match.start()
        pointed = _POINT.match(text, match.end()) is not None or match.group()[-1] in ".-–"
        if _MENTIONS.search(text, max(0, at - _BEFORE), at):
            continue
        if at and (match.lastgroup == "cue" or _ended(text, at) or (pointed and _apart(text, at, table))):
            yield at
        if match.lastgroup == "cue":
            yield match.end()
    for match in _BARE.finditer(text):
        if match.start() and _apart(text, match.start(), table):
            yield match.start()


#: "2. In this Act", "2A.—(1) ...", "12. [Repealed]"; "২। ..."
_BARE = re.compile(
    r"(?<![^\s.;:।])(?<!\d\.)\[?\d{1,3}(?:[.\-/]\d{1,3})*[A-Z]{0,2}(?:\.\s*[-–—]*\s*|[।၊။]\s*)(?=[^\W\d_a-zà-ÿ]|[(（【“\"\[]|\d{1,3}\.\d)",
)


#: What stands between a number and the words of its unit: "Section 9. In this Act".
_POINT = re.compile(r"\s?(?:[.:][-–—\s]|[–—])")


#: "as set forth in Code Section 9-1-2": so Georgia calls its sections.
_MENTIONS = re.compile(r"\b(?:in|under|of|by|to|from|with|and|or|this|said) Code\s\Z")


@cache
def _named() -> re.Pattern[str]:
    """A unit's or division's word with its number; "cue": the heading of a list of contents or of a schedule."""
    table = patterns()
    units, divisions = (_forms(words) for words in (table.unit_kinds, table.division_kinds))
    lists = sorted((cue for cue in table.cues["contents"] if " " in cue), key=len, reverse=True)
    cues = "|".join(re.escape(cue.upper()) for cue in lists)
    schedules = "|".join(re.escape(cue.upper()) for cue in sorted(table.cues["schedule"], key=len, reverse=True))
    inserted = "|".join(sorted(LATIN, key=len, reverse=True))
    number = (
        r"(?:№|[Nn]o\.?)?\s{0,2}[(（]?\d[\d.\-/]*(?:[A-Z]{1,2}(?!\w)|[a-z](?!\w)|er(?!\w))?\s?[º°ª]?[)）]?"
        rf"(?:\s?(?:{inserted})(?!\w))?"
    )
    behind = r"(?=\s*[.:)\-–—\[(（]|\s+[^\W\d_a-zà-ÿ]|\s*$)"
    around = "|".join(
        rf"{re.escape(first)}\s{{0,2}}[{HAN}\d]{{1,8}}\s{{0,2}}{re.escape(last)}(?=[\s（(の之의])"
        for first, last in table.around_kinds
        if first
    )
    return re.compile(
        rf"(?<!\S)(?P<cue>{cues})(?!\w)|(?<!\S)(?:{schedules})(?=\s+(?:\d|[IVX]+\b|[A-Z]{{2}})|\s*[\[(])"
        rf"|(?<!\S)(?:{units})\s{{0,3}}{number}{behind}"
        rf"|(?<!\S)(?:{divisions})\s{{1,3}}(?:\d{{1,3}}|[IVXLC]{{1,7}})\b(?=\s*[.:)\-–—(]|\s+[A-ZÀ-Þ])|{around}"
    )


def _forms(words: dict[str, str]) -> str:
    """The words as headings write them: "Section", "SECTION", "Art."; words of scripts without capitals as they are."""
    forms = {form for word in words for form in ((word.title(), word.upper()) if word.upper() != word else (word,))}
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=lambda f: (-len(f), f)))


def _ended(text: str, at: int) -> bool:
    """A sentence ends before `at`, or a name or number in capitals: no mention in the middle of a sentence."""
    before = text[max(0, at - _BEFORE) : at].rstrip()
    last = before.rsplit(None, 1)[-1] if before else ""
    return not last or last[-1] in _ENDS or (last[-1] not in _CUT_OFF and not last[:1].islower())


def _apart(text: str, at: int, table: Patterns) -> bool:
    """A sentence or a heading ends before the number at `at`."""
    before = text[max(0, at - _BEFORE) : at].rstrip()
    last = before.rsplit(None, 1)[-1] if before else ""
    cited = last.rstrip(".").casefold()
    named = cited in ("no", "nos", "cap", "vol") or cited in table.unit_kinds or last.casefold() in table.unit_kinds
    return not last or (last[-1] not in _CUT_OFF and cited not in table.cues["binds"] and not named)
