"""The words of the framework and the reasons of verdicts in a language, from `templates/report/terms`: what the pages
of the site and the drafts call them.

    terms("es").of("label", "act.recruitment")           --> "Captación"
    terms("es").said("not found: Recruitment, Fraud")    --> "no se encontró: Captación, Fraude"

Reasons, and what the data says of treaties and duties, are written in English. The catalogue has the form of each
word for word, with blanks for what changes: {what} and {others} are filled with words of the framework, which are put
into the language too, and every other blank with words that stay what they are (a number, the title of a law).
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from ctip_law.corpus.kinds import kinds
from ctip_law.datafile import DataFile
from ctip_law.framework import load
from ctip_law.paths import data_folder

#: Blanks that are filled with words of the framework.
_LISTS = ("what", "others")

#: What fills other blanks: the number of a section, with the term that it defines; else anything.
_NUMBER = r"[^\s,;]*\d[^\s,;]*(?:, “[^”]*”)?"

#: How lists of such words are joined, in English and in each language.
_OR = {"es": " o ", "fr": " ou ", "id": " atau "}
_ALSO = {"fr": " ; "}


class Terms:
    """The words of one language: {"label": {id: words}, "defect": ..., "said": {English: words}}."""

    def __init__(self, language: str, own: Mapping[str, Mapping[str, str]]) -> None:
        self.language = language
        self._own = own
        self._kept: dict[str, str] = {}

    def of(self, kind: str, id: str) -> str:
        """What the language calls a thing of the framework; "" where it has no words for it. `kind`: "label" of an
        element and its "gloss"; "defect", its "why" and "fix"; what a provision "asks" for; a "kind" of general law."""
        return self._own.get(kind, {}).get(id, "")

    def said(self, english: str) -> str:
        """A reason, or what a thing of the framework is called, in the language; "" where it has no words for all of
        it."""
        if english not in self._kept:
            self._kept[english] = self._said(" ".join(english.split())) if self._own else ""
        return self._kept[english]

    def _said(self, english: str) -> str:
        if english in self._called:
            return self._called[english]
        parts = english.split("; ")
        for cut in range(len(parts), 0, -1):
            head = self._form("; ".join(parts[:cut]))
            rest = self._said("; ".join(parts[cut:])) if head and cut < len(parts) else ""
            if head and (rest or cut == len(parts)):
                return _ALSO.get(self.language, "; ").join(filter(None, (head, rest)))
        return ""

    def _form(self, english: str) -> str:
        for pattern, own in self._forms:
            if found := pattern.fullmatch(english):
                filled = found.groupdict().items()
                return own.format(**{name: self._listed(text) if name in _LISTS else text for name, text in filled})
        return ""

    def _listed(self, english: str) -> str:
        """ "Recruitment, Fraud or Threat": the words of the framework in it, and how they are joined."""
        joined = _OR.get(self.language, " or ")
        return self._any.sub(lambda found: self._called.get(found[0], joined), english)

    @cached_property
    def _called(self) -> dict[str, str]:
        """{words of the framework: what the language calls them}, in small letters at the head of a defect too."""
        return {english: own for kind, id, english in framework_words() if (own := self.of(kind, id))}

    @cached_property
    def _any(self) -> re.Pattern[str]:
        longest = sorted(self._called, key=lambda words: (-len(words), words))
        return re.compile("|".join(map(re.escape, [*longest, " or "])))

    @cached_property
    def _forms(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The forms of reasons, those that say most first."""
        forms = {**self._own.get("said", {}), **self._silences}
        ordered = sorted(forms.items(), key=lambda pair: (-len(_spoken(pair[0])), pair[0]))
        terms = "|".join(map(re.escape, sorted(self._called, key=lambda words: (-len(words), words)))) or "(?!)"
        some = rf"(?:{terms})(?:(?:, |; | or )(?:{terms}))*"
        return tuple((_pattern(english, some), own) for english, own in ordered)

    @property
    def _silences(self) -> dict[str, str]:
        """The defects of absence, which are told as what no rule was found for."""
        start = self._own.get("said", {}).get("no rule was found that {silence}", "")
        made = {}
        for id, defect in load().defects.items():
            if start and defect.silence and (own := self.of("silence", id)):
                english = f"no rule was found that {defect.silence}".replace("{missing}", "{what}")
                made[english] = start.replace("{silence}", own.replace("{missing}", "{what}"))
        return made

    @property
    def missing(self) -> tuple[str, ...]:
        """What the language has no words for: "label.act.recruitment"."""
        if not self._own:
            return ()
        needed = [(kind, id) for kind, id, _ in framework_words()]
        needed += [(kind, id) for id in load().defects for kind in ("why", "fix")]
        needed += [("silence", id) for id, defect in load().defects.items() if defect.silence]
        return tuple(f"{kind}.{id}" for kind, id in needed if not self.of(kind, id))


def framework_words() -> Iterable[tuple[str, str, str]]:
    """(kind, id, English) of everything that a reason may name."""
    for id, element in load().elements.items():
        yield "label", id, element.label
    for id, defect in load().defects.items():
        yield "defect", id, defect.label
    for id, kind in kinds().items():
        yield "kind", id, kind.name


@cache
def terms(language: str) -> Terms:
    """The words of a language, none for one without a file. Raises ConfigError CT301 for words of a thing that the
    framework does not have, and for other blanks than the English ones."""
    path = _folder() / f"{language}.toml"
    return Terms(language, _read(path) if path.is_file() else {})


def _folder() -> Path:
    return data_folder("templates") / "report" / "terms"


def _read(path: Path) -> dict[str, dict[str, str]]:
    framework = load()
    known: dict[str, Iterable[str]] = {
        "label": framework.elements, "gloss": framework.elements,
        "defect": framework.defects, "silence": framework.defects,
        "why": framework.defects, "fix": framework.defects, "kind": kinds(),
        "asks": [one.id for one in framework.provisions(list(framework.instruments))],
    }  # fmt: skip
    made: dict[str, dict[str, str]] = {}
    for section in DataFile(path).entries():
        if section.id != "said" and section.id not in known:
            raise section.error("nothing shows words of this kind")
        for field in section.fields:
            own = made.setdefault(section.id, {})[field] = section.text(field)
            if section.id == "said" and _blanks(own) != _blanks(field):
                raise section.error(f"`{field}` has other blanks than the English words", field)
            if section.id == "silence" and _blanks(own) != _blanks(framework.defects[field].silence):
                raise section.error(f"`{field}` has other blanks than the English words", field)
            if section.id != "said" and field not in known[section.id]:
                raise section.error(f"the framework has no `{field}`", field)
    return made


def _blanks(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


def _spoken(form: str) -> str:
    """What a form says whatever it is filled with."""
    return "".join(text for text, _, _, _ in string.Formatter().parse(form))


def _pattern(form: str, some: str) -> re.Pattern[str]:
    made = ""
    for text, name, _, _ in string.Formatter().parse(form):
        made += re.escape(text)
        if name:
            made += f"(?P<{name}>{some if name in _LISTS else _NUMBER if name == 'num' else '.+?'})"
    return re.compile(made, re.IGNORECASE if form.startswith("no rule was found that") else 0)
