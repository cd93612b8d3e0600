"""The benchmark that statutes are held against, as data: instruments, provisions, elements, defects, states.

`load()` reads it; `verdict.verdict()` turns what was found on the elements into the status of a provision;
`explain.explain()` puts an entry into words; `check.check()` says whether the entries fit together. The data
are in `data/` and are maintained by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctip_law.framework.load import Framework, load
from ctip_law.framework.nouns import Defect, Element, Instrument, NumericTest, Provision, Rule

__all__ = [
    "Defect",
    "Element",
    "Framework",
    "Instrument",
    "NumericTest",
    "Provision",
    "Rule",
    "binding",
    "load",
    "resolve_country",
    "states",
]

if TYPE_CHECKING:
    from ctip_law.framework.state_facts import binding, resolve_country, states

_LATER = frozenset({"binding", "resolve_country", "states"})


def __getattr__(name: str) -> object:
    """`binding`, `resolve_country` and `states`, read only when a country is asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module("ctip_law.framework.state_facts"), name)
