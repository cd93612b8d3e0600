"""The gap analysis as rows for people, made once for every form that people read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from ctip_law.countries import country_name
from ctip_law.framework import Provision, load
from ctip_law.model import Decision, DefectFinding, ElementFinding, Evidence, Law, Manner, ProvisionFinding, Report
from ctip_law.report.data import ANSWERED, NATURES, STRENGTHS, summary
from ctip_law.report.lens import found as lens_found
from ctip_law.report.lens import lines as lens_lines
from ctip_law.report.words import ELEMENT, GENERAL_LAW, OUTSIDE, PROVISION, STAR, STRENGTH, not_read, repealed, shown

#: A title that begins with the same words again, as where a heading is printed above it.
_TWICE = re.compile(r"^(.{12,}?) \1(?!\w)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that prove an element. `place` is the section, with the law's number in front where several were read.

    `state`: "found", or "in part" and the limit.
    """

    element: str
    label: str
    place: str
    words: str
    via: str
    state: str

    @property
    def line(self) -> str:
        """The words on one line, with their element, place and limit."""
        state = "" if self.state == "found" else f", {self.state}"
        return f"{self.label} ({self.place}{state}): “{self.words}”"


@dataclass(frozen=True, slots=True)
class Missing:
    """What was not found: an element, or several of which one would do. `near` is the section that comes nearest."""

    label: str
    near: str

    def __str__(self) -> str:
        return f"{self.label} (nearest: {self.near})" if self.near else self.label


@dataclass(frozen=True, slots=True)
class Row:
    """One provision. `weak` and `missing` are what keeps it from being met; `looked_at` are sections that came near
    and were not counted; `softened` are the words of the instrument that soften the duty; `starred`: the framework's
    entry was not checked; `reviews` are sentences on what lawyers decided, of the duty first, then of its elements;
    `look_in` are the kinds of law that were not read and may answer it.
    """

    id: str
    instrument: str
    article: str
    title: str
    strength: str
    nature: str
    status: str
    confidence: float
    sections: str
    weak: tuple[str, ...]
    missing: tuple[Missing, ...]
    looked_at: str
    quotes: tuple[Quote, ...]
    why: str
    asks: str
    softened: str
    starred: bool
    cautions: tuple[str, ...]
    principal: str = ""
    reviews: tuple[str, ...] = ()
    look_in: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The status as people are shown it."""
        return shown(self.status, self.nature, self.principal)

    @property
    def word(self) -> str:
        """Sign and word of the status."""
        sign, word, _ = PROVISION[self.shown]
        return f"{sign} {word}"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A named defect. `label` says what the law does, or of silence that no rule was found."""

    id: str
    label: str
    basis: str
    sections: str
    why: str
    fix: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a readable report says. `groups` are (heading, rows) in the order of instruments and strengths.

    `head` stands under the laws: which principal law was not read, what of a law is repealed, and what is found beside
    the duties of a lens, whose own lines are `lens`.
    """

    title: str
    laws: tuple[str, ...]
    head: tuple[str, ...]
    lens: tuple[str, ...]
    instruments: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    aside: int
    flaws: tuple[Flaw, ...]
    counts: tuple[tuple[str, dict[str, int]], ...]
    cautions: tuple[str, ...]

    def rows(self) -> list[Row]:
        """Every row, group by group."""
        return [row for _, rows in self.groups for row in rows]


def sheet(report: Report) -> Sheet:
    """The rows of a report. Provisions that ask nothing of a statute are counted in `aside` and left out."""
    framework = load()
    places = _Places(report.ledger.laws)
    rows = [_row(finding, report, places) for finding in report.provisions if finding.nature in NATURES]
    several = len(report.instruments) > 1
    groups = [
        (heading(name if several else "", strength), own)
        for name in report.instruments
        for strength in STRENGTHS
        if (own := tuple(row for row in rows if row.instrument == name and row.strength == strength))
    ]
    counts = summary(report)
    return Sheet(
        title=flat(", ".join(law.title or law.source.path for law in report.ledger.laws)),
        laws=tuple(_describe(law, places) for law in report.ledger.laws),
        head=(*_head(report, places), *lens_found(report)),
        lens=lens_lines(report.lens),
        instruments=tuple(framework.instruments[name].name for name in report.instruments),
        groups=tuple(groups),
        aside=counts["not_legislative"],
        flaws=tuple(_flaw(defect, places) for defect in report.defects),
        counts=tuple((strength, counts[strength]) for strength in STRENGTHS if any(counts[strength].values())),
        cautions=_cautions(report, rows, places),
    )


class _Places:
    """Prints a section as "12", or as "[2] 12" where more than one law was read."""

    def __init__(self, laws: tuple[Law, ...]) -> None:
        self.numbers = {law.id: n for n, law in enumerate(laws, 1)} if len(laws) > 1 else {}

    def one(self, law: str, num: str) -> str:
        num = num or OUTSIDE
        return f"[{self.numbers[law]}] {num}" if law in self.numbers else num

    def many(self, evidence: Iterable[Evidence]) -> str:
        by_law: dict[str, list[str]] = {}
        for found in evidence:
            nums = by_law.setdefault(found.law, [])
            if (found.num or OUTSIDE) not in nums:
                nums.append(found.num or OUTSIDE)
        return "; ".join(self.one(law, ", ".join(nums)) for law, nums in by_law.items())


def _row(finding: ProvisionFinding, report: Report, places: _Places) -> Row:
    framework = load()
    provision = framework.provision(finding.id)
    told = finding.status not in ANSWERED and finding.status != "not_assessed" and not finding.principal
    quotes = tuple(_quotes((*finding.present, *finding.weak), report, places))
    return Row(
        id=finding.id,
        instrument=provision.instrument,
        article=provision.article,
        title=provision.title,
        strength=finding.strength,
        nature=finding.nature,
        status=finding.status,
        confidence=finding.confidence,
        sections=places.many(finding.evidence),
        weak=tuple(_in_part(report.ledger.elements[id]) for id in finding.weak if told),
        missing=tuple(_missing(finding, provision, places)) if told else (),
        looked_at="" if finding.principal else _looked_at(finding, places),
        quotes=quotes,
        why=finding.why,
        asks=" ".join(provision.statute_must_contain.split()),
        softened=" ".join(provision.qualifier.split()) if provision.softeners else "",
        starred=finding.verified != "text",
        cautions=_own_cautions(finding),
        principal=finding.principal,
        reviews=tuple(reviewed(finding, report)),
        look_in=finding.look_in,
    )


def reviewed(finding: ProvisionFinding, report: Report) -> Iterable[str]:
    """What lawyers said of a duty, then of its elements, a sentence each."""
    elements = {*finding.present, *finding.weak, *finding.missing}
    for one in report.decisions:
        if one.kind == "provision" and one.id == finding.id:
            yield decided(one)
    for one in report.decisions:
        if one.kind == "element" and one.id in elements:
            yield f"{_label(one.id)}: {decided(one)}"


def decided(one: Decision) -> str:
    """A decision as a sentence: "not met but partial, A. Lawyer (2026-11-29): the reason; section 3"."""
    words = PROVISION if one.kind == "provision" else ELEMENT
    said = words[one.verdict][1] if one.verdict else "remark"
    if one.verdict and one.verdict == one.machine:
        said = f"accepted as {said}"
    elif one.verdict and one.machine:
        said = f"overridden: “{said}” in place of “{words[one.machine][1]}”"
    who = ", ".join(filter(None, (one.reviewer, one.date)))
    told = f"{said} ({who})" if who else said
    told += f": {one.reason}" if one.reason else ""
    told += f"; section{'s' if len(one.sections) > 1 else ''} {', '.join(one.sections)}" if one.sections else ""
    return told + (f"; stale, for {' and '.join(one.stale)}" if one.stale else "")


def _missing(finding: ProvisionFinding, provision: Provision, places: _Places) -> Iterable[Missing]:
    """Each need of which nothing was found; of alternatives one would do, so they are named together."""
    judged_by_readers = set(provision.rule.left_out)
    for need in provision.needs:
        if set(need) <= set(finding.missing) - judged_by_readers:
            near = next((finding.nearest[id] for id in need if id in finding.nearest), None)
            yield Missing(" or ".join(map(_label, need)), places.one(near.law, near.num) if near else "")


def _looked_at(finding: ProvisionFinding, places: _Places) -> str:
    return ", ".join(dict.fromkeys(places.one(one.law, one.num) for one in finding.candidates))


def _quotes(elements: Iterable[str], report: Report, places: _Places) -> Iterable[Quote]:
    for id in elements:
        finding = report.ledger.elements[id]
        for found in finding.evidence[:1]:
            words = flat(found.quote)
            via = ", ".join(found.via)
            place = places.one(found.law, found.num)
            state = ELEMENT[finding.status][1]
            state = f"{state}: {flat(finding.why)}" if finding.status == "weak" and finding.why else state
            yield Quote(id, _label(id), place, words, via, state)


def _in_part(finding: ElementFinding) -> str:
    """What was found in part, with the limit: "Safe housing or shelter (as far as resources allow)"."""
    return f"{_label(finding.id)} ({flat(finding.why)})" if finding.why else _label(finding.id)


def _label(element: str) -> str:
    return load().elements[element].label


def _flaw(defect: DefectFinding, places: _Places) -> Flaw:
    one = load().defects[defect.id]
    sections = places.many(defect.evidence)
    return Flaw(defect.id, defect.title(one.label), defect.basis, sections, one.why, defect.fix)


def _head(report: Report, places: _Places) -> Iterable[str]:
    for law in report.ledger.laws:
        made = report.manners.get(law.id, Manner())
        if law.id in report.unread:
            yield places.one(law.id, not_read(made.kind, flat(made.principal)))
        if made.repealed:
            yield places.one(law.id, repealed(made.repealed))


def _describe(law: Law, places: _Places) -> str:
    count = len(law.sections())
    parts = [f"{count} section{'' if count == 1 else 's'}", f"language {law.language or 'unknown'}"]
    if law.version:
        parts.append(f"version {law.version}")
    if not law.complete:
        parts.append("not the whole law")
    if law.restatement:
        parts.append("a restatement in our words, not the law")
    return f"{places.one(law.id, flat(law.title or law.source.path))} ({', '.join(parts)})"


def _cautions(report: Report, rows: list[Row], places: _Places) -> tuple[str, ...]:
    """Each caution once: how the laws were read and the alarm first, then what holds for the report, then what findings
    carry, then the star."""
    general = [GENERAL_LAW] if any(row.shown in ("gap", "not_in_legislation") for row in rows) else []
    warned = [
        f"{places.one(law.id, warning.code)}: {flat(warning.message)}"
        for law in report.ledger.laws
        for warning in law.warnings
    ]
    alarm = [report.ledger.alarm] if report.ledger.alarm else []
    said = [caution for row in rows for caution in row.cautions]
    star = [STAR] if any(row.starred for row in rows) else []
    return tuple(dict.fromkeys((*warned, *alarm, *general, *_unchecked(report), *_withheld(report), *said, *star)))


def _withheld(report: Report) -> list[str]:
    """Why defects that would rest on silence are not named, each reason once with the defects."""
    by_reason: dict[str, list[str]] = {}
    for id, why in report.withheld.items():
        by_reason.setdefault(why, []).append(id)
    return [
        f"not told as a defect ({why}): {', '.join(ids)}"
        for why, ids in by_reason.items()
        if why != report.ledger.alarm
    ]


def _own_cautions(finding: ProvisionFinding) -> tuple[str, ...]:
    """The finding's cautions but for those that the star and the general one say already."""
    told = (f"rests on: {finding.verified}", "general law", *filter(None, [finding.principal]))
    return tuple(caution for caution in finding.cautions if not any(words in caution for words in told))


def _unchecked(report: Report) -> list[str]:
    """Instruments of which nobody has checked that they bind the country."""
    if not report.country:
        return []
    from ctip_law.framework.state_facts import unchecked_binding
    from ctip_law.report.naming import SHORT

    names = [f"the {SHORT[id]}" for id in unchecked_binding(report.country) if id in report.instruments]
    bind = "bind" if len(names) > 1 else "binds"
    return [f"that {' and '.join(names)} {bind} {country_name(report.country)} was not checked"] if names else []


def flat(text: str) -> str:
    """A statute's words in one line without control characters, which neither a terminal nor Word should get."""
    return " ".join(_CONTROL.sub(" ", text).split())


def printable(text: str) -> str:
    """Words without control characters; blanks stay as they are."""
    return _CONTROL.sub(" ", text)


def law_name(law: Law) -> str:
    """The law's title, once where it is printed twice, or the name of its file where it has none."""
    return _TWICE.sub(r"\1", flat(unescape(law.title))) or flat(law.source.path).rpartition("/")[2]


def tally(strength: str, counts: dict[str, int]) -> str:
    """ "mandatory: 3 met, 1 partial, 2 gap" with the statuses that occur."""
    told = [f"{n} {PROVISION[status][1]}" for status, n in counts.items() if n]
    return f"{strength}: {', '.join(told)}"


def heading(instrument: str, strength: str) -> str:
    """ "tip, mandatory duties: the instrument binds the State without a softener"."""
    title, meaning = STRENGTH[strength]
    return f"{instrument}, {title[0].lower()}{title[1:]}: {meaning}" if instrument else f"{title}: {meaning}"
