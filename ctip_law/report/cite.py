"""Clauses of a law as lawyers cite them: "s 11(4)", "section 11", "art. 6 (6)", "Pasal 5 ayat (2)", "Part 3",
or by eid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ctip_law.errors import UsageError
from ctip_law.model import Clause, Law
from ctip_law.profiles import profiles

_ATOM = re.compile(r"\d+[^\W\d_]*|[^\W\d_]+")
_NUMBER = re.compile(r"^(?P<word>[^\W\d_§][^\d(]*?\.?|§+)?\s*(?P<number>[\dIVXLC(].*|[A-Z]\w*)$")


def cited(law: Law, words: str) -> list[Clause]:
    """The clauses that are cited, in the order of the law: all with the number, where several have it.

    Raises UsageError CT006 where there is none, with the numbers that there are.
    """
    wanted = " ".join(words.split())
    found = [one for top in law.clauses for one in top.walk() if one.eid == wanted]
    if found:
        return found
    word, number = _parted(wanted)
    kinds = _kinds(word)
    if word and not kinds:
        raise _none(law, wanted, f"{word!r} is no word for a unit of a law")
    if kinds and not kinds & _UNITS:
        return _divisions(law, kinds, number, wanted)
    sections = list(_numbered(law, number))
    if not sections:
        last = law.sections()[-1].num if law.sections() else "none"
        raise _none(law, wanted, f"the last section is {last}")
    deep = [clause for section, rest in sections for clause in _below(section, _ATOM.findall(rest.casefold()))]
    if not deep:
        section = sections[0][0]
        there = ", ".join(f"({one.num})" for one in _numbers(section)) or "no numbered part"
        raise _none(law, wanted, f"{section.num} has {there}")
    return deep


#: Kinds of the unit that a law is cited by: one word does for any, for the number says which is meant.
_UNITS = frozenset({"section", "article", "regulation", "rule"})


def _parted(words: str) -> tuple[str, str]:
    """The word before a number ("" where none stands), in lower case, and the number with what follows."""
    match = _NUMBER.match(words)
    if not match:
        return "", words
    return (match["word"] or "").strip().casefold(), match["number"]


def _kinds(word: str) -> set[str]:
    """The kinds of unit or division that a word before a number names, in any language."""
    plain = word.rstrip(".")
    if not plain or plain == "s" or set(plain) <= {"§"}:
        return {"section"} if word else set()
    found: set[str] = set()
    for profile in profiles():
        for table in (profile.units, profile.divisions):
            names = ((kind, one.rstrip(".")) for kind, ones in table.items() for one in ones)
            found |= {kind for kind, one in names if plain in (one, f"{one}s")}
    return found


def _numbered(law: Law, number: str) -> Iterator[tuple[Clause, str]]:
    """The sections whose number stands at the start, with what follows it; the longest number wins: 11A before 11."""
    plain = number.casefold()
    for end in (r"(?![^\W_])", r"(?!\d)"):  # 11 and then its (a), where there is no 11A
        best: list[tuple[Clause, str]] = []
        length = 0
        for section in law.sections():
            words = section.num.casefold().rstrip(".").split()
            match = re.match(r"\s*".join(map(re.escape, words)) + end, plain) if words else None
            if match and match.end() >= length:
                best = [*(best if match.end() == length else []), (section, plain[match.end() :])]
                length = match.end()
        if best:
            yield from best
            return


def _below(clause: Clause, atoms: list[str]) -> list[Clause]:
    """The clauses on the way down by the numbers; a word such as "paragraph" or "ayat" is stepped over."""
    if not atoms:
        return [clause]
    first, rest = atoms[0], atoms[1:]
    nexts = [one for one in _numbers(clause) if one.num.casefold().strip("().") == first]
    found = [deep for one in nexts for deep in _below(one, rest)]
    if not found and rest and len(first) > 2 and first.isalpha():
        return _below(clause, rest)
    return found


def _numbers(clause: Clause) -> Iterable[Clause]:
    """The next clauses below that have a number; one without is stepped through."""
    for child in clause.children:
        if child.num:
            yield child
        else:
            yield from _numbers(child)


def _divisions(law: Law, kinds: set[str], number: str, wanted: str) -> list[Clause]:
    every = [one for top in law.clauses for one in top.walk() if one.kind in kinds]
    found = [one for one in every if one.num.casefold() == number.casefold().rstrip(".")]
    if not found:
        there = ", ".join(dict.fromkeys(one.num for one in every)) or "none"
        raise _none(law, wanted, f"of this kind there are: {there}")
    return found


def _none(law: Law, wanted: str, there: str) -> UsageError:
    return UsageError("CT006", f"no section or clause {wanted!r}; {there}", path=law.source.path)
