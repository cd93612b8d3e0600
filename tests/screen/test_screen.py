"""A whole screening: the same from every engine, nothing done twice, no worker's death loses a law."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import dask
import pytest

from ctip_law import render_screen, screen
from ctip_law.cli.screen import progress_line
from ctip_law.errors import UsageError
from ctip_law.report.schemas import SCHEMAS
from ctip_law.screen import cluster as dask_cluster
from ctip_law.screen import engines
from ctip_law.screen.books import Extent, extent
from ctip_law.screen.engines import Engine, run
from ctip_law.screen.run import Progress, Screening
from ctip_law.screen.store import Store, fingerprint
from ctip_law.screen.work import Record, Unit, look, read_unit
from tests.screen.books import BOOK, FINNISH, PENAL, SHELTERS, TRAFFICKING, folder, tar, zipped

ROOT = Path(__file__).resolve().parents[2]


def run_program(*args: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "ctip_law", *args]
    return subprocess.run(call, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("books") / "isles")


@pytest.fixture(scope="module")
def made(book: Path) -> Screening:
    return screen(book, engine="serial")


def verdicts(made: Screening) -> dict[str, str]:
    (state,) = made.states
    return {one.id: one.status for one in state.provisions}


def test_only_what_speaks_of_the_crime_or_is_general_law_is_read(made: Screening) -> None:
    assert [(Path(r["path"]).name, r["kept"], r["general"], bool(r.get("read"))) for r in made.records] == [
        ("trafficking.txt", True, "", True),
        ("penal.txt", True, "penal", True),
        ("shelters.txt", True, "", True),
        ("dairy.txt", False, "", False),
        ("passing.txt", False, "", False),
    ]
    assert not made.failures


def test_all_laws_of_a_state_answer_together(made: Screening) -> None:
    (state,) = made.states
    assert state.laws[0]["law"]["title"].lower().startswith("freedom of the person")
    found = verdicts(made)
    assert found["tip-3b"] == "met"
    assert found["tip-5-2a"] == "elsewhere", "the penal code answers attempt for the act beside it"
    assert found["tip-6-3a"] == "elsewhere", "another law than the one with the offence gives lodging"
    assert found["tip-6-6"] == "gap"
    (lodging,) = [one for one in state.provisions if one.id == "tip-6-3a"]
    assert "lodging" in lodging.evidence[0].quote


@pytest.mark.parametrize(("law", "duty"), [(TRAFFICKING, "tip-6-3a"), (TRAFFICKING, "tip-5-2a"), (PENAL, "tip-5-2a")])
def test_one_law_alone_does_not_answer_what_both_do(law: str, duty: str, tmp_path: Path) -> None:
    alone = screen(folder(tmp_path, {"act.txt": law}), engine="serial")
    assert verdicts(alone)[duty] == "gap"


def test_no_law_is_crowded_out_by_another_with_many_sections(tmp_path: Path) -> None:
    """Six sections of a law are kept of an element; the act has eight on lodging."""
    care = SHELTERS.partition("\n1.")[2].partition("\n")[2]
    many = "".join(f"{number}. Care in district {number}\n{care}" for number in range(3, 11))
    both = screen(folder(tmp_path, {"a.txt": TRAFFICKING + many, "b.txt": SHELTERS}), engine="serial")
    (state,) = both.states
    cited = [piece.law for piece in state.ledger.elements["protection.housing"].evidence]
    first, second = (record["law"]["id"] for record in state.laws)
    assert cited == [first, second, first, first, first, first, first]


@pytest.mark.parametrize("engine", ["pool", "dask"])
def test_every_engine_gives_the_same_bytes(engine: Engine, book: Path, made: Screening) -> None:
    if engine == "dask":
        pytest.importorskip("distributed", reason="Dask is not installed (extra cluster)")
    other = screen(book, engine=engine, workers=2)
    for form in ("table", "md", "json", "jsonl"):
        assert render_screen(other, form) == render_screen(made, form)


def test_dask_says_nothing_of_a_port_that_is_taken(book: Path) -> None:
    """Its page for developers would stand at port 8787, and where that is taken it would tell a lawyer so."""
    pytest.importorskip("distributed", reason="Dask is not installed (extra cluster)")
    with socket.socket() as taken:
        with suppress(OSError):  # where it is taken already, all the better
            taken.bind(("", 8787))
            taken.listen()
        done = run_program("screen", str(book), "--engine", "dask", "-j", "1", "-q", "-f", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")


def loud() -> bool:
    return logging.getLogger("distributed.worker").isEnabledFor(logging.ERROR)


def test_workers_on_this_machine_print_nothing_of_their_own() -> None:
    """A worker that was talking to its scheduler when both were ended printed thirty lines of what went wrong there."""
    client = dask_cluster._client(dask_cluster._distributed(), 1, "")
    try:
        assert list(client.run(loud).values()) == [False]
    finally:
        client.close()


def test_an_archive_says_what_the_folder_says(book: Path, made: Screening, tmp_path: Path) -> None:
    other = screen(tar(tmp_path / "isles.tar.xz"), engine="serial", country="SG")
    same = screen(book, engine="serial", country="SG")
    assert [one.status for one in other.states[0].provisions] == [one.status for one in same.states[0].provisions]
    assert other.states[0].name == "SG"


def test_the_data_are_as_the_schema_says(made: Screening) -> None:
    SCHEMAS["screen"].model_validate(json.loads(render_screen(made, "json")))
    lines = [json.loads(line) for line in render_screen(made, "jsonl").splitlines()]
    assert sum("mentions" in line for line in lines) == 3
    assert sum("status" in line for line in lines) == len(made.states[0].provisions)


def test_a_language_without_a_lexicon_is_kept_and_told(tmp_path: Path) -> None:
    made = screen(folder(tmp_path, BOOK | {"laki.txt": FINNISH}), engine="serial")
    assert [error.code for error in made.failures] == ["CT302"]
    assert "laki.txt" in str(made.failures[0])
    assert "Not read" in render_screen(made, "md")


# --- nothing is done twice


def test_a_second_run_reads_nothing_again(book: Path, made: Screening, tmp_path: Path) -> None:
    first = screen(book, engine="serial", store=tmp_path)
    again = screen(book, engine="serial", store=tmp_path)
    assert (first.reused, again.reused) == (0, 3)
    assert render_screen(again, "json") == render_screen(made, "json")


def test_a_changed_law_alone_is_read_again(tmp_path: Path) -> None:
    laws = folder(tmp_path / "laws")
    screen(laws, engine="serial", store=tmp_path / "store")
    (laws / "a/trafficking.txt").write_text(TRAFFICKING.replace("twenty", "ten"), encoding="utf-8")
    assert screen(laws, engine="serial", store=tmp_path / "store").reused == 2


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"path": 1}', b"\xff\xfe"])
def test_a_damaged_record_is_made_again(damage: bytes, book: Path, made: Screening, tmp_path: Path) -> None:
    screen(book, engine="serial", store=tmp_path)
    for path in tmp_path.rglob("*.json"):
        path.write_bytes(damage)
    again = screen(book, engine="serial", store=tmp_path)
    assert again.reused == 0
    assert render_screen(again, "json") == render_screen(made, "json")


def test_records_of_another_version_of_the_program_are_not_taken(tmp_path: Path) -> None:
    unit = look("a.txt", TRAFFICKING.encode())
    Store(tmp_path).put(unit.key, {"kept": True})
    (tmp_path / fingerprint()).rename(tmp_path / "0123456789abcdef")
    assert Store(tmp_path).get(unit.key) is None


#: what changes between two units -> whether they may share a record
KEYS = [
    (("a/law.txt", "words", ""), ("b/law.txt", "words", ""), True),
    (("a/law.txt", "words", ""), ("a/law.txt", "word", ""), False),
    (("a/law.txt", "words", ""), ("a/other.txt", "words", ""), False),
    (("a/law.txt", "words", ""), ("a/law.txt", "words", "fr"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), KEYS)
def test_a_record_is_for_one_text_name_and_language(
    one: tuple[str, str, str], other: tuple[str, str, str], same: bool
) -> None:
    keys = {look(path, text.encode(), lang).key for path, text, lang in (one, other)}
    assert (len(keys) == 1) is same


# --- workers that die


def _dies_once(unit: Unit) -> Record:
    """Ends its own process the first time that it is given a unit."""
    mark = Path(unit.data.decode())
    if not mark.exists():
        mark.touch()
        os._exit(9)
    return {"path": unit.path}


def _dies_always(unit: Unit) -> Record:
    if unit.path == "2":
        os._exit(9)
    return {"path": unit.path}


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    units = [(number, Unit(str(number), str(tmp_path / str(number)).encode(), None)) for number in range(6)]
    done = sorted(run("pool", _dies_once, units, workers=2))
    assert [(number, record["path"]) for number, record in done] == [(n, str(n)) for n in range(6)]


def test_a_law_that_kills_every_process_is_told_and_the_others_are_done() -> None:
    units = [(number, Unit(str(number), b"x", None)) for number in range(8)]
    done = dict(run("pool", _dies_always, units, workers=2))
    assert sorted(done) == list(range(8))
    assert [n for n, record in done.items() if record.get("errors")] == [2]
    assert done[2]["errors"][0]["code"] == "CT970"


def test_dask_sends_anew_what_was_in_work_when_workers_died(tmp_path: Path) -> None:
    """Dask gives a unit up that some workers died of, or beside; the run ended with an error of its own."""
    marks = [tmp_path / name for name in "abcd"]
    units = [(n, Unit(str(n), str(mark).encode(), None)) for n, mark in enumerate(marks)]
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}):
        done = dict(run("dask", _dies_once, units, workers=2))
    assert {number: record["path"] for number, record in done.items()} == {n: str(n) for n in range(4)}
    assert all(mark.exists() for mark in marks)


def test_dask_gives_a_law_up_that_kills_every_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_cluster, "_AGAIN", 2)
    monkeypatch.setattr(engines, "_AHEAD", 1)  # with the whole of two workers the others outlive it
    units = [(n, Unit(str(n), b"x", None)) for n in (0, 1, 2)]
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}):
        done = dict(run("dask", _dies_always, units, workers=1))
    assert {n: [error["code"] for error in record.get("errors", ())] for n, record in done.items()} == {
        0: [], 1: [], 2: ["CT970"],
    }  # fmt: skip


CLUSTER = """
import time
from distributed import LocalCluster

if __name__ == "__main__":
    made = LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0")
    print(made.scheduler_address, flush=True)
    time.sleep(3600)
"""


def _ends_the_scheduler(unit: Unit) -> Record:
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(3600)
    return {}


@contextmanager
def cluster(folder: Path, path: str) -> Iterator[str]:
    """A scheduler with a worker in a process of its own, where only `path` leads to modules; its address."""
    (folder / "cluster.py").write_text(CLUSTER, encoding="utf-8")
    call, pipe = [sys.executable, "-P", str(folder / "cluster.py")], subprocess.PIPE
    environment = os.environ | {"PYTHONPATH": path}
    program = subprocess.Popen(call, stdout=pipe, stderr=subprocess.DEVNULL, text=True, env=environment)
    assert program.stdout is not None
    try:
        yield program.stdout.readline().strip()
    finally:
        program.kill()
        program.communicate()


def test_a_scheduler_that_is_gone_is_told(tmp_path: Path) -> None:
    with cluster(tmp_path, str(ROOT)) as address:
        told = rf"CT004 the Dask scheduler {address} is gone; .* the same call"
        with pytest.raises(UsageError, match=told):
            list(run("dask", _ends_the_scheduler, [(0, Unit("0", b"x", None))], workers=1, scheduler=address))


@pytest.mark.parametrize("version", ["another", ""])
def test_a_scheduler_without_this_version_of_the_program_is_told(version: str, tmp_path: Path) -> None:
    """Another version would make other records without a word."""
    (tmp_path / "ctip_law").mkdir()
    (tmp_path / "ctip_law" / "__init__.py").touch()
    if version:
        (tmp_path / "ctip_law" / "screen").mkdir()
        (tmp_path / "ctip_law" / "screen" / "store.py").write_text(f"def fingerprint(): return {version!r}\n")
    with cluster(tmp_path, str(tmp_path)) as address, pytest.raises(UsageError, match=r"CT004 .* this version"):
        list(run("dask", _echo, [(0, Unit("0", b"x", None))], workers=1, scheduler=address))


BLOCKED = """
import os, sys, time
from ctip_law.screen.engines import run
from ctip_law.screen.work import Unit

def work(unit):
    os.write(1, b"at work\\n")
    time.sleep(3600)

list(run("pool", work, [(n, Unit(str(n), b"x", None)) for n in range(2)], workers=2))
"""


def test_no_worker_outlives_a_program_that_is_killed() -> None:
    """Two processes of 200 MB each were left for ever, waiting for work."""
    program = subprocess.Popen([sys.executable, "-c", BLOCKED], stdout=subprocess.PIPE)
    assert program.stdout is not None
    assert [program.stdout.readline() for _ in range(2)] == [b"at work\n"] * 2
    program.kill()
    rest, _ = program.communicate(timeout=60)  # the pipe is closed when the last of them has ended
    assert rest == b""


def test_few_units_are_held_at_once() -> None:
    taken: list[int] = []

    def units() -> object:
        for number in range(60):
            taken.append(number)
            yield number, Unit(str(number), b"x", None)

    at_most = 0
    for done, _ in enumerate(run("pool", _echo, units(), workers=2), 1):  # type: ignore[arg-type]
        at_most = max(at_most, len(taken) - done)
    assert at_most <= 2 * engines._AHEAD


def _echo(unit: Unit) -> Record:
    return {"path": unit.path}


def test_a_file_that_cannot_be_read_has_a_record_with_its_error() -> None:
    record = read_unit(Unit("x.pdf", b"%PDF-1.4 nothing", None))
    assert record["errors"][0]["code"].startswith("CT1")
    assert record["law"] is None


def test_progress_counts_up(book: Path) -> None:
    seen: list[Progress] = []
    screen(book, engine="serial", progress=seen.append)
    assert [one.files for one in seen] == [1, 2, 3, 4, 5]
    assert (seen[-1].kept, seen[-1].read) == (3, 3)


@pytest.mark.parametrize("form", ["folder", "xz", "plain", "zip"])
def test_progress_is_told_in_bytes_on_disk_of_what_there_is(form: str, tmp_path: Path) -> None:
    """Of a folder every byte of a law, of an archive as much of it as was read, and never more than there is."""
    path = folder(tmp_path / "book") if form == "folder" else tmp_path / "book.tar.xz"
    if form == "zip":
        path = zipped(tmp_path / "book.zip")
    elif form != "folder":
        path = tar(path.with_suffix("") if form == "plain" else path, mode="w" if form == "plain" else "w:xz")
    (folder(tmp_path / "book") / "picture.png").write_bytes(b"no law")
    in_all = extent([str(path)])
    seen: list[Progress] = []
    screen(path, engine="serial", progress=seen.append)
    taken = [one.taken for one in seen]
    assert taken == sorted(taken)
    assert taken[0] > 0
    assert in_all.files == (5 if form == "folder" else 0)
    if form == "folder":
        assert taken[-1] == in_all.size
    assert in_all.size / 2 < taken[-1] <= in_all.size


def test_what_two_paths_hold_is_counted_together(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "one"), tar(tmp_path / "two.tar.xz")
    assert extent([str(one), str(two), "nowhere"]) == Extent(0, extent([str(one)]).size + two.stat().st_size)
    os.mkfifo(tmp_path / "pipe")
    assert extent([str(one), str(tmp_path / "pipe")]) == Extent(0, 0)


LINES = [
    # files, bytes done; files, bytes in all; seconds
    ((120, 30_000_000), (480, 120_000_000), 60, "120 of 480 files, 25% of 120 MB, 2.0 a second", "about 3 min"),
    ((120, 30_000_000), (0, 120_000_000), 10, "120 files, 25% of 120 MB, 12 a second", "about 30 s"),
    ((900, 90_000), (0, 1_000_000), 2000, "900 files, 9% of 1.0 MB, 0.5 a second", "about 6 h"),
    ((5, 2_000_000), (480, 120_000_000), 10, "5 of 480 files, 2% of 120 MB, 0.5 a second", "not known yet"),
    ((5, 50), (0, 0), 10, "5 files, 0.5 a second", "not known"),
    ((5, 150), (5, 100), 10, "5 of 5 files, 100% of 0.0 MB, 0.5 a second", "about 1 s"),  # a file that grew
]


@pytest.mark.parametrize(("done", "in_all", "seconds", "told", "left"), LINES)
def test_progress_says_how_fast_it_is_and_what_is_left(
    done: tuple[int, int], in_all: tuple[int, int], seconds: float, told: str, left: str
) -> None:
    at = Progress(files=done[0], kept=7, read=4, taken=done[1])
    assert progress_line(at, Extent(*in_all), seconds) == f"{told}; 7 kept, 4 read; time left: {left}"


# --- the command


def test_the_command_writes_its_files_and_goes_on_where_it_was(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run_program("screen", str(book), "-o", str(out), "-j", "1")
    assert first.returncode == 0, first.stderr
    assert {path.name for path in out.iterdir()} == {
        "laws.jsonl", "provisions.jsonl", "report.md", "screen.json", "records",
    }  # fmt: skip
    before = (out / "screen.json").read_bytes()
    again = run_program("screen", str(book), "-o", str(out), "-j", "1")
    assert "3 laws were read before" in again.stderr
    fresh = run_program("screen", str(book), "-o", str(out), "-j", "1", "--fresh")
    assert "0 laws were read before" in fresh.stderr
    assert (out / "screen.json").read_bytes() == before


USAGE = [
    (["--scheduler", "tcp://x:1"], 2, "CT004"),
    (["-I", "nothing"], 2, "CT002"),
    (["-o", __file__], 2, "CT902"),
]


@pytest.mark.parametrize(("options", "code", "told"), USAGE)
def test_a_wrong_call_is_told(options: list[str], code: int, told: str, book: Path) -> None:
    done = run_program("screen", str(book), *options)
    assert (done.returncode, done.stderr[:5]) == (code, told)


def test_a_missing_book_is_told_and_the_other_is_screened(book: Path) -> None:
    done = run_program("screen", "nowhere", str(book), "-j", "1")
    assert done.returncode == 4
    assert done.stderr.startswith("CT101 nowhere")
    assert "were read" in done.stdout
    assert run_program("screen", "nowhere").returncode == 3
