"""Wordings per language and rules for all of them, as data that a lawyer can correct.

`<lang>/concepts-*.toml`: a concept is a list of wordings for one idea.

    victim = ["victim", "trafficked person", "person who has been trafficked"]

`rules/*.toml`, the same for every language: a rule says which concepts must meet, and where, for an element of the
framework to be there.

    [[rule]]
    id = "privacy.not-published"
    element = "protection.privacy"
    scope = "subsection"                      # sentence, item, subsection (default), section
    all = [["@identity"], ["@not-disclosed"], ["@victim", "child"]]
    none = ["@informer"]

A member of a rule's list is a concept ("@victim") or an English wording; a language gives its own words for such a
wording in `<lang>/words-*.toml` (`child = ["niño", "niña"]`), and has none where it says nothing. `all` is a list of
groups, of each of which one member must occur.

Languages that share words share them in a folder of their own: `<lang>/base.toml` names it (`base = "_malayic"`), and
what the language says for a concept is added to what the base says.

Wordings are compared word by word on stems (Snowball), without regard to case, punctuation or line breaks; `=word`
asks for the very form, `...` allows up to four words between, `a|b` are alternatives.
"""

from __future__ import annotations

import hashlib
import itertools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ctip_law.errors import DataError

FOLDER = Path(__file__).resolve().parent
_RULES_ARE_IN = "en"
SCOPES = ("sentence", "item", "subsection", "section")
_RULE_KEYS = {
    "id", "element", "scope", "all", "none", "heading", "not_heading", "within", "inside", "outside",
    "weak", "weak_if", "weight", "anchor", "prefer", "met", "anywhere",
    "positive",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a law provides an element; see the module's docstring for the fields.

    `within`: most words between the anchor and each other group, 0 for no limit. `inside`/`outside`: roles of the place
    ("core", "offence", "definition", see `match.roles`). `weak`: the reason why the finding is weak at best;
    `weak_if`: (members, reason). `weight` orders evidence, higher first. `anchor`: index of the group to quote.
    `prefer`: members that make a section the one to cite when they stand in its heading.
    `met`: the laws that the rule was made from, where it was made from few.
    `anywhere`: a saving clause, or a section that amends another Act, is good evidence. `positive`: not when negated.
    """

    id: str
    element: str
    all: tuple[tuple[str, ...], ...]
    scope: str = "subsection"
    none: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    not_heading: tuple[str, ...] = ()
    within: int = 0
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    weak: str = ""
    weak_if: tuple[tuple[str, ...], str] | None = None
    weight: float = 1.0
    anchor: int = 0
    prefer: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    anywhere: bool = False
    positive: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All wordings and rules of one language. `version` is a short hash of the data."""

    language: str
    version: str
    concepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    def wordings(self) -> dict[str, tuple[str, ...]]:
        """Every concept with its wordings, `@` members resolved; literal members of rules are concepts of their own."""
        out = {name: tuple(_flatten(self.concepts, name, ())) for name in self.concepts}
        if self.language == _RULES_ARE_IN:
            for rule in self.rules:
                for member in members(rule):
                    if not member.startswith("@"):
                        out.setdefault(member, (member,))
        return out


def expand(wording: str) -> list[str]:
    """`a|b c` to `a c` and `b c`."""
    choices = [word.split("|") for word in wording.split()]
    return [" ".join(choice) for choice in itertools.product(*choices)]


def members(rule: Rule) -> Iterable[str]:
    """Every member that a rule's lists name, in order."""
    extra = rule.weak_if[0] if rule.weak_if else ()
    return itertools.chain(*rule.all, rule.none, rule.heading, rule.not_heading, rule.prefer, extra)


def _flatten(concepts: Mapping[str, tuple[str, ...]], name: str, seen: tuple[str, ...]) -> Iterable[str]:
    for member in concepts[name]:
        if not member.startswith("@"):
            yield member
        elif member[1:] not in seen:
            yield from _flatten(concepts, member[1:], (*seen, name))


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, sorted."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob("[!_]*/concepts-core.toml")))


def kin(language: str) -> tuple[str, ...]:
    """The languages that share a base with one, itself first: a word met in a law of one is met for all."""
    base = _sources(FOLDER / language)[0]
    others = (name for name in languages() if name != language and _sources(FOLDER / name)[0] == base)
    return (language, *others)


@lru_cache(maxsize=8)
def load(language: str) -> Lexicon:
    """The lexicon of a language. DataError CT301 with file and line when its data is wrong."""
    folder = FOLDER / language
    digest = hashlib.sha256()
    concepts: dict[str, tuple[str, ...]] = {}
    rules: list[Rule] = []
    for source in _sources(folder):
        for name, words in _concepts(source, digest).items():
            concepts[name] = tuple(dict.fromkeys((*concepts.get(name, ()), *words)))
    for path in sorted((FOLDER / "rules").glob("*.toml")):
        raw = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + raw)
        rules += [_rule(path, raw, entry) for entry in _parse(path, raw).get("rule", [])]
    _check_names(folder, concepts, rules)
    return Lexicon(language, digest.hexdigest()[:12], concepts, tuple(rules))


def _sources(folder: Path) -> tuple[Path, ...]:
    """The folders to read for a language: the base that it shares with others, if it names one, and its own."""
    path = folder / "base.toml"
    if not path.exists():
        return (folder,)
    raw = path.read_bytes()
    base = _parse(path, raw).get("base")
    if not isinstance(base, str) or not (FOLDER / base / "concepts-core.toml").is_file():
        raise _bad(path, raw, "base", f"`base` names no folder with a lexicon: {base!r}")
    return FOLDER / base, folder


def _concepts(folder: Path, digest: hashlib._Hash) -> dict[str, list[str]]:
    """The concepts and words of one folder, each once."""
    concepts: dict[str, list[str]] = {}
    for path in sorted([*folder.glob("concepts-*.toml"), *folder.glob("words-*.toml")]):
        raw = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + raw)
        for name, words in _parse(path, raw).items():
            if name in concepts or not _is_words(words):
                raise _bad(path, raw, name, f"concept {name!r} is no list of wordings, or stands twice")
            concepts[name] = words
    return concepts


def _parse(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError("CT301", f"no valid TOML: {error}", path=str(path)) from error


def _is_words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, str) and v.strip() for v in value)


def _bad(path: Path, raw: bytes, needle: str, message: str) -> DataError:
    line = next((n for n, row in enumerate(raw.decode("utf-8").splitlines(), 1) if needle in row), 1)
    return DataError("CT301", message, path=str(path), place=str(line))


def _rule(path: Path, raw: bytes, entry: dict[str, Any]) -> Rule:
    name = str(entry.get("id", ""))
    unknown = set(entry) - _RULE_KEYS
    if unknown or not name or not entry.get("element") or not entry.get("all"):
        raise _bad(path, raw, name or "[[rule]]", f"rule {name!r}: needs id, element, all; unknown: {sorted(unknown)}")
    groups = entry["all"]
    if not all(_is_words(group) for group in groups) or entry.get("scope", "subsection") not in SCOPES:
        raise _bad(path, raw, name, f"rule {name!r}: `all` is a list of lists of wordings, `scope` one of {SCOPES}")
    weak_if = entry.get("weak_if")
    if weak_if is not None and not (isinstance(weak_if, list) and len(weak_if) == 2 and _is_words(weak_if[0])):
        raise _bad(path, raw, name, f"rule {name!r}: `weak_if` is [[members], reason]")
    return Rule(
        id=name,
        element=entry["element"],
        all=tuple(tuple(group) for group in groups),
        scope=entry.get("scope", "subsection"),
        none=tuple(entry.get("none", ())),
        heading=tuple(entry.get("heading", ())),
        not_heading=tuple(entry.get("not_heading", ())),
        within=int(entry.get("within", 0)),
        inside=_roles(entry.get("inside", ())),
        outside=_roles(entry.get("outside", ())),
        weak=entry.get("weak", ""),
        weak_if=(tuple(weak_if[0]), str(weak_if[1])) if weak_if else None,
        weight=float(entry.get("weight", 1.0)),
        anchor=int(entry.get("anchor", 0)),
        prefer=tuple(entry.get("prefer", ())),
        met=tuple(entry.get("met", ())),
        anywhere=bool(entry.get("anywhere", False)),
        positive=bool(entry.get("positive", False)),
    )


def _roles(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _check_names(folder: Path, concepts: Mapping[str, tuple[str, ...]], rules: list[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise DataError("CT301", f"rule {rule.id!r} stands twice", path=str(folder))
        seen.add(rule.id)
    for name, words in concepts.items():
        for member in words:
            if member.startswith("@") and member[1:] not in concepts:
                raise DataError("CT301", f"concept {name!r} names the unknown concept {member}", path=str(folder))


def names(rules: Iterable[Rule]) -> dict[str, str]:
    """Every concept and wording that the rules name, with the first rule that does: what a language has to fill."""
    out: dict[str, str] = {}
    for rule in rules:
        for member in members(rule):
            out.setdefault(member, rule.id)
    return out


def gaps(language: str) -> list[str]:
    """The names that rules use and a language says nothing for, in the order of the rules."""
    lexicon = load(language)
    known = {f"@{name}" for name in lexicon.concepts} | (set() if language == _RULES_ARE_IN else set(lexicon.concepts))
    return [n for n in names(lexicon.rules) if n not in known and (language != _RULES_ARE_IN or n.startswith("@"))]
