"""Official texts that the user fetched, beside the restatement: the very text, another one, one that cannot be read."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path

import pytest

from ctip_law.site import build
from ctip_law.site.nouns import LawView, SiteData
from ctip_law.site.official import official, original_language, with_official
from tests.cli.conftest import Call

#: A made-up law under the numbers of the restatement.
TEXT = "Kite Act\n\n1. Short title\nThis is the Kite Act.\n\n2. Kites\nWhoever flies a kite holds it.\n"


@pytest.fixture
def law(site: SiteData) -> LawView:
    return next(view for view in site.laws if view.country == "SG")


def put(folder: Path, view: LawView, text: bytes, ending: str = ".txt") -> Path:
    """A text in the cache, as `corpus fetch` leaves it."""
    place = folder / "fetched" / view.country.lower()
    place.mkdir(parents=True)
    name, sha256 = view.entry.path.stem, hashlib.sha256(text).hexdigest()
    file = place / f"{name}.{sha256[:12]}{ending}"
    file.write_bytes(text)
    note = {"url": view.entry.official_url, "file": file.name, "sha256": sha256, "etag": "", "last_modified": ""}
    (place / f"{name}.json").write_text(json.dumps(note | {"before": []}), encoding="utf-8")
    return file


def test_no_copy_no_text(law: LawView, tmp_path: Path) -> None:
    assert official(law, tmp_path) is None


@pytest.mark.parametrize("same", [True, False], ids=["the text restated", "another text"])
def test_sections_are_found_by_their_numbers(law: LawView, tmp_path: Path, same: bool) -> None:
    file = put(tmp_path, law, TEXT.encode())
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    view = dataclasses.replace(law, entry=dataclasses.replace(law.entry, sha256=sha256)) if same else law
    found = official(view, tmp_path)
    assert found
    assert found.same is same
    assert list(found.sections) == ["1", "2"]
    assert "flies a kite" in found.sections["2"]
    assert (found.language, found.code) == ("en", "")


def test_a_copy_that_cannot_be_read_is_told_by_its_code(law: LawView, tmp_path: Path) -> None:
    put(tmp_path, law, b"%PDF-1.7 broken", ".pdf")
    found = official(law, tmp_path)
    assert found
    assert found.sections == {}
    assert found.code.startswith("CT1")


def test_a_note_that_cannot_be_read_is_told(law: LawView, tmp_path: Path) -> None:
    file = put(tmp_path, law, TEXT.encode())
    (file.parent / f"{law.entry.path.stem}.json").write_text("{", encoding="utf-8")
    found = official(law, tmp_path)
    assert found
    assert found.code == "CT602"


def test_only_the_law_with_a_copy_has_one(site: SiteData, law: LawView, tmp_path: Path) -> None:
    put(tmp_path, law, TEXT.encode())
    assert [view.page for view in with_official(site, tmp_path).laws if view.official] == [law.page]


def test_a_restatement_says_the_language_of_the_law(site: SiteData) -> None:
    from ctip_law import corpus

    found = {entry.country: original_language(entry) for entry in corpus.entries()}
    assert (found["TH"], found["ID"], found["SG"]) == ("th", "id", "")
    assert next(view for view in site.laws if view.country == "SG").original == "en"


@pytest.mark.parametrize("asked", [True, False])
def test_the_command_shows_them_only_when_asked(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: bool, site: SiteData
) -> None:
    shown: list[Path] = []

    def keep(site: SiteData, folder: Path) -> SiteData:
        shown.append(folder)
        return site

    monkeypatch.setenv("CTIP_CORPUS", str(tmp_path / "own"))
    monkeypatch.setattr(build, "require_generator", lambda: None)
    monkeypatch.setattr(build, "site_data", lambda *given: site)
    monkeypatch.setattr(build, "publish", lambda *given: None)
    monkeypatch.setattr(build, "with_official", keep)
    told = call("site", "build", "-o", tmp_path / "site", *(["--official"] if asked else []))
    assert told.code == 0
    assert shown == ([tmp_path / "own"] if asked else [])
