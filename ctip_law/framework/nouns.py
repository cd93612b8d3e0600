"""The nouns of the framework: what the instruments ask of a statute, element by element."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypedDict


class NumericTest(TypedDict):
    """A number that the law must reach: ages and terms in years, periods in days. `op` is ">=" or "<="."""

    quantity: str
    op: str
    value: int


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, directive or soft-law text. Dates are ISO; `in_force_checked` says where it was seen.

    `provisions` is how many provisions its data file holds.
    """

    id: str
    name: str
    year: int
    kind: str
    provisions: int
    verified: str
    source: str
    in_force: str = ""
    in_force_checked: str = ""
    transposition_due: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """Something a statute can provide. `group` is the part of the id before the dot; for an element that one
    provision alone asks for ("tip-14-2.nondiscrimination") it is the provision's id.
    """

    id: str
    group: str
    label: str
    synonyms: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Defect:
    """A named way in which statutes go wrong. `why` says why it matters, `fix` what a drafter does.

    `silence` stands where the defect can rest on absence alone: it ends the sentence "no rule was found that ...", and
    "{missing}" in it is what was looked for and not found.
    """

    id: str
    label: str
    provisions: tuple[str, ...]
    why: str
    fix: str
    cue: str = ""
    note: str = ""
    silence: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """How the elements of a provision are weighed where counting is not enough; the fields are explained in
    `verdict.py`. The empty rule is plain counting.
    """

    why: str = ""
    left_out: tuple[str, ...] = ()
    carried: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weak_only_with: tuple[str, ...] = ()
    core: tuple[tuple[str, ...], ...] = ()
    whole: tuple[tuple[str, ...], ...] = ()
    enough: tuple[tuple[str, ...], ...] = ()
    also: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    waived: dict[str, str] = field(default_factory=dict)
    blocked_by: tuple[str, ...] = ()
    divergence_if: tuple[str, ...] = ()


COUNTING = Rule()


@dataclass(frozen=True, slots=True)
class Provision:
    """One duty of an instrument.

    `required` are elements of the framework; `any_of` are sets of which one element is enough (an element
    named there is not asked for apart); `local` are elements that this provision alone asks for; `wider`
    elements go beyond the duty. `qualifier` is what the text attaches to the duty, `softeners` are the classes of
    words in it that make the duty as a whole a qualified one. `equivalents` is {provision id: relation}, the relation
    read as "the linked provision is stronger". `checked_at` holds codes of `Framework.check_sources`.
    """

    id: str
    instrument: str
    article: str
    title: str
    strength: str
    nature: str
    cluster: str
    statute_must_contain: str
    verified: str
    effective_strength: str = ""
    qualifier: str = ""
    softeners: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    local: tuple[Element, ...] = ()
    concepts: tuple[str, ...] = ()
    checked_at: tuple[str, ...] = ()
    equivalents: dict[str, str] = field(default_factory=dict)
    typical_defects: tuple[str, ...] = ()
    numeric_test: NumericTest | None = None
    rule: Rule = COUNTING

    @property
    def counts_as(self) -> str:
        """The strength to report: the effective one where the framework gives it."""
        return self.effective_strength or self.strength

    @property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """What the duty asks for, one tuple each: (element,) or the elements of which one is enough."""
        alternatives = {element for choice in self.any_of for element in choice}
        alone = [(element,) for element in self.required if element not in alternatives]
        own = [(element.id,) for element in self.local]
        return (*self.any_of, *alone, *own)

    @property
    def asked(self) -> tuple[str, ...]:
        """Every element that can matter for the verdict, in the order of the duty and then of its rule."""
        rule = self.rule
        sets = [*self.needs, *rule.core, *rule.whole, *rule.enough, *rule.carried.values()]
        lists = [rule.also, rule.reach, rule.rests_on, rule.weak_only_with]
        return tuple(dict.fromkeys(id for ids in (*sets, *lists) for id in ids))
