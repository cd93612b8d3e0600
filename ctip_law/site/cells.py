"""What was found on a provision in the laws of a country, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ctip_law.assess.doubt import NOTHING_LIKE
from ctip_law.framework import load
from ctip_law.model import DefectFinding, ElementFinding, Evidence, ProvisionFinding, Report
from ctip_law.site.nouns import Cell, Excerpt, Flaw, Mention, Missing, Place, Span
from ctip_law.site.places import Places

#: Groups of elements that have a marking of their own; all others share one.
MARKED = ("act", "means", "purpose")


class Finder:
    """Turns the findings of one country into cells."""

    def __init__(self, report: Report, code: str, name: str) -> None:
        self.report = report
        self.code = code
        self.name = name
        self._laws = {law.id: Places(law) for law in report.ledger.laws}

    def place(self, law: str, eid: str) -> Place:
        """How a clause of a law of the bundle is cited and linked."""
        return self._laws[law].place(eid)

    def cell(self, finding: ProvisionFinding) -> Cell:
        """The cell of one provision."""
        framework = load()
        elements = self.report.ledger.elements
        needed = [elements[id] for id in (*finding.present, *finding.weak)]
        numbered = list(enumerate(needed, 1))
        wider = [elements[id] for id in framework.provision(finding.id).wider]
        return Cell(
            country=self.code,
            name=self.name,
            finding=finding,
            found=tuple(self._mention(number, one) for number, one in numbered),
            wider=tuple(self._mention(0, one) for one in wider if one.status in ("present", "weak")),
            missing=tuple(self._missing(id, finding) for id in finding.missing),
            excerpts=tuple(self._excerpts(numbered)),
            candidates=self._places((c.law, c.eid) for c in finding.candidates),
        )

    def asked(self, ids: Iterable[str]) -> tuple[tuple[Mention, ...], tuple[Excerpt, ...], tuple[Place, ...]]:
        """The elements of these that were found, at least in part, the clauses with their words, and where the words of
        others stand that are in doubt."""
        held = [self.report.ledger.elements[id] for id in ids if id in self.report.ledger.elements]
        held = [one for one in held if one.status in ("present", "weak")]
        doubtful = [one for one in held if one.status == "weak" and NOTHING_LIKE in one.why]
        numbered = list(enumerate([one for one in held if one not in doubtful], 1))
        doubted = self._places((found.law, found.eid) for one in doubtful for found in one.evidence[:1])
        return tuple(self._mention(n, one) for n, one in numbered), tuple(self._excerpts(numbered)), doubted

    def flaw(self, defect: DefectFinding) -> Flaw:
        """A named defect with the places where it shows."""
        places = self._places((found.law, found.eid) for found in defect.evidence)
        one = load().defects[defect.id]
        return Flaw(defect.id, defect.title(one.label), places, defect.provisions, one.why, defect.fix)

    def _mention(self, number: int, one: ElementFinding) -> Mention:
        element = load().elements[one.id]
        places = self._places((found.law, found.eid) for found in one.evidence)
        via = one.evidence[0].via if one.evidence else ()
        weak = one.status == "weak"
        return Mention(number, one.id, element.label, _group(element.group), weak, one.why, via, places)

    def _missing(self, id: str, finding: ProvisionFinding) -> Missing:
        near = finding.nearest.get(id)
        return Missing(id, load().elements[id].label, self.place(near.law, near.eid) if near else None)

    def _excerpts(self, numbered: Sequence[tuple[int, ElementFinding]]) -> Iterable[Excerpt]:
        by_law: dict[str, list[tuple[Evidence, Span]]] = {}
        for number, one in numbered:
            for found in one.evidence[:1]:  # the first is the one to cite
                element = load().elements[one.id]
                span = Span(
                    found.start, found.end, number, one.id, element.label, _group(element.group), one.status == "weak"
                )
                by_law.setdefault(found.law, []).append((found, span))
        for law, places in self._laws.items():
            yield from places.excerpts(by_law.get(law, []))

    def _places(self, named: Iterable[tuple[str, str]]) -> tuple[Place, ...]:
        return tuple(dict.fromkeys(self.place(law, eid) for law, eid in named))


def _group(group: str) -> str:
    return group if group in MARKED else "other"
