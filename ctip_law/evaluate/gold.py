"""Hand-read labels: one YAML file per law, read strictly and held against the framework.

    law: sg/act-2014                     # folder of the source in the corpus
    lang: en
    elements: {act.transfer: ['2', '3']} # sections that provide it, best first; what is not listed is absent
    weak: {means.fraud: {sections: ['2'], why: ...}}      # in part or doubtful: not scored
    provisions: {tip-3a: {status: full, sections: ['2']}} # full, partial, none, or two of them with |
    defects: [coercion-only]
    disputed_defects: []
    penalties: [{section: '2', min_years: 3, max_years: 10, life: false}]

Beside them `sets.tsv` may say of each law what kind it is (the columns `law` and `kind`; others are not read).

YAML because that is how readers wrote them; nothing else in the package is YAML. Every scalar is read as the text
that stands there, so that `no` is never taken for false.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ctip_law.errors import ConfigError, CtipError, DataError, InputError, MissingExtra

STATUSES = ("full", "partial", "none")

#: section, minimum and maximum in years, life
PenaltyRow = tuple[str, float | None, float | None, bool]


@dataclass(frozen=True, slots=True)
class Gold:
    """The labels of one law; section numbers are casefolded texts. `weak`: in part or doubtful, with the sections.

    `kind` is what sort of law it is ("dedicated", "code", ...), "" where `sets.tsv` does not say.
    """

    path: Path
    law: str
    lang: str
    elements: Mapping[str, tuple[str, ...]]
    weak: Mapping[str, tuple[str, ...]]
    provisions: Mapping[str, tuple[str, ...]]
    defects: frozenset[str]
    disputed: frozenset[str]
    penalties: frozenset[PenaltyRow]
    sections: frozenset[str]
    kind: str = ""


def read_gold(folder: str | Path) -> tuple[list[Gold], str]:
    """All label files of a folder in the order of their names, and the SHA-256 over them.

    Raises InputError CT101 where there is none, DataError CT601 for one that cannot be used, MissingExtra CT901
    without PyYAML.
    """
    paths = sorted(Path(folder).glob("*.yaml"))
    if not paths:
        raise InputError("CT101", "the folder has no *.yaml label file", path=str(folder))
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    kinds = _kinds(Path(folder) / "sets.tsv")
    golds = [_gold(path) for path in paths]
    return [replace(one, kind=kinds.get(one.law, "")) for one in golds], digest.hexdigest()


def _kinds(path: Path) -> dict[str, str]:
    """What kind each law is; {} where nobody says."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t")
        if not {"law", "kind"} <= set(table.fieldnames or ()):
            raise _bad(path, "1", "the columns `law` and `kind` are needed")
        kinds: dict[str, str] = {}
        for row in table:
            if not row["law"] or not row["kind"] or row["law"] in kinds:
                raise _bad(path, str(table.line_num), "a row names a law once, and its kind")
            kinds[row["law"]] = row["kind"]
    return kinds


def source_of(gold: Gold, corpus: str | Path) -> Path:
    """The law's text in the corpus: `text.txt` where the source is a scraper's file, else `source.*`.

    Raises InputError CT101 where there is none.
    """
    folder = Path(corpus) / gold.law
    for path in (folder / "text.txt", *sorted(folder.glob("source.*"))):
        if path.is_file():
            return path
    raise InputError("CT101", "there is no text.txt and no source.* here", path=str(folder))


def check_gold(folder: str | Path, corpus: str | Path) -> list[CtipError]:
    """What is wrong with the labels: unknown ids, and sections that the source does not have."""
    from ctip_law.analyse import parse

    wrong: list[CtipError] = []
    for gold in read_gold(folder)[0]:
        try:
            law = parse(source_of(gold, corpus), lang=gold.lang)
        except ConfigError:
            raise
        except CtipError as error:
            wrong.append(error)
            continue
        there = {section.num.casefold() for section in law.sections()}
        for num in sorted(gold.sections - there):
            wrong.append(_bad(gold.path, f"section {num}", "the source has no such section"))
    return wrong


def _gold(path: Path) -> Gold:
    data = _load(path)
    law, lang = str(data.get("law", "")), str(data.get("lang", ""))
    if not law or not lang:
        raise _bad(path, "law", "`law` and `lang` are needed")
    elements = {id: _nums(path, id, value) for id, value in _table(path, data, "elements").items()}
    weak = _table(path, data, "weak")
    provisions = _table(path, data, "provisions")
    penalties = [_penalty(path, row) for row in data.get("penalties") or []]
    gold = Gold(
        path=path,
        law=law,
        lang=lang,
        elements=elements,
        weak={id: _nums(path, id, value) for id, value in weak.items() if id not in elements},
        provisions={id: _status(path, id, entry) for id, entry in provisions.items()},
        defects=frozenset(data.get("defects") or ()),
        disputed=frozenset(data.get("disputed_defects") or ()),
        penalties=frozenset(penalties),
        sections=frozenset(
            [num for nums in elements.values() for num in nums]
            + [num for id, entry in (*weak.items(), *provisions.items()) for num in _nums(path, id, entry)]
            + [row[0] for row in penalties]
        ),
    )
    _check_ids(gold)
    return gold


def _load(path: Path) -> dict[str, Any]:
    try:
        import yaml
    except ImportError:
        raise MissingExtra(
            "CT901", "reading labels needs PyYAML", path=str(path), remedy="pip install 'ctip-law[evaluate]'."
        ) from None
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = str(mark.line + 1) if mark else ""
        raise DataError("CT601", "no valid YAML", path=str(path), place=place) from None
    if not isinstance(data, dict):
        raise _bad(path, "", "the file is no table of labels")
    return data


def _table(path: Path, data: dict[str, Any], name: str) -> dict[str, Any]:
    value = data.get(name) or {}
    if not isinstance(value, dict):
        raise _bad(path, name, "is no table")
    return value


def _nums(path: Path, id: str, value: Any) -> tuple[str, ...]:
    """The sections of a label, written as a list or under `sections`."""
    found = value.get("sections") or [] if isinstance(value, dict) else value
    if not isinstance(found, list) or not all(isinstance(num, str) for num in found):
        raise _bad(path, id, "sections are a list of numbers")
    return tuple(num.strip().casefold() for num in found)


def _status(path: Path, id: str, entry: Any) -> tuple[str, ...]:
    """One status, or two where two readers differed."""
    said = entry.get("status", "") if isinstance(entry, dict) else ""
    statuses = tuple(str(said).split("|"))
    if not set(statuses) <= set(STATUSES):
        raise _bad(path, id, f"the status {said!r} is none of {', '.join(STATUSES)}")
    return statuses


def _penalty(path: Path, row: Any) -> PenaltyRow:
    if not isinstance(row, dict) or not row.get("section"):
        raise _bad(path, "penalties", "a row needs `section`")
    section = str(row["section"]).strip().casefold()
    years = []
    for name in ("min_years", "max_years"):
        text = str(row.get(name, "null")).strip()
        try:
            years.append(None if text in ("", "null", "~") else float(text))
        except ValueError:
            raise _bad(path, f"penalties, section {section}", f"{name} is no number: {text}") from None
    return section, years[0], years[1], str(row.get("life", "")).lower() == "true"


def _check_ids(gold: Gold) -> None:
    from ctip_law.framework import load

    framework = load()
    provisions = {provision.id for provision in framework.provisions()}
    known: Sequence[tuple[str, set[str], set[str]]] = (
        ("element", {*gold.elements, *gold.weak}, set(framework.elements)),
        ("provision", set(gold.provisions), provisions),
        ("defect", {*gold.defects, *gold.disputed}, set(framework.defects)),
    )
    for kind, named, there in known:
        for id in sorted(named - there):
            raise _bad(gold.path, id, f"the framework has no such {kind}")


def _bad(path: Path, place: str, message: str) -> DataError:
    return DataError("CT601", message, path=str(path), place=place)
