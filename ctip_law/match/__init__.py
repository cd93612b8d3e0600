"""Laws to a ledger: for every element of the framework what was found, with the words that prove it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from ctip_law.clauses.reading import clauses_of
from ctip_law.clauses.terms import TermMatcher, compile_terms, term_matcher
from ctip_law.clauses.units import Body, body_of
from ctip_law.framework import load as load_framework
from ctip_law.knowledge import Rule, reliability
from ctip_law.knowledge.through import through
from ctip_law.languages import languages
from ctip_law.languages import load as load_lexicon
from ctip_law.match.anchors import Ties
from ctip_law.match.cited import with_cited_aims
from ctip_law.match.citing import ties_of
from ctip_law.match.country import with_own_country
from ctip_law.match.derived import OTHER_AIMS, derive, sexual_only
from ctip_law.match.flaws import find_flaws
from ctip_law.match.graver import child_heavier
from ctip_law.match.own_words import with_own_words
from ctip_law.match.places import within
from ctip_law.match.roles import Hits, Roles, roles_of
from ctip_law.match.rules import Found, apply_rules
from ctip_law.match.series import with_series
from ctip_law.model import ElementFinding, Evidence, Law, Ledger

_EVIDENCE = 6  # most pieces of evidence kept for an element, one a section
_ALARM_WORDS = 1500  # below this a text is too short to expect many elements
_ALARM_SHARE = 0.06
_DEFECT = "defect."
_OF_THE_OFFENCE = ("act.", "means.", "purpose.", "scope.", "child.no_means", "related_offence.", _DEFECT)
_HARD_AIMS = frozenset({*OTHER_AIMS, "purpose.open_list"})
_OPENING = 12  # words of a section, its heading aside, that say what it is about
TAKING_PART = ("attempt", "accomplice", "incite", "conspiracy")
_GENERAL_PART = 3  # least kinds of taking part that show the general part of a code ...
_CODE = 100  # ... that has as many sections at least


@dataclass(frozen=True, slots=True)
class Reading:
    """A law as the matcher sees it: its body, the hits of the term pass, the roles of places, all firings."""

    law: Law
    body: Body
    hits: Hits
    roles: Roles
    found: tuple[Found, ...]
    ties: Ties

    @property
    def taking_part(self) -> int:
        """How many of attempt, help, incitement and conspiracy the law speaks of, of whatever offence."""
        return sum(bool(self.hits.get(kind)) for kind in TAKING_PART)

    @property
    def is_code(self) -> bool:
        """Whether the law is a code with a general part."""
        return self.taking_part >= _GENERAL_PART and len(self.body.sections) >= _CODE

    @property
    def silent_alone(self) -> bool:
        """Whether the law holds no trafficking offence, so that what it says of offences says nothing by itself."""
        return not self.ties.has_offence

    @property
    def of_its_own(self) -> bool:
        """Whether the law is on a form of exploitation, so that beside a law on trafficking its offences are others."""
        return self.ties.about == "exploitation"


def match(laws: Sequence[Law], *, unseen: str = "") -> Ledger:
    """Find every element of the framework in the laws read together.

    `unseen` is the folder of a law in the corpus of full texts ("my/bill-2007-en"): the wordings that were met in that
    work alone are switched off, to measure how a law that nobody has read yet would fare.

    A law in a language without a lexicon is not read; if no law is read, every element is `unread`.
    """
    elements = load_framework().elements
    readable = languages()
    read = [law for law in laws if law.language in readable]
    if not read:
        names = ", ".join(sorted({law.language or "und" for law in laws}))
        why = f"no lexicon for the language ({names}); verdicts are withheld"
        unread = {e: ElementFinding(e, "unread", 1.0, why) for e in elements}
        return Ledger(tuple(laws), unread)
    readings = tuple(read_law(law, unseen) for law in read)
    if len(readings) > 1 and not all(reading.silent_alone for reading in readings):
        dedicated = any(reading.ties.about == "trafficking" for reading in readings)
        beside = [one.silent_alone or (dedicated and one.of_its_own) for one in readings]
        readings = tuple(beside_offence(one, unseen) if so else one for one, so in zip(readings, beside, strict=True))
    return ledger_of(laws, readings)


def ledger_of(laws: Sequence[Law], readings: tuple[Reading, ...]) -> Ledger:
    """The findings of laws that were read, put together; `laws` are all, those in no known language too."""
    found: dict[str, list[Found]] = {}
    wide = [_names_hard_aims(reading) for reading in readings]
    for reading, aims in zip(readings, wide, strict=True):
        for item in reading.found:
            if item.element == "child.no_means" and not item.weak and not aims and any(wide):
                item = replace(item, weak="for sexual exploitation only")
            found.setdefault(item.element, []).append(item)
    flaws = {e.removeprefix(_DEFECT): _finding(e, found[e]) for e in found if e.startswith(_DEFECT)}
    findings = _through_others({e: _finding(e, found.get(e, [])) for e in load_framework().elements}, flaws)
    ledger = _weighed(findings, [reading.law for reading in readings])
    return Ledger(tuple(laws), ledger, alarm(readings, ledger.values()), flaws, readings)


def read_law(law: Law, unseen: str = "") -> Reading:
    """One law read: every firing of every rule, the evidence of the trafficking provisions before that of others."""
    body = body_of(law)
    terms, rules = _terms(law.language, unseen)
    hits = with_own_country(body, body.apart(terms.find(body.words)), terms)
    hits = with_series(body, with_cited_aims(body, with_own_words(body, hits)))
    roles = roles_of(body, hits)
    return _fired(body, hits, roles, ties_of(body, hits, roles, clauses_of(body, hits)), rules)


def beside_offence(reading: Reading, unseen: str = "") -> Reading:
    """The same law beside one that holds the trafficking offence: what it says of all offences counts too.

    Its words are not read again; the rules are.
    """
    _, rules = _terms(reading.law.language, unseen)
    return _fired(reading.body, reading.hits, reading.roles, replace(reading.ties, beside=True), rules)


def _fired(body: Body, hits: Hits, roles: Roles, ties: Ties, rules: Sequence[Rule]) -> Reading:
    followed = (*derive(body, hits, roles), *child_heavier(body, hits, roles))
    derived = (f for f in followed if not ties.refused(f.element, (f.word, f.word + 1), ()))
    found = [*apply_rules(rules, body, hits, roles, ties), *derived, *find_flaws(body, hits, roles)]
    found = [_with_clause(_narrowed(item, body, hits, roles), ties) for item in found]
    found.sort(key=lambda f: (-f.weight, -roles.rank(f.word), f.word))
    return Reading(body.law, body, hits, roles, tuple(found), ties)


def _narrowed(item: Found, body: Body, hits: Hits, roles: Roles) -> Found:
    """A firing, weak where its place reaches less than its words say.

    "The worst forms of child labour are: the sale and trafficking of children, ..." forbids and makes no offence. An
    offence against children with sexual aims alone, in a law that punishes other aims elsewhere, needs no means for
    these only.
    """
    section = body.section_of(item.word)
    if item.weak or section is None or not item.element.startswith(_OF_THE_OFFENCE):
        return item
    opening = section.unit.start, section.heading_range[1] + _OPENING
    if within(hits.get("worst-forms", []), *opening) and not roles.has("crime", item.word):
        return replace(item, weak="as a worst form of child labour only")
    if item.element == "child.no_means" and not item.evidence.rule.startswith("derived."):
        return replace(item, weak=sexual_only(section.unit, body, hits, roles))
    return item


def _with_clause(item: Found, ties: Ties) -> Found:
    """A firing with what its clause does with the words."""
    return replace(item, evidence=replace(item.evidence, clause=ties.reading((item.word, item.word + 1), item.element)))


def _terms(language: str, unseen: str) -> tuple[TermMatcher, tuple[Rule, ...]]:
    if not unseen:
        return term_matcher(language), load_lexicon(language).rules
    from ctip_law.languages.places import lexicon_without

    lexicon, off = lexicon_without(language, unseen)
    return compile_terms(lexicon, off), lexicon.rules


def _finding(element: str, found: list[Found]) -> ElementFinding:
    if not found:
        return ElementFinding(element, "absent", why="no rule for it found words that count")
    strong = [f for f in found if not f.weak]
    chosen = strong or found
    evidence: list[Evidence] = []
    seen: set[tuple[str, str]] = set()
    for item in chosen:
        key = (item.evidence.law, item.evidence.num)
        if key not in seen:
            seen.add(key)
            evidence.append(item.evidence)
    why = "" if strong else chosen[0].weak
    return ElementFinding(element, "present" if strong else "weak", why=why, evidence=tuple(evidence[:_EVIDENCE]))


def _through_others(findings: dict[str, ElementFinding], flaws: Container[str]) -> dict[str, ElementFinding]:
    """The findings; what no rule found is found through another element where that says it, whole or in part."""
    out = dict(findings)
    for id, one in through().items():
        if findings[id].status != "absent" or any(flaw in flaws for flaw in one.unless):
            continue
        whole = [findings[other] for other in one.whole if findings[other].status == "present"]
        part = [findings[other] for other in one.part if findings[other].status == "present"]
        part += [findings[other] for other in one.weakly if findings[other].status != "absent"]
        if whole:
            out[id] = ElementFinding(id, "present", evidence=whole[0].evidence)
        elif part:
            out[id] = ElementFinding(id, "weak", why=one.why, evidence=part[0].evidence)
    return out


def _names_hard_aims(reading: Reading) -> bool:
    """Whether the offence of a law reaches aims beyond the sexual: a vice law beside a penal code that punishes
    trafficking for labour needs no means for one part of it only."""
    return any(item.element in _HARD_AIMS and not item.weak for item in reading.found)


def _weighed(findings: dict[str, ElementFinding], laws: Sequence[Law]) -> dict[str, ElementFinding]:
    """The findings with their confidence: the share of such findings that careful readers agreed with."""
    measured = reliability.load()
    breadth = measured.breadth_of(law.language for law in laws)
    shares = reliability.shares_found({id: finding.status for id, finding in findings.items()})
    return {
        id: replace(finding, confidence=measured.element(finding.status, breadth, shares[id]))
        for id, finding in findings.items()
    }


def _punishes(law: Law) -> bool:
    """Whether a penalty of a law has a term or a class: who "has been sentenced to imprisonment" gets no permit."""
    return any(row.max_years or row.life or row.death or row.grade for row in law.penalties)


def alarm(readings: Sequence[Reading], findings: Iterable[ElementFinding]) -> str | None:
    """A sentence when a law is plainly about trafficking but few of our wordings fire: "not found" is then withheld."""
    if sum(len(r.body.words.lower) for r in readings) < _ALARM_WORDS:
        return None
    states = [f.status for f in findings]
    present = sum(status in ("present", "weak") for status in states)
    if present >= _ALARM_SHARE * len(states):
        return None
    # a law that punishes nothing may well be on one matter alone: how convictions of victims are vacated
    own = [r for r in readings if not r.ties.amends and r.ties.manner.kind != "regulation" and _punishes(r.law)]
    if not any(r.ties.about == "trafficking" for r in own):
        return None
    return (
        f"only {present} of {len(states)} elements were found in a law on trafficking: its drafting family may not be "
        "covered by the lexicon, so what was not found may be there"
    )
