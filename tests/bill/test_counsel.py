"""Bills read as counsel reads them: what the reading of twenty real laws found wrong, each on an invented law."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.bill import Bill, amending_bill
from tests.bill import statutes
from tests.bill.statutes import KINDRED, SECTIONS, SPANISH


def bill(text: str, lang: str = "en") -> Bill:
    return amending_bill([parse("-", stdin=text.encode(), lang=lang)], against="tip")


def quoted(made: Bill) -> str:
    return "\n".join(change.quoted for change in made.changes)


@pytest.mark.parametrize(
    ("cited", "title"),
    [
        ("Criminal Law (Human Dignity) Act 2011", "Criminal Law (Human Dignity) (Amendment) Bill"),
        ("Freedom Act, No. 30 of 2005", "Freedom (Amendment) Bill"),
        ("Penal Code (Persons) Ordinance, 1999", "Penal Code (Persons) (Amendment) Bill"),
    ],
)
def test_a_title_is_taken_whole_and_loses_only_its_year(cited: str, title: str) -> None:
    law_word = cited.replace(",", "").split()
    word = next(one for one in ("Ordinance", "Act") if one in law_word)
    made = bill(SECTIONS.replace("Human Dignity Act 2011", cited).replace("this Act", f"this {word}"))
    assert made.title.replace(f" {word} (Amendment)", " (Amendment)") == title
    assert made.long_title == f"A Bill to amend the {cited}."


def test_an_article_before_a_title_is_not_said_twice() -> None:
    text = SECTIONS.replace("HUMAN DIGNITY ACT 2011", "The Human Dignity Act, 2011")
    text = text.replace("This Act may be cited as the Human Dignity Act 2011.", "It extends to the whole country.")
    assert "the The" not in bill(text).text


@pytest.mark.parametrize(
    ("term", "one", "many"),
    [
        ("trafficked person", "to the trafficked person for", "trafficked persons"),
        ("persons subjected to trafficking", "to the person subjected to trafficking for", "persons subjected to"),
    ],
)
def test_the_law_s_own_term_stands_in_the_singular_and_in_the_plural(term: str, one: str, many: str) -> None:
    text = SECTIONS.replace("trafficked person", term)
    said = quoted(bill(text))
    assert one in said
    assert "a persons" not in said
    assert "traffickings" not in said
    from ctip_law.bill.manner import plural_of
    from ctip_law.bill.wording import wording

    assert plural_of(term.replace("persons", "person"), wording("en")).startswith(many)
    assert plural_of("victim of trafficking", wording("en")) == "victims of trafficking"
    assert plural_of("víctima de trata", wording("es")) == "víctimas de trata"


def test_the_offence_that_the_new_words_name_is_that_of_trafficking() -> None:
    """Not the first in the law of several kindred ones, nor that against children."""
    text = SECTIONS.replace("3. Trafficking in persons\n", KINDRED).replace(
        "or the abuse of power or of vulnerability, or giving", "or giving"
    )
    text = text.replace(" fraud, deception,", " deception,")
    made = bill(text)
    definition = next(s for c in made.changes for s in c.sections if s.provision == "trafficking-definition")
    said = definition.units[-1].text
    assert "the offence under section 3B" in said


def test_a_law_without_the_offence_gets_what_belongs_together_in_one_place() -> None:
    """The definition before the offence, both after the last section that punishes; who is protected, in front."""
    text = """LABOUR CAMPS ACT 2003

1. Short title
This Act may be cited as the Labour Camps Act 2003.

2. Inspection
The Minister shall appoint inspectors.

3. Obstruction
Whoever obstructs an inspector commits an offence and is liable to imprisonment for one year.

4. Regulations
The Minister may make regulations.
"""
    made = bill(text)
    order = {section.provision: section.num for change in made.changes for section in change.sections}
    crime = ("trafficking-definition", "exploitation-definition", "consent", "offence", "organising")
    assert [order[id][:1] for id in crime] == ["3"] * len(crime)
    assert order["trafficking-definition"] < order["offence"] < order["organising"]
    assert order["equality"] == "1A"
    assert "also means" not in quoted(made)  # there is nothing that it could be added to
    assert made.proof is not None
    assert made.proof.sound, made.proof.failures


def test_whoever_organises_gets_the_penalty_of_the_law_itself() -> None:
    text = SECTIONS.replace("a term of not less than five years and not more than twenty years", "life")
    said = quoted(bill(text))
    assert "is liable on conviction to the penalty for the trafficking offence" in said


def test_a_spanish_bill_with_many_new_articles_is_carried_out() -> None:
    """Its own articles have Roman numbers, so that the quoted "Artículo 1A." is none, and many go in by several."""
    text = """LEY DE ALBERGUES

Artículo 1. Objeto
La presente ley regula los albergues.

Artículo 2. Inspección
El Ministerio inspecciona los albergues.
"""
    made = bill(text, "es")
    new = sum(len(change.sections) for change in made.changes)
    assert new > 8
    assert max(len(change.sections) for change in made.changes) <= 4
    assert made.text.splitlines()[4].startswith("Artículo I. ")
    assert made.proof is not None
    assert made.proof.applied == made.proof.orders == len(made.changes)
    assert made.proof.lost == ()


def test_what_was_put_in_already_goes_on_as_it_began() -> None:
    from ctip_law.bill.numbers import between

    assert next(between("177 bis", "-1", ["177 bis"])) == "177 ter"
    assert next(between("100A", "-1", ["100A"])) == "100B"
    assert next(between("22-1832", "-1", ["22-1832"])) == "22-1832-1"


def test_what_a_bill_says_of_itself_is_in_the_language_of_the_law() -> None:
    from ctip_law.bill import render_bill

    words = str(render_bill(statutes.bill(SPANISH), "md"))
    assert "Posibilidad de indemnización (Protocolo contra la trata, artículo 6(6))" in words
    for english in ("Trafficking Protocol", "measure beside", "Possibility", "the reading does not"):
        assert english not in words
