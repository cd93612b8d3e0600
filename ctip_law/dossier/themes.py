"""The findings told by theme, the definitions beside what the instruments ask, and what is known of the country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, normalize

from ctip_law.corpus.kinds import kinds as kinds_of_law
from ctip_law.corpus.kinds import may_stand_in
from ctip_law.dossier.quote import Quoter
from ctip_law.framework import load
from ctip_law.framework.state_facts import UNCHECKED, Statute, state
from ctip_law.model import Report
from ctip_law.report.document import Finding, Meaning, Theme
from ctip_law.report.naming import cited, cited_together, lower, sections
from ctip_law.report.words import SUBJECT

#: status as people are shown it -> how the sentence on the duties that have it begins.
_SENTENCES = {
    "met": "Answered in full",
    "elsewhere": "Answered by another of the laws read",
    "divergence": "Answered in another way",
    "partial": "Answered in part",
    "gap": "No provision found",
    "not_in_legislation": "Not found in legislation, so that a measure has to be looked for",
    "unclear": "To be read by a lawyer",
    "not_assessed": "Not judged, for the reasons that the matrix gives",
}
#: What is defined, and the elements by which a definition is told.
_DEFINED = (
    ("Acts of trafficking", "act.", "act.recruitment"),
    ("Means of trafficking", "means.", "means.threat"),
    ("Exploitation", "purpose.", "means.threat"),
    ("Child", "child.under18", "child.under18"),
    ("Smuggling of migrants", "smuggling.", "smuggling.procurement"),
)
#: Roles of statutes that are no longer law, and what of a title only cites parts.
_PAST = re.compile(r"\b(?:repealed|replaced)\b")
_PARTS = re.compile(r", (?:arts?|ss?|title|chapter|Part|Division|Schedule)\b| \(")
_MOST = 0.7
_QUOTED = 900  # characters of the law beside one definition


def themes(rows: Sequence[Finding], quoter: Quoter) -> Iterator[Theme]:
    """A theme for each subject that the instruments applied have duties on: the standard first, then what was found."""
    framework = load()
    order = {one.id: n for n, one in enumerate(framework.provisions())}
    sorted_rows = sorted(rows, key=lambda row: order[row.key])
    for subject, heading in SUBJECT.items():
        own = [row for row in sorted_rows if framework.provision(row.key).cluster == subject]
        if not own:
            continue
        standard = f"What is asked: {'; '.join(cited_together(row.key for row in own))}."
        told = []
        for status, begins in _SENTENCES.items():
            having = [row for row in own if row.status == status]
            if having:
                told.append(quoter.called(f"{begins}: {'; '.join(_titles(having))}."))
        yield Theme(heading, standard, tuple(told))


def _titles(rows: Iterable[Finding]) -> Iterator[str]:
    """Each duty once, with where it is answered; duties of several instruments have one title."""
    made: dict[str, str] = {}
    for row in rows:
        place = f" ({sections(row.sections)})" if row.sections else ""
        made.setdefault(lower(row.title), place)
    yield from (f"{title}{place}" for title, place in made.items())


def meanings(report: Report, quoter: Quoter) -> Iterator[Meaning]:
    """The definitions of the instruments applied beside those of the laws read."""
    elements = load().elements
    asked = {one.id: load().provision(one.id).asked for one in report.provisions}
    for term, prefix, sign in _DEFINED:
        id = next((id for id, own in asked.items() if sign in own and _defines(id, prefix)), "")
        if not id:
            continue
        own = [one for one in asked[id] if one.startswith(prefix)]
        found = [report.ledger.elements[one] for one in own]
        evidence = [one.evidence[0] for one in found if one.status in ("present", "weak") and one.evidence]
        passages, rest = quoter.passages(evidence, _QUOTED)
        lacking = tuple(elements[one.id].label for one in found if one.status == "absent")
        labels = tuple(elements[one].label for one in own)
        if not passages and not lacking:  # a language in which nothing was looked for
            continue
        yield Meaning(term, cited(id), labels, passages, f"Also {', '.join(rest)}." if rest else "", lacking)


def _defines(id: str, prefix: str) -> bool:
    """Whether a provision is the one that defines: for acts, means and purposes that which has all three."""
    asked = load().provision(id).asked
    whole = {one.partition(".")[0] for one in asked} >= {"act", "means", "purpose"}
    return whole if prefix in ("act.", "means.", "purpose.") else not whole


def context(report: Report) -> Iterator[tuple[str, str]]:
    """(label, value) of what is known of the country, and of the kinds of law that were not read."""
    known = state(report.country) if report.country else None
    if known is None:
        return
    if known.legal_family:
        yield "Legal family", _sure(known.legal_family.replace("_", " "), known.sources.get("legal_family", UNCHECKED))
    unread = statutes_not_read(report)
    for one in known.statutes:
        title = one.title_en or one.title
        also = "; not among the titles read" if one in unread else ""
        year = str(one.year or "")
        facts = ", ".join(filter(None, [one.number, "" if year in one.number or year in title else year]))
        yield "Principal statute", _sure(f"{title}{f' ({facts})' if facts else ''}, {one.role}", one.source) + also
    wanting = dict.fromkeys(id for ids in may_stand_in(report.ledger.laws).values() for id in ids)
    if wanting:
        names = "; ".join(kinds_of_law()[id].name for id in wanting)
        yield "Kinds of law not read", f"{names}. What may stand in them and was not found was not judged."


def not_read(report: Report) -> str:
    """The sentence on the country's principal statutes that were not read; "" where all were, or none is known."""
    titles = [one.title_en or one.title for one in statutes_not_read(report)]
    if not titles:
        return ""
    rest = "by their titles" if len(titles) > 1 else "by its title"
    return f"Not among the laws read, {rest}: {'; '.join(titles)}. What was not found may stand there."


def statutes_not_read(report: Report) -> tuple[Statute, ...]:
    """The principal statutes in force that no title of the laws read names."""
    known = state(report.country) if report.country else None
    read = [_words(law.title) for law in report.ledger.laws]
    return tuple(
        one
        for one in (known.statutes if known else ())
        if not _PAST.search(one.role) and not any(_alike(one, title) for title in read)
    )


def _alike(one: Statute, title: frozenset[str]) -> bool:
    """Whether most words of the shorter of two titles stand in the other, numbers of articles left out."""
    own = [_words(_PARTS.split(words)[0]) for words in (one.title, one.title_en) if words]
    return any(len(words & title) >= _MOST * min(len(words), len(title)) for words in own if words and title)


def _words(title: str) -> frozenset[str]:
    """What tells a title from others: the beginnings of its longer words, and its year, without accents."""
    plain = "".join(sign for sign in normalize("NFKD", title.casefold()) if not combining(sign))
    return frozenset(word[:6] for word in re.findall(r"\w+", plain) if len(word) > 3 or not word.isascii())


def _sure(words: str, source: str) -> str:
    return f"{words} (not checked against a source)" if source == UNCHECKED else words
