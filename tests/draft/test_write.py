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
from lxml import html

from ctip_law.draft import FORMATS, draft_clause, draft_law, render
from ctip_law.draft.write import escape_markdown
from ctip_law.errors import UsageError
from ctip_law.read import read

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
    assert [" ".join(line.split()) for line in lines] == statutory(str(render(draft, "text")))
    assert len(aside) > len(draft.sections())


@pytest.mark.parametrize("tradition", TRADITIONS)
def test_a_word_document_has_real_headings_and_literal_numbers(tradition: str) -> None:
    draft = draft_law(tradition=tradition)
    data = render(draft, "docx")
    assert isinstance(data, bytes)
    document = Document(io.BytesIO(data))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == len(draft.parts)
    assert styles.count("Heading 2") == len(draft.sections())
    assert not any(
        paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None for paragraph in document.paragraphs
    )
    law = [p.text.replace("\t", " ") for p in document.paragraphs if p.style.name != "Drafting note"]
    assert law == statutory(str(render(draft, "text")))
    assert document.core_properties.title == draft.title


def test_without_notes_there_are_none() -> None:
    draft = draft_clause("tip-3b")
    for form in ("md", "html"):
        assert "Drafting note" in str(render(draft, form))
        assert "Drafting note" not in str(render(draft, form, notes=False))
    plain = Document(io.BytesIO(bytes(render(draft, "docx", notes=False))))  # type: ignore[arg-type]
    assert "Drafting note" not in {p.style.name for p in plain.paragraphs}
    assert "Drafting note" not in str(render(draft, "text"))


def test_remarks_name_blanks_terms_and_what_has_no_text_yet() -> None:
    words = str(render(draft_clause(["carriers"]), "md"))
    assert "[^terms]: **Terms to define in the same law.** “carrier” means a person" in words
    assert "[^blanks]: **To be filled in.** \\[unit of money\\]; \\[amount\\]; \\[Meaning of" in words
    assert "[^open]" not in words
    assert (
        "[^open]: **Not in this draft.** Exchange or transfer of control over a person (EU addition) "
        "(take exchange\\_of\\_control=yes)."
    ) in str(render(draft_clause("eu-2-1"), "md"))
    assert "[^open]" not in str(render(draft_clause("eu-2-1", variables={"exchange_of_control": "yes"}), "md"))


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
    with pytest.raises(UsageError, match=r"CT004 a draft has no format 'pdf'; use one of md, html, docx, text, akn"):
        render(draft_clause("tip-3b"), "pdf")
    assert FORMATS == ("md", "html", "docx", "text", "akn")
