"""Options of all commands that read laws: --encoding and --lang; a result is never written over its source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ACT, Call
from tests.docx.word import p, word

WORDS = ["為保護勞工，制定本法。", "雇主不得扣留勞工之護照。", "雇主應備置名冊。", "本法自公布日施行。"]
BIG5 = "\n".join(["勞工住宿法", *(f"第 {n} 條　{words}" for n, words in enumerate(WORDS, 1))]).encode("big5")
#: A call of each command that reads laws; {} is the file.
CALLS = [
    ("parse", "{}"),
    ("gap", "{}", "-I", "tip"),
    ("show", "{}"),
    ("search", "勞工", "{}"),
    ("compare", "{}", "{}"),
    ("diff", "{}", "{}"),
    ("explain", "tip-3a", "--law", "{}"),
]


@pytest.fixture
def act(tmp_path: Path) -> Path:
    path = tmp_path / "act.txt"
    path.write_text(ACT, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", CALLS, ids=[command[0] for command in CALLS])
def test_every_command_that_reads_takes_an_encoding(call: Call, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "act.txt"
    path.write_bytes(BIG5)
    args = [part.format(path) for part in command]
    assert call(*args, "--encoding", "big5").code == 0
    wrong = call(*args, "--encoding", "utf-8")
    assert (wrong.code, wrong.err[:5], "byte 0" in wrong.err) == (3, "CT109", True)
    unknown = call(*args, "--encoding", "klingon")
    assert (unknown.code, unknown.err[:5]) == (2, "CT004")


def test_a_recognised_encoding_is_told(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_bytes(BIG5)
    said = call("parse", path, "-f", "json")
    assert json.loads(said.out)["law"]["title"] == "勞工住宿法"
    assert [warning["code"] for warning in json.loads(said.out)["warnings"]] == ["CT119"]
    assert said.err.startswith("CT119")
    assert call("parse", path, "--encoding", "big5").err == ""


@pytest.mark.parametrize(
    ("lang", "told"), [("fr", True), ("th", True), ("es", True), ("en", False), ("en-GB", False), ("", False)]
)
def test_a_language_that_the_words_contradict_is_told(call: Call, act: Path, lang: str, told: bool) -> None:
    said = call("parse", act, "-f", "json", *(("--lang", lang) if lang else ()))
    assert [warning["code"] for warning in json.loads(said.out)["warnings"]] == (["CT118"] if told else [])
    assert ("CT118" in said.err) == told
    assert json.loads(said.out)["law"]["language"] == (lang.partition("-")[0] or "en")


#: What is said, and the language that is read; "" where it is refused.
CODES = [
    ("en", "en"), ("EN", "en"), ("en-GB", "en"), ("en_GB", "en"), ("eng", "en"), ("FRA", "fr"), ("es-MX", "es"),
    ("zh-Hant", "zh-Hant"), ("tpi", "tpi"), ("xx", "xx"),  # codes of languages that no lexicon is here for
    ("english", ""), ("x", ""), ("en GB", ""), ("français", ""), ("english-GB", ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "read"), CODES)
def test_a_language_is_named_by_its_code_however_it_is_written(call: Call, act: Path, lang: str, read: str) -> None:
    said = call("parse", act, "-f", "json", "--lang", lang)
    assert (said.code, said.out != "") == ((0, True) if read else (2, False))
    if read:
        assert json.loads(said.out)["law"]["language"] == read
    else:
        assert said.err.startswith(f"CT004 --lang {lang!r} is no code of a language; ")


@pytest.mark.parametrize("declared", ["zh", "zh-Hant", "fr"])
def test_a_label_that_the_words_contradict_is_told_and_not_believed(call: Call, tmp_path: Path, declared: str) -> None:
    spaces = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    meta = (
        '<meta><identification source="#x"><FRBRExpression><FRBRthis value="/x"/><FRBRuri value="/x"/>'
        f'<FRBRlanguage language="{declared}"/></FRBRExpression></identification></meta>'
    )
    section = "<section><num>{}.</num><content><p>{}</p></content></section>"
    body = "".join(section.format(n, words) for n, words in enumerate(ACT.split("\n\n"), 1))
    path = tmp_path / "act.xml"
    path.write_text(f'<akomaNtoso xmlns="{spaces}"><act>{meta}<body>{body}</body></act></akomaNtoso>', encoding="utf-8")
    said = call("parse", path, "-f", "json")
    assert json.loads(said.out)["law"]["language"] == "en"
    assert "CT118" in said.err


WRITING = [
    ("parse", "{}", "-f", "md", "-o", "{}"),
    ("gap", "{}", "-I", "tip", "-o", "{}"),
    ("show", "{}", "-o", "{}"),
    ("compare", "{}", "{}", "-o", "{}"),
    ("diff", "{}", "{}", "-o", "{}"),
    ("explain", "tip-3a", "--law", "{}", "-o", "{}"),
]


@pytest.mark.parametrize("command", WRITING, ids=[command[0] for command in WRITING])
def test_a_result_is_never_written_over_its_source(call: Call, act: Path, command: tuple[str, ...]) -> None:
    other = act.parent / "sub" / ".." / "act.txt"
    (act.parent / "sub").mkdir()
    for output in (act, other):
        args = [*(part.format(act) for part in command[:-1]), output]
        said = call(*args)
        assert (said.code, said.err[:5]) == (2, "CT007")
        assert act.read_text(encoding="utf-8") == ACT
        assert sorted(path.name for path in act.parent.iterdir()) == ["act.txt", "sub"]


#: A call of several files, the file that would be written over, and what is told of it.
TWICE = [
    ("gap act.txt -I tip --write-baseline act.txt", "act.txt", "over the file that is read"),
    ("gap act.txt -I tip -f json -o known.json --write-baseline ./known.json", "known.json", "over each other"),
    ("gap act.txt -I tip -f json -o known.json --baseline known.json", "known.json", "over the file that is read"),
    ("draft amend act.txt -I tip --redline act.docx -o act.docx", "act.docx", "over each other"),
    ("draft amend act.docx -I tip --redline act.docx", "act.docx", "over the file that is read"),
    ("draft clause tip-3b --template own.md -o own.md", "own.md", "over the file that is read"),
    ("draft law --template own.md -o own.md", "own.md", "over the file that is read"),
    ("draft amend act.txt --template own.md -o own.md", "own.md", "over the file that is read"),
]


@pytest.mark.parametrize(("words", "name", "told"), TWICE, ids=[case[0] for case in TWICE])
def test_of_the_files_of_a_call_none_is_written_over_another(
    words: str, name: str, told: str, call: Call, act: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(act.parent)
    kept = {"act.docx": word(p("1. Bells") + p("A ferry has a bell.")), "known.json": b"{}", "own.md": b"{{ title }}"}
    for other, data in kept.items():
        Path(other).write_bytes(data)
    said = call(*words.split())
    assert (said.code, said.err[:5], told in said.err) == (2, "CT007", True), said.err
    assert {other: Path(other).read_bytes() for other in kept} == kept
    assert act.read_text(encoding="utf-8") == ACT


def test_a_baseline_may_take_the_place_of_the_one_that_was_read(call: Call, act: Path) -> None:
    known = act.with_name("known.json")
    assert call("gap", act, "-I", "tip", "--write-baseline", known).code == 0
    first = known.read_bytes()
    assert call("gap", act, "-I", "tip", "--baseline", known, "--write-baseline", known).code == 0
    assert known.read_bytes() == first


def test_what_cannot_be_written_beside_a_result_keeps_the_result_as_it_was(call: Call, act: Path) -> None:
    made = act.with_name("gap.json")
    made.write_text("old")
    said = call("gap", act, "-I", "tip", "-o", made, "--write-baseline", act.parent / "none" / "known.json")
    assert (said.code, said.err[:5], made.read_text()) == (2, "CT902", "old")


def test_a_result_beside_its_source_is_written(call: Call, act: Path) -> None:
    assert call("parse", act, "-f", "md", "-o", act.with_suffix(".md")).code == 0
    assert act.with_suffix(".md").exists()


def test_other_inputs_are_still_done(call: Call, act: Path, tmp_path: Path) -> None:
    broken = tmp_path / "act.json"
    broken.write_text("{}", encoding="utf-8")
    said = call("parse", broken, act, "-f", "json")
    assert said.code == 4
    assert [bool(law["law"]) for law in json.loads(said.out)] == [False, True]
    assert said.err.startswith("CT115")
