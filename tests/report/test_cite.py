"""Clauses as lawyers cite them, and what is no clause told with what there is."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import CtipError, parse
from ctip_law.errors import UsageError
from ctip_law.model import Law
from ctip_law.report.cite import cited

ACT = """Trade in People Act 2020

PART I
PRELIMINARY

1. Title
This Act is the Trade in People Act.

PART II
OFFENCES

2. Offence
(1) A person who harbours another by force commits an offence.
(2) It is no defence that the other agreed
(a) to the work; or
(b) to the place.

2A. Attempt
A person who attempts it is liable in the same way.

3. Duty of the Minister
The Minister shall
(a) provide shelter; and
(b) provide
(i) food; and
(ii) clothing.
"""


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Law:
    path = tmp_path_factory.mktemp("act") / "act.txt"
    path.write_text(ACT, encoding="utf-8")
    return parse(path)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("2", "2. Offence"),
        ("s 2", "2. Offence"),
        ("S. 2", "2. Offence"),
        ("s2", "2. Offence"),
        ("section 2", "2. Offence"),
        ("Sections 2", "2. Offence"),
        ("§ 2", "2. Offence"),
        ("art. 2", "2. Offence"),  # the number says which is meant
        ("Pasal 2", "2. Offence"),
        ("artículo 2", "2. Offence"),
        ("2A", "2A. Attempt"),
        ("s 2a", "2A. Attempt"),
        ("s 2(1)", "(1) A person"),
        ("s 2 (2) (a)", "(a) to the work"),
        ("section 2 subsection (2) paragraph (b)", "(b) to the place"),
        ("Pasal 2 ayat (1)", "(1) A person"),
        ("3(b)(ii)", "(ii) clothing"),
        ("3b", "(b) provide"),
        ("sec_3__para_a", "(a) provide shelter"),
        ("Part II", "PART II"),
    ],
)
def test_a_clause_is_found_as_it_is_cited(law: Law, words: str, start: str) -> None:
    (clause,) = cited(law, words)
    assert law.text[clause.start : clause.end].lstrip().startswith(start)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("s 99", "the last section is 3"),
        ("s 2(3)", "2 has (1), (2)"),
        ("s 1(1)", "1 has no numbered part"),
        ("2B", "2 has (1), (2)"),
        ("schedule 2", "'schedule' is no word for a unit of a law"),
        ("Part IV", "of this kind there are: I, II"),
        ("chapter 2", "of this kind there are: none"),
        ("", "the last section is 3"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(law: Law, words: str, told: str) -> None:
    with pytest.raises(CtipError) as error:
        cited(law, words)
    assert error.value.code == "CT006"
    assert told in str(error.value)


@settings(deadline=None)
@given(st.text(max_size=12))
def test_any_words_are_a_clause_or_a_usage_error(words: str) -> None:
    law = parse_once()
    with suppress(UsageError):
        assert cited(law, words)


_law: Law | None = None


def parse_once() -> Law:
    global _law
    if _law is None:
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "act.txt"
            path.write_text(ACT, encoding="utf-8")
            _law = parse(path)
    return _law
