"""What a finding is tied to: whether its clause is about trafficking, for its victims, about this offence.

    The probation service shall provide psychological care to the convicted person.

holds every word of a rule on psychological care and says nothing of victims. What an element's words must be tied to is
data (knowledge/needs.toml); how a tie is seen is told here. A tie is seen in the clause's own words, in its chapeau,
in the heading of its section or chapter, through a reference to the offence by number, or because the law as a whole
is about trafficking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ctip_law.clauses.reading import Clauses, Effect
from ctip_law.clauses.terms import Hit
from ctip_law.knowledge.needs import Need, need_of
from ctip_law.knowledge.subjects import Subject
from ctip_law.match.cues import ACTS
from ctip_law.match.forbids import forbids
from ctip_law.match.meant import cited_victims
from ctip_law.match.own_words import TOPICS
from ctip_law.match.places import is_sentence, titled, within
from ctip_law.match.whole import Span, Whole
from ctip_law.model import ClauseReading

#: What limits nothing of a group: an act is there in full, whomever it reaches, and jurisdiction is over nationals.
_NO_LIMIT = {**dict.fromkeys(("act", "means", "scope"), ("limit.class",)), "jurisdiction": ("limit.nationals",)}
_OTHER, _UNSAID = "another offence is spoken of", "trafficking is not spoken of"
SAID_OF_OTHERS = frozenset({_OTHER, _UNSAID})
_LEFT_OPEN = "limit.discretion"  # what an authority may do or leave, though the words asked for stand in it
_SHORT = 120  # words of a subsection that is read as one statement
_LONG = 250  # words of a subsection from which its items speak of different things
#: Classes of persons, the concept of each; the first that a stretch of words names is the one spoken of.
_PEOPLE = {
    "victim": ("victim", "who.victim-kin"),
    "migrant": ("who.migrant",),
    "child": ("child",),
    "offender": ("who.offender",),
    "witness": ("who.witness",),
    "worker": ("who.worker",),
    "other": ("who.other",),
}
#: Who acts, the concepts of each; the one nearest before the word that orders is the one who does.
_ACTORS = {
    "court": ("court",),
    "minister or government": ("minister", "state-word"),
    "official": ("officer",),
    "body": ("body", "agency", "committee", "commission", "authority"),
    "company": ("legal-person", "carrier"),
    "anyone": ("offender-subject",),
}
_TOPIC_REACH = 40  # words on either side of some in which their clause says that it concerns trafficking
#: Groups of duties that a section does not tell which makes another offence, in a law that is not about trafficking.
_APART = frozenset({"coop", "institution", "identification", "status", "return"})
#: Groups of which such a section tells something only in words on offences in general ("attempts an offence").
_OF_CRIMES = frozenset({"participation", "assets", "legal_person"})
_CRIME_REACH = 12  # words on either side of some in which offences in general are named
#: Groups of duties: what a word means is none.
_DUTIES = _APART | {"protection", "prevention", "border", "investigation", "jurisdiction"}
_SOME = ("child", "woman")
_DONE = ("core.act", "core.trafficking")
_COMPLEMENT = 4  # words after a verb that say what is attempted or aided
_OBJECT_REACH = 8  # words after an act in which the person stands to whom it is done
_IS_A = 4  # words from a victim to the word that says of what kind: "victim of trafficking who is a child"
_OPENING = 8  # words of a section, its heading aside, that say what it tells
#: Elements that tell what is done; and words with which a law says of it that it is an offence, or none.
_CONDUCT = frozenset(
    {"act", "means", "purpose", "related_offence", "laundering", "smuggling", "obstruction", "corruption"}
)
#: And those that a law may forbid first and punish then.
_FORBIDDEN = _CONDUCT - {"act", "means", "purpose"} | {"border"}
_SAYS_OF_IT = (
    "core.offence", "tells-of-offence", "definition-verb", "offence", "conduct", "core.trafficking",
    "core.exploitation",
)  # fmt: skip
_FIRST = 4  # words of a sentence, its number among them, in which a denial is one of all that follows
_SAID_REACH = 4  # words between these and the words that deny
_ACTOR_REACH = 8  # words between who acts and the word that orders
_OFFENCES = {"this": "trafficking", "any": "any offence", "other": "another offence", "": ""}


@dataclass
class Ties(Whole):
    """A law with its clauses and roles; answers what the clause of a word is tied to.

    `beside`: another law that is read with it holds the trafficking offence.
    """

    clauses: Clauses
    citing: frozenset[int] = frozenset()
    beside: bool = False

    def refused(self, element: str, anchor: Hit, picked: Iterable[Hit], granted: bool = False) -> str:
        """Why the words at `anchor` are no evidence for an element; "" where they are. `granted`: what is asked is."""
        need, own = need_of(element), tuple(picked)
        axes = ([] if need.purpose else ["operative"]) + ([] if need.denial else ["polarity"])
        axes += [] if need.refusal else ["right"]
        for axis in axes:
            effect = self.clauses.governing(anchor, axis, own)
            ways = (self._forbidden, self._of_the_conduct, self._punished_where_broken)
            idle = effect and any(way(element, anchor, effect) for way in ways)
            if effect and not idle:
                return effect.trigger.value
            for place in self._below(anchor, own):
                # "no victim shall": a single word is no denial, so the denial around it is not the words that count
                others = tuple(hit for hit in own if hit != place or hit[1] - hit[0] > 1)
                if effect := self.clauses.governing(place, axis, others):
                    return effect.trigger.value
        granted = granted or ("provision" in need.asks and self.affirmed(anchor))
        if need.asks and not granted and not self._names(need.asks, *self._statement(anchor[0])):
            return "nothing is provided"
        if need.penal and not self.punishes:
            return "rules under another law punish no trafficking"
        group = element.partition(".")[0]
        if group in _DUTIES and self.roles.has("definition", anchor[0]) and not self.ordered(anchor):
            return "a word is defined"
        subject = self.subject_at(anchor[0], element)
        # a rule of scope may ask for no place ("no need to prove that a border was crossed"): the offence must be there
        unplaced = need.offence not in ("", "role") or group == "scope"
        held = self.has_offence or (need.offence == "any" and self._holds_for_all(anchor, group))
        if unplaced and not held and subject is None:
            return "the law holds no trafficking offence"
        if (need.beneficiary or need.offence == "any") and self._of_another_crime(anchor[0]):
            return _OTHER
        if group == "participation" and self._in_another_crime(anchor):
            return _OTHER
        of_its_own = self.beside and self.about == "exploitation" and need.offence == "any"
        if of_its_own and not self._holds_for_all(anchor, group):
            return _OTHER  # of bonded labour, beside a law that punishes trafficking
        if self.about == "trafficking" or (self.about == "exploitation" and need.offence != "own"):
            if need.beneficiary and self.beneficiary(anchor) not in ("victim", "child", ""):
                return "another person is spoken of"
            return ""
        if subject is not None and (not subject.persons or self._is_for(subject, need, anchor)):
            return ""
        of_this = self._of_crimes(anchor) or self._cites_offence(anchor[0])
        told = group in _APART or (group in _OF_CRIMES and not of_this)
        if told and self._makes_another(anchor[0]):
            return _OTHER
        if need.offence in ("this", "own", "any"):
            of_any = group == "aggravating" and self.has_offence and self._of_any_crime(anchor[0])
            offence = "this" if of_any else self.offence(anchor)
            if offence == "other" or (offence != "this" and need.offence != "any") or not offence:
                return _OTHER
        if need.beneficiary and self.beneficiary(anchor) not in ("victim", "child"):
            return "no victim is spoken of"
        return "" if not need.topic or self.topical(anchor[0]) or self._titled(need.titled) else _UNSAID

    def _is_for(self, subject: Subject, need: Need, anchor: Hit) -> bool:
        """Whether some words are on those whom a law is made for: by name or, where none is asked for, without one."""
        whom = self.beneficiary(anchor)
        return whom in subject.persons or (not whom and not need.beneficiary)

    def _forbidden(self, element: str, anchor: Hit, effect: Effect) -> bool:
        """Whether what denies some words of the offence forbids them: "No person shall recruit, harbour or receive"."""
        role = need_of(element).offence == "role" and self.roles.has("core", anchor[0])
        if effect.trigger.axis != "polarity" or not role:
            return False
        return self._names(("person",), effect.at)

    def _punished_where_broken(self, element: str, anchor: Hit, effect: Effect) -> bool:
        """Whether what denies forbids what another sentence of the section punishes: see `match.forbids`."""
        if effect.trigger.axis != "polarity" or element.partition(".")[0] not in _FORBIDDEN:
            return False
        return self.roles.has("offence", anchor[0]) and forbids(self.body, self.hits, anchor, effect)

    def _of_the_conduct(self, element: str, anchor: Hit, effect: Effect) -> bool:
        """Whether what denies is a piece of the conduct that is told and not of what the law says of it: "a marriage
        which the woman cannot refuse", "whoever, without having taken part, draws a profit". Words that deny at the
        beginning or above a list speak of all that follows, and those at the end of all before them."""
        at = self.body.at["sentence"]
        if effect.trigger.axis != "polarity" or element.partition(".")[0] not in _CONDUCT:
            return False
        sentence = at[anchor[0]]
        opens = effect.at[0] - self.body.units["sentence"][sentence].start < _FIRST
        if at[effect.at[0]] != sentence or opens or effect.trigger.direction != "forward":
            return False
        near = max(0, effect.at[0] - _SAID_REACH), effect.at[1] + _SAID_REACH
        return not self._names(_SAYS_OF_IT, near)

    def _below(self, anchor: Hit, own: Sequence[Hit]) -> list[Hit]:
        """Of words found, those below the heading that `anchor` stands in: a heading says what they do with it.

        "Shelters. No victim shall be lodged ...": the heading denies nothing, the words below it do.
        """
        section = self.body.section_of(anchor[0])
        if section is None or not section.heading_range[0] <= anchor[0] < section.heading_range[1]:
            return []
        if is_sentence(self.hits, section.heading_range):
            return []
        return [hit for hit in own if section.heading_range[1] <= hit[0] < section.unit.end]

    def affirmed(self, anchor: Hit) -> bool:
        """Whether the words at `anchor` stand behind a refusal that is denied."""
        return self.clauses.affirmed(anchor)

    def ordered(self, anchor: Hit) -> bool:
        """Whether the clause of the words at `anchor` commands ("shall")."""
        modality = self.clauses.governing(anchor, "modality")
        return modality is not None and modality.trigger.value == "must"

    def limit(self, element: str, anchor: Hit, picked: Iterable[Hit]) -> str:
        """The limit that makes the words at `anchor` weak evidence; "" for none."""
        need, own = need_of(element), tuple(picked)
        if not need.limits:
            return ""
        effect = self.clauses.governing(anchor, "limit", own)
        # "sells any woman or girl": the act is there in full; whom it reaches is asked for apart
        idle = effect and effect.trigger.concept in _NO_LIMIT.get(element.partition(".")[0], ())
        if effect and not idle:
            return effect.trigger.value
        # "the punishment may be increased" is the case asked for and leaves it to the court
        free = self.clauses.governing(anchor, "limit")
        if free and free.trigger.concept == _LEFT_OPEN:
            return free.trigger.value
        if self._owed_to_adults(element, anchor[0]):
            if self.clauses.governing(anchor, "class", own) or self._children_only(anchor):
                return "for children only"
            if self._women_only(anchor):
                return "for women only"
        if need.anyone and self._done_to_some(anchor):
            return "where done to children or women only"
        if need.doers and self.clauses.governing(anchor, "doer"):
            return "for one class of offenders only"
        if not need.discretion:
            return ""
        if effect := self.clauses.governing(anchor, "power", own):
            return effect.trigger.value
        modality = self.clauses.governing(anchor, "modality", own)
        power = modality is not None and modality.trigger.value == "may" and not self._of_victim(modality)
        return "a power and no duty" if power else ""

    def _owed_to_adults(self, element: str, word: int) -> bool:
        """Whether an element is owed to adults too; a law for children says so of itself (`assess.reach`)."""
        subject = self.subject_at(word, element)
        return need_of(element).adults and not (subject is not None and subject.only)

    def _of_victim(self, order: Effect) -> bool:
        """Whether it is the victim who may: "a victim of labour exploitation may claim", and nobody else before it."""
        sentence = self.body.units["sentence"][self.body.at["sentence"][order.at[0]]]
        place = max(sentence.start, order.at[0] - _ACTOR_REACH), order.at[0]
        others = [concept for who, concepts in _ACTORS.items() if who != "anyone" for concept in concepts]
        return self._names(_PEOPLE["victim"], place) and not self._names(others, place)

    def _children_only(self, anchor: Hit) -> bool:
        """Whether every victim in the sentence of some words is a child: "the child victim shall be lodged"."""
        index = self.body.at["sentence"][anchor[0]]
        if index < 0:
            return False
        place = self.body.units["sentence"][index].ranges[0]
        victims, young = within(self.hits.get("victim", []), *place), within(self.hits.get("child", []), *place)
        if self._names(("adult-only",), place):
            return False
        if not victims:
            return self.about == "trafficking" and bool(young) and not self._names(("person",), place)
        return self._all_are(victims, young)

    def _women_only(self, anchor: Hit) -> bool:
        """Whether every victim in the sentence of some words is a woman: "women victims shall be lodged"."""
        index = self.body.at["sentence"][anchor[0]]
        place = self.body.units["sentence"][index].ranges[0] if index >= 0 else (0, 0)
        victims, women = within(self.hits.get("victim", []), *place), within(self.hits.get("woman", []), *place)
        return bool(victims) and self._all_are(victims, women)

    def _all_are(self, victims: list[Hit], some: list[Hit]) -> bool:
        return all(any(self._is_a(victim, one) for one in some) for victim in victims)

    def _is_a(self, victim: Hit, child: Hit) -> bool:
        """Whether the victim is said to be the child: "child victim", "victim who is a child", not "victims, also
        children"."""
        if victim[0] > child[1] + 1 or child[0] > victim[1] + _IS_A:
            return False
        return child[0] <= victim[1] or "," not in self.body.quote(victim[0], child[1] - 1)[2]

    def _done_to_some(self, anchor: Hit) -> bool:
        """Whether those to whom the act of the sentence is done are children or women only: "traffics in a girl".

        Not in a law or a section that says so of itself by its title, in an entry, or where several acts make a whole
        offence of its own.
        """
        index = self.body.at["sentence"][anchor[0]]
        if index < 0 or self.about != "trafficking" or self.roles.has("definition", anchor[0]):
            return False
        place = self.body.units["sentence"][index].ranges[0]
        if sum(bool(within(self.hits.get(act, []), *place)) for act in ACTS) > 1:
            return False
        done = [hit for act in _DONE for hit in within(self.hits.get(act, []), *place)]
        reach = [(end, min(place[1], end + _OBJECT_REACH)) for _, end in done]
        some, anyone = (
            any(within(self.hits.get(who, []), *after) for after in reach for who in people)
            for people in (_SOME, ("any-person", "victim"))
        )
        if not some or anyone:
            return False
        section = self.body.section_of(anchor[0])
        headed = section is not None and any(within(self.hits.get(w, []), *section.heading_range) for w in _SOME)
        return not headed and not titled(self.body, self.hits, _SOME)

    def reading(self, anchor: Hit, element: str) -> ClauseReading:
        """What the clause of words that count for an element does with them, for people and for reports.

        Only where the element asks for no order, or is itself a denial, is there anything to read on these.
        """
        need = need_of(element)
        operative = self.clauses.governing(anchor, "operative") if need.purpose else None
        polarity = self.clauses.governing(anchor, "polarity") if need.denial else None
        modality = self.clauses.governing(anchor, "modality")
        limit = self.clauses.governing(anchor, "limit")
        return ClauseReading(
            operative=operative.trigger.value if operative else "yes",
            polarity=polarity.trigger.value if polarity else "affirmed",
            modality=modality.trigger.value if modality else "",
            beneficiary=self.beneficiary(anchor),
            limit=limit.trigger.value if limit else "",
            offence=_OFFENCES[self.offence(anchor)],
            actor=self.actor(modality) if modality else "",
        )

    def actor(self, order: Effect) -> str:
        """Who acts where `order` stands ("the court may"), by the words before it in its sentence; "" for nobody."""
        sentence = self.body.units["sentence"][self.body.at["sentence"][order.at[0]]]
        place = max(sentence.start, order.at[0] - _ACTOR_REACH), order.at[0]
        near = {
            hit[1]: who
            for who, concepts in _ACTORS.items()
            for concept in concepts
            for hit in within(self.hits.get(concept, []), *place)
        }
        if near:
            return near[max(near)]
        # "of the victim shall": others act, unless there is nobody else
        victims = within(self.hits.get("victim", []), *place)
        return "victim" if any(hit[1] == order.at[0] for hit in victims) else ""

    def topical(self, word: int) -> bool:
        """Whether the clause of a word, its headings or what it cites concern trafficking, exploitation or victims."""
        if self.roles.has("core", word) or self.roles.has("slavery", word):
            return True
        section = self.body.section_of(word)
        if section is None:
            return False
        if self._names(TOPICS, *self._headings(section)) or self._cites_offence(word):
            return True
        near = word - _TOPIC_REACH, word + _TOPIC_REACH
        topics = (*TOPICS, "victim") if self._of_own_victims(word) else TOPICS
        spans = [(max(a, near[0]), min(b, near[1])) for a, b in self._clause(word)]
        return self._names(topics, *spans) or any(within(self._cited_victims, *span) for span in spans)

    @cached_property
    def _cited_victims(self) -> list[Hit]:
        """The persons that are victims of trafficking by the section that is cited for them."""
        return cited_victims(self.body, self.hits)

    def _of_own_victims(self, word: int) -> bool:
        """Whether a victim at some words is such a one: in a section that makes another offence it is the victim of
        that."""
        return self._own_victims and not self._makes_another(word)

    def beneficiary(self, anchor: Hit) -> str:
        """For whom or against whom: "victim", "child", or a class of others; "" where nobody is named."""
        above = self._above(anchor[0])
        for span in self._nearby(anchor[0]):
            for who, concepts in _PEOPLE.items():
                if self._names(concepts, span):
                    of_list = self.about == "trafficking" and self._names(("victim",), *above)
                    return "victim" if who != "child" and of_list and not self._names(concepts, *above) else who
        return ""

    def _above(self, word: int) -> tuple[Span, ...]:
        """What stands above the list that a word is in: "A victim has the right: ... (f) to join the programme for
        witnesses; (g) to a house out of reach of the accused" speaks of the victim in each item."""
        index = self.body.at["item"][word]
        ranges = self.body.units["item"][index].ranges if index >= 0 else ()
        return tuple(span for span in ranges[1:] if span[1] <= word)

    def offence(self, anchor: Hit) -> str:
        """The offence spoken of: "this" for trafficking, "any" for offences in general, "other", or ""."""
        word = anchor[0]
        section = self.body.section_of(word)
        if section is None:
            return ""
        if self.roles.has("core", word) or self.roles.has("slavery", word) or self._cites_offence(word):
            return "this"
        headings, clause = self._headings(section), tuple(self._clause(word))
        if self._names(("core.trafficking",), *headings, *clause):
            return "this"
        if self._of_own_victims(word) and self._names(("victim",), *clause):
            return "this"  # what was done to them
        if self._names(("crime.other",), *headings, *clause):
            return "other"
        # "for the purposes of this Code" is for those of all its offences
        of_code = self.is_penal_code and self._names(("this-act",), *clause)
        return "any" if of_code or self._names(("crime.general",), *headings, *clause) else ""

    def _holds_for_all(self, anchor: Hit, group: str) -> bool:
        """Whether some words hold for the offence of the law beside this one: "attempts to commit an offence" in a
        penal code, "an offence under any written law" in any; "an offence under this Act" of a fisheries act holds for
        no other.
        """
        if not self.beside or self.offence(anchor) != "any":
            return False
        if self.is_penal_code:
            return True
        return group in _OF_CRIMES and self._names(("crime.any-law",), *self._clause(anchor[0]))

    def _of_another_crime(self, word: int) -> bool:
        """Whether the sentence of a word names another crime and neither trafficking nor crimes in general."""
        index = self.body.at["sentence"][word]
        said = self.body.units["sentence"][index].ranges if index >= 0 else ()
        return self._names(("crime.other",), *said) and not self._names(
            ("core.trafficking", "crime.general", "core.offence", "core.act", "core.exploitation"), *said
        )

    def _of_any_crime(self, word: int) -> bool:
        """Whether the section of a word tells what makes any crime graver: "The following are aggravating
        circumstances: ...", in the general part of a code, without a penalty of its own."""
        section = self.body.section_of(word)
        if section is None or section.num in self._punished:
            return False
        opening = section.unit.start, section.heading_range[1] + _OPENING
        told = self._names(("agg-cue",), opening) and self._names(("circumstances",), opening)
        return told and not self._names(("crime.other",), *self._headings(section))

    @cached_property
    def _punished(self) -> frozenset[str]:
        """The numbers of the sections with a penalty."""
        return frozenset(row.section for row in self.body.law.penalties)

    def _of_crimes(self, anchor: Hit) -> bool:
        """Whether offences in general are named near some words ("attempts to commit an offence"); "commits an
        offence" farther off is the one that is made."""
        near = anchor[0] - _CRIME_REACH, anchor[1] + _CRIME_REACH
        made = within(self.hits.get("core.offence", []), near[0] - _COMPLEMENT, near[1] + _COMPLEMENT)
        said = within(self.hits.get("crime.general", []), *near)
        own = anchor[1], anchor[1] + _OBJECT_REACH
        return any(own[0] <= h[0] < own[1] or not any(m[0] < h[1] and h[0] < m[1] for m in made) for h in said)

    def _in_another_crime(self, anchor: Hit) -> bool:
        """Whether the words right after some are another crime: "attempts to kidnap", "attempt to commit rape"; or
        their sentence speaks of the smuggling of migrants alone."""
        index = self.body.at["sentence"][anchor[0]]
        said = self.body.units["sentence"][index].ranges if index >= 0 else ()
        if self._names(("smuggling",), *said) and not self._names(("core.trafficking",), *said):
            return True
        after = anchor[1] - 1, anchor[1] + _COMPLEMENT
        return self._names(("crime.other",), after) and not self._names(("core.trafficking", "crime.general"), after)

    def _makes_another(self, word: int) -> bool:
        """Whether the section of a word makes an offence, has no part in trafficking and does not name it."""
        section = self.body.section_of(word)
        if section is None or not self.roles.has("offence", word):
            return False
        place = section.unit.start, section.unit.end
        return not any(self.roles.flags["core"][slice(*place)]) and not self._names(("core.trafficking",), place)

    def _cites_offence(self, word: int) -> bool:
        index = self.body.at["subsection"][word]
        return index in self.citing

    def _clause(self, word: int) -> Iterator[Span]:
        """The words of a subsection, or of an item with its chapeau and wrap-up; of a long list the item alone. The
        nearest come first: the chapeau that governs an item before the heading above both."""
        for scope in ("item", "subsection"):
            index = self.body.at[scope][word]
            if index >= 0 and (scope == "item" or self.body.units[scope][index].length <= _LONG):
                own, *above = self.body.units[scope][index].ranges
                yield own
                yield from sorted(above, reverse=True)

    def _statement(self, word: int) -> Iterator[Span]:
        """The sentence of a word with the chapeau and the heading above it, and the subsection if it is short."""
        index = self.body.at["sentence"][word]
        if index >= 0:
            yield from self.body.units["sentence"][index].ranges
        index = self.body.at["item"][word]
        if index >= 0:
            yield from self.body.units["item"][index].ranges[1:]
        index = self.body.at["subsection"][word]
        if index >= 0 and self.body.units["subsection"][index].length <= _SHORT:
            yield from self.body.units["subsection"][index].ranges
        section = self.body.section_of(word)
        if section is not None:
            start, end = section.heading_range
            yield start, end + _SHORT if start <= word < end else end  # a heading speaks for what stands below it

    def _nearby(self, word: int) -> Iterator[Span]:
        """Where the persons of a clause are named: its sentence, chapeau, subsection, headings, section so far."""
        body = self.body
        index = body.at["sentence"][word]
        if index >= 0:
            yield from body.units["sentence"][index].ranges
        yield from self._clause(word)
        section = body.section_of(word)
        if section is not None:
            yield from self._headings(section)
            yield section.unit.start, word
