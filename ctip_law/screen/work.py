"""One unit of work: a file of the book to its record. Any process, on any machine, makes the same record of it.

A record is plain JSON, so that it can be kept and sent: what the gate saw, and of a law that it kept the findings on
every element with their evidence, as `gap` would find them in that law alone.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from hashlib import sha256
from html import unescape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ctip_law.errors import CtipError, InputError
from ctip_law.read.unseen import visible
from ctip_law.screen.gate import Seen, gate

if TYPE_CHECKING:
    from ctip_law.model import Law, Ledger

Record = dict[str, Any]

#: The first bytes of files whose text only a reader can see: PDF, zip (DOCX, ODT, EPUB), old Word, RTF, UTF-16.
_OPAQUE = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\xff\xfe", b"\xfe\xff")


#: Letters that are written as a reference or an escape.
_ESCAPES = re.compile(
    r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,6}|(?!amp|lt|gt|quot|nbsp)[A-Za-z]{2,8}\d?);|\\u(?P<escaped>[0-9a-fA-F]{4})"
)
#: What a file has that holds some, or a character that no one sees; each begins with bytes that are looked for quickly.
_SUSPECT = tuple(
    map(re.compile, (
        rb"&(?!amp;|lt;|gt;|quot;|nbsp;|apos;)[#A-Za-z]", rb"\\u[0-9a-fA-F]", rb"\xc2\xad", rb"\xef\xbb\xbf",
        rb"\xe2\x80[\x8b-\x8f\xaa-\xae]", rb"\xe2\x81[\xa0-\xaf]",
    ))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A file to be read: `path` names it before people; `seen` is what the gate saw of its bytes, None where only a
    reader can see its text. `lang` overrides the language that the file declares."""

    path: str
    data: bytes
    seen: Seen | None
    lang: str = ""

    @property
    def key(self) -> str:
        """What the record depends on beside the program: the bytes, the file's name and the language asked for."""
        name = PurePosixPath(self.path).name
        return sha256(b"\0".join((self.data, name.encode("utf-8", "surrogatepass"), self.lang.encode()))).hexdigest()


def look(path: str, data: bytes, lang: str = "") -> Unit:
    """A unit with what the gate sees of it."""
    if data.startswith(_OPAQUE):
        return Unit(path, data, None, lang)
    return Unit(path, data, gate().look(_letters(data, path)), lang)


def _letters(data: bytes, path: str) -> bytes:
    """A text's bytes in UTF-8, each letter written as itself: not as a reference (`&#1575;`) or an escape (`\\u0627`),
    and nothing within a word that no one sees. One in another encoding is told apart by a reader later; here its ASCII
    letters do."""
    try:
        text = "" if data.isascii() else data.decode("utf-8")
        if not any(sign.search(data, 3) for sign in _SUSPECT):  # a mark of the encoding may stand first
            return data
        text = text or data.decode("ascii")
    except UnicodeDecodeError:
        from ctip_law.read.encodings import decode
        from ctip_law.read.raw import Raw

        try:
            text = decode(Raw(data, path)).text
        except CtipError:
            return data
    return visible(_ESCAPES.sub(_letter, text)).encode("utf-8", "replace")


def _letter(found: re.Match[str]) -> str:
    escaped = found["escaped"]
    return chr(int(escaped, 16)) if escaped else unescape(found.group())


def passed_over(unit: Unit) -> Record:
    """The record of a file that the gate did not keep."""
    assert unit.seen is not None
    return head_of(unit, unit.seen) | {"law": None, "errors": []}


def given_up(unit: Unit) -> Record:
    """The record of a unit that takes every process down that reads it, or of which none ever brings a record."""
    what = "each process that read it came to an end, or fell silent (out of memory?)"
    told = {"code": "CT970", "path": unit.path, "place": "", "message": what}
    return head_of(unit, unit.seen or Seen(0)) | {"law": None, "errors": [told]}


def warm() -> None:
    """Reads what every unit needs, once, before workers are made of this process."""
    from ctip_law import analyse, assess, match, read, structure  # noqa: F401
    from ctip_law.clauses.terms import term_matcher
    from ctip_law.framework import load
    from ctip_law.languages import languages
    from ctip_law.languages import load as lexicon

    load()
    for language in languages():
        lexicon(language)
        term_matcher(language)


def read_unit(unit: Unit) -> Record:
    """The record of a file that the gate kept, or that has to be read for the gate to see it."""
    try:
        return _read(unit)
    except CtipError as error:
        told = {"code": error.code, "path": unit.path, "place": error.place, "message": error.message}
        return head_of(unit, unit.seen or Seen(0)) | {"law": None, "errors": [told]}


def _read(unit: Unit) -> Record:
    from ctip_law.annotate import annotate
    from ctip_law.languages import languages
    from ctip_law.read import read
    from ctip_law.structure import structure
    from ctip_law.structure.honest import unread

    document = read(unit.path, lang=unit.lang, stdin=unit.data)
    seen = unit.seen or gate().look(document.text.encode("utf-8", "replace"))
    head = head_of(unit, seen) | {"errors": []}
    if not seen.kept:
        return head | {"law": None}
    law = annotate(structure(document, lang=unit.lang))
    record = head | {"law": _law(law)}
    if (error := unread(law)) is not None:
        told = {"code": error.code, "path": unit.path, "place": error.place, "message": error.message}
        return record | {"read": False, "errors": [told]}
    if law.language not in languages():
        what = f"the language {law.language or 'of the text'!r} has no lexicon, so nothing in it is assessed"
        error = InputError("CT302", what, path=unit.path)
        told = {"code": error.code, "path": unit.path, "place": "", "message": what}
        return record | {"read": False, "errors": [told]}
    return record | {"read": True} | _findings(law)


def head_of(unit: Unit, seen: Seen) -> Record:
    """What a record says of the file itself."""
    return {
        "path": unit.path, "sha256": sha256(unit.data).hexdigest(), "bytes": len(unit.data),
        "kept": seen.kept, "mentions": seen.mentions, "general": seen.general,
    }  # fmt: skip


def _law(law: Law) -> Record:
    return {
        "id": law.id, "title": law.title, "country": law.country, "language": law.language, "kind": law.kind,
        "version": law.version, "in_force": law.in_force, "complete": law.complete, "sections": len(law.sections()),
    }  # fmt: skip


def _findings(law: Law) -> Record:
    """The findings on a law's elements as `gap` makes them, with what the second reader doubts and points to.

    `beside` are those that count only where another law of the state holds the trafficking offence: what a penal code
    says of all offences.
    """
    from ctip_law.assess.defects import find_defects
    from ctip_law.assess.doubt import doubted
    from ctip_law.assess.nearest import Finder
    from ctip_law.assess.seconded import with_seconded
    from ctip_law.match import beside_offence, ledger_of, read_law

    reading = read_law(law)
    alone = ledger_of([law], (reading,))
    finder = Finder(alone)
    sure = with_seconded(alone, finder)
    ledger, whole, like = doubted(sure, finder)
    defects = find_defects(sure)
    absent = [id for id, one in ledger.elements.items() if one.status == "absent"]
    record: Record = {
        "about": reading.ties.about,
        "offence": not reading.silent_alone,
        "elements": _found(ledger),
        "whole": whole,
        "like": sorted(like),
        "pointed": {id: asdict(near) for id, near in finder.pointed(absent).items()},
        "defects": [one.id for one in defects.named],
        "suspected": sorted(defects.withheld),
        "beside": {},
    }
    if reading.silent_alone:
        # the sections are the same, and what the second reader makes of them costs more than all rules
        wider = doubted(ledger_of([law], (beside_offence(reading),)), finder)
        new = {id: one for id, one in _found(wider.ledger).items() if one != record["elements"].get(id)}
        record["beside"] = new
        record["whole"] |= {id: wider.whole[id] for id in new if id in wider.whole}
        record["like"] = sorted({*like, *(wider.like & new.keys())})
    return record


def _found(ledger: Ledger) -> Record:
    return {
        id: {"status": one.status, "why": one.why, "evidence": [asdict(piece) for piece in one.evidence]}
        for id, one in ledger.elements.items()
        if one.status in ("present", "weak")
    }
