"""Which law a clause amends: "the principal Act" and "the Act" are names given or used before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ctip_law.annotate.quotations import MARK, Prose

_KIND = r"(?:Act|Code|Ordinance|Law|Enactment|Decree|Proclamation|Order|Regulations|Rules)"
_CAPITAL = r"(?:[A-Z][\w’'-]*(?:\([^()]*\))?|\([A-Z][^()]*\))"
_LINK = r"(?:,? (?:[A-Z][\w’'-]*|\([A-Z][^()]*\)|of|and|the|in|for|to|on|against))"
_NAME = re.compile(
    rf"\b(?P<name>{_CAPITAL}{_LINK}*? ?{_KIND}\b(?! \(?[A-Z])(?:,? ?(?:No\.? ?\d+ of )?(?:1[5-9]|20)\d\d)?)"
)
_ALIAS = re.compile(rf"referred to (?:in this \w+ )?as (?:the )?(?:{MARK}|(?P<bare>principal \w+|other Act))", re.I)
_MEANS = re.compile(rf"(?P<term>{MARK}) means (?=the )")
_SHORT = re.compile(r"\b(?:principal|main|parent) (?:Act|Ordinance|Code|Law|enactment|Proclamation)\b", re.I)
_THIS = re.compile(r"\b(?:section|subsection|paragraph)s? [\d(][^;]{0,40}? of this Act\b", re.I)


@dataclass(slots=True)
class Names:
    """Hears a bill from its first clause on. `principal` is the law it calls so, `last` the one named last."""

    principal: str = ""
    last: str = ""

    def hear(self, words: str, quoted: Prose) -> None:
        """Takes in the names that a clause gives."""
        alias = _ALIAS.search(words)
        if not alias:
            means = _MEANS.search(words)
            if means and "principal" in quoted.quotation(means["term"]).text.lower():
                self.principal = self._named(words[means.end() :])
            return
        called = alias["bare"] or quoted.quotation(alias.group()[-1]).text
        if name := self._named(words[: alias.start()]):
            self.last = name
            if "principal" in called.lower():
                self.principal = name

    def of(self, words: str) -> str:
        """The law that the clause amends; "this Act" is the amending act; "" if no law was ever named."""
        if _THIS.search(words):
            return "this Act"
        if _SHORT.search(words):
            return self.principal or self.last
        if name := self._named(words):
            self.last = name
        return self.last or self.principal

    def _named(self, words: str) -> str:
        """The first full name: "of the Criminal Evidence Act 1992 is amended". "The Act" alone is none."""
        for match in _NAME.finditer(re.sub(MARK, " ", words)):
            name = re.sub(
                r"^(?:The|Section|Subsection|Paragraph|In|Of|An?) (?:\S+ of the )?", "", match["name"]
            ).strip()
            if " " in name and not name.lower().startswith(("principal", "this ", "the act", "said ")):
                return name
        return ""
