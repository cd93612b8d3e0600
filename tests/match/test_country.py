"""The law's own country by the name that the law gives it: read from the law, and read as "the country"."""

from __future__ import annotations

import pytest

from ctip_law.languages.country import country
from ctip_law.match import match
from ctip_law.match.country import own_name
from tests.match.conftest import law_of

ACT = """Trade in Persons Act 2014

1. Short title
This Act is the Trade in Persons Act. It applies to citizens of Velmora and to residents of Velmora.

2. Trafficking in persons
A person who recruits, transports or receives another person by threat for the purpose of exploitation commits an
offence and is liable to imprisonment for ten years.

3. {heading}
{text}

4. Leave
A person shall not leave Velmora while a trial lasts.
"""


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Acts outside Velmora. A citizen of Velmora. In Velmora a court sits.", "velmora"),
        (
            "en",
            "Ships registered in Port Ansley, the waters of Port Ansley, and whoever lives in Port Ansley.",
            "port ansley",
        ),
        ("en", "Persons who enter the Low Isles, and those who leave the Low Isles, in the Low Isles.", "low isles"),
        # courts, acts and officers are named as often
        (
            "en",
            "The Government of Velmora sits in the High Court. Appeals go to the High Court, from the High Court.",
            "",
        ),
        ("en", "As laid down outside Part II, within Part II, beyond Part II.", ""),
        # once, or behind one kind of words only, may be any name
        ("en", "A citizen of Velmora.", ""),
        ("en", "Outside Velmora, outside Velmora, outside Velmora.", ""),
        ("es", "Fuera de Montalba. El territorio de Montalba. En Montalba rige esta ley.", "montalba"),
        ("es", "El Sistema Nacional de Protección. En Protección. De Protección. A Protección.", ""),
        ("fr", "Hors de Tamergou. Le territoire de Tamergou. En Tamergou.", "tamergou"),
        ("id", "Di luar Nusa Wangi. Warga negara Nusa Wangi. Di Nusa Wangi.", "nusa wangi"),
    ],
)
def test_the_name_stands_behind_words_that_hardly_any_other_name_has(lang: str, text: str, name: str) -> None:
    how = country(lang)
    assert how is not None
    assert " ".join(own_name(text, how)) == name


def test_a_language_that_says_nothing_of_names_has_none() -> None:
    assert country("ja") is None


@pytest.mark.parametrize(
    ("heading", "text", "element", "told"),
    [
        ("Jurisdiction", "The courts may try an offence that is committed in Velmora.", "jurisdiction.territory", True),
        (
            "Jurisdiction",
            "A citizen who commits the offence outside Velmora may be tried as if it were committed here.",
            "jurisdiction.active_personality",
            True,
        ),
        # another place
        (
            "Jurisdiction",
            "The courts may try an offence of which the record is kept in Port Ansley.",
            "jurisdiction.territory",
            False,
        ),
        # it is denied
        ("Jurisdiction", "No court may try an offence that is committed in Velmora.", "jurisdiction.territory", False),
    ],
)
def test_its_name_is_the_country(heading: str, text: str, element: str, told: bool) -> None:
    finding = match([law_of(ACT.format(heading=heading, text=text))]).elements[element]
    assert (finding.status == "present") is told


def test_the_name_is_quoted_as_the_law_has_it() -> None:
    text = ACT.format(heading="Jurisdiction", text="The courts may try an offence that is committed in Velmora.")
    law = law_of(text)
    for evidence in match([law]).elements["jurisdiction.territory"].evidence:
        assert law.text[evidence.start : evidence.end] == evidence.quote
