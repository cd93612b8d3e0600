"""The site in the language of its readers: names of states in it, and countries in the order of those names.

Laws, findings and the words of the framework stay what they are; pages mark them with their own language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from ctip_law.site.catalogue import ENGLISH, Words
from ctip_law.site.nouns import CountryView, Question, SiteData, StateView


def in_language(site: SiteData, t: Words) -> SiteData:
    """The same site with the names of states that the language has."""
    if t.language == ENGLISH:
        return site
    countries = {view.code: _country(view, t.name(view.code, view.name)) for view in site.countries}
    states = (replace(view, name=t.name(view.code, view.name)) for view in site.states)
    return replace(
        site,
        countries=tuple(sorted(countries.values(), key=_place)),
        states=tuple(sorted(states, key=_place)),
        questions=tuple(_question(one, countries) for one in site.questions),
        unread=tuple(replace(u, country_name=t.name(u.entry.country, u.country_name)) for u in site.unread),
    )


def _country(view: CountryView, name: str) -> CountryView:
    return replace(
        view,
        name=name,
        laws=tuple(replace(law, country_name=name) for law in view.laws),
        cells={id: replace(cell, name=name) for id, cell in view.cells.items()},
    )


def _question(one: Question, countries: dict[str, CountryView]) -> Question:
    answers = (replace(answer, country=countries[answer.country.code]) for answer in one.answers)
    return replace(one, answers=tuple(sorted(answers, key=lambda answer: _place(answer.country))))


def language_name(code: str, language: str) -> str:
    """What a language is called in another, by Unicode CLDR; the code where that has no name for it."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    named = str(get_global("language_aliases").get(code, code))  # "prs" is "fa_AF": Dari
    try:
        own = Locale.parse(language).languages.get(named.replace("-", "_"))
        return str(own or Locale.parse(named, sep="-").get_language_name(language) or code)
    except (UnknownLocaleError, ValueError):
        return code


def _place(view: StateView) -> str:
    """A name as it is sorted: accents and case aside ("Émirats" stands at E)."""
    return plain(view.name)


def plain(name: str) -> str:
    """Small letters without their accents."""
    signs: Iterable[str] = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
