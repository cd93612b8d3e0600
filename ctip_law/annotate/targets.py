"""Which unit of a law an amending clause speaks of: "paragraph (a) of the definition of “x” in section 183"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ctip_law.annotate.drafting import Drafting
from ctip_law.annotate.instructions import LEVELS, Target
from ctip_law.annotate.quotations import Prose

_BELOW = ("subsection", "paragraph", "subparagraph", "item")

Path = dict[str, str]
#: Characters of the number of a part of a section, at most: "7-c".
_SMALL = 3


def target_of(phrase: str, quoted: Prose, context: Sequence[Target], how: Drafting) -> tuple[Target, ...]:
    """The units that `phrase` names, read within `context`; the context itself where it names none.

    Empty when it names more than can be told apart.
    """
    paths: list[Path] = [{}]
    part = ""
    named_in = list(how["references.unit"].finditer(how["references.around"].sub("", phrase)))
    inside = len(context) == 1 and any(level == "section" for level, _ in context[0].path)
    for place, match in enumerate(named_in):
        if match["heading"]:
            part = "heading"
            continue
        later = any(_level(other, how) == "section" for other in named_in[place + 1 :])
        named = list(_named(match, quoted, how, inside or later))
        if len(named) > 1 and len(paths) > 1:
            return ()
        paths = [{**extra, **path} for path in paths for extra in named]
    base = dict(context[0].path) if len(context) == 1 else {}
    if paths == [{}]:
        return tuple(Target(one.path, part or one.part) for one in context) if context else (Target((), part),)
    return tuple(Target(_joined(base, path), part) for path in paths)


def names_unit(phrase: str, how: Drafting) -> bool:
    """Whether any unit is named at all."""
    return bool(how["references.unit"].search(phrase))


def own_number(new: str, how: Drafting) -> str:
    """The number of the section that new words begin with, "" where they begin with something else."""
    words = "|".join(re.escape(word.rstrip(".")) for word, level in how.units.items() if level == "section")
    number = r"(?P<num>\d+[A-Z]?(?:[.-]\d+)*)[.:]?\s+(?=[^\W\d_a-z])"
    found = re.match(rf"\W{{0,3}}(?:(?i:{words})s?\.?\s+|§\s*)?{number}", new)
    return plain(found["num"]) if found else ""


def plain(num: str) -> str:
    """A number without blanks, its Latin adverb in small letters: "10 Bis" -> "10bis", "188 A" -> "188A"."""
    bare = num.replace(" ", "")
    return re.sub(r"[^\W\d_]{3,}", lambda match: match.group().lower(), bare)


def _level(match: re.Match[str], how: Drafting) -> str:
    return how.units[match["kind"].lower()] if match["kind"] else ""


def _named(match: re.Match[str], quoted: Prose, how: Drafting, inside: bool) -> Iterator[Path]:
    if match["division"]:
        yield {"division": " ".join(filter(None, [match["division"], match["dnum"]]))}
    elif match["front"]:
        yield {"division": match["front"].lower()}
    elif match["term"]:
        yield {"definition": " ".join(quoted.quotation(match["term"]).text.split())}
    elif match["bare"]:
        yield {"definition": match["bare"]}
    else:
        yield from _listed(_level(match, how), match["list"], how, inside)


def _listed(level: str, words: str, how: Drafting, inside: bool) -> Iterator[Path]:
    """ "6(2)(n) and (o)" at the level of paragraphs: two paths, the second with what it shares of the first."""
    last: Path = {}
    for piece in how["pieces.listed"].finditer(" " + words):
        path = _path(level, piece["one"], how, inside)
        shared = {above: num for above, num in last.items() if _rank(above) < min(map(_rank, path))}
        path = {**shared, **path}
        if piece["to"] and last:
            yield from ({**path, level: num} for num in _between(last.get(level, ""), path.get(level, "")))
        yield path
        last = path


def _path(level: str, words: str, how: Drafting, inside: bool) -> Path:
    number = how["pieces.number"].match(words)
    labels = [label.strip("() ") for label in how["pieces.label"].findall(words)]
    path: Path = {"section": plain(number.group())} if number else {}
    if level == "section" or (number and not labels):  # "subsection 752" is section 752
        below = level != "subsection" or (inside and len(path["section"]) <= _SMALL)  # "subdivision 2 of section 60.13"
        if number and not labels and level != "section" and below:
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
