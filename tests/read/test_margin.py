"""Numbers of lines that a bill prints in its margin: taken out and told, and what only looks like them."""

from __future__ import annotations

import pytest

from ctip_law.read.clean import clean
from ctip_law.read.margin import without_margin

AMID = [f"{n} the keeper holds the lamp in the wind and" for n in range(1, 15)]
HEADED = [*AMID[:7], "KITE BILL 2", "", *AMID[7:]]
RESTARTED = [*AMID, *AMID[1:]]

#: What the lines are, and how many numbers of theirs are taken out.
ROWS = {
    "every line": (AMID, 14),
    "over the head of a page": (HEADED, 14),
    "from 2 again on the next page": (RESTARTED, 27),
    "a line that lost its number": ([*AMID[:4], "the lamp", *AMID[5:]], 13),
    "too few": (AMID[:11], 0),
    "twelve": (AMID[:12], 12),
    "sections": ([line.replace(" the", " The") for line in AMID], 0),
    "a tenth of the lines": ([*AMID, *["The keeper holds the lamp."] * 15], 0),
    "years": ([line.replace(line.split()[0], "19" + line.split()[0].zfill(2), 1) for line in AMID], 0),
}


@pytest.mark.parametrize("kind", ROWS)
def test_numbers_of_lines(kind: str) -> None:
    lines, count = ROWS[kind]
    found = without_margin(clean("\n".join(lines)))
    assert sum(before != after for before, after in zip(lines, found.text.split("\n"), strict=True)) == count
    told = [repair.why for repair in found.repairs]
    why = f"the lines are numbered in the margin; {count} numbers were taken out, the first here"
    assert told == ([why] if count else [])


def test_other_repairs_move_with_the_text() -> None:
    lines = [*AMID, "15 the child\x93s lamp is â€” so to speak â€” lit and"]
    (*mended, _told) = (found := without_margin(clean("\n".join(lines)))).repairs
    assert {found.text[one.start : one.end] for one in mended if one.end > one.start} == {"—"}
