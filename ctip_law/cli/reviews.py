"""Where a user's reviews are kept, and how commands put them beside their findings."""

from __future__ import annotations

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
    place = folder(given)
    if not any(place.glob("*.toml")):
        return report
    from ctip_law.review.beside import beside
    from ctip_law.review.store import kept

    reviews, wrong = kept(place)
    for error in wrong:
        io.failed(error)
    made = beside(report, reviews)
    stale = sum(bool(one.stale) for one in made.decisions)
    if stale:
        io.note(f"{stale} of {len(made.decisions)} reviewed findings are stale: see what each says")
    return made


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
