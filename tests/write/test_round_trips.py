"""What is written and read back is the same tree, as Akoma Ntoso and as Markdown."""

# ruff: noqa: E501 (pieces of texts in one line)
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.corpus import entries
from ctip_law.errors import CtipError
from ctip_law.model import Clause, Law
from ctip_law.read import read
from ctip_law.structure import structure
from ctip_law.write.akn import to_akn
from ctip_law.write.markdown import to_markdown
from tests.read_xml.samples import ALL

Row = tuple[int, str, str, str, str, str, str]

ACT = """PART I
PRELIMINARY

1. Bells & *lamps*
(1) A ferry must carry—
(a) a bell_of_brass;
(b) a lamp [red] <b>lit</b>; and
(c) | a | table |,
in good order.
# Not a heading
- not a bullet
> not a quotation
---
2. Masters
“master” means a person who steers.
SCHEDULE
1. Red lamps.
"""
PIECES = ["1. Bells\n", "2. Lamps", "\n", "(1) ", "(a) ", "word ", "“x” means y;", "SCHEDULE\n", "PART I\n", "*", "_", "`", "```", "[a](b)",
          "[^1]", "<i>", "&amp;", "&", "\\", "|", "# ", "> ", "- ", "•  ", "---\n", "\u00ad", "§ ", "第一条 ", "3 bis. "]  # fmt: skip


def rows(law: Law) -> list[Row]:
    """Depth, kind, number, heading and words of every clause; blanks within words count as one."""
    found: list[Row] = []

    def visit(clause: Clause, depth: int) -> None:
        words = (clause.num, clause.heading, clause.intro, clause.text, clause.wrap_up)
        num, heading, intro, text, wrap_up = (" ".join(piece.split()) for piece in words)
        found.append((depth, clause.kind, num, heading, intro, text, wrap_up))
        for child in clause.children:
            visit(child, depth + 1)

    for clause in law.clauses:
        visit(clause, 0)
    return found


def again(data: bytes) -> Law:
    return structure(read("again", stdin=data))


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_the_corpus(entry: object) -> None:
    law = structure(read(entry.path))  # type: ignore[attr-defined]
    assert rows(again(to_markdown(law).encode())) == rows(law)
    assert rows(again(to_akn(law))) == rows(law)


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_xml_format(name: str) -> None:
    law = structure(read("law", stdin=ALL[name].source.encode()))
    assert rows(again(to_markdown(law).encode())) == rows(law)
    assert rows(again(to_akn(law))) == rows(law)


def test_signs_of_markdown_in_the_words() -> None:
    law = structure(read("act", stdin=ACT.encode()))
    made = to_markdown(law)
    back = again(made.encode())
    assert rows(back) == rows(law)
    assert [part.name for part in back.components] == [part.name for part in law.components]
    assert "(1) A ferry must carry—\n" in made  # words without signs stand as they are


def test_a_changed_file_is_read_by_its_words() -> None:
    made = to_markdown(structure(read("act", stdin=b"1. Bells\nA ferry has a bell.\n2. Lamps\nA ferry has a lamp.\n")))
    changed = made.replace("has a bell", "has two bells").replace("## 2.", "## 3.")
    back = again(changed.encode())
    assert [(section.num, section.text) for section in back.sections()] == [
        ("1", "A ferry has two bells."),
        ("3", "A ferry has a lamp."),
    ]
    assert "ctip-law/markdown" not in back.text


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text(text: str) -> None:
    try:
        law = structure(read("act", stdin=text.encode()))
    except CtipError:
        return
    if law.clauses:
        assert rows(again(to_markdown(law).encode())) == rows(law)
        assert rows(again(to_akn(law))) == rows(law)


@pytest.mark.outside
def test_official_laws(shared: Path) -> None:
    """Documents of up to 60 kB in every format there; the larger ones take minutes."""
    read_back = 0
    for folder in sorted(path.parent for path in shared.glob("corpus/*/*/meta.toml")):
        source = next(iter([*folder.glob("text.txt"), *sorted(folder.glob("source.*"))]), None)
        if source is None or source.stat().st_size > 60_000:
            continue
        try:
            law = structure(read(source))
        except CtipError:
            continue
        read_back += 1
        assert rows(again(to_markdown(law).encode())) == rows(law), source
        assert rows(again(to_akn(law))) == rows(law), source
    assert read_back > 40
