"""Every paragraph of a treaty, in the order of its text, and what the framework makes of it.

    articles = 41                     # how many articles the treaty has
    [paragraphs]
    "6(1)(a)" = ["untoc-6-1a"]        # the rows that answer to it; each has a strength and a nature
    "38(1)" = "final"                 # or the class of one that asks nothing of a State's law (vocabulary.toml)

Each treaty of which the whole text was read has one file, `outlines/<instrument>.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ctip_law.datafile import DataFile, Entry
from ctip_law.errors import DataError
from ctip_law.framework.load import DATA, Framework

_ARTICLE = re.compile(r"\d+")
_NUMBER = re.compile(r"(\d+)\((\d+)\)")


@dataclass(frozen=True, slots=True)
class Outline:
    """`paragraphs`: number as the treaty writes it ("6(1)(a)") to the ids of its rows, or the word of its class."""

    instrument: str
    articles: int
    paragraphs: Mapping[str, tuple[str, ...] | str]


def outlines(folder: Path = DATA) -> tuple[Outline, ...]:
    """The outlines in the order of their files. Raises ConfigError CT301 with file and line."""
    return tuple(_read(path) for path in _files(folder))


def check_outlines(framework: Framework) -> Iterator[DataError]:
    """What is missing: an article, a paragraph, a row or its class; a treaty read whole without an outline."""
    named = {path.stem for path in _files(framework.folder)}
    for one in framework.instruments.values():
        if one.kind == "treaty" and one.verified == "text" and one.id not in named:
            path = framework.folder / "outlines" / f"{one.id}.toml"
            yield DataError("CT301", "the treaty was read whole and has no outline", path=str(path), place="1")
    for path in _files(framework.folder):
        entry = DataFile(path).entry("paragraphs")
        for message, number in _mistakes(framework, _read(path)):
            yield entry.error(message, number)


def _files(folder: Path) -> list[Path]:
    return sorted((folder / "outlines").glob("*.toml"))


def _read(path: Path) -> Outline:
    file = DataFile(path)
    file.root.only({"articles", "paragraphs"})
    entry = file.entry("paragraphs")
    return Outline(path.stem, file.root.number("articles"), {number: _answer(entry, number) for number in entry.fields})


def _answer(entry: Entry, number: str) -> tuple[str, ...] | str:
    return entry.text(number) if isinstance(entry.fields[number], str) else entry.texts(number)


def _mistakes(framework: Framework, outline: Outline) -> Iterator[tuple[str, str]]:
    """What is wrong, and at which paragraph ("" for what stands nowhere)."""
    rows = {row.id: row for row in framework.provisions([outline.instrument])}
    classes = framework.vocabulary["paragraph"]
    for number, answer in outline.paragraphs.items():
        if isinstance(answer, str):
            if answer not in classes:
                yield f'{number}: "{answer}" is no class of paragraphs', number
            continue
        article = _ARTICLE.match(number)
        for id in answer:
            if id not in rows:
                yield f'{number}: {outline.instrument} has no row "{id}"', number
            elif article and article[0] not in _ARTICLE.findall(rows[id].article):
                yield f"{number}: {id} says that it is article {rows[id].article}", number
    answered = {id for answer in outline.paragraphs.values() if not isinstance(answer, str) for id in answer}
    for id in rows.keys() - answered:
        yield f"no paragraph names the row {id}", ""
    yield from _left_out(outline)


def _left_out(outline: Outline) -> Iterator[tuple[str, str]]:
    """Articles and numbered paragraphs that the count or their neighbours announce and that are not there."""
    articles = {int(found[0]) for number in outline.paragraphs if (found := _ARTICLE.match(number))}
    for article in sorted(set(range(1, outline.articles + 1)) ^ articles):
        yield f"article {article} is missing, or one too many", ""
    numbered: dict[int, set[int]] = {}
    for number in outline.paragraphs:
        if found := _NUMBER.match(number):
            numbered.setdefault(int(found[1]), set()).add(int(found[2]))
    for article, paragraphs in numbered.items():
        for paragraph in sorted(set(range(1, max(paragraphs) + 1)) - paragraphs):
            yield f"{article}({paragraph}) is missing", ""
