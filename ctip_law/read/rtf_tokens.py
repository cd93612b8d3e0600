"""RTF as a stream of tokens, by one pass over the bytes: groups, control words, and the bytes between them.

    {\\b Penalty}\\par        "{", ("b", None), b"Penalty", "}", ("par", None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ctip_law.errors import InputError

#: Deepest nesting of groups.
MAX_DEPTH = 500
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|[\r\n\x00]+|(?P<bytes>[^\\{}\r\n\x00]+)",
    re.S,
)
#: Control signs and words that stand for characters.
CHARACTERS = {
    "~": "\u00a0", "_": "\u2011", "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
#: `\fcharsetN` of a font -> the encoding of its bytes; others are in the file's own.
CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """`kind`: "{", "}", "word" (with `number`), "sign" or "bytes" (with `data`)."""

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes, path: str) -> Iterator[Token]:
    """The tokens of a file. Raises InputError: CT112 where it ends inside a group, CT108 where it nests too deep."""
    at, depth, size = 0, 0, len(data)
    while at < size:
        found = _TOKEN.match(data, at)
        if found is None:  # a backslash as the last byte
            raise _cut_off(path, at)
        at = found.end()
        kind = found.lastgroup
        if kind == "brace":
            brace = found["brace"].decode("ascii")
            depth += 1 if brace == "{" else -1
            if depth > MAX_DEPTH:
                what = f"its groups are nested more than {MAX_DEPTH} deep"
                raise InputError("CT108", what, path=path, place=f"byte {at}")
            yield Token(brace)
            if not depth:
                return  # what stands behind the last group is padding
        elif kind in ("word", "number"):
            word = found["word"].decode("ascii")
            number = int(found["number"]) if found["number"] else None
            if word == "bin":
                at += max(0, number or 0)
                continue
            yield Token("word", word, number)
        elif kind == "hex":
            yield Token("bytes", data=bytes.fromhex(found["hex"].decode("ascii")), number=1)
        elif kind == "sign":
            yield Token("sign", found["sign"].decode("latin-1"))
        elif kind == "bytes":
            yield Token("bytes", data=found["bytes"])
    if depth:
        raise _cut_off(path, size)


def _cut_off(path: str, at: int) -> InputError:
    return InputError("CT112", "the RTF is cut off: it ends inside a group", path=path, place=f"byte {at}")
