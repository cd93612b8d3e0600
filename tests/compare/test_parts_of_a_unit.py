"""Orders on a part of a unit that has no number of its own never touch the whole unit; orders on edges and pairs."""

# ruff: noqa: E501  (tables of clauses, one a line)
from __future__ import annotations

import pytest

from ctip_law import amend
from tests.compare.conftest import GARDENS, act, law
from tests.compare.test_amend_languages import LAWS, _law, _lines

OLD = law(GARDENS)
#: A part without a number: nothing changes, and it is told.
PARTS = (
    "The proviso to section 5 of the Gardens Act 1999 is repealed.",
    "The Explanation to section 5 of the Gardens Act 1999 shall be omitted.",
    "The second sentence of section 4 of the Gardens Act 1999 is deleted.",
    "The last paragraph of section 3(2) of the Gardens Act 1999 is deleted.",
    "The table in section 5 of the Gardens Act 1999 is repealed.",
    "Section 5 of the Gardens Act 1999 is amended by deleting the proviso.",
    "Section 5 of the Gardens Act 1999 shall be read as if the words “ten coins” were “twelve coins”.",
    "For the last sentence of section 4 of the Gardens Act 1999 substitute “4. Keys\nNo key.”.",
)


@pytest.mark.parametrize("clause", PARTS)
def test_a_part_is_not_the_unit(clause: str) -> None:
    done = amend(OLD, act(clause))
    assert done.law.text == OLD.text
    assert done.unread or any(one.why for one in done.outcomes)


#: The same in other languages.
FOREIGN = (
    ("fr", "Le dernier alinéa de l’article 5 de la Loi sur les Jardins est supprimé."),
    ("fr", "L’alinéa premier de l’article 5 de la Loi sur les Jardins est abrogé."),
    ("fr", "L’article 5 de la Loi sur les Jardins est ainsi modifié :\n3° Le dernier alinéa est supprimé."),
    ("fr", "La seconde phrase de l’article 4 de la Loi sur les Jardins est supprimée."),
    ("fr", "L’article 5 de la Loi sur les Jardins devient l’article 7."),
    ("id", "1. Ayat terakhir Pasal 5 dihapus."),
    ("id", "1. Penjelasan Pasal 5 dihapus."),
    ("ms", "Proviso kepada seksyen 5 Akta Taman 1999 dipotong."),
    ("es", "El artículo 5 de la Ley 10 de 1999 pasa a ser artículo 7."),
    ("es", "Elimínase el inciso segundo del artículo 5 de la Ley 10 de 1999."),
    ("es", "Derógase el último párrafo del artículo 5 de la Ley 10 de 1999."),
    ("es", "Suprímese la segunda oración del artículo 4 de la Ley 10 de 1999."),
    ("es", "Agréguese el siguiente inciso final al artículo 5 de la Ley 10 de 1999: “Se devuelve.”"),
)


@pytest.mark.parametrize(("language", "clause"), FOREIGN)
def test_a_part_is_not_the_unit_elsewhere(language: str, clause: str) -> None:
    base, made, word = LAWS[language]
    old = _law(base.format(word), language)
    done = amend(old, _law(made.format(word, clause), language))
    assert done.law.text == old.text
    assert done.unread or any(one.why for one in done.outcomes)


#: language ("en": the gardens), clause -> (words that go, words that stand in their place)
APPLIED = (
    ("en", "Section 5 of the Gardens Act 1999 is amended by adding at the end thereof the words “a year”.", "ten coins.", "ten coins a year."),
    ("en", "Section 5 of the Gardens Act 1999 is amended by striking the period at the end and inserting “a year.”.", "ten coins.", "ten coins a year."),
    ("en", "The Gardens Act 1999 is amended by adding at the end the following:\n“7. Lamps\nA lamp is lit.”.", "made of oak.\n", "made of oak.\n7. Lamps\nA lamp is lit.\n"),
    ("fr", "À la fin de l’article 3 de la Loi sur les Jardins, sont ajoutés les mots : « ou bleue ».", "être rouge.", "être rouge ou bleue."),
    ("fr", "L’article 3 de la Loi sur les Jardins est complété par les mots : « ou bleue ».", "être rouge.", "être rouge ou bleue."),
    ("fr", "À l’article 4 de la Loi sur les Jardins, le mot « gardien » est remplacé par le mot « garde » et le mot « visiteur » par le mot « passant ».", "Le gardien a une clé et prête la clé au visiteur.", "Le garde a une clé et prête la clé au passant."),
    ("fr", "Les mots « une clé et prête la » à l’article 4 de la Loi sur les Jardins sont supprimés.", "une clé et prête la clé", "clé"),
    ("es", "En el artículo 5 de la Ley 10 de 1999, donde dice “diez” debe decir “doce”.", "diez", "doce"),
    ("es", "Agrégase al final del artículo 3 de la Ley 10 de 1999 la frase “o azul”.", "ser roja.", "ser roja o azul."),
    ("es", "Reemplázase en el artículo 4 de la Ley 10 de 1999 la palabra “guarda” por “guardia” y “visitante” por “viajero”.", "El guarda tiene una llave y presta la llave al visitante.", "El guardia tiene una llave y presta la llave al viajero."),
    ("es", "Agrégase a la Ley 10 de 1999 el artículo 7 siguiente: “Artículo 7. Lámparas\nLa lámpara arde.”.", "de roble.\n", "de roble.\nArtículo 7. Lámparas\nLa lámpara arde.\n"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "clause", "gone", "come"), APPLIED, ids=[row[1][:70] for row in APPLIED])
def test_edges_and_pairs(language: str, clause: str, gone: str, come: str) -> None:
    if language == "en":
        old, made = OLD, act(clause)
    else:
        base, frame, word = LAWS[language]
        old, made = _law(base.format(word), language), _law(frame.format(word, clause), language)
    done = amend(old, made)
    assert {outcome.why for outcome in done.outcomes} == {""}
    assert not done.unread
    assert _lines(done.law.text) == _lines(old.text.replace(gone, come))
