# ruff: noqa: E501  (JSON, one file a line)
"""JSON of scrapers becomes the law that it holds, under whatever keys, or is refused with a reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import parse
from ctip_law.errors import CtipError, InputError
from ctip_law.read import read
from ctip_law.structure import structure

TEXTS = ["This Act may be cited as the Inn Act.", "(1) A keeper must hold a book.\n(2) The book is open to an officer.", "A keeper who contravenes section 2 is liable to imprisonment for four years."]
HEADS = ["Short title", "Books", "Penalty"]


def rows(number: str, heading: str, text: str, form: str = "{}", **more: Any) -> list[dict[str, Any]]:
    return [{number: form.format(n), heading: head, text: words, **more} for n, (head, words) in enumerate(zip(HEADS, TEXTS, strict=True), 1)]


FILES: list[tuple[str, Any]] = [
    ("provisions", {"title": "Inn Act 2020", "provisions": rows("section", "title", "content")}),
    ("sections of an act", {"name": "Inn Act 2020", "sections": rows("number", "heading", "text")}),
    ("articles with their word", {"title": "Inn Act 2020", "articles": rows("article_number", "heading", "body", "Article {}")}),
    ("keys of the scraper's own", {"title": "Inn Act 2020", "data": {"items": rows("provision_ref", "caption", "fullText", "sec{}")}}),
    ("a bare list", rows("sectionNumber", "sectionTitle", "sectionText", act="Inn Act 2020")),
    ("one object in each entry", [{"act": "Inn Act 2020", "section": row} for row in rows("num", "heading", "text")]),
    ("by number", {"title": "Inn Act 2020", "sections": {str(n): {"heading": head, "text": words} for n, (head, words) in enumerate(zip(HEADS, TEXTS, strict=True), 1)}}),
    ("parts", {"title": "Inn Act 2020", "parts": [{"number": "Part I", "title": "General", "sections": rows("no", "heading", "text")[:2]}, {"number": "Part II", "title": "End", "sections": rows("no", "heading", "text")[2:]}]}),
    ("a list of one law, its articles within an object", [{"title": "Inn Act 2020", "type": "Act", "content": {"articles": rows("number", "title", "text")}}]),
    ("chapters named in the entries", {"title": "Inn Act 2020", "provisions": rows("section", "title", "content", chapter="Part I General")}),
    ("the words begin with the number", {"title": "Inn Act 2020", "provisions": [{"section": str(n), "title": head, "content": f"{n}. {words}"} for n, (head, words) in enumerate(zip(HEADS, TEXTS, strict=True), 1)]}),
    ("the heading begins with the number", {"title": "Inn Act 2020", "provisions": [{"section": str(n), "title": f"Section {n}. {head}", "content": words} for n, (head, words) in enumerate(zip(HEADS, TEXTS, strict=True), 1)]}),
    ("pieces of a page in the words", {"title": "Inn Act 2020", "provisions": [{"section": str(n), "title": head, "content": f"<p>{words}</p>".replace("\n", "</p><p>")} for n, (head, words) in enumerate(zip(HEADS, TEXTS, strict=True), 1)]}),
    ("a list of paragraphs", {"title": "Inn Act 2020", "provisions": [{"section": str(n), "title": head, "text": words.split("\n")} for n, (head, words) in enumerate(zip(HEADS, TEXTS, strict=True), 1)]}),
    ("definitions beside it", {"title": "Inn Act 2020", "provisions": rows("section", "title", "content"), "definitions": [{"term": "inn", "definition": "a house " * 200}]}),
    ("one record of a law", [{"title": "Inn Act 2020", "url": "https://example.org", "sections": rows("number", "heading", "text")}]),
    ("Spanish keys", {"titulo": "Inn Act 2020", "articulos": rows("numero", "titulo", "texto")}),
]  # fmt: skip


@pytest.mark.parametrize("data", [case[1] for case in FILES], ids=[case[0] for case in FILES])
def test_read_as_the_law_it_is(data: Any) -> None:
    law = parse("-", stdin=json.dumps(data).encode())
    assert law.title == "Inn Act 2020"
    assert [section.num for section in law.sections()] == ["1", "2", "3"]
    assert [section.heading.rstrip(".") for section in law.sections()] == HEADS
    assert len(law.sections()[1].children) == 2
    assert [(penalty.section, penalty.max_years) for penalty in law.penalties] == [("3", 4)]
    assert "{" not in law.text
    assert law.coverage.unplaced == 0


def test_one_object_a_line() -> None:
    data = "\n".join(json.dumps(row) for row in rows("section", "title", "content")).encode()
    assert [section.num for section in parse("-", stdin=data).sections()] == ["1", "2", "3"]


def test_what_is_not_read_is_told() -> None:
    data = {"title": "Inn Act", "provisions": rows("section", "title", "content"), "schedules": [{"name": "A", "words": "The book."}]}
    document = read("-", stdin=json.dumps(data).encode())
    assert [warning.code for warning in document.warnings] == ["CT120"]
    assert "'schedules'" in document.warnings[0].message


BAD = [
    ("an empty object", "{}", "CT115"),
    ("an empty list", "[]", "CT115"),
    ("a list of numbers", "[1, 2, 3]", "CT115"),
    ("settings", '{"name": "x", "version": 3, "url": "https://example.org"}', "CT115"),
    ("records without words", '[{"id": 1, "name": "x"}, {"id": 2, "name": "y"}]', "CT115"),
    ("provisions without words", json.dumps({"provisions": [{"section": "1", "content": ""}, {"section": "2", "content": None}]}), "CT115"),
    ("headings and no provision", json.dumps({"title": "Inn Act", "provisions": [{"section": "whole text", "title": "Inn Act", "content": "Second supplement\n\nINN ACT\n\nThe President\n\nMonday 16 of May"}]}), "CT115"),
    ("cut off", json.dumps({"provisions": rows("section", "title", "content")})[:200], "CT112"),
    ("several laws", json.dumps([{"title": t, "url": "u", "sections": rows("number", "heading", "text")} for t in ("A Act", "B Act")]), "CT116"),
    ("nested without end", '{"a":' * 100_000, "CT108"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_refused_in_one_sentence(data: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        parse("act.json", stdin=data.encode())
    assert caught.value.code == code
    assert str(caught.value).count("\n") == 0


@pytest.mark.parametrize("text", ["[1] See the old act.\n\n1. Title\nThis is the Inn Act.\n", "{1} Title\nThis is the Inn Act.\n"])
def test_text_that_begins_with_a_bracket_is_text(text: str) -> None:
    assert read("-", stdin=text.encode()).source.format == "text"


_json = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["title", "section", "text", "content", "provisions", "1", "2", "x"]), inner, max_size=4), max_leaves=12)  # fmt: skip


@given(_json)
@settings(deadline=None, max_examples=150)
def test_any_json_is_read_or_refused(data: Any) -> None:
    try:
        document = read("-", stdin=json.dumps(data).encode())
    except CtipError:
        return
    assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)


@pytest.mark.parametrize(
    "keys",
    [("pasal", "teks"), ("number", "currentText"), ("статья", "текст"), ("madde", "metin"), ("artigo", "conteúdo")],
    ids="-".join,
)
def test_keys_of_scrapers_in_other_languages(keys: tuple[str, str]) -> None:
    entries = [{keys[0]: str(n), keys[1]: f"A keeper keeps book {n} in the house."} for n in (1, 2, 3)]
    found = structure(read("-", stdin=json.dumps(entries).encode()))
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]


def test_an_official_collection_in_spanish_keys() -> None:
    """Number and "BIS" apart, chapters beside the articles, notes of the editors left out."""
    chapter = {"titulosArticulo": " CAPITULO I - LIBROS<br> "}
    entries = [
        {"nroArticulo": "1", "secArticulo": "", "tituloArticulo": "Artículo 1", "textoArticulo": "  El guarda lleva un libro.\r\n", **chapter},
        {"nroArticulo": "1", "secArticulo": "BIS", "tituloArticulo": "Artículo 1-BIS", "textoArticulo": "  El libro es público.\r\n", "notasArticulo": "<b>Agregado por:</b> Ley 9."},
        {"nroArticulo": "2", "secArticulo": "", "tituloArticulo": "Artículo 2", "textoArticulo": "  El que pierde el libro será castigado.\r\n"},
    ]  # fmt: skip
    found = structure(read("-", stdin=json.dumps({"nombreNorma": "LEY DE LIBROS", "nroNorma": "9", "articulos": entries}).encode()))
    assert (found.title, [unit.num for unit in found.sections()]) == ("LEY DE LIBROS", ["1", "1 bis", "2"])
    assert [(top.kind, top.heading) for top in found.clauses] == [("chapter", "LIBROS")]
    assert "Agregado" not in found.text
