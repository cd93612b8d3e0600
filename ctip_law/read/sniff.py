"""Which format a file has, decided from its bytes. The first entry of `FORMATS` that fits is taken."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ctip_law.errors import CtipError, InputError
from ctip_law.read.encodings import decode, known, wide_encoding
from ctip_law.read.foreign import KINDS, foreign
from ctip_law.read.prolog import after_prolog
from ctip_law.read.raw import Raw

#: Largest file read, in bytes. A whole national penal code has about 3 MB of text.
MAX_BYTES = 120_000_000
#: The same for text without structure in its markup, which takes some seconds for each million characters.
MAX_UNMARKED = 32_000_000
#: Bytes of the file that are looked at.
HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Seen:
    """What the first bytes show. `family`: "zip", "rtf", "pdf", "xml", "html", "binary" or "text". For a zip, `root` is
    what it holds. For XML, `root` is the root element's local name, `namespace` its namespace and `start` the head as
    text (also for HTML and text)."""

    family: str
    start: str = ""
    root: str = ""
    namespace: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    raw: Raw | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One known format: `module` has `read(raw: Raw) -> Document` and is imported only when needed.

    `limit`: largest file read, in bytes. Structure found from words costs more than structure that is marked.
    `own_encoding`: the format itself says what its bytes mean, whatever `--encoding` names."""

    name: str
    module: str
    fits: Callable[[Seen], bool]
    limit: int = MAX_BYTES
    own_encoding: bool = False


def _root(name: str, namespace: str = "") -> Callable[[Seen], bool]:
    """Fits XML whose root has this local name and whose namespace holds `namespace`."""
    return lambda seen: seen.family == "xml" and seen.root == name and namespace in seen.namespace


def _names(*names: str, holding: str = "") -> Callable[[Seen], bool]:
    """Fits XML whose root has one of these local names, where the head also holds the word `holding`."""
    return lambda seen: seen.family == "xml" and seen.root in names and holding in seen.start.lower()


def _in_namespace(part: str) -> Callable[[Seen], bool]:
    """Fits XML whose root's namespace holds `part`."""
    return lambda seen: seen.family == "xml" and part in seen.namespace


def _page(*signs: str) -> Callable[[Seen], bool]:
    """Fits HTML and XHTML whose source holds one of `signs` anywhere: pages open with long frames."""
    marks = tuple(sign.encode() for sign in signs)
    return lambda seen: (
        seen.family in ("html", "xml") and bool(seen.raw) and any(mark in seen.raw.data for mark in marks if seen.raw)
    )


def _is_word(seen: Seen) -> bool:
    """A Word file, or the container of encrypted and old Word files: the reader says which."""
    return _zip_of("docx")(seen) or (seen.raw is not None and seen.raw.data.startswith(b"\xd0\xcf\x11\xe0"))


def _zip_of(kind: str) -> Callable[[Seen], bool]:
    return lambda seen: seen.family == "zip" and seen.root == kind


def _in_zip(data: bytes) -> str:
    """What a zip archive is: "odt", "docx" (damaged ones too), or "pages" for all others, EPUB among them."""
    from ctip_law.read.archive import mime_of, names_in

    mime, names = mime_of(data), names_in(data)
    if mime.startswith("application/vnd.oasis.opendocument"):
        return "odt"
    if mime == "application/epub+zip":
        return "pages"
    office = any(name.startswith("word/") for name in names) or "[Content_Types].xml" in names
    return "docx" if office or not names else "pages"


def _family(name: str) -> Callable[[Seen], bool]:
    return lambda seen: seen.family == name


#: Signs of Markdown at the start of a line: front matter, a heading, a fence, a quoted or bold line.
_MARKDOWN = re.compile(
    r"\A---\s*\n(?:[^\n]*\n){1,80}?---\s*\n|^#{1,6}\s?\w|^```|^={1,6} \w|^={2,6}\w[^\n]*=[ \t]*$"
    r"|^\*\*\S[^\n]*\*\*\s*$|^\[\^\w+\]:",
    re.M,
)


_JSON = re.compile(r"\s*(?:\{\s*(?:\"[^\"\n]{0,200}\"\s*:|\})|\[\s*(?:\{\s*\"|\]))")


def _is_json(seen: Seen) -> bool:
    if seen.family != "text" or seen.start.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return False
    if _JSON.match(seen.start):
        return True
    try:  # "[1, 2]" is data and "[1] See the old act" a note
        return len(seen.start) < HEAD and isinstance(json.loads(seen.start), dict | list)
    except (ValueError, RecursionError):
        return False


def _is_table(seen: Seen) -> bool:
    from ctip_law.read.rows import delimiter

    if seen.family != "text" or not any(part in seen.start.lstrip().partition("\n")[0] for part in ",;\t|"):
        return False
    return bool(delimiter(seen.start))


def _is_markdown(seen: Seen) -> bool:
    return seen.family == "text" and bool(_MARKDOWN.search(seen.start))


#: In order: the first that fits. A new format is one line here and its module.
FORMATS: tuple[Format, ...] = (
    Format("akn", "ctip_law.read.akn", _root("akomaNtoso")),
    Format("clml", "ctip_law.read.clml", _root("Legislation", "legislation.gov.uk")),
    Format("uslm", "ctip_law.read.uslm", _in_namespace("uslm")),
    Format("dclaw", "ctip_law.read.dclaw", _in_namespace("code.dccouncil.")),
    Format("lims", "ctip_law.read.lims", _names("Statute", "Regulation", "Bill", holding="justice")),
    Format("isb", "ctip_law.read.isb", _names("act", "si", holding="<metadata")),
    Format("lexdania", "ctip_law.read.lexdania", _names("Dokument", holding="lexdania")),
    Format("riigiteataja", "ctip_law.read.riigiteataja", _root("oigusakt")),
    Format("bwb", "ctip_law.read.bwb", _root("toestand")),
    Format("boe", "ctip_law.read.boe", _names("response", "documento", "legislacion", holding="<texto")),
    Format("bcn", "ctip_law.read.bcn", _root("Norma", "leychile")),
    Format("ris", "ctip_law.read.ris", _root("risdok")),
    Format("gii", "ctip_law.read.gii", _root("dokumente")),
    Format("egov", "ctip_law.read.egov", _names("Law", "DataRoot", holding="lawnum")),
    Format("twmoj", "ctip_law.read.twmoj", _names("法規", "LAWS", "法規資料", holding="法規")),
    Format("lagasafn", "ctip_law.read.lagasafn", _names("law", holding="<num-and-date")),
    Format("lovdata", "ctip_law.read.lovdata", _page('class="data-document-key-info"')),
    Format("eurlex", "ctip_law.read.eurlex", _page("title-article-norm", 'class="oj-ti-art', 'class="ti-art"')),
    Format("akn-html", "ctip_law.read.akn_html", _page('class="akn-body', 'class="akn-akomaNtoso')),
    Format("pdf", "ctip_law.read.pdf", _family("pdf"), own_encoding=True),
    Format("docx", "ctip_law.read.docx", _is_word, own_encoding=True),
    Format("odt", "ctip_law.read.odt", _zip_of("odt"), own_encoding=True),
    Format("odt", "ctip_law.read.odt", _names("document", holding="opendocument:xmlns:office")),
    Format("pages", "ctip_law.read.pages", _zip_of("pages"), own_encoding=True),
    Format("rtf", "ctip_law.read.rtf", _family("rtf"), MAX_UNMARKED, own_encoding=True),
    Format("mhtml", "ctip_law.read.mail", _family("mail"), MAX_UNMARKED, own_encoding=True),
    Format("html", "ctip_law.read.html", _family("html"), MAX_UNMARKED),
    Format("json", "ctip_law.read.scraped", _is_json, MAX_UNMARKED),
    Format("csv", "ctip_law.read.rows", _is_table, MAX_UNMARKED),
    Format("markdown", "ctip_law.read.markdown", _is_markdown, MAX_UNMARKED),
    Format("text", "ctip_law.read.text", _family("text"), MAX_UNMARKED),
)


def sniff(raw: Raw) -> Format:
    """The format of `raw`. Raises InputError CT104 when none fits."""
    seen = look(raw)
    for format in FORMATS:
        if format.fits(seen):
            return format
    what = seen.family
    if what == "xml":
        what = f"XML with the root element <{seen.root}>" if seen.root else "XML without a root element"
    remedy = next((kind.remedy for kind in KINDS if kind.name == what), "")
    message = f"the file is {what}, which is not a statute format that can be read{f': {remedy}' if remedy else ''}"
    raise InputError("CT104", message, path=raw.path)


#: The head of a mail, and of a page that a browser saved as one file.
_MAIL = re.compile(r"\A(?:[A-Za-z][\w-]{1,40}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,40}){2,60}")
_MIME = re.compile(r"^(?:MIME-Version|Content-Type):", re.M | re.I)
_START_TAG = re.compile(r"\s*<(?:([\w.-]+):)?([\w.-]+)((?:\s+[^\s=>/]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)")
_ATTRIBUTE = re.compile(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.I)
#: What a page without `<html>` may begin with. `<body>` in another root is that format's own.
_ROOTS = "head body div p table center font meta title link script style span main section article"
_HTML_ROOTS = frozenset(_ROOTS.split())
_HTML_PIECE = re.compile(
    r"\A\s*<(?:div|p|table|article|section|span|h[1-6]|main|center|meta|font|b|title)\b[^>]*>", re.I
)


def look(raw: Raw) -> Seen:
    """What the first bytes of `raw` show."""
    data = raw.data[:HEAD]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Seen("zip", root=_in_zip(raw.data), raw=raw)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return Seen("pdf", raw=raw)
    if data.lstrip()[:5] == b"{\\rtf":
        return Seen("rtf", raw=raw)
    if data.startswith(b"%!PS"):
        return Seen("PostScript", raw=raw)
    if data.startswith((b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF")):
        return Seen("binary", raw=raw)
    start = data.decode(known(raw.encoding), "replace") if raw.encoding else _as_text(data)
    if raw.encoding and "\ufffd" in (start or "")[:-8]:
        decode(raw)  # says that it is another encoding
    if start is None:
        return Seen("binary", raw=raw)
    if _JSON.match(start):
        return Seen("text", start, raw=raw)  # a page in a field makes no page of it
    if _MAIL.match(start) and _MIME.search(start):
        return Seen("mail", start, raw=raw)
    bare = start.lstrip("\ufeff \t\r\n")
    if (not bare.startswith("<") or bare.startswith("<?php")) and (kind := foreign(start)):
        return Seen(kind.name, start, raw=raw)
    body = start[after_prolog(start) :]
    tag = _START_TAG.match(body)
    # Word saves pages in a namespace of its own
    if tag and _namespace(tag) and "xhtml" not in _namespace(tag) and tag.group(2).lower() != "html":
        return Seen("xml", start, tag.group(2), _namespace(tag), _attributes(tag), raw)
    named = tag.group(2).lower() if tag else ""
    if tag and (
        named == "html"
        or (named in _HTML_ROOTS and _HTML.search(start[:4096]) and not start.lstrip().startswith("<?xml"))
    ):
        return Seen("html", start, "html", _namespace(tag), _attributes(tag), raw)
    if tag and _HTML_PIECE.match(body) and start.count("</") * 1000 > len(start):
        return Seen("html", start, tag.group(2).lower(), "", _attributes(tag), raw)
    declared = start.lstrip().startswith("<?xml") or (tag is not None and "xmlns" in tag.group(3))
    closed = raw.data.rstrip().endswith(b">") or start.count("</") > 1  # a file that was cut off is XML all the same
    if tag and (declared or (not body[tag.end() :].lstrip().startswith("/>") and closed)):
        return Seen("xml", start, tag.group(2), _namespace(tag), _attributes(tag), raw)
    if start.lstrip().startswith("<?xml"):
        return Seen("xml", start, raw=raw)
    if _HTML.search(start[:4096]):
        return Seen("html", start, "html", raw=raw)
    return Seen("text", start, raw=raw)


def _attributes(tag: re.Match[str]) -> dict[str, str]:
    return {m.group(1): m.group(2) if m.group(2) is not None else m.group(3) for m in _ATTRIBUTE.finditer(tag.group(3))}


def _namespace(tag: re.Match[str]) -> str:
    prefix = tag.group(1)
    return _attributes(tag).get(f"xmlns:{prefix}" if prefix else "xmlns", "")


_SAID = re.compile(rb"\A\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]+)", re.I)


def _markup(data: bytes) -> str:
    """Markup that is not UTF-8, in the encoding that it names or that its words show; "" for all else.

    The names of its elements may be in the script of the law."""
    if data.isascii() or data.lstrip()[:1] != b"<" or not _broken(data):
        return ""
    said = _SAID.match(data)
    try:
        encoding = known(said.group(1).decode("ascii")) if said else "utf-8"
        if not encoding.startswith("utf"):  # what can be read as far as its declaration is not in UTF-16
            return data.decode(encoding, "replace")
        return decode(Raw(data, "")).text
    except CtipError:
        return ""


def _broken(data: bytes) -> bool:
    """Whether the bytes are no UTF-8; the last character of a head may be cut."""
    try:
        data[:-4].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start < len(data) - 8
    return False


#: Characters that no text has.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _as_text(data: bytes) -> str | None:
    """The head as text for looking at, or None where it is not text."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return data.decode("utf-32", "replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if wide := wide_encoding(data):
        return data.decode(wide, "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    if data.count(b"\0") * 50 > len(data):
        return None
    text = _markup(data) or data.decode("utf-8", "replace")
    if len(_CONTROL.findall(text, 0, 8192)) * 20 > len(text[:8192]):
        return None
    return text
