"""From the corpus to what the pages show: the laws are read, matched and assessed by the same steps as `gap`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any

from ctip_law import corpus
from ctip_law.choice import check
from ctip_law.corpus.extracts import left_out
from ctip_law.countries import country_name
from ctip_law.errors import CtipError, UsageError
from ctip_law.evaluate.first import REAL, read_contacts, shares
from ctip_law.framework import Provision, load
from ctip_law.framework.state_facts import states
from ctip_law.model import Law, Manner, Report
from ctip_law.paths import data_folder
from ctip_law.report.data import NATURES, tool
from ctip_law.report.words import GENERAL_LAW, SUBJECT, not_read, repealed
from ctip_law.site.cells import Finder
from ctip_law.site.facts import facts_on
from ctip_law.site.nouns import Answer, CountryView, Former, Group, LawView, Question, SiteData, StateView, Unread
from ctip_law.site.official import original_language
from ctip_law.site.places import law_page, version_page
from ctip_law.site.words import QUESTIONS


def site_data(
    countries: Sequence[str] = (),
    against: Sequence[str] = ("tip",),
    told: Callable[[str], None] = lambda line: None,
) -> SiteData:
    """All that the site shows of these countries (all of the corpus without any), held against the instruments.

    `told` hears the progress. A law that cannot be read is left out and told of (`unread`). Raises UsageError CT001,
    CT002, CT004 or CT005 for a wrong country or instrument, and what `parse` raises where no law could be read.
    """
    from ctip_law.analyse import gap, parse

    check(list(against), "")  # a wrong instrument is told before any law is read
    if "binding" in against:
        raise UsageError(
            "CT004", "the site holds all countries against the same instruments", remedy="Name them with -I."
        )
    entries: dict[str, list[corpus.Entry]] = {}
    asked = {path.parent.name.upper() for one in countries for path in corpus.files(one, added=False)}
    codes = asked or set(corpus.countries())
    for entry in corpus.entries():
        if entry.country in codes:
            entries.setdefault(entry.country, []).append(entry)
    read: list[tuple[Report, list[corpus.Entry]]] = []
    unread: list[Unread] = []
    for code, own in entries.items():
        told(f"reading {country_name(code)}")
        laws: list[tuple[Law, corpus.Entry]] = []
        for entry in own:
            try:
                laws.append((parse(entry.path), entry))
            except CtipError as error:
                unread.append(Unread(entry, country_name(code), error))
        if laws:
            report = gap([law for law, _ in laws], against=list(against), country=code)
            read.append((report, [entry for _, entry in laws]))
    if not read:
        raise unread[0].error
    return assemble(read, unread)


def assemble(read: Iterable[tuple[Report, Sequence[corpus.Entry]]], unread: Sequence[Unread] = ()) -> SiteData:
    """The reports of countries, each with the entries of its laws in their order, as what the pages show."""
    views = sorted((_country(report, own, unread) for report, own in read), key=lambda view: view.name)
    asked = questions(views, views[0].report.instruments)
    provisions = load().provisions(views[0].report.instruments)
    judged = tuple(one for one in provisions if one.nature in NATURES)
    return SiteData(
        countries=tuple(views),
        provisions=provisions,
        judged=judged,
        groups=tuple(_groups(judged)),
        instruments=views[0].report.instruments,
        tool=tool(law.law.language for view in views for law in view.laws),
        drafts=dict(drafts(judged)),
        accuracy=accuracy(),
        labelled=labelled(),
        states=tuple(states_without_text({view.code for view in views}, unread)),
        questions=asked,
        unread=tuple(unread),
    )


def states_without_text(shown: set[str], unread: Sequence[Unread] = ()) -> Iterable[StateView]:
    """The members of the Bali Process of which the corpus holds no law, and the countries none of whose laws could be
    read, in the order of their names.

    A state whose law the corpus holds and this build leaves out has no page: to say "no text" of it would be false.
    """
    lost = {one.entry.country: one.country_name for one in unread if one.entry.country not in shown}
    held = (shown | set(corpus.countries())) - set(lost)
    codes = {one.code for one in states().values() if one.bali_process and one.code not in held} | set(lost)
    made = (facts_on(code) or StateView(code=code, name=lost.get(code, code)) for code in codes)
    return sorted(made, key=lambda one: one.name)


def questions(views: Sequence[CountryView], instruments: Sequence[str]) -> tuple[Question, ...]:
    """The questions of `words.QUESTIONS`: each leads to the first of its duties that the site holds.

    Where it holds none, the question has a page of its own, answered from the elements.
    """
    held = {one.id for one in load().provisions(instruments)}
    made = []
    for id, (words, duties, elements) in QUESTIONS.items():
        duty = next((one for one in duties if one in held), "")
        if duty:
            made.append(Question(id, words, f"provision/{duty}"))
        elif elements:
            answers = (_answer(view, elements) for view in views)
            made.append(Question(id, words, f"question/{id}", elements, tuple(answers)))
    return tuple(made)


def _answer(view: CountryView, elements: Sequence[str]) -> Answer:
    found, excerpts, doubted = Finder(view.report, view.code, view.name).asked(elements)
    silent = not found and not doubted
    return Answer(view, found, excerpts, silent and left_out(view.report.ledger).issuperset(elements), doubted)


def _country(report: Report, entries: Sequence[corpus.Entry], unread: Sequence[Unread]) -> CountryView:
    known = facts_on(report.country) or StateView(code=report.country, name=corpus.called(report.country))
    name = known.name
    finder = Finder(report, report.country, name)
    laws = tuple(_law(law, entry, name, report, finder) for law, entry in zip(report.ledger.laws, entries, strict=True))
    return CountryView(
        **{part.name: getattr(known, part.name) for part in fields(known)},
        report=report,
        laws=laws,
        cells={finding.id: finder.cell(finding) for finding in report.provisions},
        flaws=tuple(finder.flaw(defect) for defect in report.defects),
        cautions=(*_lost(report.country, unread), *_cautions(report)),
        lacks=corpus.lacks(report.ledger.laws),
    )


def _lost(country: str, unread: Sequence[Unread]) -> Iterable[str]:
    for one in unread:
        if one.entry.country == country:
            yield (
                f"{one.entry.title} could not be read ({one.error.code}): nothing of it was assessed, and what no"
                " provision was found on may stand there"
            )


def _cautions(report: Report) -> Iterable[str]:
    for law in report.ledger.laws:
        made = report.manners.get(law.id, Manner())
        if law.id in report.unread:
            yield f"{law.title}: {not_read(made.kind, made.principal)}"
        if made.repealed:
            yield f"{law.title}: {repealed(made.repealed)}"
    if report.ledger.alarm:
        yield report.ledger.alarm
    if any(finding.status == "gap" for finding in report.provisions):
        yield GENERAL_LAW
    for law in report.ledger.laws:
        if law.kind == "bill":
            yield f"{law.title} is a bill: what was passed later, or amended since, was not read"
        if not law.complete:
            yield f"{law.title} was not read whole"


def _law(law: Law, entry: corpus.Entry, country: str, report: Report, finder: Finder) -> LawView:
    cited: dict[str, list[str]] = {}
    tops = {clause.eid: section.eid for section in law.sections() for clause in section.walk()}
    for finding in report.provisions:
        for id in (*finding.present, *finding.weak):
            for found in report.ledger.elements[id].evidence[:1]:
                ids = cited.setdefault(tops.get(found.eid, found.eid), []) if found.law == law.id else []
                if finding.id not in ids and finding.nature in NATURES:
                    ids.append(finding.id)
    manner = report.manners.get(law.id, Manner())
    return LawView(
        page=law_page(law),
        permanent=version_page(law, entry.version),
        country=entry.country,
        country_name=country,
        entry=entry,
        law=law,
        cited={eid: tuple(ids) for eid, ids in cited.items()},
        penalties=tuple((finder.place(law.id, one.eid), one) for one in law.penalties),
        repealed=manner.repealed,
        principal=manner.principal if manner.kind == "amending" else "",
        former=tuple(_former(law, entry)),
        amending=tuple(_amending(entry)),
        original=original_language(entry) or law.language,
    )


def _former(law: Law, entry: corpus.Entry) -> Iterable[Former]:
    """The versions before, the newest first, each with what the one after it changed."""
    from ctip_law.analyse import parse
    from ctip_law.compare.versions import changes

    later = law
    for one in corpus.former(entry):
        earlier = parse(one.path)
        yield Former(version_page(earlier, one.version), one, earlier, changes(earlier, later))
        later = earlier


def _amending(entry: corpus.Entry) -> Iterable[Former]:
    """The acts whose changes are in the law, the newest first, without a comparison: they are no versions of it."""
    from ctip_law.analyse import parse

    for one in corpus.amending(entry):
        law = parse(one.path)
        yield Former(version_page(law, one.version), one, law, ())


def _groups(judged: Iterable[Provision]) -> Iterable[Group]:
    """The provisions by instrument and subject, subjects in the order in which the instrument comes to them."""
    made: dict[tuple[str, str], list[Provision]] = {}
    for one in judged:
        made.setdefault((one.instrument, one.cluster), []).append(one)
    several = len({instrument for instrument, _ in made}) > 1
    for (instrument, cluster), own in made.items():
        name = f"{instrument}: {SUBJECT[cluster]}" if several else SUBJECT[cluster]
        yield Group(instrument, cluster, name, tuple(own))


def drafts(judged: Iterable[Provision], language: str = "en") -> Iterable[tuple[str, str]]:
    """A model clause for each duty that the library has one for in the language."""
    from ctip_law.draft import draft_clause, render

    for one in judged:
        try:
            yield one.id, str(render(draft_clause(one.id, language=language), "text"))
        except UsageError:  # CT402: no model provision answers it
            continue


def labelled() -> dict[str, int]:
    """How many laws in each language were labelled by hand, or none where the figures are not at hand."""
    path = data_folder("docs") / "data" / "evaluation.json"
    found: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))["counts"] if path.is_file() else {}
    return found


def accuracy() -> dict[str, dict[str, float]]:
    """The figures kept with the documentation, or none: of laws when they were first met, then of laws known since.

    The latter per language with each law's own wordings off, and over all as they are read.
    """
    kept = data_folder("docs") / "data"
    if not (kept / "evaluation.json").is_file():
        return {}
    met = [one for one in read_contacts(kept / "first-contacts.jsonl") if one.how in REAL]
    result: dict[str, Any] = json.loads((kept / "evaluation.json").read_text(encoding="utf-8"))
    columns = {}
    for day in sorted({one.day for one in met}, reverse=True):
        of_day = [one for one in met if one.day == day]
        columns[f"{len(of_day)} laws when first met, {day}"] = shares(of_day)
    read = [part.partition(":")[0] for part in result["tool"]["lexicon"].split()]
    off = {f"{code}, own wordings off": result["left_out"]["languages"][code] for code in read}
    return {**columns, **off, "all laws as read": result["all"]}
