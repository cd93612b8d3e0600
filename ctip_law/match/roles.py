"""What a place in the body is for: where the trafficking definition and offence stand, which definitions they draw in.

Roles, one byte a word:
  core        the trafficking definition, the trafficking offence, and every definition that they use (to depth 3)
  core_main   the same without the definitions drawn in
  named       the part of core_main whose heading or defined term says "trafficking"
  trafficking named where a law has such a place, else core_main: where the acts of trafficking are looked for
  offence     a section that creates an offence ("commits an offence", "shall be punished")
  definition  an entry of an interpretation section
  exploitation the definition of exploitation
  amending    a section that amends another Act
  inserted    sections that stand whole in an amending act, read as text of the law that gets them
  regulations a section that gives power to make rules
  saving      a sentence that begins "Nothing in this ..."
  slavery     an offence of slavery, servitude, forced labour or debt bondage as such
  crime       a sentence, or an item with its chapeau and wrap-up, that makes an offence or holds a penalty
  aggravates  a section that says when the offence is graver or its penalty higher, or that fixes a penalty
  members     a sentence or list that says who sits in a body ("consists of a chairman and ...")
  label       the name of a provision behind its number ("section 12 (shelter)")
  law_name    the name of a law ("the Health and Safety Code")
Concepts used: core.trafficking, core.act, core.means, core.purpose, core.exploitation, core.offence, core.amends,
regulations, saving, negation, not-trafficking, offender-subject, body-composition, exploitation-meaning,
means-meaning, sale-of-person, not-people, any-person, child, woman, victim, smuggling.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ctip_law.clauses.terms import Hit
from ctip_law.clauses.tokens import words
from ctip_law.clauses.units import Body, Section, Unit
from ctip_law.knowledge.weights import weights as load_weights
from ctip_law.match.bondage import abductions, headed_by_bondage, is_slavery, punishes_slavery
from ctip_law.match.cues import ACTS, section_cues
from ctip_law.match.drawn import draw_in_cited_aims, draw_in_definitions, draw_in_punished_aims, draw_in_told
from ctip_law.match.places import distinct, titled, within
from ctip_law.model import TOP_KINDS, Definition

NAMES = (
    "core", "core_main", "named", "trafficking", "offence", "definition", "exploitation",
    "amending", "inserted", "regulations", "saving", "slavery", "crime", "members", "label", "law_name", "aggravates",
)  # fmt: skip
_FIGHT_REACH = 1  # words between the word for a fight and what is fought: "against all trafficking"
_TERM_OPENS = 5  # words of a sentence before the term that it is about ("in this Law the expression ...")
_VERB_REACH = 8  # words after the term in which the verb stands that tells what it is
_NEGATION_REACH = 6
_BARELY = "neither punishes nor defines"
_BARE = 1.0  # how much more is asked of a section that names other crimes too, in a law without a penalty: of rights
#: Cues of a section that makes or defines the offence, whoever acts in its first words: who acts for the State, who
#: commits something, and in how many words.
#: A section that tells the acts and aims of trafficking in a chapter of that name ("Prohibited conduct").
_UNDER_ITS_NAME = frozenset({"chapter names trafficking", "three acts", "two acts and aim"})
_MADE = frozenset({"has a penalty", "defines trafficking", "says that trafficking is committed"})
_AUTHORITIES = ("court", "minister", "state-word", "officer", "body", "agency", "committee", "commission", "authority")
_DOERS = ("offender-subject", "any-person", "person")
_OPENS = 20
_SURE = 2.0  # how far above the threshold a section is surely about the offence
_NEAR = 1.8  # how far below it the offence of a law on trafficking may lie where the law has no other place for it
_STATED = ("core.trafficking", "core.act", "core.purpose", "core.exploitation", "core.offence")
#: "section 12(3)(a) (shelter for victims)": what stands behind a number in brackets, with a word in it.
_LABEL = re.compile(r"\d[\w.-]*(?:\s?\(\w{1,3}\))*\s?(\((?=[^()]*[^\W\d_]{5})[^()]{5,120}\))")
_OPENING = 30  # words of a section that say what it is about where it has no heading

Hits = dict[str, list[Hit]]


@dataclass(slots=True)
class Roles:
    """Role name to a byte a word; `via` names the definition through which a word became core.

    `scores`: section (by eid) to the sum of its cues, and the cues. `defined`: entries that define trafficking, as
    first word, word after the last, and how each was known. `dedicated`: whether the law's title names trafficking.
    """

    flags: dict[str, bytearray]
    sure: bytearray = field(default_factory=bytearray)
    via: dict[int, str] = field(default_factory=dict)
    core_sections: list[Section] = field(default_factory=list)
    negations: frozenset[int] = frozenset()
    main_sections: list[Section] = field(default_factory=list)
    scores: dict[str, tuple[float, frozenset[str]]] = field(default_factory=dict)
    defined: list[tuple[int, int, str]] = field(default_factory=list)
    dedicated: bool = False

    def mark(self, role: str, start: int, end: int) -> None:
        """Gives a role to the words of a place."""
        self.flags[role][start:end] = b"\1" * (end - start)

    def has(self, role: str, word: int) -> bool:
        """Whether a word lies in a place with this role."""
        return bool(self.flags[role][word])

    def keeps_out(self, role: str, word: int, dedicated: bool) -> bool:
        """Whether a rule that asks for a place outside of this role refuses the word: in a law on trafficking only
        where the offence surely stands, since there a duty of a carrier is told in the words of the offence too."""
        return bool(self.sure[word]) if dedicated and role == "core_main" else self.has(role, word)

    def negated(self, word: int) -> bool:
        """Whether a negation stands shortly before a word ("shall not be given shelter")."""
        return any(at in self.negations for at in range(word - _NEGATION_REACH, word))

    def rank(self, word: int) -> int:
        """How near a word stands to the trafficking offence: 3 named so, 2 its own provisions, 1 drawn in, 0 other."""
        return 2 * self.flags["core_main"][word] + self.flags["named"][word] or self.flags["core"][word]


def roles_of(body: Body, hits: Hits) -> Roles:
    """All roles of a law's body."""
    size = len(body.words.lower)
    roles = Roles({name: bytearray(size) for name in NAMES})
    roles.sure = bytearray(size)
    roles.negations = frozenset(start for start, _ in hits.get("negation", []))
    entries = [(d, *body.word_range(d.start, d.end)) for d in body.law.definitions]
    entries = [e for e in entries if e[1] < e[2]]
    for definition, start, end in entries:
        roles.mark("definition", start, end)
        if within(hits.get("core.exploitation", []), start, _term_end(definition, start, body)):
            roles.mark("exploitation", start, end)
    penal = frozenset(penalty.section for penalty in body.law.penalties)
    roles.dedicated = titled(body, hits, ("core.trafficking",))
    punished = _punished_elsewhere(body, hits, penal)
    headed = sum(section.heading_range[1] > section.heading_range[0] for section in body.sections)
    for section in body.sections:
        _section_roles(body, section, hits, roles, penal, punished)
        other = "another crime" in roles.scores.get(section.eid, (0.0, ()))[1]
        bare = headed * 2 < len(body.sections) and section.num in penal and not other
        if bare and punishes_slavery(body, section, hits):
            roles.mark("slavery", section.unit.start, section.unit.end)
    _inserted(body, hits, roles)
    _savings(body, hits, roles)
    _statements(body, "crime", hits.get("core.offence", []), hits.get("offender-subject", []), roles)
    terms = sorted(body.word_range(penalty.start, penalty.end) for penalty in body.law.penalties)
    _statements(body, "crime", terms, terms, roles)
    _names(body, roles)
    seats = hits.get("body-composition", [])
    _statements(body, "members", seats, seats, roles)
    _trafficking_definitions(body, entries, hits, roles)
    dedicated = roles.dedicated
    if dedicated and not any(roles.flags["core_main"]):
        _nearest_place(body, entries, hits, roles)
    _inserted_on_smuggling(body, hits, roles)
    if dedicated or any(roles.flags["core_main"]):
        exploited = hits.get("core.exploitation", [])
        _meanings(body, hits.get("exploitation-meaning", []), "exploitation", roles, exploited)
        if dedicated and not titled(body, hits, ("not-people",)):  # nor in a law on the traffic in drugs
            _meanings(body, _exploitation_opens(body, hits), "exploitation", roles, exploited)
            _meanings(body, hits.get("means-meaning", []), "core", roles, exploited)
            draw_in_told(body, hits, roles)
    for place in () if dedicated else abductions(body, hits):
        roles.mark("core", *place)
    draw_in_punished_aims(body, hits, roles)
    draw_in_cited_aims(body, hits, roles)
    acts = draw_in_definitions(body, entries, hits, roles)
    _exclusions(body, hits, roles)
    named = roles.flags["named"]
    roles.flags["trafficking"] = bytearray(named if any(named) else roles.flags["core_main"])
    for start, end in acts:
        roles.mark("trafficking", start, end)
    for section in body.sections:
        if any(roles.flags["core"][section.unit.start : section.unit.end]):
            roles.core_sections.append(section)
        if any(roles.flags["core_main"][section.unit.start : section.unit.end]):
            roles.main_sections.append(section)
    return roles


def _punished_elsewhere(body: Body, hits: Hits, penal: frozenset[str]) -> frozenset[str]:
    """The sections (by eid) that a section with a penalty names, as one that punishes what they forbid."""
    offences = hits.get("core.offence", [])
    punishing = {s.eid for s in body.sections if s.num in penal and within(offences, s.unit.start, s.unit.end)}
    own = (r for r in body.law.references if r.kind == "internal" and r.eid.split("__")[0] in punishing)
    return frozenset(reference.target.split("__")[0] for reference in own)


def _inserted(body: Body, hits: Hits, roles: Roles) -> None:
    """The sections that an amending act puts into another law, and those of them that are on bondage as such."""
    for unit in (clause for amendment in body.law.amendments for clause in amendment.clauses):
        if unit.kind in TOP_KINDS:
            place = body.word_range(unit.start, unit.end)
            roles.mark("inserted", *place)
            if unit.heading and headed_by_bondage(hits, place, len(words(unit.heading, body.law.language).lower)):
                roles.mark("slavery", *place)


def _inserted_on_smuggling(body: Body, hits: Hits, roles: Roles) -> None:
    """What an amending act puts into a law on the smuggling of migrants is no part of the trafficking offence, though
    it stands beside it in the one section that amends; nor is that section, where it puts in nothing else."""
    kept: dict[str, bool] = {}
    for unit in (clause for amendment in body.law.amendments for clause in amendment.clauses):
        place = body.word_range(unit.start, unit.end)
        section = body.section_of(place[0])
        if section is None or unit.kind not in TOP_KINDS:
            continue
        smuggles = within(hits.get("smuggling", []), *place) and not within(hits.get("core.trafficking", []), *place)
        kept[section.eid] = kept.get(section.eid, False) or not smuggles
        if smuggles:
            _unmark(roles, *place)
    for section in body.sections:
        if not kept.get(section.eid, True):
            _unmark(roles, section.unit.start, section.unit.end)


def _unmark(roles: Roles, start: int, end: int) -> None:
    """Takes a place out of the definition and offence of trafficking."""
    for flags in (*(roles.flags[role] for role in ("core", "core_main", "named")), roles.sure):
        flags[start:end] = bytes(end - start)


def _names(body: Body, roles: Roles) -> None:
    """Marks names of laws, of more than a word, and what provisions are called behind their number."""
    for reference in body.law.references:
        if reference.kind != "internal" and " " in body.law.text[reference.start : reference.end].strip():
            roles.mark("law_name", *body.word_range(reference.start, reference.end))
    for label in _LABEL.finditer(body.law.text):
        start, end = body.word_range(label.start(1), label.end(1))
        section = body.section_of(start) if start < end else None
        if section is None or not section.heading_range[0] <= start < section.heading_range[1]:
            roles.mark("label", start, end)  # "3. (Trafficking)" over a section is its heading


def _savings(body: Body, hits: Hits, roles: Roles) -> None:
    for first, _ in hits.get("saving", []):
        index = body.at["sentence"][first]
        if index >= 0:
            unit = body.units["sentence"][index]
            roles.mark("saving", first, unit.end)


def _exclusions(body: Body, hits: Hits, roles: Roles) -> None:
    """A sentence that says what is not trafficking is no part of its definition or offence, unless it makes one too:
    "trafficking" means ..., but to lodge a relative does not constitute trafficking."""
    for first, _ in hits.get("not-trafficking", []):
        index = body.at["sentence"][first]
        if index < 0 or roles.has("definition", first) or roles.has("crime", first):
            continue
        unit = body.units["sentence"][index]
        for role in ("core", "core_main", "named", "exploitation"):
            roles.flags[role][unit.start : unit.end] = bytes(unit.end - unit.start)


def _statements(body: Body, role: str, cues: list[Hit], partners: list[Hit], roles: Roles) -> None:
    """Marks the sentences that hold both a cue and a partner, and the items whose chapeau and wrap-up hold them."""
    for first, _ in cues:
        index = body.at["sentence"][first]
        if index >= 0:
            unit = body.units["sentence"][index]
            if within(partners, unit.start, unit.end):
                roles.mark(role, unit.start, unit.end)
    for item in body.units["item"]:
        context = item.ranges[1:]
        if context and all(any(within(h, start, end) for start, end in context) for h in (cues, partners)):
            roles.mark(role, item.start, item.end)


def _section_roles(
    body: Body, section: Section, hits: Hits, roles: Roles, penal: frozenset[str], punished: frozenset[str]
) -> None:
    unit, head = section.unit, section.heading_range

    def has(concept: str, start: int, end: int) -> bool:
        return bool(within(hits.get(concept, []), start, end))

    if has("core.amends", *head) or has("core.amends", head[1], head[1] + 30):
        roles.mark("amending", unit.start, unit.end)
        for _, end in within(hits.get("new-text-follows", []), unit.start, unit.end)[:1]:
            roles.mark("inserted", end, unit.end)  # "Section 12 of the Act is amended to read as follows: ..."
    if has("regulations", *head):
        roles.mark("regulations", unit.start, unit.end)
    if has("core.offence", unit.start, unit.end):
        roles.mark("offence", unit.start, unit.end)
    if has("agg-cue", unit.start, unit.end) or section.num in penal:
        roles.mark("aggravates", unit.start, unit.end)
    cues = section_cues(body, section, hits, penal)
    if section.eid in punished:
        cues -= {_BARELY}  # "A person who contravenes section 118 is guilty of an offence"
    weights = load_weights()
    score = weights.score(cues)
    roles.scores[section.eid] = score, cues
    bare = {_BARELY, "another crime"} <= cues and not roles.dedicated and not penal
    duty = cues.isdisjoint(_MADE) and section.eid not in punished and _opens_with_authority(section, hits)
    if score >= weights.threshold + (_BARE if bare else 0.0) and not duty:
        roles.mark("core", unit.start, unit.end)
        roles.mark("core_main", unit.start, unit.end)
        if score >= weights.threshold + _SURE:
            _surely(body, unit, hits, roles)
        headed = "heading names trafficking" in cues and "heading names victims" not in cues
        if headed or cues >= _UNDER_ITS_NAME:
            roles.mark("named", unit.start, unit.end)
    if is_slavery(section, hits):
        roles.mark("slavery", unit.start, unit.end)


def _opens_with_authority(section: Section, hits: Hits) -> bool:
    """Whether the words below a heading begin with who acts for the State, and nobody who commits anything.

    "The Government shall propose treaties on the exploitation of children."
    """
    start = section.heading_range[1] if section.heading_range[1] < section.unit.end else section.unit.start
    reach = start, min(section.unit.end, start + _OPENS)
    first = {
        who: min((hit[0] for c in concepts for hit in within(hits.get(c, []), *reach)), default=reach[1])
        for who, concepts in (("authority", _AUTHORITIES), ("doer", _DOERS))
    }
    return first["authority"] < first["doer"]


def _surely(body: Body, unit: Unit, hits: Hits, roles: Roles) -> None:
    """Marks the subsections that speak of acts, aims, the offence or its name."""
    for index in dict.fromkeys(body.at["subsection"][unit.start : unit.end]):
        part = body.units["subsection"][index] if index >= 0 else unit
        if any(within(hits.get(concept, []), part.start, part.end) for concept in _STATED):
            roles.sure[part.start : part.end] = b"\1" * (part.end - part.start)


def _term_end(definition: Definition, start: int, body: Body) -> int:
    """The word after the term of an entry; one more, since a number or a mark may stand before it."""
    return start + max(1, len(words(definition.term, body.law.language).lower)) + 1


def _trafficking_definitions(body: Body, entries: list[tuple[Definition, int, int]], hits: Hits, roles: Roles) -> None:
    for definition, start, end in entries:
        if not within(hits.get("core.trafficking", []), start, _term_end(definition, start, body)):
            continue
        if within(hits.get("core.act", []), start, end):
            for role in ("core", "core_main", "named"):
                roles.mark(role, start, end)
            roles.defined.append((start, end, "its term names trafficking and its words name an act"))
        elif distinct(body, within(hits.get("core.means", []), start, end)) > 1:
            roles.mark("core", start, end)  # "persons subjected to trafficking" means those forced or deceived ...
        elif section := _spread_definition(body, entries, hits, start):
            for role in ("core", "core_main", "named", "definition"):
                roles.mark(role, section.unit.start, section.unit.end)
            how = "its term names trafficking and the subsections that follow name acts and a purpose"
            roles.defined.append((section.unit.start, section.unit.end, how))


def _nearest_place(body: Body, entries: list[tuple[Definition, int, int]], hits: Hits, roles: Roles) -> None:
    """In a law on trafficking that has no place with cues enough: the sections that come near, and the definitions of
    a means or of an aim that is called exploitation."""
    least = load_weights().threshold - _NEAR
    for section in body.sections:
        score, cues = roles.scores[section.eid]
        if (score >= least and _tells_act(cues)) or (_punishes_aim(cues) and _speaks_of_it(section, hits)):
            for role in ("core", "core_main"):
                roles.mark(role, section.unit.start, section.unit.end)
    for definition, start, end in entries:
        term = start, _term_end(definition, start, body)
        aim = within(hits.get("core.purpose", []), *term) and _tells_aim(hits, term[1], end)
        if aim or within(hits.get("core.means", []), *term):
            roles.mark("core", start, end)
        elif _defines_act(hits, term, end):
            for role in ("core", "core_main"):
                roles.mark(role, start, end)


def _tells_aim(hits: Hits, start: int, end: int) -> bool:
    """Whether the words of an entry call what they define exploitation or a purpose of the offence."""
    return any(within(hits.get(concept, []), start, end) for concept in ("core.exploitation", "means-meaning"))


def _defines_act(hits: Hits, term: tuple[int, int], end: int) -> bool:
    """Whether an entry tells what an act upon a person is: "receipt" includes the taking in of a victim."""
    acts = any(within(hits.get(act, []), *term) for act in ("core.act", "act.control"))
    return acts and any(within(hits.get(who, []), term[1], end) for who in ("any-person", "victim"))


def _tells_act(cues: frozenset[str]) -> bool:
    """An act and its aim, an act upon a person with intent, or that this is trafficking."""
    return bool(cues & {"act and aim", "says that trafficking is committed", "sells or buys a person"}) or (
        cues >= {"act upon a person", "intent and act"}
    )


def _punishes_aim(cues: frozenset[str]) -> bool:
    """Trafficking by its name with a penalty, acts by several means, or an aim punished where a means or an act serves
    it."""
    if cues >= {"two acts", "two means", "has offence words"} and not cues & {"acts upon things", "another crime"}:
        return True
    if cues >= {"names trafficking", "has a penalty"} and "aggravation words" not in cues:
        return True
    aim = bool(cues & {"one purpose", "exploitation"}) and bool(cues & {"one means", "one act"})
    return aim and "has offence words" in cues and not cues & {"acts upon things", "another crime", "names a victim"}


def _speaks_of_it(section: Section, hits: Hits) -> bool:
    """Whether trafficking is named there, if at all, as more than what a victim suffered or a body fights: whoever
    threatens a member of the Committee against Trafficking in Persons does not traffic."""
    names = within(hits.get("core.trafficking", []), section.unit.start, section.unit.end)
    apart = [*hits.get("fight-against", []), *hits.get("victim", [])]
    return not names or any(not any(a[0] <= n[0] <= a[1] + _FIGHT_REACH for a in apart) for n in names)


def _spread_definition(
    body: Body, entries: list[tuple[Definition, int, int]], hits: Hits, start: int
) -> Section | None:
    """The section of an entry that names its acts and aims in the subsections that follow, and defines nothing else."""
    section = body.section_of(start)
    if section is None or sum(section is body.section_of(first) for _, first, _ in entries) > 1:
        return None
    place = section.unit.start, section.unit.end
    acts = sum(bool(within(hits.get(act, []), *place)) for act in ACTS)
    return section if acts >= 2 and within(hits.get("core.purpose", []), *place) else None


def _exploitation_opens(body: Body, hits: Hits) -> list[Hit]:
    """Where a sentence opens with exploitation and tells what it is: Exploitation, as used in Article 3, means ..."""
    verbs, out = hits.get("definition-verb", []), []
    for first, last in hits.get("core.exploitation", []):
        index = body.at["sentence"][first]
        opens = index >= 0 and first - body.units["sentence"][index].start <= _TERM_OPENS
        if opens and within(verbs, last, last + _VERB_REACH):
            out.append((first, last))
    return out


def _meanings(body: Body, places: list[Hit], role: str, roles: Roles, exploited: list[Hit]) -> None:
    """Draws in a section, or one subsection, that says "a person is exploited if ..." or "unlawful means are ..."
    without being an entry. Under a heading on exploitation the whole section says it, whatever offences it cites:

        Exploitation for the purposes of section 1. ... The person is the victim of an offence under section 4 ...
    """
    for first, last in places:
        section, index = body.section_of(first), body.at["subsection"][first]
        if section is None or index < 0 or roles.has("definition", first):
            continue
        opens = first < max(section.heading_range[1], section.unit.start + _OPENING)
        headed = within(exploited, *section.heading_range) and not roles.has("core_main", first)
        whole = headed or not roles.has("offence", first)
        unit = section.unit if opens and whole else body.units["subsection"][index]
        for word in range(unit.start, unit.end):
            if not roles.has("core", word):
                roles.via.setdefault(word, " ".join(body.words.lower[first:last]))
        for drawn in {"core", role}:
            roles.mark(drawn, unit.start, unit.end)
