"""The one place where XML is parsed. Every XML reader goes through `parse`.

What a file cannot do here: load another file or address (external entities, external DTD, XInclude), expand entities
beyond reason, nest without end, or be larger than `MAX_XML`. An internal entity with plain words is expanded. A
`<!DOCTYPE x SYSTEM "...">` without declarations is harmless, because nothing is loaded; official XML has it.
`resolve_entities=False` is not used: it would leave `&x;` unexpanded in the words of the law without an error.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html.entities import html5

from lxml import etree

from ctip_law.errors import InputError
from ctip_law.model import Repair
from ctip_law.read.clean import Clean
from ctip_law.read.encodings import NAME_IT, decode
from ctip_law.read.ends import refuse_without_end
from ctip_law.read.prolog import doctype, without_subset
from ctip_law.read.raw import Raw

#: Largest XML file parsed, in bytes. The largest national code met has under 3 MB.
MAX_XML = 64_000_000
#: Deepest nesting of elements; libxml2 has the same limit for XML.
MAX_NESTING = 256
_TOO_DEEP = etree.XPath("/*" * (MAX_NESTING + 1))

#: libxml2's error numbers: undeclared entity (error and warning level), resource limit, premature end.
_UNDECLARED = {26, 27}
#: How libxml2 says that it cannot read the letters; a sequence that is incomplete is the end of a file cut off.
_ENCODING = re.compile(r"not proper UTF-8|[Uu]nsupported encoding|Invalid bytes in character encoding|Invalid byte")
_LIMIT = {114, 1}
#: A declaration in the internal subset that points outside the file, or a parameter entity.
_OUTSIDE = re.compile(rb"<!ENTITY\s+(?:%\s|[^\s>]+\s+(?:SYSTEM|PUBLIC)\s)", re.S)
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_PREDEFINED = {b"amp", b"lt", b"gt", b"quot", b"apos"}


def parse(raw: Raw) -> etree._Element:
    """The root element, without comments and processing instructions.

    Raises InputError: CT106 broken XML (with the line), CT108 too large, too deep or entities that blow up,
    CT113 entities or files from outside.
    """
    if len(raw.data) > MAX_XML:
        raise InputError(
            "CT108",
            f"the XML has {len(raw.data) // 1_000_000} MB; at most {MAX_XML // 1_000_000} MB are read",
            path=raw.path,
        )
    _refuse_outside(raw)
    # a blank line before <?xml ...?> stands in some official files
    data = _recoded(raw) if raw.encoding else raw.data.lstrip()
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        if _number(error) in _UNDECLARED and (mended := _with_named(data)) is not None:
            return _again(mended, raw)
        raise _refused(error, raw) from None
    except ValueError:
        raise InputError("CT106", "the file is no XML", path=raw.path) from None
    return _checked(root, raw)


def _recoded(raw: Raw) -> bytes:
    """The file as UTF-8, by the encoding that the user names instead of the one that it declares."""
    words = decode(raw).text.lstrip()
    return re.sub(r"\A<\?xml[^>]*\?>", "", words).encode("utf-8", "surrogatepass")


def unplaced(*steps: Clean) -> tuple[Repair, ...]:
    """What was mended on the way to a page's source: without places, which are those of the source."""
    return tuple(replace(repair, start=0, end=0) for step in steps for repair in step.repairs)


def parse_page(text: str, path: str) -> etree._Element:
    """The root of an HTML page. Raises InputError: CT104 no page, CT112 cut off, CT108 nested deeper.

    libxml2 itself would leave out what is deeper, and say nothing.
    """
    body = re.sub(r"\A\s*<\?xml[^>]*\?>", "", without_subset(text))
    # not `lxml.html`: it looks up a class for each element
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError("CT104", f"the page cannot be read ({error})", path=path) from None
    if page is None:
        raise InputError("CT104", "the page cannot be read (Document is empty)", path=path)
    if _TOO_DEEP(page):
        raise InputError("CT108", f"the page's elements are nested more than {MAX_NESTING} deep", path=path)
    refuse_without_end(text, path)
    return page


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # the stubs know only True and False
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _again(data: bytes, raw: Raw) -> etree._Element:
    try:
        return _checked(etree.fromstring(data, _parser()), raw)
    except etree.XMLSyntaxError as error:
        raise _refused(error, raw) from None


def _with_named(data: bytes) -> bytes | None:
    """`data` with `&nbsp;` and the like (named in a DTD that is not loaded) as numbers; None if there is none."""
    found = False

    def number(match: re.Match[bytes]) -> bytes:
        nonlocal found
        name = match.group(1)
        char = html5.get(name.decode("ascii") + ";")
        if name in _PREDEFINED or char is None:
            return match.group(0)
        found = True
        return b"".join(b"&#%d;" % ord(c) for c in char)

    mended = _NAMED.sub(number, data)
    return mended if found else None


def _refuse_outside(raw: Raw) -> None:
    # in UTF-16 every second byte is zero
    head = raw.data[:200_000].replace(b"\0", b"")
    begin, end = doctype(head.decode("latin-1"))
    if outside := _OUTSIDE.search(head, begin, end):
        line = head.count(b"\n", 0, outside.start()) + 1
        raise _from_outside(raw, f"line {line}")


def _from_outside(raw: Raw, place: str) -> InputError:
    return InputError(
        "CT113",
        "the document type declares entities from outside the file or parameter entities",
        path=raw.path,
        place=place,
    )


def _checked(root: etree._Element, raw: Raw) -> etree._Element:
    """What `_refuse_outside` may have missed (other encodings, odd spacing) is refused here."""
    dtd = root.getroottree().docinfo.internalDTD
    entities = dtd.iterentities() if dtd is not None else ()  # type: ignore[attr-defined]
    if any(entity.content is None for entity in entities):
        raise _from_outside(raw, "line 1")
    return root


def _number(error: etree.XMLSyntaxError) -> int:
    """libxml2's number of the error."""
    return int(getattr(error, "code", 0) or 0)


def _refused(error: etree.XMLSyntaxError, raw: Raw) -> InputError:
    line = error.position[0]
    words = " ".join(str(error.msg or "no XML").split(", line ")[0].split())
    if _number(error) in _LIMIT or "Excessive depth" in words:
        if "mplification" in words:
            words = "its entities expand beyond reason"
        elif "depth" in words:
            words = "its elements are nested more than 256 deep"
        elif "too long" in words:
            words = "one stretch of text has more than 10 MB"
        return InputError("CT108", words, path=raw.path, place=f"line {line}")
    if _ENCODING.search(words):
        what = f"the bytes of the XML are not in the encoding that it names, or UTF-8: {words}"
        return InputError("CT109", what, path=raw.path, place=f"line {line}", remedy=NAME_IT)
    return InputError("CT106", f"the XML is broken: {words}", path=raw.path, place=f"line {line}")
