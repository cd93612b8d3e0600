"""A screening in words and as data: a table, Markdown, one JSON document, or JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ctip_law.countries import country_name
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.model import Candidate, Evidence, ProvisionFinding
from ctip_law.report.data import tool
from ctip_law.report.words import PROVISION, shown
from ctip_law.screen.gate import ENOUGH, KINDS
from ctip_law.screen.merge import State
from ctip_law.screen.run import Screening
from ctip_law.screen.work import Record

FORMS = ("table", "md", "json", "jsonl")
_SECTIONS = 4  # cited for a provision in a table
_MOST = 20  # laws listed in a table

Row = tuple[str, str, str]


def data(made: Screening) -> dict[str, Any]:
    """The result as data (schema `screen`): counts, the laws that were kept, the provisions of each state."""
    return {
        "schema": "ctip-law/screen/1",
        "tool": tool(record["law"]["language"] for record in made.records if record.get("read")),
        "counts": counts(made),
        "laws": [law_line(record) for record in made.records if record["kept"]],
        "states": [
            {"state": state.name, "country": state.country, "provisions": list(provision_lines(state)),
             "defects": list(state.defects)}
            for state in made.states
        ],
        "errors": [error.as_dict() for error in made.failures],
    }  # fmt: skip


def counts(made: Screening) -> dict[str, int]:
    """How many files there were, were kept by the gate for their words or their title, were read and were not."""
    kept = [record for record in made.records if record["kept"]]
    return {
        "files": len(made.records),
        "bytes": sum(record["bytes"] for record in made.records),
        "kept": len(kept),
        "kept_by_title": sum(bool(record["general"]) and record["mentions"] < ENOUGH for record in kept),
        "read": sum(bool(record.get("read")) for record in kept),
        "not_read": sum(not record.get("read") for record in kept),
    }


def law_line(record: Record) -> dict[str, Any]:
    """One law that was kept: what it is, why it was kept, how many elements were found in it."""
    found = record.get("elements", {}).values()
    return {
        "path": record["path"], "sha256": record["sha256"], "mentions": record["mentions"],
        "general": record["general"], "read": bool(record.get("read")), "about": record.get("about", ""),
        "law": record["law"], "present": sum(one["status"] == "present" for one in found),
        "weak": sum(one["status"] == "weak" for one in found),
        "errors": record["errors"],
    }  # fmt: skip


def provision_lines(state: State) -> Iterator[dict[str, Any]]:
    """One line a provision: the verdict of all laws together, and the best sections for it with their words."""
    for one in state.provisions:
        yield {
            "state": state.name, "id": one.id, "status": one.status, "strength": one.strength, "nature": one.nature,
            "verified": one.verified, "why": one.why,
            "elements": {"present": list(one.present), "weak": list(one.weak), "missing": list(one.missing)},
            "evidence": [_cited(evidence) for evidence in sections(state, one)],
            "candidates": [_near(candidate) for candidate in one.candidates],
        }  # fmt: skip


def sections(state: State, provision: ProvisionFinding) -> list[Evidence]:
    """The sections that answer a provision over all laws, each once, those of the first element first."""
    pieces: dict[tuple[str, str], Evidence] = {}
    for element in (*provision.present, *provision.weak):
        for evidence in state.ledger.elements[element].evidence:
            pieces.setdefault((evidence.law, evidence.num), evidence)
    return list(pieces.values())


def _cited(evidence: Evidence) -> dict[str, Any]:
    return {"law": evidence.law, "eid": evidence.eid, "num": evidence.num, "start": evidence.start,
            "end": evidence.end, "quote": evidence.quote, "rule": evidence.rule}  # fmt: skip


def _near(candidate: Candidate) -> dict[str, Any]:
    return {"law": candidate.law, "num": candidate.num, "quote": candidate.quote, "why": candidate.rejected}


def render(made: Screening, form: str) -> str:
    """The screening as "table", "md", "json" or "jsonl" (a line a law, then a line a provision of each state)."""
    if form == "json":
        return json.dumps(data(made), ensure_ascii=False, indent=2) + "\n"
    if form == "jsonl":
        return law_lines(made) + "".join(state_lines(state) for state in made.states)
    return "\n".join(_markdown(made) if form == "md" else _table(made)) + "\n"


def law_lines(made: Screening) -> str:
    """A JSON line for each law that was kept."""
    return _lines(law_line(record) for record in made.records if record["kept"])


def state_lines(state: State) -> str:
    """A JSON line for each provision."""
    return _lines(provision_lines(state))


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _head(made: Screening) -> str:
    c = counts(made)
    return (
        f"{c['files']:,} files of {c['bytes'] / 1e6:,.0f} MB were looked at; {c['kept']:,} were kept, "
        f"{c['kept_by_title']:,} of them by their title alone; {c['read']:,} were read and {c['not_read']:,} were not."
    )


_SILENCE = (
    "“Gap” means that no provision was found in the laws that were kept and read. Laws that neither name trafficking "
    "or one of its purposes twice nor have a title of general law were not read."
)


def _name(state: State) -> str:
    return country_name(state.country) if state.country else state.name


def _rows(state: State) -> Iterator[Row]:
    framework = load_framework()
    several = len({framework.provision(one.id).instrument for one in state.provisions}) > 1
    titles = {record["law"]["id"]: record["law"]["title"] for record in state.laws}
    for one in state.provisions:
        if one.status == "not_legislative":
            continue
        found = sections(state, one)
        cited = "; ".join(f"{titles[e.law]} {e.num}" for e in found[:_SECTIONS])
        more = f" and {len(found) - _SECTIONS} more" if len(found) > _SECTIONS else ""
        verdict = PROVISION[shown(one.status, one.nature, one.principal)][1]
        yield _duty(framework.provision(one.id), several), verdict, cited + more or one.why


def _duty(provision: Provision, several: bool) -> str:
    instrument = load_framework().instruments[provision.instrument].name if several else ""
    return f"{instrument} {provision.article} {provision.title}".strip()


def _markdown(made: Screening) -> Iterator[str]:
    yield from ("# Screening of statute books", "", _head(made), "", _SILENCE)
    for state in made.states:
        yield from ("", f"## {_cell(_name(state))}", "", "| law | kept for | elements found |", "|---|---|---|")
        telling = [line for line in map(law_line, state.laws) if line["present"] or line["weak"]]
        for line in telling:
            often = f"{line['mentions']} mentions" if line["mentions"] >= ENOUGH else ""
            why = often or KINDS.get(line["general"], "its title")
            yield f"| {_cell(line['law']['title'] or line['path'])} | {why} | {line['present']} |"
        if silent := len(state.laws) - len(telling):
            yield from ("", f"Nothing was found in {silent:,} more laws that were read.")
        yield from ("", "| duty | verdict | where |", "|---|---|---|")
        yield from (f"| {_cell(duty)} | {_cell(verdict)} | {_cell(where)} |" for duty, verdict, where in _rows(state))
    yield from _not_read(made, "- ", "\n## Not read\n")


def _table(made: Screening) -> Iterator[str]:
    yield from (_head(made), _SILENCE)
    for state in made.states:
        yield from ("", _name(state))
        for record in state.laws[:_MOST]:
            line = law_line(record)
            yield f"  {line['present']:>3} elements  {line['law']['title'] or line['path']}"
        if len(state.laws) > _MOST:
            yield f"  and {len(state.laws) - _MOST} more laws"
        yield ""
        yield from (f"  {verdict:<14} {duty}\n{'':17}{where}" for duty, verdict, where in _rows(state))
    yield from _not_read(made, "  ", "\nNot read:")


def _not_read(made: Screening, before: str, head: str) -> Iterator[str]:
    if made.failures:
        yield head
        yield from (f"{before}{' '.join(str(error).split())}" for error in made.failures)


def _cell(text: str) -> str:
    plain = " ".join(text.split())
    for char in "\\`*_{}[]<>|#":
        plain = plain.replace(char, f"\\{char}")
    return plain
