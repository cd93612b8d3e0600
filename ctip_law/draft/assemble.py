"""From model provisions to a draft: which ones, in what order, numbered, choices and cross-references filled in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from itertools import islice

from ctip_law.draft.library import Library, for_duty, shipped, uncovered
from ctip_law.draft.nouns import Draft, DraftPart, DraftSection, ModelProvision, Own, Passage, Statute, Style, Unit
from ctip_law.draft.numbers import printed, section_numbers
from ctip_law.draft.values import filled, in_order, shown
from ctip_law.draft.wording import Wording
from ctip_law.errors import UsageError

#: Model provisions that every whole law opens with, whatever else it holds.
_ALWAYS = ("short-title",)
#: The place of the generated definitions: after this provision, or after the last before it in the law's order.
_DEFINITIONS = "definitions"
_REF = re.compile(r"ref\('([\w-]+)'")
_BLANK = re.compile(r"\[[^\[\]]+\]")


def draft_clause(
    ids: str | Sequence[str],
    *,
    variables: Mapping[str, str | int] | None = None,
    tradition: str = "",
    number_from: int | str = 1,
    standing: Mapping[str, str] | None = None,
    language: str = "en",
) -> Draft:
    """Model clauses for duties, elements or model provisions, in the order of a whole law.

    `variables` sets blanks and options by name; `number_from` is the first section number (5, or "12A" for
    clauses put in between); `standing` is {model provision: "section 4"} of what the law has already, which is cited
    there where the draft does not hold it. Raises UsageError CT003, CT402 (id), CT004 (variable, tradition, number).
    """
    wanted = [ids] if isinstance(ids, str) else list(ids)
    found = {provision.id for id in wanted for provision in for_duty(id, language)}
    if not found:
        raise UsageError("CT402", "no id was given")
    book = shipped(language)
    tradition = tradition or _first(book)
    provisions = [provision for provision in book.provisions.values() if provision.id in found]
    law = book.law_of(provisions)
    maker = _Maker(book, law, provisions, variables or {}, tradition, number_from, standing=standing or {})
    title = "; ".join(maker.title(p) for p in provisions) if len(provisions) < 3 else "Model clauses"
    sections = tuple(maker.section(provision) for provision in provisions)
    given = [element for section in sections for element in section.elements]
    open_ = dict.fromkeys(element for id in wanted for element in uncovered(id, given))
    parts, terms = (DraftPart("", "", sections),), maker.terms(provisions)
    return Draft(
        title=title,
        tradition=tradition,
        parts=parts,
        country=str(maker.values["country"]),
        terms=terms,
        blanks=_blanks(parts, [meaning for _, meaning in terms]),
        uncovered=tuple(open_),
        language=language,
    )


def draft_into(
    ids: Sequence[str], own: Own, *, variables: Mapping[str, str | int], tradition: str, language: str = "en"
) -> tuple[tuple[DraftSection, ...], tuple[tuple[str, str], ...]]:
    """Model provisions as sections of another law, in that law's manner, and the (term, meaning) that they use.

    `ids` are model provisions, each with a number in `own.numbers`. Raises UsageError CT003 (id), CT004 (variable,
    tradition).
    """
    book = shipped(language)
    provisions = [provision for id in ids for provision in for_duty(id, language)]
    maker = _Maker(book, book.law_of(provisions), provisions, variables, tradition, 1, own=own)
    return tuple(maker.section(provision) for provision in provisions), maker.terms(provisions)


def style_of(tradition: str, language: str = "en") -> Style:
    """How a tradition names, numbers and words things. Raises UsageError CT004."""
    return _style(shipped(language), tradition)


def _first(book: Library) -> str:
    """The tradition that is taken where none is named: that of the language."""
    return next(iter(book.common.traditions))


def draft_law(
    *,
    title: str = "",
    country: str = "",
    tradition: str = "",
    law: str = "",
    only: str | Sequence[str] = (),
    without: str | Sequence[str] = (),
    variables: Mapping[str, str | int] | None = None,
    language: str = "en",
) -> Draft:
    """A whole model law with parts, definitions and short title.

    `only` limits it to what these ids need: duties, elements, model provisions or parts of the library, and what
    they build on. `law` is one of the laws of the library ("trafficking", "smuggling"), by default the first that
    holds what `only` names; `without` names model provisions to leave out, to which the text then refers by their
    titles in brackets. `country` is the name as it stands in the text. Raises as `draft_clause`, and UsageError
    CT004 for a law that is not known.
    """
    book = shipped(language)
    tradition = tradition or _first(book)
    wanted = [only] if isinstance(only, str) and only else list(only)
    law = _law(book, law, wanted)
    held = book.of(law)
    closure = _closure(book, law, wanted) if wanted else set(held)
    left_out = _left_out(book, [without] if isinstance(without, str) and without else list(without))
    _both(book, wanted, left_out)
    provisions = [provision for provision in held.values() if provision.id in closure - left_out]
    values: dict[str, str | int] = {**({"country": country} if country else {}), **(variables or {})}
    maker = _Maker(book, law, provisions, values, tradition, 1, title=title, whole=True)
    parts = []
    for number, (part, words) in enumerate(_parts(book, law, provisions), 1):
        sections = [maker.section(provision) for provision in provisions if book.part(provision, law) == part]
        if number == 1 and _DEFINITIONS in maker.numbers:
            sections.insert(maker.definitions_at, maker.definitions())
        parts.append(DraftPart(maker.style.part.format(n=number, title=words), words, tuple(sections)))
    return Draft(
        title=maker.law_title,
        tradition=tradition,
        parts=tuple(parts),
        long_title=maker.render(maker.statute.long_title),
        country=str(maker.values["country"]),
        blanks=_blanks(parts, [maker.law_title]),
        whole=True,
        language=language,
    )


def _law(book: Library, law: str, wanted: Sequence[str]) -> str:
    """The law to draft: the one named, else the first that holds all that is wanted."""
    laws = book.common.laws
    if law and law not in laws:
        raise UsageError("CT004", f'the law "{law}" is not known', remedy=f"Use {' or '.join(laws)}.")
    found = [p for id in wanted for p in _part_or_duty(book, id)]
    chosen = law or (book.law_of(found) if found else next(iter(laws)))
    if found and not any(book.part(provision, chosen) for provision in found):
        label = laws[chosen].label
        raise UsageError("CT402", f"the law on {label.lower()} holds nothing of what is asked for")
    return chosen


def _left_out(book: Library, without: Iterable[str]) -> set[str]:
    """Model provisions to leave out; a law keeps its short title."""
    for id in without:
        if id not in book.provisions or id in _ALWAYS:
            remedy = "Name a model provision of `ctip-law draft clause --list`."
            raise UsageError("CT003", f'no model provision "{id}" can be left out', remedy=remedy)
    return set(without)


def _both(book: Library, wanted: Iterable[str], left_out: set[str]) -> None:
    """Raises UsageError CT004 where all that answers what is asked for is to be left out."""
    for id in wanted:
        asked = {provision.id for provision in _part_or_duty(book, id)}
        if asked and asked <= left_out:
            what = f'"{id}" is asked for, and what answers it is to be left out ({", ".join(sorted(asked))})'
            raise UsageError("CT004", what, remedy="Take it out of one of the two.")


def _closure(book: Library, law: str, wanted: Iterable[str]) -> set[str]:
    """The provisions that answer the ids, what they build on, what their terms refer to, and the opening ones."""
    found = set(_ALWAYS)
    queue = [p.id for id in wanted for p in _part_or_duty(book, id)]
    while queue:
        id = queue.pop()
        provision = book.provisions[id]
        if id not in found and book.part(provision, law):
            found.add(id)
            meanings = " ".join(book.common.terms[term].meaning for term in provision.can_use())
            queue += [*provision.needs, *_REF.findall(meanings)]
    return found


def _part_or_duty(book: Library, id: str) -> Sequence[ModelProvision]:
    if id in book.common.parts:
        return [provision for provision in book.provisions.values() if id in (provision.part, *provision.also)]
    return for_duty(id, book.language)


def _parts(book: Library, law: str, provisions: Sequence[ModelProvision]) -> list[tuple[str, str]]:
    used = {book.part(provision, law) for provision in provisions}
    return [(id, title) for id, title in book.common.parts.items() if id in used]


class _Maker:
    """The state of one draft: style, values, numbers, labels."""

    def __init__(
        self,
        book: Library,
        law: str,
        provisions: Sequence[ModelProvision],
        variables: Mapping[str, str | int],
        tradition: str,
        number_from: int | str,
        *,
        title: str = "",
        whole: bool = False,
        standing: Mapping[str, str] | None = None,
        own: Own | None = None,
    ) -> None:
        self.book = book
        self.style = own.style if own else _style(book, tradition)
        self.statute: Statute = book.common.laws[law]
        self.values = filled(book, variables, tradition)
        order = [provision.id for provision in provisions]
        #: definitions stand after the short title and the purposes
        self.definitions_at = sum(id in ("short-title", "objects", "sm-objects") for id in order)
        if whole and any(provision.uses(self.values) for provision in provisions):
            order.insert(self.definitions_at, _DEFINITIONS)
        self.numbers = dict(zip(order, islice(section_numbers(number_from), len(order)), strict=True))
        if own:
            self.numbers = {**own.sections, **own.numbers}
        self.standing = {*(standing or {})}
        passages = {p.id: [x for x in p.text if self._stands(x)] for p in book.provisions.values()}
        self.passages = passages
        labels = {id: self._labels(found) for id, found in passages.items()}
        for id in sorted(set(own.sections) - set(own.numbers)) if own else ():
            labels[id] = dict.fromkeys(labels[id], "")  # a section of the other law is cited as a whole
        texts = (piece.text for p in provisions for passage in passages[p.id] for piece in passage.walk())
        in_order(book, law, self.values, texts)
        self.wording = Wording(self.style, self.statute, self.values, self.numbers, {}, labels)
        self.law_title = shown("the title", title) or self.render(self.statute.title)
        self.values["title"] = self.law_title
        titles = {id: self._plain_title(p) for id, p in book.provisions.items()}
        self.wording = Wording(self.style, self.statute, self.values, self.numbers, titles, labels, standing)

    def _plain_title(self, provision: ModelProvision) -> str:
        return self.wording.render(provision.title, path=provision.path)

    def title(self, provision: ModelProvision) -> str:
        """The heading of a provision without its number."""
        return self.wording.titles[provision.id]

    def render(self, text: str) -> str:
        """A text of common.toml."""
        return self.wording.render(text, path=self.book.common.path)

    def _stands(self, passage: Passage) -> bool:
        return all(self.values[option] in choices for option, choices in passage.when)

    def _labels(self, passages: Sequence[Passage]) -> dict[str, str]:
        pattern = self.style.numbers[0]
        numbered = len(passages) > 1
        return {p.label: printed(n, pattern) if numbered else "" for n, p in enumerate(passages, 1) if p.label}

    def section(self, provision: ModelProvision) -> DraftSection:
        """One model provision, drafted."""
        passages = self.passages[provision.id]
        units = tuple(self._unit(provision, p, n if len(passages) > 1 else 0, 0) for n, p in enumerate(passages, 1))
        num = self.numbers[provision.id]
        return DraftSection(
            provision=provision.id,
            num=num,
            label=self.style.reference.format(n=num),
            heading=self.style.heading.format(n=num, title=self.title(provision)),
            title=self.title(provision),
            units=units,
            note=provision.note,
            check=provision.check,
            choices=tuple(self._choices(provision)),
            questions=provision.questions,
            breach=provision.breach,
            duties=provision.duties,
            elements=provision.promises(self.values),
        )

    def _unit(self, provision: ModelProvision, passage: Passage, n: int, depth: int, end: str = "") -> Unit:
        words = self.wording.render(passage.text, provision.id, path=provision.path, line=passage.line)
        items = [item for item in passage.items if self._stands(item)]
        lead = self.style.lead
        if items:
            words = f"{words} {lead}" if lead == "—" else words + lead
        return Unit(
            num=printed(n, self.style.numbers[depth]) if n else "",
            text=words if items else words + end,
            items=tuple(
                self._unit(
                    provision, item, at, depth + 1, _ending(at, len(items), self._join(passage.join), self.style.pause)
                )
                for at, item in enumerate(items, 1)
            ),
        )

    def _join(self, word: str) -> str:
        """ "and" or "or" in the language of the draft."""
        return self.book.common.joins.get(word, word)

    def _choices(self, provision: ModelProvision) -> Iterable[str]:
        """Each option in words: what was taken, and what else could be."""
        for option in (provision.options or {}).values():
            taken = str(self.values[option.id])
            others = [f"{c.label} ({option.id}={c.id})" for c in option.choices.values() if c.id != taken]
            said = self.book.common.words["otherwise"]
            yield said.format(option=option.label, taken=option.choices[taken].label, others="; ".join(others))

    def terms(self, provisions: Iterable[ModelProvision]) -> tuple[tuple[str, str], ...]:
        """The terms that provisions use, by alphabet, but for those that one of them defines itself."""
        used = dict.fromkeys(id for provision in provisions for id in provision.uses(self.values))
        found = []
        for id in used:
            term, meaning, law, alone = astuple(self.book.common.terms[id])
            if law not in ("", self.statute.id):
                continue
            if alone and not set(_REF.findall(meaning)) <= self.numbers.keys() | self.standing:
                meaning = alone  # the provision that it leads to is not there
            given = re.escape(self.book.common.given)
            target = re.match(given + r" \{\{ ref\('([\w-]+)'", meaning)
            if not (target and target[1] in self.numbers and _DEFINITIONS not in self.numbers):
                found.append((term, self.render(meaning)))
        return tuple(sorted(found, key=lambda pair: _letters(pair[0])))

    def definitions(self) -> DraftSection:
        """The section that defines the terms the draft uses."""
        style, num = self.style, self.numbers[_DEFINITIONS]
        entries = self.terms(p for p in self.book.provisions.values() if p.id in self.numbers)
        items = tuple(
            Unit("", self.wording.quoted(f"“{term}”") + f" {meaning}" + _ending(at, len(entries), "", style.pause))
            for at, (term, meaning) in enumerate(entries, 1)
        )
        lead = f" {style.lead}" if style.lead == "—" else style.lead
        return DraftSection(
            provision=_DEFINITIONS,
            num=num,
            label=style.reference.format(n=num),
            heading=style.heading.format(n=num, title=style.definitions_title),
            title=style.definitions_title,
            units=(Unit("", style.definitions_intro.format(law=style.law) + lead, items),),
            note=(self.book.common.words["definitions"],),
        )


def _blanks(parts: Iterable[DraftPart], more: Iterable[str]) -> tuple[str, ...]:
    """The bracketed words of a draft, each once, in order."""
    words = [line[2] for part in parts for section in part.sections for line in section.lines()]
    return tuple(dict.fromkeys(blank for text in (*words, *more) for blank in _BLANK.findall(text)))


def _letters(term: str) -> str:
    """A term by its letters alone: an accent does not move it behind the z."""
    return "".join(c for c in unicodedata.normalize("NFD", term.casefold()) if not unicodedata.combining(c))


def _ending(at: int, count: int, join: str, pause: str) -> str:
    if at == count:
        return "."
    return f"{pause} {join}" if join and at == count - 1 else pause


def _style(book: Library, tradition: str) -> Style:
    styles = book.common.traditions
    if tradition not in styles:
        raise UsageError("CT004", f'the tradition "{tradition}" is not known', remedy=f"Use {' or '.join(styles)}.")
    return styles[tradition]
