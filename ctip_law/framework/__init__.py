"""The benchmark that statutes are held against, as data: instruments, provisions, elements, defects, states.

`load()` reads it; `verdict()` turns what was found on the elements into the status of a provision;
`explain()` puts an entry into words. The data are in `data/*.toml` and are maintained by hand.
"""

from __future__ import annotations

from ctip_law.framework.load import Framework, load
from ctip_law.framework.nouns import Defect, Element, Instrument, NumericTest, Provision

__all__ = ["Defect", "Element", "Framework", "Instrument", "NumericTest", "Provision", "load"]
