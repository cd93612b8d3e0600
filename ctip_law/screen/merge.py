"""The records of a state's laws to what all of them together say on each duty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from ctip_law.assess import Judge
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.model import Candidate, ClauseReading, ElementFinding, Evidence, Law, Ledger, ProvisionFinding, Source
from ctip_law.screen.work import Record

_EVIDENCE = 12  # sections kept for an element: of one law six at most; one of each law in any case


@dataclass(frozen=True, slots=True)
class State:
    """What a book, or the part of it that is one state's, says: `laws` are those read, most telling first."""

    name: str
    country: str
    laws: tuple[Record, ...]
    ledger: Ledger
    provisions: tuple[ProvisionFinding, ...]
    defects: tuple[str, ...]


def states(records: Iterable[Record], instruments: Sequence[str], country: str = "") -> list[State]:
    """The states of a screening, by name: by the country that a law names, else `country`, else the book's name."""
    by_state: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        if record.get("read"):
            code = country or record["law"]["country"]
            name = code or record["book"]
            by_state.setdefault((name, code), []).append(record)
    return [_state(name, code, found, instruments) for (name, code), found in sorted(by_state.items())]


def _state(name: str, country: str, records: list[Record], instruments: Sequence[str]) -> State:
    if any(one["offence"] for one in records):
        records = [one | {"elements": one["elements"] | one["beside"]} for one in records]
    laws = sorted(records, key=_telling)
    elements = load_framework().elements
    ledger = Ledger(tuple(map(_law, laws)), {id: _element(id, laws) for id in elements})
    whole = _whole(ledger, laws)
    main = [one for one in laws if one["about"] == "trafficking"] or laws[:1]
    defects = sorted(set.intersection(*(set(one["defects"]) for one in main))) if main else []
    # a defect that one law shows and another is only suspected of is one that all are suspected of
    suspected = frozenset(set.intersection(*(set(one["defects"] + one["suspected"]) for one in main)) if main else ())
    like = frozenset(id for one in laws for id in one["like"])
    judge = Judge(ledger, _Looked(laws), whole, set(defects), suspected=suspected, like=like)
    found = tuple(judge.finding(one) for one in load_framework().provisions(instruments))
    return State(name, country, tuple(laws), ledger, found, tuple(defects))


def _telling(record: Record) -> tuple[Any, ...]:
    """Laws about trafficking first, then those that provide most."""
    present = sum(one["status"] == "present" for one in record["elements"].values())
    return (record["about"] != "trafficking", -present, record["path"])


def _law(record: Record) -> Law:
    about = record["law"]
    source = Source(record["path"], record["sha256"], "", "")
    return Law(
        id=about["id"], title=about["title"], language=about["language"], text="", source=source, clauses=(),
        country=about["country"], kind=about["kind"], version=about["version"], in_force=about["in_force"],
        complete=about["complete"],
    )  # fmt: skip


def _element(id: str, laws: Sequence[Record]) -> ElementFinding:
    """The strongest finding on an element, with the sections of every law that makes it: the best of each law first, in
    the order of the laws, so that none is crowded out by another with many."""
    found = [one["elements"][id] for one in laws if id in one["elements"]]
    strong = [one for one in found if one["status"] == "present"]
    chosen = strong or found
    if not chosen:
        return ElementFinding(id, "absent", why="no rule for it found words that count")
    ranks = zip_longest(*(one["evidence"] for one in chosen))
    best = [piece for rank in ranks for piece in rank if piece is not None][: max(_EVIDENCE, len(chosen))]
    evidence = tuple(map(_evidence, best))
    return ElementFinding(id, "present" if strong else "weak", why=chosen[0]["why"], evidence=evidence)


def _evidence(piece: Record) -> Evidence:
    clause = piece["clause"]
    return Evidence(**piece | {"via": tuple(piece["via"]), "clause": ClauseReading(**clause) if clause else None})


def _whole(ledger: Ledger, laws: Sequence[Record]) -> dict[str, float]:
    """How far the finding on an element can be believed, in the law that provides it best."""
    best: dict[str, float] = {}
    for one in laws:
        for id, score in one["whole"].items():
            if id not in one["elements"]:
                continue
            if ledger.elements[id].status == "present" and one["elements"][id]["status"] == "present":
                best[id] = max(score, best.get(id, score))
    return best


class _Looked:
    """What the second reader pointed to when each law was read."""

    def __init__(self, laws: Sequence[Record]) -> None:
        self._laws = laws

    def unlearnt(self) -> list[str]:
        return []

    def nearest(self, elements: Iterable[str]) -> dict[str, Candidate]:
        return self.pointed(elements)

    def pointed(self, elements: Iterable[str]) -> dict[str, Candidate]:
        out: dict[str, Candidate] = {}
        for id in elements:
            found = [Candidate(**one["pointed"][id]) for one in self._laws if id in one["pointed"]]
            if found:
                out[id] = max(found, key=lambda near: near.score)
        return out

    def candidates(self, provision: Provision, missing: Iterable[str], top: int) -> tuple[Candidate, ...]:
        found = sorted(self.pointed(missing).values(), key=lambda near: (-near.score, near.law, near.num))
        unique = {(near.law, near.num): near for near in reversed(found)}
        return tuple(sorted(unique.values(), key=lambda near: (-near.score, near.law, near.num))[:top])
