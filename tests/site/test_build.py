"""Building: what stops it, and that nothing of the user's is ever overwritten."""

from __future__ import annotations

import dataclasses
import importlib.util
import threading
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from ctip_law import analyse
from ctip_law.errors import CtipError, InputError, UsageError
from ctip_law.model import Law
from ctip_law.site import build as room
from ctip_law.site import downloads
from ctip_law.site.data import assemble, site_data, states_without_text
from ctip_law.site.nouns import SiteData, Unread
from ctip_law.site.pages import render
from ctip_law.site.serve import server
from tests.cli.conftest import Call


@pytest.fixture
def no_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Word and PDF for each country, which take longer than all else; `test_pages` builds them twice."""
    monkeypatch.setattr(downloads, "reports", lambda site: {})


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


@pytest.mark.usefixtures("no_reports")
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


@pytest.mark.usefixtures("no_reports")
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


@pytest.mark.usefixtures("no_reports")
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


def lost(site: SiteData) -> SiteData:
    """The site with a second law of Sri Lanka and the only one of Fiji that could not be read."""
    one = site.laws[0].entry
    error = InputError("CT104", "the file is cut off", path="fj/kite.xml")
    near = dataclasses.replace(one, path=Path("lk/kite.xml"), country="LK", title="Kite Act")
    whole = dataclasses.replace(one, path=Path("fj/kite.xml"), country="FJ", title="Kites & <Reeds> Act")
    unread = (Unread(near, "Sri Lanka", error), Unread(whole, "Fiji", error))
    shown = {view.code for view in site.countries}
    return dataclasses.replace(site, unread=unread, states=tuple(states_without_text(shown, unread)))


@pytest.mark.usefixtures("no_reports")
def test_a_law_that_cannot_be_read_leaves_its_page_and_the_build_goes_on(
    site: SiteData, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("material", reason="the generator (extra `site`) is not installed")
    kept: dict[str, str] = {}

    def small(work: Path) -> None:
        docs = work / "docs"
        kept.update({path.parent.relative_to(docs).as_posix(): path.read_text() for path in docs.rglob("index.md")})
        (work / "site").mkdir()
        (work / "site" / "index.html").write_text("new")

    monkeypatch.setattr(room, "generate", small)
    monkeypatch.setattr(room, "site_data", lambda *given: lost(site))
    said = call("site", "build", "-o", tmp_path / "site")
    assert said.code == 4
    assert said.err.count("CT104 fj/kite.xml: the file is cut off; ") == 2
    assert (tmp_path / "site" / "index.html").is_file()
    for country, title in (("lk", "Kite Act"), ("fj", "Kites &amp; &lt;Reeds&gt; Act")):
        page = kept[f"law/unread/{country}/kite"]
        assert "This law could not be read: nothing of it was assessed." in page
        assert "(CT104)" in page
        assert f"unread/{country}/kite/index.html\">{title}<" in kept["law"]
    assert "The text held could not be read: nothing was assessed." in kept["country/fj"]
    assert "We hold no text" in kept["country/to"]


def test_a_country_tells_of_its_law_that_could_not_be_read(reports: list[Any]) -> None:
    report, entries = reports[0]
    error = InputError("CT104", "the file is cut off")
    entry = dataclasses.replace(entries[0], title="Kite Act")
    (view,) = assemble([(report, entries)], [Unread(entry, "Sri Lanka", error)]).countries
    assert view.cautions[0].startswith("Kite Act could not be read (CT104): nothing of it was assessed")
    (view,) = assemble([(report, entries)], [Unread(dataclasses.replace(entry, country="FJ"), "Fiji", error)]).countries
    assert not any("Kite Act" in caution for caution in view.cautions)


def test_reading_goes_on_after_a_law_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    real = analyse.parse

    def broken(path: Path) -> Law:
        if path.parent.name == "sg":
            raise InputError("CT104", "the file is cut off", path=str(path))
        return real(path)

    monkeypatch.setattr(analyse, "parse", broken)
    made = site_data(["SG", "LK"])
    assert [view.code for view in made.countries] == ["LK"]
    assert [(one.entry.country, one.error.code) for one in made.unread] == [("SG", "CT104")]
    assert "SG" in {state.code for state in made.states}
    with pytest.raises(InputError, match="CT104"):
        site_data(["SG"])
