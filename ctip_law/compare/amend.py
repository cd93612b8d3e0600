"""Carries out the instructions of an amending act on a law, where that can be done without guessing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ctip_law.annotate.amendments import amendments
from ctip_law.annotate.drafting import drafting
from ctip_law.annotate.given import ELIDED
from ctip_law.annotate.instructions import Amendments, Instruction, NotThere, Target, Unread, shown
from ctip_law.annotate.new_units import units
from ctip_law.annotate.tree import key
from ctip_law.compare.editing import Draft, draft_of
from ctip_law.compare.find import Found, find, occurrences, words_start
from ctip_law.compare.words import flat
from ctip_law.errors import CtipError, InputError
from ctip_law.model import TOP_KINDS, Law
from ctip_law.structure.node import Node
from ctip_law.structure.numbers import sort_key

_LANGUAGES = {"english": "en", "french": "fr", "irish": "ga", "welsh": "cy", "malay": "ms", "spanish": "es"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an instruction: `why` is empty when it was applied."""

    instruction: Instruction
    why: str = ""

    @property
    def applied(self) -> bool:
        return not self.why


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The law as amended, what became of every instruction, and the passages that were not understood."""

    law: Law
    outcomes: tuple[Outcome, ...]
    unread: tuple[Unread, ...] = ()

    def failures(self, path: str) -> list[CtipError]:
        """Each instruction that was not applied and each passage not understood; `path` names the amending act."""
        missed = [(one.instruction.start, one.instruction.num, one.why) for one in self.outcomes if not one.applied]
        missed += [(one.start, one.num, f"not understood: {one.why}: {shown(one.text)}") for one in self.unread]
        return [InputError("CT203", f"not applied: {why}", path=path, place=num) for _, num, why in sorted(missed)]


def amend(old: Law, act: Law) -> Consolidation:
    """`old` as amended by `act`. Raises InputError CT202 where nothing in `act` instructs."""
    orders = amendments(act)
    if not orders.instructions and not orders.unread:
        raise InputError("CT202", "no amending instruction was read in it", path=act.source.path)
    return consolidate(old, orders, act.version)


def consolidate(old: Law, orders: Amendments, version: str = "") -> Consolidation:
    """Applies the instructions in their order. What cannot be applied leaves the law as it is and says why."""
    draft = draft_of(old)
    named = _meant(old, orders.acts)
    outcomes = []
    for one in orders.instructions:
        why = _elsewhere(old, one, named)
        if not why:
            try:
                _apply(draft, one)
            except NotThere as reason:
                why = str(reason)
        outcomes.append(Outcome(one, why))
    return Consolidation(draft.finish(version), tuple(outcomes), orders.unread)


def _meant(old: Law, acts: tuple[str, ...]) -> frozenset[str]:
    """Those of the acts named that are `old`: the only one, or the ones whose name its title holds."""
    if len(acts) < 2:
        return frozenset(acts)
    from rapidfuzz import fuzz

    years = set(re.findall(r"\b(?:1[5-9]|20)\d\d\b", old.title))
    scores = {}
    for act in acts:
        own = set(re.findall(r"\b(?:1[5-9]|20)\d\d\b", act))
        scores[act] = fuzz.ratio(_bare(act), _bare(old.title)) if not (years and own) or years & own else 0.0
    best = max(scores.values())
    return frozenset(act for act, score in scores.items() if score == best and score >= 70)


def _bare(title: str) -> str:
    return " ".join(re.findall(r"[^\W\d]+", title.casefold()))


def _elsewhere(old: Law, one: Instruction, named: frozenset[str]) -> str:
    if one.act and one.act not in named:
        return f"it amends another law: {one.act}"
    if one.version:
        language = _LANGUAGES.get(one.version.lower().split()[0], "")
        if language != old.language.split("-")[0]:
            return f"it concerns the {one.version} text only"
    return ""


def _apply(draft: Draft, one: Instruction) -> None:
    if one.kind == "renumber":
        _renumber(draft, one)
    elif one.what == "words":
        _words(draft, one)
    elif one.kind == "insert":
        _insert(draft, one)
    elif one.targets[0].part == "heading":
        _heading(draft, one, one.targets[0])
    elif one.kind == "substitute":
        _replace(draft, one)
    else:
        for found in reversed([find(draft, target) for target in one.targets]):
            _remove(draft, found)


# -- words -----------------------------------------------------------------------------------------------------


def _words(draft: Draft, one: Instruction) -> None:
    """All places are looked up before the first is changed: an instruction is carried out whole or not at all."""
    if len(one.targets) == 1 and (one.targets[0].part or not one.old):
        target = one.targets[0]
        if target.part == "opening":
            _opening(draft, one, find(draft, target))
        elif target.part:
            _heading(draft, one, target)
        else:
            _at_edge(draft, one, find(draft, target))
        return
    spots: set[tuple[int, int]] = set()
    for target in one.targets:
        if target.part or not one.old:
            raise NotThere("it names several places of different kinds")
        if not target.path:
            spots.update(_everywhere(draft, one))
            continue
        found = find(draft, target)
        start = words_start(found.node) if found.node.kind in TOP_KINDS else found.start
        hits = _chosen(draft, one, occurrences(draft, start, found.close(draft), one.old), found)
        spots.update(_passages(draft, one, hits, found) if one.until or one.rest else hits)
    if any(first < node.start < last for first, last in spots for node in draft.nodes()):
        raise NotThere("the words run over the beginning of another unit")
    for first, last in sorted(spots, reverse=True):
        _put(draft, one, first, last)


def _everywhere(draft: Draft, one: Instruction) -> list[tuple[int, int]]:
    """The places of words in all sections, headings left aside."""
    sections = [node for node in draft.nodes() if node.kind in TOP_KINDS]
    spots = [spot for node in sections for spot in occurrences(draft, words_start(node), node.end, one.old)]
    if not spots:
        raise NotThere(f"“{flat(one.old)}” was not found in the law")
    return spots


def _passages(
    draft: Draft, one: Instruction, hits: list[tuple[int, int]], found: Found
) -> Iterator[tuple[int, int]]:
    """From the words that begin a passage to those that end it, or to the end of the unit; its last stop stays unless
    the new words bring one."""
    close = found.close(draft)
    for first, last in hits:
        if one.until:
            ends = occurrences(draft, last, close, one.until)
            if not ends:
                raise NotThere(f"“{flat(one.until)}” does not follow “{flat(one.old)}” in {one.target}")
            if len(ends) > 1:
                raise NotThere(
                    f"“{flat(one.until)}” stands {len(ends)} times after “{flat(one.old)}” in {one.target} and the "
                    "instruction does not say which is meant"
                )
            yield first, ends[0][1]
        else:
            stays = draft.text[close - 1] in ".;:," and not one.new.rstrip().endswith((".", ";", ":", ","))
            yield first, close - stays


def _opening(draft: Draft, one: Instruction, found: Found) -> None:
    """New words before the first paragraph of a unit, in place of those that stand there."""
    node = found.node
    inner = node.children or found.brothers[found.first + 1 : found.last + 1]
    if not inner or not node.intro:
        raise NotThere(f"{Target(one.targets[0].path)} has no words before its paragraphs")
    start = node.intro[0][0]
    end = len(draft.text[: inner[0].start].rstrip())
    draft.splice(start, end, flat(one.new))
    node.intro = [(start, start + len(flat(one.new)))]


def _chosen(draft: Draft, one: Instruction, spots: list[tuple[int, int]], found: Found) -> list[tuple[int, int]]:
    """Those of the places that the instruction means. Raises NotThere where it does not say."""
    shown = f"“{flat(one.old)}”"
    if one.occurrence == "end":
        tail = [spot for spot in spots if not re.search(r"\w", _tail(draft, spot, found, one.old))]
        if not tail:
            raise NotThere(f"{shown} does not stand at the end of {one.target}")
        return tail[-1:]
    if not spots:
        raise NotThere(f"{shown} was not found in {one.target}")
    if one.occurrence == "all":
        return spots
    if one.occurrence == "first":
        return spots[:1]
    if len(spots) > 1:
        raise NotThere(
            f"{shown} stands {len(spots)} times in {one.target} and the instruction does not say which is meant"
        )
    return spots


def _tail(draft: Draft, spot: tuple[int, int], found: Found, old: str) -> str:
    """What follows the place; after punctuation, a link to the next unit does not count."""
    rest = draft.text[spot[1] : found.close(draft)]
    return rest if re.search(r"\w", old) else re.sub(r"^\s*(?:and|or)\b", "", rest)


def _put(draft: Draft, one: Instruction, first: int, last: int) -> None:
    stands, new = draft.text[first:last], flat(one.new)
    if one.kind == "insert" and one.position == "before":
        draft.splice(first, last, f"{new}{'' if new.endswith('(') else ' '}{stands}")
    elif one.kind == "insert":
        draft.splice(first, last, f"{stands}{'' if new[:1] in ',.;:)' else ' '}{new}")
    elif one.kind == "repeal":
        _cut(draft, first, last)
    else:
        apart = " " if not re.search(r"\w", stands) and new[:1].isalnum() else ""
        draft.splice(first, last, apart + new)  # words in the place of a stop


def _cut(draft: Draft, first: int, last: int) -> None:
    """Takes words out with one of the blanks around them."""
    before, after = draft.text[first - 1 : first], draft.text[last : last + 1]
    if before == " " and (not after or after.isspace() or after in ",.;:)"):
        first -= 1
    elif after == " " and (not before or before.isspace() or before == "("):
        last += 1
    draft.splice(first, last, "")


def _at_edge(draft: Draft, one: Instruction, found: Found) -> None:
    """Words at the end or the beginning of a unit."""
    new = flat(one.new)
    if one.position == "end":
        end = found.close(draft)
        last = draft.text[end - 1 : end]
        if last == "." and new[:1] in ",;:":  # "at the end add “; and”": the stop goes
            draft.splice(end - 1, end, new)
        elif last == "." and new[:1].islower():  # words that go on the sentence stand before its stop
            draft.splice(end - 1, end, f" {new}{'' if new.endswith('.') else '.'}")
        else:
            draft.splice(end - 1, end, f"{last}{'' if new[:1] in ',.;:)' else ' '}{new}")
    elif one.position == "start":
        start = words_start(found.node)
        draft.splice(start, start + 1, f"{new} {draft.text[start : start + 1]}")
    else:
        raise NotThere("the instruction does not say where the words go")


def _heading(draft: Draft, one: Instruction, target: Target) -> None:
    """Changes a heading, in the tree and where it stands in the text."""
    node = find(draft, target).node
    spots = occurrences(draft, node.start, words_start(node), node.heading) if node.heading else []
    if len(spots) != 1:
        raise NotThere(f"the {target} does not stand beside it")
    start, end = spots[0]
    if one.what == "words" and one.old:
        hits = occurrences(draft, start, end, one.old)
        if len(hits) != 1:
            raise NotThere(f"“{flat(one.old)}” was not found once in the {target}")
        before = len(draft.text)
        _put(draft, one, *hits[0])
        end += len(draft.text) - before
    elif one.kind == "substitute":
        draft.splice(start, end, flat(one.new))
        end = start + len(flat(one.new))
    else:
        raise NotThere(f"what is to become of the {target} is not clear")
    node.heading = flat(draft.text[start:end])


# -- units -----------------------------------------------------------------------------------------------------


def _insert(draft: Draft, one: Instruction) -> None:
    text = _tidy(one.new)
    if one.position == "numbered":
        _insert_numbered(draft, text, one.targets[-1])
        return
    found = find(draft, one.targets[-1])
    if one.position == "sorted":
        _insert_entries(draft, found, text)
        return
    if one.position in ("end", "start") and not found.node.children:
        raise NotThere(f"{one.target} has no units to add to")
    if one.position == "start":
        found = Found(found.node.children[0], found.node.children, 0, 0, found.node)
        one = replace(one, position="before")
    if one.position == "end":
        last = found.node.children[-1]
        found = Found(last, found.node.children, len(found.node.children) - 1, len(found.node.children) - 1, found.node)
    after = found.node.num if one.position != "before" else ""
    nodes = units(text, found.node.kind, after, _section_words(draft))
    _absent(found.brothers, nodes)
    for node in nodes if found.node.kind == "definition" else ():
        _undefined(draft, find(draft, Target(one.targets[-1].path[:1])), text[node.start : node.end])
    if one.position == "before":
        _place_in(draft, found.brothers, found.first, nodes, text, found.start, before=True)
    else:
        _place_in(draft, found.brothers, found.last + 1, nodes, text, found.close(draft))


def _section_words(draft: Draft) -> tuple[str, ...]:
    """The words for a section in the language of the law: "Artículo"."""
    how = drafting(draft.law.language)
    return tuple(word for word, level in how.units.items() if level == "section") if how else ()


def _insert_numbered(draft: Draft, text: str, target: Target) -> None:
    """A new unit goes where its number has it, after the last one with a lower number."""
    level = target.path[-1][0] if target.path else "section"
    nodes = units(text, level if level not in ("division", "section") else "section", "", _section_words(draft))
    if level in ("division", "section"):
        holder: tuple[tuple[str, str], ...] = ()
        brothers = [node for node in draft.nodes() if node.kind in TOP_KINDS]
    else:
        holder = target.path[:-1]
        brothers = find(draft, Target(holder)).node.children
    before = [node for node in brothers if node.num and sort_key(node.num) < sort_key(nodes[0].num)]
    if not before:
        raise NotThere(f"there is no {level} before {nodes[0].num}")
    _absent(brothers, nodes)
    found = find(draft, Target((*holder, (level if holder else "section", before[-1].num))))
    for node in nodes:
        node.kind = found.node.kind
    _place_in(draft, found.brothers, found.last + 1, nodes, text, found.close(draft))


def _insert_entries(draft: Draft, found: Found, text: str) -> None:
    """Definitions without a place go where the alphabet has them, or after the last where it does not rule."""
    parent = next((node for node in found.node.walk() if any(c.kind == "definition" for c in node.children)), None)
    if parent is None:
        raise NotThere("no definitions were found there")
    new = units(text, "definition")
    for node in new:
        _undefined(draft, found, text[node.start : node.end])
    for node in new:
        entries = [child for child in parent.children if child.kind == "definition"]
        words = [_entry_key(draft.text[child.start : child.end]) for child in entries]
        own = text[node.start : node.end]
        before = [child for child, word in zip(entries, words, strict=True) if word < _entry_key(own)]
        anchor = entries[-1] if words != sorted(words) else before[-1] if before else entries[0]
        first = words == sorted(words) and not before
        place = next(n for n, child in enumerate(parent.children) if child is anchor) + (not first)
        moved = units(own, "definition")
        at = anchor.start if first else Found(anchor, parent.children, 0, 0, parent).node.end
        _place_in(draft, parent.children, place, moved, own, at, before=first)


def _undefined(draft: Draft, found: Found, words: str) -> None:
    """Raises NotThere where the section defines the term already."""
    term = re.match(r"\W*([^\"”’\n]{1,90}?)[\"”’']", words)
    again = rf"[\"“‘']{re.escape(term[1])}[\"”’']\s*(?:means?|includes?|has|have|shall)\b" if term else r"(?!)"
    if term and re.search(again, draft.text[found.start : found.end], re.I):
        raise NotThere(f"“{term[1]}” is defined there already")


def _entry_key(words: str) -> str:
    return " ".join(re.findall(r"\w+", words[:80].casefold()))


def _absent(brothers: Iterable[Node], nodes: Iterable[Node]) -> None:
    taken = {key(node.num) for node in brothers if node.num}
    for node in nodes:
        if node.num and key(node.num) in taken:
            raise NotThere(f"a {node.kind} {node.num} is already there")


def _replace(draft: Draft, one: Instruction) -> None:
    """New units in place of old ones, which have to stand in a row."""
    found = [find(draft, target) for target in one.targets]
    text = _tidy(one.new)
    if ELIDED.search(text):
        raise NotThere("the new words leave out, with points, what stays as it is")
    kind = found[0].node.kind
    nodes = units(text, kind, found[0].node.num if kind in TOP_KINDS else "", _section_words(draft))
    rows = [one.first for one in found]
    if rows != list(range(rows[0], rows[0] + len(rows))) or any(f.brothers is not found[0].brothers for f in found):
        raise NotThere("the units to be replaced do not stand in a row")
    if len(found) == 1 and len(nodes) == 1 and nodes[0].num and key(nodes[0].num) != key(found[0].node.num):
        raise NotThere(f"the new words are numbered {nodes[0].num}")
    start, end = found[0].start, max(one.close(draft) for one in found)
    last = max(one.last for one in found)
    brothers = found[0].brothers
    del brothers[rows[0] : last + 1]
    draft.splice(start, end, text)
    _shift(nodes, start)
    brothers[rows[0] : rows[0]] = nodes


def _remove(draft: Draft, found: Found) -> None:
    """Takes a unit out with the blank lines behind it."""
    start, end = found.start, found.close(draft)
    del found.brothers[found.first : found.last + 1]
    while end < len(draft.text) and draft.text[end].isspace():
        end += 1
    if draft.text[start - 1 : start] not in ("", "\n"):
        end = len(draft.text[:end].rstrip())
    draft.splice(start, end, "")


def _place_in(
    draft: Draft, brothers: list[Node], place: int, nodes: list[Node], text: str, at: int, *, before: bool = False
) -> None:
    """Puts new units among their brothers, parted as these are; a law's only unit of its kind by a blank line if it has
    any."""
    gaps = [draft.text[one.end : two.start] for one, two in pairwise(brothers)]
    parted = any("\n\n" in gap for gap in gaps) if gaps else "\n\n" in draft.text
    blank = "\n\n" if parted else "\n"
    draft.splice(at, at, text + blank if before else blank + text)
    _shift(nodes, at if before else at + len(blank))
    brothers[place:place] = nodes


def _shift(nodes: Iterable[Node], by: int) -> None:
    for top in nodes:
        for node in top.walk():
            node.start += by
            node.end += by
            node.intro = [(first + by, last + by) for first, last in node.intro]
            node.wrap_up = [(first + by, last + by) for first, last in node.wrap_up]


def _tidy(text: str) -> str:
    """Without the empty lines that a page break left."""
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+", "\n\n", text).strip()


# -- numbers ---------------------------------------------------------------------------------------------------

_AS = re.compile(r"(?P<kind>[a-z-]+)?\s*(?P<num>\(?\w+(?:\.\d+)?\)?)\s*\Z", re.I)


def _renumber(draft: Draft, one: Instruction) -> None:
    match = _AS.search(one.new)
    if not match or len(one.targets) != 1:
        raise NotThere(f"the new number “{one.new}” is not clear")
    found = find(draft, one.targets[0])
    node, num = found.node, match["num"]
    if node.kind in TOP_KINDS and (match["kind"] or "").lower() in ("subsection", "sub-section", "paragraph"):
        _wrap(draft, node, num, (match["kind"] or "").lower().replace("-", ""))
        return
    last = words_start(node)
    spot = draft.text.find(node.num_printed, node.start, last) if node.num_printed else -1
    if spot < 0:
        raise NotThere(f"the number of {one.target} was not found in the text")
    printed = node.num_printed.replace(node.num, num.strip("()"))
    draft.splice(spot, spot + len(node.num_printed), printed)
    node.num, node.num_printed, node.eid = num.strip("()"), printed, ""


def _wrap(draft: Draft, node: Node, num: str, kind: str) -> None:
    """The words of a section become its subsection (1)."""
    if any(child.num[:1].isdigit() for child in node.children):
        raise NotThere(f"section {node.num} has subsections already")
    start = words_start(node)
    label = f"({num.strip('()')}) "
    draft.splice(start, start, label)
    begin = start + len(label)
    inner = Node(kind=kind, num=num.strip("()"), num_printed=label.strip(), start=start, end=node.end)
    inner.intro, inner.wrap_up, inner.children = node.intro, node.wrap_up, node.children
    inner.intro = [(max(first, begin), last) for first, last in inner.intro]
    node.intro, node.wrap_up, node.children = [], [], [inner]
