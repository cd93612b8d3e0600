"""Bytes to text: by `--encoding`, by the byte order mark, as UTF-8, by what the page declares, by the words themselves.

Text that is not UTF-8 and names no encoding is given to charset-normalizer, which says in which encodings the bytes are
words of a language at all. Where several are left ("1 Mayıs" is as fair in Windows-1254 as "1 Mayýs" in Windows-1252)
the words decide that a language is known by, and where they do not, nothing is guessed: CT109 names the encodings.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from ctip_law.errors import InputError, UsageError
from ctip_law.model import Repair
from ctip_law.profiles import profiles
from ctip_law.read.clean import Clean
from ctip_law.read.raw import Raw

#: What statutes are published in, by Python's names, the likelier first. Others have to be named.
LIKELY = (
    "cp1252", "cp1251", "big5", "cp950", "big5hkscs", "gb18030", "cp932", "euc_jp", "cp949", "cp874", "cp1256",
    "cp1250", "cp1254", "cp1253", "cp1255", "cp1257", "cp1258", "koi8_r", "koi8_u", "iso8859_2", "iso8859_5",
    "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9", "cp866", "cp850", "cp852", "mac_roman",
)  # fmt: skip
#: What to decode with instead of the name that a page declares: browsers do the same, and so were the pages written.
_WIDER = {
    "iso8859-1": "cp1252", "utf-8": "", "ascii": "", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "shift_jis": "cp932", "tis-620": "cp874", "iso8859-11": "cp874", "iso8859-9": "cp1254",
}  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Bytes shown to the detector, from lines that are not plain ASCII.
_SAMPLE = 30_000
#: A text with fewer bytes beyond ASCII than one in so many is Western with quotes, dashes and some accents.
_FEW = 150
#: Share of a guess's characters that the detector may find odd for it.
CHAOS = 0.15
#: Guesses closer than this in what the detector counts are told apart by words only.
_NEAR = 0.06
_WORD = re.compile(r"[^\W\d_]+")
_WESTERN = ("cp1252", "mac_roman", "cp850")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding that the bytes may be in. `chaos` and `coherence` are charset-normalizer's, from 0 to 1."""

    encoding: str
    text: str
    chaos: float
    coherence: float


def decode(raw: Raw, declared: str = "") -> Clean:
    """The file as text. `declared`: the encoding that the file itself names.

    Raises InputError CT109 where the bytes are no text in the encoding named by the user, in any known, or in more than
    one; UsageError CT004 for a name that is no encoding.
    """
    data = raw.data
    if raw.encoding:
        return _as_named(raw)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Clean(data.decode(encoding, "replace").lstrip("\ufeff"))
    if wide := wide_encoding(data):
        why = f"every second byte is zero and there is no byte order mark; read as {wide}"
        return Clean(data.decode(wide, "replace"), (Repair(0, 0, "", wide, why, "CT119"),))
    if b"\x1b$" in data[:100_000] and (text := _strictly(data, "iso2022_jp_2")):
        return Clean(text, (Repair(0, 0, "", "iso2022_jp", "not UTF-8; read as iso2022_jp", "CT119"),))
    try:
        return Clean(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        place = error.start
    if wrong := _nearly_utf8(data, place):
        return wrong
    said = _declared(data, declared)
    encoding = said or _detected(raw, place)
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") * 20 > len(text):
        raise _unknown(raw, place)
    why = f"not UTF-8 at byte {place}; read as {encoding}"
    return Clean(text, (Repair(0, 0, declared or "utf-8", encoding, why, "" if said else "CT119"),))


def wide_encoding(data: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" where every second byte is zero, as in Western text without a mark; else ""."""
    head = data[:4096]
    half = len(head) // 2
    if half < 8:
        return ""
    if head[1::2].count(0) * 10 >= half * 8 and not head[0::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) * 10 >= half * 8 and not head[1::2].count(0) else ""


def known(encoding: str) -> str:
    """Python's name of the encoding that a user names. Raises UsageError CT004 where there is none for text."""
    try:
        found = codecs.lookup(encoding.strip().replace(" ", "-"))
        if not _is_text(found):
            raise LookupError
    except (LookupError, ValueError):
        remedy = "Use a name such as big5, gb18030, koi8-r, shift_jis, euc-kr, windows-1251 or tis-620."
        raise UsageError("CT004", f"--encoding {encoding!r} is not known", remedy=remedy) from None
    return found.name


#: Codecs that Python counts as encodings of text and in which no text was ever saved.
_NO_TEXT = frozenset(
    ("charmap", "idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7")
)


def _is_text(found: codecs.CodecInfo) -> bool:
    """Whether a codec is an encoding of text: "base64" and "rot13" are none."""
    return found._is_text_encoding and found.name not in _NO_TEXT


def _as_named(raw: Raw) -> Clean:
    """The text in the encoding that the user names; one wrong byte tells that it is another."""
    encoding = known(raw.encoding)
    try:
        text = raw.data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        what = f"the bytes are not text in the encoding {raw.encoding} that was named"
        remedy = "Leave --encoding out, or name another."
        raise InputError("CT109", what, path=raw.path, place=f"byte {error.start}", remedy=remedy) from None
    except UnicodeError:  # UTF-16 without an even number of bytes, and the like
        what = f"the bytes are not text in the encoding {raw.encoding} that was named"
        remedy = "Leave --encoding out, or name another."
        raise InputError("CT109", what, path=raw.path, remedy=remedy) from None
    if _controls(text) * 50 > len(text):
        what = f"in the encoding {raw.encoding} that was named the bytes are control characters, not words"
        remedy = "Leave --encoding out, or name another."
        raise InputError("CT109", what, path=raw.path, place="byte 0", remedy=remedy)
    return Clean(text.lstrip("\ufeff"))


def _controls(text: str) -> int:
    return sum(1 for char in text[:20_000] if char < " " and char not in "\t\n\r\f\v")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


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
    return Clean(text, (Repair(0, 0, "", "\ufffd", why, "CT119"),))


_LETTERS = b"<meta charset=09AZaz>"


def _declared(data: bytes, declared: str) -> str:
    """The encoding that the file names, where the bytes are words in it: pages of every script say "iso-8859-1"."""
    try:
        found = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return ""
    # a declaration that was read as ASCII is in an encoding that has ASCII
    if not _is_text(found) or _LETTERS.decode(found.name, "replace") != _LETTERS.decode("ascii"):
        return ""
    name = found.name
    name = _WIDER.get(name, name)
    if not name or name.startswith("utf"):
        return ""
    sample = _sample(data)
    if len(sample) < 40:  # a word or two: the page knows better
        return name
    best = guesses(sample, [name])
    return name if best and best[0].chaos <= CHAOS else ""


def _detected(raw: Raw, place: int) -> str:
    """The one encoding that the bytes are text in. Raises InputError CT109 for none and for several."""
    sample = _sample(raw.data)
    few = len(raw.data.translate(None, bytes(range(0x80)))) * _FEW < len(raw.data)
    found = guesses(sample, _WESTERN if few else LIKELY)
    if few and not found:
        return "cp1252"
    sound = [guess for guess in found if guess.chaos <= CHAOS]
    if not sound:
        raise _unknown(raw, place)
    left = _likeliest(sound)
    if len(left) > 1:
        names = ", ".join(guess.encoding for guess in left[:-1])
        what = f"the bytes are as likely text in {names} as in {left[-1].encoding}"
        raise InputError("CT109", what, path=raw.path, place=f"byte {place}", remedy=NAME_IT)
    return left[0].encoding


NAME_IT = "Name the encoding with --encoding, or save the file as UTF-8."


def _unknown(raw: Raw, place: int) -> InputError:
    what = "the bytes are not text in a known encoding"
    return InputError("CT109", what, path=raw.path, place=f"byte {place}", remedy=NAME_IT)


def _sample(data: bytes) -> bytes:
    """Lines that are not plain ASCII, from the whole file, about `_SAMPLE` bytes of them; no character is cut.

    A line ends where a tag begins too: no encoding has "<" as the second byte of a character.
    """
    lines = [line for line in re.split(rb"[\n\r<>]", data) if not line.isascii()]
    every = sum(map(len, lines)) // _SAMPLE + 1
    return b"\n".join(lines[::every])


def guesses(sample: bytes, among: tuple[str, ...] | list[str]) -> list[Guess]:
    """What charset-normalizer takes the bytes for, best first; each distinct text once."""
    from charset_normalizer import from_bytes

    allowed = sorted({codecs.lookup(name).name.replace("-", "_") for name in among})
    found: dict[str, Guess] = {}
    order = {name: place for place, name in enumerate(among)}
    # in one piece: in small ones a cut word or a title in capitals counts as much as a page
    matches = from_bytes(
        sample, steps=1, chunk_size=len(sample), cp_isolation=allowed, threshold=0.25, preemptive_behaviour=False
    )
    for match in matches:
        names = [match.encoding, *match.could_be_from_charset]
        name = min(names, key=lambda name: order.get(name, 99))
        text = str(match)
        found.setdefault(text, Guess(name, text, match.chaos, match.coherence))
    return sorted(found.values(), key=lambda guess: (round(guess.chaos, 2), -guess.coherence))


def _likeliest(found: list[Guess]) -> list[Guess]:
    """The guesses that nothing tells apart: by letters in plausible places, by words, by frequency of letters."""
    steps = (
        _misplaced,
        lambda guess: -_words_of_a_language(guess.text),
        lambda guess: round(guess.chaos, 1),
    )
    for step in steps:
        scores = [step(guess) for guess in found]
        best = min(scores)
        found = [guess for guess, score in zip(found, scores, strict=True) if score <= best + 0.1 * abs(best)]
        if len(found) == 1:
            return found
    best = max(guess.coherence for guess in found)
    found = [guess for guess in found if guess.coherence > best - _NEAR]
    return _customary(found)


def _misplaced(guess: Guess) -> int:
    """How many characters beyond ASCII stand where no writing has them.

    Control characters, capitals and signs inside a word ("obliÈ", "pa±stwo"), and a text of a script with capitals that
    has none or only those: bytes of Hebrew are capital letters in KOI8-R.
    """
    letters = [char for char in guess.text if char > "\x7f"]
    if not letters:
        return 0
    inside = len(re.findall(r"(?<=[^\W\d_])[°±¶·¸¤§×÷»«¡¿¢£¥|¦©®¯¬](?=[^\W\d_])", guess.text))
    inside += len(re.findall(r"(?<![^\W\d_])[’”»¶¢£°±·…](?=[^\W\d_])", guess.text))  # "’ρθρο", which is "Άρθρο"
    inside += sum("\x80" <= char < "\xa0" for char in letters)
    inside += sum(1 for word in _WORD.findall(guess.text) if word[1:] != word[1:].lower() and not word.isupper())
    cased = [char for char in letters if char.lower() != char.upper()]
    lower = sum(char.islower() for char in cased)
    plain = any("A" <= char <= "Z" for char in guess.text)
    strange = len(cased) * 2 > len(letters) > 25 and (lower == 0 or (lower == len(cased) and not plain))
    return inside + strange * len(letters)


@cache
def _small_words() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for profile in profiles():
        for language, found in [*profile.small_words.items(), *profile.telling_words.items()]:
            words.setdefault(language, set()).update(found)
    return {language: frozenset(found) for language, found in words.items()}


def _words_of_a_language(text: str) -> int:
    """How many words with a letter beyond ASCII are words that one language is known by."""
    words = [word.lower() for word in _WORD.findall(text) if not word.isascii()]
    return max(sum(word in known_by for word in words) for known_by in _small_words().values())


#: The encoding that the languages of one alphabet were published in before Unicode.
_CUSTOM = {
    "cp1252": "af ca da de en es fi fr id is it ms nb nl pt sq sv sw tl zu",
    "cp1250": "cs hr hu pl ro sk sl",
    "iso8859_2": "cs hr hu pl ro sk sl",
    "cp1257": "et lt lv",
    "cp1254": "tr",
    "cp1258": "vi",
}


def _customary(found: list[Guess]) -> list[Guess]:
    """The guesses that the language of the small words was published in; all of them where that decides nothing."""
    if len(found) < 2:
        return found
    scores: Counter[str] = Counter()
    for guess in found:
        words = [word.lower() for word in _WORD.findall(guess.text)]
        for name, known_by in _small_words().items():
            scores[name] = max(scores[name], sum(word in known_by for word in words))
    language = max(sorted(scores), key=lambda name: scores[name])
    if scores[language] * 20 > len(words):
        return [guess for guess in found if language in _CUSTOM.get(guess.encoding, "").split()] or found
    return found
