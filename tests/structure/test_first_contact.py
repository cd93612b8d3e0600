"""Manners of print met on laws that nobody had at hand. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from tests.structure.helpers import law, numbers

#: kind -> the text, and the numbers of its units.
UNITS = {
    "hyphens that do not break": ("Article 3. Barge Labor.\n\n§ 40‑3.10.  Definitions.\n\n(a) A barge is a boat.\n\n§ 40‑3.11.  Forced loading.\n\n(a) A person who compels another is guilty of a felony.\n", ["40-3.10", "40-3.11"]),
    "one section below an article of a code": ("Article 10A.\n\nNight Ferries.\n\n§ 40-3.10.  Definitions.\n\n(a) A ferry is a boat.\n\n(b) A night is dark.\n", ["40-3.10"]),
    "articles that hold no coded sections": ("LAW ON BOATS\n\nArticle 1. Name\nThis is the Boat Law.\n\nArticle 2. Keepers\nSection 4 of the Kite Act applies.\n", ["1", "2"]),
    "a repealed range of coded numbers": ("CODE\n\n§ 40-3.11.  Loading.\nA person who compels another is guilty of a felony.\n\n§ 40-3.12 through 40-3.15: Repealed by Laws 2009-12, s. 3.\n\n§ 40-3.16.  Action.\nA person may sue.\n", ["40-3.11", "40-3.12-40-3.15", "40-3.16"]),
    "an extract that leaves out much once": ("Código de Barcas\n\nArt. 18.- Las barcas se dividen en verdes y rojas. Son verdes las que pasan de noche por el río con más de tres faroles y un remo.\nLas rojas pasan de día.\n\nArt. 44.- Las luces se clasifican en principales y accesorias.\n\nArt. 45.- Son luces principales el farol y la vela.\n\nArt. 46.- Son luces accesorias las demás.\n", ["18", "44", "45", "46"]),
    "an article alone, its paragraphs counted": ("Database of laws\n\nArticle 132. Selling a keeper\n\n1. Selling a keeper is punished with imprisonment for 1 to 4 years.\n\n2. The same act committed:\n1) by a group;\n2) against a minor; is punished with imprisonment for 4 to 7 years.\n\n3. An act that caused death is punished with imprisonment for 5 to 8 years.\n", ["132"]),
    "a law of sections whose preamble names an article": ("KITE ACT\n\nWhereas article 132 of the Charter protects kites, and many persons fly them over the sea in the night;\nAnd whereas strings break;\nNow it is enacted:\n\n1. This Act may be cited as the Kite Act.\n\n2. A kite flies.\n\n3. A string holds.\n", ["1", "2", "3"]),
    "a heading in capitals that ran into the next article": ("Pasal 1\nPerahu adalah alat.\n\nPasal 2\nPerahu hijau.\nBAB II PERBUATAN YANG BERKAITAN DENGAN\nPERAHU DI SUNGAI Pasal 3\nSetiap orang yang menjual perahu dipidana.\nPasal 4\nPerahu merah.\n", ["1", "2", "3", "4"]),
    "a section that another one cites in capitals": ("KITE ACT\n\n1. This Act may be cited as the Kite Act.\n\n2. A person who cuts a string as told in\nSection 9 of the Rope Act commits an offence.\n\n3. A string holds.\n", ["1", "2", "3"]),
    "sections of a code cited in a text without line breaks": ("Section 16-5-46 - Selling of keepers(a) As used in this Code section, the term: (1) \"Barge\" means: (A) A boat without an engine, or a raft that is longer than it is wide;(B) A float of any kind that is drawn by a horse on a bank of the canal; or(C) A hull.(2) \"Keeper\" shall have the same meaning as set forth in Code Section 16-13-21.(3) \"Lock\" means: (A) A basin with two gates of wood or iron that open against the water of the canal; or(B) A weir that boats can pass, with or without a keeper who is paid for it.\n", ["16-5-46"]),
}


@pytest.mark.parametrize("name", UNITS)
def test_units(name: str) -> None:
    text, expected = UNITS[name]
    assert numbers(text) == expected


#: kind -> the text, and the eIds that stand in it, and eIds that do not.
BELOW = {
    "(1)(a) in one line": ("BARGE ACT\n\n1.—(1) This Act may be cited as the Barge Act.\n\n2.—(1)(a) A person who sells a hand commits an offence.\n(b) A person who buys a hand commits an offence.\n(2) It is void.\n", ["sec_2__subsec_1__para_a", "sec_2__subsec_1__para_b", "sec_2__subsec_2"], ["sec_2__para_b"]),
    "(a) (i) in a short line": ("BARGE ACT\n\n1. This Act may be cited as the Barge Act.\n\n2. (1) Subject to subsection (2)—\n(a) (i) no hand is kept, and\n(ii) no hand is locked in;\n(b) every hand is paid.\n(2) A master is no hand.\n", ["sec_2__subsec_1__para_a__subpara_ii", "sec_2__subsec_1__para_b", "sec_2__subsec_2"], []),
    "1. a. as American codes print it": ("2C:13-8 Sale of hands.\n\n1. a. A person commits a crime if he:\n(1) sells a hand; or\n(2) buys a hand.\nb. It is void.\n\n2C:13-9 Boats.\n\n2. a. A boat floats.\nb. It sinks.\n", ["sec_2C-13-8__subsec_1__para_a__subpara_2", "sec_2C-13-8__subsec_1__para_b"], ["sec_2C-13-8__subsec_1__para_a__subpara_2__item_b"]),
    "(1)(a) that is only mentioned": ("BARGE ACT\n\n1. This Act may be cited as the Barge Act.\n\n2. (1) A hand is paid.\n(2) Subsection\n(1)(a) and (b) of the Rope Act apply.\n", ["sec_2__subsec_2"], ["sec_2__subsec_1__para_a", "sec_2__subsec_2__para_a"]),
    "a bullet before a letter": ("BARGE ACT\n\n1. This Act may be cited as the Barge Act.\n\n2. (1) A person who—\n  • (a) sells a hand;\n  • (b) buys a hand,\ncommits an offence.\n", ["sec_2__subsec_1__para_a", "sec_2__subsec_1__para_b"], []),
    "a bullet before words": ("BARGE ACT\n\n1. This Act may be cited as the Barge Act.\n\n2. In this Act—\n• a barge is a boat;\n• a hand is a person.\n", ["sec_2"], ["sec_2__para_a"]),
    "letters glued to the stop before them": ("BARGE ACT\n\n1. This Act may be cited as the Barge Act.\n\n2. A barge means any of these: (a) a boat without an engine;(b) a raft that is longer than it is wide; or(c) a hull.\n", ["sec_2__para_a", "sec_2__para_b", "sec_2__para_c"], []),
    "an initial": ("ARRÊTÉ\n\nArticle 1er : M. Roux est nommé gardien.\n\nArticle 2 : Le présent arrêté sera publié.\n", ["art_1"], ["art_1__para_M"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BELOW)
def test_below(name: str) -> None:
    text, inside, outside = BELOW[name]
    eids = {node.eid for unit in law(text).sections() for node in unit.walk()}
    assert set(inside) <= eids
    assert not set(outside) & eids


#: kind -> the text, and the headings of its units.
HEADINGS = {
    "the number of an Act in brackets": ("BARGE ACT\n(Act 4 of 2012)\n\n1. This Act may be cited as the Barge Act.\n2. A hand is paid.\n3. A barge floats.\n", ["", "", ""]),
    "headings in brackets": ("BARGE ACT\n\n(Name)\n1. This Act may be cited as the Barge Act.\n(Pay)\n2. A hand is paid.\n(Boats)\n3. A barge floats.\n", ["Name", "Pay", "Boats"]),
    "a last article above the signature": ("LOI\n\nArticle 1. Le bac est vert.\n\nArticle 2. Le gardien loge les passeurs.\n\nFait à Port-Ville, le 4 mars 2021.\n", ["", ""]),
    "an order and what it quotes": ("LEY QUE MODIFICA LA LEY DE BARCAS\n\nArtículo 1. La Ley de Barcas se modifica.\n\nArtículo 2. Agrégase un artículo 3 bis nuevo, del siguiente tenor: \"Artículo 3 bis. Registro. El ministro llevará un registro.\"\n", ["", ""]),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADINGS)
def test_headings(name: str) -> None:
    text, expected = HEADINGS[name]
    assert [unit.heading for unit in law(text).sections()] == expected


#: kind -> the text, and the numbers of the repealed units.
REPEALED = {
    "a note between number and name": ("CÓDIGO\n\nCAPÍTULO I\nDe día\n\nArtículo 1. Objeto. La barca es verde.\n\nCAPÍTULO II (DEROGADO)\nDe noche\n\nArtículo 2. Noche. Nadie trabaja.\n\nArtículo 3. Luz. Hay luz.\n\nCAPÍTULO III\nFinal\n\nArtículo 4. Vigencia. Rige.\n", ["2", "3"]),
    "a note that says what it is and no number": ("CODE\n\nCHAPITRE Ier\nDispositions générales\n\nArticle 1\nLe code protège les passeurs.\n\nCHAPITRE II\nDe la nuit\n(Chapitre abrogé par la loi n° 2010-4)\n\nArticle 2\nNul ne passe.\n\nCHAPITRE III\nFin\n\nArticle 3\nIl entre en vigueur.\n", ["2"]),
    "a note of another unit": ("CODE\n\nCHAPITRE Ier\nDispositions générales\n\nArticle 1\nLe code protège les passeurs.\n\nCHAPITRE II\nDe la nuit\n(Titre abrogé par la loi n° 2010-4)\n\nArticle 2\nNul ne passe.\n\nCHAPITRE III\nFin\n\nArticle 3\nIl entre en vigueur.\n", []),
    "a word of one letter": ("BARGE ACT\n\n1. Name\nThis is the Barge Act.\n\n2. Lending\nA person who lends a hand is liable to imprisonment for two years.\n[S. 2 rep. by Act No. 4 of 2010]\n\n3. Sale\nA person who sells a hand is liable to imprisonment for six years.\n", ["2"]),
}  # fmt: skip


@pytest.mark.parametrize("name", REPEALED)
def test_repealed(name: str) -> None:
    text, expected = REPEALED[name]
    assert [unit.num for unit in law(text).sections() if "repealed" in unit.flags] == expected


EN = "ACT NO. 3 OF 2021\n\nAn Act to provide for lighthouses.\n\nENACTED by the Parliament.\n\n1. This Act may be cited as the Lighthouses Act, 2021.\n2. A keeper shall light the lamp at dusk.\n3. A keeper who does not is liable to a fine.\n\nPassed this 1st day of March, 2021.\n\nACT NO. 4 OF 2021\n\nAn Act to prevent trafficking in hands.\n\nENACTED by the Parliament.\n\n1. This Act may be cited as the Hands Act, 2021.\n2. A person who recruits a hand by force for the purpose of exploitation commits the offence of trafficking in persons.\n3. The Minister shall provide shelter.\n"
#: kind -> the text, the title of the law that is read, and the names of the others.
GAZETTES = {
    "a contents list before the Acts": ("OFFICIAL GAZETTE\n\nCONTENTS\nAct No. 3 of 2021: Lighthouses Act ............ 2\nAct No. 4 of 2021: Hands Act ....... 4\n\n" + EN, "ACT NO. 4 OF 2021: Hands Act, 2021", ["ACT NO. 3 OF 2021: Lighthouses Act, 2021"]),
    "one without pages": ("OFFICIAL GAZETTE\n\nCONTENTS\nAct No. 3 of 2021: Lighthouses Act\nAct No. 4 of 2021: Hands Act\n\n" + EN, "ACT NO. 4 OF 2021: Hands Act, 2021", ["ACT NO. 3 OF 2021: Lighthouses Act, 2021"]),
    "titles that end with a stop": ("JOURNAL OFFICIEL\n\nLOI n° 2021-12 du 4 mars 2021 relative aux phares.\n\nL'Assemblée nationale a adopté,\n\nArticle premier. — La présente loi régit les phares.\n\nArt. 2. — Le gardien allume la lampe.\n\nFait à Port-Ville, le 4 mars 2021.\n\nLOI n° 2021-13 du 5 mars 2021 relative à la traite des personnes.\n\nL'Assemblée nationale a adopté,\n\nArticle premier. — La traite des personnes est punie de dix ans de réclusion.\n\nArt. 2. — L'État héberge les victimes.\n\nFait à Port-Ville, le 5 mars 2021.\n", "LOI n° 2021-13 du 5 mars 2021 relative à la traite des personnes.", ["LOI n° 2021-12 du 4 mars 2021 relative aux phares."]),
    "names below the reasons": ("DECRETO NÚMERO 12-2021\n\nEL CONGRESO NACIONAL,\n\nCONSIDERANDO: Que los faros son útiles.\n\nDECRETA:\n\nLEY DE FAROS\n\nARTÍCULO 1.- La presente ley regula los faros.\n\nARTÍCULO 2.- El farero enciende la lámpara.\n\nARTÍCULO 3.- Rige mañana.\n\nDado en Ciudad Puerto.\n\nDECRETO NÚMERO 13-2021\n\nEL CONGRESO NACIONAL,\n\nCONSIDERANDO: Que la trata de personas ofende.\n\nDECRETA:\n\nLEY CONTRA LA TRATA\n\nARTÍCULO 1.- La trata de personas será sancionada con prisión de diez años.\n\nARTÍCULO 2.- El Estado dará albergue.\n\nARTÍCULO 3.- Rige mañana.\n\nDado en Ciudad Puerto.\n", "DECRETO NÚMERO 13-2021 LEY CONTRA LA TRATA", ["DECRETO NÚMERO 12-2021 LEY DE FAROS"]),
}  # fmt: skip


@pytest.mark.parametrize("name", GAZETTES)
def test_gazettes(name: str) -> None:
    text, title, others = GAZETTES[name]
    found = law(text)
    assert found.title == title
    assert [part.title for part in found.components if part.name.startswith("other_law")] == others
    assert [unit.heading for unit in found.sections()] == [""] * len(found.sections())
