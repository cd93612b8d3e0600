# ruff: noqa: E501  (pieces and samples in one line)
"""Damages files at random, the same way for the same seed, and hands them to every reader and every loader.

    python -m tests.robust.fuzz [SEED] [RUNS]

Each kind of file gets RUNS damaged copies. An error with a code is an answer; anything else is printed with the bytes
that bring it about, and the exit code is 1. What is found becomes a case of `test_fuzz.py`.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from ctip_law import config, gap, languages
from ctip_law.errors import CtipError
from ctip_law.framework.load import DATA, Framework
from ctip_law.review.nouns import read_reviews
from ctip_law.review.out import export
from ctip_law.review.toml import as_toml
from tests.cli.conftest import ACT
from tests.robust.test_fuzz import PIECES, check, sources

#: Pieces that mean something in a data file, beside those that mean something in a document.
DATA_PIECES = [
    b"[", b"]", b"[[", b"= ", b"= 1", b"= -1", b"= 1e400", b"= []", b'= ""', b"= {}", b"= true", b"= 2024-02-30", b'"""', b"'''", b"\\u0000",
    b"\\ud800", b"[a.b.c]", b"a.b = 1\n", b"#", b"id = 'x'\n", b"\r", b"\t", b"@", b"=1=", b"{n}", b",,", b";",
]  # fmt: skip
#: A language with few wordings, so that it is read many times a minute.
LANGUAGE = "sw"
KNOWN: dict[tuple[str, ...], list[config.Option]] = {
    ("gap",): [
        config.Option("against", "list", "against"),
        config.Option("country", "text", "country"),
        config.Option("verbose", "number", "verbose"),
        config.Option("ascii", "flag", "ascii_"),
        config.Option("reviews", "text", "reviews", file=True),
    ]
}
CONFIG = b"""[gap]
against = ["tip", "untoc"]
country = "my"
verbose = 1
ascii = true
reviews = "kept"
"""


def damaged(data: bytes, chance: random.Random, pieces: list[bytes]) -> bytes:
    """`data` with up to four stretches cut out, doubled, moved, overwritten or put in."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((1, 3, 10, 60, 400)))
        piece, rest = data[start:end], data[:start] + data[end:]
        what = chance.choice(("cut", "double", "move", "put", "over", "end", "bit"))
        if what == "cut":
            data = rest
        elif what == "double":
            data = data[:end] + piece * chance.choice((1, 2, 50)) + data[end:]
        elif what == "move":
            at = chance.randint(0, len(rest))
            data = rest[:at] + piece + rest[at:]
        elif what == "put":
            data = data[:start] + chance.choice(pieces) + data[start:]
        elif what == "over":
            data = data[:start] + chance.choice(pieces) + data[end:]
        elif what == "bit" and start < len(data):
            data = data[:start] + bytes([data[start] ^ (1 << chance.randint(0, 7))]) + data[start + 1 :]
        elif what == "end" and chance.random() < 0.2:
            data = data[:start]
    return data


def inside(packed: bytes, chance: random.Random) -> bytes:
    """A zip file with one of its parts damaged, and a sound frame around it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = chance.choice(names)
        for name in names:
            data = old.read(name)
            new.writestr(name, damaged(data, chance, PIECES) if name == hit else data)
    return out.getvalue()


def readers(chance: random.Random, runs: int) -> Iterator[tuple[str, bytes, Callable[[bytes], None]]]:
    """Documents of every kind."""
    for kind, data in sorted(sources().items()):
        for _ in range(runs):
            packed = data.startswith(b"PK") and chance.random() < 0.7
            yield kind, inside(data, chance) if packed else damaged(data, chance, PIECES), check


def loaders(chance: random.Random, runs: int, room: Path) -> Iterator[tuple[str, bytes, Callable[[bytes], None]]]:
    """The framework, a lexicon, reviews and configurations."""
    shutil.copytree(DATA, room / "framework")
    shutil.copytree(languages.FOLDER, room / "languages", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    folders = {"framework": room / "framework", "lexicon": room / "languages" / LANGUAGE}
    reads = {"framework": framework(folders["framework"]), "lexicon": lexicon(room / "languages")}
    for kind, folder in folders.items():
        files = sorted(folder.rglob("*.toml"))
        for _ in range(runs):
            path = chance.choice(files)
            sound = path.read_bytes()
            data = damaged(sound, chance, DATA_PIECES)

            def put(data: bytes, kind: str = kind, path: Path = path, sound: bytes = sound) -> None:
                path.write_bytes(data)
                try:
                    reads[kind]()
                finally:
                    path.write_bytes(sound)

            yield f"{kind} {path.name}", data, put
    for ending, sound in sorted(reviews().items()):
        for _ in range(runs):
            data = inside(sound, chance) if ending == "xlsx" else damaged(sound, chance, DATA_PIECES)
            yield f"review.{ending}", data, review(room / f"review.{ending}")
    for _ in range(runs):
        yield "ctip.toml", damaged(CONFIG, chance, DATA_PIECES), configuration(room / "ctip.toml")


@cache
def reviews() -> dict[str, bytes]:
    """A review of a small law in each of its forms, by ending."""
    found: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "act.txt"
        path.write_text(ACT)
        made = gap(path, against=["tip"])
        for form in ("csv", "xlsx"):
            said = export(made, form, reviewer="A. Lawyer")
            found[form] = said.encode() if isinstance(said, str) else said
        path = Path(folder) / "review.csv"
        path.write_bytes(found["csv"])
        found["toml"] = as_toml(read_reviews([path])[0][0], every=True).encode()
    return found


def framework(folder: Path) -> Callable[[], None]:
    def read() -> None:
        made = Framework(folder)
        for instrument in made.instruments:
            made._of(instrument)

    return read


def lexicon(folder: Path) -> Callable[[], None]:
    def read() -> None:
        kept, languages.FOLDER = languages.FOLDER, folder
        languages.load.cache_clear()
        try:
            languages.load(LANGUAGE)
        finally:
            languages.FOLDER = kept
            languages.load.cache_clear()

    return read


def review(path: Path) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        path.write_bytes(data)
        read_reviews([path])

    return read


def configuration(path: Path) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        path.write_bytes(data)
        config.defaults(config.read([path], KNOWN)[0])

    return read


def run(seed: int, runs: int, tell: Callable[[str], None], documents: bool = True) -> int:
    """How many damaged files brought about something else than an answer."""
    found: set[str] = set()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        chance = random.Random(seed)
        cases = [loaders(chance, runs, Path(folder)), *([readers(chance, runs)] if documents else [])]
        for name, data, work in (case for group in cases for case in group):
            count += 1
            try:
                work(data)
            except CtipError:
                continue
            except Exception as error:
                last = error.__traceback__
                while last and last.tb_next:
                    last = last.tb_next
                place = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else ""
                key = f"{name.split()[0]} {type(error).__name__} {place}"
                if key not in found:
                    found.add(key)
                    tell(f"{key}: {' '.join(str(error).split())[:120]}\n  {data[:300]!r}")
    tell(f"{count} damaged files, {len(found)} kinds of failure")
    return len(found)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(bool(run(given[0] if given else 1, given[1] if len(given) > 1 else 200, print)))
