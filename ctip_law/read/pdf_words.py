"""The words of each page of a PDF, as pdfium draws them. Runs in a process of its own (`pdf_apart`), within bounds.

`main` reads the file from standard input and writes JSON: for each page its words, its width and whether it is a
picture; or what is wrong with it. It imports nothing of ctip-law: the process would begin several times as late.
"""

from __future__ import annotations

import ctypes
import io
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Word:
    """As `pdf_runs.Word`, which is made of it."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


class Refused(Exception):
    """What `InputError` is made of: code, message and place."""

    def __init__(self, code: str, message: str, place: str = "") -> None:
        super().__init__(code)
        self.told = {"code": code, "message": message, "place": place}


#: More pages than any statute met.
MAX_PAGES = 5_000
#: A page with fewer characters than this and at least one picture is a picture of a page.
SCANNED = 20
#: Letters, lines and words of one line of one page. A dense page of a gazette has 12,000 letters in 400 lines.
MAX_LETTERS, MAX_LINES, MAX_IN_LINE = 200_000, 3_000, 2_000
#: Letters of all pages.
MAX_ALL = 40_000_000
#: Memory in bytes, and seconds of work: so many for the file and so many for each page.
MEMORY = 2_500_000_000
SECONDS, SECONDS_A_PAGE = 30, 1
_BLANK = frozenset({0x20, 0x0D, 0x0A, 0x09, 0xA0, 0x3000, 0})

_Page = tuple[list[Word], float, bool]


def main() -> None:
    """Standard input to standard output."""
    _bound(SECONDS)
    try:
        made: dict[str, Any] = {"pages": [_plain(page) for page in _pages(sys.stdin.buffer.read())]}
    except Refused as refused:
        made = dict(refused.told)
    except MemoryError:
        made = {"code": "CT108", "message": "the PDF asks for more memory than is given to it", "place": ""}
    sys.stdout.write(json.dumps(made))


def _bound(seconds: int) -> None:
    """No more memory than MEMORY and no more work than `seconds`; on a system without such bounds none."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _plain(page: _Page) -> list[Any]:
    words, width, picture = page
    return [[(w.text, w.x0, w.x1, w.y, w.size, w.bold) for w in words], width, picture]


def _pages(data: bytes) -> Iterator[_Page]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("CT107", "the PDF is encrypted and asks for a password") from None
        raise Refused("CT112", "the PDF is damaged or cut off and cannot be opened") from None
    count = len(pdf)
    if count > MAX_PAGES:
        raise Refused("CT108", f"the PDF has {count} pages; at most {MAX_PAGES} are read")
    _bound(SECONDS + SECONDS_A_PAGE * count)
    letters = 0
    for number in range(count):
        page = _page(pdf, number)
        letters += sum(len(word.text) for word in page[0])
        if letters > MAX_ALL:
            raise Refused("CT108", f"the PDF has more than {MAX_ALL:,} letters", f"p{number + 1}")
        yield page
    pdf.close()


def _page(pdf: Any, number: int) -> _Page:
    """The words of a page, its width in points, and whether it is a picture."""
    import pypdfium2
    from pypdfium2 import raw as pdfium

    try:
        page = pdf[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        raise Refused("CT112", "a page of the PDF is damaged", f"p{number + 1}") from None
    most = pdfium.FPDFText_CountChars(text.raw)
    if most > MAX_LETTERS:
        what = f"the page has {most:,} letters; at most {MAX_LETTERS:,} are read"
        raise Refused("CT108", what, f"p{number + 1}")
    words = _words(text.raw, pdfium)
    picture = False
    if sum(len(word.text) for word in words) < SCANNED:
        picture = any(item.type == pdfium.FPDF_PAGEOBJ_IMAGE for item in page.get_objects(max_depth=3))
    width = page.get_width()
    text.close()
    page.close()
    if not all(math.isfinite(at) for word in words for at in (word.x0, word.x1, word.y, word.size)):
        raise Refused("CT112", "a page of the PDF is damaged: it has words that stand nowhere on it", f"p{number + 1}")
    lines = Counter(round(word.y) for word in words)
    fullest = max(lines.values(), default=0)
    if len(lines) > MAX_LINES or fullest > MAX_IN_LINE:
        what = f"the page has {len(lines):,} lines with up to {fullest:,} words; at most {MAX_LINES:,} lines with "
        raise Refused("CT108", f"{what}{MAX_IN_LINE:,} words are read", f"p{number + 1}")
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


if __name__ == "__main__":
    sys.path[:] = json.loads(sys.argv[1])
    main()
