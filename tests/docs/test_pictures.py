"""The pictures of README and documentation are there, are those that the script makes, and say what they show."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

IMAGES = ROOT / "docs" / "images"
MADE = set(re.findall(r'Picture\("(\w+)"', (ROOT / "docs" / "pictures.py").read_text(encoding="utf-8")))
SHOWN = [
    (path.relative_to(ROOT).as_posix(), words, (path.parent / name).resolve())
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    for words, name in re.findall(r"!\[([^\]]*)\]\(([^)]+\.png)\)", path.read_text(encoding="utf-8"))
]


def test_every_picture_is_made_by_the_script_and_shown() -> None:
    assert {path.stem for path in IMAGES.glob("*.png")} == MADE
    assert {path.stem for _, _, path in SHOWN} == MADE


@pytest.mark.parametrize(("page", "words", "path"), SHOWN, ids=lambda one: getattr(one, "stem", None))
def test_a_picture_is_one_and_is_told_in_words(page: str, words: str, path: object) -> None:
    data = (IMAGES / f"{path.stem}.png").read_bytes()  # type: ignore[attr-defined]
    assert data.startswith(b"\x89PNG\r\n\x1a\n"), page
    assert len(data) < 400_000
    assert len(words.split()) > 5, page
