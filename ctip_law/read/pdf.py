"""PDF with a text layer, drawn by pdfium in a process of its own (`pdf_apart`).

Scans are recognised and, with the `ocr` extra, read through OCRmyPDF.

The lines come out in reading order (see `pdf_layout`), a marginal note before the line it stands beside. Running heads,
page numbers and footnotes stay in the text and are reported as leftovers. A word cut by a hyphen at the end of a line
is joined, and the join is reported as a repair.
"""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from ctip_law.errors import InputError
from ctip_law.model import Block, Document, Leftover, Repair
from ctip_law.read.pdf_apart import pages_of
from ctip_law.read.pdf_layout import PageLine, mark_frames, mark_gaps, mark_notes, page_lines
from ctip_law.read.pdf_numbers import gutter_of, line_numbers
from ctip_law.read.pdf_runs import Band, Word
from ctip_law.read.raw import Raw

#: Pages that show whether the document has line numbers.
FIRST = 20
#: The band of the line numbers of a page.
LINE_NUMBERS = "line number"
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
    words or lines, CT112 damaged or cut off, CT103 no words at all."""
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
    drawn = pages_of(data, path)
    pages: list[list[PageLine]] = []
    bands: dict[int, Band] = {}
    gutter = gutter_of([page.words for page in drawn[:FIRST]])
    for number, page in enumerate(drawn):
        numbers = line_numbers(page.words, gutter)
        counted = {id(word) for word in numbers}
        words = [word for word in page.words if id(word) not in counted]
        fallback = bands.get(number % 2) or bands.get((number + 1) % 2)
        lines, band = page_lines(words, number + 1, page.width, fallback)
        if band is not None:
            bands[number % 2] = band
        pages.append([*lines, *_counted(numbers, number + 1)])
    return pages, [number + 1 for number, page in enumerate(drawn) if page.picture]


def _counted(numbers: list[Word], page: int) -> list[PageLine]:
    """One line for the line numbers of a page."""
    if not numbers:
        return []
    first, last = numbers[0], numbers[-1]
    text = " ".join(word.text for word in numbers)
    return [PageLine(text, first.x0, last.x1, last.y, last.size, page, band=LINE_NUMBERS)]


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


_CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})-\Z")  # from the first letter of a word, not from each
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
