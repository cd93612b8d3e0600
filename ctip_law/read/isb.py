"""Irish Statute Book (eISB) XML. Its markup ends at the section: `<sect>` holds `<number>`, `<title>` and paragraphs
with layout codes in `class`. Accented letters and quotation marks are empty elements (`<afada/>`, `<odq/>`).
"""

from __future__ import annotations

import unicodedata

from ctip_law.model import Document
from ctip_law.read.lines import Nest
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Walker, local, words_of
from ctip_law.read.xmlsafe import parse

_SIGNS = """odq:“ cdq:” osq:‘ csq:’ emdash:— mdash:— endash:– ndash:– euro:€ pound:£ hellip:… deg:° bull:• middot:·
times:× divide:÷ frac12:½ frac14:¼ frac34:¾ apos:’ dagger:†"""
_CHARS = dict(pair.split(":") for pair in _SIGNS.split()) | {"nbsp": "\u00a0", "tab": " "}
ROLES: dict[str, tuple[str, str]] = {
    **{name: ("char", char) for name, char in _CHARS.items()},
    **{f"{letter}fada": ("char", unicodedata.normalize("NFC", f"{letter}\u0301")) for letter in "aeiouAEIOU"},
    **dict.fromkeys(("act", "si", "body", "backmatter", "quote", "article"), ("flow", "")),
    "p": ("line", ""),
    "frontmatter": ("component", "preface"),
    "acttoc": ("toc", ""),
    "actsreferredto": ("toc", ""),
    "part": ("unit", "part"),
    "chapter": ("unit", "chapter"),
    "division": ("unit", "division"),
    "sect": ("sect", ""),
    "schedule": ("component", "schedule"),
    "title": ("heading", ""),
    "number": ("num", ""),
    "table": ("table", ""),
    "metadata": ("skip", ""),
    "br": ("break", ""),
}


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    walker = IsbWalker(ROLES)
    walker.id_name = "id"
    walker.flow(root, 0)
    return walker.finish(raw, "isb", facts(root))


class IsbWalker(Walker):
    """`nest` orders the paragraphs of the section at hand by their printed markers."""

    nest: Nest | None = None
    number = ""

    def do_sect(self, element: Element, kind: str, depth: int) -> None:
        """`<sect><number>3.</number><title>...</title><p><b>3.</b> (1) ...</p>`: the number is printed once."""
        if self.capturing or self.sheet.mode:
            self.do_block(element, "", depth)
            return
        self.flush(depth)
        number = element.find("number")
        self.number = words_of(number)
        self.sheet.open(
            "paragraph" if self.component == "schedule" else "section",
            depth,
            num=self.number,
            eid=element.get("id") or "",
        )
        outer, self.nest = self.nest, Nest(self.sheet, depth, ("subsection", "paragraph", "subparagraph", "clause"))
        for child in element:
            if child is not number and (role := self.roles.get(child.tag)):
                role[0](child, role[1], depth + 1)
        self.flush(depth + 1)
        self.settle()
        self.nest = outer

    def do_line(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing or self.nest is None or self.sheet.mode:
            self.do_block(element, kind, depth)
            return
        words = self.capture(element, depth)
        if self.number and words.startswith(self.number):
            words = words[len(self.number) :].strip()
        self.number = ""
        if words:
            self.nest.line(words)
        self.drain()

    def do_heading(self, element: Element, kind: str, depth: int) -> None:
        """`<title>` of a part holds its number in the first paragraph: "PART 2" / "Transfer"."""
        lines = [words for child in element if local(child) == "p" and (words := self.capture(child, depth))]
        if self.capturing or self.sheet.mode or self.sheet.head is None or not lines:
            super().do_heading(element, kind, depth)
            return
        if len(lines) > 1 and not self.sheet.head.num:
            self.sheet.num(lines.pop(0), depth)
        for words in lines:
            self.sheet.heading(words, depth)


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself."""
    meta = root.find("metadata")
    if meta is None:
        return {"country": "IE"}
    number, year, day = (words_of(meta.find(name)) for name in ("number", "year", "dateofenactment"))
    dated = f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 and day.isdigit() else ""
    kind = "act" if local(root) == "act" else "regulation"
    return {
        "title": words_of(meta.find("title")),
        "country": "IE",
        "kind": kind,
        "version": dated,
        "uri": f"/akn/ie/{kind}/{year}/{number}" if year and number else "",
    }
