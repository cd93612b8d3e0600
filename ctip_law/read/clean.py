"""Text hygiene: damage found, mended and reported. Offsets are into the mended text.

Nothing is mended silently: each kind of change gives a `Repair`, one for each place where words change, one
summing up where only invisible characters do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ctip_law.model import Repair
from ctip_law.read import composed

#: Characters of the C1 block that stand where Windows-1252 has quotes and dashes: "\x93child\x94".
_C1 = {chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
#: UTF-8 read as Windows-1252 or Latin-1: "â€”" for a dash, "Ã©" for e acute.
_CP1252 = "".join(sorted({bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xC0)} - {""}))
_TRAIL = "\u0080-\u00bf" + re.escape("".join(char for char in _CP1252 if char > "\u00bf"))
_MOJIBAKE = rf"[\u00c2-\u00df][{_TRAIL}]|[\u00e0-\u00ef][{_TRAIL}]{{2}}|[\u00f0-\u00f4][{_TRAIL}]{{3}}"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = "\\x00-\\x08\\x0e-\\x1f\\x7f"
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_DAMAGE = re.compile(
    f"(?P<mojibake>(?:{_MOJIBAKE})+)|(?P<c1>[\u0080-\u009f])|(?P<soft>[{_INVISIBLE}]+)|(?P<control>[{_CONTROL}]+)"
    f"|(?P<blank>[{_BLANKS}])|(?P<line>\r\n?|[\x0b\x0c\u0085\u2028\u2029])|(?P<lost>\ufffd+)"
)
#: Where damage may begin: a class of characters alone is searched many times faster than the alternatives.
_SUSPECT = re.compile(f"[\u00c2-\u00f4\u0080-\u009f{_INVISIBLE}{_CONTROL}{_BLANKS}\r\x0b\x0c\u2028\u2029\ufffd]")


#: Lost characters that were the indent of a line: blanks that do not break.
_INDENT = re.compile("(?:\\A|\\n)\ufffd{2,}[ \\t]")


@dataclass(frozen=True, slots=True)
class Clean:
    """Mended text and what was done to it."""

    text: str
    repairs: tuple[Repair, ...] = ()


def clean(text: str) -> Clean:
    """Line ends, blanks, invisible characters, letters in parts, C1 quotes and mojibake mended, each kind reported."""
    text, told = _whole_letters(text)
    if not _SUSPECT.search(text):
        return Clean(text, told)
    out: list[str] = []
    size = last = 0
    repairs: list[Repair] = []
    sums: dict[str, list[int]] = {}
    for suspect in _SUSPECT.finditer(text):
        match = _DAMAGE.match(text, suspect.start()) if suspect.start() >= last else None
        if match is None:
            continue
        kind = str(match.lastgroup)
        before = match.group()
        after = _mend(kind, before)
        if kind == "lost" and _INDENT.match(text, match.start() - 1 if match.start() else 0):
            after = " " * len(before)
        out.append(text[last : match.start()])
        size += match.start() - last
        last = match.end()
        out.append(after)
        if kind == "mojibake" and after != before:
            repairs.append(Repair(size, size + len(after), before, after, "UTF-8 that was once read as Windows-1252"))
        elif kind in _SUMMED:
            sums.setdefault(kind, [size, 0])[1] += 1
        size += len(after)
    out.append(text[last:])
    for kind, (place, count) in sums.items():
        repairs.append(Repair(place, place, "", "", _SUMMED[kind].format(count=count)))
    repairs.sort(key=lambda repair: repair.start)
    return Clean("".join(out), (*told, *repairs))


def _whole_letters(text: str) -> tuple[str, tuple[Repair, ...]]:
    edits = list(composed.letters(text))
    why = composed.told(edits)
    return composed.edited(text, edits), (Repair(0, 0, "", "", why),) if why else ()


_SUMMED = {
    "soft": "{count} place(s) with soft hyphens or invisible characters taken out, the first here",
    "control": "{count} place(s) with control characters taken out, the first here",
    "c1": "{count} Windows-1252 quote(s) or dash(es) restored, the first here",
    "lost": "{count} place(s) with characters lost before this file was made, the first here",
}


def _mend(kind: str, before: str) -> str:
    if kind == "mojibake":
        return _unmojibake(before)
    if kind == "c1":
        return _C1[before] or " "
    if kind == "blank":
        return " "
    if kind == "line":
        return "\n"
    return before if kind == "lost" else ""


def _unmojibake(before: str) -> str:
    """What a run of such characters once was, as far as it is any; what was damaged twice is mended twice."""
    mended = _once(before)
    if mended == before:
        mended = _ONE.sub(lambda one: _once(one.group()), before)
    return _unmojibake(mended) if mended != before and _ONE.search(mended) else mended


_ONE = re.compile(_MOJIBAKE)


def _once(before: str) -> str:
    data = bytearray()
    for char in before:
        try:
            data += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return before
            data.append(ord(char))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return before
