"""Which unit of a law an amending clause speaks of: "paragraph (a) of the definition of “x” in section 183"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ctip_law.annotate.instructions import LEVELS, Target
from ctip_law.annotate.quotations import MARK, Prose

#: Word for a unit -> its level; other words for the same level by tradition.
KINDS = {
    "section": "section", "article": "section", "regulation": "section", "rule": "section",
    "subsection": "subsection", "sub-section": "subsection", "subregulation": "subsection", "subrule": "subsection",
    "paragraph": "paragraph", "clause": "paragraph",
    "subparagraph": "subparagraph", "sub-paragraph": "subparagraph", "subclause": "subparagraph",
    "sub-clause": "subparagraph", "item": "item",
    "part": "division", "chapter": "division", "division": "division", "schedule": "division",
}  # fmt: skip
_BELOW = ("subsection", "paragraph", "subparagraph", "item")

_LABEL = r"\(\s?[0-9A-Za-z]{1,7}(?:\.\d+)?\s?\)"
_NUM = r"\d+(?:\.\d+)?(?:[A-Za-z]{1,3}\b| [A-Z]\b)?"
_ONE = rf"(?:{_NUM}|(?<=[ ,]){_LABEL})(?:\s?{_LABEL})*"
_LIST = rf"{_ONE}(?:(?:,? and |,? or |, | to ){_ONE})*"
_WORD = "|".join(sorted((word for word, level in KINDS.items() if level != "division"), key=lambda word: -len(word)))
_ORDINAL = "(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth)"
_REF = re.compile(
    rf"\b(?P<kind>{_WORD})s? (?P<list>{_LIST})"
    rf"|(?<!\()\b(?P<division>Part|Chapter|Division|(?:{_ORDINAL} )?Schedule)"
    r"(?: (?P<dnum>[IVXLC]+[A-Za-z]?|\d+[A-Za-z]?)\b)?"
    rf"|\bdefinitions? (?:of )?(?:the (?:terms?|expressions?|words?) )?(?P<term>{MARK})"
    rf"|\bdefinition (?:of )?(?P<bare>[a-z][a-z -]*?)(?= in (?:sub)?section)"
    rf"|\b(?P<heading>(?:shoulder|marginal|side) note|section heading|heading)\b"
    rf"|\b(?P<front>long title|preamble)\b",
    re.I,
)
#: "in the words before paragraph (a)" names the unit around that paragraph.
_BEFORE = re.compile(rf"\bwords (?:before|preceding) (?:{_WORD})s? {_LABEL}", re.I)
Path = dict[str, str]


def target_of(phrase: str, quoted: Prose, context: Sequence[Target]) -> tuple[Target, ...]:
    """The units that `phrase` names, read within `context`; the context itself where it names none.

    Empty when it names more than can be told apart.
    """
    paths: list[Path] = [{}]
    part = ""
    for match in _REF.finditer(_BEFORE.sub("", phrase)):
        if match["heading"]:
            part = "heading"
            continue
        named = list(_named(match, quoted))
        if len(named) > 1 and len(paths) > 1:
            return ()
        paths = [{**extra, **path} for path in paths for extra in named]
    base = dict(context[0].path) if len(context) == 1 else {}
    if paths == [{}]:
        return tuple(Target(one.path, part or one.part) for one in context) if context else (Target((), part),)
    return tuple(Target(_joined(base, path), part) for path in paths)


def names_unit(phrase: str) -> bool:
    """Whether any unit is named at all."""
    return bool(_REF.search(phrase))


def _named(match: re.Match[str], quoted: Prose) -> Iterator[Path]:
    if match["division"]:
        yield {"division": " ".join(filter(None, [match["division"], match["dnum"]]))}
    elif match["front"]:
        yield {"division": match["front"].lower()}
    elif match["term"]:
        yield {"definition": " ".join(quoted.quotation(match["term"]).text.split())}
    elif match["bare"]:
        yield {"definition": match["bare"]}
    else:
        yield from _listed(KINDS[match["kind"].lower()], match["list"])


def _listed(level: str, words: str) -> Iterator[Path]:
    """ "6(2)(n) and (o)" at the level of paragraphs: two paths, the second with what it shares of the first."""
    last: Path = {}
    for piece in re.finditer(rf"(?P<to>\bto )?(?P<one>{_ONE})", " " + words):
        path = _path(level, piece["one"])
        shared = {above: num for above, num in last.items() if _rank(above) < min(map(_rank, path))}
        path = {**shared, **path}
        if piece["to"] and last:
            yield from ({**path, level: num} for num in _between(last.get(level, ""), path.get(level, "")))
        yield path
        last = path


def _path(level: str, words: str) -> Path:
    number = re.match(_NUM, words)
    labels = [label.strip("() ") for label in re.findall(_LABEL, words)]
    path: Path = {"section": number.group().replace(" ", "")} if number else {}
    if level == "section" or (number and not labels):  # "subsection 752" is section 752
        if number and not labels and level not in ("section", "subsection"):
            return {level: path["section"]}  # "item 3"
        levels = _BELOW[0 if labels and labels[0][0].isdigit() else 1 :]
        return path | dict(zip(levels, labels, strict=False))
    end = _BELOW.index(level) + 1
    levels = _BELOW[max(end - len(labels), 0) : end]
    return path | dict(zip(levels, labels[-len(levels) :], strict=False))


def _between(first: str, last: str) -> Iterator[str]:
    """The numbers strictly between two: b and c between a and d."""
    if first.isdecimal() and last.isdecimal():
        yield from map(str, range(int(first) + 1, int(last)))
    elif len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        yield from map(chr, range(ord(first) + 1, ord(last)))


def _joined(base: Path, path: Path) -> tuple[tuple[str, str], ...]:
    """`path` inside `base`: what `base` says of the levels above the first one of `path` stays."""
    top = min(map(_rank, path))
    both = {level: num for level, num in base.items() if _rank(level) < top} | path
    return tuple(sorted(both.items(), key=lambda item: _rank(item[0])))


def _rank(level: str) -> int:
    return LEVELS.index(level)
