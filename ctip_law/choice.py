"""Which instruments a law is held against."""

from __future__ import annotations

from collections.abc import Sequence

from ctip_law.errors import UsageError
from ctip_law.framework import binding, load, resolve_country
from ctip_law.model import Law

#: What a law is held against when nothing is known of its country.
DEFAULT = "tip"


def instruments(
    against: str | Sequence[str], country: str = "", laws: Sequence[Law] = ()
) -> tuple[tuple[str, ...], str]:
    """The ids of the instruments in the framework's order, and the alpha-2 code of the country, "" if unknown.

    `against`: ids (a list, or a text with commas), "all", "binding", or nothing: then the instruments that bind the
    country, if it is known from `country` or else from the metadata of all the laws, and otherwise `DEFAULT`.
    Raises UsageError CT001 (country), CT002 (instrument).
    """
    code = resolve_country(country) if country else _own_country(laws)
    wanted = [part.strip() for part in against.split(",")] if isinstance(against, str) else list(against)
    wanted = [part for part in wanted if part]
    if not wanted:
        return (binding(code) if code else ()) or (DEFAULT,), code
    framework = load()
    if wanted == ["all"]:
        return tuple(framework.instruments), code
    if wanted == ["binding"]:
        if not code:
            raise UsageError(
                "CT001", "binding instruments were asked for and the country is not known", remedy="Give it with -C."
            )
        return binding(code), code
    framework.provisions(wanted)  # raises CT002 for an id that is not known
    return tuple(id for id in framework.instruments if id in wanted), code


def _own_country(laws: Sequence[Law]) -> str:
    """The one country that the laws' own metadata name, else ""."""
    codes = {law.country.upper() for law in laws if law.country}
    return codes.pop() if len(codes) == 1 else ""
