"""What the document says once: texts proposed, recommendations that repeat a part of another, notes of many clauses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctip_law.dossier.advice import recommendations
from ctip_law.dossier.make import document
from ctip_law.model import Report
from ctip_law.report.blocks import Grid, Head, Text
from ctip_law.report.document import ON_BREACH, Clause, Count, Finding
from ctip_law.report.layout import layout
from tests.report.reading import cells, written

ADD = "Add a provision. To cover: "
#: advice, proposed and strength of a second article beside one that asks for lamps, wicks and oil -> recommendations
FOLDED = [
    (f"{ADD}wicks.", ("a",), "mandatory", 1),
    (f"{ADD}oil; lamps.", ("a", "b"), "mandatory", 1),
    (f"{ADD}wicks.", (), "mandatory", 1),
    (f"{ADD}wicks; bells.", ("a",), "mandatory", 2),  # it asks for more
    (f"{ADD}wicks.", ("c",), "mandatory", 2),  # another text is proposed
    (f"{ADD}wicks.", ("a",), "qualified", 2),  # another strength
    ("Amend section 4. To add: wicks.", ("a",), "mandatory", 2),  # another thing to do
    ("Have a lawyer read section 4 before anything is changed.", ("a",), "mandatory", 2),
    (f"{ADD}lamps; wicks; oil.", ("a",), "mandatory", 2),  # the same list, so it is no part of the other
]  # fmt: skip


def clauses(keys: tuple[str, ...]) -> tuple[Clause, ...]:
    return tuple(Clause(key, f"9. {key}", (), (), ()) for key in keys)


def rows_of(report: Report) -> list[Finding]:
    return [row for row in document([report]).chapters[0].rows() if row.status == "gap"][:2]


@pytest.mark.parametrize(("advice", "proposed", "strength", "several"), FOLDED)
def test_a_recommendation_that_repeats_a_part_of_another_stands_with_it(
    everything: Report, advice: str, proposed: tuple[str, ...], strength: str, several: int
) -> None:
    one, other = rows_of(everything)
    whole = replace(one, strength="mandatory", advice=f"{ADD}lamps; wicks; oil.", proposed=clauses(("a", "b")))
    part = replace(other, strength=strength, advice=advice, proposed=clauses(proposed))
    for rows in ([whole, part], [part, whole]):
        told = recommendations(rows)
        assert len(told) == several
        assert {article for each in told for article in each.articles} == {one.cited, other.cited}
        if several == 1:
            assert (told[0].words, told[0].proposed) == (whole.advice, ("9. a", "9. b"))


BEGINNINGS = [
    # the lines of a clause, characters -> its beginning, and whether that is all
    (("(1) Light it.", "(2) Keep it."), 26, "(1) Light it. (2) Keep it.", True),
    (("(1) Light it.", "(2) Keep it."), 25, "(1) Light it. [...]", False),
    (("(1) Light it.", "(2) Keep it."), 13, "(1) Light it. [...]", False),
    (("(1) Light it.", "(2) Keep it."), 9, "(1) [...]", False),
]


@pytest.mark.parametrize(("lines", "most", "words", "whole"), BEGINNINGS)
def test_a_long_text_is_cut_behind_a_line(lines: tuple[str, ...], most: int, words: str, whole: bool) -> None:
    made = tuple((0, *line.split(" ", 1)) for line in lines)
    assert Clause("a", "9. Lamps", made, (), ()).beginning(most) == (words, whole)  # type: ignore[arg-type]


def test_a_proposed_text_stands_once_in_the_matrix(everything: Report) -> None:
    made = document([everything])
    chapter = made.chapters[0]
    repeated = [one for one in chapter.proposed if sum(one in row.proposed for row in chapter.rows()) > 1]
    assert repeated
    matrix = [block for block in layout(made) if isinstance(block, Grid) and "Proposed text" in block.heads]
    told = [[words.text for words in row[6]] for grid in matrix for row in grid.rows]
    for clause in repeated:
        own = [words[words.index(clause.heading) + 1] for words in told if clause.heading in words]
        words, whole = clause.beginning(520)
        assert own[0] == (words if whole else clause.beginning(440)[0])
        assert own[1:]
        assert all(words.startswith("Its words stand at ") for words in own[1:])


def test_what_follows_a_breach_of_many_clauses_is_said_once(everything: Report) -> None:
    chapter = document([everything]).chapters[0]
    notes = [note for one in chapter.proposed for note in one.notes if note.startswith(ON_BREACH)]
    assert len(notes) == len(set(notes))
    told = [note for note in chapter.proposed_notes if note.startswith(ON_BREACH.removesuffix(": "))]
    assert told
    assert not {note.partition("): ")[2] for note in told} & {note.removeprefix(ON_BREACH) for note in notes}


def test_the_summary_stands_before_the_instruments(protocol: Report, civil: Report) -> None:
    """Of one law or country; of several, one list of instruments stands before all."""
    one = [block.text for block in layout(document([protocol])) if isinstance(block, Head) and block.level == 1]
    assert one[:3] == ["What was read", "Executive summary", "Instruments"]
    both = document([protocol, civil], labels=["One", "Two"])
    several = [block.text for block in layout(both) if isinstance(block, Head) and block.level == 1]
    assert several.index("Instruments") < several.index("One: Executive summary")


def test_the_summary_begins_with_the_mandatory_duties_in_words(protocol: Report) -> None:
    made = document([protocol])
    counts = (
        Count("mandatory", "Mandatory", "legislative", (("met", 5), ("partial", 3), ("gap", 0))),
        Count("qualified", "Qualified", "legislative", (("met", 1), ("partial", 0), ("gap", 0))),
        Count("mandatory", "Mandatory", "law_or_measure", (("met", 0), ("partial", 0), ("gap", 2))),
    )
    blocks = layout(replace(made, chapters=(replace(made.chapters[0], counts=counts),)))
    at = next(n for n, one in enumerate(blocks) if isinstance(one, Head) and one.text == "Executive summary")
    assert [one.text for one in blocks[at + 1 : at + 3] if isinstance(one, Text)] == [
        "Of 8 mandatory duties that need a provision of law: 5 met, 3 partial.",
        "Of 2 mandatory duties that a law or an administrative measure can answer: 2 gap.",
    ]
    assert isinstance(blocks[at + 3], Head)


@pytest.mark.parametrize(("num", "made"), [("(1)", ("(1)", "Light it.")), ("Article 7.", ("", "Article 7. Light it."))])
def test_a_number_that_is_words_stands_before_them(protocol: Report, num: str, made: tuple[str, str]) -> None:
    report = document([protocol])
    chapter = report.chapters[0]
    cited = (replace(chapter.cited[0], lines=((1, num, "Light it."),)),)
    blocks = layout(replace(report, chapters=(replace(chapter, cited=cited),)))
    (line,) = [block for block in blocks if isinstance(block, Text) and "Light it." in block.text]
    assert (line.num, line.text, line.depth) == (*made, 1)


def test_no_column_that_a_lawyer_needs_is_hidden(protocol: Report) -> None:
    """The place of a penalty and what a definition has not are seen; the law is not, where all rows have one."""
    shown = cells(bytes(written(protocol, "xlsx")))  # type: ignore[arg-type]
    heads = [row for row in shown if "Offence" in row or "Term" in row or "Number" in row]
    assert [row[0] for row in heads] == ["Where", "Term", "Section"]
    assert "Not found in the law" in heads[1]
    assert any(row[0] == "section 2(2)" for row in shown if row)
