"""What a law is as a whole: about trafficking, for victims, changing another law, and whether it holds the offence."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ctip_law.annotate.manner import manner
from ctip_law.clauses.reading import Hits
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.tokens import words
from ctip_law.clauses.units import Body, Section
from ctip_law.knowledge.subjects import Subject, subjects
from ctip_law.match.meant import whom_it_applies_to
from ctip_law.match.own_words import TOPICS, of_exploitation
from ctip_law.match.places import titled, within
from ctip_law.match.roles import Roles
from ctip_law.model import Definition, Manner

_EXPLOITATION = 0.5  # share of sections that name exploitation from which a law is about it
_DEDICATED = 0.2  # share of sections that name trafficking from which a law is about it
_WIDER = ("purpose.forced_marriage", "purpose.illegal_adoption", "purpose.begging")
_SMALL = 2  # letters of a word that tells nothing in a title
Span = tuple[int, int]


@dataclass
class Whole:
    """A law with its words and roles; answers what the law is, each time the same."""

    body: Body
    hits: Hits
    roles: Roles

    @cached_property
    def has_offence(self) -> bool:
        """Whether the law holds a trafficking offence or definition, or one of bondage as such, or builds on one: an
        act on trafficking by its title, an act on exploitation that punishes anything."""
        return any(self.roles.flags["core_main"]) or any(self.roles.flags["slavery"]) or (
            self.about == "trafficking"
            or (self.about != "" and (self.amends or any(self.roles.flags["offence"])))
        )

    @cached_property
    def manner(self) -> Manner:
        """What the law is made for."""
        return manner(self.body.law)

    @cached_property
    def punishes(self) -> bool:
        """False for rules under another law that only say what trafficking is: no place of them says it and punishes,
        no subsection names it and punishes."""
        if self.manner.kind != "regulation":
            return True
        flags = self.roles.flags
        if any(a and b for a, b in zip(flags["core_main"], flags["offence"], strict=True)):
            return True
        return any(
            self._names(("core.trafficking",), u.ranges[0]) and self._names(("core.offence",), u.ranges[0])
            for u in self.body.units["subsection"]
        )

    @cached_property
    def amends(self) -> bool:
        """Whether the law changes another one: so it says, or half of its sections do."""
        amending = sum(self.roles.has("amending", s.unit.start) for s in self.body.sections)
        return self.manner.kind == "amending" or amending * 2 >= len(self.body.sections) > 0

    @cached_property
    def subject(self) -> Subject | None:
        """For whom, or on what, the law is made by its title, where that is neither trafficking nor exploitation."""
        if self.about:
            return None
        fits = (one for one in subjects() if self._titled(one.titled) and not self._titled(one.apart))
        return next(fits, None)

    @cached_property
    def made_for(self) -> dict[str, tuple[Subject, ...]]:
        """Each section (by eid) to what its law and its chapter are made for: a code has a chapter on witnesses. A law
        on trafficking has none."""
        if self.about:
            return {}
        whole = (self.subject,) if self.subject is not None else ()
        on = {s.eid: (*whole, *self._chapter_on(s)) for s in self.body.sections}
        return {eid: found for eid, found in on.items() if found}

    @cached_property
    def unnamed(self) -> list[Hit]:
        """The women and children of a law on exploitation where no offence is told: whoever the acts are done to is the
        victim, though an old law has no word for one ("the girl shall be placed in a home")."""
        if self.about != "exploitation" or self.hits.get("victim"):
            return []
        object_ = sorted({*self.hits.get("woman", []), *self.hits.get("child", [])})
        offences = [s for s in self.body.sections if self.roles.has("core", s.unit.start)]
        done_to = any(within(object_, s.unit.start, s.unit.end) for s in offences)
        return [h for h in object_ if done_to and not self.roles.has("offence", h[0])]

    def _chapter_on(self, section: Section) -> Iterator[Subject]:
        heading = self.body.chapters.get(section.eid)
        for one in subjects() if heading else ():
            if heading and self._names(one.titled, heading) and not self._names(one.apart, heading):
                yield one

    def subject_at(self, word: int, element: str) -> Subject | None:
        """The subject of the law, or of the chapter of a word, that holds an element; None where there is none."""
        section = self.body.section_of(word)
        found = self.made_for.get(section.eid, ()) if section is not None else ()
        return next((subject for subject in found if subject.has(element)), None)

    @cached_property
    def about(self) -> str:
        """ "trafficking", "exploitation" or "" : what the law as a whole is about."""
        sections = self.body.sections
        if self._titled(("core.trafficking",)):
            return "trafficking"
        it = ("core.trafficking", "victim") if self._victims_of_the_offence else ("core.trafficking",)
        named = sum(self._names(it, (s.unit.start, s.unit.end)) for s in sections)
        asked = _DEDICATED if any(self.roles.flags["core_main"]) else 2 * _DEDICATED
        if sections and named >= asked * len(sections):
            return "trafficking"
        if self._titled((*TOPICS, *_WIDER)):
            return "exploitation"
        if self._entitled:
            return "trafficking"
        topical = sum(self._names(TOPICS, (s.unit.start, s.unit.end)) for s in sections)
        return "exploitation" if topical >= _EXPLOITATION * len(sections) else ""

    @cached_property
    def _victims_of_the_offence(self) -> bool:
        """Whether an entry says that a victim is whom the trafficking offence is done to, by its number: "affected
        person" means a person against whom an act mentioned in section 5 was done."""
        main = {section.eid for section in self.roles.main_sections}
        entries = {d.eid for d in self.body.law.definitions if self._names(("victim",), self._term(d))}
        cited = (r for r in self.body.law.references if r.kind == "internal" and r.eid in entries)
        return any(reference.target.split("__")[0] in main for reference in cited)

    def _term(self, definition: Definition) -> Span:
        """The words of an entry's term, which it begins with."""
        first = self.body.word_at(definition.start)
        return first, first + len(words(definition.term, self.body.law.language).stems)

    @cached_property
    def _entitled(self) -> bool:
        """Whether the law is called by the name that it gives the offence itself, whatever that is: two words of the
        title, one after the other, stand above the place of the offence."""
        pairs = set(_pairs(words(self.body.law.title, self.body.law.language).stems))
        stems, scores = self.body.words.stems, self.roles.scores
        whole = [section for section in self.roles.main_sections if "act and aim" in scores[section.eid][1]]
        places = [span for section in whole for span in self._headings(section)]
        return any(not pairs.isdisjoint(_pairs(stems[start:end])) for start, end in places)

    @property
    def is_penal_code(self) -> bool:
        """Whether the law is a penal code, or an extract of one, by its title."""
        return self._titled(("law.penal",))

    def _titled(self, concepts: Iterable[str]) -> bool:
        return titled(self.body, self.hits, concepts)

    @cached_property
    def victims_headed(self) -> frozenset[str]:
        """The sections (by eid) on victims by their heading, or that apply to victims, and make no offence."""
        return frozenset(
            s.eid
            for s in self.body.sections
            if not self.roles.has("offence", s.unit.start)
            and (self._names(("victim",), s.heading_range) or whom_it_applies_to(self.body, self.hits, s) is not None)
        )

    @cached_property
    def _own_victims(self) -> bool:
        """Whether who is a victim in this law is a victim of exploitation, by its own entry for the word."""
        return of_exploitation(self.body, self.hits)

    def _names(self, concepts: Iterable[str], *spans: Span) -> bool:
        return any(within(self.hits.get(c, []), *span) for span in spans for c in concepts)

    def _headings(self, section: Section) -> tuple[Span, ...]:
        chapter = self.body.chapters.get(section.eid)
        return (section.heading_range, chapter) if chapter else (section.heading_range,)


def _pairs(stems: list[str]) -> Iterator[tuple[str, str]]:
    """Stems that follow each other, small words aside."""
    return itertools.pairwise(stem for stem in stems if len(stem) > _SMALL)
