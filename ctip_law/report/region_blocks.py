"""The laws of several countries together as the blocks of a document: for Word, PDF, a workbook and Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ctip_law.framework import load
from ctip_law.report.blocks import Block, Contents, Grid, Handout, Head, Items, Text, Title, Turn, Words, widths
from ctip_law.report.lens import lines as lens_lines
from ctip_law.report.naming import LEGEND, cited
from ctip_law.report.region import (
    COUNTS,
    PENALTY_HEADS,
    alike,
    apart,
    examples,
    groups,
    heading,
    notes,
    penalties,
    percent,
    places,
)
from ctip_law.report.words import PROVISION, STRENGTH, shown

Data = dict[str, Any]
#: Laws whose columns fit across a page on its side, with the number of a sign and its sections below it.
_ACROSS = 16
#: Laws up to which a column has room for the sections.
_WITH_SECTIONS = 6


def handout(data: Data) -> Handout:
    """The comparison as a document."""
    return Handout(heading(data), tuple(_blocks(data)))


def _blocks(data: Data) -> Iterator[Block]:
    yield Title(heading(data))
    yield Head(1, "What was read")
    read = ((one["key"], one["name"], "; ".join(_law(law) for law in one["laws"])) for one in data["members"])
    yield _grid("What was read", ("Code", "Country or law", "Laws read"), list(read), (14, 26, 60))
    if data["without_law"]:
        yield Text(f"No law held, so not compared: {', '.join(one['name'] for one in data['without_law'])}.")
    yield Text(f"Held against: {'; '.join(load().instruments[id].name for id in data['instruments'])}.")
    yield from (Text(line) for line in lens_lines(data["lens"]))
    yield Turn()
    yield Contents(1)
    made = list(groups(data))
    yield Turn(wide=True)
    yield Head(1, "Duty by duty")
    for title, rows in made:
        yield Head(2, title)
        yield _duties(title, rows)
    yield Turn(wide=True)
    yield Head(1, "Law by law")
    yield from _law_by_law(data, made)
    yield Turn()
    yield Head(1, "Penalties of the trafficking offence, in years")
    yield _grid("Penalties of the trafficking offence", PENALTY_HEADS, list(penalties(data)))
    yield Items(tuple(apart(data)))
    yield Head(1, "Laws most alike")
    yield _grid("Laws most alike", ("Law", "Most like it"), list(alike(data)), (20, 80))
    if data["ranking"] is not None:
        yield Head(1, "Places by the share of mandatory duties met")
        yield _grid("Places", ("Place", "Law", "Duties met"), list(places(data)), (14, 43, 43))
    yield Head(1, "What the figures mean")
    yield Items(tuple(notes(data)))


def _law(law: Data) -> str:
    version = f" ({law['version']})" if law["version"] else ""
    return f"{law['title'] or law['source']['path'].rpartition('/')[2]}{version}"


def _duties(title: str, rows: Sequence[Data]) -> Grid:
    heads = ("Article", "Duty", *(f"{name[:1].upper()}{name[1:]}" for _, name in COUNTS), "Met of those judged",
             "Stand apart", "Good examples")  # fmt: skip
    cells = [
        (_article(row), row["title"], *(str(row["counts"][kind]) for kind, _ in COUNTS), percent(row["met_percent"]),
         ", ".join(row["outliers"]) or "–", examples(row) or "–")
        for row in rows
    ]  # fmt: skip
    return _grid(title, heads, cells, (16, 22, 6, 6, 6, 6, 9, 11, 18), small=True)


def _article(row: Data) -> str:
    return cited(row["id"]) + ("" if row["verified"] == "text" else "*")


def _law_by_law(data: Data, made: Sequence[tuple[str, list[Data]]]) -> Iterator[Block]:
    """A sign for each duty and law, and the sections where there is room; many laws stand in several tables."""
    members = data["members"]
    every = [row for _, rows in made for row in rows]
    used = {shown(cell["status"], row["nature"]) for row in every for cell in row["members"].values()}
    signs = [(" ".join(PROVISION[id][:2]), LEGEND[id]) for id in LEGEND if id in used]
    yield Head(2, "What the signs mean")
    yield _grid("What the signs mean", (), signs, (22, 78))
    for strength, (title, _) in STRENGTH.items():
        own = [row for row in every if row["strength"] == strength]
        if not own:
            continue
        yield Head(2, title)
        for first in range(0, len(members), _ACROSS):
            yield _signs(title, own, [one["key"] for one in members[first : first + _ACROSS]])


def _signs(title: str, rows: Sequence[Data], keys: Sequence[str]) -> Grid:
    share = min(12, 62 // len(keys))
    duty = 100 - 16 - share * len(keys)
    cells = [(_article(row), row["title"], *(_sign(row, key, len(keys)) for key in keys)) for row in rows]
    return _grid(title, ("Article", "Duty", *keys), cells, (16, duty, *([share] * len(keys))), small=True)


def _sign(row: Data, key: str, of: int) -> str:
    one = row["members"][key]
    sign = PROVISION[shown(one["status"], row["nature"])][0]
    return f"{sign} {', '.join(one['sections'][:4])}".strip() if of <= _WITH_SECTIONS else sign


def _grid(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: tuple[int, ...] = (),
    *,
    small: bool = False,
) -> Grid:
    cells = tuple(
        tuple((Words(text, "strong" if n == 0 and not heads else ""),) for n, text in enumerate(row)) for row in rows
    )
    return Grid(caption, tuple(heads), cells, shares or widths(heads, cells), small=small)
