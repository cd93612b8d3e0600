"""Every command and every line of Python that a page shows is run: `console` blocks by the generator, the others here.

The commands of a page work in one folder, in order, with stand-ins for the files that a reader has.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ctip_law import gap, render_gap
from ctip_law.model import Report
from tests.cli.conftest import Call, call
from tests.conftest import ROOT
from tests.evaluate.conftest import LABELS

__all__ = ["call"]

_BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.M | re.S)

#: Start of a line -> why it is not run here.
NOT_RUN = {
    "make ": "needs a .venv of its own, and runs these tests",
    "pip install": "downloads packages",
    "python -m ctip_law.match.survey": "writes data of the program; tests of that room run it",
    "python -m ctip_law.evaluate.calibrate": "writes data of the program; tests of that room run it",
    "dask ": "runs until it is stopped",
    "ctip-law screen statutes/ --engine dask": "needs a scheduler on another machine; tests of screen run Dask here",
    "ctip-law corpus fetch": "asks publishers; tests of the corpus ask a server on this machine",
    "ctip-law site serve": "runs until Ctrl-C; tests of the site run the server",
}


def blocks() -> list[tuple[Path, str, str]]:
    """Page, language and text of each block."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [(page, *match.groups()) for page in pages for match in _BLOCK.finditer(page.read_text(encoding="utf-8"))]


def lines(text: str) -> Iterator[str]:
    """The commands of a block without their comments."""
    for line in text.replace("\\\n", " ").splitlines():
        command = re.sub(r"\s+#\s.*$", "", line).strip()
        if command:
            yield command.removeprefix(".venv/bin/")


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the pages take for given."""
    monkeypatch.chdir(tmp_path)
    sample = ROOT / "docs" / "tutorial" / "act.txt"
    text = sample.read_text(encoding="utf-8")
    parts = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    page = f"<html><body>{parts}</body></html>"
    for name in ("act.txt", "old.txt", "bill.txt"):
        shutil.copy(sample, tmp_path / name)
    for name in ("act.html", "my-act.html"):
        (tmp_path / name).write_text(page, encoding="utf-8")
    code = "Penal Code\n\n1. Attempt\nA person who attempts an offence commits it.\n\n2. Name\nThis is the Code.\n"
    for name in ("penal-code.txt", "penal-code.html"):
        (tmp_path / name).write_text(code, encoding="utf-8")
    with tarfile.open(tmp_path / "statutes.tar.xz", "w:xz") as book:
        book.add(sample, "act.txt")
    labels, laws = tmp_path / "labels", tmp_path / "laws" / "xx" / "act"
    labels.mkdir()
    laws.mkdir(parents=True)
    (labels / "act.yaml").write_text(LABELS, encoding="utf-8")
    from tests.cli.conftest import ACT

    (laws / "source.txt").write_text(ACT, encoding="utf-8")
    (tmp_path / "first-contacts.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "ctip_law" / "languages").mkdir(parents=True)
    return tmp_path


def reviewed(path: Path) -> None:
    """A workbook in which a lawyer decided on one duty."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra `evaluate`, is not installed")
    made = render_gap(gap(path.parent / "act.txt", against="tip", country="MY"), "xlsx")
    assert isinstance(made, bytes)
    path.write_bytes(made)
    book = openpyxl.load_workbook(path)
    heads = {cell.value: cell.column for cell in book["Provisions"][1]}
    book["Provisions"].cell(2, heads["Reviewer's verdict"]).value = "accepted"
    for row in book["About"].iter_rows():
        if row[0].value == "Reviewer":
            book["About"].cell(row[0].row, 2).value = "A. Lawyer"
    book.save(path)


#: Forms of a country's report that take long to write.
SLOW = ("docx", "xlsx", "pdf")


@pytest.fixture
def once(slow: dict[str, str | bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """The first country gets its report in the slow forms, the others the same one. Tests of the dossier write every
    form for many reports, those of the site for three countries."""
    import ctip_law.dossier

    whole = ctip_law.dossier.handed_over

    def handed_over(report: Report, forms: Sequence[str]) -> Iterator[tuple[str, str | bytes]]:
        asked = [form for form in forms if form not in slow]
        for form, data in whole(report, asked):
            if form in SLOW:
                slow[form] = data
            yield form, data
        yield from ((form, slow[form]) for form in forms if form not in asked and form in slow)

    monkeypatch.setattr(ctip_law.dossier, "handed_over", handed_over)


@pytest.fixture(scope="module")
def slow() -> dict[str, str | bytes]:
    """A report in each slow form."""
    return {}


#: The program, looking at two kinds of pages in the browser; tests of the site look at all kinds.
_TWO_PAGES = """
import sys
from ctip_law.cli import run
from ctip_law.site import browse
every = browse.samples
browse.samples = lambda root: every(root)[:2]
sys.exit(run(sys.argv[1:]))
"""


PAGES = sorted({page for page, _, _ in blocks()})


@pytest.mark.usefixtures("once")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_and_line_of_a_page_runs(
    call: Call, page: Path, stand_ins: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CTIP_REVIEWS", str(stand_ins / "reviews"))
    for name in ("first.xlsx", "second.xlsx"):
        if name in page.read_text(encoding="utf-8"):
            reviewed(stand_ins / name)
    for _, language, text in (block for block in blocks() if block[0] == page):
        if language == "python":
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(text, page.name, "exec"), {})
            assert out.getvalue()
            continue
        for command in lines(text):
            if any(f"{command} ".startswith(start) for start in NOT_RUN):
                continue
            run_one(call, command, stand_ins)


def run_one(call: Call, command: str, folder: Path) -> None:
    words = shlex.split(command)
    if words[:2] == ["python", "-m"]:
        import runpy
        from unittest.mock import patch

        sys.modules.pop(words[2], None)  # another test may have loaded it
        with patch("sys.argv", [words[2], *words[3:]]), contextlib.suppress(SystemExit):
            runpy.run_module(words[2], run_name="__main__")
        return
    assert words[0] == "ctip-law", f"{command}: nothing here runs it"
    if "site" in words[:2] and "build" in words:
        pytest.importorskip("material", reason="the extra `site` is not installed, so no site is built")
    if "--browser" in words:  # Playwright runs once in a process, and other tests have it open
        run = [sys.executable, "-c", _TWO_PAGES, *words[1:]]
        done = subprocess.run(run, capture_output=True, text=True, check=False)
        if shutil.which("chromium") is None:
            assert "CT901" in done.stderr, done.stderr  # a bare machine is told what is missing
            return
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return
    said = call(*words[1:])
    # "amend": what the proof finds against the bill is told, and the bill is written
    gates = {"amend": 4, "--check": 1, "--since": 1, "--severity": 1, "--baseline": 1, "--fail-under": 1}
    allowed = {0, *(code for option, code in gates.items() if option in words)}
    assert said.code in allowed, f"{command}: {said.err}"
    if "import" not in words and "review" in words and "export" in words:
        for word in words:
            if word.endswith(".xlsx"):
                reviewed(folder / word)


def test_what_is_not_run_is_on_a_page() -> None:
    every = [f"{line} " for _, language, text in blocks() if language == "sh" for line in lines(text)]
    for start in NOT_RUN:
        assert any(line.startswith(start) for line in every), f"{start} is on no page any more"
