"""The library in another language: the same provisions with the same duties, elements, options and variables, in
words drafted in that language. A file holds words alone: what is no words is that of English.

`model_laws/<language>/common.toml` has the traditions, titles, terms, the small words of lists and the fixed ones of
notes; `provisions/<id>.toml` a provision each, with `title`, `note`, `check`, `questions`, [[text]] and [labels]: by
the name of a variable or an option, and by "option=choice". `elements` stands where the words give less than the
English ones do.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from ctip_law.datafile import Entry
from ctip_law.draft.nouns import Choice, Common, ModelProvision, Option, Term, Variable
from ctip_law.draft.schema import (
    ProvisionFile,
    checked,
    elements_of,
    elsewhere_of,
    levels_of,
    paragraphs,
    passages_of,
    statute_of,
    style_of,
    tables,
    words_of,
)

#: The longest term of imprisonment, in years, and what the variables that hold one are called.
LONGEST = "longest_term"
TERM = re.compile(r"(?:max|aggravated)_years$")
_FIELDS = ("title", "note", "check", "questions", "breach", "elements", "variables", "labels", "text")
_SHARED = (
    "given",
    "and",
    "or",
    "laws",
    "parts",
    "traditions",
    "levels",
    "variables",
    "numbers",
    "labels",
    "terms",
    "breaches",
    "words",
    "elsewhere",
    "countries",
)


def read_common_in(path: Path, base: Common) -> Common:
    """What provisions share, in a language. Raises DataError CT401."""
    file = ProvisionFile(path)
    root = file.root
    root.only(_SHARED)
    parts = root.words("parts")
    for id in parts:
        if id not in base.parts:
            raise root.error(f'`parts` names "{id}", which the library does not have', "parts", id)
    names = set(base.variables)
    numbers = root.table("numbers")
    longest = numbers.number(LONGEST, 0) if numbers is not None else 0
    terms = {}
    for entry in tables(root, "terms"):
        entry.only(("term", "meaning", "alone"))
        if entry.id not in base.terms:
            raise entry.error(f"the library has no term `{entry.id}`")
        alone = checked(entry, "alone", names) if "alone" in entry.fields else ""
        law = base.terms[entry.id].law
        terms[entry.id] = Term(entry.text("term"), checked(entry, "meaning", names), law, alone)
    return replace(
        base,
        laws={entry.id: statute_of(entry, names) for entry in tables(root, "laws")},
        parts={id: parts[id] for id in base.parts if id in parts},
        levels=levels_of(root),
        traditions={entry.id: style_of(entry) for entry in tables(root, "traditions")},
        variables=_within(longest, _variables(root, base.variables, _labels(root, [*base.variables]))),
        longest_term=longest,
        terms=terms,
        breaches=_same(root, base),
        elsewhere=elsewhere_of(root),
        words=words_of(root),
        given=root.text("given"),
        countries=root.words("countries"),
        joins={"and": root.text("and"), "or": root.text("or")},
        path=str(path),
    )


def _variables(root: Entry, base: dict[str, Variable], labels: dict[str, str]) -> dict[str, Variable]:
    """The variables with their labels and defaults in the language; numbers stay, but those that `numbers` gives."""
    given: dict[str, str | int] = {**root.words("variables"), **_numbers(root, base)}
    return {id: replace(one, label=labels[id], default=given.get(id, one.default)) for id, one in base.items()}


def _numbers(root: Entry, base: dict[str, Variable]) -> dict[str, int]:
    """The numbers that are other ones where the language is drafted in, by the name of their variable."""
    table = root.table("numbers")
    names = [] if table is None else [name for name in table.fields if name != LONGEST]
    for name in names:
        if name not in base:
            raise root.error(f"the library has no variable `{name}`", "numbers", name)
    return {name: table.number(name) for name in names if table is not None}


def _within(longest: int, variables: dict[str, Variable]) -> dict[str, Variable]:
    """The variables, no term of imprisonment above the longest that general law knows; 0 for no such bound."""
    if not longest:
        return variables
    return {id: replace(one, max=min(one.max, longest)) if TERM.search(id) else one for id, one in variables.items()}


def _option(option: Option, labels: dict[str, str]) -> Option:
    """An option with its labels in the language."""
    choices: dict[str, Choice] = {}
    for id, choice in option.choices.items():
        choices[id] = replace(choice, label=labels[f"{option.id}={id}"])
    return replace(option, label=labels[option.id], choices=choices)


def _labels(root: Entry, names: list[str]) -> dict[str, str]:
    """A label for each name: of variables, options and their choices."""
    labels = root.words("labels")
    for name in sorted(set(names) ^ set(labels)):
        raise root.error(f"`labels` must name what the English file labels; look at `{name}`", "labels", name)
    return labels


def _same(root: Entry, base: Common) -> dict[str, str]:
    """What follows where a duty is not performed, each by its English sentence, which is what a provision holds."""
    said = root.words("breaches")
    if set(said) != set(base.breaches):
        raise root.error(f"`breaches` must hold {', '.join(base.breaches)}", "breaches")
    return {base.breaches[name]: " ".join(words.split()) for name, words in said.items()}


def _list(root: Entry, field: str, model: tuple[str, ...]) -> tuple[str, ...]:
    """As many entries as in English: one that is left out would be missed by nobody."""
    found = root.texts(field)
    if len(found) != len(model):
        raise root.error(f"`{field}` has {len(found)} entries and the English file {len(model)}", field)
    return found


def read_provision_in(
    path: Path, base: dict[str, ModelProvision], common: Common
) -> tuple[ModelProvision, ProvisionFile]:
    """One provision in a language. Raises DataError CT401."""
    file = ProvisionFile(path)
    root = file.root
    root.only(_FIELDS)
    if path.stem not in base:
        raise root.error(f"the library has no provision `{path.stem}`")
    model = base[path.stem]
    own, options = model.variables or {}, model.options or {}
    choices = [f"{option.id}={choice}" for option in options.values() for choice in option.choices]
    labels = _labels(root, [*own, *options, *choices])
    variables = _within(common.longest_term, _variables(root, own, labels))
    names = {*common.variables, *variables, *options}
    made = replace(
        model,
        title=checked(root, "title", names),
        note=paragraphs(root),
        check=_list(root, "check", model.check),
        questions=_list(root, "questions", model.questions),
        breach=common.breaches.get(model.breach) or root.text("breach", ""),
        text=passages_of(root, names, options),
        elements=elements_of(root) if "elements" in root.fields else model.elements,
        terms=tuple(term for term in model.terms if term in common.terms),
        variables=variables,
        options={id: _option(option, labels) for id, option in options.items()},
        path=str(path),
    )
    if not made.text:
        raise root.error("there is no [[text]]")
    return made, file
