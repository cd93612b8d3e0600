"""D.C. Law Library (code.dccouncil.gov) XML: sections of the D.C. Code, whole Acts, and the index files of titles."""

from __future__ import annotations

from ctip_law.errors import InputError
from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Walker, in_namespace, local, words_of
from ctip_law.read.xmlsafe import parse

NAMESPACE = "https://code.dccouncil.us/schemas/dc-library"
INCLUDE = "{http://www.w3.org/2001/XInclude}include"
ROLES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("document", "content", "library", "container-text"), ("flow", "")),
    **dict.fromkeys(("text", "aftertext"), ("block", "")),
    "container": ("container", ""),
    "section": ("unit", "section"),
    "para": ("para", ""),
    "num": ("num", ""),
    "prefix": ("num", ""),
    "heading": ("heading", ""),
    "subheading": ("heading", ""),
    "reason": ("reason", ""),
    "annotations": ("apparatus", ""),
    "annotation": ("block", ""),
    "meta": ("skip", ""),
    "table": ("table", ""),
}
_DIVISIONS = {"division", "title", "subtitle", "chapter", "subchapter", "part", "subpart", "article", "unit"}
_LEVELS = ("subsection", "paragraph", "subparagraph", "clause", "subclause", "item")


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises InputError CT110 for an index that only pulls sections in (they are never
    loaded), and what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    if next(root.iter(INCLUDE), None) is not None and next(root.iter(f"{{{NAMESPACE}}}section"), None) is None:
        count = sum(1 for _ in root.iter(INCLUDE))
        first = next(root.iter(INCLUDE)).get("href") or ""
        raise InputError(
            "CT110",
            f"the file is an index of {count} files that it pulls in with xi:include ({first} ...)",
            path=raw.path,
        )
    walker = DcWalker(in_namespace(ROLES, NAMESPACE))
    walker.flow(_wrapped(root), 0)
    return walker.finish(raw, "dclaw", facts(root))


def _wrapped(root: Element) -> Element:
    """A section is often the root itself; the walk starts above it."""
    if local(root) not in ("section", "container"):
        return root
    above = root.makeelement("library")
    above.append(root)
    return above


class DcWalker(Walker):
    """`Walker` with `container` by its prefix and `para` by its depth in the section."""

    paras = 0

    def do_container(self, element: Element, kind: str, depth: int) -> None:
        words = words_of(element.find(f"{{{NAMESPACE}}}prefix")).lower()
        name = "section" if words.startswith("sec") else words if words in _DIVISIONS else "division"
        self.do_unit(element, name, depth)

    def do_para(self, element: Element, kind: str, depth: int) -> None:
        self.paras += 1
        self.do_unit(element, _LEVELS[min(self.paras, len(_LEVELS)) - 1], depth)
        self.paras -= 1

    def do_reason(self, element: Element, kind: str, depth: int) -> None:
        """ "Repealed", "Not funded": why the section says no more."""
        words = self.capture(element, depth)
        if self.sheet.head is not None:
            self.sheet.heading(f"[{words}]", depth)
        else:
            self.sheet.text(f"[{words}]", depth - 1)


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself; a section of the Code alone is not a complete law."""
    number = words_of(root.find(f"{{{NAMESPACE}}}num"))
    heading = words_of(root.find(f"{{{NAMESPACE}}}heading"))
    found = {"country": "US", "language": "en", "kind": "code"}
    if local(root) == "section":
        found |= {
            "title": f"D.C. Code § {number} {heading}".strip(),
            "uri": f"/akn/us-dc/code/{number}",
            "complete": "false",
        }
    else:
        found["title"] = heading
    return found
