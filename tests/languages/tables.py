"""What the tables of clauses in other languages share: a frame law, and how a row is checked."""

from __future__ import annotations

from dataclasses import dataclass

from ctip_law import parse
from ctip_law.languages import languages, load
from ctip_law.match import match
from ctip_law.model import ElementFinding, Law


@dataclass(frozen=True)
class Frame:
    """A short law of our own in one language: its articles on trafficking, how an article begins, and its number."""

    language: str
    articles: str
    label: str

    def law(self, clause: str, heading: str = "") -> Law:
        """The frame with one more article, numbered 9."""
        opening = f"{self.label} 9. {heading}." if heading else f"{self.label} 9."
        return parse("-", stdin=f"{self.articles}\n\n{opening} {clause}\n".encode())

    def find(self, element: str, clause: str, heading: str = "") -> ElementFinding:
        """What is found on an element in article 9 alone: the finding, "absent" where its evidence is elsewhere."""
        law = self.law(clause, heading)
        assert law.language == self.language
        finding = match([law]).elements[element]
        if finding.status != "absent" and all(e.num != "9" for e in finding.evidence):
            return ElementFinding(element, "absent", 0.8)
        return finding


#: Concepts that the roles of places and the findings from structure rest on (match/roles.py, derived.py, flaws.py).
GROUND = (
    "core.trafficking", "core.act", "core.means", "core.purpose", "core.exploitation", "core.offence", "core.amends",
    "child", "consent", "consent-irrelevant", "organised-group", "movement-only", "abroad", "woman", "women-children",
    "any-person", "smuggling", "negation", "saving", "regulations", "offender-subject", "body-composition",
    "this-section-only", "adult-only", "commits-trafficking",
)  # fmt: skip


def unfilled(language: str) -> list[str]:
    """Concepts of the ground that a language has no wordings for."""
    own = load(language).concepts
    return [name for name in GROUND if name not in own]


def unsaid(language: str) -> list[str]:
    """Concepts of any language for which this one has no wordings and does not say so."""
    own = load(language)
    every = {name for other in languages() for name in load(other).concepts}
    return sorted(name for name in every if name not in own.concepts and name not in own.none)
