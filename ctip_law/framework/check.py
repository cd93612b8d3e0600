"""Whether the framework's entries fit together: what `load()` does not need to know and a maintainer does.

`load()` refuses an entry whose own fields are wrong. `check()` reads everything and also refuses names that
lead nowhere, links that are not mutual, and counts that are not those announced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ctip_law.datafile import DataFile
from ctip_law.errors import DataError
from ctip_law.framework.load import DATA, Framework
from ctip_law.framework.nouns import Provision

#: Strengths that can be compared, the weakest first.
_RANK = ("recommendation", "optional", "qualified", "mandatory")

#: Seen from the other end.
_INVERSE = {"equivalent": "equivalent", "related": "related", "stronger": "weaker", "weaker": "stronger"}


def check(folder: Path = DATA) -> tuple[DataError, ...]:
    """Every mistake in the data, each a DataError CT301 with file and line; () when all is well.

    A mistake that keeps a file from being read at all comes alone.
    """
    try:
        framework = Framework(folder)
        framework.provisions()
    except DataError as error:
        return (error,)
    checker = _Checker(framework)
    return (
        *checker.elements(), *checker.defects(), *checker.provisions(), *checker.counts(), *_outlines(framework),
        *_states(folder), *_lenses(folder),
    )  # fmt: skip


def _outlines(framework: Framework) -> Iterator[DataError]:
    from ctip_law.framework.outline import check_outlines

    try:
        yield from check_outlines(framework)
    except DataError as error:
        yield error


def _states(folder: Path) -> Iterator[DataError]:
    from ctip_law.framework.state_facts import states

    if (folder / "states.toml").is_file():
        try:
            states(folder)
        except DataError as error:
            yield error


def _lenses(folder: Path) -> Iterator[DataError]:
    """The lenses name what the project's own data hold, so that those of a copy are not read."""
    from ctip_law.framework.lenses import lenses

    if folder == DATA:
        try:
            lenses()
        except DataError as error:
            yield error


def _relation(own: str, other: str) -> str:
    """Under what another duty on the same subject stands, by the strength of both."""
    if own not in _RANK or other not in _RANK:
        return "related"
    if own == other:
        return "equivalent"
    return "stronger" if _RANK.index(other) > _RANK.index(own) else "weaker"


class _Checker:
    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.folder = framework.folder
        self.all = {provision.id: provision for provision in framework.provisions()}

    def _error(self, file: str, key: str, message: str, field: str = "", value: str = "") -> DataError:
        parts = tuple(key.split("."))
        return DataFile(self.folder / file).error(parts, f"{key}: {message}", field=field, value=value)

    def elements(self) -> Iterator[DataError]:
        """Groups are known; a local element belongs to a provision that names it."""
        groups = self.framework.vocabulary["group"]
        for element in self.framework.elements.values():
            if element.group in groups:
                continue
            owner = self.all.get(element.group)
            if owner is None:
                file = "elements.toml" if self._holds("elements.toml", element.id) else "local.toml"
                yield self._error(file, element.id, f'"{element.group}" is neither a group nor a provision')
            elif element not in owner.local:
                yield self._error(
                    "local.toml", element.id, f"the provision {owner.id} does not name it under `local`"
                )

    def _holds(self, file: str, id: str) -> bool:
        group, _, name = id.partition(".")
        return name in DataFile(self.folder / file).data.get(group, {})

    def defects(self) -> Iterator[DataError]:
        """A defect names provisions that name it."""
        for defect in self.framework.defects.values():
            for id in defect.provisions:
                if id not in self.all:
                    what = f'there is no provision "{id}"'
                elif defect.id not in self.all[id].typical_defects:
                    what = f"the provision {id} does not name it under `typical_defects`"
                else:
                    continue
                yield self._error("defects.toml", defect.id, what, "provisions", id)

    def provisions(self) -> Iterator[DataError]:
        """The ids, elements, defects, links and codes of each provision."""
        for provision in self.all.values():
            yield from self._references(provision)
            yield from self._strength(provision)
            yield from self._links(provision)
            yield from self._rule(provision)

    def _references(self, provision: Provision) -> Iterator[DataError]:
        file = f"provisions/{provision.instrument}.toml"
        if provision.id.partition("-")[0] != provision.instrument:
            yield self._error(file, provision.id, f"the id must begin with {provision.instrument}-")
        for field, names, known in (
            ("required", provision.required, self.framework.elements),
            ("wider", provision.wider, self.framework.elements),
            ("any_of", [id for choice in provision.any_of for id in choice], self.framework.elements),
            ("typical_defects", provision.typical_defects, self.framework.defects),
            ("checked_at", provision.checked_at, self.framework.check_sources),
            ("softeners", provision.softeners, self.framework.vocabulary["softener"]),
        ):
            for name in names:
                if name not in known:
                    yield self._error(
                        file, provision.id, f'`{field}` names "{name}", which is not known', field, name
                    )
        for name in provision.wider:
            if name in provision.required:
                yield self._error(
                    file, provision.id, f'"{name}" is both in `required` and `wider`', "wider", name
                )
        for defect in provision.typical_defects:
            named = self.framework.defects.get(defect)
            if named and provision.id not in named.provisions:
                yield self._error(
                    file, provision.id, f"the defect {defect} does not name it", "typical_defects", defect
                )

    def _strength(self, provision: Provision) -> Iterator[DataError]:
        """A duty that its own text softens is qualified, and no other is."""
        file = f"provisions/{provision.instrument}.toml"
        if provision.strength == "qualified" and not provision.softeners:
            what = "a qualified duty names what softens it under `softeners`"
            yield self._error(file, provision.id, what, "strength", provision.strength)
        elif provision.softeners and provision.strength != "qualified":
            what = f"what has softeners is qualified, not {provision.strength}"
            yield self._error(file, provision.id, what, "strength", provision.strength)
        elif provision.softeners and not provision.qualifier:
            what = "what has softeners says in `qualifier` what the text attaches to the duty"
            yield self._error(file, provision.id, what, "softeners")

    def _links(self, provision: Provision) -> Iterator[DataError]:
        file = f"provisions/{provision.instrument}.toml"
        for id, relation in provision.equivalents.items():
            other = self.all.get(id)
            if other is None:
                what = f'`{relation}` names "{id}", which is not a provision'
            elif other.equivalents.get(provision.id) != _INVERSE[relation]:
                what = f"`{relation}` names {id}, which does not name it under `{_INVERSE[relation]}`"
            elif relation not in ("related", wanted := _relation(provision.counts_as, other.counts_as)):
                what = f"{provision.counts_as} and {other.counts_as} duties stand under `{wanted}`: {id}"
            else:
                continue
            yield self._error(file, provision.id, what, relation, id)

    def _rule(self, provision: Provision) -> Iterator[DataError]:
        file, key, rule = f"provisions/{provision.instrument}.toml", f"{provision.id}.rule", provision.rule
        elements: Iterable[tuple[str, Iterable[str]]] = (
            ("left_out", rule.left_out),
            ("carried", [id for own, by in rule.carried.items() for id in (own, *by)]),
            ("weak_only_with", rule.weak_only_with),
            ("core", [id for choice in rule.core for id in choice]),
            ("whole", [id for choice in rule.whole for id in choice]),
            ("enough", [id for choice in rule.enough for id in choice]),
            ("also", rule.also),
            ("reach", rule.reach),
            ("rests_on", rule.rests_on),
        )
        defects = (
            ("blocked_by", rule.blocked_by),
            ("divergence_if", rule.divergence_if),
            ("waived", tuple(rule.waived)),
        )
        groups = (("waived", tuple(rule.waived.values())),)
        for fields, known in (
            (elements, self.framework.elements),
            (defects, self.framework.defects),
            (groups, self.framework.vocabulary["group"]),
        ):
            for field, names in fields:
                for name in names:
                    if name not in known:
                        what = f'`{field}` names "{name}", which is not known'
                        yield self._error(file, key, what, field, name)

    def counts(self) -> Iterator[DataError]:
        """As many entries as instruments.toml and vocabulary.toml announce, and no file that nobody reads."""
        for instrument in self.framework.instruments.values():
            found = len(self.framework.provisions([instrument.id]))
            if found != instrument.provisions:
                what = f"`provisions` says {instrument.provisions}, its file holds {found}"
                yield self._error("instruments.toml", instrument.id, what, "provisions")
        announced = DataFile(self.folder / "vocabulary.toml").entry("counts")
        shared = [e for e in self.framework.elements.values() if e.group in self.framework.vocabulary["group"]]
        for name, entries in (("elements", len(shared)), ("defects", len(self.framework.defects))):
            if announced.number(name) != entries:
                yield announced.error(f"`{name}` says {announced.number(name)}, there are {entries}", name)
        for path in sorted((self.folder / "provisions").glob("*.toml")):
            if path.stem not in self.framework.instruments:
                what = "no instrument of this name stands in instruments.toml"
                yield DataError("CT301", what, path=str(path), place="1")
