"""States: what they are called, what binds them and which statutes they have. Read only when asked for.

Every fact names its source (`data/states.toml` explains the codes). The source "memory" means that nobody has
checked the fact; whoever shows it says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ctip_law.countries import country_code
from ctip_law.datafile import DataFile, Entry
from ctip_law.errors import UsageError
from ctip_law.framework.load import DATA

#: The source of facts that nobody has checked.
UNCHECKED = "memory"

#: Treaties that are instruments of the framework, in its order. Soft law binds nobody; the directive binds
#: through membership of the European Union and is not looked up here.
TREATIES = ("tip", "untoc", "som", "actip", "coe", "p029")

_BOUND = frozenset({"party", "extended"})
_STATE_FIELDS = frozenset(
    {"name", "long_name", "alpha3", "languages", "languages_note", "legal_family", "note"}
    | {"groups", "sources", "treaties", "statutes"}
)


@dataclass(frozen=True, slots=True)
class Treaty:
    """Where a state stands towards a treaty. Dates are ISO, a year alone where no more is known.

    `field_sources` names the source of a field where it is not `source`; `checks` what other lists say.
    """

    id: str
    status: str
    source: str
    consent: str = ""
    consent_date: str = ""
    signed: str = ""
    in_force: str = ""
    denounced: str = ""
    as_of: str = ""
    reservations: str = ""
    note: str = ""
    field_sources: dict[str, str] = field(default_factory=dict)
    checks: dict[str, str] = field(default_factory=dict)

    @property
    def binds(self) -> bool:
        """True for a party, and where the treaty applies through the parent State."""
        return self.status in _BOUND

    def checked(self, field: str = "status") -> bool:
        """Whether the status, or another field, rests on more than memory."""
        return self.field_sources.get(field, self.source) != UNCHECKED


@dataclass(frozen=True, slots=True)
class Statute:
    """A principal statute. `year` is of its making; `address` where the official text is published."""

    title: str
    year: int
    role: str
    source: str
    title_en: str = ""
    number: str = ""
    latest_amendment: str = ""
    address: str = ""
    note: str = ""
    field_sources: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. `groups` is {group: source}, `sources` {field: source}, `languages` are CLDR tags."""

    code: str
    alpha3: str
    name: str
    long_name: str
    languages: tuple[str, ...]
    legal_family: str
    groups: dict[str, str]
    sources: dict[str, str]
    treaties: dict[str, Treaty]
    statutes: tuple[Statute, ...] = ()
    languages_note: str = ""
    note: str = ""

    @property
    def bali_process(self) -> bool:
        """Whether it is a member of the Bali Process."""
        return "bali" in self.groups


@cache
def vocabulary(folder: Path = DATA) -> dict[str, dict[str, str]]:
    """The words of the state files: `status`, `treaty`, `group` and `sources`, each {word: meaning}."""
    entries = DataFile(folder / "states.toml").entries()
    return {entry.id: {name: entry.text(name) for name in entry.fields} for entry in entries}


def states(folder: Path = DATA) -> dict[str, State]:
    """All states by alpha-2 code, in the order of the code.

    Raises DataError CT301 with file and line for a fact that cannot be used.
    """
    paths = sorted((folder / "states").glob("*.toml"))
    return {path.stem.upper(): _state(path, folder) for path in paths}


def state(country: str) -> State | None:
    """The facts on a country given by a code or an exact name; None where none are held.

    Raises UsageError CT001 for what is no country.
    """
    path = DATA / "states" / f"{resolve_country(country).lower()}.toml"
    return _state(path, DATA) if path.is_file() else None


def resolve_country(text: str) -> str:
    """The alpha-2 code of an alpha-2 or alpha-3 code or an exact name, long names included; never a guess.

    Raises UsageError CT001 with up to three suggestions.
    """
    try:
        return country_code(text)
    except UsageError:
        wanted = " ".join(text.split()).casefold()
        for code, known in states().items():
            if wanted in (known.long_name.casefold(), known.name.casefold()):
                return code
        raise


def binding(country: str) -> tuple[str, ...]:
    """The instruments (of `TREATIES`) that bind the country, in the framework's order; () where none is known.

    Facts that nobody has checked are among them; `unchecked_binding` names those. Raises UsageError CT001.
    """
    known = state(country)
    return tuple(id for id in TREATIES if known and id in known.treaties and known.treaties[id].binds)


def unchecked_binding(country: str) -> tuple[str, ...]:
    """Those of `binding(country)` whose status is written from memory: to be shown with a caution."""
    known = state(country)
    return tuple(id for id in binding(country) if known and not known.treaties[id].checked())


@cache
def _state(path: Path, folder: Path) -> State:
    file = DataFile(path)
    entry = Entry(file, (), file.data)
    words = vocabulary(folder)
    entry.only(_STATE_FIELDS)
    treaties = entry.table("treaties")
    known = (treaties.table(id) for id in treaties.fields) if treaties else ()
    return State(
        code=path.stem.upper(),
        alpha3=entry.text("alpha3"),
        name=entry.text("name"),
        long_name=entry.text("long_name"),
        languages=entry.texts("languages"),
        legal_family=entry.text("legal_family"),
        groups=_sources(entry, "groups", words, names=words["group"]),
        sources=_sources(entry, "sources", words, names=_STATE_FIELDS),
        treaties={one.id: _treaty(one, words) for one in known if one},
        statutes=tuple(_statute(one, words) for one in entry.entries("statutes")),
        languages_note=entry.text("languages_note", ""),
        note=entry.text("note", ""),
    )


def _sources(
    entry: Entry, field: str, words: dict[str, dict[str, str]], names: dict[str, str] | frozenset[str]
) -> dict[str, str]:
    """A table {name: code of a source}, both known."""
    table = entry.table(field)
    if table is None:
        return {}
    table.only(names)
    return {name: table.choice(name, words["sources"]) for name in table.fields}


def _treaty(entry: Entry, words: dict[str, dict[str, str]]) -> Treaty:
    fields = frozenset(Treaty.__dataclass_fields__) - {"id"}
    entry.only(fields)
    if entry.id not in words["treaty"]:
        raise entry.error(f'there is no treaty "{entry.id}" in states.toml')
    return Treaty(
        id=entry.id,
        status=entry.choice("status", words["status"]),
        source=entry.choice("source", words["sources"]),
        consent=entry.choice("consent", ("ratification", "accession", "acceptance", "approval"), ""),
        consent_date=entry.day("consent_date"),
        signed=entry.day("signed"),
        in_force=entry.day("in_force"),
        denounced=entry.day("denounced"),
        as_of=entry.day("as_of"),
        reservations=entry.text("reservations", ""),
        note=entry.text("note", ""),
        field_sources=_sources(entry, "field_sources", words, names=fields),
        checks=entry.words("checks"),
    )


def _statute(entry: Entry, words: dict[str, dict[str, str]]) -> Statute:
    fields = frozenset(Statute.__dataclass_fields__)
    entry.only(fields)
    return Statute(
        title=entry.text("title"),
        year=entry.number("year"),
        role=entry.text("role"),
        source=entry.choice("source", words["sources"]),
        title_en=entry.text("title_en", ""),
        number=entry.text("number", ""),
        latest_amendment=entry.text("latest_amendment", ""),
        address=entry.text("address", ""),
        note=entry.text("note", ""),
        field_sources=_sources(entry, "field_sources", words, names=fields),
    )
