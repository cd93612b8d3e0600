"""A copy of the data on knowledge and languages that a test may spoil."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ctip_law import knowledge, languages
from ctip_law.clauses import terms
from ctip_law.knowledge import belief, declared, needs, reliability, subjects, through, triggers, weights
from ctip_law.languages import tokens
from tests.cli.conftest import call

__all__ = ["call"]

grammar = importlib.import_module("ctip_law.annotate.grammar")  # the function of that name hides the module
PACKAGE = Path(knowledge.__file__).resolve().parent.parent
_CACHED = (
    knowledge.rules, knowledge.version, knowledge._files, declared.concepts, declared.file,
    reliability.load, belief.load, languages.load, terms.term_matcher,
    needs.needs, subjects.subjects, through.through, triggers.triggers, triggers.exact, weights.weights, tokens.tokens,
    grammar._grammar,
)  # fmt: skip

Spoil = Callable[[str, str, str], tuple[Path, range]]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """`knowledge/` and `languages/` in a folder of their own, read instead of the project's."""
    for room in ("knowledge", "languages"):
        shutil.copytree(PACKAGE / room, tmp_path / room, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr(knowledge, "FOLDER", tmp_path / "knowledge")
    monkeypatch.setattr(declared, "PATH", tmp_path / "knowledge" / "concepts.toml")
    monkeypatch.setattr(reliability, "PATH", tmp_path / "knowledge" / "reliability.toml")
    for module in (belief, needs, subjects, through, triggers, weights):
        monkeypatch.setattr(module, "PATH", tmp_path / "knowledge" / module.PATH.name)
    monkeypatch.setattr(reliability, "FOLDER", tmp_path / "knowledge")
    monkeypatch.setattr(languages, "FOLDER", tmp_path / "languages")
    monkeypatch.setattr(grammar, "DATA", tmp_path / "languages")
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    """Read everything anew."""
    for cached in _CACHED:
        cached.cache_clear()


@pytest.fixture
def spoil(data: Path) -> Spoil:
    """Change the first place of a text in a file; gives the file and the lines of the change."""

    def change(name: str, old: str, new: str) -> tuple[Path, range]:
        path = data / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        at = text.index(old)
        path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
        first = text.count("\n", 0, at) + 1
        return path, range(first, first + new.count("\n") + 1)

    return change
