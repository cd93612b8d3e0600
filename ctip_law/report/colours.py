"""The tint behind a status, which has a sign and a word anyway, and the languages that are written from the right."""

from __future__ import annotations

TINTS = {
    "met": "E4F1E4",
    "elsewhere": "E4F1E4",
    "divergence": "E2EEF6",
    "partial": "FDF1D8",
    "gap": "FAE1DF",
    "not_in_legislation": "F0EDE6",
    "unclear": "ECECEC",
    "not_assessed": "F4F4F4",
}
HEAD = "E3E8EF"
#: Behind the words of a quotation that a finding rests on.
FOUND = "FFF3C4"

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def from_the_right(language: str) -> bool:
    """Whether the language is written from right to left."""
    return language.split("-")[0].lower() in RIGHT_TO_LEFT
