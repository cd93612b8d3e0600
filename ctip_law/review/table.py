"""Agreement between a reviewer and the program as text for people."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from ctip_law.report.width import across
from ctip_law.review.nouns import word

_TABLES = {"provisions": ("provision", "Provisions"), "elements": ("element", "Elements")}
_COUNTS = ("looked_at", "agree", "differ", "undecided", "unsaid")


def table(result: Mapping[str, Any]) -> str:
    """Each review with its counts and differences, then each pair of reviewers."""
    lines: list[str] = []
    for review in result["reviews"]:
        lines += [*_review(review, result["read_again"]), ""]
    for pair in result["pairs"]:
        lines += [*_pair(pair), ""]
    return "\n".join(line.rstrip() for line in lines[:-1]) + "\n"


def _review(review: Mapping[str, Any], again: bool) -> Iterator[str]:
    who = ", ".join(filter(None, [review["reviewer"], review["date"]]))
    yield from _wrapped("Review: ", f"{review['file']}{f' ({who})' if who else ''}")
    for law in review["laws"]:
        yield from _wrapped("Of: ", law["title"])
    side = "read again today" if again else "as it stands in the file"
    empty = "agreed" if review["complete"] else "not looked at"
    yield f"The program's side is {side}."
    yield f"An empty row counts as {empty}."
    for name, (kind, heading) in _TABLES.items():
        if review[name]["rows"]:
            yield ""
            yield from _agreement(review[name], kind, heading)
    for name, heading in (("differences", "Differences"), ("remarks", "Notes on other rows")):
        if review[name]:
            yield ""
            yield heading
        for row in review[name]:
            yield from _row(row)


def _agreement(counts: Mapping[str, Any], kind: str, heading: str) -> Iterator[str]:
    share = _share(counts)
    yield f"{heading}: {counts['looked_at']} of {counts['rows']} looked at, {share}"
    if not counts["looked_at"]:
        return
    if named := counts["sections_same"] + counts["sections_differ"]:
        yield f"  sections named in {named}, the same in {counts['sections_same']}"
    yield f"  {'':22}" + "".join(f"{name.replace('_', ' '):>11}" for name in _COUNTS)
    parts = [(word(kind, status), own) for status, own in counts["statuses"].items()]
    parts += [(f"all {strength}", own) for strength, own in counts["strengths"].items()]
    yield from (_line(name, own) for name, own in parts if own["looked_at"])
    yield _line("all", counts)
    moved = [
        f"{word(kind, ours)} read as {word(kind, theirs)}: {n}"
        for ours, said in counts["verdicts"].items()
        for theirs, n in said.items()
        if ours != theirs
    ]
    if moved:
        yield from _wrapped("  ", "; ".join(moved))


def _line(name: str, counts: Mapping[str, Any]) -> str:
    return f"  {name:22}" + "".join(f"{counts[column]:>11}" for column in _COUNTS)


def _row(row: Mapping[str, Any]) -> Iterator[str]:
    ours, theirs, kind = row["program"], row["reviewer"], row["kind"]
    line = "line " if row["place"].isdigit() else ""
    place = f" ({line}{row['place']})" if row["place"] else ""
    yield from _wrapped("- ", f"{row['id']}{place}: {row['title']}")
    if row["outcome"] == "undecided":
        yield "  no verdict of the program"
    elif row["outcome"] != "differ" and row["sections_same"] is False:
        yield "  other sections"
    found = [word(kind, ours["status"]), _sections(ours["sections"]), ours["why"]]
    yield from _wrapped("  ctip-law: ", "; ".join(filter(None, found)))
    if ours["quote"]:
        words = textwrap.shorten(ours["quote"], 300, placeholder=" …")
        yield from _wrapped("    ", words if kind == "provision" else f"“{words}”")
    said = word(kind, theirs["verdict"]) if theirs["verdict"] else ""
    yield from _wrapped("  reviewer: ", "; ".join(filter(None, [said, _sections(theirs["sections"]), theirs["note"]])))


def _pair(pair: Mapping[str, Any]) -> Iterator[str]:
    first, second = (pair[side]["reviewer"] or pair[side]["file"] for side in ("first", "second"))
    yield from _wrapped("", f"{first} and {second}")
    for name, (_, heading) in _TABLES.items():
        counts = pair[name]
        if counts["both"]:
            yield f"{heading}: {counts['both']} read by both, {_share(counts)}"
    for row in pair["differences"]:
        yield from _wrapped("- ", f"{row['id']}: {row['title']}")
        for side, name in (("first", first), ("second", second)):
            own = row[side]
            said = [word(row["kind"], own["verdict"]), _sections(own["sections"]), own["note"]]
            yield from _wrapped(f"  {name}: ", "; ".join(filter(None, said)))


def _sections(sections: list[str]) -> str:
    return f"section{'s' if len(sections) > 1 else ''} {', '.join(sections)}" if sections else ""


def _share(counts: Mapping[str, Any]) -> str:
    share, kappa = counts["agreement"], counts["kappa"]
    if share is None:
        return "no verdict to compare"
    return f"{100 * share:.1f} % of the verdicts agree" + ("" if kappa is None else f" (kappa {kappa:.2f})")


def _wrapped(label: str, text: str) -> list[str]:
    """Lines as long as a table may be, hanging under the label."""
    rest = " " * min(len(label), 4)
    return textwrap.wrap(label + text, across(), subsequent_indent=rest, break_on_hyphens=False) or [label]
