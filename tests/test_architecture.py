"""Imports point one way: a room may use the rooms below it, never its neighbours or those above."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "ctip_law"

#: From the ground up. Rooms on one line do not know each other.
LEVELS = (
    ("model", "errors", "datafile", "files", "paths", "countries"),
    ("config", "framework", "profiles"),
    ("knowledge",),
    ("languages",),
    ("read",),
    ("structure",),
    ("annotate",),
    ("choice", "corpus", "write"),
    ("clauses",),
    ("match",),
    ("assess",),
    ("analyse",),
    ("compare", "report"),
    ("draft",),
    ("bill",),
    ("screen",),
    ("index",),
    ("dossier",),
    ("review",),
    ("evaluate",),
    ("site",),
    ("cli",),
    ("__main__",),
)
RANK = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}

#: Nouns and the ground floor know each other: Law is in model, its errors in errors.
GROUND = LEVELS[0]

#: What a room may take from `ctip_law` itself, which only hands on: the version anywhere, functions only the program.
API = "ctip_law"
API_RANK = RANK["cli"]
#: These still ask it for `gap`; they are to ask `analyse`.
ASKS_STILL = ("compare/diff.py", "compare/laws.py")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room that a module stands in: its folder, or the module itself at the top."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str, str]]:
    """Line, room and name of each import from the package, those inside functions and for types included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            parts = (node.module or "").split(".")
            if parts[0] == "ctip_law":
                for alias in node.names:
                    sub = parts[1] if len(parts) > 1 else alias.name
                    yield node.lineno, sub if sub in RANK else API, alias.name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                parts = alias.name.split(".")
                if parts[0] == "ctip_law":
                    yield node.lineno, parts[1] if len(parts) > 1 else API, ""


def wrong(own: str, used: str, name: str) -> bool:
    if own in ("__init__", used):
        return False
    if used == API:
        return name != "__version__" and RANK[own] < API_RANK
    if own in GROUND and used in GROUND:
        return False
    return RANK[used] >= RANK[own]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    own = room(path)
    assert own in RANK or own == "__init__", f"{own} has no place in LEVELS and on the architecture page"
    found = [f"line {line}: {own} uses {used}" for line, used, name in imports(path) if wrong(own, used, name)]
    if path.relative_to(PACKAGE).as_posix() not in ASKS_STILL:
        assert found == []


@pytest.mark.parametrize(
    ("own", "used", "name", "expected"),
    [
        ("read", "match", "match", True),
        ("match", "read", "read", False),
        ("report", "draft", "render", True),  # neighbours
        ("match", "ctip_law", "gap", True),  # the API stands above
        ("site", "ctip_law", "gap", True),
        ("site", "analyse", "gap", False),
        ("assess", "analyse", "gap", True),
        ("match", "ctip_law", "__version__", False),
        ("cli", "ctip_law", "gap", False),
        ("cli", "site", "build", False),
        ("errors", "model", "Law", False),
    ],
)
def test_the_rule_itself(own: str, used: str, name: str, expected: bool) -> None:
    assert wrong(own, used, name) == expected


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_reads_no_templates_of_another(path: Path) -> None:
    """`templates/report/terms` is read by `report`, which hands the words on; the program may hand out any file."""
    read = set(re.findall(r'data_folder\("templates"\) / "(\w+)"', path.read_text(encoding="utf-8")))
    folders = {one.name for one in (PACKAGE.parent / "templates").iterdir()}
    own = room(path)
    assert own == "cli" or read & folders <= {own, "handouts" if own == "dossier" else own}


def test_one_module_reads_toml() -> None:
    assert [path.name for path in modules() if "import tom" in path.read_text(encoding="utf-8")] == ["datafile.py"]


def test_every_room_is_on_the_architecture_page() -> None:
    page = (PACKAGE.parent / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    for name in RANK:
        assert f"`{name}`" in page or f"`{name}/`" in page, f"{name} is not on the architecture page"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 500
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            assert node.end_lineno - node.lineno <= 60, f"{node.name} has more than 60 lines"
