"""Runs the whole analysis over a folder of labels and puts the figures together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ctip_law.analyse import parse
from ctip_law.assess import assess
from ctip_law.errors import ConfigError, CtipError, UsageError
from ctip_law.evaluate.gold import Gold, read_gold, source_of
from ctip_law.evaluate.score import COUNTED, Score, figures, nothing, score
from ctip_law.match import match
from ctip_law.match.heads import taught
from ctip_law.model import Law
from ctip_law.report.data import tool

#: The labels give verdicts on the provisions of this instrument.
AGAINST = "tip"


def evaluate(
    gold: str | Path,
    corpus: str | Path,
    *,
    lang: str = "",
    leave_one_out: bool = False,
    told: Callable[[str], None] = lambda line: None,
) -> dict[str, Any]:
    """The accuracy report (schema `evaluation`). `lang` limits it to the laws of a language, `told` hears the progress.

    With `leave_one_out` each law is read a second time with the wordings off that were met in its work alone or
    nowhere (`languages.places`): what to expect of a law that nobody has read yet. Those figures stand in `left_out`.
    The second reader is off for laws that it was trained on; `evaluate.train` measures it on laws left out.

    Raises UsageError CT004 when no label file has the language, and what `read_gold` raises. A law that cannot be
    analysed scores nothing and stands in `failed`.
    """
    labels, digest = read_gold(gold)
    chosen = [one for one in labels if lang in ("", one.lang)]
    if not chosen:
        known = ", ".join(sorted({one.lang for one in labels}))
        raise UsageError("CT004", f"no label file has the language {lang!r}", remedy=f"Use one of {known}.")
    scores: dict[str, Score] = {}
    left: dict[str, Score] = {}
    failed: list[CtipError] = []
    for one in chosen:
        told(f"evaluating {one.law}")
        try:
            law = parse(source_of(one, corpus))
            scores[one.law] = _one(one, law)
            if leave_one_out:
                left[one.law] = _one(one, law, unseen=one.law)
        except ConfigError:
            raise
        except CtipError as error:
            failed.append(error)
            scores[one.law] = left[one.law] = nothing(one)
    languages = sorted({one.lang for one in chosen})
    return {
        "schema": "ctip-law/evaluation/1",
        "tool": tool(languages),
        "gold_sha256": digest,
        "against": [AGAINST],
        "counts": {language: sum(one.lang == language for one in chosen) for language in languages},
        "kind_counts": dict(sorted(Counter(one.kind for one in chosen if one.kind).items())),
        **_put_together(chosen, scores),
        "left_out": _put_together(chosen, left) if leave_one_out else None,
        "failed": [error.as_dict() for error in failed],
    }


def _one(gold: Gold, law: Law, unseen: str = "") -> Score:
    return score(gold, assess(match([law], unseen=unseen), (AGAINST,), pointed=gold.law not in taught(law.language)))


def _put_together(chosen: list[Gold], scores: dict[str, Score]) -> dict[str, Any]:
    """The figures per law, language, kind of law and over all, what was counted for them, and the mistakes."""
    of_language: dict[str, list[Score]] = {}
    of_kind: dict[str, list[Score]] = {}
    for one in sorted(chosen, key=lambda one: (one.lang, one.kind)):
        of_language.setdefault(one.lang, []).append(scores[one.law])
        if one.kind:
            of_kind.setdefault(one.kind, []).append(scores[one.law])
    return {
        "laws": {law: figures([own]) for law, own in scores.items()},
        "languages": {language: figures(own) for language, own in of_language.items()},
        "kinds": {kind: figures(own) for kind, own in sorted(of_kind.items())},
        "counted": {law: {name: own.counts[name] for name in COUNTED} for law, own in scores.items()},
        "all": figures(scores.values()),
        "mistakes": {law: {kind: list(lines) for kind, lines in own.mistakes.items()} for law, own in scores.items()},
    }


#: figure -> heading of its column
_COLUMNS = {
    "precision": "P", "recall": "R", "f1": "F1", "evidence": "evid", "provisions": "prov", "defects_p": "defP",
    "defects_r": "defR", "gap_p": "gapP", "gap_r": "gapR", "met_p": "metP", "penalties": "penR", "penalties_p": "penP",
}  # fmt: skip


def table(result: dict[str, Any]) -> str:
    """The figures per law, per language and over all, at most 80 columns wide.

    Below them, where they were measured, the same with each law's own wordings off.
    """
    lines = [_line("law", _COLUMNS.values()), *_rows(result)]
    if result["left_out"]:
        lines += ["", "with the law's own words off", _line("law", _COLUMNS.values()), *_rows(result["left_out"])]
    return "\n".join(lines) + "\n"


def _rows(part: dict[str, Any]) -> Iterator[str]:
    named = [(law, own) for law, own in part["laws"].items()]
    named += [(f"all of {name}", own) for name, own in [*part["languages"].items(), *part["kinds"].items()]]
    for name, own in [*named, ("all", part["all"])]:
        yield _line(name, (f"{own[column]:.2f}" for column in _COLUMNS))


def _line(name: str, cells: Iterable[str]) -> str:
    short = name if len(name) <= 19 else f"{name[:8]}…{name[-10:]}"
    return f"{short:19} " + " ".join(f"{cell:>4}" for cell in cells)
