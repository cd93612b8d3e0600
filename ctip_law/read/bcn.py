"""LeyChile XML of the Biblioteca del Congreso Nacional (Chile), EsquemaIntercambioNorma.

Words are typewriter text: lines of sixty characters, a paragraph begins with blanks, and what stands far to the right
in the same line is a marginal note on the amending law.
"""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.lines import Nest
from ctip_law.read.raw import Raw
from ctip_law.read.sheet import Sheet
from ctip_law.read.walk import Element, tidy, words_of
from ctip_law.read.xmlsafe import parse

NAMESPACE = "{http://www.leychile.cl/esquemas}"
_MARGIN = re.compile(r"^(.{20,}?)\s{6,}(\S.*)$|^\s{50,}(\S.*)$")
_ARTICLE = re.compile(
    r"[\"“]?((?:Art[íi]culo|Art\.)\s+(?:\d+\s*(?:[º°o]|\b)(?:\s*(?:bis|ter|qu[áa]ter|quinquies))?(?:\s?[A-Z]\b)?"
    r"|[a-záéíóú]+))\s*[.\-–:°º ]*",
    re.I,
)
_KINDS = {"libro": "book", "título": "title", "capítulo": "chapter", "párrafo": "division"}


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    sheet = Sheet()
    _component(sheet, "preface", root.find(f"{NAMESPACE}Encabezado"))
    for part in root.iterfind(f"{NAMESPACE}EstructurasFuncionales/{NAMESPACE}EstructuraFuncional"):
        _part(sheet, part, 0)
    _component(sheet, "conclusions", root.find(f"{NAMESPACE}Promulgacion"))
    for annex in root.iterfind(f"{NAMESPACE}Anexos/{NAMESPACE}Anexo"):
        _component(sheet, "schedule", annex)
    sheet.close_head()
    return raw.document(sheet.written, sheet.blocks, format="bcn", marked=True, meta=facts(root))


def _component(sheet: Sheet, kind: str, element: Element | None) -> None:
    if element is None:
        return
    paragraphs, notes = _paragraphs(element.findtext(f"{NAMESPACE}Texto") or "")
    if paragraphs or notes:
        sheet.open(kind, 0)
        for words in paragraphs:
            sheet.text(words, 0)
        sheet.furniture("note", " ".join(notes))


def _part(sheet: Sheet, part: Element, depth: int) -> None:
    """One `EstructuraFuncional`: an article, a division, or a transitory provision."""
    name = (part.get("tipoParte") or "").lower()
    paragraphs, notes = _paragraphs(part.findtext(f"{NAMESPACE}Texto") or "")
    match = _ARTICLE.match(paragraphs[0]) if paragraphs and name.startswith("art") else None
    shown = tidy(words_of(part.find(f"{NAMESPACE}Metadatos/{NAMESPACE}NombreParte")).replace("\u00a0", " "))
    if match is None:
        _division(
            sheet, _KINDS.get(name, "transitional" if "transitoria" in name else "crossheading"), depth, paragraphs
        )
    else:
        lead = 1 if paragraphs[0][0] in '"“' else 0
        style = f"num:{shown.replace(' ', '_')}" if shown and not shown[0].isdigit() else ""
        sheet.open("article", depth, num=paragraphs[0][lead : match.end(1)], style=style)
        nest = Nest(sheet, depth, ("paragraph", "point", "indent"))
        rest = paragraphs[0][match.end() :].strip()
        nest.lines([rest, *paragraphs[1:]] if rest else paragraphs[1:])
    sheet.close_head()
    sheet.furniture("note", " ".join(notes))
    for inner in part.iterfind(f"{NAMESPACE}EstructurasFuncionales/{NAMESPACE}EstructuraFuncional"):
        _part(sheet, inner, depth + 1)


def _division(sheet: Sheet, kind: str, depth: int, paragraphs: list[str]) -> None:
    if kind == "transitional":
        sheet.open(kind, depth)
        Nest(sheet, depth, ("paragraph", "point")).lines(paragraphs)
    else:
        sheet.open(kind, depth, heading=" ".join(paragraphs))


def _paragraphs(words: str) -> tuple[list[str], list[str]]:
    """The paragraphs of typewriter text, and the notes of its right margin."""
    paragraphs: list[list[str]] = []
    notes: list[str] = []
    fresh = True
    for line in words.replace("\r", "").split("\n"):
        gap = "      " in line or "\t" in line or "\u00a0" in line
        if match := _MARGIN.match(line) if gap else None:
            notes.append((match.group(2) or match.group(3)).strip())
            line = match.group(1) or ""
            if not line.strip():
                continue
        if not line.strip(" \u00a0"):
            fresh = True
            continue
        if fresh or line.startswith("   ") or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line.strip())
        fresh = False
    return [tidy(" ".join(lines)) for lines in paragraphs], notes


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself."""
    first = root.find(f"{NAMESPACE}Identificador")
    kind, number = (words_of(next(root.iter(f"{NAMESPACE}{name}"), None)) for name in ("Tipo", "Numero"))
    day = "" if first is None else first.get("fechaPublicacion") or ""
    return {
        "title": words_of(root.find(f"{NAMESPACE}Metadatos/{NAMESPACE}TituloNorma")),
        "country": "CL",
        "language": "es",
        "kind": "act" if kind.lower().startswith(("ley", "código", "constit", "")) else "regulation",
        "version": root.get("fechaVersion") or day,
        "in_force": day,
        "uri": f"/akn/cl/act/{day[:4]}/{number}" if number and day else "",
    }
