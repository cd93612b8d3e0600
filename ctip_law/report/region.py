"""The laws of several countries together, for people. Reads the data that `compare -f json` prints over several."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.report.csv import inert
from ctip_law.report.lens import lines as lens_lines
from ctip_law.report.naming import SHORT, cited
from ctip_law.report.width import across, column
from ctip_law.report.words import GENERAL_LAW, STRENGTH, caveat
from ctip_law.report.writers import LAID_FORMS

REGION_FORMATS = ("table", "json", "csv", *LAID_FORMS)
_TITLE = 35
Data = dict[str, Any]
COUNTS = (("met", "met"), ("in_part", "part"), ("none", "none"), ("open", "open"))
_FINES = {"yes": "added", "alternative": "instead", "no": ""}
_TERMS = {"least_years": "Shortest term", "most_years": "Longest term", "heaviest_years": "Heaviest term"}
PENALTY_HEADS = ("Law", "Section", "Least", "Most", "Heaviest", "Also", "Fine")
#: What the figures mean, in every form.
NOTES = (
    "Met: the duty is answered in full, elsewhere in the bundle or in another way; part: in part; none: no provision"
    " found; open: no verdict, for a law that may hold the answer was not read or a lawyer has to read the text. Per"
    " cent are of the laws with a verdict.",
    "Apart stand laws with nothing on a duty that three of four with a verdict meet, or that meet a duty on which three"
    " of four have nothing. Examples meet the duty in full, the surest first.",
    "Penalties are those of the trafficking offence in the plain case, terms in years; heaviest is the longest term in"
    " the sections on the offence and on what aggravates it. A dash: none stated.",
    "Alike: what two laws both provide, of what either provides, by the elements of these duties.",
)


def render(data: Data, form: str, paper: str = "a4") -> str | bytes:
    """The comparison in one of REGION_FORMATS but JSON. Raises UsageError CT004 for another form or an unknown paper,
    and what `report.pdf` raises.
    """
    if form == "table":
        return _table(data)
    if form == "csv":
        return _csv(data)
    if form in LAID_FORMS:
        from ctip_law.report.region_blocks import handout
        from ctip_law.report.writers import written

        return written(handout(data), form, paper)
    raise UsageError("CT004", f"there is no format {form!r}", remedy=f"Use {', '.join(REGION_FORMATS)}.")


def heading(data: Data) -> str:
    """ "Laws compared: Bali Process on ..."."""
    return f"Laws compared: {data['name']}" if data["name"] else "Laws compared"


def groups(data: Data) -> Iterator[tuple[str, list[Data]]]:
    """The duties under the headings of their instrument and strength, in the order of the instruments."""
    framework = load()
    for instrument in data["instruments"]:
        for strength, (name, _) in STRENGTH.items():
            rows = [
                row
                for row in data["provisions"]
                if row["strength"] == strength and framework.provision(row["id"]).instrument == instrument
            ]
            if rows:
                yield f"{SHORT[instrument]}: {name[0].lower()}{name[1:]}", rows


def examples(row: Data) -> str:
    """ "AE (2, 5); TZ (4)", with the law's title where several of a country were read."""
    told = []
    for one in row["examples"]:
        several = len(one["places"]) > 1
        places = "; ".join((f"{p['law']}: " if several else "") + ", ".join(p["sections"][:4]) for p in one["places"])
        told.append(f"{one['member']} ({places})")
    return "; ".join(told)


def percent(value: float | None) -> str:
    """A share as it is printed."""
    return "–" if value is None else f"{value:g} %"


def _years(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def penalties(data: Data) -> Iterator[tuple[str, ...]]:
    """A row for each law, under PENALTY_HEADS."""
    for row in data["penalties"]["rows"]:
        also = ", ".join(word for word in ("life", "death") if row[word])
        fine = _FINES[row["fine"]] if row["section"] else ""
        terms = (_years(row[field]) for field in _TERMS)
        yield (row["member"], row["section"] or "none found", *terms, also, fine)


def apart(data: Data) -> Iterator[str]:
    """How far the terms lie apart, and which are far from the middle."""
    for field, words in _TERMS.items():
        spread = data["penalties"]["spread"][field]
        if not spread["laws"]:
            continue
        ends = f"{_years(spread['lowest'])} to {_years(spread['highest'])} years"
        told = f"{words}: {ends} in {spread['laws']} laws, the middle {_years(spread['middle'])}"
        far = [one for one in data["penalties"]["outliers"] if one["field"] == field]
        names = ", ".join(f"{one['member']} ({_years(one['years'])})" for one in far)
        yield told + (f"; more than twice or less than half of it: {names}" if names else "")


def alike(data: Data) -> Iterator[tuple[str, str]]:
    """Each law with those that provide most of the same."""
    for row in data["alike"]:
        if row["to"]:
            yield row["member"], ", ".join(f"{one['member']} {one['percent']:g} %" for one in row["to"])


def notes(data: Data) -> list[str]:
    """What a reader has to know of the figures."""
    restated = any(law["restatement"] for one in data["members"] for law in one["laws"])
    said = ["Read from restatements in our own words, which are not the law."] if restated else []
    for one in data["members"]:
        if one["lacks"]:
            said.append(f"{one['key']}: not held, so that it counts in no share: {'; '.join(one['lacks'])}.")
    said += reviewed(data)
    said += [] if data["ranking"] is None else [
        "Places are by the share of the mandatory duties with a verdict that a law meets: they say nothing on practice,"
        " and laws of which little was read are judged on less."
    ]  # fmt: skip
    return [*NOTES, *said, f"Caution: {GENERAL_LAW}.", caveat()]


def reviewed(data: Data) -> list[str]:
    """What lawyers decided, which changes no status."""
    return [
        f"Reviewed, {key}, {cited(row['id'])}: {said}"
        for row in data["provisions"]
        for key, cell in row["members"].items()
        for said in cell["reviews"]
    ]


def _table(data: Data) -> str:
    lines = [*_wrap("", heading(data)), ""]
    lines += _wrap("Read: ", "; ".join(_named(one) for one in data["members"]))
    if data["without_law"]:
        lines += _wrap("No law held: ", ", ".join(one["name"] for one in data["without_law"]))
    lines += _wrap("Against: ", "; ".join(load().instruments[id].name for id in data["instruments"]))
    for line in lens_lines(data["lens"]):
        lines += _wrap("", line, 2)
    wide = column(_TITLE, (row["title"] for row in data["provisions"]))
    for title, rows in groups(data):
        lines += ["", *_wrap("", title), ""]
        lines.append(f"{'Article':11} {'Duty':{wide}} " + " ".join(f"{name:>4}" for _, name in COUNTS) + "  met of")
        for row in rows:
            lines += _row(row, wide)
    lines += ["", "Penalties of the trafficking offence, in years", ""]
    width = min(22, max(4, *(len(one["key"]) + 1 for one in data["members"])))
    table = [PENALTY_HEADS, *penalties(data)]
    shares = [max(map(len, cells)) + 2 for cells in zip(*(cells[2:] for cells in table), strict=True)]
    for first, place, *rest in table:
        told = "".join(f"{text:{share}}" for text, share in zip(rest, shares, strict=True))
        lines += _beside((first, width - 1), (place, 10), told)
    lines += ["", *(line for told in apart(data) for line in _wrap("", told, 2))]
    lines += ["", "Most alike", ""]
    lines += [line for member, told in alike(data) for line in _wrap(f"{member}: ", told)]
    if data["ranking"] is not None:
        lines += ["", "Places by the share of mandatory duties met", ""]
        lines += [f"{_place(one):>4} {one['member']} {_share(one)}" for one in data["ranking"]]
    lines += ["", *(line for note in notes(data) for line in _wrap("", note, 2))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def places(data: Data) -> Iterator[tuple[str, str, str]]:
    """Place, law and share of the mandatory duties met, of a comparison that ranks."""
    yield from ((_place(one), one["member"], _share(one)) for one in data["ranking"])


def _place(one: Data) -> str:
    return "–" if one["place"] is None else f"{one['place']}."


def _share(one: Data) -> str:
    return f"{percent(one['percent'])} ({one['met']} of {one['judged']})"


def _named(one: Data) -> str:
    """ "SG Singapore", or the law's name alone where that is its key."""
    return one["name"] if one["key"] == one["name"] else f"{one['key']} {one['name']}"


def _row(row: Data, wide: int) -> Iterator[str]:
    article = row["article"] + ("" if row["verified"] == "text" else "*")
    counts = " ".join(f"{row['counts'][kind]:>4}" for kind, _ in COUNTS)
    yield from _beside((article, 11), (row["title"], wide), f"{counts} {percent(row['met_percent']):>7}")
    if row["outliers"]:
        yield from _wrap("stand apart: ", ", ".join(row["outliers"]), 12)
    if row["examples"]:
        yield from _wrap("examples: ", examples(row), 12)


def _beside(first: tuple[str, int], second: tuple[str, int], rest: str) -> Iterator[str]:
    """Two cells of these widths that are wrapped and not cut, and what stands behind them on the first line."""
    cells = [textwrap.wrap(words, wide) for words, wide in (first, second)]
    for n, (left, right) in enumerate(zip_longest(*cells, fillvalue="")):
        yield f"{left:{first[1]}} {right:{second[1]}} {'' if n else rest}".rstrip()


def _wrap(label: str, words: str, indent: int = 0) -> list[str]:
    first = " " * indent + label if label else ""
    rest = " " * (len(first) if label else indent)
    made = textwrap.wrap(words, across(), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return made or [first]


def _csv(data: Data) -> str:
    """A row for each duty: the figures, then the verdict on each law."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    keys = [one["key"] for one in data["members"]]
    heads = ["provision", "article", "title", "strength", "nature", *(kind for kind, _ in COUNTS), "judged"]
    more = ["reviews"] if reviewed(data) else []
    writer.writerow([*heads, "met_percent", "outliers", "examples", *map(inert, keys), *more])
    for row in data["provisions"]:
        head = [row[name] for name in ("id", "article", "title", "strength", "nature")]
        figures = [*(row["counts"][kind] for kind, _ in COUNTS), row["judged"], row["met_percent"]]
        told = [", ".join(row["outliers"]), examples(row)]
        cells = [row["members"][key]["status"] for key in keys]
        lawyers = "; ".join(f"{key}: {one}" for key in keys for one in row["members"][key]["reviews"])
        writer.writerow([*head, *figures, *map(inert, told), *cells, *([inert(lawyers)] if more else [])])
    return out.getvalue()
