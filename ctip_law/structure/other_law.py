"""Last stage, other laws. Reads the tree of each law that shares the file; writes a component of it.

Its units are cited with the component: "other_law_2__art_12", never the article 12 of the law that is read.
"""

from __future__ import annotations

import re

from ctip_law.model import TOP_KINDS
from ctip_law.structure.assemble import Tree
from ctip_law.structure.eid import SHORT, clean_number
from ctip_law.structure.lines import Line
from ctip_law.structure.node import Node
from ctip_law.structure.patterns import patterns

#: Cues whose words in a title tell what the units are that only have numbers.
_KINDS = {"regulations": "regulation", "rules": "rule"}


def add_other_law(tree: Tree, place: int, title: str, line: Line, found: Tree) -> None:
    """Adds the component for the law `found` to `tree`: its words before the first unit, its units, what follows."""
    name = "other_law" if place == 1 else f"other_law_{place}"
    node = Node(kind="other_law", heading=title, eid=name, start=line.start, end=line.end)
    stretches = [stretch for part, one in found.components if part == "preface" for stretch in one.intro]
    node.intro = [(start, end) for start, end in stretches if end <= line.start or start >= line.end]
    node.children = found.body
    node.children += [one for part, one in found.components if part != "preface"]
    ends = [(one.start, one.end) for child in node.children for one in child.walk()]
    node.start = min([node.start, *(start for start, _ in (*stretches, *ends))])
    node.end = max([node.end, *(end for _, end in (*stretches, *ends))])
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", title.casefold()))
    cues = patterns().cues
    kind = next((kind for cue, kind in _KINDS.items() if not cues[cue].isdisjoint(words)), "")
    for one in node.walk():
        if one.kind in TOP_KINDS:
            one.kind = kind if kind and one.kind == "section" else one.kind
            one.eid = f"{name}__{SHORT.get(one.kind, one.kind)}_{clean_number(one.num)}"
        elif one is not node:
            one.eid = ""
    tree.components.append((name, node))
    known = {left.start for left in tree.leftovers}
    tree.leftovers += [left for left in found.leftovers if left.start not in known]
