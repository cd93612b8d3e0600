"""Trains the second reader: `python -m ctip_law.evaluate.train GOLD CORPUS BANK [ALSO...]` (`make train`).

For each language one logistic head an element, over the pieces of its labelled laws and clauses; the laws and clauses
of the other languages teach it by their concepts alone. Labels name sections and pieces are smaller: a section's pieces
share its label at first, and in two more rounds only the one counts that the head finds likeliest. What lies in the
folders ALSO (`gold` and `corpus`, or clauses) teaches too.

What it prints and writes to `docs/data/second-reader.json` is measured on real laws whose country was left out (four
parts of the countries in turn), against rules without the wordings that only the law has. The threshold is the least
score from which the heads alone were right as often as `PROMISED` on those laws. From the scores of what the rules
found there it is fitted how far a finding can be believed (`evaluate.belief`); a "met" is doubted up to where it was
right as often as `MET`. The weights that are shipped know all laws.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctip_law.errors import CtipError, MissingExtra
from ctip_law.evaluate.bank import read_bank
from ctip_law.evaluate.belief import crossed, fit_belief
from ctip_law.evaluate.examples import IN_PART, NEAR, PROVIDES, Example, Text, gather
from ctip_law.evaluate.gold import read_gold
from ctip_law.evaluate.heldout import Held, Met, Point, figures, helds, mets, points, sure_of, threshold_of
from ctip_law.knowledge import belief
from ctip_law.match.heads import UNIT, Heads, Vocabulary, kind_weight, path_of, write_heads
from ctip_law.match.pieces import Seen, word_features
from ctip_law.paths import data_folder

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIGURES = data_folder("docs") / "data" / "second-reader.json"
PARTS = 4  # of the countries, each left out in turn
_LEAST = {"w": 2, "g": 3, "c": 1, "C": 1}  # pieces that a feature must stand in
_MOST = {"w": 9000, "g": 9000, "c": 5000, "C": 5000}  # features of a kind that are kept, the commonest
_EXAMPLES = 3  # texts that must provide an element before it gets a head
_PENALTY = 0.1  # on large weights (L2)
_POSITIVE = 4.0  # what a piece that provides an element counts for
_NEAR_MISS = 2.0  # what a near-miss of an element counts for
_ROUNDS = (40, 20, 20)  # steps of L-BFGS in each round
_KEPT = 1000  # heaviest weights of a head

_texts: list[Text] = []  # what the processes of the pool work on


def main(arguments: Sequence[str]) -> int:
    """Trains, measures and writes; exits 2 or 3 with one sentence where something is missing."""
    parser = argparse.ArgumentParser(prog="ctip_law.evaluate.train")
    for name in ("gold", "corpus", "bank"):
        parser.add_argument(name, type=Path)
    parser.add_argument("also", type=Path, nargs="*")
    given = parser.parse_args(arguments)
    try:
        labels, gold_sha = read_gold(given.gold)
        texts = gather(labels, given.corpus, read_bank(given.bank))
        for folder in given.also:
            texts += _taught_by(folder)
        names = sorted(text.name for text in texts if text.gold is not None)
        clauses = len(texts) - len(names)
        print(f"read {len(names)} laws and {clauses} clauses", flush=True)
        train(texts, {"gold_sha256": gold_sha, "laws": len(names), "clauses": clauses, "names": names}, FIGURES)
    except CtipError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


def _taught_by(folder: Path) -> list[Text]:
    """The laws of a folder (`gold` and `corpus`) and its clauses (`<lang>.jsonl`), whichever it has."""
    labels = read_gold(folder / "gold")[0] if (folder / "gold").is_dir() else []
    bank = read_bank(folder) if not labels or any(folder.glob("*.jsonl")) else []
    return gather(labels, folder / "corpus", bank)


def train(texts: list[Text], made_from: dict[str, Any], figures_path: Path) -> None:
    """Measures on laws left out, then writes the weights of each language and the figures."""
    taught = sorted({text.language for text in texts})
    jobs = [(language, part) for language in taught for part in (*range(PARTS), None)]
    held: list[Point] = []
    found: list[Held] = []
    made: dict[str, Heads] = {}
    with ProcessPoolExecutor(initializer=_share, initargs=(texts,)) as pool:
        for (language, part), (heads, measured, seen) in zip(jobs, pool.map(_job, jobs), strict=True):
            held += measured
            found += seen
            if part is None:
                made[language] = heads
            print(f"{language}: {'all' if part is None else f'without part {part + 1} of'} countries", flush=True)
    found = crossed(found)
    said = _mets(texts, found)
    threshold, believed = threshold_of(held), replace(fit_belief(found), sure=sure_of(said))
    for language, heads in made.items():
        own = {"laws": sum(t.gold is not None and t.language == language for t in texts), **made_from}
        write_heads(path_of(language), replace(heads, threshold=threshold, made_from=own))
    belief.PATH.write_text(belief.to_toml(believed), encoding="utf-8")
    counts = figures(held, found, said, threshold, believed.sure)
    result = {"threshold": threshold, "sure": believed.sure, "made_from": made_from, **counts}
    figures_path.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps(result["languages"], indent=1))


def _mets(texts: Iterable[Text], found: Iterable[Held]) -> list[Met]:
    """The verdicts "met" on laws left out, with what is believed of the findings that they rest on."""
    whole: dict[str, dict[str, float]] = {}
    for one in found:
        whole.setdefault(one.law, {})[one.element] = one.believed
    laws = [text for text in texts if text.measured]
    return [met for law in laws for met in mets(law, whole.get(law.name, {}))]


def _country(text: Text) -> str:
    return text.name.partition("/")[0]


def _share(texts: list[Text]) -> None:
    _texts[:] = texts


def _job(job: tuple[str, int | None]) -> tuple[Heads, list[Point], list[Held]]:
    """The heads of a language without a part of the countries, and how they did on its laws."""
    language, part = job
    laws = [text for text in _texts if text.measured]
    # in an order that has nothing to do with the laws, so that the parts are alike
    countries = sorted({_country(law) for law in laws}, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    left = set(countries[part::PARTS]) if part is not None else set()
    heads = fit([text for text in _texts if text.gold is None or _country(text) not in left], language)
    own = [law for law in laws if law.language == language and _country(law) in left]
    held = [point for law in own for point in points(law, heads)]
    return heads, held, [one for law in own for one in helds(law, heads, part or 0)]


def fit(texts: Iterable[Text], language: str) -> Heads:
    """The heads of a language. Deterministic. Raises MissingExtra CT901 without scipy."""
    try:
        import numpy as np
        from scipy import sparse
    except ImportError:
        raise MissingExtra("CT901", "training needs scipy", remedy="pip install 'ctip-law[train]'.") from None

    used = list(texts)
    elements = _elements(used)
    rows = [
        (number, example if text.language == language else _without_words(example))
        for number, text in enumerate(used)
        for example in text.examples
    ]
    words = _vocabulary(example.seen for _, example in rows)
    vectors = list(words.rows(example.seen for _, example in rows))
    x = sparse.csr_matrix(
        (
            np.concatenate([np.asarray(values, dtype=np.float32) / UNIT for _, values in vectors]),
            np.concatenate([np.asarray(ids, dtype=np.int32) for ids, _ in vectors]),
            np.cumsum([0, *(len(ids) for ids, _ in vectors)]),
        ),
        shape=(len(vectors), len(words.number)),
    )
    wanted, counts = _targets([example for _, example in rows], elements)
    groups = defaultdict(list)
    for at, (number, example) in enumerate(rows):
        groups[number, example.section].append(at)
    weights, bias = _rounds(x, wanted, counts, [group for group in groups.values() if len(group) > 1])
    matrix, scale = _quantised(weights)
    return Heads(language, elements, words, matrix, scale, bias, 0.0, "")


def _elements(texts: Iterable[Text]) -> tuple[str, ...]:
    """The elements that enough texts provide."""
    texts_of: Counter[str] = Counter()
    for text in texts:
        texts_of.update({id for one in text.examples for id, what in one.says.items() if what == PROVIDES})
    return tuple(sorted(id for id, number in texts_of.items() if number >= _EXAMPLES))


def _without_words(example: Example) -> Example:
    return replace(example, seen=Seen((), example.seen.concepts))


def _vocabulary(seen: Iterable[Seen]) -> Vocabulary:
    """The features that stand in enough pieces, with their inverse document frequency times what their kind weighs."""
    import numpy as np

    pieces: Counter[str] = Counter()
    total = 0
    for one in seen:
        total += 1
        pieces.update({name for word in set(one.words) for name in word_features(*word)})
        pieces.update(one.concepts)
    names: list[str] = []
    for kind, least in _LEAST.items():
        ranked = sorted((-number, name) for name, number in pieces.items() if name[0] == kind and number >= least)
        names += [name for _, name in ranked[: _MOST[kind]]]
    names.sort()
    weight = [(math.log((1 + total) / (1 + pieces[name])) + 1) * kind_weight(name) for name in names]
    stored = np.asarray(weight, dtype=np.float32).tolist()  # as it is when it is read again
    return Vocabulary({name: i for i, name in enumerate(names)}, tuple(stored))


def _targets(examples: Sequence[Example], elements: Sequence[str]) -> tuple[NDArray[Any], NDArray[Any]]:
    """For pieces by elements: 1 where it provides, and what it counts for (nothing where it does so in part)."""
    import numpy as np

    wanted = np.zeros((len(examples), len(elements)), dtype=np.float32)
    counts = np.ones_like(wanted)
    column = {element: i for i, element in enumerate(elements)}
    for row, example in enumerate(examples):
        for element, what in example.says.items():
            if element in column:
                wanted[row, column[element]] = what == PROVIDES
                counts[row, column[element]] = {PROVIDES: _POSITIVE, IN_PART: 0.0, NEAR: _NEAR_MISS}[what]
    return wanted, counts


def _rounds(
    x: Any, wanted: NDArray[Any], counts: NDArray[Any], groups: Sequence[Sequence[int]]
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Weights (features by elements) and biases, after `_ROUNDS`. `groups`: pieces of one section, two at least."""
    import numpy as np

    now = counts.copy()
    for group in groups:
        now[group] = np.where(wanted[group] > 0, counts[group] / math.sqrt(len(group)), counts[group])
    solution = None
    for steps in _ROUNDS:
        solution = _minimised(x, wanted, now, solution, steps)
        scores = x @ solution[:-1].astype(np.float32)
        now = counts.copy()
        for group in groups:
            best = np.zeros((len(group), wanted.shape[1]))
            best[scores[group].argmax(axis=0), np.arange(wanted.shape[1])] = 1
            now[group] = np.where(wanted[group] > 0, counts[group] * best, counts[group])
    assert solution is not None
    return solution[:-1], solution[-1]


def _minimised(x: Any, wanted: NDArray[Any], counts: NDArray[Any], start: Any, steps: int) -> NDArray[Any]:
    """The weighted logistic loss of all heads at once, made small by L-BFGS; the last row holds the biases."""
    import numpy as np
    from scipy.optimize import minimize

    shape = (x.shape[1] + 1, wanted.shape[1])
    turned = x.T.tocsr()
    if start is None:
        share = ((wanted * counts).sum(axis=0) + 0.5) / (counts.sum(axis=0) + 1)
        start = np.zeros(shape)
        start[-1] = np.log(share / (1 - share))

    def loss(flat: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        point = flat.reshape(shape)
        scores = x @ point[:-1].astype(np.float32) + point[-1].astype(np.float32)
        residue = counts * (1 / (1 + np.exp(-scores)) - wanted)
        slope = np.empty(shape)
        slope[:-1] = turned @ residue + _PENALTY * point[:-1]
        slope[-1] = residue.sum(axis=0)
        size = float((counts * (np.logaddexp(0, scores) - wanted * scores)).sum(dtype=np.float64))
        return size + 0.5 * _PENALTY * float((point[:-1] ** 2).sum()), slope.ravel()

    options = {"maxiter": steps, "maxcor": 6}
    found: NDArray[Any] = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options=options).x
    return found.reshape(shape)


def _quantised(weights: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The heaviest weights of each head as whole numbers to 127, and the scale of each head for whole vectors."""
    import numpy as np

    kept = weights.copy()
    if len(kept) > _KEPT:
        least = np.partition(np.abs(kept), -_KEPT, axis=0)[-_KEPT]
        kept[np.abs(kept) < least] = 0
    largest = np.maximum(np.abs(kept).max(axis=0), 1e-9)
    return np.round(kept / largest * 127).astype(np.int8), largest / 127 / UNIT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
