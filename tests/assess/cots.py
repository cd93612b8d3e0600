"""A second reader that knows cots and lanterns for housing, and nothing else."""

from __future__ import annotations

from ctip_law.evaluate.examples import Example, Text
from ctip_law.evaluate.train import fit
from ctip_law.match.heads import Heads
from ctip_law.match.pieces import Seen

HOUSING = "protection.housing"


def heads_of_cots() -> Heads:
    """The heads, trained here."""
    lodging = ["cots and lanterns", "lanterns and cots beneath one roof", "a cot and cots", "cots", "lanterns"]
    other = ["imprisonment for a term", "books and papers in good order", "a victim means", "one person or the other"]
    return fit([*(_text(words, HOUSING) for words in lodging), *(_text(words) for words in other * 6)], "en")


def _text(words: str, *elements: str) -> Text:
    seen = Seen(tuple((word, word) for word in words.split()), ())
    return Text("", "en", (Example("3", seen, dict.fromkeys(elements, 1)),))
