"""From a statute to the bill that closes its gaps: read, plan, place, draft, number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ctip_law.annotate.drafting import drafting
from ctip_law.bill.clauses import Drafted, body, drafted, headed, own_words
from ctip_law.bill.manner import Definitions, Manner, manner_of, tradition_of, year_off
from ctip_law.bill.mend import mended
from ctip_law.bill.nouns import Bill, Change, Frame, Question
from ctip_law.bill.numbers import label_after
from ctip_law.bill.place import Places, groups, places_of
from ctip_law.bill.plan import Plan, plan_of
from ctip_law.bill.wording import Wording, wording
from ctip_law.draft import DraftSection, library
from ctip_law.draft.duties import cited_as
from ctip_law.draft.library import country_said, shipped
from ctip_law.errors import InputError, UsageError
from ctip_law.framework import load
from ctip_law.match import Reading
from ctip_law.model import Law, Report

_UNSAFE = re.compile('["“”„«»‘\\r\\n\\x00-\\x08\\x0b-\\x1f\\u2028\\u2029]')
_MOST = 4  # new sections in a clause whose reader might take them for clauses of the bill
_BLANK = re.compile(r"\[[^\[\]]+\]")


def bill_of(
    report: Report,
    *,
    tradition: str = "",
    strength: str = "mandatory",
    measures: bool = False,
    also: Sequence[str] = (),
    without: Sequence[str] = (),
    variables: Mapping[str, str | int] | None = None,
    endangered: Mapping[str, Sequence[str]] | None = None,
) -> Bill:
    """The bill that amends the first law of a gap analysis so that its gaps close; it is not proved yet.

    The arguments are those of `plan_of` and `manner_of`. Raises UsageError CT003, CT004, CT402, and CT004 for a
    value that breaks a quotation; InputError CT403 for a language without model provisions, CT405 for a law
    that amends another, CT201 for a law whose sections have no numbers to cite.
    """
    law = report.ledger.laws[0]
    _principal(report, law)
    how = wording(law.language, law.source.path)
    _plain(variables or {})
    reading = _reading(report, law)
    manner = manner_of(reading, how, tradition)
    mends = mended(report, law, manner, without)
    plan = plan_of(
        report, strength=strength, measures=measures, also=also, without=without, variables=variables,
        mended=mends.elements, endangered=endangered,
    )  # fmt: skip
    for model, defect in mends.models:
        plan.take(model, defect)
    models = [id for id in library(how.language) if id in plan.wanted]
    places = places_of(models, reading, report, manner)
    style = tradition or tradition_of(manner.kind, how.language)
    scale = scale_of(law, places)
    given = {**_given(report, scale, places, how.language), **plan.choices, **(variables or {})}
    made = drafted(models, places, manner, given, style)
    changes = [*_defined([*_inserts(plan, places, made, manner)], made, manner, places), *mends.changes]
    alone = [Question((), "", how("bill.no_offence", **manner.names))] if reading.silent_alone else []
    questions = tuple(_named(one, manner, plan) for one in (*alone, *plan.questions, *mends.questions))
    numbered = tuple(_numbered(changes, law, 1 if how.framed else 2))
    title, long_title, opening, closing = _opened(manner, len(numbered))
    frame = _frame(how, closing)
    return Bill(
        law=law,
        title=title,
        note=how("bill.note"),
        clause=how("bill.clause"),
        long_title=long_title,
        first=(how("bill.first"), (opening,) if frame else (opening, closing)),
        changes=numbered,
        questions=questions,
        consequential=(*_scale(numbered, places, manner, scale), *_consequential(numbered, places, manner)),
        blanks=_blanks(numbered, (long_title, opening, closing)),
        left=tuple(plan.left),
        tradition=style,
        head=_head(numbered, manner),
        marks=manner.quotes,
        frame=frame,
        unit=manner.unit,
        asked=tuple(plan.asked),
    )


def _frame(how: Wording, closing: str) -> Frame | None:
    """What stands around the changes in a language that has them in one unit."""
    units = how.lists["bill.frame"]
    return Frame(units[0], units[1], (closing,)) if how.framed else None


def _opened(manner: Manner, changes: int) -> tuple[str, str, str, str]:
    """Title, long title, the words that open a bill with so many changes, and those on what it amends, or when."""
    how, names = manner.wording, manner.names
    short = names | {"title": _bare(year_off(manner.title, how), manner)}
    name = how("bill.cited", **short)
    opening = how.counted("bill.first_words", changes, cited=name, **names)
    long_title = how("bill.long_title", cited=name, **names)
    return how("bill.title", **short), long_title, opening, how("bill.principal", **names)


def _reading(report: Report, law: Law) -> Reading:
    """The matcher's reading of the law. Raises InputError CT201 where nothing in it can be cited."""
    if not any(section.num for section in law.sections()):
        what = "no numbered section was found, so nothing can be put after one"
        raise InputError("CT201", what, path=law.source.path)
    found = [one for one in report.ledger.readings if isinstance(one, Reading) and one.law is law]
    return found[0]


def _principal(report: Report, law: Law) -> None:
    """Raises InputError CT405 for a law that amends another or is made under it: the bill belongs to that one."""
    manner = report.manners.get(law.id)
    if manner is not None and manner.kind:
        what = "it amends another law" if manner.kind == "amending" else "it is made under another law"
        named = f" ({manner.principal})" if manner.principal else ""
        raise InputError("CT405", f"{what}{named}, and the bill would have to amend that one", path=law.source.path)


def _plain(variables: Mapping[str, str | int]) -> None:
    """Raises UsageError CT004 for a value that would end the quotation it stands in, or begin another line."""
    for name, value in variables.items():
        if _UNSAFE.search(str(value)):
            what = f"{name} holds a quotation mark or a line break, which would end the words that the bill quotes"
            raise UsageError("CT004", what, remedy="Give it without them.")


def _bare(title: str, manner: Manner) -> str:
    """A title without the word for the law at its end: the bill has it at another place."""
    return re.sub(rf"\s+{re.escape(manner.names['act'])}$", "", title)


def _inserts(plan: Plan, places: Places, made: Drafted, manner: Manner) -> Iterator[Change]:
    """New sections, those that go to one place in one clause; in several clauses where they are many and are printed
    with the word for a unit, as the clauses of a bill may be: "Article 12A." in the middle of "Article 3."."""
    for anchor, ids in groups(places, manner.law):
        most = _most(manner, len(ids))
        last = ""
        for at in range(0, len(ids), most):
            change = _insert(plan, made, manner, anchor, ids[at : at + most], last)
            last = change.sections[-1].num
            yield change


def _most(manner: Manner, number: int) -> int:
    """How many new sections one clause puts in, of a number of them; a language that counts them counts so far."""
    counts = manner.wording.lists["manner.count"]
    if counts:
        return len(counts)
    return number if manner.head.startswith("{") else _MOST


def _insert(plan: Plan, made: Drafted, manner: Manner, anchor: str, ids: Sequence[str], last: str) -> Change:
    """One clause with new sections, after `last`, which an earlier one puts in, or after the anchor."""
    sections = [
        replace(made.sections[id], duties=tuple(duty for duty in plan.wanted[id] if duty in plan.asked)) for id in ids
    ]
    duties = dict.fromkeys(duty for id in ids for duty in plan.wanted[id])
    heading, order = _ordered(anchor, [section.num for section in sections], manner, last)
    quoted = "\n\n".join(body(section, manner) for section in sections)
    defects = tuple(duty for duty in duties if duty not in plan.asked and duty not in library())
    answered = tuple(duty for duty in duties if duty in plan.asked)
    return Change("insert", "", heading, order, anchor, quoted, last, tuple(sections), answered, defects)


def _ordered(anchor: str, nums: Sequence[str], manner: Manner, last: str = "") -> tuple[str, str]:
    """The heading of a clause that puts new units in, and its order; `last` is the last one that another clause puts
    in at the same place."""
    how, units = manner.wording, manner.units(len(nums))
    title = how("order.insert_heading", units=units, unit=manner.unit)
    return f"{title} {manner.listed(nums, 'and')}", _place_order(anchor, nums, manner, last)


def _place_order(anchor: str, new: Sequence[str], manner: Manner, last: str) -> str:
    """After which unit the new ones go; before which, where the number of that one is none that an order is read with
    and that of the next one is."""
    nums = [section.num for section in manner.law.sections()]
    following = next(iter(nums[nums.index(anchor) + 1 :]), "")
    how, counts = manner.wording, manner.wording.lists["manner.count"]
    names = manner.names | {"units": manner.units(len(new)), "count": str(len(new))}
    names |= {"new": manner.listed(new, "and"), "counted": counts[len(new) - 1] if counts else ""}
    names["each"] = manner.listed([f"{manner.unit} {num}" for num in new], "and")
    read = drafting(manner.wording.language)
    known = read["pieces.number"].fullmatch if read else re.compile("").fullmatch
    if not last and not known(anchor) and known(following):
        return how.counted("order.insert_before", len(new), before=following, **names)
    if following and how.lists["order.insert_between"]:
        return how.counted("order.insert_between", len(new), after=last or anchor, next=following, **names)
    return how.counted("order.insert", len(new), after=last or anchor, **names)


def _defined(inserts: Sequence[Change], made: Drafted, manner: Manner, places: Places) -> list[Change]:
    """The new sections, and the terms that they use among the definitions of the law; in a section of their own
    without any."""
    if not made.terms:
        return [*inserts]
    how, found = manner.wording, manner.definitions
    first, last = manner.marks
    pause = manner.style.pause
    entries = [f"{first}{term}{last} {meaning}{pause}" for term, meaning in made.terms]
    names = manner.names
    if found is None or not found.how:
        anchor, num = _front(manner, places)
        lines = [how("order.definitions_words", **names), *entries]
        words = headed(num, how("order.definitions_title"), lines, manner).removesuffix(pause) + "."
        return _beside(inserts, anchor, num, words, manner)
    return [*inserts, *_among(made, entries, manner, found, names)]


def _beside(inserts: Sequence[Change], anchor: str, num: str, words: str, manner: Manner) -> list[Change]:
    """A section of definitions after the others that go to the same place: its number follows theirs."""
    there = [section.num for change in inserts if change.unit == anchor for section in change.sections]
    last = there[-1] if there else ""
    heading, order = _ordered(anchor, [num], manner, last)
    return [*inserts, Change("insert", "", heading, order, anchor, words, last)]


def _among(
    made: Drafted, entries: Sequence[str], manner: Manner, found: Definitions, names: dict[str, str]
) -> Iterator[Change]:
    """Definitions among those of the law."""
    how = manner.wording
    heading = how("order.define_heading", num=found.num, **names)
    if found.how == "entries":
        definitions = how.lists["order.definitions"][len(entries) > 1]
        order = how("order.define", num=found.num, definitions=definitions, **names)
        yield Change("define", "", heading, order, found.num, "\n".join(entries))
        return
    yield from _paragraphs(made, entries, manner, found, names)


def _paragraphs(
    made: Drafted, entries: Sequence[str], manner: Manner, found: Definitions, names: dict[str, str]
) -> Iterator[Change]:
    """Definitions as lettered paragraphs, those that follow each other in one clause."""
    how, labels = manner.wording, list(found.labels)
    runs: list[tuple[str, list[str], list[str]]] = []  # after which paragraph, labels, entries
    for (term, _), entry in zip(made.terms, entries, strict=True):
        before = [label for label, other in labels if other.casefold() < term.casefold()] or [labels[0][0]]
        last_of = [label for label, _ in labels if label[:1] == before[-1][:1]][-1]
        label = label_after(last_of, [label for label, _ in labels])
        at = next(n for n, (one, _) in enumerate(labels) if one == last_of)
        labels.insert(at + 1, (label, term))
        if runs and runs[-1][1][-1] == last_of:
            runs[-1][1].append(label)
            runs[-1][2].append(f"({label}) {entry}")
        else:
            runs.append((last_of, [label], [f"({label}) {entry}"]))
    for after, new, lines in runs:
        paragraphs = how.lists["order.paragraphs"][len(new) > 1]
        shown = manner.listed([f"({label})" for label in new], "and")
        heading = how("order.letter_heading", num=found.num, paragraphs=paragraphs, labels=shown, **names)
        order = how("order.letter", num=found.num, after=after, paragraphs=paragraphs, **names)
        yield Change("define", "", heading, order, found.num, "\n".join(lines))


def _front(manner: Manner, places: Places) -> tuple[str, str]:
    """Where a section of definitions goes: after the one with the definitions, else after the first; and its number."""
    from ctip_law.bill.numbers import between

    nums = [section.num for section in manner.law.sections() if section.num]
    return places.front, next(between(places.front, manner.series, [*nums, *places.numbers.values()]))


def _numbered(changes: Sequence[Change], law: Law, first: int) -> Iterator[Change]:
    """The clauses in the order of the law, from `first` on: 2 where 1 is the short title. A section before what
    follows it."""
    nums = [section.num for section in law.sections()]
    ordered = sorted(changes, key=lambda change: (nums.index(change.unit), change.kind == "insert"))
    for number, change in enumerate(ordered, first):
        yield replace(change, num=str(number))


def _head(changes: Sequence[Change], manner: Manner) -> str:
    """How the clauses are numbered: "3." unless a quoted "3A." could be read as the clause after clause 3, "Article 3."
    unless a quoted "Article 3-1." could."""
    nums = [section.num for change in changes for section in change.sections]
    nums += [word for change in changes if change.kind == "insert" for word in change.quoted.split("\n")[0].split()]
    near = any(int(match[0]) <= len(changes) + 1 for num in nums if (match := re.match(r"\d+", num)))
    plain = manner.wording("bill.plain")
    alike = manner.head == "{n}." or not plain.startswith("{")
    return manner.wording("bill.numbered") if near and alike else plain


def _named(question: Question, manner: Manner, plan: Plan) -> Question:
    """A question with the law's word for its unit, and the duties of the bill that wait for the answer."""
    waiting = [id for id in plan.asked if set(question.ids).intersection(load().provision(id).rule.blocked_by)]
    how = manner.wording
    duties = "; ".join(cited_as(id, how.language) for id in waiting)
    waits = how("asked.waits", duties=duties) if waiting else ""
    return replace(question, words=question.words.replace("{unit}", manner.unit) + waits)


@dataclass(frozen=True, slots=True)
class Scale:
    """The terms of imprisonment in whole years that the law gives for the offence: the shortest and the longest, and
    the longest of a graver case. 0 where it gives none."""

    least: int = 0
    highest: int = 0
    graver: int = 0


def scale_of(law: Law, places: Places) -> Scale:
    """Where the law has one term for the offence, a graver case goes a third beyond it: a circumstance that leaves the
    term as it is aggravates nothing."""
    tiers = [p for p in law.penalties if p.section in places.offences and not p.inserted and p.max_years]
    if not tiers:
        return Scale()
    terms = {p.max_years for p in tiers if p.max_years}
    highest = int(max(terms))
    # of several tiers the longest is the graver one already
    graver = highest if len(terms) > 1 else highest * 4 // 3
    return Scale(int(min(p.min_years or 0 for p in tiers)), highest, graver)


def _given(report: Report, scale: Scale, places: Places, language: str) -> dict[str, str | int]:
    """What the library leaves open and the law or the call knows: the country, the terms of imprisonment."""
    return {**country_said(report.country, language), **_terms(scale, places, language)}


def _terms(scale: Scale, places: Places, language: str) -> dict[str, str | int]:
    """The terms of the new offences on the scale of the law, within what the library allows; where the law punishes the
    offence, whoever organises it gets its penalty, be it for life."""
    found: dict[str, str | int] = {"organising_penalty": "principal"} if places.offences else {}
    terms = {"min_years": scale.least, "max_years": scale.highest, "aggravated_max_years": scale.graver}
    for name, years in terms.items() if scale.highest else ():
        variable = shipped(language).variable(name)
        if variable is not None:
            found[name] = min(max(years, variable.min), variable.max)
    return found


def _scale(changes: Sequence[Change], places: Places, manner: Manner, scale: Scale) -> Iterator[str]:
    """Says where the terms of imprisonment come from, if new offences have any."""
    terms = {str(scale.highest), str(scale.graver)} if scale.highest else set()
    new = [section for section in _new(changes) if library()[section.provision].part == "offences"]
    crimes = [section.num for section in new if any(_says(section, term) for term in terms)]
    if crimes:
        units = f"{manner.units(len(crimes))} {manner.listed(crimes, 'and')}"
        own = manner.listed(places.offences)
        yield manner.wording("consequential.scale", units=units, unit=manner.unit, own=own, years=str(scale.highest))


def _new(changes: Sequence[Change]) -> Iterator[DraftSection]:
    return (section for change in changes for section in change.sections)


def _says(section: DraftSection, number: str) -> bool:
    return any(re.search(rf"\b{number}\b", words) for _, _, words in section.lines())


def _consequential(changes: Sequence[Change], places: Places, manner: Manner) -> Iterator[str]:
    """What else is to be looked at, in this law and in others."""
    how, law, this = manner.wording, manner.style.law, manner.this
    sections = [*_new(changes)]
    if sections:
        yield how("consequential.contents", law=law, this=this, units=manner.units(2))
    parts = ("offences", "meaning")
    crimes = [s.num for s in sections if library()[s.provision].part in parts]
    if crimes and places.offences:
        units = f"{manner.units(len(crimes))} {manner.listed(crimes, 'and')}"
        yield how("consequential.offence", unit=manner.unit, own=manner.listed(places.offences), units=units)
    for section in sections:
        if section.provision == "trafficking-definition" and places.offences:
            own = manner.listed(places.offences)
            yield how("consequential.reach", unit=manner.unit, own=own, num=section.num, law=law, this=this)
    for change in changes:
        if change.kind == "words":
            yield how("consequential.citation", unit=manner.unit, num=change.unit, law=law, this=this)
        if change.kind == "repeal":
            yield how("consequential.repeal", unit=manner.unit, num=change.unit, law=law, this=this)
    for section in sections:
        if section.check:
            checks = "; ".join(own_words(check, manner) for check in section.check)
            yield how("consequential.general", unit=manner.unit, num=section.num, checks=checks)


def _blanks(changes: Sequence[Change], first: Sequence[str]) -> tuple[str, ...]:
    """The bracketed words, each once, in order."""
    lines = [*first, *(line for change in changes for line in (change.order, change.quoted))]
    return tuple(dict.fromkeys(blank for line in lines for blank in _BLANK.findall(line)))
