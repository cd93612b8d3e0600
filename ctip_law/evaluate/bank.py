"""Single clauses with what each provides, written without sight of the program's words.

One JSON object a line: {"element", "label": present|weak|absent, "text", "also": [...], "lang"}. A clause is read as
the third section of a short Act on trafficking in its language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ctip_law.analyse import parse
from ctip_law.errors import DataError, InputError
from ctip_law.model import Law

LABELS = ("present", "weak", "absent")
SECTION = "3"

#: language -> the Act that a clause stands in
_ACTS = {
    "en": "HUMAN TRAFFICKING ACT\n\n1. This is the Human Trafficking Act.\n\n"
    "2. In this Act, “victim” means a person who was trafficked.\n\n3. {}\n",
    "es": "LEY SOBRE LA TRATA DE PERSONAS\n\nArtículo 1. Esta es la Ley sobre la trata de personas.\n\n"
    "Artículo 2. A los efectos de esta Ley, víctima es la persona objeto de trata.\n\nArtículo 3. {}\n",
    "fr": "LOI SUR LA TRAITE DES PERSONNES\n\nArticle 1. Voici la loi sur la traite des personnes.\n\n"
    "Article 2. Dans la présente loi, la victime est la personne soumise à la traite.\n\nArticle 3. {}\n",
    "id": "UNDANG-UNDANG TENTANG PERDAGANGAN ORANG\n\nPasal 1\nIni adalah Undang-Undang tentang Perdagangan Orang.\n\n"
    "Pasal 2\nDalam Undang-Undang ini, korban adalah orang yang diperdagangkan.\n\nPasal 3\n{}\n",
    "ms": "AKTA PEMERDAGANGAN ORANG\n\n1. Inilah Akta Pemerdagangan Orang.\n\n"
    "2. Dalam Akta ini, “mangsa” ertinya orang yang diperdagangkan.\n\n3. {}\n",
}
# "Article 7.- ", "12. ", "Pasal 9. ": the number that a clause brings with it
_OWN_NUMBER = re.compile(
    r"\s*(?:(?:Article|Art[ií]culo|Section|Sec\.|Art\.|Pasal|Seksyen)\s*)?\d+[A-Z]?[°º]?[.:–—-]+\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class BankClause:
    """A clause and its label. `also`: every other element that it provides equally."""

    element: str
    label: str
    text: str
    also: tuple[str, ...]
    language: str


def read_bank(folder: str | Path) -> list[BankClause]:
    """The clauses of all *.jsonl files of a folder, in their order; a row without `lang` has the language of its file.

    Raises InputError CT101 where there is no file, DataError CT601 with file and line for a row that cannot be used.
    """
    paths = sorted(Path(folder).glob("*.jsonl"))
    if not paths:
        raise InputError("CT101", "the folder has no *.jsonl file of clauses", path=str(folder))
    return [clause for path in paths for clause in _clauses(path)]


def law_of(clause: BankClause) -> Law:
    """The short Act with the clause as its section 3. Raises what `parse` raises."""
    text = _ACTS[clause.language].replace("{}", _OWN_NUMBER.sub("", clause.text, count=1))
    return parse("-", lang=clause.language, stdin=text.encode("utf-8"))


def _clauses(path: Path) -> Iterator[BankClause]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            yield _clause(path, number, line)


def _clause(path: Path, number: int, line: str) -> BankClause:
    try:
        row: dict[str, Any] = json.loads(line)
        clause = BankClause(
            element=str(row["element"]),
            label=str(row["label"]),
            text=str(row["text"]),
            also=tuple(row.get("also") or ()),
            language=str(row.get("lang") or path.stem),
        )
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise DataError("CT601", f"no row of a bank of clauses ({error})", path=str(path), place=str(number)) from None
    if clause.label not in LABELS or clause.language not in _ACTS:
        what = f"a row needs a label of {', '.join(LABELS)} and a language of {', '.join(_ACTS)}"
        raise DataError("CT601", what, path=str(path), place=str(number))
    return clause
