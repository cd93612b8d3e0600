"""The model clauses for what was not found, in the language of the law where there are model clauses in it, numbered on
from the law's last section and referring to its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ctip_law.bill.clauses import own_words, spoken
from ctip_law.bill.manner import Manner, manner_of, tradition_of
from ctip_law.bill.wording import base_of, wording
from ctip_law.bill.wording import languages as languages_of_bills
from ctip_law.draft import Draft, DraftSection, country_said, draft_clause, for_duty, languages, library
from ctip_law.draft.assemble import style_of
from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.match import Reading
from ctip_law.model import Law, ProvisionFinding, Report
from ctip_law.profiles import profile_for
from ctip_law.report.document import ON_BREACH, TO_DECIDE, Clause
from ctip_law.report.naming import cited_together, plain
from ctip_law.report.rows import Row, flat, law_name
from ctip_law.report.words import OUTSIDE

#: The number in the heading of a clause.
_NUMBER = re.compile(r"\d+\w*(?:-\w+)?")
#: Statuses for which a text is proposed.
_OPEN = ("partial", "gap", "not_in_legislation")


@dataclass(frozen=True, slots=True)
class Proposals:
    """`by_provision` names the clauses for each provision of the framework, `clauses` all of them in order."""

    by_provision: Mapping[str, tuple[Clause, ...]]
    clauses: tuple[Clause, ...]
    notes: tuple[str, ...]


def proposals(report: Report, rows: Sequence[Row]) -> Proposals:
    """One draft for all that is open, so that its clauses refer to each other by number; what there is no model text
    for in the language of the law stands behind it in English.
    """
    found = {one.id: one for one in report.provisions}
    wanted: dict[str, list[str]] = {}
    for row in rows:
        if row.shown in _OPEN:
            for model in _models(found[row.id]):
                wanted.setdefault(model, []).append(row.id)
    if not wanted:
        return Proposals({}, (), ())
    law = _main(report)
    manner = _manner(report, law)
    drafts = tuple(_drafts(report, law, list(wanted)))
    clauses = {
        section.provision: Clause(
            key=section.provision,
            heading=section.heading,
            lines=tuple(section.lines()),
            notes=tuple(map(plain, _remarks(section))),
            answers=cited_together(wanted[section.provision]),
        )
        for draft in drafts
        for section in _sections(draft, law, manner)
    }
    alike, clauses = _said_once(clauses)
    by: dict[str, tuple[Clause, ...]] = {}
    for row in rows:
        by[row.id] = tuple(clause for model, clause in clauses.items() if row.id in wanted[model])
    return Proposals(by, tuple(clauses.values()), _with(alike, _notes(drafts, law, manner)))


def _drafts(report: Report, law: Law, wanted: Sequence[str]) -> Iterable[Draft]:
    """The model clauses in the language of the law, then in English those that there are none of in it."""
    kind = "article" if _is_article(law) else "section"
    language = _language(law)
    number, standing = _next(law), _standing(report, law, wanted, kind, language)
    for spoken_in in dict.fromkeys((language, "en")):
        ids = [id for id in wanted if (id in library(language)) == (spoken_in == language)]
        if not ids:
            continue
        named = country_said(report.country, spoken_in)
        draft = draft_clause(
            ids, variables=named, tradition=tradition_of(kind, spoken_in), number_from=number, standing=standing,
            language=spoken_in,
        )  # fmt: skip
        yield draft
        number += len(draft.sections())
        standing = _standing(report, law, wanted, kind, "en")
        standing |= {section.provision: f"{kind} {section.num}" for section in draft.sections()}


def _language(law: Law) -> str:
    """The language of the clauses: that of the law, where there are model clauses in it."""
    base = base_of(law.language)
    return base if base in languages() else "en"


def _sections(draft: Draft, law: Law, manner: Manner | None) -> Iterable[DraftSection]:
    """The sections of a draft, in the law's own words where it is in the law's language."""
    own = manner is not None and draft.language == base_of(law.language)
    return (spoken(section, manner) if own and manner else section for section in draft.sections())


def _remarks(section: DraftSection) -> Iterable[str]:
    """The drafting note, what a policy maker must decide, and what follows where a duty is not performed."""
    yield from section.note
    if section.questions:
        yield f"{TO_DECIDE}{' '.join(section.questions)}"
    if section.breach:
        yield f"{ON_BREACH}{section.breach}"


def _said_once(clauses: dict[str, Clause]) -> tuple[list[str], dict[str, Clause]]:
    """What follows where duties of several clauses are not performed, as notes of all, and the clauses without it."""
    having: dict[str, list[Clause]] = {}
    for one in clauses.values():
        for note in one.notes:
            if note.startswith(ON_BREACH):
                having.setdefault(note, []).append(one)
    shared = {note: own for note, own in having.items() if len(own) > 1}
    left = {
        key: replace(one, notes=tuple(note for note in one.notes if note not in shared)) for key, one in clauses.items()
    }
    told = []
    for note, own in shared.items():
        numbers = ", ".join(found.group() if (found := _NUMBER.search(one.heading)) else one.heading for one in own)
        told.append(f"{ON_BREACH.removesuffix(': ')} ({numbers}): {note.removeprefix(ON_BREACH)}")
    return told, left


def _with(alike: Sequence[str], notes: Iterable[str]) -> tuple[str, ...]:
    """The notes for the drafter, those on all clauses behind the first; the list of terms stays at the end."""
    first, *rest = notes
    return (first, *alike, *rest)


def _models(found: ProvisionFinding) -> list[str]:
    """The model provisions for what a finding lacks: those for its duty that provide some of it."""
    lacking = {*found.weak, *found.missing}
    try:
        models = for_duty(found.id)
    except UsageError:
        return []
    useful = [one.id for one in models if lacking & set(one.promises())]
    if not useful and lacking:
        useful = [one.id for one in models if found.id in one.duties]
    return useful if lacking else [one.id for one in models if found.id in one.duties]


def _main(report: Report) -> Law:
    """The law that the clauses would go into: the one with the trafficking offence, else the first."""
    elements = report.ledger.elements
    offence = elements["scope.no_ocg"].evidence or elements["act.recruitment"].evidence
    laws = {law.id: law for law in report.ledger.laws}
    return laws[offence[0].law] if offence and offence[0].law in laws else report.ledger.laws[0]


def _manner(report: Report, law: Law) -> Manner | None:
    """How the law is drafted and what it calls a victim; None where it is in no language of the model clauses."""
    reading = next((one for one in report.ledger.readings if isinstance(one, Reading) and one.law.id == law.id), None)
    if reading is None or not law.sections() or law.language.split("-")[0] not in languages_of_bills():
        return None
    return manner_of(reading, wording(law.language, law.source.path))


def _is_article(law: Law) -> bool:
    kinds = [section.kind for section in law.sections()]
    return kinds.count("article") * 2 > len(kinds)


def _next(law: Law) -> int:
    """The number after the highest of the law's sections; 1 where they have none."""
    heads = (re.match(r"\d{1,4}", section.num) for section in law.sections())
    return max((int(head.group()) for head in heads if head), default=0) + 1


def _standing(report: Report, law: Law, wanted: Iterable[str], kind: str, language: str) -> dict[str, str]:
    """Where the law itself has what a model provision that is not proposed would provide: "section 4"."""
    unit = style_of(tradition_of(kind, language), language).unit
    found: dict[str, str] = {}
    for id, model in library(language).items():
        if id in wanted:
            continue
        for element in model.promises():
            evidence = report.ledger.elements[element].evidence
            if report.ledger.elements[element].status == "present" and evidence and evidence[0].num:
                of = "" if evidence[0].law == law.id else _of(_title(report, evidence[0].law), language)
                found[id] = f"{unit} {evidence[0].num}{of}"
                break
    return found


def _of(title: str, language: str) -> str:
    """Which law a section is of; in brackets where the language would bend the words."""
    if language != "en":
        return f" ({title})"
    return f" of {title}" if title.casefold().startswith("the ") else f" of the {title}"


def _title(report: Report, id: str) -> str:
    law = next(law for law in report.ledger.laws if law.id == id)
    return law_name(law)


def _notes(drafts: Sequence[Draft], law: Law, manner: Manner | None) -> Iterable[str]:
    title = law_name(law)
    yield (
        f"The clauses are model text, numbered on from the last number of {title}. Where each is to stand, and under"
        " which number, is for the drafter. Words in brackets are to be filled in."
    )
    yield from _in_which_language(drafts, law)
    terms = [_own_term(pair, draft, law, manner) for draft in drafts for pair in draft.terms]
    own = {flat(one.term).strip("“”\"'‘’ ").casefold(): one for one in law.definitions}
    kept, new = [], []
    for term, meaning in dict(terms).items():
        one = own.get(term.casefold())
        num = _section_of(law, one.start) if one else ""
        if one:
            kept.append(f"“{term}” ({num})" if num else f"“{term}”")
        elif manner is None or term not in manner.own.values():  # which is the law's own word, defined or not
            new.append(f"“{term}” {meaning}")
    if kept:
        yield f"Terms that the law defines itself, whose meaning is kept: {', '.join(kept)}."
    if new:
        yield "Terms to define in the law, each in the words that follow:"
        yield from (f"{one}." for one in new)
    open_ = dict.fromkeys(load().elements[id].label for draft in drafts for id in draft.uncovered)
    if open_:
        yield f"No model text is held for: {'; '.join(open_)}."


def _own_term(pair: tuple[str, str], draft: Draft, law: Law, manner: Manner | None) -> tuple[str, str]:
    """A term and its meaning, with "victim" where the law says "trafficked person"."""
    if manner is None or draft.language != base_of(law.language):
        return pair
    return own_words(pair[0], manner), own_words(pair[1], manner)


def _in_which_language(drafts: Sequence[Draft], law: Law) -> Iterable[str]:
    """What is to be put into the language of the law."""
    english = [section.num for draft in drafts if draft.language == "en" for section in draft.sections()]
    if base_of(law.language) == "en" or not english:
        return
    if len(drafts) == 1:
        yield "The clauses are drafted in English and are to be put into the language of the law."
        return
    profile = profile_for(law.language)
    tongue = profile.name if profile else "the language of the law"
    several = len(english) > 1
    yield (
        f"No model text in {tongue} is held for {'numbers' if several else 'number'} {', '.join(english)}:"
        f" {'they are' if several else 'it is'} drafted in English and {'are' if several else 'is'} to be translated."
    )


def _section_of(law: Law, at: int) -> str:
    top = next((one for one in law.sections() if one.start <= at < one.end), None)
    return f"{top.kind} {top.num}" if top and top.num else OUTSIDE
