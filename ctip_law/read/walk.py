"""Walks an XML tree by roles: what each element name means is a table, the walk is the same for all formats.

    ROLES = {"section": ("unit", "section"), "num": ("num", ""), "p": ("block", ""), "authorialNote": ("note", "")}
    Walker(ROLES).read(body)

An element without a role is inline: its words run on in the line they stand in. Roles:

    unit KIND     opens a clause of this kind        num, heading   of the unit just opened
    block         a paragraph of words               flow           transparent; words in it make paragraphs
    word          inline, with a blank around it     char C         an empty element that stands for C
    apparatus     notes that go behind the law
quote         quoted amendment text              note           a footnote or an editor's remark
    toc, front    contents list; cover page          table          one line per row, cells parted by " | "
    component K   preface, preamble, schedule ...    skip           no words of the document (metadata)
    break         a blank                            struck         words deleted: left out and told

A format with other needs subclasses `Walker`: role ("level", "") calls its `do_level(element, kind, depth)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from ctip_law.model import Document, Repair
from ctip_law.read.raw import Raw
from ctip_law.read.sheet import Sheet
from ctip_law.read.struck import struck_out

Element = etree._Element
Handler = Callable[[Element, str, int], None]
Roles = Mapping[str, tuple[str, str]]

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


#: Characters without width that would part a word from the same word elsewhere: soft hyphen, word joiner ...
_SOFT, _WIDTHLESS, _JOINER, _MARK = "\u00ad", "\u200b", "\u2060", "\ufeff"
_INVISIBLE = dict.fromkeys(map(ord, (_SOFT, _WIDTHLESS, _JOINER, _MARK)))
#: How a file may write them. A byte of each, and "&", are found many times faster than the whole.
_BYTES = [(char.encode(), char.encode()[-1:]) for char in map(chr, _INVISIBLE)]
_NAMES = re.compile(rb"&(?:#173|#xAD|#xad|shy);")


def invisible(data: bytes) -> tuple[Repair, ...]:
    """The repair that says that `tidy` left invisible characters of this file out, if it has any."""
    count = sum(data.count(mark) for mark, sign in _BYTES if sign in data) - data.startswith(b"\xef\xbb\xbf")
    count += len(_NAMES.findall(data))
    why = f"{count} invisible characters (soft hyphens, word joiners) left out"
    return (Repair(0, 0, "", "", why),) if count > 0 else ()


def tidy(words: str) -> str:
    """`words` on one line, with single blanks and without invisible characters.

    No-break and ideographic blanks are the publisher's own and stay.
    """
    if words.isascii():
        if "\n" in words or "  " in words or "\t" in words or "\r" in words:
            return " ".join(words.split())
        return words.strip(" ")
    if _SOFT in words or _WIDTHLESS in words or _JOINER in words or _MARK in words:
        words = words.translate(_INVISIBLE)
    if "\n" in words or "  " in words or "\t" in words or "\r" in words:
        for blank in "\n\t\r\x0b\x0c":
            words = words.replace(blank, " ")
        while "  " in words:
            words = words.replace("  ", " ")
    return words.strip(" ")


def local(element: Element) -> str:
    """The element's name without namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: Element) -> str:
    """All words in `element` as they stand."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def words_of(element: Element | None) -> str:
    """All words in `element`, on one line; "" for None."""
    return tidy(text_of(element)) if element is not None else ""


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table and what else it holds (caption), not those of tables in its cells."""
    for child in table:
        if local(child) in ("thead", "tbody", "tfoot", "tgroup"):
            yield from rows_of(child)
        elif local(child) not in ("colgroup", "col", "colspec"):
            yield child


def in_namespace(roles: Roles, namespace: str | None) -> dict[str, tuple[str, str]]:
    """`roles` keyed by full tag, for a document in `namespace`."""
    return {f"{{{namespace}}}{name}": role for name, role in roles.items()} if namespace else dict(roles)


class Ranks:
    """Depths for divisions that stand beside what they cover, by rank: a chapter is outermost where no part is open."""

    def __init__(self) -> None:
        self.open: list[int] = []

    def depth(self, rank: int) -> int:
        """The depth of a division of this rank; it closes those of the same or a lower rank (a higher number)."""
        while self.open and self.open[-1] >= rank:
            self.open.pop()
        self.open.append(rank)
        return len(self.open) - 1


class Walker:
    """One walk over one document. `sheet` holds the result."""

    #: the attribute that holds a unit's id; "" where the format has none worth keeping
    id_name = ""
    #: whether units carry hints or flags that `style_of` reads
    styled = False

    def __init__(self, roles: Roles) -> None:
        self.sheet = Sheet()
        self.roles = self.handlers(roles)
        self.run: list[str] = []
        self.notes: list[str] = []
        self.capturing = 0
        self.component = ""
        #: words struck out, by their place in the text
        self.struck: list[tuple[int, str]] = []
        #: apparatus (commentaries, statutory notes) that is written behind the law, as the component "notes"
        self.apparatus: list[str] = []

    def handlers(self, roles: Roles) -> dict[str, tuple[Handler, str]]:
        """The method of each role."""
        return {name: (getattr(self, f"do_{role}"), kind) for name, (role, kind) in roles.items()}

    def flow(self, element: Element, depth: int) -> None:
        """The words and units in `element`; `depth` is that of the units that would open here.

        Blanks between elements matter only inside a line, so those that would begin one are passed over.
        """
        run, get = self.run, self.roles.get
        words = element.text
        if words and (run or not words.isspace()):
            run.append(words)
        child = element[0] if len(element) else None
        while child is not None:  # a third faster than lxml's iterator over the children
            role = get(child.tag)
            if role is not None:
                role[0](child, role[1], depth)
            elif len(child):
                self.flow(child, depth)
            else:
                words = child.text
                if words:
                    run.append(words)
            words = child.tail
            if words and (run or not words.isspace()):
                run.append(words)
            child = child.getnext()

    def finish(self, raw: Raw, format: str, meta: Mapping[str, str], repairs: tuple[Repair, ...] = ()) -> Document:
        """The document, when the walk is over."""
        self.flush(0)
        self.settle()
        self.sheet.close_head()
        if self.apparatus:
            self.enter("notes")
            for words in self.apparatus:
                self.sheet.text(words, 0)
            self.sheet.close_head()
        text, blocks = self.sheet.written, self.sheet.blocks
        told = (*repairs, *invisible(raw.data), *struck_out([(min(at, len(text)), w) for at, w in self.struck]))
        return raw.document(text, blocks, format=format, marked=True, meta=meta, repairs=told)

    def flush(self, depth: int) -> None:
        """Writes the words gathered so far as a paragraph of the unit one above `depth`."""
        if self.run:
            words = tidy("".join(self.run))
            self.run.clear()
            if words:
                self.sheet.text(words, depth - 1)
                if self.notes:
                    self.drain()

    def drain(self) -> None:
        """Writes the notes met, each on its own line, after the line that they belong to."""
        if self.notes:
            notes, self.notes = self.notes, []
            for note in notes:
                self.sheet.furniture("note", note)

    def capture(self, element: Element, depth: int = 0) -> str:
        """The words in `element` on one line, without its notes (which wait in `notes`)."""
        if not len(element):
            return tidy(element.text or "")
        outer, self.run = self.run, []
        self.capturing += 1
        self.flow(element, depth)
        words = tidy("".join(self.run))
        self.capturing -= 1
        self.run = outer
        return words

    # -- roles -------------------------------------------------------------------------------------------------

    def do_unit(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing:
            self.inline(element, depth)
            return
        if self.run:
            self.flush(depth)
        if self.notes:
            self.settle()
        eid = element.get(self.id_name) or "" if self.id_name else ""
        self.sheet.open(kind, depth, "", "", eid, self.style_of(element) if self.styled else "")
        self.flow(element, depth + 1)
        if self.run:
            self.flush(depth + 1)
        if self.notes:
            self.only_notes(depth)
            self.settle()

    def settle(self) -> None:
        """Closes the head and writes waiting notes: nothing more comes for the unit's first line."""
        if self.notes:
            self.sheet.close_head()
            self.drain()

    def only_notes(self, depth: int) -> None:
        """A unit that says nothing itself ("Art. 10" with the note "Repealed") has its notes for words."""
        head = self.sheet.head
        if head is not None and head.depth == depth and not head.heading and not self.sheet.mode:
            notes, self.notes = self.notes, []
            self.sheet.text(" ".join(notes), depth)

    def style_of(self, element: Element) -> str:
        """Layout hints and flags ("flag:quoted") of a unit; none in most formats."""
        return ""

    def do_num(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing:
            self.inline(element, depth)
            return
        if self.run:
            self.flush(depth)
        words = self.capture(element, depth) if len(element) else tidy(element.text or "")
        self.sheet.num(words, depth)

    def do_heading(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing:
            self.inline(element, depth)
            return
        if self.run:
            self.flush(depth)
        self.sheet.heading(self.capture(element, depth), depth)

    def do_block(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing:
            self.inline(element, depth)
            return
        if self.run:
            self.flush(depth)
        if len(element):
            self.flow(element, depth)
            if self.run:
                self.flush(depth)
        elif words := element.text:
            self.sheet.text(tidy(words), depth - 1)

    do_flow = do_block

    def inline(self, element: Element, depth: int) -> None:
        """Words of a block element where only a line is wanted."""
        self.run.append(" ")
        self.flow(element, depth)
        self.run.append(" ")

    def do_note(self, element: Element, kind: str, depth: int) -> None:
        if self.sheet.mode and self.sheet.mode != "quote":
            self.inline(element, depth)
            return
        waiting, self.notes = self.notes, []
        words = self.capture(element, depth)
        self.notes = [*waiting, *self.notes, words] if words else waiting

    def do_apparatus(self, element: Element, kind: str, depth: int) -> None:
        """Editors' apparatus that is too much for notes: kept, behind the law."""
        outer, self.run = self.run, []
        lines = self._lines_of(element)
        self.run = outer
        head = self.sheet.head
        if head is not None and head.depth == depth - 1 and not head.heading and lines:
            self.sheet.text(" ".join(lines), depth - 1)  # a repealed unit: the apparatus is all there is
        else:
            self.apparatus.extend(lines)

    def _lines_of(self, element: Element) -> list[str]:
        """The paragraphs of `element`, units written out as lines."""
        sheet, notes, component = self.sheet, self.notes, self.component
        self.sheet, self.notes, self.component = Sheet(), [], "notes"
        self.sheet.mode = "note"
        self.capturing, capturing = 0, self.capturing
        self.flow(element, 0)
        self.flush(0)
        self.sheet.close_head()
        lines = self.sheet.written.splitlines()
        self.sheet, self.notes, self.component, self.capturing = sheet, notes, component, capturing
        return lines

    def do_quote(self, element: Element, kind: str, depth: int) -> None:
        self.in_mode(element, "quote", depth)

    def do_toc(self, element: Element, kind: str, depth: int) -> None:
        self.in_mode(element, "toc", depth)

    def do_front(self, element: Element, kind: str, depth: int) -> None:
        self.in_mode(element, "running_head", depth)

    def in_mode(self, element: Element, mode: str, depth: int) -> None:
        """Everything in `element`, units and all, becomes lines of the kind `mode`."""
        sheet = self.sheet
        if self.capturing:
            self.inline(element, depth)
            return
        if sheet.mode:
            self.do_block(element, "", depth)
            return
        self.flush(depth)
        sheet.close_head()
        sheet.mode, sheet.mode_depth = mode, depth - 1
        self.flow(element, depth)
        self.flush(depth)
        sheet.close_head()
        self.drain()
        sheet.mode, sheet.mode_depth = "", -1

    def do_table(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing:
            self.inline(element, depth)
            return
        self.flush(depth)
        for row in rows_of(element):
            if local(row) in ("tr", "row"):
                cells = [self.capture(cell, depth) for cell in row]
                words = " | ".join(cell for cell in cells if cell)
            else:
                words = self.capture(row, depth)
            self.sheet.text(words, depth - 1, "table")
        self.drain()

    def do_component(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing or self.sheet.mode or self.component:
            self.do_block(element, "", depth)
            return
        self.flush(depth)
        self.settle()
        self.enter(kind)
        self.flow(element, 1)
        self.flush(1)
        self.settle()
        self.component = ""

    def enter(self, kind: str, num: str = "", heading: str = "", eid: str = "", style: str = "") -> None:
        """Opens a component, or goes on with one just left; the words and units after it belong to it."""
        self.component = kind
        if kind in ("schedule", "supplement") or self.sheet.outermost != kind:
            self.sheet.open(kind, 0, num, heading, eid, style)

    def do_skip(self, element: Element, kind: str, depth: int) -> None:
        pass

    def do_struck(self, element: Element, kind: str, depth: int) -> None:
        """Words that the markup strikes out or deletes: no law, left out and told."""
        if words := words_of(element):
            self.struck.append((self.sheet.place, words))

    def do_word(self, element: Element, kind: str, depth: int) -> None:
        self.inline(element, depth)

    def do_char(self, element: Element, kind: str, depth: int) -> None:
        self.run.append(kind)

    def do_break(self, element: Element, kind: str, depth: int) -> None:
        self.run.append(" ")
