"""Where the reviewer of a gap analysis and the program agree, row by row, and where two reviewers do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import combinations
from typing import Any, Literal

from ctip_law.errors import CtipError, DataError
from ctip_law.report.data import STRENGTHS, tool
from ctip_law.report.words import ELEMENT, PROVISION, SAID
from ctip_law.review.nouns import Here, Key, Review, Row, same_place

#: agree, differ: both gave a verdict. undecided: the program gave none. unsaid: the reviewer gave none, but a section
#: or a note.
Outcome = Literal["agree", "differ", "undecided", "unsaid"]
OUTCOMES: tuple[Outcome, ...] = ("agree", "differ", "undecided", "unsaid")

_TABLES = {"provisions": "provision", "elements": "element"}
_ORDER = {"provision": tuple(PROVISION), "element": tuple(ELEMENT)}


def one_sided(review: Review) -> list[CtipError]:
    """The mistake of a file that does not say what the program found, where it is not read again."""
    lacking = [row for row in review.rows.values() if row.here is None and (row.said or review.complete)]
    if not lacking:
        return []
    first = lacking[0]
    what = f"what the program found is missing in {len(lacking)} rows, first in {first.id}"
    return [
        DataError("CT601", what, path=review.path, place=first.said.place, remedy="Give --law SOURCE to read it again.")
    ]


def result(reviews: Sequence[Review], notes: Iterable[str] = (), *, again: bool = False) -> dict[str, Any]:
    """What `evaluate --reviewed -f json` prints (schema `reviewed`). `again`: the laws were read again today."""
    return {
        "schema": "ctip-law/reviewed/1",
        "tool": tool(),
        "read_again": again,
        "reviews": [_review(review) for review in reviews],
        "pairs": [_pair(a, b) for a, b in combinations(reviews, 2) if _texts(a) and _texts(a) == _texts(b)],
        "notes": [*notes, *_not_paired(reviews)],
    }


def outcome(row: Row) -> Outcome | None:
    """How the two sides of a row stand to each other; None where nobody looked at it."""
    if not row.verdict:
        return "unsaid" if row.said else None
    if _here(row).status not in SAID[row.kind]:
        return "undecided"
    return "agree" if row.verdict == _here(row).status else "differ"


def same_sections(row: Row) -> bool | None:
    """Whether the program cites the reviewer's sections; None where there are none.

    Of an element it cites one, the first, which has to be among his; of a provision all of both.
    """
    theirs, ours = row.said.sections, _here(row).sections
    if not theirs:
        return None
    cited = bool(ours) and all(any(same_place(one, other) for other in theirs) for one in ours)
    if row.kind == "element":
        return cited
    return cited and all(any(same_place(one, other) for other in ours) for one in theirs)


def _here(row: Row) -> Here:
    assert row.here is not None, row.id  # `one_sided` was asked
    return row.here


def _review(review: Review) -> dict[str, Any]:
    rows = [row for row in review.rows.values() if row.here is not None]
    differing = [row for row in rows if _differs(row)]
    noted = [row for row in rows if row.said.note and row not in differing]
    return {
        "file": review.path,
        "reviewer": review.reviewer,
        "date": review.date,
        "complete": review.complete,
        "laws": [asdict(mark) for mark in review.laws],
        **{table: _agreement(kind, rows) for table, kind in _TABLES.items()},
        "differences": [_told(row) for row in differing],
        "remarks": [_told(row) for row in noted],
    }


def _differs(row: Row) -> bool:
    found = outcome(row)
    return found == "differ" or (found == "undecided" and row.verdict in SAID[row.kind]) or same_sections(row) is False


def _agreement(kind: str, rows: Sequence[Row]) -> dict[str, Any]:
    own = [row for row in rows if row.kind == kind]
    verdicts: dict[str, Counter[str]] = {}
    for row in own:
        if row.verdict:
            verdicts.setdefault(_here(row).status, Counter())[row.verdict] += 1
    by_status = {one: [row for row in own if _here(row).status == one] for one in _ORDER[kind]}
    by_strength = {one: [row for row in own if _here(row).strength == one] for one in STRENGTHS}
    judged = [(_here(row).status, row.verdict) for row in own if outcome(row) in ("agree", "differ")]
    return {
        **_counts(own),
        "kappa": kappa(judged),
        "statuses": {one: _counts(some) for one, some in by_status.items() if some},
        "strengths": {one: _counts(some) for one, some in by_strength.items() if some},
        "verdicts": {one: dict(sorted(verdicts[one].items())) for one in _ORDER[kind] if one in verdicts},
    }


def _counts(rows: Sequence[Row]) -> dict[str, Any]:
    found = Counter(outcome(row) for row in rows)
    places = Counter(same_sections(row) for row in rows)
    judged = found["agree"] + found["differ"]
    return {
        "rows": len(rows),
        "looked_at": len(rows) - found[None],
        **{name: found[name] for name in OUTCOMES},
        "sections_same": places[True],
        "sections_differ": places[False],
        "agreement": round(found["agree"] / judged, 4) if judged else None,
    }


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two readers: the agreement beyond what chance gives two readers with these habits.

    1 is agreement in all, 0 what chance gives; None without a pair, or where both gave one and the same verdict always.
    """
    total = len(pairs)
    first, second = (Counter(side) for side in zip(*pairs, strict=True)) if pairs else (Counter[str](), Counter[str]())
    chance = sum(first[verdict] * second[verdict] for verdict in first) / total**2 if total else 1.0
    if chance == 1.0:
        return None
    return round((sum(a == b for a, b in pairs) / total - chance) / (1 - chance), 4)


def _told(row: Row) -> dict[str, Any]:
    """A row with the words of both sides."""
    here = _here(row)
    return {
        "kind": row.kind,
        "id": row.id,
        "title": row.title,
        "strength": here.strength,
        "outcome": outcome(row),
        "sections_same": same_sections(row),
        "place": row.said.place,
        "program": {
            "status": here.status, "sections": list(here.sections), "why": here.why, "quote": here.quote,
        },
        "reviewer": {
            "verdict": row.verdict, "sections": list(row.said.sections), "note": row.said.note,
        },
    }  # fmt: skip


def _texts(review: Review) -> tuple[str, ...]:
    """What tells whether two reviews are of one text."""
    named = tuple(mark.text_sha256 or mark.sha256 for mark in review.laws)
    return named if all(named) else ()


def _not_paired(reviews: Sequence[Review]) -> list[str]:
    return [
        f"{a.path} and {b.path} are not held against each other: by their hashes they are not of the same text"
        for a, b in combinations(reviews, 2)
        if not _texts(a) or _texts(a) != _texts(b)
    ]


def _pair(first: Review, second: Review) -> dict[str, Any]:
    """Two reviewers of one text, over the rows of which both give a verdict."""
    a, b = _verdicts(first), _verdicts(second)
    both = [key for key in a if key in b]
    differing = [key for key in both if a[key] != b[key]]
    made: dict[str, Any] = {"first": _name(first), "second": _name(second)}
    for table, kind in _TABLES.items():
        own, apart = (sum(key[0] == kind for key in keys) for keys in (both, differing))
        share = round((own - apart) / own, 4) if own else None
        said = [(a[key], b[key]) for key in both if key[0] == kind]
        made[table] = {
            "both": own, "agree": own - apart, "differ": apart, "agreement": share, "kappa": kappa(said),
        }  # fmt: skip
    sides = (("first", first, a), ("second", second, b))
    made["differences"] = [
        {"kind": key[0], "id": key[1], "title": first.rows[key].title}
        | {side: _side(review.rows[key], said[key]) for side, review, said in sides}
        for key in differing
    ]
    return made


def _name(review: Review) -> dict[str, str]:
    return {"file": review.path, "reviewer": review.reviewer}


def _side(row: Row, said: str) -> dict[str, Any]:
    return {"verdict": said, "sections": list(row.said.sections), "note": row.said.note}


def _verdicts(review: Review) -> Mapping[Key, str]:
    found = {key: row.verdict for key, row in review.rows.items()}
    return {key: said for key, said in found.items() if said}
