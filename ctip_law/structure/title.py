"""What a law is called where its file does not say: the line before its first unit that names a kind and a matter.

    ACTS SUPPLEMENT No. 6                                      the head of a gazette says neither
    THE SUPPRESSION OF NIGHT FERRIES ACT, 2013.                a matter, and its kind at the end
    LOI N° 2014-041 du 23 décembre 2014                        a kind and a number ...
    relative aux bacs                                          ... whose matter follows in the next line
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ctip_law.model import TOP_KINDS
from ctip_law.structure.lines import Line, is_upper, small
from ctip_law.structure.node import Node
from ctip_law.structure.patterns import Patterns, low, patterns

_LINES = 80  # lines before the first unit among which the title stands
_LONGEST = 200  # characters of a title
_WORDS = 45  # words of a line that may be a title; a longer one is a recital
_LONG = 3  # letters of a word that may be small in a name, at most
_NUMBERED = 4  # words of a line with the law's number and kind alone
_SAYS = 4  # words, at least, in which a line of capitals says what a law does
_LISTED = 3  # kinds of law in a line that is no name of one
_DIVISIONS = 3  # of a piece of a law that name it, at most
_MORE = 3  # lines that a title runs on over, at most
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r",?\s*\d{4}")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SPACED = re.compile(r"\W*\w(?:[ \t]{1,5}\w){5,}\W*")
#: A title that begins with the law's date, "8 JUIN 1867. - CODE PENAL.", and a note of some length behind a title.
_DATE_FIRST = re.compile(r"\d{1,2}(?:er)?\s+[^\W\d_]{3,10}\s+\d{4}\.?\s*[-–—]\s*")
_NOTE_BEHIND = re.compile(r"(?<=[^\W\d_][.\s])\s*\((?=[^()]{40})")
_WIDER = re.compile(r"[ \t]{2}")
_CLOSE = re.compile(r"(?<=\w)[ \t](?=\w)")
#: What a page set in a line of its own behind the name, and a conversion joined to it: "Barge Act 2003Public Act2003".
_YEAR_GLUED = re.compile(r"(?<=[a-z] (?:18|19|20)\d\d)(?:Public|Local|Private|Act|Chapter|No\b).*\Z")
_MARKS = "*_#[]|\"“” \t"


def title_of(said: str, text: str, opening: str = "", page: bool = False) -> str:
    """The title in the `text` before the first unit, at most 200 characters; `said` is what the file declares.

    What is declared stands, unless it only numbers the law ("Loi n° 2014-041") and the text has the same number with
    the matter, or a `page` of the web is called otherwise than a law ("L99999"). Without either it is the name that
    the first units give the law (`opening`: "This Act may be cited as the Ferries Act"), so that no title is a state's
    name or "Reprint"; at last it is the first line.
    """
    how = patterns()
    lines = list(_opening(text, how))
    found = _YEAR_GLUED.sub("", _found(lines, how))
    if said:
        numbers = set(_NUMBER.findall(said))
        kinds = how.cues["kind"] | how.cues["title"]
        named = any(low(word) in kinds for word in _WORD.findall(said))
        if page and found and not named and not how.starts["recital"].match(found):
            return found
        better = found and numbers and not _tells_matter(said, how) and numbers <= set(_NUMBER.findall(found))
        return found if better else said
    if (not found or how.starts["recital"].match(found)) and (name := _cited(opening, how)):
        return name
    worded = [line for line in lines if _WORD.search(line)]
    shown = {" ".join(_closed(line).split()) for line in text.split("\n") if _SPACED.fullmatch(line)}
    plain = [line for line in worded if line not in shown]  # what is set for show is the state's name or a chamber's
    return found or next((line[:_LONGEST] for line in plain or worded), "")


def title_of_extract(body: Sequence[Node]) -> str:
    """What the text of a piece of a law is called: its one unit ("§ 232 Lamps"), or its divisions where they are not
    the first of a law ("PART 5: Lamps")."""
    tops = list({(node.kind, node.num): node for node in reversed(body) if node.kind != "crossheading"}.values())[::-1]
    units = all(node.kind in TOP_KINDS for node in tops)
    if not tops or len(tops) > (1 if units else _DIVISIONS) or (not units and _is_first(tops[0])):
        return ""
    if any(node.kind in TOP_KINDS for node in tops) != units or not all(units or node.heading for node in tops):
        return ""
    sign = " " if units else ": "
    named = (sign.join(filter(None, (" ".join(node.num_printed.split()), node.heading))) for node in tops)
    return "; ".join(named)[:_LONGEST]


def _is_first(node: Node) -> bool:
    return node.num in ("", "1", "I", "A")


def _cited(opening: str, how: Patterns) -> str:
    """The name in the first units by which the law may be cited; "" where they give none."""
    match = how.cited.search(opening)
    return " ".join(match.group("name").split()).strip(_MARKS + ".")[:_LONGEST] if match else ""


def names_law(line: str, *, whole: bool = False) -> bool:
    """The line names a kind of law, as a file's first line may: "THE FERRIES ACT, 2013"; `whole`: and its matter."""
    how = patterns()
    bare = " ".join(line.split()).strip(_MARKS)
    named = bool(bare) and _tells_kind(bare, how) and len(bare.split()) > 1
    return named and (not whole or _tells_matter(bare, how))


def begins_with_kind(line: str) -> bool:
    """The line names a law and says what kind it is first, or its matter too: "LEY DE BARCAS"."""
    word = low((line.split() or [""])[0].strip(_MARKS))
    return names_law(line, whole=True) or (names_law(line) and word in patterns().cues["kind"])


def name_of_the_law(lines: Sequence[Line], index: int, taken: set[int]) -> bool:
    """The file begins with the line, or no unit (`taken`) stands before it, and it names the law."""
    text, last = lines[index].text, max(0, index - 60)
    named = names_law(text) if not index else is_upper(text) and begins_with_kind(text)
    return named and not any(at in taken for at in range(last, index))


def _opening(text: str, how: Patterns) -> Iterator[str]:
    """The lines before the first unit, up to a list of contents."""
    whole = (" ".join(_closed(line).split()).strip(_MARKS) for line in text.split("\n"))
    for line in islice((line for line in whole if line), _LINES):
        if low(line).rstrip(".:") in how.cues["contents"]:
            return
        yield line


def _closed(line: str) -> str:
    """A line whose letters are set apart, as printers do for show, with its words whole: "K I T E   A C T"; as it is
    where no wider blank parts the words."""
    return _CLOSE.sub("", line) if _SPACED.fullmatch(line) and _WIDER.search(line.strip()) else line


def _found(lines: list[str], how: Patterns) -> str:
    """The first line that tells a kind of law and its matter, if need be in the next two; "" for none."""
    for index, line in enumerate(lines):
        if dated := _DATE_FIRST.match(line):
            note = _NOTE_BEHIND.search(line, dated.end())
            whole = line[: note.start()] if note else line
            if not whole[dated.end() :].isdigit() and 0 in _kinds(whole[dated.end() :], how):
                return whole.strip(" .")[:_LONGEST]
        if _number_first(line, how) and small((lines[index + 1 : index + 2] or [""])[0][:1]):
            return f"{line} {_whole(lines, index + 1, how)}"[:_LONGEST]
        if not _tells_kind(line, how) or len(line.split()) > _WORDS or how.unit.match(line) or _lists_kinds(line, how):
            continue
        if line.endswith(":"):  # "... sanction with force of law:" is the formula of those who enact
            continue
        if _tells_matter(line, how):
            return _whole(lines, index, how)
        after = next((n for n in (1, 2) if _goes_on(lines, index + n, how)), 0)
        if after:
            return " ".join((*lines[index : index + after], _whole(lines, index + after, how)))[:_LONGEST]
    return next((found for index in range(len(lines) - 1) if (found := _shouted(lines, index, how))), "")


def _shouted(lines: list[str], index: int, how: Patterns) -> str:
    """A kind and a number alone, and what it does in capitals below: "LEY Nº 17.988" / "DÍCTANSE NORMAS PARA ..."."""
    words, matter = _WORD.findall(lines[index]), lines[index + 1]
    numbered = 0 < len(words) <= _NUMBERED and 0 in _kinds(lines[index], how) and _NUMBER.search(lines[index])
    if not numbered or not matter.isupper() or len(_WORD.findall(matter)) < _SAYS or matter[-1:] in ":,":
        return ""
    return f"{lines[index]} {_whole(lines, index + 1, how)}"[:_LONGEST]


def _number_first(line: str, how: Patterns) -> bool:
    """A number and a kind: "2031. évi XII. törvény", whose matter follows in the next line."""
    words = _WORD.findall(line)
    return line[:1].isdecimal() and 0 < len(words) <= _NUMBERED and low(words[-1]) in how.cues["kind"]


def _lists_kinds(line: str, how: Patterns) -> bool:
    """The head of a part of a gazette: "Acts, Ordinances, Orders and Regulations" names no law."""
    words = {low(word).removesuffix("s") for word in _WORD.findall(line)}
    kinds = {kind.removesuffix("s") for kind in how.cues["kind"]}
    return len(words & kinds) >= _LISTED


def _kinds(line: str, how: Patterns) -> list[int]:
    """Places of the words that name a kind of law: the first or second, the last, one before a year."""
    words = list(_WORD.finditer(line))
    kinds = [n for n, word in enumerate(words) if low(word.group()) in how.cues["kind"]]
    named = _capitals(line)
    return [n for n in kinds if n < 2 or (named and n == len(words) - 1) or _YEAR.match(line, words[n].end())]


def _capitals(line: str) -> bool:
    """Half of the long words begin with a capital: a name, and no sentence that ends with the word "law"."""
    long = [word for word in _WORD.findall(line) if len(word) > _LONG]
    return sum(1 for word in long if word[0].isupper()) * 2 >= len(long)


def _tells_kind(line: str, how: Patterns) -> bool:
    """It begins with a kind of law ("Loi n° ..."), or ends with one and perhaps a year ("the Ferries Act, 2013")."""
    return bool(_kinds(line, how))


def _tells_matter(line: str, how: Patterns) -> bool:
    """A word for "on" stands in it, or words stand before the kind at its end."""
    words = [low(word) for word in _WORD.findall(line)]
    if not how.cues["matter"].isdisjoint(words[1:]) or any(place > 1 for place in _kinds(line, how)):
        return True
    # "Ferries Act 2013": one word and a year tell it too
    ends = [word.end() for word in _WORD.finditer(line)]
    return len(words[0]) > _LONG and 1 in _kinds(line, how) and bool(_YEAR.match(line, ends[1]))


def _goes_on(lines: list[str], index: int, how: Patterns) -> bool:
    """Whether a line begins with a word for "on"."""
    words = _WORD.findall(lines[index]) if index < len(lines) else []
    return bool(words) and low(words[0]) in how.cues["matter"]


def _whole(lines: list[str], index: int, how: Patterns) -> str:
    """The line with those that it runs on over: what follows begins with a small letter or is set in capitals too; not
    where its kind ends it ("Ferries Regulations 2020" / "made under ...")."""
    title = lines[index]
    ended = any(place > 1 for place in _kinds(title, how))
    for line in lines[index + 1 : index + _MORE]:
        shouts = title.isupper() and line.isupper() and not _tells_kind(line, how)
        if title[-1:] in ".;:" or not ((line[:1].islower() and not ended) or shouts):
            break
        title = f"{title} {line}"
    return title.rstrip(".;:")[:_LONGEST]
