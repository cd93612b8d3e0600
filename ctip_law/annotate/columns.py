"""Penalties in columns: a table whose rows name an offence and, beside it, what it costs, with no verb between them.

    A person who commits an offence in column 1 is liable to the penalty in column 2.
    Offence | Penalty
    Section 4 | 5 years         (or cells parted by tabs, by blanks, and in a web page by nothing)

The head cells say what a column is; a row belongs to the section that its first cells cite, else to the one that holds
the table, else to the one that speaks of the columns of the schedule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ctip_law.annotate.ages import Limits
from ctip_law.annotate.cells import Cell, Line, lines
from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.tables import Row
from ctip_law.annotate.tier import Tier
from ctip_law.annotate.tiers import tiers
from ctip_law.annotate.tokens import Token, tokens
from ctip_law.annotate.view import Unit, fold
from ctip_law.model import Clause, Law

#: Most characters of a head cell, and of the words that a row keeps of its offence; most characters between two words
#: of a penalty in a line whose cells nothing parts; most of them after the last one where it is a fine.
_HEAD, _SHOWN, _GAP, _AMOUNT = 70, 80, 24, 40
_LABEL = "(a) "  # stands before the words of a cell, which read as an item of a list
_CUSTODY = frozenset({"custody", "life", "tail_life", "death", "named"})
_VALUE = frozenset({*_CUSTODY, "period"})
_CELL = frozenset({*_VALUE, "low", "high", "post_low", "post_high", "count", "fine", "or", "and", "both", "grade"})
_SENTENCE = frozenset({"liable", "punished", "penalty", "case", "reject", "default", "label", "end", "stop"})


@dataclass(frozen=True, slots=True)
class Column:
    """What a head cell says of its column: "penalty", "occasion" (first offence), "fine", "section" or nothing; the
    bound and the unit of time that it names."""

    what: str = ""
    bound: str = ""
    unit: str = ""
    custody: bool = False


@dataclass(slots=True)
class _Table:
    """A table as it is read; `governing` is the word that its terms stand under."""

    heads: list[Column]
    governing: str
    armed: bool
    rows: list[Line]


def columns(
    law: Law, units: Sequence[Unit], penal: Sequence[Unit], grammar: Grammar, limits: Limits
) -> Iterator[Row]:
    """The rows of all tables in the units that speak of penalties (`penal`) and in the schedules. Linear in the length
    of the text."""
    reader = _Reader(law, units, penal, grammar, limits)
    for unit in penal:
        yield from reader.rows(unit.clause.start, unit.clause.end, unit, unit.clause, reader.chapeau(unit.view.plain))
    schedules = [one for one in law.components if one.clauses and one.name.startswith("schedule")]
    holder, governing = reader.cites_schedule() if schedules else (None, "")
    for component in schedules:
        yield from reader.rows(component.start, component.end, component.clauses[0], holder, governing)


class _Reader:
    def __init__(
        self, law: Law, units: Sequence[Unit], penal: Sequence[Unit], grammar: Grammar, limits: Limits
    ) -> None:
        self.law, self.penal, self.grammar, self.limits = law, penal, grammar, limits
        self.masked = sorted((left.start, left.end) for left in law.leftovers)
        self.sections = {unit.clause.num.casefold(): unit.clause for unit in units if unit.clause.num}
        section = grammar.any("references.section")
        number = r"\d{1,4}[a-z]{0,3}(?:[.-]\d{1,4}[a-z]{0,2})*(?![a-z0-9])"
        also = rf"(?:,| {grammar.any('references.and')}) (?:{section} )?"
        self.number = re.compile(number)
        self.cited = re.compile(rf"(?<![a-z]){section} ?(?P<list>{number}(?:(?: ?\([a-z0-9]+\))*{also}{number})*)")
        self.section = re.compile(rf"{section}(?: (?:no\.?|of .*))?")
        self.about = re.compile(grammar.any("penalty.trigger"))
        self.columns = re.compile(rf"(?<![a-z]){grammar.any('columns.told')}(?![a-z])")
        self.named = re.compile(rf"^{grammar.any('columns.told')}[ .:()-]+(?=[a-z])")
        self.scheduled = re.compile(rf"(?<![a-z]){grammar.any('columns.schedule')}(?![a-z])")
        kinds = ("penalty", "occasion")
        heads = "|".join(grammar.any(f"columns.{name}") for name in kinds)
        self.headed = re.compile(rf"(?<![a-z])(?:{heads})[ :)]*(?:$|[|\t\n]|   )")
        self.head = {name: re.compile(rf"{grammar.any(f'columns.{name}')}(?![a-z])") for name in kinds}
        self.offence = re.compile(rf"{grammar.any('columns.offence')}(?![a-z])")
        self.tail = re.compile(rf"^(?P<row>[^.:;\d]+?)(?P<heads>(?: (?:{heads}))+)$")
        self.each = re.compile(rf"(?:{heads})(?![a-z])")
        self.bounds = {"low": re.compile(grammar.any("columns.least")), "high": re.compile(grammar.any("columns.most"))}
        self.fine = re.compile(rf"(?<![a-z]){grammar.any('penalty.fine')}(?![a-z])")
        self.unit = re.compile(rf"(?<![a-z]){grammar.unit}")
        self.amount = re.compile(rf"{grammar.amount}")

    def _tokens(self, plain: str) -> list[Token]:
        return tokens(plain, self.grammar)

    # -- where a table stands ------------------------------------------------------------------------------------

    def rows(self, start: int, end: int, place: Unit | Clause, holder: Clause | None, governing: str) -> Iterator[Row]:
        """The rows of the tables between two places of the text; `governing` is the word of what is told of columns."""
        if not governing and not self.headed.search(fold(self.law.text[start:end])):
            return
        read = list(lines(self.law.text, start, end, self.masked))
        at = 0
        while at < len(read):
            table = self._opened(read[at], governing)
            if table is None:
                at = self._past_others(read, at)
                continue
            at = self._fill(table, read, at + 1 if table.heads else at)
            yield from self._told(table, place, holder)

    def cites_schedule(self) -> tuple[Clause | None, str]:
        """The section that lays down the penalties of a schedule's columns, and the word that they stand under."""
        for unit in self.penal:
            if self.scheduled.search(unit.view.plain) and (governing := self.chapeau(unit.view.plain)):
                return unit.clause, governing
        return None, ""

    def chapeau(self, plain: str) -> str:
        """The governing word of "is liable to the penalty in column 2"; "" where nothing is told of columns."""
        for said in self.columns.finditer(plain):
            before = plain[max(plain.rfind(". ", 0, said.start()) + 1, said.start() - 300) : said.start()]
            kinds = [token.kind for token in self._tokens(before)]
            governing = [kind for kind in kinds if kind in ("liable", "punished", "penalty")]
            if governing and "other" not in kinds and self.about.search(before):
                return "punished" if "liable" not in governing else "liable"
        return ""

    def _past_others(self, read: list[Line], at: int) -> int:
        """The next line; past a table whose heads name other things ("Permit | Term") with all its rows."""
        cells = read[at].cells
        told = any(self.columns.search(cell.plain) or self._complete(cell) for cell in cells)
        if len(cells) < 2 or told or any(len(cell.plain) > _HEAD for cell in cells):
            return at + 1
        while at < len(read) and len(read[at].cells) > 1:
            at += 1
        return at

    def _opened(self, line: Line, governing: str) -> _Table | None:
        """The table that begins with a line: its heads, or its first row after words that tell of columns."""
        if heads := self._heads(line):
            return _Table(heads, governing or "liable", bool(governing), [])
        if governing and len(line.cells) > 1 and self._complete(line.cells[-1]) and not self._prose(line):
            return _Table([], governing, True, [])
        return None

    def _heads(self, line: Line) -> list[Column]:
        """What the head cells say; nothing where the line is no head of a table of penalties."""
        if len(line.cells) > 1:
            if any(len(cell.plain) > _HEAD or re.search(r"\d{2}", cell.plain) for cell in line.cells):
                return []
            if any(token.kind in _VALUE - {"custody"} for cell in line.cells for token in self._tokens(cell.plain)):
                return []  # a row
            found = [self._column(cell.plain) for cell in line.cells]
            # a penalty in the first column stands before its offence
            turned = any(self.offence.match(self.named.sub("", cell.plain.strip(" :()"))) for cell in line.cells[1:])
            priced = found if turned else found[1:]
            return found if any(one.what in ("penalty", "occasion") for one in priced) else []
        plain, text = line.whole.plain.strip(), line.whole.text.strip()
        match = self.tail.match(plain) if len(plain) < 2 * _HEAD else None
        # "shall be punished with imprisonment" at a line's end heads nothing: heads are written with a capital
        if match is None or not all(text[match.start(name) :].lstrip()[:1].isupper() for name in ("row", "heads")):
            return []
        return [self._column(match["row"]), *(self._column(one.group()) for one in self.each.finditer(match["heads"]))]

    def _column(self, plain: str) -> Column:
        plain = self.named.sub("", plain.strip(" :()"))
        custody = any(token.kind == "custody" for token in self._tokens(plain))
        bound = next((name for name, words in self.bounds.items() if words.search(plain)), "")
        unit = self.unit.search(plain)
        what = next((name for name, words in self.head.items() if words.match(plain)), "")
        if self.fine.search(plain) and not custody:
            what = "fine"
        elif custody and not what:
            what = "penalty"
        elif not what and self.section.fullmatch(plain):
            what = "section"
        return Column(what, bound, unit.group() if unit else "", custody)

    def _fill(self, table: _Table, read: list[Line], at: int) -> int:
        """Takes the rows in, each with the lines that its cells go on in; where the table ends."""
        parted = any(len(line.cells) > 1 for line in read[at : at + 2])
        while at < len(read):
            line = read[at] if parted else self._parted(read[at], table)
            if line is None or self._prose(line):
                break
            if table.rows and (more := self._goes_on(table.rows[-1], line, table)):
                table.rows[-1] = more
            elif len(line.cells) > 1:
                table.rows.append(line)
            else:
                break
            at += 1
        return at

    def _prose(self, line: Line) -> bool:
        """A line that is a sentence of its own: the table has ended."""
        kinds = {token.kind for token in self._tokens(line.whole.plain.rstrip(" ."))}
        ends = {"liable", "penalty", "reject", "default", *(["punished"] if len(line.cells) == 1 else [])}
        return bool(kinds & ends)

    def _goes_on(self, above: Line, line: Line, table: _Table) -> Line | None:
        """The row above with the cells of a line that goes on with it: its last cell is not at its end, or the line has
        no words under the heads of penalties."""
        cells = line.under(above) if line.blanks else line.cells
        if not line.blanks or len(cells) > len(above.cells):
            return None
        alone = not any(cell.plain.strip() for cell in cells[1:])
        last = cells[-1].plain.strip()
        joined = re.match(rf"(?:{self.grammar.any('penalty.or')}|{self.grammar.any('penalty.and')})(?![a-z])", last)
        if alone or joined or not self._complete(above.cells[-1]):
            return above.joined(cells)
        return None

    def _complete(self, cell: Cell) -> bool:
        """Whether a cell lays something down: a term, life, a fine."""
        kinds = {token.kind for token in self._tokens(cell.plain)}
        return bool(kinds & {*_VALUE, "fine"} - {"custody"}) or not re.search(r"[a-z0-9]", cell.plain)

    # -- a line whose cells nothing parts ------------------------------------------------------------------------

    def _parted(self, line: Line, table: _Table) -> Line | None:
        """The line as a row: the words of penalties at its end are the cells of the last columns."""
        plain = line.whole.plain.rstrip(" ")
        found = self._tokens(plain)
        first = len(found)
        while first and found[first - 1].kind in _CELL:
            after = found[first].start if first < len(found) else len(plain)
            here = found[first - 1]
            most = _GAP if first < len(found) else _AMOUNT if "fine" in {t.kind for t in found} else 2
            if after - here.end > most or re.search(r"[.;:]", plain[here.end : after]):
                break
            first -= 1
        tail = found[first:]
        while tail and tail[0].kind in ("or", "and"):
            tail = tail[1:]
        if not tail or any(token.kind in _SENTENCE for token in found) or tail[0].start < 1:
            return None
        if line.whole.text.lstrip()[:1].islower():
            return None  # the middle of a sentence
        starts = self._starts(tail)
        wanted = max(len(table.heads) - 1, 1)
        starts = starts[:1] if wanted == 1 else starts
        return line.cut([0, *starts]) if len(starts) == wanted else None

    @staticmethod
    def _starts(tail: Sequence[Token]) -> list[int]:
        """Where cells begin: "5 years | 7 years", "imprisonment for 5 years | life"."""
        starts, whole = [tail[0].start], False
        for before, here in zip([None, *tail], tail, strict=False):
            joined = before is not None and before.kind in ("or", "and", "low", "high")
            if whole and here.kind in ({*_VALUE, "low", "high"} - {"count"}) and not joined:
                starts.append(here.start)
                whole = False
            whole = whole or here.kind in _VALUE - {"custody"}
        return starts

    # -- a row ---------------------------------------------------------------------------------------------------

    def _told(self, table: _Table, place: Unit | Clause, holder: Clause | None) -> Iterator[Row]:
        """The tiers of all rows, each for the sections that it cites."""
        custody = any(head.custody for head in table.heads) or any(
            token.kind in _CUSTODY for line in table.rows for token in self._tokens(line.whole.plain)
        )
        for line in table.rows:
            heads = [*table.heads, *([Column()] * len(line.cells))][: len(line.cells)]
            heads = [self._read_as(head, index, table, custody) for index, head in enumerate(heads)]
            cells = list(zip(line.cells, heads, strict=True))
            named = [cell for cell, head in cells if head.what in ("", "section")]
            fined = any(head.what == "fine" and re.search(r"[a-z0-9]", cell.plain) for cell, head in cells)
            what = " ".join(" ".join(cell.text.split()) for cell in named)[:_SHOWN]
            sections = self._sections(cells) or ([holder] if holder else [])
            for cell, tier in self._tiers(cells, table.governing):
                tier = replace(tier, fine="yes") if fined and tier.fine == "no" else tier
                start, end = cell.span(tier.first, tier.last)
                for section in sections:
                    yield Row(section, section.heading if section is not holder else what, start, end, tier, place)

    def _read_as(self, head: Column, index: int, table: _Table, custody: bool) -> Column:
        """A column without a name after the first is one of penalties where the words above the table say so."""
        if head.what == "occasion":
            return replace(head, what="penalty" if table.armed or custody else "")
        unnamed = not any(one.what in ("penalty", "occasion") for one in table.heads)
        return replace(head, what="penalty") if unnamed and index and not head.what else head

    def _tiers(self, cells: Sequence[tuple[Cell, Column]], governing: str) -> Iterator[tuple[Cell, Tier]]:
        """The tiers of a row; the least and the most in columns of their own are one."""
        bounds: list[tuple[Cell, Tier]] = []
        for cell, head in cells:
            if head.what != "penalty":
                continue
            found = list(self._cell(cell, head, governing))
            if head.bound and len(found) == 1 and not (found[0].life or found[0].death):
                bounds.append((cell, found[0]))
            else:
                yield from ((cell, tier) for tier in found)
        if len(bounds) == 2 and {tier.low is None for _, tier in bounds} == {True, False}:
            low = next(tier.low for _, tier in bounds if tier.low is not None)
            cell, tier = bounds[-1]
            high = next(tier.high for _, tier in bounds if tier.high is not None)
            bounds = [(cell, replace(tier, low=low, high=high))]
        yield from bounds

    def _cell(self, cell: Cell, head: Column, governing: str) -> Iterator[Tier]:
        """The tiers of a cell; a bare number is one of the unit that the head names."""
        plain = cell.plain
        if head.unit and self.amount.fullmatch(plain.strip()):
            plain = f"{plain.rstrip()} {head.unit}"
        found = self._tokens(plain)
        custody = any(token.kind in _CUSTODY for token in found)
        if any(token.kind == "other" for token in found) and not custody:
            return  # "suspension for 2 years"
        joint = None if custody else _after_fine(found)
        first = joint.end if joint else 0
        fine = "" if joint is None else "alternative" if joint.kind == "or" else "yes"
        for tier in tiers(_LABEL + plain[first:], self.grammar, self.limits, governing, (True, head.bound)):
            moved = _bounded(tier.moved(first - len(_LABEL)), head.bound)
            yield replace(moved, last=min(moved.last, len(cell.plain)), fine=fine or moved.fine)

    def _sections(self, cells: Sequence[tuple[Cell, Column]]) -> list[Clause]:
        """The sections that a row cites, by the word for them or in the column of their numbers."""
        for cell, head in cells:
            if head.what not in ("", "section"):
                continue
            plain = cell.plain.strip()
            cited = self.cited.search(plain)
            listed = cited["list"] if cited else plain if head.what == "section" else ""
            listed = re.sub(r"\([a-z0-9]+\)", "", listed)
            found = [self.sections.get(number.group()) for number in self.number.finditer(listed)]
            if known := [section for section in found if section is not None]:
                return list(dict.fromkeys(known)) if cited else known[:1]
        return []


def _after_fine(found: Sequence[Token]) -> Token | None:
    """The "or" of "a fine of 200 crowns or 5 years": the words before it are of the fine."""
    fine = next((token for token in found if token.kind == "fine"), None)
    if fine is None:
        return None
    joint = next((token for token in found if token.kind in ("or", "and") and token.start > fine.start), None)
    return joint if joint and any(token.kind == "period" and token.start > joint.start for token in found) else None


def _bounded(tier: Tier, bound: str) -> Tier:
    """A single term under the head "maximum" or "minimum" is that."""
    years = tier.high if tier.high is not None else tier.low
    if not bound or years is None or tier.low not in (None, tier.high):
        return tier
    return replace(tier, low=years if bound == "low" else None, high=years if bound == "high" else None)
