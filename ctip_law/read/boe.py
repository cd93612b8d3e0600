"""Consolidated legislation XML of the Boletín Oficial del Estado (Spain).

The text is a list of `bloque`, each with its `version`s; the last one by date of force is the law in force, the earlier
ones are history and not read. What a paragraph is stands in its class (articulo, titulo_num, capitulo_tit, parrafo).
"""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.lines import Nest
from ctip_law.read.raw import Raw
from ctip_law.read.sheet import Sheet
from ctip_law.read.walk import Element, Ranks, tidy, words_of
from ctip_law.read.xmlsafe import parse

_RANKS = {
    "libro": ("book", 0),
    "titulo": ("title", 1),
    "capitulo": ("chapter", 2),
    "seccion": ("division", 3),
    "subseccion": ("subdivision", 4),
}
_DIVISION = re.compile(r"(libro|titulo|capitulo|seccion|subseccion)(_num|_tit)?\Z")
_ARTICLE = re.compile(
    r"((?:Artículo|Art\.)\s+(?:único|\S+?)(?:\s+(?:bis|ter|quater|quáter|quinquies|sexies|septies|octies|nonies|decies))?)[.:]?(?:\s+(.*))?\Z",
    re.S | re.I,
)
_NOTES = ("nota_pie", "cita", "nota_")


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    reader = _Boe()
    blocks = list(root.iter("bloque"))
    for block in blocks:
        reader.block(block)
    if not blocks:
        for paragraph in root.iter("p"):
            reader.paragraph(paragraph)
    reader.sheet.close_head()
    return raw.document(reader.sheet.written, reader.sheet.blocks, format="boe", marked=True, meta=facts(root))


class _Boe:
    def __init__(self) -> None:
        self.sheet, self.ranks, self.level = Sheet(), Ranks(), 0
        self.nest = Nest(self.sheet, 0)
        self.component = ""

    def block(self, block: Element) -> None:
        versions = sorted(block.findall("version"), key=lambda version: version.get("fecha_vigencia") or "")
        if not versions:
            return
        kind, title = block.get("tipo") or "", block.get("titulo") or ""
        component = {
            "preambulo": "preamble",
            "firma": "conclusions",
            "nota_inicial": "notes",
            "nota_final": "notes",
        }.get(kind, "")
        if title.lower().startswith("anexo"):
            component = "schedule"
        if component:
            self._enter(component)
        elif kind in ("precepto", "encabezado"):
            self.component = ""
        for paragraph in versions[-1].iter("p"):
            self.paragraph(paragraph)
        self.sheet.close_head()

    def _enter(self, component: str) -> None:
        self.component = component
        self.sheet.open(component, 0)
        self.nest = Nest(self.sheet, 0)

    def paragraph(self, element: Element) -> None:
        words, name = words_of(element), element.get("class") or ""
        if not words:
            return
        parent = element.getparent()
        if name.startswith(_NOTES) or (parent is not None and parent.tag == "blockquote"):
            self.sheet.furniture("note", words)
            return
        match = _DIVISION.match(name)
        if match and not self.component:
            self._division(match.group(1), match.group(2) or "", words)
            return
        if name == "articulo" and not self.component:
            self._article(words)
            return
        if name.startswith("anexo") and self.component != "schedule":
            self._enter("schedule")
            return
        if self.component or self.level or self.sheet.outermost:
            self.nest.line(words)
            return
        self._enter("preface")
        self.sheet.text(words, 0)
        return

    def _division(self, name: str, part: str, words: str) -> None:
        """ "TÍTULO I" and, in a paragraph of its own, its heading."""
        if part == "_tit" and self.sheet.head is not None:
            self.sheet.heading(words, self.level)
            return
        kind, rank = _RANKS[name]
        depth = self.ranks.depth(rank)
        self.level = depth + 1
        number, _, heading = words.partition(". ") if part != "_num" else (words, "", "")
        self.sheet.open(kind, depth, number, heading)
        return

    def _article(self, words: str) -> None:
        """ "Artículo 3. Ámbito."; a "Disposición adicional primera" is a provision of its own kind."""
        match = _ARTICLE.match(words)
        kind, number, heading = (
            ("article", match.group(1), match.group(2) or "") if match else ("transitional", "", words)
        )
        self.sheet.open(kind, self.level, number, heading.rstrip("."))
        self.nest = Nest(self.sheet, self.level, ("paragraph", "point", "indent"))


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself."""
    meta = next(root.iter("metadatos"), None)
    first = next(root.iter("version"), None)
    number = words_of(next(root.iter("identificador"), None)) or ("" if first is None else first.get("id_norma") or "")
    days = sorted(version.get("fecha_vigencia") or "" for version in root.iter("version"))
    last = days[-1] if days else ""
    return {
        "title": "" if meta is None else tidy(words_of(meta.find("titulo"))),
        "country": "ES",
        "language": "es",
        "kind": "act",
        "version": f"{last[:4]}-{last[4:6]}-{last[6:8]}" if last[:8].isdigit() and len(last) >= 8 else "",
        "uri": f"/akn/es/act/{number.lower()}" if number else "",
    }
