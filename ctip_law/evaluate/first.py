"""First contacts: what the program said of each law when its labels were first at hand, one JSON line a law.

    {"law": "xx/act", "lang": "en", "kind": "dedicated", "how": "met", "day": "2026-11-29", "program": "3532aedb2858",
     "counts": {"tp": 31, ...}, "chain": "9c1f..."}

A law is met for the first time once: `evaluate --first-contacts FILE` adds a row for each law that FILE does not hold
yet, and never touches one that is there. Each `chain` is made of the row and of the chain before it, so that a row
that was changed or taken out is found when the file is read.

`how`: "met" for a real law that nobody here had seen, "at hand" for one whose text was here, and whose labels came
later, "invented" for an Act written by somebody who had seen no word list, "built on" for one that the first rules were
written with: it has no first contact, and no counts. `program`: the commit, or the hash of
framework and lexicons. `counts`: what `score` counts.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ctip_law.errors import DataError
from ctip_law.evaluate.gold import Gold
from ctip_law.evaluate.score import figures_of
from ctip_law.knowledge.measured import PATH, Trust, to_toml

HOW = ("met", "at hand", "invented", "built on")
#: Those of them that are laws of States, and were scored before anybody had learnt from them.
REAL = ("met", "at hand")

#: So many verdicts `met` a figure in words has to rest on; rounds are taken together, the latest first, until it does.
ENOUGH = 40


@dataclass(frozen=True, slots=True)
class Contact:
    """A law as it was first met. `day` is an ISO date, `counts` what `score` counts."""

    law: str
    lang: str
    kind: str
    how: str
    day: str
    program: str
    counts: Mapping[str, int]


def read_contacts(path: str | Path) -> list[Contact]:
    """The rows of a file, [] where it is missing. Raises DataError CT601 with the line of one that was changed."""
    contacts: list[Contact] = []
    chain = ""
    lines = Path(path).read_text(encoding="utf-8").splitlines() if Path(path).is_file() else []
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            said = row.pop("chain")
            contact = Contact(**row)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise _bad(path, number, "the line is no first contact") from None
        chain = _chain(chain, row)
        if said != chain:
            raise _bad(path, number, "this row or one before it is not what was written when the law was first met")
        if contact.how not in HOW or any(one.law == contact.law for one in contacts):
            raise _bad(path, number, "a law is met once, and `how` is one of " + ", ".join(HOW))
        contacts.append(contact)
    return contacts


def with_contacts(there: Sequence[Contact], new: Iterable[Contact]) -> tuple[Contact, ...]:
    """Those that are there as they are, and a row for each law that they do not hold yet."""
    known = {one.law for one in there}
    return (*there, *(one for one in new if one.law not in known))


def to_lines(contacts: Iterable[Contact]) -> str:
    """The text of a file of first contacts."""
    lines, chain = [], ""
    for one in contacts:
        row = _row(one)
        chain = _chain(chain, row)
        lines.append(json.dumps({**row, "chain": chain}, ensure_ascii=False) + "\n")
    return "".join(lines)


def of_result(result: Mapping[str, Any], labels: Iterable[Gold], day: str) -> list[Contact]:
    """The laws of an evaluation as contacts of that day."""
    tool = result["tool"]
    program = hashlib.sha256(f"{tool['framework']} {tool['lexicon']}".encode()).hexdigest()[:12]
    counted = result["counted"]
    return [
        Contact(one.law, one.lang, one.kind, "met", day, program, counted[one.law])
        for one in labels
        if one.law in counted
    ]


def shares(contacts: Iterable[Contact]) -> dict[str, float]:
    """The figures of several laws together, as `score.figures` names them."""
    return figures_of(sum((Counter(one.counts) for one in contacts), Counter()))


def trust(contacts: Sequence[Contact]) -> Trust:
    """What is said in words beside every verdict: the latest real laws met, back to as many as carry a figure.

    Raises DataError CT601 where no real law was met.
    """
    real = [one for one in contacts if one.how in REAL]
    days = sorted({one.day for one in real}, reverse=True)
    chosen: list[Contact] = []
    for day in days:
        if sum(one.counts["met_said"] for one in chosen) >= ENOUGH:
            break
        chosen += [one for one in real if one.day == day]
    n: Counter[str] = sum((Counter(one.counts) for one in chosen), Counter())
    if not chosen:
        raise DataError("CT601", "no real law was met for the first time", remedy="Give the file of first contacts.")
    ends = sorted(one.day for one in chosen)
    return Trust(len(chosen), ends[0], ends[-1], n["met_right"], n["met_said"], n["gap_right"], n["gap_said"])


def main() -> int:
    """`python -m ctip_law.evaluate.first FILE`: writes what stands beside every verdict from the first contacts."""
    PATH.write_text(to_toml(trust(read_contacts(sys.argv[1]))), encoding="utf-8")
    return 0


def _row(one: Contact) -> dict[str, Any]:
    return {
        "law": one.law, "lang": one.lang, "kind": one.kind, "how": one.how, "day": one.day, "program": one.program,
        "counts": dict(one.counts),
    }  # fmt: skip


def _chain(before: str, row: Mapping[str, Any]) -> str:
    text = before + json.dumps(row, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _bad(path: str | Path, line: int, message: str) -> DataError:
    return DataError("CT601", message, path=str(path), place=str(line), remedy="Restore the committed file.")


if __name__ == "__main__":
    sys.exit(main())
