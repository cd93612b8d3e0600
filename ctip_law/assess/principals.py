"""Which law an amending act or a regulation belongs to, and whether that law was read too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape

from ctip_law.annotate.manner import manner
from ctip_law.annotate.view import fold
from ctip_law.model import Law, Manner

_HOW = {"amending": "which it amends", "regulation": "which it carries out"}


def manners(laws: Sequence[Law]) -> dict[str, Manner]:
    """What each of the laws read is made for, by its id."""
    return {law.id: manner(law) for law in laws}


def unread_principals(laws: Sequence[Law], made: Mapping[str, Manner]) -> dict[str, str]:
    """Amending acts and regulations whose principal law was not read with them: id to that law in words.

    'Criminal Code, which it amends'; 'the law, which it carries out' where the text names none.
    """
    out = {}
    for law in laws:
        of = made[law.id]
        others = [other for other in laws if other is not law]
        if not of.kind or any(_is(of.principal, other) or _titled_after(law, other) for other in others):
            continue
        out[law.id] = f"{of.principal or 'the law'}, {_HOW[of.kind]}"
    return out


def silent_for_want_of(laws: Sequence[Law], unread: Mapping[str, str]) -> str:
    """The principal laws in words where nothing but amending acts and regulations was read; "" otherwise."""
    if not laws or any(law.id not in unread for law in laws):
        return ""
    return "; ".join(dict.fromkeys(unread[law.id] for law in laws))


def _is(name: str, law: Law) -> bool:
    """Whether a law is the one of this name: all words of the name, years left out, stand in its title."""
    words = _words(name)
    return bool(words) and words <= _words(unescape(law.title))


def _titled_after(law: Law, other: Law) -> bool:
    """Whether the title of a law holds that of the other one, word for word: "Rules of the Harbour Act"."""
    mine, its = (" ".join(re.findall(r"\w+", fold(unescape(one.title)))) for one in (law, other))
    return " " in its and its != mine and f" {its} " in f" {mine} "


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[a-z0-9]{2,}", fold(name)) if not re.fullmatch(r"(?:1[5-9]|20)\d\d", word)}
