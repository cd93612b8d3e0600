"""A bill in a format: Markdown and HTML through `templates/bill`, Word, JSON, plain text, Akoma Ntoso.

The statutory text comes first and is the same words in each, so that `diff --apply` reads it back; after the heading
"Explanatory note" stand the notes, the questions, what is left alone, and the verdicts before and after.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from typing import Any

from ctip_law.bill.data import data
from ctip_law.bill.nouns import Bill
from ctip_law.draft.write import DISCLAIMER, environment
from ctip_law.errors import CtipError, DataError, UsageError
from ctip_law.model import Block, Document, Source
from ctip_law.paths import data_folder

FORMATS = ("md", "html", "docx", "text", "akn", "json")
_FRONT = 2  # lines before the first clause: title and long title


def render_bill(bill: Bill, form: str = "md", *, notes: bool = True, errors: tuple[CtipError, ...] = ()) -> str | bytes:
    """A bill as "md", "html", "json" (schema `bill`), "text" or "akn" (str), or "docx" (bytes).

    `notes` puts the explanatory notes in; "text" and "akn" hold the statutory text alone. The same bill gives the same
    bytes. Raises UsageError CT004 for another format, DataError CT401 for a template that cannot be used.
    """
    if form == "text":
        return bill.text
    if form == "json":
        return _json(bill, errors)
    if form == "akn":
        return _akn(bill)
    if form == "docx":
        from ctip_law.bill.docx import to_docx

        return to_docx(bill, notes=notes)
    if form in ("md", "html"):
        return _template(bill, form, notes)
    raise UsageError("CT004", f"a bill has no format {form!r}", remedy=f"Use one of {', '.join(FORMATS)}.")


def lists(body: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What is said about the bill as a whole: (label, lines), those with lines only."""
    proof = body["proof"] or {"failures": [], "lost": [], "silent": []}
    left = [f"{one['title']} ({one['id']}): {one['why']}" for one in body["left"]]
    undone = [*proof["failures"], *(f"words are out of place: {words}" for words in proof["lost"])]
    found = [
        ("Not done by this bill: mend by hand", undone),
        ("Questions to be answered first: nothing was drafted on them", [one["words"] for one in body["questions"]]),
        ("To be looked at now", proof["silent"]),
        ("Consequential", body["consequential"]),
        ("To be filled in", body["blanks"]),
        ("Duties left alone", left),
    ]
    return [(label, lines) for label, lines in found if lines]


def proved(body: dict[str, Any]) -> str:
    """What the table of verdicts rests on, in a sentence."""
    proof = body["proof"]
    if not proof["orders"]:
        return "The bill orders nothing; the verdicts stay as they are."
    return (
        f"Verdicts before and after, from carrying the bill out on the law ({proof['applied']} of {proof['orders']} "
        "orders applied) and making the gap analysis again"
    )


def disclaimer() -> str:
    """What must be known of a drafted bill."""
    return DISCLAIMER


def _json(bill: Bill, errors: tuple[CtipError, ...]) -> str:
    from ctip_law.report.data import tool

    head = {"schema": "ctip-law/bill/1", "tool": tool([bill.law.language])}
    made = head | data(bill) | {"errors": [error.as_dict() for error in errors]}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _akn(bill: Bill) -> str:
    """The statutory text as an AKN bill: a section for each clause, the quoted words as its paragraphs of text."""
    from ctip_law.structure import structure
    from ctip_law.write.akn import to_akn

    law = structure(_document(bill))
    return to_akn(replace(law, kind="bill", title=bill.title, country=bill.law.country)).decode("utf-8")


def _document(bill: Bill) -> Document:
    """The bill as a reader of a marked format gives it."""
    text = bill.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    heads = [(bill.head.format(n=1), bill.first[0])]
    heads += [(bill.head.format(n=change.num), change.heading) for change in bill.changes]
    coming = iter([*heads, ("", "")])
    num, heading = next(coming)
    blocks, at = [], 0
    for line in bill.text_lines():
        first, at = at, at + len(line) + 1
        if not line.strip():
            continue
        if num and line == f"{num} {heading}":
            blocks.append(Block(first, at - 1, kind="section", num=num, heading=heading, depth=0))
            num, heading = next(coming)
        elif len(blocks) < _FRONT:
            blocks.append(Block(first, at - 1, kind="text" if blocks else "preface", depth=-1))
        else:
            blocks.append(Block(first, at - 1, kind="text", depth=0))
    meta = {"title": bill.title, "language": bill.law.language, "kind": "bill"}
    return Document(Source("", digest, digest, "draft"), text, tuple(blocks), marked=True, meta=meta)


def _template(bill: Bill, form: str, notes: bool) -> str:
    from jinja2 import TemplateError

    name, body = f"bill/bill.{form}.j2", data(bill)
    try:
        text = environment().get_template(name).render(
            bill=body, notes=notes, lists=lists(body), proved=proved(body) if body["proof"] else "",
            disclaimer=disclaimer(),
        )  # fmt: skip
    except TemplateError as error:
        place = str(getattr(error, "lineno", "") or "")
        raise DataError("CT401", str(error), path=str(data_folder("templates") / name), place=place) from None
    return re.sub(r"\n{3,}", "\n\n", text).rstrip("\n") + "\n"
