"""RTF, as state legislatures publish it and Word saves it. Struck and deleted words are no law and are told.

Paragraphs become lines with hints on their style, as with DOCX; the numbers that Word counts stand in the file itself
(`\\listtext`). Footnotes stand behind their paragraph and are leftovers. Pictures and embedded objects are not read,
and that is told.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from ctip_law.errors import InputError
from ctip_law.model import Document, Repair
from ctip_law.read.columns import side_by_side
from ctip_law.read.raw import Raw
from ctip_law.read.rtf_tokens import CHARACTERS, CHARSETS, Token, tokens
from ctip_law.read.struck import struck_out
from ctip_law.read.written import LONG_CELL, MARGINAL, Written

#: Groups whose words are no words of the document.
_SILENT = frozenset({
    "colortbl", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "pict",
    "nonshppict", "fldinst", "bkmkstart", "bkmkend", "annotation", "atnid", "atnauthor", "datafield", "private", "xe",
    "tc", "rxe", "stylesheet", "filetbl", "revtbl", "listtable", "listoverridetable", "generator", "themedata",
    "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "wgrffmtfilter", "sn", "sv", "sp", "ftnsep",
    "ftnsepc", "aftnsep", "aftnsepc", "objdata", "objclass", "objname", "docvar", "template", "operator", "author",
    "company", "subject", "keywords", "comment",
})  # fmt: skip
#: Groups marked as optional (`\*`) that are read all the same.
_READ = frozenset({"shpinst", "shptxt", "shppict", "pn"})
_LIST = frozenset({"listtext", "pntext"})
_NOTE = frozenset({"footnote"})
_BOX = frozenset({"shptxt", "dptxbxtext"})
_MARK = "\ufffc"
_AROUND_MARK = re.compile(r"[(\[]?\ufffc[)\]]?")


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group. `into`: where its words go ("text", "note", "list", "box", "fonts", "title", "")."""

    into: str = "text"
    bold: bool = False
    gone: bool = False
    hidden: bool = False
    raised: bool = False
    font: int = 0
    skip: int = 1
    optional: bool = False
    fresh: bool = True


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is gathered."""

    words: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    bold: int = 0
    letters: int = 0


@dataclass(slots=True)
class _Layout:
    """The properties of a paragraph, which `\\pard` sets back."""

    center: bool = False
    left: int = 0
    first: int = 0
    heading: int = 0
    table: bool = False
    before: int = 0


def read(raw: Raw) -> Document:
    """The document in an RTF file.

    Raises InputError: CT112 cut off, CT108 nested too deep, CT103 no words but pictures or embedded objects.
    """
    reader = _Reader(raw)
    for token in tokens(raw.data.lstrip(), raw.path):
        reader.take(token)
    reader.end()
    text = reader.out.text
    if not text.strip():
        what = "the RTF holds no words"
        if reader.objects or reader.pictures:
            what += f", only {reader.objects + reader.pictures} embedded object(s) and picture(s)"
        raise InputError("CT103", what, path=raw.path)
    meta = {"title": " ".join("".join(reader.title).split())[:300]}
    out = reader.out
    return raw.document(text, out.blocks, format="rtf", meta=meta, leftovers=out.leftovers, repairs=reader.told())


class _Reader:
    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.out = Written()
        self.states = [_State()]
        self.paragraph, self.layout = _Paragraph(), _Layout()
        self.pending = bytearray()
        self.encoding = "cp1252"
        self.unknown = 0  # a code page that is named and does not exist
        self.fonts: dict[int, str] = {}
        self.skip = 0
        self.high = 0
        self.title: list[str] = []
        self.cell: list[tuple[str, str]] = []
        self.row: list[list[tuple[str, str]]] = []
        self.rows: list[list[list[tuple[str, str]]]] = []
        self.struck: list[tuple[int, str]] = []
        self.note: list[str] = []
        self.box: list[str] = []
        self.objects = self.pictures = self.translations = 0

    @property
    def state(self) -> _State:
        return self.states[-1]

    def told(self) -> list[Repair]:
        """What was left out or read in another order."""
        told = struck_out(self.struck)
        for count, what in ((self.objects, "embedded object(s)"), (self.pictures, "picture(s)")):
            if count:
                told.append(Repair(0, 0, "", "", f"{count} {what} in the RTF not read", "CT120"))
        if self.unknown:
            why = f"the RTF names the code page {self.unknown}, which there is none of; it is read as Windows-1252"
            told.append(Repair(0, 0, "", "", why, "CT119"))
        if self.translations:
            why = f"{self.translations} place(s) in more than one language, each language read by itself"
            told.append(Repair(0, 0, "", "", why))
        return told

    def take(self, token: Token) -> None:
        if token.kind != "bytes":
            self._decode()
        if token.kind in "{}" or token.word == "u":
            self.skip = 0
        if self.skip and token.kind in ("word", "sign"):  # a control word counts as one character
            self.skip -= 1
        elif token.kind == "{":
            self.states.append(replace(self.state, optional=False, fresh=True))
        elif token.kind == "}":
            self._close()
        elif token.kind == "bytes":
            self._bytes(token)
        elif token.kind == "sign":
            self._sign(token.word)
        else:
            self._word(token.word, token.number)
        if token.kind != "{" and not (token.kind == "sign" and token.word == "*"):
            self.states[-1] = replace(self.state, fresh=False)

    def end(self) -> None:
        self._decode()
        self._end_paragraph()
        self._end_table()

    # -- words -------------------------------------------------------------------------------------------------

    def _bytes(self, token: Token) -> None:
        data = token.data
        if self.skip:  # what stands for the character in readers without Unicode
            taken = min(self.skip, len(data))
            self.skip -= taken
            data = data[taken:]
        if self.state.into:
            self.pending += data

    def _decode(self) -> None:
        if self.pending:
            words = self.pending.decode(self.fonts.get(self.state.font, self.encoding), "replace")
            self.pending.clear()
            self._add(words)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.states[-1] = replace(self.state, optional=True)
        elif sign in "{}\\":
            self._add(sign)
        elif sign in CHARACTERS:
            self._add(CHARACTERS[sign])
        elif sign in "\r\n":
            self._word("par", None)

    def _add(self, words: str) -> None:
        into = self.state.into
        if into == "fonts" or self.state.hidden or not words:
            return
        if into == "title":
            self.title.append(words)
        elif into == "note":
            self.note.append(words)
        elif into == "box":
            self.box.append(words)
        elif self.state.gone:
            self.paragraph.struck.append(words)
        elif into == "list":
            self.paragraph.label.append(words)
        elif into == "text":
            self.paragraph.words.append(words)
            letters = len(words.strip())
            self.paragraph.letters += letters
            self.paragraph.bold += letters if self.state.bold else 0

    # -- control words -----------------------------------------------------------------------------------------

    def _word(self, word: str, number: int | None) -> None:
        if self.state.fresh and self._opens(word):
            return
        if not self.state.into:
            return
        on = number != 0
        if word == "u":
            self._unicode(number or 0)
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word in ("line", "softline"):
            self._add("\n")
        elif word in ("par", "sect", "cell", "nestcell", "row", "nestrow", "page"):
            self._break(word)
        elif word == "b":
            self._set(bold=on)
        elif word in ("strike", "striked", "deleted"):
            self._set(gone=on)
        elif word == "v":
            self._set(hidden=on)
        elif word == "plain":
            self._set(bold=False, gone=False, hidden=False, raised=False)
        elif word in ("super", "up", "nosupersub"):
            self._set(raised=word != "nosupersub" and on)
        elif word == "chftn":
            self._add(_MARK if self.state.into == "text" else "")
        elif word == "uc":
            self._set(skip=max(0, number if number is not None else 1))
        else:
            self._property(word, number)

    def _property(self, word: str, number: int | None) -> None:
        if word == "f":
            self._set(font=number or 0)
        elif word == "fcharset" and self.state.into == "fonts":
            if (charset := CHARSETS.get(number or 0)) is not None:
                self.fonts[self.state.font] = charset
        elif word == "deff":
            self.states = [replace(state, font=number or 0) for state in self.states]
        elif word == "ansicpg":
            self.encoding = _page(number or 1252)
            if not _known(self.encoding):
                self.unknown, self.encoding = number or 0, "cp1252"
        elif word in ("mac", "pc", "pca"):
            self.encoding = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "pard":
            self.layout = _Layout()
        elif word == "qc":
            self.layout.center = True
        elif word in ("ql", "qr", "qj"):
            self.layout.center = False
        elif word == "intbl":
            self.layout.table = True
        elif word in ("li", "lin"):
            self.layout.left = number or 0
        elif word == "fi":
            self.layout.first = number or 0
        elif word == "sb":
            self.layout.before = number or 0
        elif word == "outlinelevel":
            self.layout.heading = min(9, (number or 0) + 1)

    def _set(self, **changes: bool | int) -> None:
        self.states[-1] = replace(self.state, **changes)  # type: ignore[arg-type]

    def _opens(self, word: str) -> bool:
        """A destination, which says where the words of its group go."""
        state = self.state
        if state.into == "":
            return True
        self.objects += word == "object"
        self.pictures += word == "pict"
        target = {"fonttbl": "fonts", "title": "title", "info": state.into, "object": state.into, "result": "text"}
        if word in _NOTE:
            self.note = []
            into: str | None = "note"
        elif word in _BOX:
            self.box = []
            into = "box"
        elif word in _LIST:
            into = "list"
        elif word in target:
            into = target[word]
        elif word in _SILENT or (state.optional and word not in _READ):
            into = ""
        else:
            into = state.into if state.optional else None
        if into is None:
            return False
        self.states[-1] = replace(state, into=into)
        return True

    def _close(self) -> None:
        closed = self.states.pop()
        if not self.states:
            self.states = [_State()]
        outer = self.state.into
        if closed.into == "note" and outer != "note":
            if words := _tidy("".join(self.note)):
                self.paragraph.notes.append(words)
        elif closed.into == "box" and outer != "box" and (words := "".join(self.box).strip()):
            self.paragraph.boxes.append(words)

    def _unicode(self, number: int) -> None:
        code = number & 0xFFFF
        self.skip = self.state.skip
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            if self.high:
                self._add(chr(0x10000 + ((self.high - 0xD800) << 10) + (code - 0xDC00)))
            self.high = 0
        else:
            self._add("•" if 0xE000 <= code < 0xF900 else chr(code))

    # -- paragraphs and tables ---------------------------------------------------------------------------------

    def _break(self, word: str) -> None:
        if self.state.into in ("note", "box"):
            self._add("\n" if self.state.into == "box" else " ")
        elif word in ("cell", "nestcell"):
            self._end_paragraph(cell=True)
            self.row.append(self.cell)
            self.cell = []
        elif word in ("row", "nestrow"):
            if any(self.row):
                self.rows.append(self.row)
            self.row, self.paragraph = [], _Paragraph()
        else:
            self._end_paragraph(cell=self.layout.table)

    def _end_paragraph(self, *, cell: bool = False) -> None:
        done, self.paragraph = self.paragraph, _Paragraph()
        text = _tidy(_AROUND_MARK.sub("", "".join(done.words)))
        label = _tidy("".join(done.label)).strip("•· ")
        if cell:
            words = " ".join(filter(None, (label, text)))
            self._left_out(done)
            if words:
                self.cell.append((words, self._style(done)))
            self.cell += [(note, "note") for note in done.notes]
            return
        self._end_table()
        gone = self._left_out(done)
        for box in done.boxes:
            if text and len(box) <= MARGINAL:
                self.out.line(_tidy(box).replace("\n", " "), "margin")
        if not text and (gone or not label):
            self.out.gap = True
        else:
            self._write(text, label, self._style(done))
        for box in done.boxes:
            if not text or len(box) > MARGINAL:
                self._write(_tidy(box), "", "")
        for note in done.notes:
            self.out.line(note.replace("\n", " "), kind="note", why="a footnote")

    def _left_out(self, done: _Paragraph) -> bool:
        words = " ".join("".join(done.struck).split())
        if words:
            self.struck.append((self.out.place, words))
        return bool(words)

    def _style(self, done: _Paragraph) -> str:
        hints = [f"h{min(self.layout.heading, 6)}"] if self.layout.heading else []
        if done.bold * 2 > max(1, done.letters):
            hints.append("bold")
        if self.layout.center:
            hints.append("center")
        indent = max(0, round((self.layout.left + self.layout.first) / 120))
        return " ".join([*hints, *([f"indent:{indent}"] if indent else [])])

    def _write(self, text: str, label: str, style: str, kind: str = "") -> None:
        self.out.gap = self.out.gap or self.layout.before >= 200
        lines = [line for line in text.split("\n") if line] or [""]
        if label and not lines[0].startswith(label):
            lines[0] = f"{label} {lines[0]}".strip()
        for place, line in enumerate(lines):
            self.out.line(line, style, label if not place else "", kind)

    def _end_table(self) -> None:
        """Rows of short cells are lines; a table in two languages is read language by language."""
        rows, self.rows = self.rows, []
        columns = side_by_side([[(cell, " ".join(w for w, _ in cell)) for cell in row] for row in rows], self.raw.lang)
        if columns:
            self.translations += 1
            for place, cells in enumerate(columns):
                for words, style in (piece for cell in cells for piece in cell):
                    self._cell_line(words, style, "translation" if place else "")
            return
        for row in rows:
            if any(sum(len(words) for words, _ in cell) > LONG_CELL for cell in row):
                for words, style in (piece for cell in row for piece in cell):
                    self._cell_line(words, style, "")
                continue
            words = " | ".join(filter(None, (" ".join(w for w, style in cell if style != "note") for cell in row)))
            if words:
                self.out.line(words.replace("\n", " "), "table")
            for note in (words for cell in row for words, style in cell if style == "note"):
                self.out.line(note, kind="note", why="a footnote")

    def _cell_line(self, words: str, style: str, kind: str) -> None:
        if style == "note":
            self.out.line(words, kind="note", why="a footnote")
        else:
            self._write(words, "", style, kind)


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _page(number: int) -> str:
    return {936: "gb18030", 10000: "mac_roman", 65001: "utf-8"}.get(number, f"cp{number}") if number else "cp1252"


def _tidy(words: str) -> str:
    """Single blanks; line breaks stay."""
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in words.split("\n"))
    return "\n".join(line for line in lines if line)
