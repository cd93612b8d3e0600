"""The wordings of a language for the annotators, read from `languages/<language>/grammar.toml`.

Wordings are patterns in plain words: lower case, accents as you like, a blank for any blank, `( | )` for choices and
`?` for what may be left out. A mistake is a DataError CT301 with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import get_args

from ctip_law.annotate.numbers import NumberWords, Role, number, whole, years
from ctip_law.annotate.view import fold
from ctip_law.datafile import DataFile, Entry

DATA = Path(__file__).resolve().parent.parent / "languages"

_SIZES = ("day", "week", "month", "year")
#: The token classes of penalties in the order they are tried at one place, the longer wordings first.
PENALTY_CLASSES = (
    "reject", "default", "death", "life", "named", "grade", "both", "case", "no_fine", "fine", "other", "low", "high",
    "post_low", "post_high", "penalty", "custody", "liable", "punished", "tail_life", "or", "and",
)  # fmt: skip
_TABLES = {
    "numbers": ("joints", "unit", "times", "teen"),
    "periods": ("year", "month", "week", "day", "to", "between", "between_and", "plus", "calendar", "one", "half",
                "and_half", "term_of"),
    "penalty": (*(name for name in PENALTY_CLASSES if name not in ("named", "grade")), "self_governed",
                "bare_before", "bare_after", "trigger", "attempt", "class", "graded", "ungraded", "priced",
                "bound_sentence"),
    "columns": ("told", "schedule", "penalty", "offence", "occasion", "least", "most"),
    "derived": ("same", "add", "more", "passive", "noun", "link", "fraction", "maximum_only", "denied", "up_to",
                "degree_up", "degree_down", "upper_half", "of_fine", "percent", "least", "circumstance", "crime",
                "rises", "raised", "raised_of"),
    "ages": ("below", "above", "at_least", "at_most", "after_at_least", "after_at_most", "the_age", "of_age", "person",
             "personal"),
    "definitions": ("verb", "section", "between", "here", "act", "entry", "target", "label", "subject",
                    "strong", "no_term", "cut", "declared", "opening", "opened", "joint", "target_end", "target_trim"),
    "references": ("section", "sub", "bare", "this", "previous", "all_previous", "principal", "thereof", "act_last",
                   "act_first", "treaty", "joint",
                   "of", "to", "and", "kinds", "article", "numbered", "adjective", "not_first", "not_in"),
    "manner": ("amends", "within", "anew", "order", "regulation", "under", "repealed", "repealable"),
}  # fmt: skip


@dataclass(frozen=True)
class Named:
    """A penalty known by name, in years, and its minimum, medium and maximum grade (art. 76 Revised Penal Code, PH)."""

    words: tuple[str, ...]
    years: tuple[float, float]
    grades: tuple[tuple[float, float], ...]
    life: bool


@dataclass(frozen=True)
class Grammar:
    """All wordings of one language, folded. `lists` is table.field -> wordings."""

    language: str
    numbers: NumberWords
    lists: dict[str, tuple[str, ...]]
    settings: dict[str, str]
    named: tuple[Named, ...]
    grades: tuple[tuple[str, ...], ...]
    fractions: dict[str, float]
    kinds: dict[str, str]
    file: DataFile

    def any(self, name: str) -> str:
        """The wordings of `table.field` as one group without a name; a group that never matches if there are none."""
        wordings = self.lists.get(name, ())
        return f"(?:{'|'.join(sorted(wordings, key=lambda w: (-len(w), w)))})" if wordings else "(?!)"

    @cached_property
    def amount(self) -> str:
        """A number in digits or words, perhaps both: "fifteen (15)", "3 (tiga)"."""
        return rf"(?:\d{{1,3}}(?![.,]?\d)|{self.numbers.pattern})(?: ?\( ?[a-z0-9 -]{{1,30}} ?\))?"

    @cached_property
    def measure(self) -> str:
        """A number with its unit of time, group `unit`: "fifteen (15) years", "a year", "half a year", "1.5 years",
        "one and a half years", "a year and a half", "setahun". Without a unit an amount alone."""
        half = rf"(?: ?{self.any('periods.and_half')}(?![a-z]))"
        lone = rf"(?:{self.any('periods.half')}|{self.any('periods.one')})(?= ?{self.unit})"
        return rf"(?:{lone}|\d{{1,2}}[.,]\d(?= {self.unit})|{self.amount}{half}?)(?P<unit> ?{self.unit}{half}?)?"

    @cached_property
    def unit(self) -> str:
        """A unit of time."""
        names = "|".join(self.any(f"periods.{unit}") for unit in ("year", "month", "week", "day"))
        return rf"(?:{self.any('periods.calendar')} )?(?:{names})(?![a-z])(?: ?\(\d{{1,3}}\))?"

    @cached_property
    def _parts(self) -> re.Pattern[str]:
        units = "|".join(
            rf"(?P<{unit}>{self.any(f'periods.{unit}')}(?![a-z]))" for unit in ("year", "month", "week", "day")
        )
        ahead = rf"(?= ?{self.unit})"
        return re.compile(
            rf"(?<![a-z0-9])(?:(?P<half>{self.any('periods.half')}){ahead}|(?P<one>{self.any('periods.one')}){ahead}"
            rf"|(?P<decimal>\d{{1,2}}[.,]\d){ahead}|(?P<amount>{self.amount}))"
            rf"|(?P<and_half>{self.any('periods.and_half')}(?![a-z]))|{units}"
        )

    def read_period(self, text: str) -> tuple[float, float] | None:
        """Shortest and longest time of a folded period, in years: "two to six years" -> (2, 6), "5 years" -> (5, 5).

        Days beside years ("six years and one day") are left out: they only keep two grades from touching.
        """
        values: list[list[tuple[float, str]]] = []
        between = re.match(rf"{self.any('periods.between')} ", text) is not None
        last = 0
        for match in self._parts.finditer(text):
            kind, gap = str(match.lastgroup), text[last : match.start()]
            if kind == "and_half" or (kind == "half" and values and not values[-1][-1][1]):
                if values:  # "a year and a half", "satu setengah tahun"
                    values[-1][-1] = (values[-1][-1][0] + 0.5, values[-1][-1][1])
            elif kind in ("amount", "one", "half", "decimal"):
                amount = self._amount(kind, match.group())
                if amount is None and between and not values and (two := self._two_numbers(match.group())):
                    values.append([(two[0], "")])
                    amount = two[1]
                if amount is None:
                    return None
                if values and gap.endswith("(") and values[-1][-1][1] != "":
                    continue  # "ten years (10)"
                plus = gap == " " or self.joints[2].fullmatch(gap) is not None  # "eight years one day"
                joined = bool(values) and not between and values[-1][-1][1] != "" and plus
                (values[-1].append if joined else lambda part: values.append([part]))((amount, ""))
            elif values and values[-1][-1][1] == "":
                values[-1][-1] = (values[-1][-1][0], kind)
            last = match.end()
        return _in_years(values)

    def _amount(self, kind: str, text: str) -> float | None:
        """The number of a part of a period; None where its words are none."""
        if kind == "decimal":
            return float(text.replace(",", "."))
        return {"one": 1.0, "half": 0.5}.get(kind) or number(text, self.numbers)

    def _two_numbers(self, text: str) -> tuple[int, int] | None:
        """The numbers of "five and ten" after "between", where the "and" could have joined the words of one."""
        for match in re.finditer(rf" {self.any('periods.between_and')} ", text):
            first, last = number(text[: match.start()], self.numbers), number(text[match.end() :], self.numbers)
            if first is not None and last is not None:
                return first, last
        return None

    @cached_property
    def joints(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        """What may stand between two numbers of one period, as the whole gap: "to", the "and" of "between 3 and 5",
        the "and" of "6 years and 1 day"; and what follows a number of a period whose unit comes later."""
        after = "|".join(self.any(name) for name in ("periods.plus", "penalty.or", "penalty.and"))
        return (
            re.compile(rf" {self.any('periods.to')} | ?- ?"),
            re.compile(rf" {self.any('periods.between_and')} "),
            re.compile(rf" {self.any('periods.plus')} "),
            re.compile(rf" ?(?:,|(?:{after})(?![a-z]))"),
        )

    @cached_property
    def in_days(self) -> re.Pattern[str]:
        """The end of a period that counts days."""
        return re.compile(rf"(?<![a-z]){self.any('periods.day')}\Z")

    @cached_property
    def raised(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """What follows a term that is raised to another one, and the word for a penalty that stands before it."""
        return (
            re.compile(rf",? {self.any('derived.raised')}(?![a-z])"),
            re.compile(rf"(?<![a-z]){self.any('derived.raised_of')}(?![a-z])"),
        )

    @cached_property
    def between(self) -> re.Pattern[str]:
        """ "between" right before a number."""
        return re.compile(rf"(?<![a-z]){self.any('periods.between')} $")

    @cached_property
    def penalty(self) -> re.Pattern[str]:
        """The tokens of penalties, one named group each."""
        classes = {name: self.any(f"penalty.{name}") for name in PENALTY_CLASSES}
        classes["named"] = f"(?:{'|'.join(word for named in self.named for word in named.words) or '(?!)'})"
        classes["grade"] = f"(?:{'|'.join(word for grade in self.grades for word in grade) or '(?!)'})"
        word = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in classes.items() if pattern != "(?:(?!))")
        number = rf"(?P<number>{self.measure})"
        bracketed = r"\((?:[a-z]{1,3}|[ivx]{1,5}|\d{1,2}[a-z]?)\)"
        label = rf"(?P<label>{bracketed}|(?<=[;:.,-] )(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)](?=[ -]))"
        short = "".join(rf"(?<! {word})" for word in ("no", "art", "sec", "cap", "rs", "num", "inc"))
        end = rf"(?P<end>(?=\.)(?<![ .(][a-z]){short}\.(?=[ \"')]|$))"
        stop = r"(?P<stop>;)"
        return self.compile(rf"{label}|(?<![a-z0-9])(?:{number}|{word})(?:(?<=')|(?![a-z]))|{end}|{stop}")

    def compile(self, pattern: str) -> re.Pattern[str]:
        """`pattern` compiled; raises DataError CT301 at the wording that cannot be."""
        try:
            return re.compile(pattern)
        except re.error:
            self.check()
            raise

    def check(self) -> None:
        """Raises ConfigError CT301 at the first wording that is no pattern."""
        for table, fields in _TABLES.items():
            entry = self.file.entry(table)
            for field in fields:
                if isinstance(entry.fields.get(field), list):
                    for wording in entry.texts(field, empty=True):
                        _check(entry, field, wording)


def _in_years(values: list[list[tuple[float, str]]]) -> tuple[float, float] | None:
    if not values or len(values) > 2:
        return None
    unit = values[-1][0][1] or "year"
    sizes = [_SIZES.index(name or unit) for _, name in values[0]]
    if len(values) == 1 and len(sizes) == 2 and sizes[0] < sizes[1]:
        values = [[part] for part in values[0]]  # "six months and two years" is a range
    ends = []
    for parts in values:
        units = [name or unit for _, name in parts]
        kept = [(n, u) for (n, _), u in zip(parts, units, strict=True) if len(parts) == 1 or u != "day"]
        ends.append(whole(round(sum(years(n, u) for n, u in kept), 2)))
    return ends[0], ends[-1]


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a grammar, sorted."""
    return tuple(sorted(path.parent.name for path in DATA.glob("*/grammar.toml")))


def grammar(language: str) -> Grammar | None:
    """The grammar of a language ("en", "en-GB", "es-PE"), or None where there is none."""
    name = language.split("-")[0].split("_")[0].lower()
    return _grammar(name) if name in languages() else None


@cache
def _grammar(name: str) -> Grammar:
    return read(DATA / name / "grammar.toml")


def read(path: Path) -> Grammar:
    """The grammar in a file. Raises DataError CT301 for what cannot be used."""
    file = DataFile(path)
    for key in file.data:
        if key not in (*_TABLES, "named", "grades"):
            raise file.error((key,), f"unknown table [{key}]")
    lists: dict[str, tuple[str, ...]] = {}
    settings: dict[str, str] = {}
    for table, fields in _TABLES.items():
        entry = file.entry(table)
        entry.only(fields)
        for field in entry.fields:
            value = entry.fields[field]
            if isinstance(value, str):
                settings[f"{table}.{field}"] = entry.choice(field, ("governed", "maximum", "fixed"))
            elif not isinstance(value, dict):
                found = entry.texts(field, empty=True)
                lists[f"{table}.{field}"] = tuple(_wording(entry, field, word) for word in found)
    kinds = file.entry("references").table("kinds")
    fractions = {fold(word): _ratio(file.entry("derived"), word) for word in _table(file, "derived", "fraction")}
    return Grammar(
        language=path.parent.name,
        numbers=_numbers(file),
        lists=lists,
        settings=settings,
        named=tuple(_named(Entry(file, ("named", name), table)) for name, table in file.data.get("named", {}).items()),
        grades=tuple(
            tuple(_checked(file.entry("grades"), grade, word) for word in file.entry("grades").texts(grade))
            for grade in ("minimum", "medium", "maximum")
        )
        if "grades" in file.data
        else (),
        fractions=fractions,
        kinds={fold(word): kinds.text(word) for word in kinds.fields} if kinds else {},
        file=file,
    )


def _wording(entry: Entry, field: str, wording: str) -> str:
    if re.search(r"\\[A-Z]", wording):
        raise entry.error("patterns are lower case, so no \\S, \\W, \\D, \\B", field, wording)
    return fold(wording)


def _checked(entry: Entry, field: str, wording: str) -> str:
    _check(entry, field, wording)
    return _wording(entry, field, wording)


def _check(entry: Entry, field: str, wording: str) -> None:
    try:
        re.compile(wording)
    except re.error as error:
        what = f"`{field}` holds a pattern that cannot be read ({error})"
        raise entry.error(what, field, wording) from None


def _table(file: DataFile, table: str, field: str) -> Iterable[str]:
    value = file.entry(table).fields.get(field, {})
    if not isinstance(value, dict):
        raise file.entry(table).error(f"`{field}` must be a table", field)
    return value


def _ratio(entry: Entry, word: str) -> float:
    value = entry.fields["fraction"][word]
    if not isinstance(value, (int, float)) or isinstance(value, bool) or value <= 0:
        raise entry.error(f"the fraction of `{word}` must be a number above 0", "fraction")
    return float(value)


def _numbers(file: DataFile) -> NumberWords:
    entry = file.entry("numbers")
    words: dict[str, tuple[int, Role]] = {}
    for role in get_args(Role):
        for word, value in _table_values(entry, role):
            words[fold(word)] = (value, role)
    if not words:
        raise entry.error("there is no number word")
    return NumberWords(words, entry.texts("joints", empty=True))


def _table_values(entry: Entry, field: str) -> list[tuple[str, int]]:
    table = entry.table(field)
    return [(word, table.number(word)) for word in table.fields] if table else []


def _named(entry: Entry) -> Named:
    entry.only(("words", "years", "grades", "life"))
    bounds = _pairs(entry, "years", [entry.fields.get("years")])
    return Named(
        words=tuple(_checked(entry, "words", word) for word in entry.texts("words")),
        years=bounds[0],
        grades=tuple(_pairs(entry, "grades", entry.fields.get("grades", []))),
        life=entry.flag("life"),
    )


def _pairs(entry: Entry, field: str, value: object) -> list[tuple[float, float]]:
    pairs = []
    for pair in value if isinstance(value, list) else [None]:
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(n, (int, float)) for n in pair)):
            raise entry.error(f"`{field}` must hold pairs of years", field)
        pairs.append((whole(float(pair[0])), whole(float(pair[1]))))
    return pairs
