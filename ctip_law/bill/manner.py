"""How a law is drafted: its unit, its numbers, its word for a duty, its own terms, where its definitions stand.

A clause that is put into it speaks as it does: "12A. ..." in a law of sections with letters, "Article 12-1" where the
law numbers so; "a trafficked person" where it defines that and no "victim"; "shall" where it says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape

from ctip_law.bill.wording import Wording
from ctip_law.clauses.tokens import words
from ctip_law.draft import style_of
from ctip_law.draft.library import shipped
from ctip_law.draft.nouns import Style
from ctip_law.match import Reading
from ctip_law.model import TOP_KINDS, Clause, Definition, Law

_MARKS = re.compile(r"[\"“”„«»‘<>\r\n\t]+")
_CODED = re.compile(r"\d+[A-Z]?(?:\.\d+)?-\d|\d+[A-Z]?\.\d")
_FOOTNOTE = re.compile(r"\d{0,3}\[|\]")  # "Restraint 1[Act", where the word was put in later
_FEW = 3  # definitions of a section that is the definitions section
_LONG = 140  # characters of a title that are used


@dataclass(frozen=True, slots=True)
class Definitions:
    """The section that defines terms: `how` is "entries", which stand by themselves, "lettered" paragraphs, given in
    `labels` as (label, term), or "" where nothing can be put among them."""

    num: str
    how: str
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """`style` is that of the tradition with the law's own words, `own` {word of the library: the law's word},
    `headings` where headings stand: "above" the number, "beside" it, or nowhere, the number "alone" in its line or the
    words "behind" it; `head` is how a number is printed, `series` how one is put in between, `spelling`
    beginnings of words -> how the law spells them."""

    law: Law
    title: str
    kind: str
    style: Style
    own: Mapping[str, str]
    head: str
    headings: str
    series: str
    marks: tuple[str, str]
    terms: frozenset[str]
    definitions: Definitions | None
    wording: Wording
    spelling: Mapping[str, str]

    @property
    def this(self) -> str:
        """How the law speaks of itself, where that is not made of the word for it alone: "le présent code"."""
        return self.wording.these.get(self.style.law, self.style.law)

    @property
    def named(self) -> str:
        """The title within a sentence: "la loi n° 12 sur la traite"."""
        first, blank, rest = self.title.partition(" ")
        inside = self.wording.named.get(first.casefold())
        return f"{inside}{blank}{rest}" if inside else self.wording("manner.other", title=self.title)

    @property
    def names(self) -> dict[str, str]:
        """What the words of a bill are filled in with: `act` is what the bill becomes, `base` what it calls the law;
        both are the law's word for itself, where that is no division of a code."""
        laws, law = self.wording.lists["manner.laws"], self.style.law
        act, base = (self.wording.acts.get(law, law), law) if law in laws else (laws[0], laws[-1].casefold())
        names = {"law": law, "act": act, "base": base, "this": self.this, "title": self.title, "full": self.named}
        return names | {"unit": self.unit, "Unit": self.unit.capitalize()}

    @property
    def quotes(self) -> tuple[str, str]:
        """What stands around the new words: the marks of the language, or « » where the law has those (Spain)."""
        own, text = self.wording.marks, self.law.text
        return ("«", "».") if own[0] == "“" and text.count("«") > text.count("“") else own

    @property
    def unit(self) -> str:
        """The law's word for what it is cited by: section, article."""
        return self.style.unit

    def units(self, number: int) -> str:
        """The unit, in the plural where there are several."""
        return self.unit if number == 1 else self.unit + self.wording("manner.plural")

    def listed(self, nums: Sequence[str], join: str = "or") -> str:
        """Numbers in a row: 12, 13 or 14; `join` is "or" or "and"."""
        if len(nums) == 1:
            return nums[0]
        comma = next(iter(self.wording.lists["manner.serial"]), "") if len(nums) > 2 else ""
        return f"{', '.join(nums[:-1])}{comma} {self.wording(f'manner.{join}')} {nums[-1]}"


def manner_of(reading: Reading, how: Wording, tradition: str = "") -> Manner:
    """The manner of a law that was read; `tradition` overrides the one that its units show.

    Raises UsageError CT004 for an unknown tradition.
    """
    law = reading.law
    kind = Counter(section.kind for section in law.sections()).most_common(1)[0][0]
    style = _style(law, kind, how, tradition or tradition_of(kind, how.language))
    straight = law.text.count('"') > law.text.count("“") + law.text.count("”")
    return Manner(
        law=law,
        title=_title(law, how, style.law in how.lists["manner.laws"]),
        kind=kind,
        style=style,
        own=_own_words(reading, how, style.law),
        head=_head(law, style.unit),
        headings=_headings(law, how.framed),
        series=_series(law, how),
        # new words that stand without marks are read with curly ones inside
        marks=('"', '"') if straight and how.marks[0] else ("“", "”"),
        terms=frozenset(definition.term.strip().casefold() for definition in law.definitions),
        definitions=_definitions(law, how("manner.alphabet") == "yes"),
        wording=how,
        spelling=_spelling(law, how),
    )


def tradition_of(kind: str, language: str) -> str:
    """The tradition that the units of a law show, of those that its language has."""
    known = shipped(language).common.traditions
    shown = "civil" if kind == "article" else "common"
    return shown if shown in known else next(iter(known))


def year_off(title: str, how: Wording) -> str:
    """A title without its year."""
    return re.sub(how.texts["manner.year"], "", title).strip()


def _title(law: Law, how: Wording, says: bool) -> str:
    """How the law says that it is cited, else its title; on one line, without quotation marks, cut where it is long. A
    code says it (`says`) of others only, in the notes below its sections."""
    cited = re.search(how.texts["manner.cited"], " ".join(law.text.split())) if says else None
    bare = " ".join(_MARKS.sub(" ", cited["title"] if cited else unescape(law.title)).split())
    bare = _FOOTNOTE.sub("", bare).strip(" .,;:-")
    for left_out in how.lists["manner.dropped"]:
        bare = bare.replace(left_out, "")
    bare = re.sub(r"(?i)^(\S+) \1(?=\s)", r"\1", bare)  # a file may name the kind of law before its title, too
    if bare.isupper() and how.lists["manner.small"]:
        bare = _lowered(bare, how.lists["manner.small"])
    article, _, rest = bare.partition(" ")
    if rest and article.casefold() == how.lists["manner.articles"][0]:
        bare = rest[0].upper() + rest[1:]
    if len(bare) > _LONG:
        bare = re.sub(r"(?:[ ,]+\w{1,3})+$", "", bare[:_LONG].rsplit(" ", 1)[0])  # no "of the" at the end
    if bare.count("(") != bare.count(")"):
        bare = bare.rsplit("(", 1)[0].rstrip(" ,")
    return bare or how("manner.unnamed")


def _lowered(title: str, small: Sequence[str]) -> str:
    """A title that stands in capitals: Undang-Undang Nomor 21 Tahun 2007 tentang Tindak Pidana."""

    def said(word: re.Match[str]) -> str:
        inside = word.start() and word[0].casefold() in small
        return word[0].casefold() if inside else word[0].capitalize()

    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", said, title)


def _style(law: Law, kind: str, how: Wording, tradition: str) -> Style:
    """The style of a tradition with the law's words for itself, for its unit and for a duty."""
    style, unit = style_of(tradition, how.language), how.units.get(kind, kind)
    name = _name(law, unit, how)
    duty = _most(law.text, how.lists["manner.duties"], r"\b{}\b") or style.phrases["must"]
    phrases = {**style.phrases, "must": duty, "must_not": how("manner.must_not", duty=duty)}
    numbers = how.lists["manner.numbers"]  # in English a line "1. ..." would begin a section
    cited, heading = f"{unit} {{n}}", "{n}. {title}"
    marks = ("“", "”")  # what is drafted gets the marks of the law where it is put into its words
    return replace(
        style, law=name, numbers=numbers, unit=unit, reference=cited, heading=heading, phrases=phrases, marks=marks
    )


def _name(law: Law, unit: str, how: Wording) -> str:
    """What a law calls itself; a code the division that it speaks of most, or the first there is where its numbers hold
    that of the division: 22-1834, 20A.02."""
    laws, this = how.lists["manner.laws"], how.texts["manner.this"]
    divisions = tuple(word for word in how.lists["manner.divisions"] if word != unit)
    name, division = _most(law.text, laws, this), _most(law.text, divisions, this)
    if division and len(re.findall(this.format(division), law.text)) > len(
        re.findall(this.format(name or "\0"), law.text)
    ):
        return division
    coded = [bool(_CODED.match(section.num)) for section in law.sections() if section.num]
    if not name and divisions and coded and all(coded):
        return divisions[0]
    return name or laws[0]


def _spelling(law: Law, how: Wording) -> dict[str, str]:
    """How the law spells what the library spells otherwise, where it has more of these words."""
    both = [r"(?i)\b(?:" + "|".join(words) + ")" for words in (how.spelling, how.spelling.values()) if words]
    mine, other = (len(re.findall(pattern, law.text)) for pattern in both) if both else (0, 0)
    return dict(how.spelling) if other > mine else {}


def _most(text: str, candidates: tuple[str, ...], pattern: str) -> str:
    """The word that stands most often, "" where none does."""
    counts = [(len(re.findall(pattern.format(re.escape(word)), text)), word) for word in candidates]
    best = max(counts, key=lambda pair: pair[0], default=(0, ""))
    return best[1] if best[0] else ""


def _head(law: Law, unit: str) -> str:
    """How most numbers are printed, with {n} for the number: "{n}.", "Article {n}."; "Sec." becomes the whole word."""
    shapes = Counter(
        section.num_printed.replace(section.num, "{n}", 1).strip()
        for section in law.sections()
        if section.num and section.num in section.num_printed
    )
    shape = shapes.most_common(1)[0][0] if shapes else "{n}"
    word = re.match(r"[^\W\d]+\.? ?(?=\{n\})", shape)
    return f"{unit.capitalize()} {{n}}." if word else "{n}."


def _headings(law: Law, listed: bool) -> str:
    """Where the headings of sections stand, by most of them; and the numbers, where there are none. Only in a list of
    changes is a number alone in its line taken for none of the bill's own units."""
    found: Counter[str] = Counter()
    for section in law.sections():
        if section.num_at is None:
            continue
        if section.heading:
            above = section.heading_at and section.heading_at[0] < section.num_at[0]
            found["above" if above else "beside"] += 1
        else:
            rest = law.text[section.num_at[1] : section.end].partition("\n")[0]
            found["behind" if re.search(r"\w", rest) else "alone"] += 1
    some = max(("above", "beside"), key=lambda where: found[where])
    none = max(("alone", "behind"), key=lambda where: found[where]) if listed else "behind"
    return some if found["above"] + found["beside"] >= found["alone"] + found["behind"] else none


def _series(law: Law, how: Wording) -> str:
    """How a number is put in between: "A" (12A), "-1" (12-1), "/1" (12/1) or " bis"."""
    nums = [section.num for section in law.sections()]
    known = set(nums)
    if any("/" in num and num.rpartition("/")[0] in known for num in nums):
        return "/1"
    if any(re.fullmatch(r"\d+-\d+", num) and num.partition("-")[0] in nums for num in nums):
        return "-1"
    return " bis" if any(num.endswith("bis") for num in nums) else how.texts["manner.series"]


# -- the law's own words ---------------------------------------------------------------------------------------


def _own_words(reading: Reading, how: Wording, name: str) -> dict[str, str]:
    """What the library's words are called in this law, which calls itself `name`, where that is something else."""
    law, model = reading.law, {name: how(f"model.{name}") for name in ("victim", "crime", "authority", "court")}
    terms = {definition.term.strip().casefold(): definition.term.strip() for definition in law.definitions}
    found: dict[str, str] = {}
    if model["victim"] not in terms and (term := _victim(reading)) and re.search(how.texts["manner.fits"], term):
        found[model["victim"]] = _singular(term, law, how)
    crime = _most(law.text.casefold(), (model["crime"], *how.lists["crimes.names"]), r"\b{}\b")
    if crime and crime != model["crime"]:
        found[model["crime"]] = crime
        found[how("model.offence")] = how("crimes.offence", crime=crime)
    unsaid = model["victim"] not in {*terms, *found} and reading.silent_alone
    if unsaid and re.search(rf"(?i)\b{model['victim']}", law.text):  # its victims are those of something else
        found[model["victim"]] = how("crimes.victim", crime=crime or model["crime"])
    if model["authority"].casefold() not in terms:
        named = [word for word in how.lists["manner.ministers"] if word.casefold() in terms]
        named += [word for word in how.lists["manner.ministers"] if how("manner.minister", word=word) in law.text]
        if named:
            found[model["authority"]] = named[0]
    itself, first = how.these.get(name, ""), next(iter(how.these.values()), "")
    if itself and itself != first:
        found[first] = itself
        found[first.replace(next(iter(how.these)), name)] = itself  # where the library says {{ law }}
    for word in how.lists["manner.courts"]:
        if word.casefold() in terms and terms[word.casefold()] == word:
            found[model["court"]] = word
    return found


def plural_of(term: str, how: Wording) -> str:
    """A term in the plural: trafficked persons, victims of trafficking."""
    head, rest = _headed(term, how)
    ending, said = how("manner.plural"), head.split(" ")
    first = 0 if how("manner.plural_of") == "each" else len(said) - 1
    return " ".join([*said[:first], *(word + ending for word in said[first:])]) + rest


def _singular(term: str, law: Law, how: Wording) -> str:
    """A term that a law defines in the plural, in the singular where the law has the word in the singular too."""
    head, rest = _headed(term, how)
    one = head.removesuffix(how("manner.plural"))
    known = re.search(rf"\b{re.escape(one.split(' ')[-1])}\b", law.text)
    return one + rest if known and how("manner.plural_of") == "last" else term


def _headed(term: str, how: Wording) -> tuple[str, str]:
    """The words of a term that take the plural, and those behind them: "victim", " of trafficking"."""
    said = term.split(" ")
    behind = next((at for at, word in enumerate(said) if at and word in how.lists["manner.behind"]), len(said))
    return " ".join(said[:behind]), "".join(f" {word}" for word in said[behind:])


def _victim(reading: Reading) -> str:
    """The first defined term that the matcher reads as a victim, as a whole, and that means every victim: no child, no
    "foreign victim", no term that "means a woman or a child who"."""
    victims, children = set(reading.hits.get("victim", [])), reading.hits.get("child", [])
    for definition in reading.law.definitions:
        first = reading.body.word_at(definition.start)
        last = first + len(words(definition.term, reading.law.language).stems)
        child = any(first <= start < last for start, _ in children)
        plain = re.fullmatch(r"[\w' -]{2,60}", definition.term.strip())
        if plain and not child and (first, last) in victims and not _of_some(reading, definition, last):
            return plain[0]
    return ""


def _of_some(reading: Reading, definition: Definition, behind: int) -> bool:
    """Whether a meaning begins with women or children, and not with a person."""
    end = reading.body.word_range(definition.start, definition.end)[1]
    named = {
        start: concept in ("woman", "child")
        for concept in ("woman", "child", "person", "any-person")
        for start, _ in reading.hits.get(concept, [])
        if behind <= start < end
    }
    return bool(named) and named[min(named)]


# -- definitions -----------------------------------------------------------------------------------------------


def _definitions(law: Law, among: bool) -> Definitions | None:
    """The section with the most definitions, where the law has one; `among` says that new ones can stand among them."""
    nums = Counter(section.num for section in law.sections() if section.num)
    best: tuple[int, Definitions] | None = None
    for section in law.sections():
        entries = [clause for clause in section.walk() if clause.kind == "definition"]
        lettered = tuple(_lettered(law, section))
        kind = "entries" if len(entries) >= len(lettered) else "lettered"
        count = max(len(entries), len(lettered)) if among else 0
        if count < _FEW:
            kind, count = "", sum(section.start <= one.start < section.end for one in law.definitions)
        if count >= _FEW and nums[section.num] == 1 and (best is None or (bool(kind), count) > _size(best)):
            best = count, Definitions(section.num, kind, lettered if kind == "lettered" else ())
    return best[1] if best else None


def _size(found: tuple[int, Definitions]) -> tuple[bool, int]:
    return bool(found[1].how), found[0]


def _lettered(law: Law, section: Clause) -> Iterator[tuple[str, str]]:
    """(label, term) of the paragraphs right below a section that are definitions: (a) “child” means ..."""
    places = {definition.eid: definition for definition in law.definitions}
    for clause in section.children:
        if clause.kind in TOP_KINDS or clause.kind == "definition" or not re.fullmatch(r"[a-z]{1,3}", clause.num):
            continue
        entry: Definition | None = places.get(clause.eid)
        if entry is not None:
            yield clause.num, entry.term.strip()
