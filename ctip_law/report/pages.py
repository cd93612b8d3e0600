"""Paper: its sizes in millimetres, and what the writers need of them."""

from __future__ import annotations

from typing import Literal

from ctip_law.errors import UsageError

Paper = Literal["a4", "letter"]

#: name -> (width, height) upright, in millimetres
SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
#: The margin around the text, in millimetres.
MARGIN = 17.0


def size(paper: str) -> tuple[float, float]:
    """Width and height in millimetres. Raises UsageError CT004 for a paper that is not known."""
    if paper not in SIZES:
        raise UsageError("CT004", f"there is no paper {paper!r}", remedy=f"Use {' or '.join(SIZES)}.")
    return SIZES[paper]
