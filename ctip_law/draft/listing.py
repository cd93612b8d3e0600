"""The library as a list to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctip_law.draft.library import for_duty, library, shipped
from ctip_law.draft.nouns import ModelProvision
from ctip_law.draft.wording import filled_in


def listing(ids: Iterable[str] = (), language: str = "en") -> str:
    """The model provisions, a line each: id, title, duties of the Protocol that they answer, or else a few others.

    With `ids` only those that answer them, each with its variables and options. Raises UsageError CT003, CT004
    (language), CT402.
    """
    wanted = {provision.id for id in ids for provision in for_duty(id, language)}
    if wanted:
        chosen = [provision for provision in library(language).values() if provision.id in wanted]
        return "\n\n".join("\n".join(_details(provision, language)) for provision in chosen) + "\n"
    rows = [(p.id, title_of(p, language), ", ".join(_first_duties(p))) for p in library(language).values()]
    wide, wider = (max(len(row[at]) for row in rows) for at in (0, 1))
    return "\n".join(f"{id:<{wide}}  {title:<{wider}}  {duties}".rstrip() for id, title, duties in rows) + "\n"


def _first_duties(provision: ModelProvision) -> tuple[str, ...]:
    return tuple(duty for duty in provision.duties if duty.startswith("tip-")) or provision.duties[:3]


def title_of(provision: ModelProvision, language: str = "en") -> str:
    """The title of a model provision, before it is drafted: with the defaults of its options."""
    common = shipped(language).common
    country = "the country" if language == "en" else str(common.variables["country"].default)
    law = "law" if language == "en" else next(iter(common.traditions.values())).law
    chosen = {option.id: option.default for option in (provision.options or {}).values()}
    return filled_in(provision.title, {**chosen, "law": law, "country": country})


def _details(provision: ModelProvision, language: str) -> Iterator[str]:
    yield f"{provision.id}: {title_of(provision, language)}"
    if provision.duties:
        yield f"  answers   {', '.join(provision.duties)}"
    if provision.promises():
        yield f"  provides  {', '.join(provision.promises())}"
    for question in provision.questions:
        yield f"  question  {question}"
    for option in (provision.options or {}).values():
        yield f"  option    {option.id}: {option.label}"
        for choice in option.choices.values():
            when = [name for name, taken in option.by.items() if taken == choice.id]
            mark = f" ({', '.join(['default'] * (choice.id == option.default) + when)})"
            mark = "" if mark == " ()" else mark
            yield f"              {option.id}={choice.id}: {choice.label}{mark}"
    for variable in (provision.variables or {}).values():
        bounds = f", {variable.min} to {variable.max}" if variable.kind == "integer" else ""
        yield f"  variable  {variable.id}={variable.default}: {variable.label}{bounds}"
