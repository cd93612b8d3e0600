"""What a bill is to do: the model provisions that answer what is missing, what must be asked, what is left alone.

Only what the gap analysis says is missing or in part: for each need of a duty that is not met, the first model
provision that gives an element of it. A duty whose reading is `unclear` is asked about and never drafted, unless a call
names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ctip_law.bill.nouns import Question
from ctip_law.bill.wording import Wording, base_of, wording
from ctip_law.draft import for_duty, library
from ctip_law.draft.duties import cited_as, label_of, title_of
from ctip_law.draft.library import shipped
from ctip_law.draft.nouns import ModelProvision
from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.framework.nouns import Provision
from ctip_law.model import ProvisionFinding, Report

STRENGTHS = ("mandatory", "qualified", "optional", "recommendation")
#: The law of the library whose provisions go into a statute; those of its companion on smuggling stay in that.
LAW = "trafficking"
_OPEN = ("gap", "partial")
_OFFENCE, _PENALTY, _PRISON = "offence", "penalty.", "penalty.custodial"
#: The rule that finds a child's offence in one that names no means at all.
_NO_MEANS = "derived.offence-without-means"
_NATURES = {False: ("legislative",), True: ("legislative", "law_or_measure")}


@dataclass(slots=True)
class Plan:
    """`wanted` is {model provision: the duties it is to answer}, `elements` {model provision: what it is taken for},
    `choices` the options that give an element, `asked` the duties the bill is to answer, `left` (duty, reason)."""

    wanted: dict[str, list[str]] = field(default_factory=dict)
    elements: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, str | int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)

    def take(self, model: str, duty: str, element: str = "") -> None:
        """Notes that a model provision is to answer a duty."""
        duties = self.wanted.setdefault(model, [])
        if duty not in duties:
            duties.append(duty)
        if element:
            self.elements.setdefault(model, []).append(element)


def plan_of(
    report: Report,
    *,
    strength: str = "mandatory",
    measures: bool = False,
    also: Sequence[str] = (),
    without: Sequence[str] = (),
    variables: Mapping[str, str | int] | None = None,
    mended: frozenset[str] = frozenset(),
    endangered: Mapping[str, Sequence[str]] | None = None,
) -> Plan:
    """What a bill is to do about a gap analysis.

    `strength` is the weakest strength of duties that it answers, `measures` takes duties too that a measure beside the
    law can perform, `also` names duties to answer even so, `without` duties and model provisions to leave alone,
    `mended` elements that a change of words gives, `endangered` {duty: elements} that the law has and that the bill
    would take from it.
    Raises UsageError CT003 for an id that is not known, CT004 for an unknown strength, CT402 without a provision.
    """
    _told(strength, also, without)
    _check([*also, *without], report)
    language = base_of(report.ledger.laws[0].language)
    plan, how = Plan(), wording(language)
    carried, undecided = [], []
    for finding in _open_ones(report, plan, strength, measures, also, without, how):
        named = finding.id in also
        if finding.status == "unclear" and not named:
            undecided.append(finding)
            continue
        if not finding.missing and not finding.weak and finding.status == "partial":
            carried.append(finding)  # it rests on other duties: what answers these answers it
            continue
        if mended and mended.issuperset((*finding.missing, *finding.weak)):
            plan.asked.append(finding.id)
            continue
        if not named and _for_its_penalty(finding, report, without):
            plan.asked.append(finding.id)  # the question on the words of the law says that it stays open
            continue
        classed = "" if named else _classed(finding, report)
        if classed:
            plan.questions.append(_by_class(finding, classed, how))
            continue
        _answer(plan, finding, without, variables or {}, language)
    for finding in undecided:
        if not _meant(finding, plan, language):
            plan.questions.append(_question(finding, how))
        else:
            _answer(plan, finding, without, variables or {}, language)
    for finding in carried:
        _carry(plan, finding, without, report, language)
    _with_the_means(plan, report, without, language)
    for id, elements in (endangered or {}).items():
        if id not in without:
            met = any(one.id == id and one.status == "met" for one in report.provisions)
            _keep(plan, id if met else "", elements, without, variables or {}, language)
    for id in also:
        if id not in plan.asked and id in library(language):
            plan.take(id, id)
    return plan


def _for_its_penalty(finding: ProvisionFinding, report: Report, without: Sequence[str]) -> bool:
    """Whether nothing is open of a duty but how the law's own offence is punished, which words of the law decide that
    the bill asks about, such as a fine instead of imprisonment. A second offence beside the first would not mend it."""
    open_ = {element for need in _needed(load().provision(finding.id), finding) for element in need}
    prison = report.ledger.elements.get(_PRISON)
    blocked = load().provision(finding.id).rule.blocked_by
    asked = {one.id for one in report.defects if one.basis == "text" and one.id not in without}
    punished = prison is not None and prison.status == "present"
    return punished and bool(open_) and all(one.startswith(_PENALTY) for one in open_) and not asked.isdisjoint(blocked)


def _classed(finding: ProvisionFinding, report: Report) -> str:
    """The section whose offence is punished by a class, where nothing but the penalty is missing: what the class costs
    stands in another law, and a second offence beside the first would be none."""
    if {*finding.missing, *finding.weak} != {_PRISON}:
        return ""
    penalties = report.ledger.laws[0].penalties
    return next((p.section for p in penalties if p.grade and p.max_years is None and not p.life), "")


def _by_class(finding: ProvisionFinding, num: str, how: Wording) -> Question:
    names = {"title": title_of(finding.id, how.language), "cited": cited_as(finding.id, how.language)}
    return Question((finding.id,), num, how("asked.classed", num=num, unit="{unit}", **names), drafts=True)


def _told(strength: str, also: Sequence[str], without: Sequence[str]) -> None:
    """Raises UsageError CT004 for an unknown strength, and for a duty to be answered and to be left alone."""
    if strength not in STRENGTHS:
        raise UsageError("CT004", f'no strength is called "{strength}"', remedy=f"Use {', '.join(STRENGTHS)}.")
    both = [id for id in also if id in without]
    if both:
        what = f'"{both[0]}" is to be answered and to be left alone'
        raise UsageError("CT004", what, remedy="Take it out of --also or of --without.")


def _open_ones(
    report: Report,
    plan: Plan,
    strength: str,
    measures: bool,
    also: Sequence[str],
    without: Sequence[str],
    how: Wording,
) -> Iterator[ProvisionFinding]:
    """The duties of the kind that is asked for that are open or not decided, and those named in `also`; one that a
    measure can perform is noted as left alone."""
    levels = STRENGTHS[: STRENGTHS.index(strength) + 1]
    for finding in report.provisions:
        named = finding.id in also
        if finding.id in without or finding.status not in (*_OPEN, "unclear"):
            continue
        if not named and finding.strength not in levels:
            continue
        if named or finding.nature in _NATURES[measures]:
            yield finding
        elif finding.nature == "law_or_measure":
            plan.left.append((finding.id, how("left.measure")))


def _keep(
    plan: Plan,
    duty: str,
    elements: Sequence[str],
    without: Sequence[str],
    variables: Mapping[str, str | int],
    language: str,
) -> None:
    """Takes a model provision for what a duty would lose: in a law on children, say, that gets a general offence.
    `duty` is "" where the law met it in part only, which the bill was not asked to change."""
    for element in elements:
        model = _model(duty, element, without, variables, language)
        if model is not None:
            plan.take(model.id, duty or model.id, element)
            plan.choices.update(_choice(model, element, variables))
            if duty and duty not in plan.asked:
                plan.asked.append(duty)


def _meant(finding: ProvisionFinding, plan: Plan, language: str) -> bool:
    """Whether a duty that the reading does not decide is what an offence of the bill rests on: where the offence itself
    is drafted, so is what it means, or the bill would punish what nothing describes."""
    book = library(language)
    if _OFFENCE not in plan.wanted:
        return False
    needs = [book[id] for id in book[_OFFENCE].needs if id in book]
    return any(finding.id in model.duties for model in needs)


def _with_the_means(plan: Plan, report: Report, without: Sequence[str], language: str) -> None:
    """A law that names no means asks for none where the victim is a child; a definition with means must say so then."""
    found = report.ledger.elements.get("child.no_means")
    silent = found is not None and any(one.rule == _NO_MEANS for one in found.evidence)
    child = "child-trafficking"
    open_ = child in library(language) and child not in (*plan.wanted, *without)
    if silent and open_ and "trafficking-definition" in plan.wanted:
        plan.take(child, "tip-3c")


def _check(ids: Iterable[str], report: Report) -> None:
    """Raises UsageError CT003 for an id that is neither a duty nor a model provision."""
    known = {*(finding.id for finding in report.provisions), *load().defects}
    for id in ids:
        if id not in known and id not in library():
            for_duty(id)
            remedy = "Name a duty of the instruments that the law is held against (-I), or a model provision."
            raise UsageError("CT003", f'"{id}" is no duty that the law was held against', remedy=remedy)


def _answer(
    plan: Plan,
    finding: ProvisionFinding,
    without: Sequence[str],
    variables: Mapping[str, str | int],
    language: str,
) -> None:
    """Takes a model provision for each need of a duty that is not met."""
    duty = load().provision(finding.id)
    found = False
    for need in _needed(duty, finding):
        tried = ((element, _model(duty.id, element, without, variables, language)) for element in need)
        element, model = next((pair for pair in tried if pair[1] is not None), (need[0], None))
        if model is None:
            home = shipped(language).common.elsewhere.get(duty.id)
            why = wording(language)("left.home", home=home) if home else _lacks(duty, element, language)
            plan.left.append((duty.id, why))
            continue
        found = True
        plan.take(model.id, duty.id, element)
        plan.choices.update(_choice(model, element, variables))
    if found:
        plan.asked.append(duty.id)


def _lacks(duty: Provision, element: str, language: str) -> str:
    """Why nothing is drafted on an element: nowhere, or not in the language of the law."""
    there = language != "en" and _model(duty.id, element, (), {}, "en") is not None
    return wording(language)("left.language" if there else "left.none", label=label_of(element, language))


def _needed(duty: Provision, finding: ProvisionFinding) -> Iterator[tuple[str, ...]]:
    """Each need that nothing meets, of the elements that are enough the weak one first."""
    present, weak = set(finding.present), set(finding.weak)
    open_ = {*finding.weak, *finding.missing}
    for need in duty.needs:
        if not present.intersection(need) and open_.intersection(need):
            yield tuple(sorted(need, key=lambda name: name not in weak))


def _model(
    duty: str, element: str, without: Sequence[str], variables: Mapping[str, str | int], language: str
) -> ModelProvision | None:
    """The model provision for an element: one that is for the duty before others, one that gives it by default."""
    book = shipped(language)
    try:
        own = [model for model in for_duty(duty, language) if model.id not in without]
    except UsageError:
        own = []
    every = [*own, *(model for model in book.provisions.values() if model.id not in without)]
    every = [model for model in every if book.part(model, LAW)]
    by_default = (model for model in every if element in model.promises(_known(model, variables)))
    by_choice = (model for model in every if element in model.can_provide())
    return next(by_default, None) or next(by_choice, None)


def _known(model: ModelProvision, variables: Mapping[str, str | int]) -> dict[str, str | int]:
    return {name: value for name, value in variables.items() if name in (model.options or {})}


def _choice(model: ModelProvision, element: str, variables: Mapping[str, str | int]) -> dict[str, str]:
    """The option under which a model provision gives an element that it does not give by default."""
    if element in model.promises(_known(model, variables)):
        return {}
    for option in (model.options or {}).values():
        for choice in option.choices.values():
            if element in choice.elements and option.id not in variables:
                return {option.id: choice.id}
    return {}


def _carry(plan: Plan, finding: ProvisionFinding, without: Sequence[str], report: Report, language: str) -> None:
    """A duty that lacks no element of its own: it is in part because another is, and is answered with it."""
    rule = load().provision(finding.id).rule
    found = report.ledger.elements
    lacking = [name for name in rule.also if name not in found or found[name].status != "present"]
    models = {name: _model(finding.id, name, without, {}, language) for name in lacking}
    if any(models.values()):  # what its rule asks for beside its own elements
        for name, model in models.items():
            if model is not None:
                plan.take(model.id, finding.id, name)
        plan.asked.append(finding.id)
        return
    others = {other.id for other in report.provisions if other.id in plan.asked}
    elements = {element for other in others for element in _elements(other)}
    named = {element for group in (*rule.core, *rule.whole, *rule.enough, rule.reach) for element in group}
    if named & elements or others:
        plan.asked.append(finding.id)
        return
    try:
        answering = for_duty(finding.id, language)
    except UsageError:  # nothing in this language
        answering = ()
    own = [m for m in answering if m.id not in without and shipped(language).part(m, LAW)]
    for answer in own:
        plan.take(answer.id, finding.id)
    if own:
        plan.asked.append(finding.id)


def _elements(duty: str) -> set[str]:
    return {name for need in load().provision(duty).needs for name in need}


def _question(finding: ProvisionFinding, how: Wording) -> Question:
    """Asks whether the section that the reading points to answers a duty."""
    near = finding.candidates[0].num if finding.candidates else ""
    if not near:
        near = next((one.num for one in finding.nearest.values() if one.num), "")
    names = {"title": title_of(finding.id, how.language), "cited": cited_as(finding.id, how.language)}
    words = how("asked.undecided", num=near, unit="{unit}", **names) if near else how("asked.nowhere", **names)
    return Question((finding.id,), near, words, drafts=True)
