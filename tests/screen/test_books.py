"""Files, folders and archives as a stream of texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.errors import CtipError
from ctip_law.screen import books
from ctip_law.screen.books import texts
from tests.screen.books import BOOK, folder, tar, zipped


def read(*paths: Path) -> tuple[list[books.Text], list[CtipError]]:
    told: list[CtipError] = []
    return list(texts(map(str, paths), told.append)), told


@pytest.mark.parametrize("form", ["folder", "xz", "gz", "bz2", "plain", "zip"])
def test_every_form_of_a_book_gives_the_same_texts(form: str, tmp_path: Path) -> None:
    if form == "folder":
        path = folder(tmp_path / "book")
    elif form == "zip":
        path = zipped(tmp_path / "book.zip")
    else:
        ending, mode = {"xz": (".tar.xz", "w:xz"), "gz": (".tgz", "w:gz"), "bz2": (".tar.bz2", "w:bz2"),
                        "plain": (".tar", "w")}[form]  # fmt: skip
        path = tar(tmp_path / f"book{ending}", mode=mode)
    found, told = read(path)
    assert [(text.name, text.data.decode()) for text in found] == sorted(BOOK.items())
    assert {text.book for text in found} == {str(path)}
    assert not told


def test_an_archive_in_a_folder_is_read_where_it_stands(tmp_path: Path) -> None:
    tar(tmp_path / "more.tar.gz", {"x.txt": "words"}, "w:gz")
    folder(tmp_path, {"a.txt": "first", "z.txt": "last"})
    found, _ = read(tmp_path)
    assert [text.name for text in found] == ["a.txt", "more.tar.gz/x.txt", "z.txt"]


def test_names_lead_nowhere_and_what_is_no_law_is_left_out(tmp_path: Path) -> None:
    path = tar(tmp_path / "b.tar", {"../../etc/law.txt": "a", "/abs.txt": "b", ".hidden/x.txt": "c", "p.PNG": "d"}, "w")
    found, told = read(path)
    assert [text.name for text in found] == ["etc/law.txt", "abs.txt"]
    assert not told


def test_links_are_not_followed_and_one_that_leads_out_is_told(tmp_path: Path) -> None:
    inside = folder(tmp_path / "book", {"a.txt": "law"})
    (inside / "round").symlink_to(inside, target_is_directory=True)
    (inside / "again.txt").symlink_to(inside / "a.txt")  # what it leads to is read where it stands
    (inside / "out.txt").symlink_to(__file__)
    (inside / "nowhere.txt").symlink_to(tmp_path / "nothing")
    (inside / "self.txt").symlink_to(inside / "self.txt")
    (inside / "picture.png").symlink_to(__file__)
    found, told = read(inside)
    assert [text.name for text in found] == ["a.txt"]
    names = sorted(str(error).split(":")[0].rpartition("/")[2] for error in told)
    assert names == ["nowhere.txt", "out.txt", "self.txt"]
    assert {error.code for error in told} == {"CT111"}
    lost = {error.path.rpartition("/")[2] for error in told if "leads nowhere" in str(error)}
    assert lost == {"nowhere.txt", "self.txt"}


#: What stands in a folder of laws, and what of it is read as a law.
WRITTEN = ["laws.jsonl", "provisions.jsonl", "report.md", "screen.json", f"records/{'0a' * 8}/ab/ab1.json"]
HELD = [
    (["act.txt", *WRITTEN], ["act.txt"]),  # `screen . -o .`
    (["act.txt", *(f"out/{name}" for name in WRITTEN)], ["act.txt"]),
    (["act.txt", WRITTEN[-1]], ["act.txt"]),  # a run that was stopped before its report
    (["act.txt", *WRITTEN[:4]], ["act.txt"]),  # no law was kept, or the records were deleted
    (["act.txt", "out/act.txt", *(f"out/{name}" for name in WRITTEN)], ["act.txt", "out/act.txt"]),
    (["report.md", "screen.json"], ["report.md", "screen.json"]),  # of someone else
    (["records/act.txt", "report.md"], ["records/act.txt", "report.md"]),
    (["records/0a0a/act.txt"], ["records/0a0a/act.txt"]),
]  # fmt: skip


@pytest.mark.parametrize(("names", "laws"), HELD, ids=[" ".join(names)[:60] for names, _ in HELD])
def test_what_a_screening_wrote_is_no_law_of_the_book(names: list[str], laws: list[str], tmp_path: Path) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Nobody shall be trafficked.", encoding="utf-8")
    found, told = read(tmp_path)
    assert [text.name for text in found] == laws
    assert not told


@pytest.mark.parametrize("kind", ["folder", "tar", "zip"])
def test_a_book_without_a_law_is_told(kind: str, tmp_path: Path) -> None:
    pictures = {"a.png": "x", ".hidden/b.txt": "y"}
    if kind == "folder":
        path = folder(tmp_path / "book", pictures)
    else:
        path = tar(tmp_path / "b.tar", pictures, "w") if kind == "tar" else zipped(tmp_path / "b.zip", pictures)
    found, told = read(path, folder(tmp_path / "other", {"a.txt": "law"}))
    assert [text.name for text in found] == ["a.txt"]
    assert [(error.code, str(path) in str(error)) for error in told] == [("CT101", True)]


BROKEN = [
    ("missing", "CT101"),
    ("cut.tar.xz", "CT111"),
    ("no.zip", "CT111"),
    ("locked.zip", "CT107"),
]


@pytest.mark.parametrize(("name", "code"), BROKEN)
def test_what_cannot_be_read_is_told_and_the_rest_is_read(name: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "cut.tar.xz":
        whole = tar(path, {f"{number}.txt": f"law {number} " * 4_000 for number in range(9)}).read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
    elif name == "no.zip":
        path.write_bytes(b"PK\x03\x04 nothing more")
    elif name == "locked.zip":
        data = bytearray(zipped(path, {"a.txt": "law"}).read_bytes())
        data[6] |= 1
        data[data.index(b"PK\x01\x02") + 8] |= 1
        path.write_bytes(bytes(data))
    other = folder(tmp_path / "other", {"a.txt": "law"})
    found, told = read(path, other)
    assert [error.code for error in told] == [code]
    assert str(path) in str(told[0])
    assert found[-1].path == f"{other}/a.txt"


def test_an_archive_out_of_proportion_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "_MAX_RATIO", 2)
    monkeypatch.setattr(books._Limit, "__init__", _small)
    path = tar(tmp_path / "b.tar.xz", {f"{number}.txt": "x" * 50_000 for number in range(20)})
    found, told = read(path)
    assert [error.code for error in told] == ["CT111"]
    assert "out of all proportion" in str(told[0])
    assert len(found) < 20


def _small(self: books._Limit, path: Path) -> None:
    self._most, self._left = path.stat().st_size * 2, 10**6


def test_a_file_too_large_is_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "MAX_BYTES", 100)
    path = tar(tmp_path / "b.tar", {"large.txt": "x" * 101, "small.txt": "x" * 100}, "w")
    found, told = read(path)
    assert [text.name for text in found] == ["small.txt"]
    assert "large.txt" in str(told[0])
    assert told[0].code == "CT108"
