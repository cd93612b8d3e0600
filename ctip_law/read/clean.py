"""Text hygiene: bytes to text, damage found, mended and reported. Offsets are into the mended text.

Nothing is mended silently: each kind of change gives a `Repair`, one for each place where words change, one
summing up where only invisible characters do.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ctip_law.errors import InputError
from ctip_law.model import Repair

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
    f"(?P<mojibake>{_MOJIBAKE})|(?P<c1>[\u0080-\u009f])|(?P<soft>[{_INVISIBLE}]+)|(?P<control>[{_CONTROL}]+)"
    f"|(?P<blank>[{_BLANKS}])|(?P<line>\r\n?|[\x0b\x0c\u0085\u2028\u2029])|(?P<lost>\ufffd+)"
)
#: Where damage may begin: a class of characters alone is searched many times faster than the alternatives.
_SUSPECT = re.compile(f"[\u00c2-\u00f4\u0080-\u009f{_INVISIBLE}{_CONTROL}{_BLANKS}\r\x0b\x0c\u2028\u2029\ufffd]")


@dataclass(frozen=True, slots=True)
class Clean:
    """Mended text and what was done to it."""

    text: str
    repairs: tuple[Repair, ...] = ()


def decode(data: bytes, declared: str = "", path: str = "") -> Clean:
    """`data` as text: by its byte order mark, as UTF-8, by the declared encoding, as Windows-1252.

    Raises InputError CT109 where most of it is no text.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return Clean(data.decode(encoding, "replace").lstrip("\ufeff"))
    if wide := wide_encoding(data):
        why = f"every second byte is zero and there is no byte order mark; read as {wide}"
        return Clean(data.decode(wide, "replace"), (Repair(0, 0, "", wide, why),))
    try:
        return Clean(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        place = error.start
    if wrong := _nearly_utf8(data, place):
        return wrong
    encoding = _known(declared) or _legacy(data)
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") * 20 > len(text):
        raise InputError("CT109", "the bytes are not text in a known encoding", path=path, place=f"byte {place}")
    why = f"not UTF-8 at byte {place}; read as {encoding}"
    return Clean(text, (Repair(0, 0, declared or "utf-8", encoding, why),))


def wide_encoding(data: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" where every second byte is zero, as in Western text without a mark; else ""."""
    head = data[:4096]
    half = len(head) // 2
    if half < 8:
        return ""
    if head[1::2].count(0) * 10 >= half * 8 and not head[0::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) * 10 >= half * 8 and not head[1::2].count(0) else ""


def _nearly_utf8(data: bytes, place: int) -> Clean | None:
    """UTF-8 with a few broken bytes: better those few marked than a whole text in the wrong letters."""
    text = data.decode("utf-8", "replace")
    broken, proper = (
        text.count("\ufffd"),
        sum(1 for char in text[:200_000] if char > "\x7f") - text[:200_000].count("\ufffd"),
    )
    if broken * 10 > proper:
        return None
    why = f"{broken} byte(s) are not UTF-8, the first at byte {place}; shown as U+FFFD"
    return Clean(text, (Repair(0, 0, "", "\ufffd", why),))


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding.strip()).name if encoding.strip() else ""
    except LookupError:
        return ""
    # browsers read "iso-8859-1" as Windows-1252, and so were such pages written
    return {"iso8859-1": "cp1252", "utf-8": "", "ascii": ""}.get(name, name)


def _legacy(data: bytes) -> str:
    """The one-byte encoding of undeclared text, by how many of its letters lie in the upper half."""
    sample = data[:100_000]
    high = sum(1 for byte in sample if byte >= 0xA1)
    if high * 2 < sum(1 for byte in sample if byte > 0x20):
        return "cp1252"
    thai = sum(1 for byte in sample if 0xA1 <= byte <= 0xDA or 0xDF <= byte <= 0xFB)
    cyrillic = sum(1 for byte in sample if byte >= 0xE0)
    return "cp1251" if cyrillic * 2 > thai else "cp874"


def clean(text: str) -> Clean:
    """Line ends, blanks, invisible characters, C1 quotes and mojibake mended, each kind reported."""
    if not _SUSPECT.search(text):
        return Clean(text)
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
    return Clean("".join(out), tuple(repairs))


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
    """The character that `before` once was, or `before` where it is none."""
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
