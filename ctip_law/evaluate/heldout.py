"""How the second reader does on laws that it was not trained on: where it points to, and what it doubts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ctip_law.evaluate.examples import Text
from ctip_law.evaluate.score import agrees, labelled
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.framework.verdict import verdict
from ctip_law.match.heads import Heads
from ctip_law.match.second import DOUBT, TIED, may_doubt, may_point

if TYPE_CHECKING:
    from numpy.typing import NDArray

PROMISED = 0.85  # how often the heads alone are right from the threshold on, on laws left out
MET = 0.7  # how often a "met" that is doubted may be right, at the margin, on laws left out
_FEW = 50  # scores that a threshold must rest on
_FULL = ("met", "divergence")
_SIDES = (("right", True), ("wrong", False))


class Point(NamedTuple):
    """One element of one law. `provides`: None where readers saw it in part. `open`: whether no rule found it and it
    may be pointed to. `first`, `three`, and the same by shared words: whether a section that provides it is the
    first, or among the first three; only where the rules missed it. `support`: how much the sections in which a rule
    found it read like it; None where none did.
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
    support: float | None = None


class Met(NamedTuple):
    """A verdict "met" of the rules: whether readers agree, and the score of the sections that it stands and falls with
    (infinite where it stands without any).
    """

    language: str
    right: bool
    support: float


def points(law: Text, heads: Heads) -> list[Point]:
    """One point for each element that has a head and that readers label."""
    assert law.gold is not None
    if not law.examples:
        return []
    scores = scores_of(law, heads)
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
            point = Point(law.language, max(own), provides, absent, open_, support=_support(law, element, own))
            out.append(_placed(point, law, element, near) if provides and absent else point)
    return out


def scores_of(law: Text, heads: Heads) -> NDArray[Any]:
    """Scores of a law's pieces, one row a piece and one column an element."""
    return heads.scores(heads.vocabulary.rows(example.seen for example in law.examples))


def _support(law: Text, element: str, scores: Sequence[float]) -> float | None:
    """How much the sections in which a rule found an element whole read like it."""
    if law.found.get(element) != "present" or not may_doubt(element):
        return None
    pairs = zip(scores, law.examples, strict=True)
    return max((score for score, one in pairs if one.section in law.shown[element]), default=None)


def mets(law: Text, heads: Heads) -> list[Met]:
    """The provisions that readers judged and the rules call met, without the findings in doubt."""
    assert law.gold is not None
    scores = scores_of(law, heads) if law.examples else None
    columns = {} if scores is None else {e: scores[:, i].tolist() for i, e in enumerate(heads.elements)}
    found = {e: _support(law, e, own) for e, own in columns.items()}
    support = {e: score for e, score in found.items() if score is not None}
    doubted = {e for e, score in support.items() if score < DOUBT}
    present = {e for e, status in law.found.items() if status == "present"} - doubted
    weak = {e for e, status in law.found.items() if status == "weak"} | doubted
    out = []
    for id, said in law.gold.provisions.items():
        provision = load_framework().provision(id)
        status = verdict(provision, present, weak, law.defects).status
        if status in _FULL:
            falls = _falls(provision, present, weak, law.defects, support)
            out.append(Met(law.language, agrees(status, said), falls))
    return out


def _falls(
    provision: Provision, present: set[str], weak: set[str], defects: Iterable[str], support: dict[str, float]
) -> float:
    """The least score of which it holds: without the elements supported no better, the provision is met no more."""
    shaky: set[str] = set()
    for score, element in sorted((support[e], e) for e in present & support.keys()):
        shaky.add(element)
        if verdict(provision, present - shaky, weak | shaky, set(defects)).status not in _FULL:
            return score
    return float("inf")


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


def sure_of(said: Iterable[Met]) -> float:
    """The score below which doubting what the rules call met is worth most, where a wrong one that is doubted is worth
    `MET` and a right one costs the rest; minus infinity where none is worth it."""
    best, worth, sure = 0.0, 0.0, float("-inf")
    for support, agreed in sorted((one.support, one.right) for one in said):
        worth += MET - agreed
        if worth > best and support < float("inf"):
            best, sure = worth, math.nextafter(support, math.inf)
    return sure


def figures(held: Iterable[Point], said: Iterable[Met], threshold: float, sure: float) -> dict[str, Any]:
    """Counts for each language and over all."""
    points_of: dict[str, list[Point]] = {}
    mets_of: dict[str, list[Met]] = {}
    for point in held:
        points_of.setdefault(point.language, []).append(point)
    for met in said:
        mets_of.setdefault(met.language, []).append(met)
    languages = {
        name: _counts(some, threshold) | _doubts(some, mets_of.get(name, []), sure)
        for name, some in sorted(points_of.items())
    }
    keys = list(next(iter(languages.values()), {}))
    return {"languages": languages, "all": {key: sum(own[key] for own in languages.values()) for key in keys}}


def _doubts(held: Sequence[Point], said: Sequence[Met], sure: float) -> dict[str, int]:
    """What the rules found whole and called met, and of these what is doubted; what readers saw in part left out."""
    found = [p for p in held if p.support is not None and p.provides is not None]
    doubted = [p for p in found if p.support is not None and p.support < DOUBT]
    unsure = [met for met in said if met.support < sure]
    return {
        **{f"found_{name}": sum(p.provides is right for p in found) for name, right in _SIDES},
        **{f"doubted_{name}": sum(p.provides is right for p in doubted) for name, right in _SIDES},
        **{f"met_{name}": sum(met.right is right for met in said) for name, right in _SIDES},
        **{f"unsure_{name}": sum(met.right is right for met in unsure) for name, right in _SIDES},
    }


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
