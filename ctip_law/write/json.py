"""A law as plain data: exactly what `parse -f json` prints (schema `ctip-law/law/1`)."""

from __future__ import annotations

from typing import Any

from ctip_law.model import Amendment, Clause, Law


def law_json(law: Law) -> dict[str, Any]:
    """The whole law. Offsets are code points into the text that `parse -f text` prints."""
    source = law.source
    return {
        "schema": "ctip-law/law/1",
        "law": {
            "id": law.id,
            "title": law.title,
            "country": law.country,
            "language": law.language,
            "kind": law.kind,
            "version": law.version,
            "in_force": law.in_force,
            "complete": law.complete,
            "restatement": law.restatement,
            "profile": law.profile,
            "source": {
                "path": source.path,
                "sha256": source.sha256,
                "text_sha256": source.text_sha256,
                "official": source.official,
                "format": source.format,
                "licence": source.licence,
                "url": source.url,
            },
        },
        "clauses": [_clause(clause) for clause in law.clauses],
        "components": [
            {
                "name": component.name,
                "start": component.start,
                "end": component.end,
                "title": component.title,
                "number": component.number,
                "date": component.date,
                "clauses": [_clause(clause) for clause in component.clauses],
            }
            for component in law.components
        ]
        + [_amendment(amendment) for amendment in law.amendments],
        "definitions": [_plain(definition) for definition in law.definitions],
        "references": [_plain(reference) for reference in law.references],
        "penalties": [_plain(penalty) for penalty in law.penalties],
        "ages": [_plain(age) for age in law.ages],
        "leftovers": [_plain(leftover) for leftover in law.leftovers],
        "coverage": _plain(law.coverage),
        "repairs": [_plain(repair) for repair in law.repairs],
        "warnings": [_plain(warning) for warning in law.warnings],
        "errors": [],
    }


def _amendment(amendment: Amendment) -> dict[str, Any]:
    """What an amending act puts into another law, as a component with its target."""
    target = ("action", "act", "place", "num", "eid", "old", "new", "order")
    return {
        "name": amendment.name,
        "start": amendment.start,
        "end": amendment.end,
        "title": "",
        "number": "",
        "date": "",
        "clauses": [_clause(clause) for clause in amendment.clauses],
        "amends": {name: getattr(amendment, name) for name in target},
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "eid": clause.eid,
        "kind": clause.kind,
        "num": clause.num,
        "num_printed": clause.num_printed,
        "heading": clause.heading,
        "intro": clause.intro,
        "text": clause.text,
        "wrap_up": clause.wrap_up,
        "start": clause.start,
        "end": clause.end,
        "lang": clause.lang,
        "flags": list(clause.flags),
        "children": [_clause(child) for child in clause.children],
    }


def _plain(noun: Any) -> dict[str, Any]:
    """The fields of a noun that holds only texts and numbers, in their order."""
    return {name: getattr(noun, name) for name in noun.__dataclass_fields__}
