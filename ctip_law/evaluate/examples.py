"""What the second reader learns from: the pieces of labelled laws and of single clauses, with what they provide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from ctip_law.analyse import parse
from ctip_law.assess.defects import find_defects
from ctip_law.assess.nearest import Finder
from ctip_law.evaluate.bank import SECTION, BankClause, law_of
from ctip_law.evaluate.gold import Gold, source_of
from ctip_law.evaluate.score import section_name
from ctip_law.languages import languages
from ctip_law.match import Reading, match
from ctip_law.match.pieces import Seen, by_word, pieces_of, seen_in
from ctip_law.match.second import place_of

PROVIDES, IN_PART, NEAR = 1, 0, -1
INVENTED = "invented/"  # names of Acts that no State made
_CHUNK = 100  # clauses that a process reads at once
_LOOKED_AT = 3  # sections that come nearest


@dataclass(frozen=True, slots=True)
class Example:
    """One piece of a section. `says`: element to PROVIDES, IN_PART (it is not learnt from) or NEAR (it comes near and
    is no evidence); every other element it does not provide. What a section says, one of its pieces does. `place`: what
    it is for (`match.second.place_of`).
    """

    section: str
    seen: Seen
    says: Mapping[str, int]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A labelled law or a clause as examples. Of a law also its labels, and what the rules found in it with the
    wordings off that only it has: elements with their status, and in which sections (`shown`); named defects; of an
    element not found, the sections that share most words with it (`nearest`). `about`: whether the law is about
    trafficking or exploitation. `words`: how many it has.
    """

    name: str
    language: str
    examples: tuple[Example, ...]
    gold: Gold | None = None
    found: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, frozenset[str]] = field(default_factory=dict)
    defects: frozenset[str] = frozenset()
    nearest: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    about: bool = True
    words: int = 0

    @property
    def measured(self) -> bool:
        """Whether heads are measured on it, and not only taught by it: a real law, and no clause or invented Act."""
        return self.gold is not None and not self.name.startswith(INVENTED)


def gather(labels: Iterable[Gold], corpus: Path, bank: Iterable[BankClause]) -> list[Text]:
    """Every law in a language with a lexicon and every clause, in the order given. Raises what `parse` raises."""
    clauses = list(bank)
    chunks = [clauses[i : i + _CHUNK] for i in range(0, len(clauses), _CHUNK)]
    laws = [(gold, source_of(gold, corpus)) for gold in labels if gold.lang in languages()]
    with ProcessPoolExecutor() as pool:
        read = list(pool.map(_law, laws))
        return read + [text for texts in pool.map(_clauses, chunks) for text in texts]


def _law(given: tuple[Gold, Path]) -> Text:
    gold, source = given
    ledger = match([parse(source)], unseen=gold.law)
    says: dict[str, dict[str, int]] = {}
    for what, table in ((IN_PART, gold.weak), (PROVIDES, gold.elements)):
        for element, nums in table.items():
            for num in nums:
                says.setdefault(num, {})[element] = what
    found = {id: finding.status for id, finding in ledger.elements.items()}
    finder = Finder(ledger)
    missed = [id for id in gold.elements if found.get(id) == "absent"]
    [reading] = (one for one in ledger.readings if isinstance(one, Reading))
    return Text(
        name=gold.law,
        language=reading.law.language,
        examples=tuple(_examples(reading, says)),
        gold=gold,
        found=found,
        shown={id: frozenset(section_name(e.num) for e in f.evidence) for id, f in ledger.elements.items()},
        defects=frozenset(defect.id for defect in find_defects(ledger).named),
        nearest={id: tuple(section_name(near.num) for near in finder.by_words(id, _LOOKED_AT)) for id in missed},
        about=reading.ties.about != "",
        words=len(reading.body.words.lower),
    )


def _clauses(clauses: list[BankClause]) -> list[Text]:
    return [_clause(clause) for clause in clauses]


def _clause(clause: BankClause) -> Text:
    [reading] = (one for one in match([law_of(clause)]).readings if isinstance(one, Reading))
    also = {"present": PROVIDES, "weak": IN_PART, "absent": IN_PART}[clause.label]
    says = dict.fromkeys(clause.also, also)
    says[clause.element] = {"present": PROVIDES, "weak": IN_PART, "absent": NEAR}[clause.label]
    examples = tuple(one for one in _examples(reading, {SECTION: says}) if one.section not in ("1", "2"))
    return Text("", clause.language, examples)


def _examples(reading: Reading, says: Mapping[str, Mapping[str, int]]) -> Iterator[Example]:
    pieces = pieces_of(reading.body)
    for piece, seen in zip(pieces, seen_in(reading.body, by_word(reading.hits), pieces), strict=True):
        num = section_name(reading.body.sections[piece.section].num)
        yield Example(num, seen, says.get(num, {}), place_of(reading, piece))
