"""Reads trafficking statutes, shows which treaty duties they meet with the words that prove it, drafts what is missing.

The Python API. The command line calls only these; nothing heavy is imported before a function is called.

    >>> import ctip_law
    >>> law = ctip_law.parse("my-act.txt")                    # doctest: +SKIP
    >>> report = ctip_law.gap([law], against="tip")           # doctest: +SKIP
    >>> print(ctip_law.render_gap(report, "table"))           # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import ctip_law.compare
import ctip_law.evaluate
import ctip_law.screen  # noqa: F401  the three loaded here, or they would later take the place of functions of their names
from ctip_law.analyse import gap, parse
from ctip_law.analyse import laws_of as _laws
from ctip_law.errors import CtipError

if TYPE_CHECKING:
    from pathlib import Path

    from ctip_law.bill import Bill
    from ctip_law.compare.amend import Consolidation
    from ctip_law.compare.diff import Diff
    from ctip_law.compare.laws import Comparison
    from ctip_law.compare.region import Region
    from ctip_law.draft import Draft
    from ctip_law.model import Law, Report
    from ctip_law.report.matrix import Matrix
    from ctip_law.screen.run import Screening
    from ctip_law.site.nouns import SiteData

__version__ = "0.1.0"

__all__ = [
    "CtipError",
    "amend",
    "compare",
    "compare_region",
    "diff",
    "draft_amend",
    "draft_clause",
    "draft_law",
    "evaluate",
    "explain",
    "gap",
    "matrix",
    "parse",
    "render_bill",
    "render_compare",
    "render_diff",
    "render_gap",
    "render_handout",
    "render_law",
    "render_matrix",
    "render_region",
    "render_screen",
    "review_export",
    "schema",
    "screen",
    "search",
    "site_build",
    "site_check",
]


def render_law(law: Law, form: str = "tree") -> str | bytes:
    """A law as "tree", "json" (schema `law`), "text" (the text that all offsets count in), "akn" or "md"."""
    from ctip_law.report.render import render_law as render

    return render(law, form)


def render_gap(report: Report, form: str = "table", **options: Any) -> str | bytes:
    """A gap analysis as "table", "json" (schema `gap`), "csv", "md", "html", "docx", "xlsx" or "pdf", or for a build as
    "sarif", "github" or "junit".
    """
    from ctip_law.dossier import render_gap as render

    return render(report, form, **options)


def render_handout(report: Report, kind: str, form: str = "md", **options: Any) -> str | bytes:
    """A document made from the findings: "questionnaire", "policy-guide", "manual", "action-plan", "checklists" or
    "labour", as "md", "html", "docx", "xlsx", "csv", "pdf" or "json" (schema `handout`).
    """
    from ctip_law.dossier.handouts.make import render_handout as render

    return render(report, kind, form, **options)


def matrix(reports: Sequence[Report], strengths: Sequence[str] = (), labels: Sequence[str] = ()) -> Matrix:
    """The reports of several laws or countries side by side.

    `strengths` limits the duties, `labels` name the columns.
    """
    from ctip_law.report.matrix import matrix as run

    return run(reports, strengths, labels)


def render_matrix(made: Matrix, form: str = "table", **options: Any) -> str | bytes:
    """A comparison as "table", "json" (schema `matrix`), "csv", "md" or "html"; the whole document on each law or
    country as "docx", "xlsx" or "pdf", and with `whole=True` as "md", "html" or "csv" too.
    """
    from ctip_law.dossier import render_matrix as render

    return render(made, form, **options)


def search(query: str, laws: Iterable[Law], *, limit: int = 0, elements: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The clauses that have the words of a query, best first, each as the schema `search` has it; `limit` 0: all.

    `elements` keeps those in which the matcher finds one of them. Raises UsageError CT004 for a query without a word.
    """
    from ctip_law.report.search import search as run

    return run(query, laws, limit=limit, elements=elements)


def explain(id: str, report: Report | None = None, *, form: str = "text") -> str:
    """The entry of a provision, element, defect, instrument, status or error code, in words a lawyer can read.

    With a `report` that `gap` made: the whole story of what was found on a provision, element or defect, as "text" or
    "json" (schema `story`). Raises UsageError CT003 for an unknown id.
    """
    from ctip_law.report.explain import explain as entry
    from ctip_law.report.explain import explain_finding

    return entry(id) if report is None else explain_finding(id, report, form)


def compare(
    first: str | Path | Law | Iterable[str | Path | Law],
    second: str | Path | Law | Iterable[str | Path | Law],
    *,
    provision: str | Sequence[str] = (),
    against: str | Sequence[str] = "",
    lens: str = "",
) -> Comparison:
    """Two laws, or two bundles, side by side by element, held against the same instruments.

    `provision` limits it to some provisions, `lens` to what one question asks for. Without `against`: the Trafficking
    in Persons Protocol, or what the lens brings. Raises UsageError CT002 to CT004 for an unknown id, and what `parse`
    raises.
    """
    from ctip_law.compare.laws import compare as run

    return run(_laws(first), _laws(second), provision=provision, against=against, lens=lens)


def compare_region(
    members: Sequence[tuple[str, str, Sequence[Law]]],
    *,
    against: str | Sequence[str] = "",
    provision: str | Sequence[str] = (),
    lens: str = "",
    group: str = "",
    without: Sequence[tuple[str, str]] = (),
    ranked: bool = False,
) -> Region:
    """Several laws or countries together: how many meet each duty, penalties, which are alike; (key, name, laws) each.

    `group` names the group of states, `without` those of which no law is held. An order is made only where `ranked`
    asks for it. Raises UsageError CT002, CT003, CT004 or CT007.
    """
    from ctip_law.compare.region import region as run

    return run(members, against=against, provision=provision, lens=lens, group=group, without=without, ranked=ranked)


def render_region(
    made: Region, form: str = "table", *, errors: Sequence[CtipError] = (), paper: str = "a4"
) -> str | bytes:
    """A comparison of several as "table", "json" (schema `region`), "csv", "md", "html", "docx", "xlsx" or "pdf"."""
    from ctip_law.compare.region import data
    from ctip_law.report.region import REGION_FORMATS, render
    from ctip_law.report.render import with_head

    laws = [law for one in made.members for law in one.report.ledger.laws]
    return with_head("region", data(made), form, laws, errors, lambda body: render(body, form, paper), REGION_FORMATS)


def render_compare(
    made: Comparison, form: str = "table", *, full: bool = False, errors: Sequence[CtipError] = (), paper: str = "a4"
) -> str | bytes:
    """A comparison as "table", "json" (schema `compare`), "csv", "md", "html", "docx", "xlsx" or "pdf"; `full` shows
    all quoted words.
    """
    from ctip_law.compare.laws import data
    from ctip_law.report.render import with_head
    from ctip_law.report.side_by_side import TWO_FORMS, render

    laws = (*made.first.ledger.laws, *made.second.ledger.laws)

    def told(body: dict[str, Any]) -> str | bytes:
        return render(body, form, full=full, paper=paper)

    return with_head("compare", data(made), form, laws, errors, told, TWO_FORMS)


def diff(
    old: str | Path | Law,
    new: str | Path | Law,
    *,
    against: str | Sequence[str] = "",
    country: str = "",
    amending: bool | None = None,
) -> Diff:
    """What changes from one version of a law to another, in the text and in the verdicts.

    `new` may be an act that amends `old`, which is recognised unless `amending` says so. `against` and `country` are as
    for `gap`. Raises InputError CT202 when an amending act gives no instruction, UsageError CT001 or CT002, and what
    `parse` raises.
    """
    from ctip_law.compare.diff import diff as run

    (before,), (after,) = _laws(old), _laws(new)
    return run(before, after, against=against, country=country, amending=amending)


def render_diff(made: Diff, form: str = "table", *, errors: Sequence[CtipError] = (), paper: str = "a4") -> str | bytes:
    """A difference as "table", "json" (schema `diff`), "md", "html", "docx", "xlsx" or "pdf"."""
    from ctip_law.compare.diff import data
    from ctip_law.report.difference import DIFF_FORMS, render
    from ctip_law.report.render import with_head

    def told(body: dict[str, Any]) -> str | bytes:
        return render(body, form, paper)

    return with_head("diff", data(made), form, (made.old, made.new), errors, told, DIFF_FORMS)


def amend(old: str | Path | Law, act: str | Path | Law) -> Consolidation:
    """`old` as amended by `act`: the new law, and what became of each instruction.

    Raises InputError CT202 when no instruction was read in `act`, and what `parse` raises.
    """
    from ctip_law.compare.amend import amend as run

    (before,), (after,) = _laws(old), _laws(act)
    return run(before, after)


def draft_clause(
    ids: str | Sequence[str],
    *,
    variables: Mapping[str, str | int] | None = None,
    tradition: str = "common",
    number_from: int | str = 1,
) -> Draft:
    """Model clauses for duties, elements or model provisions, numbered from `number_from`.

    `variables` fills blanks and takes options by name; `level` in it says how far the other options go.
    `ctip_law.draft.render` writes the draft. Raises UsageError CT003 or CT402 for an id, CT004 for a variable,
    tradition or number.
    """
    from ctip_law.draft import draft_clause as run

    return run(ids, variables=variables, tradition=tradition, number_from=number_from)


def draft_law(
    *,
    title: str = "",
    country: str = "",
    tradition: str = "common",
    law: str = "",
    only: str | Sequence[str] = (),
    without: str | Sequence[str] = (),
    variables: Mapping[str, str | int] | None = None,
) -> Draft:
    """A whole model law, or what the ids in `only` need of it, but for the model provisions in `without`.

    `country` is the name as it stands in the text. `law` is "trafficking" or "smuggling", by default the first that
    holds what `only` names. Raises as `draft_clause`.
    """
    from ctip_law.draft import draft_law as run

    return run(
        title=title, country=country, tradition=tradition, law=law, only=only, without=without, variables=variables
    )


def review_export(report: Report, form: str = "xlsx", *, reviewer: str = "") -> str | bytes:
    """The findings of a report for a lawyer to decide on, as "xlsx", "csv" or "toml", with what was decided before.

    Raises UsageError CT004 for another form.
    """
    from ctip_law.review.out import export

    return export(report, form, reviewer=reviewer)


def draft_amend(
    sources: str | Path | Law | Iterable[str | Path | Law],
    *,
    against: str | Sequence[str] = "",
    country: str = "",
    tradition: str = "",
    strength: str = "mandatory",
    measures: bool = False,
    also: Sequence[str] = (),
    without: Sequence[str] = (),
    variables: Mapping[str, str | int] | None = None,
) -> Bill:
    """The bill that closes the gaps of the first source, the others read beside it, proved by carrying it out.

    `against` and `country` are as for `gap`. `strength` is the weakest strength of duties that the bill answers,
    `measures` takes in those that a measure beside the law can perform, `also` and `without` name duties or model
    provisions to take in or to leave alone. Raises UsageError CT003 or CT004 for an id or a value, InputError CT403 for
    a language without model provisions, CT405 for a law that amends another, CT201 for a law without numbered sections,
    and what `gap` raises.
    """
    from ctip_law.bill import amending_bill as run

    return run(
        sources, against=against, country=country, tradition=tradition, strength=strength, measures=measures,
        also=also, without=without, variables=variables,
    )  # fmt: skip


def render_bill(
    bill: Bill, form: str = "md", *, notes: bool = True, errors: Sequence[CtipError] = (), template: str = ""
) -> str | bytes:
    """A bill as "md", "html", "docx", "json" (schema `bill`), "text" or "akn"; `template` is one of your own."""
    from ctip_law.bill.write import render_bill as run

    return run(bill, form, notes=notes, errors=tuple(errors), template=template)


def evaluate(gold: str | Path, corpus: str | Path, **options: Any) -> dict[str, Any]:
    """Accuracy on the hand-read labels in the folder `gold`, whose sources are in the folder `corpus`."""
    from ctip_law.evaluate.run import evaluate as run

    return run(gold, corpus, **options)


def screen(paths: str | Path | Sequence[str | Path], *, against: str | Sequence[str] = "", **options: Any) -> Screening:
    """Whole statute books screened: which laws bear on trafficking, and what all of them say together on each duty.

    `paths`: files, folders and archives. `options` are those of `ctip_law.screen.run.screen`: country, lang, engine,
    workers, scheduler, store. Without `against`: the Trafficking in Persons Protocol. Raises UsageError CT002 for an
    unknown instrument, MissingExtra CT901 without Dask.
    """
    from pathlib import PurePath

    from ctip_law.choice import same_for_all
    from ctip_law.screen.run import screen as run

    several = [paths] if isinstance(paths, str | PurePath) else paths
    return run([str(path) for path in several], same_for_all(against), **options)


def render_screen(made: Screening, form: str = "table") -> str:
    """A screening as "table", "md", "json" (schema `screen`) or "jsonl"."""
    from ctip_law.screen.render import render

    return render(made, form)


def site_build(
    folder: str | Path,
    *,
    against: str | Sequence[str] = "tip",
    countries: str | Sequence[str] = (),
    base: str = "",
    language: str = "en",
    contact: str = "",
    official: str | Path | None = None,
    told: Callable[[str], None] = lambda line: None,
) -> SiteData:
    """The published site of the corpus, written into `folder`, and what its pages show.

    `countries` limits it to some (all of the corpus without any), `base` is the address at which it will stand,
    `language` that of the interface, `contact` where readers report errors, `official` the folder of official
    texts that were fetched, to be shown beside the restatements, `told` hears the progress.

    Raises MissingExtra CT901 without the extra `site`, UsageError CT902 for a folder that holds something else, CT004
    for a wrong address or a language without a catalogue, CT001, CT002 or CT005 for a wrong country or instrument,
    CtipError CT501 or DataError CT502 when the site is not sound.
    """
    from ctip_law.site.build import build

    wanted = [part.strip() for part in against.split(",")] if isinstance(against, str) else list(against)
    codes = [part.strip() for part in countries.split(",")] if isinstance(countries, str) else list(countries)
    codes = [code for code in codes if code]
    made = {"base": base, "language": language, "contact": contact}
    return build(folder, against=wanted, countries=codes, **made, official=official, told=told)


def site_check(folder: str | Path, *, browser: bool = False) -> list[CtipError]:
    """What is wrong with a built site: dead links and anchors, outside resources, files that are too large.

    With `browser` one page of each kind is opened in Chromium too, light and dark, wide and on a phone, and looked over
    by axe-core. Raises InputError CT101 where there is no site, MissingExtra CT901 where the browser is not at hand.
    """
    from ctip_law.site.check import check

    found = check(folder)
    if browser:
        from ctip_law.site.browse import browse

        found += browse(folder)
    return found


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of an output. Raises UsageError CT004 for an unknown name."""
    from ctip_law.report.schemas import schema as run

    return run(name)
