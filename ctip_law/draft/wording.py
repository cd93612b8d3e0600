"""From a text with placeholders to the words of a draft: a sandboxed Jinja environment and what texts may use.

{{ ref('offence') }}             section 7, or section [Offence of trafficking ...] where it is not in the draft
{{ ref('offence', 'main') }}     section 7(1), or article 7, paragraph 1
{{ here('acts') }}, {{ Here() }} subsection (2) of the same section; with a capital at the start of a sentence
{{ prison(max_years) }}          imprisonment for a term ..., worded as the tradition does; {{ fine(carrier_fine) }}
{{ must }}, {{ liable }} ...     the tradition's phrases; {{ law }}, {{ unit }}, {{ title }}, {{ country }}
{{ crime }}, {{ core_offence }}  what the law that is drafted is about; {{ protected }} whom it protects
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment

from ctip_law.draft.nouns import Statute, Style
from ctip_law.errors import DataError, UsageError


@cache
def _environment() -> SandboxedEnvironment:
    """Plain text: HTML is escaped later, by the template that writes it."""
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


@cache
def _compiled(text: str) -> Template:
    """Ready to be rendered: each text of the library is rendered again in every draft, a title in all of them."""
    return _environment().from_string(text)


@cache
def _parsed(text: str) -> nodes.Template:
    return _environment().parse(text)


def check_template(text: str, names: set[str] | frozenset[str]) -> str:
    """What is wrong with the placeholders of a text, or ""."""
    try:
        used = names_in(text)
    except TemplateError as error:
        return f"not a valid template: {error}"
    unknown = sorted(used - names)
    return f"nothing is called {', '.join(f'`{name}`' for name in unknown)}" if unknown else ""


@cache
def names_in(text: str) -> frozenset[str]:
    """The variables, options and phrases that a text names."""
    return frozenset(meta.find_undeclared_variables(_parsed(text)))


def calls_in(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The calls of a text with the words they are given: ("ref", ("offence", "main")), ("here", ("acts",))."""
    for call in _parsed(text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            yield call.node.name, tuple(str(arg.value) for arg in call.args if isinstance(arg, nodes.Const))


def filled_in(text: str, values: Mapping[str, str | int]) -> str:
    """A text with values in its placeholders, and nothing else of a draft."""
    return " ".join(_compiled(text).render(values).split())


#: The blank that stands before some marks in French, where no line may end.
_BEFORE = re.compile(r" (?=[;:?!»])|(?<=«) ")


class Wording:
    """Renders the texts of one draft.

    `sections` is {model provision: number} of the provisions in the draft, `titles` {model provision: title} of all,
    `labels` {model provision: {label: number as printed}} of their labelled subsections, `standing` {model provision:
    "section 4"} of those that the law to be amended has in words of its own.
    """

    def __init__(
        self,
        style: Style,
        statute: Statute,
        values: Mapping[str, str | int],
        sections: Mapping[str, str],
        titles: Mapping[str, str],
        labels: Mapping[str, Mapping[str, str]],
        standing: Mapping[str, str] | None = None,
    ) -> None:
        self.style = style
        self.sections = sections
        self.titles = titles
        self.labels = labels
        self.standing = standing or {}
        self.country = country = str(values["country"])
        self._names: dict[str, Any] = {
            **values,
            **{name: words for name, words in style.phrases.items() if "{" not in words},
            **statute.words,
            "statute": statute.id,
            "law": style.law,
            "unit": style.unit,
            "country": country,
            "Country": country[:1].upper() + country[1:],
            "ref": self.ref,
            "prison": self.prison,
            "fine": self.fine,
        }

    def render(self, text: str, provision: str = "", *, path: str = "", line: int = 0) -> str:
        """The words of `text` in the section drafted from `provision`. Raises DataError CT401 at path and line."""
        if "{" not in text:
            return self.quoted(" ".join(text.split()))  # most titles have nothing to fill in, and a template takes time

        def here(label: str) -> str:
            return self.here(provision, label)

        def sentence_start(label: str) -> str:
            return _capital(self.here(provision, label))

        try:
            words = _compiled(text).render(self._names, here=here, Here=sentence_start)
        except (TemplateError, KeyError, TypeError) as error:
            place = str(line) if line else ""
            raise DataError("CT401", f"{provision or 'text'}: {error}", path=path, place=place) from None
        return self.quoted(self._contracted(" ".join(words.split())))

    def _contracted(self, words: str) -> str:
        """Words with the article of the country in one with what stands before it: "du Royaume", not "de le"."""
        for two, one in self.style.contract.items():
            before, _, article = two.rpartition(" ")
            if self.country.startswith(f"{article} "):
                said = f"{one} {self.country.removeprefix(f'{article} ')}".replace("\\", r"\\")
                words = re.sub(rf"\b{before} {re.escape(self.country)}", said, words)
        return words

    def quoted(self, words: str) -> str:
        """Words with the quotation marks of the language: a text of the library has those of English."""
        first, last = self.style.marks
        words = words.replace("“", first).replace("”", last)
        return _BEFORE.sub("\u00a0", words) if self.style.pause[:1].isspace() else words

    def here(self, provision: str, label: str) -> str:
        """A subsection of the same section: "subsection (2)", "paragraph 2"; the whole where it has one only."""
        num = self.labels[provision][label]
        return self.style.here[0].format(n=_bare(num)) if num else f"this {self.style.unit}"

    def ref(self, provision: str, label: str = "") -> str:
        """Another section, or a subsection of it. Of one that the draft does not hold: where the law has it, else its
        title in brackets.
        """
        title = self.titles[provision]
        if provision not in self.sections and provision in self.standing:
            return self.standing[provision]
        if provision not in self.sections:
            return self.style.reference.format(n=f"[{title}]")
        unit = self.style.reference.format(n=self.sections[provision])
        num = self.labels[provision][label] if label else ""
        return self.style.inside.format(unit=unit, n=_bare(num)) if num else unit

    def prison(self, max_years: int, min_years: int = 0) -> str:
        """A term of imprisonment in years. Raises UsageError CT004 for a shortest term that is not shorter."""
        if min_years >= max_years:
            message = f"the shortest term is {min_years} years and the longest {max_years}"
            raise UsageError("CT004", message, remedy="Give a longest term above the shortest.")
        phrase = self.style.phrases["prison_range" if min_years else "prison"]
        grave = max_years > int(self._names["grave_prison_over"])  # French law has another penalty above ten years
        word = self._names["grave_prison_word" if grave else "prison_word"]
        return phrase.format(word=word, min=min_years, max=max_years)

    def fine(self, amount: str) -> str:
        """A fine with its largest amount, in the currency of the draft."""
        return self.style.phrases["fine"].format(currency=self._names["currency"], amount=amount)


def _bare(num: str) -> str:
    """A printed number as it is cited: 2 of "2." and of "2)", (2) of "(2)"."""
    bare = num.rstrip(".")
    return bare if "(" in bare else bare.rstrip(")")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
