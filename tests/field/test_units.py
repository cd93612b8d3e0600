"""Neighbours of the field cases on units and their numbers: other units, scripts, languages and formats.

A kind is what users of such tools reported; a case is a small law of our own that is near to it. `[1 2(a b)]` is what
is to be read: the numbers, and in brackets those of the units inside.
"""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

from typing import NamedTuple

import pytest

from ctip_law.model import Clause
from tests.structure.helpers import law


class Case(NamedTuple):
    text: str
    units: str
    headings: tuple[str, ...] = ()


#: kind -> neighbours. The numbers are those of the files in ../shared/field-cases.
NEIGHBOURS: dict[str, dict[str, Case]] = {
    "01 decimal subsections with a letter": {
        "behind the word Rule": Case("KITE RULES\n\nRule 1 Name\n1.1 These are the Kite Rules.\n1.2 They bind all.\n\nRule 2 Strings\n2.1 A string holds.\n2.1A A knot binds.\n2.1AA A loop is a knot.\n2.2 A tail hangs.\n\nRule 3 End\n3.1 They end in May.\n", "1(1.1 1.2) 2(2.1 2.1A 2.1AA 2.2) 3(3.1)"),
        "Spanish, bis": Case("LEY DE COMETAS\n\nArtículo 1. Objeto\n1.1 La presente ley regula las cometas.\n1.2 Obliga a todos.\n\nArtículo 2. Hilos\n2.1 El hilo sostiene la cometa.\n2.1 bis El nudo ata el hilo.\n2.2 La cola cuelga.\n", "1(1.1 1.2) 2(2.1 2.1 bis 2.2)"),
        "Vietnamese, small letters": Case("LUẬT DIỀU\n\nĐiều 1. Phạm vi\n1.1 Luật này quy định về diều.\n1.2 Luật này áp dụng cho mọi người.\n\nĐiều 2. Dây\n2.1 Dây giữ diều.\n2.1a Nút buộc dây.\n2.2 Đuôi treo.\n", "1(1.1 1.2) 2(2.1 2.1a 2.2)"),
        "Markdown": Case("# Kite Act\n\n## 1 Name\n\n1.1 This Act may be cited as the Kite Act.\n\n1.2 It binds all.\n\n1.2A It binds guests.\n\n## 2 Strings\n\n2.1 A string holds.\n\n2.2 A tail hangs.\n", "1(1.1 1.2 1.2A) 2(2.1 2.2)"),
        "a page": Case("<html><body><h1>Kite Act 2031</h1><h2>1. Name</h2><p>1.1 This Act may be cited as the Kite Act.</p><p>1.1A It binds all.</p><h2>2. Strings</h2><p>2.1 A string holds.</p><p>2.2 A tail hangs.</p><p>2.2A A loop is a knot.</p></body></html>", "1(1.1 1.1A) 2(2.1 2.2 2.2A)"),
    },
    "04 a capital word behind the number": {
        "Spanish A and Y": Case("LEY DE COMETAS\n\nArt. 1 La cometa vuela.\nArt. 1 bis A quien corte el hilo se le castiga.\nArt. 2 A la cometa se le pone cola.\nArt. 3 Y nadie la suelta.\nArt. 4 Esta ley rige en mayo.\n", "1 1 bis 2 3 4"),
        "Italian E' and I": Case("LEGGE SUGLI AQUILONI\n\nArt. 1 L'aquilone vola.\nArt. 2 E' punito chi taglia il filo.\nArt. 3 I fili sono di seta.\nArt. 4 A chi vola si dà un premio.\nArt. 5 La legge entra in vigore.\n", "1 2 3 4 5"),
        "French A and L'": Case("LOI relative aux cerfs-volants\n\nArt. 1 Le cerf-volant vole.\nArt. 2 A droit au fil quiconque vole.\nArt. 3 L'aubergiste garde le fil.\nArt. 4 La présente loi entre en vigueur.\n", "1 2 3 4"),
        "English A": Case("KITE ACT 2031\n\nSection 1 This Act may be cited as the Kite Act.\nSection 2 A person who cuts a string commits an offence.\nSection 2A A string holds.\nSection 3 A tail hangs.\nSection 4 I is a letter.\n", "1 2 2A 3 4"),
        "Polish W and O": Case("USTAWA O LATAWCACH\n\nArt. 1 Ustawa określa latawce.\nArt. 2 W razie wiatru latawiec leci.\nArt. 2a O wietrze mówi urząd.\nArt. 3 Z latawcem idzie dziecko.\nArt. 4 Ustawa wchodzi w życie.\n", "1 2 2a 3 4"),
        "Romanian A": Case("LEGE privind zmeele\n\nArt. 1 Prezenta lege reglementează zmeele.\nArt. 2 A zbura este liber.\nArt. 3 O sfoară ține zmeul.\nArt. 4 Legea intră în vigoare.\n", "1 2 3 4"),
    },
    "06 Latin numbers behind the first": {
        "Italian": Case("LEGGE SUGLI AQUILONI\n\nArticolo 1\nL'aquilone vola.\n\nArticolo 1-bis\nIl filo è di seta.\n\nArticolo 1-ter\nLa coda pende.\n\nArticolo 2\nNessuno taglia.\n\nArticolo 2 quater\nIl nodo lega.\n\nArticolo 3\nLa legge entra in vigore.\n", "1 1 bis 1 ter 2 2 quater 3"),
        "Spanish in words": Case("LEY DE COMETAS\n\nArtículo primero. La cometa vuela.\n\nArtículo primero bis. El hilo es de seda.\n\nArtículo segundo. Nadie corta.\n\nArtículo segundo ter. El nudo ata.\n\nArtículo tercero. La ley rige en mayo.\n", "1 1 bis 2 2 ter 3"),
        "Dutch": Case("WET OP DE VLIEGERS\n\nArtikel 1\nEen vlieger vliegt.\n\nArtikel 1 bis\nHet touw is van zijde.\n\nArtikel 2\nNiemand snijdt.\n\nArtikel 2ter\nDe knoop bindt.\n\nArtikel 3\nDeze wet treedt in werking.\n", "1 1 bis 2 2ter 3"),
        "Luxembourg, with points": Case("LOI du 3 mai 2031 relative aux cerfs-volants\n\nArt. 1er. Le cerf-volant vole.\n\nArt. 1erbis. Le fil est de soie.\n\nArt. 2. Nul ne coupe.\n\nArt. 2-1. Le nœud lie.\n\nArt. 3. La présente loi entre en vigueur.\n", "1 1bis 2 2-1 3"),
        "a page": Case("<html><body><h1>Loi relative aux bacs</h1><h2>Article 1<sup>er</sup></h2><p>Le bac est vert.</p><h2>Article 1<sup>er</sup> bis</h2><p>Le bac est sans frais.</p><h2>Article 2</h2><p>Nul ne coupe la corde.</p><h2>Article 2 ter</h2><p>La corde est longue.</p></body></html>", "1 1 bis 2 2 ter"),
    },
    "12 repealed ranges and 6AA beside 6A": {
        "German": Case("GESETZ ÜBER DRACHEN\n\n§ 1 Zweck\nDrachen fliegen.\n\n§ 2 Schnur\nDie Schnur hält.\n\n§§ 3 bis 5 (weggefallen)\n\n§ 6 Schwanz\nDer Schwanz hängt.\n\n§ 6a Knoten\nDer Knoten bindet.\n\n§ 7 Ende\nDas Gesetz tritt in Kraft.\n", "1 2 3-5 6 6a 7"),
        "Portuguese": Case("LEI Nº 7, DE 3 DE MAIO DE 2031\n\nArt. 1º A pipa voa.\n\nArt. 2º A linha segura.\n\nArts. 3º a 5º (Revogados)\n\nArt. 6º O rabo pende.\n\nArt. 6º-A O nó ata.\n\nArt. 7º A lei vigora em maio.\n", "1 2 3-5 6 6-A 7"),
        "Malay": Case("AKTA LAYANG 2031\n\nTajuk ringkas\n1. Akta ini bolehlah dinamakan Akta Layang.\n\nTafsiran\n2. Dalam Akta ini layang ialah benda.\n\n3 hingga 5. (Dipotong oleh Akta A9).\n\nTali\n6. Tali hendaklah panjang.\n\nSimpul\n6A. Simpul hendaklah ketat.\n\nEkor\n7. Ekor hendaklah pendek.\n", "1 2 3-5 6 6A 7"),
        "sections in brackets": Case("KITE ACT 2031\n\n1. Short title\nThis Act may be cited as the Kite Act.\n\n[2 and 3. Repealed by Act 9 of 2033.]\n\n4. Strings\nA string holds.\n\n4A. Knots\nA knot binds.\n\n4AA. Loops\nA loop is a knot.\n\n4AAA. Bows\nA bow is a loop.\n\n4B. Tails\nA tail hangs.\n\n5. End\nIt ends.\n", "1 2-3 4 4A 4AA 4AAA 4B 5"),
        "Italian": Case("LEGGE SUGLI AQUILONI\n\nArt. 1. L'aquilone vola.\n\nArt. 2. Il filo è di seta.\n\nArtt. 3-5. (Abrogati)\n\nArt. 6. La coda pende.\n\nArt. 7. La legge entra in vigore.\n", "1 2 3-5 6 7"),
    },
    "15 numerals of a script and a word for inserted units": {
        "Thai, four and five": Case("พระราชบัญญัติว่าว\n\nมาตรา 1 พระราชบัญญัตินี้เรียกว่าพระราชบัญญัติว่าว\n\nมาตรา 2 ว่าวบิน\n\nมาตรา 2 ทวิ เชือกยาว\n\nมาตรา 2 ตรี ปมแน่น\n\nมาตรา 2 จัตวา หางยาว\n\nมาตรา 2 เบญจ ลมแรง\n\nมาตรา 3 ให้ใช้บังคับ\n", "1 2 2 bis 2 ter 2 quater 2 quinquies 3"),
        "Lao": Case("ກົດໝາຍວ່າດ້ວຍວ່າວ\n\nມາດຕາ ໑ ຈຸດປະສົງ\nກົດໝາຍນີ້ກຳນົດວ່າວ.\n\nມາດຕາ ໒ ເຊືອກ\nເຊືອກຍາວ.\n\nມາດຕາ ໓ ໂທດ\nຜູ້ຕັດເຊືອກຈະຖືກລົງໂທດ.\n", "1 2 3"),
        "Khmer": Case("ច្បាប់ស្តីពីខ្លែង\n\nមាត្រា ១.-\nច្បាប់នេះកំណត់ខ្លែង។\n\nមាត្រា ២.-\nខ្សែវែង។\n\nមាត្រា ៣.-\nអ្នកកាត់ខ្សែត្រូវផ្តន្ទាទោស។\n", "1 2 3"),
        "Bengali": Case("ঘুড়ি আইন, ২০৩১\n\n১। সংক্ষিপ্ত শিরোনাম।—এই আইন ঘুড়ি আইন নামে অভিহিত হইবে।\n\n২। সুতা।—সুতা লম্বা হইবে।\n\n২ক। গিঁট।—গিঁট শক্ত হইবে।\n\n৩। দণ্ড।—যে সুতা কাটে সে দণ্ডিত হইবে।\n", "1 2 2ক 3"),
        "Nepali": Case("चङ्गा ऐन, २०८८\n\n१. संक्षिप्त नाम : यस ऐनको नाम चङ्गा ऐन रहेको छ।\n\n२. धागो : धागो लामो हुनेछ।\n\n२क. गाँठो : गाँठो बलियो हुनेछ।\n\n३. सजाय : धागो काट्नेलाई सजाय हुनेछ।\n", "1 2 2क 3"),
        "Burmese": Case("စွန်ဥပဒေ\n\n၁။ ဤဥပဒေကို စွန်ဥပဒေဟု ခေါ်တွင်စေရမည်။\n\n၂။ ကြိုးသည် ရှည်ရမည်။\n\n၃။ ကြိုးဖြတ်သူကို ပြစ်ဒဏ်ချရမည်။\n", "1 2 3"),
    },
    "16 a word for inserted units behind brackets": {
        "Arabic in words": Case("قانون الطائرات الورقية\n\nالمادة الأولى\nتطير الطائرة.\n\nالمادة الثانية\nالخيط طويل.\n\nالمادة الثانية مكرراً\nالعقدة محكمة.\n\nالمادة الثالثة\nيعاقب من يقطع الخيط.\n", "1 2 2 bis 3"),
        "Persian": Case("قانون بادبادک\n\nماده ۱- بادبادک پرواز می‌کند.\n\nماده ۲- نخ بلند است.\n\nماده ۲ مکرر- گره محکم است.\n\nماده ۳- هر کس نخ را ببرد مجازات می‌شود.\n", "1 2 2 bis 3"),
        "Arabic in square brackets": Case("قانون القوارب\n\nمادة [1]\nالقارب يطفو.\n\nمادة [2]\nالمجداف طويل.\n\nمادة [2] مكرر\nالحبل متين.\n\nمادة [3]\nيعاقب من يقطع الحبل.\n", "1 2 2 bis 3"),
        "Hebrew": Case("חוק העפיפון, התשצ\"א\n\n1. העפיפון עף.\n\n2. החוט ארוך.\n\n2א. הקשר חזק.\n\n3. מי שחותך את החוט ייענש.\n", "1 2 2א 3"),
        "Urdu": Case("پتنگ ایکٹ\n\nدفعہ ۱۔ اس ایکٹ کا نام پتنگ ایکٹ ہے۔\n\nدفعہ ۲۔ ڈور لمبی ہو گی۔\n\nدفعہ ۲الف۔ گرہ مضبوط ہو گی۔\n\nدفعہ ۳۔ جو ڈور کاٹے اسے سزا ہو گی۔\n", "1 2 2الف 3"),
    },
    "20 inserted items": {
        "behind the last letter": Case("KITE ACT 2031\n\n1. Kites\nThe following are kites:\n(y) one;\n(z) two;\n(za) three;\n(zb) four;\n(zc) five.\n\n2. End\nIt ends.\n", "1(y z za zb zc) 2"),
        "subsections with two letters": Case("KITE ACT 2031\n\n1. Kites\n(1) A kite flies.\n(1A) A string holds.\n(1AA) A knot binds.\n(1AB) A loop is a knot.\n(1B) A tail hangs.\n(2) It falls.\n\n2. End\nIt ends.\n", "1(1 1A 1AA 1AB 1B 2) 2"),
        "Malay": Case("AKTA LAYANG 2031\n\nTajuk ringkas\n1. Akta ini bolehlah dinamakan Akta Layang.\n\nTali\n2. Tali hendaklah—\n(a) panjang;\n(aa) kuat;\n(ab) putih; dan\n(b) bersih.\n\nEkor\n3. Ekor hendaklah pendek.\n", "1 2(a aa ab b) 3"),
        "Spanish, bis": Case("LEY DE COMETAS\n\nArtículo 1. Son cometas:\na) la roja;\na bis) la verde;\na ter) la azul;\nb) la lenta.\n\nArtículo 2. La ley rige en mayo.\n", "1(a a bis a ter b) 2"),
        "a page": Case("<html><body><h1>Kite Act 2031</h1><h2>1. Kites</h2><p>A kite has—</p><p>(d) one;</p><p>(da) two;</p><p>(db) three;</p><p>(e) four.</p><h2>2. End</h2><p>It ends.</p></body></html>", "1(d da db e) 2"),
        "a deeper list of two capitals": Case("KITE ACT 2031\n\n1. Kites\nA kite has—\n(a) a frame—\n(A) of wood;\n(AA) of cane;\n(B) of wire;\n(b) a tail.\n\n2. End\nIt ends.\n", "1(a(A AA B) b) 2"),
    },
    "21 headings in the margin": {
        "Malay": Case("AKTA LAYANG 2031\n\nTajuk           1. Akta ini bolehlah dinamakan Akta Layang.\nringkas.\n\nTafsiran.       2. Dalam Akta ini layang ialah benda yang\n                terbang di angin.\n\nMemutuskan      3. Mana-mana orang yang memutuskan tali\ntali.           melakukan suatu kesalahan.\n", "1 2 3", ("Tajuk ringkas", "Tafsiran", "Memutuskan tali")),
        "on the right, with subsections": Case("THE KITE ACT, 1958\n\n1.—(1) This Act may be cited as the Kite Act, 1958.   Short title and\n(2) It begins in May.                                 start.\n\n2.—(1) A person flying a kite must hold the string    Holding of\nof the kite.                                          strings.\n(2) A string is long.\n\n3. A person who cuts a string commits an offence.     Cutting.\n", "1(1 2) 2(1 2) 3", ("Short title and start", "Holding of strings", "Cutting")),
        "tabs": Case("THE KITE ACT, 1958\n\nShort title.\t1. This Act may be cited as the Kite Act, 1958.\n\nStrings.\t2. A person flying a kite must hold the string\n\t\tof the kite.\n\nCutting of\t3. A person who cuts a string commits\nstrings.\tan offence.\n", "1 2 3", ("Short title", "Strings", "Cutting of strings")),
        "Swiss articles": Case("LOI SUR LES CERFS-VOLANTS\n\nButs            Art. 1 La présente loi règle le vol des\n                cerfs-volants.\n\nFils            Art. 2 Le fil est de soie et nul ne le\n                coupe.\n\nPeines          Art. 3 Quiconque coupe un fil est puni\n                d'une amende.\n", "1 2 3", ("Buts", "Fils", "Peines")),
    },
    "29 misprints of recognised print": {
        "ten and twenty": Case("KITES ACT, 1979\n\n" + "".join(f"{n}. Kite {n} is a thing that flies in the wind.\n\n" for n in range(1, 10)) + "1O. A knot binds the tail to the kite.\n\nl1. A tail hangs from the kite and is long.\n\n12. A person who cuts is guiIty of an offence and Iiable to a fine.\n", "1 2 3 4 5 6 7 8 9 10 11 12"),
        "Malay": Case("AKTA LAYANG 1979\n\nl. Akta ini bolehlah dinamakan Akta Layang.\n\n2. (l) Tali hendaklah panjang.\n(2) Ekor hendaklah pendek.\n\n3. Mana-mana orang yang memutuskan taIi meIakukan kesaIahan.\n\n4. Akta ini mula berkuat kuasa.\n", "1 2(1 2) 3 4"),
        "Spanish": Case("LEY DE COMETAS\n\nArtículo l. La cometa vuela.\n\nArtículo 2. EI hilo es de seda.\n\nArtícuIo 3. Quien corte eI hiIo será castigado.\n\nArtículo 4. La ley rige en mayo.\n", "1 2 3 4"),
        "a section with the word": Case("KITES ACT, 1979\n\nSection l. This Act may be cited as the Kites Act, 1979.\n\nSection 2. (l) A kite flies.\n(2) It falls.\n\nSectlon 3. A person who cuts a string is Iiable to a fine.\n\nSection 4. This Act ends.\n", "1 2(1 2) 3 4"),
        "a five and an eight": Case("KITES ACT, 1979\n\n1. A kite flies.\n\n2. A string holds.\n\n3. A knot binds.\n\n4. A tail hangs.\n\nS. A loop is a knot.\n\n6. A bow is a loop.\n\n7. The wind blows.\n\nB. A person who cuts is Iiable to a fine.\n\n9. It ends.\n", "1 2 3 4 5 6 7 8 9"),
    },
}


def outline(clauses: tuple[Clause, ...]) -> str:
    def one(clause: Clause) -> str:
        inner = [one(child) for child in clause.children if child.num]
        return f"{clause.num}({' '.join(inner)})" if inner else clause.num

    return " ".join(one(clause) for clause in clauses)


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, cases in NEIGHBOURS.items() for name in cases])
def test_units(kind: str, name: str) -> None:
    case = NEIGHBOURS[kind][name]
    found = law(case.text)
    assert outline(found.clauses) == case.units
    if case.headings:
        assert tuple(clause.heading for clause in found.clauses) == case.headings
