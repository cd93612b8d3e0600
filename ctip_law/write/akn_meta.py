"""The `<meta>` of the AKN documents we write: FRBR identification after the AKN Naming Convention 1.0, and our marks.

No date of the run is written: a law without known dates has 9999-01-01, which publishers use for "not known".
"""

from __future__ import annotations

import re

from lxml import etree

from ctip_law.model import Law
from ctip_law.read.akn_meta import DICTIONARY, LANGUAGES

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
UNKNOWN = "9999-01-01"
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_YEAR = re.compile(r"/(1[6-9]\d\d|20\d\d)(?:-\d\d-\d\d)?(?=/|\Z)")
_THREE = {short: long for long, short in reversed(LANGUAGES.items())}
#: Where ISO 639-2 has two codes, the terminology one.
_TERMS = """de:deu fr:fra zh:zho cs:ces el:ell fa:fas my:mya nl:nld ro:ron sk:slk sq:sqi mk:mkd ms:msa is:isl cy:cym
hy:hye ka:kat es:spa"""
_THREE |= dict(pair.split(":") for pair in _TERMS.split())


def law_meta(meta: etree._Element, law: Law) -> None:
    """Fills `<meta>` of the law itself."""
    _identification(meta, law, "!main")
    _classification(meta, law)
    references = sub(meta, "references", source=DICTIONARY)
    if law.source.url.lower().startswith(("http://", "https://")):  # a file may name any address
        sub(references, "original", eId="original", href=law.source.url, showAs=law.title or law.id)
    sub(references, "TLCOrganization", eId="ctip-law", href="/akn/ontology/organization/ctip-law", showAs="ctip-law")
    sub(references, "TLCRole", eId="editor", href="/akn/ontology/role/editor", showAs="Editor")


def attachment_meta(meta: etree._Element, law: Law, name: str) -> None:
    """Fills `<meta>` of a schedule or another document attached to the law."""
    _identification(meta, law, f"!{name}")


def _identification(meta: etree._Element, law: Law, part: str) -> None:
    uri = work_uri(law)
    language = three_letters(law.language)
    dated = law.version if _DATE.match(law.version) else ""
    expression = f"{uri}/{language}@{dated}"
    identification = sub(meta, "identification", source=DICTIONARY)
    work = _level(identification, "FRBRWork", f"{uri}/{part}", uri)
    if law.title and part == "!main":
        sub(work, "FRBRalias", value=law.title, name="title")
    year = _YEAR.search(uri)
    sub(work, "FRBRdate", date=f"{year.group(1)}-01-01" if year else UNKNOWN, name="year" if year else "unknown")
    sub(work, "FRBRauthor", href=DICTIONARY, **{"as": "#editor"})
    sub(work, "FRBRcountry", value=law.country.lower() or "xx")
    number = uri.rstrip("/").rpartition("/")[2]
    sub(work, "FRBRnumber", value=number)
    made = _level(identification, "FRBRExpression", f"{expression}/{part}", expression)
    sub(made, "FRBRdate", date=dated or UNKNOWN, name="version" if dated else "unknown")
    sub(made, "FRBRauthor", href=DICTIONARY, **{"as": "#editor"})
    sub(made, "FRBRlanguage", language=language)
    file = _level(identification, "FRBRManifestation", f"{expression}/{part}.xml", f"{expression}.akn")
    sub(file, "FRBRdate", date=dated or UNKNOWN, name="version" if dated else "unknown")
    sub(file, "FRBRauthor", href=DICTIONARY, **{"as": "#editor"})
    sub(file, "FRBRformat", value="application/akn+xml")


def three_letters(language: str) -> str:
    """ "en" -> "eng", as the standard names languages; "und" for one that it has no code for here."""
    return _THREE.get(language.split("-")[0].lower(), "und" if len(language) != 3 else language.lower())


def work_uri(law: Law) -> str:
    """The law's id, or a name from the hash of its text where it has none."""
    return law.id or f"/akn/{law.country.lower() or 'xx'}/{law.kind or 'act'}/{law.source.text_sha256[:12]}"


def _classification(meta: etree._Element, law: Law) -> None:
    """Our marks: keyword value -> showAs. They are what FRBR has no exact place for."""
    marks = {
        "language": law.language,
        "version": law.version,
        "in_force": law.in_force,
        "kind": law.kind,
        "restatement": "true" if law.restatement else "",
        "complete": "" if law.complete else "false",
        "source_sha256": law.source.sha256,
    }
    classification = sub(meta, "classification", source=DICTIONARY)
    for value, shown in marks.items():
        if shown:
            sub(classification, "keyword", dictionary=DICTIONARY, value=value, showAs=shown)
    if not len(classification):
        meta.remove(classification)


def _level(identification: etree._Element, name: str, this: str, uri: str) -> etree._Element:
    level = sub(identification, name)
    sub(level, "FRBRthis", value=this)
    sub(level, "FRBRuri", value=uri)
    return level


def sub(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """A new element of the standard, the last one in `parent`."""
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
