"""One declared place for every name: rules, stages in Python and the words of each language name what is there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ctip_law import knowledge, parse
from ctip_law.clauses.terms import Hit, TermMatcher
from ctip_law.clauses.tokens import Words
from ctip_law.framework import load as load_framework
from ctip_law.knowledge.declared import PLACES, STAGES
from ctip_law.knowledge.needs import needs
from ctip_law.knowledge.subjects import subjects
from ctip_law.knowledge.triggers import exact
from ctip_law.languages import languages, load
from ctip_law.match import match
from ctip_law.match.roles import NAMES
from ctip_law.paths import data_folder

PACKAGE = Path(knowledge.__file__).resolve().parent.parent
CONCEPTS = knowledge.concepts()
#: The modules of each stage.
#: The modules of a stage that has not one of its own name.
FILES = {
    "match": ("__init__.py",), "anchors": ("anchors.py", "forbids.py", "whole.py"),
    "own_words": ("own_words.py", "cited.py", "meant.py", "series.py"),
    "roles": ("roles.py", "bondage.py", "drawn.py", "told.py"),
}  # fmt: skip
MODULES = {stage: [PACKAGE / "match" / name for name in FILES.get(stage, (f"{stage}.py",))] for stage in STAGES}


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def asked(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The concepts asked for: `hits.get("...")`, `hits["..."]`, `count("...", ...)`, tuples of concepts."""
    for node in ast.walk(tree):
        found: list[ast.expr] = []
        if isinstance(node, ast.Call) and node.args:
            name = ast.unparse(node.func)
            found = node.args[:1] if name == "count" or name.endswith("hits.get") else []
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("hits"):
            found = [node.slice]
        elif isinstance(node, ast.Tuple) and node.elts:
            names = {e.value if isinstance(e, ast.Constant) else None for e in node.elts}
            found = node.elts if names <= CONCEPTS.keys() and not names <= set(PLACES) else []
        yield from ((e.lineno, e.value) for e in found if isinstance(e, ast.Constant) and isinstance(e.value, str))


@pytest.mark.parametrize("stage", STAGES)
def test_what_a_stage_asks_for_is_declared_as_its_own(stage: str) -> None:
    wrong = [
        f"{path.name}:{line}: {name!r} is not declared with the stage {stage} in knowledge/concepts.toml"
        for path in MODULES[stage]
        for line, name in asked(ast.parse(path.read_text(encoding="utf-8")))
        if name not in CONCEPTS or stage not in CONCEPTS[name].stages
    ]
    assert wrong == []


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_declared_for_a_stage_stands_in_it(stage: str) -> None:
    there = {s for path in MODULES[stage] for _, s in strings(ast.parse(path.read_text(encoding="utf-8")))}
    unused = [c.name for c in CONCEPTS.values() if stage in c.stages and c.name not in there]
    assert unused == []


def test_roles_of_places_are_those_that_rules_may_name() -> None:
    assert NAMES == PLACES


def test_every_name_of_a_rule_is_declared_and_every_concept_used() -> None:
    named = knowledge.names(knowledge.rules())
    assert named.keys() <= CONCEPTS.keys()
    others = {*exact(), *(asked for need in needs().values() for asked in (*need.asks, *need.titled))}
    made_for = {name for subject in subjects() for name in (*subject.titled, *subject.apart, *subject.victims)}
    assert [c.name for c in CONCEPTS.values() if c.name not in {*named, *others, *made_for} and not c.stages] == []


def test_every_rule_is_for_something_in_the_framework() -> None:
    framework = load_framework()
    known = {*framework.elements, *(f"defect.{defect}" for defect in framework.defects)}
    assert {rule.element for rule in knowledge.rules()} <= known


@pytest.mark.parametrize("language", languages())
def test_a_language_has_each_concept_or_says_none(language: str) -> None:
    own = load(language)
    assert own.concepts.keys() | own.none == CONCEPTS.keys()
    assert not own.concepts.keys() & own.none


class Watched(dict[str, list[Hit]]):
    """Hits that know which names there are."""

    def __getitem__(self, name: str) -> list[Hit]:
        assert name in CONCEPTS, name
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        assert name in CONCEPTS, name
        return super().__contains__(name)

    def get(self, name: str, otherwise: object = None) -> object:  # type: ignore[override]
        assert name in CONCEPTS, name
        return super().get(name, otherwise)  # type: ignore[arg-type]


def test_no_name_is_asked_for_that_is_not_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a third of the laws that are held, however the name was put together."""
    find = TermMatcher.find
    monkeypatch.setattr(TermMatcher, "find", lambda self, words: watched(find, self, words))
    laws = [parse(path) for path in sorted(data_folder("corpus").glob("*/*.xml"))[::3]]
    assert match(laws).elements


def watched(find: object, matcher: TermMatcher, words: Words) -> Watched:
    return Watched(find(matcher, words))  # type: ignore[operator]
