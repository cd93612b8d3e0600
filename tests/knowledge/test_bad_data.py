"""Every mistake in rules, concepts and the words of a language: told with file and line, and nothing is judged."""

# ruff: noqa: E501 (tables of mistakes)

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.errors import ConfigError
from ctip_law.knowledge import reliability
from ctip_law.languages import load
from tests.cli.conftest import Call
from tests.knowledge.conftest import Spoil

CORE = "knowledge/rules/core.toml"
CONCEPTS = "knowledge/concepts.toml"
SHARES = "knowledge/reliability.toml"
ENGLISH = "languages/en/concepts-core.toml"

# what is wrong, file, words there, what stands instead, what is said
RULES = [
    ("a concept misspelt", CORE, '[["@act.transfer"]]', '[["@act.transfr"]]', '"@act.transfr", which is not declared'),
    ("a wording for a concept", CORE, '[["@act.transfer"]]', '[["hands over"]]', "names concepts only"),
    ("an element misspelt", CORE, 'element = "act.transfer"', 'element = "act.transfr"', 'no element or defect "act.transfr"'),
    ("a defect misspelt", "knowledge/rules/defects.toml", 'element = "defect.removal-allowed"', 'element = "defect.removal"', 'no element or defect "defect.removal"'),
    ("a field misspelt", CORE, 'inside = "trafficking"', 'insde = "trafficking"', "unknown field `insde`"),
    ("a scope that does not exist", CORE, 'scope = "subsection"', 'scope = "chapter"', "`scope` is \"chapter\""),
    ("a role that does not exist", CORE, 'inside = "trafficking"', 'inside = "traficking"', 'no role of a place "traficking"'),
    ("a number as text", CORE, "within = 45", 'within = "45"', "must be a whole number"),
    ("a weight below 0", CORE, "weight = 2.0", "weight = -2.0", "must be a number, 0 or more"),
    ("a list that is no list of lists", CORE, 'all = [["@act.transfer"]]', 'all = ["@act.transfer"]', "must be a list of lists"),
    ("a rule without a group", CORE, 'all = [["@act.transfer"]]\n', "", "the field `all` is missing"),
    ("a rule without an id", CORE, 'id = "act.transfer"\n', "", "the field `id` is missing"),
    ("a rule twice", CORE, 'id = "act.harbouring"', 'id = "act.transfer"', "stands twice"),
    ("an anchor that is no group", CORE, 'all = [["@act.transfer"]]', 'anchor = 1\nall = [["@act.transfer"]]', "`anchor` is 1"),
    ("a file that is no TOML", CORE, 'id = "act.transfer"', 'id = "act.transfer', "not valid TOML"),
    ("something that is no rule", CORE, '[[rule]]\nid = "act.transfer"', '[[rules]]\nid = "act.transfer"', "unknown field `rules`"),
    ("a limit without its reason", "knowledge/rules/criminal.toml", 'weak_if = [["@reference-to-offence"], "only by reference"]', 'weak_if = [["@reference-to-offence"]]', "must be a list of concepts and a reason"),
]  # fmt: skip
NAMES = [
    ("a concept that nothing uses", CONCEPTS, "[core]\n", '[core]\nsunset = "the end of the day"\n', 'nothing uses the concept "sunset"'),
    ("a concept twice", CONCEPTS, "[criminal]\n", '[criminal]\nprove = "to prove"\n', 'the concept "prove" stands twice'),
    ("a stage that does not exist", CONCEPTS, 'stages = ["roles"]', 'stages = ["rolls"]', '"rolls" is no stage'),
    ("a concept without a meaning", CONCEPTS, 'prove = "something has to be proved"', 'prove = ""', "`prove` is empty"),
    ("a wording that is no text", ENGLISH, '"child", "children"', '"child", 18, "children"', "must be a list of texts"),
    ("a concept of the language that is not declared", ENGLISH, "child = [", "chlid = [", '"chlid" is not declared'),
    ("a concept in another that does not exist", ENGLISH, '"@act.receipt"', '"@act.receit"', 'unknown concept "@act.receit"'),
    ("a wording twice", ENGLISH, '"child", "children"', '"child", "child", "children"', 'holds "child" twice'),
    ("a concept without a wording", ENGLISH, 'prove = ["prove"]', "prove = []", "has no wording"),
    ("a concept that is passed over", ENGLISH, 'prove = ["prove"]\n', "", '"prove" (something has to be proved) has no wording'),
    ("a concept with words and none", ENGLISH, 'prove = ["prove"]', 'none = ["prove"]\nprove = ["prove"]', "is said to have none"),
    ("none of what does not exist", ENGLISH, 'prove = ["prove"]', 'none = ["proof"]\nprove = ["prove"]', '"proof" is not declared'),
    ("a share that falls and rises", SHARES, "few = [0.99, 0.99, 0.99, 0.99]", "few = [0.99, 0.5, 0.99, 0.99]", "only rise"),
    ("a status that does not exist", SHARES, "[element.weak]", "[element.week]", "there is no status week"),
    ("a breadth that does not exist", SHARES, 'en = "many"', 'en = "lots"', 'is "lots"'),
]  # fmt: skip

LAW = "Section 1. A person who transfers another person by force for the purpose of forced labour commits an offence."


def read_all() -> None:
    load("en")
    reliability.load()


@pytest.mark.parametrize(("what", "name", "old", "new", "said"), [*RULES, *NAMES], ids=[row[0] for row in [*RULES, *NAMES]])
def test_a_mistake_is_told_with_file_and_line(what: str, name: str, old: str, new: str, said: str, spoil: Spoil) -> None:
    path, lines = spoil(name, old, new)
    with pytest.raises(ConfigError) as caught:
        read_all()
    error = caught.value
    assert said in error.message
    assert (error.code, error.exit_code, error.path) == ("CT301", 2, str(path))
    if not new:  # what is not there is told at the table that lacks it, or at the top of the file
        lines = range(1, lines.stop)
    assert int(error.place) in lines, what


def test_the_data_as_they_are_have_no_mistake(data: Path) -> None:
    read_all()


@pytest.mark.parametrize(("name", "old", "new"), [row[1:4] for row in (RULES[0], RULES[2], NAMES[0], NAMES[5], NAMES[12])])
def test_nothing_is_judged_with_bad_data(
    name: str, old: str, new: str, spoil: Spoil, call: Call, tmp_path: Path
) -> None:
    law = tmp_path / "act.txt"
    law.write_text(f"An Act\n\n{LAW}\n", encoding="utf-8")
    path, _ = spoil(name, old, new)
    done = call("gap", str(law), "-I", "tip")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"CT301 {path}:")
    assert done.err.count("\n") == 1
