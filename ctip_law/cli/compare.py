"""ctip-law compare"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ctip_law.cli.options import Against, Console, Lang, Lens, Paper, Reviews, with_console
from ctip_law.cli.reviews import each_with_reviews
from ctip_law.cli.show import read_law
from ctip_law.cli.sources import portable, unread_languages, warn
from ctip_law.errors import ConfigError, CtipError, UsageError
from ctip_law.model import Law
from ctip_law.report.region import REGION_FORMATS

if TYPE_CHECKING:
    from ctip_law.compare.laws import Comparison

#: What stands for the model law where a law is named.
MODEL = "model"


@with_console(*REGION_FORMATS)
def command(
    of: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="LAW|COUNTRY",
            help="Files, -, laws of the corpus, codes of countries, or model for the model law: two or more.",
        ),
    ] = None,
    region: Annotated[
        str, typer.Option("--region", metavar="GROUP", help="The states of a group, such as bali, asean, saarc or pif.")
    ] = "",
    rank: Annotated[
        bool, typer.Option("--rank", help="Of several: say too which meets the most. Not done unless asked for.")
    ] = False,
    provision: Annotated[
        str,
        typer.Option("-p", "--provision", metavar="IDS", help="Only these provisions; of two, with all quotes."),
    ] = "",
    against: Against = "",
    lens: Lens = "",
    reviews: Reviews = "",
    lang: Lang = "",
    paper: Paper = "a4",
    *,
    io: Console,
) -> None:
    """Put two laws side by side, element by element, or several together.

    All are held against the same instruments: without -I, the Trafficking in Persons Protocol. Several countries, or
    those of a --region of which the corpus has a law, are told of in figures: how many laws meet each duty, in part or
    not at all, which stand apart, the penalties as numbers, the laws most alike, and for each duty good examples with
    their sections. Nothing is ranked without --rank. Of two laws, -p shows the words of both and what differs in them.

    \b
    Example: ctip-law compare MY SG
             ctip-law compare act.html bill.docx -p tip-3a,tip-6-6
             ctip-law compare my-bill.txt model -p tip-6-6
             ctip-law compare --region bali -o region.docx
             ctip-law compare MY SG TH my-bill.txt --lens victims -f csv
    """
    from ctip_law.compare.laws import check

    names = list(of or [])
    if names.count("-") > 1:
        raise UsageError("CT007", "standard input (-) can be read only once", remedy="Name - once.")
    check(provision, against, lens)  # a wrong id is told before anything is read
    if region or rank or len(names) > 2:
        _several(names, region, io, provision=provision, against=against, lens=lens, reviews=reviews, lang=lang,
                 rank=rank, paper=paper)  # fmt: skip
    if len(names) < 2:
        raise UsageError("CT007", "two laws are needed to compare", remedy="Name two or more, or a --region.")
    from ctip_law import compare, render_compare

    first, second = (laws_of(name, lang, io) for name in names)
    for law in (*first, *second):
        warn(law, io)
    told = unread_languages([*first, *second], io)
    io.step("matching")
    made = compare(first, second, provision=provision, against=against, lens=lens)
    made = _beside(made, reviews, io)
    io.result(render_compare(made, io.form, full=bool(provision), errors=told, paper=paper))


def _beside(made: Comparison, reviews: str, io: Console) -> Comparison:
    """The comparison with what lawyers decided on both sides."""
    first, second = each_with_reviews([made.first, made.second], reviews, io)
    return replace(made, first=first, second=second)


def _several(
    names: list[str],
    group: str,
    io: Console,
    *,
    provision: str,
    against: str,
    lens: str,
    reviews: str,
    lang: str,
    rank: bool,
    paper: str,
) -> None:
    """The laws named and those of the group together; one that cannot be read is told, and the others are compared."""
    from ctip_law import compare_region, corpus, render_region
    from ctip_law.compare.region import group_members
    from ctip_law.countries import country_name

    inside = group_members(group) if group else ()
    held = [code for code in inside if code in corpus.countries()]
    without = [(code, country_name(code)) for code in inside if code not in held]
    members = list(_read(list(dict.fromkeys((*held, *names))), lang, io))
    read = [law for _, _, laws in members for law in laws]
    for law in read:
        warn(law, io)
    told = unread_languages(read, io)
    if len(members) < 2 and io.failures:
        raise typer.Exit(io.exit_code(0))
    io.step("matching")
    made = compare_region(
        members, against=against, provision=provision, lens=lens, group=group, without=without, ranked=rank
    )
    reports = each_with_reviews([one.report for one in made.members], reviews, io)
    with_them = (replace(one, report=report) for one, report in zip(made.members, reports, strict=True))
    made = replace(made, members=tuple(with_them))
    io.result(render_region(made, io.form, errors=[*io.failures, *told], paper=paper))
    raise typer.Exit(io.exit_code(len(members)))


def _read(names: list[str], lang: str, io: Console) -> Iterator[tuple[str, str, list[Law]]]:
    """What each is called, in short and in full, and its laws; names that two have get a number."""
    from ctip_law.countries import country_code, country_name, is_country

    seen: dict[str, int] = {}
    for name in names:
        io.step(f"reading {name}")
        try:
            laws = laws_of(name, lang, io)
        except (UsageError, ConfigError):  # the call or the program's own data, not this source
            raise
        except CtipError as error:
            io.failed(error)
            continue
        country = name not in ("-", MODEL) and not Path(name).exists() and is_country(name)
        title = country_name(name) if country else laws[0].title or Path(laws[0].source.path).name
        key = country_code(name) if country else title
        seen[key] = seen.get(key, 0) + 1
        number = f" ({seen[key]})" if seen[key] > 1 else ""
        yield key + number, title + number, laws


def laws_of(name: str, lang: str, io: Console) -> list[Law]:
    """The law with this name, the laws of the country with this code, or the model law."""
    from ctip_law import corpus, draft_law, parse
    from ctip_law.countries import is_country
    from ctip_law.draft import to_law

    if name == MODEL and not Path(name).exists():
        law = to_law(draft_law())
        return [replace(law, title=f"Model law: {law.title}")]
    if name != "-" and not Path(name).exists() and is_country(name):
        return [portable(parse(path, lang=lang)) for path in corpus.files(name)]
    return [portable(read_law(name, lang, io))]
