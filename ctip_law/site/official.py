"""The law itself beside its restatement: in which language it is, and its official text where the user fetched it.

Official texts are the user's: `corpus fetch` keeps them in a folder of theirs, and nothing of them is shown unless
it is asked for.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import etree

from ctip_law.corpus import Entry
from ctip_law.corpus.fetch import kept, path_of
from ctip_law.errors import CtipError
from ctip_law.model import Clause
from ctip_law.site.nouns import CountryView, LawView, Official, SiteData


def original_language(entry: Entry) -> str:
    """The language of the law that was restated, "" where the restatement does not say another than its own."""
    if not entry.path.is_file():
        return ""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.parse(entry.path, parser).getroot()
    named = root.find(".//{*}keyword[@value='original_language']")
    return "" if named is None else named.get("showAs", "")


def with_official(site: SiteData, folder: Path) -> SiteData:
    """The site with the official texts that `folder` holds of its laws."""
    return replace(site, countries=tuple(_country(view, folder) for view in site.countries))


def _country(view: CountryView, folder: Path) -> CountryView:
    return replace(view, laws=tuple(replace(law, official=official(law, folder)) for law in view.laws))


def official(view: LawView, folder: Path) -> Official | None:
    """The text that was fetched of a law; None where there is none. One that cannot be read is told by its code."""
    from ctip_law.analyse import parse

    try:
        text = kept(folder, view.entry)
        if text is None:
            return None
        law = parse(path_of(folder, view.entry, text))
    except CtipError as error:
        return Official(view.original, False, {}, error.code)
    sections = {number(one): law.text[one.start : one.end].strip() for one in law.sections()}
    return Official(law.language or view.original, text.sha256 == view.entry.sha256, sections)


def number(clause: Clause) -> str:
    """The number by which a section is found in both texts."""
    return clause.num.casefold().strip(". ")
