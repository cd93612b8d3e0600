"""The search index: read in small pieces by the search page, from a server or from a folder alike.

Four kinds of scripts, since without a server no page may fetch a file:

- `search/facets.js`: the laws and which sections they have;
- `search/w-<two letters>.js`: words and the sections that hold them;
- `search/y-<duty>.js`: the sections that are evidence for a duty;
- `search/d<n>.js`: the words of eight sections each.

A first search reads the facets, a piece for each word, and the sections that it shows.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ctip_law.model import Clause
from ctip_law.site.nouns import LawView, SiteData
from ctip_law.site.places import Places

#: So many sections stand in one piece: a page of results reads few bytes that it does not show.
BLOCK = 8

#: A section's words are searched whole; so many characters of them can be shown.
SHOWN = 4000

#: A word that more than this share of many sections hold says nothing ("the", "of").
COMMON = 0.5
_MANY = 40

_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[a-z0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class Found:
    """A section as it is searched: `law` is the number of its law, `heading` counts more than `text`."""

    law: int
    eid: str
    label: str
    heading: str
    text: str


def words(text: str) -> list[str]:
    """The words of a text as both sides compare them: small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(sign for sign in plain if not unicodedata.category(sign).startswith("M")))


def piece(word: str) -> str:
    """The piece that holds a word: its first two signs, or the number of the first where they are no a to z."""
    start = word[:2]
    return start.ljust(2, "_") if _PLAIN.fullmatch(start) else f"u{ord(word[0]):x}"


def files(site: SiteData) -> Iterator[tuple[str, str]]:
    """(path in the site, script) of each piece, the same for the same site."""
    found = list(_sections(site.laws))
    pieces = sorted(_pieces(found).items())
    facets = {
        "block": BLOCK,
        "sections": len(found),
        "laws": _laws(site.laws, found),
        "pieces": [name for name, _ in pieces],
    }
    yield "search/facets.js", _script("facets", facets)
    duties = _duties(site.laws, found)
    for one in site.judged:
        yield f"search/y-{one.id}.js", _script(f"y-{one.id}", _steps(duties.get(one.id, [])))
    for name, held in pieces:
        yield f"search/w-{name}.js", _script(f"w-{name}", held)
    for start in range(0, len(found), BLOCK):
        rows = [[one.eid, one.label, one.heading, _below(one)[:SHOWN]] for one in found[start : start + BLOCK]]
        yield f"search/d{start // BLOCK}.js", _script(f"d{start // BLOCK}", rows)


def _script(name: str, data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(window.ctipSearch=window.ctipSearch||{{}})[{json.dumps(name)}]={text};\n"


def _sections(laws: Iterable[LawView]) -> Iterator[Found]:
    for number, view in enumerate(laws):
        places = Places(view.law)
        for clause in view.law.sections():
            yield Found(number, clause.eid, places.place(clause.eid).label, clause.heading, _text(view, clause))


def _below(one: Found) -> str:
    """The words of a section after its number and heading, which stand above them in the results."""
    head = " ".join(one.heading.split())
    at = one.text.find(head, 0, len(head) + 40) if head else -1
    return one.text[at + len(head) :].lstrip(" .:—–-") or one.text if at >= 0 else one.text


def _text(view: LawView, clause: Clause) -> str:
    return " ".join(view.law.text[clause.start : clause.end].split())


def _laws(laws: Iterable[LawView], found: list[Found]) -> list[list[Any]]:
    """[country, title, page, language, first section (-1 without any), marks ...] of each law: it has the sections
    up to the next law's first."""
    first: dict[int, int] = {}
    for number, one in enumerate(found):
        first.setdefault(one.law, number)
    return [
        [view.country, view.law.title, view.page, view.law.language, first.get(number, -1), *view.marks]
        for number, view in enumerate(laws)
    ]


def _duties(laws: Iterable[LawView], found: list[Found]) -> dict[str, list[int]]:
    """{duty: the sections that are evidence for it}."""
    at = {(one.law, one.eid): number for number, one in enumerate(found)}
    made: dict[str, set[int]] = defaultdict(set)
    for number, view in enumerate(laws):
        for eid, ids in view.cited.items():
            for id in ids:
                if (number, eid) in at:
                    made[id].add(at[number, eid])
    return {id: sorted(numbers) for id, numbers in made.items()}


def _pieces(found: list[Found]) -> dict[str, dict[str, list[list[int]]]]:
    """{piece: {word: [sections that hold it, sections whose heading does]}}; of a word of most sections [] alone."""
    held: dict[str, list[int]] = defaultdict(list)
    heads: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for word in sorted(set(words(one.text))):
            held[word].append(number)
        for word in sorted(set(words(one.heading))):
            heads[word].append(number)
    most = len(found) * COMMON if len(found) > _MANY else len(found)
    made: dict[str, dict[str, list[list[int]]]] = defaultdict(dict)
    for word in sorted({*held, *heads}):
        of = held.get(word, [])
        made[piece(word)][word] = [] if len(of) > most else [_steps(of), _steps(heads.get(word, []))]
    return made


def _steps(numbers: list[int]) -> list[int]:
    """Rising numbers as the first and the steps between them, which are short."""
    return [now - before for before, now in zip([0, *numbers], numbers, strict=False)]
