"""JSON as every command prints it, and a law in each of its forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ctip_law.errors import CtipError, UsageError
from ctip_law.model import Law

#: Forms of the document that is handed over; `dossier` makes it.
DOCUMENT_FORMATS = ("csv", "md", "html", "docx", "xlsx", "pdf")
#: The working documents, which `dossier.handouts` makes; Markdown first, which reads as text too.
HANDOUT_FORMATS = ("md", "html", "docx", "xlsx", "csv", "pdf", "json")
GAP_FORMATS = ("table", "json", *DOCUMENT_FORMATS)
#: Those of a gap analysis that a build reads; `report.ci` writes them.
BUILD_FORMATS = ("sarif", "github", "junit")
LAW_FORMATS = ("tree", "json", "text", "akn", "md")


def to_json(data: Any) -> str:
    """JSON as every command prints it: UTF-8, two blanks of indent, one newline at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


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
    render: Callable[[dict[str, Any]], str | bytes],
    forms: Sequence[str] = ("table", "json", "md", "html"),
) -> str | bytes:
    """The JSON of schema `name`, with its head and the errors, or what `render` makes of the body in another form.

    Raises UsageError CT004 for a form that is none of `forms`.
    """
    from ctip_law.report.data import tool

    if form not in forms:
        raise UsageError("CT004", f"there is no format {form!r}", remedy=f"Use {', '.join(forms)}.")
    if form != "json":
        return render(body)
    head = {"schema": f"ctip-law/{name}/1", "tool": tool(law.language for law in laws)}
    return to_json(head | body | {"errors": [error.as_dict() for error in errors]})
