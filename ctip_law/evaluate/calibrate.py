"""How far a confidence can be believed, measured: `python -m ctip_law.evaluate.calibrate GOLD CORPUS`.

Each labelled law is read with its own wordings off. A finding goes into a cell: its status, the breadth of the lexicon
of its language, and the quarter of what its confidence goes by (`knowledge.reliability`). A cell's confidence is the
share of its findings that readers agreed with, drawn towards the share of all findings of the status where a cell holds
few, and made to only rise or only fall (pool adjacent violators). How many rules found an element, and whether it came
through a definition, told nothing beyond that.

What was not found is another matter: on laws that shaped the rules little is overlooked. The shares of absence and of
gaps are those of first contacts, counted once and kept in `docs/data/absence.toml`.

It writes `knowledge/reliability.toml`, and prints how confidences fitted without a law did on that law.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ctip_law.analyse import parse
from ctip_law.assess import assess, least_sure
from ctip_law.datafile import DataFile, Entry
from ctip_law.evaluate.gold import Gold, read_gold, source_of
from ctip_law.evaluate.run import AGAINST
from ctip_law.evaluate.score import agrees, labelled
from ctip_law.knowledge import reliability
from ctip_law.knowledge.reliability import BINS, BREADTHS, ELEMENT, PROVISION, Reliability
from ctip_law.languages import languages
from ctip_law.languages.places import places, work_of
from ctip_law.match import match
from ctip_law.model import Ledger, Report
from ctip_law.paths import data_folder

_WORKS = {"many": 20, "some": 5, "few": 0}  # works in which a language's wordings were met, at least
#: Counts of what was not found, on laws when they were first met.
CONTACTS = data_folder("docs") / "data" / "absence.toml"

_DRAW = 5.0  # findings that the share of the whole status counts for in a cell
_LEAST, _MOST = 0.05, 0.99

#: kind, status, breadth, what it goes by (0 to 1), right
Sample = tuple[str, str, str, float, bool]


@dataclass(frozen=True, slots=True)
class Observed:
    """What was found on one law. `elements`: id to status, share of its group found, and whether readers agree (None
    where they do not say). `verdicts`: status, elements needed, whether readers agree.
    """

    law: str
    language: str
    elements: Mapping[str, tuple[str, float, bool | None]]
    verdicts: tuple[tuple[str, tuple[str, ...], bool], ...]


def breadths() -> dict[str, str]:
    """Language to the breadth of its lexicon."""
    out = {}
    for language in languages():
        met = (place for listed in places(language).values() for place in listed)
        works = len({work_of(place.partition("#")[0]) for place in met})
        out[language] = next(breadth for breadth, least in _WORKS.items() if works >= least)
    return out


def observe(gold: str | Path, corpus: str | Path) -> Iterator[Observed]:
    """Each labelled law in a language with a lexicon, read as unseen; none of whose own words are all there is."""
    for one in read_gold(gold)[0]:
        if one.lang in languages():
            ledger = match([parse(source_of(one, corpus))], unseen=one.law)
            if any(finding.status in reliability.FOUND for finding in ledger.elements.values()):
                yield _observed(one, ledger, assess(ledger, (AGAINST,), pointed=False))


def _observed(gold: Gold, ledger: Ledger, report: Report) -> Observed:
    statuses = {id: finding.status for id, finding in ledger.elements.items()}
    shares = reliability.shares_found(statuses)
    verdicts = []
    for finding in report.provisions:
        if finding.id in gold.provisions and finding.status in ("met", "divergence", "partial", "gap"):
            status = "met" if finding.status == "divergence" else finding.status
            needed = (*finding.present, *finding.weak, *finding.missing)
            verdicts.append((status, needed, agrees(finding.status, gold.provisions[finding.id])))
    elements = {id: (status, shares[id], _right(gold, id, status)) for id, status in statuses.items()}
    return Observed(gold.law, gold.lang, elements, tuple(verdicts))


def _right(gold: Gold, id: str, status: str) -> bool | None:
    """Whether readers agree. What they call weak is neither present nor absent, and counts for `weak` alone."""
    if id in gold.weak:
        return True if status == "weak" else None
    if not labelled(id):
        return None
    return {"present": id in gold.elements, "absent": id not in gold.elements}.get(status, False)


def fit(observed: Sequence[Observed], contacts: Sequence[Sample] = ()) -> Reliability:
    """The shares: of the elements first, then of the verdicts, which go by the confidence of their elements.

    `contacts` are what first contacts showed of some statuses, which then stand for all that was observed of these.
    """
    known = breadths()
    empty = Reliability(known, {})
    samples = _instead(_element_samples(observed, empty), contacts)
    first = Reliability(known, {"element": _curves(samples, "element", ELEMENT)})
    verdicts = _instead(_verdict_samples(observed, first), contacts)
    return Reliability(known, {**first.shares, "provision": _curves(verdicts, "provision", PROVISION)})


def _instead(samples: Iterable[Sample], contacts: Sequence[Sample]) -> list[Sample]:
    known = {sample[:2] for sample in contacts}
    return [*(sample for sample in samples if sample[:2] not in known), *contacts]


def first_contacts(path: Path = CONTACTS) -> list[Sample]:
    """What was so of what was not found on laws first met. Raises DataError CT301 for a cell that cannot be."""
    file = DataFile(path)
    samples: list[Sample] = []
    for kind, status in (("element", "absent"), ("provision", "gap")):
        entry = file.entry(kind, status)
        entry.only(BREADTHS)
        for breadth in BREADTHS:
            for place, (right, all_) in enumerate(_cells(entry, breadth)):
                at = (place + 0.5) / BINS
                samples += [(kind, status, breadth, at, n < right) for n in range(all_)]
    return samples


def _cells(entry: Entry, breadth: str) -> list[tuple[int, int]]:
    """Pairs of how many were right and how many there were, one for each quarter."""
    cells = entry.fields.get(breadth)
    pairs = [tuple(cell) for cell in cells if isinstance(cell, list)] if isinstance(cells, list) else []
    if len(pairs) != BINS or not all(len(p) == 2 and isinstance(p[0], int) and 0 <= p[0] <= p[1] for p in pairs):
        raise entry.error(f"`{breadth}` needs {BINS} pairs: how many were right, of how many", breadth)
    return pairs


def _element_samples(observed: Iterable[Observed], fitted: Reliability) -> list[Sample]:
    samples: list[Sample] = []
    for one in observed:
        breadth = fitted.breadth_of([one.language])
        for status, share, right in one.elements.values():
            if right is not None:
                samples.append(("element", status, breadth, share, right))
    return samples


def _verdict_samples(observed: Iterable[Observed], fitted: Reliability) -> Iterator[Sample]:
    for one in observed:
        breadth = fitted.breadth_of([one.language])
        sure = {id: (status, fitted.element(status, breadth, share)) for id, (status, share, _) in one.elements.items()}
        for status, needed, right in one.verdicts:
            least = least_sure(status, {id: sure[id] for id in needed})
            yield "provision", status, breadth, reliability.sureness(least), right


def _curves(samples: Sequence[Sample], kind: str, statuses: dict[str, bool]) -> dict[str, dict[str, tuple[float, ...]]]:
    out: dict[str, dict[str, tuple[float, ...]]] = {}
    for status, rises in statuses.items():
        own = [sample for sample in samples if sample[:2] == (kind, status)]
        whole = _share(own, 0.5)
        out[status] = {}
        for breadth in BREADTHS:
            near = [sample for sample in own if sample[2] == breadth]
            out[status][breadth] = _curve(near, _share(near, whole), rises)
    return out


def _share(samples: Sequence[Sample], towards: float) -> float:
    return (sum(sample[4] for sample in samples) + _DRAW * towards) / (len(samples) + _DRAW)


def _curve(samples: Sequence[Sample], towards: float, rises: bool) -> tuple[float, ...]:
    cells: list[list[Sample]] = [[] for _ in range(BINS)]
    for sample in samples:
        cells[reliability.quarter(sample[3])].append(sample)
    shares = monotone([_share(cell, towards) for cell in cells], [len(cell) + _DRAW for cell in cells], rises)
    return tuple(round(min(_MOST, max(_LEAST, share)), 3) for share in shares)


def monotone(shares: Sequence[float], weights: Sequence[float], rises: bool) -> list[float]:
    """The nearest shares that only rise, or only fall, by weighted least squares (pool adjacent violators)."""
    blocks: list[tuple[float, float, int]] = []  # mean, weight, cells
    for share, weight in zip(shares, weights, strict=True):
        blocks.append((share, weight, 1))
        while len(blocks) > 1 and (blocks[-2][0] > blocks[-1][0] if rises else blocks[-2][0] < blocks[-1][0]):
            (a, m, i), (b, n, k) = blocks[-2:]
            blocks[-2:] = [((a * m + b * n) / (m + n), m + n, i + k)]
    return [mean for mean, _, cells in blocks for _ in range(cells)]


def check(observed: Sequence[Observed]) -> str:
    """Confidences fitted without a law, held against what readers said of that law, kind by kind.

    The Brier score (0 is best) stands beside that of one confidence for all findings of a status.
    """
    rows: dict[tuple[str, str], list[tuple[float, float, bool]]] = {}
    for left in observed:
        rest = [one for one in observed if one is not left]
        fitted = fit(rest)
        known: dict[tuple[str, str], list[Sample]] = {}
        for sample in (*_element_samples(rest, fitted), *_verdict_samples(rest, fitted)):
            known.setdefault(sample[:2], []).append(sample)
        alike = {key: _share(samples, 0.5) for key, samples in known.items()}
        for kind, status, breadth, at, right in (
            *_element_samples([left], fitted),
            *_verdict_samples([left], fitted),
        ):
            sure = fitted.shares[kind][status][breadth][reliability.quarter(at)]
            same = alike.get((kind, status), 0.5)
            rows.setdefault((kind, status), []).append((sure, same, right))
    lines = ["kind       status               findings  said   were   Brier  one for all"]
    for (kind, status), found in sorted(rows.items()):
        said, were = (sum(one[i] for one in found) / len(found) for i in (0, 2))
        brier, plain = (sum((one[i] - one[2]) ** 2 for one in found) / len(found) for i in (0, 1))
        lines.append(f"{kind:10} {status:20} {len(found):8}  {said:.3f}  {were:.3f}  {brier:.4f} {plain:.4f}")
    return "\n".join(lines) + "\n"


def as_toml(fitted: Reliability) -> str:
    """The shares as they stand in `reliability.toml`."""
    lines = [
        "# Written by `python -m ctip_law.evaluate.calibrate GOLD CORPUS`; knowledge/reliability.py says what this is.",
        "",
        "[breadth]",
        *(f'{language} = "{breadth}"' for language, breadth in fitted.breadth.items()),
    ]
    for kind, statuses in fitted.shares.items():
        for status, curves in statuses.items():
            lines += ["", f"[{kind}.{status}]"]
            lines += [f"{breadth} = [{', '.join(map(str, curve))}]" for breadth, curve in curves.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measures, writes and prints."""
    observed = list(observe(sys.argv[1], sys.argv[2]))
    reliability.PATH.write_text(as_toml(fit(observed, first_contacts())), encoding="utf-8")
    print(check(observed), end="")


if __name__ == "__main__":
    main()
