"""Counts of right and wrong findings on one law, added up over several, and the figures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ctip_law.evaluate.gold import Gold, PenaltyRow
from ctip_law.model import Report

#: What a verdict is in the readers' words; other statuses are neither.
_READ = {"met": "full", "elsewhere": "full", "divergence": "full", "partial": "partial", "gap": "none"}

#: A judgement that no reader labels.
_UNLABELLED = frozenset({"penalty.proportion"})


@dataclass(frozen=True, slots=True)
class Score:
    """`counts` add up over laws; `missed`, `extra` are elements, `wrong` says which verdict stands for which."""

    counts: Counter[str]
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    wrong: tuple[str, ...] = field(default=())


def score(gold: Gold, report: Report) -> Score:
    """Holds the findings on one law against its labels. Weak labels and disputed defects are left out."""
    want = {id: nums for id, nums in gold.elements.items() if "-" not in id.partition(".")[0]}
    got = {
        finding.id: [_num(evidence.num) for evidence in finding.evidence]
        for finding in report.ledger.elements.values()
        if finding.status == "present" and _scored(finding.id, gold)
    }
    hit = want.keys() & got.keys()
    verdicts = {finding.id: finding.status for finding in report.provisions}
    right = {id for id, statuses in gold.provisions.items() if _READ.get(verdicts.get(id, "")) in statuses}
    counts = Counter(
        tp=len(hit),
        fp=len(got.keys() - want.keys()),
        fn=len(want.keys() - got.keys()),
        located=sum(1 for id in hit if got[id] and got[id][0] in want[id]),
        right=len(right),
        provisions=len(gold.provisions),
    )
    counts += _gaps(gold, verdicts) + _defects(gold, report) + _penalties(gold, report)
    wrong = (
        f"{id}: {verdicts.get(id)} for {'|'.join(gold.provisions[id])}" for id in sorted(gold.provisions.keys() - right)
    )
    return Score(counts, tuple(sorted(want.keys() - got.keys())), tuple(sorted(got.keys() - want.keys())), tuple(wrong))


def nothing(gold: Gold) -> Score:
    """The score of a law that could not be analysed: everything is missed."""
    return Score(
        Counter(
            fn=len(gold.elements),
            provisions=len(gold.provisions),
            def_fn=len(gold.defects),
            gap_all=sum(statuses == ("none",) for statuses in gold.provisions.values()),
            pen_all=len(gold.penalties),
        ),
        missed=tuple(sorted(gold.elements)),
    )


def figures(scores: Iterable[Score]) -> dict[str, float]:
    """Micro-averaged shares from 0 to 1, 1 where there is nothing to measure, rounded to four places.

    precision, recall, f1: of elements present. evidence: of those rightly found, how many cite a section that a
    reader named. provisions: verdicts that agree. defects_p, defects_r: of named defects. gap_p, gap_r: of the
    verdict `gap`. penalties, penalties_p: recall and precision of penalty rows (section, minimum, maximum, life).
    """
    n: Counter[str] = sum((one.counts for one in scores), Counter())
    precision, recall = _share(n["tp"], n["tp"] + n["fp"]), _share(n["tp"], n["tp"] + n["fn"])
    made = {
        "precision": precision,
        "recall": recall,
        "f1": _share(2 * precision * recall, precision + recall),
        "evidence": _share(n["located"], n["tp"]),
        "provisions": _share(n["right"], n["provisions"]),
        "defects_p": _share(n["def_tp"], n["def_tp"] + n["def_fp"]),
        "defects_r": _share(n["def_tp"], n["def_tp"] + n["def_fn"]),
        "gap_p": _share(n["gap_right"], n["gap_said"]),
        "gap_r": _share(n["gap_hit"], n["gap_all"]),
        "penalties": _share(n["pen_right"], n["pen_all"]),
        "penalties_p": _share(n["pen_right"], n["pen_said"]),
    }
    return {name: round(value, 4) for name, value in made.items()}


def _scored(id: str, gold: Gold) -> bool:
    """Local elements of one provision are not labelled, nor is what no reader judges."""
    return "-" not in id.partition(".")[0] and id not in _UNLABELLED and id not in gold.weak


def _gaps(gold: Gold, verdicts: Mapping[str, str]) -> Counter[str]:
    said = {id for id in gold.provisions if verdicts.get(id) == "gap"}
    none = {id for id, statuses in gold.provisions.items() if statuses == ("none",)}
    maybe = {id for id, statuses in gold.provisions.items() if "none" in statuses}
    return Counter(gap_right=len(said & maybe), gap_said=len(said), gap_hit=len(said & none), gap_all=len(none))


def _defects(gold: Gold, report: Report) -> Counter[str]:
    said = {defect.id for defect in report.defects} - gold.disputed
    hit = said & gold.defects
    return Counter(def_tp=len(hit), def_fp=len(said - gold.defects), def_fn=len(gold.defects - said))


def _penalties(gold: Gold, report: Report) -> Counter[str]:
    """Rows of the sections that the labels name; other offences of the law are not labelled."""
    places = {row[0] for row in gold.penalties}
    rows: set[PenaltyRow] = {
        (_num(row.section), row.min_years, row.max_years, row.life)
        for law in report.ledger.laws
        for row in law.penalties
    }
    said = {row for row in rows if row[0] in places}
    return Counter(pen_right=len(gold.penalties & said), pen_all=len(gold.penalties), pen_said=len(said))


def _num(num: str) -> str:
    return num.strip().rstrip(".").casefold()


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0
