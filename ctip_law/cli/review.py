"""ctip-law review"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from ctip_law.cli.app import settings
from ctip_law.cli.options import Against, Console, Country, Lang, ReviewsKept, with_console
from ctip_law.cli.sources import read_laws
from ctip_law.errors import CtipError, UsageError
from ctip_law.model import Law

if TYPE_CHECKING:
    from ctip_law.review.nouns import Review

app = typer.Typer(
    **settings(),
    no_args_is_help=True,
    help="Take a lawyer's decisions on the findings out and in.",
    epilog="Example: ctip-law review export act.txt -o act.xlsx",
)

Reviewer = Annotated[str, typer.Option("--reviewer", metavar="NAME", help="The lawyer whose decisions these are.")]
#: Forms of a file to be filled in.
FORMS = ("xlsx", "csv", "toml")


@app.callback()
def _group() -> None:
    """Take a lawyer's decisions on the findings out and in."""


@app.command("export")
@with_console(*FORMS)
def export(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LAW]...", help="The statutes, read together; with -C alone, the corpus has them."),
    ] = None,
    country: Country = "",
    against: Against = "",
    reviewer: Reviewer = "",
    reviews: ReviewsKept = "",
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Write every finding of a law with columns for a lawyer's verdict, sections and reason.

    A finding is the verdict on a provision, with the readings of its elements beneath. What the lawyer decided before
    stands in the columns.

    \b
    Example: ctip-law review export act.txt -C MY -o act.xlsx
             ctip-law review export act.txt -o act.csv --reviewer "A. Lawyer"
             ctip-law review export -C SG -o sg.xlsx
    """
    from ctip_law import corpus, gap, review_export
    from ctip_law.choice import check
    from ctip_law.cli.reviews import with_reviews

    check(against, country)  # a wrong id is told before anything is read
    if not sources and not country:
        raise UsageError("CT007", "nothing to review", remedy="Name a statute, or a country with -C.")
    paths = sources or [str(path) for path in corpus.files(country)]
    laws = [law for law in read_laws(paths, lang, io) if isinstance(law, Law)]
    if laws:
        report = with_reviews(gap(laws, against=against, country=country), reviews, io)
        if reviewer:
            report = replace(report, decisions=tuple(one for one in report.decisions if one.reviewer == reviewer))
        io.result(review_export(report, io.form, reviewer=reviewer))
    raise typer.Exit(io.exit_code(len(laws)))


@app.command("import")
@with_console("table", "json")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What the lawyer filled in: .xlsx, .csv or .toml.")],
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[LAW]...", help="The statutes, to hold the review against them.")
    ] = None,
    reviewer: Reviewer = "",
    reviews: ReviewsKept = "",
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Keep a lawyer's decisions beside the findings, and print where the two agree.

    Nothing of the file is executed, and it is kept whole or not at all. An override needs a reason. With LAW, the text
    must be the one that was reviewed and have the sections that are named. The decisions are shown beside the findings
    by `gap` and `explain --law`, and flagged where law, framework or lexicon changed since.

    \b
    Example: ctip-law review import act.xlsx
             ctip-law review import act.xlsx act.txt --reviewer "A. Lawyer"
    """
    from ctip_law.cli.reviews import keep
    from ctip_law.report.render import to_json
    from ctip_law.review.agreement import result
    from ctip_law.review.beside import not_to_be_kept
    from ctip_law.review.nouns import read_reviews
    from ctip_law.review.table import table

    io.reads(file)
    found, wrong = read_reviews([file])
    _stop(wrong, io)
    (review,) = (replace(one, reviewer=reviewer or one.reviewer) for one in found)
    if sources:
        review = _held(review, sources, lang, io)
    _stop(not_to_be_kept(review), io)
    keep(review, reviews, io)
    made = result([review])
    io.result(to_json(made) if io.form == "json" else table(made))


def _held(review: Review, sources: list[str], lang: str, io: Console) -> Review:
    """The review once it was held against the laws, with the program's side where the file does not have it."""
    from ctip_law import gap
    from ctip_law.report.data import tool
    from ctip_law.review.nouns import read_again

    laws = [law for law in read_laws(sources, lang, io) if isinstance(law, Law)]
    _stop([], io)
    today, wrong, notes = read_again(review, gap(laws, against=review.instruments, country=review.country))
    _stop(wrong, io)
    for note in notes:
        io.note(note)
    if all(row.here for row in review.rows.values()):
        return replace(review, laws=today.laws)
    versions = tool(law.language for law in laws)
    rows = {key: row for key, row in today.rows.items() if row.said or row.agreed}
    return replace(today, rows=rows, framework=versions["framework"], lexicon=versions["lexicon"])


def _stop(wrong: list[CtipError], io: Console) -> None:
    """Tells all that is wrong and leaves, if anything is or was."""
    for error in wrong:
        io.failed(error)
    if io.failures:
        raise typer.Exit(io.exit_code(0))
