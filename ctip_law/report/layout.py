"""The document as a row of blocks, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ctip_law.report.blocks import Block, Cell, Contents, Grid, Handout, Head, Items, Text, Title, Turn, Words, widths
from ctip_law.report.document import (
    COLUMNS,
    ON_BREACH,
    REVIEW,
    TO_DECIDE,
    Chapter,
    Clause,
    Count,
    Document,
    Finding,
    Held,
    Observation,
    Passage,
    Term,
)
from ctip_law.report.naming import NATURES, STRENGTHS, lower
from ctip_law.report.words import PROVISION

#: Characters of a proposed text that the matrix shows whole, and of one that is longer, which the annex has whole; and
#: of a number before a line of a law.
SHOWN, _CUT = 520, 440
_NUMBER = 6


def layout(document: Document | Handout) -> tuple[Block, ...]:
    """All blocks of the document."""
    return document.blocks if isinstance(document, Handout) else tuple(_blocks(document))


def _blocks(document: Document) -> Iterator[Block]:
    yield from _cover(document)
    if document.several:
        yield from _standards(document)
        yield from _comparison(document)
    for chapter in document.chapters:
        yield from _opening(chapter, document.several)
        if not document.several:  # who reads one page reads what was found, and then against what
            yield from _standards(document)
        yield from _chapter(chapter, document.several)
    last = document.chapters[-1]
    if not (last.proposed or last.cited):  # else the page stands upright already
        yield Turn()
    yield Head(1, "Method and limits")
    yield Head(2, "Method")
    yield from (Text(words) for words in document.method)
    yield Head(2, "Limits")
    yield Items(document.limits)
    if any(chapter.cautions or chapter.reading for chapter in document.chapters):
        yield Head(2, "How the text was read")
        for chapter in document.chapters:
            if document.several:
                yield Text(chapter.label, "strong")
            yield Items((*chapter.cautions, *chapter.reading))
    if document.sources:
        yield Head(2, "Sources of the facts on ratification")
        yield Items(document.sources)
    yield Text(document.made_with, "small")


def _cover(document: Document) -> Iterator[Block]:
    """What was read, and against what."""
    first = document.chapters[0]
    under = () if document.several else (first.country,) if first.country and first.country != first.label else ()
    titles = () if document.several else tuple(law.title for law in first.laws if law.title != first.label)
    yield Title(document.title, (*under, *titles))
    yield Head(1, "What was read")
    for chapter in document.chapters:
        if document.several:
            yield Head(2, chapter.label)
        for n, law in enumerate(chapter.laws, 1):
            title = f"[{n}] {law.title}" if len(chapter.laws) > 1 else law.title
            rows = tuple(_fact(label, value) for label, value in (("Law", title), *law.facts))
            yield Grid(law.title, (), rows, (26, 74))
        yield from (Text(line) for line in chapter.head)
    if document.errors:
        yield Head(2, "What could not be read or judged")
        yield Items(document.errors)
    yield Turn()
    yield Contents(1 if document.several else 2)


def _standards(document: Document) -> Iterator[Block]:
    """The instruments applied and left out, and what the signs of the statuses mean."""
    yield Turn(wide=len(document.chapters) > 2)
    yield Head(1, "Instruments")
    applied, left = [one.applied for one in document.chapters], [one.left_out for one in document.chapters]
    for heading, held in (("Applied", applied), ("Left out, and why", left)):
        if held[0]:
            yield Head(2, heading)
            yield _standing(f"Instruments: {heading.lower()}", [chapter.label for chapter in document.chapters], held)
    yield Head(1, "What the signs mean")
    signs = [_fact(sign, meaning) for sign, meaning in document.legend]
    if any(one.found for chapter in document.chapters for row in chapter.rows() for one in row.passages):
        tint = Words("marked words", found=((0, 12),))
        signs.append(((tint,), (Words("In a quotation: the words that the finding rests on."),)))
    yield Grid("Signs", (), tuple(signs), (26, 74))


def _standing(caption: str, labels: Sequence[str], held: Sequence[Sequence[Held]]) -> Grid:
    """A row for each instrument; where there are several, a column for each law or country."""
    rows = tuple(
        ((Words(together[0].name, "strong"),), *((Words(one.standing),) for one in together))
        for together in zip(*held, strict=True)
    )
    if len(labels) == 1:
        return Grid(caption, (), rows, (45, 55))
    share = 72 // len(labels)
    shares = (100 - share * len(labels), *([share] * len(labels)))
    return Grid(caption, ("Instrument", *labels), rows, shares, small=len(labels) > 3)


def _fact(label: str, value: str) -> tuple[Cell, ...]:
    return (Words(label, "strong"),), (Words(value),)


def _comparison(document: Document) -> Iterator[Block]:
    """A row for each article, a column for each law or country."""
    yield Turn(wide=True)
    yield Head(1, "Side by side")
    labels = tuple(chapter.label for chapter in document.chapters)
    share = max(6, 60 // len(labels))
    widths = (14, max(14, 86 - share * len(labels)), *([share] * len(labels)))
    tables = [{row.key: row for row in chapter.rows()} for chapter in document.chapters]
    for group in document.chapters[0].groups:
        rows = []
        for row in group.rows:
            cells = [found.get(row.key) for found in tables]
            told = tuple((Words(f"{one.word} {one.sections}".strip()),) if one else (Words(""),) for one in cells)
            rows.append(((Words(_article(row)),), (Words(row.title),), *told))
        yield Head(2, group.heading)
        yield Grid(group.heading, ("Article", "Duty", *labels), tuple(rows), widths, small=len(labels) > 3)


def _opening(chapter: Chapter, several: bool) -> Iterator[Block]:
    yield Turn()
    yield Head(1, f"{chapter.label}: Executive summary" if several else "Executive summary")
    yield from _laws(chapter)
    yield from _summary(chapter)


def _chapter(chapter: Chapter, several: bool) -> Iterator[Block]:
    name = f"{chapter.label}: " if several else ""
    if chapter.context:
        yield Head(1, f"{name}Country context")
        yield Grid("Country context", (), tuple(_fact(label, value) for label, value in chapter.context), (26, 74))
    yield from _advice(chapter, name)
    yield Turn(wide=True)
    yield Head(1, f"{name}Matrix")
    yield from _laws(chapter)
    shown: dict[str, str] = {}
    for group in chapter.groups:
        yield Head(2, group.heading)
        yield Text(f"{group.meaning[:1].upper()}{group.meaning[1:]}. {_tally(group.rows)}", "small", keeps=True)
        yield _matrix(group.heading, group.rows, shown)
    yield Turn()
    if chapter.themes:
        yield Head(1, f"{name}Findings by theme")
    for one in chapter.themes:
        yield Head(2, one.heading)
        yield Text(one.standard, "small", keeps=True)
        yield Items(one.told)
    yield from _penalties(chapter, name)
    yield from _observations(chapter, name)
    yield from _annexes(chapter, name)


def _laws(chapter: Chapter) -> Iterator[Block]:
    """How sections of several laws are cited."""
    if len(chapter.laws) > 1:
        told = "; ".join(f"[{n}] {law.title}" for n, law in enumerate(chapter.laws, 1))
        yield Text(f"Sections are cited with the number of their law: {told}.", "small")


def _summary(chapter: Chapter) -> Iterator[Block]:
    """Counts per strength, those of duties that a measure can answer in a table of their own; then what is gravest."""
    yield from (Text(words) for words in _headlines(chapter.counts))
    for nature, heading in NATURES.items():
        counts = [one for one in chapter.counts if one.nature == nature]
        if counts:
            yield Head(2, heading)
            yield _count_table(heading, counts, chapter.counts)
    if chapter.aside:
        yield Text(f"{chapter.aside} more provisions ask nothing of a statute and are not judged.", "small")
    yield Head(2, "Most serious findings")
    if told := chapter.gravest():
        yield Items(told)
    else:
        yield Text("No mandatory duty is open.")
    if chapter.observations:
        yield Head(2, "Defects of drafting")
        yield Items(tuple(map(_defect, chapter.observations)))


def _headlines(counts: Sequence[Count]) -> Iterator[str]:
    """What the tables say of mandatory duties, a sentence for each kind: "Of 8 mandatory duties that need a provision
    of law: 5 met, 3 partial."
    """
    for one in counts:
        if one.strength == "mandatory":
            told = ", ".join(f"{n} {PROVISION[status][1]}" for status, n in one.numbers if n)
            total = sum(n for _, n in one.numbers)
            yield f"Of {total} mandatory {lower(NATURES[one.nature])}: {told}."


def _defect(one: Observation) -> str:
    return f"{one.words.rstrip('.')} ({one.place})." if one.place else one.words


def _count_table(caption: str, counts: Sequence[Count], every: Sequence[Count]) -> Grid:
    """A row for each strength; its columns are the statuses that occur in any of the tables, so that they compare."""
    used = [status for status, _ in counts[0].numbers if any(dict(one.numbers)[status] for one in every)]
    heads = ("Strength of the duty", *(" ".join(PROVISION[status][:2]) for status in used), "Total")
    rows = []
    for one in counts:
        numbers = dict(one.numbers)
        cells = [str(numbers[status]) for status in used] + [str(sum(numbers.values()))]
        rows.append(((Words(one.heading, "strong"),), *((Words(cell),) for cell in cells)))
    many = len(used) > 5  # then "elsewhere" and "assessed" stand on one line in small print only
    share = (84 if many else 72) // (len(used) + 1)
    shares = (100 - share * (len(used) + 1), *([share] * (len(used) + 1)))
    return Grid(caption, heads, tuple(rows), shares, small=many)


def _tally(rows: Sequence[Finding]) -> str:
    """How many rows have each status, in the order of the signs: "6 ● met, 3 ◐ partial, 2 ? unclear."."""
    counts = {status: sum(row.status == status for row in rows) for status in PROVISION}
    return ", ".join(f"{n} {' '.join(PROVISION[status][:2])}" for status, n in counts.items() if n) + "."


def _advice(chapter: Chapter, name: str) -> Iterator[Block]:
    yield Head(1, f"{name}Recommendations")
    if not chapter.advice:
        yield Text(chapter.silent or "Nothing is open among the duties judged.")
        return
    rows = tuple(
        (
            (Words(str(one.rank)),),
            (Words(one.words), *((Words(f"Proposed: {'; '.join(one.proposed)}", "small"),) if one.proposed else ())),
            (Words("; ".join(one.cited or one.articles)),),
            (Words(_strength(one.strength)),),
        )
        for one in chapter.advice
    )
    yield Grid("Recommendations", ("No.", "Recommendation", "Articles", "Duty"), rows, (6, 54, 27, 13))
    yield Text("Responsible bodies and times are set in the action plan, which has the same steps.", "small")


def _strength(id: str) -> str:
    return STRENGTHS[id]


def _matrix(caption: str, rows: Sequence[Finding], shown: dict[str, str]) -> Grid:
    """The seven columns and the reviewer's, empty where nobody decided, with widths by what stands in them; `shown`
    are the clauses whose words stand in a row before."""
    cells = tuple((*matrix_cells(row, shown), tuple(map(Words, row.reviews)) or (Words(""),)) for row in rows)
    heads = (*COLUMNS, REVIEW)
    statuses = tuple(row.status for row in rows)
    return Grid(caption, heads, cells, widths(heads, cells), COLUMNS.index("Status"), statuses, small=True)


def quoted(passages: Sequence[Passage]) -> list[Words]:
    """Words of a law under their places, what a finding rests on marked."""
    quotes: list[Words] = []
    for one in passages:
        place = f"{one.place[:1].upper()}{one.place[1:]}"
        found = tuple((start + 1, end + 1) for start, end in one.found)
        quotes += [Words(place, "strong"), Words(f"“{one.words}”", "quote", one.lang, found)]
    return quotes


def matrix_cells(row: Finding, shown: dict[str, str]) -> tuple[Cell, ...]:
    """The cells of the seven columns. `shown` {clause: the article in whose row its words stand} grows with them."""
    quotes = quoted(row.passages)
    if row.more:
        quotes.append(Words(row.more, "small"))
    if not quotes:
        quotes.append(Words(row.nothing))
    softened = (Words(f"The text softens it: {lower(row.softened)}", "small"),) if row.softened else ()
    return (
        (Words(_article(row), "strong"), Words(row.title)),
        (Words(row.asks), *softened),
        tuple(quotes),
        (Words(row.word, "strong"),),
        tuple(Words(words) for words in row.why) or (Words("–"),),
        (Words(row.advice),),
        tuple(_proposed(row, shown)),
    )


def _proposed(row: Finding, shown: dict[str, str]) -> Iterator[Words]:
    if not row.proposed:
        yield Words("–")
        return
    if row.status == "partial":
        yield Words("To draw on when the law is amended:", "small")
    for one in row.proposed:
        yield Words(one.heading, "strong")
        if one.key in shown:
            yield Words(f"Its words stand at {shown[one.key]}.", "small")
            continue
        shown[one.key] = row.cited
        words, whole = one.beginning(SHOWN)
        if not whole:
            words, _ = one.beginning(_CUT)
        yield Words(words)
        if not whole:
            yield Words("Whole text in the annex.", "small")


def _article(row: Finding) -> str:
    return f"{row.cited}{'*' if row.starred else ''}"


def _penalties(chapter: Chapter, name: str) -> Iterator[Block]:
    yield Head(1, f"{name}Penalties")
    if not chapter.penalties:
        yield Text(chapter.penalties_note or "No term of imprisonment was found in the law read.")
        return
    for law, own in groupby(chapter.penalties, key=lambda one: one.law):
        if law:
            yield Head(2, law)
        together = groupby(own, key=lambda one: (one.place, one.offence))
        rows = tuple(_penalty(place, offence, list(terms)) for (place, offence), terms in together)
        yield Grid("Penalties", ("Provision", "Offence", "Imprisonment", "Fine", "Notes"), rows, (21, 28, 23, 16, 12))
    if chapter.penalties_note:
        yield Text(chapter.penalties_note, "small")


#: A fine behind the term that it goes with, and what stands in a column that holds for some terms only.
_FINES = {"added to imprisonment": ", and a fine", "instead of imprisonment": ", or a fine"}
_EACH = "see each term"


def _penalty(place: str, offence: str, terms: Sequence[Term]) -> tuple[Cell, ...]:
    """The terms of one offence, a line each; what holds for some of them only stands behind those."""
    fines = dict.fromkeys(one.fine for one in terms)
    notes = dict.fromkeys(one.notes for one in terms)
    lines = []
    for one in terms:
        fine = _FINES.get(one.fine, "") if len(fines) > 1 else ""
        lines.append(one.term + fine + (f" ({one.notes})" if one.notes and len(notes) > 1 else ""))
    alike = [next(iter(found)) if len(found) == 1 else _EACH for found in (fines, notes)]
    told = tuple(map(Words, dict.fromkeys(lines)))
    return (Words(place),), (Words(offence),), told, *((Words(words or "–"),) for words in alike)


def _observations(chapter: Chapter, name: str) -> Iterator[Block]:
    if not chapter.observations:
        return
    yield Head(1, f"{name}Observations on drafting")
    for basis, heading in (("text", "Shown by words of the law"), ("silence", "Resting on silence")):
        own = [one for one in chapter.observations if one.basis == basis]
        if own:
            yield Head(2, heading)
        for one in own:
            yield Head(3, one.words.rstrip("."))
            if one.place:
                yield Text(f"Where: {one.place}.", keeps=True)
            if one.articles:
                yield Text(f"Bears on: {'; '.join(one.articles)}.", keeps=True)
            yield Text(one.why)
            yield Text(f"To mend it: {one.mend}")


def _meanings(chapter: Chapter, name: str) -> Iterator[Block]:
    """What the instruments put into a definition, beside the words of the laws."""
    if not chapter.meanings:
        return
    yield Turn(wide=True)
    yield Head(1, f"{name}Annex: definitions compared")
    rows = tuple(
        (
            (Words(one.term, "strong"), Words(one.cited, "small")),
            (Words("; ".join(one.asked)),),
            (*quoted(one.passages), *((Words(one.more, "small"),) if one.more else ())) or (Words("–"),),
            (Words("; ".join(one.lacking) or "–"),),
        )
        for one in chapter.meanings
    )
    heads = ("Term", "What belongs to it", "Words of the law", "Not found")
    yield Grid("Definitions compared", heads, rows, (15, 25, 42, 18), small=True)


def _annexes(chapter: Chapter, name: str) -> Iterator[Block]:
    yield from _meanings(chapter, name)
    if chapter.proposed:
        yield Turn()
        yield Head(1, f"{name}Annex: proposed text")
        yield Head(2, "Notes for the drafter")
        yield Items(chapter.proposed_notes)
        yield Head(2, "Clauses")
        for clause in chapter.proposed:
            yield from _clause(clause)
    if chapter.cited:
        if not chapter.proposed:  # else the page stands upright already
            yield Turn()
        yield Head(1, f"{name}Annex: texts cited")
        law = ""
        for one in chapter.cited:
            title = one.law or chapter.laws[0].title
            if title != law:
                law = title
                yield Head(2, law)
            yield Head(3, one.heading)
            yield from (_line(depth, num, words, one.lang) for depth, num, words in one.lines)


def _line(depth: int, num: str, words: str, lang: str) -> Text:
    """A line of a law; a number that is words ("Article 153.") stands before them, for no column is so wide."""
    return Text(words, "", depth, num, lang) if len(num) <= _NUMBER else Text(f"{num} {words}", "", depth, "", lang)


def _clause(clause: Clause) -> Iterator[Block]:
    yield Head(3, clause.heading)
    yield from (Text(words, "", depth, num) for depth, num, words in clause.lines)
    yield Text(f"Answers: {'; '.join(clause.answers)}.", "small")
    told = (note if note.startswith((TO_DECIDE, ON_BREACH)) else f"Note: {note}" for note in clause.notes)
    yield from (Text(words, "small") for words in told)
