"""Which findings to doubt: a rule found its words, and the section reads nothing like the element.

    Any person who alters a registered mark ...          the words of a rule, and no document of a victim is altered

Two readers who know nothing of each other see more than one. How far a finding can be believed is reckoned from what
the second reader makes of its sections, from what else was found and from how such findings fared on labelled laws
(`knowledge.belief`). What is likelier wrong or in part than whole counts in part, and says why. Whoever relies on "met"
relies on each of its elements: where it is not likely enough that all of them hold, the verdict is unclear, and names
the section that a lawyer has to read. How often both were right on laws left out is counted by `make train` and printed
on the page on accuracy.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from ctip_law.assess.nearest import Finder
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.knowledge import belief
from ctip_law.knowledge.belief import Facts
from ctip_law.knowledge.reliability import shares_found
from ctip_law.match import Reading
from ctip_law.model import ElementFinding, Ledger

#: How likely it has to be that a finding is whole. A little below even, and not where most below it is wrong: what is
#: believed is measured on laws that the rules have learnt from. On 19 laws newly met .20 made precision .71 and recall
#: .68, .30 made them .77 and .68, .45 .84 and .65.
PART = 0.45
_READ = "; a lawyer has to read it"

#: In the reason of a finding that is doubted because its section is about something else.
NOTHING_LIKE = "which reads nothing like"


class Doubted(NamedTuple):
    """The ledger with what is doubtful found in part. `whole`: how far each finding can be believed to be whole, 0 to
    1; an element about which the second reader cannot say anything is not there. `like`: elements whose sections read
    rather like them than not, so that what else was found speaks against them.
    """

    ledger: Ledger
    whole: dict[str, float]
    like: frozenset[str]


def doubted(ledger: Ledger, finder: Finder) -> Doubted:
    """What is found, and how far it can be believed."""
    support = {
        id: score
        for id, finding in ledger.elements.items()
        if finding.status == "present" and (score := finder.support(finding)) is not None
    }
    statuses = {id: one.status for id, one in ledger.elements.items()}
    shares, found = shares_found(statuses), sum(status == "present" for status in statuses.values())
    words = sum(len(one.body.words.lower) for one in ledger.readings if isinstance(one, Reading))
    believed = belief.load()
    whole = {
        id: believed.whole(id, Facts(score, shares[id], len(ledger.elements[id].evidence), found, words))
        for id, score in support.items()
    }
    like = frozenset(id for id, score in support.items() if score >= 0)
    elements = {id: _in_part(one, like) if whole.get(id, 1.0) < PART else one for id, one in ledger.elements.items()}
    return Doubted(replace(ledger, elements=elements), whole, like)


def rests_on(provision: Provision, present: Set[str], whole: Mapping[str, float]) -> Sequence[str]:
    """The elements that a "met" rests on: of those of which one is enough the likeliest, and of several ways to `met`
    the likeliest."""
    left_out = set(provision.rule.left_out)
    needs = [[id for id in need if id in present] for need in provision.needs if not set(need) <= left_out]
    every = [max(need, key=lambda id: whole.get(id, 1.0)) for need in needs if need]
    short = [choice for choice in provision.rule.enough if set(choice) <= present]
    return max([every, *short], key=lambda way: all_hold(way, whole))


def all_hold(elements: Iterable[str], whole: Mapping[str, float]) -> float:
    """How likely it is, 0 to 1, that all of some elements hold; what cannot be doubted holds.

    Findings of one law stand and fall together more than by chance: a definition of twenty elements is no twenty times
    as doubtful, so the product counts by the root of their number.
    """
    likely = [whole[id] for id in elements if id in whole]
    return math.prod(likely) ** (1 / math.sqrt(len(likely))) if likely else 1.0


def least_likely(elements: Iterable[ElementFinding], whole: Mapping[str, float], like: Set[str] = frozenset()) -> str:
    """Why a verdict should not rest on some elements, by the one that can be believed least."""
    one = min(elements, key=lambda one: (whole[one.id], one.id))
    return _alone(one) if one.id in like else f"{_words(one)}, which reads little like “{_label(one.id)}”{_READ}"


def _in_part(finding: ElementFinding, like: Set[str]) -> ElementFinding:
    why = f"{_words(finding)}, {NOTHING_LIKE} “{_label(finding.id)}”{_READ}"
    return replace(finding, status="weak", why=_alone(finding) if finding.id in like else why)


def _alone(finding: ElementFinding) -> str:
    return f"{_words(finding)}, and little else was found that goes with “{_label(finding.id)}”{_READ}"


def _words(finding: ElementFinding) -> str:
    return f"a rule found its words in section {finding.evidence[0].num}"


def _label(id: str) -> str:
    return load_framework().elements[id].label
