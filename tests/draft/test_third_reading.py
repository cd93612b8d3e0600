"""The drafts as three readers read every clause in Spanish, French and Indonesian: what they found, and that it is gone.

Most of it held for English too, so that a row has the words of all four languages; what was found in one language alone
stands in ALONE. What was not mended stands in `reading/readers.tsv` with the reason.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from ctip_law.draft import draft_law, library
from ctip_law.draft.library import shipped
from ctip_law.draft.translated import TERM
from ctip_law.errors import UsageError

from .test_counsel import words

LANGUAGES = ("en", "es", "fr", "id")
READERS = Path(__file__).parent / "reading" / "readers.tsv"

# ruff: noqa: E501 (tables of fact patterns)
# fmt: off
#: the fact pattern; provision, its settings; words that stand in English, Spanish, French, Indonesian
MISCHIEFS = [
    ("a girl of fourteen is taken without any means, and her age made the offence", "aggravating", {},
     ["That the victim is a child always counts", "Que la víctima sea un niño cuenta siempre", "Que la victime soit un enfant compte toujours", "korban adalah anak selalu diperhitungkan"]),
    ("a victim is made to watch over other victims", "participation", {},
     ["does not apply to a victim whom the control of an offender leaves no real choice", "no se aplica a la víctima a la que el control de un autor", "ne s’applique pas à la victime à qui l’emprise d’un auteur", "tidak berlaku bagi korban yang karena kendali pelaku"]),
    ("somebody lends a van for an offence that nobody begins", "participation", {},
     ["only incitement or agreement is punished", "solo se castiga la instigación", "seule l’incitation", "hanya penganjuran"]),
    ("a victim kills a guard, and paragraph 4 forbids the custody that paragraph 6 allows", "non-punishment", {},
     ["By way of exception from subsection (4) and subsection (5)", "Como excepción al apartado 4 y al apartado 5", "Par exception au paragraphe 4 et au paragraphe 5", "Sebagai pengecualian dari ayat (4) dan ayat (5)"]),
    ("a victim whom the offenders made hold another waits for trial", "non-punishment", {},
     ["grave harm to the body or the freedom of a person, the prosecution", "su cuerpo o su libertad, el proceso podrá", "à son corps ou à sa liberté, les poursuites peuvent", "perampasan kemerdekaan yang berat, penuntutan dapat"]),
    ("a victim without papers sits in a removal centre, for no act of hers", "non-punishment", {},
     ["applies or in order to be removed", "ni para su expulsión", "ni retenue en vue de son éloignement", "atau untuk dideportasi"]),
    ("a boy who may be fifteen is himself prosecuted for theft", "child-definition", {},
     ["accused of an offence against the victim", "de un delito contra la víctima", "d’une infraction contre la victime", "tindak pidana terhadap korban itu"]),
    ("a toddler is to consent to an examination", "child-definition", {},
     ["of the guardian", "el de su tutor", "celui de son tuteur", "persetujuan walinya"]),
    ("a victim wants to go home while the trial goes on", "return", {},
     ["must not be returned without informed consent where", "no será repatriada sin su consentimiento informado", "n’est pas renvoyée sans son consentement éclairé", "Tanpa persetujuannya setelah diberi penjelasan, korban tidak boleh dipulangkan"]),
    ("the State of origin learns from the Authority where a refugee is", "return", {},
     ["as far as the victim consents to the contact", "si la víctima consiente el contacto", "si la victime consent à ce contact", "jika korban menyetujui hubungan itu"]),
    ("a ministry is convicted, and its licence is withdrawn", "legal-persons", {},
     ["only the fine under subsection (3) may be imposed", "solo se le podrá imponer la multa", "n’est passible que de l’amende", "hanya denda yang dapat dijatuhkan"]),
    ("a husband who lives on his wife's forced work knows all of it", "knowing-use", {},
     ["unless the dependant had a part in the offence", "salvo que haya tenido parte en el delito", "à moins qu’elle n’ait pris part à l’infraction", "kecuali ia terlibat dalam tindak pidana itu"]),
    ("a mother without a roof begs with her child", "exploitation-definition", {},
     ["begs together with the child for the needs of the family", "mendiga con él para el sustento de la familia", "mendie avec son enfant pour faire vivre la famille", "mengemis bersama anaknya untuk kebutuhan keluarga"]),
    ("a conscript is ordered to dig", "exploitation-definition", {},
     ["Military service", "el servicio militar", "le service militaire", "Dinas militer"]),
    ("a judge compares one wrong with another to find a crime", "exploitation-definition", {},
     ["has no real choice, and is made to work", "sin elección real, y se la haga trabajar", "sans choix réel, et amenée à travailler", "tanpa pilihan nyata dan membuatnya bekerja"]),
    ("a buyer has only some of the powers of an owner", "exploitation-definition", {},
     ["any of the powers that an owner has", "alguna de las facultades de un propietario", "l’un des pouvoirs d’un propriétaire", "salah satu kekuasaan seorang pemilik"]),
    ("an attempt stopped at its first step", "attempt", {},
     ["may for that reason impose a lesser penalty", "podrá por ello imponer una pena menor", "peut, pour ce motif, prononcer une peine moindre", "karena itu dapat menjatuhkan pidana yang lebih ringan"]),
    ("a policeman has a post taken down, and no judge ever sees it", "facilitation", {},
     ["lapses unless a judge confirms it within 48 hours", "pierde su efecto si un juez no lo confirma", "devient caduc si un juge ne le confirme pas", "gugur jika tidak dikuatkan hakim"]),
    ("a thief burns his own list; a victim hides hers for fear", "obstruction", {},
     ["does not apply to a person who hides the traces of that person's own offence", "oculta las huellas de su propio delito", "cache les traces de sa propre infraction", "menyembunyikan jejak tindak pidananya sendiri"]),
    ("a foreign consul is promised money and gets none", "corruption", {},
     ["promised, offered or given to, or solicited or accepted by, a foreign", "que se prometa, ofrezca o dé a un funcionario público extranjero", "promis, offert ou accordé à un agent public étranger", "dijanjikan, ditawarkan, atau diberikan kepada"]),
    ("police follow a lorry with people in it to its end", "special-techniques", {},
     ["but never of persons", "pero nunca de personas", "mais jamais de personnes", "tetapi tidak atas orang"]),
    ("a constitution voids all evidence of an unlawful entry", "search-entry", {},
     ["follows the law of criminal procedure", "se rige por la ley procesal", "suit la loi de procédure", "mengikuti hukum acara pidana"]),
    ("a court acquits, and its finding that there was no victim binds", "victim-stages", {},
     ["The finding of a court that a person is a victim binds", "El reconocimiento por un tribunal obliga", "La reconnaissance par un tribunal lie", "yang menyatakan seseorang sebagai korban mengikat"]),
    ("an officer refers a woman who does not want it", "identification", {},
     ["an adult with the adult's consent", "si es adulta con su consentimiento", "une personne adulte avec son consentement", "orang dewasa dengan persetujuannya"]),
    ("a doctor is bound by the code to silence about a child", "reporting", {},
     ["before any duty of secrecy except those that subsection (5) names", "sobre todo deber de secreto", "sur tout secret", "dari setiap kewajiban menyimpan rahasia"]),
    ("a nurse treats a woman who is beaten every night", "reporting", {},
     ["or of grave violence", "o de violencia grave", "ou de violence grave", "atau kekerasan berat mengancamnya"]),
    ("a shelter locks its children in", "shelter-standards", {},
     ["no child is locked in", "a ningún niño se le encierre", "aucun enfant n’y soit enfermé", "tidak ada anak yang dikurung"]),
    ("a shelter takes the passports for safety", "shelter-standards", {},
     ["let residents keep their papers, let", "conserven sus papeles y, salvo", "leurs papiers et, à moins", "memegang surat-suratnya serta, kecuali"]),
    ("on the fifteenth day a child must leave for whoever takes it", "shelter-standards", {},
     ["unless this is in the best interests of the child. In that time the Authority must find a family that it has found suitable", "salvo que convenga a su interés superior", "à moins que ce ne soit dans son intérêt supérieur", "kecuali demi kepentingan terbaik bagi anak"]),
    ("the court's two days pass before the court hears of the child", "child-victims", {},
     ["within 2 days of the application", "días siguientes a la petición", "jours qui suivent sa saisine", "hari sejak permohonan itu"]),
    ("whoever decides that a child is no victim acts for the child", "child-victims", {},
     ["who have no part in deciding", "que no intervienen en la decisión", "qui ne prennent pas part à la décision", "yang tidak ikut memutus"]),
    ("nobody asks the child", "child-victims", {},
     ["The views of the child must be heard", "Se oirá al niño", "L’enfant est entendu", "Pendapat anak wajib didengar"]),
    ("a mother puts up a photograph of her daughter who is missing", "privacy", {},
     ["search for a missing person", "buscan a una persona desaparecida", "recherchent une personne disparue", "mencari orang hilang"]),
    ("no law has a lowest wage for what the victim was made to do", "compensation-offender", {},
     ["at the general minimum wage", "el salario mínimo general", "le salaire minimum général", "upah minimum umum"]),
    ("the offender paid wages and took them back as a debt", "compensation-offender", {},
     ["has already received and could keep", "ya recibió y pudo conservar", "a déjà reçu et pu garder", "sudah diterima korban dan dapat disimpannya"]),
    ("a victim's husband stays where the offenders are", "family-reunion", {},
     ["children and spouse or partner.", "sus hijos y su cónyuge o pareja.", "ses enfants et son conjoint ou partenaire.", "suami, istri, atau pasangannya."]),
    ("the father sold the child, and the mother may not come", "family-reunion", {},
     ["each of the child's parents who had no part", "salvo al que haya tenido parte", "celui de ses parents qui n’a pas pris part", "orang tuanya yang tidak terlibat"]),
    ("the maid's employer lives there too, and says no", "labour-inspectors", {},
     ["an adult who lives there, the worker included", "una persona adulta que viva allí, incluido el trabajador", "un adulte qui y vit, le travailleur compris", "orang dewasa yang tinggal di sana, termasuk pekerja itu"]),
    ("to recruit without a licence is only a fine, to take a fee is prison", "recruitment-agencies", {},
     ["intentionally breaches subsection (1) or subsection (2)", "intencionalmente infrinja el apartado 1 o el apartado 2", "viole intentionnellement le paragraphe 1 ou le paragraphe 2", "dengan sengaja melanggar ayat (1) atau ayat (2)"]),
    ("a carrier without any fault is a criminal", "carriers", {},
     ["intentionally, or for want of reasonable care, fails", "intencionalmente o por falta del cuidado razonable", "intentionnellement ou faute d’un soin raisonnable", "dengan sengaja, atau karena kurang hati-hati"]),
    ("exploitation that began before the law goes on after it", "transitional", {},
     ["goes on after it is judged under this", "continúan después se juzgan", "continuent après sont jugés", "berlanjut sesudahnya diadili"]),
    ("a sitting judge chairs a board whose decisions go to court", "fund-governance", {},
     ["qualified to be a judge and holds no public office", "condiciones para ser juez y no ejerza cargo público", "conditions pour être juge et n’exerce pas de fonction publique", "memenuhi syarat menjadi hakim dan tidak memegang jabatan publik"]),
    ("a national comes home over the hills", "sm-definition", {},
     ["neither a national nor a permanent resident", "no es nacional ni residente permanente", "ni ressortissante ni résidente permanente", "bukan warga negara atau penduduk tetap"]),
    ("a refugee whom international law lets in is an object of crime", "sm-definition", {},
     ["An entry that international law allows is not illegal", "No es ilegal la entrada que el derecho internacional permite", "que le droit international permet n’est pas illégale", "dibolehkan hukum internasional"]),
    ("degrading treatment waits where the person is sent", "saving", {},
     ["inhuman or degrading", "inhumano o degradante", "inhumain ou dégradant", "tidak manusiawi atau merendahkan"]),
    ("no means was used, and the agreement of an adult is no defence", "consent", {},
     ["Where any of those means was used, it is not a defence", "En ese caso no es causa", "En ce cas, ne constitue pas", "Dalam hal itu tidak dapat dijadikan"]),
    ("the guardian decides, and nobody asked the child", "assistance", {},
     ["having heard the child", "después de oírlo", "après l’avoir entendu", "setelah mendengar anak itu"]),
]

#: What was found in one language alone: language, provision; words that stand, words that must not
ALONE = [
    ("id", "document-offences", ["Setiap orang yang bermaksud melakukan", "jika ia:"], ["melakukannya, dipidana dengan pidana penjara paling lama 7 tahun jika ia, dengan"]),
    ("id", "child-victims", ["mengajukan permohonan penunjukan wali kepada pengadilan"], ["mengajukannya"]),
    ("id", "sm-protection", ["mengajukan permohonan kepada pengadilan"], ["mengajukannya"]),
    ("id", "savings", ["Jika ketentuan pidana dalam Undang-Undang ini lebih menguntungkan terdakwa"], ["pidananya yang diterapkan"]),
    ("id", "jurisdiction", ["mengambil keputusan tentang penuntutan perkara"], ["Penuntut umum memutus perkara"]),
    ("id", "stay", ["keberadaannya diperlukan untuk penyidikan", "terdapat alasan kemanusiaan"], []),
    ("id", "compensation-offender", ["Pengadilan tidak memerintahkan pembayaran"], ["Tidak ada perintah atas"]),
    ("id", "vacating-convictions", ["pengadilan yang berwenang", "dihapus dan tidak dapat dibuka"], ["pengadilan yang memidananya"]),
    ("id", "exploitation-definition", ["dianggap dilakukan secara paksa", "memanfaatkan kerentanannya"], ["adalah paksa", "memanfaatkannya"]),
    ("fr", "exploitation-definition", ["en abusant de sa situation"], ["en tirant parti d’elle", "avantage injuste"]),
    ("fr", "consent", ["à l’exploitation, même seulement envisagée"], ["Il n’est pas une cause", "à être exploitée"]),
    ("fr", "own-nationals", ["la victime qui a sa nationalité"], ["son ressortissant"]),
    ("fr", "family-reunion", ["La victime titulaire du titre"], ["La victime, titulaire"]),
    ("fr", "stay", ["lui notifie ce droit"], []),
    ("fr", "aggravating", ["potentiellement mortelle", "la confiance qu’elle a en lui"], ["une maladie mortelle"]),
    ("fr", "offence", ["d’une peine de réclusion criminelle de 20 ans au plus"], ["d’un emprisonnement de 20"]),
    ("es", "joint-teams", ["quedan sujetos a la ley de la República"], ["conforme a su ley"]),
    ("es", "vacating-convictions", ["se cancelen los antecedentes"], ["se cierren los registros"]),
    ("es", "employment", ["La víctima extranjera", "edad mínima para trabajar"], ["menores"]),
    ("es", "labour-inspectors", ["establecimientos agrícolas"], ["explotaciones agrícolas"]),
    ("es", "reporting", ["secreto de confesión"], ["como confesión"]),
    ("es", "saving", ["menoscaba los derechos"], ["quita a una persona"]),
]
# fmt: on
#: Mended in words that no row needs to hold.
SMALL = {"confiscation", "insiders", "equality"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("provision", "settings", "stand"), [row[1:] for row in MISCHIEFS], ids=[row[0] for row in MISCHIEFS]
)
def test_a_mischief_is_gone_in_every_language(
    provision: str, settings: dict[str, str], stand: list[str], language: str
) -> None:
    text = words(provision, "common" if language == "en" else "", language, **settings)
    assert stand[LANGUAGES.index(language)] in text


@pytest.mark.parametrize(("language", "provision", "stand", "gone"), ALONE, ids=[f"{row[0]} {row[1]}" for row in ALONE])
def test_what_was_found_in_one_language_is_gone(
    language: str, provision: str, stand: list[str], gone: list[str]
) -> None:
    text = words(provision, "", language)
    assert [phrase for phrase in stand if phrase not in text] == []
    assert [phrase for phrase in gone if phrase in text] == []


#: language, variables; what a term is called, or what is told
TERMS = [
    ("fr", {}, "réclusion criminelle de 20 ans", ""),
    ("fr", {"max_years": 10}, "peine d’emprisonnement de 10 ans", ""),
    ("fr", {"grave_prison_word": "d’emprisonnement"}, "peine d’emprisonnement de 20 ans", ""),
    ("fr", {"grave_prison_over": 30}, "peine d’emprisonnement de 20 ans", ""),
    ("es", {"grave_prison_word": "reclusión"}, "pena de reclusión de hasta 20 años", ""),
    ("en", {"prison_word": "penal servitude", "max_years": 9}, "penal servitude for a term not exceeding 9 years", ""),
    ("id", {}, "pidana penjara paling lama 15 tahun", ""),
    ("id", {"max_years": 20}, "pidana penjara paling lama 20 tahun", ""),
    ("id", {"max_years": 25}, "", "give a whole number from 5 to 20"),
    ("id", {"laundering_max_years": 25}, "", "give a whole number from 4 to 20"),
]


@pytest.mark.parametrize(("language", "given", "called", "told"), TERMS)
def test_a_term_of_imprisonment_is_one_that_the_language_s_law_knows(
    language: str, given: dict[str, str | int], called: str, told: str
) -> None:
    if told:
        with pytest.raises(UsageError, match=f"CT004.*{told}"):
            draft_law(only="offence", language=language, variables=given)
        return
    lines = [
        line[2] for line in draft_law(only="offence", language=language, variables=given).section("offence").lines()
    ]
    assert any(called in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_default_term_is_longer_than_the_longest(language: str) -> None:
    """A variable that holds a term of imprisonment is known by its name; a new one must be called so."""
    book = shipped(language)
    texts = [passage.text for p in book.provisions.values() for top in p.text for passage in top.walk()]
    used = {name for text in texts for call in re.findall(r"prison\(([^)]*)\)", text) for name in call.split(", ")}
    assert {name for name in used if not TERM.search(name)} == {"min_years"}
    longest = book.common.longest_term or 50
    found = [variable for name in used if (variable := book.variable(name)) is not None]
    assert [one.id for one in found if int(one.default) > longest] == []
    assert [one.id for one in found if one.id != "min_years" and one.max > longest] == []


def test_what_the_readers_found_has_a_decision_and_what_was_kept_a_reason() -> None:
    with READERS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {row["language"] for row in rows} == {"es", "fr", "id"}
    assert {row["decision"] for row in rows} == {"mended", "kept"}
    assert [row for row in rows if row["provision"] not in {*library(), "all", "definitions"}] == []
    assert [row for row in rows if row["decision"] == "kept" and not row["reason"]] == []
    mended = {row["provision"] for row in rows if row["decision"] == "mended"} - {"all"}
    assert mended - {row[1] for row in MISCHIEFS} - {row[1] for row in ALONE} - SMALL == set()
