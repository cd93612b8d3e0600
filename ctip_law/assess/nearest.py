"""Where to look for what no rule found: sections by the second reader, and by shared words where it has not learnt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Protocol

from ctip_law.clauses.units import Section
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.knowledge import Rule
from ctip_law.knowledge.triggers import triggers
from ctip_law.languages import load as load_lexicon
from ctip_law.match import Reading
from ctip_law.match.heads import heads
from ctip_law.match.retrieve import Index, index_of
from ctip_law.match.rules import name_of
from ctip_law.match.second import Pointer, SecondReader
from ctip_law.match.trace import stopped
from ctip_law.model import Candidate, ElementFinding, Ledger

_QUOTE = 160  # characters of a section's words shown for a candidate
_LOOKED_AT = 20  # sections where a rule came near
_RRF = 10  # reciprocal rank fusion constant (Cormack and others 2009), small because only three ranks count


class Looks(Protocol):
    """Where to look for what was not found: what a verdict asks of whoever looked."""

    def unlearnt(self) -> list[str]: ...
    def nearest(self, elements: Iterable[str]) -> dict[str, Candidate]: ...
    def pointed(self, elements: Iterable[str]) -> dict[str, Candidate]: ...
    def candidates(self, provision: Provision, missing: Iterable[str], top: int) -> tuple[Candidate, ...]: ...


class Finder:
    """Searches the laws of a ledger; nothing is read again or indexed before something is looked for.

    The second reader looks for the elements that it has learnt, in the languages that it has learnt them in. Local
    elements of one provision, and languages without weights, are looked for by shared words (BM25).
    """

    def __init__(self, ledger: Ledger) -> None:
        self._readings = [r for r in ledger.readings if isinstance(r, Reading)]
        self._elements = load_framework().elements

    @cached_property
    def _indexes(self) -> list[tuple[Reading, Index, _NationalWords]]:
        return [(r, index_of(r.body), _NationalWords(r.law.language)) for r in self._readings]

    @cached_property
    def _readers(self) -> list[SecondReader]:
        learnt = ((reading, heads(reading.law.language)) for reading in self._readings)
        return [SecondReader(reading, weights) for reading, weights in learnt if weights is not None]

    def unlearnt(self) -> list[str]:
        """The languages of the laws for which there are no weights."""
        return sorted({r.law.language for r in self._readings if heads(r.law.language) is None})

    def nearest(self, elements: Iterable[str]) -> dict[str, Candidate]:
        """For each element the section that comes nearest to it."""
        best = {id: next(iter(self._likely([id], 1) or self.by_words(id, 1)), None) for id in elements}
        return {id: near for id, near in best.items() if near is not None}

    def pointed(self, elements: Iterable[str]) -> dict[str, Candidate]:
        """The elements that a section reads so much like that silence would say too much, with the section.

        Not where a rule read the section's words and they deny it.
        """
        likely = {id: self.likely(id) for id in elements}
        return {
            id: self._pointed(self._readers.index(found[0]), found[1], id)
            for id, found in likely.items()
            if found is not None
        }

    def likely(self, id: str, least: float | None = None) -> tuple[SecondReader, Pointer] | None:
        """The section that reads most like an element, and in which law; None where none reads enough like it.

        `least`: the score asked for; without it what the heads of the law's language ask for.
        """
        found = [
            (near.score, -number, near)
            for number, reader in enumerate(self._readers)
            if (near := reader.points_to(id, least)) is not None and not _refused(id, reader.reading, near.section)
        ]
        if not found:
            return None
        _, number, near = max(found, key=lambda one: one[:2])
        return self._readers[-number], near

    def support(self, finding: ElementFinding) -> float | None:
        """How much the sections that a finding rests on read like its element: the best score among them.

        None where the second reader cannot say: it has not learnt the element or the language of a law.
        """
        scores: list[float | None] = []
        for reader in self._readers:
            law = reader.reading.law
            # two versions of a law have one id: the words tell in which of them a place is
            own = [e.start for e in finding.evidence if e.law == law.id and law.text[e.start : e.end] == e.quote]
            if own:
                scores.append(reader.support(finding.id, own))
        if not {e.law for e in finding.evidence} <= {reader.reading.law.id for reader in self._readers}:
            return None
        return None if None in scores else max((score for score in scores if score is not None), default=None)

    def candidates(self, provision: Provision, missing: Iterable[str], top: int) -> tuple[Candidate, ...]:
        """The best sections for a provision, with the reason why none of them was counted."""
        wanted = list(missing)
        if any(reader.knows(id) for reader in self._readers for id in wanted):
            return tuple(self._likely(wanted, top))
        names = ", ".join(self._elements[e].label for e in wanted[:3])
        reason = f"shares words with the duty, but the words for {names} do not stand together here"
        return tuple(self._search(f"{provision.title} {provision.statute_must_contain}", wanted, top, reason))

    def by_words(self, id: str, top: int) -> list[Candidate]:
        """The sections that share most words with an element's label and its wordings, best first."""
        element = self._elements[id]
        treaty = " ".join((element.label, *element.synonyms))
        return self._search(treaty, [id], top, f"no rule for “{element.label}” found its words together here")

    def _likely(self, elements: Iterable[str], top: int) -> list[Candidate]:
        """The sections that the second reader finds likeliest to provide one of the elements, best first."""
        best: dict[tuple[int, str], tuple[Pointer, str]] = {}
        for id in elements:
            for number, reader in enumerate(self._readers):
                for found in reader.best(id, top):
                    key = (number, found.section.eid)
                    if key not in best or found.score > best[key][0].score:
                        best[key] = (found, id)
        ranked = sorted(best.items(), key=lambda item: (-item[1][0].score, item[0][0], item[1][0].section.unit.start))
        return [self._pointed(key[0], *found) for key, found in ranked[:top]]

    def _pointed(self, number: int, found: Pointer, id: str) -> Candidate:
        words = ", ".join(f"“{word}”" for word in self._readers[number].reasons(id, found))
        by = f", by {words}" if words else ""
        reason = f"reads like “{self._elements[id].label}”{by}; no rule found its words together here"
        return _candidate(self._readers[number].reading, found.section, found.quoted, found.score, reason)

    def _search(self, treaty: str, elements: list[str], top: int, reason: str) -> list[Candidate]:
        fused: dict[tuple[int, str], float] = {}
        best: dict[tuple[int, str], tuple[float, Section]] = {}
        for number, (_, index, national) in enumerate(self._indexes):
            queries = (treaty, " ".join(word for e in elements for word in national[e]))
            for query in queries:
                for rank, (score, section) in enumerate(index.search(query, top)):
                    key = (number, section.eid)
                    fused[key] = fused.get(key, 0.0) + 1 / (_RRF + rank)
                    best[key] = max(best.get(key, (0.0, section)), (score, section), key=lambda pair: pair[0])
        ranked = sorted(fused, key=lambda key: (-fused[key], key[0], best[key][1].unit.start))
        found = ((self._indexes[key[0]][0], best[key]) for key in ranked[:top])
        return [
            _candidate(reading, section, (section.clause.start, section.clause.end), score, reason)
            for reading, (score, section) in found
        ]


def _refused(element: str, reading: Reading, section: Section) -> bool:
    """Whether a rule has all its words in a section and they are denied, repealed, proposed or refused there.

    That a rule takes them for words on other people or on another offence is no reason: there it is wrong too often.
    """
    effects = {trigger.value for trigger in triggers()}
    return any(
        one.eid == section.eid and (one.kind == "denied" or one.why.partition(" (")[0] in effects)
        for one in stopped(element, reading, _LOOKED_AT)
    )


def _candidate(reading: Reading, section: Section, span: tuple[int, int], score: float, reason: str) -> Candidate:
    words = reading.law.text[span[0] : min(span[1], span[0] + _QUOTE)]
    return Candidate(reading.law.id, section.eid, section.num, score, reason, words.strip())


class _NationalWords(dict[str, list[str]]):
    """Element to the wordings that its rules look for first; each is gathered when it is asked for."""

    def __init__(self, language: str) -> None:
        self._lexicon = load_lexicon(language)
        self._rules: dict[str, list[Rule]] = {}
        for rule in self._lexicon.rules:
            self._rules.setdefault(rule.element, []).append(rule)

    def __missing__(self, element: str) -> list[str]:
        self[element] = out = []
        for rule in self._rules.get(element, ()):
            words = [word for member in rule.all[0] for word in self._lexicon.wordings_of(name_of(member))]
            out += [word.replace("...", " ").replace("|", " ").replace("=", "") for word in words[:12]]
        return out
