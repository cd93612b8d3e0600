"""Who acts in the clause of a finding, by the words before the one that orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.analyse import parse
from ctip_law.match import match
from tests.clauses.test_table import FRAMES

GOVERNMENT = "minister or government"
ROWS = (
    ("en", "protection.housing", "The Minister shall give shelter to every victim of trafficking.", GOVERNMENT),
    ("en", "protection.housing", "The Council shall give shelter to every victim of trafficking.", "body"),
    ("en", "protection.compensation_offender", "The court shall order the offender to compensate the victim.", "court"),
    # the victim of whom the court speaks does not act; one who stands at the verb does
    ("en", "protection.housing", "The inspector who finds a victim shall give the victim shelter.", "official"),
    ("en", "protection.legal_aid", "A victim shall have legal aid free of charge.", "victim"),
    # nobody acts: too far before the verb, or after it, or in the sentence before
    ("en", "protection.housing", "Shelter shall be given to every victim of trafficking by the Minister.", ""),
    ("en", "protection.housing", "The Minister knows. Safe shelter shall be given to every victim of trafficking.", ""),
    ("es", "protection.housing", "El Ministerio deberá proporcionar albergue a las víctimas de trata.", GOVERNMENT),
    ("fr", "protection.housing", "Le ministère doit fournir un hébergement aux victimes de la traite.", GOVERNMENT),
    ("id", "protection.housing", "Pemerintah wajib menyediakan rumah perlindungan bagi korban.", GOVERNMENT),
    ("ms", "protection.housing", "Menteri hendaklah menyediakan rumah perlindungan bagi mangsa.", GOVERNMENT),
)  # fmt: skip


@pytest.mark.parametrize(("language", "element", "text", "actor"), ROWS)
def test_who_acts(language: str, element: str, text: str, actor: str, tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_text(FRAMES[language].replace("{}", text), encoding="utf-8")
    finding = match([parse(path, lang=language)]).elements[element]
    assert finding.evidence, text
    clause = finding.evidence[0].clause
    assert clause is not None
    assert clause.actor == actor
