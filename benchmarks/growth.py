"""Texts made to do harm: how much longer four times as much of each takes to read.

    python benchmarks/growth.py [--runs 3] [--size 48000]

Each text is one thing again and again (blanks, brackets, headings, items in one line ...), whose reading took the
square of its length, or worse, before. Four times the text may take at most eight times as long.

Seconds are processor seconds, the best of the runs, so that other work on the machine disturbs little. Exits 1 when the
limit is passed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from parse import best

from ctip_law.read import read
from ctip_law.structure import structure

LIMIT = 8.0
#: Each grows with its argument, in characters.
GROWING = {
    "blanks": lambda n: "1. A" + " " * n + "b\n",
    "blanks behind a word": lambda n: "1. A\nA bell" + " " * n + "rings.\n",
    "blank lines": lambda n: "1. A" + "\n" * n + "2. B\n",
    "one line": lambda n: "1. Title " + "word " * (n // 5),
    "items in one line": lambda n: "1. Title " + "word; (a) thing, " * (n // 17),
    "markers alone": lambda n: "1. A\n" + "(a) " * (n // 4),
    "lists within lists": lambda n: "1. A\n" + "(a) x\n(i) y\n(A) z\n(1) w\n" * (n // 24),
    "definitions": lambda n: "1. A\n" + '"x" means a;\n(a) b\n' * (n // 20),
    "open quotations": lambda n: "1. A\n" + "“4A. new words\n" * (n // 15),
    "contents again and again": lambda n: "CONTENTS\n" * (n // 9),
    "contents of parts": lambda n: "CONTENTS\n" + "PART I\n" * (n // 7),
    "contents of sections": lambda n: "CONTENTS\n1. A\n2. B\n3. C\nA keeper shall keep a book.\n" * (n // 50),
    "sections in one line": lambda n: "".join(f"Section {i}. Name. A keeper keeps a book. " for i in range(n // 45)),
    "numbers in one line": lambda n: "".join(f"Name {i}. A keeper keeps a book. " for i in range(n // 32)),
    "an unknown word": lambda n: "".join(f"Tikina {i}. Boat\n" for i in range(n // 18)),
    "unknown words": lambda n: "".join(f"Word{chr(97 + i % 26)} {i // 26}. Boat\n" for i in range(n // 15)),
    "rows of a table": lambda n: "<table>" + "".join(f"<tr><td>Note</td><td>{i}. A</td></tr>" for i in range(n // 39)),
    "lists behind colons": lambda n: "1. A\n" + "2. These are:\n1. x\n2. y\n3. z\n" * (n // 29),
    "lines of units alike": lambda n: "".join(f"Article {i} of the law of 2031 here\n" for i in range(n // 36)),
    "laws in one file": lambda n: "".join(f"LAW No {i} OF 2041\n1. It is so.\n2. It ends.\n" for i in range(n // 42)),
    "schedules": lambda n: "1. A\n2. B\n" + "SCHEDULE\n" * (n // 9),
    "numbers": lambda n: "".join(f"{i}. Heading\n" for i in range(n // 12)),
    "the same number": lambda n: "1. Heading\n" * (n // 11),
    "numbers downwards": lambda n: "".join(f"{n - i}. Heading\n" for i in range(n // 12)),
    "bold signs": lambda n: "# Act\n" + "**a " * (n // 4),
    "stars": lambda n: "# Act\n" + "*" * n,
    "brackets": lambda n: "# Act\n" + "[" * (n // 2) + "](" * (n // 4),
    "bullets in bullets": lambda n: "# Act\n" + "- " * (n // 2) + "words",
    "quotation in quotation": lambda n: "# Act\n" + ">" * n + " words",
    "deeper and deeper": lambda n: "# Act\n" + "".join(" " * (i % 90) + "- item\n" for i in range(n // 50)),
    "tags without an end": lambda n: "1. A\n" + "<p " * (n // 3),
    "struck words without an end": lambda n: "# Act\n" + "~~a " * (n // 4),
    "struck tags without an end": lambda n: "# Act\n" + "<s>a " * (n // 5),
    "menus in menus": lambda n: "<html><body>" + "<nav>" * (n // 100) + "a" + "</nav>" * (n // 100) + "</body></html>",
    "tables in tables": lambda n: "<html>" + "<table><tr><td>" * (n // 300) + "a" + "</table>" * (n // 300) + "</html>",
    "groups of RTF": lambda n: "{\\rtf1 " + "{\\b a}" * (n // 7) + "}",
    "characters of RTF": lambda n: "{\\rtf1 " + "\\u8212?" * (n // 8) + "}",
    "provisions of JSON": lambda n: "[" + '{"number": "1", "text": "a"},' * (n // 29) + '{"number": "2", "text": "b"}]',
    "less-than signs": lambda n: "1. A\n" + "<" * n,
}


def seconds(data: bytes, runs: int) -> float:
    """Processor seconds of reading and structuring."""
    return best(lambda: structure(read("act", stdin=data)), runs)


def main() -> int:
    """Prints a line for each text."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--size", type=int, default=48_000, help="characters of the shorter text")
    given = parser.parse_args()
    seconds(GROWING["numbers"](1000).encode(), 1)  # patterns are compiled once
    found = {}
    for name, text in GROWING.items():
        short, long = (seconds(text(size).encode(), given.runs) for size in (given.size, 4 * given.size))
        found[name] = long / max(short, 0.02)  # less than that is all beginning
        above = "" if found[name] <= LIMIT else "   ABOVE THE LIMIT"
        print(f"{name:28} {short:6.2f} s {long:6.2f} s {found[name]:6.1f} x{above}")
    return 1 if max(found.values()) > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
