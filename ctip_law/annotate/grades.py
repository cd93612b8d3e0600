"""Offences that are told by their class: "a felony of the second degree", "a Class B felony".

What a class costs stands in another law, mostly, so that the row has the class and no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ctip_law.annotate.grammar import Grammar

#: Characters before a class in which its sentence may say that it speaks of a case only ("if it is a class A felony").
_BEFORE = 120


@dataclass(frozen=True, slots=True)
class Grade:
    """A class as the text has it; `start`/`end` are places in the section's view, `sentence` where its sentence is."""

    start: int
    end: int
    sentence: tuple[int, int]


class Grades:
    """The reader of classes of offences in a language."""

    def __init__(self, grammar: Grammar) -> None:
        lead, grade = grammar.any("penalty.graded"), grammar.any("penalty.class")
        self.pattern = grammar.compile(rf"(?<![a-z]){lead} (?P<grade>{grade})(?![a-z])")
        self.case = re.compile(rf"(?<![a-z]){grammar.any('penalty.ungraded')}(?![a-z])[^.;,]*$")
        self.stop = re.compile(r"[.;](?= |$)")

    def of(self, plain: str) -> Iterator[Grade]:
        """The classes that a section's folded text gives to an offence, in order."""
        for match in self.pattern.finditer(plain):
            if self.case.search(plain, max(match.start() - _BEFORE, 0), match.start()):
                continue
            after = self.stop.search(plain, match.end())
            first = max(plain.rfind(". ", 0, match.start()), plain.rfind("; ", 0, match.start())) + 1
            yield Grade(match.start("grade"), match.end("grade"), (first, after.start() if after else len(plain)))
