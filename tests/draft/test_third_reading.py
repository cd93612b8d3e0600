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
from .test_fifth_reading import MISCHIEFS as FIFTH

LANGUAGES = ("en", "es", "fr", "id")
READERS = Path(__file__).parent / "reading" / "readers.tsv"

# ruff: noqa: E501 (tables of fact patterns)
# fmt: off
#: the fact pattern; provision, its settings; words that stand in English, Spanish, French, Indonesian
MISCHIEFS = [
    ("a girl of fourteen is taken without any means, and her age made the offence", "aggravating", {},
     ["counts even where the age takes the place of the means", "aunque por ella no haga falta probar un medio", "est retenu même si l’âge tient lieu de moyen", "sekalipun karena umur itu unsur cara tidak perlu dibuktikan"]),
    ("a victim is made to watch over other victims", "participation", {},
     ["does not apply to a victim whom the control of an offender leaves no real choice", "no se aplica a la víctima a la que el control de un autor", "ne s’applique pas à la victime à qui l’emprise d’un auteur", "tidak berlaku bagi korban yang karena kendali pelaku"]),
    ("somebody lends a van for an offence that nobody begins", "participation", {},
     ["only incitement or agreement is punished", "solo se castiga la instigación", "seule l’incitation", "hanya penganjuran"]),
    ("a victim kills a guard, and paragraph 4 forbids the custody that paragraph 6 allows", "non-punishment", {},
     ["and despite subsection (4), a court may order custody", "y como excepción al apartado 4, el tribunal podrá ordenar", "et par exception au paragraphe 4, un tribunal ne peut ordonner", "sebagai pengecualian dari ayat (4), pengadilan dapat memerintahkan penahanan"]),
    ("a victim whom the offenders made hold another waits for trial", "non-punishment", {},
     ["grave harm to the body or the liberty of a person, the prosecution", "su libertad personal o sexual, el proceso podrá", "à son intégrité physique ou à sa liberté, les poursuites peuvent", "perampasan kemerdekaan yang berat, penyidikan dan penuntutan dapat"]),
    ("a victim without papers sits in a removal centre, for no act of hers", "non-punishment", {},
     ["applies or may apply, or in order to be removed", "ni para su expulsión", "Elle n’est pas non plus retenue en vue de son éloignement", "atau untuk dideportasi"]),
    ("a boy who may be fifteen is himself prosecuted for theft", "child-definition", {},
     ["accused of an offence against the victim", "de un delito contra la víctima", "d’une infraction contre la victime", "tindak pidana terhadap korban itu"]),
    ("a toddler is to consent to an examination", "child-definition", {},
     ["of the guardian", "el de su tutor", "celui de son tuteur", "persetujuan walinya"]),
    ("a victim wants to go home while the trial goes on", "return", {},
     ["must not be returned without informed consent where", "no será repatriada sin su consentimiento informado", "n’est pas renvoyée sans son consentement éclairé", "korban tidak boleh dipulangkan tanpa persetujuannya setelah diberi penjelasan"]),
    ("the State of origin learns from the Authority where a refugee is", "return", {},
     ["as far as the victim consents to the contact", "si la víctima consiente el contacto", "si la victime consent à ce contact", "untuk menyepakati program itu jika korban menyetujuinya"]),
    ("a ministry is convicted, and its licence is withdrawn", "legal-persons", {},
     ["only the fine under subsection (3) may be imposed", "solo se le podrá imponer la multa", "n’est passible que de l’amende", "hanya denda yang dapat dijatuhkan"]),
    ("a husband who lives on his wife's forced work knows all of it", "knowing-use", {},
     ["unless the dependant had a part in the offence", "salvo que haya tenido parte en el delito", "à moins qu’elle n’ait pris part à l’infraction", "kecuali ia terlibat dalam tindak pidana itu"]),
    ("a mother without a roof begs with her child", "exploitation-definition", {},
     ["begs together with the child for the needs of the family", "mendiga con él para el sustento de la familia", "mendie avec lui pour faire vivre la famille", "mengemis bersama anak asuhnya untuk kebutuhan keluarga"]),
    ("a conscript is ordered to dig", "exploitation-definition", {},
     ["Compulsory military service", "el servicio militar", "le service militaire", "Dinas militer"]),
    ("a judge compares one wrong with another to find a crime", "exploitation-definition", {},
     ["has no real choice, and is made to work", "sin elección real, y se la haga trabajar", "sans choix réel, et amenée à travailler", "tanpa pilihan nyata di bawah kendali dan membuatnya bekerja"]),
    ("a buyer has only some of the powers of an owner", "exploitation-definition", {},
     ["any of the powers that an owner has", "alguno de los atributos del derecho de propiedad", "l’un des attributs du droit de propriété", "salah satu kewenangan yang melekat pada hak milik"]),
    ("an attempt stopped at its first step", "attempt", {},
     ["may for that reason impose a lesser penalty", "podrá por ello imponer una pena menor", "peut, pour ce motif, prononcer une peine moindre", "karena itu dapat menjatuhkan pidana yang lebih ringan"]),
    ("a policeman has a post taken down, and no judge ever sees it", "facilitation", {},
     ["lapses unless a judge confirms it within 48 hours", "aviso de la policía no obliga a impedir el acceso", "devient caduc si un juge ne le confirme pas", "gugur jika tidak dikuatkan hakim"]),
    ("a thief burns his own list; a victim hides hers for fear", "obstruction", {},
     ["hide the traces of that person's own offence", "ocultar las huellas de su propio delito", "cacher les traces de sa propre infraction", "menyembunyikan jejak tindak pidananya sendiri"]),
    ("a foreign consul is promised money and gets none", "corruption", {},
     ["promised, offered or given to, or solicited or accepted by, a foreign", "que se prometa, ofrezca o dé a un funcionario público extranjero", "promis, offert ou accordé à un agent public étranger", "dijanjikan, ditawarkan, atau diberikan kepada"]),
    ("police follow a lorry with people in it to its end", "special-techniques", {},
     ["but never of persons", "pero nunca de personas", "mais jamais de personnes", "tetapi tidak atas orang"]),
    ("a constitution voids all evidence of an unlawful entry", "search-entry", {},
     ["follows the law of criminal procedure", "se rige por la ley procesal", "suit la loi de procédure", "mengikuti hukum acara pidana"]),
    ("a court acquits, and its finding that there was no victim binds", "victim-stages", {},
     ["The finding of a court that a person is a victim binds", "El reconocimiento por un tribunal obliga", "La reconnaissance par un tribunal lie", "yang menyatakan seseorang sebagai korban mengikat"]),
    ("an officer refers a woman who does not want it", "identification", {},
     ["an adult with the adult's consent", "si es adulta, con su consentimiento", "une personne adulte avec son consentement", "orang dewasa dengan persetujuannya"]),
    ("a doctor is bound by the code to silence about a child", "reporting", {},
     ["before any duty of secrecy except those that subsection (6) names", "sobre todo deber de secreto", "sur tout secret", "dari setiap kewajiban menyimpan rahasia"]),
    ("a nurse treats a woman who is beaten every night", "reporting", {},
     ["or of grave violence", "o de violencia grave", "ou de violence grave", "atau kekerasan berat mengancamnya"]),
    ("a shelter locks its children in", "shelter-standards", {},
     ["no child is locked in", "a ningún niño se le encierre", "aucun enfant n’y soit enfermé", "tidak ada anak yang dikurung"]),
    ("a shelter takes the passports for safety", "shelter-standards", {},
     ["let residents keep their papers, let", "conserven sus papeles y, salvo", "leurs papiers et, à moins", "memegang dokumennya serta, kecuali"]),
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
     ["each of the child's parents who had no part", "salvo a quien de ellos haya tenido parte", "chacun de ses parents qui n’a pas pris part", "orang tuanya yang tidak terlibat"]),
    ("the maid's employer lives there too, and says no", "labour-inspectors", {},
     ["an adult who lives there, the worker included", "una persona adulta que viva en él, aunque sea quien allí trabaja", "un adulte qui y vit, le travailleur compris", "orang dewasa yang tinggal di rumah itu, termasuk pekerja di rumah itu"]),
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
     ["unless international law allows it", "salvo que el derecho internacional la permita", "à moins que le droit international ne la permette", "dibolehkan hukum internasional"]),
    ("degrading treatment waits where the person is sent", "saving", {},
     ["inhuman or degrading", "inhumano o degradante", "inhumain ou dégradant", "tidak manusiawi atau merendahkan"]),
    ("no means was used, and the agreement of an adult is no defence", "consent", {},
     ["Where any of those means was used, it is not a defence", "En ese caso no es causa", "En ce cas, ne constitue pas", "Dalam hal itu tidak dapat dijadikan"]),
    ("the guardian decides, and nobody asked the child", "assistance", {},
     ["having heard the child", "después de oírlo", "après l’avoir entendu", "setelah mendengar dan mempertimbangkan pendapat anak itu"]),
]

#: What a second reader of each language called grave, in the clauses that the first had changed.
MISCHIEFS += [
    ("a travel agent sells a journey with a valid visa", "sm-definition", {},
     ["does not meet the requirements for lawful entry into that State", "no cumple los requisitos para entrar legalmente", "ne satisfait pas aux conditions de l’entrée légale", "tidak memenuhi syarat masuk yang sah"]),
    ("a refugee has somebody sentenced for the journey, and is told that the claim is lost", "sm-definition", {},
     ["keeps every right that goes with it", "conserva todos los derechos que la ley y el derecho internacional le reconocen", "garde tous les droits qui s’y attachent", "tetap mempunyai semua hak"]),
    ("a boy was not threatened, and sits in a cell for what he was sent to steal", "non-punishment", {"nonpunishment_test": "compulsion"},
     ["as a result of having been trafficked. In the case of a child it is enough", "objeto de trata. Respecto de un niño basta", "qu’elle a subie. Pour un enfant, il suffit", "yang dialaminya. Bagi anak cukup"]),
    ("a girl is made to watch over other girls, and must prove that she had no choice", "non-punishment", {},
     ["A child is presumed to have been compelled", "Se presume que un niño fue obligado", "L’enfant est présumé avoir été contraint", "Anak dianggap terpaksa"]),
    ("a child soldier kills, in a State that excludes killing", "non-punishment", {"nonpunishment_exclusions": "grave"},
     ["does not apply to the intentional killing of a person by an adult", "no se aplica al homicidio doloso cometido por una persona adulta", "ne s’applique pas à l’homicide volontaire commis par une personne adulte", "tidak berlaku bagi pembunuhan dengan sengaja oleh orang dewasa"]),
    ("a presumed victim waits in prison because nobody thought of less", "non-punishment", {},
     ["that no milder measure averts. A child may be held only as a last resort", "solo como último recurso", "en dernier recours seulement", "Anak hanya ditahan sebagai upaya terakhir"]),
    ("the uncle who sold the girl is her company, and no parent is suspected", "child-victims", {},
     ["a parent, guardian or other person who has care of the child or lives with the child had a part", "u otra persona que lo tiene a su cuidado o vive con él tuvo parte", "ou une autre personne qui en a la garde ou vit avec lui a pris part", "atau orang lain yang mengasuh anak korban atau tinggal bersamanya"]),
    ("the recruiter whom she trusts sits beside her at the interview", "child-victims", {},
     ["be free of any suspicion of a part in the offence", "libre de toda sospecha", "ne doit pas être soupçonnée d’avoir pris part", "bebas dari dugaan"]),
    ("a victim is housed and not fed", "assistance", {"assistance_duty": "means"},
     ["appropriate and safe housing, food and clothing", "alojamiento adecuado y seguro, alimentos y ropa", "la nourriture et des vêtements", "tempat tinggal yang layak dan aman, makanan, dan pakaian"]),
    ("a victim is housed for one night", "assistance", {"assistance_duty": "means"},
     ["for as long as the need lasts", "mientras dure la necesidad", "tant que dure le besoin", "selama diperlukan"]),
    ("a victim was raped, and there is no money for a psychologist", "assistance", {"assistance_duty": "means"},
     ["urgent psychological care", "atención médica y psicológica urgente", "des soins médicaux et psychologiques urgents", "bantuan psikologis darurat"]),
    ("the code of procedure compels whoever declines to give evidence", "assistance", {},
     ["The victim must not be compelled to give evidence", "En ningún caso se obligará a la víctima a declarar", "La victime n’est en aucun cas contrainte de témoigner", "Korban tidak boleh dipaksa memberi kesaksian"]),
    ("the father who sold the child refuses the doctor", "assistance", {},
     ["urgent care is given without waiting for a decision", "la atención urgente se presta sin esperar", "les soins urgents sont donnés sans attendre", "perawatan darurat diberikan tanpa menunggu"]),
    ("an inspector hands over a worker who does not want it", "labour-inspectors", {},
     ["An adult is referred only if the adult consents", "La persona adulta solo se remite si consiente", "n’est orientée que si elle y consent", "Orang dewasa hanya dirujuk dengan persetujuannya"]),
    ("the identification takes 120 days, and the next day the victim is removed", "stay", {},
     ["days after a decision that the person is a victim", "días siguientes a la decisión de que es víctima", "jours qui suivent la décision reconnaissant qu’elle est victime", "hari sejak keputusan bahwa ia korban"]),
    ("a driver tells where the victims are, and none of them can be heard before", "insiders", {},
     ["as far as they are known and wish it", "si se las conoce y lo desean", "si elles sont connues et le souhaitent", "sejauh orang itu diketahui dan menghendakinya"]),
    ("a prison lets its people out to a plantation", "exploitation-definition", {},
     ["hired out to, or put at the service of, a private person or company", "se la cede o se la pone al servicio de un particular", "cédée à un particulier ou à une entreprise privée", "disewakan kepada, atau ditempatkan untuk melayani"]),
    ("a trafficker burns the victims' papers to hide his crime", "obstruction", {},
     ["It applies to a person who destroys, hides or falsifies the papers, the telephone", "destruya, oculte o falsifique los documentos, el teléfono", "Il s’applique à quiconque détruit, cache ou falsifie les papiers, le téléphone", "merusak, menyembunyikan, atau memalsukan dokumen, telepon"]),
    ("the body that shelters victims fines the clients with what they told it", "knowing-use", {"user_sanction": "administrative"},
     ["has no part in identifying or assisting victims", "no intervenga en la identificación ni en la asistencia", "ne prend part ni à l’identification ni à l’assistance", "tidak ikut dalam identifikasi atau bantuan korban"]),
    ("the client of a child of twelve pays a fine, and is done", "knowing-use", {"user_sanction": "administrative"},
     ["does not bar the prosecution", "no impide el enjuiciamiento", "n’empêche pas les poursuites", "tidak menghalangi penuntutan"]),
    ("a company that no authority supervises", "legal-persons", {"corporate_liability": "administrative"},
     ["A public body that the minister designates imposes the fine", "o, si no lo hay, el tribunal", "Un organisme public que le ministre désigne prononce l’amende", "jika tidak ada, oleh pengadilan"]),
    ("ten years of exploitation, one day of it under the new law", "transitional", {},
     ["only for the part after that day", "solo en su parte posterior", "pour leur seule partie postérieure", "hanya atas bagian yang terjadi sesudah hari itu"]),
    ("no risk is found, and so the victim may be sent against her will", "return", {},
     ["Even where subsection (1) allows a return that is not voluntary", "Aun cuando el apartado 1 permita", "Même lorsque le paragraphe 1 permet", "Sekalipun ayat (1) membolehkan"]),
    ("whoever lets the house is always an accomplice, and the section is empty", "facilitation", {},
     ["A person who is punished for the conduct as an accomplice", "Quien sea castigado por el hecho como cómplice", "Quiconque est puni pour les faits comme complice", "dipidana sebagai pembantu tindak pidana perdagangan orang"]),
    ("age counts always, known or not", "aggravating", {},
     ["Subject to the first sentence", "de quien la conocía o debía conocerla, aunque", "Sous réserve de la première phrase", "menurut kalimat pertama"]),
    ("a report that the law asks for is not one that it allows", "reporting", {},
     ["requires or allows", "exige o permite", "exige ou permet", "diwajibkan atau dibolehkan"]),
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
    ("fr", "laundering", ["punie d’une peine privative de liberté"], ["punie d’emprisonnement"]),
    ("es", "laundering", ["sancionado con pena privativa de libertad"], []),
    ("fr", "offence", ["à la place de la peine privative de liberté"], ["à la place de l’emprisonnement"]),
    ("fr", "reporting", ["mais seulement si cette personne y consent"], ["ne peut signaler qu’"]),
    ("fr", "labour-inspectors", ["sans le consentement du travailleur"], ["sans son consentement"]),
    ("es", "family-reunion", ["si la víctima es un niño, su tutor"], ["la víctima o, si es un niño"]),
    ("es", "exploitation-definition", ["una situación de vulnerabilidad que no deje"], ["vulnerabilidad, que no dejen"]),
    ("id", "exploitation-definition", ["yang tidak dilakukan seseorang secara sukarela"], ["dari orang yang tidak"]),
    ("es", "knowing-use", ["a la persona que depende de la víctima"], ["a la persona a cargo de la víctima"]),
    ("id", "sm-definition", ["jika pelaku berbuat untuk memperoleh"], ["ke negara itu untuk memperoleh"]),
    ("id", "non-punishment", ["penyidikan terhadapnya dan penuntutan"], []),
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
    assert mended - {row[1] for row in [*MISCHIEFS, *FIFTH]} - {row[1] for row in ALONE} - SMALL == set()
