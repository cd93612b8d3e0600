"""The words that penalties are made of, in the order of the text: custody, bounds, periods, fines, governing words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ctip_law.annotate.grammar import Grammar

#: Words for the least and the most of a term.
_BOUNDS = frozenset({"low", "high"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of interest in a folded text."""

    kind: str
    start: int
    end: int
    text: str


def tokens(plain: str, grammar: Grammar) -> list[Token]:
    """The words of interest in order. Numbers with their units make a `period`; a number whose unit comes later
    ("not less than two nor more than six years") is a `count`; other numbers ("five thousand") are none."""
    found: list[Token] = []
    numbers: list[tuple[Token, bool]] = []
    for match in grammar.penalty.finditer(plain):
        if match["number"]:
            token = Token("period", match.start(), match.end(), match.group())
            unit = match["unit"] is not None
            if numbers and not _joined(plain, numbers, token, unit, grammar):
                found += _period(plain, numbers, grammar)
                numbers = []
            elif numbers and found and found[-1].start >= numbers[-1][0].end:
                found.pop()  # the "and" of "between 3 and 5 years" is no word of its own
            numbers.append((token, unit))
            continue
        kind = str(match.lastgroup)
        if numbers and not (kind in ("and", "or") and match.start() - numbers[-1][0].end <= 2):
            found += _period(plain, numbers, grammar)
            numbers = []
        if kind in _BOUNDS and found and found[-1].kind == "period" and match.start() - found[-1].end <= 1:
            # "de six mois au moins et de cinq ans au plus": the same words stand before and behind a term
            kind = f"post_{kind}" if re.fullmatch(grammar.any(f"penalty.post_{kind}"), match.group()) else kind
        found.append(Token(kind, match.start(), match.end(), match.group()))
    return sorted([*found, *_period(plain, numbers, grammar)], key=lambda token: token.start)


def _joined(plain: str, numbers: list[tuple[Token, bool]], token: Token, with_unit: bool, grammar: Grammar) -> bool:
    """Whether `token` goes on the period of `numbers`: "two | to six years", "six years | and one day"."""
    last, unit = numbers[-1]
    gap = plain[last.end : token.start]
    if len(gap) > 16 or len(numbers) > 3:
        return False
    to, between_and, plus, _ = grammar.joints
    opened = grammar.between.search(plain, max(numbers[0][0].start - 12, 0), numbers[0][0].start) is not None
    if to.fullmatch(gap) or (opened and between_and.fullmatch(gap)):
        return True
    if not unit or not with_unit:
        return False
    # "ocho años un día" leaves the "and" out; "two years five years" are two cells of a table
    return plus.fullmatch(gap) is not None or (gap == " " and grammar.in_days.search(token.text) is not None)


def _period(plain: str, numbers: list[tuple[Token, bool]], grammar: Grammar) -> list[Token]:
    """The tokens that joined numbers make."""
    if not numbers:
        return []
    if not numbers[-1][1]:
        first = numbers[0][0]
        counts = len(numbers) == 1 and grammar.joints[3].match(plain, first.end)
        with_unit = [token for token, unit in numbers if unit]
        return [replace(first, kind="count")] if counts else [replace(token, kind="period") for token in with_unit]
    start, end = numbers[0][0].start, numbers[-1][0].end
    opened = grammar.between.search(plain, max(start - 12, 0), start)
    start = opened.start() if opened else start
    return [Token("period", start, end, plain[start:end])]
