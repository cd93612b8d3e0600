"""Documentation that cannot rot: what is generated is fresh, every command is described, every link leads somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ctip_law.cli.app import COMMANDS
from tests.cli.test_usage import paths
from tests.conftest import ROOT
from tests.docs.scripts import script
from tests.forked import program

GENERATE = script("docs/generate.py")


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with `ctip-law` that starts at once."""
    with program(tmp_path_factory.mktemp("forked")) as folder:
        yield folder


@pytest.fixture
def at_once(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of a page are those of `programs`."""
    environment = GENERATE._environment

    def first_on_the_path(folder: Path) -> dict[str, str]:
        own = environment(folder)
        return own | {"PATH": f"{programs}{os.pathsep}{own['PATH']}"}

    monkeypatch.setattr(GENERATE, "_environment", first_on_the_path)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("page", GENERATE.pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_is_generated_is_fresh(page: Path) -> None:
    """The commands of the tutorial are run here: their output stands on the page."""
    assert page.read_text(encoding="utf-8") == GENERATE.fresh(page), "run `make readme`"


@pytest.mark.parametrize("path", paths(), ids=" ".join)
def test_every_command_is_in_the_reference_and_in_use(path: tuple[str, ...]) -> None:
    reference = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert f"## ctip-law {' '.join(path)}\n" in reference


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_used_in_a_guide_or_described_in_the_reference(name: str) -> None:
    pages = [page for page in (ROOT / "docs").rglob("*.md") if page.name != "cli.md"]
    assert any(f"ctip-law {name}" in page.read_text(encoding="utf-8") for page in [*pages, ROOT / "README.md"])


def test_the_tutorial_runs_what_a_first_analysis_needs() -> None:
    page = (ROOT / "docs" / "tutorial" / "first-gap-analysis.md").read_text(encoding="utf-8")
    run = re.findall(r"^\$ ctip-law (\w+)", page, flags=re.M)
    assert {"parse", "gap", "explain", "show", "draft"} <= set(run)


def test_links_between_pages_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[\w-]+)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_page_is_in_the_navigation() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in (ROOT / "docs").rglob("*.md"):
        assert page.relative_to(ROOT / "docs").as_posix() in nav


def test_the_generator_notices_a_stale_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ ctip-law -V\nctip-law 0.0.0\n```\n", encoding="utf-8")
    assert "ctip-law 0.0.0" not in GENERATE.fresh(page)
    assert "$ ctip-law -V\nctip-law " in GENERATE.fresh(page)


def test_the_citation_has_the_version_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {project['version']}\n" in citation
    from ctip_law import __version__

    assert __version__ == project["version"]


def test_the_documentation_builds_strictly(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="the extra `site` is not installed, so the documentation is not built")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "docs")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "docs" / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<(?:link|script|img)[^>]+(?:href|src)=\"https?://", page)
