"""Stage 0, misprints. Mends letters that recognition of print took for others, and tells each.

"l. This Act" "I0. This Act" "ln this Act" "Iiable" "(l) No person" "HOUSEMAlDS": l, I, 1 and O, 0 for one another.

A letter is changed for one letter, so that no offset moves, and only in a text that shows such damage where no other
reading is possible: a small l between capitals, or a number with a letter in it. What may be a word is left alone.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from ctip_law.model import Document, Repair

#: What no text has that was not damaged: "HOUSEMAlDS", "I0. This", "1O. This", "ln this", "Iiable".
_SURE = re.compile(
    r"(?<=[A-Z]{2})l(?=[A-Z])|(?<=[A-Z])l(?=[A-Z]{2})"
    r"|(?m:^[ \t]*)(?:[lIO]\d{1,2}|\d{1,2}[lIO]\d?)\.(?=\s+[A-Z(])"
    r"|(?<![^\W\d_])ln(?= [a-z])|(?<=[a-z,] )I(?:ia|aw|ife|ess|et)(?=[a-z]*\b)"
)
#: Signs of damage from which a text is mended.
_LEAST = 2
#: Characters within which (II) follows (I) in a list.
_FAR = 4000
_CAPITALS = re.compile(r"(?<=[A-Z]{2})l(?=[A-Z)\s.,])|(?<=[A-Z])l(?=[A-Z]{2})|(?<![\w’'])l(?=[A-Z]{3})")
_WORDS = re.compile(r"(?<![\w’'])l(?=[nfts](?![\w’'])|ts(?!\w))")
_INNER = re.compile(r"(?<=[a-z,;] )I(?=([aeiou][a-z]{2,}))")
#: What words begin with that are misprinted "Iiable" and "Iaw"; others are mended where the text has them right too, so
#: that "in Iowa" is left alone.
_KNOWN = re.compile(r"(?:ia[bw]|aw|ife|ess|et|east|iv|eg|ic|oss|ong|oc)")
_RIGHT = re.compile(r"(?<![^\W\d_])l([a-z]{3,})")
_NUMBER = re.compile(r"(?m)^[ \t]*(?:[lIO]\d{1,2}|\d{1,2}[lIO]\d?)(?=\.\s)")
_MARKER = re.compile(r"\((?:[lI]\d?|\d[lO]|\d{1,2}O)\)")
_DIGIT = str.maketrans("lIO", "110")


def mend_print(document: Document) -> tuple[Document, tuple[Repair, ...]]:
    """The document with its misprints mended, every change told; unchanged where it shows hardly any."""
    text = document.text
    signs = _SURE.finditer(text)
    if sum(1 for _ in zip(signs, range(_LEAST), strict=False)) < _LEAST:
        return document, ()
    changes: dict[int, str] = {}
    for pattern in (_CAPITALS, _WORDS):
        changes.update((match.start(), "I") for match in pattern.finditer(text))
    right = set(_RIGHT.findall(text))
    for match in _INNER.finditer(text):
        if match.group(1) in right or _KNOWN.match(match.group(1)):
            changes[match.start()] = "l"
    for match in _NUMBER.finditer(text):
        changes.update(_digits(text, *match.span()))
    for match in _markers(text):
        changes.update(_digits(text, *match.span()))
    letters = list(text)
    for at, letter in changes.items():
        letters[at] = letter
    mended = "".join(letters)
    repairs = tuple(_told(text, mended, at) for at in sorted(changes))
    digest = hashlib.sha256(mended.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(document, text=mended, source=replace(document.source, text_sha256=digest)), repairs


def _digits(text: str, start: int, end: int) -> dict[int, str]:
    return {at: text[at].translate(_DIGIT) for at in range(start, end) if text[at] in "lIO"}


def _markers(text: str) -> list[re.Match[str]]:
    """ "(l)" where it counts as 1: (2) comes next, or "subsection (l)"; behind (k) it is a letter."""
    found = []
    last = ""
    for match in re.finditer(r"\(([^\W_]{1,3})\)", text):
        own = _MARKER.fullmatch(match.group())
        marker = match.group(1)
        number = any(char.isdecimal() for char in marker)
        letter = marker == "l" and last != "k"
        roman = marker == "I" and text.find("(II)", match.end(), match.end() + _FAR) < 0
        if own and (number or letter or roman):
            found.append(match)
        last = marker
    return found


def _told(text: str, mended: str, at: int) -> Repair:
    start = end = at
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    why = "recognition of print took one letter for another"
    return Repair(start, end, text[start:end], mended[start:end], why)
