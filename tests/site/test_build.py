"""Building: what stops it, and that nothing of the user's is ever overwritten."""

from __future__ import annotations

import importlib.util
import threading
import urllib.request
from pathlib import Path

import pytest

from ctip_law.errors import CtipError, InputError, UsageError
from ctip_law.site import build as room
from ctip_law.site.nouns import SiteData
from ctip_law.site.pages import render
from ctip_law.site.serve import server
from tests.cli.conftest import Call


def test_without_the_extra_the_command_says_how_to_install_it(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "material" else real(name))
    said = call("site", "build", "-o", tmp_path / "site")
    assert said.code == 3
    assert said.err == "CT901 the site needs MkDocs and its theme Material; pip install 'ctip-law[site]'\n"
    assert not (tmp_path / "site").exists()


def test_a_folder_with_other_files_is_left_alone(call: Call, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    said = call("site", "build", "-o", tmp_path)
    assert said.code == 2
    assert said.err.startswith(f"CT902 {tmp_path}: the folder holds other files; ")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_is_no_folder(call: Call, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    said = call("site", "build", "-o", tmp_path / "site")
    assert (said.code, said.err.split(" ")[0]) == (2, "CT902")


@pytest.mark.parametrize(
    ("options", "code"), [(["-C", "Atlantis"], "CT001"), (["-I", "nosuch"], "CT002"), (["-I", "binding"], "CT004")]
)
def test_a_wrong_choice(call: Call, tmp_path: Path, options: list[str], code: str) -> None:
    pytest.importorskip("material", reason="the generator (extra `site`) is not installed")
    said = call("site", "build", "-o", tmp_path / "site", *options)
    assert (said.code, said.err.split(" ")[0]) == (2, code)
    assert said.err.count("\n") == 1


def test_strict_mode_stops_at_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="the generator (extra `site`) is not installed")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# x\n\n[dead](none.md)\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: []\n")
    with pytest.raises(CtipError, match=r"CT501 the generator refused the pages: .*none\.md"):
        room.generate(tmp_path)


def test_a_dead_link_in_the_pages_is_not_published(
    site: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(work: Path) -> None:
        (work / "site").mkdir()
        (work / "site" / "index.html").write_text('<a href="#gone">x</a>')

    monkeypatch.setattr(room, "generate", broken)
    with pytest.raises(CtipError, match="CT502"):
        room.publish(site, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_building_again_leaves_no_old_page(site: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(work: Path) -> None:
        (work / "site" / "data").mkdir(parents=True)
        (work / "site" / "index.html").write_text("new")
        (work / "site" / room.MARK).write_text("{}")

    monkeypatch.setattr(room, "generate", small)
    target = tmp_path / "deep" / "site"
    room.publish(site, target)
    (target / "old").mkdir()
    (target / "old" / "index.html").write_text("old")
    room._usable(target)
    room.publish(site, target)
    assert sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()) == [
        "data/datapackage.json",
        "index.html",
    ]


def test_rendering_needs_no_generator_and_repeats_itself(site: SiteData, tmp_path: Path) -> None:
    render(site, tmp_path / "one")
    render(site, tmp_path / "two")
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "one", tmp_path / "two")
    )
    assert first == second
    assert all(text.startswith(b"---\ntitle: ") for path, text in first.items() if path.suffix == ".md")


def test_serving_is_for_this_machine_only(built: Path) -> None:
    with server(built, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        host, port = running.server_address[:2]
        assert host == "127.0.0.1"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/matrix/") as answer:
            assert b"Coverage matrix" in answer.read()
        with pytest.raises(UsageError, match=f"CT004 port {port} cannot be had"):
            server(built, port)
        running.shutdown()


def test_serving_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="CT101"):
        server(tmp_path)
    with pytest.raises(InputError, match="CT101"):
        server(tmp_path / "none", 0)
