"""What the styles of an OpenDocument text say: which words are struck out, bold or centred, and the numbers of lists.

The numbers that a reader sees before a paragraph are not in its text: a list has a style, and each level of it a
format, words before and after the number, and a start.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from ctip_law.read.docx_numbering import number_in

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
TEXT = f"{{{_OASIS}:text:1.0}}"
STYLE = f"{{{_OASIS}:style:1.0}}"
TABLE = f"{{{_OASIS}:table:1.0}}"
OFFICE = f"{{{_OASIS}:office:1.0}}"
DRAW = f"{{{_OASIS}:drawing:1.0}}"
FO = f"{{{_OASIS}:xsl-fo-compatible:1.0}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
#: A style can be based on another; a chain longer than this is a loop.
MAX_CHAIN = 20
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a style shows its words."""

    struck: bool = False
    bold: bool = False
    center: bool = False
    hidden: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list style; `shown`: how many levels its number prints."""

    format: str
    before: str
    after: str
    start: int
    shown: int


@dataclass(slots=True)
class Counter:
    """The numbers that a list has come to, by level."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class Styles:
    """The styles of a document, from styles.xml and from the automatic styles of content.xml."""

    def __init__(self, parts: Iterable[etree._Element | None]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        for part in parts:
            kinds = (f"{STYLE}style", f"{TEXT}list-style", f"{TEXT}outline-style")
            for element in part.iter(*kinds) if part is not None else ():
                name = element.get(f"{STYLE}name") or ""
                if element.tag == f"{STYLE}style":
                    self._styles[element.get(f"{STYLE}family") or "", name] = element
                else:
                    self._lists["outline" if element.tag.endswith("outline-style") else name] = _levels(element)

    def look(self, family: str, name: str) -> Look:
        """How the words of a style look, what it is based on included."""
        key = (family, name)
        if key not in self._looks:
            self._looks[key] = self._looked(family, name)
        return self._looks[key]

    def _looked(self, family: str, name: str) -> Look:
        set_: dict[str, str] = {}
        names: list[str] = []
        at = name
        for _ in range(MAX_CHAIN):
            style = self._styles.get((family, at))
            if style is None:
                break
            names.append((style.get(f"{STYLE}display-name") or at).lower())
            for part in style:
                for key, value in part.attrib.items():
                    set_.setdefault(str(key).rpartition("}")[2], str(value))
            at = style.get(f"{STYLE}parent-style-name") or ""
        through = set_.get("text-line-through-style") or set_.get("text-line-through-type") or "none"
        return Look(
            struck=through != "none",
            bold=set_.get("font-weight", "") in ("bold", "600", "700", "800", "900"),
            center=set_.get("text-align", "") == "center",
            hidden=set_.get("display", "") == "none",
            heading=any(one == "title" for one in names),
        )

    def list_style(self, paragraph: str) -> str:
        """The list style that a paragraph style names, or one that it is based on."""
        at = paragraph
        for _ in range(MAX_CHAIN):
            style = self._styles.get(("paragraph", at))
            if style is None:
                break
            if name := style.get(f"{STYLE}list-style-name"):
                return name
            at = style.get(f"{STYLE}parent-style-name") or ""
        return ""

    def label(self, counter: Counter, level: int, start: int | None = None) -> str:
        """The next number of a list at a level (from 1), as printed; "" for bullets."""
        levels = self._lists.get(counter.style, {})
        here = levels.get(level)
        if here is None:
            return ""
        counts = counter.counts
        counts[level] = start if start is not None else counts[level] + 1 if level in counts else here.start
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if not here.format:
            return ""
        shown = range(max(1, level - here.shown + 1), level + 1)
        filled = [(levels[at], counts.get(at, levels[at].start)) for at in shown if at in levels and levels[at].format]
        numbers = ".".join(number_in(count, _FORMATS.get(one.format, "decimal")) for one, count in filled)
        return f"{here.before}{numbers}{here.after}".strip()


def _levels(element: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for child in element:
        place = int(child.get(f"{TEXT}level") or 0)
        numbered = child.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
        levels[place] = Level(
            format=(child.get(f"{STYLE}num-format") or "") if numbered else "",
            before=child.get(f"{STYLE}num-prefix") or "",
            after=child.get(f"{STYLE}num-suffix") or "",
            start=int(child.get(f"{TEXT}start-value") or 1),
            shown=int(child.get(f"{TEXT}display-levels") or 1),
        )
    return levels
