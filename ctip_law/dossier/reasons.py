"""Why a verdict stands, in sentences for a lawyer: what was found where, with which limit, and what was not found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ctip_law.dossier.quote import Quoter
from ctip_law.framework import load
from ctip_law.model import ProvisionFinding, Report
from ctip_law.profiles import profile_for
from ctip_law.report.naming import listed, lower, plain, sections
from ctip_law.report.rows import Row, flat

#: Sentences that the verdicts are given with, and how a lawyer reads them.
_SENTENCES = (
    (r"a rule found its words in section (.+?), which reads (?:nothing|little) like (“.+?”); a lawyer has to read it",
     r"words that would answer stand in section \1, which otherwise says little on \2: a lawyer has to read it"),
    (r"a rule found its words in section (.+?), and (little else was found that goes with “.+?”); a lawyer has to read"
     r" it",
     r"words that would answer stand in section \1, and \2: a lawyer has to read it"),
    (r"no rule found it, but section (.+?) reads like (“.+?”)(?:, by (.+?))?; a lawyer has to read it",
     r"no provision was recognised with certainty, but section \1 speaks of \2 (\3): a lawyer has to read it"),
    (r"there are no weights of the second reader for the language (\w+), so nothing beyond the rules was asked",
     r"for this language only express wordings were looked for"),
    (r"no lexicon for the language \((.+?)\); verdicts are withheld",
     r"no verdict is given on laws in this language (\1)"),
    (r"the language '(.+?)' has no lexicon, so nothing in it is assessed",
     r"no verdict is given on laws in this language (\1)"),
    (r"no rule for it found words that count", "no words were found that count"),
    (r"^organising or directing others is reached in part only$", ""),
    (r"no element of a statute answers to this provision",
     "whether the law answers it does not show in words that can be looked for"),
    (r"^not found in the law read; general law.*$", ""),
    (r"^0 of (\d+) lines have no place in the structure of (\d+) sections$",
     r"\2 sections or articles, which hold all \1 lines of the text"),
    (r"^(\d+) of (\d+) lines have no place in the structure of (\d+) sections$",
     r"\3 sections or articles, with \1 of \2 lines of the text outside them"),
    (r"^not told as a defect \(nothing found in what was read; no text was read on (.+?), where it may stand\): (.+)$",
     r"not counted as defects of drafting, since no text was read on \1, where a rule may stand: \2"),
    (r"^not told as a defect \(not in the pieces of the law that we hold, which are an extract; nothing was assessed\):"
     r" (.+)$", r"not counted as defects of drafting, since an extract of the law was read: \1"),
    (r"^the vocabulary covers the law$", "the law is worded as such laws are"),
    (r"; it takes 3 acts and a prison term to show one$", "; with fewer than three, or no prison term, what is not"
     " found may be there in other words"),
    (r"; it takes (?:one|2) to show the definition$", ""),
    (r"^the framework's own entry rests on.*$", ""),
)  # fmt: skip
#: The section whose words are doubted, and the element.
_DOUBTED = re.compile(
    r"words that would answer stand in (section .+?), (?:which otherwise says little on|and little else was found that"
    r" goes with) “(.+?)”"
)
_LANGUAGE = re.compile(r"on laws in this language \((\w[\w-]*)\)")
#: What else stands in a reason, and what it is called.
ALONE = "attached to none of"
_HELD = {
    "also needed": "Also needed",
    "out of reach": "Not reached by the offence",
    ALONE: "It stands alone",
    "held back by": "Held back by",
}
#: What a rule on an offence needs beside it: said whole, since the reason names every act that would do.
NO_OFFENCE = "no offence of trafficking was found to which it would apply"
_REASON = re.compile(rf"(?:^|; )({'|'.join(_HELD)}): ")


def in_words(why: str) -> str:
    """A reason of the program as a lawyer reads it, one line, no id in it."""
    told = plain(flat(why))
    for pattern, words in _SENTENCES:
        told = re.sub(pattern, words, told).replace(" ()", "")
    return _LANGUAGE.sub(lambda found: f"on laws in {language_name(found[1])}", told)


def language_name(code: str) -> str:
    """The English name of a language that is known, else what is known of it."""
    if code in ("", "und"):
        return "a language that was not recognised"
    profile = profile_for(code)
    return profile.name if profile else f"a language ({code})"


def sentence(words: str) -> str:
    """With a capital and a full stop."""
    words = words.strip()
    end = "" if words.endswith((".", "!", "?", ".”")) else "."
    return f"{words[:1].upper()}{words[1:]}{end}" if words else ""


def reasons(row: Row, found: ProvisionFinding, report: Report, quoter: Quoter) -> tuple[str, ...]:
    """Sentences: what was found, found in part, not found, and what else decides."""
    if row.shown == "not_assessed":
        near = [f"Nearest in subject: {sections(row.looked_at)}."] if row.looked_at else []
        return (sentence(in_words(found.why)), *near)
    said = [*_found(found, report, quoter), *_short(row, found, report, quoter)]
    if row.shown == "unclear":
        said.append(sentence(_in_its_law(in_words(found.why), found, report, quoter)))
    if row.shown == "divergence":
        said.append(sentence("Wider or different: " + in_words(found.why.partition("but: ")[2] or found.why)))
    said += [sentence(in_words(caution)) for caution in row.cautions if row.shown not in ("gap", "not_in_legislation")]
    return tuple(dict.fromkeys(filter(None, said)))


def _in_its_law(why: str, found: ProvisionFinding, report: Report, quoter: Quoter) -> str:
    """A reason with the number of the law before the section that is doubted, where several laws were read."""
    doubted = _DOUBTED.match(why)
    ids = [id for id in (*found.present, *found.weak) if doubted and _label(id) == doubted[2]]
    evidence = [one for id in ids for one in report.ledger.elements[id].evidence[:1]]
    if not doubted or not evidence or not quoter.numbers:
        return why
    number, _, _ = quoter.short(evidence[0]).rpartition("] ")
    return f"{why[: doubted.start(1)]}{number}] {why[doubted.start(1) :]}"


def _found(found: ProvisionFinding, report: Report, quoter: Quoter) -> Iterator[str]:
    """ "Found: recruitment, transfer (4(1)(a))." with the labels of one place together."""
    by_place: dict[str, list[str]] = {}
    for id in found.present:
        evidence = report.ledger.elements[id].evidence
        by_place.setdefault(quoter.short(evidence[0]) if evidence else "", []).append(_name(id))
    told = [f"{', '.join(labels)} ({place})" if place else ", ".join(labels) for place, labels in by_place.items()]
    if told:
        yield f"Found: {'; '.join(told)}."


def _short(row: Row, found: ProvisionFinding, report: Report, quoter: Quoter) -> Iterator[str]:
    if row.shown in ("met", "elsewhere", "divergence"):
        return
    for id in found.weak:
        one = report.ledger.elements[id]
        place = f" ({quoter.short(one.evidence[0])})" if one.evidence else ""
        limit = in_words(one.why)
        if _DOUBTED.match(limit):
            yield f"Found in part: {_name(id)}{place}. A lawyer has to confirm it: the section says little else on it."
            continue
        yield sentence(f"Found in part: {_name(id)}{place}" + (f": {limit}" if limit else ""))
    if row.missing:
        yield sentence("Not found: " + "; ".join(_missing(row)))
    for head, words in held_back(found.why):
        yield sentence(f"{_HELD[head]}: {NO_OFFENCE if head == ALONE else listed(plain(words))}")
    if row.shown in ("gap", "not_in_legislation") and row.looked_at:
        yield sentence(f"Read and not counted: {sections(row.looked_at)}")


def _missing(row: Row) -> Iterable[str]:
    """What was not found, with the section that comes nearest; what has the same stands together."""
    by_near: dict[str, list[str]] = {}
    for one in row.missing:
        by_near.setdefault(one.near, []).append(lower(one.label))
    for near, labels in by_near.items():
        yield f"{'; '.join(labels)} (nearest: {sections(near)})" if near else "; ".join(labels)


def held_back(why: str) -> Iterator[tuple[str, str]]:
    """What else decides, beside what was not found: (a key of `_HELD`, words)."""
    parts = _REASON.split(why)
    for head, words in zip(parts[1::2], parts[2::2], strict=True):
        yield head, re.split(r"; (?:not found|in part only): ", words)[0]


def _label(id: str) -> str:
    return load().elements[id].label


def _name(id: str) -> str:
    """The label of an element within a sentence."""
    return lower(_label(id))
