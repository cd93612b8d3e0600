"""The zip file of a Word document: its parts, what they relate to, and the files that it takes in whole (`altChunk`).

Strict Open XML has other names for the same things; they are put into the usual ones, so that no reader below knows.
"""

from __future__ import annotations

import email
import email.policy
import posixpath
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from lxml import etree

from ctip_law.errors import CtipError, InputError
from ctip_law.model import Document
from ctip_law.read.archive import Archive
from ctip_law.read.docx_numbering import W
from ctip_law.read.raw import Raw

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OLE = b"\xd0\xcf\x11\xe0"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: The namespaces of Strict Open XML, and those that they stand for.
_STRICT = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": M,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
    "{http://purl.oclc.org/ooxml/drawingml/main}": A,
}
#: Files in a file in a file: deeper than this nothing is read.
MAX_INSIDE = 3


class Package(Archive):
    """The parts of a Word document."""

    def __init__(self, raw: Raw) -> None:
        """Raises InputError CT107 encrypted, CT104 of Word before 2007, and as `Archive`."""
        if raw.data.startswith(_OLE):
            if "EncryptedPackage".encode("utf-16-le") in raw.data:
                raise InputError("CT107", "the Word file is encrypted", path=raw.path)
            remedy = "Save it as DOCX, or as text."
            raise InputError("CT104", "the file is of Word before 2007 (.doc)", path=raw.path, remedy=remedy)
        super().__init__(raw, "Word file")

    def xml(self, name: str) -> etree._Element | None:
        """A part, in the usual names; as `Archive.xml`."""
        root = super().xml(name)
        if root is not None and any(uri.startswith("http://purl.oclc.org/ooxml/") for uri in root.nsmap.values()):
            for element in root.iter(etree.Element):
                _usual(element)
        return root

    def main(self) -> str:
        """The name of the main part. Raises CT104 where the zip is no Word file."""
        for type_, target, _ in self._relations("_rels/.rels").values():
            if type_.endswith("/officeDocument"):
                name = posixpath.normpath(f"/{target.lstrip('/')}").lstrip("/")
                if name in self.names and name.startswith("word/"):
                    return name
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise InputError("CT104", "the file is a zip archive and no Word document", path=self.raw.path)

    def core(self) -> dict[str, str]:
        """Title and language from the document's properties."""
        part = self.xml("docProps/core.xml")
        if part is None:
            return {}
        title = part.findtext("{http://purl.org/dc/elements/1.1/}title") or ""
        return {"title": " ".join(title.split())[:300]}

    def taken_in(self, main: str, id: str) -> Document | str:
        """The file that the part `main` takes in by the relation `id`, read; or, where it cannot be, why not."""
        folder, base = posixpath.split(main)
        _, target, outside = self._relations(f"{folder}/_rels/{base}.rels").get(id, ("", "", False))
        if outside or not target:
            return f"the file takes in another one ({target or id}) that is not in it"
        name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        try:
            data = self.data(name)
            if data is None:
                return f"the file takes in another one ({name}) that is not in it"
            if self.raw.path.count("!") >= MAX_INSIDE:
                return f"{name} lies more than {MAX_INSIDE} files deep"
            return _read(replace(self.raw, data=_page_of(data), path=f"{self.raw.path}!{name}"))
        except CtipError as error:
            return f"{name} in it cannot be read ({error.code}: {error.message})"

    def _relations(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """Type, target and whether it is outside, by id."""
        part = self.xml(name)
        return {
            relation.get("Id") or "": (
                relation.get("Type") or "",
                relation.get("Target") or "",
                relation.get("TargetMode") == "External",
            )
            for relation in (part.iterfind(_REL) if part is not None else ())
        }


def _usual(element: etree._Element) -> None:
    """Element and attributes in the usual namespaces."""
    element.tag = _named(str(element.tag))
    strict = [str(name) for name in element.attrib if str(name).startswith("{http://purl.oclc.org")]
    for name in strict:
        element.set(_named(name), element.attrib.pop(name))


def _named(name: str) -> str:
    space, brace, local = name.rpartition("}")
    return _STRICT.get(space + brace, space + brace) + local


def _read(raw: Raw) -> Document:
    from ctip_law.read.sniff import sniff

    document: Document = import_module(sniff(raw).module).read(raw)
    return document


def _page_of(data: bytes) -> bytes:
    """The page in a web archive (MHT), as programs put one into Word files; all other data as it is."""
    if not data.lstrip()[:400].lower().startswith((b"mime-version:", b"from:", b"content-type: multipart/")):
        return data
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "text/plain", "application/xhtml+xml"):
            words = part.get_payload(decode=True)
            return words if isinstance(words, bytes) and words.strip() else data
    return data


def unread(parts: Iterator[etree._Element], seen: set[etree._Element], dropped: frozenset[str]) -> list[str]:
    """The words in `parts` that no paragraph took up, neighbours together. Tracked changes that were not kept
    (`dropped`), doubles for old programs and readings beside a character are no words of the document."""
    beside = dropped | {f"{MC}Fallback", f"{W}rt"}
    found: list[str] = []
    for part in parts:
        joined = False
        for words in part.iter(f"{W}t", f"{M}t", f"{A}t"):
            if words in seen or not (words.text or "").strip() or _gone(words, beside):
                joined = False
            elif joined:
                found[-1] += words.text or ""
            else:
                found.append(words.text or "")
                joined = True
    return found


def _gone(element: etree._Element, beside: frozenset[str]) -> bool:
    marks = {tag.rpartition("}")[2] for tag in beside} & {"ins", "del"}
    for outer in element.iterancestors():
        if outer.tag in beside:
            return True
        if outer.tag == f"{W}tr" and any(outer.find(f"{W}trPr/{W}{mark}") is not None for mark in marks):
            return True
    return False
