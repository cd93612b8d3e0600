"""What is inside a unit, what stands around the body, and that every line is accounted for."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from ctip_law.model import Block, Law
from ctip_law.read import Raw
from ctip_law.structure import structure
from tests.floors import cells, documents, least
from tests.structure.helpers import law, outline, section

NESTED = {
    "a list without numbers stays with what announces it": (
        "1. Words\n(1) The office keeps a list.\n(2) In this section—\n“fee” is a price;\n“list” is a roll.\n\n"
        "2. End\nThe end.\n",
        """\
section 1: Words
  subsection 1: The office keeps a list.
  subsection 2: In this section— “fee” is a price; “list” is a roll.
section 2: End""",
    ),
    "wrap-up of a list": (
        "1. Offence\n(1) A person who, by means of—\n(a) threat; or\n(b) fraud,\ncommits an offence.\n(2) Consent does not matter.\n\n"
        "2. End\nThe end.\n",
        """\
section 1: Offence
  subsection 1: A person who, by means of—
    paragraph a: threat; or
    paragraph b: fraud,
  subsection 2: Consent does not matter.
section 2: End""",
    ),
    "flattened into one line": (
        "1. Offence\n(1) A person who— (a) uses threats; or (b) by fraud— (i) takes papers; or (ii) hides them, commits an offence."
        " (2) Consent under paragraph (a) does not matter.\n\n2. End\nThe end.\n",
        """\
section 1: Offence
  subsection 1: A person who—
    paragraph a: uses threats; or
    paragraph b: by fraud—
      subparagraph i: takes papers; or
      subparagraph ii: hides them, commits an offence.
  subsection 2: Consent under paragraph (a) does not matter.
section 2: End""",
    ),
    "paragraphs of a section without subsections": (
        "1. Duties\nThe office must—\n(a) keep a list;\n(b) answer letters.\n\n2. End\nThe end.\n",
        """\
section 1: Duties
  paragraph a: keep a list;
  paragraph b: answer letters.
section 2: End""",
    ),
    "article": (
        "Artículo 1. Deberes.\nSon deberes:\n1. Llevar un registro:\na) de personas;\nb) de cosas.\n2. Publicar cifras.\n\nArtículo 2. Fin.\nFin.\n",
        """\
article 1: Deberes
  paragraph 1: Llevar un registro:
    subparagraph a: de personas;
    subparagraph b: de cosas.
  paragraph 2: Publicar cifras.
article 2: Fin""",
    ),
    "definitions": (
        '1. Terms\nIn this Act—\n"child" means a young person;\n"office" means—\n(a) the main office; and\n(b) a branch;\n'
        '"permit" includes a licence.\n\n2. End\nThe end.\n',
        """\
section 1: Terms
  definition: "child" means a young person;
  definition: "office" means—
    paragraph a: the main office; and
    paragraph b: a branch;
  definition: "permit" includes a licence.
section 2: End""",
    ),
    "proviso": (
        "1. Permits\nThe office gives permits: Provided that a fee is paid for each of them in the way that the Minister says.\n\n2. End\nThe end.\n",
        """\
section 1: Permits
  proviso: Provided that a fee is paid for each of them in the way that
section 2: End""",
    ),
    "divisions": (
        "PART I\n\nPRELIMINARY\n\n1. Title\nThis is the Act.\n\nPART II - PERMITS\n\nChapter 1\nGiving\n\n2. Office\nAn office gives.\n\n"
        "Chapter 2\nTaking\n\n3. Court\nA court takes.\n\nPart II applies to all of it.\n",
        """\
part I: PRELIMINARY
  section 1: Title
part II: PERMITS
  chapter 1: Giving
    section 2: Office
  chapter 2: Taking
    section 3: Court""",
    ),
    "parts in chapters, as one place shows": (
        "CHAPTER I - PERMITS\n\nPART A - GIVING\n\n1. Office\nAn office gives.\n\nPART B - TAKING\n\n2. Court\nA court takes.\n\n"
        "CHAPTER II - ENDS\n\n3. End\nThe end.\n",
        """\
chapter I: PERMITS
  part A: GIVING
    section 1: Office
  part B: TAKING
    section 2: Court
chapter II: ENDS
  section 3: End""",
    ),
    "divisions that never follow chapters directly": (
        "PART I - PERMITS\n\nCHAPTER I - GIVING\n\n1. Office\nAn office gives.\n\nDIVISION 1 - FEES\n\n2. Fee\nA fee is paid.\n\n"
        "PART II - TAKING\n\nDIVISION 2 - COURTS\n\n3. Court\nA court takes.\n\n4. End\nThe end.\n",
        """\
part I: PERMITS
  chapter I: GIVING
    section 1: Office
    division 1: FEES
      section 2: Fee
part II: TAKING
  division 2: COURTS
    section 3: Court
    section 4: End""",
    ),
    "divisions after a list that names them": (
        "ARRANGEMENT OF SECTIONS\n\nPART I - PERMITS\n1. Office\n2. Fee\nPART II - TAKING\n3. Court\n\nPART I - PERMITS\n\n1. Office\nAn office gives.\n\n"
        "2. Fee\nA fee is paid.\n\nPART II - TAKING\n\n3. Court\nA court takes.\n",
        """\
part I: PERMITS
  section 1: Office
  section 2: Fee
part II: TAKING
  section 3: Court""",
    ),
    "a list in which each title begins its chapters anew": (
        "ARRANGEMENT OF SECTIONS\n\nTITLE I PERMITS\nCHAPTER I GENERAL\n1. Office\n2. Fee\nTITLE II TAKING\nCHAPTER I GENERAL\n3. Court\n4. End\n\n"
        "TITLE I PERMITS\n\nCHAPTER I GENERAL\n\n1. Office\nAn office gives.\n\n2. Fee\nA fee is paid.\n\nTITLE II TAKING\n\n"
        "CHAPTER I GENERAL\n\n3. Court\nA court takes.\n\n4. End\nThe end.\n",
        """\
title I: PERMITS
  chapter I: GENERAL
    section 1: Office
    section 2: Fee
title II: TAKING
  chapter I: GENERAL
    section 3: Court
    section 4: End""",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", NESTED)
def test_nesting(case: str) -> None:
    text, expected = NESTED[case]
    assert outline(text) == expected


def test_wrap_up_is_kept_apart() -> None:
    found = law(NESTED["wrap-up of a list"][0])
    first = section(found, "1").children[0]
    assert (first.intro, first.wrap_up) == ("A person who, by means of—", "commits an offence.")


ACT = (
    "MODEL PERMITS ACT\n\nAn Act about permits.\n\nBE IT ENACTED as follows:\n\n1. Title\nThis is the Act.\n\nPage 1\n\n2. Office\n"
    "There is an office.\n\n3. [Repealed]\n\n4. End\nThe end.\n\nGiven under my hand.\nA. Person\nMinister\n\nFIRST SCHEDULE\n"
    "[Section 2]\n1. A form.\n\nEXPLANATORY NOTE\nThis note is not part of the Act.\n"
)


def test_around_the_body() -> None:
    found = law(ACT)
    assert [component.name for component in found.components] == [
        "preface",
        "conclusions",
        "schedule_1",
        "explanatory_note",
    ]
    assert found.title == "MODEL PERMITS ACT"
    assert [left.kind for left in found.leftovers] == ["page number"]
    assert section(found, "3").flags == ("repealed",)
    assert found.text[section(found, "4").start : section(found, "4").end] == "4. End\nThe end."


def test_every_line_is_accounted_for() -> None:
    coverage = law(ACT).coverage
    assert (coverage.lines, coverage.furniture, coverage.unplaced) == (19, 1, 0)
    assert (coverage.placed, coverage.outside) == (12, 6)


def test_spans_hold_the_section_and_no_more() -> None:
    found = law(ACT)
    spans = [(unit.start, unit.end) for unit in found.sections()]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for unit in found.sections():
        words = found.text[unit.start : unit.end]
        assert words.startswith(unit.num_printed)
        assert unit.heading.strip("[]") in words


def test_children_lie_within_their_parents() -> None:
    for text, _ in NESTED.values():
        for clause in law(text).clauses:
            for unit in clause.walk():
                places = [(child.start, child.end) for child in unit.children]
                assert all(unit.start <= start < end <= unit.end for start, end in places)
                assert places == sorted(places)


def test_eids_are_unique_and_speak() -> None:
    found = law(NESTED["wrap-up of a list"][0] + "\nPART V\n\n3. A\nOne.\n")
    eids = [unit.eid for clause in found.clauses for unit in clause.walk()]
    assert len(eids) == len(set(eids))
    assert "sec_1__subsec_1__para_b" in eids


def marked(text: str, *blocks: tuple[str, dict[str, object]]) -> Law:
    places, at = [], 0
    for words, fields in blocks:
        at = text.index(words, at)
        places.append(Block(at, at + len(words), **fields))  # type: ignore[arg-type]
        at += len(words)
    return structure(Raw(text.encode(), "x").document(text, places, format="test", marked=True), lang="en")


def test_assemble_follows_the_convention() -> None:
    text = "PART I Intro\n1. Title\n(1) This is the Act.\n(a) one\n(b) two\nand so on.\n7\nSCHEDULE\n1. Form\nA note."
    found = marked(
        text,
        ("PART I Intro", {"kind": "part", "num": "PART I", "heading": "Intro", "depth": 0}),
        ("1. Title", {"kind": "section", "num": "1.", "heading": "Title", "depth": 1}),
        ("(1) This is the Act.", {"kind": "subsection", "num": "(1)", "depth": 2}),
        ("(a) one", {"kind": "paragraph", "num": "(a)", "depth": 3}),
        ("(b) two", {"kind": "paragraph", "num": "(b)", "depth": 3}),
        ("and so on.", {"kind": "text", "depth": 2}),
        ("7", {"kind": "page_number"}),
        ("SCHEDULE", {"kind": "schedule", "heading": "SCHEDULE", "depth": 0}),
        ("1. Form", {"kind": "paragraph", "num": "1.", "depth": 1}),
        ("A note.", {"kind": "note"}),
    )
    assert str(found) == (
        "part I: Intro\n  section 1: Title\n    subsection 1: This is the Act.\n      paragraph a: one\n      paragraph b: two"
    )
    assert section(found, "1").children[0].wrap_up == "and so on."
    assert [component.name for component in found.components] == ["schedule_1"]
    assert [left.kind for left in found.leftovers] == ["page number", "note"]
    assert (found.coverage.lines, found.coverage.unplaced) == (10, 0)


def test_a_line_in_no_block_is_unplaced() -> None:
    found = marked(
        "1. Title\nlost words\n2. End",
        ("1. Title", {"kind": "section", "num": "1."}),
        ("2. End", {"kind": "section", "num": "2."}),
    )
    assert [(left.kind, left.text) for left in found.leftovers] == [("unplaced", "lost words")]
    assert found.coverage.unplaced == 1


def test_deep_marking_ends() -> None:
    text = "x " * 3000
    blocks = [Block(2 * n, 2 * n + 1, kind="item", depth=n) for n in range(3000)]
    found = structure(Raw(text.encode(), "x").document(text, blocks, format="test", marked=True), lang="en")
    assert found.coverage.unplaced == 0


@pytest.mark.outside
@pytest.mark.parametrize(("name", "kind"), cells("numbers"))
def test_real_documents(shared: Path, name: str, kind: str) -> None:
    """The numbers that a lawyer read off, and no line lost."""
    from ctip_law.read import read

    cases = json.loads((shared / "structure" / "cases.json").read_text("utf-8"))
    cases = [case for case in cases if case["format"] == kind and case["source"].endswith(documents(name))]
    wrong = {}
    for case in cases:
        found = structure(read(shared / "structure" / case["source"]))
        numbers = [unit.num.replace(" ", "").casefold() for unit in found.sections()]
        if numbers != [number.replace(" ", "").casefold() for number in case["sections"]]:
            wrong[case["source"]] = numbers
        assert found.coverage.unplaced * 100 <= found.coverage.lines
        assert all(found.text[unit.start : unit.end].strip() for unit in found.sections())
    assert cases
    assert (len(cases) - len(wrong)) / len(cases) >= least("numbers", name, kind), wrong
