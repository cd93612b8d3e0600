"""How fast statutes are read, in ratios that hold on any machine, and in seconds for one class of text.

    python benchmarks/parse.py [--runs 5]

- XML readers against `lxml.etree.parse` of the same files: at most 4 times as long.
- Plain text, read and structured, against twice as much of it: at most 2.2 times as long.
- 100 sections of plain text: at most 0.3 s of processor time, a tenth of what the best open structure finder needs.
- Peak memory of reading and structuring against the bytes of the input: at most 12 times.

The files are those of `corpus/`, official ones of `../shared/corpus` where that folder is there, and generated text.
Seconds are processor seconds; the best of the runs counts, so that other work on the machine disturbs little. Exits 1
when a limit is passed.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from ctip_law.read import read
from ctip_law.structure import structure

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus"

XML_LIMIT, LINEAR_LIMIT, SECTIONS_LIMIT, MEMORY_LIMIT = 4.0, 2.2, 0.3, 12.0


def best(run: Callable[[], object], runs: int) -> float:
    """Processor seconds of the fastest of `runs`."""
    fastest = float("inf")
    for _ in range(runs):
        gc.collect()
        began = time.process_time()
        run()
        fastest = min(fastest, time.process_time() - began)
    return fastest


def text_of(sections: int) -> str:
    """A plain-text act of so many sections, about 600 characters each, with lists and definitions."""
    lines = ["FERRIES ACT", ""]
    for number in range(1, sections + 1):
        if number % 20 == 1:
            lines += [f"PART {number // 20 + 1} - MATTER {number}", ""]
        lines += [
            f"{number}. Duties of masters, part {number}",
            f"(1) The master of a ferry numbered {number} or more must not leave the pier unless-",
            "(a) the bell has been rung for at least one minute and everybody on board could hear it;",
            "(b) the lamps at the bow and at the stern are lit, whatever the hour of the day; and",
            "(c) the pilot, where the harbour has one, has come on board and has signed the book.",
            "(2) A person who contravenes subsection (1) commits an offence and is liable to a fine.",
            f'(3) In this section, "harbour" means a place that the Minister names under section {number}.',
            "",
        ]
    return "\n".join(lines)


def xml_files() -> list[Path]:
    """The XML documents to read, the largest last."""
    found = [path for folder in (ROOT / "corpus", SHARED) if folder.is_dir() for path in folder.rglob("*.xml")]
    return sorted(found, key=lambda path: (path.stat().st_size, path))


def xml_ratio(runs: int) -> tuple[float, str]:
    """All XML files read by us, over the same parsed by lxml alone."""
    files = [(path, path.read_bytes()) for path in xml_files()]
    readable = []
    for path, data in files:
        try:
            read(path, stdin=data)
            etree.fromstring(data)
        except Exception:
            continue  # refused by one of the two: an index of other files, a broken sample
        readable.append((path, data))
    ours = best(lambda: [read(path, stdin=data) for path, data in readable], runs)
    theirs = best(lambda: [etree.fromstring(data) for _, data in readable], runs)
    size = sum(len(data) for _, data in readable) / 1e6
    return ours / theirs, f"{len(readable)} files, {size:.1f} MB"


def linear_ratio(runs: int) -> tuple[float, str]:
    """Twice the text over the text."""
    half, whole = (text_of(sections).encode() for sections in (800, 1600))
    first = best(lambda: structure(read("act.txt", stdin=half)), runs)
    second = best(lambda: structure(read("act.txt", stdin=whole)), runs)
    return (
        second / first,
        f"{len(half) / 1e6:.1f} and {len(whole) / 1e6:.1f} MB, {len(whole) / 1e6 / second:.2f} MB a second",
    )


def hundred_sections(runs: int) -> tuple[float, str]:
    """Seconds for 100 sections."""
    data = text_of(100).encode()
    law = structure(read("act.txt", stdin=data))
    return best(lambda: structure(read("act.txt", stdin=data)), runs), f"{len(law.sections())} sections found"


def memory_ratio() -> tuple[float, str]:
    """The most memory that Python held at once over the bytes of the input, the worse of text and XML."""
    worst, what = 0.0, ""
    samples = [("1600 sections of text", text_of(1600).encode())]
    samples += [(path.name, path.read_bytes()) for path in xml_files()[-2:-1]]
    for name, data in samples:
        gc.collect()
        tracemalloc.start()
        law = structure(read(name, stdin=data))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        del law
        if peak / len(data) > worst:
            worst, what = peak / len(data), f"{name}, {peak / 1e6:.0f} MB for {len(data) / 1e6:.1f}"
    return worst, what


def main() -> int:
    """Prints a line for each measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    structure(read("act.txt", stdin=text_of(3).encode()))  # patterns are compiled once
    rows = [
        ("XML readers over lxml's parser", *xml_ratio(runs), XML_LIMIT, "x"),
        ("text: twice the length", *linear_ratio(runs), LINEAR_LIMIT, "x"),
        ("100 sections of text", *hundred_sections(runs), SECTIONS_LIMIT, "s"),
        ("memory over input", *memory_ratio(), MEMORY_LIMIT, "x"),
    ]
    print(f"{'measure':32} {'found':>8} {'limit':>8}   of what")
    for name, found, what, limit, unit in rows:
        above = "" if found <= limit else "   ABOVE THE LIMIT"
        print(f"{name:32} {found:6.2f} {unit} {limit:6.2f} {unit}   {what}{above}")
    return 1 if any(found > limit for _, found, _, limit, _ in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
