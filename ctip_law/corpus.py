"""The laws that come with ctip-law: our own restatements, one folder per country."""

from __future__ import annotations

from pathlib import Path

from ctip_law.countries import country_code, country_name
from ctip_law.errors import UsageError
from ctip_law.paths import data_folder


def countries() -> tuple[str, ...]:
    """The alpha-2 codes of the countries with a law in the corpus, sorted."""
    root = data_folder("corpus")
    if not root.is_dir():
        return ()
    return tuple(sorted(folder.name.upper() for folder in root.iterdir() if any(folder.glob("*.xml"))))


def files(country: str) -> tuple[Path, ...]:
    """The law files of a country of the corpus, sorted by name.

    Raises UsageError CT001 for an unknown country, CT005 for one without a law.
    """
    code = country_code(country)
    found = tuple(sorted((data_folder("corpus") / code.lower()).glob("*.xml")))
    if not found:
        have = ", ".join(countries()) or "none yet"
        raise UsageError("CT005", f"the corpus has no law of {country_name(code)}; it has {have}")
    return found
