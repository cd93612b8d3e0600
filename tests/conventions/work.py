"""Statements on errors, configuration, the environment, the Python API and the documentation."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import ctip_law
from ctip_law.cli.complete import offered
from ctip_law.errors import CODES
from ctip_law.framework.state_facts import state
from ctip_law.report.schemas import SCHEMAS
from tests.conftest import ROOT
from tests.conventions.statement import Here, holds, not_in_full


def one_line(here: Here) -> None:
    (here.folder / "labels").mkdir()
    (here.folder / "ctip.toml").write_text("quiet = 3\n", encoding="utf-8")
    here.patch.delenv("CTIP_NO_CONFIG")
    told = [here.call("doctor").err, here.call("gap", "no.txt", "--no-config").err, here.call("gap", "--no-config").err]
    for line in told:
        assert re.fullmatch(r"CT\d{3} (?:[^:\n]+(?::\d+)?: )?[^\n]+; [^\n]+\n", line), line
    assert re.match(r"CT008 [^:]+ctip\.toml:1: ", told[0])


def codes(here: Here) -> None:
    page = (ROOT / "docs" / "reference" / "error-codes.md").read_text(encoding="utf-8")
    assert "| code |" in page
    for code in CODES:
        assert here.call("explain", code.lower()).out.startswith(f"{code}\n")


def extras(here: Here) -> None:
    path = here.folder / "act.xlsx"
    path.write_bytes(b"PK")
    here.patch.setitem(sys.modules, "openpyxl", None)
    said = here.call("review", "import", path)
    assert said.code == 3
    assert said.err.startswith("CT901")
    assert "pip install 'ctip-law[" in said.err
    assert all("ctip-law[ocr]" in CODES[code][1] for code in ("CT105",))


def no_traceback(here: Here) -> None:
    def fail(id: str) -> str:
        raise RuntimeError("a roof")

    here.patch.setattr("ctip_law.explain", fail)
    here.patch.setattr("tempfile.tempdir", str(here.folder))
    said = here.call("explain", "x")
    assert (said.code, said.err.count("\n")) == (70, 1)
    log = Path(said.err.rpartition(" ")[2].strip())
    assert "RuntimeError: a roof" in log.read_text(encoding="utf-8")
    with pytest.raises(RuntimeError):
        here.call("explain", "x", "--debug")


def all_at_once(here: Here) -> None:
    (here.folder / "r.toml").write_text("odd = 1\n[provisions.tip-99]\n[elements.none]\n", encoding="utf-8")
    assert here.call("review", "import", "r.toml").err.count("CT601") == 3
    here.patch.delenv("CTIP_NO_CONFIG")
    (here.folder / "ctip.toml").write_text("odd = 1\nquiet = 3\n", encoding="utf-8")
    assert here.call("doctor").err.count("CT008") == 2


def discovery(here: Here) -> None:
    here.patch.delenv("CTIP_NO_CONFIG")
    (here.folder / "user").mkdir()
    below = here.folder / "a" / "b"
    below.mkdir(parents=True)
    here.patch.chdir(below)

    def used(*more: str) -> list[str]:
        return list(json.loads(here.call("gap", here.act, "-f", "json", *more).out)["instruments"])

    assert used() == ["tip"]
    (here.folder / "user" / "ctip.toml").write_text('against = "p029"\n', encoding="utf-8")
    assert used() == ["p029"]
    (here.folder / "pyproject.toml").write_text('[tool.ctip_law]\nagainst = "som"\n', encoding="utf-8")
    assert used() == ["som"]
    here.patch.setenv("CTIP_AGAINST", "coe")
    assert used() == ["coe"]
    assert used("-I", "tip") == ["tip"]


def origins(here: Here) -> None:
    here.patch.delenv("CTIP_NO_CONFIG")
    (here.folder / "ctip.toml").write_text('\nagainst = "som"\n', encoding="utf-8")
    assert f'gap: against = "som"  ({here.folder / "ctip.toml"}:2)' in here.call("config", "show").out
    assert "som" not in here.call("config", "show", "--no-config").out


def unknown_keys(here: Here) -> None:
    here.patch.delenv("CTIP_NO_CONFIG")
    (here.folder / "ctip.toml").write_text('agianst = "tip"\n', encoding="utf-8")
    said = here.call("gap", here.act)
    assert said.code == 2
    assert "did you mean `against`?" in said.err


def toml_alone(here: Here) -> None:
    assert here.call("init", here.folder / "x").code == 0
    sample = (here.folder / "x" / "ctip.toml").read_text(encoding="utf-8")
    named = json.loads(here.call("schema", "settings").out)["$id"]
    assert sample.startswith(f"#:schema {named}\n")
    here.patch.delenv("CTIP_NO_CONFIG")
    (here.folder / "ctip.toml").write_text('[gap]\ncountry = "NO"\n', encoding="utf-8")
    assert json.loads(here.call("gap", here.act, "-f", "json").out)["country"] == "NO"


def manifests(here: Here) -> None:
    for law in json.loads(here.call("corpus", "list", "-f", "json").out)["laws"]:
        asked = ("name", "title", "language", "official_url", "licence", "read", "version", "sha256", "status")
        assert all(law[field] for field in asked), law["name"]
        told = state(law["name"][:2].upper())  # None for a place that the framework tells nothing of
        assert law["legal_family"] or told is None, law["name"]


NO_SOCKET = """
import sys
def hook(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise SystemExit(f"a socket: {event}")
sys.addaudithook(hook)
from ctip_law.cli import run
act = sys.argv[1]
for call in (["gap", act, "-I", "all"], ["parse", act], ["search", "victim", act], ["explain", "tip-3a"], ["doctor"],
             ["compare", act, act], ["diff", act, act], ["draft", "clause", "tip-3a"], ["corpus", "verify"],
             ["report", "matrix", "-C", "SG"], ["review", "export", act, "-f", "csv"]):
    assert run(call) in (0, 1), call
"""


def no_socket(here: Here) -> None:
    done = subprocess.run([sys.executable, "-c", NO_SOCKET, here.act], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]


def doctor(here: Here) -> None:
    data = json.loads(here.call("doctor", "-f", "json").out)
    named = {check["name"]: check for check in data["checks"]}
    for name in (
        "python", "extra ocr", "languages of scans", "fonts", "XML library", "framework", "configuration", "terminal",
    ):  # fmt: skip
        assert named[name]["detail"]
    here.patch.setattr("ctip_law.report.doctor.XML_FLOOR", (99, 0, 0))
    said = here.call("doctor")
    assert said.code == 1
    assert re.search(r"^! XML library +wrong", said.out, re.M)


def completion(here: Here) -> None:
    told = here.call("--help").out
    assert "--install-completion" in told
    assert "--show-completion" in told
    for words, begun in ((["gap", "-C"], "S"), (["gap", "-I"], "t"), (["explain"], "tip-6")):
        assert offered(words, begun)
    code = "import sys; from ctip_law.cli import main\ntry:\n main([])\nfinally:\n print('pydantic' in sys.modules)"
    env = os.environ | {"_CTIP_LAW_COMPLETE": "complete_bash", "COMP_WORDS": "x gap -C S", "COMP_CWORD": "3"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.endswith("False\n")


def light_help(here: Here) -> None:
    code = "import sys; from ctip_law.cli import run; run(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not any(f"'{heavy}'" in done.stderr for heavy in ("spacy", "lxml", "docx", "pypdfium2", "pydantic"))


def man_pages(here: Here) -> None:
    from ctip_law.cli.man import pages

    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert shipped["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"] == {"man": "share/man/man1"}
    for name, page in pages().items():
        assert (ROOT / "man" / name).read_text(encoding="utf-8") == page, "run `make readme`"


def interrupted(here: Here) -> None:
    target = here.folder / "gaps.json"
    target.write_text("before", encoding="utf-8")

    def stop(beside: str, place: str) -> None:
        raise KeyboardInterrupt

    here.patch.setattr(os, "replace", stop)
    assert here.call("gap", here.act, "-I", "tip", "-o", target).code == 130
    assert target.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in here.folder.iterdir()) == ["act.txt", "gaps.json"]


def as_a_module(here: Here) -> None:
    assert here.program("-V").stdout == here.call("-V").out


def public_names(here: Here) -> None:
    assert ctip_law.__all__ == sorted(ctip_law.__all__)
    assert (ROOT / "ctip_law" / "py.typed").is_file()
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]["strict"]
    from tests.docs.test_blocks import blocks

    examples = [text for _, language, text in blocks() if language == "python"]  # which that test runs
    assert any("ctip_law.gap(" in text for text in examples)


def versions(here: Here) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", ctip_law.__version__)
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "Keep a Changelog" in changes
    assert "## Unreleased" in changes
    for name, model in SCHEMAS.items():
        if name != "sarif":  # whose number is its own
            shape = model.model_json_schema(by_alias=True)
            assert re.search(rf"ctip-law/{name}/\d+|ctip-law/\w+/\d+", json.dumps(shape)), name


def four_kinds(here: Here) -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    assert re.findall(r"^  - ([\w-]+):(?: index.md)?$", nav, re.M) == [
        "Start", "Tutorial", "How-to", "Reference", "Explanation",
    ]  # fmt: skip
    pages = re.findall(r"([\w/-]+\.md)", nav)
    assert len(pages) == len(set(pages))


def generated_reference(here: Here) -> None:
    from tests.docs.test_docs import GENERATE

    page = ROOT / "docs" / "reference" / "cli.md"
    assert page in GENERATE.pages()  # and `test_docs` fails when it is stale
    assert "--write-baseline" in GENERATE.run("ctip-law gap --help", here.folder)


def examples_run(here: Here) -> None:
    from tests.docs.test_blocks import NOT_RUN, blocks, lines

    every = [line for _, language, text in blocks() if language == "sh" for line in lines(text)]
    left = [line for line in every if any(f"{line} ".startswith(start) for start in NOT_RUN)]
    ours = [line for line in every if line.startswith("ctip-law ")]
    assert len(ours) > 30
    assert all(any(word in line for word in ("serve", "--scheduler", "corpus fetch")) for line in ours if line in left)


def limits(here: Here) -> None:
    partial = ROOT / "templates" / "docs" / "partials" / "copyright.html"
    assert "explanation/limits/" in partial.read_text(encoding="utf-8")
    assert "custom_dir: templates/docs\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "explanation" / "limits.md").read_text(encoding="utf-8").casefold()
    for word in ("legal advice", "practice", "translation"):
        assert word in page


STATEMENTS = (
    holds("D", 28, "a failure is one line with code, place, what is wrong and what to do", one_line),
    holds("D", 29, "codes are stable, documented and explained offline", codes),
    not_in_full(
        "D", 30, "places in a PDF or a Word file by page or paragraph",
        "findings are cited by section and by characters of the text as read, not by page",
    ),
    holds("D", 31, "a missing extra says what to install", extras),
    holds("D", 32, "no traceback unless asked for: one line, a log, exit 70", no_traceback),
    holds("D", 33, "all that is wrong in a file is told in one run", all_at_once),
    holds("E", 34, "configuration of project and user; the call wins, then the environment", discovery),
    holds("E", 35, "the merged configuration with file and line of each value, and a way to ignore it", origins),
    holds("E", 36, "a key that nothing reads is refused with the near one", unknown_keys),
    holds("E", 37, "TOML alone, with a JSON Schema that the sample names; NO stays Norway", toml_alone),
    holds("E", 38, "every law of the corpus tells source, licence, dates, hash and what the text is", manifests),
    holds("F", 39, "no command but `corpus fetch` opens a socket", no_socket),
    holds("F", 40, "a doctor for Python, extras, scans, fonts, XML, data, configuration and terminal", doctor),
    holds("F", 41, "completion for the shells, with countries, instruments and ids at once", completion),
    holds("F", 42, "--help imports nothing heavy", light_help),
    holds("F", 43, "man pages made from the program and shipped", man_pages),
    holds("F", 44, "an interruption leaves no half-written file and exits 130", interrupted),
    holds("F", 45, "runs as a module of Python too", as_a_module),
    not_in_full(
        "G", 46, "each command is one function of the API with the same parameters",
        "functions are of the work (parse, gap, compare); forms and files are the command's",
    ),
    holds("G", 47, "public names are listed, typed and shown in examples that are run", public_names),
    not_in_full("G", 48, "plug-ins by entry points", "there are none: what is added is folders of data"),
    not_in_full("G", 49, "templates can be overridden in a sandbox", "--template or ctip.toml, closed in; no plug-in"),
    holds("G", 50, "semantic versions, a changelog, and a number in every schema", versions),
    holds("H", 51, "tutorial, how-to, reference and explanation, each page in one", four_kinds),
    holds("H", 52, "the reference of the commands is generated and a stale one fails", generated_reference),
    holds("H", 53, "every example of the docs is run", examples_run),
    not_in_full(
        "H", 54, "every page with last change, edit link, permalinks, previous and next",
        "permalinks, previous and next are there; a date or an edit link would need the address of a repository",
    ),
    holds("H", 55, "every page links to what the program does not say", limits),
)  # fmt: skip
