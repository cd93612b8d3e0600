"""Generic HTML of official and other sites, through lxml: every word on the page, block by block.

No guessing which part of the page is "the article": navigation that the markup itself names (nav, menus, buttons)
is reported as furniture, all else is text for the structure stages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ctip_law.errors import InputError
from ctip_law.model import Block, Document, Leftover, Repair
from ctip_law.read.clean import clean
from ctip_law.read.encodings import decode
from ctip_law.read.raw import Raw


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCK = _words("""
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre
    section summary table tbody td tfoot th thead title tr ul option
    """)
#: Elements that hold no words of the page.
SILENT = _words("""
    script style head noscript template svg math object iframe canvas map area audio video textarea
    """)
#: Elements that the page is operated with, not read.
CONTROLS = _words("""
    nav button select option input menu dialog
    """)
#: Kinds of words beside the text -> why they are none of it.
ASIDE = {"running head": "a menu or button of the web page", "note": "a note, marked as such by the page"}
_NOTE_ROLES = frozenset({"note", "doc-footnote", "doc-endnote", "doc-tip"})
_CONTROL_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|toolbar|skip-?link|pagination)(?:$|[\s_-])", re.I
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_XML_CHARSET = re.compile(rb"\A\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]+)", re.I)
#: Set on controls that turn out to hold the text.
_OPEN = "data-ctip-open"
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CENTER = re.compile(r"text-align\s*:\s*center", re.I)
_SPACES = re.compile(r"[ \t\n\r\f]+")
#: Where libxml2 gives up on a page.
MAX_NESTING = 2_047


def read(raw: Raw) -> Document:
    """An HTML page. Raises InputError CT109 for bytes that are no text, CT104 where the page cannot be read."""
    found = _CHARSET.search(raw.data[:8192]) or _XML_CHARSET.search(raw.data[:512])
    decoded = decode(raw, found.group(1).decode("ascii", "ignore") if found else "")
    mended = clean(decoded.text)
    page = _parse(mended.text, raw.path)
    _unfold(page)
    writer = _Writer()
    _walk(page, writer)
    writer.flush()
    meta = _meta(page)
    return raw.document(
        "\n".join(writer.lines),
        writer.blocks,
        format="html",
        meta=meta,
        leftovers=writer.furniture,
        repairs=(*decoded.repairs, *(Repair(at, at, "", "", why) for why, at in writer.mended.items())),
    )


def _parse(text: str, path: str) -> Any:
    from lxml import etree, html

    body = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("CT104", f"the page cannot be read ({error})", path=path) from None
    for entry in parser.error_log:
        if entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:  # libxml2 drops all that follows, without an error
            why = f"its elements are nested more than {MAX_NESTING} deep"
            raise InputError("CT108", why, path=path, place=f"line {entry.line}")
    return page


def _meta(page: Any) -> dict[str, str]:
    title = page.findtext(".//title") or ""
    language = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return {"title": " ".join(title.split())[:300], "declared_language": language.strip()}


@dataclass(slots=True)
class _Writer:
    """Collects words into lines; `flush` ends the line being written."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Leftover] = field(default_factory=list)
    size: int = 0
    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    plain: int = 0
    styles: tuple[str, ...] = ()
    aside: str = ""
    gap: bool = False
    mended: dict[str, int] = field(default_factory=dict)

    def add(self, words: str, bold: bool) -> None:
        if words:
            self.pieces.append(words)
            if bold:
                self.bold += len(words.strip())
            else:
                self.plain += len(words.strip())

    def mend(self, words: str) -> str:
        """Damage that stood in the page as entities: &shy; &nbsp; &#150;"""
        mended = clean(words)
        for repair in mended.repairs:
            if repair.why not in self.mended:
                self.mended[repair.why] = self.size
        return mended.text

    def flush(self) -> None:
        line = _SPACES.sub(" ", self.mend("".join(self.pieces))).strip()
        heavy = self.bold > self.plain
        self.pieces.clear()
        self.bold = self.plain = 0
        if not line:
            return
        if self.gap and self.lines:
            self.lines.append("")
            self.size += 1
        self.gap = False
        start, end = self.size, self.size + len(line)
        self.lines.append(line)
        self.size = end + 1
        if self.aside:
            self.furniture.append(Leftover(start, end, line, self.aside, ASIDE[self.aside]))
            return
        style = " ".join([*self.styles, *(["bold"] if heavy else [])])
        self.blocks.append(Block(start, end, style=style))


def _walk(page: Any, writer: _Writer) -> None:
    """Depth first without recursion: pages of converters nest thousands deep."""
    waiting: list[tuple[str, Any, tuple[str, ...], bool, str]] = [("open", page, (), False, "")]
    while waiting:
        step, item, styles, bold, aside = waiting.pop()
        if step == "words":
            writer.styles, writer.aside = styles, aside
            writer.add(item, bold)
        elif step == "break":
            writer.styles, writer.aside = styles, aside
            writer.flush()
            writer.gap = writer.gap or item == "gap"
        else:
            waiting.extend(reversed(_steps(item, styles, bold, aside)))


Step = tuple[str, Any, tuple[str, ...], bool, str]


def _steps(element: Any, styles: tuple[str, ...], bold: bool, aside: str) -> list[Step]:
    tag = element.tag if isinstance(element.tag, str) else ""
    tag = tag.rsplit("}", 1)[-1].lower()
    if not tag or tag in SILENT:
        return []
    block = tag in BLOCK
    inner, outer = styles, styles
    aside = aside or _aside(element, tag)
    if block:
        inner = _block_styles(element, tag, styles)
    bold = bold or tag in ("b", "strong", "th") or (len(tag) == 2 and tag[0] == "h" and tag[1] in "123456")
    steps: list[Step] = []
    if tag == "br":
        return [("break", "", styles, bold, aside)]
    if tag in ("td", "th") and _is_small_cell(element):
        block = False
        steps.append(("words", "\u0009", styles, bold, aside))
    if block:
        steps.append(("break", "gap" if tag in _APART else "", outer, bold, aside))
    if tag == "sup" and (mark := _superscript(element)):
        return [("words", mark, styles, bold, aside)]
    if element.text:
        steps.append(("words", element.text, inner, bold, aside))
    for child in element:
        steps.append(("open", child, inner, bold, aside))
        if child.tail:
            steps.append(("words", child.tail, inner, bold, aside))
    if block:
        steps.append(("break", "gap" if tag in _APART else "", inner, bold, aside))
    return steps


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _superscript(element: Any) -> str:
    """A raised number: "[13]" where it links to a footnote, else raised digits, as in § 133¹."""
    words = "".join(element.itertext()).strip()
    if not words.isdecimal() or not words.isascii():
        return ""
    parent = element.getparent()
    linked = element.find(".//a") is not None or (parent is not None and parent.tag == "a")
    return f"[{words}]" if linked else words.translate(_RAISED)


_APART = _words("""
    p div table ul ol h1 h2 h3 h4 h5 h6 blockquote section article center dl pre tr li
    """)


def _is_small_cell(element: Any) -> bool:
    """A table cell without blocks of its own: its row stays one line."""
    return not any(isinstance(e.tag, str) and (e.tag in BLOCK or e.tag == "br") for e in element.iterdescendants())


def _aside(element: Any, tag: str) -> str:
    """A key of `ASIDE` for an element that the markup itself sets apart from the text, else ""."""
    if element.get("role") in _NOTE_ROLES:
        return "note"
    return "running head" if _is_control(element, tag) else ""


def _is_control(element: Any, tag: str) -> bool:
    if element.get(_OPEN) is not None:
        return False
    if tag in CONTROLS or element.get("role") == "navigation" or element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style and _HIDDEN.search(style):
        return True
    if tag not in ("div", "ul", "ol", "aside", "p", "td"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_CONTROL_NAMES.search(names)) and element.get(_OPEN) is None and _link_share(element) > 0.6


def _unfold(page: Any) -> None:
    """What holds most of the words is no menu: some portals fold the text away, some never close a button."""
    every = sum(len(piece.strip()) for piece in page.itertext())
    folded = [element for element in page.iter() if _HIDDEN.search(element.get("style") or "")]
    if 3 * sum(len(piece.strip()) for element in folded for piece in element.itertext()) > every:
        for element in folded:
            del element.attrib["style"]
    named = [
        e for e in page.iter("div", "ul", "td") if _CONTROL_NAMES.search(f"{e.get('class', '')} {e.get('id', '')}")
    ]
    for element in [*named, *page.iter(*sorted(CONTROLS - {"option", "input"}))]:
        if 3 * sum(len(piece.strip()) for piece in element.itertext()) > every:
            element.set(_OPEN, "")


def _link_share(element: Any) -> float:
    every = len("".join(element.itertext()).strip())
    links = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return links / every if every else 0.0


def _block_styles(element: Any, tag: str, styles: tuple[str, ...]) -> tuple[str, ...]:
    kept = [style for style in styles if style in ("table", "center", "li")]
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6") or (tag in ("li", "table") and tag not in kept):
        kept.append(tag)
    align = element.get("align", "").lower()
    centred = tag == "center" or align == "center" or bool(_CENTER.search(element.get("style") or ""))
    if centred and "center" not in kept:
        kept.append("center")
    elif align in ("left", "justify", "right") and "center" in kept:
        kept.remove("center")
    return tuple(kept)
