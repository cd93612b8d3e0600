"""The document as a workbook: the matrix with columns for a reviewer, and every other part on a sheet of its own.

Every cell is a text or a number, never a formula. The ids by which `evaluate --reviewed` finds the rows again stand in
hidden columns.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from ctip_law.report.colours import HEAD, TINTS
from ctip_law.report.document import Chapter, Document, Finding, Review
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
#: Points of a line and of the tallest row that a spreadsheet has; characters of a proposed text in the matrix.
_LINE, _TALLEST, _SHOWN = 12.0, 409.0, 700
#: Characters across the columns of the matrix, so that it prints on one page's width in a size that can be read.
_ACROSS = {
    "Provision": 12, "Article": 14, "Duty": 14, "What it asks for": 24, "Provision of the law": 46, "Status": 11,
    "Why": 28, "Recommendation": 24, "Proposed text": 34, "Reviewer's verdict": 12, "Reviewer's sections": 10,
    "Reviewer's note": 14,
}  # fmt: skip
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
        _write(book, sheet, paper)
    book.close()
    return out.getvalue()


def _sheets(document: Document) -> Iterator[Sheet]:
    several = document.several
    yield Sheet("Cover", ("What", "Value"), tuple(_cover(document)))
    yield Sheet("Summary", ("Counted", "Duty", *_statuses(), "Total"), tuple(_summary(document)))
    yield Sheet("Most serious findings", *_joined(document, ("What was found",), _findings))
    found = [row for chapter in document.chapters for row in chapter.rows()]
    statuses = tuple(row.status for row in found)
    if several:
        yield _side_by_side(document)
        heads, rows = _joined(document, tuple(h for h in _PROVISIONS if h not in REVIEWED["Provisions"]), _unreviewed)
        yield Sheet("Matrix", heads, rows, heads.index("Status"), statuses)
    else:
        rows = tuple(map(_provision, found))
        said = _said(document.chapters[0], "provision")
        yield Sheet("Provisions", _PROVISIONS, rows, _PROVISIONS.index("Status"), statuses, said)
    heads = ("No.", "Recommendation", "Articles", "Duty", "Proposed text")
    yield Sheet("Recommendations", *_joined(document, heads, _advice))
    yield Sheet("Findings by theme", *_joined(document, ("Theme", "What was found"), _themes))
    heads = ("Law", "Provision", "Offence", "Minimum", "Maximum", "Fine", "Notes", "Minimum, years", "Maximum, years")
    yield Sheet("Penalties", *_joined(document, heads, _penalties))
    heads = ("Observation", "Where", "Bears on", "Why it matters", "How to mend it")
    yield Sheet("Observations", *_joined(document, heads, _observations))
    heads = ("Term", "Of", "What belongs to it", "Words of the law", "Not found")
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


def _write(book: Any, sheet: Sheet, paper: str) -> None:
    page = book.add_worksheet(sheet.name)
    form = {"text_wrap": True, "valign": "top", "font_size": 9, "border": 1, "border_color": "#B8C0CA"}
    head, wrap = book.add_format(form | {"bold": True, "bg_color": f"#{HEAD}"}), book.add_format(form)
    # A section typed as 3-4 would become a date, were the cell not one of text.
    words = book.add_format(form | {"num_format": "@", "bg_color": "#FFFBE6"})
    tints = {status: book.add_format(form | {"bold": True, "bg_color": f"#{tint}"}) for status, tint in TINTS.items()}
    widths = list(_widths(sheet))
    for n, width in enumerate(widths):
        page.set_column(n, n, width, None, {"hidden": sheet.heads[n] in _HIDDEN})
        page.write_string(0, n, sheet.heads[n], head)
    page.set_row(0, 2 * _LINE + 3)
    own = REVIEWED.get(sheet.name, ())
    said = {one.key: one for one in sheet.said}
    for line, row in enumerate(sheet.rows, 1):
        page.set_row(line, _height(sheet, row, widths))
        for n, value in enumerate(row):
            if sheet.heads[n] in own:
                _own(page, line, n, own.index(sheet.heads[n]), said.get(str(row[0])), words)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                page.write_number(line, n, value, wrap)
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
    page.set_footer("&L&8&A&R&8page &P of &N")


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


def _height(sheet: Sheet, row: Sequence[Any], widths: Sequence[float]) -> float:
    """Points that the lines of the row's visible cells take: not every program finds the height by itself."""
    lines = (
        sum(int(len(line) / width) + 1 for line in _text(value).split("\n"))
        for value, width, head in zip(row, widths, sheet.heads, strict=True)
        if head not in _HIDDEN
    )
    return min(_TALLEST, _LINE * max(lines, default=1) + 3)


def _widths(sheet: Sheet) -> Iterator[float]:
    """By content: as wide as the longest line, within bounds, and long texts by the root of their length."""
    matrix = "Recommendation" in sheet.heads and "Status" in sheet.heads
    for n, head in enumerate(sheet.heads):
        if matrix and head in _ACROSS:
            yield _ACROSS[head]
            continue
        longest = max((max(map(len, _text(row[n]).split("\n"))) for row in sheet.rows if n < len(row)), default=0)
        longest = longest or _TO_FILL
        wanted = longest if longest <= 30 else 30 + (longest - 30) ** 0.5 * 1.6
        yield min(_WIDEST if len(sheet.heads) > 2 else 110, max(_NARROWEST, len(head) * 0.8, wanted))


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
    words = "" if value is None else "".join(c for c in str(value) if c == "\n" or c.isprintable() or c == "\u00a0")
    return words if len(words) <= _MOST else f"{words[:_MOST]} [...]"


def _provision(row: Finding) -> tuple[Any, ...]:
    quotes = "\n\n".join([*(passage.line for passage in row.passages), *filter(None, [row.more])]) or row.nothing
    proposed = "\n\n".join(_begin(_whole(one.heading, one.lines)) for one in row.proposed)
    return (
        row.key, row.cited, row.title, row.asks, quotes, row.word, "\n".join(row.why), row.advice, proposed,
        "", "", "", row.sections, row.strength, row.nature.replace("_", " "), row.softened, row.weak, row.missing,
        "no" if row.starred else "yes",
    )  # fmt: skip


def _unreviewed(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for row in chapter.rows():
        yield tuple(
            value
            for head, value in zip(_PROVISIONS, _provision(row), strict=True)
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


def _whole(heading: str, lines: Iterable[tuple[int, str, str]]) -> str:
    return "\n".join([heading, *(f"{'  ' * depth}{num} {words}".rstrip() for depth, num, words in lines)])


def _begin(words: str) -> str:
    """A proposed text, of a long one the beginning: a row has a greatest height."""
    if len(words) <= _SHOWN:
        return words
    return f"{words[: _SHOWN - 100].rsplit(' ', 1)[0]} [...]\nWhole on the sheet Proposed text."


def _statuses() -> tuple[str, ...]:
    from ctip_law.report.data import COUNTED

    return tuple(" ".join(PROVISION[status][:2]) for status in COUNTED)


def _summary(document: Document) -> Iterator[tuple[Any, ...]]:
    for chapter in document.chapters:
        of = f"{chapter.label}: " if document.several else ""
        for one in chapter.counts:
            numbers = [n for _, n in one.numbers]
            yield (of + NATURES[one.nature], one.heading, *numbers, sum(numbers))


def _advice(chapter: Chapter) -> Iterator[tuple[Any, ...]]:
    for one in chapter.advice:
        yield one.rank, one.words, "\n".join(one.cited or one.articles), STRENGTHS[one.strength], "\n".join(one.proposed)


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
        yield one.heading, _whole(one.heading, one.lines), "\n".join(one.answers), "\n".join(one.notes)


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

