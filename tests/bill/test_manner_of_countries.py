"""A bill in the manner of its country: the frame of an Indonesian one, the marks of a French one, the division and the
spelling of an American code, sections without headings where the law has none."""

from __future__ import annotations

import re

import pytest

from ctip_law import parse
from ctip_law.bill import Bill, amending_bill
from ctip_law.bill.manner import year_off
from ctip_law.bill.wording import wording
from ctip_law.draft import draft_clause, draft_law, render
from tests.bill.statutes import ARTICLES, FRENCH, INDONESIAN, LETTERED, SECTIONS, SPANISH
from tests.bill.test_code_numbers import numbered


def bill(text: str, lang: str = "en", **given: object) -> Bill:
    return amending_bill([parse("-", stdin=text.encode(), lang=lang)], **{"against": "tip", **given})  # type: ignore[arg-type]


def quoted(made: Bill) -> str:
    return "\n".join(change.quoted for change in made.changes)


def sound(made: Bill) -> bool:
    return (
        made.proof is not None and made.proof.applied == made.proof.orders == len(made.changes) and not made.proof.lost
    )


# -- Indonesian: Pasal I holds the changes as a list, Pasal II says when they begin ------------------------------------


def test_an_indonesian_bill_has_two_pasal_with_roman_numbers() -> None:
    made = bill(INDONESIAN, "id")
    lines = [line for line in made.text.split("\n") if line]
    assert [line for line in lines if re.fullmatch(r"Pasal [IVX]+", line)] == ["Pasal I", "Pasal II"]
    at = lines.index("Pasal I")
    assert lines[at + 1].startswith("Beberapa ketentuan dalam Undang-Undang tentang Perdagangan Orang (")
    assert lines[at + 1].endswith("diubah sebagai berikut:")
    assert lines[lines.index("Pasal II") + 1] == "Undang-Undang ini mulai berlaku pada tanggal [tanggal]."
    orders = [line for line in lines if re.match(r"\d+\. (?:Di antara|Setelah) Pasal", line)]
    assert [order.split(".")[0] for order in orders] == [str(n) for n in range(1, len(made.changes) + 1)]
    assert sound(made)


def test_new_pasal_have_no_marks_and_no_headings() -> None:
    text = bill(INDONESIAN, "id").text
    assert not re.search(r"“Pasal|”\.$", text, re.M)
    assert re.search(r"^Pasal 2A$", text, re.M)
    assert re.search(r"yakni Pasal 2A dan Pasal 2B, yang", text)


def test_one_change_is_not_called_several() -> None:
    how = wording("id")
    assert how.counted("bill.first_words", 1, full="X").startswith("Ketentuan dalam X")
    assert how.counted("bill.first_words", 2, full="X").startswith("Beberapa ketentuan dalam X")


def test_a_comma_stands_before_the_last_of_three() -> None:
    wide = bill(INDONESIAN, "id", measures=True, strength="optional")
    assert any(re.search(r"Pasal \d\w+, Pasal \d\w+, dan Pasal \d\w+, yang", change.order) for change in wide.changes)
    assert all(len(change.sections) <= 10 for change in wide.changes)  # they are counted in words so far
    assert sound(wide)


# -- French: guillemets, and a blank before a semicolon ----------------------------------------------------------------


def test_new_articles_stand_between_guillemets() -> None:
    made = bill(FRENCH, "fr")
    assert made.text.count("«\u00a0Article") == made.text.count("\u00a0».") == len(made.changes)
    assert "“Article" not in made.text
    assert sound(made)


@pytest.mark.parametrize(
    ("text", "lang", "mark"),
    [
        (SPANISH, "es", "“"),
        (SPANISH.replace("Niño es", "«Niño» es"), "es", "«"),
        (SPANISH.replace("Niño es", "“Niño” es"), "es", "“"),
        (ARTICLES, "en", "“"),
    ],
    ids=["none", "as in Spain", "as in America", "English"],
)
def test_new_words_stand_between_the_marks_that_the_law_has(text: str, lang: str, mark: str) -> None:
    made = bill(text, lang)
    assert made.text.count(f"{mark}Art") == len(made.changes)
    assert sound(made)


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_a_french_draft_has_the_marks_of_french(form: str) -> None:
    said = str(render(draft_law(language="fr"), form))
    assert "«\u00a0traite des personnes\u00a0»" in said
    assert not re.search("[“”]", said)
    if form == "text":
        assert ";" in said
        assert not re.search("[^\u00a0];", said)


def test_an_english_draft_keeps_its_own() -> None:
    said = str(render(draft_clause("trafficking-definition"), "text"))
    assert "“trafficking in persons”" in said
    assert not re.search(r"[«»]|\u00a0;", said)


# -- headings ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lang", "head"),
    [
        (re.sub(r"(?m)^(Article [\d-]+)\. .*$\n", r"\1. ", FRENCH), "fr", r"« ?Article 2-1\. 1\) "),
        (re.sub(r"(?m)^(Artículo \d+)\. .*$\n", r"\1. ", SPANISH), "es", r"“Artículo 2A\. 1\) "),
        (re.sub(r"(?m)^(Article [\d-]+)\. .*$\n", r"\1. ", ARTICLES), "en", r"“Article 2-2\. \(1\) "),
        (FRENCH, "fr", r"« ?Article 2-1\. Complicité et incitation$"),
        (ARTICLES, "en", r"“Article 2-2\. Accomplices and incitement$"),
    ],
    ids=["French without", "Spanish without", "English without", "French with", "English with"],
)
def test_new_sections_have_headings_where_those_of_the_law_do(text: str, lang: str, head: str) -> None:
    made = bill(text, lang)
    assert re.search(head, made.text.replace("\u00a0", " "), re.M)
    assert sound(made)


# -- American codes ----------------------------------------------------------------------------------------------------

CHAPTER = numbered("22-18{n}").replace("this Law", "this chapter")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CHAPTER, "this chapter"),
        (CHAPTER.replace("this chapter", "this article"), "this article"),
        (CHAPTER.replace("this chapter", "these sections"), "this chapter"),  # its numbers hold that of the chapter
        (SECTIONS, "this Act"),
        (SECTIONS.replace("In this Act,", "In this Part and in this Act,"), "this Act"),
        (LETTERED, "this Ordinance"),
    ],
    ids=["chapter", "article", "by its numbers", "an Act", "a Part of an Act", "an Ordinance"],
)
def test_a_law_is_called_as_it_calls_itself(text: str, said: str) -> None:
    made = bill(text, measures=True, strength="optional")
    found = set(re.findall(r"(?i)\bthis (?:act|chapter|article|part|ordinance)\b", quoted(made)))
    assert found - {said[0].upper() + said[1:]} == {said}
    if said[5].islower():  # the bill itself is an Act, and a division of a code is no principal Act
        assert "This Act may be cited" in made.text
        assert "“the principal law” means" in made.text
    assert sound(made)


def american(text: str) -> str:
    return text.replace("offence", "offense").replace("forced labour", "forced labor")


@pytest.mark.parametrize(
    ("text", "theirs", "ours"), [(american(SECTIONS), "offense", "offence"), (SECTIONS, "offence", "offense")]
)
def test_new_sections_are_spelled_as_the_law_is(text: str, theirs: str, ours: str) -> None:
    made = bill(text, measures=True, strength="optional")
    assert theirs in quoted(made)
    assert ours not in quoted(made)
    assert ("organizes" in quoted(made)) is (theirs == "offense")
    assert sound(made)


# -- titles ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "title", "bare"),
    [
        ('This Act shall be known as the "Trees Act of 1995".', "Trees Act of 1995", "Trees Act"),
        ("This Act may be cited as the Garden Act, No. 3 of 1995.", "Garden Act, No. 3 of 1995", "Garden Act"),
        ("This Act may be cited as the Garden Act 1995.", "Garden Act 1995", "Garden Act"),
        ("This Act is the Garden Act 1995.", "Garden Act 1995", "Garden Act"),
    ],
)  # fmt: skip
def test_a_title_is_found_between_marks_and_with_the_year_behind_of(said: str, title: str, bare: str) -> None:
    found = re.search(wording("en").texts["manner.cited"], said)
    assert found is not None
    assert found["title"] == title
    assert year_off(title, wording("en")) == bare


def test_a_bill_on_a_code_is_an_act_and_the_title_keeps_its_code() -> None:
    code = SECTIONS.replace("Human Dignity Act 2011", "Human Dignity Code").replace("this Act", "this Code")
    made = bill(code.replace("This Act may", "This Code may").replace("HUMAN DIGNITY ACT 2011", "HUMAN DIGNITY CODE"))
    assert made.title == "Human Dignity Code (Amendment) Bill"
    assert "This Act may be cited as the Human Dignity Code (Amendment) Act [year]" in made.text
    assert "“the principal Code” means the Human Dignity Code." in made.text


def test_a_title_that_a_file_begins_twice_is_said_once() -> None:
    text = INDONESIAN.replace("UNDANG-UNDANG TENTANG", "UNDANG-UNDANG UNDANG-UNDANG NOMOR 9 TAHUN 2001 TENTANG", 1)
    assert "Undang-Undang Undang-Undang" not in bill(text, "id").title


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("CHILDREN'S HOMES AND GARDENS ACT OF 1999", "Children's Homes and Gardens (Amendment) Bill"),
        ("Garden Restraint 1[Act 2001]", "Garden Restraint (Amendment) Bill"),
        ("The Garden Act, 2001", "Garden (Amendment) Bill"),
    ],
)
def test_a_title_is_written_as_others_are(title: str, said: str) -> None:
    text = SECTIONS.replace("HUMAN DIGNITY ACT 2011", title)
    text = text.replace("This Act may be cited as the Human Dignity Act 2011.", "It extends to the whole country.")
    assert bill(text).title == said


@pytest.mark.parametrize(
    ("text", "lang", "of", "wrong"),
    [
        (SPANISH.replace("LEY CONTRA", "CÓDIGO DE").replace("La presente ley", "El presente Código"), "es",
         "el presente Código", "la presente Código"),
        (FRENCH.replace("LOI SUR", "CODE DE").replace("La présente loi", "Le présent code"), "fr",
         "le présent code", "la présente code"),
        (FRENCH.replace("LOI SUR", "RÈGLEMENT DE").replace("La présente loi", "Le présent règlement"), "fr",
         "le présent règlement", "la présente"),
    ],
)  # fmt: skip
def test_a_code_is_spoken_of_in_its_gender(text: str, lang: str, of: str, wrong: str) -> None:
    said = quoted(bill(text, lang, measures=True, strength="optional"))
    du = wording(lang).contracted(f"de {of}")
    assert of in said.casefold() or of in said or du in said
    assert wrong not in said.casefold().replace("código", "Código")
    assert not re.search(r"(?i)le présent \w+ (?:est|sont) \w+ée", said)
