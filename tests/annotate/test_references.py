"""References: to units of the same law as eIds, to other laws and treaties by name."""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

from dataclasses import replace

import pytest

from ctip_law.annotate import annotate
from ctip_law.model import Clause
from tests.annotate.laws import law

#: The law that the cases below stand in as section 9.
SECTIONS = (
    ("2", "Interpretation", "Nothing."),
    ("3", "Offence", "(1) A person shall not\n(a) take;\n(b) keep;\n(c) sell\nanother.\n(2) Nor hide one."),
    ("4", "More", "Nothing."),
    ("5", "Again", "Nothing."),
    ("8", "Before", "Nothing."),
)

CASES = {
    "a section": ("en", "as provided in section 3.", ["sec_3"]),
    "brackets": ("en", "an offence under section 3(1)(b).", ["sec_3__subsec_1__para_b"]),
    "range of items": ("en", "the acts in section 3(1)(a) to (c).", ["sec_3__subsec_1__para_a", "sec_3__subsec_1__para_b", "sec_3__subsec_1__para_c"]),
    "list and range of sections": ("en", "under sections 2, 3 or 4 to 8.", ["sec_2", "sec_3", "sec_4", "sec_5", "sec_8"]),
    "number in words": ("en", "the list in section three.", ["sec_3"]),
    "inner before outer": ("en", "in paragraph (a) of subsection (1) of section 3, and subsection (2) of section 3.", ["sec_3", "sec_3", "sec_3__subsec_1", "sec_3__subsec_1__para_a", "sec_3__subsec_2"]),
    "this section": ("en", "Nothing in this section matters.", ["sec_9"]),
    "the preceding section": ("en", "as the preceding section says.", ["sec_8"]),
    "sub section, in two words": ("en", "as in sub section (1) of section 3.", ["sec_3", "sec_3__subsec_1"]),
    "para.": ("en", "as in para. (a) of sub-section (1) of section 3.", ["sec_3", "sec_3__subsec_1", "sec_3__subsec_1__para_a"]),
    "the two preceding sections": ("en", "as the two preceding sections say.", ["sec_5", "sec_8"]),
    "los artículos anteriores": ("es", "Lo previsto en los dos artículos anteriores.", ["sec_5", "sec_8"]),
    "a section that names itself": ("en", "Section 9 begins here.", ["sec_9"]),
    "sections of the principal Act": ("en", "Section 3 of the principal Act is amended.", []),
    "thereof": ("en", "as in section 4 and the rules thereof.", ["sec_4", "sec_4"]),
    "no such section": ("en", "as section 77 says.", []),
    "a year is no section": ("en", "The harbour of 1921 stands.", []),
    "es": ("es", "lo previsto en el artículo 3, apartado (2).", ["sec_3__subsec_2", "sec_3"]),
    "fr": ("fr", "prévues aux articles 3 et 5.", ["sec_3", "sec_5"]),
    "id outer before inner": ("id", "sebagaimana dimaksud dalam Pasal 3 ayat (1) dan Pasal 4.", ["sec_3", "sec_3__subsec_1", "sec_4"]),
    "ms": ("ms", "di bawah seksyen 3 hingga 5.", ["sec_3", "sec_4", "sec_5"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_internal_references(case: str) -> None:
    language, words, wanted = CASES[case]
    made = law(language, *SECTIONS, ("9", "Here", words))
    found = [r for r in made.references if r.eid == "sec_9" and r.kind == "internal"]
    assert sorted(r.target for r in found) == sorted(wanted)


NAMED = {
    "an Act": ("en", "a crime in the Harbour and Docks Act 1921.", [("act", "Harbour and Docks Act 1921")]),
    "a section of an Act": ("en", "under section 3 of the Harbour Code.", [("act", "Harbour Code, section 3"), ("act", "Harbour Code")]),
    "sections with letters": ("en", "in sections 12A and 12B of the Harbour Act.", [("act", "Harbour Act, section 12a"), ("act", "Harbour Act, section 12b"), ("act", "Harbour Act")]),
    "a list before another": ("en", "in section 279.01(1) or sections 12A and 12B of the Harbour Act.", [("act", "Harbour Act, section 12a"), ("act", "Harbour Act, section 12b"), ("act", "Harbour Act")]),
    "a range of letters": ("en", "under sections 3, 12A(1)(a) to 14BB of the Harbour Code.", [("act", "Harbour Code, section 3"), ("act", "Harbour Code, section 12a(1)(a)"), ("act", "Harbour Code, section 14bb"), ("act", "Harbour Code")]),
    "a Code of": ("en", "under s. 12(1) of the Code of Harbour Procedure.", [("act", "Code of Harbour Procedure, section 12(1)"), ("act", "Code of Harbour Procedure")]),
    "the principal Act": ("en", "section 3 of the principal Act is amended.", [("act", "the principal Act, section 3")]),
    "ms akta ibu": ("ms", "Seksyen 3 Akta ibu dipinda.", [("act", "Akta ibu, section 3")]),
    "numbered Act": ("en", "as amended by Act 16 of 2022.", [("act", "Act 16 of 2022")]),
    "a treaty": ("en", "under the Convention on the Rights of Sailors.", [("treaty", "Convention on the Rights of Sailors")]),
    "this Act is no name": ("en", "The Act says so, and this Act too.", []),
    "es ley": ("es", "según la Ley 985 de 2005.", [("act", "Ley 985 de 2005")]),
    "es código": ("es", "conforme al Código Penal.", [("act", "Código Penal")]),
    "fr loi": ("fr", "vu la Loi n° 2005/015.", [("act", "Loi n° 2005/015")]),
    "id undang-undang": ("id", "menurut Undang-Undang Nomor 13 Tahun 2006.", [("act", "Undang-Undang Nomor 13 Tahun 2006")]),
    "ms akta": ("ms", "mengikut Akta Pelabuhan 1959/63.", [("act", "Akta Pelabuhan 1959/63")]),
}  # fmt: skip


@pytest.mark.parametrize("case", NAMED)
def test_other_laws_and_treaties(case: str) -> None:
    language, words, wanted = NAMED[case]
    made = law(language, *SECTIONS, ("9", "Here", words))
    found = [(r.kind, r.target) for r in made.references if r.eid == "sec_9" and r.kind != "internal"]
    assert sorted(found) == sorted(wanted)


def test_a_section_of_another_act_is_not_ours() -> None:
    made = law("en", *SECTIONS, ("9", "Here", "under section 3 of the Harbour Act 1921."))
    assert [r for r in made.references if r.kind == "internal"] == []


def test_places_are_slices_of_the_source() -> None:
    made = law("en", *SECTIONS, ("9", "Here", "as in section\n4 and elsewhere."))
    (reference,) = made.references
    assert made.text[reference.start : reference.end] == "section\n4".removeprefix("section\n")


HEADS = [
    ("Section 4.", "4", "Amendment of section 3", "The principal Act is amended.", []),
    ("Artículo 4.", "4", "Delito", "Se castiga lo del artículo 3.", ["sec_3"]),
    ("Art. 4bis.", "4 bis", "", "Vu l'article 3.", ["sec_3"]),
    ("Pasal 4", "4", "", "Sebagaimana dimaksud dalam Pasal 3.", ["sec_3"]),
    ("4.", "4", "Penalty under section 3", "Nothing.", ["sec_3"]),
]


@pytest.mark.parametrize(("printed", "num", "heading", "words", "wanted"), HEADS)
def test_the_number_above_a_section_is_no_reference(
    printed: str, num: str, heading: str, words: str, wanted: list[str]
) -> None:
    language = {"Ar": "es" if "Artíc" in printed else "fr", "Pa": "id"}.get(printed[:2], "en")
    text = f"{printed} {heading}\n{words}\n"
    base = law(language, *SECTIONS)
    section = Clause("sec_4x", "section", num, printed, heading, start=len(base.text), end=len(base.text + text))
    made = annotate(replace(base, text=base.text + text, clauses=(*base.clauses, section)))
    assert [r.target for r in made.references if r.eid == "sec_4x" and r.kind == "internal"] == wanted


#: Words in subsection (2) of the last section of Part II, and what they point to.
WITHIN = [
    ("in this Part", ["part_II"]),
    ("in this section", ["sec_8"]),
    ("in this article", ["sec_8"]),  # laws say either of a unit
    ("in this subsection", ["sec_8__subsec_2"]),
    ("in this paragraph", []),
    ("in this chapter", []),
    ("in the preceding section", ["sec_5"]),
    ("in the preceding subsection", ["sec_8__subsec_1"]),
    ("in the preceding sections", ["sec_5"]),  # those of the same Part
    ("in the two preceding sections", ["sec_5"]),
    ("in the preceding subsections", ["sec_8__subsec_1"]),
]


@pytest.mark.parametrize(("words", "wanted"), WITHIN)
def test_words_that_point_by_where_they_stand(words: str, wanted: list[str]) -> None:
    base = law("en", *SECTIONS[:2], SECTIONS[3], ("8", "Here", f"(1) Nothing.\n(2) As {words}."))
    halves = {"I": base.clauses[:2], "II": base.clauses[2:]}
    parts = tuple(
        Clause(f"part_{num}", "part", num, start=half[0].start, end=half[-1].end, children=half)
        for num, half in halves.items()
    )
    made = annotate(replace(base, clauses=parts))
    assert [r.target for r in made.references if r.kind == "internal"] == wanted
