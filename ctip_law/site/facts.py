"""The framework's facts on a State, each with its source; what rests on memory is marked as unverified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ctip_law.framework.state_facts import UNCHECKED, State, Statute, Treaty, state, vocabulary
from ctip_law.site.nouns import Fact, StateView, StatuteRow, TreatyRow
from ctip_law.site.tongues import language_name

#: What may be the code of a source in a note: words joined by low lines.
_NAMED = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b")

#: What a note says on the data it was made from: "; CLDR gives ...".
_ASIDE = re.compile(r"[;,]?\s*(?:though\s)?CLDR\b[^.;]*")

_EVENTS = {"signed": "signed", "consent_date": "", "in_force": "in force for it", "denounced": "denounced"}


def facts_on(country: str) -> StateView | None:
    """The facts on a country by its alpha-2 code, None where the framework holds none."""
    known = state(country)
    if known is None:
        return None
    facts = tuple(_facts(known))
    treaties = tuple(_treaty(treaty) for treaty in known.treaties.values())
    statutes = tuple(_statute(statute) for statute in known.statutes)
    used = {fact.source for fact in facts}
    used |= {fact.source for row in treaties for fact in row.events} | {row.source for row in treaties}
    used |= {row.reservations.source for row in treaties if row.reservations} | {row.source for row in statutes}
    used |= {code for row in treaties for code in _NAMED.findall(row.note)}
    used |= {fact.source for row in statutes for fact in row.details}
    words = vocabulary()["sources"]
    sources = {code: " ".join(text.split()) for code, text in words.items() if code in used}
    return StateView(
        code=country.upper(),
        name=known.name,
        facts=facts,
        groups=tuple(known.groups),
        treaties=tuple(_numbered(row, list(sources)) for row in treaties),
        statutes=statutes,
        sources=sources,
    )


def _numbered(row: TreatyRow, sources: list[str]) -> TreatyRow:
    """The row with sources that its note names as readers see them: by their numbers."""
    note = _NAMED.sub(lambda found: f"[{sources.index(found[0]) + 1}]" if found[0] in sources else found[0], row.note)
    return replace(row, note=note)


def group_names() -> dict[str, str]:
    """Regional bodies by id."""
    return vocabulary()["group"]


def _fact(name: str, value: str, source: str) -> Fact:
    return Fact(name, " ".join(value.split()), source, source != UNCHECKED)


def _facts(known: State) -> Iterator[Fact]:
    def source(field: str) -> str:
        return known.sources.get(field, UNCHECKED)

    yield _fact("Official name", known.long_name, source("long_name"))
    yield _fact("Languages", _languages(known), source("languages"))
    yield _fact("Legal family", known.legal_family, source("legal_family"))
    for group, named in known.groups.items():
        yield _fact("Member of", vocabulary()["group"][group], named)


def _languages(known: State) -> str:
    """The languages of a State by name. One that Unicode CLDR has no name for is left to the note where there is one,
    and what a note says on CLDR is for those who keep the data."""
    note = _ASIDE.sub("", known.languages_note).strip()
    named = [(code, language_name(code, "en")) for code in known.languages]
    names = ", ".join(name for code, name in named if name != code or not note)
    return f"{names} ({note})" if note else names


def _treaty(one: Treaty) -> TreatyRow:
    def fact(name: str, field: str) -> Fact:
        return _fact(name, getattr(one, field), one.field_sources.get(field, one.source))

    events = [fact(words or one.consent or "consent", field) for field, words in _EVENTS.items() if getattr(one, field)]
    words = vocabulary()
    return TreatyRow(
        id=one.id,
        name=" ".join(words["treaty"][one.id].split()),
        status=one.status.replace("_", " "),
        meaning=words["status"][one.status].replace("`as_of`", "“as of”"),
        events=tuple(events),
        reservations=fact("reservations", "reservations") if one.reservations else None,
        note=" ".join(one.note.split()),
        source=one.source,
        as_of=one.as_of,
        checked=one.checked(),
    )


def _statute(one: Statute) -> StatuteRow:
    fields = {"number": "number", "role": "role", "latest_amendment": "latest amendment", "address": "official address"}
    details = [
        _fact(words, getattr(one, field), one.field_sources.get(field, one.source))
        for field, words in fields.items()
        if getattr(one, field)
    ]
    title = f"{one.title} ({one.title_en})" if one.title_en else one.title
    source = one.field_sources.get("title", one.source)
    return StatuteRow(title, tuple(details), source, source != UNCHECKED)
