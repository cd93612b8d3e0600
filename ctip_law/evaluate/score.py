"""Counts of right and wrong findings on one law, added up over several, and the figures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ctip_law.evaluate.gold import Gold, PenaltyRow
from ctip_law.model import Penalty, Report

#: What a verdict is in the readers' words; other statuses are neither.
_READ = {"met": "full", "elsewhere": "full", "divergence": "full", "partial": "partial", "gap": "none"}

#: A judgement that no reader labels.
_UNLABELLED = frozenset({"penalty.proportion"})


#: kind of mistake -> what a line of it says
MISTAKES = {
    "missed": "elements that a reader saw and ctip-law did not",
    "extra": "elements that ctip-law saw and no reader did",
    "misplaced": "elements rightly found whose first section no reader named, with that section",
    "wrong": "provisions with another verdict than the reader's, and both",
    "defects": "defects missed and claimed too many",
    "penalties": "rows missed and read too many, of the sections that the labels name",
}


#: What is counted: elements found rightly, wrongly, missed, with the right section first; verdicts right and all;
#: defects; rows of penalties; the verdicts `gap` and `met`, how many are right and how many were said.
COUNTED = (
    "tp", "fp", "fn", "located", "right", "provisions", "def_tp", "def_fp", "def_fn", "pen_right", "pen_all",
    "pen_said", "gap_right", "gap_said", "gap_hit", "gap_all", "met_right", "met_said",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Score:
    """`counts` add up over laws (see `COUNTED`), `mistakes` says which findings they are about (see `MISTAKES`)."""

    counts: Counter[str]
    mistakes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def score(gold: Gold, report: Report) -> Score:
    """Holds the findings on one law against its labels. Weak labels and disputed defects are left out."""
    want = {id: nums for id, nums in gold.elements.items() if "-" not in id.partition(".")[0]}
    got = {
        finding.id: [section_name(evidence.num) for evidence in finding.evidence]
        for finding in report.ledger.elements.values()
        if finding.status == "present" and _scored(finding.id, gold)
    }
    hit = want.keys() & got.keys()
    located = {id for id in hit if got[id] and got[id][0] in want[id]}
    verdicts = {finding.id: finding.status for finding in report.provisions}
    right = {id for id, statuses in gold.provisions.items() if agrees(verdicts.get(id, ""), statuses)}
    counts = Counter(
        tp=len(hit),
        fp=len(got.keys() - want.keys()),
        fn=len(want.keys() - got.keys()),
        located=len(located),
        right=len(right),
        provisions=len(gold.provisions),
    )
    mistakes = {
        "missed": sorted(want.keys() - got.keys()),
        "extra": sorted(got.keys() - want.keys()),
        "misplaced": [f"{id}: {got[id][0] if got[id] else 'nowhere'}" for id in sorted(hit - located)],
        "wrong": [
            f"{id}: {verdicts.get(id)} for {'|'.join(gold.provisions[id])}"
            for id in sorted(gold.provisions.keys() - right)
        ],
    }
    for kind, (counted, lines) in (("defects", _defects(gold, report)), ("penalties", _penalties(gold, report))):
        counts += counted
        mistakes[kind] = lines
    counts += _gaps(gold, verdicts) + _met(gold, verdicts)
    return Score(counts, {kind: tuple(lines) for kind, lines in mistakes.items()})


def nothing(gold: Gold) -> Score:
    """The score of a law that could not be analysed: everything is missed."""
    counts = Counter(
        fn=len(gold.elements),
        provisions=len(gold.provisions),
        def_fn=len(gold.defects),
        gap_all=sum(statuses == ("none",) for statuses in gold.provisions.values()),
        pen_all=len(gold.penalties),
    )
    return Score(counts, {kind: tuple(sorted(gold.elements)) if kind == "missed" else () for kind in MISTAKES})


def figures(scores: Iterable[Score]) -> dict[str, float]:
    """Micro-averaged shares from 0 to 1, 1 where there is nothing to measure, rounded to four places.

    precision, recall, f1: of elements present. evidence: of those rightly found, how many cite a section that a
    reader named. provisions: verdicts that agree. defects_p, defects_r: of named defects. gap_p, gap_r: of the
    verdict `gap`. met_p: of the verdicts `met`, how many readers call full. penalties, penalties_p: recall and
    precision of penalty rows (section, minimum, maximum, life).
    """
    return figures_of(sum((one.counts for one in scores), Counter()))


def figures_of(n: Mapping[str, int]) -> dict[str, float]:
    """The figures (see `figures`) of what was counted; a name that is not there was counted 0."""
    n = Counter(n)
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
        "met_p": _share(n["met_right"], n["met_said"]),
        "penalties": _share(n["pen_right"], n["pen_all"]),
        "penalties_p": _share(n["pen_right"], n["pen_said"]),
    }
    return {name: round(value, 4) for name, value in made.items()}


def agrees(status: str, said: Sequence[str]) -> bool:
    """Whether a verdict is one that a reader gave."""
    return _READ.get(status) in said


def labelled(id: str) -> bool:
    """Local elements of one provision are not labelled, nor is what no reader judges."""
    return "-" not in id.partition(".")[0] and id not in _UNLABELLED


def _scored(id: str, gold: Gold) -> bool:
    return labelled(id) and id not in gold.weak


def _gaps(gold: Gold, verdicts: Mapping[str, str]) -> Counter[str]:
    said = {id for id in gold.provisions if verdicts.get(id) == "gap"}
    none = {id for id, statuses in gold.provisions.items() if statuses == ("none",)}
    maybe = {id for id, statuses in gold.provisions.items() if "none" in statuses}
    return Counter(gap_right=len(said & maybe), gap_said=len(said), gap_hit=len(said & none), gap_all=len(none))


def _met(gold: Gold, verdicts: Mapping[str, str]) -> Counter[str]:
    said = {id for id in gold.provisions if verdicts.get(id) == "met"}
    return Counter(met_said=len(said), met_right=sum("full" in gold.provisions[id] for id in said))


def _defects(gold: Gold, report: Report) -> tuple[Counter[str], list[str]]:
    said = {defect.id for defect in report.defects} - gold.disputed
    hit, missed, extra = said & gold.defects, gold.defects - said, said - gold.defects
    lines = [f"{id}: missed" for id in sorted(missed)] + [f"{id}: claimed" for id in sorted(extra)]
    return Counter(def_tp=len(hit), def_fp=len(extra), def_fn=len(missed)), lines


def _penalties(gold: Gold, report: Report) -> tuple[Counter[str], list[str]]:
    """Rows of the sections that the labels name; other offences of the law are not labelled."""
    places = {row[0] for row in gold.penalties}
    rows: set[PenaltyRow] = {
        (_named(row, places), row.min_years, row.max_years, row.life)
        for law in report.ledger.laws
        for row in law.penalties
    }
    said = {row for row in rows if row[0] in places}
    lines = [f"{_row(row)}: missed" for row in sorted(gold.penalties - said, key=str)]
    lines += [f"{_row(row)}: read" for row in sorted(said - gold.penalties, key=str)]
    return Counter(pen_right=len(gold.penalties & said), pen_all=len(gold.penalties), pen_said=len(said)), lines


def _named(row: Penalty, places: set[str]) -> str:
    """The number that the labels give a row: that of the section, or in an amending act of the one it inserts."""
    own, new = section_name(row.section), section_name(row.inserted)
    return new if own not in places and new in places else own


def _row(row: PenaltyRow) -> str:
    section, least, most, life = row
    terms = ["-" if years is None else f"{years:g}" for years in (least, most)]
    return f"section {section}, {terms[0]} to {terms[1]} years{', life' if life else ''}"


def section_name(num: str) -> str:
    """The number of a section as labels write it."""
    return num.strip().rstrip(".").casefold()


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0
