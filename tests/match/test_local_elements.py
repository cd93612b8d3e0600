"""Elements that one provision alone asks for, in every language: what provides them, and what only looks like it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ctip_law.framework import load
from ctip_law.languages import languages
from ctip_law.match import match
from tests.languages.tables import Frame
from tests.languages.test_es import FRAME as SPANISH
from tests.languages.test_fr import FRAME as FRENCH
from tests.languages.test_id_ms import ID, MS
from tests.match.conftest import with_section

TABLE = tomllib.loads((Path(__file__).parent / "local-elements.toml").read_text(encoding="utf-8"))
FRAMES: dict[str, Frame] = {"es": SPANISH, "fr": FRENCH, "id": ID, "ms": MS}


def clauses() -> Iterator[tuple[str, str, str, bool]]:
    """Each element with its language, one clause, and whether that provides it."""
    for element, by_language in TABLE.items():
        for language, rows in by_language.items():
            for provides in (True, False):
                for clause in rows["yes" if provides else "no"]:
                    yield element, language, clause, provides


@pytest.mark.parametrize(("element", "language", "clause", "provides"), list(clauses()))
def test_a_clause_provides_what_the_table_says(element: str, language: str, clause: str, provides: bool) -> None:
    if language == "en":
        found = match([with_section(clause)]).elements[element]
    else:
        found = FRAMES[language].find(element, clause)
    place = ", ".join(f"{e.num} by rule {e.rule}: {e.quote!r}" for e in found.evidence)
    assert (found.status != "absent") is provides, f"{clause}\nfound {found.status} {found.why} {place}"


def test_the_table_speaks_every_language_of_elements_that_a_provision_names() -> None:
    framework = load()
    named = {one.id for provision in framework.provisions() for one in provision.local}
    assert sorted(TABLE.keys() - named) == []
    for element, by_language in TABLE.items():
        assert sorted(by_language) == sorted(languages()), element
        for language, rows in by_language.items():
            assert len(rows["yes"]) >= 2, (element, language)
            assert rows["no"], (element, language)
