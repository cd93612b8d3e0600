"""Crown Legislation Markup Language, as legislation.gov.uk serves it (data.xml): Acts, Measures, statutory instruments.

`P1` is the provision that is cited: section, article, regulation or rule by its id. Its heading stands on the `P1group`
around it. Commentaries are the editors' and go behind the law.
"""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Walker, in_namespace, local, tidy, words_of
from ctip_law.read.xmlsafe import parse

NAMESPACE = "http://www.legislation.gov.uk/namespaces/legislation"
XHTML = "{http://www.w3.org/1999/xhtml}"
_META = "{http://www.legislation.gov.uk/namespaces/metadata}"
_DC = "{http://purl.org/dc/elements/1.1/}"
ROLES: dict[str, tuple[str, str]] = {
    "Strike": ("struck", ""),
    **dict.fromkeys(
        ("Legislation", "Primary", "Secondary", "EURetained", "Body", "EUBody", "Schedules", "ScheduleBody"),
        ("flow", ""),
    ),
    **dict.fromkeys(
        ("PrimaryPreamble", "SecondaryPreamble", "EnactingText", "IntroductoryText", "DateOfEnactment"), ("flow", "")
    ),
    **dict.fromkeys(
        ("P", "Para", "TitleBlock", "Tabular", "Figure", "Form", "ExplanatoryNotes", "EarlierOrders"), ("flow", "")
    ),
    **{f"P{level}para": ("flow", "") for level in range(1, 8)},
    **dict.fromkeys(("Text", "LongTitle", "DateText", "Reference", "Made", "Laid", "ComingIntoForce"), ("block", "")),
    "PrimaryPrelims": ("component", "preface"),
    "SecondaryPrelims": ("component", "preface"),
    "EUPrelims": ("component", "preface"),
    "Contents": ("toc", ""),
    "Group": ("unit", "part"),
    "Part": ("unit", "part"),
    "Chapter": ("unit", "chapter"),
    "Pblock": ("unit", "crossheading"),
    "PsubBlock": ("unit", "crossheading"),
    "P1group": ("p1group", ""),
    "P2group": ("p1group", ""),
    "P3group": ("p1group", ""),
    "P1": ("p1", ""),
    "P2": ("unit", "subsection"),
    "P3": ("unit", "paragraph"),
    "P4": ("unit", "subparagraph"),
    "P5": ("unit", "clause"),
    "P6": ("unit", "subclause"),
    "P7": ("unit", "item"),
    "Pnumber": ("pnumber", ""),
    "Number": ("number", ""),
    "Title": ("title", ""),
    "Subtitle": ("title", ""),
    "OrderedList": ("ordered", ""),
    "UnorderedList": ("unordered", ""),
    "ListItem": ("unit", "item"),
    "BlockAmendment": ("quote", ""),
    "BlockExtract": ("quote", ""),
    "Schedule": ("component", "schedule"),
    "Appendix": ("component", "schedule"),
    "SignedSection": ("component", "conclusions"),
    "Commentaries": ("apparatus", ""),
    "Commentary": ("block", ""),
    "Footnotes": ("apparatus", ""),
    "MarginNotes": ("apparatus", ""),
    "FootnoteRef": ("skip", ""),
    "CommentaryRef": ("skip", ""),
    "MarginNoteRef": ("skip", ""),
    "Metadata": ("skip", ""),
    "Resources": ("skip", ""),
    "Versions": ("skip", ""),
}
_CITED = re.compile(r"(section|article|regulation|rule)-[^-]+\Z")
_PAREN = frozenset({"P2", "P3", "P4", "P5", "P6", "P7"})


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    roles = in_namespace(ROLES, NAMESPACE) | {f"{XHTML}table": ("table", ""), f"{_META}Metadata": ("skip", "")}
    walker = ClmlWalker(roles)
    walker.flow(root, 0)
    return walker.finish(raw, "clml", facts(root))


class ClmlWalker(Walker):
    """`group_title` is the heading of a P1group, kept for the one provision in it."""

    group_title = ""

    def do_p1group(self, element: Element, kind: str, depth: int) -> None:
        inner = [child for child in element if local(child) in ("P1", "P2", "P3", "P")]
        if self.sheet.mode or len(inner) != 1 or local(inner[0]) == "P":
            self.do_unit(element, "crossheading", depth)
            return
        self.flush(depth)
        for child in element:
            if local(child) == "Title":
                self.group_title = self.capture(child, depth)
            elif role := self.roles.get(child.tag):
                role[0](child, role[1], depth)

    def do_p1(self, element: Element, kind: str, depth: int) -> None:
        match = _CITED.match(element.get("id") or "")
        kind = "paragraph" if self.component else match.group(1) if match else "section"
        self.do_unit(element, kind, depth)

    def do_unit(self, element: Element, kind: str, depth: int) -> None:
        title, self.group_title = self.group_title, ""
        if kind == "subsection" and self.component:
            kind = "subparagraph"
        super().do_unit(element, kind, depth) if not title else self._titled(element, kind, depth, title)

    def _titled(self, element: Element, kind: str, depth: int, title: str) -> None:
        self.flush(depth)
        self.settle()
        self.sheet.open(kind, depth, heading=title)
        self.flow(element, depth + 1)
        self.flush(depth + 1)
        self.settle()

    def do_pnumber(self, element: Element, kind: str, depth: int) -> None:
        """`<Pnumber>a</Pnumber>` is printed "(a)"; attributes may say otherwise."""
        if self.capturing:
            self.inline(element, depth)
            return
        number, parent = self.capture(element, depth), element.getparent()
        if number and parent is not None and local(parent) in _PAREN and number[0].isalnum():
            before, after = element.get("PuncBefore"), element.get("PuncAfter")
            number = f"{'(' if before is None else before}{number}{')' if after is None else after}"
        self.sheet.num(number, depth)

    def do_number(self, element: Element, kind: str, depth: int) -> None:
        if self.component == "preface":
            self.do_block(element, "", depth)
            return
        self.do_num(element, kind, depth)

    def do_title(self, element: Element, kind: str, depth: int) -> None:
        if self.component == "preface":
            self.do_block(element, "", depth)
            return
        parent = element.getparent()
        if parent is not None and local(parent) == "Schedules":
            self.sheet.furniture("running_head", self.capture(element, depth))
            return
        self.do_heading(element, kind, depth)

    def do_ordered(self, element: Element, kind: str, depth: int) -> None:
        """A list whose numbers are not written but named: Type="roman" Decoration="parens"."""
        if self.capturing:
            self.inline(element, depth)
            return
        self.flush(depth)
        for count, item in enumerate((child for child in element if local(child) == "ListItem"), 1):
            number = item.get("NumberOverride") or _number(count, element.get("Type") or "arabic")
            self.sheet.open("item", depth, num=_decorated(number, element.get("Decoration") or "none"))
            self.flow(item, depth + 1)
            self.flush(depth + 1)
            self.settle()

    def do_unordered(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing:
            self.inline(element, depth)
            return
        self.flush(depth)
        name = "definition" if "efinition" in (element.get("Class") or "") else "item"
        for item in element:
            self.do_unit(item, name, depth)


def _number(count: int, kind: str) -> str:
    if kind.startswith("alpha"):
        letters = ""
        while count:
            count, rest = divmod(count - 1, 26)
            letters = chr(97 + rest) + letters
        return letters.upper() if "upper" in kind else letters
    if kind.startswith("roman"):
        roman = ""
        for value, sign in zip(
            (100, 90, 50, 40, 10, 9, 5, 4, 1), ("c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True
        ):
            roman += sign * (count // value)
            count %= value
        return roman.upper() if "upper" in kind else roman
    return str(count)


def _decorated(number: str, decoration: str) -> str:
    shapes = {
        "parens": "({})",
        "parenRight": "{})",
        "brackets": "[{}]",
        "bracketRight": "{}]",
        "period": "{}.",
        "colon": "{}:",
    }
    return shapes.get(decoration, "{}").format(number)


_TYPES = {"ukpga": "act", "asp": "act", "nia": "act", "anaw": "act", "asc": "act", "mwa": "act"}


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself; `version` is the day the revised text is of."""
    head = root.find(f"{_META}Metadata")
    uri = root.get("DocumentURI") or ""
    match = re.search(r"legislation\.gov\.uk/(?:id/)?([a-z]+)/(?:[^/]+/)?(\d{4}|[A-Z][^/]*)/(\d+)", uri)
    meta: dict[str, str] = {"country": "GB", "url": uri if uri.startswith("http") else ""}
    if match:
        kind = _TYPES.get(match.group(1), "regulation" if match.group(1).endswith(("si", "sr", "so")) else "act")
        meta |= {"kind": kind, "uri": f"/akn/gb/{match.group(1)}/{match.group(2)}/{match.group(3)}"}
    if head is not None:
        meta["title"] = words_of(head.find(f"{_DC}title"))
        meta["language"] = words_of(head.find(f"{_DC}language"))
        meta["version"] = words_of(head.find("{http://purl.org/dc/terms/}valid"))
    return meta | (
        {} if meta.get("title") else {"title": tidy(words_of(next(root.iter(f"{{{NAMESPACE}}}Title"), None)))}
    )
