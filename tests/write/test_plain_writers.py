"""A law as tree, JSON and Markdown."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.corpus import entries
from ctip_law.model import Clause, Coverage, Law, Leftover, Source
from ctip_law.report.schemas import SCHEMAS
from ctip_law.write.json import law_json
from ctip_law.write.markdown import to_markdown
from ctip_law.write.tree import to_tree

LAW = Law(
    id="/akn/xx/act/2020/1",
    title="Act on *Trade*",
    language="en",
    text="",
    source=Source("act.txt", "", "", "text"),
    clauses=(
        Clause(
            "part_1",
            "part",
            "1",
            "PART 1",
            "Offences",
            children=(
                Clause(
                    "sec_4a",
                    "section",
                    "4A",
                    "4A.",
                    "Trade",
                    intro="A person who—",
                    wrap_up="commits an offence.",
                    children=(
                        Clause("sec_4a__para_a", "paragraph", "a", "(a)", text="sells; or"),
                        Clause("sec_4a__para_b", "paragraph", "b", "(b)", text="buys,"),
                    ),
                ),
            ),
        ),
    ),
    leftovers=(Leftover(0, 6, "Page 3", "page number", ""), Leftover(9, 15, "zzz", "unplaced", "")),
    coverage=Coverage(lines=8, placed=6, furniture=1, unplaced=1),
)


def test_the_tree_names_every_unit_and_what_found_no_place() -> None:
    assert (
        to_tree(LAW)
        == """Act on *Trade*

part 1: Offences
  section 4A: Trade
    paragraph a: sells; or
    paragraph b: buys,

8 lines: 6 placed, 0 outside, 1 furniture (1 page number), 1 unplaced
  unplaced: 'zzz'
"""
    )


def test_markdown_has_a_heading_for_each_section_and_words_in_order() -> None:
    made = to_markdown(LAW)
    assert "# PART 1" in made
    assert "# 4A. Trade" in made
    order = ["A person who—", "sells; or", "buys,", "commits an offence."]
    assert [made.index(words) for words in order] == sorted(made.index(words) for words in order)


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_sections_of_the_corpus_come_back_from_markdown(entry: object) -> None:
    law = parse(entry.path)  # type: ignore[attr-defined]
    again = parse("-", stdin=to_markdown(law).encode("utf-8"), lang=law.language)
    assert [section.num for section in again.sections()] == [section.num for section in law.sections()]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_json_is_what_the_schema_says(entry: object) -> None:
    law = parse(entry.path)  # type: ignore[attr-defined]
    SCHEMAS["law"].model_validate(law_json(law), strict=True)
