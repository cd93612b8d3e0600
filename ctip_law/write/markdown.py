"""A law as Markdown with front matter: a heading for each division and unit, its words in order below.

A comment behind the last line holds the structure (`ctip_law.read.markdown_map`), so that the file, unchanged, is read
back into the same tree. Changed by hand, it is read by its words like any other Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ctip_law.model import TOP_KINDS, Clause, Component, Law
from ctip_law.read.clean import clean
from ctip_law.read.markdown import plain
from ctip_law.read.markdown_map import NAME, digest
from ctip_law.structure.assemble import COMPONENTS
from ctip_law.structure.numbers import number_of

_PLAIN_NUMBER = re.compile(r"\d+[A-Z]{0,3}\Z")
_SIGNS = re.compile(r"[\\`*_\[\]<&|#~]")
_PAIRS = ("title", "country", "language", "version", "in_force")
#: Components that stand before the body.
_FRONT = ("preface", "preamble")


def to_markdown(law: Law) -> str:
    """Front matter, the components before the body, the body, the other components, the comment with the structure."""
    pairs = [(name, str(getattr(law, name))) for name in _PAIRS]
    front = ["---", *(f"{name}: {_quoted(value)}" for name, value in pairs if value), "---", ""]
    writer = _Writer()
    if law.title:
        writer.line(0, "running_head", "# ", law.title)
    rest = []
    for part in law.components:
        if part.name in _FRONT:
            writer.component(part)
        else:
            rest.append(part)
    for clause in law.clauses:
        writer.clause(clause, 0, 2)
    for part in rest:
        writer.component(part)
    while writer.lines and not writer.lines[-1]:
        writer.lines.pop()
    structure = [f"<!-- {NAME} {digest(writer.lines)}", *writer.entries, "-->"]
    return "\n".join([*front, *writer.lines, "", *structure]) + "\n"


def _quoted(value: str) -> str:
    value = " ".join(value.split())
    return f'"{value}"' if re.search(r"[:#\"'\[\]{}]", value) and '"' not in value else value


class _Writer:
    """Collects the lines behind the front matter and an entry of the map for each."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.entries: list[str] = []

    def component(self, part: Component) -> None:
        """A preface, a schedule, signatures. Its own words are its clause of the same kind."""
        kind = re.sub(r"_\d+\Z", "", part.name)
        own = [clause for clause in part.clauses if clause.kind == kind][:1]
        kind = kind if kind in COMPONENTS else "notes"
        if own:
            self.clause(own[0], 0, 2, kind)
        else:
            self.line(0, kind, "")
        for clause in part.clauses:
            if clause not in own:
                self.clause(clause, 1, 3)

    def clause(self, clause: Clause, depth: int, level: int, kind: str = "", below: bool = False) -> None:
        """One clause and all in it. `below`: it stands inside a unit, as a paragraph of its own."""
        kind = kind or clause.kind
        printed, heading = clause.num_printed or clause.num, " ".join(clause.heading.split())
        words = [line.strip() for line in (clause.intro or clause.text).split("\n") if line.strip()]
        hints = [f"flag:{flag}" for flag in clause.flags]
        if clause.num != number_of(printed):
            hints.append(f"num:{clause.num.replace(' ', '_')}")
        if not below and (kind == "schedule" or _is_heading(clause)) and (printed or heading):
            join = _unit_join(printed, heading) if kind in TOP_KINDS else " - " if printed and heading else ""
            self.line(depth, kind, "#" * min(level, 5) + " ", printed, join, heading, hints=hints)
        else:
            first = words.pop(0) if words else ""
            self.line(depth, kind, "", printed, " " if printed and heading else "", heading, first, hints)
        self.words(words, depth)
        for child in clause.children:
            self.clause(child, depth + 1, level + 1, below=below or kind in TOP_KINDS)
        self.words([line.strip() for line in clause.wrap_up.split("\n") if line.strip()], depth)

    def words(self, lines: Sequence[str], depth: int) -> None:
        """Further lines of the clause open at `depth`."""
        if lines:
            first = len(self.lines) + 1
            self.lines += [_escaped(line, "") for line in lines]
            last = f"-{len(self.lines)}" if len(lines) > 1 else ""
            self.entries.append(f"{first}{last} {depth} - . . .")
            self.lines.append("")

    def line(
        self,
        depth: int,
        kind: str,
        prefix: str,
        printed: str = "",
        join: str = "",
        heading: str = "",
        first: str = "",
        hints: Sequence[str] = (),
    ) -> None:
        """The line that opens a clause: number, heading and first words; no line where there are none of them."""
        printed = " ".join(printed.split())
        words = printed + join + heading
        spans = [_span(0, len(printed)), _span(len(words) - len(heading), len(words))]
        words += " " if words and first else ""
        spans.append(_span(len(words), len(words + first)))
        words += first
        self.entries.append(" ".join([str(len(self.lines) + 1), str(depth), kind, *spans, *hints]))
        if words:
            self.lines += [prefix + _escaped(words, prefix), ""]


def _span(start: int, end: int) -> str:
    return f"{start}-{end}" if start < end else "."


def _is_heading(clause: Clause) -> bool:
    """A unit, a heading, or a division that holds units."""
    return clause.kind in TOP_KINDS or clause.kind == "crossheading" or any(map(_is_heading, clause.children))


def _unit_join(printed: str, heading: str) -> str:
    """What stands behind a unit's number: a full stop, unless it ends with a sign of its own."""
    ended = printed.endswith((".", "。", "條", "条", "조"))
    stop = "" if ended or not (heading or _PLAIN_NUMBER.match(printed)) else "."
    return stop + " " if heading else stop


def _escaped(words: str, prefix: str) -> str:
    """`words` so that Markdown shows them as they are: unchanged where nothing in them is a sign of its own."""
    if _shown(words, prefix, words):
        return words
    escaped = _SIGNS.sub(r"\\\g<0>", words)
    if words[:1] in "+->":
        escaped = "\\" + escaped
    if _shown(escaped, prefix, words):
        return escaped
    return "".join(char if (char.isalnum() and char.isascii()) or char == " " else f"&#{ord(char)};" for char in words)


def _shown(escaped: str, prefix: str, words: str) -> bool:
    """Whether the reader gives back `words` for the line."""
    kept = clean(escaped).text == escaped and not escaped.startswith("```")
    return kept and plain(prefix + escaped)[0] == words
