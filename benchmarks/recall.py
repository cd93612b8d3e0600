"""What `screen` finds of what readers and `gap` find: laws that the gate keeps, sections, false alarms.

    python -m benchmarks.recall --gold LABELS --corpus LAWS [--more LABELS]... [--book PATH]... [--json FILE]

- Gate: of the labelled laws (`--more`: labels in languages that are not assessed), how many it keeps.
- Sections: all labelled laws that can be assessed are screened as one book. Of the elements that readers labelled, how
  many have a section that a reader named, by `gap` on the law alone, and in what `screen` says of its state. What one
  law provides in part and another of the state whole is shown in the other.
- Books (`--book`): of the laws that were kept and read, those in which nothing was found: the false alarms of the gate.

Counts, and no seconds. Exits 1 where the gate drops a labelled law, or `screen` misses a section that `gap` has.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ctip_law.assess import assess
from ctip_law.evaluate.gold import Gold, read_gold, source_of
from ctip_law.evaluate.score import section_name
from ctip_law.languages import languages
from ctip_law.match import match
from ctip_law.model import Law, Ledger
from ctip_law.screen.render import counts
from ctip_law.screen.run import screen
from ctip_law.screen.work import look


def gate_of(labels: Iterable[Gold], corpus: Path) -> dict[str, Any]:
    """How many of these laws the gate keeps, and which it does not."""
    dropped, all_ = [], 0
    for one in labels:
        source = source_of(one, corpus)
        seen = look(str(source), source.read_bytes()).seen
        all_ += 1
        if seen is not None and not seen.kept:
            dropped.append(one.law)
    return {"laws": all_, "kept": all_ - len(dropped), "dropped": sorted(dropped)}


def sections_of(labels: Sequence[Gold], corpus: Path, read: Any) -> dict[str, Any]:
    """Of the labelled elements, how many `gap` and `screen` place in a section that a reader named."""
    wanted = {(one.law, id) for one in labels for id in one.elements if "-" not in id.partition(".")[0]}
    alone: dict[tuple[str, str], str] = {}
    for one in labels:
        law: Law = read(source_of(one, corpus))
        alone |= placed(one, assess(match([law]), ()).ledger, None)
    made = screen([str(source_of(one, corpus)) for one in labels], ["tip"])
    by_path = {record["path"]: record for record in made.records if record.get("read")}
    together: dict[tuple[str, str], str] = {}
    whole: set[tuple[str, str]] = set()  # found whole in some law of the state
    for one in labels:
        record = by_path.get(str(source_of(one, corpus)))
        for state in made.states if record else ():
            if any(own["path"] == record["path"] for own in state.laws):
                together |= placed(one, state.ledger, record["law"]["id"])
                whole |= {(one.law, id) for id, own in state.ledger.elements.items() if own.status == "present"}
    lost = (alone.keys() - together.keys()) & wanted
    better = {place for place in lost if alone[place] == "weak" and place in whole}
    return {
        "elements": len(wanted), "by_gap": len(alone.keys() & wanted), "by_screen": len(together.keys() & wanted),
        "whole_in_another_law": sorted(map(" ".join, better)), "missed": sorted(map(" ".join, lost - better)),
    }  # fmt: skip


def placed(gold: Gold, ledger: Ledger, law: str | None) -> dict[tuple[str, str], str]:
    """The labelled elements for which a section that a reader named is cited, and whether they are found whole; `law`:
    the pieces of this law alone."""
    return {
        (gold.law, id): found.status
        for id, nums in gold.elements.items()
        if (found := ledger.elements.get(id)) is not None and found.status in ("present", "weak")
        if any(section_name(piece.num) in nums for piece in found.evidence if law in (None, piece.law))
    }


def book_of(path: str) -> dict[str, Any]:
    """What a statute book costs in laws that are read for nothing."""
    made = screen([path], ["tip"])
    read = [record for record in made.records if record.get("read")]
    silent = [record for record in read if not record["elements"]]
    dedicated = [record["law"]["title"] for record in read if record["about"] == "trafficking"]
    return {
        "book": Path(path).name, **counts(made), "nothing_found": len(silent),
        "nothing_found_by_title": sum(bool(one["general"]) for one in silent), "on_trafficking": sorted(dedicated),
    }  # fmt: skip


def main() -> int:
    """Prints the counts."""
    from ctip_law.analyse import parse

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--more", action="append", default=[])
    parser.add_argument("--book", action="append", default=[])
    parser.add_argument("--json", default="", help="write all of it there")
    given = parser.parse_args()
    labels, _ = read_gold(given.gold)
    made: dict[str, Any] = {"gate": gate_of(labels, given.corpus)}
    for path in given.more:
        made.setdefault("more", []).append(gate_of(read_gold(path)[0], given.corpus))
    made["sections"] = sections_of([one for one in labels if one.lang in languages()], given.corpus, parse)
    made["books"] = [book_of(path) for path in given.book]
    text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    print(text, end="")
    if given.json:
        Path(given.json).write_text(text, encoding="utf-8")
    gates = [made["gate"], *made.get("more", [])]
    return 1 if made["sections"]["missed"] or any(one["dropped"] for one in gates) else 0


if __name__ == "__main__":
    sys.exit(main())
