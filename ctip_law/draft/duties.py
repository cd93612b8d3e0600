"""What a duty is called in the language of a draft: its title, and how it is cited, from
`model_laws/<language>/duties.toml`.

[instruments] has a name for each instrument, [nouns] the words before a number, [titles] a title for each English one
that the provisions of the language answer; what is not there keeps its English title. Elements and defects are called
as on the pages of the site (`report.terms`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from ctip_law.draft.schema import ProvisionFile
from ctip_law.framework import load
from ctip_law.paths import data_folder
from ctip_law.report.naming import SHORT, article, cited, ids_in
from ctip_law.report.terms import terms

_NOUNS = ("article", "articles", "recommendation", "recommendations", "principle", "deliberations")


@dataclass(frozen=True, slots=True)
class Names:
    """`instruments` id -> name, `nouns` English noun -> noun, `titles` English title -> title."""

    instruments: Mapping[str, str]
    nouns: Mapping[str, str]
    titles: Mapping[str, str]


def title_of(id: str, language: str = "en") -> str:
    """The title of a duty. Raises UsageError CT003 for none."""
    title = load().provision(id).title
    return title if language == "en" else names(language).titles.get(title, title)


def cited_as(id: str, language: str = "en") -> str:
    """A duty as it is cited: "Trafficking Protocol, article 3(a)". Raises UsageError CT003 for none."""
    if language == "en":
        return cited(id)
    known, duty = names(language), load().provision(id)
    noun, blank, number = article(duty.instrument, duty.article).partition(" ")
    return f"{known.instruments[duty.instrument]}, {known.nouns.get(noun, noun)}{blank}{number}"


def cited_together(ids: Iterable[str], language: str = "en") -> str:
    """Duties in a row, each instrument named once: "Trafficking Protocol, articles 3(a), 5(1); ..."."""
    held: dict[str, list[tuple[str, str]]] = {}
    for id in ids:
        name, _, place = cited_as(id, language).partition(", ")
        noun, _, number = place.partition(" ")
        held.setdefault(name, []).append((noun, number))
    return "; ".join(f"{name}, {_places(places, language)}" for name, places in held.items())


def _places(places: Sequence[tuple[str, str]], language: str) -> str:
    """The places of one instrument, the word for an article once for those that follow each other."""
    said = {english: english for english in _NOUNS} if language == "en" else names(language).nouns
    many = {said[noun]: said[f"{noun}s"] for noun in ("article", "recommendation")}
    row = []
    for noun, group in groupby(places, key=lambda place: place[0]):
        numbers = [*dict.fromkeys(number for _, number in group)]
        row.append(f"{many.get(noun, noun) if len(numbers) > 1 else noun} {', '.join(numbers)}".rstrip())
    return ", ".join(row)


def label_of(id: str, language: str = "en") -> str:
    """The label of an element; an id that is none as it stands."""
    known = load().elements
    label = known[id].label if id in known else id
    return terms(language).of("label", id) or label


def defect_of(id: str, language: str = "en") -> str:
    """The label of a defect."""
    label = load().defects[id].label
    return terms(language).of("defect", id) or label


def fix_of(id: str, fix: str, language: str = "en") -> str:
    """How a defect is mended: `fix` in English."""
    return terms(language).of("fix", id) or fix


def told(text: str, language: str = "en") -> str:
    """A text with its duties as they are cited in a language."""
    for id in sorted(set(ids_in(text)), key=len, reverse=True):
        if id not in load().defects and id not in load().elements:
            text = text.replace(id, cited_as(id, language))
    return text


@cache
def names(language: str) -> Names:
    """The names in a language. Raises DataError CT401."""
    root = ProvisionFile(data_folder("model_laws") / language / "duties.toml").root
    root.only(("instruments", "nouns", "titles"))
    made = Names(root.words("instruments"), root.words("nouns"), root.words("titles"))
    for field, known, wanted in (("instruments", made.instruments, SHORT), ("nouns", made.nouns, _NOUNS)):
        for name in sorted(set(known) ^ set(wanted)):
            raise root.error(f"`{field}` must hold {', '.join(wanted)}; look at `{name}`", field, name)
    english = {duty.title for duty in load().provisions()}
    for title in made.titles:
        if title not in english:
            raise root.error(f'`titles` names "{title}", which no duty is called', "titles", title)
    return made
