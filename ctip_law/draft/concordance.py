"""Which clause answers which duty, both ways: the table that goes with every draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ctip_law.draft.duties import cited_as, cited_together, title_of
from ctip_law.draft.nouns import Draft
from ctip_law.framework import load

Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Concordance:
    """`duties` are (article as it is cited, title, where it is answered), `clauses` (place, heading, articles)."""

    duties: tuple[Row, ...]
    clauses: tuple[Row, ...]

    def tables(self, words: Mapping[str, str]) -> tuple[tuple[str, tuple[str, str, str], tuple[Row, ...]], ...]:
        """(caption, heads, rows) of the tables that have rows; `words` are the fixed words of the language."""
        both = (
            ("to_provision", ("duty", "asks", "answered"), self.duties),
            ("to_duty", ("provision", "heading", "duties"), self.clauses),
        )
        return tuple(
            (words[caption], (words[first], words[second], words[third]), rows)
            for caption, (first, second, third), rows in both
            if rows
        )


def concordance(entries: Iterable[tuple[str, str, Sequence[str]]], language: str = "en") -> Concordance:
    """From (place, heading, ids of duties): the duties in the order of the instruments, the places as they come; named
    in a language."""
    held = [entry for entry in entries if entry[2]]
    named = {id for _, _, duties in held for id in duties}
    return Concordance(
        duties=tuple(
            (
                cited_as(duty.id, language),
                title_of(duty.id, language),
                "; ".join(place for place, _, duties in held if duty.id in duties),
            )
            for duty in load().provisions()
            if duty.id in named
        ),
        clauses=tuple(
            (place, heading, cited_together(duties, language)) for place, heading, duties in held
        ),
    )


def of_draft(draft: Draft) -> Concordance:
    """The concordance of a draft."""
    entries = ((section.label, section.title, section.duties) for section in draft.sections())
    return concordance(entries, draft.language)
