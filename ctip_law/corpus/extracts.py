"""Bundles of extracts alone: of what was left out of them, silence says nothing.

    articles 433quinquies ff. of a penal code, marked "complete: false" --> no verdict on shelter

An extract says of itself that it is one (`Law.complete`). Which elements it is not judged on is in
`corpus/extracts.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ctip_law.corpus.kinds import CorpusFile, in_corpus, kinds_of
from ctip_law.framework import load
from ctip_law.model import Law, Ledger
from ctip_law.paths import data_folder


def left_out(ledger: Ledger) -> frozenset[str]:
    """The elements of which the silence of the laws read says nothing; none where a law on the matter is whole."""
    if not extracts_alone(ledger.laws):
        return frozenset()
    known = load().elements
    spoken = {known[id].group for id, found in ledger.elements.items() if id in known and found.status == "present"}
    of_a_group = (id for id in _elements("by_section") if known[id].group not in spoken)
    return _elements("always").union(of_a_group)


def extracts_alone(laws: Sequence[Law]) -> bool:
    """Whether all that was read of the law on trafficking is extracts.

    An amending act is as little a whole law as what it amends, and a law that the corpus counts as general law is none
    on the matter.
    """
    whole = [law for law in laws if law.complete and law.kind != "amending"]
    return any(not law.complete for law in laws) and all(in_corpus(law) and kinds_of(law) for law in whole)


@cache
def _elements(field: str) -> frozenset[str]:
    """The elements of a list of `extracts.toml`. Raises ConfigError CT602 for a name that the framework has not."""
    entry = CorpusFile(data_folder("corpus") / "extracts.toml").entry("left-out")
    entry.only(("always", "by_section"))
    found: set[str] = set()
    for name in entry.texts(field):
        own = {id for id, element in load().elements.items() if name in (id, element.group)}
        if not own:
            raise entry.error(f'the framework has no element and no group "{name}"', field, name)
        found |= own
    return frozenset(found)
