"""Two laws, or two countries, side by side by element. Nothing is ranked: it is shown what each of them provides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ctip_law.compare.verdicts import ElementPair, ProvisionPair, provisions
from ctip_law.compare.words import flat, redline
from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.framework.notation import provision as cited
from ctip_law.model import Evidence, Law, Report
from ctip_law.report.rows import reviewed


@dataclass(frozen=True, slots=True)
class Comparison:
    """`first` and `second` are the two gap analyses, on the same instruments."""

    first: Report
    second: Report
    provisions: tuple[ProvisionPair, ...]


def compare(
    first: Sequence[Law],
    second: Sequence[Law],
    *,
    provision: str | Sequence[str] = (),
    against: str | Sequence[str] = "",
    lens: str = "",
) -> Comparison:
    """Both bundles held against the same instruments (the Trafficking in Persons Protocol where none is named).

    `provision` limits the result to some provisions, whose instruments are then used, `lens` to what one question asks
    for. Raises UsageError CT002, CT003 or CT004.
    """
    from ctip_law import gap

    wanted = _ids(provision)
    chosen = _instruments(wanted, against, lens)
    one, two = (gap(laws, against=chosen, country=country_of(laws), lens=lens) for laws in (first, second))
    return Comparison(one, two, provisions(one, two, wanted))


def check(
    provision: str | Sequence[str], against: str | Sequence[str], lens: str = ""
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the provisions wanted and of the instruments; a wrong one is told before any law is read.

    Raises UsageError CT002, CT003 or CT004.
    """
    wanted = _ids(provision)
    return tuple(wanted), _instruments(wanted, against, lens)


def _ids(provision: str | Sequence[str]) -> list[str]:
    parts = provision.split(",") if isinstance(provision, str) else provision
    wanted = [cited(part) for part in parts if part.strip()]
    for id in wanted:
        load().provision(id)
    return wanted


def _instruments(wanted: Sequence[str], against: str | Sequence[str], lens: str = "") -> tuple[str, ...]:
    from ctip_law.choice import same_for_all

    chosen = same_for_all(against, lens)
    named = {load().provision(id).instrument for id in wanted}
    if not named:
        return chosen
    if against and not named <= set(chosen):
        odd = ", ".join(sorted(id for id in wanted if load().provision(id).instrument not in chosen))
        raise UsageError("CT002", f"{odd} belongs to none of the instruments named", remedy="Leave out -I, or name it.")
    return tuple(id for id in load().instruments if id in named)


def country_of(laws: Sequence[Law]) -> str:
    """The one country that the laws name, else ""."""
    from ctip_law.countries import is_country

    codes = {law.country.upper() for law in laws if is_country(law.country)}
    return codes.pop() if len(codes) == 1 else ""


def data(made: Comparison) -> dict[str, Any]:
    """The comparison as plain data, the body of `compare -f json` (schema `compare`)."""
    return {
        "instruments": list(made.first.instruments),
        "lens": made.first.lens,
        "laws": {
            "a": [law_data(law) for law in made.first.ledger.laws],
            "b": [law_data(law) for law in made.second.ledger.laws],
        },
        "provisions": [_provision(pair, made) for pair in made.provisions],
    }


def law_data(law: Law) -> dict[str, Any]:
    """What says which law was read."""
    return {
        "id": law.id,
        "title": law.title,
        "country": law.country,
        "language": law.language,
        "version": law.version,
        "restatement": law.restatement,
        "sections": len(law.sections()),
        "source": {
            "path": law.source.path,
            "sha256": law.source.sha256,
            "text_sha256": law.source.text_sha256,
            "official": law.source.official,
        },
        "warnings": [asdict(warning) for warning in law.warnings],
    }


def _provision(pair: ProvisionPair, made: Comparison) -> dict[str, Any]:
    said = [said_of(pair.provision.id, report) for report in (made.first, made.second)]
    return provision_head(pair.provision.id) | {
        "a": {"status": pair.first, "sections": list(pair.first_sections), "reviews": said[0]},
        "b": {"status": pair.second, "sections": list(pair.second_sections), "reviews": said[1]},
        "elements": [_element(element) for element in pair.elements],
    }


def said_of(id: str, report: Report) -> list[str]:
    """What lawyers decided on a provision and its elements, a sentence each."""
    return list(reviewed(next(one for one in report.provisions if one.id == id), report)) if report.decisions else []


def provision_head(id: str) -> dict[str, Any]:
    """What says which provision is meant."""
    provision = load().provision(id)
    return {
        "id": id,
        "article": provision.article,
        "title": provision.title,
        "strength": provision.counts_as,
        "nature": provision.nature,
        "verified": provision.verified,
    }


def _element(pair: ElementPair) -> dict[str, Any]:
    return {
        "id": pair.id,
        "label": pair.label,
        "a": {"status": pair.first, "evidence": [quote(one) for one in pair.first_evidence]},
        "b": {"status": pair.second, "evidence": [quote(one) for one in pair.second_evidence]},
        "redline": _redline(pair),
    }


def _redline(pair: ElementPair) -> list[dict[str, str]]:
    """What leads from the first words found in one law to those in the other; empty where one has none."""
    if not (pair.first_evidence and pair.second_evidence):
        return []
    one, two = (flat(side[0].quote) for side in (pair.first_evidence, pair.second_evidence))
    return [{"kind": piece.kind, "text": piece.text} for piece in redline(one, two)]


def quote(evidence: Evidence) -> dict[str, Any]:
    """Words with their place."""
    return {
        "law": evidence.law,
        "eid": evidence.eid,
        "num": evidence.num,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
    }
