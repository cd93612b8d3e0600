"""The document as one HTML page that needs nothing from outside: readable without colour, script or network."""

from __future__ import annotations

from itertools import count

from ctip_law.report.blocks import Handout, Head, Turn
from ctip_law.report.colours import FOUND, HEAD, TINTS, from_the_right
from ctip_law.report.document import Document
from ctip_law.report.layout import layout
from ctip_law.report.pages import MARGIN, size


def render(document: Document | Handout, paper: str = "a4") -> str:
    """The page, through the template `report/document.html.j2`. Raises UsageError CT004 for an unknown paper."""
    width, height = size(paper)
    blocks = layout(document)
    numbers = count(1)
    anchors = {id(block): f"part-{next(numbers)}" for block in blocks if isinstance(block, Head) and block.level < 3}
    sheets: list[tuple[bool, list[object]]] = [(False, [])]
    for block in blocks:
        if isinstance(block, Turn):
            sheets.append((block.wide, []))
        else:
            sheets[-1][1].append(block)
    return page(
        "document.html.j2",
        title=document.title,
        sheets=[one for one in sheets if one[1]],
        contents=[(one.text, anchors[id(one)]) for one in blocks if isinstance(one, Head) and one.level == 1],
        anchors=anchors,
        kind=lambda block: type(block).__name__,
        key=id,
        from_the_right=from_the_right,
        tints=TINTS,
        head=HEAD,
        found=FOUND,
        paper=(width, height),
        margin=MARGIN,
    )


def page(template: str, **values: object) -> str:
    """A template of the folder `templates/report` with its values; autoescaped, an unknown value is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from ctip_law.paths import data_folder

    folder = data_folder("templates") / "report"
    jinja = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return jinja.get_template(template).render(**values)
