"""What instruments, articles and ids are called before a lawyer, and what the signs of a report mean to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ctip_law.framework import load
from ctip_law.report.words import OUTSIDE

#: What an instrument is called in a citation. A test holds it against the framework.
SHORT = {
    "tip": "Trafficking Protocol",
    "untoc": "Organized Crime Convention",
    "som": "Migrant Smuggling Protocol",
    "actip": "ASEAN Trafficking Convention",
    "coe": "Council of Europe Trafficking Convention",
    "eu": "EU Trafficking Directive",
    "p029": "Forced Labour Protocol",
    "ohchr": "OHCHR Trafficking Principles",
    "wg2018": "Working Group 2018",
    "cscap11": "CSCAP Memorandum 11",
    "balirso": "Bali Process Support Office",
}

#: Instruments whose numbered parts are recommendations and not articles.
_RECOMMENDS = ("wg2018", "cscap11")

#: How the framework's own texts shorten what they cite, and how it is written out.
_SHORTENED = (
    (re.compile(r"\b(?:the )?UNTOC (?=\d)"), f"the {SHORT['untoc']}, article "),
    (re.compile(r"\b(?:the )?UNTOC\b"), f"the {SHORT['untoc']}"),
    (re.compile(r"\bart(s?)\.? (?=\d)"), r"article\1 "),
)

#: status as people are shown it -> what it means to a reader of the document
LEGEND = {
    "met": "Everything that the article asks of a statute was found in the law read.",
    "elsewhere": "The article is answered by another of the laws read together, which the entry names.",
    "divergence": (
        "Everything was found, and the law goes wider than the article or is otherwise different, as the entry says."
    ),
    "partial": "Some of what the article asks for was found, or it was found with a limit that the entry names.",
    "gap": "No provision found in the law read. General law that was not read may still answer the article.",
    "not_in_legislation": (
        "No provision found, of a duty that a law or an administrative measure can answer. That is no breach by itself,"
        " and it is counted apart from the gaps."
    ),
    "unclear": (
        "No verdict: the entry names a section that a lawyer has to read, or the text was not read well enough to say"
        " that nothing is there."
    ),
    "not_assessed": "No verdict: the law that would hold the answer, or its language, was not read.",
}

#: strength -> what its row of counts is called
STRENGTHS = {
    "mandatory": "Mandatory",
    "qualified": "Qualified",
    "optional": "Optional",
    "recommendation": "Soft law",
    "interpretive": "Scope and definitions",
}

#: nature -> what the duties of a table of counts have in common
NATURES = {
    "legislative": "Duties that need a provision of law",
    "law_or_measure": "Duties that a law or an administrative measure can answer",
}


def article(instrument: str, number: str) -> str:
    """ "article 3(a)", "articles 12-13", "recommendation 4", "principle 7"; other words as they stand."""
    if re.match(r"\d+[a-z]?(?![a-z])", number):
        noun = "recommendation" if instrument in _RECOMMENDS else "article"
        many = "s" if re.search(r"^\d+\w*[-,]|, \d", number) else ""
        return f"{noun}{many} {number}"
    if number.startswith("rec "):
        many = "s" if re.search(r"[-,]", number) else ""
        return f"recommendation{many} {number[4:]}"
    return number[:1].lower() + number[1:] if number.startswith("Principle") else number


@cache
def cited(id: str) -> str:
    """A provision of the framework as it is cited: "Trafficking Protocol, article 3(a)". Raises UsageError CT003."""
    one = load().provision(id)
    return f"{SHORT[one.instrument]}, {article(one.instrument, one.article)}"


def cited_together(ids: Iterable[str]) -> tuple[str, ...]:
    """Provisions as they are cited, those of an instrument together: "Trafficking Protocol, articles 6(3), 9(1)"."""
    found: dict[tuple[str, str], list[str]] = {}
    for id in ids:
        one = load().provision(id)
        noun, _, number = article(one.instrument, one.article).partition(" ")
        found.setdefault((SHORT[one.instrument], noun.removesuffix("s") if number else noun), []).append(number)
    told = []
    for (name, noun), numbers in found.items():
        many = "s" if len(numbers) > 1 or re.search(r"[-,]", numbers[0]) else ""
        told.append(f"{name}, {noun}{many} {', '.join(numbers)}".strip())
    return tuple(told)


def lower(words: str) -> str:
    """Words as they stand within a sentence: "Consent irrelevant" with a small letter, "UN lists" as it is."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def listed(words: str, join: str = ", ") -> str:
    """A list of labels within a sentence, each with a small letter: "fraud, UN lists, deception"."""
    return join.join(map(lower, words.split(join)))


def sections(places: str) -> str:
    """ "section 4", "sections 4, 7", "section 4 and the words outside the numbered sections"; of several laws
    "[1] section 4; [2] sections 3, 7"."""
    told = []
    for of in re.split(r"; |, (?=\[)", places):
        head, bracket, nums = of.rpartition("] ")
        numbers = [num for num in nums.split(", ") if num != OUTSIDE]
        cited = [f"section{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"] if numbers else []
        if OUTSIDE in nums:
            cited.append(f"the words {OUTSIDE}")
        told.append(f"{head}{bracket}{' and '.join(cited)}")
    return "; ".join(told)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    framework = load()
    names = {one.id: cited(one.id) for one in framework.provisions()}
    names |= {id: element.label for id, element in framework.elements.items()}
    names |= {id: defect.label for id, defect in framework.defects.items()}
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![\w.-])(?:{longest_first})(?![\w-]|\.\w)"), names


def plain(text: str) -> str:
    """The text on one line, each id of the framework in it replaced by what a lawyer calls it, nothing abbreviated."""
    pattern, names = _names()
    told = pattern.sub(lambda found: names[found.group()], " ".join(text.split()))
    for short, words in _SHORTENED:
        told = short.sub(words, told)
    return told


def ids_in(text: str) -> list[str]:
    """The ids of the framework that stand in a text."""
    return [found.group() for found in _names()[0].finditer(text)]
