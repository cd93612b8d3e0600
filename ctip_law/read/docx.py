"""Word documents (DOCX). Automatic numbers are resolved (`docx_numbering`), tracked changes accepted or rejected.

Paragraphs become lines with hints on their style; the structure stages decide what they are. Footnotes stand behind
their paragraph and are leftovers, as is a contents list made by Word. Text that is struck out is no law. A text box
with a few words beside a paragraph is a marginal heading and stands before it; one with more words stands behind.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree

from ctip_law.errors import InputError
from ctip_law.model import Block, Document, Repair
from ctip_law.read.columns import side_by_side
from ctip_law.read.docx_numbering import Counted, Numbering, W
from ctip_law.read.docx_package import MC, A, M, Package, R, unread
from ctip_law.read.docx_styles import Layout, Styles
from ctip_law.read.raw import Raw, Revisions
from ctip_law.read.struck import struck_out
from ctip_law.read.walk import text_of
from ctip_law.read.written import LONG_CELL, MARGINAL, Written

#: Stands for the mark of a footnote while a paragraph is gathered.
_MARK = "\ufffc"
_AROUND_MARK = re.compile(r"[(\[]?\ufffc[)\]]?")
#: Private characters of Word's symbol fonts.
_SYMBOLS = re.compile("[\uf000-\uf0ff]")
_LISTNUM = re.compile(r"LISTNUM\s*(?:\"?([^\"\\\s]+)\"?)?(?:[^\\]*\\l\s*(\d))?", re.I)

_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_SKIPPED = frozenset(
    {f"{MC}Fallback", *(f"{W}{name}" for name in ("instrText", "delInstrText", "rPr", "pPr", "footnoteRef", "rt"))}
)


def read(raw: Raw, revisions: Revisions | None = None) -> Document:
    """The document, with tracked changes accepted or rejected.

    Raises InputError: CT104 another kind of file, CT107 encrypted, CT108 a part too large or a zip bomb, CT112 damaged,
    CT114 tracked changes with `revisions="fail"`, CT113 and CT106 as `ctip_law.read.xmlsafe.parse`.
    """
    revisions = revisions or raw.revisions
    package = Package(raw)
    main = package.main()
    document = package.xml(main)
    if document is None:
        raise InputError("CT112", "the Word file has no document in it", path=raw.path)
    tracked = next(document.iter(*_INSERTED, *_DELETED), None) is not None
    if tracked and revisions == "fail":
        raise InputError("CT114", "the document has tracked changes", path=raw.path)
    folder = posixpath.dirname(main)
    reader = _Reader(
        Styles(package.xml(f"{folder}/styles.xml")),
        Numbering(package.xml(f"{folder}/numbering.xml")),
        _notes(package.xml(f"{folder}/footnotes.xml")) | _notes(package.xml(f"{folder}/endnotes.xml"), "e"),
        lambda id: package.taken_in(main, id),
        keep_deleted=revisions == "reject",
        lang=raw.lang,
    )
    body = document.find(f"{W}body")
    reader.inside(body if body is not None else document)
    repairs = [Repair(0, 0, "", "", f"tracked changes were {revisions}ed")] if tracked else []
    text = reader.out.text
    repairs += package.told()
    repairs += reader.told(chain([document], reader.notes.values()))
    if not text.strip():
        raise InputError("CT103", "the Word file holds no words", path=raw.path)
    meta = package.core()
    return raw.document(
        text, reader.blocks(), format="docx", meta=meta, leftovers=reader.out.leftovers, repairs=repairs
    )


def _notes(part: etree._Element | None, mark: str = "f") -> dict[str, etree._Element]:
    """Foot- or endnotes by their id."""
    if part is None:
        return {}
    return {f"{mark}{note.get(f'{W}id')}": note for note in part if note.get(f"{W}type") in (None, "normal")}


@dataclass(slots=True)
class _Words:
    """The words of a paragraph while they are gathered."""

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    letters: int = 0
    notes: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    chunks: list[etree._Element] = field(default_factory=list)
    #: how many parts stood before words that are struck out, and the words
    struck: list[tuple[int, str]] = field(default_factory=list)

    def strike(self, words: str) -> None:
        """Words left out here; those of neighbouring runs are one passage."""
        if self.struck and self.struck[-1][0] == len(self.parts):
            words = self.struck.pop()[1] + words
        self.struck.append((len(self.parts), words))


class _Reader:
    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: dict[str, etree._Element],
        taken_in: Callable[[str], Document | str],
        *,
        keep_deleted: bool,
        lang: str,
    ) -> None:
        self.styles, self.numbering, self.notes, self.taken_in = styles, numbering, notes, taken_in
        self.dropped = _INSERTED if keep_deleted else _DELETED
        self.keep_deleted = keep_deleted
        self.out = Written()
        self.field_depth = 0
        self.contents_depth = 0
        #: what a paragraph whose end was deleted hands on to the next, and its own layout
        self.carried = _Words()
        self.carried_layout: Layout | None = None
        #: the elements whose words were taken up, and what is told of the others
        self.seen: set[etree._Element] = set()
        self.repairs: list[Repair] = []
        self.number = ""
        self.lang = lang
        self.struck: list[tuple[int, str]] = []
        self.translations = 0
        self.kind = ""
        #: notes and text boxes of the row being read
        self.aside: list[str] = []
        self.counted = Counted()

    def blocks(self) -> list[Block]:
        """The blocks, those of a list that runs through the whole document marked as counted."""
        return self.counted.mark(self.out.blocks)

    def told(self, parts: Iterable[etree._Element]) -> list[Repair]:
        """What was left out of the words in `parts`, and what was read in another way than it stands there."""
        most = len(self.out.text)
        repairs = struck_out([(min(place, most), words) for place, words in self.struck])
        if self.translations:
            why = f"{self.translations} place(s) in more than one language, each language read by itself"
            repairs.append(Repair(0, 0, "", "", why))
        lost = unread(iter(parts), self.seen, self.dropped)
        why = "stand in a part of the file that is not read"
        return [*repairs, *self.repairs, *(Repair(0, 0, " ".join(words.split()), "", why, "CT120") for words in lost)]

    def inside(self, parent: etree._Element) -> None:
        """All of `parent`, which is a whole: document, cell, text box."""
        self.blocks_of(parent)
        self._flush()

    def blocks_of(self, parent: etree._Element) -> None:
        """The paragraphs and tables in `parent`, in order."""
        for child in parent:
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag == f"{W}sdt":
                self.content_control(child)
            elif child.tag in (f"{W}altChunk", f"{W}subDoc"):
                self.chunk(child)
            elif child.tag in self.dropped or child.tag in (f"{W}sectPr", f"{MC}Fallback"):
                continue
            elif len(child):
                self.blocks_of(child)

    def content_control(self, element: etree._Element) -> None:
        gallery = element.find(f".//{W}docPartGallery")
        content = element.find(f"{W}sdtContent")
        if content is None:
            return
        if gallery is not None and "contents" in (gallery.get(f"{W}val") or "").lower():
            for words in (self._plain(paragraph) for paragraph in content.iter(f"{W}p")):
                if words:
                    self.out.line(words, kind="contents", why="a contents list made by Word")
            return
        self.blocks_of(content)

    def paragraph(self, element: etree._Element) -> None:
        layout = self.styles.layout(element)
        self.number = layout.number
        gone = self._mark_gone(element)  # a paragraph without an end of its own has no number of its own
        label = "" if gone else self._label(layout.number, layout.level, layout.style)
        words, inside = _Words(), self.contents_depth
        self._gather(element, words, self.styles.struck(layout.style))
        if self.carried_layout is not None:
            words = self._joined(words)
        if gone:
            self.carried, self.carried_layout = words, layout
        else:
            self._paragraph(words, layout, label, inside)

    def _joined(self, words: _Words) -> _Words:
        """The words carried over from a paragraph whose end was deleted, and `words` behind them."""
        first, self.carried, self.carried_layout = self.carried, _Words(), None
        begun = len(first.parts) + 1
        first.parts += [" ", *words.parts]
        first.struck += [(place + begun, gone) for place, gone in words.struck]
        first.bold, first.letters = first.bold + words.bold, first.letters + words.letters
        first.notes += words.notes
        first.boxes += words.boxes
        first.chunks += words.chunks
        return first

    def _flush(self) -> None:
        """Words carried over that no paragraph follows: before a table, at the end of a cell or of all."""
        layout = self.carried_layout
        if layout is not None:
            label = self._label(layout.number, layout.level, layout.style)
            self._paragraph(self._joined(_Words()), layout, label, self.contents_depth)

    def _paragraph(self, words: _Words, layout: Layout, label: str, inside: int) -> None:
        text = _tidy("".join(words.parts), apart=layout.center or "schedule" in layout.style.lower())
        gone = self._left_out(words)
        beside = [box for box in words.boxes if text.strip() and self._is_beside(box)]
        for box in beside:
            self.out.line(_words_in(box, self._plain), "margin", kind=self.kind)
        if not text.strip() and (gone or not label):
            self.out.gap = True
        elif layout.contents or inside or self.contents_depth:
            self.out.line(" ".join(f"{label} {text}".split()), kind="contents", why="a contents list made by Word")
        else:
            self.counted.add(self.numbering.abstract(layout.number), label, layout.level or 0, len(self.out.blocks))
            self._write(text, label, layout.hints(words.bold * 2 > max(1, words.letters)), layout.gap)
        for name in words.notes:
            self._note(name)
        for box in words.boxes:
            if box not in beside:
                self.inside(box)
        for chunk in words.chunks:
            self.chunk(chunk)

    def chunk(self, element: etree._Element) -> None:
        """A whole file that the document takes in here, or the word that it could not be read."""
        self._flush()
        taken = self.taken_in(element.get(f"{R}id") or "")
        if isinstance(taken, str):
            self.repairs.append(Repair(self.out.place, self.out.place, "", "", taken, "CT120"))
        else:
            self.repairs += self.out.document(taken)

    def _left_out(self, words: _Words) -> bool:
        """Keeps what is struck out, to be told; whether there was any."""
        found = [(self.out.place, " ".join(struck.split())) for _, struck in words.struck if struck.strip()]
        self.struck += found
        return bool(found)

    def _is_beside(self, box: etree._Element) -> bool:
        """A marginal heading in a text box: a few words beside the paragraph that the box hangs on."""
        return len(box.findall(f".//{W}p")) <= 3 and 0 < len(text_of(box).strip()) <= MARGINAL

    def _write(self, text: str, label: str, style: str, gap: bool) -> None:
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        self.out.gap = self.out.gap or gap
        first = lines[0] if lines else ""
        if label and not first.startswith(label):
            first = f"{label} {first}".strip()
        for place, line in enumerate([first, *lines[1:]]):
            if line:
                self.out.line(line, style, label if not place else "", self.kind)

    def _label(self, number: str, level: int | None, style: str) -> str:
        if not number or number == "0":
            return ""
        if level is None:
            level = self.numbering.level_of_style(number, style) or 0
        return self.numbering.label(number, level)

    def _note(self, name: str) -> None:
        note = self.notes.get(name)
        words = (
            " ".join(filter(None, (self._plain(paragraph) for paragraph in note.iter(f"{W}p"))))
            if note is not None
            else ""
        )
        if words:
            self.out.line(words.removeprefix("()").lstrip(), kind="note", why="a footnote")

    def _plain(self, paragraph: etree._Element) -> str:
        words = _Words()
        self._gather(paragraph, words, self.styles.struck(self.styles.layout(paragraph).style))
        self._left_out(words)
        self.aside += words.notes
        boxed = [_words_in(box, self._plain) for box in words.boxes]
        return " ".join(" ".join([*boxed, _tidy("".join(words.parts))]).split())

    def _mark_gone(self, element: etree._Element) -> bool:
        """Whether the end of this paragraph was deleted (or, rejecting, inserted): it runs on in the next."""
        name = "ins" if self.keep_deleted else "del"
        return element.find(f"{W}pPr/{W}rPr/{W}{name}") is not None

    def _gather(self, element: etree._Element, words: _Words, struck: bool = False) -> None:
        """The words of runs, fields and links, changes accepted or rejected."""
        for child in element:
            tag = child.tag
            if tag in self.dropped or tag in _SKIPPED or not isinstance(tag, str):
                if tag == f"{W}del":
                    words.strike("".join(part.text or "" for part in child.iter(f"{W}delText")))
                continue
            if tag == f"{W}r":
                self._run(child, words, struck)
            elif tag == f"{W}txbxContent":
                words.boxes.append(child)
            elif tag in (f"{W}altChunk", f"{W}subDoc"):
                words.chunks.append(child)
            elif tag in (f"{M}t", f"{A}t"):  # a formula, words in a drawing
                self.seen.add(child)
                words.parts.append(child.text or "")
            else:
                self._gather(child, words, struck)

    def _run(self, run: etree._Element, words: _Words, struck: bool) -> None:
        properties = run.find(f"{W}rPr")
        if properties is not None and _on(properties.find(f"{W}vanish")):
            self.seen.update(hidden := list(run.iter(f"{W}t")))
            if gone := " ".join("".join(part.text or "" for part in hidden).split()):
                at = self.out.place
                self.repairs.append(Repair(at, at, gone, "", "hidden in the source: left out"))
            return
        before = len(words.parts)
        for child in run:
            self._piece(child, words)
        if self.styles.run_struck(properties, struck):
            gone = "".join(words.parts[before:])
            del words.parts[before:]
            words.strike(gone)
        letters = sum(len(part.strip()) for part in words.parts[before:])
        words.letters += letters
        if properties is not None and _on(properties.find(f"{W}b")):
            words.bold += letters

    def _piece(self, child: etree._Element, words: _Words) -> None:
        tag = child.tag
        if tag == f"{W}t" or (tag == f"{W}delText" and self.keep_deleted):
            self.seen.add(child)
            words.parts.append(child.text or "")
        elif tag in (f"{W}tab", f"{W}ptab"):
            words.parts.append("\t")
        elif tag in (f"{W}br", f"{W}cr"):
            words.parts.append(" " if child.get(f"{W}type") in ("page", "column") else "\n")
        elif tag == f"{W}noBreakHyphen":
            words.parts.append("-")
        elif tag == f"{W}sym":
            words.parts.append(_symbol(child.get(f"{W}char") or ""))
        elif tag == f"{W}fldChar":
            self._field(child.get(f"{W}fldCharType") or "")
        elif tag == f"{W}instrText":
            self._instruction((child.text or "").strip(), words)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            words.notes.append(f"{'f' if tag.endswith('footnoteReference') else 'e'}{child.get(f'{W}id')}")
            words.parts.append(_MARK)
        elif tag not in _SKIPPED and len(child):
            self._gather(child, words)

    def _instruction(self, code: str, words: _Words) -> None:
        """A contents list, or a number that a field prints."""
        if code.upper().startswith("TOC"):
            self.contents_depth = self.field_depth
        elif match := _LISTNUM.match(code):
            level = int(match.group(2) or "1") - 1
            words.parts.append(self.numbering.field(match.group(1) or "", level, self.number))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.field_depth += 1
        elif kind == "end":
            if self.contents_depth == self.field_depth:
                self.contents_depth = 0
            self.field_depth = max(0, self.field_depth - 1)

    # -- tables ------------------------------------------------------------------------------------------------

    def table(self, element: etree._Element) -> None:
        """Rows of short cells are lines with " | "; a cell that holds a text of its own is read as text.

        A table with the law in two languages is read language by language.
        """
        self._flush()
        rows = [
            [cell for cell in row.iter(f"{W}tc") if cell.getparent() is row or _row_of(cell) is row]
            for row in self._rows(element)
        ]
        if columns := side_by_side([[(cell, text_of(cell).strip()) for cell in cells] for cells in rows], self.lang):
            self._columns(columns)
            return
        for cells in rows:
            if any(len(text_of(cell)) > LONG_CELL or cell.find(f"{W}tbl") is not None for cell in cells):
                for cell in cells:
                    self.inside(cell)
                continue
            parts = [" ".join(filter(None, (self._in_cell(p) for p in _paragraphs(cell)))) for cell in cells]
            words = " | ".join(part for part in parts if part)
            if words:
                self.out.line(words, "table", kind=self.kind)
            notes, self.aside = self.aside, []
            for name in notes:
                self._note(name)

    def _columns(self, columns: list[list[etree._Element]]) -> None:
        outer = self.kind
        self.translations += 1
        for place, cells in enumerate(columns):
            self.kind = "translation" if place else outer
            for cell in cells:
                self.inside(cell)
        self.kind = outer

    def _rows(self, element: etree._Element) -> Iterator[etree._Element]:
        gone = "ins" if self.keep_deleted else "del"
        for child in element:
            if child.tag == f"{W}tr":
                if child.find(f"{W}trPr/{W}{gone}") is None:
                    yield child
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
                yield from self._rows(child)

    def _in_cell(self, paragraph: etree._Element) -> str:
        layout = self.styles.layout(paragraph)
        words = self._plain(paragraph)
        label = self._label(layout.number, layout.level, layout.style) if words else ""
        return f"{label} {words}".strip()


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell, without those of text boxes, which belong to theirs."""
    return (p for p in cell.iter(f"{W}p") if next(p.iterancestors(f"{W}txbxContent"), None) is None)


def _words_in(box: etree._Element, plain: Callable[[etree._Element], str]) -> str:
    """The words of a text box on one line."""
    return " ".join(filter(None, (plain(paragraph) for paragraph in box.iter(f"{W}p"))))


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(f"{W}tr"), None)


def _tidy(words: str, *, apart: bool = False) -> str:
    """Blanks of a paragraph: line breaks stay, a tab is a blank, or parts lines where the paragraph is a title with
    words at its right edge ("SCHEDULE 1", "Section 4"). The place of a footnote's mark is closed."""
    words = _SYMBOLS.sub("•", _AROUND_MARK.sub("", words))
    if apart and words.strip("\t ").count("\t"):
        words = re.sub(r"\t+", "\n", words.strip("\t "))
    return "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in words.split("\n")).strip()


def _on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val") not in ("0", "false", "off")


def _symbol(code: str) -> str:
    """A character of a symbol font; private ones of the usual fonts are bullets and ticks."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return "•" if 0xE000 <= value <= 0xF8FF else chr(value) if 32 <= value < 0xD800 else ""
