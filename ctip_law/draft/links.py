"""Whether the texts of the library hold together: what they refer to is there, and what is declared is used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ctip_law.draft.nouns import ModelProvision, Passage
from ctip_law.draft.schema import ProvisionFile
from ctip_law.draft.wording import calls_in, names_in
from ctip_law.errors import ConfigError

if TYPE_CHECKING:
    from ctip_law.draft.library import Library

#: Declared for all drafts and named by no text: what `Wording` puts in.
_ALWAYS = frozenset({"country", "currency", "prison_word", "grave_prison_word", "grave_prison_over"})


def check(library: Library, *, shared: bool = True) -> None:
    """Raises ConfigError CT401 with file and line for the first text or entry that leads nowhere; `shared`
    asks for the use of each shared entry too, which a library with part of the provisions cannot have."""
    labels = {id: {one.label for one in _passages(p) if one.label} for id, p in library.provisions.items()}
    for provision in library.provisions.values():
        for passage in _passages(provision):
            for name, words in calls_in(passage.text):
                wrong = _leads_nowhere(name, words, provision.id, labels)
                if wrong:
                    raise ConfigError("CT401", f"`text`: {wrong}", path=provision.path, place=str(passage.line))
        _own_used(provision)
    _meanings_lead(library, labels)
    if shared:
        _shared_used(library)


def _leads_nowhere(name: str, words: tuple[str, ...], own: str, labels: dict[str, set[str]]) -> str:
    if name == "ref" and words:
        if words[0] not in labels:
            return f'there is no model provision "{words[0]}" to refer to'
        if len(words) > 1 and words[1] not in labels[words[0]]:
            return f'"{words[0]}" has no text with the label "{words[1]}"'
    if name in ("here", "Here") and words and words[0] not in labels[own]:
        return f'there is no text with the label "{words[0]}" in this provision'
    return ""


def _passages(provision: ModelProvision) -> Iterator[Passage]:
    for passage in provision.text:
        yield from passage.walk()


def _own_used(provision: ModelProvision) -> None:
    """Each variable of a provision stands in its texts, each option decides one or stands in one."""
    named, decided = set(names_in(provision.title)), set()
    for passage in _passages(provision):
        named |= names_in(passage.text)
        decided |= {option for option, _ in passage.when}
    tables = (("variables", provision.variables or {}, named), ("options", provision.options or {}, named | decided))
    for kind, table, used in tables:
        for name in table:
            if name not in used:
                file = ProvisionFile(Path(provision.path))
                raise file.error((file.path.stem, kind, name), f"nothing in the text uses `{name}`")


def _meanings_lead(library: Library, labels: dict[str, set[str]]) -> None:
    """A term that a provision uses draws in what its meaning refers to: a language must hold that too."""
    file = ProvisionFile(Path(library.common.path))
    for id in dict.fromkeys(term for provision in library.provisions.values() for term in provision.can_use()):
        for name, words in calls_in(library.common.terms[id].meaning):
            wrong = _leads_nowhere(name, words, "", labels) if name == "ref" else ""
            if wrong:
                key = (file.path.stem, "terms", id)
                raise file.error(key, f"the meaning of `{id}`: {wrong}", field="meaning", value=words[0])


def _shared_used(library: Library) -> None:
    """Each variable, term and part that is shared is used by a provision."""
    common = library.common
    texts = [text for law in common.laws.values() for text in (law.title, law.long_title)]
    texts += [term.meaning for term in common.terms.values()]
    used: dict[str, set[str]] = {
        "variables": set(_ALWAYS).union(*map(names_in, texts)),
        "terms": {term for provision in library.provisions.values() for term in provision.can_use()},
    }
    for provision in library.provisions.values():
        used["variables"] |= names_in(provision.title).union(*(names_in(p.text) for p in _passages(provision)))
    file = ProvisionFile(Path(common.path))
    for kind, table in (("variables", common.variables), ("terms", common.terms)):
        for name in table:
            if name not in used[kind]:
                raise file.error((file.path.stem, kind, name), f"no model provision uses `{name}`")
