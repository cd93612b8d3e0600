"""Official texts from a publisher that behaves badly: what is had, what is refused, and what stays in the cache."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ctip_law.corpus import Entry
from ctip_law.corpus.fetch import Fetched, fetch, kept, names_a_text, stale
from ctip_law.corpus.polite import Limits
from ctip_law.corpus.polite import Publisher as Asking
from ctip_law.errors import CtipError
from tests.cli.conftest import Call
from tests.cli.conftest import call as call
from tests.corpus.badserver import TEXT, Publisher, publisher

pytest.importorskip("httpx", reason="the extra `fetch` is not installed")
LIMITS = Limits(size=1 << 20, wait=5.0, pause=0.0)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with publisher() as running:
        yield running


def law(url: str, name: str = "vu/kite-act.xml", sha256: str = "0" * 64) -> Entry:
    return Entry(
        path=Path(name), name=name, country="VU", title="Kite Act", citation="Act 1 of 2031", language="en",
        version="2031", official_url=url, sha256=sha256, status="restatement, not the law",
    )  # fmt: skip


def ask(url: str, folder: Path, limits: Limits = LIMITS, slept: list[float] | None = None) -> Fetched:
    waits = [] if slept is None else slept
    (got,) = fetch([law(url)], folder, Asking(limits, sleep=waits.append))
    return got


HAD = {
    "/law": ("as it is", TEXT, ".txt"),
    "/packed": ("packed though it was not asked for so", TEXT, ".txt"),
    "/moved": ("moved to another address", TEXT, ".txt"),
    "/busy": ("busy at first", TEXT, ".txt"),
    "/cut": ("broken off once", TEXT, ".txt"),
    "/cut-and-changed": ("broken off and then another", TEXT.upper(), ".txt"),
    "/cut-and-wrong": ("broken off and then the wrong part", TEXT, ".txt"),
    "/download.pdf": ("of no kind but a known ending", b"%PDF-1.4", ".pdf"),
}
REFUSED = {
    "/missing": ("CT604", "answers 404"),
    "/gone": ("CT604", "answers 410"),
    "/down": ("CT604", "answers 500, 4 times"),
    "/picture": ("CT604", "image/png"),
    "/program.exe": ("CT604", "octet-stream"),
    "/empty": ("CT604", "sends nothing"),
    "/large": ("CT604", "larger than 1 MB"),
    "/large-and-silent": ("CT604", "larger than 1 MB"),
    "/bomb": ("CT604", "larger than 1 MB"),
    "/bad-packing": ("CT604", "packing is damaged"),
    "/brotli": ("CT604", "packed as 'br'"),
    "/round": ("CT604", "go round"),
    "/to-file": ("CT604", "no http or https"),
    "/private-law": ("CT605", "robots.txt"),
    "/to-private": ("CT605", "robots.txt"),
    "/cut-always": ("CT604", "breaks off"),
}


@pytest.mark.parametrize("path", HAD)
def test_a_text_that_can_be_had_is_had_whole(server: Publisher, tmp_path: Path, path: str) -> None:
    got = ask(server.at(path), tmp_path)
    assert got.state == "new", got.error
    assert Path(got.path).read_bytes() == HAD[path][1]
    assert Path(got.path).suffix == HAD[path][2]
    assert not list(tmp_path.rglob("*.part*"))


@pytest.mark.parametrize("path", REFUSED)
def test_what_cannot_be_had_is_told_and_leaves_no_file(server: Publisher, tmp_path: Path, path: str) -> None:
    got = ask(server.at(path), tmp_path)
    code, words = REFUSED[path]
    assert got.state == "failed"
    assert got.error is not None
    assert (got.error.code, got.error.exit_code) == (code, 3)
    assert words in str(got.error)
    assert server.at("") in str(got.error)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_a_server_that_says_nothing_is_left_after_the_wait(server: Publisher, tmp_path: Path) -> None:
    got = ask(server.at("/slow"), tmp_path, Limits(wait=0.2, tries=2, pause=0.0))
    assert "no answer within 0.2 seconds, 2 times" in str(got.error)
    assert server.asked["/slow"] == 2


def test_the_waits_grow_and_heed_the_server(server: Publisher, tmp_path: Path) -> None:
    waits: list[float] = []
    ask(server.at("/busy"), tmp_path, slept=waits)
    assert waits == [7.0, 7.0]
    waits.clear()
    ask(server.at("/down"), tmp_path, slept=waits)
    assert waits == [1.0, 2.0, 4.0]


def test_a_host_is_left_alone_between_two_requests(server: Publisher, tmp_path: Path) -> None:
    waits: list[float] = []
    asking = Asking(Limits(pause=2.0), sleep=waits.append, clock=lambda: 0.0)
    list(fetch([law(server.at("/law")), law(server.at("/moved"), "vu/other.xml")], tmp_path, asking))
    assert waits == [2.0, 4.0, 6.0]  # no time passes here: robots.txt at once, then the law, the redirect and its end
    assert server.asked["/robots.txt"] == 1


@pytest.mark.parametrize(("status", "had"), [(404, True), (403, True), (500, False), (503, False)])
def test_no_robots_file_allows_all_and_a_failing_one_nothing(
    server: Publisher, tmp_path: Path, status: int, had: bool
) -> None:
    server.robots_status = status
    assert (ask(server.at("/law"), tmp_path).state == "new") is had
    assert (server.asked["/law"] > 0) is had


def test_a_rule_for_this_program_alone_is_kept(server: Publisher, tmp_path: Path) -> None:
    server.robots = b"User-agent: ctip-law\nDisallow: /law\n\nUser-agent: *\nAllow: /\n"
    assert "robots.txt" in str(ask(server.at("/law"), tmp_path).error)


def test_the_rest_of_a_broken_text_is_asked_for(server: Publisher, tmp_path: Path) -> None:
    ask(server.at("/cut"), tmp_path)
    assert server.ranges == [f"bytes={len(TEXT) // 2}-"]


def test_a_later_call_takes_up_what_an_earlier_one_left(server: Publisher, tmp_path: Path) -> None:
    first = ask(server.at("/cut"), tmp_path, Limits(tries=1, pause=0.0))
    assert "taken up by the next call" in str(first.error)
    assert Path(ask(server.at("/cut"), tmp_path).path).read_bytes() == TEXT
    assert server.asked["/cut"] == 2


def test_an_unchanged_text_is_not_sent_again(server: Publisher, tmp_path: Path) -> None:
    first, second = ask(server.at("/law"), tmp_path), ask(server.at("/law"), tmp_path)
    assert (first.state, second.state) == ("new", "same")
    assert first.sha256 == second.sha256
    assert not stale([law(server.at("/law"))], tmp_path)


def test_a_text_that_is_gone_from_the_cache_is_asked_for_anew(server: Publisher, tmp_path: Path) -> None:
    Path(ask(server.at("/law"), tmp_path).path).unlink()
    (gone,) = stale([law(server.at("/law"))], tmp_path)
    assert gone.code == "CT602"
    assert Path(ask(server.at("/law"), tmp_path).path).read_bytes() == TEXT


def test_a_changed_text_is_told_and_both_stay(server: Publisher, tmp_path: Path) -> None:
    first = ask(server.at("/law"), tmp_path)
    server.text = TEXT + b"2. Night\nNight is after nine.\n"
    second = ask(server.at("/law"), tmp_path)
    assert (second.state, second.before) == ("changed", first.sha256)
    assert Path(first.path).read_bytes() == TEXT
    (told,) = stale([law(server.at("/law"))], tmp_path)
    assert told.code == "CT606"
    assert f"ctip-law diff {first.path} {second.path}" in str(told)
    # a restatement that was made of the new text is not stale
    assert not stale([law(server.at("/law"), sha256=second.sha256)], tmp_path)


def test_the_same_answers_leave_the_same_bytes(server: Publisher, tmp_path: Path) -> None:
    for name in ("a", "b"):
        ask(server.at("/law"), tmp_path / name)
    one, two = (
        {file.name: file.read_bytes() for file in sorted((tmp_path / name).rglob("*")) if file.is_file()}
        for name in ("a", "b")
    )
    assert one == two
    assert len(one) == 2


def test_a_damaged_note_is_told_with_its_place(server: Publisher, tmp_path: Path) -> None:
    ask(server.at("/law"), tmp_path)
    (note,) = tmp_path.rglob("*.json")
    note.write_text("{", encoding="utf-8")
    with pytest.raises(CtipError, match="CT602") as told:
        kept(tmp_path, law(server.at("/law")))
    assert str(note) in str(told.value)
    assert [one.code for one in stale([law("")], tmp_path)] == ["CT602"]


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://example.org/act/3", True),
        ("https://example.org/?act=3", True),
        ("https://example.org", False),
        ("https://example.org/", False),
        ("", False),
    ],
)
def test_the_front_page_of_a_publisher_is_no_text(url: str, text: bool) -> None:
    assert names_a_text(url) is text


def test_one_law_that_fails_does_not_keep_the_others(server: Publisher, tmp_path: Path) -> None:
    asked = [law(server.at("/gone"), "vu/a.xml"), law("", "vu/b.xml"), law(server.at("/law"), "vu/c.xml")]
    got = fetch(asked, tmp_path, Asking(LIMITS, sleep=lambda _: None))
    assert [one.state for one in got] == ["failed", "no_text", "new"]


def test_the_command_says_which_extra_is_wanting(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    said = call("corpus", "fetch", "-C", "SG")
    assert said.code == 3
    assert said.err.startswith("CT901")
    assert "pip install 'ctip-law[fetch]'" in said.err


def test_the_command_fetches_what_the_user_added(call: Call, server: Publisher, tmp_path: Path) -> None:
    (tmp_path / "kite.txt").write_bytes(TEXT)
    more = ("--title", "Kite Act", "--citation", "Act 1", "--version-date", "2031", "--status", "in force")
    place = ("--folder", tmp_path / "own")
    assert call("corpus", "add", tmp_path / "kite.txt", "-C", "VU", *more, "--url", server.at("/law"), *place).code == 0
    said = call("corpus", "fetch", "-C", "VU", *place)
    assert (said.code, said.err) == (0, "")
    assert "own/vu/kite-act.txt: fetched" in said.out
    server.text = TEXT + b"2. Night\nNight is after nine.\n"
    assert "has changed" in call("corpus", "fetch", "-C", "VU", *place).out
    told = call("corpus", "verify", *place)
    assert told.code == 1
    assert told.err.startswith("CT606")
    assert call("corpus", "fetch", "-C", "NO", *place).code == 2
