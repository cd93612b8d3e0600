"""PDFs that were made to do harm end the process that draws them, and not the program; what they cost is bounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.errors import InputError
from ctip_law.read import pdf_apart, pdf_words, read
from ctip_law.read.pdf_apart import pages_of
from tests.pdf.drawn import column, pdf

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def made(*objects: bytes) -> bytes:
    """A PDF of these objects, the first the catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


def stream(words: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(words), words)


def page(words: bytes, *more: bytes) -> bytes:
    """One page with this content; `more` are objects from the sixth on, the sixth the form X."""
    resources = b"<</Font<</F 4 0 R>>%s>>" % (b"/XObject<</X 6 0 R>>" if more else b"")
    return made(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 9000]/Resources%s/Contents 5 0 R>>" % resources,
        FONT,
        stream(words),
        *more,
    )


def nested(depth: int) -> bytes:
    """Forms that each draw the next ten times: two thousand bytes and 10 to the power of `depth` words."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%s>>"
    ten = b"/X Do " * 10
    inner = [stream(ten, form % b"/XObject<</X %d 0 R>>" % number) for number in range(7, 6 + depth)]
    last = stream(b"BT /F 12 Tf 72 700 Td (Ferry bells) Tj ET ", form % b"/Font<</F 4 0 R>>")
    return page(ten, *inner, last)


def lines(count: int) -> bytes:
    return page(b"BT /F 6 Tf " + b"".join(b"1 0 0 1 72 %d Tm (bell) Tj " % (at * 2) for at in range(count)) + b"ET")


TOO_MUCH = [
    ("letters of one page by forms in forms", nested(5), "letters"),
    ("words on one line", nested(4), "words"),
    ("lines of one page", lines(pdf_words.MAX_LINES + 1), "lines"),
]


@pytest.mark.parametrize(("data", "told"), [case[1:] for case in TOO_MUCH], ids=[case[0] for case in TOO_MUCH])
def test_too_much_on_a_page_is_refused_by_name(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read("act.pdf", stdin=data)
    assert (caught.value.code, caught.value.place) == ("CT108", "p1")
    assert told in caught.value.message


#: A number too large for a place on a page, and where it may stand in the drawing of a line.
FAR = b"7" + b"2" * 50 + b".0"
NOWHERE = [
    b"/F 11 Tf %s 700 Td", b"/F 11 Tf 72 %s Td", b"/F %s Tf 72 700 Td", b"/F 11 Tf 1 0 0 1 %s 700 Tm",
    b"/F 11 Tf %s Tc",
]  # fmt: skip


@pytest.mark.parametrize("before", NOWHERE)
def test_words_that_stand_nowhere_are_told(before: bytes) -> None:
    """pdfium gives them no number for a place; every later step would have to know of it."""
    line = b"BT %s (Ferry bells) Tj ET "
    drawn = b"".join(line % one for one in (b"/F 11 Tf 72 738 Td", before, b"/F 11 Tf 72 696 Td"))
    with pytest.raises(InputError) as caught:
        read("act.pdf", stdin=page(drawn.replace(b"%s", FAR)))
    assert (caught.value.code, caught.value.place) == ("CT112", "p1")
    near = page(drawn.replace(b"%s", b"90"))
    assert "Ferry bells" in read("act.pdf", stdin=near).text


def runs(code: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Puts `code` in the place of what draws a PDF."""
    script = folder / "run.py"
    script.write_text(code)
    monkeypatch.setattr(pdf_apart, "_RUN", str(script))


DEATHS = [
    ("too long", "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "longer"),
    ("broken", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "memory"),
    ("out of memory", "raise MemoryError", "memory"),
]


@pytest.mark.parametrize(("code", "told"), [case[1:] for case in DEATHS], ids=[case[0] for case in DEATHS])
def test_a_process_that_dies_is_told(
    code: str, told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    runs(code, monkeypatch, tmp_path)
    with pytest.raises(InputError) as caught:
        pages_of(pdf([column(72, 780, ["1. Bells"])]), "act.pdf")
    assert (caught.value.code, caught.value.path) == ("CT108", "act.pdf")
    assert told in caught.value.message


def test_a_mistake_of_ours_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    runs("raise KeyError('bell')", monkeypatch, tmp_path)
    with pytest.raises(RuntimeError, match="KeyError: 'bell'"):
        pages_of(pdf([column(72, 780, ["1. Bells"])]), "act.pdf")


def test_memory_has_a_bound(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    words = Path(pdf_words.__file__).read_text().partition("\nif __name__")[0]
    runs(f"{words}\n_bound(60)\nheld = bytearray(4_000_000_000)", monkeypatch, tmp_path)
    with pytest.raises(InputError) as caught:
        pages_of(pdf([column(72, 780, ["1. Bells"])]), "act.pdf")
    assert "memory" in caught.value.message


def test_a_word_of_120_000_letters_is_read() -> None:
    """Looked through once for a hyphen at its end, and not from each of its letters."""
    word = b"(" + b"l" * 30_000 + b") Tj "
    begun, ended = b"BT /F 6 Tf 1 0 0 1 72 700 Tm (1. Bells) Tj ", b"1 0 0 1 72 660 Tm (ring.) Tj ET"
    drawn = page(begun + b"1 0 0 1 72 680 Tm " + word * 4 + ended)
    assert "l" * 120_000 in read("act.pdf", stdin=drawn).text
