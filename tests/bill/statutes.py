"""Statutes in the tests' own words, each in another manner."""

from __future__ import annotations

from functools import cache

from ctip_law import parse
from ctip_law.bill import Bill, amending_bill
from ctip_law.model import Law

#: Sections with letters, a victim called otherwise, a Minister and a Court, "shall", definitions by themselves.
SECTIONS = """HUMAN DIGNITY ACT 2011

PART I
PRELIMINARY

1. Short title
This Act may be cited as the Human Dignity Act 2011.

2. Interpretation
In this Act, unless the context otherwise requires—
"child" means a person who is below the age of eighteen years;
"Court" means the High Court;
"exploitation" includes sexual exploitation, the exploitation of the prostitution of others, forced labour or services, slavery or practices similar to slavery, servitude and the removal of organs;
"Minister" means the Minister responsible for justice;
"trafficked person" means a person who is a victim of trafficking in persons;
"vehicle" means anything that carries people.

PART II
OFFENCES

3. Trafficking in persons
(1) Any person who, for the purpose of exploitation, recruits, transports, transfers, harbours or receives another person by means of threats, the use of force or other forms of coercion, abduction, fraud, deception, the abuse of power or of vulnerability, or giving or receiving payments to win the consent of whoever has control over that person, commits an offence and shall on conviction be liable to imprisonment for a term of not less than five years and not more than twenty years.
(2) Where the trafficked person is a child, the offence is committed even where none of the means was used.

4. Consent
The consent of a trafficked person to the intended exploitation is irrelevant where any of the means named in section 3 was used.

4A. Attempt
Any person who attempts to commit an offence under section 3 commits an offence and shall be liable to the same punishment.

5. Aiding
Any person who participates as an accomplice in an offence under section 3 commits an offence and shall be liable to the same punishment.

PART III
FINAL

6. Regulations
The Minister may make regulations for carrying out this Act.
"""

#: What may stand before the offence of `SECTIONS`: offences that are kindred to it.
KINDRED = """3. Slavery
Whoever sells, buys or receives a person for the purpose of slavery commits an offence and is liable to imprisonment for twenty years.

3A. Trafficking in children
Whoever recruits, transports or receives a child for the purpose of exploitation commits an offence and is liable to imprisonment for twenty years.

3B. Trafficking in persons
"""

#: Articles that put numbers in between with a hyphen, "must", no definitions section.
ARTICLES = """Law on Trafficking in Persons

Article 1. Purpose
The purpose of this Law is to prevent trafficking in persons and to protect its victims.

Article 2. Trafficking in persons
A person who, for the purpose of exploitation, recruits, transports, transfers, harbours or receives another person by means of threats, force, coercion, abduction, fraud, deception, abuse of power, abuse of a position of vulnerability or payments or benefits given to a person who has control over the other, must be punished by imprisonment of five to fifteen years.

Article 2-1. Exploitation
Exploitation includes prostitution of others, other forms of sexual exploitation, forced labour, slavery, practices similar to slavery, servitude and the removal of organs.

Article 3. Children
Recruiting, transporting, transferring, harbouring or receiving a child for the purpose of exploitation is trafficking in persons even if none of the means named in article 2 is used. A child is a person under eighteen years of age.

Article 4. Assistance
The authorities must give every victim of trafficking in persons housing, medical care and legal aid.
"""

#: Definitions in lettered paragraphs, headings above the numbers are not used, a low age, help on condition.
LETTERED = """TRAFFICKING IN PERSONS (PREVENTION) ORDINANCE 2003

1. Short title
This Ordinance may be called the Trafficking in Persons (Prevention) Ordinance 2003.

2. Definitions
In this Ordinance,—
(a) "child" means a person under the age of sixteen years;
(b) "exploitation" includes prostitution of others, sexual exploitation, forced labour, slavery, practices similar to slavery, servitude and the removal of organs;
(c) "Government" means the Federal Government;
(d) "victim" means a person against whom an offence under this Ordinance is committed.

3. Trafficking in persons
(1) Whoever, for the purpose of exploitation, recruits, transports, transfers, harbours or receives a person by threats, the use of force, coercion, abduction, fraud, deception, abuse of power, abuse of vulnerability or by giving or receiving payments to win the consent of whoever has control over that person, shall be punished with imprisonment for a term which may extend to ten years.
(2) Where the victim is a child, the offence is committed even if none of the means is used.
(3) The consent of the victim is irrelevant.

4. Assistance
(1) The Government shall provide a victim with shelter and medical treatment.
(2) Assistance under this section shall be given to a victim only if the victim agrees to cooperate with the investigation and to give evidence against the accused.

5. Accomplices
Whoever participates as an accomplice in an offence under section 3 or organises or directs other persons to commit it shall be punished with the same punishment.
"""

SPANISH = """LEY CONTRA LA TRATA

Artículo 1. Objeto
La presente ley tiene por objeto prevenir la trata de personas y proteger a sus víctimas.

Artículo 2. Trata de personas
El que, con fines de explotación, capte, transporte, traslade, acoja o reciba a una persona mediante amenazas, fuerza, coacción, rapto, fraude, engaño, abuso de poder, abuso de una situación de vulnerabilidad o pagos a quien tiene autoridad sobre ella, será sancionado con prisión de cinco a quince años. La explotación incluye la prostitución ajena, la explotación sexual, los trabajos forzados, la esclavitud, las prácticas análogas a la esclavitud, la servidumbre y la extracción de órganos.

Artículo 3. Niños
La trata de un niño se castiga aunque no se recurra a ninguno de los medios del artículo 2. Niño es toda persona menor de dieciocho años.

Artículo 4. Asistencia
Las autoridades proporcionarán a toda víctima alojamiento, atención médica y asistencia jurídica.
"""

FRENCH = """LOI SUR LA TRAITE

Article 1. Objet
La présente loi a pour objet de prévenir la traite des personnes et de protéger ses victimes.

Article 2. Traite des personnes
Quiconque, à des fins d’exploitation, recrute, transporte, transfère, héberge ou accueille une personne par la menace, la force, la contrainte, l’enlèvement, la fraude, la tromperie, l’abus d’autorité, l’abus d’une situation de vulnérabilité ou des paiements à une personne ayant autorité sur elle est puni d’un emprisonnement de cinq à quinze ans. L’exploitation comprend la prostitution d’autrui, l’exploitation sexuelle, le travail forcé, l’esclavage, les pratiques analogues à l’esclavage, la servitude et le prélèvement d’organes.

Article 3. Enfants
La traite d’un enfant est punie même si aucun des moyens de l’article 2 n’a été utilisé. L’enfant est toute personne âgée de moins de dix-huit ans.

Article 4. Assistance
Les autorités fournissent à toute victime un hébergement, des soins médicaux et une assistance juridique.
"""

INDONESIAN = """UNDANG-UNDANG TENTANG PERDAGANGAN ORANG

Pasal 1
Undang-Undang ini bertujuan mencegah perdagangan orang dan melindungi korban.

Pasal 2
Setiap orang yang merekrut, mengangkut, memindahkan, menampung, atau menerima seseorang dengan ancaman kekerasan, penggunaan kekerasan, paksaan, penculikan, pemalsuan, penipuan, penyalahgunaan kekuasaan, penyalahgunaan posisi rentan, atau memberi bayaran kepada orang yang memegang kendali atas orang lain, untuk tujuan eksploitasi, dipidana dengan pidana penjara paling singkat 2 (dua) tahun dan paling lama 9 (sembilan) tahun. Eksploitasi meliputi pelacuran, eksploitasi seksual, kerja paksa, perbudakan, praktik serupa perbudakan, penghambaan, dan pengambilan organ tubuh.

Pasal 3
Perdagangan anak dipidana walaupun tidak ada cara dalam Pasal 2 yang digunakan. Anak adalah seseorang yang belum berumur 18 (delapan belas) tahun.

Pasal 4
Pemerintah wajib memberikan kepada setiap korban tempat tinggal, perawatan medis, dan bantuan hukum.
"""

#: The laws that are not in English, with their language.
OTHERS = {SPANISH: "es", FRENCH: "fr", INDONESIAN: "id"}


@cache
def law(text: str, path: str = "-") -> Law:
    """A law from its text."""
    return parse(path, stdin=text.encode(), lang=OTHERS.get(text, "en"))


_MADE: dict[str, Bill] = {}


def bill(text: str, **given: object) -> Bill:
    """The bill for the law of a text, made once: bills are frozen, so that tests may share them."""
    asked = repr((text, sorted(given.items())))
    if asked not in _MADE:
        _MADE[asked] = amending_bill([law(text)], **{"against": "tip", **given})  # type: ignore[arg-type]
    return _MADE[asked]
