"""OpenDocument text (ODT, and flat FODT). Lists get the numbers that a reader sees, tracked changes are accepted or
rejected, struck text is no law, and what is left out is told.

Paragraphs become lines with hints on their style; the structure stages decide what they are. Footnotes stand behind
their paragraph and are leftovers, as is a contents list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ctip_law.errors import InputError
from ctip_law.model import Document, Repair
from ctip_law.read.archive import Archive
from ctip_law.read.columns import side_by_side
from ctip_law.read.docx_numbering import Counted
from ctip_law.read.odt_styles import DRAW, OFFICE, TABLE, TEXT, XML_ID, Counter, Styles
from ctip_law.read.raw import Raw
from ctip_law.read.struck import struck_out
from ctip_law.read.walk import text_of
from ctip_law.read.written import LONG_CELL, MARGINAL, Written
from ctip_law.read.xmlsafe import parse

_CHANGE = f"{TEXT}change-id"
#: Elements whose words are none of the text.
_SILENT = frozenset(
    {f"{OFFICE}annotation", f"{OFFICE}forms", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}hidden-text",
     f"{TEXT}user-field-decls", f"{TEXT}alphabetical-index", f"{TEXT}bibliography"}
)  # fmt: skip
_LISTED = frozenset({f"{TEXT}table-of-content", f"{TEXT}illustration-index", f"{TEXT}table-index"})
_MARK = "\ufffc"
_AROUND_MARK = re.compile(r"[(\[]?\ufffc[)\]]?")


def read(raw: Raw) -> Document:
    """The document, with tracked changes accepted or rejected.

    Raises InputError: CT107 encrypted, CT108 a part too large, CT112 damaged, CT114 tracked changes asked to fail,
    CT103 no words, CT113 and CT106 as `ctip_law.read.xmlsafe.parse`.
    """
    content, others, title, told = _parts(raw)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise InputError("CT104", "the OpenDocument file holds no text document", path=raw.path)
    changes = _changes(body)
    if changes and raw.revisions == "fail":
        raise InputError("CT114", "the document has tracked changes", path=raw.path)
    reader = _Reader(Styles([*others, content]), changes, reject=raw.revisions == "reject", lang=raw.lang)
    reader.blocks_of(body)
    text = reader.out.text
    if not text.strip():
        raise InputError("CT103", "the OpenDocument file holds no words", path=raw.path)
    repairs = [Repair(0, 0, "", "", f"tracked changes were {raw.revisions}ed")] if changes else []
    repairs += [*told, *struck_out([(min(place, len(text)), words) for place, words in reader.struck])]
    if reader.translations:
        why = f"{reader.translations} place(s) in more than one language, each language read by itself"
        repairs.append(Repair(0, 0, "", "", why))
    blocks, leftovers = reader.counted.mark(reader.out.blocks), reader.out.leftovers
    return raw.document(text, blocks, format="odt", meta={"title": title}, leftovers=leftovers, repairs=repairs)


def _parts(raw: Raw) -> tuple[etree._Element, list[etree._Element | None], str, list[Repair]]:
    """The content, the parts with more styles, the title, and what is to be told of a packed or flat document."""
    if not raw.data.startswith(b"PK"):
        content = parse(raw)
        return content, [], _title(content), []
    archive = Archive(raw, "OpenDocument file")
    if b"encryption-data" in (archive.data("META-INF/manifest.xml") or b""):
        raise InputError("CT107", "the OpenDocument file is encrypted", path=raw.path)
    found = archive.xml("content.xml")
    if found is None:
        raise InputError("CT112", "the OpenDocument file has no content in it", path=raw.path)
    return found, [archive.xml("styles.xml")], _title(archive.xml("meta.xml")), archive.told()


def _title(part: etree._Element | None) -> str:
    words = "" if part is None else part.findtext(".//{http://purl.org/dc/elements/1.1/}title") or ""
    return " ".join(words.split())[:300]


def _changes(body: etree._Element) -> dict[str, tuple[str, etree._Element]]:
    """Tracked changes by id: "insertion" or "deletion", and the element that holds what was deleted."""
    found: dict[str, tuple[str, etree._Element]] = {}
    for region in body.iter(f"{TEXT}changed-region"):
        name = region.get(XML_ID) or region.get(f"{TEXT}id") or ""
        for change in region:
            kind = str(change.tag).rpartition("}")[2]
            if kind in ("insertion", "deletion"):
                found[name] = (kind, change)
    return found


@dataclass(slots=True)
class _Words:
    """The words of a paragraph while they are gathered."""

    parts: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    bold: int = 0
    letters: int = 0


class _Reader:
    def __init__(
        self, styles: Styles, changes: dict[str, tuple[str, etree._Element]], *, reject: bool, lang: str
    ) -> None:
        self.styles, self.changes, self.reject, self.lang = styles, changes, reject, lang
        self.out = Written()
        self.struck: list[tuple[int, str]] = []
        self.translations = 0
        self.kind = ""
        self.inserted = 0
        self.outline = Counter("outline")
        self.counters: dict[str, Counter] = {}
        self.last: dict[str, Counter] = {}
        self.label = ""
        self.counted, self.list_place = Counted(), ("", 0)
        #: notes of the row being read
        self.aside: list[str] = []

    # -- blocks ------------------------------------------------------------------------------------------------

    def blocks_of(self, parent: etree._Element) -> None:
        """The paragraphs, lists and tables in `parent`, in order."""
        for child in parent:
            tag = child.tag
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                self.paragraph(child)
            elif tag == f"{TEXT}list":
                self.list(child, None, 1)
            elif tag == f"{TABLE}table":
                self.table(child)
            elif tag in _LISTED:
                for words in filter(None, (self.plain(each) for each in child.iter(f"{TEXT}p"))):
                    self.out.line(words, kind="contents", why="a contents list made by the word processor")
            elif tag == f"{TEXT}tracked-changes":
                self.told_deletions()
            elif tag in (f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"):
                self.change(child, _Words())
            elif tag not in _SILENT and isinstance(tag, str):
                self.blocks_of(child)

    def told_deletions(self) -> None:
        """What was deleted, which stands apart from the text."""
        if not self.reject:
            for kind, change in self.changes.values():
                words = " ".join(" ".join(text_of(p) for p in change.iter(f"{TEXT}p", f"{TEXT}h")).split())
                if kind == "deletion" and words:
                    self.struck.append((0, words))

    def list(self, element: etree._Element, counter: Counter | None, level: int) -> None:
        """A list with its numbers, which go on from another list where it says so."""
        if counter is None:
            counter = self._counter(element)
        for item in element:
            start = item.get(f"{TEXT}start-value")
            fresh = item.tag == f"{TEXT}list-item"
            for child in item:
                if child.tag == f"{TEXT}list":
                    self.list(child, counter, level + 1)
                    continue
                if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self.label = self.styles.label(counter, level, int(start) if start else None) if fresh else ""
                    self.list_place = (str(id(counter)), level)
                    fresh = False
                    self.paragraph(child)
                elif child.tag == f"{TABLE}table":
                    self.table(child)
                elif child.tag not in _SILENT:
                    self.blocks_of(child)
        self.label = ""

    def _counter(self, element: etree._Element) -> Counter:
        first = element.find(f".//{TEXT}p")
        style = element.get(f"{TEXT}style-name") or ""
        if not style and first is not None:
            style = self.styles.list_style(first.get(f"{TEXT}style-name") or "")
        before = self.counters.get(element.get(f"{TEXT}continue-list") or "")
        if before is None and element.get(f"{TEXT}continue-numbering") == "true":
            before = self.last.get(style)
        counter = before or Counter(style)
        self.last[style] = counter
        if name := element.get(XML_ID):
            self.counters[name] = counter
        return counter

    def paragraph(self, element: etree._Element) -> None:
        style = element.get(f"{TEXT}style-name") or ""
        look = self.styles.look("paragraph", style)
        label, self.label = self.label, ""
        heading = int(element.get(f"{TEXT}outline-level") or 0) if element.tag == f"{TEXT}h" else 0
        if heading and not label and element.get(f"{TEXT}is-list-header") != "true":
            label = self.styles.label(self.outline, heading)
        words = _Words()
        self.gather(element, words, look.struck)
        text = _tidy("".join(words.parts))
        gone = self.left_out(words)
        beside = [box for box in words.boxes if text and 0 < len(text_of(box).strip()) <= MARGINAL]
        for box in beside:
            self.out.line(" ".join(text_of(box).split()), "margin", kind=self.kind)
        if not text and (gone or not label):
            self.out.gap = True
        else:
            if label and not heading:
                self.counted.add(self.list_place[0], label, self.list_place[1], len(self.out.blocks))
            hints = [f"h{min(heading or 1, 6)}"] if heading or look.heading else []
            hints += ["bold"] if look.bold or words.bold * 2 > max(1, words.letters) else []
            self.write(text, label, " ".join([*hints, *(["center"] if look.center else [])]))
        for note in words.notes:
            self.out.line(note, kind="note", why="a footnote")
        for box in words.boxes:
            if box not in beside:
                self.blocks_of(box)

    def write(self, text: str, label: str, style: str) -> None:
        lines = text.split("\n")
        if label and not lines[0].startswith(label):
            lines[0] = f"{label} {lines[0]}".strip()
        for place, line in enumerate(line for line in lines if line):
            self.out.line(line, style, label if not place else "", self.kind)

    def left_out(self, words: _Words) -> bool:
        found = " ".join("".join(words.struck).split())
        if found:
            self.struck.append((self.out.place, found))
        return bool(found)

    # -- words -------------------------------------------------------------------------------------------------

    def gather(self, element: etree._Element, words: _Words, struck: bool = False, bold: bool = False) -> None:
        """The words in `element`, changes accepted or rejected."""
        self.add(element.text, words, struck, bold)
        for child in element:
            self.piece(child, words, struck, bold)
            self.add(child.tail, words, struck, bold)

    def add(self, text: str | None, words: _Words, struck: bool, bold: bool) -> None:
        if not text or (self.inserted and self.reject):
            return
        text = re.sub(r"[ \t\r\n]+", " ", text)  # line ends in the file are blanks
        (words.struck if struck else words.parts).append(text)
        if not struck:
            words.letters += len(text.strip())
            words.bold += len(text.strip()) if bold else 0

    def piece(self, child: etree._Element, words: _Words, struck: bool, bold: bool) -> None:
        tag = child.tag
        if tag == f"{TEXT}span":
            look = self.styles.look("text", child.get(f"{TEXT}style-name") or "")
            if not look.hidden:
                self.gather(child, words, struck or look.struck, bold or look.bold)
        elif tag in (f"{TEXT}s", f"{TEXT}tab"):
            self.add(" ", words, struck, bold)
        elif tag == f"{TEXT}line-break":
            (words.struck if struck else words.parts).append("\n")
        elif tag == f"{TEXT}note":
            note = child.find(f"{TEXT}note-body")
            words.parts.append(_MARK)
            if note is not None and (found := " ".join(filter(None, map(self.plain, note.iter(f"{TEXT}p"))))):
                words.notes.append(found)
        elif tag in (f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"):
            self.change(child, words)
        elif tag == f"{DRAW}text-box":
            words.boxes.append(child)
        elif tag not in _SILENT and isinstance(tag, str):
            self.gather(child, words, struck, bold)

    def change(self, mark: etree._Element, words: _Words) -> None:
        """The place of a tracked change: inside an insertion, or where something was deleted."""
        kind, held = self.changes.get(mark.get(_CHANGE) or "", ("", mark))
        if kind == "insertion" and not mark.tag.endswith("}change"):
            self.inserted += 1 if mark.tag.endswith("change-start") else -1
        elif kind == "deletion" and self.reject:
            paragraphs = [" ".join(text_of(p).split()) for p in held.iter(f"{TEXT}p", f"{TEXT}h")]
            words.parts.append("\n".join(paragraphs))

    def plain(self, paragraph: etree._Element) -> str:
        """The words of a paragraph on one line."""
        words = _Words()
        look = self.styles.look("paragraph", paragraph.get(f"{TEXT}style-name") or "")
        self.gather(paragraph, words, look.struck)
        self.left_out(words)
        boxed = [" ".join(text_of(box).split()) for box in words.boxes]
        self.aside += words.notes
        return " ".join(" ".join([*boxed, _tidy("".join(words.parts))]).split())

    # -- tables ------------------------------------------------------------------------------------------------

    def table(self, element: etree._Element) -> None:
        """Rows of short cells are lines with " | "; a table in two languages is read language by language."""
        rows = [
            [cell for cell in row if cell.tag == f"{TABLE}table-cell"]
            for row in element.iter(f"{TABLE}table-row")
            if next(row.iterancestors(f"{TABLE}table")) is element
        ]
        columns = side_by_side([[(cell, text_of(cell).strip()) for cell in cells] for cells in rows], self.lang)
        if columns:
            outer, self.translations = self.kind, self.translations + 1
            for place, cells in enumerate(columns):
                self.kind = "translation" if place else outer
                for cell in cells:
                    self.blocks_of(cell)
            self.kind = outer
            return
        for cells in rows:
            if any(len(text_of(cell)) > LONG_CELL or cell.find(f".//{TABLE}table") is not None for cell in cells):
                for cell in cells:
                    self.blocks_of(cell)
                continue
            parts = [" ".join(filter(None, map(self.plain, cell.iter(f"{TEXT}p", f"{TEXT}h")))) for cell in cells]
            if words := " | ".join(filter(None, parts)):
                self.out.line(words, "table", kind=self.kind)
            notes, self.aside = self.aside, []
            for note in notes:
                self.out.line(note, kind="note", why="a footnote")


def _tidy(words: str) -> str:
    """Single blanks, line breaks kept, the place of a footnote's mark closed."""
    lines = (" ".join(line.split()) for line in _AROUND_MARK.sub("", words).split("\n"))
    return "\n".join(line for line in lines if line)



