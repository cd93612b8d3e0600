"""The pipeline: a statute's file to a law, laws to the report that holds them against the instruments.

    file --read--> Document --structure--> Law --annotate--> Law --match--> Ledger --assess--> Report

What stands above it (compare, report, site, the command line) asks here and never puts the steps together itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from ctip_law.model import Law, Report
    from ctip_law.read.raw import Revisions

    #: What a caller may give for a law: its file, or the law as it was read.
    Source: TypeAlias = str | Path | Law


def parse(
    source: str | Path,
    *,
    lang: str = "",
    stdin: bytes | None = None,
    revisions: Revisions = "accept",
    encoding: str = "",
    sections: bool = True,
    law: str = "",
) -> Law:
    """A statute as a clause model with definitions, references, penalties and ages.

    `source` is a file in any format that is read, or "-" with its bytes as `stdin`. `lang` (such as "en")
    overrides what the file declares. `revisions`: tracked changes of a Word file are taken as made ("accept"), as not
    made ("reject"), or refused ("fail", CT114). `encoding` names that of the bytes, which is recognised otherwise.
    Raises InputError (CT1xx) when it cannot be read, CT201 when a text of some length has no section; without
    `sections` such a text is given back too. `law` chooses from a file with several laws, by number or words of the
    title (UsageError CT004 where none is that); else the one about trafficking is read.
    """
    from ctip_law.annotate import annotate
    from ctip_law.read import read
    from ctip_law.structure import structure
    from ctip_law.structure.honest import unread

    document = read(source, lang=lang, stdin=stdin, revisions=revisions, encoding=encoding)
    made = annotate(structure(document, lang=lang, law=law))
    if sections and (error := unread(made)) is not None:
        raise error
    return made


def laws_of(sources: Source | Iterable[Source], *, lang: str = "", encoding: str = "") -> list[Law]:
    """The laws of one source or of several, each read unless it is read already. Raises what `parse` raises."""
    from ctip_law.model import Law

    several: Iterable[Source] = [sources] if isinstance(sources, str | PurePath | Law) else sources
    return [source if isinstance(source, Law) else parse(source, lang=lang, encoding=encoding) for source in several]


def gap(
    sources: Source | Iterable[Source],
    *,
    against: str | Sequence[str] = "",
    country: str = "",
    lang: str = "",
    encoding: str = "",
    lens: str = "",
) -> Report:
    """The gap analysis of one law, or of several read together as one bundle.

    `against`: instrument ids, "all", or "binding". Empty: the binding instruments when the country is known
    (`country`, else the laws' own metadata), else the Trafficking in Persons Protocol. `lens` leaves out what one
    question does not ask for. Raises UsageError CT001, CT002 or CT004 for an unknown country, instrument or lens, CT009
    for laws that say themselves that they are of different countries, and what `parse` raises.
    """
    from ctip_law.assess import assess
    from ctip_law.assess.order import as_given, settled
    from ctip_law.choice import check, instruments, of_one_country
    from ctip_law.corpus.extracts import left_out
    from ctip_law.match import match

    check(against, country, lens)  # a wrong id is told before the laws are read
    laws = laws_of(sources, lang=lang, encoding=encoding)
    chosen, code = instruments(against, country, laws, lens)
    of_one_country(laws, code)
    ledger = match(settled(laws))
    lacks, elsewhere = _wanting(laws), _elsewhere(laws)
    report = assess(ledger, chosen, country=code, lacks=lacks, elsewhere=elsewhere, left_out=left_out(ledger))
    report = as_given(report, laws)
    return _through(report, lens) if lens else report


def _through(report: Report, name: str) -> Report:
    """The report without the provisions and defects that a lens does not ask for; what was found stays as it is."""
    from ctip_law.framework import load
    from ctip_law.framework.lenses import lens

    one = lens(name)
    asked = {id for id, defect in load().defects.items() if {*defect.provisions} & one.provisions} | {*one.defects}
    return replace(
        report,
        provisions=tuple(found for found in report.provisions if found.id in one.provisions),
        defects=tuple(found for found in report.defects if found.id in asked),
        withheld={id: why for id, why in report.withheld.items() if id in asked},
        lens=name,
    )


def _wanting(laws: Sequence[Law]) -> tuple[str, ...]:
    """The laws on the very matter that the corpus does not hold, where these are its laws of a country."""
    if not all(law.restatement for law in laws):
        return ()
    from ctip_law.corpus import lacks

    return lacks(laws)


def _elsewhere(laws: Sequence[Law]) -> dict[str, tuple[str, ...]]:
    """Of elements, the kinds of general law that a bundle does not hold and in which they may stand, in words."""
    from ctip_law.corpus.kinds import kinds, may_stand_in

    return {element: tuple(kinds()[id].name for id in ids) for element, ids in may_stand_in(laws).items()}
