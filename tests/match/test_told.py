"""What a law on trafficking tells of its offence outside the definition: when it is there, by which means, to what end;
and denials that are a piece of the conduct told and deny nothing."""

from __future__ import annotations

import pytest

from ctip_law.match import match, read_law
from tests.match.conftest import law_of

ACT = """Trafficking in Persons Act, 2020

1. This Act may be cited as the Trafficking in Persons Act.

2. In this Act, "victim" means a victim of an offence of trafficking in persons.

3. {}
"""

def status(text: str, element: str, lang: str = "en") -> str:
    finding = match([law_of(text, lang)]).elements.get(element)
    return finding.status if finding else "absent"


@pytest.mark.parametrize(
    ("clause", "element", "told"),
    [
        # the offence is there when ...
        ("The offence is complete where the victim was kidnapped on the road.", "means.abduction", True),
        ("The crime is also established if the author threatened the kin of the victim.", "means.threat", True),
        # a means opens the sentence and is told
        ('"Compelled", of a person, means brought to the act by threats against a sister.', "means.threat", True),
        # the sentence ends by calling it so
        (
            "Lodging a person in a locked barn on the far side of the island, by day or by night, with food or "
            "without, shall be considered one of the actions by which trafficking is committed.",
            "act.harbouring",
            True,
        ),
        # an aim that the Protocol does not name is told of as well
        ("The purpose of exploitation exists likewise where drugs are tried out on her.", "purpose.experiment", True),
        # an authority that opens the sentence orders, and tells nothing of the offence
        ("The Minister considers each month whether the offence is committed by threats.", "means.threat", False),
        # a victim of it, by whatever happened to her
        ("A woman who was threatened there shall be considered a victim of trafficking.", "means.threat", False),
        # a graver case, and another offence, have roles of their own
        ("The offence is aggravated, and is committed gravely, where threats were uttered.", "means.threat", False),
        # nothing is told without a verb for it, nor of nothing that bears on it
        ("Of the offence and of threats more is printed in the almanac.", "means.threat", False),
    ],
)
def test_a_sentence_tells_of_the_offence(clause: str, element: str, told: bool) -> None:
    assert (status(ACT.format(clause), element) == "present") is told


def test_only_a_law_on_trafficking_tells_of_it_so() -> None:
    law = ACT.replace("Trafficking in Persons", "Dog Races").replace("trafficking in persons", "dog racing")
    assert status(law.format("The offence is complete where the rider was kidnapped."), "means.abduction") == "absent"


LIST = """LEY CONTRA LA TRATA DE PERSONAS

Artículo 1. {}:
a) la que se saca de la prostitución;
b) las limosnas que se manda recoger;
c) la del matrimonio forzado;
{}.

Artículo 2. {}
"""


@pytest.mark.parametrize(
    ("chapeau", "last", "found"),
    [
        ("Son cosas de este libro", "d) la servidumbre", True),
        # "and no other" closes the list and denies none of its items
        ("Son cosas de este libro, y ninguna otra lo es", "d) la servidumbre", True),
        ("No son cosas de este libro", "d) la servidumbre", False),
        # three kinds may be named for many reasons
        ("Son cosas de este libro", "d) la del tabaco", False),
    ],
)
def test_a_list_of_many_aims_is_what_a_law_means_by_exploitation(chapeau: str, last: str, found: bool) -> None:
    text = LIST.format(chapeau, last, "La presente Ley se llama Ley contra la trata de personas.")
    assert (status(text, "purpose.begging", "es") == "present") is found


def test_an_authority_with_many_aims_to_fight_defines_none() -> None:
    text = LIST.format("El Ministro vigila", "d) la servidumbre", "Fin.")
    assert status(text, "purpose.begging", "es") == "absent"


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("El trasplante de órganos continuará rigiéndose por la Ley de Salud", False),
        ("La extracción de órganos es otra de ellas", True),
    ],
)
def test_what_is_left_to_another_law_is_no_purpose(last: str, found: bool) -> None:
    text = LIST.format("Son cosas de este libro", f"d) la servidumbre.\n{last}", "Fin.")
    assert (status(text, "purpose.organs", "es") == "present") is found


@pytest.mark.parametrize(
    ("clause", "element", "found"),
    [
        # a denial within what is done
        ("Exploitation includes forced marriage, which she was not free to refuse.", "purpose.forced_marriage", True),
        (
            "A person who, for trafficking, forges a passport that is not what it says commits an offence.",
            "related_offence.document_forge",
            True,
        ),
        # and one of what the law says of it
        ("It is not exploitation to arrange a forced marriage.", "purpose.forced_marriage", False),
        (
            "A person who, for trafficking, forges a passport does not commit an offence.",
            "related_offence.document_forge",
            False,
        ),
    ],
)
def test_a_denial_in_the_conduct_denies_nothing(clause: str, element: str, found: bool) -> None:
    assert (status(ACT.format(clause), element) == "present") is found


HEADED = """Care Act, 2020

1. {}
A person may not {} a child. A person who does so is liable to imprisonment for twenty years.

2. Lamps
The Authority keeps the lamps.
"""


@pytest.mark.parametrize(
    ("heading", "verb", "made"),
    [
        ("Child trafficking", "traffic", True),
        ("Child fostering", "foster", False),
    ],
)
def test_no_person_may_traffic(heading: str, verb: str, made: bool) -> None:
    text = HEADED.format(heading, verb)
    law = read_law(law_of(text))
    assert any(law.roles.flags["core_main"]) is made
    assert not law.hits.get("victim")  # "child trafficking" is no trafficked child


OWN_VERB = """Trafficking in Persons Act, 2020

1. Interpretation
In this Act—
"child" means a person under the age of eighteen years;
"{term}", in relation to a person, means—
(a) recruit the person; or
(b) {second}; or
(c) harbour the person.

2. Trafficking in persons
A person who deals with another person by threats, so that the other person may be exploited, commits an offence and is
liable to imprisonment for ten years.
"""


@pytest.mark.parametrize(
    ("term", "second", "status_of_it"),
    [
        ("deal with", "transport the person", "present"),
        # a word that the offence does not use, and two acts that it may use for many things
        ("look after", "transport the person", "absent"),
        ("deal with", "greet the person", "absent"),
    ],
)
def test_a_word_of_the_offence_stands_for_all_its_acts(term: str, second: str, status_of_it: str) -> None:
    assert status(OWN_VERB.format(term=term, second=second), "act.harbouring") == status_of_it


URUGUAY = """LEY CONTRA LA TRATA DE PERSONAS

Artículo 1º. ({}).- El país se rige por esta ley.

Artículo 2º. (Denominación).- Esta ley se llama ley contra la trata de personas.
"""


def test_a_heading_in_brackets_is_no_label_of_a_provision() -> None:
    law = read_law(law_of(URUGUAY.format("Navegación de barcos"), "es"))
    section = law.body.sections[0]
    assert section.heading_range[1] > section.heading_range[0]
    assert not any(law.roles.has("label", word) for word in range(*section.heading_range))


@pytest.mark.parametrize(
    ("interest", "found"),
    [
        ("the best interests of the child", "present"),
        ("the best interest of the service", "absent"),
        ("the best interests of the investigation", "absent"),
    ],
)
def test_the_best_interest_of_a_service_is_no_childs(interest: str, found: str) -> None:
    text = ACT.format(f"In placing a child victim the officer shall be guided by {interest}.")
    assert status(text, "child.best_interests") == found
