"""Cross-references: units of the same law as eIds, other laws and treaties by name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.inserted import numbered
from ctip_law.annotate.numbers import number
from ctip_law.annotate.tree import Numbers, ancestors, child_at, key, path
from ctip_law.annotate.view import Unit, fold
from ctip_law.model import Clause, Law, Reference

#: Most sections that one range ("sections 12 to 40") is spelt out to.
_RANGE = 200
#: Characters of an Act's or a treaty's name.
_NAME = 160
#: Farthest that "thereof" may stand after what it refers to (characters).
_THEREOF = 200
_PART = r"\( ?[a-z0-9]{1,5} ?\)"
_DIGITS = r"\d{1,4}[a-z]{0,3}(?:[.-]\d{1,4}[a-z]{0,2})*(?: (?:bis|ter|quater|quinquies|sexies)(?![a-z]))?"


@dataclass(frozen=True, slots=True)
class _Item:
    """One number of a list: "3(1)(a)" is num "3" and parts ("1", "a"); `to` marks the end of a range."""

    start: int
    end: int
    num: str
    parts: tuple[str, ...]
    to: bool


@dataclass(frozen=True, slots=True)
class _Mention:
    """A word for a unit with its list of numbers: "sections 3, 4 and 6 to 9", "ayat (2)"."""

    start: int
    end: int
    outer: bool
    items: tuple[_Item, ...]


def references(law: Law, units: Sequence[Unit], grammar: Grammar) -> list[Reference]:
    """All references of the body in the order of the text; one for each unit that a list or a range names."""
    finder = _Finder(law, units, grammar)
    found = [reference for unit in units for reference in finder.of(unit)]
    return sorted(set(found), key=lambda r: (r.start, r.end, r.kind, r.target))


class _Finder:
    def __init__(self, law: Law, units: Sequence[Unit], grammar: Grammar) -> None:
        self.grammar = grammar
        self.sections: dict[str, Clause] = {}
        self.order: list[Clause] = []
        for unit in units:
            if unit.clause.num:
                self.sections.setdefault(key(unit.clause.num), unit.clause)
                self.order.append(unit.clause)
        ordered = sorted(self.order, key=lambda clause: clause.start)
        for num, clause in numbered(law).items():  # a section that this law puts into another
            if holder := child_at(ordered, clause.start, clause.start + 1):
                self.sections.setdefault(key(num), path(holder, clause.start, clause.end)[-1])
        self.place = {id(clause): index for index, clause in enumerate(self.order)}
        self.above = ancestors(law)
        self.numbers = Numbers()
        self.parents = {id(c): p for unit in units for p in unit.clause.walk() for c in p.children}
        both, to = grammar.any("references.and"), grammar.any("references.to")
        letter = rf"(?: (?!{both}(?![a-z]))[a-z](?= ?(?:[,;.)]|$)| [a-z]{{2}}| [a-z] )(?! (?:[a-z]{{2,3}} )?\d))?"
        parts = rf"(?: ?{_PART})*"
        item = rf"(?:{_DIGITS}{letter}{parts}|{grammar.numbers.pattern}{parts}|{_PART}{parts}|[a-z]\))"
        joint = rf"(?: ?, ?(?:{both} )?| {both} | {to} | ?- ?(?=\d))"
        outer, inner = grammar.any("references.section"), grammar.any("references.sub")
        # a list stays with its word: in "ayat (1) dan Pasal 4" the article is a mention of its own, and so is the first
        # of "section 3 or sections 12 and 14 of the Harbour Code"
        self.mention = re.compile(
            rf"(?<![a-z])(?:(?P<word>{outer}) ?(?P<outer>{item}(?:{joint}(?:(?P=word) )?{item})*)"
            rf"|{inner} ?(?P<inner>{item}(?:{joint}(?:{inner} )?{item})*)"
            rf"|{grammar.any('references.bare')} (?P<letter>[a-z])(?![a-z]))(?![a-z])"
        )
        self.item = re.compile(rf"(?P<joint>{joint})?(?:(?:{outer}|{inner}) )?(?P<item>{item})")
        self.range = re.compile(rf" ?(?:{grammar.any('references.to')}|-) ?")
        self.this = re.compile(rf"(?<![a-z]){grammar.any('references.this')}(?![a-z])")
        self.previous = re.compile(rf"(?<![a-z]){grammar.any('references.previous')}(?![a-z])")
        self.all_previous = re.compile(rf"(?<![a-z]){grammar.any('references.all_previous')}(?![a-z])")
        self.thereof = re.compile(rf"(?<![a-z]){grammar.any('references.thereof')}(?![a-z])")
        self.amends = re.compile(rf"(?:{grammar.any('manner.order')})")
        of, article = grammar.any("references.of"), grammar.any("references.article")
        principal = grammar.any("references.principal")
        self.principal = re.compile(rf",? ?(?:{of} )?(?P<law>{principal})(?![a-z])")
        self.of_joint = re.compile(rf",? ?(?:{of} )?(?:{article} )?")
        self.names = _Names(grammar)

    def of(self, unit: Unit) -> Iterator[Reference]:
        plain = unit.view.plain
        names = list(self.names.of(unit))
        yield from (self._reference(unit, start, end, kind, name) for start, end, kind, name in names)
        mentions = [m for m in (self._read(match, unit) for match in self.mention.finditer(plain)) if m]
        internal: list[tuple[int, Reference]] = []
        head, own = unit.head, key(unit.clause.num)
        printed = plain.find(fold(unit.clause.num_printed)) if unit.clause.num_printed else -1
        amends = self.amends.search(fold(unit.clause.heading)) is not None
        for index in range(len(mentions)):
            first = mentions[index]
            numbers_itself = first.start == printed or [key(item.num) for item in first.items] == [own]
            if first.start < max(head, printed + 1) and (amends or numbers_itself):
                continue  # the number of the section itself; "Amendment of section 12" is another law's
            law = self._other_law(unit, mentions, index, names)
            for start, end, kind, target in self._targets(unit, mentions, index, law):
                reference = self._reference(unit, start, end, kind, target)
                yield reference
                if kind == "internal":
                    internal.append((end, reference))
        yield from self._relative(unit, internal)

    # -- reading ------------------------------------------------------------------------------------------------

    def _read(self, match: re.Match[str], unit: Unit) -> _Mention | None:
        if match["letter"]:
            at = match.start("letter")
            return _Mention(match.start(), match.end(), False, (_Item(at, at + 1, "", (match["letter"],), False),))
        items: list[_Item] = []
        group = "outer" if match["outer"] else "inner"
        for found in self.item.finditer(match[group]):
            text = found["item"]
            base = match.start(group)
            parts = tuple(part.strip() for part in re.findall(r"\(([^)]*)\)", text))
            if re.fullmatch(r"[a-z]\)", text):
                parts = (text[0],)
            num = re.match(_DIGITS, text)
            name = num.group() if num else ""
            if num and (letter := re.match(r" ([a-z])(?![a-z])", text[num.end() :])):
                # "artículos 188 y 188 A": a number of its own where there is such a section
                at = base + found.start("item") + num.end() + 1
                if key(name + letter[1]) in self.sections and unit.view.text[at].isupper():
                    name += letter[1]
                else:
                    text = num.group()
            if not name and not parts:
                value = number(text, self.grammar.numbers)
                name = str(value) if value is not None else ""
            elif not name and not text.startswith("(") and len(text) > 2:
                value = number(text.split("(")[0], self.grammar.numbers)
                name = str(value) if value is not None else ""
            to = bool(items and found["joint"] and self.range.fullmatch(found["joint"]))
            at = base + found.start("item")
            if group == "outer" and not parts and (ends := self._ends_of(name)):
                items.append(_Item(at, at + len(text), ends[0], (), to))
                name, to = ends[1], True
            items.append(_Item(at, at + len(text), name, parts, to))
        items = [item for item in items if item.num or item.parts]
        return _Mention(match.start(), match.end(), group == "outer", tuple(items)) if items else None

    def _ends_of(self, name: str) -> tuple[str, str] | None:
        """The first and last of "5-7" where sections 5 and 7 stand in this law, and none is numbered so."""
        first, dash, last = name.partition("-")
        if not dash or key(name) in self.sections:
            return None
        both = key(first) in self.sections and key(last) in self.sections
        return (first, last) if both and self.sections[key(first)].start < self.sections[key(last)].start else None

    def _other_law(
        self, unit: Unit, mentions: list[_Mention], index: int, names: list[tuple[int, int, str, str]]
    ) -> str:
        """The law that the mention's numbers belong to: "section 29 of the Penal Code", "" for this law."""
        chain = self._chain(unit, mentions, index)
        end = chain[-1].end
        if principal := self.principal.match(unit.view.plain, end):
            return " ".join(unit.view.text[principal.start("law") : principal.end("law")].split())
        at = bisect_left(names, (end, 0, "", ""))
        if at == len(names):
            return ""
        gap = unit.view.plain[end : names[at][0]]
        return names[at][3] if len(gap) <= 12 and self.of_joint.fullmatch(gap) else ""

    def _chain(self, unit: Unit, mentions: list[_Mention], index: int) -> list[_Mention]:
        """A mention with those that hold it after it: "paragraph (a) | of subsection (1) | of section 3"."""
        chain = [mentions[index]]
        for after in mentions[index + 1 : index + 5]:
            gap = unit.view.plain[chain[-1].end : after.start]
            if chain[-1].outer or len(gap) > 10 or not self.of_joint.fullmatch(gap):
                break
            chain.append(after)
        return chain

    # -- resolving ----------------------------------------------------------------------------------------------

    def _targets(
        self, unit: Unit, mentions: list[_Mention], index: int, law: str
    ) -> Iterator[tuple[int, int, str, str]]:
        mention = mentions[index]
        if law:
            if mention.outer:
                for item in mention.items:
                    yield item.start, item.end, "act", f"{law}, section {item.num}{_bracketed(item.parts)}"
            return
        if mention.outer:
            yield from self._outer(mention)
            return
        last: Clause | None = None
        for item in mention.items:
            target = self._inner(unit, mentions, index, item)
            if target is not None:
                for clause in _siblings(last, target, self.parents) if item.to and last else ():
                    yield item.start, item.end, "internal", clause.eid
                yield item.start, item.end, "internal", target.eid
            last = target

    def _outer(self, mention: _Mention) -> Iterator[tuple[int, int, str, str]]:
        """The units of "sections 3, 4(1)(a) to (h) and 6 to 9"."""
        home: Clause | None = None
        last: Clause | None = None
        parts: tuple[str, ...] = ()
        for item in mention.items:
            if item.num:
                home, parts = self.sections.get(key(item.num)), item.parts
            else:  # "(h)" after "4(1)(a)" stands for 4(1)(h)
                parts = (*parts[: max(len(parts) - len(item.parts), 0)], *item.parts)
            if home is None:
                last = None
                continue
            target = self.numbers.descend(home, parts)
            if item.to and last is not None:
                between = self._between(last, target) if item.num else _siblings(last, target, self.parents)
                for clause in between:
                    yield item.start, item.end, "internal", clause.eid
            yield item.start, item.end, "internal", target.eid
            last = target

    def _between(self, first: Clause, last: Clause) -> list[Clause]:
        low, high = self.place.get(id(first)), self.place.get(id(last))
        return self.order[low + 1 : high][:_RANGE] if low is not None and high is not None else []

    def _inner(self, unit: Unit, mentions: list[_Mention], index: int, item: _Item) -> Clause | None:
        """The clause of "subsection (2)", "paragraph (a) of subsection (1) of section 5", "Pasal 2 ayat (2)"."""
        parts = _numbers(item)
        after = self._chain(unit, mentions, index)[1:]
        before: list[_Mention] = []
        for other in reversed(mentions[max(index - 4, 0) : index]):
            if (before[0] if before else mentions[index]).start - other.end > 2 or (before and before[0].outer):
                break
            before.insert(0, other)
        for holders in (after[::-1], before):
            if holders and holders[0].outer:
                section = self.sections.get(key(holders[0].items[-1].num))
                inner = [number for holder in holders[1:] for number in _numbers(holder.items[-1])]
                return self.numbers.find(section, (*holders[0].items[-1].parts, *inner, *parts)) if section else None
        start, end = unit.view.span(mentions[index].start, mentions[index].end)
        own = [number for holder in after[::-1] for number in _numbers(holder.items[-1])]
        for clause in reversed(path(unit.clause, start, end)):
            found = self.numbers.find(clause, (*own, *parts))
            if found is not None:
                return found
        return None

    def _relative(self, unit: Unit, internal: list[tuple[int, Reference]]) -> Iterator[Reference]:
        """ "this Part", "the preceding section", "the two preceding sections", "thereof"."""
        plain = unit.view.plain
        ends = [end for end, _ in internal]
        for match in self.this.finditer(plain):
            kind = self.grammar.kinds.get(next(g for g in match.groups() if g), "")
            clause = self._enclosing(unit, match.start(), match.end(), kind)
            if clause is not None:
                yield self._reference(unit, match.start(), match.end(), "internal", clause.eid)
        for match in self.previous.finditer(plain):
            kind = self.grammar.kinds.get(next(g for g in match.groups() if g), "")
            here = self._enclosing(unit, match.start(), match.end(), kind)
            clause = self._before(unit, here) if here else None
            if clause is not None:
                yield self._reference(unit, match.start(), match.end(), "internal", clause.eid)
        for match in self.all_previous.finditer(plain):
            for clause in self._all_before(unit, match):
                yield self._reference(unit, match.start(), match.end(), "internal", clause.eid)
        for match in self.thereof.finditer(plain):
            at = bisect_right(ends, match.start()) - 1
            if at >= 0 and match.start() <= ends[at] + _THEREOF:
                yield self._reference(unit, match.start(), match.end(), "internal", internal[at][1].target)

    def _enclosing(self, unit: Unit, first: int, last: int, kind: str) -> Clause | None:
        start, end = unit.view.span(first, last)
        inside = path(unit.clause, start, end)
        outside = self.above.get(id(unit.clause), [])
        if kind == unit.clause.kind or (kind in ("section", "article") and unit.clause.kind in ("section", "article")):
            return unit.clause
        return next((c for c in reversed([*outside, *inside]) if c.kind == kind), None)

    def _before(self, unit: Unit, here: Clause) -> Clause | None:
        if here is unit.clause:
            place = self.place.get(id(here), 0)
            return self.order[place - 1] if place else None
        parent = self.parents.get(id(here))
        if parent is None:
            return None
        at = bisect_left(parent.children, here.start, key=lambda clause: clause.start)
        return parent.children[at - 1] if at else None

    def _all_before(self, unit: Unit, match: re.Match[str]) -> Sequence[Clause]:
        """Those of "the preceding articles" of the same chapter, as many as the text says, or all."""
        words = [group for group in match.groups() if group]
        kind = next((self.grammar.kinds[word] for word in words if word in self.grammar.kinds), "")
        count = next((value for word in words if (value := number(word, self.grammar.numbers))), _RANGE)
        here = self._enclosing(unit, match.start(), match.end(), kind)
        if here is None:
            return ()
        if here is not unit.clause:
            parent = self.parents.get(id(here))
            brothers = [clause for clause in parent.children if clause.start < here.start] if parent else []
            return brothers[-count:]
        place = self.place.get(id(here), 0)
        above = [id(clause) for clause in self.above.get(id(here), [])]
        before = self.order[max(place - count, 0) : place]
        return [c for c in before if [id(holder) for holder in self.above.get(id(c), [])] == above]

    def _reference(self, unit: Unit, first: int, last: int, kind: str, target: str) -> Reference:
        start, end = unit.view.span(first, last)
        return Reference(start, end, kind, target, unit.deepest(start, end).eid)


class _Names:
    """Names of Acts and treaties, told by their capitals: "Penal Code 1871", "Ley 985 de 2005", "Akta X 1959/63"."""

    def __init__(self, grammar: Grammar) -> None:
        names = ("act_first", "act_last", "treaty")
        heads = "|".join(f"(?P<{name}>{grammar.any(f'references.{name}')})" for name in names)
        self.head = re.compile(rf"(?<![a-z-])(?:{heads})(?![a-z])")
        joint = grammar.any("references.joint").replace("(?:", "(?i:", 1)
        adjective = grammar.any("references.adjective")
        capital = r"[A-ZÀ-Þ][\w’'&/-]*"
        aside = r"\([A-ZÀ-Þ][^()]{0,60}\)"
        self.before = re.compile(rf"(?<![\w.])((?:{capital}|{aside})(?:,? (?:{capital}|{joint}|{aside}))* )$")
        self.after = re.compile(rf"(?:,? (?:{capital}|{joint}(?![\w°º])|[Nn][°ºo.]+|[\w/.°º-]*\d[\w/-]*|{adjective}))+")
        numbered = grammar.any("references.numbered")
        self.year = re.compile(rf",? ?(?:\(?(?i:{numbered})\)?|\d{{4}}(?:/\d{{2,4}})?(?!\.?\d))")
        self.trail = re.compile(rf" (?:{joint})$")
        first, anywhere = (_capitals(grammar.lists.get(f"references.not_{place}", ())) for place in ("first", "in"))
        self.skip = re.compile(rf"(?:^{first} |\b{anywhere} )")

    def of(self, unit: Unit) -> Iterator[tuple[int, int, str, str]]:
        text, last = unit.view.text, 0
        for match in self.head.finditer(unit.view.plain):
            if match.start() < last or not text[match.start()].isupper():
                continue
            found = self._read(text, match)
            if found:
                last = found[1]
                yield found

    def _read(self, text: str, match: re.Match[str]) -> tuple[int, int, str, str] | None:
        start, end = match.span()
        kind = "treaty" if match.lastgroup == "treaty" else "act"
        if match.lastgroup == "act_last":
            start = self._start(text, start)
            if start == match.start():
                return None
        else:
            after = self.after.match(text, end, end + _NAME)
            end = after.end() if after else end
            if kind == "treaty":
                start = self._start(text, start)
        while (trail := self.trail.search(text, start, end)) is not None:
            end = trail.start()
        year = self.year.match(text, end)
        end = year.end() if year else end
        name = " ".join(text[start:end].split()).rstrip(",")
        return (start, end, kind, name) if " " in name else None

    def _start(self, text: str, at: int) -> int:
        window = max(at - _NAME, 0)
        before = self.before.search(text[window:at])
        if before is None:
            return at
        skipped = list(self.skip.finditer(before.group(1)))
        return window + before.start(1) + (skipped[-1].end() if skipped else 0)


def _capitals(words: Iterable[str]) -> str:
    """Any of the words with a capital, as a name may begin with them and they are no part of it."""
    return f"(?:{'|'.join(word.capitalize() for word in words) or '(?!)'})"


def _numbers(item: _Item) -> tuple[str, ...]:
    return (item.num, *item.parts) if item.num else item.parts


def _bracketed(parts: tuple[str, ...]) -> str:
    return "".join(f"({part})" for part in parts)


def _siblings(first: Clause, last: Clause, parents: dict[int, Clause]) -> tuple[Clause, ...]:
    """The units between two of one parent: between (a) and (h)."""
    parent = parents.get(id(first))
    if parent is None or parents.get(id(last)) is not parent:
        return ()
    brothers = parent.children
    low = bisect_left(brothers, first.start, key=lambda clause: clause.start)
    high = bisect_left(brothers, last.start, key=lambda clause: clause.start)
    return brothers[low + 1 : high][:_RANGE]
