"""What the words of an element must be tied to before they count (`needs.toml`): a victim, this offence, the topic."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile, Entry
from ctip_law.framework import load as load_framework
from ctip_law.knowledge.declared import concepts

PATH = Path(__file__).resolve().parent / "needs.toml"
OFFENCES = ("", "this", "own", "any", "role")
_FIELDS = (
    "beneficiary", "offence", "topic", "limits", "asks", "discretion", "denial", "refusal", "purpose", "penal",
    "adults", "anyone", "doers", "titled",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Need:
    """What an element's words are tied to; the fields are told at the head of `needs.toml`."""

    beneficiary: str = ""
    offence: str = ""
    topic: bool = False
    limits: bool = False
    asks: tuple[str, ...] = ()
    discretion: bool = False
    denial: bool = False
    refusal: bool = False
    purpose: bool = False
    penal: bool = False
    adults: bool = False
    anyone: bool = False
    doers: bool = False
    titled: tuple[str, ...] = ()


@cache
def needs() -> dict[str, Need]:
    """Group of elements, or element, to what it needs. Raises ConfigError CT301 with file and line."""
    elements = load_framework().elements
    groups = {element.partition(".")[0] for element in elements}
    out = {}
    for entry in DataFile(PATH).entries():
        if entry.id not in elements and entry.id not in groups:
            raise entry.error(f'"{entry.id}" is no element and no group of elements')
        if not entry.fields:
            raise entry.error("the table says nothing; leave it out")
        out[entry.id] = _need(entry)
    return out


def _need(entry: Entry) -> Need:
    entry.only(_FIELDS)
    asks, titled = entry.texts("asks"), entry.texts("titled")
    for field, named in (("asks", asks), ("titled", titled)):
        if unknown := [concept for concept in named if concept not in concepts()]:
            raise entry.error(f'"{unknown[0]}" is no declared concept', field)
    if titled and not entry.flag("topic"):
        raise entry.error("stands only beside `topic`", "titled")
    return Need(
        beneficiary=entry.choice("beneficiary", ("victim",), ""),
        offence=entry.choice("offence", OFFENCES, ""),
        topic=entry.flag("topic"),
        limits=entry.flag("limits"),
        asks=asks,
        discretion=entry.flag("discretion"),
        denial=entry.flag("denial"),
        refusal=entry.flag("refusal"),
        purpose=entry.flag("purpose"),
        penal=entry.flag("penal"),
        adults=entry.flag("adults"),
        anyone=entry.flag("anyone"),
        doers=entry.flag("doers"),
        titled=titled,
    )


_NOTHING = Need()


def need_of(element: str) -> Need:
    """What an element's words must be tied to: its own entry, else that of its group, else nothing."""
    table = needs()
    return table.get(element) or table.get(element.partition(".")[0]) or _NOTHING
