"""Definitions: terms in every manner of drafting, whole entries, scope, and where the meaning is given."""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

import pytest

from ctip_law.model import Law
from tests.annotate.laws import law

#: case -> (language, heading, words, terms in order)
TERMS = {
    "quoted": ("en", "Interpretation", "In this Act—\n“alpha” means one;\n“beta” includes two.", ["alpha", "beta"]),
    "single quotes, no space": ("en", "Interpretation", "In this Act—\n‘alpha’means one;\n‘beta’has the same meaning as in section 9.", ["alpha", "beta"]),
    "blanks in the quotes": ("en", "Interpretation", 'In this Act, " alpha " means one; " beta " in relation to a ship, means two.', ["alpha", "beta"]),
    "two terms of one entry": ("en", "Definitions", "“alpha” or “beta”, in relation to a person, means the one who does it.", ["alpha", "beta"]),
    "a verb": ("en", "Interpretation", "In this Act—\n“alphas” means, in relation to a person—\n(a) takes him, or\n(b) keeps him;\n“gamma” means three.", ["alphas", "gamma"]),
    "the term": ("en", "Offence", "In this section:\n(1) The term “alpha” means one.\n(2) The term “beta” means two.", ["alpha", "beta"]),
    "no quotes, refers to": ("en", "Definition of Terms", "As used in this Act:\n(a) Alpha beta - refers to the act of moving;\n(b) Gamma - refers to a debt.", ["Alpha beta", "Gamma"]),
    "no quotes, colon": ("en", "Definitions", "The following terms have these meanings:\n(a) alpha: any act of that kind done to a person;\n(b) beta: any act of the other kind done to a person.", ["alpha", "beta"]),
    "a sentence": ("en", "Meaning of alpha", "For the purposes of this Act, alpha means a thing of that kind.", ["alpha"]),
    "es comillas": ("es", "Definiciones", "Para los efectos de la presente ley:\n(a) «alfa» significa lo uno;\n(b) «beta» comprende lo otro.", ["alfa", "beta"]),
    "es se entiende por": ("es", "Delito", "Para efectos de este artículo se entenderá por alfa el obtener provecho de otro.", ["alfa"]),
    "fr expression": ("fr", "Termes", "Au sens de la présente loi :\nL'expression “alpha” désigne le fait de le faire.\nLe terme “bêta” s'entend d'une chose.", ["alpha", "bêta"]),
    "fr est le fait": ("fr", "Infraction", "La gamma des personnes est le fait de les recruter.", ["gamma des personnes"]),
    "id adalah": ("id", "Ketentuan Umum", "Dalam Undang-Undang ini yang dimaksud dengan:\n(a) Alfa Beta adalah tindakan itu.\n(b) Gama adalah orang itu.", ["Alfa Beta", "Gama"]),
    "ms ertinya": ("ms", "Tafsiran", 'Dalam Akta ini, melainkan jika konteksnya menghendaki makna yang lain—\n"alfa" ertinya satu;\n"beta" termasuklah dua.', ["alfa", "beta"]),
    "three terms": ("en", "Interpretation", "In this Act, “alpha”, “beta” and “gamma” mean one.", ["alpha", "beta", "gamma"]),
    "two by a stroke": ("en", "Interpretation", "In this Act, “alpha” / “beta” means one.", ["alpha", "beta"]),
    "as the case may be": ("en", "Interpretation", "“alpha” or, as the case may be, “beta” means one.", ["alpha", "beta"]),
    "its derivatives": ("en", "Interpretation", "“alpha” and its derivatives mean one.", ["alpha"]),
    "refers only to": ("en", "Officer", "“Alpha” refers only to the one named in the Schedule.", ["Alpha"]),
    "is limited to": ("en", "Officer", "In this Act “alpha” is limited to the one named in the Schedule.", ["alpha"]),
    "es se refiere únicamente a": ("es", "Alfa", "«alfa» se refiere únicamente a lo uno.", ["alfa"]),
    "es plural": ("es", "Definiciones", "«alfa» y «beta» significan lo uno.", ["alfa", "beta"]),
    "id hanya merujuk": ("id", "Ketentuan Umum", "Dalam Undang-Undang ini yang dimaksud dengan:\n(a) Alfa hanya merujuk pada satu hal.\n(b) Beta adalah dua.", ["Alfa", "Beta"]),
    "ms hanya merujuk": ("ms", "Tafsiran", '"alfa" hanya merujuk kepada satu perkara.', ["alfa"]),
    "the expressions contained in it": ("en", "", "The expressions contained in this Law shall have the meanings given hereunder:-\n(a) Alpha means one thing of that kind.\nExplanation (1) Beta includes two.\nExplanation (2) Gamma delta means three.\n(b) Epsilon means four.", ["Alpha", "Beta", "Gamma delta", "Epsilon"]),
    "a dash behind a stop": ("en", "Definitions", "(a) Alpha. – A thing of that kind with two sides.\n(b) Beta gamma. – The term includes all of the following things.", ["Alpha", "Beta gamma"]),
    "the heading again": ("en", "Definitions", "(a) Definitions. – The following definitions apply in this Article:\n(b) Alpha. – A thing of that kind with two sides.", ["Alpha"]),
    "unquoted, below the heading": ("en", "Interpretation", "alpha means one.", ["alpha"]),
    "lines without a stop": ("en", "Interpretation", "In this Act—\nalpha means one\nthing of that kind\nbeta gamma includes two\ndelta has the same meaning as in another Act", ["alpha", "beta gamma", "delta"]),
    "lines with items below": ("en", "Interpretation", "In this Act—\nalpha means one\nbeta means—\n(a) a thing; or\n(b) words on a device\ngamma means three\ndelta means four", ["alpha", "beta", "gamma", "delta"]),
    "a dictionary": ("en", "Dictionary", "In this Act:\nalpha means a thing under section 7(6).\nbeta has the meaning given by section 6.\ngamma has the meaning given by section 7.\ndelta means one.", ["alpha", "beta", "gamma", "delta"]),
    "lines with a colon": ("en", "Definitions", "In this Law:\nAlpha : The one who flies a kite by its string.\nBeta : The other who holds the string of a kite.\nGamma : The place from which a kite is flown.", ["Alpha", "Beta", "Gamma"]),
    "a colon twice": ("en", "Definitions", "In this Law:\nAlpha : The one who flies a kite by its string.\nBeta : The other who holds the string of a kite.", []),
    # near-misses
    "an exclusion defines nothing": ("en", "Interpretation", "(1) In this Act “alpha” means one.\n(2) The term “alpha” does not include two.", ["alpha"]),
    "nor does shall not": ("en", "Interpretation", "The term “alpha” shall not include two.", []),
    "es no incluye": ("es", "Definiciones", "El término «alfa» no incluye lo otro.", []),
    "fr ne comprend pas": ("fr", "Définitions", "Le terme « alfa » ne comprend pas l'autre.", []),
    "ms tidak termasuk": ("ms", "Tafsiran", 'Ungkapan "alfa" tidak termasuk yang lain.', []),
    "a reference to": ("en", "Interpretation", "A reference to a hostel is a reference to a house.", []),
    "a quotation is no definition": ("en", "Amendment", "The words “alpha” and “beta” are deleted.", []),
    "a quoted title": ("en", "Notice", "The notice shall bear the words “no entry” in letters of that size.", []),
    "an offence is no definition": ("en", "Offence", "A person who means to do it commits an offence.", []),
    "a rule is no entry": ("es", "Agravantes", "La pena será mayor cuando:\n(a) El agente es pariente;\n(b) La víctima es menor.", []),
}  # fmt: skip


@pytest.mark.parametrize("case", TERMS)
def test_terms(case: str) -> None:
    language, heading, words, wanted = TERMS[case]
    assert [d.term for d in law(language, ("2", heading, words)).definitions] == wanted


def entry(made: Law, term: str) -> str:
    (found,) = [d for d in made.definitions if d.term == term]
    return made.text[found.start : found.end]


def test_an_entry_is_the_term_with_its_meaning_and_items() -> None:
    made = law(
        "en",
        ("2", "Interpretation", "In this Act—\n“alpha” means—\n(a) one; or\n(b) two;\n“beta” means three."),
        ("3", "Next", "Nothing here."),
    )
    assert entry(made, "alpha") == "“alpha” means—\n(a) one; or\n(b) two;"
    assert entry(made, "beta") == "“beta” means three."


def test_an_entry_ends_with_its_subsection() -> None:
    made = law("en", ("2", "Interpretation", "(1) In this Act, “alpha” means one.\n(2) Subsection (1) binds nobody."))
    assert entry(made, "alpha") == "“alpha” means one."


@pytest.mark.parametrize(
    ("heading", "words", "scope"),
    [
        ("Interpretation", "In this Act, “alpha” means one.", "act"),
        ("Offence", "(1) It is an offence.\n(2) In this section, “alpha” means one.", "sec_5"),
        (
            "Offence",
            "(1) It is an offence.\n(2) For the purposes of subsection (1), “alpha” means one.",
            "sec_5__subsec_1",
        ),
        ("Definitions", "“alpha” means one.", "act"),
        ("Offence", "It is an offence, and “alpha” means one.", "sec_5"),
    ],
)
def test_scope(heading: str, words: str, scope: str) -> None:
    (definition,) = law("en", ("5", heading, words)).definitions
    assert definition.scope == scope


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("“alpha” has the meaning given in section 9;", "section 9"),
        ("“alpha” has the same meaning as in the Harbour Act;", "Harbour Act"),
        (
            "“alpha” has the meaning assigned to it by section 9 of the Harbour Act 1921;",
            "section 9 of the Harbour Act 1921",
        ),
        ("“alpha” shall have the same meaning as beta;", "beta"),
        ("“alpha” means the thing described in section 9;", ""),
    ],
)
def test_meaning_given_elsewhere(words: str, target: str) -> None:
    (definition,) = law("en", ("2", "Interpretation", f"In this Act—\n{words}")).definitions
    assert definition.target == target
