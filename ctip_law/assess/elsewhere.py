"""What may stand in general law that was not read: of that, silence is no gap.

a bundle without a law on immigration --> no verdict on stay permits where nothing was found on them
an extract of a penal code alone      --> no verdict on shelter
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from ctip_law.assess.defects import Defects
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.framework.verdict import NOT_SCORED

#: Where to look for what may stand in parts of the law that were left out of what was read.
BEYOND = "parts of the law beyond the extract"
NOT_HELD = "not in the pieces of the law that we hold, which are an extract; nothing was assessed"


class Elsewhere:
    """`kinds`: of elements, the kinds of law, in words, in which they may stand and of which none was read. `left_out`:
    elements that may stand in what was left out, where extracts alone were read."""

    def __init__(self, kinds: Mapping[str, Sequence[str]], left_out: Set[str] = frozenset()) -> None:
        self._kinds = kinds
        self._left_out = left_out

    def silence(self, provision: Provision) -> tuple[str, tuple[str, ...]]:
        """Why the silence on a duty is not judged, and where to look; ("", ()) where it is judged."""
        if kinds := self.kinds(provision):
            return may_stand_in(kinds), kinds
        needs = self._needs(provision)
        if not needs or not all(self._left_out & {*need} or self._in_kinds(need) for need in needs):
            return "", ()
        found = (kind for need in needs for kind in self._in_kinds(need))
        return NOT_HELD, tuple(dict.fromkeys((BEYOND, *found)))

    def kinds(self, provision: Provision) -> tuple[str, ...]:
        """The kinds to look in where everything that the duty asks for may stand in them; () where a part may not.

        "Recruitment" stands in no general law, so what asks for it is judged by the law on trafficking alone.
        """
        found = [self._in_kinds(need) for need in self._needs(provision)]
        return tuple(dict.fromkeys(kind for one in found for kind in one)) if found and all(found) else ()

    @staticmethod
    def _needs(provision: Provision) -> list[tuple[str, ...]]:
        return [need for need in provision.needs if not set(need) <= set(provision.rule.left_out)]

    def _in_kinds(self, need: Sequence[str]) -> list[str]:
        return [kind for element in need for kind in self._kinds.get(element, ())]

    def without(self, found: Defects) -> Defects:
        """The defects without those of silence on duties that may all be answered in laws that were not read."""
        framework = load_framework()
        kept, withheld = [], dict(found.withheld)
        for defect in found.named:
            asked = [framework.provision(id) for id in defect.provisions]
            silent = [self.silence(one) for one in asked if one.nature not in NOT_SCORED]
            if defect.basis == "silence" and silent and all(why for why, _ in silent):
                kinds = dict.fromkeys(kind for _, one in silent for kind in one)
                withheld[defect.id] = NOT_HELD if BEYOND in kinds else may_stand_in(kinds)
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
