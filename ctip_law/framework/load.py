"""The framework as read from `data/`: the provisions of an instrument only when they are asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from ctip_law.datafile import DataFile, Entry
from ctip_law.errors import UsageError
from ctip_law.framework.nouns import (
    COUNTING,
    Defect,
    Element,
    Instrument,
    NumericTest,
    Provision,
    Rule,
)

DATA = Path(__file__).resolve().parent / "data"

#: Facts on states, what instruments are called and lenses change no verdict and are left out of `Framework.version`.
_FACTS = ("states/", "states.toml", "names.toml", "lenses.toml")

_RELATIONS = ("equivalent", "stronger", "weaker", "related")
_QUANTITIES = (
    "child_age_years",
    "max_imprisonment_years",
    "max_imprisonment_years_aggravated",
    "reflection_days",
)

_INSTRUMENT_FIELDS = frozenset(Instrument.__dataclass_fields__) - {"id"}
_ELEMENT_FIELDS = frozenset({"label", "synonyms", "traps", "gloss"})
_DEFECT_FIELDS = frozenset(Defect.__dataclass_fields__) - {"id"}
_PROVISION_FIELDS = (
    frozenset(Provision.__dataclass_fields__) - {"id", "instrument", "equivalents"} | frozenset(_RELATIONS)
)


class Framework:
    """The benchmark. Raises DataError CT301 with file and line for an entry that cannot be used.

    Whether the entries fit together (no dangling name, the counts right) is `check.check()`'s to say.
    """

    def __init__(self, folder: Path = DATA) -> None:
        self.folder = folder
        self.vocabulary = {
            entry.id: {name: entry.text(name) for name in entry.fields}
            for entry in DataFile(folder / "vocabulary.toml").entries()
            if entry.id != "counts"
        }
        self.instruments = {
            entry.id: _instrument(entry, self.vocabulary)
            for entry in DataFile(folder / "instruments.toml").entries()
        }
        self.elements = _elements(folder)
        self.defects = {entry.id: _defect(entry) for entry in DataFile(folder / "defects.toml").entries()}
        self._provisions: dict[str, dict[str, Provision]] = {}

    @cached_property
    def version(self) -> str:
        """Twelve hex digits of the SHA-256 over the data files: what a report was held against."""
        digest = hashlib.sha256()
        paths = {path.relative_to(self.folder).as_posix(): path for path in self.folder.rglob("*.toml")}
        for name, path in sorted(paths.items()):
            if not name.startswith(_FACTS):
                digest.update(name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
        return digest.hexdigest()[:12]

    @property
    def check_sources(self) -> dict[str, str]:
        """Code -> where a provision was read or cross-checked."""
        return self.vocabulary["check_sources"]

    def provisions(self, instruments: Iterable[str] | None = None) -> tuple[Provision, ...]:
        """The provisions of the instruments, in their order; of all without an argument.

        Raises UsageError CT002 for an instrument that is not known.
        """
        wanted = self.instruments if instruments is None else instruments
        return tuple(provision for name in wanted for provision in self._of(name).values())

    def provision(self, id: str) -> Provision:
        """The provision with this id. Raises UsageError CT003, with the nearest ids, where there is none."""
        instrument = id.partition("-")[0]
        found = self._of(instrument).get(id) if instrument in self.instruments else None
        if found is None:
            known = [provision.id for provision in self.provisions()]
            raise UsageError("CT003", f'there is no provision "{id}"{_near(id, known)}')
        return found

    def _of(self, instrument: str) -> dict[str, Provision]:
        if instrument not in self.instruments:
            near = _near(instrument, self.instruments)
            raise UsageError("CT002", f'the instrument "{instrument}" is not known{near}')
        if instrument not in self._provisions:
            file = DataFile(self.folder / "provisions" / f"{instrument}.toml")
            self._provisions[instrument] = {
                entry.id: _provision(entry, instrument, self) for entry in file.entries()
            }
        return self._provisions[instrument]


@cache
def load() -> Framework:
    """The project's own framework, read once."""
    return Framework(DATA)


def _near(word: str, known: Iterable[str]) -> str:
    import difflib

    close = difflib.get_close_matches(word.lower(), list(known), n=3, cutoff=0.6)
    return f" (near: {', '.join(close)})" if close else ""


def _instrument(entry: Entry, vocabulary: dict[str, dict[str, str]]) -> Instrument:
    entry.only(_INSTRUMENT_FIELDS)
    return Instrument(
        id=entry.id,
        name=entry.text("name"),
        year=entry.number("year"),
        kind=entry.choice("kind", vocabulary["kind"]),
        provisions=entry.number("provisions"),
        verified=entry.choice("verified", vocabulary["verified"]),
        source=entry.text("source"),
        in_force=entry.day("in_force"),
        in_force_checked=entry.text("in_force_checked", ""),
        transposition_due=entry.day("transposition_due"),
        note=entry.text("note", ""),
    )


def _elements(folder: Path) -> dict[str, Element]:
    elements = {}
    for name in ("elements.toml", "local.toml"):
        for entry in DataFile(folder / name).entries(depth=2):
            entry.only(_ELEMENT_FIELDS)
            id = ".".join(entry.key)
            elements[id] = Element(
                id=id,
                group=entry.key[0],
                label=entry.text("label"),
                synonyms=entry.texts("synonyms"),
                traps=entry.texts("traps"),
                gloss=entry.text("gloss", ""),
            )
    return elements


def _defect(entry: Entry) -> Defect:
    entry.only(_DEFECT_FIELDS)
    return Defect(
        id=entry.id,
        label=entry.text("label"),
        provisions=entry.texts("provisions"),
        why=entry.text("why"),
        fix=entry.text("fix"),
        cue=entry.text("cue", ""),
        note=entry.text("note", ""),
        silence=entry.text("silence", ""),
    )


def _provision(entry: Entry, instrument: str, framework: Framework) -> Provision:
    words = framework.vocabulary
    entry.only(_PROVISION_FIELDS)
    return Provision(
        id=entry.id,
        instrument=instrument,
        article=entry.text("article"),
        title=entry.text("title"),
        strength=entry.choice("strength", words["strength"]),
        nature=entry.choice("nature", words["nature"]),
        cluster=entry.choice("cluster", words["cluster"]),
        statute_must_contain=entry.text("statute_must_contain"),
        verified=entry.choice("verified", words["verified"]),
        effective_strength=entry.choice("effective_strength", words["strength"], ""),
        qualifier=entry.text("qualifier", ""),
        softeners=entry.texts("softeners"),
        required=entry.texts("required"),
        wider=entry.texts("wider"),
        any_of=entry.sets("any_of"),
        local=_local(entry, framework.elements),
        concepts=entry.texts("concepts"),
        checked_at=entry.texts("checked_at"),
        equivalents={other: relation for relation in _RELATIONS for other in entry.texts(relation)},
        typical_defects=entry.texts("typical_defects"),
        numeric_test=_numeric_test(entry.table("numeric_test")),
        rule=_rule(entry.table("rule")),
    )


def _local(entry: Entry, elements: dict[str, Element]) -> tuple[Element, ...]:
    names = entry.texts("local")
    for name in names:
        if f"{entry.id}.{name}" not in elements:
            raise entry.error(f'`local` names "{name}", which local.toml does not hold', "local", name)
    return tuple(elements[f"{entry.id}.{name}"] for name in names)


def _rule(entry: Entry | None) -> Rule:
    if entry is None:
        return COUNTING
    entry.only(Rule.__dataclass_fields__)
    carried = entry.table("carried")
    waived = entry.table("waived")
    return Rule(
        why=entry.text("why"),
        left_out=entry.texts("left_out"),
        carried={element: carried.texts(element) for element in carried.fields} if carried else {},
        weak_only_with=entry.texts("weak_only_with"),
        core=entry.sets("core"),
        whole=entry.sets("whole"),
        enough=entry.sets("enough"),
        also=entry.texts("also"),
        reach=entry.texts("reach"),
        rests_on=entry.texts("rests_on"),
        waived={defect: waived.text(defect) for defect in waived.fields} if waived else {},
        blocked_by=entry.texts("blocked_by"),
        divergence_if=entry.texts("divergence_if"),
    )


def _numeric_test(entry: Entry | None) -> NumericTest | None:
    if entry is None:
        return None
    entry.only({"quantity", "op", "value"})
    test = {
        "quantity": entry.choice("quantity", _QUANTITIES),
        "op": entry.choice("op", (">=", "<=")),
        "value": entry.number("value"),
    }
    return cast(NumericTest, test)
