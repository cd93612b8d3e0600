"""e-Gov Standard Law XML (Japan). Numbers are printed in `ArticleTitle`, `ParagraphNum`, `ItemTitle`.

`SupplProvision` (附則) belongs to the amending laws: it is a supplement, not part of the body.
"""

from __future__ import annotations

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Walker, local, words_of
from ctip_law.read.xmlsafe import parse

_TITLED = {
    "Part": "part",
    "Chapter": "chapter",
    "Section": "division",
    "Subsection": "subdivision",
    "Division": "subdivision",
}
_LISTS = {f"Subitem{level}": "item" for level in range(1, 11)} | {"Item": "item"}
ROLES: dict[str, tuple[str, str]] = {
    **{name: ("unit", kind) for name, kind in _TITLED.items()},
    **{f"{name}Title": ("divided", "") for name in _TITLED},
    **{name: ("unit", kind) for name, kind in _LISTS.items()},
    **{f"{name}Title": ("num", "") for name in _LISTS},
    **{
        f"{name}Sentence": ("block", "")
        for name in (*_LISTS, "Paragraph", "AmendProvision", "List", "Sublist1", "Sublist2")
    },
    **dict.fromkeys(
        ("Law", "LawBody", "MainProvision", "DataRoot", "ApplData", "LawFullText", "List", "Sublist1"), ("flow", "")
    ),
    **dict.fromkeys(
        ("TableStruct", "Remarks", "StyleStruct", "NoteStruct", "FigStruct", "FormatStruct", "Class"), ("flow", "")
    ),
    **dict.fromkeys(("LawTitle", "LawNum"), ("title", "")),
    **dict.fromkeys(
        ("AppdxTable", "AppdxNote", "AppdxStyle", "AppdxFormat", "Appdx", "AppdxFig"), ("component", "schedule")
    ),
    **dict.fromkeys(
        ("AppdxTableTitle", "AppdxNoteTitle", "AppdxStyleTitle", "AppdxFormatTitle", "AppdxFigTitle"), ("heading", "")
    ),
    **dict.fromkeys(
        ("RemarksLabel", "TableStructTitle", "RelatedArticleNum", "SupplNote", "ClassTitle"), ("block", "")
    ),
    "Sentence": ("sentence", ""),
    "Column": ("word", ""),
    "EnactStatement": ("component", "preamble"),
    "Preamble": ("component", "preamble"),
    "TOC": ("toc", ""),
    **dict.fromkeys(("TOCLabel", "TOCPreambleLabel", "TOCAppdxTableLabel", "TOCSupplProvision"), ("block", "")),
    **dict.fromkeys(("TOCPart", "TOCChapter", "TOCSection", "TOCSubsection", "TOCArticle"), ("block", "")),
    "ArticleRange": ("word", ""),
    "Article": ("unit", "article"),
    "ArticleCaption": ("heading", ""),
    "ArticleTitle": ("num", ""),
    "Paragraph": ("paragraph", ""),
    "ParagraphCaption": ("heading", ""),
    "ParagraphNum": ("num", ""),
    "SupplProvision": ("supplement", ""),
    "SupplProvisionLabel": ("heading", ""),
    "AmendProvision": ("flow", ""),
    "NewProvision": ("quote", ""),
    "Rt": ("skip", ""),
    "Fig": ("skip", ""),
    "Table": ("table", ""),
    "TableRow": ("block", ""),
    "TableHeaderRow": ("block", ""),
}


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    walker = EgovWalker(ROLES)
    walker.flow(root, 0)
    return walker.finish(raw, "egov", facts(root))


class EgovWalker(Walker):
    """`Walker` for headings with the number in them, and articles of one paragraph."""

    def do_title(self, element: Element, kind: str, depth: int) -> None:
        self.enter("preface")
        self.sheet.text(self.capture(element, depth), 0)
        self.component = ""

    def do_divided(self, element: Element, kind: str, depth: int) -> None:
        """ "第一編　総則": number and heading parted by an ideographic blank."""
        if self.capturing or self.sheet.mode:
            self.inline(element, depth)
            return
        words = self.capture(element, depth)
        number, _, heading = words.partition("\u3000")
        self.sheet.num(number.strip(), depth)
        self.sheet.heading(heading.strip(), depth)

    def do_paragraph(self, element: Element, kind: str, depth: int) -> None:
        """An unnumbered only paragraph of an article is the article's text."""
        parent = element.getparent()
        if self.capturing or self.sheet.mode:
            self.do_block(element, kind, depth)
            return
        only = parent is not None and local(parent) == "Article" and len(parent.findall("Paragraph")) == 1
        if only and not words_of(element.find("ParagraphNum")):
            self.do_block(element, kind, depth)
            return
        self.do_unit(element, "paragraph", depth)

    def do_sentence(self, element: Element, kind: str, depth: int) -> None:
        self.flow(element, depth)

    def do_supplement(self, element: Element, kind: str, depth: int) -> None:
        self.flush(depth)
        self.settle()
        amending = element.get("AmendLawNum") or ""
        self.enter("supplement", num="", heading="")
        if amending:
            label = element.find("SupplProvisionLabel")
            if label is not None:
                label.text = f"{label.text or ''}（{amending}）"
        self.flow(element, 1)
        self.flush(1)
        self.settle()
        self.sheet.close_head()
        self.component = ""

    def do_table(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing:
            self.inline(element, depth)
            return
        self.flush(depth)
        for row in element:
            cells = [self.capture(cell, depth) for cell in row]
            self.sheet.text(" | ".join(cell for cell in cells if cell), depth - 1, "table")


_KINDS = {
    "Constitution": "act",
    "Act": "act",
    "CabinetOrder": "regulation",
    "ImperialOrder": "regulation",
    "MinisterialOrdinance": "regulation",
    "Rule": "regulation",
}
_ERAS = {"Meiji": 1867, "Taisho": 1911, "Showa": 1925, "Heisei": 1988, "Reiwa": 2018}


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself. The year of the era is turned into one of the common calendar for the URI."""
    law = root if local(root) == "Law" else next(root.iter("Law"), root)
    year = law.get("Year") or ""
    era = _ERAS.get(law.get("Era") or "", 0)
    common = str(era + int(year)) if year.isdigit() and era else ""
    number = (law.get("Num") or "").lstrip("0")
    kind = _KINDS.get(law.get("LawType") or "", "act")
    return {
        "title": words_of(next(law.iter("LawTitle"), None)),
        "country": "JP",
        "language": law.get("Lang") or "ja",
        "kind": kind,
        "uri": f"/akn/jp/{kind}/{common}/{number}" if common and number else "",
    }
