"""What an amending act orders, as data."""

from __future__ import annotations

from dataclasses import dataclass

#: From the outside in. A reference to a unit of one level keeps what was said of the levels before it.
LEVELS = ("division", "section", "subsection", "definition", "paragraph", "subparagraph", "item")


class NotThere(Exception):
    """The instruction cannot be carried out; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Target:
    """A unit of the law that is amended: (level, number) from the outside in, levels as in `LEVELS`.

    Paragraph (c) of subsection 6(2) is (("section", "6"), ("subsection", "2"), ("paragraph", "c")). `part` is
    "heading" or "opening" (the words before the first paragraph) where only that is meant. An empty path is the whole
    law.
    """

    path: tuple[tuple[str, str], ...] = ()
    part: str = ""

    def __str__(self) -> str:
        words = ""
        for level, num in self.path:
            if level == "definition":
                words += f"{', ' if words else ''}definition of “{num}”"
            elif level in ("division", "section"):
                words += f"{', ' if words else ''}{num if level == 'division' else f'section {num}'}"
            else:
                fresh = not words or words.endswith("”")
                words += f"{', ' if words and fresh else ''}{level + ' ' if fresh else ''}({num})"
        part = {"heading": "heading of ", "opening": "opening words of "}.get(self.part, "")
        return f"{part}{words or 'the whole law'}"


@dataclass(frozen=True, slots=True)
class Instruction:
    """One order of an amending act.

    `kind`: insert, substitute, repeal, renumber. `what`: "words" of the target, or the "unit" itself. `position` says
    where something is inserted, seen from `old` (words) or from the target (units): after, before, end, start, or
    "sorted" among the definitions. `old` are the words quoted as standing there; `new` is what is to stand there.
    `occurrence`: "", all, first, end. Where a whole passage goes, `old` begins it and `until` ends it, or `rest` says
    that it goes on to the end of the target. `new_start`/`new_end` are the place of the new words in the amending act.
    `act` is the law amended, as it is called ("" where only "the principal Act" is
    said). `version` names the language version that alone is meant. `num` is the place in the amending act: 3(b)(ii).
    `start`/`end` cover the instruction without what it inherits from the clause around it.
    """

    kind: str
    what: str
    targets: tuple[Target, ...]
    num: str
    eid: str
    start: int
    end: int
    position: str = ""
    old: str = ""
    new: str = ""
    occurrence: str = ""
    act: str = ""
    version: str = ""
    until: str = ""
    rest: bool = False
    new_start: int = 0
    new_end: int = 0

    @property
    def target(self) -> str:
        """The units in words."""
        return ", ".join(str(target) for target in self.targets)

    def __str__(self) -> str:
        return f"{self.num}: {describe(self)}"


def describe(one: Instruction, most: int = 60) -> str:
    """The instruction in one line, quoted words cut to `most` characters."""
    old, new = shown(one.old, most), shown(one.new, most)
    if one.kind == "renumber":
        return f"renumber {one.target} as {new}"
    if one.what == "unit":
        place = {"end": "at the end of ", "sorted": "among the definitions of "}.get(
            one.position, f"{one.position} " if one.position else ""
        )
        return f"{one.kind} {place}{one.target}" + (f": “{new}”" if new else "")
    every = " everywhere" if one.occurrence == "all" else ""
    gone = f"“{old}”"
    if one.until or one.rest:
        gone = f"from {gone} to " + (f"“{shown(one.until, most)}”" if one.until else "the end")
    if one.kind == "insert":
        place = f"{one.position} “{old}” " if old else f"at the {one.position} "
        return f"insert in {one.target} {place}“{new}”{every}"
    if one.what == "words" and not one.old:
        return f"{one.kind} {one.target}: “{new}”"
    if one.kind == "repeal":
        return f"delete in {one.target} {gone}{every}"
    return f"substitute in {one.target} {gone} by “{new}”{every}"


def shown(text: str, most: int = 60) -> str:
    """`text` on one line, cut at a blank."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of an amending clause that were not understood: nothing is guessed from them."""

    num: str
    eid: str
    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Amendments:
    """What was read of an amending act, in its order. `act` is the law it calls principal, `acts` all that it names.

    `unclosed` are read of words whose quotation marks are never closed: they are told as unread and not carried out.
    `amends` is true where the greater part of its sections amends another law.
    """

    instructions: tuple[Instruction, ...] = ()
    unread: tuple[Unread, ...] = ()
    act: str = ""
    acts: tuple[str, ...] = ()
    amends: bool = False
    unclosed: tuple[Instruction, ...] = ()
