"""How the second reader does on laws that it was not trained on: where it points to, and what is doubted for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ctip_law.assess.doubt import PART, all_hold, rests_on
from ctip_law.evaluate.examples import Text
from ctip_law.evaluate.score import agrees, labelled
from ctip_law.framework import load as load_framework
from ctip_law.framework.verdict import verdict
from ctip_law.knowledge.belief import Facts
from ctip_law.knowledge.reliability import shares_found
from ctip_law.match.heads import Heads
from ctip_law.match.second import TIED, may_point

if TYPE_CHECKING:
    from numpy.typing import NDArray

PROMISED = 0.85  # how often the heads alone are right from the threshold on, on laws left out
MET = 0.6  # how often a "met" that is doubted may be right, at the margin, on laws left out
_FEW = 50  # scores that a threshold must rest on
_FULL = ("met", "divergence")
_SIDES = (("right", True), ("wrong", False))


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


class Held(NamedTuple):
    """A finding of the rules on a law left out. `provides`: as of a `Point`. `believed`: how far it can be believed,
    fitted without the laws of its part of the countries."""

    language: str
    part: int
    law: str
    element: str
    facts: Facts
    provides: bool | None
    believed: float = 1.0


class Met(NamedTuple):
    """A verdict "met" of the rules: whether readers agree, and how likely it is that all holds what it rests on (1
    where it stands without anything that can be doubted).
    """

    language: str
    right: bool
    likely: float


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
            point = Point(law.language, max(own), provides, absent, open_)
            out.append(_placed(point, law, element, near) if provides and absent else point)
    return out


def scores_of(law: Text, heads: Heads) -> NDArray[Any]:
    """Scores of a law's pieces, one row a piece and one column an element."""
    return heads.scores(heads.vocabulary.rows(example.seen for example in law.examples))


def helds(law: Text, heads: Heads, part: int) -> list[Held]:
    """What the rules found whole of what readers label and a head knows."""
    assert law.gold is not None
    if not law.examples:
        return []
    scores = scores_of(law, heads)
    shares, found = shares_found(law.found), sum(status == "present" for status in law.found.values())
    out = []
    for column, element in enumerate(heads.elements):
        if law.found.get(element) != "present" or not labelled(element):
            continue
        pairs = zip(scores[:, column].tolist(), law.examples, strict=True)
        support = max((score for score, one in pairs if one.section in law.shown[element]), default=None)
        if support is not None:
            facts = Facts(support, shares[element], len(law.shown[element]), found, law.words)
            provides = True if element in law.gold.elements else None if element in law.gold.weak else False
            out.append(Held(law.language, part, law.name, element, facts, provides))
    return out


def mets(law: Text, whole: Mapping[str, float]) -> list[Met]:
    """The provisions that readers judged and the rules call met, without the findings in doubt.

    `whole`: how far each finding can be believed.
    """
    assert law.gold is not None
    doubted = {e for e, likely in whole.items() if likely < PART}
    present = {e for e, status in law.found.items() if status == "present"} - doubted
    weak = {e for e, status in law.found.items() if status == "weak"} | doubted
    out = []
    for id, said in law.gold.provisions.items():
        provision = load_framework().provision(id)
        status = verdict(provision, present, weak, law.defects).status
        if status in _FULL:
            likely = all_hold(rests_on(provision, present, whole), whole)
            out.append(Met(law.language, agrees(status, said), likely))
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


def sure_of(said: Iterable[Met]) -> float:
    """How likely all has to hold that a "met" rests on: below it doubting is worth most, where a wrong one that is
    doubted is worth `MET` and a right one costs the rest; 0 where none is worth it."""
    best, worth, sure = 0.0, 0.0, 0.0
    for likely, agreed in sorted((one.likely, one.right) for one in said):
        worth += MET - agreed
        if worth > best and likely < 1.0:
            best, sure = worth, round(likely + 1e-4, 4)  # a little above it
    return sure


def figures(
    held: Iterable[Point], found: Iterable[Held], said: Iterable[Met], threshold: float, sure: float
) -> dict[str, Any]:
    """Counts for each language and over all."""
    points_of: dict[str, list[Point]] = {}
    found_of: dict[str, list[Held]] = {}
    mets_of: dict[str, list[Met]] = {}
    for point in held:
        points_of.setdefault(point.language, []).append(point)
    for one in found:
        found_of.setdefault(one.language, []).append(one)
    for met in said:
        mets_of.setdefault(met.language, []).append(met)
    languages = {
        name: _counts(some, threshold) | _doubts(found_of.get(name, []), mets_of.get(name, []), sure)
        for name, some in sorted(points_of.items())
    }
    keys = list(next(iter(languages.values()), {}))
    return {"languages": languages, "all": {key: sum(own[key] for own in languages.values()) for key in keys}}


def _doubts(held: Sequence[Held], said: Sequence[Met], sure: float) -> dict[str, int]:
    """What the rules found whole and called met, and of these what is doubted; what readers saw in part left out."""
    found = [one for one in held if one.provides is not None]
    doubted = [one for one in found if one.believed < PART]
    unsure = [met for met in said if met.likely < sure]
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
