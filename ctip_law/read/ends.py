"""Whether a page ends where it should. Parsers mend a page that was cut off, and nobody sees what is missing."""

from __future__ import annotations

import re

from ctip_law.errors import InputError
from ctip_law.model import Repair

#: A tag that never ends, as the last thing in the file.
_IN_TAG = re.compile(r"<[a-zA-Z/!][^<>]*\Z")
_BEGUN = re.compile(r"<(html|body)[\s>]", re.I)
_ENDED = re.compile(r"</(?:html|body)\s*>", re.I)
_IS_XML = re.compile(r"\s*<\?xml|\s*(?:<!DOCTYPE[^>]*>\s*)?<html[^>]*\sxmlns\s*=", re.I)


def checked_end(text: str, path: str) -> tuple[Repair, ...]:
    """Raises InputError CT112 for a page that ends inside a tag, and for XHTML that ends inside its body.

    Of other pages without an end, which old servers write, it is told that they may be cut off.
    """
    place = f"line {text.count(chr(10)) + 1}"
    if _IN_TAG.search(text[-2_000:]):
        raise InputError("CT112", "the page is cut off: it ends inside a tag", path=path, place=place)
    if not _BEGUN.search(text[:20_000]) or _ENDED.search(text):
        return ()
    if _IS_XML.match(text[:2_000]):
        raise InputError("CT112", "the page is cut off: it ends inside its body", path=path, place=place)
    return (Repair(0, 0, "", "", "the page has no end tag and may be cut off", "CT112"),)


def refuse_without_end(text: str, path: str) -> None:
    """The same for pages of official publishers, which always have an end. Raises InputError CT112."""
    if checked_end(text, path):
        raise InputError("CT112", "the page is cut off: it has no end tag", path=path)
