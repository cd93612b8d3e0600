"""Stages 2 and 3, what is not the law's own text: quoted amendments, page numbers, running heads, editors' notes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from ctip_law.structure.lines import Line, goes_on, is_upper
from ctip_law.structure.patterns import patterns
from ctip_law.structure.repeal import says_repealed

_PAGE = re.compile(
    r"(?:page|halaman|hal\.|página|pagina|seite|sayfa|p\.)\s*\d{1,4}(?:\s*(?:of|/|de|dari|von)\s*\d{1,4})?\s*\Z|[-–—]\s?\d{1,4}\s?[-–—]\s*\Z"
    r"|\d{1,4}\s*/\s*\d{1,4}\s*\Z|(?:-{3,}|_{3,}|\*{3,}|={3,}|\.{4,}|(?:\* ?){2,})\Z",
    re.I,
)
_OPEN, _CLOSE = "“„«「『", "”»」』"
_QUOTED_START = re.compile(
    r"[\[(*_ ]*(?:[\"“„«「『]|[‘'](?=\(?\d|[A-Z]))\s?[‘'\"“]?"
    r"(?=[(\[（]?\s?(?:\d|[ivx]+[.)]|[a-zA-Z][.)]|[^\W\d_]{3,12}\.?\s{1,2}[\dIVX]))"
)
_CLOSING = re.compile(r"[”»」』\"'’]")
#: Lines that one quotation may run over before it is taken for an unclosed one.
LONGEST_QUOTE = 600
_LEADS = ("—", "–", ":")  # what ends a line that a list follows


def mark_quotes(lines: list[Line]) -> None:
    """Sets `quoted` on the lines of quoted amendments: “4A. New section. (1) ...” over any number of lines, and where
    the file sets a quotation apart."""
    apart = [line for line in lines if "quoteblock" in line.style]
    if len(apart) * 2 < len(lines):
        for line in apart:
            line.quoted = True
    index, closing = 0, 0
    while index < len(lines):
        line = lines[index]
        if not (_QUOTED_START.match(line.text) or _opens(line.text)):
            index += 1
            continue
        while closing < len(lines) and (closing < index or not _CLOSING.search(lines[closing].text)):
            closing += 1
        end = _quote_end(lines, index) if closing - index < LONGEST_QUOTE else index + 1
        for inside in lines[index:end]:
            inside.quoted = True
        index = max(end, index + 1)


def _opens(text: str) -> bool:
    """The line begins a quotation and does not end it: “Aggravating factor: ..."""
    if len(text) < 3 or text.lstrip("[(*_ ")[:1] not in "“„«「『":
        return False
    return sum(text.count(char) for char in _OPEN) > sum(text.count(char) for char in _CLOSE)


def _quote_end(lines: list[Line], start: int) -> int:
    """The line after the one that closes the quotation begun in `start`; that line's successor if none does."""
    first = lines[start].text.lstrip("[(*_ ")[:1]
    straight = first in "\"'‘"
    depth = 0
    for index in range(start, min(len(lines), start + LONGEST_QUOTE)):
        text = lines[index].text
        if straight:
            mark = '"' if first == '"' else first
            depth = (depth + text.count(mark)) % 2 if mark == '"' else depth
            if mark != '"':
                return index + 1 if re.search(r"[’']\W{0,3}\Z", text) else start + 1
        else:
            if depth == 1 and text[:1] in _OPEN and index > start:
                depth = 0  # every paragraph of the quotation opens again
            depth += sum(text.count(char) for char in _OPEN) - sum(text.count(char) for char in _CLOSE)
        if depth <= 0 or (not straight and re.search(r"[”»」』]\s*[.;,)]{0,2}\s*\Z", text) and depth <= 1):
            return index + 1
    return start + 1


def mark_furniture(lines: list[Line]) -> None:
    """Sets the role of page numbers, running heads and editors' footnotes."""
    _mark_page_ends(lines)
    _mark_repeated(lines)
    _mark_capitals(lines)
    _mark_bill_heads(lines)
    _mark_named_heads(lines)
    near_break: dict[str, list[int]] = defaultdict(list)
    operative = patterns().operative
    for index, line in enumerate(lines):
        if line.role:
            continue
        if _SOURCE.match(line.text) and (" " in line.text or _places(lines, index + 1)):
            line.role = "note"
            if _places(lines, index + 1):
                lines[index + 1].role = "note"
        elif _PAGE.match(line.text):
            line.role = "page number"
        elif _is_history(line.text) or _BILL_FOOT.match(line.text):
            for inside in lines[index : _note_ends(lines, index)]:
                inside.role = inside.role or "note"
        elif patterns().starts["publisher"].match(line.text):
            line.role = "note"
            after = lines[index + 1] if index + 1 < len(lines) else None
            if line.text[-1:] == "!" and after is not None and not after.gap:
                after.role = "note"  # "Publisher's note!" / "A change of article 5 is planned by ..."
        elif _INSERTED_BY.match(line.text):
            line.role = "note"
            before = lines[index - 1] if index else None
            if before is not None and re.fullmatch(r"\d{1,2}|[*†‡]+", before.text):
                before.role = "note"
        if not line.role and len(line.text) < 90 and _near_break(lines, index) and not operative.search(line.text):
            near_break[re.sub(r"\d+", "0", line.text.lower())].append(index)
    for places in near_break.values():
        if len(places) >= 3:
            for index in places:
                lines[index].role = "running head"
    _close_breaks(lines)


#: Lines and characters that an editor's note in brackets runs over, at most.
_NOTE_LINES, _NOTE_LETTERS = 10, 900


def _note_ends(lines: list[Line], index: int) -> int:
    """The line below a note, which may run over lines to the bracket that closes it: "(Amended by" / "Law 9)"."""
    opened = size = 0
    for at in range(index, min(len(lines), index + _NOTE_LINES)):
        text = lines[at].text
        opened += text.count("(") + text.count("[") - len(_CLOSES.findall(text))
        size += len(text)
        begins = at > index and patterns().unit.match(text[:80])
        if size > _NOTE_LETTERS or (begins and lines[at].gap):
            break
        if opened <= 0:
            return at + 1
    return index + 1


#: A bracket that closes another, and none behind the letter of an item: "aparte b) de".
_CLOSES = re.compile(r"(?<!\b[a-z])[)\]]")
#: The number of a bill and, set apart, that of a page: "A. 3386--A                 10".
_BILL_HEAD = re.compile(r"(?P<bill>[A-Z][A-Za-z. ]{0,8}\d{2,5}(?:--[A-Z])?)\s{2,}(?P<page>\d{1,3})\Z")
_HEADS = 3  # pages in a row that make it one, where the first page does not give the bill's number in a line of its own
_FRONT = 40  # lines of a first page
#: How a bill is to be read, at the foot of its first page, and the number of its draft: "LBD05001-01-3".
_BILL_FOOT = re.compile(
    r"EXPLANATION\s*[-–—]{1,2}\s*Matter\s+(?:in|enclosed)\s|\[\s*\]\s+is\s+old\s+law\s+to\s+be\s+omitted|LBD\d{5}-\d\d-\d\Z"
)


def _mark_bill_heads(lines: list[Line]) -> None:
    """The heads of a bill's pages: the same number each time, and one that counts the pages."""
    heads: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for line in lines:
        if not line.role and len(line.text) < 90 and (match := _BILL_HEAD.match(line.text)):
            heads[match["bill"]].append((int(match["page"]), line))
    alone = {line.text.strip("-") for line in lines[:_FRONT] if line.text[:1].isdecimal()}
    for bill, found in heads.items():
        fewest = 1 if (number := re.search(r"\d+", bill)) and number.group() in alone else _HEADS
        if len(found) >= fewest and all(after == before + 1 for (before, _), (after, _) in pairwise(found)):
            for _, line in found:
                line.role = "running head"


#: The source of words in the margin of Caribbean laws, broken over lines: "26/2031" / "S. 3 (a)."
_SOURCE = re.compile(r"\d{1,3}/(?:18|19|20)\d\d\.?(?:\s+S{1,2}\.?\s?\d[\w()., &]{0,30})?\Z")
_SOURCE_PLACE = re.compile(r"(?:S{1,2}|Ss|Sch|Sched)\.?\s?(?:\d[\w()., &]{0,30}|\()\Z")


def _places(lines: list[Line], index: int) -> bool:
    return index < len(lines) and _SOURCE_PLACE.match(lines[index].text) is not None


#: Lines within which a law's name stands, and characters that it has at least.
_NAMES, _NAME = 12, 12
_PAGED = re.compile(r"(?P<before>\d{1,4}\s+)?(?P<name>\S.*?)(?P<after>\s+\d{1,4})?\Z")


def _mark_named_heads(lines: list[Line]) -> None:
    """The law's own name in capitals with the number of a page: "BARGES (HIRE) 3", "4 BARGES (HIRE)"."""
    names = {line.text for line in lines[:_NAMES] if len(line.text) >= _NAME and is_upper(line.text)}
    for line in lines[1:] if names else ():
        if line.role or not (line.text[:1].isdecimal() or line.text[-1:].isdecimal()) or len(line.text) > 120:
            continue
        match = _PAGED.match(line.text)
        if match and (match["before"] or match["after"]) and match["name"] in names:
            line.role = "running head"


#: A whole word, which begins no item as "ii." and "b)" do, or what is counted ("within" / "14 days").
_WORD = re.compile(r"(?:\d{1,4}\s(?=[^\W\d_]{2}))?[^\W\d_]+(?:[,;]?\s|[,;.]?\Z)")
#: A line that ends with a word, or with a number that counts what follows.
_AMID = re.compile(r"(?:[^\W\d_]|\s\d{1,4})\Z")


def _close_breaks(lines: list[Line]) -> None:
    """Between two pages a sentence goes on over the head of one or the foot of the other: the blank lines around these
    part no paragraphs."""
    before, over = None, False
    for line in lines:
        if line.role in ("page number", "running head"):
            over = True
            continue
        alone = len(line.text) <= 3  # "(a) a rope;" / "or"
        if over and before is not None and (alone or _AMID.search(before.text)) and _WORD.match(line.text):
            line.gap = line.gap and not line.text.lstrip("0123456789 ")[:1].islower() and not goes_on(before)
        before, over = line, False


def _mark_page_ends(lines: list[Line]) -> None:
    """Numbers alone at the edges of pages that a file shows, where they grow and most pages have one."""
    edges = [line for line in lines if "break" in line.style]  # the last line of a page, and the first of the next
    alone = [line for line in edges if _PAGE_ALONE.match(line.text)]
    numbers = [int(line.text) for line in alone]
    if len(numbers) > 1 and len(numbers) * 9 >= len(edges) * 4 and numbers == sorted(set(numbers)):
        for line in alone:
            line.role = line.role or "page number"


def _mark_repeated(lines: list[Line]) -> None:
    """The same words with another number, again and again: "12 Gazette of 2 May" / "14 Gazette of 2 May"."""
    same: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not line.role and 12 < len(line.text) < 120 and _DIGITS.search(line.text):
            same[" ".join(_DIGITS.sub("0", line.text).split())].append(index)
    repealed, operative = patterns().cues["repealed"], patterns().operative
    led: Counter[str] = Counter()
    for shape, places in same.items():
        low = shape.lower()
        # "29.—(1) This section applies where—" goes on below; a head of a page does not
        law = any(cue in low for cue in repealed) or operative.search(low) or shape.endswith(_LEADS)
        if len(places) >= 4 and len(shape.split()) >= 4 and not law:
            # "Amendment of section 2", "Amendment of section 6" are headings; a running head has a date or a year too
            numbers = [_DIGITS.findall(lines[index].text) for index in places]
            # only the page's number changes, and it grows
            pages = [
                [int(n[at]) for n in numbers] for at in range(len(numbers[0])) if all(len(n[at]) < 6 for n in numbers)
            ]
            changing = [column for column in pages if len(set(column)) > 1]
            grows = len(changing) == 1 and changing[0] == sorted(set(changing[0]))
            if len(numbers[0]) > 1 and grows:
                led = led or _led(lines)
                if _only_units(lines, places, led):
                    continue
                for index in places:
                    lines[index].role = "running head"
            elif not changing:
                _mark_beside_numbers(lines, places)


def _led(lines: list[Line]) -> Counter[str]:
    """How many lines each number of a unit begins."""
    table = patterns()
    found = (table.unit.match(line.text[:200]) or table.bare.match(line.text[:200]) for line in lines if not line.role)
    return Counter(match.group("num") for match in found if match)


def _only_units(lines: list[Line], places: list[int], led: Counter[str]) -> bool:
    """The lines are beginnings of units, whose numbers begin no other line: "Article 7-1 (added by law 9 of 2031)"."""
    own = [patterns().unit.match(lines[index].text[:200]) for index in places]
    return all(match is not None and led[match.group("num")] == 1 for match in own)


def _mark_beside_numbers(lines: list[Line], places: list[int]) -> None:
    """The same line again and again, each time beside a line that is only the page's number."""
    numbers = []
    for index in places:
        beside = [at for at in (index - 1, index + 1) if 0 <= at < len(lines) and lines[at].text.isdecimal()]
        numbers.extend(beside[:1])
    if len(numbers) * 10 >= len(places) * 7:
        for index in places:
            lines[index].role = "running head"
        for index in numbers:
            lines[index].role = "page number"


#: How often the same line in capitals stands beside a page's number before it is taken for a running head.
OFTEN = 6
_PAGE_ALONE = re.compile(r"\d{1,4}\Z")
_PAGE_GLUED = re.compile(r"(?<=[.;,:a-z\])])(\d{1,4})\Z")


def _mark_capitals(lines: list[Line]) -> None:
    """ "GAZETTE OF THE REPUBLIC" again and again, each time near the number of a page that grows, and its companions:
    "... of their14" / "THE" / "GAZETTE OF THE REPUBLIC" / "[Part II". Chapters all called "GENERAL" have no number."""
    same: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not line.role and 12 < len(line.text) < 90 and " " in line.text and is_upper(line.text):
            same[line.text].append(index)
    for places in same.values():
        if len(places) < OFTEN:
            continue
        pages = [page for index in places if (page := _page_near(lines, index))]
        growing = sum(1 for first, second in pairwise(pages) if first < second)
        if len(pages) * 10 < len(places) * 7 or growing * 10 < (len(pages) - 1) * 8:
            continue
        for shift in (-2, -1, 0, 1, 2):
            _mark_companions(lines, [index + shift for index in places])


def _page_near(lines: list[Line], index: int) -> int:
    """The number of the page that stands beside the line, or glued to the words before it; 0 if there is none."""
    for at in (index + 1, index - 1, index + 2, index - 2, index - 3):
        if 0 <= at < len(lines) and _PAGE_ALONE.match(lines[at].text):
            return int(lines[at].text)
        if 0 <= at < index and (match := _PAGE_GLUED.search(lines[at].text)):
            return int(match.group(1))
    return 0


def _mark_companions(lines: list[Line], places: list[int]) -> None:
    """Lines that stand so beside the running head on a good part of its pages; only the page's number may change."""
    shapes: dict[str, list[int]] = defaultdict(list)
    for index in places:
        if 0 <= index < len(lines) and len(lines[index].text) < 90 and not lines[index].role:
            text = lines[index].text
            shapes["0" if _PAGE_ALONE.match(text) else text].append(index)
    for shape, inside in shapes.items():
        if len(inside) * 4 >= len(places) and len(inside) >= 3:
            for index in inside:
                lines[index].role = "page number" if shape == "0" else "running head"


def _is_history(text: str) -> bool:
    """An editor says which act changed the words: "[Subs. by Act 5]", "Section 9: amended, on 2 May, by"."""
    if len(text) < 200 and not text[:1].isalpha() and patterns().starts["editorial"].match(text):
        return not says_repealed(text)  # "(Repealed)" below a number is all that is left of the unit
    return bool(patterns().history.match(text) or _ANGLED.match(text) or _BRACED.match(text))


#: A footnote that only says which act changed the words: "(2)<L 2013-06-24/24, art. 5; En vigueur : 02-08-2013>".
_ANGLED = re.compile(r"[(\[]\d{1,3}[)\]]\s*<[^<>]{4,}>\.?\s*\Z")
#: A publisher's note in braces, as Ukraine's has them below what was changed.
_BRACED = re.compile(r"\{[^{}]{10,600}\}\Z")
_DIGITS = re.compile(r"\d+")
_INSERTED_BY = re.compile(
    r"(?:\d{1,2}\s*)?(?:ins|subs|added|omitted|rep|am|amended|substituted|inserted|the words?)\b\.?"
    r"[^\n]{0,160}?\b(?:by|vide)\b[^\n]{0,40}\b(?:act|ordinance|s\.|ss\.|ibid)",
    re.I,
)


def _near_break(lines: list[Line], index: int) -> bool:
    """The line stands next to a page break that the file shows."""
    line = lines[index]
    if "break" in line.style:
        return True
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    return (
        before is not None and (before.role == "page number" or ("break" in before.style and len(before.text) < 60))
    ) or (after is not None and bool(_PAGE.match(after.text)))
