"""Kills each command that writes, at moments drawn by chance, and says what stood on the disk: old, new, or half.

    python -m benchmarks.kills [--most 100] [--seed 1] [--json FILE] [NAME...]

A command is run again and again, in turn with two settings that write different results over each other, in a fork of
one process that has read the lexicons; `corpus-fetch` asks a server on this machine. A quarter of the kills (SIGKILL,
to all processes of the run) come at a moment of the whole run, the others at a line of the code that writes. After each
kill what stands there is held against the two results, and the next run, which nothing kills, must leave a whole
result: after every tenth kill, after each that left half, and each run that ended before it was killed. Exits 1 where
one was half, or a next run failed.
"""

from __future__ import annotations

import argparse
import gc
import http.server
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from multiprocessing.sharedctypes import RawValue
from pathlib import Path
from types import FrameType
from typing import Any

import ctip_law.annotate
import ctip_law.match
from ctip_law import files
from ctip_law.cli import run
from ctip_law.site import build

ROOT = Path(__file__).resolve().parent.parent
ACT = (ROOT / "docs" / "tutorial" / "act.txt").read_text(encoding="utf-8")
AMENDING = """FREEDOM OF THE PERSON (AMENDMENT) ACT 2024

1. Amendment of section 4
Section 4 of the Freedom of the Person Act 2021 is repealed.
"""
BOOK = {
    "book/freedom.txt": ACT,
    "book/dairy.txt": "DAIRY ACT\n1. Milk\nA person must not sell milk below the standard fat content.\n",
    "book/penal.txt": "PENAL CODE\n1. Attempt\nA person who attempts an offence is liable to half the term.\n",
}
#: The modules whose lines count as steps of writing.
WRITERS = ("/files.py", "/put.py", "/shutil.py", "/tempfile.py", "/pathlib.py", "/screen/store.py")


@dataclass(frozen=True, slots=True)
class Case:
    """A command: its words, what it says more for the second result (its `{act}` is another one then), and the name of
    what it writes, which follows `-o` where the words do not say `{out}`. Where it writes `once`, nothing stands there
    before."""

    words: str
    other: str
    output: str
    once: bool = False

    def call(self, room: Path, new: bool) -> list[str]:
        """The words of a run; where it asks a server, that has the text of this run then."""
        act = room / "acts" / ("new.txt" if new else "old.txt")
        shutil.copy(act, room / "served.txt")
        out = room / self.output
        words = f"{self.words} {self.other if new else ''}".format(act=act, room=room, out=out)
        return [*words.split(), "-q", *([] if "{out}" in self.words else ["-o", str(out)])]


CASES = {
    "parse-json": Case("parse {act} -f json", "", "law.json"),
    "gap-json": Case("gap {act} -I tip", "-C KE", "gap.json"),
    "gap-html": Case("gap {act} -I tip", "-C KE", "gap.html"),
    "gap-docx": Case("gap {act} -I tip", "-C KE", "gap.docx"),
    "gap-xlsx": Case("gap {act} -I tip", "-C KE", "gap.xlsx"),
    "gap-pdf": Case("gap {act} -I tip", "-C KE", "gap.pdf"),
    "search": Case("search victim {act}", "", "hits.json"),
    "compare": Case("compare {act} SG -I tip", "-p tip-3a", "compare.md"),
    "diff": Case("diff {act} {act} -I tip", "-C KE", "diff.html"),
    "draft-clause": Case("draft clause tip-3b", "--tradition civil", "clause.docx"),
    "draft-law": Case("draft law", "-C KE", "law.docx"),
    "draft-amend": Case("draft amend {act} -I tip", "--no-notes", "bill.docx"),
    "report-matrix": Case("report matrix SG -I tip", "TZ", "matrix.html"),
    "report-labour": Case("report labour {act}", "-C KE", "labour.docx"),
    "review-export": Case("review export {act} -I tip", "-C KE", "review.xlsx"),
    "corpus-list": Case("corpus list -f json", "-C SG", "list.json"),
    "explain": Case("explain tip-3a -f json", "--law {act}", "explain.json"),
    "screen": Case("screen {room}/book -j 2", "-C KE", "screened"),
    # two files of one call, each in one step of the system
    "gap-baseline": Case("gap {act} -I tip -o {out}/gap.json --write-baseline {out}/known.json", "-C KE", "made"),
    "draft-redline": Case("draft amend {act} -I tip -o {out}/bill.md --redline {out}/act.docx", "--no-notes", "made"),
    "diff-apply": Case("diff {act} {room}/acts/amending.txt --apply", "", "amended.md"),
    "corpus-add": Case(
        "corpus add {act} --again -C FJ --title Freedom --citation 1 --version-date 2031 --status bill --folder {out}",
        "--url https://laws.example/1",
        "own",
    ),
    "corpus-fetch": Case("corpus fetch own/fj/freedom --folder {out}", "", "cache-of-texts"),
    "init": Case("init {out}", "", "project", once=True),
    "site": Case("site build -C SG", "--url https://laws.example/", "public"),
}


def state(place: Path) -> str:
    """What stands there, apart from what is kept for the next run and what a killed run left behind."""
    if place.is_file():
        return str(hash(place.read_bytes()))
    notes = list(place.glob("fetched/*/*.json"))
    if notes:  # what is there of a law is the text that its note names; older ones stay beside it
        told = [json.loads(note.read_text(encoding="utf-8")) for note in notes if not note.name.endswith(".part.json")]
        return str([(one["sha256"], _hash(notes[0].parent / one["file"]) == one["sha256"]) for one in told])
    return str({
        str(path.relative_to(place)): hash(path.read_bytes())
        for path in sorted(place.rglob("*"))
        if path.is_file() and path.relative_to(place).parts[0] != "records" and not path.name.startswith(".ctip-law-")
    })  # fmt: skip


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


class Steps:
    """Counts the lines of the code that writes, in the run and the processes below it; at `last` all are killed."""

    def __init__(self) -> None:
        self.count = RawValue("l", 0)  # no lock, which a killed process would hold
        self.last = 0

    @contextmanager
    def watched(self) -> Iterator[None]:
        """The functions that write are watched for as long as a run lasts."""
        for name in ("write_file", "write_files"):
            work = getattr(files, name)
            for module in list(sys.modules.values()):
                if getattr(module, name, None) is work:
                    setattr(module, name, self._watching(work))
        build.put = self._watching(build.put)
        yield

    def _watching(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any) -> Any:
            sys.settrace(self._trace)
            try:
                return work(*args)
            finally:
                sys.settrace(None)

        return watched

    def _trace(self, frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.endswith(WRITERS):
            return None
        if event == "line":
            self.count.value += 1
            if self.count.value == self.last:
                os.killpg(0, signal.SIGKILL)
        return self._trace


def forked(words: list[str], steps: Steps, seconds: float = 0.0) -> tuple[int, float]:
    """Exit code of a run in a fork (-9 where it was killed), and the seconds that it took; `seconds` kills it then."""
    began, steps.count.value = time.monotonic(), 0
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        with steps.watched():
            code = run(words)
        os._exit(code)
    with suppress(OSError):
        os.setpgid(child, child)
    while seconds and time.monotonic() - began < seconds:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status), time.monotonic() - began
        time.sleep(0.001)
    if seconds:
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with suppress(OSError):  # processes below it that the kill has not reached
        os.killpg(child, signal.SIGKILL)
    return code, time.monotonic() - began


def killed(case: Case, room: Path, most: int, chance: random.Random) -> dict[str, int]:
    """The counts of one command."""
    place, steps, states, took, lines = room / case.output, Steps(), {}, 0.0, 0
    if case.once:
        states[state(place)] = False
    for new in (True,) if case.once else (True, False):
        code, took = forked(case.call(room, new), steps)
        if code not in (0, 1, 4):
            sys.exit(f"{' '.join(case.call(room, new))}: exit {code}")
        states[state(place)], lines = new, steps.count.value
    if len(states) < 2:
        sys.exit(f"{case.words}: both settings write the same")
    found: Counter[str] = Counter(kills=0, old=0, new=0, half=0, next_runs=0, next_failed=0, steps=lines)
    now = False
    while found["kills"] < most:
        by_line = found["kills"] % 4 != 0
        if case.once:
            shutil.rmtree(place, ignore_errors=True)
            now = False
        steps.last = chance.randint(1, lines) if by_line else 0
        code, _ = forked(case.call(room, not now), steps, 0 if by_line else chance.uniform(0.05, 1.0) * took)
        steps.last = 0
        if code != -signal.SIGKILL:  # it ended before: a next run that nothing killed
            now = not now
            found["next_runs"] += 1
            found["next_failed"] += code not in (0, 1, 4) or states.get(state(place)) != now
            continue
        found["kills"] += 1
        is_new = states.get(state(place))
        found["half" if is_new is None else "new" if is_new != now else "old"] += 1
        if is_new is None or found["kills"] % 10 == 0:
            if case.once and is_new:
                continue  # it would be refused
            now = now or case.once
            code, _ = forked(case.call(room, now), steps)
            found["next_runs"] += 1
            found["next_failed"] += code not in (0, 1, 4) or states.get(state(place)) != now
        else:
            now = is_new
    found["left_behind"] = sum(path.name.startswith(".") for path in room.iterdir())
    return dict(found)


class _Law(http.server.BaseHTTPRequestHandler):
    """Answers with the law that is served now, and vouches for it by its hash."""

    served = Path()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""

    def do_GET(self) -> None:
        """The law, whole; there are no rules for programs."""
        data = b"" if self.path == "/robots.txt" else self.served.read_bytes()
        self.send_response(200 if data else 404)
        self.send_header("Content-Type", "text/plain")
        self.send_header("ETag", f'"{sha256(data).hexdigest()}"')
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def publisher(room: Path) -> Iterator[None]:
    """A server in a process of its own, and a law of the user's that it is asked for."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Law", (_Law,), {"served": room / "served.txt"}))
    child = os.fork()
    if child == 0:
        server.serve_forever()
    server.server_close()
    url = f"http://127.0.0.1:{server.server_address[1]}/law.txt"
    words = CASES["corpus-add"].words.format(act=room / "acts" / "old.txt", out=room / CASES["corpus-fetch"].output)
    run([*words.split(), "--url", url, "-q"])
    try:
        yield
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def generated_once(kept: Path) -> Callable[[Path], None]:
    """The generator of the site, which writes into a temporary folder alone, run once for the same pages."""
    whole = build.generate

    def generate(work: Path) -> None:
        key = sha256((work / "mkdocs.yml").read_bytes()).hexdigest()
        if not (kept / f"{key}.done").exists():
            whole(work)
            shutil.copytree(work / "site", kept / key, dirs_exist_ok=True)
            (kept / f"{key}.done").touch()
        else:
            shutil.copytree(kept / key, work / "site")

    return generate


def main() -> int:
    """A line for each command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of {', '.join(CASES)}")
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", default="", help="write the counts there")
    given = parser.parse_args()
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    # what is found in a law is a function of it: the forks differ in what they write
    ctip_law.annotate.annotate = lru_cache(128)(ctip_law.annotate.annotate)
    ctip_law.match.read_law = lru_cache(128)(ctip_law.match.read_law)
    made: dict[str, dict[str, int]] = {}
    run(["gap", "-C", "SG", "-I", "tip", "-q", "-o", os.devnull, "-f", "json"])  # what a process reads once; no threads
    gc.freeze()
    for name in given.names or CASES:
        with tempfile.TemporaryDirectory() as folder:
            room = Path(folder)
            more = ACT + "99. Bells\nThe Minister shall give every victim a bell.\n"
            laws = {**BOOK, "acts/old.txt": ACT, "acts/new.txt": more, "acts/amending.txt": AMENDING}
            for law, text in laws.items():
                (room / law).parent.mkdir(exist_ok=True)
                (room / law).write_text(text, encoding="utf-8")
            build.generate = generated_once(room)
            os.environ["CTIP_CACHE"] = str(room / "cache")
            (room / "made").mkdir()
            with publisher(room) if name == "corpus-fetch" else nullcontext():
                made[name] = killed(CASES[name], room, given.most, random.Random(given.seed))
        print(f"{name:14} {made[name]}", flush=True)
    if given.json:
        Path(given.json).write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if any(one["half"] or one["next_failed"] for one in made.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
