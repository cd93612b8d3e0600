"""Kinds of numbering that users reported, with neighbours in other languages and forms. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from tests.structure.helpers import law, numbers, section

#: kind -> the text, and the numbers of its units.
KINDS = {
    "decimal subsections with an inserted one": ("PIER ACT 2031\n\n1. Name\n1.1 This Act may be cited as the Pier Act.\n1.2 It binds all.\n1.2A A guest is a lodger.\n1.3 It ends.\n\n2. Duty\n2.1 A holder keeps a book.\n2.1A The book shows ages.\n2.2 An officer may read.\n", ["1", "2"]),
    "decimal sections without whole ones": ("PIER ACT 2031\n\n1.1 This Act may be cited as the Pier Act.\n1.2 It binds all.\n1.3 It ends.\n\n2.1 A holder keeps a book.\n2.2 An officer may read.\n3.1 More words stand here.\n", ["1.1", "1.2", "1.3", "2.1", "2.2", "3.1"]),
    "decimal subsections below the word": ("PIER ACT 2031\n\nSection 1 Name\n1.1 This Act may be cited as the Pier Act.\n1.2 It binds all.\n\nSection 2 Duty\n2.1 A holder keeps a book.\n2.2 An officer may read.\nSection 3 End\n3.1 It ends.\n", ["1", "2", "3"]),
    "decimal paragraphs in Spanish": ("LEY DE MUELLES\n\nArtículo 1. Objeto\n1.1 La presente ley regula los muelles.\n1.2 Obliga a todos.\n\nArtículo 2. Deber\n2.1 El titular lleva un libro.\n2.2 El agente puede leerlo.\n", ["1", "2"]),
    "decimals three deep": ("PIER RULES\n\n1 Name\n1.1 These rules may be cited as Pier Rules.\n1.2 They bind:\n1.2.1 holders; and\n1.2.2 guests.\n\n2 Duty\n2.1 A holder keeps a book.\n\n3 End\n3.1 It ends in May.\n3.2 It is then spent.\n", ["1", "2", "3"]),
    "inserted sections with a point are no subsections": ("CODE\n\n279 Kidnapping is an offence.\n\n279.01 (1) Every person who recruits another commits an offence.\n\n279.011 (1) Every person who recruits a child commits an offence.\n\n279.02 Every person who gains commits an offence.\n\n280 Taking a child is an offence.\n\n281 Another offence.\n", ["279", "279.01", "279.011", "279.02", "280", "281"]),
    "Portuguese 1º-A": ("LEI Nº 9.901, DE 3 DE MARÇO DE 2031\n\nArt. 1º Esta Lei trata do porto das barcas.\nArt. 1º-A. O porto é gratuito.\nArt. 2 O Ministério manterá barcas em cada Estado.\nArt. 10. Os portos serão vistoriados.\nArt. 11 O juiz poderá ordenar a parada imediata.\nParágrafo único. A ordem vale por trinta dias.\nArt. 12 Esta Lei entra em vigor na data de sua publicação.\n", ["1", "1-A", "2", "10", "11", "12"]),
    "Portuguese ordinals in four spellings": ("LEI Nº 9.901\n\nArt. 1º Esta Lei trata do porto.\n\nArt. 2º-B O porto é gratuito.\n\nArt. 2º-C. O cais é pago.\n\nArt. 3o As barcas param.\n\nArt. 3o-A As barcas voltam.\n\nArt. 4.º Vigora em maio.\n\nArtigo 5.º-A\nAs barcas ficam.\n", ["1", "2-B", "2-C", "3", "3-A", "4", "5-A"]),
    "French 1er bis": ("LOI n° 2031-7 du 3 mai 2031 relative aux bacs\n\nArticle premier\nLa présente loi organise les bacs.\n\nArticle 1er bis\nLe bac est sans frais.\n\nArticle 2\nQuiconque fait échec est puni.\n\nArticle 2 bis A\nUn passeur est fourni.\n\nArticle 3\nLa présente loi entre en vigueur.\n", ["1", "1 bis", "2", "2 bis A", "3"]),
    "French 1er-1 and 1er ter": ("LOI relative aux bacs\n\nArt. 1er. La présente loi organise les bacs.\n\nArt. 1er-1. Le bac est sans frais.\n\nArt. 1er ter. Le bac est vert.\n\nArt. 2. Quiconque fait échec est puni.\n\nArt. 2-1-A. Un passeur est fourni.\n\nArt. L. 225-4-1. Le bac.\n", ["1", "1-1", "1 ter", "2", "2-1-A"]),
    "repealed ranges, to and and": ("MARKET ACT 2031\n\n1. Short title\nThis Act may be cited as the Market Act.\n\n2. Halls\nThe council may keep a hall.\n\n3 to 5. [Repealed by Act 9 of 2033.]\n\n6. Stalls\nA stall is let.\n\n6A. Night\nNo stall.\n\n6AA. Child\nNo child.\n\n6B. Afloat\nIt floats.\n\n7. [Spent]\n\n8. and 9. [Omitted]\n\n10. Penalty\nLiable.\n", ["1", "2", "3-5", "6", "6A", "6AA", "6B", "7", "8-9", "10"]),
    "repealed ranges behind the word": ("MARKET ACT 2031\n\nSection 1. Short title\nThis Act may be cited as the Market Act.\n\nSections 2 and 3. (Repealed)\n\nSection 4. Halls\nThe council may keep a hall.\n\nSections 5-7 [Repealed]\n\nSection 8. End.\nIt ends.\n", ["1", "2-3", "4", "5-7", "8"]),
    "a repealed range in French": ("LOI relative aux bacs\n\nArticle 1\nLe bac est vert.\n\nArticles 2 à 4\n(Abrogés)\n\nArticle 5\nLe bac est rouge.\n\nArticle 6\nLe bac est lent.\n", ["1", "2-4", "5", "6"]),
    "repealed ranges in Spanish": ("LEY DE BARCAS\n\nArtículo 1. La barca es verde.\n\nArtículos 2 a 4. (Derogados)\n\nArtículo 5. La barca es roja.\n\nArtículos 6 y 7. Derogados.\n\nArtículo 8. La barca es lenta.\n", ["1", "2-4", "5", "6-7", "8"]),
    "repealed ranges with a dash": ("MARKET ACT 2031\n\n1. Short title\nThis Act may be cited as the Market Act.\n\n2–4. [Repealed]\n\n5. Stalls\nA stall is let.\n\n6-8 Repealed\n\n9. Night\nNo stall.\n", ["1", "2-4", "5", "6-8", "9"]),
    "a repealed range in Indonesian": ("UNDANG-UNDANG TENTANG PERAHU\n\nPasal 1\nPerahu adalah alat.\n\nPasal 2 sampai dengan Pasal 4\nDihapus.\n\nPasal 5\nPerahu hijau.\n\nPasal 6\nPerahu merah.\n", ["1", "2-4", "5", "6"]),
    "Arabic bis behind brackets": ("قانون القوارب\n\nمادة (١)\nيسمى هذا القانون قانون القوارب.\n\nمادة (٢)\nيلتزم صاحب القارب.\n\nمادة (٢) مكررا\nيكون القارب مجانيا.\n\nمادة (٣)\nيعاقب بالحبس.\n", ["1", "2", "2 bis", "3"]),
    "Arabic bis with a number": ("قانون القوارب\n\nالمادة 1: يسمى هذا القانون قانون القوارب.\n\nالمادة 2: يلتزم صاحب القارب.\n\nالمادة 2 مكرر: يكون القارب مجانيا.\n\nالمادة 2 مكرر 1: يكون القارب أخضر.\n\nالمادة 3: يعاقب بالحبس.\n", ["1", "2", "2 bis", "2 bis 1", "3"]),
    "Arabic bis with a letter": ("قانون القوارب\n\nمادة ١ - يسمى هذا القانون قانون القوارب.\n\nمادة ٢ - يلتزم صاحب القارب.\n\nمادة ٢ مكرراً (أ) - يكون القارب مجانيا.\n\nمادة ٢ مكرراً (ب) - يكون القارب أخضر.\n\nمادة ٣ - يعاقب بالحبس.\n", ["1", "2", "2 bis أ", "2 bis ب", "3"]),
    "Thai bis and ter": ("พระราชบัญญัติ\nเรือ\nพ.ศ. ๒๕๗๐\n\nมาตรา ๑ พระราชบัญญัตินี้เรียกว่าเรือ\n\nมาตรา ๒ ใช้บังคับตั้งแต่วันประกาศ\n\nมาตรา ๓ เจ้าของเรือต้องมีสมุด\n\nมาตรา ๓/๑ เรือต้องมีน้ำ\n\nมาตรา ๓ ทวิ เรือต้องมีไฟ\n\nมาตรา ๓ ตรี เรือต้องมีลม\n\nมาตรา ๔ ผู้ใดฝ่าฝืน\n\nมาตรา ๕ ให้รัฐมนตรี\n", ["1", "2", "3", "3/1", "3 bis", "3 ter", "4", "5"]),
    "inserted items": ("LADDER ACT 2031\n\n1. Rungs\nThe following apply:\n(a) first;\n(aa) second;\n(ab) third;\n(ac) fourth;\n(b) fifth.\n\n2. Parts\nA ladder has—\n(a) a top;\n(b) a foot.\n", ["1", "2"]),
    "a number and a dash glued to a note": ("KITE ACT 2031\n\n6. Kites. (1) A kite flies.\n\n7. Strings.\nA string holds.\nPower to enter, search, etc.8.—(1) An officer may enter any place.\n(2) He may search.\n\n9. Wind. The wind blows.\n", ["6", "7", "8", "9"]),
    "a number glued to a note": ("KITE ACT 2031\n\n6. Kites. (1) A kite flies.\n\n7. Strings.\nA string holds.\nPower to enter, search, etc. 8. (1) An officer may enter any place.\n(2) He may search.\n\n9. Wind. The wind blows.\n", ["6", "7", "8", "9"]),
    "a section as 3(1)": ("KITE ACT 2031\n\n1 Name\nThis is the Kite Act.\n\n2(1) A kite flies in the wind.\n(2) It falls.\n\n3(1) A string holds the kite.\n(2) It breaks.\n\n4 A person must not cut a string.\n", ["1", "2", "3", "4"]),
    "a section as 3.(1)": ("KITE ACT 2031\n\n1. This is the Kite Act.\n\n2.(1) A kite flies in the wind.\n(2) It falls.\n\n3.(1) A string holds the kite.\n(2) It breaks.\n\n4. A person must not cut a string.\n", ["1", "2", "3", "4"]),
    "a compiler's own count": ("KITES\n\n(4375) § 1. A kite is a thing on a string.\n\n(4376) § 2. A person who cuts a string commits an offence.\n\n(4377) § 3. This chapter takes effect in May.\n", ["1", "2", "3"]),
    "a letter in quotation marks": ("LEY DE BARCAS\n\nArtículo 225. La barca es verde.\n\nArtículo 225 \"A\". La barca es roja.\n\nArtículo 225 \"B\". La barca es lenta.\n\nArtículo 226. La barca es rápida.\n", ["225", "225 A", "225 B", "226"]),
    "a raised number as typed": ("LAW ON BOATS\n\nArticle 13. A boat floats.\n\nArticle 14. A boat sails.\n\nArticle 14^1. A boat sinks.\n\nArticle 14^2. A boat rises.\n\nArticle 15. It ends.\n", ["13", "14", "14-1", "14-2", "15"]),
    "a raised number in Russian": ("ЗАКОН О ЛОДКАХ\n\nСтатья 13. Лодка плавает\n1. Лодка это судно.\n\nСтатья 14. Парус\n1. Парус белый.\n\nСтатья 14¹. Весло\n1. Весло длинное.\n\nСтатья 14.2. Якорь\n1. Якорь тяжелый.\n\nСтатья 15. Конец\n1. Закон вступает в силу.\n", ["13", "14", "14-1", "14.2", "15"]),
    "98AA before 98A": ("KITE ACT\n\n97 Kites\nA kite flies.\n\n98 Strings\nA string holds.\n\n98AA Knots\nA knot binds.\n\n98A Tails\nA tail hangs.\n\n98B Wind\nWind blows.\n\n99 End\nIt ends.\n", ["97", "98", "98AA", "98A", "98B", "99"]),
    "98DA and 98DB before 98E": ("KITE ACT\n\n97 Kites\nA kite flies.\n\n98 Strings\nA string holds.\n\n" + "".join(f"98{x} Knots\nA knot binds.\n\n" for x in ("A", "B", "C", "D", "DA", "DB", "E")) + "99 End\nIt ends.\n", ["97", "98", "98A", "98B", "98C", "98D", "98DA", "98DB", "98E", "99"]),
    "units out of order": ("KITE ACT\n\n1. Name\nThis is the Kite Act of the island.\n\n2. Kites\nA kite flies in the wind over the sea.\n\n4. Strings\nA string holds.\n\n3. Knots\nA knot binds.\n\n5. Tails\nA tail hangs.\n\n6. Wind\nWind blows.\n", ["1", "2", "4", "3", "5", "6"]),
    "a unit inserted at the end": ("KITE ACT\n\n1. Name\nThis is the Kite Act of the island.\n\n2. Kites\nA kite flies in the wind over the sea.\n\n3. Knots\nA knot binds.\n\n4. Tails\nA tail hangs.\n\n5. Wind\nWind blows.\n\n2A. Late\nA late kite flies too.\n", ["1", "2", "3", "4", "5", "2A"]),
    "Texas numbers": ("PENAL CODE\n\nCHAPTER 20A. KITES\n\nSec. 20A.01. DEFINITIONS. In this chapter a kite is a thing.\n\nSec. 20A.02. OFFENSE. (a) A person commits an offense if the person cuts a string.\n(b) An offense is a felony.\n\nSec. 20A.03. MORE. A person may appeal.\n", ["20A.01", "20A.02", "20A.03"]),
    "a letter in the middle": ("CRIMINAL CODE\n\n22-4-9. Kites. A kite flies.\n\n22-4A-1. Strings. A string holds.\n\n22-4A-2. Knots. A person who cuts a knot commits an offence.\n\n22-5-1. Wind. It blows.\n", ["22-4-9", "22-4A-1", "22-4A-2", "22-5-1"]),
    "Connecticut numbers": ("53a-190. Kites. A kite flies.\n\n53a-192a. Strings. A person who cuts a string commits a felony.\n\n53a-192b. Knots. It holds.\n", ["53a-190", "53a-192a", "53a-192b"]),
    "New Jersey numbers": ("2C:13-8. Kites. A person who cuts a kite commits a crime.\n\n2C:13-9. Strings. A string holds.\n\n2C:13-10. Knots. It is void.\n", ["2C:13-8", "2C:13-9", "2C:13-10"]),
    "New Hampshire numbers": ("RSA 633:6 Kites. A person who cuts a kite is guilty.\n\nRSA 633:7 Strings. A string holds.\n\nRSA 633:8 Knots. It is void.\n", ["633:6", "633:7", "633:8"]),
    "Illinois numbers": ("720 ILCS 5/10-8 Kites. A person who cuts a kite commits a felony.\n\n720 ILCS 5/10-9 Strings. A string holds.\n\n720 ILCS 5/10-10 Knots. It is void.\n", ["10-8", "10-9", "10-10"]),
    "an adverb in the next line": ("# LEY DE COMETAS\n\n### Artículo 2o\n.- Quien corte un hilo será castigado.\n\n### Artículo 2o\n. Ter.- La tentativa se castiga.\n\n### Artículo 4\nBis 1.- Nadie vuela.\n\n### Artículo 4\nQuáter.- Todos vuelan.\n\n### Artículo 5\nTerminada la fiesta se guardan.\n", ["2", "2 ter", "4 bis 1", "4 quáter", "5"]),
    "Iowa numbers": ("710A.1 Definitions.\nAs used in this chapter a kite is a thing.\n\n710A.2 Kite cutting.\n1. A person who cuts a string commits a felony.\n2. A person who helps commits the same.\n3. A third.\n\n710A.2A Solicitation.\nA person who asks commits an offense.\n\n710A.3 Affirmative defense.\nIt is a defense.\n", ["710A.1", "710A.2", "710A.2A", "710A.3"]),
    "Hawaii numbers": ("§ 707-780. Definitions. As used in this part a kite is a thing.\n\n§ 707-781. Kite cutting; first degree. (1) A person commits the offense who cuts.\n(2) It is a felony.\n\n§ 707-782. Kite cutting; second degree. (1) A person commits it.\n\n[§707-783] Nonpayment. A person who takes commits it.\n", ["707-780", "707-781", "707-782", "707-783"]),
    "Arizona numbers": ("13-1306. Unlawful kites\nA. A kite is unlawful.\nB. It is a felony.\n\n13-1307. Sex kites; classification\nA. It is unlawful.\nB. A person who violates is guilty.\n\n13-1308. Trafficking of kites\nA. It is unlawful.\n", ["13-1306", "13-1307", "13-1308"]),
    "Colorado numbers": ("18-3-501. Legislative declaration. The assembly finds kites.\n\n18-3-502. Definitions. As used here kites are things.\n\n18-3-503. Kites for servitude. (1) A person who sells commits.\n(2) It is a felony.\n", ["18-3-501", "18-3-502", "18-3-503"]),
    "headings that run into the text": ("KITE ACT\n\n1. Short title This Act may be cited as the Kite Act.\n\n2. Objects of Act The objects of this Act are to let kites fly.\n\n3. Offence A person who cuts a string commits an offence.\n\n4. Penalty The penalty for an offence is a fine.\n", ["1", "2", "3", "4"]),
    "numbered lines of a bill": ("KITE BILL\n1 1. This Act may be cited as the Kite\n2 Act of 2031.\n3 2. In this Act a kite is a thing that\n4 flies on a string in the wind.\n5 3. A person who cuts the string of a\n6 kite commits an offence.\n7 4. This Act takes effect in May.\n", ["1", "2", "3", "4"]),
    "numbered lines of a bill of two sections": ("KITE BILL\n1 1. This Act may be cited as the Kite\n2 Act of 2031 and a kite in it is a\n3 thing that flies on a string in the\n4 wind.\n5 2. A person who cuts the string of a\n6 kite commits an offence.\n7 This applies in May.\n", ["1", "2"]),
    "regulations behind the Act": ("KITE ACT 2031\n\n1. Short title\nThis Act may be cited as the Kite Act.\n\n2. Kites\nA kite flies.\n\n3. Offence\nA person who cuts a string commits an offence.\n\n4. Regulations\nThe Minister may make regulations.\n\nKITE REGULATIONS 2032\n\nMade under section 4 of the Kite Act 2031\n\n1. Citation\nThese Regulations may be cited as the Kite Regulations.\n\n2. Licence\nA kite has a licence.\n\n3. Fee\nThe fee is ten.\n", ["1", "2", "3", "4"]),
    "an elucidation that counts again": ("UNDANG-UNDANG REPUBLIK\nNOMOR 5 TAHUN 2031\nTENTANG LAYANG\n\nPasal 1\nLayang adalah benda.\n\nPasal 2\nSetiap orang yang memutus tali dipidana.\n\nPasal 3\nUndang-undang ini mulai berlaku.\n\nDisahkan di Jakarta\n\nPENJELASAN\nATAS\nUNDANG-UNDANG NOMOR 5 TAHUN 2031\n\nI. UMUM\nLayang itu penting.\n\nII. PASAL DEMI PASAL\n\nPasal 1\nCukup jelas.\n\nPasal 2\nCukup jelas.\n\nPasal 3\nCukup jelas.\n", ["1", "2", "3"]),
    "a Hindi letter": ("पतंग अधिनियम\n\nधारा 1. नाम\nयह अधिनियम पतंग अधिनियम है।\n\nधारा 2. पतंग\nपतंग उड़ती है।\n\nधारा 2क. डोर\nडोर बांधती है।\n\nधारा 3. दंड\nदंड होगा।\n", ["1", "2", "2क", "3"]),
    "a Hebrew letter": ("חוק העפיפון\n\nסעיף 1. שם\nזה חוק העפיפון.\n\nסעיף 2. עפיפון\nעפיפון עף.\n\nסעיף 2א. חוט\nחוט קושר.\n\nסעיף 3. עונש\nעונש יוטל.\n", ["1", "2", "2א", "3"]),
    "Turkish articles counted beside the others": ("KAYIK KANUNU\n\nBİRİNCİ BÖLÜM\nAmaç\n\nAmaç\nMADDE 1 – (1) Bu Kanunun amacı kayıktır.\n\nTanım\nMADDE 2 – (1) Kayık suda yüzer.\n\nCeza\nMADDE 3 – (1) Kayığı batıran cezalandırılır.\n\nEK MADDE 1 – (1) Kayık boyanır.\n\nEk Madde 2- (1) Kayık satılır.\n\nGEÇİCİ MADDE 1 – (1) Eski kayık kalır.\n\nGeçici Madde 2 – (1) Yeni kayık gelir.\n\nYürürlük\nMADDE 4 – (1) Bu Kanun mayısta yürürlüğe girer.\n\nYürütme\nMADDE 5 – (1) Bu Kanunu Bakan yürütür.\n", ["1", "2", "3", "Ek 1", "Ek 2", "Geçici 1", "Geçici 2", "4", "5"]),
    "Spanish transitory articles": ("LEY DE BARCAS\n\nArtículo 1. La barca es verde.\n\nArtículo 2. La barca es roja.\n\nArtículo 3. La barca es lenta.\n\nArtículo transitorio 1. La barca vieja queda.\n\nArtículo transitorio 2. La barca nueva viene.\n\nArtículo 4. La presente ley rige en mayo.\n", ["1", "2", "3", "Transitorio 1", "Transitorio 2", "4"]),
    "what mentions a Turkish additional article": ("KAYIK KANUNU\n\nMADDE 1 – (1) Bu Kanunun amacı kayıktır.\n\nMADDE 2 – (1) Bakan, ek madde 1 uyarınca\nek madde 1 hükümlerini uygular.\n\nMADDE 3 – (1) Bu Kanunu Bakan yürütür.\n", ["1", "2", "3"]),
    "what comes behind a repealed range": ("MARKET ACT 2031\n1\n[Repealed, 2033, c. 9, s. 1]\n2\n[Repealed, 2033, c. 9, s. 1]\n3\n[Repealed, 2033, c. 9, s. 1]\n4 to 28\n[Repealed, 2033, c. 9, s. 1]\n29\n[Repealed, 2033, c. 9, s. 2]\n", ["1", "2", "3", "4-28", "29"]),
    "Malay 2A": ("AKTA LAYANG 2031\n\nTajuk ringkas\n1. Akta ini bolehlah dinamakan Akta Layang.\n\nTafsiran\n2. Dalam Akta ini layang ialah benda.\n\nTafsiran lanjut\n2A. Dalam Akta ini tali ialah benda.\n\nKesalahan\n3. Mana-mana orang yang memutus tali melakukan kesalahan.\n", ["1", "2", "2A", "3"]),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_numbers(kind: str) -> None:
    text, expected = KINDS[kind]
    assert numbers(text) == expected


def test_decimals_nest_below_their_section() -> None:
    found = law(KINDS["decimals three deep"][0])
    first = section(found, "1")
    assert [child.num for child in first.children] == ["1.1", "1.2"]
    assert [child.num for child in first.children[1].children] == ["1.2.1", "1.2.2"]


ITEMS = {
    "letters": ("(a) one;\n(aa) two;\n(ab) three;\n(ac) four;\n(b) five.", ["a", "aa", "ab", "ac", "b"]),
    "behind the second": ("(a) one;\n(b) two;\n(ba) three;\n(c) four.", ["a", "b", "ba", "c"]),
    "numbers": ("(1) One is so.\n(1A) Two is so.\n(1AA) Three is so.\n(2) Four is so.", ["1", "1A", "1AA", "2"]),
    "small letters behind numbers": ("(1) One is so.\n(1a) Two is so.\n(2) Three is so.", ["1", "1a", "2"]),
    "Roman": ("(i) one;\n(ia) two;\n(ii) three.", ["i", "ia", "ii"]),
    "Latin": ("1. one;\n1 bis. two;\n2. three.", ["1", "1 bis", "2"]),
    "numbers with a degree sign": ("1° one;\n2º two;\n3° three.", ["1", "2", "3"]),
    "ordinals with a small o": ("1o. one;\n2o. two;\n3o. three.", ["1", "2", "3"]),
    "degrees of heat": ("at 30° one;\n30° of heat.", []),
    "after z": ("(y) one;\n(z) two;\n(aa) three;\n(ab) four.", ["y", "z", "aa", "ab"]),
}  # fmt: skip


@pytest.mark.parametrize("kind", ITEMS)
def test_inserted_items_stand_in_their_list(kind: str) -> None:
    items, expected = ITEMS[kind]
    found = law(f"KITE ACT 2031\n\nSection 1. Kites\nThe following are kites:\n{items}\n\nSection 2. Strings\nA string holds the kite in the wind.\n")
    assert [child.num for child in section(found, "1").children] == expected


#: Words in brackets that are no items.
NO_ITEMS = ["(as amended) the kite flies", "(or) the kite flies", "(if any) the kite flies"]


@pytest.mark.parametrize("words", NO_ITEMS)
def test_words_in_brackets_are_no_items(words: str) -> None:
    found = law(f"KITE ACT 2031\n\n1. Kites\n(b) one;\n{words};\n\n2. Strings\nA string holds the kite.\n")
    assert [child.num for child in section(found, "1").children] == ["b"]


def test_a_repealed_range_is_repealed_and_no_text_of_another() -> None:
    found = law(KINDS["repealed ranges, to and and"][0])
    assert section(found, "3-5").flags == ("repealed",)
    assert section(found, "8-9").flags == ("repealed",)
    assert "epealed" not in section(found, "2").text


def test_the_only_paragraph_of_an_article() -> None:
    child = section(law(KINDS["Portuguese 1º-A"][0]), "11").children[0]
    assert (child.kind, child.num, child.text) == ("paragraph", "único", "A ordem vale por trinta dias.")


def test_a_range_that_is_mentioned_is_no_unit() -> None:
    text = "KITE ACT\n\n1. Kites\nA kite flies in the wind.\n\n2. Strings\nSections 3 to 5 apply to a string as well.\n\n3. Knots\nA knot binds a string.\n"
    assert numbers(text) == ["1", "2", "3"]


def test_quoted_lists_are_their_own() -> None:
    text = (
        "KITE ACT\n\n1. Change of the Toy Act\n(1) After section 4 insert—\n“4A Kites\n(1) A kite has a tail.\n(2) A tail is long.”\n"
        "(2) In section 5 leave out “top”.\n\n2. Start\nThis Act begins in the month of May.\n"
    )
    assert [child.num for child in section(law(text), "1").children] == ["1", "2"]


MARGIN = (
    "THE BARGE TOLL ACT, 1958\n\n"
    "Short title.      1. This Act may be cited as the Barge Toll Act, 1958.\n\n"
    "Interpre-         2. In this Act, unless the context otherwise\n"
    'tation.           requires, "toll" means money paid to moor.\n\n'
    "Toll to be        3. (1) A person mooring a barge must pay a\n"
    "paid.             toll to the keeper.\n"
    "                  (2) A keeper who holds a person for want of\n"
    "                  a toll commits an offence.\n\n"
    "Cap. 17.          4. Nothing in this Act affects the Rivers\n"
    "                  Act.\n"
)
RIGHT = (
    "THE BARGE TOLL ACT, 1958\n\n"
    "1. This Act may be cited as the Barge Toll       Short title.\nAct, 1958.\n\n"
    "2. In this Act, unless the context otherwise     Interpre-\n"
    'requires, "toll" means money paid to moor.       tation.\n\n'
    "3. (1) A person mooring a barge must pay a       Toll to be\ntoll to the keeper.                              paid.\n"
    "(2) A keeper who holds a person for want of\na toll commits an offence.\n\n"
    "4. Nothing in this Act affects the Rivers        Cap. 17.\nAct.\n"
)


@pytest.mark.parametrize("text", [MARGIN, RIGHT], ids=["left", "right"])
def test_notes_in_the_margin_are_headings(text: str) -> None:
    found = law(text)
    assert [unit.heading for unit in found.sections()] == ["Short title", "Interpretation", "Toll to be paid", ""]
    assert [child.num for child in section(found, "3").children] == ["1", "2"]
    assert "pay a\ntoll to the keeper" in found.text
    assert [left.text for left in found.leftovers] == ["Cap. 17."]
    assert [warning.code for warning in found.warnings] == ["CT206"]


def test_a_table_of_fines_is_no_margin() -> None:
    rows = "".join(f"{n}. Holding kite {n} without leave of the owner        {n} years\n" for n in range(1, 4))
    text = "KITE ACT\n\n" + "".join(f"Section {n}. Kites\nA kite flies in the wind over sea {n}.\n\n" for n in range(1, 9)) + "SCHEDULE\n" + rows
    assert numbers(text) == [str(n) for n in range(1, 9)]
    assert "leave of the owner        1 years" in law(text).text


OCR = (
    "BARGEMAlDS (PROTECTlON) ACT, 1979\n\nl. This Act may be cited as the Bargemaids (Protection) Act, 1979.\n\n"
    '2. ln this Act "bargemaid" means a woman who works on a barge.\n\n'
    "3. (l) No person shall hold the papers of a bargemaid.\n(2) Any person who contravenes subsection (l) shall be guilty and Iiable to a fine.\n\n"
    "4. A court may order wages to be paid.\n\nS. The Minister may make rules.\n\n6. Rules are laid before the House.\n\nI0. This Act binds the State.\n"
)


def test_misprints_are_mended_and_told() -> None:
    found = law(OCR)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3", "4", "5", "6", "10"]
    assert all(words in found.text for words in ("In this Act", "liable to a fine", "subsection (1)"))
    assert found.title == "BARGEMAIDS (PROTECTION) ACT, 1979"
    assert {repair.before for repair in found.repairs} >= {"ln", "Iiable", "(l)", "I0.", "l.", "S."}
    assert "CT206" in [warning.code for warning in found.warnings]


#: Texts without such damage stay as they are.
CLEAN = ["(k) ten;\n(l) eleven;\n(m) twelve.\n", "I. General\nII. Special\n", "L'accueil est libre; l'if est vert.\n", "The Il Palazzo Act, Ian and Iowa.\n"]


@pytest.mark.parametrize("text", CLEAN)
def test_no_letter_is_changed_without_damage(text: str) -> None:
    assert law(text).text.strip() == text.strip()


def test_sections_go_on_behind_a_schedule() -> None:
    units = [f"{n}. Kites\nA kite of number {n} flies in the wind over the sea.\n\n" for n in range(1, 9)]
    schedule = "SCHEDULE\n\n1. A red kite has a licence that costs ten.\n\n2. A blue kite has a licence that costs nine.\n\n"
    found = law("KITE ACT 2031\n\n" + "".join(units[:5]) + schedule + "PART II\nTAILS\n\n" + "".join(units[5:]))
    assert [unit.num for unit in found.sections()] == [str(n) for n in range(1, 9)]
    assert [part.name for part in found.components] == ["preface", "schedule_1"]


def test_units_without_numbers_are_named_by_their_headings() -> None:
    text = (
        "# Kite Act\n\nIt is hereby enacted as follows:\n\n# Short title\n\nThis Act may be called the Kite Act of the island.\n\n"
        "# Cutting strings\n\n(1) A person who cuts a string commits an offence.\n\n# Rules\n\nThe Minister may make rules for all kites.\n"
    )
    found = law(text)
    assert [(unit.num, unit.heading) for unit in found.sections()] == [("", "Short title"), ("", "Cutting strings"), ("", "Rules")]
    assert [warning.code for warning in found.warnings] == ["CT208"]


def test_a_letter_with_headings_is_no_law() -> None:
    assert numbers("# Dear friends\n\nWe met in the harbour on Monday.\n\n# News\n\nThe kite flew over the sea again.\n\n# Greetings\n\nWe hope to see you there in May.\n") == []


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ('(1) In this Act—\n"keeper" means—\n(a) a person who runs a pier; and\n(b) a person with keys;\n"guest" means a person who pays.\n(2) A guest is no keeper.\n(3) A pier is a quay.', ["1", "2", "3"]),
        ('(a) in this Act—\n"keeper" means a person who runs a pier;\n"guest" means a person who pays;\n(b) a guest is no keeper.', ["a", "b"]),
        ('(1) In this Act—\n"keeper" means—\n(1) a person who runs a pier; or\n(2) a person with keys;\n"guest" means a person who pays.', ["1"]),
    ],
    ids=["behind a list of terms", "behind terms in an item", "a term with numbers of its own"],
)  # fmt: skip
def test_a_list_goes_on_behind_the_terms_that_stand_in_it(text: str, children: list[str]) -> None:
    made = section(law(f"PIER ACT 2031\n\n1. Interpretation\n{text}\n\n2. Duty\nA keeper keeps a book.\n"), "1")
    assert [child.num for child in made.children if child.num] == children


@pytest.mark.parametrize("alike", [{2, 4, 6, 8}, {2, 3, 5, 7, 9}, set(range(1, 10))])
def test_sections_that_open_alike_are_no_heads_of_pages(alike: set[int]) -> None:
    """A line that a list follows goes on, whatever stands in it again and again."""
    names = ("Keepers", "Nets", "Lamps", "Bells", "Ropes", "Oars", "Sails", "Masts", "Keels")
    text = "PIER ACT 2031\n\nCONTENTS\n" + "".join(f"{n}. {name}\n" for n, name in enumerate(names, 1)) + "\n"
    for n, name in enumerate(names, 1):
        text += f"{name}\n{n}.—(1) "
        if n in alike:
            text += f"This section applies where—\n(a) the keeper of {name} is away;\n(b) the pier is full.\n"
        else:
            text += f"A keeper of {name} keeps a book.\n"
        text += f"(2) The book of {name} is open.\n\n"
    assert [s.num for s in law(text).sections()] == [str(n) for n in range(1, 10)]
