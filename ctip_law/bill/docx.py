"""A bill as a Word document, and the redline of the law with tracked insertions and deletions."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from ctip_law.bill.data import data
from ctip_law.bill.nouns import Bill
from ctip_law.bill.pdf import begins, depth_of
from ctip_law.bill.wording import Wording, wording
from ctip_law.draft.docx import note, prepare, tables
from ctip_law.draft.library import words as fixed
from ctip_law.write.akn import clean
from ctip_law.write.zips import timeless

_STEP = 1.1  # centimetres of indent for each level
_WHEN = "2000-01-01T00:00:00Z"  # tracked changes carry a time; no time of the run is written
#: How much of two lines is the same, in percent, from which one is the other with other words.
_LIKE = 60
_WHO = "ctip-law"


def to_docx(bill: Bill, *, notes: bool = True) -> bytes:
    """The document's bytes, the same on every run."""
    from docx import Document

    from ctip_law.bill.write import concorded, disclaimer, lists, proved, shown, verdicts

    body, how = data(bill), wording(bill.law.language)
    document = Document()
    prepare(document, clean(bill.title), how.language)
    document.add_heading(clean(bill.title), 0)
    document.add_paragraph(clean(bill.long_title))
    for clause in body["clauses"]:
        head, lines = shown(clause, how.framed)
        if head:
            document.add_heading(clean(head), 1)
        _lines(document, clause, lines)
    document.add_heading(bill.note, 1)
    document.add_paragraph(disclaimer(bill.law.language))
    for clause in body["clauses"] if notes else ():
        _explained(document, clause, how)
    for label, lines in lists(body, how):
        document.add_heading(label, 2)
        for line in lines:
            document.add_paragraph(clean(line), style="List Bullet")
    if body["proof"]:
        rows = verdicts(body, how)
        tables(document, [(proved(body, how), rows[0], rows[1:])] if rows else [])
        if not rows:
            document.add_paragraph(proved(body, how))
    tables(document, concorded(body, how))
    return _bytes(document)


def _bytes(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _lines(document: Any, clause: dict[str, Any], lines: Sequence[str]) -> None:
    """The words of a clause, quoted lists indented by their level."""
    from docx.shared import Cm, Pt

    for place, line in enumerate(lines):
        if not line:
            continue
        heads = clause["kind"] == "insert" and begins(lines, place)
        paragraph = document.add_paragraph()
        paragraph.add_run(clean(line)).bold = heads or None
        paragraph.paragraph_format.space_after = Pt(4)
        if heads:
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.space_before = Pt(8)
        if place and clause["kind"] != "title":
            paragraph.paragraph_format.left_indent = Cm(_STEP * depth_of(line))


def _explained(document: Any, clause: dict[str, Any], how: Wording) -> None:
    if not (clause["answers"] or clause["notes"]):
        return
    from ctip_law.bill.write import answered

    said = fixed(how.language)
    note(document, clean(how("words.clause", num=clause["num"], heading=clause["heading"])), "", first=True)
    if clause["effect"]:
        note(document, how("words.effect"), clean(clause["effect"]))
    if clause["answers"]:
        note(document, said["answers"], clean(f"{answered(clause)}."))
    for one in clause["notes"]:
        for why in one["why"]:
            note(document, f"{one['num']}.", clean(why))
        for other in one["alternatives"]:
            note(document, how("words.alternative"), clean(other))
        if one["questions"]:
            note(document, said["questions"], clean(" ".join(one["questions"])))


# -- the redline -----------------------------------------------------------------------------------------------


def redline_docx(bill: Bill) -> bytes:
    """The law as the bill leaves it, a paragraph for each line, with what goes and what comes as tracked changes.

    Accepting all changes gives the law as amended, rejecting all gives the law as it is. The same bytes on every run.
    """
    from docx import Document

    new = bill.proof.law if bill.proof else bill.law
    document = Document()
    prepare(document, clean(bill.title))
    ids = iter(range(1, 10**9))
    for kind, text in _rows(bill.law.text.split("\n"), new.text.split("\n")):
        if kind == "replace":
            _mixed(document, text[0], text[1], ids)
        elif text[0].strip():
            _paragraph(document, [(kind, text[0])], ids, whole=kind != "equal")
    return _bytes(document)


def _rows(old: list[str], new: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Lines that are the same, that go, that come, or (old, new) that differ in words, in their order."""
    from rapidfuzz.distance import Indel

    known: dict[str, int] = {}
    numbers = [[known.setdefault(line, len(known)) for line in lines] for lines in (old, new)]
    gone: list[str] = []
    come: list[str] = []
    for op in Indel.opcodes(*numbers):
        if op.tag == "equal":
            yield from _changed(gone, come)
            gone, come = [], []
            yield from (("equal", (line,)) for line in old[op.src_start : op.src_end])
        else:
            gone += old[op.src_start : op.src_end]
            come += new[op.dest_start : op.dest_end]
    yield from _changed(gone, come)


def _changed(gone: list[str], come: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Lines that go and lines that come in one place: one that is like another is that line with other words, so that
    two new terms in a long section are two insertions, and the section is not struck and set again."""
    from rapidfuzz.fuzz import ratio

    place = 0
    for line in gone:
        like = next((at for at in range(place, len(come)) if ratio(line, come[at]) >= _LIKE), None)
        if like is None:
            yield "delete", (line,)
            continue
        yield from (("insert", (new,)) for new in come[place:like])
        yield "replace", (line, come[like])
        place = like + 1
    yield from (("insert", (new,)) for new in come[place:])


def _mixed(document: Any, old: str, new: str, ids: Iterator[int]) -> None:
    """A paragraph that differs in some words."""
    from ctip_law.compare.words import redline

    _paragraph(document, [(piece.kind, piece.text) for piece in redline(old, new)], ids, whole=False)


def _paragraph(document: Any, pieces: list[tuple[str, str]], ids: Iterator[int], *, whole: bool) -> None:
    """A paragraph with tracked runs; `whole` where the paragraph mark itself comes or goes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = document.add_paragraph()._p
    if whole:
        properties, run = paragraph.get_or_add_pPr(), OxmlElement("w:rPr")
        run.append(_tracked(pieces[0][0], ids))
        properties.append(run)
    for kind, words in pieces:
        run, text = OxmlElement("w:r"), OxmlElement("w:delText" if kind == "delete" else "w:t")
        text.text = clean(words)
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        holder = paragraph if kind == "equal" else _tracked(kind, ids)
        holder.append(run)
        if holder is not paragraph:
            paragraph.append(holder)


def _tracked(kind: str, ids: Iterator[int]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:ins" if kind == "insert" else "w:del")
    for name, value in (("id", str(next(ids))), ("author", _WHO), ("date", _WHEN)):
        element.set(qn(f"w:{name}"), value)
    return element
