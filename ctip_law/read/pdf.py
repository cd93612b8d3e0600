"""PDF with a text layer, through pdfium. Scans are recognised and, with the `ocr` extra, read through OCRmyPDF.

The lines come out in reading order (see `pdf_layout`), a marginal note before the line it stands beside. Running heads,
page numbers and footnotes stay in the text and are reported as leftovers. A word cut by a hyphen at the end of a line
is joined, and the join is reported as a repair.
"""

from __future__ import annotations

import ctypes
import io
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ctip_law.errors import InputError
from ctip_law.model import Block, Document, Leftover, Repair
from ctip_law.read.pdf_layout import PageLine, mark_frames, mark_gaps, mark_notes, page_lines
from ctip_law.read.pdf_numbers import gutter_of, line_numbers
from ctip_law.read.pdf_runs import Band, Word
from ctip_law.read.raw import Raw

#: More pages than any statute met.
MAX_PAGES = 5_000
#: A page with fewer characters than this and at least one picture is a picture of a page.
SCANNED = 20
#: Pages that show whether the document has line numbers.
FIRST = 20
#: The band of the line numbers of a page.
LINE_NUMBERS = "line number"
_BLANK = frozenset({0x20, 0x0D, 0x0A, 0x09, 0xA0, 0x3000, 0})
_OCR_LANGUAGES = {
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "id": "ind",
    "ms": "msa",
    "th": "tha",
    "vi": "vie",
    "de": "deu",
}


def read(raw: Raw) -> Document:
    """The text of a PDF. Raises InputError: CT105 a scan without the OCR extra, CT107 encrypted, CT108 too many pages,
    CT112 damaged or cut off, CT103 no words at all."""
    pages, pictures = _pages(raw.data, raw.path)
    if pages and len(pictures) * 2 > len(pages):
        if find_spec("ocrmypdf") is None:
            many = f"{len(pictures)} of {len(pages)} pages"
            raise InputError("CT105", f"the PDF is a scan: {many} hold pictures and no text", path=raw.path)
        pages, pictures = _pages(_with_text(raw), raw.path)
    mark_frames(pages)
    mark_notes(pages)
    mark_gaps(pages)
    return _Sheet(pages, pictures).document(raw)


def _pages(data: bytes, path: str) -> tuple[list[list[PageLine]], list[int]]:
    """The lines of each page, and the numbers of the pages that are pictures."""
    import pypdfium2

    end = data[-4096:]
    if b"%%EOF" not in end and b"startxref" not in end:  # pdfium would quietly give the pages it still finds
        raise InputError("CT112", "the PDF is cut off: its end is missing", path=path)
    try:
        pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("CT107", "the PDF is encrypted and asks for a password", path=path) from None
        raise InputError("CT112", "the PDF is damaged or cut off and cannot be opened", path=path) from None
    try:
        if len(pdf) > MAX_PAGES:
            raise InputError("CT108", f"the PDF has {len(pdf)} pages; at most {MAX_PAGES} are read", path=path)
        pages: list[list[PageLine]] = []
        pictures: list[int] = []
        bands: dict[int, Band] = {}
        first = [_page(pdf, number, path) for number in range(min(FIRST, len(pdf)))]
        gutter = gutter_of([words for words, _, _ in first])
        for number in range(len(pdf)):
            words, width, picture = first[number] if number < FIRST else _page(pdf, number, path)
            numbers = line_numbers(words, gutter)
            counted = {id(word) for word in numbers}
            words = [word for word in words if id(word) not in counted]
            fallback = bands.get(number % 2) or bands.get((number + 1) % 2)
            lines, band = page_lines(words, number + 1, width, fallback)
            if band is not None:
                bands[number % 2] = band
            pages.append([*lines, *_counted(numbers, number + 1)])
            if picture:
                pictures.append(number + 1)
        return pages, pictures
    finally:
        pdf.close()


def _counted(numbers: list[Word], page: int) -> list[PageLine]:
    """One line for the line numbers of a page."""
    if not numbers:
        return []
    first, last = numbers[0], numbers[-1]
    text = " ".join(word.text for word in numbers)
    return [PageLine(text, first.x0, last.x1, last.y, last.size, page, band=LINE_NUMBERS)]


def _page(pdf: Any, number: int, path: str) -> tuple[list[Word], float, bool]:
    """The words of a page, its width in points, and whether it is a picture."""
    import pypdfium2
    from pypdfium2 import raw as pdfium

    try:
        page = pdf[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        raise InputError("CT112", "a page of the PDF is damaged", path=path, place=f"p{number + 1}") from None
    words = _words(text.raw, pdfium)
    picture = False
    if sum(len(word.text) for word in words) < SCANNED:
        picture = any(item.type == pdfium.FPDF_PAGEOBJ_IMAGE for item in page.get_objects(max_depth=3))
    width = page.get_width()
    text.close()
    page.close()
    return words, width, picture


def _words(text: Any, pdfium: Any) -> list[Word]:
    """The words of a page in drawing order. pdfium itself puts in blanks where letters stand apart."""
    unicode_of, origin_of, box_of, size_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetCharOrigin,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetFontSize,
    )
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    words: list[Word] = []
    chars: list[str] = []
    open_word: Word | None = None
    begun = 0.0

    def end(index: int) -> None:
        nonlocal open_word
        if open_word is not None:
            box_of(text, index, box)
            open_word.text = "".join(chars)
            open_word.x1 = max(open_word.x1, box.right)
            open_word = None

    for index in range(pdfium.FPDFText_CountChars(text)):
        code = unicode_of(text, index)
        if code in _BLANK:
            end(index - 1)
            continue
        char = "-" if code in (2, 0xAD) else chr(code) if not 0xD800 <= code <= 0xDFFF else "\ufffd"
        origin_of(text, index, x, y)
        if open_word is not None:
            size = open_word.size
            mark = char.isdecimal() and chars[-1].isalpha() and size_of(text, index) < 0.8 * size  # "persons¹"
            if abs(y.value - open_word.y) < 0.3 * size and -2 * size < x.value - begun < 1.8 * size and not mark:
                chars.append(char)
                begun = x.value
                open_word.x0 = min(open_word.x0, begun)
                open_word.x1 = max(open_word.x1, begun)
                continue
            end(index - 1)
        chars, begun = [char], x.value
        open_word = _start(text, index, pdfium, box, x.value, y.value)
        words.append(open_word)
    end(pdfium.FPDFText_CountChars(text) - 1)
    return words


def _start(text: Any, index: int, pdfium: Any, box: Any, x: float, y: float) -> Word:
    size = pdfium.FPDFText_GetFontSize(text, index)
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    height = abs(box.top - box.bottom)
    if size <= 2 and height > size:  # the scale stands in the matrix, not in the font size
        size = height / 1.2
    bold = pdfium.FPDFText_GetFontWeight(text, index) >= 600
    return Word("", min(box.left, x), max(box.right, x), y, max(size, 1.0), bold)


def _with_text(raw: Raw) -> bytes:
    """The scan with a text layer, made by OCRmyPDF and tesseract on this machine."""
    ocrmypdf = import_module("ocrmypdf")
    language = _OCR_LANGUAGES.get(raw.lang.split("-")[0], "eng")
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "scan.pdf", Path(folder) / "text.pdf"
        source.write_bytes(raw.data)
        try:
            ocrmypdf.ocr(source, target, language=language, output_type="pdf", progress_bar=False, skip_text=True)
            return target.read_bytes()
        except Exception as error:  # OCRmyPDF's own errors and those of the programs it runs
            words = " ".join(str(error).split())[:160] or error.__class__.__name__
            remedy = "Install tesseract with the language of the statute."
            raise InputError("CT105", f"the scan could not be read ({words})", path=raw.path, remedy=remedy) from None


_CUT = re.compile(r"([^\W\d_]{2,})-\Z")
_FIRST = re.compile(r"([^\W\d_]+)[,.;:)]*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: A sentence, clause or item ends here: the next line begins something of its own.
_ENDED = re.compile(r"[.;:!?।။។]['\"”’)\]]*\Z|[—–]\Z")


class _Sheet:
    """Writes the lines out as text, blocks, leftovers and repairs."""

    def __init__(self, pages: list[list[PageLine]], pictures: list[int]) -> None:
        self.lines = [line for lines in pages for line in lines]
        self.pictures = pictures
        self.parts: list[str] = []
        self.place = 0
        self.blocks: list[Block] = []
        self.leftovers: list[Leftover] = []
        self.repairs: list[Repair] = []

    def document(self, raw: Raw) -> Document:
        self._join_lines()
        for line in self.lines:
            self._write(line)
        text = "".join(self.parts)
        if not text.strip():
            raise InputError("CT103", "the PDF holds no words", path=raw.path)
        if marks := sum(line.marks for line in self.lines):
            self.repairs.append(Repair(0, 0, "", "", f"{marks} footnote mark(s) in the text left out"))
        for number in self.pictures:
            why = f"page {number} is a picture without text and was not read"
            self.repairs.append(Repair(0, 0, "", "", why, "CT120"))
        return raw.document(text, self.blocks, format="pdf", leftovers=self.leftovers, repairs=self.repairs)

    def _join_lines(self) -> None:
        """Lines that only the width of the page has parted become one; words cut by a hyphen become whole."""
        known = {word.casefold() for line in self.lines for word in _WORD.findall(line.text)}
        joined: list[PageLine] = []
        last: PageLine | None = None
        for line in self.lines:
            if line.band != "body":
                if joined and joined[-1].band == line.band == "running head" and joined[-1].page == line.page:
                    joined[-1].text = f"{joined[-1].text} {line.text}"
                else:
                    joined.append(line)
                continue
            cut = last is not None and self._mend_cut(last, line, known)
            if last is not None and joined[-1] is last and line.text and (_runs_on(last, line) or cut):
                last.text = f"{last.text} {line.text}"
                last.x1, last.y, last.right = line.x1, line.y, line.right
                last.marks += line.marks
                continue
            joined.append(line)
            last = line
        self.lines = joined

    def _mend_cut(self, line: PageLine, following: PageLine, known: set[str]) -> bool:
        """ "traffick-" / "ing of persons" -> "trafficking" / "of persons". A hyphen of the word itself stays:
        "undang-" / "undang", and any word met with its hyphen elsewhere and never without."""
        cut, rest = _CUT.search(line.text), _FIRST.match(following.text)
        if not cut or not rest or not following.text[0].islower() or following.page > line.page + 1:
            return False
        whole, hyphened = (f"{cut.group(1)}{dash}{rest.group(1)}".casefold() for dash in ("", "-"))
        own = cut.group(1).casefold() == rest.group(1).casefold() or (hyphened in known and whole not in known)
        before = f"{line.text.split()[-1]} / {rest.group()}"
        line.text = (line.text if own else line.text[:-1]) + rest.group()
        following.text = following.text[rest.end() :].lstrip()
        why = f"page {line.page}: a word cut at the end of the line was joined"
        self.repairs.append(Repair(0, 0, before, line.text.split()[-1], why))
        return _beside(line, following)

    def _write(self, line: PageLine) -> None:
        words = line.text.strip()
        if not words:
            return
        if line.gap:
            self.parts.append("\n")
            self.place += 1
        start, end = self.place, self.place + len(words)
        self.parts.append(f"{words}\n")
        self.place = end + 1
        if line.band in ("body", "margin"):
            self.blocks.append(Block(start, end, style=_style(line)))
        else:
            kind = "page number" if line.band == LINE_NUMBERS else line.band
            self.leftovers.append(Leftover(start, end, words, kind, f"page {line.page}: {_WHY[line.band]}"))


def _beside(line: PageLine, following: PageLine) -> bool:
    """On one page and in one column, with no empty line between."""
    return line.page == following.page and line.column == following.column and not following.gap


def _runs_on(line: PageLine, following: PageLine) -> bool:
    """The next line's first word would not have fitted any more, and no sentence ends in this line."""
    full = line.x1 + 0.2 * line.size + following.lead > line.right - 0.3 * line.size
    if not _beside(line, following) or not full or line.center or following.center or _ENDED.search(line.text):
        return False
    if line.bold != following.bold or abs(line.size - following.size) > 0.15 * line.size:
        return False
    return line.text[:1] != line.text[:1].upper() or not line.text.isupper()


_WHY = {
    "running head": "stands in the same place on many pages",
    "page number": "a number alone at the edge of the page",
    "note": "a footnote in smaller print",
    LINE_NUMBERS: "the numbers of the lines, printed in the margin",
}


def _style(line: PageLine) -> str:
    hints = [f"page:{line.page}"]
    if line.band == "margin":
        hints.append("margin")
    if line.bold:
        hints.append("bold")
    if line.center:
        hints.append("center")
    elif line.indent > 1:
        hints.append(f"indent:{line.indent}")
    return " ".join(hints)
