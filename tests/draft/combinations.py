"""Settings of the library's options that together try every two choices of different options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, product

from ctip_law.draft import ModelProvision

Choice = tuple[str, str]


def own(provision: ModelProvision) -> Iterator[dict[str, str]]:
    """Every combination of the options of one provision."""
    options = list((provision.options or {}).values())
    for chosen in product(*(option.choices for option in options)):
        yield {option.id: choice for option, choice in zip(options, chosen, strict=True)}


def pairs(factors: Mapping[str, Sequence[str]]) -> set[frozenset[Choice]]:
    """Every two choices of different factors."""
    return {
        frozenset({(one, first), (other, second)})
        for one, other in combinations(factors, 2)
        for first, second in product(factors[one], factors[other])
    }


def _worth(
    factor: str, row: Mapping[str, str], missing: set[frozenset[Choice]], left: Counter[Choice], choice: str
) -> tuple[int, int]:
    met = sum(frozenset({(factor, choice), other}) in missing for other in row.items())
    return met, left[factor, choice]


def pairwise(factors: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """Few rows that together hold every pair: each starts from a pair still missing, and takes of each other factor
    the choice that meets most missing pairs, of equals the one that is in most of those left."""
    missing = pairs(factors)
    rows = []
    while missing:
        left = Counter(choice for pair in missing for choice in pair)
        row = dict(sorted(max(missing, key=lambda pair: (sum(left[one] for one in pair), sorted(pair)))))
        for factor in sorted(factors, key=lambda name: (-len(factors[name]), name)):
            if factor not in row:
                row[factor] = max(factors[factor], key=partial(_worth, factor, dict(row), missing, left))
        missing -= {frozenset(pair) for pair in combinations(row.items(), 2)}
        rows.append(row)
    return rows
