"""Templates of the user's own: what they see is written down, what they may not do is refused with the line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from ctip_law.bill import amending_bill, render_bill
from ctip_law.draft import draft_clause, draft_law, render
from ctip_law.errors import CtipError
from ctip_law.paths import data_folder
from tests.bill.statutes import SECTIONS, law

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "draft-a-clause.md"


@pytest.mark.parametrize("name", ["draft.md", "draft.html", "bill.md", "bill.html"])
def test_what_the_shipped_templates_see_is_documented(name: str) -> None:
    kind = name.partition(".")[0]
    text = (data_folder("templates") / kind / f"{name}.j2").read_text(encoding="utf-8")
    parse = Environment(autoescape=False).parse
    text = re.sub(r"\|\s*(?:md|cited)\b(?:\([^)]*\))?", "", text)
    page = PAGE.read_text(encoding="utf-8")
    table = page.split("A template of a [bill]")[kind == "bill"]
    assert [one for one in meta.find_undeclared_variables(parse(text)) if f"`{one}`" not in table] == []


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_shipped_template_given_as_one_s_own_makes_the_same(form: str, tmp_path: Path) -> None:
    made, bill = draft_law(only="tip-3b"), amending_bill([law(SECTIONS)], against="tip")
    folder = data_folder("templates")
    assert render(made, form, template=str(folder / "draft" / f"draft.{form}.j2")) == render(made, form)
    assert render_bill(bill, form, template=str(folder / "bill" / f"bill.{form}.j2")) == render_bill(bill, form)


def test_words_in_a_page_are_escaped_whatever_the_template(tmp_path: Path) -> None:
    own = tmp_path / "own.j2"
    each = "{% for p in draft.parts %}{% for s in p.sections %}{% for line in s.lines() %}{{ line[2] }}"
    own.write_text(each + "{% endfor %}" * 3)
    made = draft_clause("carriers", variables={"carrier_fine": "<script>"})
    assert "<script>" not in str(render(made, "html", template=str(own)))
    assert "<script>" in str(render(made, "md", template=str(own)))


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a\n{{ draft.nothing }}", "", "nothing"),
        ("{% include '/etc/passwd' %}", "", "not found"),
        ("{{ draft.__class__.__mro__ }}", "", "unsafe"),
        ("a\n{% for x in", "2", "unexpected"),
        ("{{ 1 / 0 }}", "", "zero"),
        ("{% for n in range(999999999) %}x{% endfor %}", "", "Range too big"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused(text: str, place: str, words: str, tmp_path: Path) -> None:
    own = tmp_path / "own.j2"
    own.write_text(text)
    with pytest.raises(CtipError) as told:
        render(draft_clause("consent"), "md", template=str(own))
    assert (told.value.code, told.value.path, told.value.place) == ("CT401", str(own), place)
    assert words in told.value.message


@pytest.mark.parametrize(("form", "name", "code"), [("docx", "own.j2", "CT004"), ("md", "none.j2", "CT101")])
def test_a_template_is_for_markdown_and_html_and_is_there(form: str, name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "own.j2").write_text("x")
    with pytest.raises(CtipError) as told:
        render(draft_clause("consent"), form, template=str(tmp_path / name))
    assert told.value.code == code
