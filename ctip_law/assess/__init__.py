"""A ledger to a report: the status of every provision, the named defects, and where to look for what was not found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from ctip_law.assess.defects import find_defects, without_defects
from ctip_law.assess.doubt import all_hold, doubted, least_likely, rests_on
from ctip_law.assess.elsewhere import Elsewhere
from ctip_law.assess.meaning import MeaningFinder
from ctip_law.assess.nearest import Finder, Looks
from ctip_law.assess.order import shown
from ctip_law.assess.principals import manners, silent_for_want_of, unread_principals
from ctip_law.assess.reach import for_some
from ctip_law.assess.seconded import with_seconded
from ctip_law.assess.soundness import checks, unsound
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.framework.verdict import NOT_SCORED, verdict
from ctip_law.knowledge import belief, reliability
from ctip_law.model import (
    ElementFinding,
    Ledger,
    ProvisionFinding,
    ProvisionStatus,
    Report,
)

_FULL = ("met", "divergence")
_CANDIDATES = 3

#: The status of a duty on which an amending act or a regulation says nothing while the law that it belongs to was not
#: read. Careful readers call it none, as they do any silence of the text at hand, and so do the data; `principal` of
#: the finding names the law that was not read, and people are shown "not assessed" (`report.words.shown`).
SILENT_ON_IT: ProvisionStatus = "gap"


def assess(
    ledger: Ledger,
    instruments: Sequence[str],
    *,
    country: str = "",
    pointed: bool = True,
    lacks: Sequence[str] = (),
    elsewhere: Mapping[str, Sequence[str]] | None = None,
    left_out: Set[str] = frozenset(),
) -> Report:
    """The verdicts on every provision of the instruments, in the framework's order.

    Silence is a `gap` with the caution that general law was not read; where the vocabulary alarm is on, or the
    structure does not hold the text, it is `unclear`; where no law could be read each provision that would be scored is
    `not_assessed`. The silence of an amending act names the law that was not read. Where the second reader points to a
    section that would make more of a provision than a gap, it is `unclear`; and what it doubts counts in part, or makes
    a `met` unclear (`assess.doubt`). Not where `pointed` is off, as it has to be on laws that it was trained on.
    `lacks` are laws of the country on the very matter that were not at hand: without them only what is met is judged,
    and no defect is named. `elsewhere`: of elements, the kinds of general law, in words, in which they may stand and of
    which a bundle has none: where nothing that a duty asks for was found and all of it may stand there, it is
    `not_assessed`. So it is where all of it is among `left_out`, what the extracts that were read may leave out.
    """
    finder = Finder(ledger)
    if pointed:
        ledger = with_seconded(ledger, finder)
    found = find_defects(ledger)
    suspected = frozenset(found.withheld)
    others = Elsewhere(elsewhere or {}, left_out)
    found = others.without(found)
    defects = {defect.id for defect in found.named}  # unnamed for want of a law, they hold `met` back
    if lacks:
        found = without_defects(found, _wanting(lacks))
    ledger, whole, like = doubted(ledger, finder) if pointed else (ledger, None, frozenset[str]())
    made = manners(ledger.laws)
    unread = unread_principals(ledger.laws, made)
    unsure = ledger.alarm or unsound(["parse"], checks(ledger))
    silent = silent_for_want_of(ledger.laws, unread)
    judge = Judge(ledger, finder, whole, defects, silent, unsure, _wanting(lacks), suspected, others, like)
    return Report(
        ledger=ledger,
        provisions=tuple(judge.finding(one) for one in load_framework().provisions(instruments)),
        defects=found.named,
        instruments=tuple(instruments),
        country=country,
        reading=found.reading,
        withheld=found.withheld,
        manners=made,
        unread=unread,
    )


def _wanting(lacks: Sequence[str]) -> str:
    """Why silence is not judged where laws on the very matter were not at hand; "" where none is wanting."""
    if not lacks:
        return ""
    return f"not at hand: {'; '.join(lacks)}; what was read is not enough to judge it"


class Judge:
    """Gives the verdicts on provisions. `whole`: how far findings on elements can be believed to be whole; None where
    the second reader is not asked. `principal`: the law, not read, that silence may be owed to, in words. `unsound`:
    why the reading is not sound enough to call silence a gap; "" where it is. `wanting`: why nothing but what is met
    can be judged; "" where it can. `suspected`: defects of silence that are not named because the reading is not sound
    for them; none is claimed, but no `met` rests on their absence. `others`: what may stand in general law not read.
    `like`: elements whose sections read rather like them than not.
    """

    def __init__(
        self,
        ledger: Ledger,
        finder: Looks,
        whole: Mapping[str, float] | None,
        defects: set[str],
        principal: str = "",
        unsound: str = "",
        wanting: str = "",
        suspected: frozenset[str] = frozenset(),
        others: Elsewhere | None = None,
        like: frozenset[str] = frozenset(),
    ) -> None:
        framework = load_framework()
        self.ledger = ledger
        self.defects = defects
        self.principal = principal
        self.whole = whole
        self.like = like
        self.present = {e for e, f in ledger.elements.items() if f.status == "present"}
        self.weak = {e for e, f in ledger.elements.items() if f.status == "weak"}
        self.labels = {id: element.label for id, element in framework.elements.items()}
        self.labels |= {id: defect.label for id, defect in framework.defects.items()}
        self.finder = finder
        self.unread = all(f.status == "unread" for f in ledger.elements.values())
        self.unsound = unsound
        self.wanting = wanting
        self.suspected = suspected
        self.others = others or Elsewhere({})
        self.by_meaning = MeaningFinder(ledger.laws if self.unread else ())
        self.for_some = for_some(ledger)

    def finding(self, provision: Provision) -> ProvisionFinding:
        """The verdict with what it rests on."""
        status, why = verdict(provision, self.present, self.weak, self.defects, self.labels)
        if self.unread and provision.nature not in NOT_SCORED:
            why = next(iter(self.ledger.elements.values())).why
            found = _finding(provision, "not_assessed", why, self.ledger, self.finder)
            return replace(found, candidates=self.by_meaning.candidates(provision, _CANDIDATES))
        if self.wanting and status not in _FULL and provision.nature not in NOT_SCORED:
            status, why = "not_assessed", self.wanting
        elif status == "gap" and self.unsound:
            status, why = "unclear", self.unsound
        elif status == "gap" and (pointed := self._pointed(provision)):
            status, why = "unclear", pointed
        elif status == "gap" and self.principal:
            return self._silent(_finding(provision, SILENT_ON_IT, why, self.ledger, self.finder))
        elif status == "gap" and (silent := self.others.silence(provision))[0]:
            found = _finding(provision, "not_assessed", silent[0], self.ledger, self.finder)
            return replace(found, look_in=silent[1])
        elif status in _FULL and (few := self._reaches_some(provision)):
            status, why = "partial", few
        elif status in _FULL and (doubt := self._doubt(provision)):
            status, why = "unclear", doubt
        elif status == "met" and (held := self._held_back(provision)):
            status, why = "partial", held
        elif status == "met" and _met_elsewhere(provision, self.ledger):
            status = "elsewhere"
        return _finding(provision, status, why, self.ledger, self.finder)

    def _doubt(self, provision: Provision) -> str:
        """Why "met" would say too much: it is not likely enough that all holds what it rests on."""
        if self.whole is None:
            return ""
        rests = rests_on(provision, self.present, self.whole)
        if all_hold(rests, self.whole) >= belief.load().sure:
            return ""
        return least_likely([self.ledger.elements[id] for id in rests if id in self.whole], self.whole, self.like)

    def _reaches_some(self, provision: Provision) -> str:
        """Why "met" would say too much: what it rests on stands in a law for children, or for witnesses, alone."""
        some = self.present & self.for_some.keys()
        found = verdict(provision, self.present - some, self.weak | some, self.defects) if some else None
        if found is None or found.status in _FULL:
            return ""
        wanted = sorted(some.intersection(e for need in provision.needs for e in need))
        return "; ".join(f"{self.for_some[e]}: {self.labels[e]}" for e in wanted)

    def _held_back(self, provision: Provision) -> str:
        """Why "met" would say too much: a defect of silence holds that the reading is not sound enough to name.

        A code that punishes procuring whether the person agrees or not makes consent irrelevant there and no further.
        """
        under = self.defects | self.suspected
        found = verdict(provision, self.present, self.weak, under, self.labels) if under != self.defects else None
        return found.why if found is not None and found.status == "partial" else ""

    def _pointed(self, provision: Provision) -> str:
        """Why a gap would say too much: a section that reads like what is missing; "" where there is none.

        Only what would make the provision more than a gap counts: an aggravation alone is no offence.
        """
        missing = [e for need in provision.needs for e in need if self.ledger.elements[e].status == "absent"]
        found = self.finder.pointed(missing) if self.whole is not None else {}
        if not found or verdict(provision, self.present | found.keys(), self.weak, self.defects).status == "gap":
            return ""
        near = max(found.values(), key=lambda one: one.score)
        titles = {law.id: law.title or law.id for law in self.ledger.laws}
        of = f" of {titles[near.law]}" if len(titles) > 1 else ""
        reads = near.rejected.partition(";")[0]
        return f"no rule found it, but section {near.num}{of} {reads}; a lawyer has to read it"

    def _silent(self, found: ProvisionFinding) -> ProvisionFinding:
        """A gap of an amending act: its own only where the act says something on the duty and not enough."""
        if found.present or found.weak:
            return found
        why = f"the act says nothing on it; {self.principal}, was not read"
        return replace(found, why=why, principal=self.principal, cautions=(*found.cautions, why))


def _finding(
    provision: Provision, status: ProvisionStatus, why: str, ledger: Ledger, finder: Looks
) -> ProvisionFinding:
    wanted = list(dict.fromkeys(e for need in provision.needs for e in need))
    by_status: dict[str, list[str]] = {"present": [], "weak": [], "absent": [], "unread": []}
    for element in wanted:
        by_status[ledger.elements[element].status].append(element)
    missing = (*by_status["absent"], *by_status["unread"])
    open_ = status in ("gap", "unclear")
    return ProvisionFinding(
        id=provision.id,
        status=status,
        strength=provision.counts_as,
        nature=provision.nature,
        verified=provision.verified,
        confidence=_confidence(status, [ledger.elements[e] for e in wanted], {law.language for law in ledger.laws}),
        present=tuple(by_status["present"]),
        weak=tuple(by_status["weak"]),
        missing=missing,
        nearest=finder.nearest(missing) if status == "partial" else {},
        evidence=shown(ledger, (*by_status["present"], *by_status["weak"])),
        candidates=finder.candidates(provision, missing, _CANDIDATES) if open_ else (),
        why=why,
        cautions=_cautions(provision, status, finder.unlearnt()),
    )


def _confidence(status: ProvisionStatus, findings: Sequence[ElementFinding], languages: Iterable[str]) -> float:
    """The share of such verdicts that careful readers agreed with."""
    if status in ("not_legislative", "not_assessed") or not findings:
        return 1.0 if status == "not_legislative" else 0.0
    if status == "unclear":
        return 0.3
    measured = reliability.load()
    kind = "met" if status in ("elsewhere", "divergence") else status
    sure = least_sure(kind, {f.id: (f.status, f.confidence) for f in findings})
    return measured.provision(kind, measured.breadth_of(languages), sure)


def least_sure(status: str, findings: Mapping[str, tuple[str, float]]) -> float:
    """The confidence of the least sure element that a verdict rests on: `met` on those found, `gap` on the others.

    `findings`: element to its status and confidence. 1 where the verdict rests on none.
    """
    found = [sure for status_, sure in findings.values() if status_ in reliability.FOUND]
    others = [sure for status_, sure in findings.values() if status_ not in reliability.FOUND]
    return min({"met": found, "gap": others}.get(status, found + others), default=1.0)


def _cautions(provision: Provision, status: ProvisionStatus, unlearnt: Iterable[str]) -> tuple[str, ...]:
    out = [
        f"there are no weights of the second reader for the language {language}, so nothing beyond the rules was asked"
        for language in unlearnt
        if status in ("gap", "partial")
    ]
    if provision.verified != "text":
        out.append(f"the framework's own entry rests on: {provision.verified}; check it against the instrument")
    if status == "gap":
        out.append("not found in the law read; general law (penal code, procedure, immigration) was not read")
    return tuple(out)


def _met_elsewhere(provision: Provision, ledger: Ledger) -> bool:
    """Whether all evidence comes from laws of the bundle beside those that hold the trafficking offence.

    Where several hold one, or none does, none of them is "the other law": which was named first says nothing.
    """
    if len(ledger.laws) < 2:
        return False
    offence = ledger.elements["scope.no_ocg"].evidence or ledger.elements["act.recruitment"].evidence
    main = {one.law for one in offence}
    used = {one.law for need in provision.needs for element in need for one in ledger.elements[element].evidence}
    return bool(main and used) and not main & used
