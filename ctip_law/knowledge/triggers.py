"""Words that change what the words beside them mean: denial, repeal, discretion, condition (`triggers.toml`).

The mechanism is that of NegEx (Chapman and others 2001) and ConText (Harkema and others 2009), made for clinical
text: a trigger has a direction and a reach, an end to that reach, and wordings that look like it and are none.

    [[trigger]]
    concept = "deny"                    # its wordings stand in languages/<xx>/concepts-clauses.toml
    axis = "polarity"
    value = "denied"
    direction = "forward"               # it governs the words after it, those before it ("backward"), its whole
                                        # "sentence", or what stands "before" it in its subsection
    pseudo = ["deny.pseudo"]            # "not only", "shall not be refused"
    ends = ["clause.modal"]             # a new verb or a contrast ends the reach
    turns = ["deny.except"]             # ends the reach and affirms what follows: "shall not be questioned unless ..."
    lifts = ["deny.refusal"]            # denies nothing where this follows: "no victim shall be refused ..."
    opens = true                        # counts only where it opens its sentence: "No officer may ..."
    needs = ["clause.left-out"]         # counts only where one of these follows in its sentence
    joined = ["clause.and"]             # where one of these leads to it, it denies nothing of the order before them:
    orders = ["clause.modal"]           # "shall be given shelter and shall not be asked to pay"
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile, Entry
from ctip_law.knowledge.declared import concepts

PATH = Path(__file__).resolve().parent / "triggers.toml"
AXES = ("operative", "polarity", "right", "modality", "limit", "class", "power", "doer")
#: The values of an axis; those of limits are sentences for people.
VALUES = {
    "operative": ("repealed", "proposed", "question", "mention", "name", "purpose"),
    "polarity": ("denied",),
    "right": ("denied",),
    "modality": ("must", "may"),
}
DIRECTIONS = ("forward", "backward", "sentence", "before")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One kind of trigger; see the module's docstring for the fields."""

    concept: str
    axis: str
    value: str
    direction: str
    pseudo: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    lifts: tuple[str, ...] = ()
    opens: bool = False
    needs: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()


@cache
def triggers() -> tuple[Trigger, ...]:
    """All triggers in the order of the file. Raises ConfigError CT301 with file and line when it is wrong."""
    root = DataFile(PATH).root
    root.only(("trigger",))
    out: list[Trigger] = []
    for entry in root.entries("trigger"):
        one = _trigger(entry)
        if any((one.concept, one.axis, one.direction) == (other.concept, other.axis, other.direction) for other in out):
            raise entry.error(f'"{one.concept}" governs {one.axis} twice in one direction', "concept")
        out.append(one)
    return tuple(out)


def _trigger(entry: Entry) -> Trigger:
    fields = ("pseudo", "ends", "turns", "lifts", "needs", "joined", "orders")
    entry.only(("concept", "axis", "value", "direction", "opens", *fields))
    axis = entry.choice("axis", AXES)
    return Trigger(
        concept=entry.choice("concept", concepts()),
        axis=axis,
        value=entry.choice("value", VALUES[axis]) if axis in VALUES else entry.text("value"),
        direction=entry.choice("direction", DIRECTIONS),
        opens=entry.flag("opens"),
        **{field: _concepts(entry, field) for field in fields},
    )


def _concepts(entry: Entry, field: str) -> tuple[str, ...]:
    names = entry.texts(field)
    for name in names:
        if name not in concepts():
            raise entry.error(f'"{name}" is no declared concept', field, name)
    return names


@cache
def exact() -> frozenset[str]:
    """Every concept that a trigger names: its wordings are compared by form and not by stem."""
    return frozenset(
        name
        for t in triggers()
        for name in (t.concept, *t.pseudo, *t.ends, *t.turns, *t.lifts, *t.needs, *t.joined, *t.orders)
    )
