"""The penalties of the laws read, in words: terms in years and months, fines, what a term is derived from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ctip_law.dossier.quote import Quoter
from ctip_law.dossier.reasons import language_name
from ctip_law.model import Law, Penalty
from ctip_law.report.document import Term
from ctip_law.report.rows import flat, law_name

#: Rows up to which the penalties of a law are listed whole; of a longer code those of the sections cited.
WHOLE = 60
_FINE = {"yes": "added to imprisonment", "alternative": "instead of imprisonment", "no": "none found"}


def table(
    laws: Iterable[Law], cited: Collection[tuple[str, str]], known: Collection[str], quoter: Quoter
) -> tuple[tuple[Term, ...], str]:
    """The rows, and what was left out of them. `cited` are (law, section number) that the matrix rests on, `known` the
    languages in which penalties are looked for.
    """
    rows: list[Term] = []
    notes = []
    laws = list(laws)
    for law in laws:
        own = [row for row in law.penalties if len(law.penalties) <= WHOLE or (law.id, row.section) in cited]
        title = law_name(law) if len(laws) > 1 else ""
        kind = quoter.kinds[law.id]
        places = [quoter.at(law.id, row.start, row.end) or f"{kind} {row.section}" for row in own]
        rows += [_row(title, place, row, kind) for place, row in zip(places, own, strict=True)]
        name = law_name(law)
        if law.language not in known:
            notes.append(f"{name}: penalties are not looked for in laws in {language_name(law.language)}.")
        if len(own) < len(law.penalties):
            left = len(law.penalties) - len(own)
            notes.append(f"{name}: {left} penalties of sections that are not cited are left out.")
    return tuple(rows), " ".join(notes)


def _row(law: str, place: str, row: Penalty, kind: str) -> Term:
    notes = [f"derived from {_cited(row.derived_from, kind)}"] if row.derived_from else []
    notes += [f"class: {flat(row.grade)}"] if row.grade else []
    notes += [f"to be {kind} {row.inserted} of the law amended"] if row.inserted else []
    notes += ["death penalty"] if row.death else []
    most = years(row.max_years)
    if row.life:
        most = f"{most}, or life" if row.max_years is not None else "life"
    return Term(
        law=law,
        place=place,
        offence=flat(row.offence.replace("*", " ")),
        least=years(row.min_years) or "none stated",
        most=most or "none stated",
        fine=_FINE[row.fine],
        notes="; ".join(notes),
        years=(row.min_years, row.max_years),
    )


def _cited(numbers: str, kind: str) -> str:
    """ "sections 4, 7" of the numbers of sections; other words as they are."""
    return f"{kind}{'s' if ',' in numbers else ''} {numbers}" if re.match(r"\d", numbers) else numbers


def years(term: float | None) -> str:
    """ "15 years", "2 years 6 months", "3 months", "10 days"; "" where none is stated."""
    if term is None:
        return ""
    months = round(term * 12)
    if abs(term * 12 - months) > 0.01 and term < 1:
        return _counted(round(term * 365), "day")
    whole, rest = divmod(months, 12)
    told = [_counted(whole, "year")] if whole else []
    told += [_counted(rest, "month")] if rest else []
    return " ".join(told) or "none"


def _counted(n: int, unit: str) -> str:
    return f"{n} {unit}{'' if n == 1 else 's'}"
