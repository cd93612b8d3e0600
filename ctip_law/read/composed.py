"""Letters that a converter took apart or kept in the forms of print, as the letters they are.

"e" and an accent behind it (macOS, Windows-1258), Korean syllables in parts, Arabic in the forms that a letter has at
the beginning, in the middle and at the end of a word, the ligatures of "office": the page shows the same word, a
search for it finds nothing. What other scripts spell in parts stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

#: A letter with what stands above or below it as signs of their own; Arabic, Japanese and Korean have such parts too.
_APART = (
    r"[^\W\d_][\u0300-\u036f]+|[\u0622-\u064a\u06c1\u06d2\u06d5][\u0653-\u0655]|[\u3046-\u30fd][\u3099\u309a]"
    r"|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
_PRINTED = r"[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufbb1\ufbd3-\ufdf9\ufe70-\ufefc]"
#: Arabic letters drawn longer; behind a number or a single letter the same sign is a dash.
_ARABIC = r"[\u0621-\u063f\u0641-\u064a\ufb50-\ufbb1\ufe70-\ufefc]"
_STRETCHED = rf"(?<={_ARABIC})\u0640+(?={_ARABIC})"
#: Hyphens that only differ in where a line may break: "§ 14‑43".
_HYPHEN = r"[\u2010\u2011]"
_ALL = re.compile(f"(?P<apart>{_APART})|(?P<printed>{_PRINTED})|(?P<drawn>{_STRETCHED})|(?P<hyphen>{_HYPHEN})")
_SUSPECT = re.compile(
    "[\u0300-\u036f\u0640\u0653-\u0655\u1161-\u1175\u2010\u2011\u3099\u309a\ufb00-\ufdf9\ufe70-\ufefc]"
)

#: Where something stands for something else: from its first character up to but not including the last, and for what.
Edit = tuple[int, int, str]


def letters(text: str) -> Iterator[Edit]:
    """Each place of `text` with letters in parts or in forms of print or with such a hyphen, and what it means."""
    if text.isascii() or not _SUSPECT.search(text):
        return
    for match in _ALL.finditer(text):
        made = _meant(match)
        if made != match.group():
            yield *match.span(), made


def _meant(match: re.Match[str]) -> str:
    if match.lastgroup in ("drawn", "hyphen"):
        return "" if match.lastgroup == "drawn" else "-"
    return unicodedata.normalize("NFC" if match.lastgroup == "apart" else "NFKC", match.group())


def told(edits: Iterable[Edit]) -> str:
    """How many letters were put together, as a repair says it; "" where there were only hyphens, which are told as
    little as blanks are."""
    count = sum(made != "-" for _, _, made in edits)
    return f"{count} letter(s) in parts or in forms of print put together" if count else ""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits (in their order, none in another) made."""
    out: list[str] = []
    last = 0
    for start, end, made in edits:
        out += [text[last:start], made]
        last = end
    return "".join([*out, text[last:]])
