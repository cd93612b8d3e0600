"""EPUB and zips of pages are one law in the order of their pages; other archives are refused."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.errors import InputError
from ctip_law.read import read
from tests.read.files import epub, page, zipped


def section(number: int) -> str:
    return f"<h3>{number}. Heading {number}</h3><p>A keeper must hold book number {number} of the inn.</p>"


PAGES = {f"act/s{n}.html": page("Inn Act 2020", section(n)) for n in range(1, 13)}
INDEX = page("Inn Act 2020", '<h1>Inn Act 2020</h1><p><a href="b.html">first</a></p><p><a href="a.html">second</a></p>')
ASSETS = {"act/style.css": "p {}", "act/logo.png": b"\x89PNG", "__MACOSX/._s1.html": b"\x00", ".DS_Store": b"\x00"}
LISTED = page("Contents", "<ol><li>1. Heading 1</li><li>2. Heading 2</li></ol>")
BOOK = {"b.xhtml": page("One", section(1)), "a.xhtml": page("Two", section(2)), "nav.xhtml": LISTED}
TEXT = "Inn Act\n\n1. Title\nThis is the Inn Act.\n\n2. Books\nA keeper must hold a book.\n"

READ = [
    ("numbered pages", zipped(dict(PAGES)), list(range(1, 13))),
    ("pages with what they are shown with", zipped(PAGES | ASSETS), list(range(1, 13))),
    (
        "the first page links them",
        zipped({"index.html": INDEX, "a.html": page("2", section(2)), "b.html": page("1", section(1))}),
        [1, 2],
    ),
    ("one text in an archive", zipped({"act.txt": TEXT}), [1, 2]),
    ("one page in an archive", zipped({"act.html": page("Inn Act 2020", section(1) + section(2))}), [1, 2]),
    ("EPUB", epub(BOOK, ["b.xhtml", "a.xhtml"]), [1, 2]),
    ("EPUB with its list of contents", epub(BOOK, ["nav.xhtml", "b.xhtml", "a.xhtml"], "nav.xhtml"), [1, 2]),
]


@pytest.mark.parametrize(("data", "numbers"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_one_law_in_the_order_of_its_pages(data: bytes, numbers: list[int]) -> None:
    law = parse("act.zip", stdin=data)
    assert [section.num for section in law.sections()] == [str(number) for number in numbers]
    assert law.coverage.unplaced == 0
    assert law.source.path == "act.zip"
    assert any("in order" in repair.why or "read from the zip" in repair.why for repair in law.repairs)


def test_the_title_is_the_books_or_the_first_pages() -> None:
    assert parse("-", stdin=epub(BOOK, ["b.xhtml", "a.xhtml"])).title == "Inn Act 2020"
    assert parse("-", stdin=zipped(dict(PAGES))).title == "Inn Act 2020"


def test_offsets_count_in_the_joined_text() -> None:
    document = read("-", stdin=zipped(dict(PAGES)))
    words = [document.text[block.start : block.end] for block in document.blocks]
    assert words[:3] == ["1. Heading 1", "A keeper must hold book number 1 of the inn.", "2. Heading 2"]
    assert words[-1].endswith("12 of the inn.")


BAD = [
    ("pages and other documents", zipped({"a.html": INDEX, "b.pdf": b"%PDF-1.7", "c.docx": b"PK"}), "CT116"),
    ("several documents", zipped({"a.txt": TEXT, "b.txt": TEXT}), "CT116"),
    ("an archive in an archive", zipped({"a.zip": zipped(dict(PAGES))}), "CT116"),
    ("nothing but pictures", zipped({"a.png": b"\x89PNG"}), "CT104"),
    ("a table of figures", zipped({"a.csv": "1,2"}), "CT104"),
    ("a name that leads outside", zipped({"../a.html": INDEX}), "CT104"),
    ("a page that unfolds", zipped({"a.html": b"0" * 70_000_000}), "CT108"),
    ("pages without words", zipped({"a.html": page("", ""), "b.html": page("", "")}), "CT103"),
    ("EPUB that names a missing page", epub({"b.xhtml": BOOK["b.xhtml"]}, ["b.xhtml", "a.xhtml"]), "CT112"),
    ("EPUB without a package", zipped({"mimetype": "application/epub+zip", "a.xhtml": "x"}), "CT112"),
    ("EPUB cut off", epub(BOOK, ["b.xhtml", "a.xhtml"])[:-60], "CT112"),
]


@pytest.mark.parametrize(("data", "code"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_refused_in_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read("act.zip", stdin=data)
    assert caught.value.code == code
    assert str(caught.value).startswith(f"{code} act.zip")


def test_pages_that_unfold_too_far_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctip_law.read.archive.MAX_ALL", 1_000)
    with pytest.raises(InputError, match="CT108"):
        read("act.zip", stdin=zipped(dict(PAGES)))


#: Files that end where they should not, and whether they are refused, told or fine.
CUT = [
    (b'<?xml version="1.0"?><akomaNtoso><act><body><section><num>1</num><p>A keeper</p>', "CT106"),
    ("<法規><法規名稱>住宿法</法規名稱><條文><條號>第 1 條</條號><條文內容>雇".encode(), "CT106"),
    (b"<html><body><h3>1. Title</h3><p>A keeper must</p><p cla", "CT112"),
    (b'<html xmlns="http://www.w3.org/1999/xhtml"><body><h3>1. Title</h3><p>A keeper must', "CT112"),
    (b'<?xml version="1.0"?><html><body><h3>1. Title</h3><p>A keeper must</p>', "CT112"),
    (b"<html><body><h3>1. Title</h3><p>A keeper must pay.</p>", "told"),
    (b"<html><body><h3>1. Title</h3><p>A keeper must pay.</p></body></html>", "fine"),
    (b"<h3>1. Title</h3><p>A keeper must pay a < b.</p>", "fine"),
]


@pytest.mark.parametrize(("data", "what"), CUT)
def test_files_that_end_too_early(data: bytes, what: str) -> None:
    if what.startswith("CT"):
        with pytest.raises(InputError, match=what):
            read("-", stdin=data)
    else:
        told = [warning.code for warning in read("-", stdin=data).warnings]
        assert told == (["CT112"] if what == "told" else [])
