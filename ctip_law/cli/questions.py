"""The questionnaire of `draft options` on a terminal or in a pipe: prompts on standard error, answers line by line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ctip_law.cli.options import Console
from ctip_law.draft.interview import Interview
from ctip_law.draft.library import for_duty, shipped
from ctip_law.draft.nouns import ModelProvision
from ctip_law.draft.settings import Settings, read_settings, written
from ctip_law.errors import UsageError
from ctip_law.files import write_file


def answered(io: Console, law: str, ids: Sequence[str], language: str = "en") -> None:
    """Asks, keeps the answers in the file of -o after each one, and says how many questions are left."""
    only = frozenset(provision.id for id in ids for provision in _named(id, language))
    path = Path(io.output) if io.output not in ("", "-") else None
    there = path is not None and path.exists()
    if path is not None and not path.parent.is_dir():
        raise UsageError("CT902", "there is no such folder", path=str(path))  # told before the first question
    held = read_settings(path) if path is not None and there else Settings()

    def keep(settings: Settings) -> None:
        if path is not None:
            write_file(path, written(settings).encode())

    interview = Interview(lambda words: print(words, file=sys.stderr), _line, held, law, only, language=language)
    made = interview.run(keep)
    if path is None:
        io.result(written(made))
    elif made == held and there:
        io.note(f"{io.output} is as it was")
    else:
        io.result(written(made))
    if not interview.done:
        again = "; the same call goes on there" if path is not None else ""
        io.note(f"{interview.left} questions are left{again}: until then the draft takes their defaults")


def _named(id: str, language: str) -> Sequence[ModelProvision]:
    book = shipped(language)
    if id in book.common.parts:
        return [p for p in book.provisions.values() if id in (p.part, *p.also)]
    return for_duty(id, language)


def _line(prompt: str) -> str | None:
    """The next line, None where there is none. The prompt goes to standard error: standard output holds the file."""
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        print(file=sys.stderr)
    return line.rstrip("\r\n") if line else None
