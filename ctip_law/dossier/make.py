"""The document of one report, or of several side by side: every part put together from the findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ctip_law.countries import country_name
from ctip_law.dossier.advice import ORDER, advice, leading, recommendations
from ctip_law.dossier.penalties import table
from ctip_law.dossier.proposals import Proposals, proposals
from ctip_law.dossier.quote import Quoter
from ctip_law.dossier.reasons import in_words, reasons, sentence
from ctip_law.dossier.standing import day, held
from ctip_law.dossier.themes import context, meanings, not_read, themes
from ctip_law.errors import CtipError
from ctip_law.framework import load
from ctip_law.framework.state_facts import state
from ctip_law.knowledge import measured
from ctip_law.languages import languages
from ctip_law.model import Decision, DefectFinding, Evidence, Law, ProvisionFinding, ReadingCheck, Report
from ctip_law.profiles import profile_for
from ctip_law.report.data import COUNTED, NATURES, STRENGTHS, tool
from ctip_law.report.document import (
    Chapter,
    Count,
    Document,
    Element,
    Finding,
    Group,
    Held,
    LawRead,
    Observation,
    Review,
)
from ctip_law.report.naming import LEGEND, SHORT, article, cited, listed, plain
from ctip_law.report.naming import STRENGTHS as STRENGTH_NAMES
from ctip_law.report.rows import Row, Sheet, decided, flat, law_name, sheet
from ctip_law.report.words import DISCLAIMER, ELEMENT, PROVISION, STRENGTH

#: Characters of the law that a row of the matrix quotes; the annex has the sections whole.
_QUOTED = 1150

METHOD = (
    "The law was read section by section. Each article of the instruments applied was taken apart into what it asks a"
    " statute to provide, and for each of these things the law was searched for words that provide it, with what limits"
    " or denies them. Every finding rests on the words quoted beside it.",
    "Statuses are given by fixed rules from what was found; the same text always gives the same result. Duties are"
    " counted by their strength, and no score is made of them. Duties that an administrative measure can answer are"
    " counted apart from those that need a provision of law.",
    "Defects of drafting are named where words of the law show them. Where one rests on silence, the entry says that no"
    " rule was found.",
    ORDER,
)
LIMITS = (
    "A gap means that no provision was found in the text given. Other laws that were not read, such as the penal code,"
    " the law of procedure or the law on immigration, may answer it.",
    "What is written in a law says nothing on how it is applied.",
    "Provisions of an instrument that ask nothing of a statute, being operational or owed between States, are not"
    " judged.",
)
#: What made the document, in words.
_PARTS = {
    "version": "ctip-law",
    "framework": "the data on instruments",
    "lexicon": "the wordings",
    "weights": "the weights",
}
#: The limit that explains the star behind an article.
STARRED = "* What this article asks for was not checked against the full text of the instrument."


def document(reports: Sequence[Report], *, labels: Sequence[str] = (), errors: Sequence[CtipError] = ()) -> Document:
    """The document on one report or, side by side, on several; `labels` name them where there are several.

    `errors` are the inputs that could not be read.
    """
    sheets = [sheet(report) for report in reports]
    names = list(labels) or [_label(report) for report in reports]
    standing = [held(report) for report in reports]
    chapters = tuple(
        _Maker(report, one, name, facts[:2]).chapter()
        for report, one, name, facts in zip(reports, sheets, names, standing, strict=True)
    )
    starred = any(row.starred for chapter in chapters for row in chapter.rows())
    made = tool(law.language for report in reports for law in report.ledger.laws)
    shown = {status for chapter in chapters for row in chapter.rows() for status in (row.status,)}
    title = f"Gap analysis: {names[0]}" if len(names) == 1 else f"Gap analysis: {', '.join(names)}"
    return Document(
        title=title,
        chapters=chapters,
        method=METHOD,
        limits=(*LIMITS, measured.load().words, DISCLAIMER, *([STARRED] if starred else [])),
        legend=tuple((" ".join(PROVISION[id][:2]), LEGEND[id]) for id in LEGEND if id in shown),
        sources=tuple(dict.fromkeys(source for facts in standing for source in facts[2])),
        made_with=f"Prepared with ctip-law {made['version']}, instruments as of data version {made['framework']}.",
        about=tuple((f"Version of {_PARTS[key]}", str(value)) for key, value in made.items()),
        errors=tuple(map(_told, errors)),
    )


def _label(report: Report) -> str:
    return _country(report) or ", ".join(map(law_name, report.ledger.laws))


def _country(report: Report) -> str:
    if not report.country:
        return ""
    known = state(report.country)
    return known.long_name if known else country_name(report.country)


class _Maker:
    """One chapter in the making."""

    def __init__(self, report: Report, made: Sheet, label: str, facts: tuple[tuple[Held, ...], ...]) -> None:
        self.report, self.sheet, self.label = report, made, label
        self.applied, self.left_out = facts
        self.quoter = Quoter(report.ledger.laws)
        self.found = {one.id: one for one in report.provisions}
        labels = load().defects
        self.defects = {
            labels[one.id].label: "; ".join(self.quoter.places(one.evidence, numbered=True))
            for one in report.defects
            if one.basis == "text"
        }
        self.proposals: Proposals = proposals(report, made.rows())

    def chapter(self) -> Chapter:
        """All of it."""
        report = self.report
        groups = tuple(self._groups())
        rows = [row for group in groups for row in group.rows]
        evidence = [one for row in rows for one in self._evidence(self.found[row.key])]
        to_read = [one for row in rows for one in self._to_read(self.found[row.key])]
        shown = [one for defect in report.defects for one in defect.evidence]
        unread = not_read(report)
        penalties, left = table(report.ledger.laws, {(one.law, one.num) for one in evidence}, languages(), self.quoter)
        return Chapter(
            label=self.label,
            country=_country(report),
            code=report.country,
            laws=tuple(map(_law, report.ledger.laws)),
            head=(*self.sheet.lens, *self.sheet.head, *([unread] if unread else [])),
            applied=self.applied,
            left_out=self.left_out,
            counts=tuple(_counts(rows)),
            aside=self.sheet.aside,
            leading=(*([unread] if unread and any(row.status == "gap" for row in rows) else []), *leading(rows)),
            silent=_silent(rows),
            groups=groups,
            advice=recommendations(rows),
            penalties=penalties,
            penalties_note=left,
            observations=tuple(map(self._observation, report.defects)),
            cited=self.quoter.cited([*evidence, *to_read, *shown]),
            proposed=self.proposals.clauses,
            proposed_notes=self.proposals.notes,
            cautions=tuple(_cautions(self.sheet)),
            reading=tuple(_checked(report.reading)),
            elements=tuple(_elements(report)),
            reviews=tuple(map(_review, report.decisions)),
            context=tuple(context(report)),
            themes=tuple(themes(rows, self.quoter)),
            meanings=tuple(meanings(report, self.quoter)),
        )

    def _groups(self) -> Iterator[Group]:
        framework = load()
        rows = [row for _, group in self.sheet.groups for row in group]
        for (instrument, strength), own in groupby(rows, key=lambda row: (row.instrument, row.strength)):
            title, meaning = STRENGTH[strength]
            made = tuple(map(self._row, own))
            yield Group(framework.instruments[instrument].name, f"{SHORT[instrument]}: {title.lower()}", meaning, made)

    def _evidence(self, found: ProvisionFinding) -> Iterator[Evidence]:
        for id in (*found.present, *found.weak):
            yield from self.report.ledger.elements[id].evidence[:1]

    def _to_read(self, found: ProvisionFinding) -> Iterator[Evidence]:
        """The words for which no verdict is given, where nothing was found: those that a lawyer is told to read."""
        if found.status != "unclear" or found.present or found.weak:
            return
        for one in found.candidates:
            law = self.quoter.laws.get(one.law)
            at = law.text.find(one.quote) if law and one.quote else -1
            if at >= 0 and re.search(rf"\bsection {re.escape(one.num)}\b", found.why):
                yield Evidence(one.law, one.eid, one.num, at, at + len(one.quote), one.quote, "")
                return

    def _row(self, row: Row) -> Finding:
        found = self.found[row.id]
        told = row.shown != "not_assessed"
        passages, rest = self.quoter.passages(self._evidence(found) if told else (), _QUOTED)
        if to_read := tuple(self._to_read(found)):  # no finding rests on these, so nothing in them is marked
            passages = tuple(replace(one, found=()) for one in self.quoter.passages(to_read, _QUOTED)[0])
        return Finding(
            key=row.id,
            cited=cited(row.id),
            article=article(row.instrument, row.article),
            title=row.title,
            strength=row.strength,
            nature=row.nature,
            status=row.shown,
            word=row.word,
            asks=_asks(row.asks),
            softened=plain(row.softened),
            passages=passages,
            more=f"Also {', '.join(rest)}: see the annex." if rest else "",
            why=tuple(map(self.quoter.called, reasons(row, found, self.report, self.quoter))),
            advice=self.quoter.called(plain(advice(row, found, self.defects))),
            proposed=self.proposals.by_provision.get(row.id, ()),
            starred=row.starred,
            sections=row.sections,
            weak="; ".join(map(plain, row.weak)),
            missing="; ".join(str(one) for one in row.missing),
            reviews=row.reviews,
        )

    def _observation(self, defect: DefectFinding) -> Observation:
        one = load().defects[defect.id]
        held_to = [id for id in defect.provisions if id in self.found]
        told, colon, names = plain(defect.title(one.label)).partition(": ")
        return Observation(
            key=defect.id,
            words=sentence(told + colon + listed(names)),
            basis=defect.basis,
            place="; ".join(self.quoter.places(defect.evidence)) if defect.basis == "text" else "",
            articles=tuple(cited(id) for id in held_to),
            why=plain(one.why),
            mend=plain(defect.fix),
        )


def _asks(words: str) -> str:
    """What an article asks for; of one that asks what another asks, that too."""
    other = re.fullmatch(r"As ([\w-]+)\.", words.strip())
    known = {one.id: one for one in load().provisions()} if other else {}
    if other and other[1] in known:
        return f"{plain(words).rstrip('.')}: {plain(known[other[1]].statute_must_contain)}"
    return plain(words)


def _review(one: Decision) -> Review:
    """What a lawyer decided, in words."""
    framework = load()
    words = PROVISION if one.kind == "provision" else ELEMENT
    title = framework.provision(one.id).title if one.kind == "provision" else framework.elements[one.id].label
    return Review(
        kind=one.kind,
        key=one.id,
        title=title,
        told=decided(one),
        machine=words[one.machine][1] if one.machine else "",
        verdict=words[one.verdict][1] if one.verdict else "",
        reason=one.reason,
        sections="; ".join(one.sections),
        reviewer=one.reviewer,
        date=one.date,
        stale="; ".join(one.stale),
    )


def _law(law: Law) -> LawRead:
    units = len(law.sections())
    kind = next((section.kind for section in law.sections()), "section")
    facts = [
        ("File", flat(law.source.path).rpartition("/")[2]),
        ("Version of the text", day(law.version, on="") if law.version else "not stated in the file"),
        ("In force", day(law.in_force, on="") if law.in_force else "not stated in the file"),
        ("Language", _language(law.language)),
        ("Read", f"{units} {kind}{'' if units == 1 else 's'}" + ("" if law.complete else ", not the whole law")),
        ("SHA-256 of the file", law.source.sha256),
        ("SHA-256 of the text", law.source.text_sha256),
    ]
    if law.restatement:
        facts.insert(1, ("Kind of text", "a restatement in other words, which is not the law"))
    if law.source.official:
        facts.insert(1, ("Kind of text", "as officially published"))
    return LawRead(law_name(law), tuple(facts))


def _language(code: str) -> str:
    """The English name of a language that is known, else its code."""
    profile = profile_for(code) if code else None
    return profile.name if profile else code or "not recognised"


def _told(error: CtipError) -> str:
    """An input that was not read, or only kept: its file's name and what is wrong, in words of a lawyer."""
    name = error.path.rpartition("/")[2]
    words = sentence(in_words(error.message))
    return f"{name}: {words[:1].lower()}{words[1:]}" if name else words


def _counts(rows: Sequence[Finding]) -> Iterator[Count]:
    """A row for each strength of the duties that need a law, then of those that a measure can answer too."""
    for nature in NATURES:
        for strength in STRENGTHS:
            own = [row.status for row in rows if (row.nature, row.strength) == (nature, strength)]
            if own:
                yield Count(strength, STRENGTH_NAMES[strength], nature, tuple((s, own.count(s)) for s in COUNTED))


def _silent(rows: Sequence[Finding]) -> str:
    """How many mandatory duties got no verdict, so that nobody takes them for answered; "" for none."""
    mandatory = [row for row in rows if row.strength == "mandatory"]
    open_ = [row for row in mandatory if row.status == "not_assessed"]
    if not open_:
        return ""
    if len(open_) == len(mandatory):
        return f"No verdict was given on any mandatory duty. {open_[0].why[0] if open_[0].why else ''}".strip()
    return f"No verdict was given on {len(open_)} of {len(mandatory)} mandatory duties: see the matrix."


def _cautions(made: Sheet) -> Iterable[str]:
    """What must be known of how this law was read; what the limits say already is left out."""
    for caution in made.cautions:
        coded = _CODED.match(caution)
        words = sentence(in_words(f"{coded[1] or ''}{_upper(caution[coded.end() :])}" if coded else caution))
        if words and not caution.startswith(("*", "general law", "the framework's own entry")):
            yield words


#: How a warning on the reading begins: "[2] CT207: ".
_CODED = re.compile(r"(\[\d+\] )?CT\d{3}: ")


def _upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


#: What of the checks of a reading is told: how the text was taken apart, and how much of the offence was found.
_TOLD = ("parse", "vocabulary", "offence", "purpose", "means")


def _checked(checks: Sequence[ReadingCheck]) -> Iterator[str]:
    """What was found sound in one sentence, and each thing that was not, to be checked."""
    told = [one for one in checks if one.id in _TOLD]
    sound = [in_words(one.why).partition("; with fewer")[0] for one in told if one.sound]
    if sound:
        yield sentence(f"What was checked of the reading, and is in order: {'; '.join(sound)}")
    for one in told:
        if not one.sound:
            yield sentence(f"To be checked: {in_words(one.why)}")


def _elements(report: Report) -> Iterator[Element]:
    labels = load().elements
    for finding in report.ledger.elements.values():
        first = finding.evidence[0] if finding.evidence else None
        yield Element(
            key=finding.id,
            label=labels[finding.id].label,
            word=ELEMENT[finding.status][1],
            section=first.num if first else "",
            quote=flat(first.quote) if first else "",
            way=", ".join(first.via) if first else "",
            why=in_words(finding.why),
        )
