"""The part of `ctip-law evaluate` that holds reviewed gap analyses against the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from ctip_law.cli.options import Console
from ctip_law.errors import CtipError, UsageError

if TYPE_CHECKING:
    from ctip_law.model import Report
    from ctip_law.review.nouns import Review


def hold(paths: list[str], sources: list[str], lang: str, io: Console) -> None:
    """Agreement with the reviewers; of files that cannot be used all that is wrong is told, and nothing is scored."""
    from ctip_law.report.render import to_json
    from ctip_law.review.agreement import one_sided, result
    from ctip_law.review.nouns import read_reviews
    from ctip_law.review.table import table
    from ctip_law.review.toml import as_toml

    if io.form == "toml" and len(paths) > 1:
        raise UsageError("CT007", "-f toml writes one review", remedy="Give --reviewed once.")
    if lang and not sources:
        raise UsageError("CT007", "--lang is of the law, and none is read", remedy="Give --law SOURCE.")
    for path in paths:
        io.reads(path)
    reviews, wrong = read_reviews(paths)
    _stop(wrong, io)
    notes: list[str] = []
    if sources:
        reviews, notes = _again(reviews, sources, lang, io)
    _stop([error for review in reviews for error in one_sided(review)], io)
    if io.form == "toml":
        io.result(as_toml(reviews[0]))
    else:
        made = result(reviews, notes, again=bool(sources))
        notes = made["notes"]
        io.result(to_json(made) if io.form == "json" else table(made))
    for note in notes:
        io.note(note)


def _again(reviews: list[Review], sources: list[str], lang: str, io: Console) -> tuple[list[Review], list[str]]:
    """The reviews with what the program finds today, in the instruments that each is about."""
    from ctip_law import gap
    from ctip_law.cli.sources import read_laws
    from ctip_law.model import Law
    from ctip_law.review.nouns import read_again

    laws = [law for law in read_laws(sources, lang, io) if isinstance(law, Law)]
    _stop([], io)
    done: list[Review] = []
    wrong: list[CtipError] = []
    notes: list[str] = []
    reports: dict[tuple[tuple[str, ...], str], Report] = {}
    for review in reviews:
        asked = (review.instruments, review.country)
        if asked not in reports:
            io.step("matching")
            reports[asked] = gap(laws, against=review.instruments, country=review.country)
        made, errors, told = read_again(review, reports[asked])
        done.append(made)
        wrong += errors
        notes += told
    _stop(wrong, io)
    return done, notes


def _stop(wrong: Sequence[CtipError], io: Console) -> None:
    """Tells all that is wrong and leaves, if anything is or was."""
    for error in wrong:
        io.failed(error)
    if io.failures:
        raise typer.Exit(io.exit_code(0))
