"""A finding's story as text for people."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from ctip_law.model import Decision
from ctip_law.report.rows import decided
from ctip_law.report.words import ELEMENT, PROVISION, caveat, not_read, repealed, shown

_WIDTH = 92


def tell(story: dict[str, Any]) -> str:
    """The story (`report.story`) line by line: what is asked, the verdict and its rule, each element with its words."""
    lines = _wrap(f"{story['id']}: {story['label']}")
    lines += _wrap(story["source"])
    for law in story["laws"]:
        lines += _wrap(f"Read: {law['title'] or law['id']}, {law['source']['path']}")
        lines += _wrap(f"text {law['source']['text_sha256']}", 6)
        if law["manner"] and not law["principal_read"]:
            lines += _wrap(not_read(law["manner"], law["principal"]))
        if law["repealed"]:
            lines += _wrap(repealed(law["repealed"]))
    lines += ["", "How it shows" if story["kind"] == "defect" else "What is asked", *_wrap(story["asks"], 2)]
    lines += _verdict(story)
    if story["kind"] == "defect":
        for evidence in story["evidence"]:
            lines += _evidence(evidence, story["laws"])
    for review in story["reviews"]:
        given = {name: review[name] for name in ("kind", "id", "verdict", "machine", "reason", "reviewer", "date")}
        one = Decision(**given, sections=tuple(review["sections"]), stale=tuple(review["stale"]))
        lines += ["", *_wrap(f"Review of {one.id}: {decided(one)}")]
    for element in story["elements"]:
        lines += ["", *_element(element, story)]
    lines += _offence(story)
    lines += _candidates(story)
    if story["alarm"]:
        lines += ["", *_wrap(f"Caution: {story['alarm']}.")]
    lines += ["", *_wrap(_made(story["tool"])), *_wrap(caveat())]
    return "\n".join(lines) + "\n"


def _made(tool: dict[str, str]) -> str:
    data = f"framework {tool['framework']}, lexicon {tool['lexicon'] or 'none'}, weights {tool['weights'] or 'none'}"
    return f"ctip-law {tool['version']}, {data}"


def _verdict(story: dict[str, Any]) -> Iterator[str]:
    if "status" in story:
        sign, word = "", story["status"]
        if story["kind"] == "provision":
            sign, word, _ = PROVISION[shown(story["status"], story["nature"], story["principal"])]
        sure = f" ({_sure(story['status'], story['confidence'])})" if "confidence" in story else ""
        yield from ("", f"{sign} {word}{sure}".strip(), *_wrap(story["why"], 2))
    for caution in story.get("cautions", []):
        yield from _wrap(f"Caution: {caution}", 2)
    if story.get("verdict"):
        title = "How the verdict is reached" if story["kind"] == "provision" else "It is there where"
        yield from ("", title)
        for sentence in story["verdict"]:
            yield from _wrap(sentence, 2)
    for need in story.get("needs", []):
        if len(need) > 1:
            yield from _wrap(f"One of these is enough: {', '.join(need)}.", 2)
    if story.get("defects"):
        yield from _wrap(f"Defects seen: {', '.join(story['defects'])}.", 2)


def _sure(status: str, confidence: float) -> str:
    """How often a finding like this one was right; silence is measured on laws that nobody had adapted to."""
    met = ", as on laws first met" if status in ("absent", "gap") else ""
    return f"confidence {confidence:.2f}{met}"


def _element(element: dict[str, Any], story: dict[str, Any]) -> Iterator[str]:
    sign, word, _ = ELEMENT[element["status"]]
    yield from _wrap(f"{sign} {element['id']}: {element['label']}")
    why = f": {element['why']}" if element["why"] else ""
    yield from _wrap(f"{word} ({_sure(element['status'], element['confidence'])}){why}", 2)
    for evidence in element["evidence"]:
        yield from _evidence(evidence, story["laws"])
    for near in element["stopped"]:
        yield from _wrap(f"not counted: section {near['num']} “{near['quote']}”, rule {near['rule']}: {near['why']}", 2)
    nearest = element["nearest"]
    if nearest and nearest["num"] not in {near["num"] for near in element["stopped"]}:
        yield from _wrap(f"nearest: section {nearest['num']}, {nearest['rejected']}", 2)


def _evidence(evidence: dict[str, Any], laws: list[dict[str, Any]]) -> Iterator[str]:
    of = f" of {evidence['law']}" if len(laws) > 1 else ""
    yield f"  section {evidence['num']}{of} ({evidence['eid']}), characters {evidence['start']} to {evidence['end']}"
    yield from _wrap(f"“{evidence['quote']}”", 4)
    yield from _wrap(f"rule {evidence['rule']}: {evidence['says'] or 'no further word'}", 4)
    for answer in evidence["answers"]:
        yield from _wrap(f"{answer['concept']}: “{answer['quote']}” ({answer['start']} to {answer['end']})", 6)
    for step in evidence["via"]:
        yield from _wrap(f"through the {step}", 4)
    if evidence["places"]:
        yield from _wrap(f"stands in: {'; '.join(evidence['places'])}", 4)
    if evidence["clause"] and (read := "; ".join(_clause(evidence["clause"]))):
        yield from _wrap(f"the clause: {read}", 4)
    if evidence["weak"]:
        yield from _wrap(f"counts in part: {evidence['weak']}", 4)


#: field of a clause's reading -> words before it; the first three speak for themselves
_CLAUSE = {
    "operative": "", "polarity": "", "modality": "", "actor": "who acts: ", "beneficiary": "for or against: ",
    "offence": "offence: ", "limit": "limit: ",
}  # fmt: skip


def _clause(read: dict[str, str]) -> Iterator[str]:
    """What the clause does with the words, field by field, without those of which nothing was read."""
    for name, before in _CLAUSE.items():
        value = read[name]
        if name == "operative" and value:
            value = "in force" if value == "yes" else f"orders nothing ({value})"
        if value:
            yield f"{before}“{value}”" if name == "limit" else f"{before}{value}"


def _offence(story: dict[str, Any]) -> Iterator[str]:
    """How the trafficking definition and offence were found: each place with its cues and their sum."""
    told = story["offence"]
    if told is None or not told["places"]:
        return
    yield from ("", "How the trafficking definition and offence were found")
    yield from _wrap(
        f"A section is taken for one where the weights of its cues, added to {told['base']:.2f}, come to "
        f"{told['threshold']:.2f} or more; an entry of definitions by its term.",
        2,
    )
    for place in told["places"]:
        of = f" of {place['law']}" if len(story["laws"]) > 1 else ""
        name = f"section {place['num']}{of}{', ' + place['heading'] if place['heading'] else ''}"
        if place["why"]:
            yield from _wrap(f"{name} (characters {place['start']} to {place['end']}): found, {place['why']}", 2)
            continue
        yield from _wrap(f"{name}: {place['score']:+.2f}, {'found' if place['found'] else 'too little, not taken'}", 2)
        cues = "; ".join(f"{cue['cue']} {cue['weight']:+.2f}" for cue in place["cues"])
        yield from _wrap(cues or "no cue", 4)


def _candidates(story: dict[str, Any]) -> Iterator[str]:
    if story.get("candidates"):
        yield from ("", "Looked at and not counted")
    for one in story.get("candidates", []):
        yield from _wrap(f"section {one['num']} (score {one['score']:g}): {one['rejected']}", 2)
        yield from _wrap(f"“{' '.join(one['quote'].split())}”", 4)


def _wrap(text: str, indent: int = 0) -> list[str]:
    first, rest = " " * indent, " " * (indent + 2)
    return textwrap.wrap(" ".join(text.split()), _WIDTH, initial_indent=first, subsequent_indent=rest)
