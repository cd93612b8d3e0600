"""What a call says beside its result: steps, details, signs as letters; and the man pages."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ctip_law.cli.man import pages
from ctip_law.cli.progress import WAIT, Progress
from ctip_law.report.words import ELEMENT, PROVISION, in_ascii
from tests.cli.conftest import Call
from tests.cli.test_usage import paths


class Clock:
    """A timer that goes off when it is told to."""

    def __init__(self, wait: float, then: Callable[[], None]) -> None:
        self.wait, self.then, self.cancelled = wait, then, False
        made.append(self)

    def start(self) -> None:
        pass

    def cancel(self) -> None:
        self.cancelled = True


made: list[Clock] = []


def test_no_step_is_told_before_half_a_second() -> None:
    made.clear()
    told: list[str] = []
    progress = Progress(told.append, Clock)
    progress.step("reading")
    progress.step("matching")
    assert told == []
    [clock] = made
    assert clock.wait == WAIT == 0.5
    clock.then()
    assert told == ["matching"]  # the step that the call is at
    progress.step("writing")
    assert told == ["matching", "writing"]


def test_a_call_that_is_over_tells_no_step() -> None:
    made.clear()
    told: list[str] = []
    progress = Progress(told.append, Clock)
    progress.step("reading")
    progress.stop()
    made[0].then()
    assert told == []
    assert made[0].cancelled


def test_verbose_tells_steps_at_once_and_twice_what_was_read(call: Call, act: Path) -> None:
    assert call("gap", act, "-I", "tip").err == ""
    assert call("gap", act, "-I", "tip", "-v").err == f"reading {act}\nmatching\n"
    said = call("gap", act, "-I", "tip", "-vv").err.splitlines()
    assert said == [f"reading {act}", f"read {act}: text, language en, 3 sections", "matching"]
    assert call("gap", act, "-I", "tip", "-vv", "-q").err == ""


def test_a_result_is_the_same_however_much_is_told(call: Call, act: Path) -> None:
    plain = call("gap", act, "-I", "tip", "-f", "json").out
    assert plain == call("gap", act, "-I", "tip", "-f", "json", "-vv").out
    assert plain == call("gap", act, "-I", "tip", "-f", "json", "--ascii").out  # a table alone has signs


def test_signs_are_letters_where_they_are_asked_for(call: Call, act: Path) -> None:
    out = call("gap", act, "-I", "tip", "--ascii").out
    assert out.isascii()
    assert " F met " in out
    assert " P partial " in out


def test_every_sign_has_a_letter_of_its_own() -> None:
    for table in (PROVISION, ELEMENT):
        signs = [in_ascii(sign) for sign, _, _ in table.values()]
        assert all(sign.isascii() and len(sign) == 1 for sign in signs)
        assert len(set(signs)) == len(signs)


def test_every_command_has_a_man_page() -> None:
    made_ = pages()
    assert set(made_) == {"ctip-law.1", *(f"ctip-law-{'-'.join(path)}.1" for path in paths())}
    for name, page in made_.items():
        assert page.startswith(f'.TH {name.removesuffix(".1").upper()} 1 ""'), name
        for part in (".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH EXAMPLES", ".SH SEE ALSO"):
            assert page.count(part) == 1, (name, part)
    assert "CTIP_FAIL_UNDER" in made_["ctip-law-gap.1"]


@pytest.mark.parametrize("name", ["ctip-law.1", "ctip-law-gap.1"])
def test_a_man_page_is_read_without_a_complaint(tmp_path: Path, name: str) -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed, so no man page is set")
    path = tmp_path / name
    path.write_text(pages()[name], encoding="utf-8")
    groff = ["groff", "-man", "-Tutf8", "-P-c", "-P-b", "-P-u", "-ww", str(path)]
    done = subprocess.run(groff, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "EXAMPLES" in done.stdout


@pytest.mark.parametrize("path", sorted({path[:1] for path in paths() if len(path) > 1}))
def test_the_help_of_a_group_has_an_example(call: Call, path: tuple[str, ...]) -> None:
    assert f"Example: ctip-law {path[0]} " in call(*path, "--help").out
