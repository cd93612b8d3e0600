"""Which findings to doubt: a rule found its words, and the section reads nothing like the element.

    Any person who alters a registered mark ...          the words of a rule, and no document of a victim is altered

Two readers who know nothing of each other see more than one. On laws that neither had met, of the findings whose
sections the second reader finds nothing in, more were wrong than right; so they count in part and say why. Whoever
relies on "met" relies on each of its elements: where one of them stands in sections that read little like it, the
verdict is unclear, and names the section that a lawyer has to read. How often both were right on laws left out is
counted by `make train` and printed on the page on accuracy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ctip_law.assess.nearest import Finder
from ctip_law.framework import load as load_framework
from ctip_law.match.second import DOUBT
from ctip_law.model import ElementFinding, Ledger


def doubted(ledger: Ledger, finder: Finder) -> tuple[Ledger, dict[str, float]]:
    """The ledger with what is doubtful found in part, and how much the sections of the others read like them.

    An element about which the second reader cannot say anything is in neither.
    """
    support = {
        id: score
        for id, finding in ledger.elements.items()
        if finding.status == "present" and (score := finder.support(finding)) is not None
    }
    elements = {
        id: _in_part(finding) if support.get(id, DOUBT) < DOUBT else finding for id, finding in ledger.elements.items()
    }
    return replace(ledger, elements=elements), support


def _in_part(finding: ElementFinding) -> ElementFinding:
    why = f"{_words(finding)}, which reads nothing like “{_label(finding.id)}”; a lawyer has to read it"
    return replace(finding, status="weak", why=why)


def little_like(elements: Iterable[ElementFinding], support: Mapping[str, float]) -> str:
    """Why a verdict should not rest on some elements, by the one whose sections read least like it."""
    one = min(elements, key=lambda one: (support[one.id], one.id))
    return f"{_words(one)}, which reads little like “{_label(one.id)}”; a lawyer has to read it"


def _words(finding: ElementFinding) -> str:
    return f"a rule found its words in section {finding.evidence[0].num}"


def _label(id: str) -> str:
    return load_framework().elements[id].label
