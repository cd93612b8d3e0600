"""A law as an indented outline for people, with what was left over or found no place, and what to beware of."""

from __future__ import annotations

from collections import Counter

from ctip_law.model import Law


def to_tree(law: Law) -> str:
    """Title, clauses, components, and one line on coverage; a clause a line, two blanks of indent for each level."""
    lines = [law.title or law.source.path, ""]
    lines += [str(clause) for clause in law.clauses]
    for component in law.components:
        lines += ["", f"[{component.name}]", *(str(clause) for clause in component.clauses)]
    kinds = Counter(leftover.kind for leftover in law.leftovers if leftover.kind != "unplaced")
    counts = law.coverage
    furniture = f" ({', '.join(f'{n} {kind}' for kind, n in sorted(kinds.items()))})" if kinds else ""
    lines += ["", f"{counts.lines} lines: {counts.placed} placed, {counts.outside} outside"]
    lines[-1] += f", {counts.furniture} furniture{furniture}"
    lines[-1] += f", {counts.unplaced} unplaced"
    lines += [f"  unplaced: {leftover.text[:60]!r}" for leftover in law.leftovers if leftover.kind == "unplaced"]
    lines += [f"{warning.code}: {warning.message}" for warning in law.warnings]
    return "\n".join(lines) + "\n"
