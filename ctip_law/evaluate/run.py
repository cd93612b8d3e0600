"""Runs the whole analysis over a folder of labels and puts the figures together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ctip_law.errors import CtipError, UsageError
from ctip_law.evaluate.gold import Gold, read_gold, source_of
from ctip_law.evaluate.score import Score, figures, nothing, score

#: The labels give verdicts on the provisions of this instrument.
AGAINST = "tip"


def evaluate(
    gold: str | Path,
    corpus: str | Path,
    *,
    lang: str = "",
    told: Callable[[str], None] = lambda line: None,
) -> dict[str, Any]:
    """The accuracy report (schema `evaluation`). `lang` limits it to the laws of a language, `told` hears the progress.

    Raises UsageError CT004 when no label file has the language, and what `read_gold` raises. A law that cannot be
    analysed scores nothing and stands in `failed`.
    """
    from ctip_law.report.data import tool

    labels, digest = read_gold(gold)
    chosen = [one for one in labels if lang in ("", one.lang)]
    if not chosen:
        known = ", ".join(sorted({one.lang for one in labels}))
        raise UsageError("CT004", f"no label file has the language {lang!r}", remedy=f"Use one of {known}.")
    scores: dict[str, Score] = {}
    failed: list[CtipError] = []
    for one in chosen:
        told(f"evaluating {one.law}")
        try:
            scores[one.law] = _one(one, corpus)
        except CtipError as error:
            failed.append(error)
            scores[one.law] = nothing(one)
    languages = sorted({one.lang for one in chosen})
    return {
        "schema": "ctip-law/evaluation/1",
        "tool": tool(languages),
        "gold_sha256": digest,
        "against": [AGAINST],
        "counts": {language: sum(one.lang == language for one in chosen) for language in languages},
        "laws": {law: figures([own]) for law, own in scores.items()},
        "languages": {
            language: figures(scores[one.law] for one in chosen if one.lang == language) for language in languages
        },
        "all": figures(scores.values()),
        "mistakes": {
            law: {"missed": list(own.missed), "extra": list(own.extra), "wrong": list(own.wrong)}
            for law, own in scores.items()
        },
        "failed": [error.as_dict() for error in failed],
    }


def _one(gold: Gold, corpus: str | Path) -> Score:
    from ctip_law import gap

    return score(gold, gap(source_of(gold, corpus), against=AGAINST))


#: figure -> heading of its column
_COLUMNS = {
    "precision": "P", "recall": "R", "f1": "F1", "evidence": "evid", "provisions": "prov", "defects_p": "defP",
    "defects_r": "defR", "gap_p": "gapP", "gap_r": "gapR", "penalties": "penR", "penalties_p": "penP",
}  # fmt: skip


def table(result: dict[str, Any]) -> str:
    """The figures per law, per language and over all, at most 80 columns wide."""
    lines = [_line("law", _COLUMNS.values())]
    for law, own in result["laws"].items():
        lines.append(_line(law, (f"{own[name]:.2f}" for name in _COLUMNS)))
    for language, own in result["languages"].items():
        lines.append(_line(f"all of {language}", (f"{own[name]:.2f}" for name in _COLUMNS)))
    lines.append(_line("all", (f"{result['all'][name]:.2f}" for name in _COLUMNS)))
    return "\n".join(lines) + "\n"


def _line(name: str, cells: Any) -> str:
    return f"{name[:24]:24} " + " ".join(f"{cell:>4}" for cell in cells)
