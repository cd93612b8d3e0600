"""The document as a workbook: the matrix with columns for a reviewer, and every other part on a sheet of its own.

Every cell is a text or a number, never a formula. The ids by which `evaluate --reviewed` finds the rows again stand in
hidden columns.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from ctip_law.report.colours import HEAD, TINTS
from ctip_law.report.document import Chapter, Clause, Document, Finding, Review
from ctip_law.report.naming import NATURES, STRENGTHS
from ctip_law.report.pages import size
from ctip_law.report.words import ELEMENT, PROVISION, SAID, caveat

#: The columns that a reviewer fills in, by the sheet: what it is to them, where they find it, and why.
#: `evaluate --reviewed` reads them.
REVIEWED = {
    "Provisions": ("Reviewer's verdict", "Reviewer's sections", "Reviewer's note"),
    "Elements": ("Reviewer's reading", "Reviewer's sections", "Reviewer's note"),
}

#: Lines of the sheet About that a reviewer fills in, and what is asked of them.
REVIEWER, REVIEW_DATE, COMPLETE = "Reviewer", "Date of the review", "Complete"
_TO_REVIEW = (
    "Fill in the reviewer's columns of Provisions and Elements; a row left empty is not counted. Write yes behind "
    "Complete when all rows were read: an empty one then means agreed. ctip-law review import FILE keeps it."
)
_PAPERS = {"a4": 9, "letter": 1}
_WIDEST, _NARROWEST = 60, 9
_TO_FILL = 18  # characters of a column that is left to be filled in
#: Points of a line and of the tallest row that a spreadsheet has; lines of the texts proposed in a row of the matrix.
_LINE, _TALLEST, _SHOWN = 12.0, 409.0, 24
#: Characters across the columns of the matrix, so that it prints on one page's width in a size that can be read.
_ACROSS = {
    "Provision": 12, "Article": 14, "Duty": 14, "What it asks for": 24, "Provision of the law": 46, "Status": 11,
    "Why": 28, "Recommendation": 24, "Proposed text": 34, "Reviewer's verdict": 12, "Reviewer's sections": 10,
    "Reviewer's note": 14,
}  # fmt: skip
#: Characters across a page on its side; those of small print in the width of one of the sheet's own.
_PAGE, _PER_WIDTH = 128, 1.15
_MOST = 32_000  # characters; a cell holds 32,767

_PROVISIONS = (
    "Provision", "Article", "Duty", "What it asks for", "Provision of the law", "Status", "Why", "Recommendation",
    "Proposed text", *REVIEWED["Provisions"], "Sections", "Strength", "Nature", "Softened by", "In part", "Not found",
    "Entry checked",
)  # fmt: skip
_ELEMENTS = ("Element", "Words", "Status", "Section", "Quote", "By way of", "Why", *REVIEWED["Elements"])
_REVIEWS = ("Finding", "Words", "Found", "Reviewer", "Verdict", "Reason", "Sections", "Date", "Stale")
#: What a lawyer need not see: ids, and words that stand in the columns before in sentences.
_HIDDEN = frozenset({"Provision", "Element", "Finding", "In part", "Not found"})


_Cells: TypeAlias = tuple[Any, ...]
_Rows: TypeAlias = Callable[[Chapter], Iterable[_Cells]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the heads of its columns, its rows. `tint` is the column of the status, `said` are decisions
    that stand in the reviewer's columns already.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    tint: int = -1
    statuses: tuple[str, ...] = ()
    said: tuple[Review, ...] = ()


def render(document: Document, paper: str = "a4") -> bytes:
    """The workbook's bytes. Raises UsageError CT004 for an unknown paper."""
    return workbook(document.title, _sheets(document), paper)


def workbook(title: str, sheets: Iterable[Sheet], paper: str) -> bytes:
    """The bytes of a workbook with these sheets. Raises UsageError CT004 for an unknown paper."""
    import xlsxwriter

    size(paper)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    name = _text(title)[:250]
    book.set_properties({"title": name, "author": "ctip-law", "created": datetime(1980, 1, 1, tzinfo=UTC)})
    for sheet in sheets:
        _write(book, sheet, paper, name)
    book.close()
    return out.getvalue()


def _sheets(document: Document) -> Iterator[Sheet]:
    several = document.several
    yield Sheet("Cover", ("What", "Value"), tuple(_cover(document)))
    used = _used(document)
    heads = ("Counted", "Duty", *(" ".join(PROVISION[status][:2]) for status in used), "Total")
    yield Sheet("Summary", heads, tuple(_summary(document, used)))
    yield Sheet("Most serious findings", *_joined(document, ("What was found",), _findings))
    found = [row for chapter in document.chapters for row in chapter.rows()]
    statuses = tuple(row.status for row in found)
    if several:
        yield _side_by_side(document)
        heads, rows = _joined(document, tuple(h for h in _PROVISIONS if h not in REVIEWED["Provisions"]), _unreviewed)
        yield Sheet("Matrix", heads, rows, heads.index("Status"), statuses)
    else:
        shown: dict[str, str] = {}
        rows = tuple(_provision(row, shown) for row in found)
        said = _said(document.chapters[0], "provision")
        yield Sheet("Provisions", _PROVISIONS, rows, _PROVISIONS.index("Status"), statuses, said)
    heads = ("No.", "Recommendation", "Articles", "Duty", "Proposed text")
    yield Sheet("Recommendations", *_joined(document, heads, _advice))
    yield Sheet("Findings by theme", *_joined(document, ("Theme", "What was found"), _themes))
    heads = ("Law", "Where", "Offence", "Minimum", "Maximum", "Fine", "Notes", "Least years", "Most years")
    yield Sheet("Penalties", *_joined(document, heads, _penalties))
    heads = ("Observation", "Where", "Bears on", "Why it matters", "How to mend it")
    yield Sheet("Observations", *_joined(document, heads, _observations))
    heads = ("Term", "Of", "What belongs to it", "Words of the law", "Not found in the law")
    yield Sheet("Definitions compared", *_joined(document, heads, _meanings))
    yield Sheet("Proposed text", *_joined(document, ("Clause", "Text", "Answers", "Notes"), _proposed))
    yield Sheet("Texts cited", *_joined(document, ("Law", "Section", "Number", "Text"), _cited))
    if not several:
        said = _said(document.chapters[0], "element")
        yield Sheet("Elements", _ELEMENTS, tuple(_elements(document.chapters[0])), said=said)
    if any(chapter.reviews for chapter in document.chapters):
        yield Sheet("Reviews", *_joined(document, _REVIEWS, _reviews))
    yield Sheet("About", ("What", "Value"), tuple(_about(document)))


def _findings(chapter: Chapter) -> Iterator[_Cells]:
    yield from ((words,) for words in chapter.gravest())


def _joined(document: Document, heads: tuple[str, ...], rows: _Rows) -> tuple[tuple[str, ...], tuple[_Cells, ...]]:
    """The rows of all chapters, with the law or country in front where there are several."""
    if not document.several:
        return heads, tuple(map(tuple, rows(document.chapters[0])))
    made = tuple((chapter.label, *row) for chapter in document.chapters for row in rows(chapter))
    return ("Law or country", *heads), made


def _write(book: Any, sheet: Sheet, paper: str, title: str) -> None:
    page = book.add_worksheet(sheet.name)
    form = {"text_wrap": True, "valign": "top", "font_size": 9, "border": 1, "border_color": "#B8C0CA"}
    head, wrap = book.add_format(form | {"bold": True, "bg_color": f"#{HEAD}"}), book.add_format(form)
    # A section typed as 3-4 would become a date, were the cell not one of text.
    words = book.add_format(form | {"num_format": "@", "bg_color": "#FFFBE6"})
    number = book.add_format(form | {"align": "center"})  # at the right end it would touch the words beside it
    tints = {status: book.add_format(form | {"bold": True, "bg_color": f"#{tint}"}) for status, tint in TINTS.items()}
    hidden = _hidden(sheet)
    widths = _widths(sheet, hidden)
    for n, width in enumerate(widths):
        page.set_column(n, n, width, None, {"hidden": n in hidden})
        page.write_string(0, n, sheet.heads[n], head)
    page.set_row(0, 2 * _LINE + 3)
    own = REVIEWED.get(sheet.name, ())
    said = {one.key: one for one in sheet.said}
    for line, row in enumerate(sheet.rows, 1):
        page.set_row(line, _height(row, widths, hidden))
        for n, value in enumerate(row):
            if sheet.heads[n] in own:
                _own(page, line, n, own.index(sheet.heads[n]), said.get(str(row[0])), words)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                page.write_number(line, n, value, number)
            else:
                tint = tints[sheet.statuses[line - 1]] if n == sheet.tint else wrap
                page.write_string(line, n, _text(value), tint)
    last = len(sheet.rows)
    _choices(page, sheet, last)
    page.freeze_panes(1, 3 if sheet.name == "Provisions" else 1)
    if sheet.name not in ("Cover", "About"):
        page.autofilter(0, 0, last, len(sheet.heads) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_PAPERS[paper])
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.5, 0.6)
    if "Recommendation" in sheet.heads and "Status" in sheet.heads:  # what stands behind the note is for filters
        page.print_area(0, 0, last, sheet.heads.index("Sections") - 1)
    page.set_footer(f"&L&8{title.replace('&', '&&')[:110]} · &A&R&8page &P of &N")


def _own(page: Any, line: int, n: int, which: int, said: Review | None, form: Any) -> None:
    """A cell of the reviewer's columns: verdict, sections or reason, where one was given."""
    given = (said.verdict, said.sections, said.reason)[which] if said else ""
    if given:
        page.write_string(line, n, _text(given), form)
    else:
        page.write_blank(line, n, None, form)


def _said(chapter: Chapter, kind: str) -> tuple[Review, ...]:
    """The decisions that stand in the reviewer's columns: those of the only reviewer, where there is one."""
    if len({one.reviewer for one in chapter.reviews}) != 1:
        return ()
    return tuple(one for one in chapter.reviews if one.kind == kind)


def _hidden(sheet: Sheet) -> frozenset[int]:
    """The columns of ids, and that of the law where every row has the same."""
    alike = len({row[sheet.heads.index("Law")] for row in sheet.rows}) == 1 if "Law" in sheet.heads else False
    return frozenset(n for n, head in enumerate(sheet.heads) if head in _HIDDEN or (alike and head == "Law"))


def _height(row: Sequence[Any], widths: Sequence[float], hidden: Collection[int]) -> float:
    """Points that the lines of the row's visible cells take: not every program finds the height by itself."""
    lines = (
        sum(_lines(line, int(widths[n] * _PER_WIDTH)) for line in _text(value).split("\n"))
        for n, value in enumerate(row)
        if n not in hidden
    )
    return min(_TALLEST, _LINE * max(lines, default=1) + 3)


def _lines(text: str, width: int) -> int:
    """Lines that a paragraph takes where whole words stand on them."""
    lines, left = 1, width
    for word in text.split(" "):
        if len(word) > left and left < width:
            lines, left = lines + 1, width
        lines += max(0, len(word) - 1) // width
        left = max(0, left - len(word) - 1)
    return lines


def _widths(sheet: Sheet, hidden: Collection[int]) -> list[float]:
    """By content: as wide as the longest line, within bounds, and long texts by the root of their length; what a page
    has left then goes to columns whose texts are longer."""
    matrix = "Recommendation" in sheet.heads and "Status" in sheet.heads
    made, short = [], []
    for n, head in enumerate(sheet.heads):
        longest = max((max(map(len, _text(row[n]).split("\n"))) for row in sheet.rows if n < len(row)), default=0)
        longest = longest or _TO_FILL
        wanted = longest if longest <= 30 else 30 + (longest - 30) ** 0.5 * 1.6
        least = max(_NARROWEST, len(head) * 0.8, *(len(word) + 3 for word in head.split()))
        made.append(_ACROSS[head] if matrix and head in _ACROSS else min(_WIDEST, max(least, wanted)))
        short.append(0.0 if matrix or n in hidden else max(0.0, longest - made[n]))
    spare = _PAGE - sum(width for n, width in enumerate(made) if n not in hidden)
    share = max(0.0, min(1.0, spare / (sum(short) or 1)))
    return [width + share * more for width, more in zip(made, short, strict=True)]


def _choices(page: Any, sheet: Sheet, last: int) -> None:
    """The words that a reviewer may choose from, which are those that the sheet itself prints."""
    if sheet.name not in REVIEWED or not last:
        return
    kind, words = ("provision", PROVISION) if sheet.name == "Provisions" else ("element", ELEMENT)
    at = sheet.heads.index(REVIEWED[sheet.name][0])
    # A warning only: `evaluate --reviewed` takes some more spellings, and tells what it does not take.
    choice = {"validate": "list", "source": [words[id][1] for id in SAID[kind]], "error_type": "warning"}
    page.data_validation(1, at, last, at, choice)


def _text(value: Any) -> str:
    """The cell's text without signs that a workbook cannot hold; of one that is too long, the beginning."""
    words = "" if value is None else str(value)
    if not words.isprintable():  # most texts are, and to go through the signs of all takes a tenth of a report's time
        words = "".join(c for c in words if c == "\n" or c.isprintable() or c == "\u00a0")
    return words if len(words) <= _MOST else f"{words[:_MOST]} [...]"


def _provision(row: Finding, shown: dict[str, str]) -> tuple[Any, ...]:
    """The cells of a row of the matrix. `shown` {clause: the article in whose row its words stand} grows with them."""
    quotes = "\n\n".join([*(passage.line for passage in row.passages), *filter(None, [row.more])]) or row.nothing
    new = sum(shown.setdefault(one.key, row.cited) == row.cited for one in row.proposed)
    proposed = "\n\n".join(_begin(one, shown[one.key], row.cited, _SHOWN // max(1, new)) for one in row.proposed)
    return (
        row.key, row.cited, row.title, row.asks, quotes, row.word, "\n".join(row.why), row.advice, proposed,
        "", "", "", row.sections, row.strength, row.nature.replace("_", " "), row.softened, row.weak, row.missing,
        "no" if row.starred else "yes",
    )  # fmt: skip


def _unreviewed(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    shown: dict[str, str] = {}
    for row in chapter.rows():
        yield tuple(
            value
            for head, value in zip(_PROVISIONS, _provision(row, shown), strict=True)
            if head not in REVIEWED["Provisions"]
        )


def _side_by_side(document: Document) -> Sheet:
    tables = [{row.key: row for row in chapter.rows()} for chapter in document.chapters]
    rows = tuple(
        (row.cited, row.title, *(_shown(table.get(row.key)) for table in tables)) for row in document.chapters[0].rows()
    )
    return Sheet("Side by side", ("Article", "Duty", *(chapter.label for chapter in document.chapters)), rows)


def _shown(row: Finding | None) -> str:
    return f"{row.word} {row.sections}".strip() if row else ""


def _whole(one: Clause) -> str:
    return "\n".join(f"{'  ' * depth}{num} {words}".rstrip() for depth, num, words in one.lines)


def _begin(one: Clause, first: str, here: str, most: int) -> str:
    """A proposed text, of a long one what stands on `most` lines, for a row has a greatest height; after its `first`
    article where it stands."""
    if first != here:
        return f"{one.heading}\nIts words stand at {first}."
    lines = _whole(one).split("\n")
    across = int(_ACROSS["Proposed text"] * _PER_WIDTH)
    taken = [sum(_lines(line, across) for line in lines[: n + 1]) for n in range(len(lines))]
    kept = [line for line, so_far in zip(lines, taken, strict=True) if so_far <= most]
    if len(kept) == len(lines):
        return "\n".join([one.heading, *lines])
    return "\n".join([one.heading, *(kept or lines[:1]), "[...]", "Whole on the sheet Proposed text."])


def _used(document: Document) -> tuple[str, ...]:
    """The statuses that any duty has, in their order."""
    counted = [pair for chapter in document.chapters for one in chapter.counts for pair in one.numbers]
    return tuple(dict.fromkeys(status for status, _ in counted if any(n for other, n in counted if other == status)))


def _summary(document: Document, used: Collection[str]) -> Iterator[tuple[Any, ...]]:
    for chapter in document.chapters:
        of = f"{chapter.label}: " if document.several else ""
        for one in chapter.counts:
            numbers = [n for status, n in one.numbers if status in used]
            yield (of + NATURES[one.nature], one.heading, *numbers, sum(numbers))


def _advice(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for one in chapter.advice:
        yield (
            one.rank,
            one.words,
            "\n".join(one.cited or one.articles),
            STRENGTHS[one.strength],
            "\n".join(one.proposed),
        )


def _penalties(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for one in chapter.penalties:
        law = one.law or chapter.laws[0].title
        yield law, one.place, one.offence, one.least, one.most, one.fine, one.notes, *one.years


def _observations(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for one in chapter.observations:
        yield one.words, one.place or "rests on silence", "\n".join(one.articles), one.why, one.mend


def _themes(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for one in chapter.themes:
        yield from ((one.heading, words) for words in (one.standard, *one.told))


def _meanings(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for one in chapter.meanings:
        words = "\n\n".join([*(passage.line for passage in one.passages), *filter(None, [one.more])]) or "–"
        yield one.term, one.cited, "; ".join(one.asked), words, "; ".join(one.lacking) or "–"


def _proposed(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for one in chapter.proposed:
        yield one.heading, _whole(one), "\n".join(one.answers), "\n".join(one.notes)


def _cited(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for one in chapter.cited:
        law = one.law or chapter.laws[0].title
        yield from ((law, one.heading, num, words) for _, num, words in one.lines)


def _elements(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for one in chapter.elements:
        yield one.key, one.label, one.word, one.section, one.quote, one.way, one.why, "", "", ""


def _reviews(chapter: Chapter) -> Iterator[_Cells]:
    for one in chapter.reviews:
        verdict = one.verdict or "remark"
        yield (
            one.key, one.title, one.machine, one.reviewer, verdict, one.reason, one.sections, one.date, one.stale,
        )  # fmt: skip


def _cover(document: Document) -> Iterator[tuple[str, str]]:
    yield "Title", document.title
    for chapter in document.chapters:
        if chapter.country:
            yield "Country", chapter.country
        for n, law in enumerate(chapter.laws, 1):
            yield "Law", f"[{n}] {law.title}" if len(chapter.laws) > 1 else law.title
            yield from law.facts
        yield from (("Law read", line) for line in chapter.head)
        yield from (("Instrument applied", f"{one.name}. {one.standing}") for one in chapter.applied)
        yield from (("Instrument left out", f"{one.name}. {one.standing}") for one in chapter.left_out)
        yield from (("Country context", f"{label}: {value}") for label, value in chapter.context)
        yield from (("How it was read", line) for line in (*chapter.cautions, *chapter.reading))
    yield from (("Not read", error) for error in document.errors)
    yield from (("Sign", f"{sign}: {meaning}") for sign, meaning in document.legend)
    yield from (("Method", words) for words in document.method)
    yield from (("Limits", words) for words in document.limits)
    yield from (("Source", words) for words in document.sources)
    yield "Made with", document.made_with


def _about(document: Document) -> Iterator[tuple[str, str]]:
    """The lines that `evaluate --reviewed` needs: what was read, by its hashes, and who reviewed it when."""
    for chapter in document.chapters:
        for law in chapter.laws:
            facts = dict(law.facts)
            yield "Read", law.title
            yield "SHA-256 of the file", facts["SHA-256 of the file"]
            yield "SHA-256 of the text", facts["SHA-256 of the text"]
        if chapter.code:
            yield "Country", chapter.code
    yield from document.about
    yield "Note", caveat()
    yield "To review", _TO_REVIEW
    reviews = [one for chapter in document.chapters for one in chapter.reviews]
    yield REVIEWER, _only(one.reviewer for one in reviews)
    yield REVIEW_DATE, _only(one.date for one in reviews)
    yield COMPLETE, ""


def _only(words: Iterable[str]) -> str:
    """The one word among them, "" where there are several or none."""
    found = set(words)
    return found.pop() if len(found) == 1 else ""
