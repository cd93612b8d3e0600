"""What may stand in general law that was not read: of that, silence is no gap.

    a bundle without a law on immigration --> no verdict on stay permits where nothing was found on them
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ctip_law.assess.defects import Defects
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.framework.verdict import NOT_SCORED


class Elsewhere:
    """`kinds`: of elements, the kinds of law, in words, in which they may stand and of which none was read."""

    def __init__(self, kinds: Mapping[str, Sequence[str]]) -> None:
        self._kinds = kinds

    def kinds(self, provision: Provision) -> tuple[str, ...]:
        """The kinds to look in where everything that the duty asks for may stand in them; () where a part may not.

        "Recruitment" stands in no general law, so what asks for it is judged by the law on trafficking alone.
        """
        needs = [need for need in provision.needs if not set(need) <= set(provision.rule.left_out)]
        found = [[kind for element in need for kind in self._kinds.get(element, ())] for need in needs]
        return tuple(dict.fromkeys(kind for one in found for kind in one)) if found and all(found) else ()

    def without(self, found: Defects) -> Defects:
        """The defects without those of silence on duties that may all be answered in laws that were not read."""
        framework = load_framework()
        kept, withheld = [], dict(found.withheld)
        for defect in found.named:
            asked = [framework.provision(id) for id in defect.provisions]
            kinds = [self.kinds(one) for one in asked if one.nature not in NOT_SCORED]
            if defect.basis == "silence" and kinds and all(kinds):
                withheld[defect.id] = may_stand_in(dict.fromkeys(kind for one in kinds for kind in one))
            else:
                kept.append(defect)
        return Defects(tuple(kept), withheld, found.reading)


def may_stand_in(kinds: Sequence[str] | Mapping[str, None]) -> str:
    """Why there is no verdict.

    >>> may_stand_in(["extradition", "proceeds of crime"])
    'nothing found in what was read; no text was read on extradition or proceeds of crime, where it may stand'
    """
    *rest, last = kinds
    told = f"{', '.join(rest)} or {last}" if rest else last
    return f"nothing found in what was read; no text was read on {told}, where it may stand"
