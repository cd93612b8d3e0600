"""Every mistake in rules, concepts and the words of a language: told with file and line, and nothing is judged."""

# ruff: noqa: E501 (tables of mistakes)

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law import parse
from ctip_law.errors import ConfigError
from ctip_law.knowledge import belief, reliability
from ctip_law.knowledge.needs import needs
from ctip_law.knowledge.subjects import subjects
from ctip_law.knowledge.through import through
from ctip_law.knowledge.triggers import triggers
from ctip_law.knowledge.weights import weights
from ctip_law.languages import load
from ctip_law.languages.tokens import tokens
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
    ("a weight below 0", "knowledge/rules/child.toml", "weight = 2.0", "weight = -2.0", "must be a number, 0 or more"),
    ("a list that is no list of lists", CORE, 'all = [["@act.transfer"]]', 'all = ["@act.transfer"]', "must be a list of lists"),
    ("a rule without a group", CORE, 'all = [["@act.transfer"]]\n', "", "the field `all` is missing"),
    ("a rule without an id", CORE, 'id = "act.transfer"\n', "", "the field `id` is missing"),
    ("a rule twice", CORE, 'id = "act.harbouring"', 'id = "act.transfer"', "stands twice"),
    ("an anchor that is no group", CORE, 'all = [["@act.transfer"]]', 'anchor = 1\nall = [["@act.transfer"]]', "`anchor` is 1"),
    ("a file that is no TOML", CORE, 'id = "act.transfer"', 'id = "act.transfer', "not valid TOML"),
    ("something that is no rule", CORE, '[[rule]]\nid = "act.transfer"', '[[rules]]\nid = "act.transfer"', "unknown field `rules`"),
    ("a limit without its reason", "knowledge/rules/participation.toml", 'weak_if = [["@reference-to-offence"], "only by reference"]', 'weak_if = [["@reference-to-offence"]]', "must be a list of concepts and a reason"),
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

BELIEF, NEEDS, SUBJECTS, THROUGH, TRIGGERS, WEIGHTS = (
    f"knowledge/{name}.toml" for name in ("belief", "needs", "subjects", "through", "triggers", "weights")
)
GRAMMAR, TOKENS = "languages/en/grammar.toml", "languages/en/tokens.toml"
OTHERS = [
    ("a need of what does not exist", NEEDS, "[participation]", "[particpation]", '"particpation" is no element and no group'),
    ("an element said through others that does not exist", THROUGH, '["means.force"]', '["means.forse"]', '"means.forse" is no element'),
    ("an element said through what does not exist", THROUGH, 'part = ["aggravating.violence"]', 'part = ["aggravating.violenc"]', '"aggravating.violenc" is no other element'),
    ("an element said through itself", THROUGH, 'part = ["aggravating.violence"]', 'part = ["means.force"]', '"means.force" is no other element'),
    ("an element said through none", THROUGH, '["means.force"]\npart = ["aggravating.violence"]\nwhy = "violence only makes the offence graver"', '["means.force"]\nunless = ["movement-required"]', "names no other element"),
    ("a part without its reason", THROUGH, '\nwhy = "violence only makes the offence graver"', "", "the field `why` is missing"),
    ("a defect misspelt", THROUGH, 'unless = ["movement-required"]', 'unless = ["movement-requird"]', '"movement-requird" is no defect'),
    ("a reason for what is whole", THROUGH, 'whole = ["act.recruitment"]', 'whole = ["act.recruitment"]\nwhy = "so it is"', "needs no reason"),
    ("a field of a need misspelt", NEEDS, "denial = true", "denail = true", "unknown field `denail`"),
    ("an offence that does not exist", NEEDS, 'offence = "any"', 'offence = "some"', '`offence` is "some"'),
    ("a need that says nothing", NEEDS, '[penalty]\noffence = "role"', "[penalty]", "the table says nothing"),
    ("a mistake in a table with a dot in its name", NEEDS, '["related_offence.document_forge"]\ndoers = true\npenal = true\noffence = ""', '["related_offence.document_forge"]\ndoers = true\npenal = true\noffence = 7', "`offence` must be text"),
    ("a subject by a concept that does not exist", SUBJECTS, 'titled = ["law.border"]', 'titled = ["law.boarder"]', '"law.boarder" is no declared concept'),
    ("a subject for nobody known", SUBJECTS, 'persons = ["witness", "victim"]', 'persons = ["sailor"]', '"sailor" is no class of persons'),
    ("a subject that holds what does not exist", SUBJECTS, 'holds = ["coop", "assets", "laundering"]', 'holds = ["coop", "assts"]', '"assts" is no element and no group of elements'),
    ("a subject without a title", SUBJECTS, 'titled = ["law.border"]\n', "", "the field `titled` is missing"),
    ("a field of a subject misspelt", SUBJECTS, "in_part =", "in_parts =", "unknown field `in_parts`"),
    ("a trigger of a concept that does not exist", TRIGGERS, 'concept = "deny.after"', 'concept = "deny.aftr"', '`concept` is "deny.aftr"'),
    ("an axis that does not exist", TRIGGERS, 'axis = "polarity"', 'axis = "polarty"', '`axis` is "polarty"'),
    ("a value that nothing reads", TRIGGERS, 'value = "may"', 'value = "mya"', '`value` is "mya" and must be one of must, may'),
    ("a direction that does not exist", TRIGGERS, 'direction = "forward"', 'direction = "onward"', '`direction` is "onward"'),
    ("an end that does not exist", TRIGGERS, 'ends = ["clause.modal"]', 'ends = ["clause.model"]', '"clause.model" is no declared concept'),
    ("a need of a trigger that does not exist", TRIGGERS, 'needs = ["limit.left-out"]', 'needs = ["limit.left-in"]', '"limit.left-in" is no declared concept'),
    ("an end of nothing", TRIGGERS, 'ends = ["clause.modal"]', "ends = []", "is an empty list"),
    ("a trigger twice", TRIGGERS, 'concept = "deny.after"\naxis = "polarity"\nvalue = "denied"\ndirection = "backward"', 'concept = "deny"\naxis = "polarity"\nvalue = "denied"\ndirection = "forward"', "twice in one direction"),
    ("a cue misspelt", WEIGHTS, '"two acts" =', '"two act" =', "unknown field `two act`"),
    ("a cue without a weight", WEIGHTS, '"long" = -0.53\n', "", 'the cue "long" has no weight'),
    ("a weight that is no number", WEIGHTS, "threshold = ", "threshold = nan #", "`threshold` must be a number"),
    ("a weight without end", WEIGHTS, '"long" = ', '"long" = -inf #', "`long` must be a number"),
    ("a weight as text", WEIGHTS, '"long" = -0.53', '"long" = "-0.53"', "`long` must be a number"),
    ("a fact misspelt", BELIEF, "unlike =", "unlikely =", "unknown field `unlikely`"),
    ("a fact without a weight", BELIEF, "support = ", "support = false #", "`support` must be a number"),
    ("a weight of a fact without end", BELIEF, "base = ", "base = inf #", "`base` must be a number"),
    ("more findings confirmed than there were", BELIEF, '"act.receipt" = ', '"act.receipt" = [3, 2] #', '`act.receipt` needs two counts'),
    ("a record that is no pair", BELIEF, '"act.receipt" = ', '"act.receipt" = 3 #', '`act.receipt` needs two counts'),
    ("a breadth of no language", SHARES, 'en = "many"', 'en = "many"\nxx = "many"', 'there are no words of a language "xx"'),
    ("a member twice in a group", CORE, '[["@act.transfer"]]', '[["@act.transfer", "@act.transfer"]]', 'holds "@act.transfer" twice in one list'),
    ("a weight of a rule without end", "knowledge/rules/child.toml", "weight = 2.0", "weight = inf", "must be a number, 0 or more"),
    ("an empty list of a rule", CORE, '[["@act.transfer"]]', '[["@act.transfer"]]\nnone = []', "is an empty list"),
    ("a wording of signs", ENGLISH, '"child", "children"', '"child", "--"', 'holds "--", which has a word without letters'),
    ("a wording of a gap", ENGLISH, '"child", "children"', '"child", "..."', "which has a word without letters"),
    ("a gap at the end", ENGLISH, '"child", "children"', '"child ...", "children"', "and a gap stands between words"),
    ("an alternative that is empty", ENGLISH, '"child", "children"', '"child|", "children"', "which has an alternative without letters"),
    ("a blank wording", ENGLISH, '"child", "children"', '"child", " "', "must be a list of texts"),
    ("a concept among words", ENGLISH, '"child", "children"', '"child of a @victim", "children"', "stands alone, not among words"),
    ("a concept that holds itself", ENGLISH, '"@act.receipt"', '"@core.act"', '"core.act" holds itself'),
    ("a pattern that cannot be read", GRAMMAR, 'year = ["years?', 'year = ["(years?', "`year` holds a pattern that cannot be read"),
    ("a table of the grammar misspelt", GRAMMAR, "[periods]", "[period]", "unknown table [period]"),
    ("a number of a number word", GRAMMAR, "two = 2", 'two = "2"', "`two` must be a whole number"),
    ("a stemmer that does not exist", TOKENS, 'stemmer = "english"', 'stemmer = "englisch"', '`stemmer` is "englisch"'),
]  # fmt: skip
ALL = [*RULES, *NAMES, *OTHERS]

LAW = "Section 1. A person who transfers another person by force for the purpose of forced labour commits an offence."


def read_all() -> None:
    for read in (needs, subjects, through, triggers, weights, reliability.load, belief.load):
        read()
    tokens("en")
    load("en")
    parse("-", stdin=LAW.encode(), lang="en")


@pytest.mark.parametrize(("what", "name", "old", "new", "said"), ALL, ids=[row[0] for row in ALL])
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


@pytest.mark.parametrize("name", [CORE, CONCEPTS, BELIEF, NEEDS, SUBJECTS, THROUGH, TRIGGERS, WEIGHTS, SHARES, ENGLISH, GRAMMAR, TOKENS])
def test_bytes_that_are_no_utf_8_are_told_with_their_line(name: str, data: Path) -> None:
    path = data / name
    lines = path.read_bytes().split(b"\n")
    lines[2] += b" # caf\xe9"
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(ConfigError, match=r"not UTF-8 at byte .*; save the file as UTF-8") as caught:
        read_all()
    assert (caught.value.path, caught.value.place) == (str(path), "3")


@pytest.mark.parametrize("name", [CONCEPTS, NEEDS, SUBJECTS, THROUGH, TRIGGERS, WEIGHTS, SHARES])
def test_a_file_that_is_not_there_is_told(name: str, data: Path) -> None:
    (data / name).unlink()
    with pytest.raises(ConfigError, match="the file is missing"):
        read_all()


def test_the_data_as_they_are_have_no_mistake(data: Path) -> None:
    read_all()


@pytest.mark.parametrize(("name", "old", "new"), [row[1:4] for row in (RULES[0], RULES[2], NAMES[0], NAMES[5], NAMES[12], OTHERS[0], OTHERS[7], OTHERS[12], OTHERS[28])])
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
