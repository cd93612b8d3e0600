"""The stages for documents without structure in their markup, in order.

1. `make_lines`     blocks -> lines
   `split_notes`    lines -> lines, cut behind an editor's note
   `split_rows`, `split_beside`, `split_run_on`, `split_schedules`  lines -> lines, where a table, notes or lost line
                   breaks hide units
2. `mark_quotes`    lines -> which lie in text quoted by an amending clause
3. `find_marks`     lines -> places where a unit or a division may begin
   `with_ranges`    lines -> repealed units that stand together under one number
   `mark_given`     lines, marks -> which lines are new words of another law, without quotation marks
4. `mark_parts`     lines, marks -> which lines belong to another law, or to a schedule printed between the units
   `mark_contents`, `mark_behind`  lines, marks -> which lines are an arrangement of sections, before or behind them
   `lower_items`    lines, marks -> which numbers count the items of a list
5. `choose`         marks -> the law's own units: the best increasing chain of one family, zone by zone
   `learned_marks`  lines -> units whose word no profile knows, where there is no chain
   `by_headings`    lines -> units without numbers, by their headings, where there is no chain
   `counted_headings`, `roman_headings`, `articles_above`  marks -> numbered headings above the units, as divisions
6. `fill_gaps`      chain -> units whose numbers are damaged or buried in a line
7. `find_heads`     chain -> headings, and where each unit's words begin
8. `grow`           heads, divisions, lines -> the tree, with what is in each unit nested
"""

from __future__ import annotations

from dataclasses import replace

from ctip_law.model import Document, Repair
from ctip_law.profiles import profile_for
from ctip_law.structure.assemble import Tree
from ctip_law.structure.behind import mark_behind
from ctip_law.structure.choose import choose, cut_repeated, cut_translation, drop_dense_runs, strip_raised
from ctip_law.structure.counted import articles_above, counted_headings, roman_headings
from ctip_law.structure.decimals import drop_decimals, only_decimals
from ctip_law.structure.furniture import mark_furniture, mark_quotes
from ctip_law.structure.gaps import fill_gaps
from ctip_law.structure.given import mark_given
from ctip_law.structure.grow import grow
from ctip_law.structure.heads import find_heads, mend_heads, titles_in
from ctip_law.structure.learned import learned_marks
from ctip_law.structure.lines import Line, make_lines, split_schedules
from ctip_law.structure.listed import lower_items
from ctip_law.structure.marks import Mark, find_marks, join_split
from ctip_law.structure.notes import split_notes
from ctip_law.structure.other_law import add_other_law
from ctip_law.structure.pages import cut_page
from ctip_law.structure.parts import is_part, mark_parts
from ctip_law.structure.ranges import with_ranges
from ctip_law.structure.rows import split_beside, split_rows
from ctip_law.structure.run_on import split_run_on
from ctip_law.structure.strays import add_beside, add_strays
from ctip_law.structure.unnumbered import FAMILY, by_headings, headings_of
from ctip_law.structure.zones import mark_contents


def build(document: Document, language: str, wanted: str = "") -> tuple[Tree, str, tuple[Repair, ...]]:
    """The tree of an unmarked document, the id of its profile, and what was repaired on the way.

    `wanted`: which law of a file with several. Raises UsageError CT004 where none is that.
    """
    lines = split_notes(make_lines(document))
    lines = split_schedules(cut_page(split_run_on(split_beside(split_rows(lines)))))
    join_split(lines)
    mark_quotes(lines)
    mark_furniture(lines)
    units, divisions = find_marks(lines)
    units, divisions = mark_given(lines, with_ranges(lines, units), divisions)
    repairs: list[Repair] = []
    others, own = mark_parts(lines, units, divisions, repairs, wanted)
    apart = [(law.name, lines[law.title], _copied(lines[law.first : law.last])) for law in others]
    profile = profile_for(language)
    kind = next(iter(profile.units), "section") if profile else "section"
    tree = _tree(document, lines, (units, divisions), kind, repairs)
    tree.title = own
    for place, (title, line, inside) in enumerate(apart, 1):
        add_other_law(tree, place, title, line, _alone(document, inside, kind, repairs))
    return tree, profile.id if profile else "", tuple(repairs)


def _alone(document: Document, lines: list[Line], kind: str, repairs: list[Repair]) -> Tree:
    """The tree of a law that shares its file with others."""
    units, divisions = find_marks(lines)
    return _tree(document, lines, mark_given(lines, with_ranges(lines, units), divisions), kind, repairs)


def _copied(lines: list[Line]) -> list[Line]:
    return [replace(line, role="" if is_part(line) else line.role) for line in lines]


def _tree(
    document: Document, lines: list[Line], marks: tuple[list[Mark], list[Mark]], kind: str, repairs: list[Repair]
) -> Tree:
    """The tree of one law's lines. `kind`: what units without numbers are."""
    units, divisions = (_without_role(lines, found) for found in marks)
    mark_contents(lines, units, divisions)
    mark_behind(lines, units, divisions)
    titles = titles_in(lines, units, divisions)
    every = units
    units, divisions = _without_role(lines, units), _without_role(lines, divisions)
    lower_items(lines, units)
    chosen = choose(lines, units, divisions)
    if (not chosen.marks or only_decimals(chosen)) and (found := learned_marks(lines, chosen, repairs)):
        units = found
        chosen = choose(lines, units, divisions)
    chosen = cut_repeated(lines, cut_translation(lines, drop_dense_runs(lines, chosen), units))
    chosen = drop_decimals(lines, chosen)
    add_strays(lines, chosen, units, repairs)
    add_beside(chosen, units)
    strip_raised(chosen)
    family = chosen.marks[0].family if chosen.marks else ""
    announced = {mark.num for mark in every if lines[mark.line].role == "contents" and mark.family == family}
    del every
    chosen = by_headings(lines, chosen, kind)
    fill_gaps(lines, chosen, units, repairs)
    divisions += articles_above(lines, chosen, units, divisions)
    divisions += [*counted_headings(lines, chosen, units, divisions), *roman_headings(lines, chosen, divisions)]
    kept = chosen.true_divisions(lines, divisions)
    if chosen.marks and chosen.marks[0].family == FAMILY:
        heads = headings_of(lines, chosen.marks)
    else:
        heads = find_heads(lines, chosen.marks, {mark.line for mark in kept}, units)
        mend_heads(lines, heads, titles, document.text)
    del units, divisions  # a large code's marks weigh as much as its text
    tree = grow(document, lines, chosen, heads, kept, repairs)
    tree.announced = len(announced)
    return tree


def _without_role(lines: list[Line], marks: list[Mark]) -> list[Mark]:
    return [mark for mark in marks if not lines[mark.line].role]
