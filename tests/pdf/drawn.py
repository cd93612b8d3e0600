"""Makes PDF files for the tests, word by word: every line at its own place, in Helvetica, uncompressed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842


class Line(NamedTuple):
    """Words at `x`, `y` (points from the lower left corner)."""

    x: float
    y: float
    words: str
    size: float = 11
    bold: bool = False


def column(x: float, top: float, lines: Sequence[str], size: float = 11, step: float = 14) -> list[Line]:
    """Lines under one another."""
    return [Line(x, top - step * place, words, size) for place, words in enumerate(lines)]


def pdf(pages: Sequence[Sequence[Line]], *, picture: bool = False, encrypted: bool = False) -> bytes:
    """A PDF with these pages; with `picture` each page also holds an image."""
    objects: list[bytes] = [b"", b""]
    fonts = b"<< /F1 3 0 R /F2 4 0 R >>"
    for name in (b"Helvetica", b"Helvetica-Bold"):
        objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name)
    image = b""
    if picture:
        objects.append(
            _stream(
                b"\x80" * 4,
                b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
            )
        )
        image = b"/XObject << /I %d 0 R >>" % len(objects)
    kids = []
    for lines in pages:
        drawn = b"q 500 0 0 700 40 40 cm /I Do Q\n" if picture else b""
        drawn += b"".join(_draw(line) for line in lines)
        objects.append(_stream(drawn))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font %s %s >> >>"
        objects.append(page % (WIDTH, HEIGHT, len(objects), fonts, image))
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _file(objects, encrypted)


def _draw(line: Line) -> bytes:
    words = line.words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = b"F2" if line.bold else b"F1"
    return b"BT /%s %.1f Tf %.1f %.1f Td (%s) Tj ET\n" % (font, line.size, line.x, line.y, words)


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (more, len(data), data)


def _file(objects: list[bytes], encrypted: bool) -> bytes:
    trailer = b"/Root 1 0 R"
    if encrypted:
        objects = [*objects, b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32)]
        trailer += b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d %s >>\n" % (size, table, size, trailer)
    return out + b"startxref\n%d\n%%%%EOF\n" % out.index(b"xref\n0")
