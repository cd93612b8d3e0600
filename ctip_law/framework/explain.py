"""An entry of the framework in words that a lawyer can read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from ctip_law.errors import UsageError
from ctip_law.framework.load import Framework, load
from ctip_law.framework.nouns import Defect, Element, Instrument, Provision
from ctip_law.framework.outline import Outline, outlines
from ctip_law.framework.rule_words import HOW_RULES_WORK, rule_in_words
from ctip_law.framework.verdict import NOT_SCORED, verdict

#: Columns of the text.
WIDTH = 92

#: Lists of entries that `explain` prints.
LISTS = ("instruments", "provisions", "elements", "defects")

_RELATIONS = {
    "equivalent": "The same duty",
    "stronger": "These ask for more",
    "weaker": "These ask for less",
    "related": "The same subject, another duty",
}
_CAUTION = "Caution: this entry was not checked against the full text of the provision."


def explain(id: str) -> str:
    """The entry of a provision, element, defect, instrument or word of the vocabulary, or one of LISTS.

    Ids are read whatever their case. Raises UsageError CT003, with the nearest ids, for an unknown one.
    """
    framework = load()
    name = id.strip().casefold()
    if name in LISTS:
        return _list(framework, name)
    if name == "rules":
        return "\n".join(_paragraph(HOW_RULES_WORK)) + "\n"
    lines = _entry(framework, name)
    if lines is None:
        raise UsageError("CT003", f'there is no entry "{id.strip()}"{_near(framework, name)}')
    return "\n".join(lines).rstrip() + "\n"


def _entry(framework: Framework, name: str) -> list[str] | None:
    """The lines of the entry with this id, in lower case; None where there is none."""
    provisions = {one.id.casefold(): one for one in framework.provisions()}
    if name in provisions:
        return list(_provision(framework, provisions[name]))
    if name in framework.elements:
        return list(_element(framework, framework.elements[name]))
    if name in framework.defects:
        return list(_defect(framework, framework.defects[name]))
    if name in framework.instruments:
        return list(_instrument(framework, framework.instruments[name]))
    for words, kind in (
        ("strength", "strength of a duty"),
        ("nature", "nature of a duty"),
        ("verified", "how an entry was checked"),
        ("relation", "relation of two provisions"),
        ("kind", "kind of instrument"),
        ("cluster", "cluster of provisions"),
        ("group", "group of elements"),
    ):
        meaning = framework.vocabulary[words].get(name)
        if meaning:
            members = [one for one in framework.elements.values() if words == "group" and one.group == name]
            return [f"{name}: {kind}", "", *_paragraph(meaning), "", *_rows(_labels(framework, members))]
    return None


def _provision(framework: Framework, one: Provision) -> Iterator[str]:
    instrument = framework.instruments[one.instrument]
    yield from _rows([(one.id, one.title)], indent=0)
    yield from _paragraph(f"{instrument.name}, {one.article if _named(one.article) else f'article {one.article}'}")
    if one.verified != "text":
        yield from _paragraph(f"{_CAUTION} {framework.vocabulary['verified'][one.verified]}")
    yield ""
    yield from _fact("Strength", _strength(framework, one))
    if one.qualifier:
        yield from _fact("Qualifier" if not one.softeners else "Softened", one.qualifier)
    for softener in one.softeners:
        yield from _fact("", framework.vocabulary["softener"][softener])
    yield from _fact("Nature", f"{one.nature}. {framework.vocabulary['nature'][one.nature]}")
    yield from _fact("Subject", framework.vocabulary["cluster"][one.cluster])
    if one.numeric_test:
        yield from _fact("Number", _number(one))
    yield from _heading("What a statute must contain", _paragraph(one.statute_must_contain, "  "))
    yield from _needs(framework, one)
    wider = [framework.elements[id] for id in one.wider]
    yield from _heading("Goes further, or is seen beside it", _rows(_labels(framework, wider)))
    yield from _heading("How the verdict is reached", _verdict(framework, one))
    yield from _heading("What the verdict would be without one of them, all the rest found", _without(framework, one))
    defects = [(id, framework.defects[id].label) for id in one.typical_defects]
    yield from _heading("Typical defects", _rows(defects))
    yield from _heading("In other instruments", _links(framework, one))
    if one.checked_at:
        sources = [(code, framework.check_sources[code]) for code in one.checked_at]
        yield from _heading("Checked at", _rows(sources))


def _named(article: str) -> bool:
    """True where the article says itself what it is ("Principle 1", "rec 3"), not only a number."""
    return any(word.isalpha() and len(word) > 2 for word in article.split())


def _strength(framework: Framework, one: Provision) -> str:
    meaning = framework.vocabulary["strength"]
    if one.effective_strength:
        return (
            f"{one.strength} in form, {one.effective_strength} in effect: "
            "it is counted as the provision that makes it binding."
        )
    return f"{one.strength}. {meaning[one.strength]}"


def _number(one: Provision) -> str:
    names = {
        "child_age_years": "age below which a person is a child, in years",
        "max_imprisonment_years": "longest term of imprisonment, in years",
        "max_imprisonment_years_aggravated": "longest term of imprisonment when aggravated, in years",
        "reflection_days": "length of the reflection period, in days",
    }
    test = one.numeric_test
    if test is None:
        return ""
    bound = "at least" if test["op"] == ">=" else "at most"
    return f"{names[test['quantity']]}: {bound} {test['value']}."


def _needs(framework: Framework, one: Provision) -> Iterator[str]:
    alone = [framework.elements[need[0]] for need in one.needs if len(need) == 1]
    yield from _heading("Elements needed", _rows(_labels(framework, alone)))
    for choice in one.any_of:
        elements = [framework.elements[id] for id in choice]
        yield from _heading("One of these is enough", _rows(_labels(framework, elements)))


def _verdict(framework: Framework, one: Provision) -> Iterator[str]:
    if one.nature in NOT_SCORED:
        yield from _paragraph("Never scored: it is no duty to legislate.", "  ")
    elif not one.needs:
        yield from _paragraph("Not assessed: no element of a statute answers to it.", "  ")
    elif not one.rule.why:
        many = "All of them present: met. Some present, or in part: partial. Nothing found: gap."
        single = "Present: met. In part only: partial. Not found: gap."
        yield from _paragraph(many if len(one.needs) > 1 else single, "  ")
    else:
        for sentence in rule_in_words(one, framework):
            yield from _paragraph(sentence, "  ")


def _without(framework: Framework, one: Provision) -> Iterator[str]:
    """What the verdict would be without each element that it asks for, alike ones together."""
    if one.nature in NOT_SCORED:
        return
    statuses: dict[str, list[str]] = {}
    needed = [*(id for need in one.needs for id in need), *one.rule.also, *one.rule.reach]
    for id in dict.fromkeys(needed):
        status = verdict(one, set(one.asked) - {id}, set(), set()).status
        statuses.setdefault(f"still {status}" if status == "met" else status, []).append(framework.elements[id].label)
    yield from _rows([(status, "; ".join(labels)) for status, labels in statuses.items()])


def _links(framework: Framework, one: Provision) -> Iterator[str]:
    for relation, words in _RELATIONS.items():
        ids = [id for id, found in one.equivalents.items() if found == relation]
        if ids:
            yield f"  {words}"
            linked = [framework.provision(id) for id in ids]
            yield from _rows([(p.id, f"{p.title} ({p.counts_as})") for p in linked], indent=4)


def _element(framework: Framework, one: Element) -> Iterator[str]:
    yield from _rows([(one.id, one.label)], indent=0)
    group = framework.vocabulary["group"].get(one.group)
    yield f"Element: {group}" if group else f"Element of {one.group} alone"
    if one.gloss:
        yield ""
        yield from _paragraph(one.gloss)
    if one.synonyms:
        yield from _heading("Wordings met in statutes", _paragraph("; ".join(one.synonyms), "  "))
    if one.traps:
        yield from _heading("Looks alike and is not enough", _paragraph("; ".join(one.traps), "  "))
    needed, wider = [], []
    for provision in framework.provisions():
        if any(one.id in need for need in provision.needs) or one.id in provision.rule.also:
            needed.append((provision.id, provision.title))
        elif one.id in provision.wider:
            wider.append((provision.id, provision.title))
    yield from _heading("Needed for", _rows(needed))
    yield from _heading("Goes further than", _rows(wider))


def _defect(framework: Framework, one: Defect) -> Iterator[str]:
    yield from _rows([(one.id, one.label)], indent=0)
    yield "Defect"
    if one.cue:
        yield from _heading("How it shows", _paragraph(one.cue, "  "))
    yield from _heading("Why it matters", _paragraph(one.why, "  "))
    yield from _heading("What a drafter does", _paragraph(one.fix, "  "))
    if one.note:
        yield from _heading("Note", _paragraph(one.note, "  "))
    rows = [(id, framework.provision(id).title) for id in one.provisions]
    yield from _heading("Touches", _rows(rows))


def _instrument(framework: Framework, one: Instrument) -> Iterator[str]:
    yield from _rows([(one.id, one.name)], indent=0)
    yield from _paragraph(framework.vocabulary["kind"][one.kind])
    yield ""
    yield from _fact("Made", str(one.year))
    if one.in_force:
        yield from _fact("In force", f"{one.in_force} ({one.in_force_checked or 'not checked'})")
    if one.transposition_due:
        yield from _fact("Due", f"to be transposed by {one.transposition_due}")
    yield from _fact("Checked", f"{one.verified}. {framework.vocabulary['verified'][one.verified]}")
    yield from _fact("Read at", one.source)
    if one.note:
        yield from _fact("Note", one.note)
    rows = [(p.id, f"{p.article}  {p.title}") for p in framework.provisions([one.id])]
    yield from _heading(f"Provisions ({len(rows)})", _rows(rows))
    for outline in outlines():
        if outline.instrument == one.id:
            yield from _paragraphs(framework, outline)


def _paragraphs(framework: Framework, outline: Outline) -> Iterator[str]:
    """The paragraphs that have no provision, by the reason."""
    without: dict[str, list[str]] = {}
    for number, answer in outline.paragraphs.items():
        if isinstance(answer, str):
            without.setdefault(answer, []).append(number)
    title = f"Of its {len(outline.paragraphs)} paragraphs these have no provision"
    reasons = framework.vocabulary["paragraph"]
    yield from _heading(title, _rows([(word, f"{', '.join(ids)}. {reasons[word]}") for word, ids in without.items()]))


def _list(framework: Framework, name: str) -> str:
    rows = {
        "instruments": [(one.id, f"{one.name} ({one.year})") for one in framework.instruments.values()],
        "provisions": [(one.id, f"{one.article}  {one.title}") for one in framework.provisions()],
        "elements": [(one.id, one.label) for one in framework.elements.values()],
        "defects": [(one.id, one.label) for one in framework.defects.values()],
    }[name]
    return "\n".join(_rows(rows, indent=0)) + "\n"


def _near(framework: Framework, name: str) -> str:
    """Up to three ids like the one asked for, or whose label holds it."""
    import difflib

    labels = {one.id: one.title for one in framework.provisions()}
    labels |= {one.id: one.label for one in framework.elements.values()}
    labels |= {one.id: one.label for one in framework.defects.values()}
    labels |= {one.id: one.name for one in framework.instruments.values()}
    close = difflib.get_close_matches(name, list(labels), n=3, cutoff=0.7)
    said = [id for id, label in labels.items() if len(name) > 3 and name in label.casefold()]
    found = list(dict.fromkeys([*close, *said]))[:3]
    return f" (near: {', '.join(f'{id} {labels[id]}' for id in found)})" if found else ""


def _labels(framework: Framework, elements: Iterable[Element]) -> list[tuple[str, str]]:
    return [(one.id, one.label) for one in elements]


def _heading(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title with the lines under it, a blank line before; nothing where there are no lines."""
    body = list(lines)
    if body:
        yield from ("", title, *body)


def _fact(name: str, text: str) -> Iterator[str]:
    indent = " " * 11
    yield from textwrap.wrap(text, WIDTH, initial_indent=f"{name:11}", subsequent_indent=indent)


def _paragraph(text: str, indent: str = "") -> Iterator[str]:
    for part in text.split("\n\n"):
        yield from textwrap.wrap(" ".join(part.split()), WIDTH, initial_indent=indent, subsequent_indent=indent)


def _rows(rows: Sequence[tuple[str, str]], indent: int = 2) -> Iterator[str]:
    """Ids and what they are, in two columns."""
    width = max((len(id) for id, _ in rows), default=0) + indent + 2
    for id, text in rows:
        first = f"{' ' * indent}{id}".ljust(width)
        yield from textwrap.wrap(
            text, max(WIDTH, width + 40), initial_indent=first, subsequent_indent=" " * width, break_long_words=False
        )
