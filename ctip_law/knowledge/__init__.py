"""What the words of a law show, the same for every language, as data that a lawyer can correct.

`rules/*.toml`: a rule says which concepts must meet, and where, for an element of the framework to be there.

    [[rule]]
    id = "privacy.not-published"
    element = "protection.privacy"
    scope = "subsection"                      # sentence, item, subsection (default), section
    all = [["@identity"], ["@not-disclosed"], ["@victim", "@child"]]
    none = ["@informer"]

A member of a rule's list is a concept; its wordings stand in `ctip_law/languages`, none of them here. `all` is a list
of groups, of each of which one member must occur.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile, Entry
from ctip_law.framework import load as load_framework
from ctip_law.knowledge import declared
from ctip_law.knowledge.declared import Concept, concepts

__all__ = ["Concept", "Rule", "concepts", "members", "names", "rules", "version"]

FOLDER = Path(__file__).resolve().parent
DEFECT = "defect."
SCOPES = ("sentence", "item", "subsection", "section")
_OTHERS = ("triggers", "needs", "through", "subjects", "weights", "belief")
_RULE_KEYS = (
    "id", "element", "scope", "all", "none", "heading", "not_heading", "within", "inside", "outside",
    "weak", "weak_if", "weight", "anchor", "prefer", "met", "anywhere", "positive", "apart", "general",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a law provides an element; see the module's docstring for the fields.

    `within`: most words between the anchor and each other group, 0 for no limit. `inside`/`outside`: roles of the place
    ("core", "offence", "definition", see `match.roles`). `weak`: the reason why the finding is weak at best;
    `weak_if`: (members, reason). `weight` orders evidence, higher first. `anchor`: index of the group to quote.
    `prefer`: members that make a section the one to cite when they stand in its heading.
    `met`: the laws that the rule was made from, where it was made from few.
    `anywhere`: a saving clause, or a section that amends another Act, is good evidence. `positive`: not when negated.
    `apart`: members within whose words the anchor's are no evidence: "slavery" in "practices similar to slavery".
    `general`: why it is weak where it is said of everyone or of another crime, without a word on trafficking (who buys
    sex, who forges a passport); without it that is no evidence.
    """

    id: str
    element: str
    all: tuple[tuple[str, ...], ...]
    scope: str = "subsection"
    none: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    not_heading: tuple[str, ...] = ()
    within: int = 0
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    weak: str = ""
    weak_if: tuple[tuple[str, ...], str] | None = None
    weight: float = 1.0
    anchor: int = 0
    prefer: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    anywhere: bool = False
    positive: bool = False
    apart: tuple[str, ...] = ()
    general: str = ""


def members(rule: Rule) -> Iterable[str]:
    """Every member that a rule's lists name, in order."""
    extra = rule.weak_if[0] if rule.weak_if else ()
    return itertools.chain(*rule.all, rule.none, rule.heading, rule.not_heading, rule.prefer, rule.apart, extra)


def names(rules: Iterable[Rule]) -> dict[str, str]:
    """Every concept that the rules name, with the first rule that does: what a language has to fill."""
    out: dict[str, str] = {}
    for rule in rules:
        for member in members(rule):
            out.setdefault(member.removeprefix("@"), rule.id)
    return out


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by file and place. Raises ConfigError CT301 with file and line for a mistake in one."""
    out: list[Rule] = []
    seen: set[str] = set()
    for file in _files():
        top = file.root
        top.only(("rule",))
        for entry in top.entries("rule"):
            rule = _rule(entry)
            if rule.id in seen:
                raise entry.error(f"rule {rule.id!r} stands twice", "id")
            seen.add(rule.id)
            out.append(rule)
    _check_used(out)
    return tuple(out)


def _check_used(rules: Iterable[Rule]) -> None:
    """Every declared concept is named by a rule, a trigger, a need or a subject, or asked for by a stage."""
    from ctip_law.knowledge.needs import needs
    from ctip_law.knowledge.subjects import subjects
    from ctip_law.knowledge.triggers import exact

    used = {*names(rules), *exact(), *(asked for need in needs().values() for asked in (*need.asks, *need.titled))}
    used.update(name for subject in subjects() for name in (*subject.titled, *subject.apart, *subject.victims))
    for concept in concepts().values():
        if concept.name not in used and not concept.stages:
            what = f'nothing uses the concept "{concept.name}": no rule, trigger or need names it and no stage is given'
            raise declared.file().error((concept.topic,), what, field=concept.name)


@cache
def version() -> str:
    """A hash of all that the matcher knows: the list of concepts, the rules, triggers, needs, subjects and weights,
    and how far what it finds is believed."""
    digest = hashlib.sha256()
    others = (DataFile(FOLDER / f"{name}.toml") for name in _OTHERS)
    for file in (declared.file(), *_files(), *others):
        digest.update(file.path.name.encode() + b"\0" + file.raw.encode())
    return digest.hexdigest()


@cache
def _files() -> tuple[DataFile, ...]:
    return tuple(DataFile(path) for path in sorted((FOLDER / "rules").glob("*.toml")))


def _rule(entry: Entry) -> Rule:
    entry.only(_RULE_KEYS)
    groups = entry.sets("all")
    if not groups:
        raise entry.error("the field `all` is missing")
    for group in groups:
        _concepts(entry, "all", group)
    anchor = entry.number("anchor", 0)
    if anchor >= len(groups):
        raise entry.error(f"`anchor` is {anchor} and `all` has {len(groups)} groups, counted from 0", "anchor")
    return Rule(
        id=entry.text("id"),
        element=_element(entry),
        all=groups,
        scope=entry.choice("scope", SCOPES, "subsection"),
        none=_concepts(entry, "none", entry.texts("none")),
        heading=_concepts(entry, "heading", entry.texts("heading")),
        not_heading=_concepts(entry, "not_heading", entry.texts("not_heading")),
        within=entry.number("within", 0),
        inside=_places(entry, "inside"),
        outside=_places(entry, "outside"),
        weak=entry.text("weak", ""),
        weak_if=_weak_if(entry),
        weight=entry.decimal("weight", 1.0),
        anchor=anchor,
        prefer=_concepts(entry, "prefer", entry.texts("prefer")),
        met=entry.texts("met"),
        anywhere=entry.flag("anywhere"),
        positive=entry.flag("positive"),
        apart=_concepts(entry, "apart", entry.texts("apart")),
        general=entry.text("general", ""),
    )


def _concepts(entry: Entry, field: str, group: tuple[str, ...]) -> tuple[str, ...]:
    for member in group:
        if not member.startswith("@"):
            raise entry.error(f'`{field}` names "{member}": a rule names concepts only ("@victim")', field, member)
        if member[1:] not in concepts():
            raise entry.error(f'`{field}` names "{member}", which is not declared in concepts.toml', field, member)
    return group


def _element(entry: Entry) -> str:
    """An element of the framework, or "defect." and a named defect."""
    name = entry.text("element")
    framework = load_framework()
    known = name[len(DEFECT) :] in framework.defects if name.startswith(DEFECT) else name in framework.elements
    if not known:
        raise entry.error(f'the framework has no element or defect "{name}"', "element")
    return name


def _places(entry: Entry, field: str) -> tuple[str, ...]:
    value = entry.fields.get(field, ())
    places = (value,) if isinstance(value, str) else entry.texts(field)
    for place in places:
        if place not in declared.PLACES:
            raise entry.error(f'`{field}` names no role of a place "{place}"', field, place)
    return places


def _weak_if(entry: Entry) -> tuple[tuple[str, ...], str] | None:
    value = entry.fields.get("weak_if")
    if value is None:
        return None
    if not (
        isinstance(value, list)
        and len(value) == 2
        and isinstance(value[0], list)
        and all(isinstance(member, str) for member in value[0])
        and isinstance(value[1], str)
    ):
        raise entry.error("`weak_if` must be a list of concepts and a reason", "weak_if")
    return _concepts(entry, "weak_if", tuple(value[0])), value[1]
