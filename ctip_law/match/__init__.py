"""Laws to a ledger: for every element of the framework what was found, with the words that prove it."""

from __future__ import annotations

from collections.abc import Sequence

from ctip_law.framework import load as load_framework
from ctip_law.lexicon import languages
from ctip_law.lexicon import load as load_lexicon
from ctip_law.match.derived import derive
from ctip_law.match.roles import Roles, roles_of
from ctip_law.match.rules import Found, apply_rules
from ctip_law.match.terms import TermMatcher, term_matcher
from ctip_law.match.units import Body, body_of
from ctip_law.model import ElementFinding, Evidence, Law, Ledger

_EVIDENCE = 6  # most pieces of evidence kept for an element, one a section
_ALARM_WORDS = 1500  # below this a text is too short to expect many elements
_ALARM_SHARE = 0.06


def match(laws: Sequence[Law]) -> Ledger:
    """Find every element of the framework in the laws read together.

    A law in a language without a lexicon is not read; if no law is read, every element is `unread`.
    """
    elements = load_framework().elements
    readable = languages()
    read = [law for law in laws if law.language in readable]
    if not read:
        names = ", ".join(sorted({law.language or "und" for law in laws}))
        why = f"no lexicon for the language ({names}); verdicts are withheld"
        unread = {e: ElementFinding(e, "unread", 1.0, why) for e in elements}
        return Ledger(tuple(laws), unread)
    found: dict[str, list[Found]] = {}
    for law in read:
        for item in findings(law):
            found.setdefault(item.element, []).append(item)
    ledger = {element: _finding(element, found.get(element, [])) for element in elements}
    return Ledger(tuple(laws), ledger, alarm(read, ledger))


def findings(law: Law, terms: TermMatcher | None = None) -> list[Found]:
    """Every firing of every rule on one law, evidence of the trafficking provisions before that of others."""
    body, roles, out = read_law(law, terms)
    out.sort(key=lambda f: (-f.weight, not roles.has("core_main", f.word), f.word))
    return out


def read_law(law: Law, terms: TermMatcher | None = None) -> tuple[Body, Roles, list[Found]]:
    """The body, its roles and all firings in the order of rules."""
    body = body_of(law)
    hits = (terms or term_matcher(law.language)).find(body.words)
    roles = roles_of(body, hits)
    rules = load_lexicon(law.language).rules
    return body, roles, apply_rules(rules, body, hits, roles) + derive(body, hits, roles)


def _finding(element: str, found: list[Found]) -> ElementFinding:
    if not found:
        return ElementFinding(element, "absent", 0.8, "no wording known to the lexicon was found")
    strong = [f for f in found if not f.weak]
    chosen = strong or found
    evidence: list[Evidence] = []
    seen: set[tuple[str, str]] = set()
    for item in chosen:
        key = (item.evidence.law, item.evidence.num)
        if key not in seen:
            seen.add(key)
            evidence.append(item.evidence)
    rules = len({f.evidence.rule for f in chosen})
    confidence = round(min(0.98, 0.85 + 0.04 * rules) if strong else 0.7, 2)
    why = "" if strong else chosen[0].weak
    return ElementFinding(element, "present" if strong else "weak", confidence, why, tuple(evidence[:_EVIDENCE]))


def alarm(laws: Sequence[Law], ledger: dict[str, ElementFinding]) -> str | None:
    """A sentence when a law is plainly about trafficking but few of our wordings fire: "not found" is then withheld."""
    size = sum(len(law.text) for law in laws) // 6
    if size < _ALARM_WORDS:
        return None
    present = sum(f.status in ("present", "weak") for f in ledger.values())
    if present >= _ALARM_SHARE * len(ledger):
        return None
    about = any("core_main" in _roles_seen(law) for law in laws)
    if not about:
        return None
    return (
        f"only {present} of {len(ledger)} elements were found in a law on trafficking: its drafting family may not be "
        "covered by the lexicon, so what was not found may be there"
    )


def _roles_seen(law: Law) -> set[str]:
    _, roles, _ = read_law(law)
    return {name for name, flags in roles.flags.items() if any(flags)}
