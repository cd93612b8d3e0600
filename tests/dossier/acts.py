"""Invented acts for the tests of the document."""

from __future__ import annotations

from pathlib import Path

from ctip_law import gap, parse
from ctip_law.model import Law, Report

ACT = """Lantern Keepers (Protection) Act 2020

1. Interpretation
In this Act, unless the lamp is out-
"child" means a person under the age of eighteen years;
"exploitation" includes forced labour, slavery, servitude, the prostitution of others and the removal of organs.

2. Offence of trafficking in persons
(1) An offence of trafficking in persons is committed by a person who-
(a) recruits, transports, transfers, harbours or receives another person; and
(b) does so by means of threat, use of force, coercion, abduction, fraud or deception, for the purpose of exploitation.
(2) A person who commits the offence is liable to imprisonment for a term of not less than two years and not more than
fifteen years, or to a fine.

3. Shelter
The Minister may provide a victim of trafficking in persons with safe shelter as far as resources allow.

4. Compensation
The court shall order a person convicted of trafficking in persons to pay compensation to the victim.
"""

CODE = """LEY DE FAROLES

Artículo 1.- Trata de personas
El que capte, transporte, traslade, acoja o reciba a una persona, mediante amenaza, uso de la fuerza, coacción, engaño
o fraude, con fines de explotación sexual, trabajo forzado o extracción de órganos, comete el delito de trata de
personas y será reprimido con prisión de ocho a quince años.

Artículo 2.- Indemnización
El juez ordenará que el condenado por trata de personas indemnice a la víctima.
"""

MALAY = """AKTA LENTERA 2020

1. Pemerdagangan orang
Mana-mana orang yang merekrut, mengangkut, memindahkan, melindungi atau menerima seseorang dengan ancaman atau
penipuan bagi maksud eksploitasi melakukan kesalahan pemerdagangan orang dan boleh dihukum penjara selama lima belas
tahun.

2. Mangsa
Menteri hendaklah menyediakan tempat perlindungan bagi mangsa pemerdagangan orang.
"""


def law(folder: Path, text: str = ACT, name: str = "act.txt") -> Law:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return parse(path)


def report(folder: Path, *texts: str, against: str = "tip", country: str = "") -> Report:
    laws = [law(folder, text, f"act{n}.txt") for n, text in enumerate(texts or (ACT,), 1)]
    return gap(laws, against=against, country=country)
