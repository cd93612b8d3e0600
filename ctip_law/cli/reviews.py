"""Where a user's reviews are kept, and how commands put them beside their findings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ctip_law.cli.options import Console
from ctip_law.errors import UsageError
from ctip_law.files import write_file
from ctip_law.model import Report

if TYPE_CHECKING:
    from ctip_law.review.nouns import Review


def folder(given: str) -> Path:
    """The folder that the call, the environment or the configuration names, or the user's own."""
    if given:
        return Path(given)
    import typer

    return Path(typer.get_app_dir("ctip-law")) / "reviews"


def with_reviews(report: Report, given: str, io: Console) -> Report:
    """The report with the decisions that are kept on its laws; a file that cannot be used is told and left out."""
    (made,) = each_with_reviews([report], given, io)
    return made


def each_with_reviews(reports: Sequence[Report], given: str, io: Console) -> list[Report]:
    """The reports with the decisions that are kept on their laws. A file that cannot be used is told and left out; so
    is one that is of other laws, but of the user's own folder only where it is of some of them.
    """
    place = _readable(given)
    if place is None:
        return list(reports)
    from ctip_law.review.beside import beside
    from ctip_law.review.others import few, filled_in, unused
    from ctip_law.review.store import kept

    reviews, wrong = kept(place)
    for error in wrong:
        io.failed(error)
    made = [beside(report, reviews) for report in reports]
    left = unused(reports, reviews)
    for error in (*left.near, *(few(left.far, place) if given else ()), *filled_in(place)):
        io.warned(str(error))
    decisions = [one for report in made for one in report.decisions]
    if stale := sum(bool(one.stale) for one in decisions):
        are = "is" if stale == 1 else "are"
        io.note(f"{stale} of {len(decisions)} reviewed findings {are} stale: see what each says")
    return made


def _readable(given: str) -> Path | None:
    """The folder, or None where there is none yet. Raises UsageError CT004 where the call names a file."""
    place = folder(given)
    if place.is_dir():
        return place
    if place.exists():
        remedy = "Name the folder, or keep the file with `ctip-law review import`."
        raise UsageError("CT004", "--reviews takes a folder, and this is a file", path=str(place), remedy=remedy)
    return None


def keep(review: Review, given: str, io: Console) -> None:
    """Writes a review into the folder. Raises UsageError CT902 where it cannot be made."""
    from ctip_law.review.nouns import read_reviews
    from ctip_law.review.store import file_of, no_longer
    from ctip_law.review.toml import as_toml

    place = folder(given)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("CT902", error.strerror or "cannot be made", path=str(place)) from None
    path = place / file_of(review)
    if path.exists():
        before, wrong = read_reviews([path])
        gone = [id for one in before for _, id in no_longer(one, review)]
        told = f"; no longer decided: {', '.join(gone)}" if gone else ""
        io.note(f"{path} is replaced{', and could not be read' if wrong else told}")
    write_file(path, as_toml(review).encode())
    decided = sum(bool(row.said or row.agreed) for row in review.rows.values())
    io.note(f"kept {decided} decisions of {review.reviewer} in {path}")
