"""Which law a clause amends: "the principal Act" and "the Act" are names given or used before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ctip_law.annotate.drafting import Drafting
from ctip_law.annotate.quotations import MARK, Prose

#: What `Names.of` gives for the amending act itself.
ITSELF = "this Act"


@dataclass(slots=True)
class Names:
    """Hears a bill from its first clause on. `principal` is the law it calls so, `last` the one named last."""

    how: Drafting
    principal: str = ""
    last: str = ""

    def hear(self, words: str, quoted: Prose) -> None:
        """Takes in the names that a clause gives."""
        alias = self.how["acts.alias"].search(words)
        if not alias:
            means = self.how["acts.means"].search(words)
            if means and self._is_principal(quoted.quotation(means["term"]).text):
                self.principal = self._named(words[means.end() :])
            return
        called = alias["bare"] or quoted.quotation(alias.group()[-1]).text
        if name := self._named(words[: alias.start()]):
            self.last = name
            if self._is_principal(called):
                self.principal = name

    def of(self, words: str) -> str:
        """The law that the clause amends; ITSELF is the amending act; "" if no law was ever named."""
        if self.how["acts.itself"].search(words):
            return ITSELF
        if self.how["acts.short"].search(words):
            return self.principal or self.last
        if name := self._named(words):
            self.last = name
        return self.last or self.principal

    def _named(self, words: str) -> str:
        """The first full name: "of the Criminal Evidence Act 1992 is amended". "The Act" alone is none."""
        for match in self.how["acts.name"].finditer(re.sub(MARK, " ", words)):
            name = self.how["acts.before"].sub("", match["name"]).strip()
            if " " in name and not name.lower().startswith(self.how.words["acts.no_name"]):
                return name
        return ""

    def _is_principal(self, called: str) -> bool:
        return any(word in called.lower() for word in self.how.words["acts.principal"])
