"""Words of a law are quoted by clause, with the number of the subsection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.dossier.excerpt import CUT, LONGEST, chapeau, excerpt
from ctip_law.dossier.make import document
from ctip_law.dossier.quote import Quoter, lines_of
from ctip_law.model import Candidate, Evidence, Law, Report
from tests.dossier.acts import law

TEXT = """Bell Ringers Act 2021

1. Meaning
In this Act-
"bell" means a thing that rings;
"ringer" means a person who rings a bell.

2. Ringing
(1) A ringer shall ring-
(a) at noon; and
(b) at dusk, unless the fog is thick.
(2) Nobody else may ring.

3. Long
"""
LONG = " ".join(f"Sentence number {n} says that the bell of tower {n} is to be oiled." for n in range(1, 40))


@pytest.fixture(scope="module")
def act(tmp_path_factory: pytest.TempPathFactory) -> Law:
    return law(tmp_path_factory.mktemp("quote"), TEXT + LONG + "\n")


def at(act: Law, words: str) -> Evidence:
    start = act.text.index(words)
    return Evidence(act.id, "", "", start, start + len(words), words, "rule")


CASES = [
    # words found -> place, begin of the quote, end of the quote
    ("at noon", "section 2", "(1) A ringer shall ring-", "Nobody else may ring."),  # a short section is quoted whole
    ("a thing that rings", "section 1", "In this Act-", "rings a bell."),
    ("tower 20 ", "section 3", f"{CUT} Sentence number 20", f"oiled. {CUT}"),  # a long one by its sentence
]


@pytest.mark.parametrize(("words", "place", "begin", "end"), CASES)
def test_the_clause_is_quoted_and_not_the_words(act: Law, words: str, place: str, begin: str, end: str) -> None:
    (passage,), rest = Quoter([act]).passages([at(act, words)], 2000)
    assert (passage.place, rest) == (place, ())
    assert passage.words.startswith(begin)
    assert passage.words.endswith(end)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("at noon", "section 2(1)(a)"),
        ("at dusk", "section 2(1)(b)"),
        ("Nobody else", "section 2(2)"),
        ("a thing that rings", "section 1, definition of “bell”"),
        ("Bell Ringers", "outside the numbered sections"),
    ],
)
def test_the_place_is_that_of_the_smallest_clause(act: Law, words: str, place: str) -> None:
    assert Quoter([act]).place(at(act, words)) == place


def test_two_finds_in_one_clause_are_quoted_once_and_in_the_order_of_the_law(act: Law) -> None:
    found = [at(act, "tower 3 "), at(act, "at dusk"), at(act, "at noon")]
    passages, _ = Quoter([act]).passages(found, 2000)
    assert [one.place for one in passages] == ["section 2", "section 3"]


def test_what_is_too_much_is_named_by_its_place(act: Law) -> None:
    passages, rest = Quoter([act]).passages([at(act, "at noon"), at(act, "tower 3 ")], 120)
    assert [one.place for one in passages] == ["section 2"]
    assert rest == ("section 3",)


def test_of_several_laws_the_law_is_named(act: Law, tmp_path: Path) -> None:
    text = "Horn Act 2022\n\n1. Horns\nA horn is not a bell.\n\n2. Ends\nThis Act ends at dusk.\n"
    other = law(tmp_path, text, "b.txt")
    assert Quoter([act, other]).place(at(other, "not a bell")) == "Horn Act 2022, section 1"


def test_a_section_cited_stands_whole_in_the_annex(act: Law) -> None:
    (cited,) = Quoter([act]).cited([at(act, "at noon"), at(act, "at dusk")])
    assert cited.heading == "Section 2. Ringing"
    assert [num for _, num, _ in cited.lines] == ["", "(1)", "(a)", "(b)", "(2)"] or cited.lines[0][1] == "(1)"
    assert cited.lines[-1] == (1, "(2)", "Nobody else may ring.")


def test_what_was_found_is_marked_in_the_quote(act: Law) -> None:
    (passage,), _ = Quoter([act]).passages([at(act, "at noon"), at(act, "at dusk")], 2000)
    assert [passage.words[start:end] for start, end in passage.found] == ["at noon", "at dusk"]


EXCERPTS = [
    # text, what was found -> the excerpt
    ("One lamp. Two lamps.", "Two", "One lamp. Two lamps."),
    ("One lamp.\n  Two\nlamps.", "Two\nlamps", "One lamp. Two lamps."),
    (f"{'A lamp burns. ' * 60}The bell rings here and everybody who hears it has to get up and put the lamps out before"
     " the watchman comes round again.", "bell",
     f"{CUT} The bell rings here and everybody who hears it has to get up and put the lamps out before the watchman"
     " comes round again."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "words"), EXCERPTS)
def test_an_excerpt_is_whole_or_made_of_sentences(text: str, found: str, words: str) -> None:
    start = text.index(found)
    made, places = excerpt(text, 0, len(text), [(start, start + len(found))])
    assert made == words
    assert [made[a:b] for a, b in places] == [" ".join(found.split())]


@pytest.mark.parametrize("text", ["word " * 400, "x" * 3000, "a; " + "word " * 400, "1. " + "y" * 900 + " z" * 900])
def test_a_sentence_without_end_is_cut_around_what_was_found(text: str) -> None:
    for start in (0, 1, len(text) // 2, len(text) - 2):
        made, _ = excerpt(text, 0, len(text), [(start, start + 1)])
        assert len(made) <= 2 * LONGEST
        assert CUT in made


@pytest.mark.parametrize(
    ("intro", "lead"),
    [
        ("A person shall-", "A person shall-"),
        ("A bell rings. " * 60 + "A keeper of lamps shall-", f"{CUT} A keeper of lamps shall-"),
    ],
)
def test_a_chapeau_is_whole_or_its_last_sentence(intro: str, lead: str) -> None:
    assert chapeau(intro) == lead


@settings(deadline=None, max_examples=100)
@given(
    text=st.text("ab .;\n", min_size=1, max_size=2500),
    spans=st.lists(st.tuples(st.integers(0, 2500), st.integers(1, 900)), max_size=5),
)
def test_marks_stand_in_the_excerpt_in_order(text: str, spans: list[tuple[int, int]]) -> None:
    made, places = excerpt(text, 0, len(text), [(start, start + length) for start, length in spans])
    edges = [edge for place in places for edge in place]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(made) for start, end in places)


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_every_quote_is_made_of_the_law_s_own_words(act: Law, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(act.text) - 2))
    end = data.draw(st.integers(start + 1, min(len(act.text), start + 300)))
    found = Evidence(act.id, "", "", start, end, act.text[start:end], "rule")
    passages, _ = Quoter([act]).passages([found], 2000)
    flat = " ".join(act.text.split())
    for passage in passages:
        for piece in passage.words.split(CUT):
            assert all(word in flat for word in piece.split())


def test_places_of_one_law_stand_together(act: Law) -> None:
    quoter = Quoter([act])
    places = quoter.places([at(act, "at noon"), at(act, "at dusk"), at(act, "at noon"), at(act, "Nobody else")])
    assert places == ("section 2(1)(a), 2(1)(b), 2(2)".replace("section", "sections"),)
    assert quoter.places([at(act, "at noon")], numbered=True) == ("section 2(1)(a)",)
    assert quoter.places([]) == ()


def test_of_several_laws_the_number_stands_before_the_section(act: Law, tmp_path: Path) -> None:
    other = law(tmp_path, "Fog Horns Act 2022\n\n1. Horns\nA horn is blown at dusk in fog.\n")
    quoter = Quoter([act, other])
    assert quoter.places([at(other, "in fog")], numbered=True) == ("[2] section 1",)
    places = quoter.places([at(act, "at noon"), at(other, "in fog"), at(act, "Nobody else")])
    assert places == ("Bell Ringers Act 2021, sections 2(1)(a), 2(2)", "Fog Horns Act 2022, section 1")


def test_words_between_two_items_stand_where_the_law_has_them(tmp_path: Path) -> None:
    """Some readers keep an explanation as the end of its section, though items of its own follow it."""
    made = law(tmp_path, TEXT.replace("unless the fog", "save where the fog"))
    ringing = next(section for section in made.sections() if section.num == "2")
    first, second = ringing.children
    first = replace(first, end=made.text.index("save where"))
    moved = replace(ringing, children=(first, second), wrap_up="save where the fog is thick.")
    told = [words for _, _, words in lines_of(moved, 0, made.text)]
    assert told.index("save where the fog is thick.") == len(told) - 2
    assert told[-1] == "Nobody else may ring."


def test_a_quotation_begins_with_words(tmp_path: Path) -> None:
    made = law(tmp_path, "Ferry Act 2020\n\n6. Crossings . - Without a lamp no ferry may cross.\n")
    passages, _ = Quoter([made]).passages([at(made, "no ferry")], 500)
    assert passages[0].words[0].isalnum() or passages[0].words[0] == "["


CHANGES = (
    """Ley que modifica el Código de Faroles

Artículo 1.- Modificación del artículo 7
Modifícase el artículo 7 del Código de Faroles, que queda redactado en los términos siguientes:
“Artículo 7.- Aceite
El farolero usa aceite claro. La pena será de un año cuando:
1. El aceite sea turbio;
"""
    + "".join(f"{n}. El farol de la torre número {n} esté apagado por la noche y nadie lo diga;\n" for n in range(2, 9))
    + "9. El farol esté roto.”\n"
)


@pytest.mark.parametrize(
    ("words", "begin"),
    [("aceite claro", "El farolero usa aceite claro."), ("aceite sea turbio", "El farolero usa aceite claro. La pena")],
)
def test_words_put_into_another_law_are_quoted_without_the_order_that_puts_them_there(
    tmp_path: Path, words: str, begin: str
) -> None:
    changes = law(tmp_path, CHANGES)
    shown, _ = Quoter([changes]).passages([at(changes, words)], 60)
    assert shown[0].place.startswith("article 1, new 7")
    assert shown[0].words.startswith(begin)


WHY = "no rule found it, but section {} reads like “Shelter”; a lawyer has to read it"
TO_READ = [
    # status, the section that the reason names, words of the candidate -> the places quoted
    ("unclear", "3", "The Minister may provide", ["section 3"]),
    ("unclear", "4", "The Minister may provide", []),  # the candidate is another section
    ("unclear", "33", "The Minister may provide", []),
    ("unclear", "3", "These words are not of the law", []),
    ("unclear", "3", "", []),
    ("gap", "3", "The Minister may provide", []),
]


@pytest.mark.parametrize(("status", "section", "quote", "places"), TO_READ)
def test_what_a_lawyer_has_to_read_is_quoted_and_not_marked(
    protocol: Report, status: str, section: str, quote: str, places: list[str]
) -> None:
    found = next(one for one in protocol.provisions if one.id == "tip-7-1")
    near = Candidate(protocol.ledger.laws[0].id, "sec_3", "3", 1.0, "reads like it", quote)
    why = WHY.format(section)
    changed = replace(found, status=status, present=(), weak=(), why=why, candidates=(near,), look_in=())  # type: ignore[arg-type]
    (chapter,) = document([replace(protocol, provisions=(changed,))]).chapters
    (row,) = chapter.rows()
    assert [one.place for one in row.passages] == places
    assert all(one.words.startswith("The Minister may provide a victim") and not one.found for one in row.passages)
    assert bool(places) == any(one.heading == "Section 3. Shelter" for one in chapter.cited)
