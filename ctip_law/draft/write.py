"""A draft in a format: Markdown and HTML through `templates/draft`, Word, PDF, plain text, Akoma Ntoso.

The statutory text is the same words, with literal numbers, in each; drafting notes stand apart from it (footnotes in
Markdown, boxes in HTML and Word), so that a draft that is read back is read without them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2.sandbox import SandboxedEnvironment

from ctip_law.draft.concordance import of_draft
from ctip_law.draft.duties import cited_as
from ctip_law.draft.library import in_part, shipped
from ctip_law.draft.library import words as fixed
from ctip_law.draft.nouns import PLACES, Draft
from ctip_law.errors import DataError, InputError, UsageError
from ctip_law.framework import load
from ctip_law.paths import data_folder

FORMATS = ("md", "html", "docx", "pdf", "text", "akn")

_MARKS = re.compile(r"([\\`*_<>#~|\[\]])")
_SHOWN = 300  # characters of what a template did wrong
_LIST_NUMBER = re.compile(r"^(\d+)\.(?=\s)")


def render(draft: Draft, form: str = "md", *, notes: bool = True, template: str = "", place: str = "") -> str | bytes:
    """A draft as "md", "html", "text" or "akn" (str), "docx" or "pdf" (bytes). The same draft gives the same bytes.

    `notes` puts the drafting notes and the concordance in; "text" never holds them, "akn" the concordance alone, as
    metadata. `template` is the path of a template of the user's own for "md" or "html". `place` is where the headings
    of sections stand in "docx", "pdf" and "html": "margin", "run-in" or "above", by default as the tradition has them.

    Raises UsageError CT004 for another format or place, or a template with one that is made by none, InputError CT101
    for a template that does not exist, DataError CT401 for one that cannot be used, and what `report.pdf` raises.
    """
    only_with_a_template(template, form)
    place = placed(draft, place)
    if form == "text":
        return to_text(draft)
    if form in ("md", "html"):
        return _template(draft, form, notes, template, place)
    if form == "docx":
        from ctip_law.draft.docx import to_docx

        return to_docx(draft, remarks(draft) if notes else (), notes=notes, place=place)
    if form == "pdf":
        from ctip_law.draft.pdf import blocks
        from ctip_law.report.pdf import render as to_pdf

        return to_pdf(blocks(draft, remarks(draft) if notes else (), notes=notes, place=place))
    if form == "akn":
        from ctip_law.draft.akn import to_akn

        return to_akn(draft)
    raise UsageError("CT004", f"a draft has no format {form!r}", remedy=f"Use one of {', '.join(FORMATS)}.")


def placed(draft: Draft, place: str = "") -> str:
    """Where the headings of sections stand: as asked for, else as the tradition of the draft has them.

    Raises UsageError CT004 for a place that is not known.
    """
    if place and place not in PLACES:
        raise UsageError("CT004", f'headings have no place "{place}"', remedy=f"Use one of {', '.join(PLACES)}.")
    return place or shipped(draft.language).common.traditions[draft.tradition].place


def to_text(draft: Draft) -> str:
    """The statutory text alone, one unit a line, items indented by two blanks for each level."""
    lines = [draft.title, ""]
    if draft.long_title:
        lines += [draft.long_title, ""]
    for part in draft.parts:
        if part.heading:
            lines += [part.heading, ""]
        for section in part.sections:
            lines.append(section.heading)
            lines += ["  " * depth + " ".join(filter(None, (num, words))) for depth, num, words in section.lines()]
            lines.append("")
    return "\n".join(lines)


def remarks(draft: Draft) -> tuple[tuple[tuple[str, str], str], ...]:
    """What is said about the draft as a whole: ((id, label), words)."""
    said = fixed(draft.language)
    found = {"draft": said["disclaimer"]}
    if draft.terms:
        first, last = shipped(draft.language).common.traditions[draft.tradition].marks
        found["terms"] = "; ".join(f"{first}{term}{last} {meaning}" for term, meaning in draft.terms) + "."
    if draft.blanks:
        found["blanks"] = "; ".join(draft.blanks) + "."
    if in_part(draft.language):
        found["language"] = said["fewer"]
    if draft.whole:
        homes = shipped(draft.language).common.elsewhere
        found["elsewhere"] = (
            "; ".join(f"{cited_as(duty, draft.language)}: {home}" for duty, home in homes.items()) + "."
        )
    if draft.uncovered:
        found["open"] = "; ".join(_open(element, draft.language) for element in draft.uncovered) + "."
    return tuple(((id, said[id]), words) for id, words in found.items())


def _open(element: str, language: str) -> str:
    """An element that the draft leaves open, with the option that would provide it."""
    book = shipped(language)
    label = load().elements[element].label
    ways = [
        f"{option.id}={choice.id}"
        for provision in book.provisions.values()
        for option in (provision.options or {}).values()
        for choice in option.choices.values()
        if element in choice.elements
    ]
    taken = f" {book.common.joins.get('or', 'or')} ".join(ways)
    return book.common.words["take" if ways else "none"].format(label=label, ways=taken)


def escape_markdown(words: str, heading: bool = False) -> str:
    """Words that Markdown shows as they stand: "[date]" is no link, a paragraph "1. ..." (not a heading) no list."""
    words = _MARKS.sub(r"\\\1", words)
    return words if heading else _LIST_NUMBER.sub(r"\1\\.", words)


def only_with_a_template(template: str, form: str) -> None:
    """Raises UsageError CT004 where a template is given for a form that is made without."""
    if template and form not in ("md", "html"):
        raise UsageError("CT004", f"{form} is not made by a template", remedy="Use it with md or html.")


def from_template(name: str, own: str, values: Mapping[str, object]) -> str:
    """What the template `name` of `templates/` makes of the values, or the file `own` in its place. A template of the
    user's own runs in the same closed room: it calls nothing but what is offered, and may extend shipped ones.

    Raises InputError CT101 where there is no such file, DataError CT401 with the line for what cannot be used.
    """
    from jinja2 import TemplateError

    path = own or str(data_folder("templates") / name)
    try:
        made = environment()
        if own:
            template = made.overlay(autoescape=name.endswith("html.j2")).from_string(_own(own))
        else:
            template = made.get_template(name)
        text = template.render(values)
    except (TemplateError, RecursionError, TypeError, ValueError, ArithmeticError) as error:
        told = " ".join(str(error).split())[:_SHOWN] or type(error).__name__
        raise DataError("CT401", told, path=path, place=str(getattr(error, "lineno", "") or "")) from None
    return re.sub(r"\n{3,}", "\n\n", text).rstrip("\n") + "\n"


def _own(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise DataError("CT401", "it is no UTF-8 text", path=path) from None
    except OSError:
        raise InputError("CT101", "the template does not exist or cannot be read", path=path) from None


@cache
def environment() -> SandboxedEnvironment:
    """The sandboxed templates of `templates/`, with the filter `md`."""
    from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape

    made = SandboxedEnvironment(
        loader=FileSystemLoader(data_folder("templates")),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["md"] = escape_markdown
    made.filters["cited"] = cited_as
    return made


def _template(draft: Draft, form: str, notes: bool, own: str, place: str) -> str:
    values = {
        "draft": draft,
        "notes": notes,
        "remarks": remarks(draft),
        "tables": of_draft(draft).tables(fixed(draft.language)),
        "level": 3 if draft.whole else 2,
        "said": fixed(draft.language),
        "place": place,
    }
    return from_template(f"draft/draft.{form}.j2", own, values)
