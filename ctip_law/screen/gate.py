"""Which laws of a statute book are worth reading, from their raw text alone.

    <Text>... a victim of trafficking in
    persons may ...</Text>              two words of the act, wherever the line breaks or a tag stands between them

An act is kept whole or not at all: duties stand beside the sections that name the crime. General law (a penal code, an
extradition act) is kept by its title, since it answers duties without naming the crime.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import BytesAhoCorasick

from ctip_law.corpus.kinds import kinds
from ctip_law.datafile import DataFile
from ctip_law.languages import FOLDER

#: Kinds of general law that answer duties without naming the crime, in words for people.
KINDS = {kind.id: kind.name for kind in kinds().values()}
#: Times that an act has to name trafficking or one of its purposes to be kept, unless its title does; a mention in
#: passing does not.
ENOUGH = 2
_HEAD = 6_000  # characters in which a title is looked for
_TITLE = 700  # characters of them, without markup
#: The first lines of a plain text, where others follow.
_FIRST = re.compile(r"\s*([^\n<]{3,200})\n\s*([^\n<]{3,200})\n\s*[^\n]")
#: What names a text in markup and in the fields of JSON.
_NAMED = re.compile(
    r"<[^<>]*?(?:title|heading|lawname)\b[^<>]*>\s*([^<]{3,300})|\"\w*title\w*\"\s*:\s*\"([^\"]{3,300})\"", re.I
)
_AROUND = 160  # bytes before and after an anchor in which the whole wording is looked for
_TAG = re.compile(r"<[^<>]*>")
_BETWEEN = r"(?:\s|<[^<>]{0,200}>|&nbsp;|[-–])+"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the gate saw of a text: how often it names trafficking or a purpose of it, the kind of general law, and
    whether it is `named` for the one that it names."""

    mentions: int
    general: str = ""
    named: bool = False

    @property
    def kept(self) -> bool:
        """Whether the act is worth reading."""
        return self.mentions >= ENOUGH or bool(self.general) or self.named


@dataclass(frozen=True, slots=True)
class _Words:
    """Wordings by their anchors: these are found in one pass over the bytes, and where one stands, the wordings that
    hold it are tried on the words around it."""

    anchors: BytesAhoCorasick
    wordings: tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]

    def find(self, data: bytes) -> Iterator[tuple[str, int, int]]:
        """Label, start and end in bytes of every wording in a text in UTF-8."""
        for number, first, last in self.anchors.find_matches_as_indexes(data.lower(), overlapping=True):
            start = max(first - _AROUND, 0)
            around = _low(data[start : last + _AROUND].decode("utf-8", "ignore"))
            for label, pattern in self.wordings[number]:
                for found in pattern.finditer(around):
                    before, upto = (len(around[:at].encode()) for at in found.span())
                    yield label, start + before, start + upto


@dataclass(frozen=True, slots=True)
class Gate:
    """The words of all languages; a text is asked for all of them, whatever language it is in."""

    core: _Words
    general: _Words

    def look(self, data: bytes) -> Seen:
        """What the gate sees of a text in UTF-8, markup and all. Linear in its length."""
        head = data[:_HEAD].decode("utf-8", "ignore")
        title = " ".join(_TAG.sub(" ", head).split())[:_TITLE]
        kinds = {kind for kind, *_ in self.general.find(title.encode())}
        mentions = _apart({(start, end) for _, start, end in self.core.find(data)})
        named = mentions == 1 and self._named(head)
        return Seen(mentions, next((kind for kind in KINDS if kind in kinds), ""), named)

    def _named(self, head: str) -> bool:
        """Whether what names a text names trafficking or a purpose of it: a section that stands in a file of its own,
        or a law with another word for it in all that follows."""
        first = _FIRST.match(head)
        names = [" ".join(found.groups("")) for found in (*([first] if first else []), *_NAMED.finditer(head))]
        return any(True for _ in self.core.find("\n".join(names).encode()))


def _apart(places: set[tuple[int, int]]) -> int:
    """How many stretches there are, those that overlap or touch counted once."""
    count, end = 0, -1
    for start, last in sorted(places):
        if start > end:
            count += 1
        end = max(end, last)
    return count


@cache
def gate() -> Gate:
    """The gate with the words of every language folder. Raises ConfigError CT301 at a wrong entry."""
    core: dict[tuple[str, str], None] = {}
    general: dict[tuple[str, str], None] = {}
    for path in sorted(FOLDER.glob("[!_]*/screen.toml")):
        file = DataFile(path)
        file.root.only(("core", "general"))
        core |= dict.fromkeys(("", wording) for wording in file.root.texts("core"))
        table = file.entry("general")
        table.only(KINDS)
        general |= {(kind, wording): None for kind in table.fields for wording in table.texts(kind)}
    return Gate(_words(core), _words(general))


def _words(labelled: Iterable[tuple[str, str]]) -> _Words:
    by_anchor: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for label, wording in labelled:
        by_anchor.setdefault(_anchor(wording), []).append((label, re.compile(_pattern(wording))))
    forms = [(form, tuple(found)) for anchor, found in by_anchor.items() for form in _forms(anchor)]
    return _Words(BytesAhoCorasick([form for form, _ in forms]), tuple(found for _, found in forms))


def _forms(anchor: str) -> list[bytes]:
    """The bytes of an anchor whose ASCII letters are small: as it is, and where other letters have two cases."""
    return sorted({form.encode("utf-8").lower() for form in (anchor, anchor.title(), anchor.upper())})


def _anchor(wording: str) -> str:
    """The longest stretch of letters of a wording."""
    return max((part for word in wording.lower().split() for part in word.split("*")), key=len)


def _low(text: str) -> str:
    """`text` in lower case; the Turkish i without a dot, and I with one, are i."""
    return text.lower().replace("ı", "i").replace("i\u0307", "i")


def _pattern(wording: str) -> str:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in _low(wording).split())
    whole = _BETWEEN.join(words)
    # scripts without blanks between words have no edge of a word to ask for
    return rf"(?<!\w){whole}(?!\w)" if _spaced(wording) else whole


def _spaced(wording: str) -> bool:
    """Whether the wording's script parts words by blanks."""
    return not any("\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\ud7af" for char in wording)


def kinds_of(records: Iterable[Seen]) -> dict[str, int]:
    """How many laws of each kind of general law were seen, in the order of `KINDS`."""
    count = dict.fromkeys(KINDS, 0)
    for one in records:
        if one.general:
            count[one.general] += 1
    return {kind: number for kind, number in count.items() if number}
