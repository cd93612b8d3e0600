"""Writes the files of a new language, to be filled: `python -m ctip_law.languages.blank eo FOLDER`.

Each concept stands in the list `none` with what it means beside it. Who has words for one takes it out of the list and
writes them below. Those without which no law can be judged stand below already, empty: the language cannot be used
until they have words.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ctip_law.knowledge import Concept, concepts
from ctip_law.languages import GROUND

_HEAD = "# {topic}: how to fill this file says docs/how-to/add-a-language.md."


def files() -> dict[str, str]:
    """File name to text: one file for each topic of the concepts."""
    topics: dict[str, list[Concept]] = {}
    for concept in concepts().values():
        topics.setdefault(concept.topic, []).append(concept)
    return {f"concepts-{topic}.toml": _text(topic, found) for topic, found in topics.items()}


def _text(topic: str, found: list[Concept]) -> str:
    lines = [_HEAD.format(topic=topic), "", "none = ["]
    lines += [f'  "{one.name}", # {one.means}' for one in found if one.name not in GROUND]
    lines += ["]", ""]
    lines += [f"{_key(one.name)} = [] # {one.means}" for one in found if one.name in GROUND]
    return "\n".join(lines).rstrip() + "\n"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else f'"{name}"'


def main(language: str, folder: Path) -> None:
    """Writes the files that are not there yet into `folder`/`language`."""
    target = folder / language
    target.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        if not (target / name).exists():
            (target / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
