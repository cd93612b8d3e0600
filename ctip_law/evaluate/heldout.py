"""How the second reader does on laws that it was not trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ctip_law.evaluate.examples import Text
from ctip_law.evaluate.score import labelled
from ctip_law.match.heads import Heads
from ctip_law.match.second import TIED, may_point

PROMISED = 0.85  # how often the heads alone are right from the threshold on, on laws left out
_FEW = 50  # scores that a threshold must rest on


class Point(NamedTuple):
    """One element of one law. `provides`: None where readers saw it in part. `open`: whether no rule found it and it
    may be pointed to. `first`, `three`, and the same by shared words: whether a section that provides it is the
    first, or among the first three; only where the rules missed it.
    """

    language: str
    score: float
    provides: bool | None
    absent: bool
    open: bool = False
    first: bool = False
    three: bool = False
    words_first: bool = False
    words_three: bool = False


def points(law: Text, heads: Heads) -> list[Point]:
    """One point for each element that has a head and that readers label."""
    assert law.gold is not None
    if not law.examples:
        return []
    scores = heads.scores(heads.vocabulary.rows(example.seen for example in law.examples))
    sections = [example.section for example in law.examples]
    tied = {one.section for one in law.examples if law.about or not TIED.isdisjoint(n[1:] for n in one.seen.concepts)}
    out = []
    for column, element in enumerate(heads.elements):
        if labelled(element):
            own = scores[:, column].tolist()
            provides = True if element in law.gold.elements else None if element in law.gold.weak else False
            absent = law.found.get(element) == "absent"
            near = _ranked(sections, own)
            place = law.examples[own.index(max(own))].place
            open_ = absent and may_point(element, place, near[0] in tied)
            point = Point(law.language, max(own), provides, absent, open_)
            out.append(_placed(point, law, element, near) if provides and absent else point)
    return out


def _ranked(sections: Sequence[str], scores: Sequence[float]) -> list[str]:
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    return list(dict.fromkeys(sections[i] for i in order))[:3]


def _placed(point: Point, law: Text, element: str, near: Sequence[str]) -> Point:
    assert law.gold is not None
    right, words = set(law.gold.elements[element]), law.nearest[element]
    return point._replace(
        first=bool(right & set(near[:1])),
        three=bool(right & set(near)),
        words_first=bool(right & set(words[:1])),
        words_three=bool(right & set(words)),
    )


def threshold_of(held: Iterable[Point]) -> float:
    """The least score from which the heads alone were right as often as promised; infinite where they never were."""
    ranked = sorted(((p.score, p.provides) for p in held if p.provides is not None), reverse=True)
    right, threshold = 0, float("inf")
    for number, (score, provides) in enumerate(ranked, 1):
        right += provides
        if number >= _FEW and right >= PROMISED * number:
            threshold = score
    return threshold


def figures(held: Iterable[Point], threshold: float) -> dict[str, Any]:
    """Counts for each language and over all."""
    of: dict[str, list[Point]] = {}
    for point in held:
        of.setdefault(point.language, []).append(point)
    every = [point for some in of.values() for point in some]
    languages = {name: _counts(some, threshold) for name, some in sorted(of.items())}
    return {"languages": languages, "all": _counts(every, threshold)}


def _counts(held: Sequence[Point], threshold: float) -> dict[str, int]:
    """`missed`: provided and not found by rules, and where of these the right section came; `pointed_*`: what no rule
    found and is pointed to; `alone_*`: the same of all elements, whatever the rules found.
    """
    missed = [p for p in held if p.provides and p.absent]
    said = [p for p in held if p.score >= threshold]
    kinds = {True: "right", None: "in_part", False: "wrong"}
    counts: Counter[str] = Counter(f"alone_{kinds[p.provides]}" for p in said)
    counts.update(f"pointed_{kinds[p.provides]}" for p in said if p.open)
    names = [f"{group}_{kind}" for group in ("alone", "pointed") for kind in kinds.values()]
    return {
        "missed": len(missed),
        **{name: sum(getattr(p, name) for p in missed) for name in ("first", "three", "words_first", "words_three")},
        "provided": sum(p.provides is True for p in held),
        **{name: counts[name] for name in names},
    }
