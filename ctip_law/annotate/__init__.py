"""Definitions, references, penalties and ages of a law as data."""

from __future__ import annotations

import re
from dataclasses import replace

from ctip_law.annotate.ages import ages
from ctip_law.annotate.definitions import definitions
from ctip_law.annotate.derived import derived
from ctip_law.annotate.grammar import Grammar, grammar
from ctip_law.annotate.inserted import inserted
from ctip_law.annotate.penalties import penalties, with_inserted
from ctip_law.annotate.references import references
from ctip_law.annotate.view import units
from ctip_law.model import Law

__all__ = ["annotate"]


def annotate(law: Law) -> Law:
    """`law` with its definitions, references, penalties and ages.

    Reads the operative body only: no schedule, no leftover, no repealed section. Languages without a grammar (see
    `grammar.languages()`) are returned as they are. Linear in the length of the text. Raises ConfigError
    CT301 at a wording of the grammar that is no pattern.
    """
    words = grammar(law.language)
    if words is None:
        return law
    try:
        return _annotated(replace(law, amendments=inserted(law)), words)
    except re.error:
        words.check()  # a wording that is no pattern is told at its line
        raise


def _annotated(law: Law, words: Grammar) -> Law:
    body = units(law)
    entries = definitions(law, body, words)
    mentions = references(law, body, words)
    rows = derived(law, body, penalties(law, body, words), mentions, words)
    return replace(
        law,
        definitions=tuple(entries),
        references=tuple(mentions),
        penalties=tuple(with_inserted(law, rows)),
        ages=tuple(ages(body, entries, words)),
    )
