"""Statements on the grammar of commands, on input and output, and on exit codes."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from typing import Any

import jsonschema
from lxml import etree

from ctip_law import __version__, schema
from ctip_law.cli.progress import WAIT
from ctip_law.cli.settings import commands, option_name, variables
from ctip_law.errors import EXIT_CODES
from ctip_law.report.words import PROVISION
from tests.cli.test_usage import paths
from tests.conftest import ROOT
from tests.conventions.statement import Here, holds, not_in_full


def two_levels(here: Here) -> None:
    assert {len(path) for path in paths()} == {1, 2}


def no_arguments(here: Here) -> None:
    assert (here.call().code, here.call().out) == (2, "")
    assert here.call("--help").code == 0


def help_everywhere(here: Here) -> None:
    for path in [(), *{path[:1] for path in paths()}, *paths()]:
        told = [here.call(*path, option) for option in ("-h", "--help")]
        assert told[0] == told[1]
        first, usage, *_ = told[0].out.split("\n\n")
        assert first.endswith(".")
        assert usage.startswith(f"Usage: ctip-law{''.join(f' {word}' for word in path)} ")
        assert re.search(r"Options:\n", told[0].out)
        assert "Example: ctip-law" in told[0].out


def version(here: Here) -> None:
    for option in ("-V", "--version"):
        assert here.call(option).out == f"ctip-law {__version__}\n"
    data = json.loads(here.call("version", "-f", "json").out)
    jsonschema.validate(data, schema("version"))
    assert data["libxml2"] == ".".join(map(str, etree.LIBXML_VERSION))


SHARED = {
    "format": "-f", "output": "-o", "config": "-c", "quiet": "-q", "verbose": "-v", "color": "", "no_progress": "",
    "fail_under": "", "lang": "", "country": "-C", "against": "-I",
}  # fmt: skip


def one_meaning(here: Here) -> None:
    for words, command in commands():
        for param in command.params:
            name = option_name(param)
            if param.param_type_name == "option" and name in SHARED:
                assert SHARED[name] in ("", *param.opts), (words, name)
        taken = [opt for param in command.params for opt in param.opts]
        assert len(taken) == len(set(taken))
        for name, short in SHARED.items():
            own = [param for param in command.params if short and short in param.opts]
            assert all(option_name(param) == name for param in own), (words, short)
    of_sources = [param.help for _, command in commands() for param in command.params if option_name(param) == "lang"]
    assert len(set(of_sources)) == 1  # the language of what is read; that of what is written is --language


def variables_in_help(here: Here) -> None:
    for words, command in commands():
        told = here.call(*words, "--help").out.replace("\n", "").replace(" ", "")
        for param in command.params:
            if param.param_type_name == "option" and option_name(param) != "help":
                assert variables(words, param)[0] in told


def suggestions(here: Here) -> None:
    assert "did you mean 'gap'?" in here.call("gaps").err
    assert "--format" in here.call("gap", "x", "--fromat", "json").err


def countries(here: Here) -> None:
    ids = {here.call("corpus", "list", "-f", "json", "-C", name).out for name in ("SG", "SGP", "Singapore", "sg")}
    assert len(ids) == 1
    said = here.call("corpus", "list", "-C", "Singapor")
    assert said.code == 2
    assert "perhaps SG" in said.err
    assert said.err.count(" or ") <= 2


def explained(here: Here) -> None:
    told = here.call("explain", "tip-6-6").out
    for part in ("Strength", "What a statute must contain", "How the verdict is reached", "without one of them"):
        assert part in told
    assert "Protocol" in told.splitlines()[1]


def streams(here: Here) -> None:
    said = here.call("gap", here.act, "no.txt", "-I", "tip", "-f", "json")
    assert json.loads(said.out)["errors"]
    assert said.err.startswith("CT101")


def dashes(here: Here) -> None:
    given = here.act.read_bytes()
    law = json.loads(here.call("parse", "-", "-f", "json", "--stdin-filename", "bill.txt", stdin=given).out)["law"]
    assert law["source"]["path"] == "bill.txt"
    assert here.call("parse", "-", "--stdin-filename", "bill.txt", stdin=b"").err.startswith("CT103 bill.txt: ")
    assert here.call("parse", here.act, "-o", "-").out == here.call("parse", here.act).out


def waits_for_nothing(here: Here) -> None:
    here.patch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    told = here.call("parse", "-")
    assert (told.code, told.out) == (2, "")
    assert "Usage: ctip-law parse [OPTIONS]" in told.err
    assert "Options:" in told.err
    assert told.err.splitlines()[-1].startswith("CT007 ")


def lists(here: Here) -> None:
    for args in (("search", "person", here.act), ("corpus", "list"), ("config", "show"), ("doctor",)):
        for form in ("table", "json", "jsonl", "csv", "tsv", "md"):
            assert here.call(*args, "-f", form).code == 0, (args, form)
    table = here.call("corpus", "list")
    assert table.out == here.program("corpus", "list").stdout
    assert "\x1b" not in table.out


def documents(here: Here) -> None:
    data = json.loads(here.call("gap", here.act, "-I", "tip", "-f", "json").out)
    assert data["schema"] == "ctip-law/gap/1"
    assert set(data["tool"]) == {"version", "framework", "lexicon", "weights"}
    assert re.fullmatch(r"[0-9a-f]{64}", data["laws"][0]["source"]["sha256"])
    plain = here.call("gap", here.act, "-I", "tip", "-f", "csv").out
    assert plain.startswith("Article,")
    assert "\r" not in plain
    path = here.folder / "bad.txt"
    text = "=1+1 Kite Act 2031\n\n1. =cmd()\n-2 kites shall fly.\n\n2. Kites\n@x flies kites.\n"
    path.write_text(text, encoding="utf-8")
    told = here.call("search", "kites", path, "-f", "csv", "--excel").out
    assert told.startswith("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(told.removeprefix("\ufeff"))) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def schemas(here: Here) -> None:
    from ctip_law.cli.schema import NAMES
    from ctip_law.cli.settings import json_schema

    for name in NAMES:
        printed = json.loads(here.call("schema", name).out)
        jsonschema.Draft202012Validator.check_schema(printed)
        page = ROOT / "docs" / "schema" / name / "1.json"
        assert printed["$id"].endswith(page.relative_to(ROOT / "docs").as_posix())
        assert page.is_file()
    for name, args in OUTPUTS.items():
        made = here.call(*(here.act if word == "ACT" else word for word in args))
        data: Any = json.loads(made.out)
        assert data["schema"] == f"ctip-law/{name}/1"
        jsonschema.validate(data, json_schema() if name == "settings" else schema(name))


OUTPUTS = {
    "law": ("parse", "ACT", "-f", "json"), "gap": ("gap", "ACT", "-I", "tip", "-f", "json"),
    "search": ("search", "person", "ACT", "-f", "json"), "compare": ("compare", "ACT", "ACT", "-f", "json"),
    "diff": ("diff", "ACT", "ACT", "-f", "json"), "story": ("explain", "tip-3a", "--law", "ACT", "-f", "json"),
    "corpus": ("corpus", "list", "-f", "json"), "config": ("config", "show", "-f", "json"),
    "doctor": ("doctor", "-f", "json"), "version": ("version", "-f", "json"),
    "matrix": ("report", "matrix", "-C", "SG", "-f", "json"),
}  # fmt: skip


def same_bytes(here: Here) -> None:
    call = ("gap", here.act, "-I", "tip", "-f", "json")
    first = here.program(*call, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    second = here.program(*call, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8")
    assert first.stdout
    assert first.stdout == second.stdout


def one_order(here: Here) -> None:
    assert "Lists have one order" in (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    for call in (("corpus", "list", "-f", "csv"), ("search", "person", here.act, "-f", "csv")):
        made = {here.program(*call, PYTHONHASHSEED=seed).stdout for seed in ("0", "1")}
        assert len(made) == 1


def colours(here: Here) -> None:
    call = ("gap", here.act, "-I", "tip")
    assert "\x1b[" in here.program(*call, FORCE_COLOR="1", NO_COLOR="").stdout
    assert "\x1b[" in here.call(*call, "--color", "always").out
    never = (("--color", "never"), {"FORCE_COLOR": "1"})
    for args, env in (((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"}), never, ((), {})):
        with here.patch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            assert "\x1b[" not in here.call(*call, *args).out


def never_by_colour_alone(here: Here) -> None:
    assert all(sign and word for sign, word, _ in PROVISION.values())
    assert here.call("gap", here.act, "-I", "tip", "--ascii").out.isascii()


def quiet_start(here: Here) -> None:
    assert WAIT == 0.5
    assert here.call("gap", here.act, "-I", "tip").err == ""  # standard error is no terminal here


def widths(here: Here) -> None:
    for call in (("gap", here.act, "-I", "tip"), ("compare", here.act, "SG"), ("report", "matrix", "-C", "SG,MY")):
        fits, wide = here.call(*call).out, here.call(*call, "--wide").out
        assert max(map(len, fits.splitlines())) <= 80
        assert max(map(len, wide.splitlines())) > 80
        assert len(wide.splitlines()) < len(fits.splitlines())


def loudness(here: Here) -> None:
    bad = ("gap", here.act, "no.txt", "-I", "tip", "--fail-under", "100")
    assert here.call(*bad, "-q").code == here.call(*bad).code == here.call(*bad, "-vv").code == 4
    assert here.call("gap", here.act, "-q").err == ""
    assert len(here.call("gap", here.act, "-vv").err) > len(here.call("gap", here.act, "-v").err) > 0


def exit_codes(here: Here) -> None:
    page = (ROOT / "docs" / "reference" / "exit-codes.md").read_text(encoding="utf-8")
    told = here.call("explain", "exit-codes").out
    for code in EXIT_CODES:
        assert f"\n| {code} |" in page
        assert re.search(rf"^{code} ", told, re.M)
    assert here.call("gap", here.act, "-I", "tip").code == 0
    assert here.call("gap", here.act, "-I", "tip", "--fail-under", "100").code == 1
    assert here.call("gap").code == 2
    assert here.call("gap", "no.txt").code == 3
    assert here.call("gap", here.act, "no.txt").code == 4
    for error, code in ((KeyboardInterrupt, 130), (RuntimeError, 70)):

        def fail(id: str, error: type[BaseException] = error) -> str:
            raise error

        here.patch.setattr("ctip_law.explain", fail)
        here.patch.setattr("tempfile.tempdir", str(here.folder))
        assert here.call("explain", "tip-3a").code == code


def gates(here: Here) -> None:
    call = ("gap", here.act, "-I", "tip", "-q")
    assert here.call(*call).code == 0
    assert here.call(*call, "--severity", "mandatory").code == 1
    from ctip_law import gap
    from ctip_law.report.data import rate

    reached = rate(gap(here.act, against="tip"))
    assert here.call(*call, "--fail-under", reached).code == 0  # equal passes
    assert here.call(*call, "--fail-under", float(reached or 0) + 0.1).code == 1
    assert here.call(*call, "--fail-under", 101).code == 2


def baseline(here: Here) -> None:
    known = here.folder / "known.json"
    assert here.call("gap", here.act, "-I", "tip", "--write-baseline", known).code == 0
    assert here.call("gap", here.act, "-I", "tip", "--baseline", known).code == 0
    assert here.call("gap", here.act, "-I", "untoc", "--baseline", known).code == 1


def nothing_read(here: Here) -> None:
    for name, data in (("empty.txt", b""), ("blank.txt", b" \n\n")):
        (here.folder / name).write_bytes(data)
        assert here.call("gap", here.folder / name, "--fail-under", 0).code == 3


STATEMENTS = (
    holds("A", 1, "commands are a word, or a word of a group", two_levels),
    holds("A", 2, "a call without arguments prints the help and is a mistake; asking for help is none", no_arguments),
    holds("A", 3, "-h and --help at every level: a sentence, the usage, the options, an example", help_everywhere),
    holds("A", 4, "the version is one line; a command tells all versions as JSON", version),
    holds("A", 5, "an option has one name, one short form and one meaning in every command", one_meaning),
    holds("A", 6, "every option has a variable of the environment, which its help names", variables_in_help),
    holds("A", 7, "a mistyped command or option gets the near one", suggestions),
    holds("A", 8, "countries by code or known name; anything else is refused with at most three near ones", countries),
    not_in_full(
        "A", 9, "the commands that users of such programs look for are there",
        "the set is that of the contract, without validate, match, export and plugins",
    ),
    holds("A", 10, "a provision is explained with its text, strength, source, rule and what would fail", explained),
    holds("B", 11, "results on standard output, everything else on standard error", streams),
    holds("B", 12, "- is standard input and output, and the call may give the input a name", dashes),
    holds("B", 13, "a call that waits for input from a terminal prints its help and does not hang", waits_for_nothing),
    holds("B", 14, "every list as table, JSON, JSON lines, CSV, TSV and Markdown, the same in a pipe", lists),
    holds("B", 15, "JSON names schema, tool and hashes; CSV is plain, or guarded if asked", documents),
    holds("B", 16, "every output has a JSON Schema, printed, published and held against the output", schemas),
    holds("B", 17, "the same inputs give the same bytes, whatever the locale, time zone and hash seed", same_bytes),
    holds("B", 18, "the order of lists is written down and the same with every hash seed", one_order),
    holds("B", 19, "NO_COLOR, TERM=dumb, --color never and a pipe give no escape codes, FORCE_COLOR does", colours),
    holds("B", 20, "no meaning by colour alone: a sign and a word, letters with --ascii", never_by_colour_alone),
    holds("B", 21, "progress only on a terminal and after half a second", quiet_start),
    holds("B", 22, "tables fit 80 columns by wrapping, or do not wrap if asked", widths),
    holds("B", 23, "-q hides all but errors, -v and -vv tell more, and the exit code stays", loudness),
    holds("C", 24, "the exit codes stand in the docs, the program tells them, and each is met", exit_codes),
    holds("C", 25, "a gate by severity and one by share; equal passes, no share above 100", gates),
    holds("C", 26, "known gaps are accepted from a file, and only new ones fail", baseline),
    holds("C", 27, "an input without text is an error and never no gaps", nothing_read),
)  # fmt: skip

