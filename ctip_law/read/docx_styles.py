"""What the styles of a Word file say of a paragraph: number, heading level, indent, alignment, bold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from ctip_law.read.docx_numbering import W

#: A style can be based on another; a chain longer than this is a loop.
MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one paragraph. `level` of its list is None where only the style tells; `heading` is 1 to 9 or 0."""

    style: str
    number: str
    level: int | None
    heading: int
    indent: int
    center: bool
    bold: bool
    contents: bool
    gap: bool

    def hints(self, bold: bool) -> str:
        """As blank-separated hints for `Block.style`."""
        hints = [f"h{min(self.heading, 6)}"] if self.heading else []
        if bold or self.bold:
            hints.append("bold")
        if self.center:
            hints.append("center")
        if self.indent:
            hints.append(f"indent:{self.indent}")
        if self.style:
            hints.append(f"style:{re.sub(r'[^A-Za-z0-9_-]', '', self.style)}")
        return " ".join(hints)


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, part: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self._chains: dict[str, tuple[etree._Element, ...]] = {}
        for style in part.iterfind(f"{W}style") if part is not None else ():
            if style.get(f"{W}type") in (None, "paragraph"):
                name = style.get(f"{W}styleId") or ""
                self._styles[name] = style
                if style.get(f"{W}default") in ("1", "true"):
                    self._default = name
        self._struck = _struck_styles(part)

    def struck(self, style: str) -> bool:
        """Whether words in this style are struck out unless a run says that they are not."""
        return (style or self._default) in self._struck

    def run_struck(self, properties: etree._Element | None, outer: bool) -> bool:
        """Whether a run with these properties is struck out; `outer`: whether its paragraph's style is."""
        if properties is None:
            return outer
        own = [part for name in ("strike", "dstrike") if (part := properties.find(f"{W}{name}")) is not None]
        if own:
            return any(part.get(f"{W}val") not in ("0", "false", "off") for part in own)
        return outer or _attribute(properties, "rStyle", "val") in self._struck

    def layout(self, paragraph: etree._Element) -> Layout:
        """The layout of `paragraph`, its own settings before those of its style and the styles that is based on."""
        own = paragraph.find(f"{W}pPr")
        named = "" if own is None else _attribute(own, "pStyle", "val")
        chain = self._chain(named or self._default)
        settings = [part for part in (own, *(style.find(f"{W}pPr") for style in chain)) if part is not None]
        number, level = _number(settings)
        names = [_attribute(style, "name", "val").lower() for style in chain]
        outline = _first(settings, "outlineLvl", "val")
        return Layout(
            style=named,
            number=number,
            level=level,
            heading=_heading(names, outline),
            indent=_indent(settings),
            center=_first(settings, "jc", "val") == "center",
            bold=any(_bold(style) for style in chain[:1]),
            contents=any(re.match(r"toc \d|table of contents|contents|toc heading", name) for name in names[:2]),
            gap=_twips(_spacing(settings, "before")) >= 200,
        )

    def _chain(self, name: str) -> tuple[etree._Element, ...]:
        if name not in self._chains:
            found: list[etree._Element] = []
            at = name
            while at in self._styles and len(found) < MAX_CHAIN and self._styles[at] not in found:
                found.append(self._styles[at])
                at = _attribute(found[-1], "basedOn", "val")
            self._chains[name] = tuple(found)
        return self._chains[name]


def _struck_styles(part: etree._Element | None) -> frozenset[str]:
    """The paragraph and character styles that strike words out, by themselves or by the style they are based on."""
    based: dict[str, str] = {}
    struck: set[str] = set()
    for style in part.iterfind(f"{W}style") if part is not None else ():
        name = style.get(f"{W}styleId") or ""
        marks = [mark for kind in ("strike", "dstrike") if (mark := style.find(f"{W}rPr/{W}{kind}")) is not None]
        if any(mark.get(f"{W}val") not in ("0", "false", "off") for mark in marks):
            struck.add(name)
        elif not marks:
            based[name] = _attribute(style, "basedOn", "val")
    for name in based:
        at = name
        for _ in range(MAX_CHAIN):
            at = based.get(at, at)
        if at in struck:
            struck.add(name)
    return frozenset(struck)


def _attribute(element: etree._Element, name: str, attribute: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}{attribute}") or ""


def _first(settings: list[etree._Element], name: str, attribute: str) -> str:
    return next((value for part in settings if (value := _attribute(part, name, attribute))), "")


def _number(settings: list[etree._Element]) -> tuple[str, int | None]:
    """The list that the nearest setting names, and the level that the nearest gives."""
    number, level = "", None
    for part in settings:
        numbered = part.find(f"{W}numPr")
        if numbered is None:
            continue
        if level is None and (words := _attribute(numbered, "ilvl", "val")).isdecimal():
            level = int(words)
        if words := _attribute(numbered, "numId", "val"):
            return words, level
    return number, level


def _heading(names: list[str], outline: str) -> int:
    for name in names:
        if match := re.match(r"heading (\d)", name):
            return int(match.group(1))
        if name == "title":
            return 1
    return int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0


def _indent(settings: list[etree._Element]) -> int:
    """The left edge of the first line in characters (120 twips are one)."""
    left = _first(settings, "ind", "left") or _first(settings, "ind", "start")
    first = _twips(_first(settings, "ind", "firstLine")) - _twips(_first(settings, "ind", "hanging"))
    return max(0, round((_twips(left) + first) / 120))


def _spacing(settings: list[etree._Element], name: str) -> str:
    return _first(settings, "spacing", name)


def _twips(words: str) -> int:
    match = re.match(r"-?\d+", words)
    return int(match.group()) if match else 0


def _bold(style: etree._Element) -> bool:
    bold = style.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(f"{W}val") not in ("0", "false")
