"""Bills in the words of counsel of the country: titles in a sentence, one order for one thing and another for several,
terms that lead somewhere, bodies that are the law's own."""

from __future__ import annotations

import re

import pytest

from ctip_law.bill import Bill
from ctip_law.bill.wording import wording
from ctip_law.draft.library import library
from tests.bill import statutes
from tests.bill.statutes import ARTICLES, FRENCH, INDONESIAN, LETTERED, SECTIONS, SPANISH
from tests.bill.test_counsel import bill, quoted


def wide(text: str) -> Bill:
    return statutes.bill(text, measures=True, strength="optional")


@pytest.mark.parametrize(
    ("text", "lang", "title"),
    [
        (FRENCH.replace("LOI SUR LA TRAITE", "Loi n° 3 sur la traite"), "fr",
         "Projet de loi complétant la loi n° 3 sur la traite"),
        (FRENCH.replace("LOI SUR LA TRAITE", "Textes sur la traite"), "fr",
         "Projet de loi complétant le texte intitulé Textes sur la traite"),
        (SPANISH.replace(SPANISH.splitlines()[0], "Ley 3 contra la trata"), "es",
         "Proyecto de ley que modifica la Ley 3 contra la trata"),
        (SPANISH.replace(SPANISH.splitlines()[0], "Código de la trata"), "es",
         "Proyecto de ley que modifica el Código de la trata"),
        (INDONESIAN, "id", "Rancangan Undang-Undang tentang Perubahan atas Undang-Undang tentang Perdagangan Orang"),
    ],
)  # fmt: skip
def test_a_title_stands_in_a_sentence(text: str, lang: str, title: str) -> None:
    assert bill(text, lang).title == title


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("fr", "Il est inséré, après l’article 3, un article 3-1 ainsi rédigé :",
         "Sont insérés, après l’article 3, les articles 3-1 ainsi rédigés :"),
        ("es", "Agrégase después del artículo 3 el artículo 3-1, con el siguiente texto:",
         "Agréganse después del artículo 3 los artículos 3-1, con el siguiente texto:"),
    ],
)  # fmt: skip
def test_one_article_is_put_in_with_other_words_than_several(language: str, one: str, several: str) -> None:
    names = {"unit": "articulo", "units": "articulos", "after": "3", "new": "3-1"}
    said = {"fr": ("article", "articles"), "es": ("artículo", "artículos")}[language]
    names |= {"unit": said[0], "units": said[1]}
    assert wording(language).counted("order.insert", 1, **names) == one
    assert wording(language).counted("order.insert", 2, **names) == several
    assert wording(language).counted("order.insert", 5, **names) == several


def test_an_indonesian_order_names_the_pasal_on_either_side() -> None:
    orders = [change.order for change in wide(INDONESIAN).changes if change.kind == "insert"]
    assert any(
        re.fullmatch(r"Di antara Pasal \d\w* dan Pasal \d disisipkan 1 \(satu\) pasal, yakni Pasal \d[A-Z]+, .*:", one)
        for one in orders
    )
    assert all("beberapa" not in one for one in orders)
    assert not any("Pasalnya" in line for line in wide(INDONESIAN).consequential)


@pytest.mark.parametrize(
    ("two", "said"),
    [
        ("afin de le contrôler", "afin de le contrôler"),
        ("contrainte de le commettre", "contrainte de le commettre"),
        ("refuser de le renouveler", "refuser de le renouveler"),
        ("qui servait à le soustraire à la justice", "qui servait à le soustraire à la justice"),
        ("offre de le faire", "offre de le faire"),
        ("au lieu de le rendre", "au lieu de le rendre"),
        ("il reste à le fournir", "il reste à le fournir"),
        ("de le ministre", "du ministre"),
        ("de le dossier", "du dossier"),
        ("à le registre", "au registre"),
        ("de le premier alinéa", "du premier alinéa"),
        ("à le chapitre 2", "au chapitre 2"),
        ("de le décret", "du décret"),
    ],
)
def test_a_pronoun_before_a_verb_is_no_article(two: str, said: str) -> None:
    """Two words are one before a noun only: those of a model provision went wrong in a bill."""
    assert wording("fr").contracted(two) == said


@pytest.mark.parametrize(
    ("de", "du"), [("de la présente loi", "du présent code"), ("à la présente loi", "au présent code")]
)
def test_a_code_speaks_of_itself_as_one(de: str, du: str) -> None:
    how = wording("fr")
    assert how.contracted(de.replace("la présente loi", how.these["code"])) == du
    code = FRENCH.replace("LOI SUR LA TRAITE", "CODE PÉNAL").replace("La présente loi", "Le présent code")
    said = quoted(bill(code, "fr"))
    assert "présente loi" not in said
    assert "présent code" in said


@pytest.mark.parametrize("text", [SECTIONS, ARTICLES, LETTERED, SPANISH, FRENCH, INDONESIAN])
def test_no_term_leads_to_a_provision_that_is_not_there(text: str) -> None:
    made = wide(text)
    language = made.law.language
    titles = {model.title for model in library(language).values()}
    assert [blank for blank in made.blanks if blank.strip("[]") in titles] == []


@pytest.mark.parametrize(
    ("said", "defined"),
    [
        ("The Council of Ministers sits in public.", True),  # another body
        ("The National Council sits in public.", True),
        ("The Council sits in public.", False),  # the law has it
        ("A sitting of the Council is public.", False),
    ],
)
def test_a_body_is_the_law_s_own_by_its_whole_name(said: str, defined: bool) -> None:
    made = wide(SECTIONS.replace("6. Regulations\n", f"6. Sittings\n{said}\n\n7. Regulations\n"))
    assert "The Council shall" in quoted(made)
    assert ('"Council" means' in quoted(made)) is defined


def test_what_trafficking_means_stands_beside_the_offence_in_a_code() -> None:
    """A code says the same words of other offences in other chapters."""
    filler = "\n\n".join(f"{n}. Gate {n}\nA gate of kind {n} is kept shut." for n in range(1, 210))
    other = (
        "210. Trafficking in children\nAny person who transports, transfers, harbours or receives a child by means of "
        "threats, the use of force, abduction, fraud, deception or the abuse of power commits an offence and is liable "
        "to imprisonment for ten years."
    )
    own = (
        "300. Trafficking in persons\nAny person who recruits another person for the purpose of exploitation commits "
        "an offence and is liable to imprisonment for ten years. Exploitation includes forced work and slavery."
    )
    chapters = (("I\nGATES", filler), ("II\nLIBERTY", other), ("III\nTRAFFICKING", own))
    text = "\n\n".join(["PENAL CODE", *(f"CHAPTER {head}\n\n{words}" for head, words in chapters)]) + "\n"
    made = bill(text)
    places = {s.provision: change.unit for change in made.changes for s in change.sections}
    assert places["trafficking-definition"] == "300"
    assert made.proof is not None
    assert made.proof.applied == made.proof.orders
