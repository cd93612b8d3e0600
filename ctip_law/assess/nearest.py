"""Where to look for what no rule found: sections by BM25, with two queries, the duty's words and the lexicon's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ctip_law.clauses.units import Section
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.languages import load as load_lexicon
from ctip_law.match import Reading
from ctip_law.match.retrieve import Index, index_of
from ctip_law.match.rules import name_of
from ctip_law.model import Candidate, Ledger

_QUOTE = 160  # characters of a section's words shown for a candidate
_RRF = 10  # reciprocal rank fusion constant (Cormack and others 2009), small because only three ranks count


class Finder:
    """Searches the laws of a ledger; indexes are made only when something is looked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._readings = [r for r in ledger.readings if isinstance(r, Reading)]
        self._elements = load_framework().elements

    @cached_property
    def _indexes(self) -> list[tuple[Reading, Index, dict[str, list[str]]]]:
        return [(r, index_of(r.body), _national_words(r.law.language)) for r in self._readings]

    def nearest(self, elements: Iterable[str]) -> dict[str, Candidate]:
        """For each element the section that comes nearest to its label and its wordings."""
        out = {}
        for id in elements:
            element = self._elements[id]
            treaty = " ".join((element.label, *element.synonyms))
            best = self._search(treaty, [id], 1, f"no rule for “{element.label}” found its words together here")
            if best:
                out[id] = best[0]
        return out

    def candidates(self, provision: Provision, missing: Iterable[str], top: int) -> tuple[Candidate, ...]:
        """The best sections for a provision, with the reason why none of them was counted."""
        wanted = list(missing)
        names = ", ".join(self._elements[e].label for e in wanted[:3])
        reason = f"shares words with the duty, but the words for {names} do not stand together here"
        return tuple(self._search(f"{provision.title} {provision.statute_must_contain}", wanted, top, reason))

    def _search(self, treaty: str, elements: list[str], top: int, reason: str) -> list[Candidate]:
        fused: dict[tuple[int, str], float] = {}
        best: dict[tuple[int, str], tuple[float, Section]] = {}
        for number, (_, index, national) in enumerate(self._indexes):
            queries = (treaty, " ".join(word for e in elements for word in national.get(e, ())))
            for query in queries:
                for rank, (score, section) in enumerate(index.search(query, top)):
                    key = (number, section.eid)
                    fused[key] = fused.get(key, 0.0) + 1 / (_RRF + rank)
                    best[key] = max(best.get(key, (0.0, section)), (score, section), key=lambda pair: pair[0])
        ranked = sorted(fused, key=lambda key: (-fused[key], key[0], best[key][1].unit.start))
        return [self._candidate(key, *best[key], reason) for key in ranked[:top]]

    def _candidate(self, key: tuple[int, str], score: float, section: Section, reason: str) -> Candidate:
        law = self._indexes[key[0]][0].law
        words = law.text[section.clause.start : min(section.clause.end, section.clause.start + _QUOTE)]
        return Candidate(law.id, section.eid, section.num, score, reason, words.strip())


def _national_words(language: str) -> dict[str, list[str]]:
    """Element to the wordings that its rules look for first."""
    lexicon = load_lexicon(language)
    wordings = lexicon.wordings()
    out: dict[str, list[str]] = {}
    for rule in lexicon.rules:
        words = [word for member in rule.all[0] for word in wordings.get(name_of(member), ())]
        plain = (word.replace("...", " ").replace("|", " ").replace("=", "") for word in words[:12])
        out.setdefault(rule.element, []).extend(plain)
    return out
