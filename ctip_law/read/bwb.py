"""BWB "toestand" XML (wetten.overheid.nl, the Netherlands): `kop` holds label and number, `lid` is a paragraph."""

from __future__ import annotations

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Walker, local
from ctip_law.read.xmlsafe import parse

_DIVISIONS = {
    "boek": "book", "deel": "part", "hoofdstuk": "chapter", "titeldeel": "title", "afdeling": "division",
    "paragraaf": "subdivision", "sub-paragraaf": "subdivision", "divisie": "division",
}  # fmt: skip
ROLES: dict[str, tuple[str, str]] = {
    **{name: ("unit", kind) for name, kind in _DIVISIONS.items()},
    **dict.fromkeys(
        ("toestand", "wetgeving", "wet-besluit", "wettekst", "regeling", "regeling-tekst", "circulaire"), ("flow", "")
    ),
    **dict.fromkeys(
        ("lijst", "considerans", "afkondiging", "definitielijst", "tekst", "circulaire-tekst", "verdrag"), ("flow", "")
    ),
    **dict.fromkeys(("verdragtekst", "rijkswet", "besluit", "al-groep"), ("flow", "")),
    **dict.fromkeys(
        ("al", "wij", "wie", "considerans.al", "gegeven", "ondertekening", "uitgifte", "slotformulering"), ("block", "")
    ),
    **dict.fromkeys(("functie", "naam", "achternaam", "voornaam", "plaats", "datum", "koning", "term"), ("word", "")),
    "intitule": ("component", "preface"),
    "aanhef": ("component", "preamble"),
    "wetsluiting": ("component", "conclusions"),
    "regeling-sluiting": ("component", "conclusions"),
    "circulaire-sluiting": ("component", "conclusions"),
    "bijlage": ("component", "schedule"),
    "nota-toelichting": ("component", "explanatory_note"),
    "artikel": ("unit", "article"),
    "enig-artikel": ("unit", "article"),
    "lid": ("unit", "paragraph"),
    "li": ("unit", "item"),
    "definitie-item": ("unit", "definition"),
    "lidnr": ("num", ""),
    "li.nr": ("num", ""),
    "kop": ("caption", ""),
    "tussenkop": ("heading", ""),
    "table": ("table", ""),
    "noot": ("note", ""),
    "toelichting": ("note", ""),
    "inhoudsopgave": ("toc", ""),
    "meta-data": ("skip", ""),
    "citeertitel": ("skip", ""),
    "bwb-inputbestand": ("skip", ""),
    "bwb-wijzigingen": ("skip", ""),
    "redactionele-correcties": ("skip", ""),
}


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    walker = BwbWalker(ROLES)
    walker.flow(root, 0)
    return walker.finish(raw, "bwb", facts(root))


class BwbWalker(Walker):
    """`Walker` with `kop`."""

    def do_caption(self, element: Element, kind: str, depth: int) -> None:
        """`<kop><label>Artikel</label><nr>1</nr><titel>...</titel></kop>` -> "Artikel 1", heading."""
        if self.capturing:
            self.inline(element, depth)
            return
        self.flush(depth)
        parts: dict[str, list[str]] = {}
        for child in element:
            parts.setdefault(local(child), []).append(self.capture(child, depth))
        number = " ".join(part for name in ("label", "nr") for part in parts.get(name, ()) if part)
        title = " – ".join(part for name in ("titel", "subtitel") for part in parts.get(name, ()) if part)
        if self.sheet.head is None and number:
            self.sheet.heading(f"{number} {title}".strip(), depth)
            return
        if number:
            self.sheet.num(number, depth)
        self.sheet.heading(title, depth)


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself; the short citation title stands before the long one."""
    law = root.find("wetgeving")
    number = root.get("bwb-id") or ""
    short, long = ("" if law is None else (law.findtext(name) or "").strip() for name in ("citeertitel", "intitule"))
    return {
        "title": " ".join((short or long).split()),
        "country": "NL",
        "language": ("" if law is None else law.get("{http://www.w3.org/XML/1998/namespace}lang")) or "nl",
        "kind": "act" if law is None or law.get("soort") in ("wet", "rijkswet") else "regulation",
        "version": root.get("inwerkingtreding") or "",
        "in_force": "" if law is None else law.get("inwerkingtredingsdatum") or "",
        "uri": f"/akn/nl/act/{number}" if number else "",
    }
