"""Definitions: quoted terms, entries of definition sections without quotation marks, and sentences that define.

An entry runs from its term to the next entry, with its items, and never beyond the clause that holds the list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.tree import Numbers, path, path_in
from ctip_law.annotate.view import Unit, fold
from ctip_law.model import Clause, Definition, Law

#: Kinds of clauses below a list of definitions, as against a new subsection after it.
_ITEMS = frozenset({"paragraph", "subparagraph", "item", "subitem", "point", "definition", "indent", "list", "proviso"})
#: First characters of a section in which it says that it is a list of definitions; most characters of a label and
#: "The term" before a quoted term.
_SCOPE, _LEAD = 600, 24
_TERM = 90
#: Numbered entries that make a list of them.
_LISTED = 2
#: Characters before a place in which the word before it ends.
_NEAR = 8
#: Lines "Term: its meaning", without a verb, that make one.
_COLONS = 3
_LABEL = r"(?:\([a-z0-9]{1,4}\)|(?<![a-z])(?:[a-z]{1,2}|\d{1,2})[.)]|\d{1,2} ?[°o]\.?|[-•]) ?"
_BEFORE = re.compile(rf"{_LABEL}\Z")
_SENTENCE_END = re.compile(r"\.(?=[\"' ]|$)")
#: "1) Term" on a line of its own, the meaning after it.
_HEADED = re.compile(
    r"\W{0,3}(?:\w{1,3}[.)°]+)?\s*(?P<term>[^\W\d][^\n.;:]{1,80}?)[:.]?[ \t]*\n\s*(?=[A-ZÀ-Þ¿\"“][\w’' ])"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A place in a unit's view where an entry begins: its terms, the end of the verb. `form`: quoted, labelled, line
    (no label), or sentence ("for the purposes of this section, x means ...").
    """

    start: int
    verb: int
    terms: tuple[str, ...]
    form: str


def definitions(law: Law, units: Sequence[Unit], grammar: Grammar) -> list[Definition]:
    """The definitions of the body in order; one for each term of an entry that defines several."""
    reader = _Reader(law, grammar)
    return [definition for unit in units for definition in reader.of(unit)]


class _Reader:
    def __init__(self, law: Law, grammar: Grammar) -> None:
        self.law = law
        self.numbers = Numbers()
        self.ends: dict[int, list[int]] = {}
        self.grammar = grammar
        verb = rf"(?:{grammar.any('definitions.verb')})(?![a-z])"
        strong = rf"(?:{grammar.any('definitions.strong')})(?![a-z])"
        label = rf"(?:{grammar.any('definitions.label')} )?"
        subject = rf"(?:{grammar.any('definitions.subject')}(?: |(?<=')))?"
        here = rf"(?:{grammar.any('definitions.here')}|{grammar.any('definitions.act')})"
        quoted = r"(?:\" ?[^\"\n]{1,90}? ?\"|(?<![a-z0-9])' ?[^'\"]{1,80}(?:'s [^'\"]{1,60})? ?'(?! ?s ))"
        between = rf"(?:,? ?(?:{grammar.any('definitions.between')})[^.;:\"]{{0,160}}?,? ?)?"
        joint = grammar.any("definitions.joint")
        aside = r"(?:\([^()]{0,80}\) ?)?"
        self.quoted = grammar.compile(
            rf"(?P<terms>{quoted}(?:(?: ?, ?(?:{joint} )?| {joint} | ?/ ?){quoted})*)[ ,]*"
            rf"{aside}{between}{aside}(?:[-:] ?)?(?P<verb>{verb})"
        )
        self.one = re.compile(quoted)
        self.told = grammar.compile(rf"(?<![a-z]){strong}")
        self.colon = re.compile(rf"(?:{_LABEL})?{label}(?P<term>{quoted}) ?: ?(?=[^-:\n]{{10}})")
        self.entry = grammar.compile(
            rf"(?P<label>{_LABEL})?{label}(?P<term>[^.;:\"()]{{2,{_TERM}}}?)(?: ?\([^()]{{0,60}}\))?,?"
            rf"(?:(?: ?: ?| - |\. ?- ?)(?:{verb})?(?=[^-:]{{20}})| (?P<verb>{verb}))"
        )
        self.stated = grammar.compile(
            rf"(?<![a-z]){here}(?: [a-z0-9]+)?,? ?{label}{subject}"
            rf"(?P<term>[^.;:\"(),]{{2,60}}?),? (?P<verb>{strong})"
        )
        self.declared = grammar.compile(
            rf"(?<![a-z]){grammar.any('definitions.declared')} (?P<term>[^.;:\"(),]{{2,60}}?)"
            rf"(?:,|:| (?={grammar.any('definitions.opening')} ))"
        )
        opened = grammar.any("definitions.opened")
        self.opened = grammar.compile(rf"{subject}(?P<term>[^.;:\"(),]{{2,60}}?) (?P<verb>{opened})")
        self.article = re.compile(rf"^(?:{grammar.any('definitions.subject')})(?: |(?<='))", re.I)
        self.cut = re.compile(rf" (?:{grammar.any('definitions.cut')})(?![a-z])")
        self.no_term = re.compile(rf"(?:{grammar.any('definitions.no_term')}|{here})(?![a-z])")
        self.tail = re.compile(
            rf"(?: +|(?<=[;,.:]) ?(?:{_LABEL})|(?<=[;,.]) (?:{grammar.any('penalty.and')}|{grammar.any('penalty.or')})"
            rf"|(?<=[;,.:)]) ?{grammar.any('definitions.label')})$"
        )
        self.section = re.compile(rf"(?<![a-z]){grammar.any('definitions.section')}(?![a-z])")
        self.list = re.compile(rf"(?<![a-z]){grammar.any('definitions.entry')}")
        self.here = re.compile(rf"(?<![a-z]){grammar.any('definitions.here')}(?: \((?P<num>[a-z0-9]+)\))?")
        self.act = re.compile(rf"(?<![a-z]){grammar.any('definitions.act')}(?![a-z])")
        self.target = grammar.compile(rf"[^.;\"]{{0,12}}?{grammar.any('definitions.target')}")
        self.target_end = re.compile(rf"[;\"]|\.(?= |$)|{grammar.any('definitions.target_end')} ")
        self.target_trim = re.compile(grammar.any("definitions.target_trim"), re.I)
        self.quick = re.compile(
            rf"[\"']|(?<![a-z])(?:{grammar.any('definitions.section')}|{here})"
            rf"|{grammar.any('definitions.declared')}|{opened}"
        )

    def of(self, unit: Unit) -> Iterator[Definition]:
        plain = unit.view.plain
        if not self.quick.search(plain):
            return
        entries = self._entries(unit)
        cues: list[tuple[int, re.Match[str] | None]] = [(m.start(), m) for m in self.here.finditer(plain)]
        cues = sorted([*cues, *((m.start(), None) for m in self.act.finditer(plain))], key=lambda cue: cue[0])
        listed = self._lists(unit)
        for index, entry in enumerate(entries):
            limit = entries[index + 1].start if index + 1 < len(entries) else len(plain)
            start = unit.view.source(entry.start)
            holder = _holder(unit.clause, start)
            end = unit.view.at(self._end(holder, unit.deepest(start, start + 1), start, entry.form))
            last = min(limit, end) if end > entry.verb else limit
            if entry.form == "sentence" and (stop := _SENTENCE_END.search(plain, entry.verb, last)) is not None:
                last = stop.end()
            last = self._trim(plain, entry.verb, last)
            first, after = unit.view.span(entry.start, max(last, entry.verb))
            clause = unit.deepest(first, after)
            scope, target = self._scope(unit, entry, holder, cues, listed), self._target(unit, entry, last)
            for term in entry.terms:
                yield Definition(term, clause.eid, first, after, scope, target)

    # -- where entries begin --------------------------------------------------------------------------------------

    def _entries(self, unit: Unit) -> list[_Entry]:
        plain, text = unit.view.plain, unit.view.text
        found: dict[int, _Entry] = {}
        for match in self.quoted.finditer(plain):
            at = match.start("terms")
            terms = (self._clean(text[at + m.start() : at + m.end()]) for m in self.one.finditer(match["terms"]))
            found[match.start()] = _Entry(match.start(), match.end(), tuple(t for t in terms if t), "quoted")
        listed = self._lists(unit)
        if listed:
            found |= self._quoted_colons(unit, found)
        if listed and not found:
            self._headed(unit, found)
            starts, colons = self._starts(unit), list[re.Match[str]]()
            for start in starts:
                entry = self.entry.match(plain, start, start + 260)
                if entry is None or self._runs_on(plain, entry, starts):
                    continue
                counted = any(char.isdecimal() for char in plain[start : entry.start("term")])  # "Explanation (1)"
                labelled = counted or bool(entry["label"]) or self._behind_label(unit, start)
                if entry["verb"] or labelled:
                    self._add(found, text, entry, "labelled" if labelled else "line")
                elif plain[entry.end("term") :].lstrip()[:1] == ":":
                    colons.append(entry)
            for entry in colons if len(colons) >= _COLONS else ():
                self._add(found, text, entry, "line")
        for pattern in (self.stated, self.declared):
            for match in pattern.finditer(plain):
                self._add(found, text, match, "sentence")
        for start in self._starts(unit):
            opened = self.opened.match(plain, start, start + 200)
            if opened:
                self._add(found, text, opened, "sentence")
        return _apart(sorted(_of_the_list(found), key=lambda entry: entry.start))

    def _quoted_colons(self, unit: Unit, found: dict[int, _Entry]) -> dict[int, _Entry]:
        """Entries of a list without a verb: "(a) «kite»: a thing that flies"; one alone is none."""
        plain, text = unit.view.plain, unit.view.text
        matches = (self.colon.match(plain, start, start + 200) for start in self._starts(unit))
        ends = {match.start("term"): match for match in matches if match and match.start("term") not in found}
        if len(ends) + len(found) < _LISTED:
            return {}
        terms = {at: self._clean(text[at : match.end("term")]) for at, match in ends.items()}
        return {at: _Entry(at, ends[at].end(), (term,), "quoted") for at, term in terms.items() if term}

    def _behind_label(self, unit: Unit, start: int) -> bool:
        """Whether a label stands before an entry: "(a) kite means"; not the number that ends the meaning before it,
        behind a word in its line ("has the meaning given by section 6." / "lever means")."""
        label = _BEFORE.search(unit.view.plain, max(start - 5, 0), start)
        if label is None:
            return False
        at = unit.view.source(label.start())
        return not self.law.text[max(at - _NEAR, 0) : at].rstrip(" \t")[-1:].isalnum()

    def _runs_on(self, plain: str, entry: re.Match[str], starts: list[int]) -> bool:
        """Whether a line goes on with the meaning before it, and the term begins in a later one: the entries of a list
        may end without a stop."""
        before = plain[max(entry.start() - _NEAR, 0) : entry.start()].rstrip()[-1:]
        later = bisect_right(starts, entry.start("term"))
        return before.isalnum() and later < len(starts) and starts[later] < entry.end("term")

    def _add(self, found: dict[int, _Entry], text: str, match: re.Match[str], form: str) -> None:
        start = match.start("term")
        cut = self.cut.search(match.string, start, match.end("term"))
        words = text[start : cut.start() if cut else match.end("term")]
        term = self.article.sub("", self._clean(words))
        near = any(place in found for place in range(start - 5, start + 6))
        heads = self.section.fullmatch(fold(term)) is not None  # "(a) Definitions. - The following ..."
        if term and not near and not heads and len(term.split()) <= 9 and not self.no_term.match(fold(term)):
            found[start] = _Entry(start, match.end(), (term,), form)

    def _clean(self, words: str) -> str:
        return " ".join(words.strip(" \"'“”‘’«»,-—–:").split())

    def _starts(self, unit: Unit) -> list[int]:
        """Starts of lines and of clauses, and what follows a label within a line."""
        clause, view = unit.clause, unit.view
        text = self.law.text
        offsets = {inner.start for inner in clause.walk()}
        offsets |= {match.end() for match in re.compile(r"\n\s*").finditer(text, clause.start, clause.end)}
        head = unit.head  # a term does not begin with the section's own heading
        places = {max(view.at(offset), head) for offset in offsets if clause.start <= offset < clause.end}
        places = {_past_marks(view.plain, place) if place == head else place for place in places}
        places |= {m.end() for m in re.compile(rf"(?:[;:.-] ?|, ){_LABEL}(?=[^ ])").finditer(view.plain)}
        return sorted(place for place in places if place < len(view.plain))

    def _lists(self, unit: Unit) -> bool:
        """Whether the unit is a list of definitions by its heading or its first words."""
        heading = unit.clause.heading.casefold()
        return (
            self.section.search(unit.view.plain[: len(heading) + 40]) is not None
            and self.section.search(fold(heading)) is not None
        ) or self.list.search(unit.view.plain[:_SCOPE]) is not None

    def _headed(self, unit: Unit, found: dict[int, _Entry]) -> None:
        """Entries of a list whose term stands alone in the first line: "1) Term / Its meaning is ..."."""
        for clause in unit.clause.walk():
            if clause is unit.clause or clause.kind not in _ITEMS:
                continue
            match = _HEADED.match(self.law.text[clause.start : min(clause.start + 200, clause.end)])
            if match and not self.no_term.match(fold(match["term"])) and not self.told.search(fold(match["term"])):
                start = unit.view.at(clause.start + match.start("term"))
                end = unit.view.at(clause.start + match.end("term"))
                found[start] = _Entry(start, end, (self._clean(match["term"]),), "labelled")

    def _end(self, holder: Clause, own: Clause, offset: int, form: str) -> int:
        """Where an entry ends at the latest: with its own labelled clause, else before the next clause of the holder
        that is no item, else with the holder."""
        if own is not holder and own.kind != "definition" and offset - own.start < _LEAD and form == "quoted":
            return own.end
        if id(holder) not in self.ends:
            self.ends[id(holder)] = [c.start for c in holder.children if c.kind not in _ITEMS]
        later = self.ends[id(holder)]
        at = bisect_right(later, offset)
        return later[at] if at < len(later) else holder.end

    def _trim(self, plain: str, start: int, end: int) -> int:
        """`end` without the blank, the joint and the label of the next entry before it: "...; and (b) the term"."""
        while (tail := self.tail.search(plain, max(start, end - 40), end)) is not None and tail.start() < end:
            end = tail.start()
        return end

    # -- what an entry says of itself ---------------------------------------------------------------------------------

    def _scope(
        self, unit: Unit, entry: _Entry, holder: Clause, cues: Sequence[tuple[int, re.Match[str] | None]], listed: bool
    ) -> str:
        """ "act", or the eId of the clause that the last "in this section" before the entry names."""
        at = bisect_left(cues, entry.start, key=lambda cue: cue[0]) - 1
        if at < 0:
            return "act" if listed else unit.clause.eid
        match = cues[at][1]
        return self._limited(unit, match, holder) if match is not None else "act"

    def _limited(self, unit: Unit, match: re.Match[str], holder: Clause) -> str:
        kind = self.grammar.kinds.get(next((g for g in match.groups() if g), ""), "")
        if match["num"]:
            inner = self.numbers.child(unit.clause, match["num"])
            return inner.eid if inner else unit.clause.eid
        start = unit.view.source(match.start())
        same = [clause for clause in path_in(self.law.clauses, start) if clause.kind == kind]
        if kind in ("section", "article") and not same:
            return unit.clause.eid
        return same[-1].eid if same else holder.eid

    def _target(self, unit: Unit, entry: _Entry, last: int) -> str:
        """Where the meaning is given: "section 3", "section 29 of the Penal Code"."""
        plain = unit.view.plain
        match = self.target.match(plain, max(entry.verb - 40, entry.start), last) or self.target.search(
            plain, max(entry.verb - 60, entry.start), min(last, entry.verb + 60)
        )
        if match is None:
            return ""
        end = self.target_end.search(plain, match.end(), min(last, match.end() + 200))
        words = unit.view.text[match.end() : end.start() if end else min(last, match.end() + 200)]
        return self.target_trim.sub("", " ".join(words.split()).strip(" ,.;")).strip()


_MARKS = re.compile(r"[ .:-]*")


def _past_marks(plain: str, at: int) -> int:
    found = _MARKS.match(plain, at)
    return found.end() if found else at


def _of_the_list(found: dict[int, _Entry]) -> list[_Entry]:
    """The entries without the lines of a list that numbers its entries: what begins a line there runs on. A list that
    begins each entry in a line may number items below them."""
    count = Counter(entry.form for entry in found.values())
    numbered = count["labelled"] >= max(_LISTED, count["line"])
    return [entry for entry in found.values() if entry.form != "line" or not numbered]


def _apart(entries: list[_Entry]) -> list[_Entry]:
    """Entries that begin within the words of one before (up to its verb) are none."""
    kept: list[_Entry] = []
    for entry in entries:
        if kept and entry.start < kept[-1].verb:
            continue
        kept.append(entry)
    return kept


def _holder(clause: Clause, offset: int) -> Clause:
    """The smallest clause that holds a place and more entries beside it: the parent of the entry's own clause."""
    return [c for c in path(clause, offset, offset + 1) if c is clause or c.kind not in _ITEMS][-1]
