"""The document that is handed over: every part in every form, in words of a lawyer, the same bytes every time."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from ctip_law.dossier.make import document
from ctip_law.draft import library
from ctip_law.errors import UsageError
from ctip_law.model import Report
from ctip_law.report.blocks import Text
from ctip_law.report.layout import layout
from ctip_law.report.naming import ids_in
from ctip_law.report.words import PROVISION
from tests.dossier import acts
from tests.report.reading import FORMS, cells, read, written

#: Forms that hold every part; CSV is the matrix alone.
WHOLE = tuple(form for form in FORMS if form != "csv")

#: part of the document -> words that stand in it
PARTS = {
    "country by name": "Islamic Republic of Pakistan",
    "law": "Lantern Keepers (Protection) Act 2020",
    "version": "not stated in the file",
    "hash": "SHA-256 of the text",
    "instrument applied": "Pakistan: party by accession on 4 November 2022 (date not checked against a source)",
    "instrument left out, and why": "Not applied, since it is not known to bind the State.",
    "left out though it binds": "It binds the State and can be added; this report was made without it.",
    "left out: not a party as of": "Pakistan: not a party as of 10 July 2014",
    "legend": "Some of what the article asks for was found, or it was found with a limit",
    "counts of duties that need a law": "Duties that need a provision of law",
    "counts of duties that a measure answers": "Duties that a law or an administrative measure can answer",
    "most serious findings": "Trafficking Protocol, article 3(a), definition of trafficking in persons: partial.",
    "the rule of the order": "those that protect victims stand first",
    "what it asks for": "A definition (or an offence) that joins an act",
    "provision of the law, by clause": "recruits, transports, transfers, harbours or receives another person; and",
    "why": "Found in part: safe housing or shelter",
    "recommendation": "Consider adding a provision. To cover: attempt.",
    "proposed text in the law's numbering": "5. ",
    "findings by theme": "Answered in part: ",
    "definitions compared": "What belongs to it",
    "penalties in words": "2 years",
    "fine": "instead of imprisonment",
    "observation": "Fine allowed instead of imprisonment",
    "observation of silence": "No rule was found that makes the attempt punishable",
    "texts cited": "the prostitution of others and the removal of organs.",
    "method": "section by section",
    "limits": "A gap means that no provision was found in the text given.",
    "sources": "UN Treaty Collection",
}


@pytest.mark.parametrize("form", WHOLE)
def test_every_part_stands_in_every_form(protocol: Report, form: str) -> None:
    told = read(protocol, form)
    if form == "pdf":  # a PDF breaks lines where it likes
        told = re.sub(r"\s", "", told)
    wanted = {part: re.sub(r"\s", "", words) if form == "pdf" else words for part, words in PARTS.items()}
    assert [part for part, words in wanted.items() if words not in told] == []


@pytest.fixture
def largest(everything: Report, protocol: Report, form: str) -> Report:
    """All instruments; of a PDF, which takes a quarter of a minute to set, one: every form has the same blocks."""
    return protocol if form == "pdf" else everything


@pytest.mark.parametrize("form", FORMS)
def test_no_id_and_no_word_of_the_program_is_read(largest: Report, form: str) -> None:
    told = read(largest, form)
    assert ids_in(told) == []
    own = ("framework", "lexicon", "bundle", "a rule found", "second reader", "ctip-law explain", "law_or_measure")
    for words in own:
        assert words not in told.lower(), words


@pytest.mark.parametrize("form", FORMS)
def test_a_state_is_spoken_of_without_blame(largest: Report, form: str) -> None:
    told = read(largest, form).lower()
    who = r"(?:state|country|government|law|act|pakistan) (?:fails|failed|violates|breaches|refuses)"
    assert re.findall(rf"{who}|non-complian\w+|in breach of|in violation of|prostitutes?\b", told) == []


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_gives_the_same_bytes(protocol: Report, form: str) -> None:
    assert written(protocol, form) == written(protocol, form)


HOSTILE = """=HYPERLINK("http://x.example","<script>alert(1)</script>") {{ 7*7 }} Act 2020

1. Offence
A person who recruits, transports, harbours or receives another person by force or fraud for forced labour
commits trafficking in persons | #panic("typst") $x^2$ \\alpha `code` and is liable to imprisonment for two years.

2. Compensation
@SUM(A1:A9) The court shall order the trafficker to pay compensation <b>to the victim</b> { INCLUDETEXT "/etc/passwd" }.
"""


@pytest.mark.parametrize("form", FORMS)
def test_what_a_statute_says_is_inert_and_whole(tmp_path: Path, form: str) -> None:
    report = acts.report(tmp_path, HOSTILE)
    made = written(report, form)
    told = re.sub(r"\s", "", read(report, form))
    assert "<b>tothevictim</b>" in told
    assert 'INCLUDETEXT"/etc/passwd"' in told.replace('""', '"')
    if form == "csv":
        found = [cell for row in csv.reader(io.StringIO(str(made))) for cell in row]
        assert [cell for cell in found if cell[:1] in ("=", "+", "-", "@")] == []
    elif form == "html":
        assert "<script" not in str(made)
        assert "<b>" not in str(made)
    elif form == "md":
        assert "<script" not in str(made).replace("\\<", "")
    elif form == "xlsx":
        with zipfile.ZipFile(io.BytesIO(bytes(made))) as book:  # type: ignore[arg-type]
            assert not any(b"<f>" in book.read(name) for name in book.namelist() if "/sheet" in name)
    elif form == "docx":
        with zipfile.ZipFile(io.BytesIO(bytes(made))) as book:  # type: ignore[arg-type]
            names = [name for name in book.namelist() if re.search(r"document|footer", name)]
            parts = " ".join(book.read(name).decode() for name in names)
        fields = {field.split()[0] for field in re.findall(r"<w:instrText[^>]*>([^<]*)<", parts)}
        assert fields == {"TOC", "PAGE", "NUMPAGES"}


def test_proposed_text_is_numbered_on_in_the_law_s_manner(protocol: Report, civil: Report) -> None:
    common, articles = (document([report]).chapters[0] for report in (protocol, civil))
    assert [clause.heading.split(".")[0] for clause in common.proposed[:2]] == ["5", "6"]
    assert articles.proposed[0].heading.startswith("Artículo 3. ")
    words = " ".join(clause.words for clause in articles.proposed)
    assert "[Meaning of trafficking" not in words  # the law has it, and its own article is cited


def test_proposed_text_is_in_the_language_of_the_law(civil: Report) -> None:
    made = document([civil]).chapters[0]
    english = [clause for clause in made.proposed if clause.heading.startswith("Article ")]
    numbers = [clause.heading.split()[1].rstrip(".") for clause in made.proposed]
    assert numbers == [str(n) for n in range(3, 3 + len(numbers))]
    assert len(english) < len(numbers) / 2
    assert all(clause.key not in library("es") for clause in english)
    note = next((one for one in made.proposed_notes if "drafted in English" in one), "")
    assert all(clause.heading.split()[1].rstrip(".") in note for clause in english)
    assert "in Spanish is held" in note or not english


def test_a_law_in_a_language_without_model_clauses_gets_english_ones(tmp_path: Path) -> None:
    chapter = document([acts.report(tmp_path, acts.MALAY)]).chapters[0]
    assert chapter.proposed
    assert "drafted in English and are to be put into the language of the law" in " ".join(chapter.proposed_notes)


def test_a_term_that_the_law_defines_is_not_defined_again(protocol: Report) -> None:
    notes = " ".join(document([protocol]).chapters[0].proposed_notes)
    assert "“child” (section 1)" in notes
    assert "“child” has" not in notes


def test_each_open_duty_has_a_recommendation_and_no_other(protocol: Report) -> None:
    chapter = document([protocol]).chapters[0]
    left_open = ("gap", "partial", "not_in_legislation", "unclear")
    open_ = {row.cited for row in chapter.rows() if row.status in left_open}
    assert {article for one in chapter.advice for article in one.articles} == open_
    assert all(not row.proposed for row in chapter.rows() if row.status == "met")


def test_counts_are_of_rows_and_are_never_blended(protocol: Report) -> None:
    chapter = document([protocol]).chapters[0]
    assert sum(n for one in chapter.counts for _, n in one.numbers) == len(list(chapter.rows()))
    assert len({(one.nature, one.strength) for one in chapter.counts}) == len(chapter.counts)


def test_no_verdict_is_never_told_as_nothing_open(tmp_path: Path) -> None:
    """A law in a language of which no verdict is given, and one of which some is."""
    unread = acts.report(tmp_path, "法律\n\n第1条\n灯りを守る者は鐘を鳴らす。\n\n第2条\n誰も灯りを消してはならない。\n")
    told = document([unread]).chapters[0]
    assert told.label == "法律"
    assert told.leading == ()
    assert told.silent.startswith("No verdict was given on any mandatory duty. No verdict is given on laws in a")
    assert "penalties are not looked for in laws in a language that was not recognised" in told.penalties_note
    for form in ("md", "html", "docx"):
        said = read(unread, form)
        assert "No verdict was given on any mandatory duty." in said
        assert "Nothing is open" not in said
        assert "No mandatory duty is open" not in said


def test_laws_side_by_side_have_a_chapter_each(protocol: Report, civil: Report) -> None:
    made = document([protocol, civil], labels=["One", "Two"])
    assert [chapter.label for chapter in made.chapters] == ["One", "Two"]
    assert made.several


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "pdf"])
def test_a_paper_that_is_not_known_is_refused(protocol: Report, form: str) -> None:
    with pytest.raises(UsageError, match="CT004 there is no paper 'a5'"):
        written(protocol, form, paper="a5")


def test_ids_of_rows_stand_in_hidden_columns_alone(protocol: Report) -> None:
    made = written(protocol, "xlsx")
    assert isinstance(made, bytes)
    assert "tip-3a" in {cell for row in cells(made, hidden=True) for cell in row}
    assert "tip-3a" not in {cell for row in cells(made) for cell in row}


def test_a_whole_act_goes_out_in_words_of_a_lawyer(shared: object) -> None:
    """A real act, where it is at hand: no id, no blank quote, every open duty with its reasons."""
    from ctip_law import gap

    path = Path(str(shared)) / "corpus" / "tz" / "anti-trafficking-act-2008-json" / "text.txt"
    made = document([gap(path, against="all", country="TZ")])
    rows = list(made.chapters[0].rows())
    assert ids_in(" ".join([row.asks + row.advice + " ".join(row.why) for row in rows])) == []
    assert [one for row in rows for one in row.passages if len(one.words) < 12] == []
    assert [row.cited for row in rows if not row.why] == []


#: What the law defines -> the word of the proposed clauses for a victim, and the one that is not theirs.
SPEAKS = [
    (
        '"trafficked person" means a person against whom trafficking in persons is committed;',
        "trafficked person", "victim",
    ),
    ("", "victim", "trafficked person"),
    ('"foreign victim" means a victim of trafficking in persons who is not a citizen;', "victim", "foreign victim"),
    ('"home for victims" means a place where lamps are kept for victims;', "victim", "home for victims"),
    (
        '"trafficked person" means a woman or a girl against whom trafficking in persons is committed;',
        "victim", "trafficked person",
    ),
    (
        '"trafficked person" means any person, including a woman or a child, against whom trafficking is committed;',
        "trafficked person", "victim",
    ),
    ('"rescued lamp" means a lamp that is lit again;', "victim", "rescued lamp"),
]  # fmt: skip


@pytest.mark.parametrize(("definition", "said", "not_said"), SPEAKS)
def test_proposed_text_has_the_laws_own_word_for_a_victim(
    tmp_path: Path, definition: str, said: str, not_said: str
) -> None:
    text = acts.ACT.replace('"child" means', f'{definition}\n"child" means')
    made = document([acts.report(tmp_path, text)]).chapters[0]
    proposed = " ".join(one.words for one in made.proposed)
    assert said in proposed
    assert not_said not in proposed
    assert not any(f"“{said}” means" in note for note in made.proposed_notes) or said == "victim"


def test_counts_above_a_table_go_by_the_order_of_the_signs(everything: Report) -> None:
    order = [" ".join(words[:2]) for words in PROVISION.values()]
    told = [block.text for block in layout(document([everything])) if isinstance(block, Text) and "●" in block.text]
    counted = [re.findall(r"\d+ ([^\w\s] [a-z ]+)", text) for text in told]
    assert any(len(words) > 3 for words in counted)
    for words in counted:
        assert words == sorted(words, key=order.index)
