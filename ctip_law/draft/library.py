"""The library of model provisions, read from `model_laws/` and checked against the framework.

`common.toml` holds what provisions share, `provisions/<id>.toml` one provision each. Every mistake is a DataError
CT401 with file and line. `for_duty` finds the provisions that answer a duty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from ctip_law.countries import country_code, country_name
from ctip_law.draft.links import check
from ctip_law.draft.nouns import Common, ModelProvision, Variable
from ctip_law.draft.schema import ProvisionFile, read_common, read_provision
from ctip_law.draft.translated import read_common_in, read_provision_in
from ctip_law.errors import UsageError
from ctip_law.framework import Framework, load
from ctip_law.paths import data_folder


class Library:
    """The model provisions in the order of a whole law, in a language; one that is not English has the words of `base`
    only, and perhaps not all of its provisions. Raises DataError CT401."""

    def __init__(self, folder: Path, language: str = "en", base: Library | None = None) -> None:
        self.language = language
        paths = sorted((folder / "provisions").glob("*.toml"))
        if base is None:
            self.common: Common = read_common(folder / "common.toml")
            read = [read_provision(path, self.common) for path in paths]
        else:
            self.common = read_common_in(folder / "common.toml", base.common)
            read = [read_provision_in(path, base.provisions, self.common) for path in paths]
            held = {provision.id for provision, _ in read}
            read = [(replace(p, needs=tuple(n for n in p.needs if n in held)), file) for p, file in read]
        parts = list(self.common.parts)
        read.sort(key=lambda pair: (parts.index(pair[0].part), pair[0].order, pair[0].id))
        self.provisions: dict[str, ModelProvision] = {provision.id: provision for provision, _ in read}
        framework = load()
        names: dict[str, str] = dict.fromkeys(self.common.variables, "common.toml")
        for provision, file in read:
            self._check_links(provision, file, framework)
            _claim_names(provision, file, names)
        check(self, shared=base is None)

    def _check_links(self, provision: ModelProvision, file: ProvisionFile, framework: Framework) -> None:
        known_duties = {duty.id for duty in framework.provisions()}
        for duty in provision.duties:
            if duty not in known_duties:
                raise file.root.error(f'`duties` names "{duty}", which the framework does not hold', "duties", duty)
        for field, names, known in (
            ("needs", provision.needs, self.provisions),
            ("terms", provision.can_use(), self.common.terms),
        ):
            for name in names:
                if name not in known:
                    raise file.root.error(f'`{field}` names "{name}", which does not exist', field, name)

    def part(self, provision: ModelProvision, law: str) -> str:
        """The part of `law` where a provision stands, "" where that law does not hold it."""
        places = (provision.part, *provision.also)
        return next((p for p in places if self.common.part_law[p] == law and p in self.common.parts), "")

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
def languages() -> tuple[str, ...]:
    """The languages that there are model provisions in, English first."""
    found = data_folder("model_laws").glob("*/common.toml")
    return ("en", *sorted(path.parent.name for path in found))


def shipped(language: str = "en") -> Library:
    """The project's own library in a language, read once. Raises UsageError CT004 for one that there is none in."""
    return _shipped(language)  # a default is no argument to a cache: `shipped()` and `shipped("en")` would be two


@cache
def _shipped(language: str) -> Library:
    folder = data_folder("model_laws")
    if language == "en":
        return Library(folder)
    if language not in languages():
        what = f'there are no model provisions in the language "{language}"'
        raise UsageError("CT004", what, remedy=f"Use {', '.join(languages())}.")
    return Library(folder / language, language, shipped())


def country_in(code: str, language: str = "en") -> str:
    """The name of a country as it stands in a text of a language; where the language has no name for it, a blank to
    fill in, which a draft tells of, never the English name. Raises as `shipped`, and UsageError CT001 for no country.
    """
    common, code = shipped(language).common, country_code(code)
    if language == "en":
        return common.countries.get(code, country_name(code))
    return common.countries.get(code, f"[{common.variables['country'].label}]")


def country_said(code: str, language: str = "en") -> dict[str, str | int]:
    """The variable for a country where a text of a language has a name for it; without one the text says "the
    Republic", or what the language says so. "" is no country. Raises as `country_in`."""
    said = country_in(code, language) if code else ""
    return {"country": said} if said and not said.startswith("[") else {}


def words(language: str = "en") -> dict[str, str]:
    """The fixed words of notes and tables in a language. Raises as `shipped`."""
    return shipped(language).common.words


def in_part(language: str) -> bool:
    """Whether a language has fewer model provisions than English."""
    return len(shipped(language).provisions) < len(shipped().provisions)


def library(language: str = "en") -> dict[str, ModelProvision]:
    """The model provisions by id, in the order in which a whole law holds them. Raises DataError CT401, UsageError
    CT004 for a language without any."""
    return dict(shipped(language).provisions)


def for_duty(id: str, language: str = "en") -> tuple[ModelProvision, ...]:
    """The model provisions that answer `id`, in the order of a whole law.

    `id` is a provision of the framework ("tip-3b"), an element ("protection.housing") or a model provision
    ("consent"). For a duty: those that name it, and for each of its elements that they leave open the first that
    provides it. Raises UsageError CT003 for an id that does not exist, CT402 for one the library has no text for.
    """
    provisions = shipped(language).provisions
    if id in provisions:
        return (provisions[id],)
    framework = load()
    if language != "en" and for_duty(id) and id in shipped().provisions:
        raise UsageError("CT402", f'the model provision "{id}" is not there in the language "{language}"')
    if id in framework.elements:
        found = _providing(id, provisions.values())
    else:
        _known(id, framework, provisions)
        found = _answering(id, framework, provisions.values())
    if not found:
        home = shipped().common.elsewhere.get(id)
        where = "" if language == "en" else f' in the language "{language}"'
        told = f'no model provision{where} answers "{id}"'
        raise UsageError("CT402", told + (f"; it belongs to {home}" if home else ""))
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
