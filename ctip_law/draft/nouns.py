"""The nouns of drafting: model provisions as the library holds them, and drafts as they are written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Tradition = Literal["common", "civil", "plain"]

#: Where the heading of a section stands on paper: in the margin beside it, in bold before its first words, above it.
PLACES = ("margin", "run-in", "above")


@dataclass(frozen=True, slots=True)
class Variable:
    """A blank of the text. `kind` is "text" or "integer"; `min` and `max` bound an integer, which must reach those that
    `at_least` names where a draft uses both; `law` is the law that alone has it, "" for both.
    """

    id: str
    kind: str
    label: str
    default: str | int
    min: int = 0
    max: int = 0
    law: str = ""
    at_least: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to draft; `elements` are those that the text provides only if this is chosen, `terms` the defined terms
    that it uses only then.
    """

    id: str
    label: str
    elements: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A real drafting choice: alternatives of which one is the default.

    `by` names another default for a tradition ("civil") or a level ("minimum"), never for both in one option.
    """

    id: str
    label: str
    default: str
    choices: dict[str, Choice]
    by: dict[str, str]

    def preferred(self, tradition: str, level: str) -> str:
        """The choice that is taken where a call names none."""
        return self.by.get(tradition) or self.by.get(level) or self.default


@dataclass(frozen=True, slots=True)
class Passage:
    """A subsection, paragraph or subparagraph as the library holds it, with Jinja placeholders.

    `join` is the word before the last item. `when` is {option: choices}: the passage stands only in a draft
    that took one of them. `line` is where it stands in its file.
    """

    text: str
    items: tuple[Passage, ...] = ()
    join: str = ""
    label: str = ""
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    line: int = 0

    def walk(self) -> Iterator[Passage]:
        """This passage and all below it."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class ModelProvision:
    """A provision that a law can take over. `duties` and `elements` are ids of the framework: what it is for and
    what its text provides under any choice. `needs` are provisions whose words it builds on, `terms` the defined
    terms it uses, `check` the general law to look at before using it, `note` the paragraphs of the drafting note,
    `questions` what a policy maker must decide, `breach` what follows where a duty of the text is not performed.
    `part` is its place in its own law, `also` its places in other laws.
    """

    id: str
    title: str
    cluster: str
    part: str
    order: int
    note: tuple[str, ...]
    text: tuple[Passage, ...]
    duties: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    check: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    breach: str = ""
    also: tuple[str, ...] = ()
    variables: dict[str, Variable] | None = None
    options: dict[str, Option] | None = None
    path: str = ""

    def promises(self, choices: Mapping[str, str | int] | None = None) -> tuple[str, ...]:
        """The elements that the text provides with these choices, or with the defaults."""
        return tuple(dict.fromkeys((*self.elements, *(e for choice in self._taken(choices) for e in choice.elements))))

    def uses(self, choices: Mapping[str, str | int] | None = None) -> tuple[str, ...]:
        """The defined terms that the text uses with these choices, or with the defaults."""
        return (*self.terms, *(term for choice in self._taken(choices) for term in choice.terms))

    def can_use(self) -> tuple[str, ...]:
        """The defined terms that the text uses under one choice or another."""
        choices = (choice for option in (self.options or {}).values() for choice in option.choices.values())
        return (*self.terms, *(term for choice in choices for term in choice.terms))

    def _taken(self, choices: Mapping[str, str | int] | None) -> Iterator[Choice]:
        for option in (self.options or {}).values():
            yield option.choices[str((choices or {}).get(option.id, option.default))]

    def can_provide(self) -> frozenset[str]:
        """The elements that the text provides under one choice or another."""
        options = (self.options or {}).values()
        return frozenset(self.elements).union(*(c.elements for o in options for c in o.choices.values()))


@dataclass(frozen=True, slots=True)
class Style:
    """How a tradition names, numbers and words things; the fields are explained in model_laws/common.toml."""

    id: str
    label: str
    law: str
    unit: str
    unit_kind: str
    heading: str
    reference: str
    part: str
    part_kind: str
    numbers: tuple[str, ...]
    kinds: tuple[str, ...]
    here: tuple[str, ...]
    inside: str
    lead: str
    definitions_title: str
    definitions_intro: str
    phrases: dict[str, str]
    #: where headings stand on paper, one of PLACES
    place: str
    #: what stands around a term that is defined; French has its own
    marks: tuple[str, str] = ("“", "”")
    #: what ends an item before the last, with the blank that French puts before it
    pause: str = ";"
    #: two words -> the one said for them before the name of a country: "de le" Royaume is "du" Royaume
    contract: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Own:
    """The manner of another law that sections are drafted into: its style, the numbers that the new sections are to
    have, {model provision: number}, and its own sections that answer what a model provision is about, likewise."""

    style: Style
    numbers: dict[str, str]
    sections: dict[str, str]


@dataclass(frozen=True, slots=True)
class Statute:
    """A law that can be drafted. `words` are the phrases in which it differs where provisions are shared."""

    id: str
    label: str
    title: str
    long_title: str
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term; `law` is set where one law only uses it. `alone` is its meaning where the provision that
    `meaning` leads to is not there."""

    term: str
    meaning: str
    law: str = ""
    alone: str = ""


@dataclass(frozen=True, slots=True)
class Common:
    """What all provisions share. `laws` are the laws that can be drafted, the first by default; `parts` is
    {id: title} and `part_law` {id: law}; `levels` is {id: label}; `elsewhere` is {duty: law where it belongs};
    `given` are the words before the section that defines a term, `joins` those before the last item of a list, where
    they are not "and" and "or"; `words` are the fixed words of notes and tables; `countries` is {code: name as it
    stands in a text}, in English where that is not the name of `ctip_law.countries`."""

    laws: dict[str, Statute]
    parts: dict[str, str]
    part_law: dict[str, str]
    levels: dict[str, str]
    traditions: dict[str, Style]
    variables: dict[str, Variable]
    terms: dict[str, Term]
    breaches: dict[str, str]
    elsewhere: dict[str, str]
    given: str
    path: str
    words: dict[str, str]
    joins: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    #: the longest term of imprisonment, in years, that general law knows where a language is drafted in; 0 for none
    longest_term: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """A numbered piece of drafted text; `num` is as printed, "" where a section has one piece only."""

    num: str
    text: str
    items: tuple[Unit, ...] = ()

    def lines(self, depth: int = 0) -> Iterator[tuple[int, str, str]]:
        """(depth, number as printed, words) of this unit and all below it."""
        yield depth, self.num, self.text
        for item in self.items:
            yield from item.lines(depth + 1)


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A drafted section or article. `heading` is number and `title` as printed, `label` how others cite it ("section
    5"). `choices` are sentences that name the alternatives not taken; `elements` is what the text provides."""

    provision: str
    num: str
    label: str
    heading: str
    title: str
    units: tuple[Unit, ...]
    note: tuple[str, ...] = ()
    check: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    breach: str = ""
    duties: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()

    @property
    def opening(self) -> str:
        """The number of the section as its heading prints it: "5.", "Article 5."."""
        return self.heading.removesuffix(self.title).strip()

    def lines(self) -> Iterator[tuple[int, str, str]]:
        """(depth, number as printed, words) in order."""
        for unit in self.units:
            yield from unit.lines()


@dataclass(frozen=True, slots=True)
class DraftPart:
    """Sections under a heading (number and `title` as printed); both are "" in a draft of single clauses."""

    heading: str
    title: str
    sections: tuple[DraftSection, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Model clauses, or a whole model law, ready to be written.

    `terms` are (term, meaning) that the text uses and does not define itself; `blanks` the bracketed words to be
    filled in; `uncovered` required elements of the duties asked for that the library has no text for.
    """

    title: str
    tradition: str
    parts: tuple[DraftPart, ...]
    long_title: str = ""
    country: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    blanks: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    whole: bool = False
    language: str = "en"

    def sections(self) -> tuple[DraftSection, ...]:
        """All sections in order."""
        return tuple(section for part in self.parts for section in part.sections)

    def section(self, provision: str) -> DraftSection:
        """The section that was drafted from a model provision. Raises KeyError."""
        for section in self.sections():
            if section.provision == provision:
                return section
        raise KeyError(provision)
