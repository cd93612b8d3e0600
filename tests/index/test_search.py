"""`search` by way of the built index says to the byte what it says without, whatever becomes of the index."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ctip_law import screen
from ctip_law.index import shelf, store
from ctip_law.index.store import NAME, Index
from ctip_law.report.search import hits_in
from ctip_law.screen.render import law_lines, state_lines
from ctip_law.screen.store import LAWS, STATES
from tests.cli.conftest import Call, call
from tests.screen.books import PENAL, SHELTERS, TRAFFICKING, folder, tar

__all__ = ["call"]

THAI = """พระราชบัญญัติว่าวและลม
มาตรา 1 ผู้เสียหายจากการค้ามนุษย์มีสิทธิได้รับว่าวใหม่
มาตรา 2 ห้ามการค้ามนุษย์ในงานว่าว
"""
CHINESE = """风筝法
第一条 人口贩运的被害人应当得到新的风筝。
第二条 禁止人口贩运。
"""
KHMER = """ច្បាប់ស្តីពីខ្លែង
មាត្រា ១ ជនរងគ្រោះនៃអំពើជួញដូរមនុស្សទទួលបានខ្លែងថ្មី។
មាត្រា ២ ហាមអំពើជួញដូរមនុស្ស។
"""
BOOK = {
    "a.txt": TRAFFICKING, "b.txt": SHELTERS, "c.txt": PENAL, "d.txt": THAI, "e.txt": CHINESE, "f.txt": KHMER,
}  # fmt: skip

#: What is looked for, and in which laws a clause with all of it stands.
QUERIES = [
    ("victim of trafficking", "ab"),
    ("victims", "ab"),  # by its stem
    ('"victim of trafficking in persons"', "ab"),
    ('"trafficking victim"', ""),  # not side by side
    ("lodging medical", "b"),
    ("lodging zeppelin", ""),  # no clause has both: those with one are given
    ("zeppelin", ""),
    ("persons", "abc"),
    ("exploit", "a"),
    ("ผู้เสียหาย", "d"),
    ("ว่าว", "d"),
    ("贩运", "e"),  # two signs: no three letters to look up
    ("人口贩运", "e"),
    ("被害者", ""),  # one sign is another
    ("ជនរងគ្រោះ", "f"),
    ("%", ""),
    ("_", ""),
    ('"', None),
    ("victim AND NOT trafficking*", None),
    ("person's \x00 \ud800 court", None),
]


@pytest.fixture(scope="module")
def screened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `screen -o` writes it, of an archive with six laws in four scripts."""
    place = tmp_path_factory.mktemp("screened")
    archive = tar(place / "isles.tar.xz", BOOK)
    made = screen(archive, country="KE", engine="serial")
    kept = [record | {"kept": True, "law": record["law"] or {"country": ""}} for record in made.records]
    lines = [json.loads(line) for line in law_lines(type(made)(tuple(kept), (), ())).splitlines()]
    (place / LAWS).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (place / STATES).write_text("".join(map(state_lines, made.states)), encoding="utf-8")
    return place


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CTIP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / NAME


def test_with_the_index_the_answer_is_the_same_to_the_byte(call: Call, screened: Path, cache: Path) -> None:
    for query, _ in QUERIES:
        without = call("search", query, screened, "-f", "json", "--no-index")
        assert not cache.exists() or cache.stat().st_size
        for _ in range(2):
            assert call("search", query, screened, "-f", "json") == without, query


@pytest.mark.parametrize(("query", "laws"), [(query, laws) for query, laws in QUERIES if laws is not None])
def test_words_are_found_in_every_script(call: Call, screened: Path, query: str, laws: str) -> None:
    hits = json.loads(call("search", query, screened, "-f", "json").out)["results"]
    titles = {text.splitlines()[0].casefold(): name[0] for name, text in BOOK.items()}
    found = {titles.get(hit["title"].casefold(), hit["title"][-5:-4]) for hit in hits if hit["all"]}
    assert "".join(sorted(found)) == laws


def test_no_law_that_can_answer_is_ever_left_out(screened: Path, tmp_path: Path) -> None:
    """Whatever stretch of a law is looked for."""
    index = Index(tmp_path, "this program")
    sources = shelf.screened(str(screened), "", "")
    shelf.hits_with(index, "victim", sources, reader, pytest.fail)
    laws = {one.key: index.get(one.key) for one in sources}
    for text in (law.text for law in laws.values()):
        for length in (1, 2, 3, 7, 30):
            for start in range(0, len(text) - length, 37):
                query = text[start : start + length]
                for all_words in (True, False):
                    may = index.may_have(query, laws, all_words=all_words) if query.strip() else set(laws)
                    hits = {key: hits_in(query, law) for key, law in laws.items() if query.strip()}
                    wanted = {key for key, own in hits.items() if any(hit.all or not all_words for hit in own)}
                    assert wanted <= may, query
    index.close()


def reader(source: shelf.Source, data: bytes | None) -> object:
    from ctip_law import parse

    return parse(source.path, stdin=data, sections=False)


def test_what_was_read_is_not_read_again(call: Call, screened: Path, cache: Path) -> None:
    assert call("search", "victim", screened, "-v").err.count("reading") == len(BOOK)
    assert "reading" not in call("search", "court", screened, "-v").err
    assert "reading" in call("search", "court", screened, "-v", "--no-index").err


def test_what_another_version_made_is_made_anew(
    call: Call, screened: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = call("search", "victim", screened)
    monkeypatch.setattr(sys.modules["ctip_law.screen.store"], "fingerprint", lambda: "of tomorrow")
    assert call("search", "victim", screened, "-v").err.count("reading") == len(BOOK)
    assert call("search", "victim", screened, "-v").err == before.err
    with sqlite3.connect(cache) as base:
        assert list(base.execute("SELECT by FROM made")) == [("of tomorrow",)]
        assert list(base.execute("SELECT count(*) FROM laws")) == [(len(BOOK),)]
    base.close()


def _garbage(path: Path) -> None:
    path.write_bytes(b"no index at all " * 400)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _no_table(path: Path) -> None:
    _run(path, "DROP TABLE by_word")


def _words(path: Path) -> None:
    _run(path, "UPDATE laws SET stems = x'00'")


def _places(path: Path) -> None:
    _run(path, "UPDATE laws SET about = '[]'")


def _fewer_words(path: Path) -> None:
    _run(path, "UPDATE laws SET starts = (SELECT starts FROM laws ORDER BY length(starts) LIMIT 1)")


def _run(path: Path, call: str) -> None:
    base = sqlite3.connect(path, isolation_level=None)
    base.execute(call)
    base.close()


TOLD = "the index was damaged and is made anew\n"


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (_garbage, TOLD), (_cut, TOLD), (_words, TOLD), (_places, TOLD), (_fewer_words, TOLD),
        (_empty, ""), (_no_table, ""),  # no index yet, or one of another version: filled
    ],
)  # fmt: skip
def test_a_damaged_index_is_told_and_made_anew(call: Call, screened: Path, cache: Path, harm, told: str) -> None:
    before = call("search", "victim", screened, "-f", "json")
    harm(cache)
    after = call("search", "victim", screened, "-f", "json")
    assert (after.code, after.out, after.err) == (0, before.out, told + before.err)
    assert call("search", "victim", screened, "-f", "json") == before


def test_a_cache_that_cannot_be_used_is_told_and_done_without(
    call: Call, screened: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = call("search", "victim", screened, "--no-index")
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("CTIP_CACHE", str(tmp_path / "file" / "cache"))
    said = call("search", "victim", screened)
    told, _, rest = said.err.partition("\n")
    assert (said.code, said.out, rest) == (0, without.out, without.err)
    assert told.startswith("searched without the index, which cannot be used (")


def test_another_run_that_writes_for_long_is_done_without(
    call: Call, screened: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = call("search", "victim", screened, "--no-index")
    monkeypatch.setattr(store, "_WAIT", 0.05)
    cache.parent.mkdir()
    other = sqlite3.connect(cache, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    said = call("search", "victim", screened)
    other.close()
    assert (said.code, said.out) == (0, without.out)
    assert said.err.startswith("searched without the index, which cannot be used (database is locked)")
    assert call("search", "victim", screened) == without


def test_two_runs_fill_one_cache(screened: Path, cache: Path) -> None:
    command = [sys.executable, "-m", "ctip_law", "search", "victim", str(screened), "-f", "json"]
    environment = os.environ | {"CTIP_CACHE": str(cache.parent)}
    runs = [subprocess.Popen(command, stdout=-1, stderr=-1, env=environment) for _ in range(2)]
    said = [(*run.communicate(), run.returncode) for run in runs]
    assert said[0] == said[1]
    assert said[0][2] == 0
    with sqlite3.connect(cache) as base:
        assert list(base.execute("SELECT count(*), count(DISTINCT key) FROM laws")) == [(len(BOOK), len(BOOK))]
    base.close()


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["2", "1"]),
        (("--instrument", "tip"), ["2", "1"]),
        (("--element", "consent.irrelevant_adult"), ["2"]),
        (("--element", "protection.housing"), ["1"]),
        (("--element", "consent.irrelevant_adult,protection.housing"), ["2", "1"]),
        (("--element", "protection.informed_consent"), []),
        (("-C", "FJ"), []),
        (("-C", "KE"), ["2", "1"]),
    ],
)
@pytest.mark.parametrize("index", ["--index", "--no-index"])
def test_filters_keep_the_clauses_that_bear_on_it(
    call: Call, screened: Path, options: tuple[str, ...], found: list[str], index: str
) -> None:
    said = call("search", '"victim of trafficking" person', screened, *options, "-f", "json", index)
    assert [hit["num"] for hit in json.loads(said.out)["results"]] == found


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--instrument", "xyz"), "CT002"),
        (("--element", "kites.blue"), "CT003 there is no element 'kites.blue'"),
        (("-C", "XX"), "CT001"),
    ],
)
def test_a_filter_that_names_nothing_is_refused(
    call: Call, screened: Path, options: tuple[str, ...], told: str
) -> None:
    said = call("search", "victim", screened, *options)
    assert said.code == 2
    assert said.err.startswith(told)


def test_a_law_that_changed_since_the_screening_is_told(call: Call, tmp_path: Path, cache: Path) -> None:
    book = folder(tmp_path / "book", {"a.txt": TRAFFICKING, "b.txt": SHELTERS})
    made = screen(book, engine="serial")
    (tmp_path / LAWS).write_text(law_lines(made), encoding="utf-8")
    (book / "a.txt").write_text(TRAFFICKING.replace("twenty", "thirty"), encoding="utf-8")
    (book / "b.txt").unlink()
    for index in ("--index", "--no-index"):
        said = call("search", "victim", tmp_path, index)
        assert said.code == 3
        assert said.err == (
            f"CT606 {book}/a.txt: the law is not the one that was screened; read the new text, and mend what was made"
            f" of the old one\nCT101 {book}/b.txt: the book no longer holds the law; check the path\n"
        )


def test_a_list_that_is_none_is_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / LAWS).write_text('{"path": "a"}\n', encoding="utf-8")
    said = call("search", "victim", tmp_path)
    assert said.code == 3
    assert said.err.startswith(f"CT104 {tmp_path}/laws.jsonl:1: this is no line of a screening (KeyError); screen the")
