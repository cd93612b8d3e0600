"""The documents beside the matrix: what stands in each, tied to the duty it serves, in every form, by any template."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import gap, parse, render_handout, schema
from ctip_law.datafile import DataFile
from ctip_law.dossier.handouts import nouns
from ctip_law.dossier.handouts.make import HANDOUTS, laid, read_contacts
from ctip_law.dossier.handouts.markup import handout
from ctip_law.dossier.handouts.nouns import View
from ctip_law.dossier.handouts.points import FILES, listed, read
from ctip_law.dossier.handouts.sandbox import inert, parsed, rendered
from ctip_law.dossier.handouts.view import view
from ctip_law.errors import ConfigError, CtipError, DataError, InputError, UsageError
from ctip_law.framework import load
from ctip_law.model import Report
from ctip_law.report.blocks import Contents, Grid, Head, Items, Text, Title, Turn
from ctip_law.report.render import HANDOUT_FORMATS
from ctip_law.report.schemas import SCHEMAS
from tests.cli.conftest import Call
from tests.conftest import ROOT
from tests.dossier.acts import ACT, law
from tests.report.reading import visible

PAGE = ROOT / "docs" / "how-to" / "make-working-documents.md"

#: Document -> words that a reader looks for in it, of the invented act held against the Trafficking Protocol.
STANDS = {
    "questionnaire": (
        "Possibility of compensation", "Trafficking Protocol, article 6(6)", "Your answer", "In section 4",
        "No provision found", "Which services are there",
    ),
    "policy-guide": ("What is asked", "Strength of the duty", "What can be done", "To decide", "What the law has"),
    "manual": ("Which acts are punished?", "section 2(1)(a)", "Penalties", "No directory of services was given"),
    "action-plan": ("Responsible body", "By when", "Trafficking Protocol, article 8(2)", "Model clauses"),
    "checklists": (
        "Interview of a person who may be a victim", "Standard operating procedure: identification",
        "Standard operating procedure: referral", "Help without conditions",
        "Cooperation with non-governmental organisations", "Trafficking Protocol, article 6(5)",
        "In part: Safe housing",
    ),
    "labour": ("Are forced labour or services among the purposes?", "In section 1", "Are unpaid wages owed"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HANDOUTS)
def test_what_a_reader_looks_for_stands_in_it(protocol: Report, kind: str) -> None:
    made = render_handout(protocol, kind, "html")
    assert isinstance(made, str)
    told = " ".join(visible(made, "html").split())
    for words in (*STANDS[kind], "Lantern Keepers (Protection) Act 2020", "no legal advice"):
        assert words in told, words


@pytest.mark.parametrize("kind", HANDOUTS)
def test_no_id_of_the_program_stands_in_it(everything: Report, kind: str) -> None:
    told = str(render_handout(everything, kind, "csv"))
    framework = load()
    ids = {one.id for one in framework.provisions()} | set(framework.elements) | set(framework.defects)
    found = set(re.findall(r"[\w.]+-[\w.-]+|\w+\.\w+", told)) & ids
    assert not found


@pytest.mark.parametrize("form", HANDOUT_FORMATS)
@pytest.mark.parametrize("kind", ["action-plan", "checklists"])
def test_every_form_holds_the_words_and_twice_the_same_bytes(protocol: Report, kind: str, form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst, of the extra `pdf`, is not installed")
    made = render_handout(protocol, kind, form)
    assert made == render_handout(protocol, kind, form)
    if form == "pdf":
        assert isinstance(made, bytes)
        assert made.startswith(b"%PDF")
    elif form == "json":
        jsonschema.validate(json.loads(made), schema("handout"), jsonschema.Draft202012Validator)
        SCHEMAS["handout"].model_validate_json(made)
        assert STANDS[kind][0] in " ".join(str(made).split())
    elif form in ("md", "html", "docx", "xlsx"):
        told = visible(made, form)
        assert STANDS[kind][0].replace("\\", "") in told
    else:
        rows = list(csv.reader(io.StringIO(str(made))))
        assert any(STANDS[kind][0] in cell for row in rows for cell in row)


def test_of_several_laws_each_has_the_number_that_its_sections_are_cited_with(tmp_path: Path) -> None:
    from tests.dossier.acts import CODE
    from tests.dossier.acts import report as of

    told = visible(str(render_handout(of(tmp_path, ACT, CODE), "policy-guide", "html")), "html")
    assert "[1] Lantern Keepers (Protection) Act 2020" in told
    assert "[2] LEY DE FAROLES" in told
    assert "Sections are cited with the number of their law" in told


def test_a_law_in_a_language_without_a_lexicon_gets_no_findings(tmp_path: Path) -> None:
    text = "ACT ÜBER LATERNEN\n\n1. Menschenhandel\nWer einen Menschen anwirbt, wird bestraft.\n"
    report = gap(law(tmp_path, text), against="tip")
    for point in (point for part in view(report).checklists for point in part.points):
        assert not point.passages
        assert "found: " not in point.law.casefold(), point.law


def test_a_bad_reading_says_not_judged_and_never_no_provision(protocol: Report) -> None:
    from dataclasses import replace

    unsound = replace(protocol, ledger=replace(protocol.ledger, alarm="sections are missing"))
    told = " ".join(trace.status for part in view(unsound).labour for point in part.points for trace in point.traces)
    assert "not judged" in told
    assert "no provision found" not in told


@pytest.mark.parametrize(
    ("against", "serves"),
    [
        ("tip", ("Trafficking Protocol, article 6(5)",)),
        ("coe", ("Council of Europe Trafficking Convention, article 28(1)",)),
        # none of the articles of this line belongs to it: the others are named, with a word on it
        ("p029", ("Trafficking Protocol, article 6(5) (not applied here)",)),
    ],
)
def test_a_line_names_the_duty_of_the_instruments_applied(
    tmp_path: Path, against: str, serves: tuple[str, ...]
) -> None:
    report = gap(law(tmp_path), against=against)
    first = view(report).checklists[0].points[0]
    assert first.serves[: len(serves)] == serves


def test_what_is_done_already_is_no_step_of_the_plan(protocol: Report) -> None:
    seen = view(protocol)
    met = {duty.cited for duty in seen.duties if not duty.open}
    assert met
    assert not met & {article for step in seen.steps for article in step.articles}


def test_what_was_not_checked_against_the_full_text_says_so(everything: Report) -> None:
    unchecked = {duty.cited for duty in view(everything).duties if not duty.checked}
    assert unchecked
    told = str(render_handout(everything, "policy-guide", "md"))
    assert told.count("What it asks for was not checked against the full text") == len(
        [duty for duty in view(everything).duties if not duty.checked]
    )
    assert "\\* What this article" not in told  # the star of the matrix, which stands nowhere here


# -- data ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_tied_to_a_duty(name: str) -> None:
    lines = [line for one in listed(name) for line in one.lines]
    assert lines
    assert all(line.serves and line.words.endswith((".", "?")) for line in lines)


def test_every_subject_of_the_framework_has_its_questions() -> None:
    subjects = {one.id for one in listed("questions")}
    assert {one.cluster for one in load().provisions()} <= subjects


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[a]\ntitle = "A"\nabout = "B"\n[a.b]\nwords = "C?"\nserves = ["tip-99"]\n', "6"),
        ('[a]\ntitle = "A"\nabout = "B"\n[a.b]\nwords = "C?"\nserves = ["tip-3a"]\nshows = ["no.such"]\n', "7"),
        ('[a]\ntitle = "A"\nabout = "B"\n[a.b]\nwords = "C?"\n', "4"),
        ('[a]\ntitle = "A"\nabout = "B"\nabuot = "C"\n', "4"),
    ],
)
def test_wrong_data_is_told_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "data.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read(DataFile(path))
    assert (caught.value.code, caught.value.place) == ("CT301", line)


# -- templates -------------------------------------------------------------------------------------------------

#: Template -> line of the error, and words of it. Nothing of it may be carried out, and none may run for ever.
REFUSED = [
    ("# T\n{% include 'secrets.txt' %}", "2", "may not read other files"),
    ("{% extends '/etc/passwd' %}", "1", "may not read other files"),
    ("\n\n{% import 'x' as y %}", "3", "may not read other files"),
    ("# T\n\n{{ nmae }}", "3", "nmae"),
    ("# T\n{{ laws[0].titel }}", "2", "titel"),
    ("# T\n{% for a in laws %}", "2", ""),
    ("{{ name | tojson }}", "1", "no filter `tojson`"),
    ("{{ name | safe }}", "1", "no filter `safe`"),
    ("{{ name | _counted(1) }}", "1", "no filter"),
    ("# T\n{{ laws }}", "2", "cannot be printed"),
    ("# T\n{{ open('x') }}", "2", "open"),
    ("{{ ''.__class__.__mro__ }}", "1", "__class__"),
    ("{{ name.format(1) }}", "1", "format"),
    ("{{ name.center(10) }}", "1", "center"),
    ("{{ cover.__globals__ }}", "1", "__globals__"),
    ("{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", "1", "come to an end"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "1", "calls itself without end"),
    ("{% macro m(n) %}{{ m(n) if n < 0 }}{{ m(n) }}{% endmacro %}{{ m(1) }}", "1", ""),
    ("{{ 'a' * 999999999 }}", "1", "small whole numbers"),
    ("{{ 9 ** 9 }}", "1", "small whole numbers"),
    ("{{ '%9999999999d' % 1 }}", "1", "small whole numbers"),
    ("{{ range(999999999) | length }}", "1", "range"),
    (
        "{% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "1", "more than a document can hold",
    ),
    (
        "{% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(99) %}{% set n.x = [n.x, n.x] | join %}{% endfor %}",
        "1", "more than a document can hold",
    ),
    ("{% for a in range(9999) %}" + "word " * 4000 + "{% endfor %}", "1", "more than a document can hold"),
    # a long text, and then work on it again and again
    *(
        (
            "{% set n = namespace(x=name) %}{% for i in range(18) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
            "{% for a in range(9999) %}{% set y = " + work + " %}{% endfor %}",
            "1", "more than a document can hold",
        )
        for work in ("n.x | upper", "n.x == n.x", "'zz' in n.x", "n.x[1:]", "n.x | list")
    ),
    ("{{ [name] | map('upper') | join }}", "1", "`map` takes"),
    ("{{ 1 // 0 }}", "1", ""),
    ("no title", "", "has no title"),
    ("# T\n\n<script>x</script>", "", "HTML"),
    ("# T\n\n![a](b.png)", "", "a picture"),
    ("# T\n\n[a](http://x.example)", "", "a link"),
    ("# T\n\n##### Deep", "", "heading"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "words"), REFUSED)
def test_a_template_that_cannot_be_used_is_told_and_not_carried_out(
    protocol: Report, tmp_path: Path, text: str, line: str, words: str
) -> None:
    path = tmp_path / "own.md.j2"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        render_handout(protocol, "manual", template=str(path))
    assert caught.value.code == "CT401"
    assert caught.value.path == str(path)
    assert caught.value.place == line
    assert words in caught.value.message


#: Template -> what it writes. Near misses of the table above.
TAKEN = [
    ("{% for a in range(3) %}{{ a }}{% endfor %}", "012"),
    ("{{ 'a' ~ 1 ~ 'b' }}", "a1b"),
    ("{{ [name, 'b'] | join(', ') | upper }}", r"A\, B"),
    ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('a*b') }}", r"**a\*b**"),
    ("{% for a in ('x', 'y') %}{{ loop.index + 1 }}{{ a }}{{ ',' if not loop.last }}{% endfor %}", r"2x\,3y"),
    ("{% set n = namespace(c=0) %}{% for a in (1, 2) %}{% set n.c = n.c + a %}{% endfor %}{{ n.c }}", "3"),
    ("{{ 'x' if false }}", ""),
    ("{{ 'yes' if name == 'A' and 'A' in name }}", "yes"),
    ("{% filter upper %}{{ name }}b{% endfilter %}", "AB"),
    ("{{ ('x', 'y', name)[1:] | join(' ') }}", "y A"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "made"), TAKEN)
def test_what_a_template_may_do(text: str, made: str) -> None:
    assert rendered(text, "own", {"name": "A"}) == made


@settings(deadline=None, max_examples=150)
@given(st.text(min_size=1, max_size=60))
def test_no_words_of_a_law_are_markup(words: str) -> None:
    flat = " ".join(words.split())
    if not any(sign.isprintable() and not sign.isspace() for sign in flat):
        return
    text = rendered("# T\n\n{{ one }}x\n\n| A | B |\n|---|---|\n| {{ one }}x | y |\n", "own", {"one": words})
    blocks = handout(text, "own").blocks
    assert [type(block) for block in blocks[1:]] in ([Grid], [Text, Grid])
    grid = blocks[-1]
    assert isinstance(grid, Grid)
    assert len(grid.rows) == 1
    assert [one.text for one in grid.rows[0][1]] == ["y"]


HOSTILE = "| x | <b>y</b> **z** [a](b) # {{ 7 * 7 }} \n- item `c` \\| &amp; <br>"


def test_hostile_words_of_a_law_stay_words(tmp_path: Path) -> None:
    text = ACT.replace("safe shelter as", "safe shelter {{ 7 * 7 }} <b>=cmd</b> | # *x* as")
    report = gap(law(tmp_path, text), against="tip")
    told = visible(str(render_handout(report, "manual", "html")), "html")
    assert "{{ 7 * 7 }} <b>=cmd</b> | # *x*" in told or "&lt;b&gt;=cmd" in told
    assert handout(f"# {inert(HOSTILE)}\n", "own").title == " ".join(HOSTILE.split())


def test_cells_of_the_csv_are_no_formulas() -> None:
    from ctip_law.report.handout import to_csv

    made = to_csv(handout("# T\n\n## =H\n\n| =A | B | C |\n|---|---|---|\n| +1 | @x | -y |\n", "own"))
    cells = [cell for row in csv.reader(io.StringIO(made)) for cell in row]
    assert cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_markdown_becomes_the_blocks_of_a_document() -> None:
    text = (
        "# Title\n\nunder<br>it\n\n[contents]\n\n[wide page]\n\n## Part\n\nWords *and* more.\n\n*small*\n\n"
        "- one\n- two\n\n1. first\n\n| A | B |\n|---|------|\n| **x**<br>y |  |\n"
    )
    blocks = handout(text, "own").blocks
    assert [type(one) for one in blocks] == [Title, Contents, Turn, Head, Text, Text, Items, Items, Grid]
    assert blocks[0] == Title("Title", ("under", "it"))
    assert blocks[2] == Turn(wide=True)
    grid = blocks[-1]
    assert isinstance(grid, Grid)
    assert grid.widths == (33, 67)
    assert [(one.text, one.kind) for one in grid.rows[0][0]] == [("x", "strong"), ("y", "")]


def test_a_template_of_ones_own_takes_the_place_of_ours(protocol: Report, tmp_path: Path) -> None:
    path = tmp_path / "own.md.j2"
    listed_ = "{% for one in steps[:1] %}\n- {{ one.words }}\n{% endfor %}"
    path.write_text(f"# Note on {{{{ name }}}}\n\n{listed_}\n\n{{{{ ending() }}}}\n")
    made = laid(protocol, "action-plan", template=str(path))
    assert made.title.startswith("Note on ")
    assert any(isinstance(block, Items) for block in made.blocks)


def _nouns(type_: Any, seen: dict[str, set[str]]) -> dict[str, set[str]]:
    """Every dataclass that can be reached from a type, with the names of its fields."""
    for one in (type_, *get_args(type_)):
        if is_dataclass(one) and isinstance(one, type) and one.__name__ not in seen:
            seen[one.__name__] = {field.name for field in fields(one)} - {"key"}
            for hint in get_type_hints(one).values():
                _nouns(hint, seen)
        elif one is not type_:
            _nouns(one, seen)
    return seen


def test_the_page_on_templates_names_every_field() -> None:
    page = PAGE.read_text(encoding="utf-8")
    told = {
        name: set(re.findall(r"`(\w+)`", row))
        for name, row in re.findall(r"^\| (\w+) \| (.+) \|$", page, re.M)
        if hasattr(nouns, name) or name in ("Passage", "Held", "Term", "Observation")
    }
    for name, own in _nouns(View, {}).items():
        assert name in told, name
        assert own <= told[name], (name, own - told[name])


@pytest.mark.parametrize("kind", HANDOUTS)
def test_our_own_templates_are_templates(kind: str) -> None:
    path = ROOT / "templates" / "handouts" / f"{kind}.md.j2"
    parsed(path.read_text(encoding="utf-8"), str(path))


# -- contacts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "CT103"),
        ("Name,Telephone\n", "CT112"),
        ("Name,Telephone\nHouse,1,2\n", "CT112"),
        ("Name,\nHouse,1\n", "CT112"),
        ("A,B,C,D,E,F,G\n1,2,3,4,5,6,7\n", "CT112"),
        ('Name,Telephone\n"House,1\n', "CT112"),
    ],
)
def test_a_directory_that_is_no_table_is_told(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "services.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_contacts(str(path))
    assert caught.value.code == code


def test_contacts_stand_in_the_manual(protocol: Report, tmp_path: Path) -> None:
    path = tmp_path / "services.csv"
    path.write_text("Name,Help,Telephone\nHarbour House,shelter | all,+000 111\n", encoding="utf-8-sig")
    made = visible(str(render_handout(protocol, "manual", "html", contacts=read_contacts(str(path)))), "html")
    for words in ("Harbour House", "shelter | all", "+000 111"):
        assert words in made
    assert "No directory of services" not in made


# -- command line ----------------------------------------------------------------------------------------------


@pytest.fixture
def act(tmp_path: Path) -> Path:
    path = tmp_path / "act.txt"
    path.write_text(ACT, encoding="utf-8")
    return path


def test_our_template_is_printed_and_given_back_makes_the_same(call: Call, act: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.md.j2"
    assert call("report", "template", "action-plan", "-o", own).code == 0
    args = ("report", "action-plan", act, "-I", "tip", "-f", "md")
    assert call(*args, "--template", own).out == call(*args).out
    assert call("report", "template", "poem").code == 2


def test_the_ending_chooses_the_form_and_a_strange_one_is_refused(call: Call, act: Path, tmp_path: Path) -> None:
    assert call("report", "action-plan", act, "-I", "tip", "-o", tmp_path / "plan.docx").code == 0
    assert (tmp_path / "plan.docx").read_bytes().startswith(b"PK")
    said = call("report", "action-plan", act, "-o", tmp_path / "plan.odt")
    assert said.code == 2
    assert "CT004" in said.err
    assert not (tmp_path / "plan.odt").exists()


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        (("--template", "missing.j2"), 3, "CT101"),
        (("--template", "."), 3, "CT102"),
        (("--contacts", "missing.csv"), 3, "CT101"),
        (("-I", "nothing"), 2, "CT002"),
        (("--paper", "a5"), 2, "letter"),
    ],
)
def test_mistakes_have_their_code(call: Call, act: Path, more: tuple[str, ...], code: int, told: str) -> None:
    said = call("report", "manual", act, *more)
    assert said.code == code
    assert told in said.err
    assert not said.out


def test_a_template_that_is_wrong_leaves_no_file(call: Call, act: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.j2"
    own.write_text("# T\n\n{{ nothing_here }}\n")
    said = call("report", "labour", act, "-I", "tip", "--template", own, "-o", tmp_path / "x.docx")
    assert said.code == 1
    assert f"CT401 {own}:3: 'nothing_here' is undefined" in said.err
    assert not (tmp_path / "x.docx").exists()


def test_one_source_that_cannot_be_read_is_told_in_the_document(call: Call, act: Path, tmp_path: Path) -> None:
    said = call("report", "checklists", act, tmp_path / "gone.txt", "-I", "tip")
    assert said.code == 4
    assert "gone.txt: " in said.out.replace("\\", "")


def test_a_country_of_the_corpus(call: Call) -> None:
    said = call("report", "labour", "-C", "SG")
    assert said.code == 0
    assert "# Exploitation of labour: " in said.out


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda report: render_handout(report, "poem"), UsageError),
        (lambda report: render_handout(report, "manual", "odt"), UsageError),
        (lambda report: render_handout(report, "manual", "docx", paper="a5"), UsageError),
    ],
)
def test_what_is_not_there_is_a_usage_error(
    protocol: Report, make: Callable[[Report], Any], error: type[CtipError]
) -> None:
    with pytest.raises(error) as caught:
        make(protocol)
    assert caught.value.code == "CT004"


def test_parse_and_gap_make_the_report_of_the_commands(tmp_path: Path, act: Path, call: Call) -> None:
    made = render_handout(gap([parse(act)], against="tip"), "checklists")
    assert call("report", "checklists", act, "-I", "tip").out == made
