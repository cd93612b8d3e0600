"""Laws written for these tests."""

from __future__ import annotations

from ctip_law import parse
from ctip_law.model import Law
from tests.kept import readings_kept as readings_kept

GARDENS = """GARDENS ACT 1999

PART I
PRELIMINARY

1. Short title
This Act may be cited as the Gardens Act 1999.

2. Interpretation
In this Act—
"hedge" means a row of bushes;
"tree" means a plant with a trunk;
"wall" means a row of bricks.

PART II
GATES

3. Gates
(1) A gate may be painted red.
(2) A gate stays open—
(a) by day;
(b) on market days; and
(c) in a storm.
(3) A gate that is shut by day is taken to be open.

4. Keys
The keeper may hold a key, and may lend the key to a guest.

5. Fee
A guest pays a fee not exceeding ten coins.

6. Benches
A bench is made of oak.
"""


def law(text: str, path: str = "-") -> Law:
    """A law from its text."""
    return parse(path, stdin=text.encode(), lang="en")


def act(*clauses: str) -> Law:
    """An act that amends the Gardens Act, a section for each clause."""
    first = "1. Short title\nThis Act may be cited as the Gardens (Amendment) Act 2020.\n"
    rest = [f"{place}. Change {place}\n{clause}\n" for place, clause in enumerate(clauses, 2)]
    return law("\n".join(["GARDENS (AMENDMENT) ACT 2020\n", first, *rest]), "act")
