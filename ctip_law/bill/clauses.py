"""From model provisions to the sections that a bill puts into a law, in that law's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ctip_law.bill.manner import Manner, plural_of
from ctip_law.bill.place import Places
from ctip_law.draft import DraftSection, Own, Unit, draft_into

#: What a law has only once: where it has its own, a model provision adds to it.
_ADDING = ("trafficking-definition", "exploitation-definition")


@dataclass(frozen=True, slots=True)
class Drafted:
    """The new sections by model provision, and the (term, meaning) that they use and the law does not have."""

    sections: Mapping[str, DraftSection]
    terms: tuple[tuple[str, str], ...]


def drafted(
    models: Sequence[str], places: Places, manner: Manner, variables: Mapping[str, str | int], tradition: str
) -> Drafted:
    """The model provisions as sections of the law. Raises UsageError CT004 for a variable that is not known."""
    if not models:
        return Drafted({}, ())
    own = {id: num for id, num in places.own.items() if id not in places.numbers}
    if len(places.offences) > 1 and "offence" in own:
        own["offence"] = manner.listed(places.offences)
    law = Own(manner.style, dict(places.numbers), own)
    sections, terms = draft_into(
        models, law, variables=variables, tradition=tradition, language=manner.wording.language
    )
    made = {section.provision: spoken(_adding(section, places, manner), manner) for section in sections}
    text = "\n".join(words for section in made.values() for _, _, words in section.lines())
    said = [(own_words(term, manner), own_words(meaning, manner)) for term, meaning in terms]
    return Drafted(made, tuple(_new(said, text, manner)))


def own_words(text: str, manner: Manner) -> str:
    """A text with the law's words and quotation marks in place of those of the library: an injured party."""
    text = text.replace("“", manner.marks[0]).replace("”", manner.marks[1])
    for word, mine in sorted(manner.own.items(), key=lambda pair: -len(pair[0])):
        text = _said(text, word, mine, manner)
    text = re.sub(rf"\b({manner.unit} \S+) \w+ \1(?!\S)", r"\1", text)  # section 3 or section 3
    return spelled(manner.wording.contracted(text), manner)


def spelled(text: str, manner: Manner) -> str:
    """A text in the spelling of the law: an offense."""
    for ours, theirs in manner.spelling.items():
        text = re.sub(rf"(?i)\b{ours}", lambda match, theirs=theirs: match[0][0] + theirs[1:], text)  # type: ignore[misc]
    return text


def _said(text: str, word: str, mine: str, manner: Manner) -> str:
    how = manner.wording
    plural = how("manner.plural")
    pattern = rf"(?P<before>\b\w+ )?\b(?P<word>{re.escape(word)})(?P<more>{plural})?\b"

    def put(match: re.Match[str]) -> str:
        before, said = match["before"] or "", plural_of(mine, how) if match["more"] else mine
        if len(mine) > len(word) and text[match.start("word") :].casefold().startswith(mine.casefold()):
            return match[0]  # said in full already
        if word[0].isupper() and before[:1].isupper() and before.strip().casefold() not in how.lists["manner.articles"]:
            return match[0]  # the Central Authority is another one
        if match["word"][0].isupper() and word[0].islower():
            said = said[0].upper() + said[1:]
        if before.strip().casefold() in (how("manner.a"), how("manner.an")):
            article = how("manner.an" if mine[0].casefold() in how("manner.vowels") else "manner.a")
            before = (article.capitalize() if before[0].isupper() else article) + " "
        return before + said

    return re.sub(pattern, put, text, flags=0 if word[0].isupper() else re.I)


def spoken(section: DraftSection, manner: Manner) -> DraftSection:
    """A section of the library in the law's words."""
    return replace(
        section,
        title=own_words(section.title, manner),
        heading=own_words(section.heading, manner),
        units=tuple(_unit(unit, manner) for unit in section.units),
    )


def _unit(unit: Unit, manner: Manner) -> Unit:
    return replace(unit, text=own_words(unit.text, manner), items=tuple(_unit(item, manner) for item in unit.items))


def _adding(section: DraftSection, places: Places, manner: Manner) -> DraftSection:
    """A definition that the law has in its own words is added to, and the offence under it named."""
    if section.provision not in _ADDING or not (places.offences or section.provision in places.own):
        return section
    how = manner.wording
    words = manner.names | {"own": places.own.get(section.provision, ""), "crime": how("model.crime")}
    words["offence"] = places.principal or places.numbers.get("offence", "")
    pattern = manner.style.numbers[0]
    units = section.units
    if len(units) == 1:
        units = (replace(units[0], num=pattern),)
    units = (*units, Unit(pattern.replace("1", str(len(units) + 1)), how(f"adds.{section.provision}", **words)))
    note = section.note
    if section.provision == "trafficking-definition":
        means, also = how("adds.means"), how("adds.also")
        units = (replace(units[0], text=units[0].text.replace(means, also, 1)), *units[1:])
        note = (how("adds.trafficking-definition_note", **words), *note)
    return replace(section, units=units, note=note)


def _new(terms: Sequence[tuple[str, str]], text: str, manner: Manner) -> Iterator[tuple[str, str]]:
    """The terms that stand in the new sections, or in the meaning of one that does, and nowhere in the law."""
    queue, seen = [text], set()
    while queue:
        words = queue.pop()
        for term, meaning in terms:
            if term in seen or not _stands(term, words, manner):
                continue
            seen.add(term)
            if term.casefold() not in manner.terms and not _known(term, manner):
                queue.append(meaning)
    kept = [(term, meaning) for term, meaning in terms if term in seen]
    offence = spelled(manner.own.get(manner.wording("model.offence"), ""), manner)
    own = [word for word in manner.own.values() if word != offence]  # that one is only named after the law's own
    known = [word for word in own if _stands(word, manner.law.text, manner)]
    for term, meaning in sorted(dict(kept).items(), key=lambda pair: pair[0].casefold()):
        if term in known or term.casefold() in manner.terms:
            continue
        if term != offence and _known(term, manner):
            continue
        yield term, meaning


def _stands(term: str, text: str, manner: Manner) -> bool:
    """Whether a term stands in a text; one with a capital only as such."""
    flags = 0 if term[0].isupper() else re.I
    return bool(re.search(rf"\b{re.escape(term)}(?:{manner.wording('manner.plural')})?\b", text, flags))


def _known(term: str, manner: Manner) -> bool:
    """Whether the law has a term: a body by its whole name and not within another, as in the Council of Ministers."""
    text = manner.law.text
    if not term[0].isupper():
        return _stands(term, text, manner)
    behind = "|".join(map(re.escape, manner.wording.lists["manner.behind"]))
    named = re.compile(rf"(?P<before>\b[^\W\d]\w*[ \t]+)?\b{re.escape(term)}\b(?![ \t]+(?:(?:{behind})\b|[A-ZÀ-Þ]))")
    articles = manner.wording.lists["manner.articles"]
    return any(
        not (before := match["before"] or "")[:1].isupper() or before.strip().casefold() in articles
        for match in named.finditer(text)
    )


def body(section: DraftSection, manner: Manner) -> str:
    """A new section as it is quoted: number and heading as the law prints them, then its words, a line for each."""
    lines = [" ".join(filter(None, (num, words))) for _, num, words in section.lines()]
    return headed(section.num, section.title, lines, manner)


def headed(num: str, title: str, lines: Sequence[str], manner: Manner) -> str:
    """Lines with number and heading before them; a law without headings gets none."""
    head = manner.head.format(n=num)
    if manner.headings == "above":
        return "\n".join([title, "", f"{head} {lines[0]}", *lines[1:]])
    if manner.headings == "beside":
        return "\n".join([f"{head} {title}", *lines])
    if manner.headings == "alone":
        return "\n".join([head.rstrip("."), *lines])
    return "\n".join([f"{head} {lines[0]}", *lines[1:]])
