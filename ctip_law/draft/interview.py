"""The questionnaire for a draft: the questions come from the provisions, the answers make a file of options.

It is a loop over two functions, one that shows words and one that gives the next line, so that it works the same on a
terminal, in a pipe and in a test. An answer that cannot be taken is told in one sentence and asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from ctip_law.draft.assemble import draft_clause
from ctip_law.draft.library import shipped
from ctip_law.draft.nouns import ModelProvision, Option, Variable
from ctip_law.draft.settings import Settings
from ctip_law.draft.values import filled
from ctip_law.draft.wording import names_in
from ctip_law.errors import UsageError

BACK, WHY, STOP, REST = ("back", "<"), ("why", "?"), ("stop",), ("rest",)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: `name` is what it sets, `words` the question, `choices` {id: label} or none, `default` what Enter
    takes, `given` the answer so far, which Enter keeps. `where` is the provision that it belongs to, `why` its drafting
    note, `decide` what its policy maker must decide."""

    name: str
    words: str
    default: str
    choices: Mapping[str, str]
    given: str = ""
    bounds: tuple[int, int] | None = None
    where: str = ""
    provision: str = ""
    why: tuple[str, ...] = ()
    decide: tuple[str, ...] = ()


def questions(
    settings: Settings, law: str = "", only: frozenset[str] = frozenset(), language: str = "en"
) -> Iterator[Asked]:
    """The questions in their order: tradition, level, what the whole law shares, then each provision.

    `law` is one of the library, by default the first; `only` limits it to some model provisions, those of `language`.
    The defaults are those of the tradition and the level in `settings`.
    """
    book = shipped(language)
    said, first = book.common.words, next(iter(book.common.traditions))
    law = law or next(iter(book.common.laws))
    held = book.of(law)
    provisions = [provision for provision in held.values() if not only or provision.id in only]
    tradition = settings.tradition or first
    styles = {id: style.label for id, style in book.common.traditions.items()}
    yield Asked("tradition", said["ask_tradition"], first, styles)
    yield Asked("level", said["ask_level"], "recommended", book.common.levels)
    values = filled(book, {"level": settings.level or "recommended"}, tradition)
    for name, variable in book.common.variables.items():
        if variable.law not in ("", law):
            continue
        user = next((p for p in provisions if name in _names(p)), None)
        if user is not None or name in ("country", "currency", "authority_name"):
            yield _of_variable(variable, user, language, shared=True)
    for provision in provisions:
        for option in (provision.options or {}).values():
            yield _of_option(option, provision, str(values[option.id]), language)
        for variable in (provision.variables or {}).values():
            yield _of_variable(variable, provision, language)


def _names(provision: ModelProvision) -> frozenset[str]:
    passages = (passage for top in provision.text for passage in top.walk())
    return names_in(provision.title).union(*(names_in(passage.text) for passage in passages))


def _of_variable(variable: Variable, provision: ModelProvision | None, language: str, *, shared: bool = False) -> Asked:
    bounds = (variable.min, variable.max) if variable.kind == "integer" else None
    asked = Asked(variable.id, variable.label, str(variable.default), {}, bounds=bounds)
    if provision is None:
        return asked
    about = replace(asked, provision=provision.id)
    return about if shared else _told(about, provision, language)


def _of_option(option: Option, provision: ModelProvision, default: str, language: str) -> Asked:
    choices = {choice.id: choice.label for choice in option.choices.values()}
    return _told(Asked(option.id, option.label, default, choices, provision=provision.id), provision, language)


def _told(asked: Asked, provision: ModelProvision, language: str) -> Asked:
    from ctip_law.draft.listing import title_of

    return replace(asked, where=title_of(provision, language), why=provision.note, decide=provision.questions)


@dataclass(slots=True)
class Interview:
    """One run of the questionnaire. `settings` are the answers so far; `done` says that no question is left, `left` how
    many are; `language` is that of the draft and of the questions."""

    show: Callable[[str], None]
    line: Callable[[str], str | None]
    settings: Settings
    law: str = ""
    only: frozenset[str] = frozenset()
    done: bool = False
    left: int = 0
    language: str = "en"

    @property
    def _said(self) -> Mapping[str, str]:
        return shipped(self.language).common.words

    def run(self, keep: Callable[[Settings], None]) -> Settings:
        """Asks what is not answered yet; `keep` gets the answers after each one. Ends at the last question, at `stop`
        and where no line is left."""
        self.show(self._said["ask_help"])
        at, shown = self._first_open(), ""
        while True:
            asked = self._questions()
            if at >= len(asked):
                self.done, self.left = True, 0
                return self.settings
            one = asked[at]
            if one.where and one.where != shown:
                self._introduce(one)
            shown = one.where
            answer = self.line(_prompt(one, at + 1, len(asked), self._said))
            self.left = len(asked) - at
            word = (answer or "").strip()
            if answer is None or word.casefold() in STOP:
                return self.settings
            if word.casefold() in REST:
                self.done = True
                return self.settings
            if word.casefold() in WHY:
                self.show("\n".join(one.why) or self._said["ask_no_note"])
            elif word.casefold() in BACK:
                at = max(at - 1, 0)
            elif self._take(one, word):
                keep(self.settings)
                at += 1

    def _questions(self) -> list[Asked]:
        held = {**self.settings.values, "tradition": self.settings.tradition, "level": self.settings.level}
        asked = questions(self.settings, self.law, self.only, self.language)
        return [replace(one, given=str(held.get(one.name, ""))) for one in asked]

    def _first_open(self) -> int:
        """The first question without an answer: a call that is made again goes on there."""
        given = self._given()
        asked = self._questions()
        return next((at for at, one in enumerate(asked) if one.name not in given), len(asked))

    def _given(self) -> set[str]:
        front = {"tradition": self.settings.tradition, "level": self.settings.level}
        return {*self.settings.values, *(name for name, value in front.items() if value)}

    def _introduce(self, one: Asked) -> None:
        self.show(f"\n{one.where}")
        for question in one.decide:
            self.show("  " + self._said["ask_decide"].format(question=question))

    def _take(self, one: Asked, word: str) -> bool:
        """Takes an answer; says why where it cannot be taken."""
        try:
            value = _value(one, word)
            made = self._with(one.name, value)
            self._check(one, made)
        except UsageError as error:
            self.show(f"{error.message}. {error.remedy}")
            return False
        self.settings = made
        return True

    def _with(self, name: str, value: str) -> Settings:
        if name == "tradition":
            return replace(self.settings, tradition=value)
        if name == "level":
            return replace(self.settings, level=value)
        variable = shipped().variable(name)
        typed: str | int = value
        if variable is not None and variable.kind == "integer" and value.strip().isdecimal():
            typed = int(value)
        return replace(self.settings, values={**self.settings.values, name: typed})

    def _check(self, one: Asked, made: Settings) -> None:
        """Raises UsageError CT004 where the answers do not go together: a clause is drafted with them."""
        book = shipped(self.language)
        style = made.tradition or next(iter(book.common.traditions))
        filled(book, made.variables, style)
        if one.provision:
            draft_clause(one.provision, variables=made.variables, tradition=style, language=self.language)


def _value(one: Asked, word: str) -> str:
    """What an answer says. Raises UsageError CT004 for one that is no choice."""
    if not word:
        return one.given or one.default
    if word.startswith("="):
        return word[1:]
    if not one.choices:
        return word
    ids = list(one.choices)
    if word.isdecimal() and 1 <= int(word) <= len(ids):
        return ids[int(word) - 1]
    if word.casefold() in ids:
        return word.casefold()
    remedy = f"Give a number from 1 to {len(ids)}, or {', '.join(ids)}."
    raise UsageError("CT004", f'"{word}" is none of the choices', remedy=remedy)


def _prompt(one: Asked, number: int, count: int, said: Mapping[str, str]) -> str:
    lines = [f"[{number}/{count}] {one.words}"]
    for at, (id, label) in enumerate(one.choices.items(), 1):
        mark = said["ask_is_yours"] if id == one.given else said["ask_is_default"] if id == one.default else ""
        lines.append(f"  {at}. {label}" + (f" ({mark})" if mark else ""))
    if not one.choices:
        least, most = one.bounds or ("", "")
        within = ", " + said["ask_within"].format(least=least, most=most) if one.bounds else ""
        held = said["ask_yours" if one.given else "ask_default"].format(value=one.given or one.default)
        lines.append(f"  {held}{within}")
    return "\n".join([*lines, "> "])
