"""What is new: the laws that were read, newest first, as Atom and as JSON Feed.

Dates are those on which a text was read, from the corpus; none is the day of the run.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from ctip_law.site.nouns import LawView, SiteData
from ctip_law.site.words import NOT_THE_LAW

TITLE = "Trafficking laws compared: what is new"


def newest(site: SiteData) -> tuple[LawView, ...]:
    """The laws by the day on which they were read, newest first, then by the date of their text."""
    named = sorted(site.laws, key=lambda one: (one.country_name, one.law.title))
    return tuple(sorted(named, key=lambda one: (one.entry.read, one.entry.version), reverse=True))


def feeds(site: SiteData, base: str = "") -> dict[str, str]:
    """`feed.xml` (Atom) and `feed.json` (JSON Feed 1.1). `base` is the address of the site with a slash, or ""."""
    laws = newest(site)
    return {"feed.xml": _atom(laws, base), "feed.json": _json(laws, base)}


def _id(one: LawView) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{one.law.id}@{one.entry.version}#{one.entry.read}").urn


def _day(one: LawView) -> str:
    return f"{one.entry.read or one.entry.version}T00:00:00Z"


def _title(one: LawView) -> str:
    return f"{one.country_name}: {one.law.title}" + (f" ({', '.join(one.marks)})" if one.marks else "")


def _summary(one: LawView) -> str:
    return f"{one.entry.citation}; text of {one.entry.version}; {len(one.law.sections())} sections. {NOT_THE_LAW}"


def _atom(laws: Sequence[LawView], base: str) -> str:
    feed = uuid.uuid5(uuid.NAMESPACE_URL, base or "ctip-law:feed").urn
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape(TITLE)}</title>",
        f"<id>{feed}</id>",
        f"<updated>{max(map(_day, laws))}</updated>",
        "<author><name>ctip-law</name></author>",
    ]
    if base:
        lines.append(f'<link rel="self" href={quoteattr(base + "feed.xml")}/>')
    for one in laws:
        lines += [
            "<entry>",
            f"<title>{escape(_title(one))}</title>",
            f"<id>{_id(one)}</id>",
            f"<updated>{_day(one)}</updated>",
            f"<link href={quoteattr(f'{base}{one.page}/index.html')}/>",
            f"<summary>{escape(_summary(one))}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _json(laws: Sequence[LawView], base: str) -> str:
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": TITLE,
        **({"home_page_url": base, "feed_url": f"{base}feed.json"} if base else {}),
        "items": [
            {
                "id": _id(one),
                "url": f"{base}{one.page}/index.html",
                "title": _title(one),
                "content_text": _summary(one),
                "date_published": _day(one),
            }
            for one in laws
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
