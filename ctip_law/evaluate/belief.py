"""Fits how far a finding can be believed (`knowledge.belief`) to findings on laws that the second reader was not
trained on: a logistic sum of the facts of a finding and of its element's record.

The record of an element that a finding is judged by never counts that finding: it is made from other parts of the
countries, as it will be for a law that nobody has read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ctip_law.errors import MissingExtra
from ctip_law.evaluate.heldout import Held
from ctip_law.knowledge.belief import WEIGHTS, Belief, features, odds

_PENALTY = 0.5  # on large weights (L2), but not on the base
_RIGHT = {True: 1, False: 0, None: 0}  # what readers saw in part is not whole


def fit_belief(found: Sequence[Held]) -> Belief:
    """The weights and records; `sure` is not fitted here. Raises MissingExtra CT901 without scipy."""
    try:
        import numpy as np
        from scipy.optimize import minimize
    except ImportError:
        raise MissingExtra("CT901", "training needs scipy", remedy="pip install 'ctip-law[train]'.") from None

    seen, right = [], []
    for part in sorted({one.part for one in found}):
        record = odds(records_of(one for one in found if one.part != part))
        for one in (one for one in found if one.part == part):
            seen.append(features(one.facts, record.get(one.element, 0.0)))
            right.append(_RIGHT[one.provides])
    if not seen:
        return Belief((0.0,) * len(WEIGHTS), {}, 0.0)
    x, sign = np.asarray(seen), 2.0 * np.asarray(right) - 1
    drawn = np.asarray([0.0, *[_PENALTY] * (len(WEIGHTS) - 1)])

    def loss(weights: object) -> tuple[float, object]:
        w = np.asarray(weights)
        margin = sign * (x @ w)
        slope = -x.T @ (sign / (1 + np.exp(margin))) + 2 * drawn * w
        return float(np.logaddexp(0, -margin).sum() + (drawn * w * w).sum()), slope

    weights = minimize(loss, np.zeros(len(WEIGHTS)), jac=True, method="L-BFGS-B").x
    return Belief(tuple(round(float(weight), 4) for weight in weights), records_of(found), 0.0)


def records_of(found: Iterable[Held]) -> dict[str, tuple[int, int]]:
    """For each element how many findings readers confirmed as whole, and of how many."""
    counts: dict[str, tuple[int, int]] = {}
    for one in found:
        right, of = counts.get(one.element, (0, 0))
        counts[one.element] = (right + _RIGHT[one.provides], of + 1)
    return counts


def crossed(found: Sequence[Held]) -> list[Held]:
    """Each finding with how far it can be believed by what was fitted to the other parts of the countries."""
    by: Mapping[int, Belief] = {
        part: fit_belief([one for one in found if one.part != part]) for part in sorted({one.part for one in found})
    }
    return [one._replace(believed=by[one.part].whole(one.element, one.facts)) for one in found]
