"""Justice Canada: LIMS XML (`Statute`, `Regulation`) and the Bill Exchange form of annual statutes (`Bill`).

Headings stand beside the sections they cover, with a `level`; text put into another Act stands in `AmendedText`.
"""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Ranks, Roles, Walker, local, words_of
from ctip_law.read.xmlsafe import parse

LIMS = "{http://justice.gc.ca/lims}"
ROLES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("Statute", "Regulation", "Bill", "Body", "SectionPiece", "DocumentInternal", "BillPiece"), ("flow", "")
    ),
    **dict.fromkeys(
        ("RelatedOrNotInForce", "Order", "TableGroup", "FormGroup", "ScheduleFormHeading", "List"), ("flow", "")
    ),
    **dict.fromkeys(("ContinuedSectionSubsection", "ContinuedParagraph", "ContinuedSubparagraph"), ("flow", "")),
    **dict.fromkeys(("ContinuedClause", "ContinuedDefinition", "ContinuedFormParagraph"), ("flow", "")),
    **dict.fromkeys(("Text", "OriginatingRef", "FormHeading"), ("block", "")),
    "Identification": ("identification", ""),
    "Introduction": ("flow", ""),
    "Preamble": ("component", "preamble"),
    "Enacts": ("component", "preamble"),
    "Recommendation": ("component", "explanatory_note"),
    "Summary": ("component", "explanatory_note"),
    "Provision": ("provision", ""),
    "Heading": ("level", ""),
    "Section": ("section", ""),
    "Subsection": ("unit", "subsection"),
    "Paragraph": ("unit", "paragraph"),
    "Subparagraph": ("unit", "subparagraph"),
    "Clause": ("unit", "clause"),
    "Subclause": ("unit", "subclause"),
    "Subsubclause": ("unit", "subclause"),
    "Definition": ("unit", "definition"),
    "Item": ("unit", "item"),
    "Group": ("unit", "division"),
    "GroupHeading": ("flow", ""),
    "Label": ("num", ""),
    "MarginalNote": ("margin", ""),
    "TitleText": ("heading", ""),
    "AmendedText": ("quote", ""),
    "ReadAsText": ("quote", ""),
    "QuotedText": ("quote", ""),
    "Schedule": ("component", "schedule"),
    "HistoricalNote": ("skip", ""),
    "Footnote": ("note", ""),
    "FootnoteRef": ("skip", ""),
    "RecentAmendments": ("apparatus", ""),
    "Amendment": ("block", ""),
    "AmendmentDate": ("word", ""),
    "table": ("table", ""),
    "LineBreak": ("break", ""),
    "PageBreak": ("break", ""),
}
_DIVISIONS = {
    "PART": "part",
    "PARTIE": "part",
    "DIVISION": "division",
    "SECTION": "division",
    "CHAPTER": "chapter",
    "SUBDIVISION": "subdivision",
}


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    walker = LimsWalker(ROLES)
    walker.flow(root, 0)
    return walker.finish(raw, "lims", facts(root))


class LimsWalker(Walker):
    """`level` is the depth that sections stand at, one below the last heading."""

    level = 0

    def __init__(self, roles: Roles) -> None:
        super().__init__(roles)
        self.ranks = Ranks()

    def do_identification(self, element: Element, kind: str, depth: int) -> None:
        self.enter("preface")
        for name in ("LongTitle", "ShortTitle"):
            self.sheet.text(words_of(element.find(name)), 0)
        self.component = ""

    def do_level(self, element: Element, kind: str, depth: int) -> None:
        """`<Heading level="2">` opens a division; its sections follow beside it."""
        if self.sheet.mode or self.component:
            self.do_block(element, "", depth)
            return
        label = words_of(element.find("Label")).split()
        level = int(element.get("level") or "1") if (element.get("level") or "1").isdigit() else 1
        place = self.ranks.depth(level)
        self.do_unit(element, _DIVISIONS.get(label[0].upper() if label else "", "crossheading"), place)
        self.level = place + 1

    def do_section(self, element: Element, kind: str, depth: int) -> None:
        inside = bool(self.sheet.mode or self.component)
        self.do_unit(element, "section", depth if inside else self.level)

    def do_margin(self, element: Element, kind: str, depth: int) -> None:
        """A marginal note is the heading; on an amending unit it only cites the amended Act."""
        parent = element.getparent()
        if parent is not None and parent.get("type") == "amending" and local(parent) != "Heading":
            self.do_note(element, "", depth)
            return
        self.do_heading(element, "", depth)

    def do_provision(self, element: Element, kind: str, depth: int) -> None:
        if element.find("Label") is None:
            self.do_block(element, "", depth)
            return
        self.do_unit(element, "paragraph", depth)


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself. `version` is the day the consolidation shows (lims:pit-date)."""
    head = root.find("Identification")
    stages = {} if head is None else {stage.get("stage"): _date(stage.find("Date")) for stage in head.iter("Stages")}
    year = words_of(root.find("Identification/Chapter/AnnualStatuteId/YYYY"))
    chapter = words_of(root.find("Identification/Chapter/ConsolidatedNumber")) or words_of(
        root.find("Identification/Chapter/AnnualStatuteId/AnnualStatuteNumber")
    )
    amending = [section for section in root.iterfind("Body/Section") if section.get("type") == "amending"]
    all_sections = root.findall("Body/Section")
    kind = (
        "regulation"
        if local(root) == "Regulation"
        else "bill"
        if local(root) == "Bill" and "assented-to" not in stages
        else "act"
    )
    if kind == "act" and len(amending) * 2 > len(all_sections):
        kind = "amending"
    return {
        "title": words_of(root.find("Identification/ShortTitle")) or words_of(root.find("Identification/LongTitle")),
        "language": root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        "country": "CA",
        "version": root.get(f"{LIMS}pit-date") or stages.get("assented-to", ""),
        "in_force": root.get(f"{LIMS}inforce-start-date") or "",
        "kind": kind,
        "uri": f"/akn/ca/act/{year}/{chapter.lower()}"
        if year and chapter
        else f"/akn/ca/act/{chapter.lower()}"
        if chapter
        else "",
    }


def _date(date: Element | None) -> str:
    if date is None:
        return ""
    year, month, day = (words_of(date.find(name)) for name in ("YYYY", "MM", "DD"))
    return f"{year}-{int(month):02d}-{int(day):02d}" if re.fullmatch(r"\d+ \d+ \d+", f"{year} {month} {day}") else ""
