"""What a law is made for: to amend another, to carry one out, or to stand by itself; and what of it is repealed."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.annotate.manner import manner
from ctip_law.model import Law, Manner


def law(text: str, lang: str) -> Law:
    return parse("-", stdin=text.encode(), lang=lang)


EN = """Harbour Police (Amendment) Act 2019

1. Short title
This Act may be cited as the Harbour Police (Amendment) Act 2019.

2. Amendment of section 4
Section 4 of the Harbour Police Act 1990 (in this Act referred to as the "principal Act") is amended by the insertion of
"or a pier" after "quay".

3. New section 9A
The principal Act is amended by inserting after section 9 the following section: "9A. Nobody may sell a person."
"""
EN_TITLE = """An Act to amend the Lighthouse Code (sale of persons)

1. The Code is amended by adding the following after section 7: 7.1 Every person who sells another commits an offence.

2. Section 8 of the Code is replaced by the following: 8. The court may order the return of the price.
"""
EN_ANEW = """HOUSE BILL NO. 77

AN ACT To repeal sections 30.1, 30.2, and 30.3, and to enact in lieu thereof two sections on the sale of persons.

Be it enacted as follows:

30.1. Sale
A person commits an offence who sells a person.

30.2. Purchase
A person commits an offence who buys a person.
"""
ES = """LEY 77 DE 2011 por la cual se hacen reformas y adiciones al Código de Faros (Ley 12 de 1990) y se dictan normas

Artículo 1. Modifíquese el artículo 8 de la Ley 12 de 1990, el cual quedará así: Artículo 8. Nadie venda a otro.

Artículo 2. Derógase el artículo 9 de la Ley 12 de 1990.
"""
FR = """Loi du 3 mai 2012 modifiant le Code des phares (vente de personnes)

Article 1. L'article 8 du Code des phares est remplacé par ce qui suit: Quiconque vend une personne est puni.

Article 2. L'article 9 du même code est abrogé.
"""
ID = """UNDANG-UNDANG NOMOR 7 TAHUN 2012 TENTANG PERUBAHAN ATAS UNDANG-UNDANG NOMOR 3 TAHUN 1990 TENTANG MERCUSUAR

Pasal 1
Ketentuan Pasal 8 diubah sehingga berbunyi sebagai berikut: Setiap orang yang menjual orang dipidana.

Pasal 2
Ketentuan Pasal 9 dihapus.
"""
MS = """Akta Rumah Api (Pindaan) 2012

Suatu Akta untuk meminda Akta Rumah Api 1990.

1. Tajuk ringkas
Akta ini bolehlah dinamakan Akta Rumah Api (Pindaan) 2012.

2. Pindaan seksyen 8
Seksyen 8 Akta ibu dipinda dengan memasukkan selepas perkataan "dermaga" perkataan "atau jeti".

3. Pindaan seksyen 9
Seksyen 9 Akta ibu dipinda dengan memotong perkataan "kapal".
"""
REGULATION_EN = """Harbour Police (Shelters) Regulations 2020

made under section 9 of the Harbour Police Act 1990

1. Shelters
Each harbour keeps a shelter for persons who were sold.

2. Registers
A register is kept of the shelters.
"""
RULES_EN = """Kite Safety Rules, 2065

1. Title
These Rules are called the Kite Safety Rules, 2065. These Rules apply at once.

2. Definitions
In these Rules, "Act" means the Kite Safety Act, 2064.
"""
REGULATION_ES = """Reglamento de la Ley Nº 28, Ley de Faros

Artículo 1. Objeto
El presente reglamento desarrolla la ley.

Artículo 2. Casas
Habrá casas para las personas vendidas.
"""
PLAIN = """Harbour Police Act 1990

1. Police
There is a harbour police.

2. Sale
Nobody may sell a person.

3. Shelters
Each harbour keeps a shelter.

4. Consequential amendment
Section 3 of the Quays Act 1970 is amended by omitting "quay".
"""
CONSOLIDATING = """An Act to consolidate and amend the law relating to harbours

1. Police
There is a harbour police.

2. Sale
Nobody may sell a person.
"""

#: what it is, language, text, kind, principal law as named
CASES = [
    ("an act whose title says so and whose sections amend", "en", EN, "amending", "Harbour Police Act 1990"),
    ("the law that is amended follows in the title", "en", EN_TITLE, "amending", "Lighthouse Code"),
    ("sections of a code enacted anew", "en", EN_ANEW, "amending", ""),
    ("Spanish", "es", ES, "amending", "Código de Faros"),
    ("French", "fr", FR, "amending", "Code des phares"),
    ("Indonesian", "id", ID, "amending", "UNDANG-UNDANG NOMOR 3 TAHUN 1990 TENTANG MERCUSUAR"),
    ("Malay", "ms", MS, "amending", "Akta Rumah Api 1990"),
    ("regulations under an Act", "en", REGULATION_EN, "regulation", "Harbour Police Act 1990"),
    ("rules that speak of themselves", "en", RULES_EN, "regulation", "Kite Safety Act, 2064"),
    ("a reglamento", "es", REGULATION_ES, "regulation", "Ley Nº 28"),
    ("an Act that amends another at its end", "en", PLAIN, "", ""),
    ("an Act that consolidates the law", "en", CONSOLIDATING, "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("what", "lang", "text", "kind", "principal"), CASES, ids=[case[0] for case in CASES])
def test_what_a_law_is_made_for(what: str, lang: str, text: str, kind: str, principal: str) -> None:
    assert manner(law(text, lang)) == Manner(kind, principal)


REPEALED = """Harbour Police Act 1990

CHAPTER 1 PRELIMINARY

1. Police
There is a harbour police.

CHAPTER 2 SALE
[Chapter 2 repealed by section 9 of Act 7 of 2013.]

2. Sale
A person who sells a person commits an offence.

CHAPTER 3 SHELTERS

3. Shelters
Each harbour keeps a shelter for persons who were sold.

4. [Repealed]

5. Registers
A register is kept. [section 6 repealed by Act 8 of 2014]
"""


def test_a_repealed_chapter_is_flagged_with_all_that_is_in_it() -> None:
    flags = {section.num: section.flags for section in law(REPEALED, "en").sections()}
    assert flags == {"1": (), "2": ("repealed",), "3": (), "4": ("repealed",), "5": ()}


def test_what_is_repealed_is_named() -> None:
    assert manner(law(REPEALED, "en")).repealed == ("chapter 2", "section 4", "section 6")


@pytest.mark.parametrize(
    ("lang", "note", "named"),
    [
        ("es", "[Capítulo II derogado por la Ley 9 de 2013]", "capitulo ii"),
        ("fr", "(Chapitre II abrogé par la loi du 3 mai 2013)", "chapitre ii"),
        ("id", "[Bab II dicabut dengan Undang-Undang Nomor 9]", "bab ii"),
        ("ms", "[Bahagian II dimansuhkan oleh Akta 9]", "bahagian ii"),
    ],
)
def test_the_note_of_an_editor_in_other_languages(lang: str, note: str, named: str) -> None:
    unit = {"es": "Artículo", "fr": "Article", "id": "Pasal", "ms": "Seksyen"}[lang]
    text = f"{unit} 1. A. B c d e f.\n\n{unit} 2. A. B c d. {note}\n"
    assert manner(law(text, lang)).repealed == (named,)


def test_a_section_that_orders_a_repeal_is_not_repealed_itself() -> None:
    text = "Harbour Act 2001\n\n1. Repeal\nChapter 4 of the Quays Act 1970 is repealed.\n\n2. End\nThe end.\n"
    assert manner(law(text, "en")).repealed == ()
