"""Two versions of a law: the text section by section, words, verdicts; forms, schema, exit codes."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctip_law import diff, parse, render_diff
from ctip_law.compare.versions import changes
from ctip_law.compare.words import Piece, excerpt, redline
from tests.cli.conftest import ACT, Call, call  # noqa: F401
from tests.compare.conftest import GARDENS, law
from tests.report.reading import visible

OLD = law(GARDENS)

#: (what is replaced, by what) -> the changes, as kind, old number, new number
VERSIONS = [
    ([], []),
    ([("ten coins", "twelve coins")], [("changed", "5", "5")]),
    ([("\n6. Benches\nA bench is made of oak.\n", "")], [("removed", "6", None)]),
    ([("oak.\n", "oak.\n\n7. Ponds\nA pond has fish and is never dry.\n")], [("added", None, "7")]),
    ([("5. Fee", "5A. Fee")], [("renumbered", "5", "5A")]),
    ([("5. Fee", "7. Fee"), ("6. Benches", "8. Benches")], [("renumbered", "5", "7"), ("renumbered", "6", "8")]),
    ([("5. Fee", "5. Ponds\nA pond has fish and is never dry.\n\n6. Fee"), ("6. Benches", "7. Benches")],
     [("added", None, "5"), ("renumbered", "5", "6"), ("renumbered", "6", "7")]),
    ([("GATES", "DOORS")], [("changed", "II", "II")]),
    ([("A bench is made of oak.", "Nobody may climb over the wall after sunset.")], [("changed", "6", "6")]),
    ([("The keeper may hold a key, and", "The keeper may hold\na key,   and")], []),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), VERSIONS, ids=[str(edits)[:60] for edits, _ in VERSIONS])
def test_changes_of_the_text(edits: list[tuple[str, str]], expected: list[tuple[str, str | None, str | None]]) -> None:
    text = GARDENS
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    found = changes(OLD, law(text))
    assert [(c.kind, c.old.num if c.old else None, c.new.num if c.new else None) for c in found] == expected


def _line(old: str, new: str) -> str:
    marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in redline(old, new))


#: old, new, redline
REDLINES = [
    ("a gate may open", "a gate may open", "a gate may open"),
    ("a gate may open", "a gate shall open", "a gate [-may-]{+shall+} open"),
    ("a gate may open", "a gate may not open", "a gate may{+ not+} open"),
    ("a fee of ten coins", "a fee of 12.5 coins", "a fee of [-ten-]{+12.5+} coins"),
    ("by day or by night", "by noon or by dusk", "by [-day-]{+noon+} or by [-night-]{+dusk+}"),
    ("a red or old gate", "a blue or new gate", "a [-red or old-]{+blue or new+} gate"),
    ("a gate's key", "a gate’s key", "a [-gate's-]{+gate’s+} key"),
    ("", "a gate", "{+a gate+}"),
]


@pytest.mark.parametrize(("old", "new", "expected"), REDLINES)
def test_redlines_read_as_a_person_would_write_them(old: str, new: str, expected: str) -> None:
    assert _line(old, new) == expected


WORDS = st.lists(st.sampled_from(["a", "gate", "may", "open", ",", "(1)", "or", "day", "\n"]), max_size=30).map(
    " ".join
)


@given(WORDS, WORDS)
def test_a_redline_holds_both_texts_whole(old: str, new: str) -> None:
    pieces = redline(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "insert") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "delete") == new
    for one, other in pairwise(pieces):
        assert (one.kind, other.kind) not in {("equal", "equal"), ("insert", "delete"), ("insert", "insert")}


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert redline(text, text) == ((Piece("equal", text),) if text else ())


def test_a_law_does_not_differ_from_itself() -> None:
    same = law(ACT)
    made = diff(same, same, against="tip")
    data = json.loads(render_diff(made, "json"))
    assert [data[name] for name in ("sections", "provisions", "elements", "defects", "penalties")] == [
        [],
        [],
        [],
        [],
        [],
    ]
    assert data["amending_act"] is None
    assert "no difference" in render_diff(made, "table")


CHILD = 'child\nIn this Act, "child" means a person under the age of eighteen years.'
PLACE = 'place\nIn this Act, "place" means a house or a ship.'
NEW = ACT.replace("The court may order", "The court shall order").replace("fifteen", "twenty")


def test_verdicts_elements_and_penalties_that_change() -> None:
    old, new = law(ACT), law(NEW.replace(CHILD, PLACE))
    data = json.loads(render_diff(diff(old, new, against="tip"), "json"))
    rows = {row["id"]: (row["before"], row["after"], row["direction"]) for row in data["provisions"]}
    assert rows["tip-3d"] == ("met", "gap", "worse")
    lost = [one for one in data["elements"] if one["direction"] == "lost"]
    assert lost
    quote = lost[0]["evidence_before"][0]
    assert ACT[quote["start"] : quote["end"]] == quote["quote"]
    tiers = [(row["section"], row["before"][0]["max_years"], row["after"][0]["max_years"]) for row in data["penalties"]]
    assert tiers == [("1", 15, 20)]


def test_what_gets_better_backwards_gets_worse() -> None:
    old, new = law(ACT), law(ACT.replace(CHILD, PLACE))
    forth = json.loads(render_diff(diff(old, new, against="tip"), "json"))
    back = json.loads(render_diff(diff(new, old, against="tip"), "json"))
    assert [row["id"] for row in forth["provisions"]] == [row["id"] for row in back["provisions"]]
    turned = {"better": "worse", "worse": "better", "other": "other"}
    assert [turned[row["direction"]] for row in forth["provisions"]] == [row["direction"] for row in back["provisions"]]


BILL = """TRADE IN PEOPLE (AMENDMENT) BILL

1. Consent
The Trade in People Act 2020 is amended in subsection 1(2) by deleting the word "irrelevant" and substituting the word
"material".

2. Compensation
Section 3 of the Act is amended by substituting for the word "may" the word "shall".

3. Ponds
Section 9 of the Act is repealed.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, bill = tmp_path / "act.txt", tmp_path / "bill.txt"
    old.write_text(ACT, encoding="utf-8")
    bill.write_text(BILL, encoding="utf-8")
    return old, bill


def test_an_amending_act_is_recognised_and_said_to_be_one(call: Call, files: tuple[Path, Path]) -> None:  # noqa: F811
    said = call("diff", *files, "-I", "tip", "-f", "json")
    assert (said.code, said.err) == (0, f"{files[1]} is read as an act that amends {files[0]}\n")
    data = json.loads(said.out)
    _validate("diff", data)
    assert data["amending_act"]["source"]["path"] == str(files[1])
    assert [(one["num"], one["applied"]) for one in data["instructions"]] == [("1", True), ("2", True), ("3", False)]
    assert data["summary"]["instructions"] == {"read": 3, "applied": 2, "not_read": 0}
    assert [BILL[one["start"] : one["end"]][:5] for one in data["instructions"]] == ["The T", "Secti", "Secti"]
    assert [row["new"]["num"] for row in data["sections"]] == ["1", "3"]


def test_the_law_as_amended_is_written_with_what_was_left_out_on_stderr(call: Call, files: tuple[Path, Path]) -> None:  # noqa: F811
    said = call("diff", *files, "--apply")
    assert said.code == 4
    assert said.out == ACT.replace("irrelevant", "material").replace("court may", "court shall")
    assert said.err.splitlines()[0].startswith(f"CT203 {files[1]}:3: not applied: section 9 was not found; ")


@pytest.mark.parametrize("form", ["text", "md", "json", "akn"])
def test_forms_of_the_law_as_amended(call: Call, files: tuple[Path, Path], tmp_path: Path, form: str) -> None:  # noqa: F811
    target = tmp_path / "new"
    assert call("diff", *files, "--apply", "-f", form, "-o", target).code == 4
    assert "material" in target.read_text(encoding="utf-8")
    if form != "json":
        assert [section.num for section in parse(target).sections()] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("form", "start"), [("table", "What changes"), ("md", "# What changes"), ("html", "<!DOCTYPE html>")]
)
def test_forms_for_people(call: Call, files: tuple[Path, Path], form: str, start: str) -> None:  # noqa: F811
    said = call("diff", *files, "-I", "tip", "-f", form)
    assert said.code == 0
    assert said.out.startswith(start)
    for words in ("not found", "material", "2 of 3 instructions"):
        assert words in said.out
    if form == "table":
        assert max(map(len, said.out.splitlines())) <= 80
    assert said.out == call("diff", *files, "-I", "tip", "-f", form).out


@pytest.mark.parametrize(
    ("args", "code", "start"),
    [
        (("act.txt", "missing.txt"), 3, "CT101 missing.txt: "),
        (("act.txt", "act.txt", "--apply"), 3, "CT202 act.txt: no amending instruction was read in it"),
        (("act.txt", "bill.txt", "-f", "akn"), 2, "CT004 -f akn does not go with this call"),
        (("act.txt", "bill.txt", "--apply", "-f", "html"), 2, "CT004 -f html does not go with this call"),
        (("act.txt", "bill.txt", "-I", "nothing"), 2, "CT002 "),
        (("-", "-"), 2, "CT007 standard input (-) can be read only once"),
        (("act.txt", "other.txt", "--apply"), 3, "CT203 other.txt:1: not applied: section 9 was not found"),
    ],
)
def test_failures_are_one_line_with_the_exit_code(
    call: Call,  # noqa: F811
    files: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    args: tuple[str, ...],
    code: int,
    start: str,
) -> None:
    monkeypatch.chdir(files[0].parent)
    Path("other.txt").write_text("AMENDMENT\n\n1. Ponds\nSection 9 of the Act is repealed.\n", encoding="utf-8")
    said = call("diff", *args)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(start)
    assert "Traceback" not in said.err


def _validate(name: str, data: object) -> None:
    import jsonschema

    from ctip_law import schema
    from ctip_law.report.schemas import SCHEMAS

    SCHEMAS[name].model_validate(data, strict=True)
    jsonschema.validate(data, schema(name), jsonschema.Draft202012Validator)


@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf"])
def test_a_document_has_the_old_words_beside_the_new(form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst, of the extra `pdf`, is not installed")
    made = diff(OLD, law(GARDENS.replace("ten coins", "twelve coins")))
    said = render_diff(made, form)
    assert said == render_diff(made, form)
    told = visible(said, form)
    assert told.index("ten coins") < told.index("twelve coins")
    assert "1 changed" in told


#: Untouched words; `*` is a change. With ten characters around a change and twenty to spare: 30 at an end, 40 between.
EXCERPTS = [
    ("one two three four five six se*", "one two three four five six se*"),
    ("one two three four five six sev*", "… six sev*"),
    ("*one two three four five six se", "*one two three four five six se"),
    ("*one two three four five six sev", "*one two …"),
    ("*one two three four five six seven eight *", "*one two three four five six seven eight *"),
    ("*one two three four five six seven eight n*", "*one two … eight n*"),
    ("*", "*"),
]


@pytest.mark.parametrize(("words", "shown"), EXCERPTS)
def test_what_stands_far_from_a_change_is_left_out(words: str, shown: str) -> None:
    pieces = tuple(Piece("delete" if one == "*" else "equal", one) for one in re.split(r"(\*)", words) if one)
    cut = excerpt(pieces, 10)
    assert "".join(piece.text for piece in cut) == shown
    assert [piece.kind for piece in cut] == [piece.kind for piece in pieces]
