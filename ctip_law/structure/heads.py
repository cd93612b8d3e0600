"""Stage 6, headings. Reads the chosen marks; writes each unit's heading and where its words begin.

same line    "1. Short title"                        with the text in the next lines
run in       "1. Short title. (1) This Act ..."      "1. Short title.—(1) ..."   "SEC. 1. Title. - ..."
before       "Short title." / "1. This Act ..."      a marginal note set before the number
next line    "Article 1" / "Scope"                  "§ 2651." / "Definitions." in a code that sets all of them so
brackets     "第一条（目的）"  "Article 1 (Purpose)"  "（目的）" / "第一条"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ctip_law.structure.lines import Line, ends_sentence, is_title, is_upper, looks_like_heading, small
from ctip_law.structure.marks import Mark
from ctip_law.structure.notes import narrow_note, refrain_of
from ctip_law.structure.patterns import patterns
from ctip_law.structure.repeal import says_repealed
from ctip_law.structure.run_in import run_in_heads
from ctip_law.structure.title import name_of_the_law
from ctip_law.structure.zones import ZONE_CUES, cue_of


@dataclass(slots=True)
class Head:
    """A unit's beginning. `first`: its first line, the heading's where that stands before the number; `start`:
    offset of its first word; `heading`: stretch of the heading's words; `body`: offset where its text begins; `skip`: a
    line inside the unit that is its marginal note, or -1."""

    mark: Mark
    first: int
    start: int
    heading: tuple[int, int]
    body: int
    skip: int = -1


_DASH = re.compile(
    r"(?P<head>[^\n]{2,260}?)\s?(?:[.:;]\s?[-–—―]{1,2}|[—―]{1,2}|\s[-–]{1,2})\s*(?=[\[(（\"“‘']?\s?[^\W_])|(?P<only>[^\n]{2,200}?)[.:]?\s?[-–—―]+\Z"
)
_BEFORE_ITEM = re.compile(r"(?P<head>[^\n(（]{3,200}?)[.:]?\s*(?=[(（\[]\s?[1১१๑aক]\s?[)）\]])")
#: "Scope (1) In this Act, unless it says otherwise—": the dash is not the heading's.
_ITEM_INSIDE = re.compile(r"\s\(1\)\s+(?=[A-Z“\"])")
_BRACKETS = re.compile(r"\s?[(（【［\[](?P<head>[^)）】］\]\n]{1,80})[)）】］\]]\s*")
_SENTENCE = re.compile(r"(?P<head>[^\n.。]{3,140}(?<=[^\W\d_]{3})[.:])(?:\s+|(?<=[a-zà-ÿ][.:]))(?=[A-ZÀ-ÞА-ЯΑ-Ω\"“(])")
#: Without a number: "(Act 4 of 2012)" and "(made under section 3)" stand below the name of a law.
_BRACKETED = re.compile(r"[（(][^()（）0-9]{1,60}[)）]")


def mode_allows(words: str) -> bool:
    """Bracketed words that are a heading, not a marker of a subsection."""
    return not words.strip("[]").isdecimal() and (
        not re.fullmatch(r"[^\W_]{1,2}|[ivxIVX]+", words) or (len(words) > 1 and not words.isascii())
    )


def titles_in(lines: list[Line], units: Sequence[Mark], divisions: Sequence[Mark]) -> dict[str, str]:
    """Number -> heading, as the law's own contents list has them; without those that it has twice."""
    titles: dict[str, str] = {}
    twice: set[str] = set()
    taken = {mark.line for mark in (*units, *divisions)}
    for mark in units:
        line = lines[mark.line]
        if line.role != "contents":
            continue
        parts = [line.text[mark.rest - line.start :]]
        for at in range(mark.line + 1, min(len(lines), mark.line + 4)):
            if at in taken or lines[at].gap or lines[at].role != "contents" or is_upper(lines[at].text):
                break
            parts.append(lines[at].text)
        words = re.sub(r"[\s.…]*\d*\Z", "", " ".join(" ".join(parts).split()).strip(" .:-–—"))
        if titles.get(mark.num, words) != words:
            twice.add(mark.num)
        titles[mark.num] = words
    return {num: words for num, words in titles.items() if num not in twice and len(words) > 3}


def mend_heads(lines: list[Line], heads: Sequence[Head], titles: dict[str, str], text: str) -> None:
    """Headings that run on into the text, cut where the contents list ends them: "2. Objects of Act The objects"."""
    for head in heads:
        words = titles.get(head.mark.num, "")
        line = lines[head.mark.line]
        start = head.mark.rest + _lead(line.text[head.mark.rest - line.start :])
        if not words or head.heading[0] not in (start, head.body) or head.first != head.mark.line:
            continue
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())) + r"(?=[\s.:]|\Z)", re.I)
        match = pattern.match(text, start)
        if match is None or match.end() == head.heading[1]:
            continue
        head.heading = (start, match.end())
        head.body = head.heading[1] + _lead(text[head.heading[1] : head.heading[1] + 9])


def find_heads(lines: list[Line], marks: Sequence[Mark], divisions: set[int], units: Sequence[Mark]) -> list[Head]:
    """The heads of `marks`, in order. How a law sets its headings is decided by most of its units."""
    starts = {mark.line for mark in marks}
    taken = starts | divisions
    twins = {mark.line: mark for mark in units if mark.line not in taken}
    refrain = refrain_of(lines, marks)
    mode = _mode(lines, marks, taken, refrain)
    notes = [_note(lines, mark, taken) for mark in marks]
    if sum(1 for at in notes if at >= 0) * 10 >= len(marks) * 6:
        return [_with_note(lines, mark, at) for mark, at in zip(marks, notes, strict=True)]
    doubles: list[Head | None] = [None] * len(marks)
    for twin in (_twin_above, _twin_below):
        found = [twin(lines, mark, twins) for mark in marks]
        if sum(1 for head in found if head) * 10 >= max(2, len(marks)) * 7:
            doubles = found
            break
    heads = [
        head or (mark.noted and _narrow(lines, mark, taken)) or _head(lines, mark, mode, taken, refrain)
        for head, mark in zip(doubles, marks, strict=True)
    ]
    for head, run_in in zip(heads, run_in_heads(lines, marks), strict=True):
        if run_in is not None and (head.heading[0] == head.heading[1] or head.heading[1] > run_in[1]):
            head.heading, head.body = run_in, run_in[1]
    return heads


def _note(lines: list[Line], mark: Mark, taken: set[int]) -> int:
    """The line of a marginal note that a conversion put behind the number: "1. This Act ..." / "- Short title"."""
    for at in range(mark.line + 1, min(mark.line + 4, len(lines))):
        if at in taken:
            break
        line = lines[at]
        if "margin" in line.style and at + 1 in taken:
            break  # the next unit's own note, which readers put before its first line
        if line.style & {"li", "margin"} and not line.role and is_title(line.text):
            return at
    return -1


def _with_note(lines: list[Line], mark: Mark, at: int) -> Head:
    line = lines[mark.line]
    body = mark.rest + _lead(line.text[mark.rest - line.start :])
    heading = (lines[at].start, lines[at].end) if at >= 0 else (body, body)
    return Head(mark, mark.line, line.start, heading, body, at)


def _narrow(lines: list[Line], mark: Mark, taken: set[int]) -> Head | None:
    """The head of a unit that its marginal note ran into."""
    first = narrow_note(lines, mark, taken)
    if first < 0:
        return None
    line = lines[mark.line]
    body = mark.rest + _lead(line.text[mark.rest - line.start :])
    return Head(mark, first, lines[first].start, (lines[first].start, lines[mark.line - 1].end), body)


def _edited(words: str) -> bool:
    """What an editor says of the unit's history: "(Изм. - ДВ, бр. 17)"."""
    return bool(patterns().starts["editorial"].match(words)) and not says_repealed(words)


def _twin_above(lines: list[Line], mark: Mark, twins: dict[int, Mark]) -> Head | None:
    """A number printed twice: "4. Heading" / "Article 4 - (1) ..."; the first line is the heading."""
    for at in (mark.line - 1, mark.line - 2):
        twin = twins.get(at)
        if twin is not None and twin.num == mark.num and not lines[at].role:
            line = lines[at]
            rest = line.text[twin.rest - line.start :]
            body = mark.rest + _lead(lines[mark.line].text[mark.rest - lines[mark.line].start :])
            return Head(mark, at, line.start, (line.end - len(rest.lstrip()), lines[mark.line - 1].end), body)
    return None


def _twin_below(lines: list[Line], mark: Mark, twins: dict[int, Mark]) -> Head | None:
    """A number printed twice: "Article 4 Heading" / "4. (1) ..."."""
    twin, line = twins.get(mark.line + 1), lines[mark.line]
    if twin is not None and twin.num == mark.num and not lines[twin.line].role:
        at = mark.rest + _lead(line.text[mark.rest - line.start :])
        body = twin.rest + _lead(lines[twin.line].text[twin.rest - lines[twin.line].start :])
        return Head(mark, mark.line, line.start, (at, line.end), body)
    return None


def _lead(rest: str) -> int:
    """Blanks, dashes and degree signs between the number and the first word."""
    return len(rest) - len(rest.lstrip(" \t.:—–-*_°º\u0640"))


def _mode(lines: list[Line], marks: Sequence[Mark], taken: set[int], refrain: set[int]) -> str:
    votes = {"same": 0, "before": 0, "next": 0, "below": 0, "run in": 0, "brackets": 0, "sentence": 0}
    for mark in marks:
        line = lines[mark.line]
        if mark.line and _BRACKETED.fullmatch(lines[mark.line - 1].text):
            votes["brackets"] += 1
            continue
        rest = line.text[mark.rest - line.start :]
        if _run_in(rest):
            votes["run in"] += 1
        elif _sentence_head(rest.lstrip(" .-–—")):
            votes["sentence"] += 1
        elif not rest.strip():
            votes["next"] += _next_is_title(lines, mark.line, taken)
            votes["below"] += _stopped_below(lines, mark.line, taken)
            votes["sentence"] += _sentence_below(lines, mark.line, taken) is not None
        elif is_title(rest) and not _THAI.match(rest.lstrip()) and _text_follows(lines, mark.line, taken):
            votes["same"] += not _runs_on(line, lines[mark.line + 1])
            continue
        if mark.line - 1 in refrain:
            continue
        if 0 < _before(lines, mark.line, taken) < mark.line:  # the file's first line is rather the law's name
            votes["before"] += 1
    count = max(1, len(marks))
    if votes["same"] * 2 >= count:
        return "same"
    if count >= _CODE and (votes["below"] + votes["next"]) * 10 >= count * 6 and votes["below"] > votes["next"]:
        return "below"
    del votes["below"]
    for mode in ("run in", "next", "before", "sentence", "brackets"):
        if votes[mode] * 10 >= count * (3 if mode == "brackets" else 6):
            if mode == "run in" and votes["before"] > votes["run in"]:
                continue
            return mode
    best = max(votes, key=lambda mode: (votes[mode], mode))
    return best if votes[best] * 3 >= count else "none"


def _runs_on(line: Line, after: Line) -> bool:
    """The sentence goes on, however the lines are set: "Art. 3 The goods of the Fund" / "" / "of ferries pass"."""
    return line.text[-1:].isalpha() and small(after.text[:1]) and after.text[1:2].isalpha()


def _run_in(rest: str) -> bool:
    match = _DASH.match(rest.lstrip())
    return bool(match) and is_title(match.group("head") or match.group("only"), 260) if match else False


def _sentence_head(rest: str) -> re.Match[str] | None:
    """ "Objeto. La presente ley ...": a heading that is the first sentence of the line."""
    match = _SENTENCE.match(rest)
    if match and sum(map(match["head"].count, '"“”«»')) % 2:
        return None  # "Agrégase el artículo 3 bis siguiente: "Artículo 3 bis. ...": an order and what it quotes
    return match if match and is_title(match.group("head"), 140) and len(match.group("head").split()) < 14 else None


def _sentence_below(lines: list[Line], index: int, taken: set[int]) -> re.Match[str] | None:
    """ "Artículo 2" / "Objeto. La presente ley ..." """
    if index + 1 >= len(lines) or index + 1 in taken or lines[index + 1].role:
        return None
    return _sentence_head(lines[index + 1].text)


def _text_follows(lines: list[Line], index: int, taken: set[int], limit: int = 56) -> bool:
    """Words come after the line, and it is no line of a paragraph broken at a fixed width.

    `limit`: characters from which a line may be one that was broken at a fixed width.
    """
    if index + 1 >= len(lines) or index + 1 in taken:
        return False
    line, after = lines[index], lines[index + 1]
    if line.text[-1:] == "." and patterns().starts["closing"].match(after.text):
        return False  # "Article 3. The Minister carries this out." / "Done at Port Town, ..."
    if after.gap or line.heading_style:
        return True
    if line.text.upper() == line.text.lower() and len(line.text) > 30:
        return False  # scripts without capitals do not tell a heading from a line
    if small(after.text[:1]):
        return False
    return len(line.text) < limit or line.text[-1:] in ".:" or after.text[:1] in "(（—–"


#: Words before a number in brackets that it belongs to: "... punishable under sub-section (1)".
_REFERS = re.compile(r"(?i)\S\s(?:sub-?)?(?:section|clause|paragraph|article|rule|regulation)s?\Z")


def _next_is_title(lines: list[Line], index: int, taken: set[int]) -> bool:
    return (
        index + 2 < len(lines)
        and not {index + 1, index + 2} & taken
        and is_title(lines[index + 1].text, 140)
        and (lines[index + 1].text[-1:] != "." or lines[index + 1].heading_style or lines[index + 2].text[:1] in "–—-")
        and not small(lines[index + 2].text[:1])
    )


#: Units of a law whose headings all stand below their numbers and end with a full stop, at least; words of one.
_CODE, _FEW = 3, 16
#: The same of one right above "(1)", in a law whose headings stand otherwise.
_SHORT_HEAD = 8


def _stopped_below(lines: list[Line], index: int, taken: set[int]) -> bool:
    """The next line is a few words with a full stop, and the unit's own words follow: "§ 2651." / "Definitions."."""
    if index + 2 >= len(lines) or {index + 1, index + 2} & taken or lines[index + 1].role or lines[index + 2].role:
        return False
    words = lines[index + 1].text
    short = words[-1:] == "." and len(words.split()) <= _FEW and is_title(words, 140)
    noted = any(says_repealed(words) or _edited(line.text) for line in lines[index + 1 : index + 3])
    return short and not noted and not small(lines[index + 2].text[:1])


def _before(lines: list[Line], index: int, taken: set[int]) -> int:
    """The first line of a marginal heading that ends right before the line `index`; `index` if there is none."""
    at = index
    if _SOUTH_EAST.match(lines[index].text):
        return index  # no marginal notes in these traditions, and no sentence ends to tell one by
    while at > 0 and index - at < 4:
        line = lines[at - 1]
        if at > 1 and small(line.text[:1]) and _enacts(lines[at - 2].text):
            break  # "Be it enacted by the Diet," / "sitting in the city:"
        if at == index and at > 1 and small(line.text[:1]) and not line.gap and _opens_heading(lines[at - 2]):
            at -= 2  # "Short title and" / "commencement"
            continue
        if (
            at - 1 in taken
            or line.role
            or line.quoted
            or not looks_like_heading(line.text, 140)
            or _ITEM.match(line.text)
            or patterns().operative.search(line.text)
            or _enacts(line.text)
            or _OPENING.match(line.text)
            or (line.text[:1] == "(" and ")" not in line.text)  # a note that runs over lines
            or (line.text[-1:] == "." and patterns().orders.search(line.text))  # "SE REFORMAN VARIAS LEYES."
            or cue_of(line, ZONE_CUES)
            or _edited(line.text)  # of the unit above: "HISTORY: 2012 Act No. 258"
            or _new_unit(line.text)
        ):
            break
        if at - 2 in taken and not _named(lines[at - 2]):
            break  # the name of a part: "PART I" / "PRELIMINARY"
        if line.text[-1:] in ".؛।۔" and (_caseless(line.text) or not is_title(line.text, 140)):
            break  # scripts without capitals have nothing else to tell a sentence by
        if name_of_the_law(lines, at - 1, taken):
            break
        if at < index and (lines[at].gap or line.text[-1:] in ".:)" or lines[at].text[:1].isupper()):
            break
        at -= 1
    if at == index:
        return index
    above = lines[at - 1] if at else None
    if "margin" in lines[at].style:
        return at
    if at - 2 in taken and above is not None and is_upper(above.text) and not is_upper(lines[at].text):
        return at  # "PART I" / "PRELIMINARY" / "Short title"
    if above is None or at - 1 in taken or lines[at].gap or ends_sentence(above) or above.role or len(above.text) > 150:
        return at
    return index


#: What stands above a law's first section: its day, "[1st March, 2031]", and its long title, "AN ACT to amend ...".
_OPENING = re.compile(
    r"\W*\d{1,2}(?:st|nd|rd|th)?(?:\s+of|\s+day\s+of)?\s+[^\W\d_]{3,9},?\s+\d{4}\W*\Z"
    r"|(?i:an act) (?:to|concerning|relating|respecting|for)\b"
)


def _enacts(text: str) -> bool:
    """Enacting words, which lead to the law's own: "Be it enacted by the Diet,", "ENACTED by the Diet."."""
    ends = text[-1:] in ",:" or (text[-1:] == "." and text[:4].isupper())
    return ends and patterns().starts["enacting"].match(text) is not None


def _new_unit(text: str) -> bool:
    """A unit of the law that is amended, which stands without quotation marks: "Article 14 bis: The keeper rings."; no
    heading such as "Section 92: supplementary"."""
    unit = patterns().unit.match(text) if text[-1:] == "." else None
    return unit is not None and bool(unit["sep"].strip())


#: "2. barges.", "b) barges.", "2- barges.": the last item of a list, no marginal note.
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-z])(?:[.)]|\s?[-–])\s|\d{1,3}\s?[-–](?=[^\W\d_])")

#: Statutes in Thai and Burmese have no headings of sections.
_THAI = re.compile(r"[\u0e00-\u0e7f\u1000-\u109f]")
_SOUTH_EAST = re.compile(r"\W*[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def _caseless(text: str) -> bool:
    return text.upper() == text.lower()


_WORDS = re.compile(r"\w+")


def _opens_heading(line: Line) -> bool:
    """A heading that may run over into the next line."""
    text = line.text.rstrip(",")
    return not line.role and not line.quoted and line.gap and is_title(text, 140) and text[-1:] not in ".:"


def _named(line: Line) -> bool:
    """A division's line that holds its name already: "PART I - PRELIMINARY"."""
    return len(_WORDS.findall(line.text)) > 2


def _head(lines: list[Line], mark: Mark, mode: str, taken: set[int], refrain: set[int]) -> Head:
    line = lines[mark.line]
    rest = line.text[mark.rest - line.start :]
    lead = _lead(rest)
    at = mark.rest + lead
    rest = rest[lead:]
    if (match := _BRACKETS.match(rest)) and mode_allows(match.group("head")) and not _edited(match.group()):
        heading = (at + match.start("head"), at + match.end("head"))
        return Head(mark, mark.line, line.start, heading, at + match.end())
    named = mark.family != "bare" and bool(rest.strip()) and is_title(rest, 80) and rest[-1:] not in ".)"
    own = named and _text_follows(lines, mark.line, taken)
    if mode == "before" and not own and mark.line - 1 not in refrain:
        first = _before(lines, mark.line, taken)
        if first < mark.line:
            span = (lines[first].start, lines[mark.line - 1].end)
            return Head(mark, first, lines[first].start, span, at)
    bracketed = lines[mark.line - 1] if mark.line else None
    if mode == "brackets" and bracketed is not None and _BRACKETED.fullmatch(bracketed.text) and not bracketed.role:
        return Head(mark, mark.line - 1, bracketed.start, (bracketed.start + 1, bracketed.end - 1), at)
    if (match := _DASH.match(rest)) and not _ITEM_INSIDE.search(match.group()):
        group = "head" if match.group("head") else "only"
        if is_title(match.group(group), 260) and (mode != "same" or "." in match.group() or "—" in match.group()):
            return Head(mark, mark.line, line.start, (at, at + match.end(group)), at + match.end())
    if (match := _BEFORE_ITEM.match(rest)) and is_title(match["head"]) and not _REFERS.search(match["head"]):
        return Head(mark, mark.line, line.start, (at, at + match.end("head")), at + match.end())
    if any(line.text.startswith("(1)") for line in lines[mark.line + 1 : mark.line + 3]) and (
        named_first := _above_first(lines, mark.line, rest.strip(), taken)
    ):
        start = named_first.start if named_first is not line else at
        return Head(mark, mark.line, line.start, (start, named_first.end), named_first.end)
    if not rest.strip() and (named_below := _brackets_below(lines, mark.line, taken)):
        return Head(mark, mark.line, line.start, *named_below)
    if not rest.strip():
        below = _sentence_below(lines, mark.line, taken) if mode == "sentence" else None
        if below is not None:
            start = lines[mark.line + 1].start
            return Head(mark, mark.line, line.start, (start, start + below.end("head")), start + below.end())
        stopped = mode == "below" and _stopped_below(lines, mark.line, taken)
        if stopped or (mode in ("next", "same", "below") and _next_is_title(lines, mark.line, taken)):
            after = lines[mark.line + 1]
            return Head(mark, mark.line, line.start, (after.start, after.end), after.end)
        return Head(mark, mark.line, line.start, (at, at), at)
    if (
        (mode in ("same", "run in", "next") or (mode == "before" and own))
        and (is_title(rest) or (mode == "same" and _set_apart(lines, mark.line, rest, taken)))
        and _text_follows(lines, mark.line, taken, 140 if mode == "same" else 56)
        and not _THAI.match(rest)
    ):
        end = _title_end(lines, mark.line, taken)
        return Head(mark, mark.line, line.start, (at, end), end)
    if mode in ("same", "run in", "sentence") and (match := _sentence_head(rest)):
        return Head(mark, mark.line, line.start, (at, at + match.end("head")), at + match.end())
    return Head(mark, mark.line, line.start, (at, at), at)


def _set_apart(lines: list[Line], index: int, rest: str, taken: set[int]) -> bool:
    """A heading that is a sentence, between blank lines: "8 Keepers must light lamps" / "" / "(1) Every keeper ..."."""
    after = lines[index + 1] if index + 1 < len(lines) and index + 1 not in taken else None
    whole = lines[index].gap and rest.rstrip()[-1:].isalnum() and looks_like_heading(rest, 140)
    return whole and after is not None and after.gap and after.text.startswith("(1)")


def _above_first(lines: list[Line], index: int, rest: str, taken: set[int]) -> Line | None:
    """The line of a few words with a full stop right above the unit's "(1)": "§ 12.345" / "Hire." / "(1) A keeper"."""
    at = index if rest else index + 1
    if at + 1 >= len(lines) or {index + 1, at + 1} & taken or not lines[at + 1].text.startswith("(1)"):
        return None
    words = rest or lines[at].text
    few = words[-1:] == "." and len(words.split()) <= _SHORT_HEAD and is_title(words, 140)
    return lines[at] if few and not lines[at].role and not _edited(words) and not says_repealed(words) else None


def _brackets_below(lines: list[Line], index: int, taken: set[int]) -> tuple[tuple[int, int], int] | None:
    """The stretch of a heading in brackets in the line below a number, and where the words begin: "Artigo 2.º" /
    "(Definições)"; what says that the unit is repealed is none."""
    after = lines[index + 1] if index + 2 < len(lines) and index + 1 not in taken else None
    if after is None or after.role or not _BRACKETED.fullmatch(after.text) or not mode_allows(after.text[1:-1]):
        return None
    if says_repealed(after.text) or patterns().starts["editorial"].match(after.text) or not after.text[1].isupper():
        return None
    return (after.start + 1, after.end - 1), after.end


def _title_end(lines: list[Line], index: int, taken: set[int]) -> int:
    """Where a heading ends that may run over the line: "threat, force," / "etc."."""
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is None or index + 1 in taken or after.role:
        return line.end
    if line.heading_style and _runs_on(line, after) and _ends_title(lines, index + 1, taken):
        return after.end
    if after.gap:
        return line.end
    beyond = lines[index + 2] if index + 2 < len(lines) else None
    short = len(after.text) < 60 and looks_like_heading(after.text) and (beyond is None or beyond.gap)
    if short and line.text[-1:] not in ".:" and (small(after.text[:1]) or is_upper(line.text)):
        return after.end
    return line.end


def _ends_title(lines: list[Line], index: int, taken: set[int]) -> bool:
    """The line is the rest of a heading: short, no sentence, and a line follows that begins one."""
    text, beyond = lines[index].text, lines[index + 1] if index + 1 < len(lines) else None
    whole = len(text) < 90 and looks_like_heading(text[:1].upper() + text[1:]) and text[-1:] != "."
    return whole and beyond is not None and index + 1 not in taken and not small(beyond.text[:1])
