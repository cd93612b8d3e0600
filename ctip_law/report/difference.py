"""What changes between two versions, for people. Reads the data that `diff -f json` prints."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from ctip_law.report.md import cell
from ctip_law.report.side_by_side import names, word
from ctip_law.report.width import across
from ctip_law.report.words import ELEMENT, caveat

Data = dict[str, Any]
#: Characters of an untouched stretch that are shown on either side of a change.
_AROUND = 60
_WAYS = {"better": "answered further", "worse": "answered less", "other": "changed"}


#: Forms of a difference.
DIFF_FORMS = ("table", "json", "md", "html", "docx", "xlsx", "pdf")


def render(data: Data, form: str, paper: str = "a4") -> str | bytes:
    """The difference in one of DIFF_FORMS but JSON. Raises UsageError CT004 for an unknown paper, and what
    `report.pdf` raises.
    """
    if form in ("docx", "xlsx", "pdf"):
        from ctip_law.report.change_blocks import handout
        from ctip_law.report.writers import written

        return written(handout(data), form, paper)
    if form == "html":
        from ctip_law.report.html import page

        return page(
            "diff.html.j2", data=data, lead=lead(data), label=label, pieces=pieces, word=word, element=element,
            order=order, tiers=tiers, disclaimer=caveat(),
        )  # fmt: skip
    blocks = list(_blocks(data, form == "md"))
    return "\n".join(line.rstrip() for line in blocks) + "\n"


def lead(data: Data) -> list[str]:
    """What was compared, and how many changes there are, in sentences."""
    counts = data["summary"]
    old, new = names([data["old"]]), names([data["new"]])
    if old == new:  # the files tell them apart
        old, new = (f"{data[of]['title']} ({data[of]['source']['path'].rpartition('/')[2]})" for of in ("old", "new"))
    lines = [f"Old: {old}"]
    if data["amending_act"]:
        done = counts["instructions"]
        lines.append(f"Amending act: {names([data['amending_act']])}")
        said = f"{done['applied']} of {done['read']} instructions were applied"
        lines.append(f"New: the old version as amended; {said}, {done['not_read']} passages were not understood.")
    else:
        lines.append(f"New: {new}")
    sections = ", ".join(f"{count} {kind}" for kind, count in counts["sections"].items() if count)
    lines.append(f"Sections: {sections or 'no difference'}.")
    ways = ", ".join(f"{count} {_WAYS[way]}" for way, count in counts["provisions"].items() if count)
    lines.append(f"Provisions of the instruments: {ways or 'no difference'}.")
    lines.append(f"Elements: {counts['elements']['gained']} gained, {counts['elements']['lost']} lost.")
    return lines


def label(change: Data) -> str:
    """ "changed: section 12 Offence"; "renumbered: section 5, now 6"."""
    old, new = change["old"], change["new"]
    num = (old or new)["num"]
    now = f", now {new['num']}" if change["change"] == "renumbered" else ""
    also = " and changed" if change["change"] == "renumbered" and change["redline"] else ""
    return f"{change['change']}{also}: {change['unit'].replace('_', ' ')} {num}{now} {change['heading']}".rstrip()


def pieces(change: Data, around: int = _AROUND) -> list[Data]:
    """The redline with long untouched stretches cut to what stands next to a change."""
    shown = []
    line = change["redline"]
    for place, piece in enumerate(line):
        text = piece["text"]
        if piece["kind"] == "equal":
            before, after = (around if place else 0), (around if place < len(line) - 1 else 0)
            if len(text) > before + after + 20:
                head = text[:before].rpartition(" ")[0] + " " if before else ""
                tail = " " + text[len(text) - after :].partition(" ")[2] if after else ""
                text = f"{head}…{tail}"
        shown.append({"kind": piece["kind"], "text": text})
    return shown


def order(one: Data) -> str:
    """An instruction in words."""
    what = f"{one['kind']} {'words in ' if one['what'] == 'words' else ''}{one['target']}"
    if one["what"] == "unit" and one["kind"] == "insert":
        place = {"sorted": "among the definitions of", "end": "at the end of"}.get(one["position"], one["position"])
        what = f"insert {place} {one['target']}"
    return what


def element(one: Data) -> str:
    """ "label: not found, then found, s 12: “...”"."""
    said = f"{ELEMENT[one['before']][1]} before, {ELEMENT[one['after']][1]} after"
    proof = one["evidence_after"] if one["direction"] == "gained" else one["evidence_before"]
    if not proof:
        return said
    flat = " ".join(proof[0]["quote"].split())
    shown = flat if len(flat) <= 160 else flat[:160].rsplit(" ", 1)[0] + " …"
    return f"{said}; s {proof[0]['num']}: “{shown}”"


def tiers(rows: list[Data]) -> str:
    """Penalties of one section in words, terms in years."""
    return "; ".join(map(_tier, rows)) or "none read"


def _tier(row: Data) -> str:
    parts = []
    if row["death"]:
        parts.append("death")
    if row["life"]:
        parts.append("life")
    if row["min_years"] is not None or row["max_years"] is not None:
        low = f"at least {row['min_years']:g}" if row["min_years"] is not None else ""
        high = f"up to {row['max_years']:g}" if row["max_years"] is not None else ""
        parts.append(f"{' and '.join(filter(None, [low, high]))} years")
    if row["grade"]:
        parts.append(row["grade"])
    fine = {"yes": "with a fine", "alternative": "or a fine", "no": ""}[row["fine"]]
    return " ".join(filter(None, [" or ".join(parts), fine])) or "not stated"


# -- table and Markdown ----------------------------------------------------------------------------------------


def _blocks(data: Data, md: bool) -> Iterator[str]:
    clean = cell if md else str
    yield "# What changes" if md else "What changes"
    yield ""
    for line in lead(data):
        yield from _item(clean(line), md)
    sections = (
        ("Instructions not applied", [undone(one) for one in data["instructions"] if not one["applied"]]),
        ("Not understood", [f"{one['num']}: {one['why']}: {_short(one['text'])}" for one in data["not_read"]]),
    )
    for heading, lines in sections:
        if lines:
            yield from _heading(heading, md)
        for line in lines:
            yield from _item(clean(line), md)
    yield from _verdicts(data, md)
    if data["sections"]:
        yield from _heading("In the text", md)
    for change in data["sections"]:
        yield from _item(f"**{clean(label(change))}**" if md else label(change), md)
        if change["redline"]:
            yield from _redline(change, md)
    yield ""
    yield from [caveat()] if md else _wrapped(caveat(), 0)


def undone(one: Data) -> str:
    return f"{one['num']}: {order(one)}: {one['why']}"


def _verdicts(data: Data, md: bool) -> Iterator[str]:
    clean = cell if md else str
    if data["provisions"]:
        yield from _heading("In the verdicts", md)
    for row in data["provisions"]:
        before, after = word(row["before"], row["nature"]), word(row["after"], row["nature"])
        line = f"{row['article']} {row['title']}: {before} before, {after} after"
        yield from _item(clean(line), md)
    if data["elements"]:
        yield from _heading("Elements", md)
    for one in data["elements"]:
        yield from _item(clean(f"{one['direction']}: {one['label']}: {element(one)}"), md)
    if data["defects"]:
        yield from _heading("Defects", md)
    for one in data["defects"]:
        yield from _item(clean(f"{one['change']}: {one['label']}"), md)
    if data["penalties"]:
        yield from _heading("Penalties", md)
    for row in data["penalties"]:
        yield from _item(
            clean(f"section {row['section']}: {tiers(row['before'])} before, {tiers(row['after'])} after"), md
        )


def _redline(change: Data, md: bool) -> Iterator[str]:
    """[-gone-] and {+new+} in text, <del> and <ins> in Markdown."""
    marks = {
        "delete": ("<del>", "</del>") if md else ("[-", "-]"),
        "insert": ("<ins>", "</ins>") if md else ("{+", "+}"),
    }
    parts = []
    for piece in pieces(change):
        before, after = marks.get(piece["kind"], ("", ""))
        text = _escaped(piece["text"]) if md else piece["text"]
        parts.append(f"{before}{text}{after}")
    yield from ([f"    {''.join(parts)}"] if md else _wrapped("".join(parts), 4))


def _escaped(text: str) -> str:
    """As `cell`, with the blanks at the ends kept: they are part of the change."""
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if text.strip() else ""
    return f"{lead}{cell(text)}{tail}"


def _heading(words: str, md: bool) -> Iterator[str]:
    yield from ("", f"## {words}" if md else words, "")


def _item(words: str, md: bool) -> list[str]:
    return [f"- {words}"] if md else _wrapped(words, 2, "- ")


def _wrapped(words: str, indent: int, first: str = "") -> list[str]:
    start = first.ljust(indent) if first else " " * indent
    return textwrap.wrap(words, across(), initial_indent=start, subsequent_indent=" " * indent, break_on_hyphens=False)


def _short(words: str, most: int = 160) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
