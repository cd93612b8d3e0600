"""Cold starts, each against the import that cannot be avoided, measured in turns in one run.

    python benchmarks/cold_start.py [--runs 7] [LAW]

`ctip-law --help` may take twice as long as `import typer`, and `gap` on one Act with all instruments 1.3 times as long
as `import spacy; spacy.blank("en")`. Medians of processor seconds over the runs, which other work on the machine
disturbs less than the clock; the first run, which warms the disk and compiles the modules as pip does, is dropped.
Exits 1 when a ratio is above its limit.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent


def seconds(args: list[str], compiled: str) -> float:
    """Processor time of one process, its output thrown away. `compiled` is the folder of compiled modules."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(args, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env={**env, "PYTHONPYCACHEPREFIX": compiled})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare(runs: int, ours: list[str], base: list[str]) -> tuple[float, float]:
    """Medians of ours and of the base, run in turns so that both see the same machine."""
    with tempfile.TemporaryDirectory() as compiled:
        pairs = [(seconds(ours, compiled), seconds(base, compiled)) for _ in range(runs + 1)][1:]
    return median(own for own, _ in pairs), median(other for _, other in pairs)


def main() -> int:
    """Prints a line for each comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("law", nargs="?", default=str(next((ROOT / "corpus" / "sg").glob("*.xml"))))
    given = parser.parse_args()
    python = sys.executable
    program = [python, "-m", "ctip_law"]
    cases = [
        ("ctip-law --help", [*program, "--help"], "import typer", [python, "-c", "import typer"], 2.0),
        (
            "ctip-law gap ACT -I all -f json",
            [*program, "gap", given.law, "-I", "all", "-f", "json"],
            'import spacy; spacy.blank("en")',
            [python, "-c", "import spacy; spacy.blank('en')"],
            1.3,
        ),
    ]
    within = True
    for name, ours, base_name, base, limit in cases:
        own, other = compare(given.runs, ours, base)
        within = within and own <= limit * other
        print(f"{name}: {own:.2f} s, {own / other:.2f} x `{base_name}` ({other:.2f} s), at most {limit}")
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main())
