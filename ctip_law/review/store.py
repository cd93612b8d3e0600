"""The folder in which a user keeps reviews: one TOML file for each reviewer of each law, or of laws read together."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from ctip_law.errors import CtipError
from ctip_law.review.beside import plain
from ctip_law.review.nouns import Key, Review, read_reviews


def kept(folder: Path) -> tuple[list[Review], list[CtipError]]:
    """The reviews of a folder in the order of their names, and what is wrong with any."""
    reviews: list[Review] = []
    wrong: list[CtipError] = []
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        found, errors = read_reviews([path])
        reviews += found
        wrong += errors
    return reviews, wrong


def file_of(review: Review) -> str:
    """The name under which a review is kept, the same for every version of the text: its laws' titles say it."""
    titles = [plain(mark.title) for mark in review.laws]
    mark = hashlib.sha256("\n".join([*titles, review.reviewer]).encode()).hexdigest()[:8]
    parts = (_slug(titles[0] if titles else "", 48), _slug(review.reviewer, 24), mark)
    return f"{'-'.join(filter(None, parts))}.toml"


def no_longer(before: Review, now: Review) -> list[Key]:
    """The findings that were decided before and are not now."""
    return [key for key, row in before.rows.items() if (row.said or row.agreed) and not _decided(now, key)]


def _decided(review: Review, key: Key) -> bool:
    row = review.rows.get(key)
    return bool(row and (row.said or row.agreed))


def _slug(words: str, length: int) -> str:
    plain_words = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain_words).strip("-")[:length].strip("-")
