"""Countries by ISO 3166 code or by a known name; nothing is guessed."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile
from ctip_law.errors import UsageError


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Code to the alpha-3 code, the English name and the other names. Raises ConfigError CT301."""
    root = DataFile(Path(__file__).parent / "countries.toml").root
    table = {code: root.texts(code) for code in root.fields}
    for code, names in table.items():
        if not (len(code) == 2 and code.isupper() and len(names) > 1 and len(names[0]) == 3):
            raise root.error(f"`{code}` is no alpha-2 code with an alpha-3 code and a name", code)
    return table


@cache
def _codes() -> dict[str, str]:
    """Every accepted spelling, casefolded, to the alpha-2 code."""
    return {spelling.casefold(): code for code, row in _table().items() for spelling in (code, *row)}


def country_code(name: str) -> str:
    """The alpha-2 code of an alpha-2 or alpha-3 code or an exact known name, whatever its case.

    Raises UsageError CT001 with up to three suggestions for anything else.
    """
    code = _codes().get(" ".join(name.split()).replace(" and ", " & ").casefold())
    if code:
        return code
    near = get_close_matches(name.casefold(), _codes(), n=6, cutoff=0.7)
    codes = list(dict.fromkeys(_codes()[spelling] for spelling in near))[:3]
    hint = " or ".join(f"{c} ({country_name(c)})" for c in codes)
    message = f"no country is known as {name!r}" + (f", perhaps {hint}" if hint else "")
    raise UsageError("CT001", message)


def known() -> list[tuple[str, str]]:
    """Every alpha-2 code with the English name, in the order of the codes."""
    return [(code, row[1]) for code, row in sorted(_table().items())]


def is_country(code: str) -> bool:
    """Whether this is the alpha-2 code of a country, whatever its case."""
    return code.upper() in _table()


def country_name(code: str) -> str:
    """The English name of an alpha-2 code, or the code itself when it is not one."""
    row = _table().get(code.upper())
    return row[1] if row else code
