# ruff: noqa: E501  (pieces of XML: long lines)
"""Makes small RTF, ODT and EPUB files for the tests: only what the readers look at."""

from __future__ import annotations

import io
import zipfile

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [
        ("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"), ("table", "table"), ("draw", "drawing"),
    ]
)  # fmt: skip
_STYLES = """<office:automatic-styles>
<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="SS" style:family="text" style:parent-style-name="S"/>
<style:style style:name="N" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>
<style:style style:name="PS" style:family="paragraph"><style:text-properties style:text-line-through-type="single"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="(" style:num-suffix=")"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
<text:list-level-style-bullet text:level="4"/></text:list-style></office:automatic-styles>"""


def zipped(files: dict[str, str | bytes]) -> bytes:
    """An archive; an entry `mimetype` is not packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def odt(body: str, **more: str) -> bytes:
    """An ODT with this body."""
    content = f"<office:document-content {_SPACES}>{_STYLES}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    mime = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": "<m/>"} | dict(more))


def flat(body: str) -> bytes:
    """The same as one XML file (FODT)."""
    return f"<office:document {_SPACES}>{_STYLES}<office:body><office:text>{body}</office:text></office:body></office:document>".encode()


def rtf(body: str, head: str = "") -> bytes:
    """An RTF file; words beyond ASCII as \\u."""
    escaped = "".join(char if char < "\x80" else f"\\u{ord(char) - (65536 if ord(char) > 32767 else 0)}?" for char in body)
    fonts = r"{\fonttbl{\f0\fnil\fcharset0 Times;}{\f1\fnil\fcharset204 Times;}{\f2\fnil\fcharset136 Ming;}}"
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + fonts + head + escaped + "}").encode("ascii")


def page(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


def epub(pages: dict[str, str], order: list[str], contents: str = "") -> bytes:
    """An EPUB whose spine has these pages in this order; `contents` is the one that lists the others."""
    items = "".join(
        f'<item id="i{place}" href="{name}" media-type="application/xhtml+xml"{" properties=" + chr(34) + "nav" + chr(34) if name == contents else ""}/>'
        for place, name in enumerate(order)
    )
    spine = "".join(f'<itemref idref="i{place}"/>' for place in range(len(order)))
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Inn Act 2020</dc:title><dc:language>en</dc:language></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>'
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>'
    files: dict[str, str | bytes] = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "O/c.opf": package}
    return zipped(files | {f"O/{name}": text for name, text in pages.items()})
