"""Puts reviews beside the findings of a report, and makes the review that a lawyer is to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ctip_law.errors import CtipError, DataError
from ctip_law.model import Decision, Law, Report
from ctip_law.report.data import tool
from ctip_law.report.rows import flat
from ctip_law.review.nouns import Here, Key, Mark, Review, Row, Said, findings, word

#: What the workbook adds to a title: "[2] Act 2019 (67 sections, language en)".
_TOLD = re.compile(r"^\[\d+\] |\s*\(\d+ sections?, .*\)$")


def of_report(report: Report, reviewer: str = "") -> Review:
    """The review of a report: every finding, with what `reviewer` decided before, or the only one who did."""
    names = sorted({one.reviewer for one in report.decisions})
    who = reviewer or (names[0] if len(names) == 1 else "")
    said = {(one.kind, one.id): one for one in report.decisions if one.reviewer == who}
    dates = {one.date for one in said.values()}
    laws = report.ledger.laws
    versions = tool(law.language for law in laws)
    return Review(
        path="",
        laws=tuple(Mark(flat(law.title or law.source.path), law.source.sha256, law.source.text_sha256) for law in laws),
        rows={key: _row(key, here, said.get(key)) for key, here in findings(report).items()},
        reviewer=who,
        date=dates.pop() if len(dates) == 1 else "",
        country=report.country,
        against=report.instruments,
        framework=versions["framework"],
        lexicon=versions["lexicon"],
    )


def _row(key: Key, here: Here, before: Decision | None) -> Row:
    said = Said(before.verdict, before.sections, before.reason) if before else Said()
    return Row(*key, said=said, here=here)


def beside(report: Report, reviews: Iterable[Review]) -> Report:
    """The report with the decisions of the reviews that are of its laws, flagged where something has changed since."""
    versions = tool(law.language for law in report.ledger.laws)
    found = findings(report)
    decisions: list[Decision] = []
    for review in reviews:
        if (changed := _changed(review, report, versions)) is not None:
            decisions += _decisions(review, found, changed)
    return replace(report, decisions=tuple(decisions))


def _decisions(review: Review, found: dict[Key, Here], changed: Sequence[str]) -> Iterator[Decision]:
    for key, row in review.rows.items():
        if not (row.said or row.agreed) or key not in found:
            continue
        seen, now = row.here.status if row.here else "", found[key].status
        moved = [f"the finding was {word(row.kind, seen)}"] if seen and seen != now else []
        yield Decision(
            *key,
            verdict=row.verdict,
            machine=seen,
            reason=row.said.note,
            sections=row.said.sections,
            reviewer=review.reviewer,
            date=review.date,
            stale=(*changed, *moved),
        )


def _changed(review: Review, report: Report, versions: dict[str, str]) -> list[str] | None:
    """What has changed since the review was made; None where it is of other laws."""
    laws = report.ledger.laws
    if len(review.laws) != len(laws):
        return None
    pairs = list(zip(review.laws, laws, strict=True))
    changed = []
    if any(mark.text_sha256 != law.source.text_sha256 for mark, law in pairs):
        if review.country != report.country or not all(_same_title(mark, law) for mark, law in pairs):
            return None
        changed.append("the text of the law has changed")
    for name, told in (("framework", "the framework has changed"), ("lexicon", "the lexicon has changed")):
        if getattr(review, name) != versions[name]:
            changed.append(told)
    return changed


def is_of(review: Review, report: Report) -> bool:
    """Whether a review is of the laws of a report, in this text or an earlier one."""
    return _changed(review, report, tool(law.language for law in report.ledger.laws)) is not None


def _same_title(mark: Mark, law: Law) -> bool:
    title = flat(law.title)
    return bool(title) and plain(mark.title) == title


def plain(title: str) -> str:
    """The title of a law as a file names it, without what the workbook says of its sections."""
    return _TOLD.sub("", _TOLD.sub("", flat(title)))


def not_to_be_kept(review: Review) -> list[CtipError]:
    """What keeps a review from being kept: no name, no law, an override without a reason, a side that is missing."""
    wrong: list[CtipError] = []
    if not review.reviewer:
        wrong.append(_bad(review, "the reviewer is not named", "Fill in Reviewer, or give --reviewer NAME."))
    if not all(mark.text_sha256 for mark in review.laws) or not review.laws:
        remedy = "Name the law too: `ctip-law review import FILE LAW`."
        wrong.append(_bad(review, "the file does not say which text was reviewed", remedy))
    said = [row for row in review.rows.values() if row.said or row.agreed]
    if not said:
        wrong.append(_bad(review, "nothing is decided in it", "Fill in the reviewer's columns."))
    for row in said:
        if row.here is None:
            remedy = "Name the law too: `ctip-law review import FILE LAW`."
            wrong.append(_bad(review, f"{row.id}: what the program found is not in the file", remedy, row.said.place))
        elif row.said.verdict not in ("", row.here.status) and not row.said.note:
            what = f"{row.id}: {word(row.kind, row.here.status)} is overridden by {word(row.kind, row.said.verdict)}"
            wrong.append(_bad(review, f"{what} without a reason", "Give the reason as the note.", row.said.place))
    return wrong


def _bad(review: Review, what: str, remedy: str, place: str = "") -> DataError:
    return DataError("CT601", what, path=review.path, place=place, remedy=remedy)
