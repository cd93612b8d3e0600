"""What is written stands whole or not at all; links, devices and pipes stay what they are; what cannot be is told."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ctip_law.errors import UsageError
from ctip_law.files import new_beside, refused, sweep, write_file, write_files
from ctip_law.site import put as putting
from ctip_law.site.put import put
from tests.conftest import ROOT
from tests.robust import killed

FULL = Path("/dev/full")
ACT = "1. Title\nThis is the Ferry Act.\n2. Bells\nA ferry has a bell.\n"


@pytest.mark.parametrize("kind", ["file", "files", "folder"])
def test_killed_at_any_step_old_or_new_stands_there(kind: str, tmp_path: Path) -> None:
    """The process dies at each line of the writer in turn, and the next run works."""
    done = subprocess.run(
        [sys.executable, killed.__file__, kind, tmp_path], capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    result = json.loads(done.stdout)
    assert set(result["found"]) == {"old", "new"}
    assert sum(result["found"].values()) > 100
    assert result["last"] == "new"
    # what killed runs left beside it was cleared up by the next
    assert result["left"] == (["one", "out", "two"] if kind == "folder" else ["out"])
    assert result["beside"] <= 3
    assert (result["beside"] > 0) == (kind != "folder")


@pytest.mark.parametrize("name", ["draft-clause", "screen", "corpus-add", "init"])
def test_commands_that_are_killed_leave_the_old_result_or_the_new(name: str, tmp_path: Path) -> None:
    """A few kills; `python -m benchmarks.kills` does a hundred of each command that writes."""
    call = [sys.executable, "-m", "benchmarks.kills", name, "--most", "4", "--json", str(tmp_path / "made.json")]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    made = json.loads((tmp_path / "made.json").read_text(encoding="utf-8"))[name]
    assert (done.returncode, made["kills"], made["half"], made["next_failed"]) == (0, 4, 0, 0), done.stdout
    assert made["old"] + made["new"] == 4
    assert made["steps"] > 100


def test_a_link_stays_a_link_and_a_mode_is_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to("real.json")
    write_file(link, b"new")
    assert (link.is_symlink(), real.read_text(), stat.S_IMODE(real.stat().st_mode)) == (True, "new", 0o640)


def test_a_link_that_leads_nowhere_yet(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to("real.json")
    write_file(link, b"new")
    assert (link.is_symlink(), (tmp_path / "real.json").read_text()) == (True, "new")


LEFT = ".ctip-law-abcd_123.part"
#: What stands in the folder -> whether the next run takes it away.
BESIDE = [
    (LEFT, True),
    (".ctip-law-abcd_1234.part", False),
    (".ctip-law-settings", False),
    (".ctip-law-.part", False),
    ("ctip-law-abcd_123.part", False),
    (".ctip-law-abcd_123.part.md", False),
    (".ctip-lawyer-abcd123.part", False),
    ("sub/" + LEFT, False),
    (LEFT + "/folder", False),
]


@pytest.mark.parametrize(("name", "goes"), BESIDE)
def test_what_a_killed_run_left_is_taken_away_and_nothing_else(name: str, goes: bool, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("half")
    write_file(tmp_path / "out.json", b"new")
    assert (tmp_path / name).exists() is not goes
    assert (tmp_path / "out.json").read_bytes() == b"new"


def test_what_a_living_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    handle, name = new_beside(tmp_path)
    sweep(tmp_path)
    assert Path(name).exists()
    os.close(handle)
    sweep(tmp_path)
    assert not Path(name).exists()


def test_a_link_with_the_name_of_what_is_left_leads_to_a_file_of_others(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept")
    (tmp_path / LEFT).symlink_to("kept")
    sweep(tmp_path)
    assert (tmp_path / LEFT).is_symlink()
    assert (tmp_path / "kept").exists()


def test_a_run_that_comes_between_a_file_and_its_lock_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes the file for left behind: another is made."""
    locks = fcntl.flock
    swept: list[int] = []

    def late(handle: int, how: int) -> None:
        if not swept:
            swept.append(handle)
            sweep(tmp_path)
        locks(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    write_file(tmp_path / "out.json", b"new")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("out.json", b"new")]
    assert swept


def test_a_disk_without_locks_keeps_what_may_be_in_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(handle: int, how: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", none)
    (tmp_path / LEFT).write_text("half")
    write_file(tmp_path / "out.json", b"new")
    assert {entry.name for entry in tmp_path.iterdir()} == {LEFT, "out.json"}


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".json")
    write_file(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    got: list[bytes] = []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, b"new" * 100_000)
    reader.join()
    assert got == [b"new" * 100_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no device that is always full")
def test_a_device_that_is_full_stays_a_device(tmp_path: Path) -> None:
    link = tmp_path / "full.json"
    link.symlink_to(FULL)  # a writer that replaced what it finds would replace the link, not the system's device
    with pytest.raises(UsageError) as caught:
        write_file(link, b"new")
    assert caught.value.code == "CT902"
    assert link.is_symlink()


def test_several_files_take_their_places_together(tmp_path: Path) -> None:
    """The last cannot be written: none is."""
    first, second = tmp_path / "first", tmp_path / "second"
    write_files({first: b"old", second: b"old"})
    with pytest.raises(UsageError) as caught:
        write_files({first: b"new", second: b"new", tmp_path / "none" / "third": b"new"})
    assert (caught.value.code, caught.value.path) == ("CT902", str(tmp_path / "none" / "third"))
    assert (first.read_bytes(), second.read_bytes()) == (b"old", b"old")
    assert {entry.name for entry in tmp_path.iterdir()} == {"first", "second"}


UNWRITABLE = ["", ".", "no/such/folder/x.json", "a\0b.json", "n" * 300]


@pytest.mark.parametrize("name", UNWRITABLE)
def test_nothing_can_be_written_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        write_file(tmp_path / name, b"new")
    assert caught.value.code == "CT902"
    assert not list(tmp_path.iterdir())


def folder(place: Path, *names: str) -> Path:
    return killed.made(place, place.name, *names)


def held(place: Path) -> dict[str, str]:
    return {str(path.relative_to(place)): path.read_text() for path in place.rglob("*") if path.is_file()}


@pytest.mark.parametrize("step", ["in one step", "one by one"])
def test_a_folder_takes_the_place_of_another(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if step == "one by one":
        monkeypatch.setattr(putting, "_exchanged", lambda one, other: False)
    target = tmp_path / "out"
    put(folder(tmp_path / "old", "index.html", "a/b.html", "was/a/folder.html", "is"), target)
    target.chmod(0o750)
    put(folder(tmp_path / "new", "index.html", "a/c.html", "was", "is/a/folder.html"), target)
    assert held(target) == held(tmp_path / "new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o750
    assert {entry.name for entry in tmp_path.iterdir()} == {"old", "new", "out"}


def test_a_folder_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    put(folder(tmp_path / "new", "index.html"), tmp_path / "out")
    assert (tmp_path / "out").is_symlink()
    assert held(tmp_path / "real") == {"index.html": "new index.html"}


def test_what_another_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / f".out.ctip-law-{os.getpid()}-x"
    mine.mkdir()
    put(folder(tmp_path / "new", "index.html"), tmp_path / "out")
    assert mine.is_dir()


def test_two_runs_on_one_folder(tmp_path: Path) -> None:
    """Whatever the order, the folder of one of them stands there whole."""
    sources = [folder(tmp_path / f"run{place}", *(f"{page}.html" for page in range(20))) for place in range(4)]
    put(sources[0], tmp_path / "out")
    threads = [threading.Thread(target=put, args=(source, tmp_path / "out")) for source in sources]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert held(tmp_path / "out") in [held(source) for source in sources]


#: the call, how its streams are changed, the code that it exits with, and what is told
STREAMS = [
    ("version >&-", 2, "CT902 standard output: it is closed"),
    ("--help >&-", 2, "CT902 standard output: it is closed"),
    ("parse act.txt >&-", 2, "CT902 standard output: it is closed"),
    ("parse act.txt -f json -o out.json >&-", 0, "wrote out.json"),
    ("parse none.txt >&-", 3, "CT101"),
    ("version > full", 2, "CT902 standard output: No space left"),
    ("parse act.txt > full", 2, "CT902 standard output: No space left"),
    ("parse none.txt 2>&-", 3, ""),
    ("parse none.txt 2> full", 3, ""),
    ("parse act.txt -f json -o out.json 2> full", 0, ""),
    ("parse - <&-", 3, "CT103"),
    ("version >&- 2>&- <&-", 2, ""),
    ("parse act.txt | true", 0, ""),
    ("parse $'b\\xe9d.txt'", 0, ""),
    ("parse $'b\\xe9d.txt' -f json", 0, ""),
    ("search bell $'b\\xe9d.txt'", 0, "1 clause found"),
    ("parse $'no\\xe9.txt'", 3, "CT101 no\\xe9.txt"),
]


@pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no device that is always full")
@pytest.mark.parametrize(("call", "code", "told"), STREAMS, ids=[case[0].replace("\\", "") for case in STREAMS])
def test_streams_that_are_closed_or_full(call: str, code: int, told: str, tmp_path: Path) -> None:
    (tmp_path / "act.txt").write_text(ACT)
    shutil.copy(tmp_path / "act.txt", tmp_path / os.fsdecode(b"b\xe9d.txt"))
    (tmp_path / "full").symlink_to(FULL)
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m ctip_law {call}"], cwd=tmp_path, capture_output=True, check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    said = done.stderr.decode()
    assert (done.returncode, told in said) == (code, True), said
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("more", ["> out.json", "-o out.json"])
def test_a_disk_that_takes_only_a_part_of_a_result(more: str, unbuffered: str, tmp_path: Path) -> None:
    """A block and no more: the rest is not lost without a word, and there is no half of what -o names."""
    (tmp_path / "act.txt").write_text(ACT)
    call = f"ulimit -f 1; {sys.executable} -m ctip_law parse act.txt -f json {more}"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["bash", "-c", call], cwd=tmp_path, capture_output=True, check=False, env=environment)
    place = "out.json" if more.startswith("-o") else "standard output"
    told = f"CT902 {place}: File too large; make room there, or give a path on another disk\n"
    assert (done.returncode, done.stderr.decode()) == (2, told)
    assert (tmp_path / "out.json").exists() == more.startswith(">")


@pytest.mark.parametrize(
    ("number", "room"),
    [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EFBIG, True), (errno.EACCES, False), (errno.EROFS, False)],
)
def test_room_is_asked_for_where_there_is_none(number: int, room: bool) -> None:
    error = refused(OSError(number, os.strerror(number)), "out.json")
    assert error.code == "CT902"
    assert os.strerror(number) in str(error)
    assert ("make room" in str(error), "you may write" in str(error)) == (room, not room)


@pytest.mark.parametrize("more", [[], ["-o", "out.json"]])
def test_the_folder_of_the_call_is_gone(more: list[str], tmp_path: Path) -> None:
    act = tmp_path / "act.txt"
    act.write_text(ACT)
    call = " ".join([sys.executable, "-m", "ctip_law", "parse", str(act), *more])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("CTIP_NO_CONFIG", None)  # a configuration is looked for in the folder of the call
    done = subprocess.run(
        ["bash", "-c", f"mkdir gone && cd gone && rmdir ../gone && {call}"], cwd=tmp_path, capture_output=True,
        env=environment, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr[:5]) == (2, "CT902")
    assert done.stderr.count("\n") == 1
