"""The library in another language: the same provisions with the same duties, elements, options and variables, in
words drafted in that language. A file holds the words alone; what it does not say stands as in English.

`model_laws/<language>/common.toml` has the traditions, titles, terms and the small words of lists,
`provisions/<id>.toml` a provision each, with `title` and [[text]]. `elements` stands where the words give less than the
English ones do.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ctip_law.draft.nouns import Common, ModelProvision, Term, Variable
from ctip_law.draft.schema import ProvisionFile, checked, elements_of, passages_of, statute_of, style_of, tables

_FIELDS = ("title", "elements", "variables", "text")


def read_common_in(path: Path, base: Common) -> Common:
    """What provisions share, in a language. Raises DataError CT401."""
    file = ProvisionFile(path)
    root = file.root
    root.only(("given", "and", "or", "laws", "parts", "traditions", "variables", "terms"))
    parts = root.words("parts")
    for id in parts:
        if id not in base.parts:
            raise root.error(f'`parts` names "{id}", which the library does not have', "parts", id)
    names = set(base.variables)
    terms = {}
    for entry in tables(root, "terms"):
        entry.only(("term", "meaning"))
        if entry.id not in base.terms:
            raise entry.error(f"the library has no term `{entry.id}`")
        terms[entry.id] = Term(entry.text("term"), checked(entry, "meaning", names), base.terms[entry.id].law)
    return replace(
        base,
        laws={entry.id: statute_of(entry, names) for entry in tables(root, "laws")},
        parts={id: parts[id] for id in base.parts if id in parts},
        traditions={entry.id: style_of(entry) for entry in tables(root, "traditions")},
        variables=_variables(base.variables, root.words("variables")),
        terms=terms,
        given=root.text("given"),
        joins={"and": root.text("and"), "or": root.text("or")},
        path=str(path),
    )


def _variables(base: dict[str, Variable], given: dict[str, str]) -> dict[str, Variable]:
    """The variables with their defaults in the language; numbers stay."""
    return {id: replace(one, default=given.get(id, one.default)) for id, one in base.items()}


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
    defaults = root.words("variables") if "variables" in root.fields else {}
    variables = _variables(model.variables or {}, defaults)
    names = {*common.variables, *variables, *(model.options or {})}
    made = replace(
        model,
        title=checked(root, "title", names),
        text=passages_of(root, names, model.options or {}),
        elements=elements_of(root) if "elements" in root.fields else model.elements,
        terms=tuple(term for term in model.terms if term in common.terms),
        variables=variables,
        path=str(path),
    )
    if not made.text:
        raise root.error("there is no [[text]]")
    return made, file
