"""The document as a tagged PDF (PDF/UA-1), set by typst from a template of this project; the words go in as data.

typst refuses to make an accessible PDF in which a sign could not be shown; the message then names the script and the
fonts that have it. Nothing is fetched, and the template can read no file but itself.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from ctip_law.errors import InternalError, MissingExtra
from ctip_law.report.blocks import Grid, Handout, Turn, Words, tall, together
from ctip_law.report.colours import FOUND, HEAD, RIGHT_TO_LEFT, TINTS
from ctip_law.report.document import Document
from ctip_law.report.layout import layout
from ctip_law.report.pages import MARGIN, size
from ctip_law.report.rows import flat

#: Fonts in the order in which they are tried; for what none of them has, any other that is installed.
_FONTS = (
    "Noto Sans", "DejaVu Sans", "Noto Sans Symbols2", "Noto Sans Arabic", "Noto Naskh Arabic", "Noto Sans Thai",
    "Noto Sans Lao", "Noto Sans Khmer", "Noto Sans Myanmar", "Noto Sans Devanagari", "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Sinhala", "Noto Sans Thaana", "Noto Sans Hebrew", "Noto Sans Armenian", "Noto Sans Georgian",
    "Noto Sans Ethiopic", "Noto Serif Tibetan", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR",
)  # fmt: skip
#: Scripts whose fonts Debian keeps in another package than fonts-noto-core.
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO")
_MISSING = re.compile(r'the text `?"(.*?)"`? could not be displayed', re.DOTALL)


def render(document: Document | Handout, paper: str = "a4") -> bytes:
    """The PDF's bytes, the same on every run with the same fonts.

    Raises MissingExtra CT901 without typst, CT903 where no installed font has a sign of the text, UsageError CT004 for
    an unknown paper.
    """
    width, height = size(paper)
    try:
        import typst
    except ImportError:
        remedy = "pip install 'ctip-law[pdf]', or take -f docx or -f html."
        raise MissingExtra("CT901", "a PDF needs the package typst", remedy=remedy) from None
    from ctip_law.paths import data_folder

    title = flat(document.title)
    data = {
        "title": title,
        "lang": document.lang if isinstance(document, Handout) else "en",
        "cut": len(title[:110].encode()),
        "width": width,
        "height": height,
        "margin": MARGIN,
        "fonts": [name for name in _FONTS if name in _families()] or ["DejaVu Sans Mono"],
        "tints": TINTS,
        "head": HEAD,
        "found": FOUND,
        "right_to_left": sorted(RIGHT_TO_LEFT),
        "sheets": _sheets(document),
    }
    template = data_folder("templates") / "report" / "document.typ"
    try:
        made = typst.compile(
            str(template),
            root=str(template.parent),
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
        )
    except typst.TypstError as error:
        raise _told(str(error)) from None
    if not isinstance(made, bytes):
        raise InternalError("CT970", "typst gave no document back")
    return made


@cache
def _families() -> frozenset[str]:
    import typst

    return frozenset(typst.Fonts().families())


def _sheets(document: Document | Handout) -> list[dict[str, Any]]:
    """The blocks as plain data, under the pages that they stand on."""
    sheets: list[dict[str, Any]] = [{"wide": False, "blocks": []}]
    for block in layout(document):
        if isinstance(block, Turn):
            sheets.append({"wide": block.wide, "blocks": []})
        else:
            more: dict[str, Any] = {}
            if isinstance(block, Grid):
                more = {"tall": [tall(block, row) for row in block.rows], "together": together(block)}
            sheets[-1]["blocks"].append({"block": type(block).__name__} | _plain(block) | more)
    return [sheet for sheet in sheets if sheet["blocks"]]


def _plain(value: Any) -> Any:
    """A block as data, without control characters, which no font has."""
    if isinstance(value, Words):
        return {"text": flat(value.text), "kind": value.kind, "lang": value.lang, "runs": value.runs()}
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, str):
        return flat(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _told(message: str) -> MissingExtra | InternalError:
    """What typst said, as an error of ours."""
    found = _MISSING.search(message)
    if not found:
        return InternalError("CT970", f"typst could not set the document: {' '.join(message.split())[:300]}")
    sign = found[1][:1]
    name = unicodedata.name(sign, "unknown")
    package = "fonts-noto-cjk" if name.startswith(_EAST_ASIAN) else "fonts-noto-core"
    what = f"no installed font has “{sign}” (U+{ord(sign):04X}, {name.lower()})"
    return MissingExtra("CT903", what, remedy=f"Install one, as on Debian `apt install {package}`, or take -f docx.")
