"""JSON as scrapers of statute sites write it: a list of provisions with number, heading and text, under any usual key.

    {"title": "Ferry Act", "provisions": [{"section": "1", "title": "Title", "content": "This Act may ..."}]}

It becomes text: a line with number and heading, then the words. The structure stages read it as they read any text;
what the file says of chapters stands as headings. Nothing is law that has no words: such a file is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ctip_law.errors import InputError
from ctip_law.model import Block, Document, Repair
from ctip_law.profiles import profiles
from ctip_law.read.clean import Clean, clean
from ctip_law.read.encodings import decode
from ctip_law.read.keys import (
    CHILDREN,
    GROUP,
    HEADING,
    INSERTED,
    LAW_OF_ENTRY,
    LAW_SIGNS,
    LAW_TITLE,
    NUMBER,
    TEXT,
    plain,
)
from ctip_law.read.raw import Raw
from ctip_law.read.struck import struck_out
from ctip_law.read.text import bare_text, struck_in

#: "art12", "sec_3A", "s-5": a key of the scraper's own, whose number is what it ends with.
_OWN_KEY = re.compile(r"(?:art(?:icle)?|sec(?:tion)?|s|para|prov|reg|rule|madde|p)?[._ :-]*(\d[\w.:-]*)\Z", re.I)
#: What may stand before a number: "Article", "Art. R", "§", "第".
_BEFORE = r"\s*[\[\"“]?(?:[^\W\d_]{1,14}\.?\s*|§+\s*|第\s*){0,2}?"
#: A chapter with its number as scrapers name it ("Chapter III"), and what may end its heading: "(ss. 3-6)".
_NAMED = re.compile(r"[^\W\d_]{3,12} (?:[IVXLC]{1,7}|\d{1,3})[A-Z]?")
_CITED = r"(?:\([^\W\d_]{1,4}\.?\s?\d[^()]{0,20}\))?"
#: Deepest nesting of objects that is followed.
MAX_DEPTH = 60


@dataclass(slots=True)
class _Lines:
    """The text as it grows, with a style for some lines."""

    text: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    def add(self, words: str, style: str = "") -> None:
        for line in words.split("\n"):
            self.text.append(line.strip())
            self.styles.append(style if line.strip() else "")
            style = ""


def read(raw: Raw) -> Document:
    """The law in a scraper's file.

    Raises InputError: CT112 broken JSON, CT108 nested too deep, CT115 no provisions with words, CT116 several laws.
    """
    decoded = decode(raw)
    return document_of(_loaded(decoded.text, raw.path), decoded, raw, "JSON")


def document_of(data: Any, decoded: Clean, raw: Raw, kind: str) -> Document:
    """The law in objects and lists that were read; `kind` is what messages call the file."""
    law, items, name = _provisions(data, raw.path)
    law = law or _shared(data, raw.path, kind)
    lines = _Lines()
    title = _first(law, LAW_TITLE)
    if title:
        lines.add(f"{title}\n\n", "h1")
    _write(items, lines, 0)
    joined = "\n".join(lines.text).rstrip("\n") + "\n"
    mended = clean(joined)
    if not any(char.isalpha() for char in joined[len(title) :]):
        raise InputError("CT115", f"the {kind} has provisions and no words in them", path=raw.path)
    of = f"a scraper's JSON: the {len(items)} entries of {name!r}"
    what = f"a table: {len(items)} rows" if kind == "table" else of
    told = Repair(0, 0, "", "", f"{what} read as the law's text")
    struck = struck_out([(0, words) for words in struck_in(decoded.text)])
    if not any(map(_numbered, items)) and not _units().search(joined):
        raise InputError("CT115", f"the {kind} has headings and no provision with a number", path=raw.path)
    repairs = (*decoded.repairs, told, *struck, *_passed_over(law, name), *mended.repairs)
    blocks = _blocks(mended.text, lines.styles)
    form = "csv" if kind == "table" else "json"
    return raw.document(mended.text, blocks, format=form, meta=_meta(law), repairs=repairs)


def _numbered(entry: dict[str, Any]) -> bool:
    """Whether an entry, or one in it, has a number."""
    own = any(map(str.isnumeric, _first(entry, (*NUMBER, *HEADING))))
    return own or any(_numbered(inner) for child in _children(entry) for inner in child)


@cache
def _units() -> re.Pattern[str]:
    """A unit at the start of a line, in any language: "Article 1", "12.", "§ 5", "第一条"."""
    units = {word for profile in profiles() for words in profile.units.values() for word in words}
    around = {around.before for profile in profiles() for around in profile.around if around.before}
    words = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    before = "|".join(sorted(map(re.escape, around), key=len, reverse=True))
    bare = r"\d{1,4}\s?[.)।৷、．](?!\d)"
    return re.compile(rf"^\W*(?:(?:{words})\W{{0,3}}(?:\d|[ivxl]+\b)|(?:{before})|{bare})", re.I | re.M)


def _loaded(text: str, path: str) -> Any:
    try:
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            rows = [line for line in text.splitlines() if line.strip()]
            if len(rows) < 2 or not all(row.lstrip().startswith("{") for row in rows):
                raise
            return [json.loads(row) for row in rows]  # one object a line
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}"
        raise InputError("CT112", f"the JSON is broken or cut off ({error.msg})", path=path, place=place) from None
    except (RecursionError, ValueError):
        raise InputError("CT108", "the JSON is nested too deeply", path=path) from None


# -- which list holds the provisions -------------------------------------------------------------------------------


def _provisions(data: Any, path: str) -> tuple[dict[str, Any], list[dict[str, Any]], str]:
    """The object of the law, its provisions, and the key that they stand under. Raises CT115 and CT116."""
    found = [one for one in _lists(data, {}, "list", 0) if one[3]]
    if not found:
        held = "an object" if isinstance(data, dict) else "a list" if isinstance(data, list) else "a value"
        keys = ", ".join(list(data)[:6]) if isinstance(data, dict) else ""
        what = f"the JSON is {held}{f' with {keys}' if keys else ''} and holds no provisions with words"
        raise InputError("CT115", what, path=path)
    law, items, name, _ = max(found, key=lambda one: one[3])
    laws = [item for item in items if _is_law(item)]
    if len(laws) > 1:
        titles = "; ".join(_first(one, LAW_TITLE)[:60] for one in laws[:3])
        raise InputError("CT116", f"the JSON holds {len(laws)} laws ({titles} ...)", path=path)
    if laws and len(items) == 1:
        return _provisions(items[0], path)
    return law, items, name


def _lists(
    data: Any, owner: dict[str, Any], name: str, depth: int
) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]], str, int]]:
    """Every list of provisions: the object that holds it, its entries, its key and how many letters they have."""
    if depth > MAX_DEPTH:
        return
    if isinstance(data, dict):
        if numbered := _by_number(data):
            yield owner or data, numbered, name, _size(numbered, 0)
        if depth == 0 and (whole := _text(data)):
            yield data, [{"text": whole}], "text", len(whole)
        for key, value in data.items():
            yield from _lists(value, data if _first(data, LAW_TITLE) else owner or data, str(key), depth + 1)
    elif entries := _entries(data):
        size = _size(entries, 0)
        yield owner, entries, name, size
        if not size or any(_is_law(entry) for entry in entries):
            return
    elif isinstance(data, list):
        for value in data:
            yield from _lists(value, owner, name, depth + 1)


def _entries(value: Any) -> list[dict[str, Any]]:
    if not (isinstance(value, list) and value and all(isinstance(item, dict) for item in value)):
        return []
    return [_unwrapped(item) for item in value]


def _unwrapped(entry: dict[str, Any]) -> dict[str, Any]:
    """{"act": "...", "section": {"number": "1", "text": "..."}} is what stands in the one object that has words."""
    if any(plain(key) in TEXT for key in entry):
        return entry
    inner = [value for value in entry.values() if isinstance(value, dict) and (_text(value) or _children(value))]
    return inner[0] if len(inner) == 1 else entry


def _by_number(data: dict[str, Any]) -> list[dict[str, Any]]:
    """{"1": {...}, "2": {...}} or {"1": "words", "2": "words"} as a list."""
    if len(data) < 2 or not all(_OWN_KEY.match(str(key)) for key in data):
        return []
    entries: list[dict[str, Any]] = []
    for key, value in data.items():
        if isinstance(value, str):
            entries.append({"number": key, "text": value})
        elif isinstance(value, dict):
            entries.append({"number": key, **value})
    return entries


def _size(entries: list[dict[str, Any]], depth: int) -> int:
    """Letters of the texts of all entries and of those in them; none where most have neither number nor heading."""
    if depth > MAX_DEPTH:
        return 0
    size = named = filled = 0
    for entry in entries:
        own = len(_text(entry))
        inner = sum(_size(child, depth + 1) for child in _children(entry))
        size += own + inner
        filled += bool(own or inner)
        named += bool((own or inner) and (inner or _first(entry, (*NUMBER, *HEADING, "chunkindex", "index"))))
    return size if named * 2 >= filled and not _are_terms(entries) else 0


def _are_terms(entries: list[dict[str, Any]]) -> bool:
    """A list of definitions, references or documents beside the provisions."""
    return all("term" in entry or "definition" in entry for entry in entries)


def _is_law(entry: dict[str, Any]) -> bool:
    """An entry that is a law of its own: a title, signs of a record, and provisions in it."""
    keys = {plain(key) for key in entry}
    whole = any(_size(child, 0) for child in _children(entry))
    return whole and len(keys & LAW_SIGNS) > 0 and bool(_first(entry, LAW_TITLE)) and not _first(entry, NUMBER[:10])


def _passed_over(law: dict[str, Any], name: str) -> Iterator[Repair]:
    """Other lists of the law's object with words in them."""
    for key, value in law.items():
        entries = _entries(value)
        if entries and key != name:
            why = f"the {len(entries)} entries of {key!r} in the JSON not read as text of the law"
            yield Repair(0, 0, "", "", why, "" if _are_terms(entries) else "CT120")


def _shared(data: Any, path: str, kind: str) -> dict[str, Any]:
    """What every entry of a bare list says of its law, such as the name. Raises CT116 where that is several laws'."""
    entries = [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []
    for key in LAW_OF_ENTRY:
        numbers: dict[str, set[str]] = {}
        for entry in entries:
            numbers.setdefault(_first(entry, (key,)), set()).add(_number(entry))
        if len(numbers) == 1 and "" not in numbers:
            return {"title": next(iter(numbers))}
        if "" not in numbers and 1 < len(numbers) < len(entries) and set.intersection(*numbers.values()):
            laws = "; ".join(list(numbers)[:3])
            raise InputError("CT116", f"the {kind} holds {len(numbers)} laws ({laws} ...)", path=path)
    return {}


# -- what an entry says --------------------------------------------------------------------------------------------


def _value(entry: dict[str, Any], keys: tuple[str, ...]) -> Any:
    named = {plain(key): value for key, value in entry.items()}
    return next((named[key] for key in keys if key in named and named[key] not in (None, "", [], {})), None)


def _first(entry: dict[str, Any], keys: tuple[str, ...]) -> str:
    """The first of the keys that holds words or a number, on one line."""
    named = {plain(key): value for key, value in entry.items()}
    for key in keys:
        value = named.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return " ".join(bare_text(str(value)).split())
    return ""


def _text(entry: dict[str, Any]) -> str:
    """The words of an entry: a text, or a list of texts."""
    named = {plain(key): value for key, value in entry.items()}
    for key in TEXT:
        value = named.get(key)
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            value = "\n".join(value)
        if isinstance(value, str) and value.strip():
            return bare_text(value).strip()
    return ""


def _children(entry: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The lists of entries in an entry, also where an object stands between: {"content": {"articles": [...]}}."""
    named = {plain(key): value for key, value in entry.items()}
    held = [named.get(key) for key in dict.fromkeys((*CHILDREN, *TEXT))]
    lists = [value for one in held for value in (one.values() if isinstance(one, dict) else [one])]
    return [entries for one in lists if (entries := _entries(one))]


def _number(entry: dict[str, Any]) -> str:
    """The number as it is to be printed: "12", "§ 2", "第 1 條"; a key of the scraper's own without its prefix."""
    number = f"{_first(entry, NUMBER)} {_first(entry, INSERTED).lower()}".strip()
    own = _OWN_KEY.match(number)
    return own.group(1).rstrip(".") if own else number if any(map(str.isnumeric, number)) or len(number) < 30 else ""


def _write(entries: list[dict[str, Any]], lines: _Lines, depth: int) -> None:
    groups = [_first(entry, GROUP) if depth == 0 else "" for entry in entries]
    group = heading = ""
    for place, entry in enumerate(entries):
        if groups[place] and groups[place] != group:
            for shown in _group(entry, groups[place], group, heading):
                lines.add(f"\n{shown}\n", "h2")
        group = groups[place] or group
        ahead = groups[place + 1] if place + 1 < len(groups) else ""
        heading = _glued(_text(entry), ahead) if ahead != group else ""
        _entry(entry, lines, depth, heading)


def _glued(text: str, group: str) -> str:
    """The next chapter's heading where a scraper left it in the last line of a section: "... Part II - Ferries"."""
    name = group.partition(",")[0].strip()
    if not _NAMED.fullmatch(name):
        return ""
    words = rf"{re.escape(name)}(?!\w) ?[-–—:]? ?[^\W\d_a-z][^.;:\n]{{3,120}}{_CITED}"
    found = re.search(rf"(?<=[.;:)\]”\"]) +({words})\Z", text)
    return found.group(1) if found else ""


def _group(entry: dict[str, Any], named: str, before: str, glued: str) -> list[str]:
    """A chapter's heading; of a bare number, with the word and with its title; `glued`: as the section before ends with
    it. What holds it stands above it: "Chapter III, Part I"."""
    title = _first(entry, ("chaptertitle", "chaptername", "chapterheading"))
    inner, _, outer = named.partition(", ")
    if outer and _NAMED.fullmatch(inner) and _NAMED.fullmatch(outer):
        above = [] if before.partition(", ")[2] == outer else [outer]
        return [*above, glued or inner]
    shown = glued or (f"Chapter {named}" if re.fullmatch(r"\w{1,5}", named) else named)
    return [f"{shown} {title}" if title and title not in shown else shown]


def _entry(entry: dict[str, Any], lines: _Lines, depth: int, ends: str = "") -> None:
    number, heading, text = _number(entry), _first(entry, HEADING), _text(entry).removesuffix(ends).rstrip()
    children = _children(entry)
    if not text and children and depth < MAX_DEPTH:  # a part or chapter
        lines.add("\n" + " ".join(filter(None, (number, heading))) + "\n", "h2")
    elif not number and not heading:
        lines.add(text + "\n")
    else:
        for line, style in _head(number, heading, text):
            lines.add(line if heading else f"{line} {text}", style if not depth else "")
        lines.add((text if heading or not text.strip() or _behind(number, text) is not None else "") + "\n")
    for child in children:
        if depth < MAX_DEPTH:
            _write(child, lines, depth + 1)


def _head(number: str, heading: str, text: str) -> list[tuple[str, str]]:
    """The line before the words, unless they begin with it: number and heading."""
    if not number or not any(map(str.isnumeric, number)):
        shown = heading or number
        return [] if not shown or text.startswith(shown) else [(f"\n{shown}", "bold")]
    rest = _behind(number, heading)
    if _behind(number, text) is not None:  # the words begin with the number
        rest = (rest if rest is not None else heading).lstrip(" .:-–—°º")
        return [(f"\n{rest}", "bold")] if rest and rest.casefold() not in text[: 2 * len(rest) + 40].casefold() else []
    if rest is not None:
        return [(f"\n{heading}", "h3")]
    printed = f"{number}." if number[0].isdigit() else number
    return [(f"\n{printed} {heading}".rstrip(), "h3")]


def _behind(number: str, words: str) -> str | None:
    """What stands behind the number where `words` begin with it, a word or a sign before it or not; else None."""
    pieces = [re.escape(piece) for piece in re.findall(r"\d+|[^\W\d_]+", _western(number))]
    inside = re.compile(_BEFORE + r"[\s.°º·/-]*".join(pieces) + r"(?!\w)", re.I)
    found = inside.match(_western(words[:80]))
    return words[found.end() :] if found and pieces else None


def _western(words: str) -> str:
    """With Western digits: "১" is "1"."""
    return "".join(str(int(char)) if char.isdecimal() else char for char in words)


def _blocks(text: str, styles: list[str]) -> Iterator[Block]:
    start = 0
    every = text.split("\n")
    kept = styles if len(styles) >= len(every) - 1 else []
    for place, line in enumerate(every):
        if bare := line.strip():
            at = start + line.index(bare[0])
            yield Block(at, at + len(bare), style=kept[place] if place < len(kept) else "")
        start += len(line) + 1


def _meta(law: dict[str, Any]) -> dict[str, str]:
    """What the file says of the law."""
    force = _first(law, ("inforcedate", "effectivedate", "commencementdate"))
    return {
        "title": _first(law, LAW_TITLE)[:300],
        "language": _first(law, ("language", "lang")).lower() if len(_first(law, ("language", "lang"))) < 8 else "",
        "in_force": force if re.fullmatch(r"\d{4}-\d\d-\d\d", force) else "",
        "url": _first(law, ("url", "lawurl", "sourceurl")),
    }
