"""What a law is made for: to amend another one, to carry one out, or to stand by itself; and what of it is repealed.

An amending act is judged for what it puts into another law, so whoever reads a finding must know which law that is.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ctip_law.annotate.grammar import Grammar, grammar
from ctip_law.annotate.repeals import named_repealed
from ctip_law.annotate.view import fold, view
from ctip_law.model import Law, Manner

_OPENING = 3000  # characters before the first section that are read for what the law is made for
_HEAD = 260  # characters of a section within which it says that it amends
_SHARE = 0.65  # least share of the sections that amend in an amending act ...
_TITLED = 0.5  # ... and where the title says it
_NAME = 160  # most characters of a law's name

#: What ends the name of a law in a title: ", which", " (minimum sentence)", " and to make".
_END = re.compile(
    r"\s*(?:[,;:.]|\((?![A-ZÀ-Þ][^()]{1,60}\) [A-ZÀ-Þ])|\s[-–—]\s"
    r"|\s(?:and|y|et|dan|with|to|by|para|pour)\s(?=[a-zà-ÿ])|$)"
)


def manner(law: Law) -> Manner:
    """What the law is made for. A law in a language without a grammar stands by itself. Linear in its length."""
    words = grammar(law.language)
    if words is None:
        return Manner("amending" if law.kind == "amending" else "")
    repealed = named_repealed(law, words)
    if _amends(law, words):
        return Manner("amending", _amended(law, words), repealed)
    if law.kind == "regulation" or _search(words, "regulation", _title(law)):
        return Manner("regulation", _named_after(words, "under", _titles(law, words)) or _cited(law), repealed)
    return Manner("", "", repealed)


def _title(law: Law) -> str:
    return " ".join(html.unescape(law.title).split())


def _titles(law: Law, words: Grammar) -> Iterator[str]:
    """Where a law says what it is made for: its title, then what stands before its first section."""
    yield _title(law)
    first = min((section.start for section in law.sections()), default=len(law.text))
    if first == 0:  # a short text whose title counts to its first section: up to the line with a section's number
        units = words.any("references.section")
        label = re.search(rf"\n\W*(?:{units} ?)?\d", fold(law.text[:_OPENING]))
        first = label.start() if label else 0
    yield " ".join(law.text[max(0, first - _OPENING) : first].split())


def _search(words: Grammar, name: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<![a-z]){words.any(f'manner.{name}')}", fold(text))


def _amends(law: Law, words: Grammar) -> bool:
    if law.kind == "amending" or any(_search(words, "anew", text) for text in _titles(law, words)):
        return True
    sections = law.sections()
    masked = sorted((left.start, left.end) for left in law.leftovers)
    heads = (view(law.text, s.start, min(s.end, s.start + _HEAD), masked).plain for s in sections)
    order = re.compile(rf"(?<![a-z]){words.any('manner.order')}", re.M)
    share = sum(order.search(_unnumbered(head)) is not None for head in heads) / max(1, len(sections))
    titled = any(_search(words, name, text) for text in _titles(law, words) for name in ("amends", "within"))
    return share >= (_TITLED if titled else _SHARE)


def _unnumbered(head: str) -> str:
    """A section without its number, so that what it begins with is its heading or its first words."""
    return re.sub(r"^\W*(?:[a-z]+\.? ?)?\d[\w.-]*\W*", "", head)


def _amended(law: Law, words: Grammar) -> str:
    """The name of the law that is amended, as the text gives it."""
    from ctip_law.annotate.amendments import amendments  # nine modules that few laws need

    title = _title(law)
    called = amendments(law).act
    if called:
        return called
    if name := _named_after(words, "amends", _titles(law, words)):
        return name
    within = _search(words, "within", title)
    if within:
        before, after = title[: within.start()].rstrip(), title[within.end() :].lstrip()
        name = " ".join(re.split(r"\s[-–—]\s|: ", f"{before} {after}")[-1].split())
        return re.sub(
            r"(?i)\bbill\b", "Act", re.sub(r"[,\s]*(?:\(passed\))?[,\s]*(?:\b\d{4}\b)?$", "", name, flags=re.I)
        )
    return _cited(law)


def _named_after(words: Grammar, name: str, texts: Iterable[str]) -> str:
    """What follows the words of a field in the first text that has them, up to the end of the name."""
    for text in texts:
        found = _search(words, name, text)
        if found is None:
            continue
        rest = text[found.end() : found.end() + _NAME].lstrip()
        number = re.match(r"(?:[^\W\d]+ )?(?:N[°ºo.]*\s*)?\d[\w/.-]*(?: (?:de|of|tahun) \d{4})?", rest)
        end = _END.search(rest, number.end() if number else 1)
        named = rest[: end.start()].strip(" '\"«»“”") if end else ""
        if len(named) > 3 and not named[0].islower():
            return named
    return ""


def _cited(law: Law) -> str:
    """The other law that is named most often, the first of them."""
    named = (one.target for one in law.references if one.kind == "act" and " " in one.target)
    names = Counter(name for name in named if fold(name) not in fold(_title(law)))
    return names.most_common(1)[0][0] if names else ""
