"""What a bill says where the words of the law are put in: a prohibition stays one, the country has its name, and a duty
that lacks what its rule asks for beside its elements is answered."""

from __future__ import annotations

import re

import pytest

from ctip_law import parse
from ctip_law.bill import Bill, amending_bill
from ctip_law.draft import country_in, country_said

from .statutes import FRENCH, INDONESIAN, SECTIONS, SPANISH, bill


def quoted(made: Bill) -> str:
    return "\n".join(change.quoted for change in made.changes)


@pytest.mark.parametrize(
    ("text", "said", "never"),
    [
        # "tidak wajib" is no duty, and so leave to do it: an agency might then have taken fees
        (INDONESIAN, r"Agen perekrutan dilarang memungut", r"tidak (?:wajib|harus)"),
        (SPANISH, r"no (?:cobrará|deberá)", r"no (?:tiene|tendrá) que"),
        (FRENCH, r"L’agence de recrutement ne fait payer", r"n’(?:est|a) pas (?:tenue|à)"),
        (SECTIONS, r"A recruitment agency (?:shall|must) not charge", r"need not charge"),
    ],
    ids=["id", "es", "fr", "en"],
)
def test_a_prohibition_of_the_library_is_one_in_the_bill(text: str, said: str, never: str) -> None:
    words = quoted(bill(text, also=("recruitment-agencies",)))
    assert re.search(said, words)
    assert not re.search(never, words)


@pytest.mark.parametrize(
    ("text", "country", "said", "never"),
    [
        (SPANISH, "CO", "en el territorio de Colombia", "la República"),
        (FRENCH, "DJ", "sur le territoire de la République de Djibouti", "de la République :"),
        (INDONESIAN, "ID", "di wilayah Indonesia", "Negara ini"),
        (SECTIONS, "PH", "in the territory of the Philippines", "the Republic"),
        (SPANISH, "IE", "en el territorio de la República", "Ireland"),  # no Spanish name: the blank of the library
        (SPANISH, "", "en el territorio de la República", "Colombia"),
    ],
)
def test_the_country_has_its_name_in_the_language_of_the_bill(text: str, country: str, said: str, never: str) -> None:
    words = quoted(bill(text, also=("jurisdiction",), country=country, against="tip"))
    assert said in words
    assert never not in words


def test_a_country_is_said_where_its_name_is_known() -> None:
    assert country_said("") == country_said("IE", "es") == {}
    assert country_said("CO", "es") == {"country": "Colombia"}
    assert country_in("US") == "the United States"
    assert country_in("ZM") == "Zambia"


def test_a_duty_that_lacks_what_its_rule_asks_for_beside_its_elements_is_answered() -> None:
    """Rights and an interpreter are there, and so every element; of proceedings nothing is said."""
    told = "Les victimes de la traite des personnes sont informées de leurs droits et des services disponibles."
    told += " Les services d’un interprète sont fournis aux victimes."
    text = f"{FRENCH.rstrip()}\n\nArticle 5. Information\n{told}\n"
    made = amending_bill([parse("-", stdin=text.encode(), lang="fr")], against="coe")
    assert made.proof is not None
    [row] = [row for row in made.proof.rows if row.id == "coe-15-1"]
    assert (row.before, row.after, row.asked) == ("partial", "met", True)
    assert "information" in {section.provision for change in made.changes for section in change.sections}


@pytest.mark.parametrize("text", [SECTIONS, FRENCH], ids=["en", "fr"])
def test_every_duty_that_is_drafted_is_answered_in_the_words_of_the_law(text: str) -> None:
    """Against all instruments. In a law that speaks of "trafficked persons" the case of several of them was not read as
    one, and in no English law a conviction abroad: two duties stayed partial, and the command ended with 4."""
    made = bill(text, against="all")
    assert made.proof is not None
    assert made.proof.failures == ()
    rows = {row.id: row for row in made.proof.rows}
    assert {(rows[id].asked, rows[id].after) for id in ("coe-25", "actip-5-3")} == {(True, "met")}


def test_a_law_s_word_for_the_victim_reads_on() -> None:
    """A fund for "trafficked persons of human trafficking", and "a child trafficked person", once stood in a bill."""
    words = quoted(bill(SECTIONS, against="all", also=("compensation-fund", "child-victims", "carriers")))
    assert "trafficked person who is a child" in words
    assert not re.search(r"(?i)trafficked persons? of (?:the offence|trafficking|human)|child trafficked person", words)


FINED = (
    "imprisonment for a term of not less than five years and not more than twenty years",
    "imprisonment for a term not exceeding twenty years or to a fine",
)


@pytest.mark.parametrize(
    ("text", "given", "drafted", "asked"),
    [
        # how the offence is punished is asked: what followed was an offence beside that of the law, and "trafficking
        # offence" meant the new one alone
        (SECTIONS.replace(*FINED), {}, False, ["penalty-fine-alternative"]),
        (SECTIONS, {}, False, []),
        # who wants no question gets the model text, and whoever names the duty too
        (SECTIONS.replace(*FINED), {"without": ("penalty-fine-alternative",)}, True, []),
        (SECTIONS.replace(*FINED), {"also": ("untoc-11-1",)}, True, ["penalty-fine-alternative"]),
    ],
    ids=["a fine instead", "imprisonment", "left alone", "named"],
)
def test_a_law_gets_no_second_offence_for_the_penalty_of_its_own(
    text: str, given: dict[str, tuple[str, ...]], drafted: bool, asked: list[str]
) -> None:
    made = bill(text, against="untoc", **given)
    assert ("offence" in {section.provision for change in made.changes for section in change.sections}) == drafted
    assert [id for question in made.questions for id in question.ids if id.startswith("penalty")] == asked
    assert drafted or '"trafficking offence" means an offence under section 3,' in quoted(made)
    waits = [q.words for q in made.questions if "penalty-fine-alternative" in q.ids]
    assert all("Organized Crime Convention, article 11(1)" in words for words in waits)
    assert made.proof is not None
    assert drafted or made.proof.failures == ()
