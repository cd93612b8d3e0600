"""Floors over the measuring material, from `floors.toml`: one for each named set, and none for a set not named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


def cells(table: str) -> list[tuple[str, ...]]:
    """What a table has floors for: ("one",) or ("one", "en"), in its order."""
    out: list[tuple[str, ...]] = []
    for name, cell in _TABLE[table].items():
        out += [(name,)] if "least" in cell else [(name, part) for part in cell]
    return out


def least(table: str, *cell: str) -> float:
    """The floor of one cell: at least what it was at first contact, for it only rises."""
    found = _TABLE[table]
    for name in cell:
        found = found[name]
    assert found["least"] >= found["first"], f"floors.toml, {table} {cell}: a floor only rises"
    return float(found["least"])


def documents(name: str) -> tuple[str, ...]:
    """The ends of the paths of the documents of one set."""
    return tuple(_TABLE["documents"][name])


def labelled(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    """The hand-read labels of the laws of one set."""
    import yaml

    rows = (shared / "gold" / "sets.tsv").read_text(encoding="utf-8").splitlines()[1:]
    members = {law for law, group, *_ in (row.split("\t") for row in rows) if group == name}
    for path in sorted((shared / "gold").glob("*.yaml")):
        labels = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if labels["law"] in members:
            yield labels
