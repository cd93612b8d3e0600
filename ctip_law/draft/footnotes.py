"""Real footnotes of a Word document. python-docx has none: their part, styles and marks are made here."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from lxml import etree

_TEXT, _MARK = "footnote text", "footnote reference"
#: The lines between text and footnotes, which Word asks for: id, kind, element.
_LINES = (("-1", "separator", "separator"), ("0", "continuationSeparator", "continuationSeparator"))


class Footnotes:
    """The footnotes of a document, numbered as they are added; `close` puts them into the file."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        self._count = 0
        self._text, self._mark = _styles(document)
        for id, kind, element in _LINES:
            note = _note(id, kind)
            run = OxmlElement("w:r")
            run.append(OxmlElement(f"w:{element}"))
            note[0].append(run)
            self._root.append(note)

    def add(self, paragraph: Any, words: str) -> None:
        """A mark at the end of a paragraph, and its footnote."""
        self._count += 1
        id = str(self._count)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), id)
        paragraph._p.append(self._raised(reference))
        note = _note(id)
        properties = OxmlElement("w:pPr")
        style = OxmlElement("w:pStyle")
        style.set(qn("w:val"), self._text)
        properties.append(style)
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = f" {words}"
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        note[0].extend((properties, self._raised(OxmlElement("w:footnoteRef")), run))
        self._root.append(note)

    def close(self) -> None:
        """Puts the footnotes into the file; a document without any has no part for them."""
        if not self._count:
            return
        package = self._document.part.package
        blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = self._document.settings.element
        known = OxmlElement("w:footnotePr")
        for id, _, _ in _LINES:
            line = OxmlElement("w:footnote")
            line.set(qn("w:id"), id)
            known.append(line)
        after = settings.find(qn("w:compat"))  # the schema wants it before this one
        settings.insert(settings.index(after) if after is not None else len(settings), known)

    def _raised(self, element: Any) -> Any:
        """A run with the mark of a footnote."""
        run, properties, style = (OxmlElement(f"w:{name}") for name in ("r", "rPr", "rStyle"))
        style.set(qn("w:val"), self._mark)
        properties.append(style)
        run.extend((properties, element))
        return run


def _note(id: str, kind: str = "") -> Any:
    note = OxmlElement("w:footnote")
    if kind:
        note.set(qn("w:type"), kind)
    note.set(qn("w:id"), id)
    note.append(OxmlElement("w:p"))
    return note


def _styles(document: Any) -> tuple[str, str]:
    """The ids of the styles of a footnote's words and of its mark."""
    text = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(0)
    mark = document.styles.add_style(_MARK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    return text.style_id, mark.style_id
