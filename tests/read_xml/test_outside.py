"""Official XML of many states: the count of sections is that of its own markup, every line has a place, and what is
written as AKN reads back the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from ctip_law.errors import InputError
from ctip_law.model import Law
from ctip_law.read import read
from ctip_law.structure import structure
from tests.read_xml.test_akn_round_trip import assert_round_trip

pytestmark = pytest.mark.outside

#: folder of the corpus -> how many sections its own markup has, counted on the source text
COUNTS: dict[str, Callable[[str], int]] = {
    "ch/fedlex-akn-zivilgesetzbuch": lambda xml: xml.count("<article "),
    "de/legaldocml-de-sample": lambda xml: xml.count("<akn:article "),
    "de/lieferkettensorgfaltspflichtengesetz-gii-xml": lambda xml: xml.count("<enbez>§"),
    "de/prostituiertenschutzgesetz-gii-xml": lambda xml: xml.count("<enbez>§"),
    "de/strafgesetzbuch-gii-xml": lambda xml: len(re.findall(r"<enbez>[^<]*§", xml)),
    "dk/straffeloven-lexdania-xml": lambda xml: xml.split("<Ikraft", 1)[0].count("<Paragraf "),
    "ee/karistusseadustik-riigi-teataja-xml": lambda xml: xml.count("<paragrahv "),
    "fi/act-673-2015-trafficking-victims-akn-fi": lambda xml: xml.count("<section>"),
    "gb/clml-nia-2022-2": lambda xml: xml.count('id="section-') - len(re.findall(r'id="section-\d+-', xml)),
    "gb/clml-human-rights-act-1998": lambda xml: len(re.findall(r'<P1 [^>]*id="section-\w+"', xml)),
    "ie/isb-xml-environment-act-2015": lambda xml: xml.count("<sect "),
    "is/almenn-hegningarlog-lagasafn-xml": lambda xml: xml.count("<art "),
    "it/akn-senato-ddl-2013": lambda xml: _outside_quotes(xml, "an:quotedStructure").count("<an:article "),
    "jp/penal-code-xml": lambda xml: xml.split("<SupplProvision", 1)[0].count("<Article "),
    "nl/bwb-toestand-xml-rijkswet": lambda xml: xml.count("<artikel "),
    "no/straffeloven-lovdata-xml": lambda xml: xml.count('<article class="legalArticle"'),
    "rw/law-59-2008-gbv-akn-html": lambda xml: xml.count('class="akn-article"'),
    "tw/human-trafficking-prevention-act-zh-xml": lambda xml: xml.count("<條號>"),
    "us/akn-usc-title-9-chapter-3": lambda xml: xml.count("<section "),
    "us/uslm-1.0-usc-title-1": lambda xml: _outside_quotes(xml, "quotedContent").count("<section "),
    "us/uslm-enrolled-hr644-trade-enforcement-act-2015": lambda xml: (
        _outside_quotes(xml, "quotedContent").count("<section ")
    ),
    "za/constitution-1996-akn-en": lambda xml: xml.split("</body>", 1)[0].count("<section "),
    "za/ethekwini-nuisances-by-law-akn": lambda xml: xml.split("</body>", 1)[0].count("<section "),
    "eu/akn-com-2013-619": lambda xml: xml.count("<article "),
    "eu/eurlex-xhtml-32019R2088": lambda xml: xml.count('class="title-article-norm"'),
    "cl/bcn-xml-ley-21180": lambda xml: xml.count('tipoParte="Art&#237;culo"'),
}  # fmt: skip


def _outside_quotes(xml: str, name: str) -> str:
    return re.sub(rf"<{name}\b(?:(?!<{name}\b).)*?</{name}>", "", xml, flags=re.S)


@cache
def _law(folder: Path) -> tuple[Law, str]:
    file = next(folder.glob("source.*"))
    return structure(read(file)), file.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", COUNTS)
def test_sections_as_many_as_the_markup_has(name: str, shared: Path) -> None:
    law, xml = _law(shared / "corpus" / name)
    sections = law.sections()
    assert len(sections) == COUNTS[name](xml)
    assert [section.start for section in sections] == sorted(section.start for section in sections)
    assert all(section.num and section.start < section.end for section in sections)
    assert all(section.heading or section.text or section.children for section in sections)


#: folder, number of a section, words of it that the source has on one line
WORDS = [
    ("ca/immigration-and-refugee-protection-act-en", "118", "Offence — trafficking in persons"),
    ("dk/straffeloven-lexdania-xml", "262 a", ""),
    ("ee/karistusseadustik-riigi-teataja-xml", "133", "Inimkaubandus"),
    ("de/strafgesetzbuch-gii-xml", "232", "Menschenhandel"),
    ("no/straffeloven-lovdata-xml", "257", "Menneskehandel"),
    ("us/dc-code-22-1832", "22-1832", "Forced labor."),
    ("za/constitution-1996-akn-en", "13", "Slavery, servitude and forced labour"),
]


@pytest.mark.parametrize(("name", "number", "heading"), WORDS)
def test_the_section_on_trafficking_is_where_it_belongs(name: str, number: str, heading: str, shared: Path) -> None:
    law, _ = _law(shared / "corpus" / name)
    found = [section for section in law.sections() if section.num == number]
    assert len(found) == 1
    assert found[0].heading == heading


def _xml_files(shared: Path) -> list[Path]:
    return sorted([*shared.glob("corpus/*/*/source.x*ml"), *shared.glob("structure/formats/*/*.x*ml")])


def test_every_official_file_has_a_place_for_every_line_and_reads_back_or_is_an_index(shared: Path) -> None:
    for file in _xml_files(shared):
        if file.parent.name == "dc-code-title-22-index":
            with pytest.raises(InputError, match="CT110"):
                read(file)
            continue
        law = structure(read(file))
        assert law.coverage.unplaced == 0, file
        assert law.coverage.lines == law.coverage.placed + law.coverage.outside + law.coverage.furniture, file
        assert_round_trip(law)
