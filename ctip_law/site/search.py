"""The search index: read in small pieces by the search page, from a server or from a folder alike.

Five kinds of scripts, since without a server no page may fetch a file:

- `search/facets.js`: which sections, country and language each law has, and how the words are cut into pieces;
- `search/l<n>.js`: titles, pages and marks of twenty laws;
- `search/w-<beginning>.js`: words that begin so and the sections that hold them;
- `search/y-<duty>.js`: the sections that are evidence for a duty;
- `search/d<n>.js`: the words of four sections each.

A first search reads the facets, a piece or a few for each word, and what it shows. None of these grows with the number
of laws but the facets, by some bytes a law, and a word that very many sections hold, by a bit for each section.
"""

from __future__ import annotations

import base64
import itertools
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from ctip_law.model import Clause
from ctip_law.site import catalogue
from ctip_law.site.catalogue import Words
from ctip_law.site.nouns import LawView, SiteData
from ctip_law.site.places import Places

#: So many sections stand in one piece: a page of results reads few bytes that it does not show.
BLOCK = 4

#: So many laws stand in one piece.
LAWS = 20

#: So many signs of words and sections stand in one piece, if that is possible: a word is never cut.
PIECE = 12_000

#: A section's words are searched whole; so many characters of them can be shown.
SHOWN = 4000

#: A word that more than this share of many sections hold says nothing ("the", "of").
COMMON = 0.5
_MANY = 40

#: Numbers as a script holds them: the first and the steps between them, or a bit for each section.
Numbers: TypeAlias = list[int] | str

_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[a-z0-9]")


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


def named(start: str) -> str:
    """A beginning of words as the name of its piece: signs other than a to z by their numbers."""
    return "".join(sign if _PLAIN.fullmatch(sign) else f"-{ord(sign):x}-" for sign in start)


def files(site: SiteData, t: Words | None = None) -> Iterator[tuple[str, str]]:
    """(path in the site, script) of each piece, the same for the same site; places are called as in `t`."""
    found = list(_sections(site.laws, t or catalogue.words()))
    pieces = dict(cut(_held(found)))
    yield "search/facets.js", _script("facets", _facets(site.laws, found) | {"pieces": sorted(pieces)})
    for at in range(0, len(site.laws), LAWS):
        rows = [[view.law.title, view.page, *view.marks] for view in site.laws[at : at + LAWS]]
        yield f"search/l{at // LAWS}.js", _script(f"l{at // LAWS}", rows)
    duties = _duties(site.laws, found)
    for one in site.judged:
        yield f"search/y-{one.id}.js", _script(f"y-{one.id}", numbers(duties.get(one.id, []), len(found)))
    for beginning, held in sorted(pieces.items()):
        yield f"search/w-{named(beginning)}.js", _script(f"w-{named(beginning)}", held)
    for start in range(0, len(found), BLOCK):
        rows = [[one.eid, one.label, one.heading, _below(one)[:SHOWN]] for one in found[start : start + BLOCK]]
        yield f"search/d{start // BLOCK}.js", _script(f"d{start // BLOCK}", rows)


def _script(name: str, data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(window.ctipSearch=window.ctipSearch||{{}})[{json.dumps(name)}]={text};\n"


def _sections(laws: Iterable[LawView], t: Words) -> Iterator[Found]:
    for number, view in enumerate(laws):
        places = Places(view.law)
        for clause in view.law.sections():
            label = t.plain_said(places.place(clause.eid).label)
            yield Found(number, clause.eid, label, clause.heading, _text(view, clause))


def _below(one: Found) -> str:
    """The words of a section after its number and heading, which stand above them in the results."""
    head = " ".join(one.heading.split())
    at = one.text.find(head, 0, len(head) + 40) if head else -1
    return one.text[at + len(head) :].lstrip(" .:—–-") or one.text if at >= 0 else one.text


def _text(view: LawView, clause: Clause) -> str:
    return " ".join(view.law.text[clause.start : clause.end].split())


def _facets(laws: Sequence[LawView], found: Sequence[Found]) -> dict[str, Any]:
    """What is known of all laws. A law has the sections up to the next law's first; countries and languages stand with
    the number of laws in a row that are of them."""
    sections = [0] * len(laws)
    for one in found:
        sections[one.law] += 1
    return {
        "block": BLOCK,
        "countries": _runs(view.country for view in laws),
        "languages": _runs(view.law.language for view in laws),
        "of": sections,
        "per": LAWS,
        "sections": len(found),
    }


def _runs(values: Iterable[str]) -> list[list[Any]]:
    return [[value, len(list(same))] for value, same in itertools.groupby(values)]


def _duties(laws: Iterable[LawView], found: Sequence[Found]) -> dict[str, list[int]]:
    """{duty: the sections that are evidence for it}."""
    at = {(one.law, one.eid): number for number, one in enumerate(found)}
    made: dict[str, set[int]] = defaultdict(set)
    for number, view in enumerate(laws):
        for eid, ids in view.cited.items():
            for id in ids:
                if (number, eid) in at:
                    made[id].add(at[number, eid])
    return {id: sorted(own) for id, own in made.items()}


def _held(found: Sequence[Found]) -> dict[str, list[Numbers]]:
    """{word: [sections that hold it, sections whose heading does]}; of a word of most sections [] alone."""
    held: dict[str, list[int]] = defaultdict(list)
    heads: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for word in sorted(set(words(one.text))):
            held[word].append(number)
        for word in sorted(set(words(one.heading))):
            heads[word].append(number)
    most = len(found) * COMMON if len(found) > _MANY else len(found)
    made: dict[str, list[Numbers]] = {}
    for word in sorted({*held, *heads}):
        of = held.get(word, [])
        both = (of, heads.get(word, []))
        made[word] = [] if len(of) > most else [numbers(one, len(found)) for one in both]
    return made


def cut(held: Mapping[str, Any], start: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The words as pieces by their beginnings, each of about PIECE signs: what is too much is parted by the next sign.

    A word itself stands in the piece with the longest beginning of it, its longer forms there and in the pieces whose
    beginnings it begins.
    """
    if start and (len(held) == 1 or sum(map(_length, held.items())) <= PIECE):
        yield start, dict(held)
        return
    longer: dict[str, dict[str, Any]] = defaultdict(dict)
    for word, of in held.items():
        longer[word[: len(start) + 1]][word] = of
    for beginning, own in longer.items():
        if beginning == start:  # the word that ends here
            yield start, own
        else:
            yield from cut(own, beginning)


def _length(pair: tuple[str, Any]) -> int:
    return len(pair[0]) + len(json.dumps(pair[1], separators=(",", ":")))


def numbers(rising: Sequence[int], all_: int) -> Numbers:
    """Rising numbers below `all_` in the shorter form."""
    steps = [now - before for before, now in zip([0, *rising], rising, strict=False)]
    if len(json.dumps(steps, separators=(",", ":"))) <= all_ / 6 + 4:
        return steps
    bits = bytearray(all_ // 8 + 1)
    for number in rising:
        bits[number // 8] |= 1 << number % 8
    return base64.b64encode(bits).decode()
