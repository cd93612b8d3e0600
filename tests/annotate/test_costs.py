"""What a class of offence costs, where the law that uses it says so too."""

from __future__ import annotations

import pytest

from tests.match.conftest import law_of

OFFENCE = (
    "\n\n12.40. Kites. A kite flies.\n\n"
    "20A.02. Trafficking. A person who recruits a worker by force for forced labor commits a {}.\n"
)
HEADED = (
    "12.32. First degree felony punishment. Whoever is convicted of a felony of the first degree shall be punished by "
    "imprisonment for life, or by imprisonment for not more than 90 years and not less than 5 years.\n\n"
    "12.33. Second degree felony punishment. Whoever is convicted of a felony of the second degree shall be punished "
    "by imprisonment for not more than 20 years and not less than 2 years."
)
LISTED = (
    "12.31. Classes. Felonies are divided into these classes: (1) Class A felony: life imprisonment; "
    "(2) Class 2 felony: twenty-five years imprisonment in the central prison; "
    "(3) Class 3 felony: two years imprisonment or a fine of a thousand dollars, or both."
)
SENTENCES = (
    "12.31. Sentences. (a) The sentence for a Class A felony is life imprisonment.\n"
    "(b) The sentence for a Class 2 felony is a term of imprisonment between 10 and 25 years."
)
#: Terms in years alone, where nothing says that they are of prison.
BARE = (
    "12.31. Added time. (a) A court shall impose: (1) for a Class A felony, 18 to 40 years in a prison, or life; "
    "(2) for a Class 2 felony, 8 to 25 years; and (3) for a Class E felony, not more than 3 years."
)
#: A single class, and an offence beside its own term, are no table.
ALONE = "12.31. Kites. A Class 2 felony: twenty years imprisonment."
ANOTHER = (
    "12.31. Kites. A person who cuts a kite is guilty of a Class 2 felony and shall be imprisoned for ten years.\n\n"
    "12.32. Strings. A person who cuts a string is guilty of a Class 3 felony and shall be imprisoned for five years."
)


@pytest.mark.parametrize(
    ("table", "grade", "years"),
    [
        (HEADED, "felony of the second degree", (2, 20, False, "12.33")),
        (HEADED, "second-degree felony", (2, 20, False, "12.33")),
        (HEADED, "felony of the first degree", (5, 90, True, "12.32")),
        (HEADED, "felony of the third degree", (None, None, False, None)),
        (LISTED, "Class 2 felony", (None, 25, False, "12.31")),
        (LISTED, "Class A felony", (None, None, True, "12.31")),
        (LISTED, "Class 4 felony", (None, None, False, None)),
        (SENTENCES, "Class 2 felony", (10, 25, False, "12.31")),
        (BARE, "Class 2 felony", (8, 25, False, "12.31")),
        (BARE, "Class E felony", (None, 3, False, "12.31")),
        (ALONE, "Class 2 felony", (None, None, False, None)),
        (ANOTHER, "Class 2 felony", (None, None, False, None)),
    ],
)
def test_an_offence_costs_what_the_law_says_of_its_class(
    table: str, grade: str, years: tuple[float | None, float | None, bool, str | None]
) -> None:
    law = law_of(f"Penal Code\n\n{table}{OFFENCE.format(grade)}")
    rows = [row for row in law.penalties if row.section == "20A.02"]
    assert [(row.min_years, row.max_years, row.life, row.derived_from) for row in rows] == [years]
    assert rows[0].grade == grade


#: The offences themselves, each with its class and its own term, in one section or under a heading with the class.
ITSELF = (
    "(a) Trafficking in persons is a Class 2 felony and the person shall be imprisoned for twenty years.\n"
    "(b) Trafficking in children is a Class 1 felony and the person shall be imprisoned for thirty years."
)


@pytest.mark.parametrize("heading", ["Trafficking", "Trafficking; Class 2 felony; Class 1 felony"])
def test_an_offence_with_its_class_and_its_own_term_is_no_table(heading: str) -> None:
    law = law_of(f"Penal Code\n\n12.40. Kites. A kite flies.\n\n20A.02. {heading}. {ITSELF}\n")
    rows = [(row.section, row.max_years, row.grade) for row in law.penalties]
    assert rows == [("20A.02", 20, "Class 2 felony"), ("20A.02", 30, "Class 1 felony")]


def test_a_fine_instead_is_told_and_the_table_punishes_nothing() -> None:
    rows = law_of(f"Penal Code\n\n{LISTED}{OFFENCE.format('Class 3 felony')}").penalties
    assert [(row.section, row.fine) for row in rows] == [("20A.02", "alternative")]


CODIGO = """CÓDIGO PENAL

Artículo 1. Penas
Las penas son: (a) "Delito grave de tercer grado" conlleva reclusión que no puede ser menor de tres (3) años un (1) día
ni mayor de ocho (8) años. (b) "Delito grave de cuarto grado" conlleva reclusión no menor de seis (6) meses
un (1) día ni mayor de tres (3) años.

Artículo 2. Cometas
Toda persona que corte una cometa incurrirá en {}.
"""


@pytest.mark.parametrize(
    ("grade", "years"),
    [
        ("delito grave de tercer grado", [(3, 8, "1")]),
        ("delito grave de cuarto grado", [(0.5, 3, "1")]),
        ("delito grave de quinto grado", [(None, None, None)]),
        # no class, and nothing that the table could be asked for
        ("falta", []),
    ],
)
def test_a_spanish_code_tells_its_classes(
    grade: str, years: list[tuple[float | None, float | None, str | None]]
) -> None:
    rows = [row for row in law_of(CODIGO.format(grade), "es").penalties if row.section == "2"]
    assert [(row.min_years, row.max_years, row.derived_from) for row in rows] == years
