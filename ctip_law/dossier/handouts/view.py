"""What templates see, made from a report: the same words as in the matrix, put by subject and by question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ctip_law.dossier.handouts.nouns import Contacts, Duty, Part, Point, Statute, Step, Subject, Tally, Trace, View
from ctip_law.dossier.handouts.points import Line, Listed, listed
from ctip_law.dossier.make import STARRED, document
from ctip_law.dossier.quote import Quoter
from ctip_law.errors import CtipError
from ctip_law.framework import load
from ctip_law.model import Evidence, Report
from ctip_law.report.document import Chapter, Finding
from ctip_law.report.naming import NATURES, STRENGTHS, cited_together
from ctip_law.report.words import ELEMENT, PROVISION, STRENGTH

#: Statuses that leave nothing to do, and those that leave a duty open.
_DONE = ("met", "elsewhere", "divergence")
_TO_DECIDE = "To decide: "
#: Characters of the law that stand behind one question.
_QUOTED = 1500


def view(report: Report, *, contacts: Contacts | None = None, errors: Sequence[CtipError] = ()) -> View:
    """All that a template sees of the report. `errors` are the inputs that could not be read."""
    made = document([report], errors=errors)
    chapter = made.chapters[0]
    duties = {row.key: _duty(row) for row in chapter.rows()}
    points = _Points(report)
    manual = {one.id: points.part(one) for one in listed("manual")}
    return View(
        name=chapter.label,
        country=chapter.country,
        laws=tuple(Statute(law.title, law.facts) for law in chapter.laws),
        applied=chapter.applied,
        left_out=chapter.left_out,
        tallies=tuple(_tallies(chapter)),
        duties=tuple(duties.values()),
        subjects=tuple(_subjects(duties, points)),
        leading=tuple(map(_alone, chapter.leading)),
        silent=_alone(chapter.silent),
        steps=tuple(_steps(chapter)),
        penalties=chapter.penalties,
        penalties_note=chapter.penalties_note,
        observations=chapter.observations,
        offence=(manual["offence"], manual["proceedings"]),
        protection=(manual["protection"],),
        checklists=tuple(points.part(one) for one in listed("checklists")),
        labour=tuple(points.part(one) for one in listed("labour")),
        contacts=contacts,
        legend=made.legend,
        cautions=(*chapter.head, *chapter.cautions, *chapter.reading),
        limits=tuple(one for one in made.limits if one != STARRED),
        sources=made.sources,
        made_with=made.made_with,
        errors=made.errors,
    )


def _alone(words: str) -> str:
    """A sentence that points to a part of the matrix's document, without that."""
    return re.sub(r": see the (?:matrix|recommendations)\.$", ".", words)


def _duty(row: Finding) -> Duty:
    return Duty(
        cited=row.cited,
        title=row.title,
        asks=row.asks,
        strength=STRENGTHS[row.strength],
        meaning=f"{': '.join(STRENGTH[row.strength])}.",
        softened=row.softened,
        status=PROVISION[row.status][1],
        sign=PROVISION[row.status][0],
        open=row.status not in _DONE,
        found=any(one.found for one in row.passages),
        needs_law=row.nature == "legislative",
        sections=row.sections,
        passages=row.passages,
        more=row.more.replace(": see the annex.", "."),
        why=row.why,
        advice=row.advice,
        proposed=tuple(clause.heading for clause in row.proposed),
        decide=tuple(dict.fromkeys(_decisions(row))),
        checked=not row.starred,
    )


def _decisions(row: Finding) -> Iterator[str]:
    for clause in row.proposed:
        for note in clause.notes:
            if note.startswith(_TO_DECIDE):
                yield note.removeprefix(_TO_DECIDE)


def _steps(chapter: Chapter) -> Iterator[Step]:
    rows = {row.cited: row for row in chapter.rows()}
    for one in chapter.advice:
        first = rows[one.articles[0]]
        why = first.why if first.status == "unclear" else ()
        yield Step(one.rank, one.words, one.articles, STRENGTHS[one.strength], one.proposed, why)


def _tallies(chapter: Chapter) -> Iterator[Tally]:
    for one in chapter.counts:
        counts = tuple(f"{n} {PROVISION[status][1]}" for status, n in one.numbers if n)
        yield Tally(NATURES[one.nature], one.heading, counts)


def _subjects(duties: dict[str, Duty], points: _Points) -> Iterator[Subject]:
    """The subjects that the instruments applied have duties on, with the questions on practice."""
    framework = load()
    for one in listed("questions"):
        own = tuple(duty for key, duty in duties.items() if framework.provision(key).cluster == one.id)
        if own:
            yield Subject(one.title, one.about, own, points.part(one).points)


class _Points:
    """Finds what the laws have on each line of a list."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.quoter = Quoter(report.ledger.laws)
        # An amending act that says nothing on a thing, or a text read badly, is no sign that nothing is there.
        self.silent = bool(report.ledger.alarm) or len(report.unread) == len(report.ledger.laws)

    def part(self, one: Listed) -> Part:
        """A list with what the laws have on its lines."""
        return Part(one.title, one.about, tuple(map(self._point, one.lines)))

    def _point(self, line: Line) -> Point:
        traces = tuple(map(self._trace, line.shows))
        evidence = [one for id in line.shows for one in self._evidence(id)]
        passages, rest = self.quoter.passages(evidence, _QUOTED)
        more = f"Also {', '.join(rest)}." if rest else ""
        return Point(line.words, self._serves(line.serves), traces, _sentence(traces), passages, more)

    def _evidence(self, id: str) -> tuple[Evidence, ...]:
        """The words to cite on an element that was found, in full or in part."""
        found = self.report.ledger.elements[id]
        return found.evidence[:1] if found.status in ("present", "weak") else ()

    def _serves(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The articles of the instruments applied; where none of these has one, those of others, with a word on it."""
        framework = load()
        held = [id for id in ids if framework.provision(id).instrument in self.report.instruments]
        if held:
            return cited_together(held)
        return tuple(f"{one} (not applied here)" for one in cited_together(ids))

    def _trace(self, id: str) -> Trace:
        found = self.report.ledger.elements[id]
        status = "no provision found" if found.status == "absent" else ELEMENT[found.status][1]
        if found.status == "absent" and self.silent:
            status = "not judged"
        place = "; ".join(self.quoter.places(self._evidence(id), numbered=True))
        return Trace(load().elements[id].label, status, place)


def _sentence(traces: Iterable[Trace]) -> str:
    """ "Found: medical care (section 4); in part: ...; no provision found: ..." """
    told: dict[str, list[str]] = {}
    for one in traces:
        told.setdefault(one.status, []).append(f"{one.label} ({one.place})" if one.place else one.label)
    words = "; ".join(f"{status}: {', '.join(labels)}" for status, labels in told.items())
    return f"{words[:1].upper()}{words[1:]}." if words else ""
