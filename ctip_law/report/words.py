"""The words and signs that people read, one table for every form of the report."""

from __future__ import annotations

from collections.abc import Iterable

from ctip_law.knowledge import measured

#: status of a provision as people are shown it (see `shown`) -> (sign, short word, what it means)
PROVISION = {
    "met": ("●", "met", "Every element that the duty asks for was found in the law read."),
    "elsewhere": ("◆", "elsewhere", "The duty is met by words of another law of the bundle, which the report names."),
    "divergence": ("◇", "differs", "The duty is met, and the law goes wider than the instrument or is otherwise different in a way that the framework names."),
    "partial": ("◐", "partial", "Some of the elements were found, or were found only in part."),
    "gap": ("○", "gap", "No provision found in the law read. General law that was not read may still cover the duty."),
    "not_in_legislation": ("□", "not in legislation", "A gap, in the data, of a duty that law or an administrative measure can answer: no provision found in the law read, which is no breach by itself. Counted apart from the gaps."),
    "unclear": ("?", "unclear", "No verdict: no rule found it, and a section that the report names reads like it, or the reading is not sound enough to say that nothing is there. A lawyer has to read it."),
    "not_assessed": ("–", "not assessed", "No verdict was given: the language has no lexicon, or a law that is needed was not read. So is shown a gap, in the data, of an amending act or a regulation that says nothing on the duty."),
    "not_legislative": ("·", "no statute", "The provision asks nothing of a statute: it is operational, owed between States, or steers reading only."),
}  # fmt: skip

#: cluster of the framework's provisions -> its heading
SUBJECT = {
    "definition_criminalisation": "Definition and crime",
    "penalties_liability": "Penalties and liability",
    "investigation_jurisdiction": "Investigation and jurisdiction",
    "victim_identification": "Identification of victims",
    "protection_assistance": "Protection and assistance",
    "status_return": "Stay and return",
    "prevention": "Prevention",
    "cooperation": "Cooperation",
    "border_documents": "Borders and documents",
    "institutional": "Institutions",
}


def shown(status: str, nature: str, principal: str = "") -> str:
    """The status as people are shown it: a gap of a duty that a measure can answer is none in legislation, and the
    silence of an amending act, whose `principal` law was not read, is no verdict.
    """
    if status == "gap" and principal:
        return "not_assessed"
    return "not_in_legislation" if status == "gap" and nature == "law_or_measure" else status


def not_read(manner: str, principal: str) -> str:
    """The line at the head of a report on an amending act or a regulation that was read without its law."""
    name = principal or "the law"
    how = {"amending": "which it amends", "regulation": "which it carries out"}[manner]
    kind = {"amending": "an amending act", "regulation": "a regulation"}[manner]
    return f"Not read: {name}, {how}. This is {kind}: what it says nothing on is not assessed."


def repealed(units: Iterable[str]) -> str:
    """The line at the head of a report on a law of which a part no longer holds."""
    return f"Repealed, so it answers nothing: {', '.join(units)}."


#: status of an element -> (sign, words for people, what it means)
ELEMENT = {
    "present": ("●", "found", "The law provides it; the first quoted words are the ones to cite."),
    "weak": ("◐", "in part", "It is there in part only: as a discretion, by reference, for one class of case, or it is in doubt."),
    "absent": ("○", "not found", "Nothing was found in the law read. That is no proof that there is nothing."),
    "unread": ("–", "not read", "The language or the format is not supported, so nothing was looked for."),
}  # fmt: skip

_ASCII = str.maketrans(
    {
        "●": "F", "◐": "P", "○": "G", "◆": "E", "◇": "D", "□": "N", "–": "-", "—": "-", "·": ".",
        "“": '"', "”": '"', "’": "'", "‘": "'", "…": "...",
    }
)  # fmt: skip


def in_ascii(table: str) -> str:
    """A table with the signs of the statuses as letters (F found or met in full, P in part, G gap) and plain marks."""
    return table.translate(_ASCII)


#: What a reviewer may say of a provision and of an element: the statuses that answer, not those that leave it open.
SAID = {
    "provision": ("met", "elsewhere", "divergence", "partial", "gap", "not_in_legislation"),
    "element": ("present", "weak", "absent"),
}

#: strength -> (heading of its duties, what it means)
STRENGTH = {
    "mandatory": ("Mandatory duties", "the instrument binds the State to them without a softener"),
    "qualified": (
        "Qualified duties",
        "the text softens them: consider, endeavour or encourage, or only in appropriate cases, as far as possible, within means, or within domestic law and its basic concepts",
    ),
    "optional": ("Options", "the instrument only permits or encourages"),
    "recommendation": ("Recommendations", "soft law, no legal obligation"),
    "interpretive": ("Scope and definitions", "they steer how the others are read"),
}

#: Explains the star behind an article whose entry was not checked against the instrument's whole text.
STAR = "* the framework's own entry was not checked against the whole text of the instrument: see `ctip-law explain`"

#: The place of words that stand in no section.
OUTSIDE = "outside the numbered sections"

#: Shown where a verdict is `gap`: silence of the text that was read is no breach.
GENERAL_LAW = (
    "general law was not read: a gap means that no provision was found in the text given, not that there is none"
)

DISCLAIMER = "A finding aid on the text of the law, not on practice, and no legal advice."


def caveat() -> str:
    """What stands beside every verdict: how often verdicts were wrong on laws that were new, and what this is not."""
    return f"{measured.load().words} {DISCLAIMER}"
