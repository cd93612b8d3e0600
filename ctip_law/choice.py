"""Which instruments a law is held against."""

from __future__ import annotations

from collections.abc import Sequence

from ctip_law.countries import is_country
from ctip_law.errors import UsageError
from ctip_law.framework import binding, load, resolve_country
from ctip_law.framework.lenses import lens as lens_of
from ctip_law.framework.notation import instrument
from ctip_law.model import Law

#: What a law is held against when nothing is known of its country.
DEFAULT = "tip"


def check(against: str | Sequence[str], country: str, lens: str = "") -> None:
    """Tells of a wrong id before any law is read.

    Raises UsageError CT001 (country), CT002 (instrument), CT004 (lens).
    """
    if country:
        resolve_country(country)
    wanted = _ids(against)
    if wanted not in ([], ["all"], ["binding"]):
        load().provisions(wanted)
    if lens and wanted not in ([], ["all"], ["binding"]):
        _in_lens(wanted, lens)
    elif lens:
        lens_of(lens)


def instruments(
    against: str | Sequence[str], country: str, laws: Sequence[Law], lens: str = ""
) -> tuple[tuple[str, ...], str]:
    """The ids of the instruments in the framework's order, and the alpha-2 code of the country, "" if unknown.

    `against`: ids (a list, or a text with commas), "all", "binding", or nothing: then the instruments that bind the
    country, if it is known from `country` or else from the metadata of all the laws, and otherwise `DEFAULT`. A `lens`
    brings its own where none is named, and with them what binds of those that it asks about.
    Raises UsageError CT001 (country), CT002 (instrument), CT004 (a lens that is not known, or has nothing of them).
    """
    check(against, country, lens)
    code = resolve_country(country) if country else _own_country(laws)
    wanted = _ids(against)
    bound = binding(code) if code else ()
    if not wanted and lens:
        return lens_of(lens).chosen(bound), code
    if not wanted:
        return bound or (DEFAULT,), code
    if wanted == ["binding"]:
        if not code:
            raise UsageError("CT001", "what binds is not known without the country", remedy="Give it with -C.")
        if not bound:
            raise UsageError("CT002", f"no instrument is known to bind {code}", remedy="Name instruments with -I.")
        return bound, code
    return tuple(id for id in load().instruments if wanted == ["all"] or id in wanted), code


def same_for_all(against: str | Sequence[str], lens: str = "") -> tuple[str, ...]:
    """The instruments that several countries are held against side by side: what binds differs, so it is no choice.

    Raises UsageError CT002 for an unknown instrument, CT004 for "binding" and for an unknown lens.
    """
    if _ids(against) == ["binding"]:
        raise UsageError("CT004", "countries are compared on the same instruments", remedy="Name them with -I.")
    return instruments(_ids(against) or ("" if lens else DEFAULT), "", (), lens)[0]


def _in_lens(ids: Sequence[str], lens: str) -> None:
    provisions = lens_of(lens).provisions
    if not any(one.id in provisions for one in load().provisions(ids)):
        what = f"the lens {lens} asks about no provision of {', '.join(ids)}"
        raise UsageError("CT004", what, remedy="Leave out -I, or name another instrument.")


def _ids(against: str | Sequence[str]) -> list[str]:
    parts = against.split(",") if isinstance(against, str) else against
    return [instrument(part) for part in parts if part.strip()]


def of_one_country(laws: Sequence[Law], code: str) -> None:
    """A bundle is of one country. Raises UsageError CT009 where the laws' own metadata say otherwise."""
    own = list(dict.fromkeys(law.country.upper() for law in laws if is_country(law.country)))
    if len({*own, *([code] if code else [])}) > 1:
        other = f", and the country named is {code}" if code and code not in own else ""
        raise UsageError("CT009", f"laws that are read together are of {', '.join(own)}{other}")


def _own_country(laws: Sequence[Law]) -> str:
    """The one country that the laws' own metadata name, else "" (the European Union is none)."""
    codes = {law.country.upper() for law in laws if is_country(law.country)}
    return codes.pop() if len(codes) == 1 else ""
