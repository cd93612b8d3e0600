"""The gap analysis for a machine that builds: SARIF, annotations of GitHub, JUnit, and a baseline of known findings.

A finding is a duty that is a gap or met in part. What stands in no legislation and need not, what is unclear and what
was not assessed is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import quoteattr

from ctip_law.errors import ConfigError, CtipError, InputError, UsageError
from ctip_law.model import Report
from ctip_law.report.data import STRENGTHS, tool
from ctip_law.report.naming import sections
from ctip_law.report.rows import Row, Sheet, flat, sheet

Level = Literal["error", "warning", "note"]

#: The strengths of a duty that --severity takes, the heaviest first.
SEVERITIES = tuple(strength for strength in STRENGTHS if strength != "interpretive")
FORMATS = ("sarif", "github", "junit")
_WORSE = ("partial", "gap")
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_HELP = "https://ctip-law.example.org/reference/instruments/"


@dataclass(frozen=True, slots=True)
class Finding:
    """A duty that is not met. `known`: the baseline has it; `counts`: it is as severe as what the call asks for."""

    id: str
    status: str
    strength: str
    title: str
    told: str
    level: Level
    known: bool = False
    counts: bool = True


def findings(report: Report, known: Mapping[str, str], severity: str = "mandatory") -> list[Finding]:
    """The findings in the order of the report. `known` has the status of each provision in the baseline."""
    asked = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return [
        Finding(
            row.id, row.shown, row.strength, row.title, _told(row), _level(row),
            known=row.id in known and _WORSE.index(known[row.id]) >= _WORSE.index(row.shown),
            counts=row.strength in asked,
        )
        for row in sheet(report).rows()
        if row.shown in _WORSE and row.strength in SEVERITIES
    ]  # fmt: skip


def _level(row: Row) -> Level:
    if row.strength == "mandatory":
        return "error" if row.shown == "gap" else "warning"
    return "warning" if row.strength == "qualified" and row.shown == "gap" else "note"


def _told(row: Row) -> str:
    """What is the matter, in words, with the sections that come nearest."""
    parts = [f"in part: {'; '.join(row.weak)}"] if row.weak else []
    parts += [f"not found: {'; '.join(map(str, row.missing))}"] if row.missing else []
    parts += [row.why] if row.why and not parts else []
    where = f" ({sections(row.sections)})" if row.sections else ""
    verdict = "no provision found" if row.shown == "gap" else f"met in part{where}"
    more = ". ".join(part[:1].upper() + part[1:] for part in parts)
    return flat(f"{row.instrument} {row.article}, {row.strength}: {verdict}. {more}")


def write_baseline(report: Report) -> str:
    """The findings of today as a file that --baseline reads (schema `baseline`)."""
    made = {
        "schema": "ctip-law/baseline/1",
        "tool": tool(law.language for law in report.ledger.laws),
        "laws": [flat(law.title) for law in report.ledger.laws],
        "findings": [
            {"provision": one.id, "status": one.status, "strength": one.strength} for one in findings(report, {})
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def read_baseline(path: str) -> dict[str, str]:
    """Status by provision. Raises InputError CT101 or CT111, ConfigError CT603 for a file that is no baseline."""
    if not Path(path).is_file():
        remedy = "Write one with --write-baseline."
        raise InputError("CT101", "there is no such baseline", path=path, remedy=remedy)
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        found = {one["provision"]: one["status"] for one in data["findings"]}
        sound = data["schema"] == "ctip-law/baseline/1" and set(found.values()) <= set(_WORSE)
    except OSError as error:
        raise InputError("CT111", error.strerror or "the file cannot be opened", path=path) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        sound = False
    if not sound:
        raise ConfigError("CT603", "this is no baseline", path=path)
    return found


def render(
    report: Report,
    form: str,
    errors: Sequence[CtipError] = (),
    *,
    known: Mapping[str, str] | None = None,
    severity: str = "mandatory",
) -> str:
    """The findings in one of FORMATS. Raises UsageError CT004 for another."""
    found = findings(report, known or {}, severity)
    if form == "sarif":
        return json.dumps(_sarif(report, found, errors), ensure_ascii=False, indent=2) + "\n"
    if form == "github":
        return "".join(f"{line}\n" for line in _github(report, found, errors))
    if form == "junit":
        return _junit(report, sheet(report), {one.id: one for one in found}, errors)
    raise UsageError("CT004", f"there is no form {form!r} for a build", remedy=f"Use {', '.join(FORMATS)}.")


def _sarif(report: Report, found: Sequence[Finding], errors: Sequence[CtipError]) -> dict[str, Any]:
    from ctip_law import __version__

    rules = {one.id: one for one in found}
    notes = [{"level": "error", "message": {"text": flat(str(error))}} for error in errors]
    run = {
        "tool": {
            "driver": {
                "name": "ctip-law",
                "version": __version__,
                "informationUri": "https://ctip-law.example.org/",
                "rules": [
                    {
                        "id": one.id,
                        "shortDescription": {"text": one.title},
                        "helpUri": _HELP,
                        "properties": {"strength": one.strength},
                    }
                    for one in rules.values()
                ],
            }
        },
        "invocations": [{"executionSuccessful": not errors, "toolExecutionNotifications": notes}],
        "artifacts": [{"location": {"uri": _uri(law.source.path)}} for law in report.ledger.laws],
        "results": [_result(report, one, list(rules)) for one in found],
    }
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}


def _result(report: Report, one: Finding, rules: Sequence[str]) -> dict[str, Any]:
    return {
        "ruleId": one.id,
        "ruleIndex": rules.index(one.id),
        "level": one.level,
        "kind": "fail",
        "message": {"text": f"{one.title}: {one.told}"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": _uri(law.source.path)}},
                "logicalLocations": [
                    {"name": f"section {evidence.num}", "fullyQualifiedName": evidence.eid, "kind": "section"}
                    for evidence in _evidence(report, one.id)
                    if evidence.law == law.id and evidence.num
                ],
            }
            for law in report.ledger.laws
        ],
        "partialFingerprints": {"ctipLaw/v1": f"{one.id}:{one.status}"},
        "baselineState": "unchanged" if one.known else "new",
    }


def _evidence(report: Report, provision: str) -> Iterator[Any]:
    yield from next((found.evidence for found in report.provisions if found.id == provision), ())


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path.replace("\\", "/"), errors="surrogateescape")  # a name need not be UTF-8


def _github(report: Report, found: Sequence[Finding], errors: Sequence[CtipError]) -> Iterator[str]:
    """A workflow command on a line for each finding that is new; `::notice` where it does not count."""
    file = report.ledger.laws[0].source.path if report.ledger.laws else ""
    for one in found:
        if not one.known:
            command = {"error": "error", "warning": "warning", "note": "notice"}[one.level] if one.counts else "notice"
            yield f"::{command} file={_property(file)},title={_property(f'{one.id} {one.title}')}::{_data(one.told)}"
    for error in errors:
        yield f"::error title={error.code}::{_data(flat(str(error)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(flat(text)).replace(":", "%3A").replace(",", "%2C")


def _junit(report: Report, made: Sheet, found: Mapping[str, Finding], errors: Sequence[CtipError]) -> str:
    """A test case for each duty: a failure where a finding counts and is new, skipped where there is no verdict."""
    cases: list[str] = []
    failed = skipped = 0
    for row in made.rows():
        one = found.get(row.id)
        group, title = _attribute(f"{row.instrument}.{row.strength}"), _attribute(f"{row.article} {row.title}")
        name = f"<testcase classname={group} name={title}"
        if one and one.counts and not one.known:
            failed += 1
            cases.append(f"{name}><failure type={_attribute(one.status)} message={_attribute(one.told)}/></testcase>")
        elif one or row.shown in ("unclear", "not_assessed", "not_in_legislation"):
            skipped += 1
            why = "in the baseline" if one and one.known else row.word.partition(" ")[2]
            cases.append(f"{name}><skipped message={_attribute(why)}/></testcase>")
        else:
            cases.append(f"{name}/>")
    broken = [
        f"<testcase classname=\"input\" name={_attribute(error.path or error.code)}>"
        f"<error type={_attribute(error.code)} message={_attribute(flat(str(error)))}/></testcase>"
        for error in errors
    ]
    counts = f'tests="{len(cases) + len(broken)}" failures="{failed}" errors="{len(broken)}" skipped="{skipped}"'
    body = "\n".join(f"    {case}" for case in [*cases, *broken])
    suite = f"  <testsuite name={_attribute(made.title)} {counts}>\n{body}\n  </testsuite>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n{suite}\n</testsuites>\n'


def _attribute(text: str) -> str:
    return quoteattr(flat(text))
