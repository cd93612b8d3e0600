"""The words of an amending bill in a language, from `languages/<language>/bill.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ctip_law.datafile import DataFile, Entry
from ctip_law.errors import InputError
from ctip_law.languages import FOLDER

_TEXTS = {
    "manner": (
        "unnamed", "an", "a", "vowels", "plural", "plural_of", "or", "and", "cited", "year", "this", "must_not",
        "series", "minister", "fits", "alphabet",
        "other",
    ),
    "model": ("victim", "crime", "offence", "authority", "court"),
    "crimes": ("offence", "victim"),
    "bill": (
        "title", "long_title", "cited", "plain", "numbered", "no_offence", "note", "clause", "first", "principal",
    ),
    "order": (
        "insert_heading", "define_heading", "define", "letter_heading", "letter",
        "words_heading", "words", "repeal_heading", "repeal", "definitions_title", "definitions_words",
    ),
    "adds": ("means", "also", "trafficking-definition", "exploitation-definition", "trafficking-definition_note"),
    "age": ("word", "figure"),
    "asked": ("undecided", "classed", "nowhere", "also", "waits", "defect", "somewhere"),
    "left": ("measure", "home", "language", "none"),
    "proof": (
        "whole", "clause", "unread", "repaired", "against", "defect", "worse", "still", "doubted", "astray", "silent",
    ),
    "consequential": ("citation", "offence", "scale", "reach", "contents", "repeal", "general"),
    "words": (
        "clause", "effect", "alternative", "undone", "displaced", "asked", "silent", "consequential", "left", "nothing",
        "proved", "duty", "before", "after", "note", "worse", "changed",
    ),
    "verdicts": (
        "met", "elsewhere", "divergence", "partial", "gap", "not_in_legislation", "unclear", "not_assessed",
        "not_legislative",
    ),
}  # fmt: skip
_LISTS = {
    "manner": (
        "laws", "duties", "ministers", "courts", "articles", "numbers", "behind", "small", "dropped", "count", "serial",
        "divisions",
    ),
    "crimes": ("names",),
    "bill": ("first_words", "marks", "frame"),
    "order": ("definitions", "paragraphs", "insert", "insert_before", "insert_between"),
    "age": ("low",),
}  # fmt: skip
#: Texts that are patterns, and those whose blanks at the ends count.
_RAW = (("manner", "cited"),)
_PATTERNS = (("manner", "year"), ("manner", "this"), ("manner", "fits"))
_BLANKS = (("adds", "means"), ("adds", "also"), ("asked", "also"), ("asked", "waits"), ("proof", "doubted"))
_TABLES = {"manner": ("units", "parts", "named", "these", "contract", "spelling", "acts")}
#: Lists that may be left out.
_OPEN = (
    "manner.ministers", "manner.small", "manner.dropped", "manner.count", "manner.serial", "manner.divisions",
    "order.insert_between", "bill.marks", "bill.frame",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """`texts` and `lists` are "table.field" -> words, `units` kind of a section -> its word, `parts` kind of what
    stands in a section -> its word, without an entry for what the language does not cite so; `named` first word of a
    title -> that word in a sentence ("la loi"), `these` word for the law -> how it speaks of itself ("le présent
    code"), `contract` two words, as a pattern, -> the one that is said for them, `spelling` beginnings of words -> how
    others spell them, `acts` word for the law -> that for a bill on it, where it is another; `language` is its code."""

    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    units: Mapping[str, str]
    parts: Mapping[str, str]
    named: Mapping[str, str]
    these: Mapping[str, str]
    contract: Mapping[str, str]
    spelling: Mapping[str, str]
    acts: Mapping[str, str]
    language: str

    def __call__(self, name: str, **words: str) -> str:
        """A text with its braces filled in."""
        return self.contracted(self.texts[name].format(**words))

    def counted(self, name: str, several: int, **words: str) -> str:
        """The text of a list for one thing, or for several where that is another."""
        said = self.lists[name]
        return self.contracted(said[min(max(several, 1), len(said)) - 1].format(**words))

    @property
    def marks(self) -> tuple[str, str]:
        """What stands before and after the new words in a bill, nothing where the language has no marks there."""
        found = self.lists["bill.marks"]
        return (found[0], found[-1]) if found else ("", "")

    @property
    def framed(self) -> bool:
        """Whether the changes are a list in one unit of the bill: Pasal I, and Pasal II on commencement."""
        return bool(self.lists["bill.frame"])

    def contracted(self, text: str) -> str:
        """A text with what is said in one word: "de le présent code" is "du présent code"."""
        for two, one in self.contract.items():
            text = re.sub(rf"\b{two}\b", one, text)
        return text


def wording(language: str, path: str = "") -> Wording:
    """The words of a bill in a language ("en", "en-GB"). Raises InputError CT403 where there are none; `path` names the
    law."""
    base = base_of(language)
    if base not in languages():
        known = ", ".join(languages())
        what = f"the law is in the language {base or 'und'!r}, and model provisions are there in {known} only"
        raise InputError("CT403", what, path=path)
    return _read(base)


def base_of(language: str) -> str:
    """The language without its region: "en" of "en-GB"."""
    return language.split("-")[0]


@cache
def languages() -> tuple[str, ...]:
    """The languages that bills are drafted in."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/bill.toml")))


@cache
def _read(language: str) -> Wording:
    return read(DataFile(FOLDER / language / "bill.toml"))


def read(file: DataFile) -> Wording:
    """The words in a file. Raises DataError CT301 with file and line."""
    file.root.only(tuple(_TEXTS))
    texts: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for table, fields in _TEXTS.items():
        entry = file.entry(table)
        entry.only((*fields, *_LISTS.get(table, ()), *_TABLES.get(table, ())))
        texts |= {f"{table}.{field}": _text(entry, field) for field in fields}
        lists |= {f"{table}.{field}": _list(entry, field) for field in _LISTS.get(table, ())}
    manner = file.entry("manner")
    tables = {name: manner.words(name) for name in _TABLES["manner"]}
    return Wording(texts=texts, lists=lists, language=file.path.parent.name, **tables)


def _list(entry: Entry, field: str) -> tuple[str, ...]:
    """The texts of a list, whose braces can be filled in."""
    found = entry.texts(field)
    if not found and f"{entry.id}.{field}" not in _OPEN:
        raise entry.error(f"`{field}` is missing", field)
    for text in found:
        _filled(entry, field, text)
    return found


def _text(entry: Entry, field: str) -> str:
    """A text whose braces can be filled in."""
    text = entry.text(field)
    if (entry.id, field) in _RAW:
        return _pattern(entry, field, "title")
    if (entry.id, field) in _PATTERNS:
        return _pattern(entry, field)
    if (entry.id, field) in _BLANKS:
        return str(entry.fields[field])
    _filled(entry, field, text)
    return text


def _filled(entry: Entry, field: str, text: str) -> None:
    try:
        text.format_map(_Any())
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        raise entry.error(f"`{field}` has braces that cannot be filled in ({error})", field) from None


def _pattern(entry: Entry, field: str, group: str = "") -> str:
    """A pattern that can be read and has the group that is asked for."""
    text = entry.text(field)
    try:
        known = re.compile(text).groupindex
    except re.error as error:
        raise entry.error(f"`{field}` holds a pattern that cannot be read ({error})", field) from None
    if group and group not in known:
        raise entry.error(f"`{field}` has no group `{group}`", field)
    return text


class _Any(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return key
