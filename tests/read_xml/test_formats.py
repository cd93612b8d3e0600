"""Each XML format: recognised by what it holds, read into the same clause model, every line accounted for."""

from __future__ import annotations

import pytest

from ctip_law.errors import InputError
from ctip_law.model import Document
from ctip_law.read import read
from ctip_law.structure import structure
from tests.read_xml.samples import ALL, Sample


def _flat(words: str) -> str:
    return "\n".join(" ".join(part for part in line.split(" | ")) for line in words.splitlines())


@pytest.mark.parametrize("sample", ALL.values(), ids=ALL)
def test_tree(sample: Sample) -> None:
    document = read("law.bin", stdin=sample.source.encode())
    law = structure(document)
    assert document.source.format == sample.format
    assert str(law) == sample.tree
    assert tuple(component.name for component in law.components) == sample.components
    assert law.coverage.unplaced == 0


@pytest.mark.parametrize("sample", ALL.values(), ids=ALL)
def test_blocks_are_in_order_and_hold_the_text(sample: Sample) -> None:
    document = read("law.bin", stdin=sample.source.encode())
    last = 0
    for block in document.blocks:
        assert last <= block.start <= block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        last = block.end
    assert _uncovered(document) == []


def _uncovered(document: Document) -> list[str]:
    covered = [(block.start, block.end) for block in document.blocks]
    place, missing = 0, []
    for line in document.text.split("\n"):
        if line.strip() and not any(start <= place and place + len(line) <= end for start, end in covered):
            missing.append(line)
        place += len(line) + 1
    return missing


@pytest.mark.parametrize("sample", ALL.values(), ids=ALL)
def test_reading_twice_gives_the_same(sample: Sample) -> None:
    first, second = (read("law.bin", stdin=sample.source.encode()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("sample", ALL.values(), ids=ALL)
@pytest.mark.parametrize("share", [0.35, 0.7, 0.95])
def test_cut_off_files_are_refused_or_read_without_a_crash(sample: Sample, share: float) -> None:
    data = sample.source.encode()
    code = ""
    try:
        structure(read("law.bin", stdin=data[: int(len(data) * share)]))
    except InputError as error:
        code = error.code
    assert code in {"", "CT103", "CT104", "CT106", "CT112"}


def test_an_index_of_files_says_so() -> None:
    spaces = 'xmlns="https://code.dccouncil.us/schemas/dc-library" xmlns:xi="http://www.w3.org/2001/XInclude"'
    source = f"""<container {spaces}>
<heading>Crimes</heading><xi:include href="./sections/1-101.xml"/>
<xi:include href="./sections/1-102.xml"/></container>"""
    with pytest.raises(InputError) as caught:
        read("index.xml", stdin=source.encode())
    assert caught.value.code == "CT110"
    assert "2 files" in str(caught.value)
    assert "./sections/1-101.xml" in str(caught.value)


@pytest.mark.parametrize("start", ['<div class="akn-body">', '<p class="title-article-norm">Article 1</p>'])
def test_a_page_nested_without_end_is_refused_and_not_cut(start: str) -> None:
    with pytest.raises(InputError) as caught:
        read("law.html", stdin=f"<html><body>{start}{'<div>' * 5000}words".encode())
    assert caught.value.code == "CT108"


def test_unknown_xml_names_its_root() -> None:
    with pytest.raises(InputError) as caught:
        read("x.xml", stdin=b'<?xml version="1.0"?><recipe><step>Stir.</step></recipe>')
    assert caught.value.code == "CT104"
    assert "recipe" in str(caught.value)


META: list[tuple[str, dict[str, str | None]]] = [
    ("CLML", {"title": "Ferry Act 2001", "country": "GB", "uri": "/akn/gb/ukpga/2001/5", "kind": "act"}),
    ("LIMS", {"title": "Ferry Act", "country": "CA", "language": "en"}),
    ("EURLEX", {"country": "EU", "uri": "/akn/eu/act/regulation/2001/5", "version": "2003-02-01", "language": "en"}),
    ("EGOV", {"title": "灯台法", "country": "JP", "uri": "/akn/jp/act/1955/5"}),
    ("TW", {"title": "燈塔法", "country": "TW", "version": "2020-01-01"}),
    ("TW_EN", {"title": "Lighthouse Act", "country": "TW", "version": "2020-01-01", "language": None}),
    ("BCN", {"country": "CL", "version": "2001-01-01"}),
    ("DC", {"complete": "false", "country": "US"}),
]


@pytest.mark.parametrize(("name", "language"), [("TW", "zh-Hant"), ("TW_EN", "en")])
def test_a_ministrys_translations_are_in_the_language_of_their_words(name: str, language: str) -> None:
    assert structure(read("law.bin", stdin=ALL[name].source.encode())).language == language


@pytest.mark.parametrize(("name", "expected"), META)
def test_what_the_file_says_of_itself(name: str, expected: dict[str, str | None]) -> None:
    meta = read("law.bin", stdin=ALL[name].source.encode()).meta
    assert {key: meta.get(key) for key in expected} == expected
