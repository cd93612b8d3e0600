"""The library of model provisions, read from `model_laws/` and checked against the framework.

`common.toml` holds what provisions share, `provisions/<id>.toml` one provision each. Every mistake is a DataError
CT401 with file and line. `for_duty` finds the provisions that answer a duty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ctip_law.draft.links import check
from ctip_law.draft.nouns import Common, ModelProvision, Variable
from ctip_law.draft.schema import ProvisionFile, read_common, read_provision
from ctip_law.errors import UsageError
from ctip_law.framework import Framework, load
from ctip_law.paths import data_folder


class Library:
    """The model provisions in the order of a whole law. Raises DataError CT401."""

    def __init__(self, folder: Path) -> None:
        self.common: Common = read_common(folder / "common.toml")
        read = [read_provision(path, self.common) for path in sorted((folder / "provisions").glob("*.toml"))]
        parts = list(self.common.parts)
        read.sort(key=lambda pair: (parts.index(pair[0].part), pair[0].order, pair[0].id))
        self.provisions: dict[str, ModelProvision] = {provision.id: provision for provision, _ in read}
        framework = load()
        names: dict[str, str] = dict.fromkeys(self.common.variables, "common.toml")
        for provision, file in read:
            self._check_links(provision, file, framework)
            _claim_names(provision, file, names)
        check(self)

    def _check_links(self, provision: ModelProvision, file: ProvisionFile, framework: Framework) -> None:
        known_duties = {duty.id for duty in framework.provisions()}
        for duty in provision.duties:
            if duty not in known_duties:
                raise file.root.error(f'`duties` names "{duty}", which the framework does not hold', "duties", duty)
        for field, names, known in (
            ("needs", provision.needs, self.provisions),
            ("terms", provision.terms, self.common.terms),
        ):
            for name in names:
                if name not in known:
                    raise file.root.error(f'`{field}` names "{name}", which does not exist', field, name)

    def part(self, provision: ModelProvision, law: str) -> str:
        """The part of `law` where a provision stands, "" where that law does not hold it."""
        places = (provision.part, *provision.also)
        return next((part for part in places if self.common.part_law[part] == law), "")

    def of(self, law: str) -> dict[str, ModelProvision]:
        """The provisions of a law by id, in its order."""
        parts = list(self.common.parts)
        held = [(self.part(p, law), p) for p in self.provisions.values()]
        held.sort(key=lambda pair: (parts.index(pair[0]) if pair[0] else -1, pair[1].order, pair[1].id))
        return {provision.id: provision for part, provision in held if part}

    def law_of(self, provisions: Iterable[ModelProvision]) -> str:
        """The first law that holds all of them, else the law of the first."""
        held = list(provisions)
        laws = [law for law in self.common.laws if all(self.part(p, law) for p in held)]
        return laws[0] if laws else self.common.part_law[held[0].part]

    def variable(self, name: str) -> Variable | None:
        """The variable with this name, shared or of one provision."""
        return next((v[name] for v in self._variables() if name in v), None)

    def names(self) -> list[str]:
        """The names of all variables and options, which a call may set."""
        own = [name for p in self.provisions.values() for name in (*(p.variables or {}), *(p.options or {}))]
        return [*self.common.variables, *own]

    def _variables(self) -> Iterator[dict[str, Variable]]:
        yield self.common.variables
        yield from (p.variables or {} for p in self.provisions.values())


def _claim_names(provision: ModelProvision, file: ProvisionFile, names: dict[str, str]) -> None:
    """One name means one thing in the whole library, so that a call can set it by name."""
    for kind, table in (("variables", provision.variables), ("options", provision.options)):
        for name in table or {}:
            if name in names:
                raise file.error((file.path.stem, kind, name), f"the name `{name}` is taken by {names[name]}")
            names[name] = file.path.name


@cache
def shipped() -> Library:
    """The project's own library, read once."""
    return Library(data_folder("model_laws"))


def library() -> dict[str, ModelProvision]:
    """The model provisions by id, in the order in which a whole law holds them. Raises DataError CT401."""
    return dict(shipped().provisions)


def for_duty(id: str) -> tuple[ModelProvision, ...]:
    """The model provisions that answer `id`, in the order of a whole law.

    `id` is a provision of the framework ("tip-3b"), an element ("protection.housing") or a model provision
    ("consent"). For a duty: those that name it, and for each of its elements that they leave open the first that
    provides it. Raises UsageError CT003 for an id that does not exist, CT402 for one the library has no text for.
    """
    provisions = shipped().provisions
    if id in provisions:
        return (provisions[id],)
    framework = load()
    if id in framework.elements:
        found = _providing(id, provisions.values())
    else:
        _known(id, framework, provisions)
        found = _answering(id, framework, provisions.values())
    if not found:
        home = shipped().common.elsewhere.get(id)
        raise UsageError("CT402", f'no model provision answers "{id}"' + (f"; it belongs to {home}" if home else ""))
    return tuple(provision for provision in provisions.values() if provision in found)


def uncovered(id: str, elements: Iterable[str]) -> tuple[str, ...]:
    """The elements that the duty `id` asks for and that are not among `elements`; none for other ids."""
    framework = load()
    if id in framework.elements or id in shipped().provisions:
        return ()
    have = set(elements)
    provision = framework.provision(id)
    open_ = [need[0] for need in provision.needs if not have.intersection(need)]
    return tuple(element for element in open_ if element not in provision.rule.left_out)


def _answering(id: str, framework: Framework, provisions: Iterable[ModelProvision]) -> list[ModelProvision]:
    provisions = list(provisions)
    found = [provision for provision in provisions if id in provision.duties]
    for need in framework.provision(id).needs:
        if not any(set(need) & set(provision.promises()) for provision in found):
            found += _providing(need[0], provisions)[:1]
    return found


def _providing(element: str, provisions: Iterable[ModelProvision]) -> list[ModelProvision]:
    """Those that provide the element by default, else those that can."""
    provisions = list(provisions)
    return [p for p in provisions if element in p.promises()] or [p for p in provisions if element in p.can_provide()]


def _known(id: str, framework: Framework, provisions: Iterable[str]) -> None:
    import difflib

    duties = [provision.id for provision in framework.provisions()]
    if id in duties:
        return
    ids = [*provisions, *duties, *framework.elements]
    near = difflib.get_close_matches(id.lower(), ids, n=3, cutoff=0.6)
    hint = f", perhaps {' or '.join(near)}" if near else ""
    raise UsageError("CT003", f'nothing has the id "{id}"{hint}', remedy="See `ctip-law draft clause --list`.")
