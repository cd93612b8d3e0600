"""What an amending act puts into another law: components with their target and their own numbers."""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law import parse
from ctip_law.model import Law
from ctip_law.write.json import law_json

#: manner -> (language, title, clause, [(action, place, act, numbers of the units)])
MANNERS = {
    "Commonwealth": (
        "en", "GARDENS (AMENDMENT) ACT 2020",
        "After section 5 of the Gardens Act 1999 insert the following section:\n“5A. Refund\nA fee is paid back.”.",
        [("insert", "section 5", "Gardens Act 1999", ["5A"])],
    ),
    "Malaysia": (
        "en", "GARDENS (AMENDMENT) ACT 2020",
        "The Gardens Act 1999 is amended by inserting after section 5 the following sections:\n“Refund\n5A. A fee is paid back.\nCoins\n5B. Coins are counted.”.",
        [("insert", "section 5", "Gardens Act 1999", ["5A", "5B"])],
    ),
    "Ireland": (
        "en", "GARDENS (AMENDMENT) ACT 2020",
        "Section 3 of the Gardens Act 1999 is amended, in subsection (1), by the substitution of “blue” for “red”.",
        [("substitute", "section 3(1)", "Gardens Act 1999", [])],
    ),
    "Canada": (
        "en", "AN ACT TO AMEND THE GARDENS ACT",
        "The Gardens Act is amended by adding the following after section 5:\n“5.1 Refund\nA fee is paid back.”.",
        [("insert", "section 5", "Gardens Act", ["5.1"])],
    ),
    "America": (
        "en", "GARDENS AMENDMENT ACT OF 2020",
        "Section 3 of the Gardens Act 1999 is amended—\n(1) in subsection (1), by striking “red” and inserting “blue”; and\n(2) by adding at the end the following:\n“(4) A gate has a bell.”.",
        [("substitute", "section 3(1)", "Gardens Act 1999", []), ("insert", "section 3", "Gardens Act 1999", ["4"])],
    ),
    "a repeal": (
        "en", "GARDENS (AMENDMENT) ACT 2020", "Section 6 of the Gardens Act 1999 is repealed.",
        [("repeal", "section 6", "Gardens Act 1999", [])],
    ),
    "Spanish": (
        "es", "LEY 22 DE 2020",
        "Adiciónese un artículo nuevo 188 A a la Ley 10 de 1999, el cual quedará así:\n“Artículo 188 A. Retorno\nLa tasa se devuelve.”.",
        [("insert", "section 188A", "Ley 10 de 1999", ["188A"])],
    ),
    "Spanish, in place": (
        "es", "LEY 22 DE 2020",
        "Modifícase el artículo 5 de la Ley 10 de 1999, el cual quedará así:\n“Artículo 5. Tasa\nEl visitante paga doce monedas.”.",
        [("substitute", "section 5", "Ley 10 de 1999", ["5"])],
    ),
    "French": (
        "fr", "LOI MODIFIANT LA LOI SUR LES JARDINS",
        "Après l’article 5 de la Loi sur les Jardins, il est inséré un article 5-1 ainsi rédigé :\n« Article 5-1. Retour\nLa taxe est rendue. ».",
        [("insert", "section 5", "Loi sur les Jardins", ["5-1"])],
    ),
    "French Canadian": (
        "fr", "LOI MODIFIANT LA LOI SUR LES JARDINS",
        "La Loi sur les Jardins est modifiée par adjonction, après l’article 5, de ce qui suit :\n\n5.1 Retour\nLa taxe est rendue.",
        [("insert", "section 5", "Loi sur les Jardins", ["5.1"])],
    ),
    "Malay": (
        "ms", "AKTA TAMAN (PINDAAN) 2020",
        "Akta Taman 1999 dipinda dengan memasukkan selepas seksyen 5 seksyen yang berikut:\n“Pulangan\n5A. Bayaran dipulangkan.”.",
        [("insert", "section 5", "Akta Taman 1999", ["5A"])],
    ),
    "Indonesian": (
        "id", "UNDANG-UNDANG NOMOR 22 TAHUN 2020\nTENTANG\nPERUBAHAN ATAS UNDANG-UNDANG NOMOR 10 TAHUN 1999 TENTANG TAMAN",
        "Beberapa ketentuan dalam Undang-Undang Nomor 10 Tahun 1999 tentang Taman diubah sebagai berikut:\n\n1. Di antara Pasal 5 dan Pasal 6 disisipkan 1 (satu) pasal, yakni Pasal 5A yang berbunyi sebagai berikut:\n\nPasal 5A\n\nBayaran dikembalikan.\n\n2. Pasal 7 dihapus.",
        [("insert", "section 5", "Undang-Undang Nomor 10 Tahun 1999 tentang Taman", ["5A"]), ("repeal", "section 7", "Undang-Undang Nomor 10 Tahun 1999 tentang Taman", [])],
    ),
    "Indonesian, a chapter": (
        "id", "UNDANG-UNDANG NOMOR 22 TAHUN 2020",
        "Beberapa ketentuan dalam Undang-Undang Nomor 10 Tahun 1999 diubah sebagai berikut:\n\n1. Di antara Bab II dan Bab III disisipkan 1 (satu) bab, yakni Bab IIA yang berbunyi sebagai berikut:\n\nBAB IIA\nLONCENG\n\nPasal 5A\n\nPintu berlonceng.",
        [("insert", "Bab II", "Undang-Undang Nomor 10 Tahun 1999", ["5A"])],
    ),
    "Indonesian, one provision": (
        "id", "UNDANG-UNDANG NOMOR 22 TAHUN 2020",
        "Ketentuan Pasal 5 Undang-Undang Nomor 10 Tahun 1999 tentang Taman diubah sehingga berbunyi sebagai berikut:\n\nPasal 5\n\nPengunjung membayar dua belas keping.",
        [("substitute", "section 5", "Undang-Undang Nomor 10 Tahun 1999 tentang Taman", ["5"])],
    ),
    "Malay, two orders": (
        "ms", "AKTA TAMAN (PINDAAN) 2020",
        "Seksyen 3 Akta Taman 1999 adalah dipinda—\n(a) dalam subseksyen (1), dengan menggantikan perkataan “merah” dengan perkataan “biru”; dan\n(b) dengan memotong subseksyen (2).",
        [("substitute", "section 3(1)", "Akta Taman 1999", []), ("repeal", "section 3(2)", "Akta Taman 1999", [])],
    ),
    "Spanish, two articles": (
        "es", "LEY 22 DE 2020", "Deróganse los artículos 5 y 6 de la Ley 10 de 1999.",
        [("repeal", "section 5, section 6", "Ley 10 de 1999", [])],
    ),
    # told as it stands, though the quotation marks are never closed
    "unclosed": (
        "es", "LEY 22 DE 2020",
        "Adiciónese un artículo nuevo 188 A a la Ley 10 de 1999, el cual quedará así:\n“Artículo 188 A. Retorno\nLa tasa se devuelve.",
        [("insert", "section 188A", "Ley 10 de 1999", ["188A"])],
    ),
    # near-misses
    "a law that may be changed": ("id", "UNDANG-UNDANG NOMOR 10 TAHUN 1999 TENTANG TAMAN", "Undang-Undang ini dapat diubah dengan Undang-Undang sebagaimana telah diubah sebelumnya.", []),
    "a law of its own": ("en", "GARDENS ACT 1999", "A gate may be painted red, and the keeper may add a bench.", []),
}  # fmt: skip
UNIT = {"id": "Pasal ", "en": "", "ms": "", "es": "Artículo ", "fr": "Article "}
WORDS = {"id": ("Judul", "Tidak ada lagi."), "en": ("Title", "Nothing more."), "ms": ("Tajuk", "Tiada lagi."), "es": ("Título", "Nada más."), "fr": ("Titre", "Rien de plus.")}  # fmt: skip


def act(language: str, title: str, clause: str) -> Law:
    heading, words = WORDS[language]
    unit = UNIT[language]
    if language == "id":  # an amending law numbers its own provisions in Roman numerals
        return parse("-", stdin=f"{title}\n\nPasal I\n\n{clause}\n\nPasal II\n\n{words}\n".encode(), lang=language)
    text = f"{title}\n\n{unit}1. {heading}\n{words}\n\n{unit}2. {heading}\n{clause}\n\n{unit}3. {heading}\n{words}\n"
    return parse("-", stdin=text.encode(), lang=language)


@pytest.mark.parametrize("manner", MANNERS)
def test_a_change_is_a_component_with_its_target(manner: str) -> None:
    language, title, clause, wanted = MANNERS[manner]
    law = act(language, title, clause)
    found = [(one.action, one.place, one.act, [unit.num for unit in one.clauses]) for one in law.amendments]
    assert found == wanted
    for one in law.amendments:
        assert law.text[one.start : one.end] == one.new or not one.new
        for unit in (inner for top in one.clauses for inner in top.walk()):
            assert one.start <= unit.start <= unit.end <= one.end
            assert "inserted" in unit.flags or unit not in one.clauses


def test_the_words_stay_text_of_the_section_that_orders_them() -> None:
    law = act(*MANNERS["Malaysia"][:3])
    assert [section.num for section in law.sections()] == ["1", "2", "3"]
    (one,) = law.amendments
    assert law.sections()[1].start < one.start < one.end <= law.sections()[1].end


def test_json_has_them_beside_the_other_components() -> None:
    law = act(*MANNERS["Malaysia"][:3])
    made = [part for part in law_json(law)["components"] if part.get("amends")]
    assert [(part["name"], part["amends"]["action"], part["amends"]["place"]) for part in made] == [("amendment_1", "insert", "section 5")]
    assert [unit["num"] for unit in made[0]["clauses"]] == ["5A", "5B"]


def test_penalties_and_references_know_the_new_number() -> None:
    law = act(
        "en", "GARDENS (AMENDMENT) ACT 2020",
        "The Gardens Act 1999 is amended by inserting after section 5 the following sections:\n“Selling\n5A. A person who sells a "
        "gate is liable to imprisonment for six years.\nMore\n5B. A person who sells two gates is liable to twice the penalty in "
        "section 5A.”.",
    )  # fmt: skip
    rows = [(row.section, row.inserted, row.max_years, row.derived_from) for row in law.penalties]
    assert rows == [("2", "5A", 6, None), ("2", "5B", 12, "2")]


#: How drafters order a whole section, without quotation marks: what is read is one section of two subsections.
ORDERS = {
    "en": [
        "Section 36 of the principal Act is hereby repealed and the following section substituted therefor:",
        "Section 36 of the principal Act is hereby repealed and the following section is substituted therefor:",
        "Section 36 of the principal Act is deleted and the following is substituted:",
        "The principal Act is amended by deleting section 36 and substituting therefor the following new section:",
        "The following section shall be substituted for section 36 of the principal Act, namely:",
        "For section 36 of the principal Act, the following section shall be substituted, namely:-",
        "For section 36 of the principal Act there is substituted the following section:",
        "After section 35 of the principal Act, the following section shall be inserted, namely:-",
        "There is inserted in the principal Act, immediately after section 35, the following new section:",
        "Immediately after section 35 of the principal enactment the following new section is hereby inserted and "
        "shall have effect as section 36 of that enactment:",
        "The principal Act is amended by adding after section 35 the following section:",
    ],
    "es": [
        "Se reforma el artículo 36 del Código Penal para que se lea así:",
        "Refórmase el artículo 36 del Código Penal, cuyo texto dirá:",
        "Agrégase al Código Penal, a continuación del artículo 35, el siguiente artículo:",
        "Incorpórase como artículo 36 del Código Penal el siguiente:",
    ],
    "fr": [
        "L'article 36 du Code pénal est modifié et remplacé par les dispositions suivantes :",
        "Les dispositions de l'article 36 du Code pénal sont abrogées et remplacées comme suit :",
        "Sont insérées après l'article 35 du Code pénal les dispositions suivantes :",
    ],
}
FRAMES = {
    "en": "PENAL CODE (AMENDMENT) ACT 2010\n\n1. This Act may be cited as the Penal Code (Amendment) Act.\n\n2. {}\n\n"
    "36. Boats.\n\n(1) Whoever sinks a boat is guilty.\n\n(2) In this section, boat means a vessel.\n",
    "es": "LEY QUE MODIFICA EL CÓDIGO PENAL\n\nArtículo 1. {}\n\nArtículo 36. Barcos. El que hunda un barco será castigado "
    "con prisión de dos a cuatro años.\n\nArtículo 2. Esta ley entra en vigor mañana.\n",
    "fr": "LOI MODIFIANT LE CODE PÉNAL\n\nArticle 1. {}\n\nArticle 36. Des bateaux. Quiconque coule un bateau est puni "
    "d'un emprisonnement de deux à quatre ans.\n\nArticle 2. La présente loi entre en vigueur demain.\n",
}  # fmt: skip


@pytest.mark.parametrize(("language", "order"), [(lang, order) for lang, orders in ORDERS.items() for order in orders])
def test_a_section_without_quotation_marks_is_put_in(tmp_path: Path, language: str, order: str) -> None:
    path = tmp_path / "act.txt"
    path.write_text(FRAMES[language].format(order), encoding="utf-8")
    law = parse(path, lang=language)
    assert [(c.kind, c.num) for a in law.amendments for c in a.clauses] == [("section", "36")]


@pytest.mark.parametrize(
    "order",
    [
        "The Minister shall establish the following boards under section 36 of the principal Act:",
        "Section 36 of the principal Act applies to the following persons:",
        "A register under section 36 of the principal Act holds the following:",
    ],
)
def test_a_list_that_is_announced_is_not_put_in(tmp_path: Path, order: str) -> None:
    path = tmp_path / "act.txt"
    path.write_text(FRAMES["en"].format(order), encoding="utf-8")
    assert not parse(path, lang="en").amendments
