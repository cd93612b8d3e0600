"""LexDania 2.1, the XML of Retsinformation (Denmark): Acts, consolidations (LBK) and amending Acts.

`Linea` is a sentence. `Ikraft` in a consolidation repeats the commencement sections of the amending Acts, with their
own numbers: they are no sections of the consolidated Act.
"""

from __future__ import annotations

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Walker, words_of
from ctip_law.read.xmlsafe import parse

ROLES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("Dokument", "DokumentIndhold", "ParagrafGruppe", "BilagIndhold", "TekstGruppe", "Index"), ("flow", "")
    ),
    **dict.fromkeys(
        ("Exitus", "AendringDefinition", "AendringAktion", "Aendring", "Rykningsklausul", "Titel", "UnderTitel"),
        ("flow", ""),
    ),
    **dict.fromkeys(("UnderskriftStedDato", "Underskriver", "Segl"), ("block", "")),
    "Linea": ("word", ""),
    "TitelGruppe": ("component", "preface"),
    "Indledning": ("component", "preamble"),
    "Hymne": ("component", "preamble"),
    "Ikraft": ("component", "conclusions"),
    "UnderskriftGruppe": ("component", "conclusions"),
    "Bilag": ("component", "schedule"),
    "Bog": ("unit", "book"),
    "Afsnit": ("unit", "part"),
    "Kapitel": ("unit", "chapter"),
    "Paragraf": ("unit", "section"),
    "CentreretParagraf": ("unit", "section"),
    "AendringCentreretParagraf": ("unit", "section"),
    "IkraftCentreretParagraf": ("unit", "section"),
    "AendringsNummer": ("unit", "paragraph"),
    "AendringNyTekst": ("quote", ""),
    "Stk": ("unit", "subsection"),
    "Indentatio": ("unit", "item"),
    "Explicatus": ("num", ""),
    "Rubrica": ("heading", ""),
    "Nota": ("note", ""),
    "Meta": ("skip", ""),
    "Table": ("table", ""),
}


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    walker = LexDaniaWalker(ROLES)
    walker.flow(root, 0)
    return walker.finish(raw, "lexdania", facts(root))


class LexDaniaWalker(Walker):
    """`Walker` with rows named `Tr`."""

    def do_table(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing:
            self.inline(element, depth)
            return
        self.flush(depth)
        for row in element.iter("Tr"):
            cells = [self.capture(cell, depth) for cell in row]
            self.sheet.text(" | ".join(cell for cell in cells if cell), depth - 1, "table")
        self.drain()


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself."""
    year, number = (words_of(root.find(f"Meta/{name}")) for name in ("Year", "Number"))
    kind = words_of(root.find("Meta/DocumentType"))
    return {
        "title": words_of(root.find("Meta/DocumentTitle")),
        "country": "DK",
        "language": "da",
        "kind": "regulation" if kind.startswith(("BEK", "CIR")) else "act",
        "version": words_of(root.find("Meta/DiesSigni")),
        "in_force": words_of(root.find("Meta/StartDate")),
        "uri": f"/akn/dk/act/{year}/{number}" if year and number else "",
    }
