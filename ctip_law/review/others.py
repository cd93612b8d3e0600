"""Reviews of the folder that stand beside nothing, for they are of other laws than those that were read, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ctip_law.countries import country_name
from ctip_law.errors import CtipError, DataError
from ctip_law.model import Law, Report
from ctip_law.report.rows import flat, law_name
from ctip_law.review.beside import is_of, plain
from ctip_law.review.nouns import Mark, Review

#: As many reviews of laws that have nothing to do with those read are told one by one; of more it is said how many.
_ONE_BY_ONE = 3
#: What a lawyer fills in, which is read by `review import` and nowhere else.
_FILLED = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Unused:
    """Reviews that stand beside nothing: `near` are of a law that was read, `far` of none of them."""

    near: tuple[CtipError, ...] = ()
    far: tuple[CtipError, ...] = ()


def unused(reports: Sequence[Report], reviews: Iterable[Review]) -> Unused:
    """The reviews that are of none of the reports."""
    near: list[CtipError] = []
    far: list[CtipError] = []
    for review in reviews:
        if any(is_of(review, report) for report in reports):
            continue
        shared = next((one for one in reports if _shares(review, one)), None)
        if shared is None:
            remedy = "Give the law that was reviewed, or move the file out of the folder."
            far.append(_other(review, f"the review is of another law, {_titles(review)}", remedy))
        else:
            near.append(_other(review, *_why(review, shared)))
    return Unused(tuple(near), tuple(far))


def few(errors: Sequence[CtipError], folder: Path) -> Iterable[CtipError]:
    """The first of them, and how many more there are."""
    yield from errors[:_ONE_BY_ONE]
    more = len(errors) - _ONE_BY_ONE
    if more > 0:
        what = f"{more} more review{'s are' if more > 1 else ' is'} of laws that were not read"
        yield DataError("CT607", what, path=str(folder))


def filled_in(folder: Path) -> Iterable[CtipError]:
    """The workbooks and tables of a folder, of which nothing is used until they are imported."""
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _FILLED and not path.name.startswith(("~", ".")):
            what = "reviews are kept as .toml, and this file is not used"
            remedy = f"Keep it with `ctip-law review import {path.name}`."
            yield DataError("CT607", what, path=str(path), remedy=remedy)


def _why(review: Review, report: Report) -> tuple[str, str]:
    """What keeps a review of some of the same laws from being used, and what to do."""
    read, reviewed = report.ledger.laws, review.laws
    if len(read) != len(reviewed):
        return f"the review is of {_counted(reviewed)}, and {_counted(read)} here", f"Give {_titles(review)}."
    if all(any(_same(mark, law) for law in read) for mark in reviewed):
        order = [next(n for n, law in enumerate(read) if _same(mark, law)) for mark in reviewed]
        if order != sorted(order):
            return "the laws were reviewed in another order", f"Give {_titles(review)} in this order."
        what = f"the review was made {_for(review.country)}, and this is {_for(report.country)}"
        return what, f"Give -C {review.country}." if review.country else "Leave out -C."
    others = [plain(mark.title) for mark in reviewed if not any(_same(mark, law) for law in read)]
    return f"the review is also of {'; '.join(others)}", f"Give {_titles(review)}."


def _counted(laws: Sequence[Mark | Law]) -> str:
    return "1 law read by itself" if len(laws) == 1 else f"{len(laws)} laws read together"


def _for(country: str) -> str:
    return f"for {country_name(country)}" if country else "for no country"


def _titles(review: Review) -> str:
    return "; ".join(plain(mark.title) for mark in review.laws) or "which it does not name"


def _shares(review: Review, report: Report) -> bool:
    return any(_same(mark, law) for mark in review.laws for law in report.ledger.laws)


def _same(mark: Mark, law: Law) -> bool:
    """Whether a mark is of this law, in this text or another."""
    title = flat(law.title) or law_name(law)
    return (bool(mark.text_sha256) and mark.text_sha256 == law.source.text_sha256) or plain(mark.title) == title


def _other(review: Review, what: str, remedy: str) -> DataError:
    return DataError("CT607", what, path=review.path, remedy=remedy)
