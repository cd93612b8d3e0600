"""Shared fixtures. Measuring material that is no part of the project stands beside it, in some checkouts."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import hypothesis
import pytest

#: No test reads a clock, Hypothesis' own among them: on a busy machine an example takes what it takes.
hypothesis.settings.register_profile("ctip-law", deadline=None)
hypothesis.settings.load_profile("ctip-law")
#: Lexicons and laws live as long as the tests: to look for what can be freed of them takes a tenth of the time.
gc.set_threshold(100_000, 50, 100)
#: The many programs that tests run, as a user would, are compiled once and not each time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
#: One process of the tests has one core: numpy's own threads would only wait for those of the next.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


#: Files whose tests share what takes long, in one process: every labelled law as it was read, a built site, bills.
TOGETHER = {
    "labels": ("tests/evaluate/test_tenth_off.py", "tests/evaluate/test_calibrate.py", "tests/annotate/test_gold.py"),
    "site": ("tests/site",),
    "bill": tuple(f"tests/bill/test_{name}.py" for name in ("bill", "forms", "country_style", "counsel")),
}
#: These begin first, so that none is left for one process.
LONGEST = ("labels", "site", "tests/docs/test_blocks.py", "tests/outside/test_oracles.py")


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist asks for the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    place = {name: at for at, name in enumerate(LONGEST)}
    groups = {item: group_of(item.path.relative_to(ROOT).as_posix()) for item in items}
    items.sort(key=lambda item: place.get(groups[item], len(place)))
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            item.add_marker(pytest.mark.xdist_group(groups[item]))


def group_of(path: str) -> str:
    """What is run in one process: the files that share something, else the file alone."""
    return next((name for name, files in TOGETHER.items() if path.startswith(files)), path)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with full statutes and hand-read labels, or a skip with a sentence."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip("the measuring material (../shared) is not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def no_reviews_of_the_user(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the person who runs the tests has reviewed, added and configured on this machine is no part of them."""
    monkeypatch.setenv("CTIP_NO_CONFIG", "1")
    monkeypatch.setenv("CTIP_REVIEWS", str(tmp_path_factory.getbasetemp() / "no-reviews"))
    monkeypatch.setenv("CTIP_CORPUS", str(tmp_path_factory.getbasetemp() / "no-laws-of-the-user"))
    monkeypatch.setenv("CTIP_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
