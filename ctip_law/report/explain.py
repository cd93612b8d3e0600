"""What `ctip-law explain` prints: statuses and error codes from here, the framework's entries from the framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctip_law.errors import CODES, EXIT_CODES, UsageError
from ctip_law.framework.notation import instrument
from ctip_law.framework.notation import provision as cited
from ctip_law.report.words import ELEMENT, PROVISION

if TYPE_CHECKING:
    from ctip_law.model import Report


def explain_finding(id: str, report: Report, form: str = "text") -> str:
    """The whole story of a provision, element or defect in a gap analysis, as "text" or "json" (schema `story`).

    Raises UsageError CT003 for what the report does not hold, CT004 for another form.
    """
    from ctip_law.report.render import to_json
    from ctip_law.report.story import story
    from ctip_law.report.tell import tell

    writers = {"text": tell, "json": to_json}
    if form not in writers:
        raise UsageError("CT004", f"there is no form {form!r} of a story", remedy="Use text or json.")
    return writers[form](story(report, cited(id)))


def explain(id: str) -> str:
    """The entry `id` in words a lawyer can read, or a list such as "provisions", "statuses" or "codes".

    Raises UsageError CT003 with the nearest ids for an unknown one.
    """
    name = id.strip()
    if name.upper() in CODES:
        what, remedy = CODES[name.upper()]
        return f"{name.upper()}\n\n{what}\nWhat to do: {remedy}\n"
    if name == "codes":
        return _table({code: what for code, (what, _) in CODES.items()})
    if name.casefold().replace("_", "-").replace(" ", "-") == "exit-codes":
        return _table({str(code): what for code, what in EXIT_CODES.items()})
    if name == "statuses":
        return _statuses()
    if told := _status(name):
        return told
    from ctip_law.framework.explain import explain as entry

    return entry(instrument(cited(name)))


def _status(name: str) -> str:
    """The statuses that are called so, by id, word or sign: "divergence", "differs", "◇"; "" where none is."""
    told = []
    for kind, table in (("provision", PROVISION), ("element", ELEMENT)):
        for id, (mark, word, meaning) in table.items():
            if name.casefold().replace(" ", "_") in (id, word.replace(" ", "_")) or name == mark:
                told.append(f"{id}: status of {_article(kind)} ({mark} {word})\n\n{meaning}\n")
    return "\n".join(told)


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _table(rows: dict[str, str]) -> str:
    width = max(map(len, rows), default=0)
    return "".join(f"{name:{width}}  {text}\n" for name, text in rows.items())


def _statuses() -> str:
    provisions = _table({f"{mark} {name}": meaning for name, (mark, _, meaning) in PROVISION.items()})
    elements = _table({f"{mark} {name}": meaning for name, (mark, _, meaning) in ELEMENT.items()})
    return f"Of a provision\n{provisions}\nOf an element\n{elements}"
