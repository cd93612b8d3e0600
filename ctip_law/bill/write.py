"""A bill in a format: Markdown and HTML through `templates/bill`, Word, PDF, JSON, plain text, Akoma
Ntoso.

The statutory text comes first and is the same words in each, so that `diff --apply` reads it back; after the heading
"Explanatory note" stand the notes, the questions, what is left alone, and the verdicts before and after.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from ctip_law.bill.data import data
from ctip_law.bill.nouns import Bill
from ctip_law.bill.wording import Wording, base_of, wording
from ctip_law.draft.concordance import Concordance, Row
from ctip_law.draft.library import in_part
from ctip_law.draft.library import words as fixed
from ctip_law.draft.write import from_template, only_with_a_template
from ctip_law.errors import CtipError, UsageError
from ctip_law.model import Block, Document, Source

FORMATS = ("md", "html", "docx", "pdf", "text", "akn", "json")
_FRONT = 2  # lines before the first clause: title and long title


def render_bill(
    bill: Bill, form: str = "md", *, notes: bool = True, errors: tuple[CtipError, ...] = (), template: str = ""
) -> str | bytes:
    """A bill as "md", "html", "json" (schema `bill`), "text" or "akn" (str), "docx" or "pdf" (bytes).

    `notes` puts the explanatory notes in; "text" and "akn" hold the statutory text alone, "akn" with the duties that it
    answers as metadata. The same bill gives the same bytes. `template` is as for `draft.render`.

    Raises UsageError CT004 for another format, and what `draft.render` raises.
    """
    only_with_a_template(template, form)
    if form == "text":
        return bill.text
    if form == "json":
        return _json(bill, errors)
    if form == "akn":
        return _akn(bill)
    if form == "docx":
        from ctip_law.bill.docx import to_docx

        return to_docx(bill, notes=notes)
    if form == "pdf":
        from ctip_law.bill.pdf import blocks
        from ctip_law.report.pdf import render as to_pdf

        return to_pdf(blocks(bill, notes=notes))
    if form in ("md", "html"):
        return _template(bill, form, notes, template)
    raise UsageError("CT004", f"a bill has no format {form!r}", remedy=f"Use one of {', '.join(FORMATS)}.")


def lists(body: dict[str, Any], how: Wording) -> list[tuple[str, list[str]]]:
    """What is said about the bill as a whole: (label, lines), those with lines only."""
    proof = body["proof"] or {"failures": [], "lost": [], "silent": []}
    left = [f"{named(one)}: {one['why']}" for one in body["left"]]
    undone = [*proof["failures"], *(how("words.displaced", words=words) for words in proof["lost"])]
    found = [
        (how("words.undone"), undone),
        (how("words.asked"), [one["words"] for one in body["questions"]]),
        (how("words.silent"), proof["silent"]),
        (how("words.consequential"), body["consequential"]),
        (fixed(how.language)["blanks"], body["blanks"]),
        (how("words.left"), left),
    ]
    return [(label, lines) for label, lines in found if lines]


def proved(body: dict[str, Any], how: Wording) -> str:
    """What the table of verdicts rests on, in a sentence."""
    proof = body["proof"]
    if not proof["orders"]:
        return how("words.nothing")
    return how("words.proved", applied=str(proof["applied"]), orders=str(proof["orders"]))


def named(one: dict[str, Any]) -> str:
    """A duty by its title and its article, a defect by its name."""
    return f"{one['title']} ({one['cited']})" if one["cited"] else str(one["title"])


def answered(clause: dict[str, Any]) -> str:
    """The duties that a clause answers, in a row."""
    return "; ".join(named(one) for one in clause["answers"])


def verdicts(body: dict[str, Any], how: Wording) -> list[tuple[str, ...]]:
    """The table of verdicts, its heads first: duty, before, after, note."""
    heads = tuple(how(f"words.{name}") for name in ("duty", "before", "after", "note"))
    rows = body["proof"]["rows"]
    return [heads, *((named(row), *_read(row, how)) for row in rows)] if rows else []


def _read(row: dict[str, Any], how: Wording) -> tuple[str, str, str]:
    remark = how("words.worse") if row["worse"] else "" if row["asked"] else how("words.changed")
    return how(f"verdicts.{row['before']}"), how(f"verdicts.{row['after']}"), remark


def concorded(body: dict[str, Any], how: Wording) -> tuple[tuple[str, tuple[str, str, str], tuple[Row, ...]], ...]:
    """The two tables of concordance: (caption, heads, rows)."""
    made = body["concordance"]
    duties, clauses = (tuple(tuple(row.values()) for row in made[name]) for name in ("duties", "clauses"))
    return Concordance(duties, clauses).tables(fixed(how.language))


def disclaimer(language: str = "en") -> str:
    """What must be known of a bill drafted in a language."""
    said = fixed(base_of(language))
    return f"{said['disclaimer']} {said['fewer']}" if in_part(base_of(language)) else said["disclaimer"]


def _json(bill: Bill, errors: tuple[CtipError, ...]) -> str:
    from ctip_law.report.data import tool

    head = {"schema": "ctip-law/bill/1", "tool": tool([bill.law.language])}
    made = head | data(bill) | {"errors": [error.as_dict() for error in errors]}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _akn(bill: Bill) -> str:
    """The statutory text as an AKN amendment: a `mod` for each clause."""
    from ctip_law.bill.akn import to_akn
    from ctip_law.structure import structure

    law = structure(_document(bill))
    return to_akn(bill, replace(law, kind="bill", title=bill.title, country=bill.law.country))


def _document(bill: Bill) -> Document:
    """The bill as a reader of a marked format gives it."""
    text = bill.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    heads = _heads(bill)
    coming = iter([*heads, ("", "")])
    num, heading = next(coming)
    blocks, at = [], 0
    for line in bill.text_lines():
        first, at = at, at + len(line) + 1
        if not line.strip():
            continue
        if num and line == f"{num} {heading}".strip():
            blocks.append(Block(first, at - 1, kind="section", num=num, heading=heading, depth=0))
            num, heading = next(coming)
        elif len(blocks) < _FRONT:
            blocks.append(Block(first, at - 1, kind="text" if blocks else "preface", depth=-1))
        else:
            blocks.append(Block(first, at - 1, kind="text", depth=0))
    meta = {"title": bill.title, "language": bill.law.language, "kind": "bill"}
    return Document(Source("", digest, digest, "draft"), text, tuple(blocks), marked=True, meta=meta)


def _heads(bill: Bill) -> list[tuple[str, str]]:
    """(number, heading) of the units of the bill."""
    if bill.frame:
        return [(bill.frame.first, ""), (bill.frame.last, "")]
    return [(bill.printed("1"), bill.first[0]), *((bill.printed(one.num), one.heading) for one in bill.changes)]


def shown(clause: dict[str, Any], framed: bool) -> tuple[str, list[str]]:
    """(head, lines) of a clause as a form prints it: in a list it has no head, its number stands before its words."""
    head, lines = f"{clause['printed']} {clause['heading']}".strip(), list(clause["lines"])
    if framed and clause["kind"] != "title":
        return "", [f"{clause['printed']} {lines[0]}", *lines[1:]]
    return head, lines


def _template(bill: Bill, form: str, notes: bool, own: str) -> str:
    body, how = data(bill), wording(bill.law.language)
    values = {
        "bill": body,
        "shown": [(one["kind"], *shown(one, how.framed)) for one in body["clauses"]],
        "notes": notes,
        "note": bill.note,
        "answered": answered,
        "lists": lists(body, how),
        "proved": proved(body, how) if body["proof"] else "",
        "verdicts": verdicts(body, how) if body["proof"] else [],
        "tables": concorded(body, how),
        "disclaimer": disclaimer(how.language),
        "how": how,
        "said": fixed(how.language),
        "language": how.language,
    }
    return from_template(f"bill/bill.{form}.j2", own, values)
