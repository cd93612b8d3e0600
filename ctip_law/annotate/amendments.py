"""Amending instructions of an act or bill as data: insert, substitute, repeal, renumber, each with target and words.

English only. What is not understood is returned as `Unread` with its place; nothing is guessed. The instructions are
read from the words of a section, not from its tree: quoted units and the list that quotes them look alike in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ctip_law.annotate.acts import Names
from ctip_law.annotate.instructions import Amendments, Instruction, Target, Unread
from ctip_law.annotate.leaves import Leaf, leaves
from ctip_law.annotate.orders import OPERATIVE, STOPS, VERB, orders
from ctip_law.annotate.quotations import MARK
from ctip_law.annotate.targets import names_unit, target_of
from ctip_law.annotate.tree import path
from ctip_law.model import Clause, Law

__all__ = ["amendments"]

#: Languages whose instructions are read.
LANGUAGES = frozenset({"en"})

#: A section without any of these words neither orders anything nor names the law that is amended.
_WORTH = re.compile(
    r"\b(?:is|are|be)\s+(?:hereby\s+|further\s+)*(?:amended|repealed|replaced|deleted|omitted|substituted|inserted"
    r"|renumbered|added|struck)|\b(?:insert|substitute|omit|add)\b|\bprincipal\s|\breferred\s+to\b[^.;]{0,30}\sas\b",
    re.I,
)
_ONLY_IF = re.compile(
    r"\b(?:if|when|once|unless)\b[^.;]{0,200}\b(?:force|operation|assent|effect)\b"
    r"|\bon the (?:coming into|first day on)",
    re.I,
)
_VERSION = re.compile(r"\b(?:in|of) the (?P<of>[A-Za-z]+(?: language)?) (?:text|version)\b", re.I)
_WHERE = re.compile(
    r"^,? (?:in|from|of|at the (?P<end>end) of) (?P<u>[^;:,]{1,120}?)(?=[,;.]|$| and (?:by|the word|substitut|insert))",
    re.I,
)
_BACK = re.compile(r"\b(?:that|the said) (?P<level>[a-z-]+)", re.I)
_ALL = re.compile(r"\b(?:wherever|whenever|each|both|twice|throughout|every)\b", re.I)


def amendments(law: Law) -> Amendments:
    """What `law` orders to be done to other laws; nothing where its language is not read. Linear in its length."""
    if law.language.split("-")[0] not in LANGUAGES:
        return Amendments()
    masked = sorted((left.start, left.end) for left in law.leftovers)
    reader = _Reader(law)
    sections = law.sections()
    touched = sum([reader.section(section, masked) for section in sections])
    acts = tuple(dict.fromkeys(one.act for one in reader.instructions if one.act))
    return Amendments(
        tuple(reader.instructions),
        tuple(reader.unread),
        reader.names.principal,
        acts,
        bool(reader.instructions) and touched * 2 >= len(sections),
    )


@dataclass(slots=True)
class _Reader:
    law: Law
    instructions: list[Instruction] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    names: Names = field(default_factory=Names)

    def section(self, section: Clause, masked: Sequence[tuple[int, int]]) -> bool:
        """Whether the section amends anything."""
        found = False
        if not _WORTH.search(self.law.text, section.start, section.end):
            return False
        for leaf in leaves(self.law.text, section, masked):
            quoted = leaf.prose
            for words in (*leaf.above, leaf.text):
                self.names.hear(words, quoted)
            if not OPERATIVE.search(" ".join((*leaf.above, leaf.text))):
                continue
            found = True
            self._leaf(section, leaf)
        return found

    def _leaf(self, section: Clause, leaf: Leaf) -> None:
        num = section.num + "".join(f"({label})" for label in leaf.labels)
        if leaf.open:
            self._tell(leaf, num, section, "a quotation is not closed")
            return
        if any(_ONLY_IF.search(words) for words in (*leaf.above, leaf.text)):
            self._tell(leaf, num, section, "it depends on another law coming into force")
            return
        context: tuple[Target, ...] = ()
        for words in leaf.above:
            context = target_of(words, leaf.prose, context)
        made = list(self._orders(leaf, num, section, context))
        self.instructions += made

    def _orders(self, leaf: Leaf, num: str, section: Clause, context: tuple[Target, ...]) -> Iterator[Instruction]:
        """The instructions of one leaf, in order; what stays over is told."""
        rest = leaf.text
        at = 0
        last: tuple[Target, ...] = ()
        for kind, what, match in orders(leaf.text):
            before = leaf.text[at : match.start()]
            context = target_of(before, leaf.prose, context) if names_unit(before) else context
            one = _read(kind, what, match, leaf, context, last)
            if one is not None:
                last = one.targets
                start, end = leaf.source(at, match.end())
                version = _VERSION.search(" ".join((*leaf.above, leaf.text[: match.end()])))
                act = self.names.of(" ".join((*leaf.above, leaf.text[: match.end()])))
                eid = path(section, start, start + 1)[-1].eid
                if act == "this Act":
                    self._tell(leaf, num, section, "it amends the amending act itself")
                    return
                yield replace(
                    one, num=num, eid=eid, start=start, end=end, act=act, version=version["of"] if version else ""
                )
                rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
            at = match.end()
        over = rest if at else " ".join((*leaf.above[1:], rest))
        if (
            VERB.search(over)
            or re.search(MARK, _NAMED.sub("", rest))
            or (not at and _ORDERED.search((*leaf.above, "")[0]))
        ):
            self._tell(leaf, num, section, "its wording is not known")

    def _tell(self, leaf: Leaf, num: str, section: Clause, why: str) -> None:
        start, end = leaf.source(0, len(leaf.text))
        words = " ".join(self.law.text[start:end].split())
        self.unread.append(Unread(num, path(section, start, start + 1)[-1].eid, start, end, words, why))


#: The words above a list order something themselves: "is amended by inserting".
_ORDERED = re.compile(
    r"\bby (?:the )?(?:substitut|insert|add|delet|strik|repeal|replac|omi|renumber)\w+|\binserted\b", re.I
)
#: Quotations that say where, not what: the name of an Act, a definition.
_NAMED = re.compile(
    rf"(?:referred to as|called|cited as|definitions? (?:of )?|the expression |the term )(?: ?the )?{MARK}", re.I
)


def _read(
    kind: str, what: str, match: re.Match[str], leaf: Leaf, context: tuple[Target, ...], last: tuple[Target, ...]
) -> Instruction | None:
    """The instruction that a match stands for; None where its target cannot be told."""
    got = match.groupdict()
    unit = got.get("u") or ""
    base = context
    back = _BACK.search(unit)
    if back and last and last[0].path and last[0].path[-1][0] == back["level"].lower():
        base = last
    targets = target_of(unit, leaf.prose, base) if unit else base
    occurrence = ""
    if what in ("words", "stop"):
        targets, occurrence = _where(match, leaf, targets)
    if not targets or (what == "unit" and not any(one.path for one in targets)):
        return None
    position = " ".join((got.get("pos") or "").lower().replace("immediately ", "").split())
    position = {"at the end": "end", "at the beginning": "start"}.get(position, position)
    old, new = leaf.quotation(got.get("old")), leaf.quotation(got.get("new") or got.get("new2"))
    if what == "stop":
        old, new = STOPS[got["oldp"].lower()], new or STOPS[(got["newp"] or "").lower()]
        occurrence, what = "end", "words"
    if what == "definition":
        position, what = "sorted", "unit"
    if kind == "renumber":
        what, new = "unit", got["as"].strip()
    return Instruction(kind, what, targets, "", "", 0, 0, position, old, new, occurrence)


def _where(match: re.Match[str], leaf: Leaf, targets: tuple[Target, ...]) -> tuple[tuple[Target, ...], str]:
    """What is said after the words: "wherever appearing", "at the end of paragraph (j)", "in subsection (2)"."""
    said = match.groupdict().get("occ") or ""
    after = _WHERE.match(leaf.text[match.end() :])
    if after and (after["end"] or names_unit(after["u"])):
        said += after.group()
    if names_unit(said):
        targets = target_of(said, leaf.prose, targets)
    if re.search(r"\bat the end\b", said):
        return targets, "end"
    if re.search(r"\bsecond\b|\bthird\b|\bbeginning\b", said):
        return targets, "other"
    if _ALL.search(said):
        return targets, "all"
    return targets, "first" if re.search(r"\bfirst\b", said) else ""
