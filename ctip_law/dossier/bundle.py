"""What is held of a country: its laws in the corpus, the kinds of law that are not among them, where it stands towards
the treaties, and its principal statutes as far as they are known. Each fact has its source in full; what nobody has
checked says so.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from ctip_law import corpus
from ctip_law.corpus.kinds import CorpusFile, holds, kinds
from ctip_law.countries import country_code, country_name
from ctip_law.dossier.standing import treaty_fact
from ctip_law.errors import UsageError
from ctip_law.framework.state_facts import UNCHECKED, State, state, vocabulary
from ctip_law.paths import data_folder
from ctip_law.report.md import cell

_UNSURE = "not checked against a source"
Data = dict[str, Any]


def bundle(country: str) -> Data:
    """The body of `corpus country -f json` (schema `bundle`).

    Raises UsageError CT001 for an unknown country, CT005 for one of which nothing is held.
    """
    code = country_code(country)
    manifest = data_folder("corpus") / code.lower() / "country.toml"
    known = state(code)
    if known is None and not manifest.is_file():
        have = ", ".join(corpus.known())
        raise UsageError("CT005", f"nothing is held of {country_name(code)}; the corpus has {have}")
    own = [entry for entry in corpus.entries() if entry.country == code]
    of_kind = holds(manifest) if manifest.is_file() else {}
    found = {kind for ids in of_kind.values() for kind in ids}
    return {
        "country": code,
        "name": known.long_name if known else country_name(code),
        "laws": [
            {
                "name": entry.name.removesuffix(".xml"),
                "title": entry.title,
                "version": entry.version,
                "kinds": [kinds()[id].name for id in of_kind.get(PurePath(entry.name).name, ())],
                "left_out": entry.left_out,
            }
            for entry in own
        ],
        "lacks": list(CorpusFile(manifest).root.texts("lacks")) if manifest.is_file() else [],
        "kinds_not_held": [kind.name for kind in kinds().values() if kind.elements and kind.id not in found],
        "treaties": _treaties(known) if known else [],
        "statutes": _statutes(known) if known else [],
    }


def _treaties(known: State) -> list[Data]:
    words = vocabulary()
    return [
        {
            "id": id,
            "name": _flat(words["treaty"][id]),
            "status": one.status,
            "standing": treaty_fact(one),
            "checked": one.checked(),
            "source": _source(one.source),
        }
        for id, one in known.treaties.items()
    ]


def _statutes(known: State) -> list[Data]:
    return [
        {
            "title": one.title,
            "title_en": one.title_en,
            "number": one.number,
            "year": one.year,
            "role": one.role,
            "checked": one.source != UNCHECKED,
            "source": _source(one.source),
        }
        for one in known.statutes
    ]


def _source(code: str) -> str:
    return _UNSURE if code == UNCHECKED else _flat(vocabulary()["sources"][code])


def _flat(words: str) -> str:
    return " ".join(words.split())


def render(data: Data) -> str:
    """The bundle as Markdown, which reads as text too."""
    lines = [f"# {cell(data['name'])}", "", "## Laws of the corpus", ""]
    lines += [f"- {cell(_law(one))}" for one in data["laws"]] or ["- none: give the statute as a file"]
    lines += [f"- Not held: {cell(name)}; without it only what is met is judged" for name in data["lacks"]]
    lines += ["", "## Kinds of law that are not among them", ""]
    lines.append("What may stand in them and was not found is not assessed: " + ", ".join(data["kinds_not_held"]) + ".")
    lines += ["", "## Treaties", ""]
    for one in data["treaties"]:
        said = f"- {cell(one['name'])}: {cell(one['standing'])}."
        lines.append(f"{said} {_from(one)}" if one["checked"] else said)  # the words themselves say that nobody checked
    lines += ["", "## Principal statutes known", ""]
    lines += [f"- {cell(_statute(one))}. {_from(one)}" for one in data["statutes"]] or ["- none"]
    return "\n".join(lines) + "\n"


def _law(one: Data) -> str:
    told = f"{one['title']} ({one['version']}), a restatement in our own words"
    told += f"; holds also: {', '.join(one['kinds'])}" if one["kinds"] else ""
    return told + (f". Left out: {one['left_out']}" if one["left_out"] else "")


def _statute(one: Data) -> str:
    name = f"{one['title']} ({one['title_en']})" if one["title_en"] else one["title"]
    number = f", {one['number']}" if one["number"] else ""
    return f"{name}{number}: {one['role']}, {one['year']}"


def _from(one: Data) -> str:
    return f"Source: {cell(one['source'].rstrip('.'))}." if one["checked"] else f"{_UNSURE.capitalize()}."
