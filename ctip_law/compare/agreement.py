"""How far the gap analysis of a restatement agrees with that of the full text it was made from.

    python -m ctip_law.compare.agreement --corpus DIR [--law FILE ...] [-I all] [-f json] [--list] [--fail-under 95]

DIR holds full texts anywhere below it; `corpus/sources.toml` names the text of each restatement by its SHA-256. Two
analyses agree on an element when its status and the section to cite first are the same, on a provision when its status
is. Most elements are absent from any one law, so agreement is also given for the elements that either side found.

Exit: 0 done, 1 below `--fail-under`, 2 usage, 3 no full text is there, 4 some are not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ctip_law.corpus import Entry, entries
from ctip_law.errors import CtipError, InputError
from ctip_law.model import ElementFinding, Report

#: Statuses of provisions that no law's text decides.
_UNDECIDED = frozenset({"not_legislative", "not_assessed"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One element or provision on which the two analyses part: what each of them says, such as "present, s 12"."""

    kind: str
    id: str
    restatement: str
    full: str


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many alike."""

    alike: int
    of: int

    @property
    def percent(self) -> float:
        """0 to 100; 100 when there was nothing to compare."""
        return 100 * self.alike / self.of if self.of else 100.0

    def __str__(self) -> str:
        return f"{self.percent:5.1f} % ({self.alike}/{self.of})"


@dataclass(frozen=True, slots=True)
class Agreement:
    """The two analyses of one law. `found`: elements that either side found; `decided`: provisions that either side
    could decide; `sections`: section numbers of either side, alike when both have them."""

    file: str
    text: str
    elements: Share
    found: Share
    provisions: Share
    decided: Share
    sections: Share
    differences: tuple[Difference, ...]


def find_texts(folder: Path, digests: Iterable[str]) -> dict[str, Path]:
    """SHA-256 -> the first file below `folder` that has it. Raises InputError CT101 when there is no such folder."""
    if not folder.is_dir():
        raise InputError("CT101", "there is no such folder of full texts", path=str(folder))
    wanted = set(digests)
    found: dict[str, Path] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest in wanted:
            found.setdefault(digest, path)
    return found


def agree(restatement: Report, full: Report, *, file: str = "", text: str = "") -> Agreement:
    """Compare two gap analyses made with the same framework against the same instruments."""
    ours, theirs = restatement.ledger.elements, full.ledger.elements
    elements = {id: (_element(ours.get(id)), _element(theirs.get(id))) for id in {**theirs, **ours}}
    found = {id: pair for id, pair in elements.items() if pair != ("absent", "absent")}
    own = {finding.id: str(finding.status) for finding in restatement.provisions}
    other = {finding.id: str(finding.status) for finding in full.provisions}
    provisions = {id: (own.get(id, "-"), other.get(id, "-")) for id in {**other, **own}}
    decided = {id: pair for id, pair in provisions.items() if not _UNDECIDED.issuperset(pair)}
    sections = {num: (num in _nums(restatement), num in _nums(full)) for num in _nums(full) | _nums(restatement)}
    return Agreement(
        file,
        text,
        _share(elements),
        _share(found),
        _share(provisions),
        _share(decided),
        _share(sections),
        (*_differences("element", elements), *_differences("provision", provisions)),
    )


def _element(finding: ElementFinding | None) -> str:
    """The status with the number of the section to cite first: "present, s 12"."""
    if finding is None:
        return "-"
    return f"{finding.status}, s {finding.evidence[0].num}" if finding.evidence else str(finding.status)


def _nums(report: Report) -> set[str]:
    return {section.num for law in report.ledger.laws for section in law.sections()}


def _share(pairs: Mapping[str, tuple[object, object]]) -> Share:
    return Share(sum(one == other for one, other in pairs.values()), len(pairs))


def _differences(kind: str, pairs: Mapping[str, tuple[str, str]]) -> tuple[Difference, ...]:
    return tuple(Difference(kind, id, one, other) for id, (one, other) in pairs.items() if one != other)


def measure(entry: Entry, text: Path, against: str) -> Agreement:
    """Analyse the restatement and its full text alike. Raises what `ctip_law.gap` raises."""
    from ctip_law.analyse import gap

    ours, theirs = (gap(path, against=against, country=entry.country) for path in (entry.path, text))
    return agree(ours, theirs, file=entry.name, text="/".join(text.parts[-3:]))


def table(agreements: Sequence[Agreement], *, with_list: bool = False) -> str:
    """One row for each law; with `with_list`, every difference below it."""
    width = max([len(row.file) for row in agreements], default=3)
    lines = [f"{'law':{width}}  elements           of those found     provisions         of those decided   sections"]
    for row in agreements:
        shares = (row.elements, row.found, row.provisions, row.decided, row.sections)
        lines.append(f"{row.file:{width}}  " + "  ".join(f"{share!s:17}" for share in shares).rstrip())
        if with_list:
            lines += [
                f"    {item.kind} {item.id}: restatement {item.restatement}; full text {item.full}"
                for item in row.differences
            ]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """The command; returns the exit code."""
    options = _options(argv)
    try:
        return _run(options)
    except CtipError as error:
        print(error, file=sys.stderr)
        return error.exit_code


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m ctip_law.compare.agreement", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the full texts")
    parser.add_argument("--law", action="append", default=[], help="only restatements whose file holds this")
    parser.add_argument("-I", "--against", default="all", help="instruments, as for `gap`")
    parser.add_argument("-f", "--format", choices=("table", "json"), default="table")
    parser.add_argument("--list", action="store_true", help="list every difference")
    parser.add_argument("--fail-under", type=float, help="exit 1 when a law agrees less (per cent)")
    return parser.parse_args(argv)


def _run(options: argparse.Namespace) -> int:
    chosen = [entry for entry in entries() if not options.law or any(part in entry.name for part in options.law)]
    texts = find_texts(options.corpus, (entry.sha256 for entry in chosen))
    missing = [entry for entry in chosen if entry.sha256 not in texts]
    for entry in missing:
        _tell(InputError("CT101", "its full text is not there", path=entry.name, remedy=f"Put it in {options.corpus}."))
    rows = [measure(entry, texts[entry.sha256], options.against) for entry in chosen if entry.sha256 in texts]
    if not rows:
        return 3
    if options.format == "json":
        print(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
    else:
        print(table(rows, with_list=options.list))
    if options.fail_under is not None and any(_least(row) < options.fail_under for row in rows):
        return 1
    return 4 if missing else 0


def _least(row: Agreement) -> float:
    return min(row.elements.percent, row.provisions.percent)


def _tell(error: CtipError) -> None:
    print(error, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
