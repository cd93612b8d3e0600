"""Verdict rules in words, from the same data that `verdict.py` evaluates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctip_law.framework.load import Framework
from ctip_law.framework.nouns import Provision

HOW_RULES_WORK = """
A provision is met when all its elements are present, partial when some are present or there in part, and a gap
when none was found. Where that would mislead, the framework holds a rule for the provision, which is
shown with its reason. A rule can: leave out an element that only a reader can judge; let an element that is there in
part count where others carry it; let an element in part count for nothing where what it depends on is missing;
name a core without which, even in part or whole, there is a gap; name elements that are enough by themselves; ask
for further elements, or that none of a list be wholly missing, or one of a list be there; name defects that hold the
provision at partial; and name defects that turn met into divergence, which is wider than the treaty or otherwise unlike
it, and no failure.
"""


def rule_in_words(one: Provision, framework: Framework) -> Iterator[str]:
    """The sentences of a provision's rule, its reason first."""
    rule = one.rule
    yield rule.why
    if rule.left_out:
        yield f"Not counted: {_elements(framework, rule.left_out)}."
    for id, by in rule.carried.items():
        yield (
            f"{_elements(framework, [id])}: found in part only, it counts as present where these are present: "
            f"{_elements(framework, by)}."
        )
    if rule.weak_only_with:
        yield f"Found in part only, it is a gap without: {_elements(framework, rule.weak_only_with)}."
    for core in rule.core:
        yield f"A gap where none of these is there even in part: {_elements(framework, core)}."
    for core in rule.whole:
        yield f"A gap where none of these is there whole: {_elements(framework, core)}."
    for choice in rule.enough:
        yield f"Enough for met: {_elements(framework, choice)}."
    if rule.also:
        yield f"Also needed for met, and nothing by itself: {_elements(framework, rule.also)}."
    if rule.reach:
        yield f"Partial at most where one of these is wholly missing: {_elements(framework, rule.reach)}."
    if rule.rests_on:
        yield f"Partial at most where none of these is there even in part: {_elements(framework, rule.rests_on)}."
    for defect, group in rule.waived.items():
        yield (
            f'That does not hold for the group "{framework.vocabulary["group"][group]}" where this defect is '
            f"found: {_defects(framework, [defect])}."
        )
    if rule.blocked_by:
        yield f"Partial at most with one of these defects: {_defects(framework, rule.blocked_by)}."
    if rule.divergence_if:
        yield f"Divergence instead of met with one of these defects: {_defects(framework, rule.divergence_if)}."
    if not (rule.core or rule.whole or rule.weak_only_with):
        yield "Otherwise: some elements present or in part is partial, none is a gap."


def _elements(framework: Framework, ids: Iterable[str]) -> str:
    return "; ".join(framework.elements[id].label for id in ids)


def _defects(framework: Framework, ids: Iterable[str]) -> str:
    return "; ".join(framework.defects[id].label for id in ids)
