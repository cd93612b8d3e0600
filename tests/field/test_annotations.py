"""Neighbours of the field cases on what is read in the words of a law: references, definitions, penalties."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from ctip_law import parse


def _act(title: str, *sections: str) -> str:
    return f"{title}\n\n" + "\n\n".join(sections) + "\n"


_FIVE = (
    "1. Name\nThis Act may be cited as the Orchard Act.",
    "5. Wages\n(1) A picker is paid each week.\n(2) The pay—\n(a) is in coin;\n(b) is counted; and\n(c) is written down.\n(3) The pay is due on Friday.",
    "6. Beds\nA picker is given a bed.",
    "7. Food\nA picker is given food.",
)
#: kind -> neighbours: the last section, and the targets of its references.
REFERENCES: dict[str, dict[str, tuple[str, list[str]]]] = {
    "10 lists, ranges and sections of other laws": {
        "sub sections, in two words": ("9. End\n(1) One.\n(2) Two.\n(3) Sub sections (1) and (2) do not apply at night.", ["sec_9__subsec_1", "sec_9__subsec_2"]),
        "a range of items behind sub-section": ("9. End\nClauses (a) to (c) of sub-section (2) of section 5 apply.", ["sec_5", "sec_5__subsec_2", "sec_5__subsec_2__para_a", "sec_5__subsec_2__para_b", "sec_5__subsec_2__para_c"]),
        "sections with letters of a named code": ("9. End\nNothing here limits sections 370 and 370A of the Orchard Penal Code.", ["Orchard Penal Code", "Orchard Penal Code, section 370", "Orchard Penal Code, section 370a"]),
        "or, with brackets": ("9. End\nA person who contravenes section 5(1), 5(3), 6 or 7 commits an offence.", ["sec_5__subsec_1", "sec_5__subsec_3", "sec_6", "sec_7"]),
        "a dash for a range": ("9. End\nSections 5–7 do not apply to a family.", ["sec_5", "sec_6", "sec_7"]),
        "own section beside another law's": ("9. End\nIn section 6 and in section 12 of the Beds Act a bed is a bed.", ["Beds Act", "Beds Act, section 12", "sec_6"]),
    }
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, cases in REFERENCES.items() for name in cases])
def test_references(kind: str, name: str) -> None:
    words, targets = REFERENCES[kind][name]
    law = parse("-", stdin=_act("ORCHARD ACT 2031", *_FIVE, words).encode())
    [last] = [clause for clause in law.clauses if clause.num == "9"]
    found = {one.target for one in law.references if last.start <= one.start < last.end}
    assert sorted(found) == targets


#: kind -> neighbours: the law, its terms with the unit that each stands in, and what is inside section or article 1.
DEFINITIONS: dict[str, dict[str, tuple[str, list[tuple[str, str]], list[str]]]] = {
    "11 definitions before subsections, exclusions, refers only to": {
        "an exclusion that begins with the term": (
            _act("INN ACT 2031", '1. Interpretation\n(1) In this Act—\n"inn" means a house with beds;\n"guest" means a person who pays.\n(2) "Guest" does not include a child of the keeper.\n(3) A bed is counted.', "2. Keeper\nA keeper keeps a book."),
            [("inn", "sec_1__subsec_1__def_1"), ("guest", "sec_1__subsec_1__def_2")],
            ["1", "2", "3"],
        ),
        "refers solely to": (
            _act("INN ACT 2031", "1. Name\n(1) This Act may be cited as the Inn Act.\n(2) It begins in May.", '2. Keeper\n"Keeper" refers solely to a person named in the register.'),
            [("Keeper", "sec_2")],
            ["1", "2"],
        ),
        "Spanish": (
            _act("LEY DE POSADAS", "Artículo 1. Definiciones\n1. Para los efectos de la presente ley se entiende por:\na) «posada»: la casa con camas;\nb) «huésped»: la persona que paga.\n2. No se considera huésped al hijo del posadero.\n3. La cama se cuenta.", "Artículo 2. Libro\nEl posadero lleva un libro."),
            [("posada", "art_1__para_1__subpara_a"), ("huésped", "art_1__para_1__subpara_b")],
            ["1", "2", "3"],
        ),
        "letters below a term": (
            _act("INN ACT 2031", '1. Interpretation\n(1) In this Act—\n"inn" means—\n(a) a house with beds; or\n(b) a boat with beds,\nthat is open to all;\n"guest" means a person who pays.\n(2) The term "inn" excludes a prison.', "2. Keeper\nA keeper keeps a book."),
            [("inn", "sec_1__subsec_1__def_1"), ("guest", "sec_1__subsec_1__def_2")],
            ["1", "2"],
        ),
        "is confined to": (
            _act("INN ACT 2031", "1. Name\n(1) This Act may be cited as the Inn Act.\n(2) It begins in May.", '2. Keeper\nIn this Act "keeper" is confined to a person named in the register.'),
            [("keeper", "sec_2")],
            ["1", "2"],
        ),
    }
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, cases in DEFINITIONS.items() for name in cases])
def test_definitions(kind: str, name: str) -> None:
    text, terms, inside = DEFINITIONS[kind][name]
    law = parse("-", stdin=text.encode())
    assert [(one.term, one.eid) for one in law.definitions] == terms
    assert [child.num for child in law.clauses[0].children if child.kind != "definition"] == inside


Row = tuple[str, float | None, float | None, str]
#: kind -> neighbours: the law, and (section, least, most, from which section) of each row.
PENALTIES: dict[str, dict[str, tuple[str, list[Row]]]] = {
    "13 parts of another penalty": {
        "at least one half": (
            _act("MILL ACT 2031", "1. Offence\nWhoever holds a miller by force shall be punished with imprisonment of four to twelve years.", "2. Attempt\nWhoever attempts an offence under section 1 shall be punished with not less than one-half of the punishment provided for that offence."),
            [("1", 4, 12, ""), ("2", 6, 12, "1")],
        ),
        "at most two thirds": (
            _act("MILL ACT 2031", "1. Offence\nWhoever holds a miller by force shall be punished with imprisonment of three to twelve years.", "2. Attempt\nWhoever attempts an offence under section 1 shall be punished with not more than two-thirds of the punishment provided for that offence."),
            [("1", 3, 12, ""), ("2", None, 8, "1")],
        ),
        "raised by half, the circumstance elsewhere": (
            _act("MILL ACT 2031", "1. Circumstances\nThe circumstances are night and force.", "2. Papers\nWhoever holds the papers of a miller shall be punished with imprisonment of two to four years. The penalty is increased by one-half if any of the circumstances in section 1 is present."),
            [("2", 2, 4, ""), ("2", 3, 6, "2")],
        ),
        "Spanish, raised by a third": (
            _act("LEY DE MOLINOS", "Artículo 1. Delito\nQuien retenga a un molinero será castigado con prisión de tres a nueve años.", "Artículo 2. Agravante\nLa pena prevista en el artículo 1 se aumentará en un tercio cuando la víctima sea menor."),
            [("1", 3, 9, ""), ("2", 4, 12, "1")],
        ),
        "the double": (
            _act("MILL ACT 2031", "1. Offence\nWhoever holds a miller by force is liable to imprisonment for five years.", "2. Again\nA person who commits an offence under section 1 a second time is liable to double the penalty provided in that section."),
            [("1", None, 5, ""), ("2", None, 10, "1")],
        ),
    },
    "24 a table of offences and penalties": {
        "the penalty in the first column": (
            "# Mill Act 2031\n\n## 1. Name\n\nThis Act may be cited as the Mill Act.\n\n## 2. Penalties\n\nThe penalties are set out below.\n\n| Penalty | Offence |\n| --- | --- |\n| Imprisonment for four years | Holding a miller |\n| Imprisonment for two years | Holding a key |\n\n## 3. End\n\nThis Act ends in May.\n",
            [("2", None, 4, ""), ("2", None, 2, "")],
        ),
        "Markdown, bars": (
            "# Mill Act 2031\n\n## 1. Name\n\nThis Act may be cited as the Mill Act.\n\n## 2. Penalties\n\nThe penalties are set out below.\n\n| Offence | Penalty |\n| --- | --- |\n| Holding a miller | Imprisonment for four years |\n| Holding a key | Imprisonment for two years |\n\n## 3. End\n\nThis Act ends in May.\n",
            [("2", None, 4, ""), ("2", None, 2, "")],
        ),
        "years alone below a heading": (
            "<html><body><h1>Mill Act 2031</h1><p>1. Name</p><p>This Act may be cited as the Mill Act.</p><p>2. Penalties</p><p>A person who does an act below is liable as shown beside it.</p><table><tr><th>Offence</th><th>Maximum imprisonment</th></tr><tr><td>Holding a miller</td><td>4 years</td></tr><tr><td>Holding a key</td><td>18 months</td></tr></table><p>3. End</p><p>This Act ends in May.</p></body></html>",
            [("2", None, 4, ""), ("2", None, 1.5, "")],
        ),
        "Spanish": (
            "<html><body><h1>Ley de molinos</h1><p>Artículo 1. Objeto</p><p>La presente ley regula los molinos.</p><p>Artículo 2. Penas</p><p>Las penas son las siguientes.</p><table><tr><th>Delito</th><th>Pena</th></tr><tr><td>Retener a un molinero</td><td>Prisión de dos a cuatro años</td></tr><tr><td>Retener una llave</td><td>Prisión de uno a dos años</td></tr></table><p>Artículo 3. Vigencia</p><p>La ley rige en mayo.</p></body></html>",
            [("2", 2, 4, ""), ("2", 1, 2, "")],
        ),
    },
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, cases in PENALTIES.items() for name in cases])
def test_penalties(kind: str, name: str) -> None:
    text, rows = PENALTIES[kind][name]
    law = parse("-", stdin=text.encode())
    found = [(one.section, one.min_years, one.max_years, one.derived_from or "") for one in law.penalties]
    assert found == rows
