"""What the offence draws in: sentences that tell of it elsewhere, sections that it cites for its aims, and definitions
of the words that it uses.

    6. A person who deals with another by improper means, so that the other may be exploited, commits an offence.
    2. "deal with", in relation to a person, means (a) engage the person; (b) move the person; ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctip_law.clauses.tokens import words
from ctip_law.clauses.units import Body, Unit
from ctip_law.match.cited import cited_aims
from ctip_law.match.cues import ACTS
from ctip_law.match.places import within
from ctip_law.match.told import lists_of_aims, told_of_the_offence
from ctip_law.model import Definition

if TYPE_CHECKING:
    from ctip_law.clauses.reading import Hits
    from ctip_law.match.roles import Roles

_DEPTH = 3
_AIM_REACH = 6  # words between an aim and the section that punishes it: "servitude in violation of section 12"
_ACTS = 3  # acts that an entry tells for a word of the offence that stands for all of them


def draw_in_told(body: Body, hits: Hits, roles: Roles) -> None:
    """Draws in sentences that tell of the offence outside its definition; where a law has no other place for it they
    are the place."""
    main = any(roles.flags["core_main"])
    for unit in lists_of_aims(body, hits):
        if not any(roles.flags["core"][unit.start : unit.end]) and not any(roles.flags["crime"][unit.start : unit.end]):
            for role in ("core", "exploitation"):
                roles.mark(role, unit.start, unit.end)
    for unit, verb in told_of_the_offence(body, hits):
        if any(any(roles.flags[role][unit.start : unit.end]) for role in ("amending", "saving", "members")):
            continue
        for word in range(unit.start, unit.end):
            if not roles.has("core", word):
                roles.via.setdefault(word, " ".join(body.words.lower[verb[0] : verb[1]]))
        for role in ("core",) if main else ("core", "core_main"):
            roles.mark(role, unit.start, unit.end)


def draw_in_punished_aims(body: Body, hits: Hits, roles: Roles) -> None:
    """Draws in the sections that the offence cites for what it aims at, where they tell by which means it is done:

        702. A person who recruits another for the purpose of forced labour in violation of section 704 ...
        704. A person who uses coercion or deceit to compel another to work ...
    """
    own = {section.eid: section for section in body.sections}  # those that are not drawn in yet
    for reference in body.law.references:
        section = own.get(reference.target.split("__")[0]) if reference.kind == "internal" else None
        at = body.word_at(reference.start)
        if section is None or at >= len(body.words.lower) or not roles.has("core_main", at):
            continue
        place = section.unit.start, section.unit.end
        aims = within(hits.get("core.purpose", []), max(0, at - _AIM_REACH), at)
        if aims and all(within(hits.get(concept, []), *place) for concept in ("core.means", "core.offence")):
            for word in range(*place):
                if not roles.has("core", word):
                    roles.via.setdefault(word, " ".join(body.words.lower[aims[-1][0] : aims[-1][1]]))
            roles.mark("core", *place)
            del own[section.eid]


def draw_in_cited_aims(body: Body, hits: Hits, roles: Roles) -> None:
    """Draws in the part of the law that the offence cites for its aims: "for one of the uses stated in section 3"."""
    for citing, told in cited_aims(body, hits):
        if roles.has("core", citing[0]) and not any(roles.flags["core"][slice(*told)]):
            for word in range(*told):
                roles.via.setdefault(word, " ".join(body.words.lower[slice(*citing)]))
            for role in ("core", "exploitation"):
                roles.mark(role, *told)


def draw_in_definitions(
    body: Body, entries: list[tuple[Definition, int, int]], hits: Hits, roles: Roles
) -> list[tuple[int, int]]:
    """Definitions whose term the core uses and whose meaning speaks of acts, means or purposes become core, and so
    does the section that an entry leaves its meaning to ("improper method" has the meaning given by section 6). Those
    that tell several acts for one word of the offence ("deal with") are given back, as word ranges."""
    useful = ("core.act", "core.means", "core.purpose", "core.exploitation")
    waiting, acts = [], []
    for definition, start, end in entries:
        stems = words(definition.term, body.law.language).stems
        useful_here = any(within(hits.get(c, []), start + len(stems), end) for c in useful)
        if stems and (useful_here or roles.has("exploitation", start)):
            waiting.append((definition, tuple(stems), start, end))
        for unit in _meaning_elsewhere(body, definition, roles) if stems else ():
            if any(within(hits.get(c, []), unit.start, unit.end) for c in useful):
                waiting.append((definition, tuple(stems), unit.start, unit.end))
    for _ in range(_DEPTH):
        used = _used_sequences(body, roles, {w[1] for w in waiting})
        drawn = [w for w in waiting if w[1] in used]
        if not drawn:
            break
        for definition, _stems, start, end in drawn:
            for word in range(start, end):
                roles.via.setdefault(word, definition.term)
            roles.mark("core", start, end)
            if sum(bool(within(hits.get(act, []), start, end)) for act in ACTS) >= _ACTS:
                acts.append((start, end))
        waiting = [w for w in waiting if w not in drawn]
    return acts


def _meaning_elsewhere(body: Body, definition: Definition, roles: Roles) -> list[Unit]:
    """The sections, without entries of their own, that an entry gives for its meaning."""
    if not definition.target:
        return []
    cited = {r.target for r in body.law.references if r.kind == "internal" and r.eid == definition.eid}
    units = [section.unit for section in body.sections if section.eid in cited]
    return [unit for unit in units if not any(roles.flags["definition"][unit.start : unit.end])]


def _used_sequences(body: Body, roles: Roles, wanted: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Which of the stem sequences occur in core words or in the sections on slavery and forced labour."""
    stems, core, slave = body.words.stems, roles.flags["core"], roles.flags["slavery"]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for sequence in wanted:
        by_first.setdefault(sequence[0], []).append(sequence)
    found = set()
    for at, stem in enumerate(stems):
        if (core[at] or slave[at]) and stem in by_first:
            for sequence in by_first[stem]:
                if tuple(stems[at : at + len(sequence)]) == sequence:
                    found.add(sequence)
    return found
