"""One report, many forms: each format is a module with `render`, imported when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, cast

from ctip_law.errors import CtipError, UsageError
from ctip_law.model import Law, Report

GAP_FORMATS = ("table", "json", "csv", "md", "html", "docx", "xlsx")
#: Those of a gap analysis that a build reads; `report.ci` writes them.
BUILD_FORMATS = ("sarif", "github", "junit")
LAW_FORMATS = ("tree", "json", "text", "akn", "md")

#: Formats that are no text.
BINARY = frozenset({"docx", "xlsx"})


def to_json(data: Any) -> str:
    """JSON as every command prints it: UTF-8, two blanks of indent, one newline at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def render_gap(
    report: Report,
    form: str = "table",
    *,
    errors: Sequence[CtipError] = (),
    colour: bool = False,
    known: Mapping[str, str] | None = None,
    severity: str = "mandatory",
) -> str | bytes:
    """A gap analysis in one of GAP_FORMATS or BUILD_FORMATS. Raises UsageError CT004 for another.

    For the forms that a build reads, `known` are the findings of a baseline, and `severity` is the strength from which
    on a finding counts.
    """
    every = (*GAP_FORMATS, *BUILD_FORMATS)
    if form not in every:
        raise UsageError("CT004", f"a gap analysis has no format {form!r}", remedy=f"Use one of {', '.join(every)}.")
    if form == "json":
        from ctip_law.report.data import gap_data

        return to_json(gap_data(report, errors))
    if form == "table":
        from ctip_law.report.table import render

        return render(report, errors, colour=colour)
    if form in BUILD_FORMATS:
        from ctip_law.report.ci import render as build

        return build(report, form, errors, known=known, severity=severity)
    writer = import_module(f"ctip_law.report.{form}")
    return cast("Callable[[Report, Sequence[CtipError]], str | bytes]", writer.render)(report, errors)


def render_law(law: Law, form: str = "tree") -> str | bytes:
    """A law in one of LAW_FORMATS. Raises UsageError CT004 for another."""
    if form == "json":
        from ctip_law.write.json import law_json

        return to_json(law_json(law))
    if form == "text":
        return law.text
    if form == "tree":
        from ctip_law.write.tree import to_tree

        return to_tree(law).rstrip("\n") + "\n"
    if form == "akn":
        from ctip_law.write.akn import to_akn

        return to_akn(law).decode("utf-8")
    if form == "md":
        from ctip_law.write.markdown import to_markdown

        return to_markdown(law)
    raise UsageError("CT004", f"a law has no format {form!r}", remedy=f"Use one of {', '.join(LAW_FORMATS)}.")


def with_head(
    name: str,
    body: dict[str, Any],
    form: str,
    laws: Iterable[Law],
    errors: Sequence[CtipError],
    render: Callable[[dict[str, Any]], str],
) -> str:
    """The JSON of schema `name`, with its head and the errors, or what `render` makes of the body in another form."""
    from ctip_law.report.data import tool

    if form not in ("table", "json", "md", "html"):
        raise UsageError("CT004", f"there is no format {form!r}", remedy="Use table, json, md or html.")
    if form != "json":
        return render(body)
    head = {"schema": f"ctip-law/{name}/1", "tool": tool(law.language for law in laws)}
    return to_json(head | body | {"errors": [error.as_dict() for error in errors]})
