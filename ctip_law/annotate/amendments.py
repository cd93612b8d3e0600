"""Amending instructions of an act or bill as data: insert, substitute, repeal, renumber, each with target and words.

Languages with `amendments.toml` only (see `drafting`). What is not understood is returned as `Unread` with its place;
nothing is guessed. The instructions are read from the words of a section, not from its tree: quoted units and the list
that quotes them look alike in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ctip_law.annotate.acts import ITSELF, Names
from ctip_law.annotate.drafting import OCCURRENCES, Drafting, drafting
from ctip_law.annotate.given import given_units
from ctip_law.annotate.instructions import Amendments, Instruction, Target, Unread
from ctip_law.annotate.leaves import Leaf, leaves
from ctip_law.annotate.orders import orders
from ctip_law.annotate.quotations import MARK
from ctip_law.annotate.targets import names_unit, own_number, target_of
from ctip_law.annotate.tree import path_in
from ctip_law.annotate.view import fold
from ctip_law.model import Clause, Law

__all__ = ["amendments"]

_PART = 40  # characters before a unit in which a part of it is named: "ayat terakhir Pasal 3"
_TAIL = 200  # characters of the words above an item that an order may begin in


def amendments(law: Law) -> Amendments:
    """What `law` orders to be done to other laws; nothing where its language is not read. Linear in its length."""
    how = drafting(law.language)
    plain = fold(law.text) if how else ""
    if how is None or not how.may_amend(plain):
        return Amendments()
    masked = sorted((left.start, left.end) for left in law.leftovers)
    reader = _Reader(law, how, Names(how), plain)
    sections = _clauses(law, how)
    touched = sum([reader.section(section, masked) for section in sections])
    acts = tuple(dict.fromkeys(one.act for one in reader.instructions if one.act))
    return Amendments(
        tuple(reader.instructions),
        tuple(reader.unread),
        reader.names.principal,
        acts,
        bool(reader.instructions) and touched * 2 >= len(sections),
        tuple(reader.unclosed),
    )


def _clauses(law: Law, how: Drafting) -> Sequence[Clause]:
    """The clauses of an amending act: its sections, or where the new words stand between them without quotation marks
    the stretches from one of its own numbers to the next ("Pasal I", "Pasal II")."""
    sections = law.sections()
    own = list(how["lists.clause"].finditer(law.text, 0, sections[-1].end)) if sections else []
    ends = [match.start() for match in own[1:]] + [section.end for section in sections[-1:]]
    return [
        Clause(
            eid=_eid(law, match.start("num")), kind="article", num=match["num"],
            num_printed=match.group().strip(), start=match.start(), end=end,
        )
        for match, end in zip(own, ends, strict=False)
    ] or sections  # fmt: skip


def _eid(law: Law, offset: int) -> str:
    """The smallest clause that a character stands in."""
    inside = path_in(law.clauses, offset)
    return inside[-1].eid if inside else ""


@dataclass(slots=True)
class _Reader:
    law: Law
    how: Drafting
    names: Names
    plain: str
    heard: dict[str, bool] = field(default_factory=dict)
    instructions: list[Instruction] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    unclosed: list[Instruction] = field(default_factory=list)

    def section(self, section: Clause, masked: Sequence[tuple[int, int]]) -> bool:
        """Whether the section amends anything."""
        found = False
        if not self.how.worth(self.law.text, self.plain, section.start, section.end):
            return False
        for leaf in leaves(self.law.text, section, masked, self.how):
            quoted = leaf.prose
            for words in (*leaf.above, leaf.text):
                self.names.hear(words, quoted)
            if not self._operative(leaf):
                continue
            found = True
            self._leaf(section, leaf, masked)
        return found

    def _operative(self, leaf: Leaf) -> bool:
        """Whether an item or the words above it order anything; the words above a list are read once."""
        pattern, above = self.how["clauses.operative"], " ".join(leaf.above)
        if above not in self.heard:
            self.heard = {above: pattern.search(above) is not None}
        return self.heard[above] or pattern.search(f"{above[-_TAIL:]} {leaf.text}".lstrip()) is not None

    def _leaf(self, section: Clause, leaf: Leaf, masked: Sequence[tuple[int, int]]) -> None:
        num = section.num + "".join(f"({label})" for label in leaf.labels)
        if leaf.open:
            self._tell(leaf, num, section, "a quotation is not closed")
            self.unclosed += self._loose(section, leaf, num)
            return
        if any(self.how["clauses.only_if"].search(words) for words in (*leaf.above, leaf.text)):
            self._tell(leaf, num, section, "it depends on another law coming into force")
            return
        made = list(self._given(leaf, num, section, masked))
        self.instructions += made or self._orders(leaf, num, section, self._context(leaf))

    def _given(self, leaf: Leaf, num: str, section: Clause, masked: Sequence[tuple[int, int]]) -> Iterator[Instruction]:
        """The instructions of an order that gives several units without quotation marks, and what it repeals too."""
        found = given_units(leaf, self.law.text, masked, self.how)
        known = [order for order in orders(leaf.text, self.how) if order[0] != "repeal"] if len(found) == 1 else []
        if not found or known:
            return
        start, end = leaf.source(0, len(leaf.text))
        act = self.names.of(" ".join((*leaf.above, leaf.text)))
        for one in found:
            yield Instruction(
                one.kind, "unit", (one.target,), num, _eid(self.law, start), start, end,
                "numbered" if one.kind == "insert" else "", "", one.text, act=act, new_start=one.start, new_end=one.end,
            )  # fmt: skip
        told = list(self.unread)
        yield from (one for one in self._orders(leaf, num, section, self._context(leaf)) if one.kind == "repeal")
        self.unread = told

    def _loose(self, section: Clause, leaf: Leaf, num: str) -> list[Instruction]:
        """What a clause whose last quotation is never closed seems to order, the quotation taken to go to its end."""
        closed = leaf.closed(self.law.text, section.end)
        if closed is None:
            return []
        told = list(self.unread)
        made = list(self._orders(closed, num, section, self._context(closed)))
        self.unread = told
        return made

    def _context(self, leaf: Leaf) -> tuple[Target, ...]:
        context: tuple[Target, ...] = ()
        for words in leaf.above:
            context = target_of(words, leaf.prose, context, self.how)
        return context

    def _orders(self, leaf: Leaf, num: str, section: Clause, context: tuple[Target, ...]) -> Iterator[Instruction]:
        """The instructions of one leaf, in order; what stays over is told."""
        rest = leaf.text
        at = 0
        last: tuple[Target, ...] = ()
        found = list(orders(leaf.text, self.how))
        ends = [*(match.start() for _, _, match in found[1:]), len(leaf.text)][: len(found)]
        for (kind, what, match), until in zip(found, ends, strict=True):
            if kind == "repeal" and self.how["clauses.verb"].search(leaf.text, match.end(), until):
                continue  # half of a change is none: "by deleting Q and [words that are not known] Q" stays over
            before = leaf.text[at : match.start()]
            context = target_of(before, leaf.prose, context, self.how) if names_unit(before, self.how) else context
            one = _read(kind, what, match, leaf, context, last, self.how)
            if one is not None:
                last = one.targets
                start, end = leaf.source(at, match.end())
                version = self.how["clauses.version"].search(" ".join((*leaf.above, leaf.text[: match.end()])))
                act = self.names.of(" ".join((*leaf.above, leaf.text[: match.end()])))
                eid = _eid(self.law, start)
                if act == ITSELF:
                    self._tell(leaf, num, section, "it amends the amending act itself")
                    return
                yield replace(
                    one, num=num, eid=eid, start=start, end=end, act=act, version=version["of"] if version else ""
                )
                rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
            at = match.end()
        over = rest if at else " ".join((*leaf.above[1:], rest))
        if (
            self.how["clauses.verb"].search(over)
            or re.search(MARK, self.how["clauses.named"].sub("", rest))
            or (not at and self.how["clauses.ordered"].search((*leaf.above, "")[0]))
        ):
            self._tell(leaf, num, section, "its wording is not known")

    def _tell(self, leaf: Leaf, num: str, section: Clause, why: str) -> None:
        start, end = leaf.source(0, len(leaf.text))
        words = " ".join(self.law.text[start:end].split())
        self.unread.append(Unread(num, _eid(self.law, start), start, end, words, why))


def _read(
    kind: str,
    what: str,
    match: re.Match[str],
    leaf: Leaf,
    context: tuple[Target, ...],
    last: tuple[Target, ...],
    how: Drafting,
) -> Instruction | None:
    """The instruction that a match stands for; None where its target cannot be told."""
    got = match.groupdict()
    unit = got.get("u") or ""
    base = context if any(one.path for one in context) else last or context
    back = how["clauses.back"].search(unit)
    if back and last and last[0].path and last[0].path[-1][0] == back["level"].lower():
        base = last
    mark = got.get("new") or got.get("new2")
    old, new = leaf.quotation(got.get("old")), leaf.quotation(mark)
    if what == "edge":
        what = "unit" if how["clauses.labelled"].search(new) else "words"
    elif what in ("between", "numbered"):
        got["pos"] = "numbered" if what == "numbered" else got.get("pos")
        what = "unit"
    if what == "unit" and (how["clauses.no_unit"].search(unit) or _of_a_part(match, kind, how)):
        return None
    targets = target_of(unit, leaf.prose, base, how) if unit else base
    occurrence = ""
    if what in ("words", "stop"):
        targets, occurrence = _where(match, leaf, targets, how)
        if not targets and old and occurrence == "all":
            targets = (Target(),)  # "in the Act, for Q wherever it occurs": in all of it
    if kind == "insert" and what == "unit" and not any(one.path for one in targets) and (num := own_number(new, how)):
        targets, got["pos"] = (Target((("section", num),)),), "numbered"  # "such Act is amended by adding at the end"
    if not targets or (what == "unit" and not any(one.path for one in targets)):
        return None
    if what == "opening":
        targets, what = tuple(replace(one, part="opening") for one in targets), "words"
    position = _position(got, how)
    if what == "stop":
        old, new = how.stops[got["oldp"].lower()], new or how.stops[(got["newp"] or "").lower()]
        occurrence, what = "end", "words"
    if what == "definition":
        position, what = "sorted", "unit"
    if kind == "renumber":
        what, new = "unit", got["as"].strip()
    until = leaf.quotation(got.get("until"))
    rest = what == "range" and not until
    place = leaf.prose.quotation(mark) if mark else None
    return Instruction(
        kind, "words" if what == "range" else what, targets, "", "", 0, 0, position, old, new, occurrence,
        until=until, rest=rest, new_start=place.start if place else 0, new_end=place.end if place else 0,
    )  # fmt: skip


def _of_a_part(match: re.Match[str], kind: str, how: Drafting) -> bool:
    """The unit is only where words or a part stand that are taken out: "the words Q in section 4 are deleted"."""
    if kind not in ("repeal", "substitute") or ". " in (match.groupdict().get("u") or ". "):
        return False
    before = match.string[: match.start("u")].rstrip()
    if re.search(rf"{MARK}\Z", before):
        return True
    return kind == "repeal" and how["clauses.no_unit"].search(re.split(r"[.;:,—–]", before)[-1][-_PART:]) is not None


def _position(got: dict[str, str | None], how: Drafting) -> str:
    """Where something is inserted: after what is named where nothing else is said."""
    said = " ".join((got.get("pos") or "").lower().split())
    return how.positions.get(said, said)


def _where(
    match: re.Match[str], leaf: Leaf, targets: tuple[Target, ...], how: Drafting
) -> tuple[tuple[Target, ...], str]:
    """What is said after the words: "wherever appearing", "at the end of paragraph (j)", "in subsection (2)"."""
    said = match.groupdict().get("occ") or ""
    after = how["clauses.where"].match(leaf.text[match.end() :])
    if after and (after.groupdict().get("end") or names_unit(after["u"], how)):
        said += after.group()
    if names_unit(said, how):
        targets = target_of(said, leaf.prose, targets, how)
    return targets, next((which for which in OCCURRENCES if how[f"occurrence.{which}"].search(said)), "")
