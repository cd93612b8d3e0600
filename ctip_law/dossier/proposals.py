"""The model clauses for what was not found, numbered on from the law's last section and referring to its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ctip_law.bill.clauses import own_words, spoken
from ctip_law.bill.manner import Manner, manner_of
from ctip_law.bill.wording import languages, wording
from ctip_law.countries import country_name
from ctip_law.draft import Draft, DraftSection, draft_clause, for_duty, library
from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.match import Reading
from ctip_law.model import Law, ProvisionFinding, Report
from ctip_law.report.document import Clause
from ctip_law.report.naming import cited_together, plain
from ctip_law.report.rows import Row, flat, law_name
from ctip_law.report.words import OUTSIDE

#: Statuses for which a text is proposed.
_OPEN = ("partial", "gap", "not_in_legislation")


@dataclass(frozen=True, slots=True)
class Proposals:
    """`by_provision` names the clauses for each provision of the framework, `clauses` all of them in order."""

    by_provision: Mapping[str, tuple[Clause, ...]]
    clauses: tuple[Clause, ...]
    notes: tuple[str, ...]


def proposals(report: Report, rows: Sequence[Row]) -> Proposals:
    """One draft for all that is open, so that its clauses refer to each other by number."""
    found = {one.id: one for one in report.provisions}
    wanted: dict[str, list[str]] = {}
    for row in rows:
        if row.shown in _OPEN:
            for model in _models(found[row.id]):
                wanted.setdefault(model, []).append(row.id)
    if not wanted:
        return Proposals({}, (), ())
    law = _main(report)
    article = _is_article(law)
    values = {"country": country_name(report.country)} if report.country else {}
    draft = draft_clause(
        list(wanted),
        variables=values,
        tradition="civil" if article else "common",
        number_from=_next(law),
        standing=_standing(report, law, wanted, "article" if article else "section"),
    )
    manner = _manner(report, law)
    sections = (spoken(section, manner) if manner else section for section in draft.sections())
    clauses = {
        section.provision: Clause(
            key=section.provision,
            heading=section.heading,
            lines=tuple(section.lines()),
            notes=tuple(map(plain, _remarks(section))),
            answers=cited_together(wanted[section.provision]),
        )
        for section in sections
    }
    by: dict[str, tuple[Clause, ...]] = {}
    for row in rows:
        by[row.id] = tuple(clause for model, clause in clauses.items() if row.id in wanted[model])
    return Proposals(by, tuple(clauses.values()), tuple(_notes(draft, law, manner)))


def _remarks(section: DraftSection) -> Iterable[str]:
    """The drafting note, what a policy maker must decide, and what follows where a duty is not performed."""
    yield from section.note
    if section.questions:
        yield f"To decide: {' '.join(section.questions)}"
    if section.breach:
        yield f"If a duty is not performed: {section.breach}"


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
    if reading is None or not law.sections() or law.language.split("-")[0] not in languages():
        return None
    return manner_of(reading, wording(law.language, law.source.path))


def _is_article(law: Law) -> bool:
    kinds = [section.kind for section in law.sections()]
    return kinds.count("article") * 2 > len(kinds)


def _next(law: Law) -> int:
    """The number after the highest of the law's sections; 1 where they have none."""
    heads = (re.match(r"\d{1,4}", section.num) for section in law.sections())
    return max((int(head.group()) for head in heads if head), default=0) + 1


def _standing(report: Report, law: Law, wanted: Iterable[str], unit: str) -> dict[str, str]:
    """Where the law itself has what a model provision that is not proposed would provide: "section 4"."""
    found: dict[str, str] = {}
    for id, model in library().items():
        if id in wanted:
            continue
        for element in model.promises():
            evidence = report.ledger.elements[element].evidence
            if report.ledger.elements[element].status == "present" and evidence and evidence[0].num:
                title = _title(report, evidence[0].law)
                the = "" if title.casefold().startswith("the ") else "the "
                of = "" if evidence[0].law == law.id else f" of {the}{title}"
                found[id] = f"{unit} {evidence[0].num}{of}"
                break
    return found


def _title(report: Report, id: str) -> str:
    law = next(law for law in report.ledger.laws if law.id == id)
    return law_name(law)


def _notes(draft: Draft, law: Law, manner: Manner | None) -> Iterable[str]:
    title = law_name(law)
    yield (
        f"The clauses are model text, numbered on from the last number of {title}. Where each is to stand, and under"
        " which number, is for the drafter. Words in brackets are to be filled in."
    )
    if law.language != "en":
        yield "The clauses are drafted in English and are to be put into the language of the law."
    own = {flat(one.term).strip("“”\"'‘’ ").casefold(): one for one in law.definitions}
    kept, new = [], []
    for term, meaning in draft.terms:
        if manner:  # "victim" where the law says "trafficked person"
            term, meaning = own_words(term, manner), own_words(meaning, manner)
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
    open_ = [load().elements[id].label for id in draft.uncovered]
    if open_:
        yield f"No model text is held for: {'; '.join(open_)}."


def _section_of(law: Law, at: int) -> str:
    top = next((one for one in law.sections() if one.start <= at < one.end), None)
    return f"{top.kind} {top.num}" if top and top.num else OUTSIDE
