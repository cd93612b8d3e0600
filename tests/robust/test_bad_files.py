"""What is no statute, or one that was made to do harm: read in bounded time, or refused in one line with a code."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.growth import GROWING
from ctip_law.errors import CtipError, InputError
from ctip_law.model import Law
from ctip_law.read import MAX_BYTES, MAX_UNMARKED, read
from ctip_law.structure import structure
from tests.docx.word import p, word, zipped
from tests.work import lines_run

DEEP = 100_000
AKN = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
ACT = "1. Title\nThis is the Ferry Act.\n2. Bells\nA ferry has a bell.\n"


def parsed(data: bytes, name: str = "act") -> Law:
    """The law in `data`, with every line that is not blank accounted for."""
    law = structure(read(name, stdin=data))
    lines = sum(1 for line in law.text.split("\n") if line.strip())
    coverage = law.coverage
    assert coverage.lines == lines == coverage.placed + coverage.outside + coverage.furniture + coverage.unplaced
    assert coverage.unplaced == 0
    return law


REFUSED = [
    ("nothing", b"", "CT103"),
    ("only blanks", b" \n\t ", "CT103"),
    ("only a byte order mark", b"\xef\xbb\xbf", "CT103"),
    ("every byte there is", bytes(range(256)) * 100, "CT104"),
    ("only NUL bytes", bytes(1000), "CT104"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(200), "CT104"),
    ("XML without an element", b"<?xml version='1.0'?>" + b"<!-- x -->" * 1000, "CT104"),
    ("XML of nobody's format", b"<?xml version='1.0'?><recipe><egg/></recipe>", "CT104"),
    ("pages 100,000 deep", b"<html><body>" + b"<div>" * DEEP + b"1. Title", "CT108"),
    ("lists 100,000 deep", b"<html><body>" + b"<ul><li>1. Title" * DEEP, "CT108"),
    ("bold 100,000 deep", b"<html><body><p>" + b"<b>" * DEEP + b"1. Title", "CT108"),
    ("sections 100,000 deep", AKN + b"<section>" * DEEP + b"</section>" * DEEP + b"</akomaNtoso>", "CT108"),
    ("more text than is read", b"1. Title\n" * (MAX_UNMARKED // 9 + 1), "CT108"),
    ("100 MB of text", b"The ferry rings.\n" * 6_000_000, "CT108"),
    ("more bytes than any file", bytes(MAX_BYTES + 1), "CT108"),
    ("zip bomb", zipped({"word/document.xml": b"<x>" + b" " * 60_000_000 + b"</x>"}), "CT108"),
    ("half a Word file", word(p("Bells ring."))[:300], "CT112"),
    ("Word file that names a file outside", zipped({"../../word/document.xml": "<x/>", "/etc/passwd": "x"}), "CT104"),
    ("half a PDF", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "CT112"),
]


@pytest.mark.parametrize(("data", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused_in_one_line(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read("act", stdin=data)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


READ = [
    ("some NUL bytes", ACT.replace("bell", "be\0ll").encode(), 2, "control"),
    ("invalid UTF-8", ACT.encode().replace(b"Ferry", b"F\xe9rry"), 2, "UTF-8"),
    ("a lone surrogate in UTF-8", ACT.encode().replace(b"Ferry", b"F\xed\xa0\x80rry"), 2, "UTF-8"),
    ("a lone surrogate in UTF-16", ACT.encode("utf-16") + b"\x00\xd8 \x00", 2, ""),
    ("UTF-16 with a mark", ACT.encode("utf-16"), 2, ""),
    ("UTF-16 cut in the middle of a letter", ACT.encode("utf-16")[:-1], 2, ""),
    ("UTF-16 without a mark", ACT.encode("utf-16-le"), 2, "byte order mark"),
    ("UTF-16, the other way round", ACT.encode("utf-16-be"), 2, "byte order mark"),
    ("UTF-32", ACT.encode("utf-32"), 2, ""),
    ("front matter without an end", ("---\ntitle: [open\n  bad: : :\n\n" + ACT).encode(), 2, ""),
    ("front matter that is prose", ("---\nNot a pair at all\nnor this\n---\n" + ACT).encode(), 2, ""),
]


@pytest.mark.parametrize(("data", "sections", "told"), [c[1:] for c in READ], ids=[c[0] for c in READ])
def test_damaged_but_read(data: bytes, sections: int, told: str) -> None:
    law = parsed(data)
    assert len(law.sections()) == sections
    assert "\0" not in law.text
    assert not told or any(told in repair.why for repair in law.repairs)


SIZE = 4_000


@pytest.mark.parametrize("name", GROWING)
def test_work_grows_with_length_only(name: str) -> None:
    """Four times the text runs less than six times as many lines of ours."""
    small, large = (lines_run(lambda size=size: parsed(GROWING[name](size).encode())) for size in (SIZE, 4 * SIZE))  # type: ignore[misc]
    assert large < max(6 * small, 20_000)


def test_lists_100_000_deep_in_markdown() -> None:
    law = parsed(b"# Act\n1. Title\n" + b"  " * DEEP + b"- deep\n" + b"- " * DEEP + b"deep\n")
    assert len(law.sections()) == 1


def test_a_line_of_megabytes() -> None:
    law = parsed(b"1. Title. " + b"The ferry rings its bell. " * 100_000)
    assert [section.num for section in law.sections()] == ["1"]


def test_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(ACT)

    def refuse(_: Path) -> bytes:
        raise PermissionError

    for path, code in (
        (tmp_path / "none.txt", "CT101"),
        (tmp_path, "CT102"),
        (Path("a\0b"), "CT101"),
        (locked, "CT111"),
    ):
        if path == locked:
            monkeypatch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(CtipError) as caught:
            read(path)
        assert caught.value.code == code


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.code == "CT108"
