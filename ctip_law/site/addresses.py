"""Addresses that go on leading where they led: each version of a law has one that never changes its meaning, and what
stood somewhere else is found again.

The address of a law shows its last version. That of a version leads there as long as it is the last one, with the
clause asked for, and shows the earlier text once another version took its place. A law whose FRBR URI was corrected is
found under the old one (`moved_from` in `corpus/sources.toml`).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ctip_law.site.catalogue import Words
from ctip_law.site.nouns import SiteData
from ctip_law.site.places import page_of


def leads(site: SiteData, t: Words) -> Iterator[tuple[str, str]]:
    """(path in the site, page) of each address that leads to a law's page."""
    for law in site.laws:
        yield f"{law.permanent}/index.html", lead(law.permanent, law.page, t)
        for old in law.entry.moved_from:
            yield f"{page_of(old)}/index.html", lead(page_of(old), law.page, t)


def lead(here: str, to: str, t: Words) -> str:
    """A page that sends its reader to another, to the same clause of it; without scripts to its head."""
    from markupsafe import escape

    way = f"{posixpath.relpath(to, here)}/index.html"
    title, told = escape(t.plain("site.moved")), escape(t.plain("site.moved_help"))
    return (
        f'<!doctype html>\n<html lang="{t.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="canonical" href="{way}"><script>location.replace("{way}" + location.hash)</script>'
        f'<meta http-equiv="refresh" content="0; url={way}"></head>'
        f'<body><h1>{title}</h1><p>{told} <a href="{way}">{escape(to)}</a></p></body></html>\n'
    )
