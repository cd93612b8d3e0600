"""One invented act, and the ways in which a state may print it: the same units must be read from each print."""

# ruff: noqa: E501 (a table of clauses)
from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ctip_law.model import Clause, Law


@dataclass(frozen=True)
class Unit:
    """A part, section, subsection or paragraph: its number, heading, words, and the units in it, then words after them."""

    num: str
    heading: str = ""
    words: str = ""
    units: tuple[Unit, ...] = ()
    after: str = ""


def _section(num: str, heading: str, words: str = "", *units: Unit, after: str = "") -> Unit:
    return Unit(num, heading, words, units, after)


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi")


def _items(*words: str, numbers: Sequence[str] = "abcdefghij") -> tuple[Unit, ...]:
    return tuple(Unit(number, words=one) for number, one in zip(numbers, words, strict=False))


ACT = (
    Unit(
        "I",
        "Preliminary",
        "",
        (
            _section("1", "Short title", "This Act may be cited as the Ferries Act 2031."),
            _section(
                "2",
                "Interpretation",
                "In this Act, ferry means a boat that carries people for a fare, and landing means any place where a ferry"
                " takes people on board or lets them go ashore.",
            ),
            _section(
                "2A",
                "Where this Act applies",
                "",
                Unit("1", words="This Act applies on every river and on the lakes named in the Schedule."),
                Unit("2", words="It does not apply to a boat that is rowed by one person alone."),
            ),
        ),
    ),
    Unit(
        "II",
        "Keepers",
        "",
        (
            _section(
                "3",
                "Licence of a keeper",
                "",
                Unit("1", words="No person may keep a ferry without a licence that the harbour office has given."),
                Unit(
                    "2",
                    words="A licence is given to a person who—",
                    units=(
                        *_items(
                            "is of full age;",
                            "has passed the examination on rivers, tides and weather that the office holds twice in every year;",
                            "owns the ferry or has it on hire; and",
                        ),
                        Unit(
                            "d",
                            words="has not been found guilty of—",
                            units=_items(
                                "taking more than the fare;",
                                "leaving people behind on a landing at night;",
                                "hiding an accident; or",
                                "steering a boat after drinking.",
                                numbers=_ROMAN,
                            ),
                        ),
                    ),
                ),
                Unit("3", words="A licence lasts for two years and may be given again."),
            ),
            _section(
                "4",
                "Register",
                "The harbour office keeps a register of all licences. It is open to everyone, and a copy is given to whoever"
                " asks for it and pays for the paper. An entry that is wrong is put right within seven days.",
            ),
            _section(
                "5",
                "Things to be kept on board",
                "A keeper must have on board—",
                *_items(
                    "a rope as long as the river is wide;",
                    "two lamps;",
                    "a bell;",
                    "a book in which each crossing is written down with its hour;",
                    "oars;",
                    "a list of fares, in letters that can be read from the landing;",
                    "a pump;",
                    "a box of bandages;",
                    "drinking water; and",
                    "a ring that floats.",
                ),
            ),
            _section(
                "6",
                "Fares",
                "",
                Unit("1", words="The fares are set by the harbour office in April of every second year."),
                Unit("2", words="A child under the age of 6 years pays nothing."),
                Unit("2A", words="A person who carries the post pays half."),
                Unit("3", words="Whoever pays more than the fare gets back what was paid above it."),
            ),
        ),
    ),
    Unit(
        "III",
        "Offences and penalties",
        "",
        (
            _section(
                "7",
                "Ferry without a licence",
                "A person who keeps a ferry without a licence commits an offence and is liable to a fine of 500 crowns or to"
                " imprisonment for a term not exceeding 3 months, or to both.",
            ),
            _section(
                "8",
                "Overloading",
                "",
                Unit(
                    "1",
                    words="A keeper commits an offence who takes on board—",
                    units=_items("more people than the licence allows; or", "cattle together with people,"),
                    after="and is liable to a fine of 200 crowns.",
                ),
                Unit("2", words="It is a defence that people were in danger on the landing."),
            ),
            _section(
                "8A", "Repeated offences", "The fine is doubled where the keeper was fined under section 7 or 8 before."
            ),
            _section("9", "Attempt", "An attempt is punished like the offence."),
            _section(
                "10",
                "Seizure",
                "A ferry that was used for an offence under section 7 may be held until the fine is paid.",
            ),
        ),
    ),
    Unit(
        "IV",
        "General",
        "",
        (
            _section(
                "11",
                "Regulations",
                "",
                Unit(
                    "1", words="The Minister may make regulations on lamps and bells and on the examination of keepers."
                ),
                Unit("2", words="Regulations are laid before the House within 14 days."),
            ),
            _section("12", "Notices", "A notice is valid when it has hung at the landing for three days."),
            _section("13", "Appeals", "Whoever was refused a licence may appeal to the court within a month."),
            _section("14", "Fees", "The fee for a licence is 20 crowns, and 5 crowns where it is given again."),
            _section("15", "Repeal", "The Ferries Act 1904 is repealed."),
        ),
    ),
)


@dataclass(frozen=True)
class Layout:
    """How the act is printed.

    `heads`: where the heading of a section stands ("line", "above", "dash", "word", "article", "colon", "sec"). `width`: characters to a line, 0 without breaks; `gaps`: blank lines
    between "all" blocks, "sections" or none. `contents`: a list before, "plain" or "pages" with page numbers.
    `page`: lines to a page, 0 without pages; `foot`, `head`: what stands below and above each. `indent`: by depth.
    """

    heads: str = "line"
    width: int = 0
    gaps: str = "all"
    contents: str = ""
    page: int = 0
    head: str = ""
    foot: str = ""
    indent: bool = False
    parts: str = "PART {num}\n{title}"
    subs: str = "({num})"


def printed(how: Layout) -> str:
    """The act as a text in this layout."""
    lines: list[str] = []
    for kind, words in _blocks(how):
        if lines and (how.gaps == "all" or (how.gaps == "sections" and kind in ("part", "section", ""))):
            lines.append("")
        depth = len(kind) - len(kind.lstrip(" "))
        space = " " * (4 * depth if how.indent else 0)
        lines += (
            textwrap.wrap(words, how.width, initial_indent=space, subsequent_indent=space)
            if how.width
            else [space + words]
        )
    return "\n".join(_paged(lines, how)) + "\n"


def marked(how: Layout, head: str, words: str, page: str = "{}") -> str:
    """The act as a page or a text with marks: headings in `head`, everything else in `words`."""
    heads = ("part", "section") if how.heads in ("line", "above", "colon") else ("part",)
    return page.format("\n".join((head if kind in heads else words).format(text) for kind, text in _blocks(how)))


def _blocks(how: Layout) -> list[tuple[str, str]]:
    """What is printed, block by block, each with its kind: "part", "section", or a blank for each step down."""
    blocks = [("", "FERRIES ACT 2031"), *_contents(how), ("", "BE IT ENACTED by the House as follows:")]
    for part in ACT:
        title = how.parts.format(num=part.num, title=part.heading.upper())
        blocks += [("part", line) for line in title.split("\n")]
        for section in part.units:
            blocks += _blocks_of(section, how)
    return blocks


def _contents(how: Layout) -> Iterator[tuple[str, str]]:
    if not how.contents:
        return
    yield "", "ARRANGEMENT OF SECTIONS"
    place = 3
    for part in ACT:
        yield "", how.parts.format(num=part.num, title=part.heading.upper()).replace("\n", " ")
        for section in part.units:
            place += len(section.units) > 2
            entry = f"{section.num}. {section.heading}"
            yield "  ", entry if how.contents == "plain" else f"{entry} {'.' * (50 - len(entry))} {place}"


def _blocks_of(section: Unit, how: Layout) -> Iterator[tuple[str, str]]:
    """The section's own line, and a line for each unit in it; `kind` has a blank for each step down."""
    first, rest = "", list(section.units)
    if how.heads in ("above", "dash", "word", "sec") and rest and not section.words:
        one = rest.pop(0)
        first = f"{how.subs.format(num=one.num)} {one.words}"
        rest[:0] = [replace(one, words="")] if one.units or one.after else []
    words = section.words or first
    if how.heads == "line":
        yield "section", f"{section.num}. {section.heading}"
        if words:
            yield " ", words
    elif how.heads == "article":
        yield "section", f"Article {section.num}"
        yield " ", section.heading
        if words:
            yield " ", words
    elif how.heads == "colon":
        yield "section", f"Section {section.num}: {section.heading}"
        if words:
            yield " ", words
    elif how.heads == "sec":
        yield "section", f"SEC. {section.num}. {section.heading}. – {words}"
    elif how.heads == "above":
        yield "section", section.heading
        yield " ", f"{section.num}. {words}"
    elif how.heads == "dash":
        yield "section", f"{section.num}. {section.heading}.—{words}"
    else:
        yield "section", f"Section {section.num}. {section.heading}. {words}"
    for unit in rest:
        yield from _inner(unit, how, 1)
    if section.after:
        yield " ", section.after


def _inner(unit: Unit, how: Layout, depth: int) -> Iterator[tuple[str, str]]:
    space = " " * depth
    if unit.words:
        yield space, f"{how.subs.format(num=unit.num) if unit.num[0].isdigit() else f'({unit.num})'} {unit.words}"
    for one in unit.units:
        yield from _inner(one, how, depth + 1)
    if unit.after:
        yield space, unit.after


def _paged(lines: list[str], how: Layout) -> Iterator[str]:
    if not how.page:
        yield from lines
        return
    pages: list[list[str]] = [[]]
    for at, line in enumerate(lines):
        kept = lines[at : at + 4]  # no heading is left alone at the end of a page, as printers see to it
        full = len(pages[-1]) >= how.page or (len(pages[-1]) + len(kept) > how.page and _is_heading(kept))
        if full and not _is_heading(lines[at - 1 : at]):
            pages.append([])
        pages[-1].append(line)
    for number, page in enumerate(pages, 1):
        if how.head and number > 1:
            yield from (how.head.format(n=number, of=len(pages)), "")
        yield from page
        if how.foot:
            yield from ("", how.foot.format(n=number, of=len(pages)))


def _is_heading(lines: list[str]) -> bool:
    """The first of these lines is a heading, or a blank line before one."""
    words = next((line for line in lines if line), ".")
    return not words.startswith(" ") and words[:1].isupper() and words.strip(" ")[-1:] not in ".;,—"


def expected(units: tuple[Unit, ...] = ACT, depth: int = 0) -> list[tuple[int, str, str, str, str]]:
    """Each unit in order: how deep it stands, its number, heading, words, and the words after its own units."""
    rows = []
    for unit in units:
        rows.append((depth, unit.num, unit.heading.lower(), unit.words, unit.after))
        rows += expected(unit.units, depth + 1)
    return rows


def found(law: Law) -> list[tuple[int, str, str, str, str]]:
    """The same of a law as it was read."""

    def rows(clause: Clause, depth: int) -> Iterator[tuple[int, str, str, str, str]]:
        words = " ".join((clause.text or clause.intro).split())
        yield depth, clause.num, clause.heading.lower(), words, " ".join(clause.wrap_up.split())
        for child in clause.children:
            yield from rows(child, depth + 1)

    return [row for clause in law.clauses for row in rows(clause, 0)]
