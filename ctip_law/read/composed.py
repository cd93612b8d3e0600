"""Letters that a converter took apart or kept in the forms of print, as the letters they are.

"e" and an accent behind it (macOS, Windows-1258), Korean syllables in parts, Arabic in the forms that a letter has at
the beginning, in the middle and at the end of a word, the ligatures of "office": the page shows the same word, a
search for it finds nothing. What other scripts spell in parts stays.
"""

from __future__ import annotations

import re
import unicodedata

#: A letter with what stands above or below it as signs of their own; Arabic, Japanese and Korean have such parts too.
_APART = (
    r"[^\W\d_][\u0300-\u036f]+|[\u0622-\u064a\u06c1\u06d2\u06d5][\u0653-\u0655]|[\u3046-\u30fd][\u3099\u309a]"
    r"|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
_PRINTED = r"[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufbb1\ufbd3-\ufdf9\ufe70-\ufefc]+"
#: Arabic letters drawn longer; behind a number or a single letter the same sign is a dash.
_STRETCHED = re.compile(r"(?<=[\u0621-\u063f\u0641-\u064a])\u0640+(?=[\u0621-\u063f\u0641-\u064a])")
#: Hyphens that only differ in where a line may break: "§ 14‑43".
_HYPHEN = r"[\u2010\u2011]"
_ALL = re.compile(f"(?P<apart>{_APART})|(?P<printed>{_PRINTED})|(?P<hyphen>{_HYPHEN})")
_SUSPECT = re.compile(
    "[\u0300-\u036f\u0640\u0653-\u0655\u1161-\u1175\u2010\u2011\u3099\u309a\ufb00-\ufdf9\ufe70-\ufefc]"
)


def composed(text: str) -> tuple[str, int]:
    """`text` with whole letters, and how many were put together."""
    if text.isascii() or not _SUSPECT.search(text):
        return text, 0
    count = 0

    def whole(match: re.Match[str]) -> str:
        nonlocal count
        if match.lastgroup == "hyphen":
            return "-"
        count += 1
        return unicodedata.normalize("NFC" if match.lastgroup == "apart" else "NFKC", match.group())

    text = _ALL.sub(whole, text)
    if "\u0640" in text:
        text, stretched = _STRETCHED.subn("", text)
        count += stretched
    return text, count
