"""What is recommended on each article, and in which order.

The order: strength of the duty first; among duties of equal strength what protects victims, then the crime itself;
then what needs a provision of law before what a measure can answer; then the order of the instruments, that on
trafficking first; then what is not there before what is there in part. `ORDER` says so in the document itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ctip_law.assess.elsewhere import BEYOND
from ctip_law.dossier.reasons import ALONE, held_back
from ctip_law.framework import load
from ctip_law.model import ProvisionFinding
from ctip_law.report.data import STRENGTHS
from ctip_law.report.document import Advice, Finding
from ctip_law.report.naming import cited_together, listed, lower, plain, sections
from ctip_law.report.rows import Row

ORDER = (
    "Recommendations are ordered by the strength of the duty: mandatory, qualified, optional, soft law, scope. Among"
    " duties of equal strength those that protect victims stand first, then those on the crime and its punishment; then"
    " those that need a provision of law before those that a measure can answer; then the order of the instruments;"
    " then what was not found before what was found in part."
)

#: Subjects by their effect on victims: helping and protecting them, then the crime itself, then the rest.
_FOR_VICTIMS = ("protection_assistance", "victim_identification", "status_return")
_ON_THE_CRIME = ("definition_criminalisation", "penalties_liability", "investigation_jurisdiction")

_ASKED = {
    "mandatory": "Add a provision.",
    "qualified": "Consider adding a provision.",
    "optional": "The instrument permits a provision.",
    "recommendation": "Consider adding a provision as good practice.",
    "interpretive": "Consider adding a provision.",
}
_STATUS = ("gap", "not_in_legislation", "partial", "unclear")
#: The section that reads like what no rule found.
_NEAR = re.compile(r"\b(section .+?) reads like “")
#: The reason of a finding in part whose words stand in a section on something else.
_DOUBTED = re.compile(r"\ba rule found its words in section .+?, (?:which reads|and little else was found) ")
_READ = "Have a lawyer read"
#: Advice that ends in what is to be added: its head, and the list.
_LISTED = re.compile(r"(.*\bTo (?:cover|add): )([^.:]+)\.")


def advice(row: Row, found: ProvisionFinding, places: Mapping[str, str] | None = None) -> str:
    """The recommendation on one article, a few short sentences; `places` are those of the defects, by their label."""
    title = lower(row.title)
    lacking = "; ".join(lower(one.label) for one in row.missing)
    if row.shown == "elsewhere":
        many = "," in row.sections or ";" in row.sections
        return f"No change needed while {sections(_sorted(row.sections))} stand{'' if many else 's'}."
    if row.shown == "met":
        return "No change needed."
    if row.shown == "divergence":
        return "The article asks for no change. Check that the difference is intended."
    if row.shown == "unclear":
        return f"{_READ} {_to_read(row, found)} before anything is changed."
    if row.shown == "not_assessed":
        if BEYOND in found.look_in:
            others = [kind for kind in found.look_in if kind != BEYOND]
            also = f", and what the country has on {_either(others)}" if others else ""
            return f"Before anything is changed, read the law of which an extract was read{also}."
        if found.look_in:
            return f"Before anything is changed, read what the country has on {_either(found.look_in)}."
        return f"Read {found.principal} with it." if found.principal else "Have a lawyer read the law on this point."
    if row.shown == "partial":
        return _amend(row, found, places or {})
    asked = _ASKED[row.strength]
    if row.shown == "not_in_legislation":
        measure = "Check whether an administrative measure answers it."
        asked = f"{measure} If none does: {asked[:1].lower()}{asked[1:]}"
    return f"{asked} To cover: {lacking or title}."


def _to_read(row: Row, found: ProvisionFinding) -> str:
    """The sections that a verdict waits for: those that hold words that would answer, or the one that comes near."""
    if row.sections:
        return sections(_sorted(row.sections))
    near = _NEAR.search(found.why)
    return near[1] if near else "the law on this point"


def _either(kinds: Sequence[str]) -> str:
    *rest, last = kinds
    return f"{', '.join(rest)} or {last}" if rest else last


def _amend(row: Row, found: ProvisionFinding, places: Mapping[str, str]) -> str:
    """What an answer in part still needs, with the sections to change."""
    sure = [lower(one.partition(" (")[0]) for one in row.weak if not _DOUBTED.search(one)]
    doubted = [lower(one.partition(" (")[0]) for one in row.weak if _DOUBTED.search(one)]
    held = list(held_back(found.why))
    if doubted and not (sure or row.missing or held):
        return f"{_READ} {_to_read(row, found)} before anything is changed."
    verb = "Amend" if row.strength == "mandatory" else "Consider amending"
    where = sections(_sorted(row.sections)) if row.sections else "the law"
    said = [f"To add: {'; '.join(lower(one.label) for one in row.missing)}."] if row.missing else []
    if sure:
        said.append(f"To complete: {'; '.join(sure)}.")
    mends = []
    for head, words in held:
        if head == "held back by":
            named = [one for one in load().defects.values() if one.label in words]
            mends += [one.fix + (f" See {places[one.label]}." if places.get(one.label) else "") for one in named]
        elif head == "out of reach":
            said.append(f"To bring into the offence: {listed(plain(words))}.")
        elif head == ALONE:
            said.append("To provide with it: an offence of trafficking to which it applies.")
        else:
            said.append(f"To provide with it: {listed(plain(words))}.")
    first = [f"{verb} {where}."] if said or not mends else []
    confirm = [f"Have a lawyer confirm first: {'; '.join(doubted)}."] if doubted else []
    return " ".join([*first, *said, *confirm, *mends])


def _sorted(numbers: str) -> str:
    """ "3, 12" of "12, 3"; of several laws each law's own."""
    laws = []
    for of in numbers.split("; "):
        head, bracket, nums = of.rpartition("] ")
        laws.append(f"{head}{bracket}{', '.join(sorted(nums.split(', '), key=_natural))}")
    return "; ".join(laws)


def _natural(number: str) -> list[tuple[int, str]]:
    """Sorts "4A" behind "4" and before "12"."""
    return [(int(digits or 0), words) for digits, words in re.findall(r"(\d*)(\D*)", number)]


def order(row: Finding) -> tuple[int, ...]:
    """Where a row stands among the recommendations, the first the most serious."""
    one = load().provision(row.key)
    effect = 0 if one.cluster in _FOR_VICTIMS else 1 if one.cluster in _ON_THE_CRIME else 2
    needs_law = int(row.nature != "legislative")
    instrument = list(load().instruments).index(one.instrument)
    return STRENGTHS.index(row.strength), effect, needs_law, instrument, _STATUS.index(row.status)


def recommendations(rows: Sequence[Finding]) -> tuple[Advice, ...]:
    """What is open, in order; duties of several instruments that ask the same of the same sections stand together."""
    made: dict[str, list[Finding]] = {}
    for row in sorted((row for row in rows if row.status in _STATUS), key=order):
        heads = "; ".join(clause.heading for clause in row.proposed)
        waits = row.strength if row.advice.startswith(_READ) else ""
        made.setdefault(f"{row.advice}|{heads}|{waits}", []).append(row)
    return tuple(
        Advice(
            rank=rank,
            strength=together[0].strength,
            words=_words(together),
            articles=tuple(row.cited for row in together),
            proposed=tuple(clause.heading for clause in together[0].proposed),
            cited=cited_together(row.key for row in together),
        )
        for rank, together in enumerate(_folded(list(made.values())), 1)
    )


def _folded(groups: Sequence[list[Finding]]) -> list[list[Finding]]:
    """The groups, those whose advice only repeats a part of another's behind the rows of that: who adds shelter, care
    and work for article 6(3) has added shelter for article 6(3)(a)."""
    into: dict[int, int] = {}
    for n, group in enumerate(groups):
        over = (m for m, other in enumerate(groups) if m != n and m not in into and _part_of(group[0], other[0]))
        if (first := next(over, None)) is not None:
            into[n] = first
    return [
        [*group, *(row for n, m in into.items() if m == at for row in groups[n])]
        for at, group in enumerate(groups)
        if at not in into
    ]


def _part_of(one: Finding, other: Finding) -> bool:
    """Whether what one row asks to add, and every text proposed for it, is asked for by another of the same duty."""
    own, whole = _LISTED.fullmatch(one.advice), _LISTED.fullmatch(other.advice)
    if not own or not whole or own[1] != whole[1] or one.strength != other.strength:
        return False
    texts = {clause.key for clause in one.proposed} <= {clause.key for clause in other.proposed}
    return texts and set(own[2].split("; ")) < set(whole[2].split("; "))


def _words(together: Sequence[Finding]) -> str:
    """The advice on one or more articles; what is only to be read says of what it speaks."""
    first = together[0]
    if not first.advice.startswith(_READ):
        return first.advice
    titles = dict.fromkeys(lower(row.title) for row in together)
    said = "; ".join(titles)
    return f"{said[:1].upper()}{said[1:]}: {lower(first.advice)}"


def leading(rows: Sequence[Finding], most: int = 8) -> tuple[str, ...]:
    """The most serious findings as sentences: mandatory duties that are not answered, victims first, those that stand
    open for one reason together.

    Those that an administrative measure can answer too, and of which nothing was found, are only counted.
    """
    mandatory = sorted((row for row in rows if row.status in _STATUS and row.strength == "mandatory"), key=order)
    open_ = [row for row in mandatory if row.status != "not_in_legislation"]
    made: dict[str, list[Finding]] = {}
    for row in open_:
        made.setdefault(f"{row.word[2:]}. {_reason(row)}".strip(), []).append(row)
    shown = list(made.items())[:most]
    told = [f"{'; '.join(f'{row.cited}, {lower(row.title)}' for row in together)}: {why}" for why, together in shown]
    if more := len(open_) - sum(len(together) for _, together in shown):
        told.append(f"{_duties(more, 'more ')} open: see the recommendations.")
    if aside := len(mandatory) - len(open_):
        told.append(
            f"{aside} more mandatory {'duty was' if aside == 1 else 'duties were'} not found in legislation and may be"
            " answered by an administrative measure: see the recommendations."
        )
    return tuple(told)


def _reason(row: Finding) -> str:
    return " ".join(one for one in row.why if not one.startswith(("Found:", "Read and not")))


def _duties(n: int, more: str = "") -> str:
    return f"{n} {more}mandatory {'duty is' if n == 1 else 'duties are'}"
