"""The drafts as legislative counsel read them a second time: what was found, and that it is gone.

`reading/counsel.tsv` is the list that was written before anything was changed: provision, language, mischief, mending.
"""

from __future__ import annotations

import csv
import re
from itertools import product
from pathlib import Path

import pytest

from ctip_law.draft import draft_law, library
from ctip_law.draft.library import shipped
from ctip_law.errors import UsageError

from .test_counsel import LAWS, TRADITIONS, words

# ruff: noqa: E501 (tables of fact patterns)
# fmt: off
#: the fact pattern; provision, its settings; words that must stand, words that must not
MISCHIEFS = [
    ("a broker pays the parents of a girl", "trafficking-definition", {},
     ["in order to obtain the consent of a person who has control over another"], ["that person's consent"]),
    ("the law has a shortest term of five years: the graver case has it too", "aggravating", {"min_years": "5"},
     ["not less than 5 years and not more than 25 years where"], []),
    ("whoever directs has no lower least than whoever does it", "organising", {"min_years": "5"},
     ["not less than 5 years and not more than 25 years"], []),
    ("the abuse of a pregnant woman's need is the means, and her pregnancy counts again", "aggravating", {},
     ["must not count against the offender a vulnerability or an abuse of trust that is itself the means"], []),
    ("two neighbours act together, where the State wants what Europe asks", "aggravating", {"aggravating_list": "core"},
     ["by an organised criminal group"], ["several persons acting together"]),
    ("a director traffics with the firm's van behind its back", "legal-persons", {},
     ["for its benefit, in its name or under cover of its activities"], ["by use of its means"]),
    ("a bus company is fined for a passenger without papers, and fined again as a company", "legal-persons", {},
     ["that fine takes the place of the fine under subsection (3)"], []),
    ("a company cannot commit an offence, and a carrier is one", "legal-persons", {"corporate_liability": "administrative"},
     ["and is an administrative sanction"], []),
    ("a court takes the passport of an accused; a mother keeps that of her son", "document-offences", {},
     ["without that person's free consent and without lawful authority"], []),
    ("a client of exploited prostitution is fined unheard by the labour inspectorate", "knowing-use",
     {"user_sanction": "administrative"}, ["imposes the penalty in writing and with reasons, after hearing the person"],
     ["labour inspection"]),
    ("a recruiter keeps silent on the colour of the walls", "recruitment-offence", {},
     ["which the recruiter knows to matter for the decision of that person"], ["has to disclose"]),
    ("a landlord who knows is an accomplice and a facilitator", "facilitation", {},
     ["as an accomplice in a trafficking offence", "must not be punished for it under this section as well"], []),
    ("a boy who was once a victim robs a shop years later", "non-punishment", {"nonpunishment_test": "compulsion"},
     ["it is enough that the act is a direct consequence of having been trafficked"], []),
    ("a presumed victim stabs a policeman, and every review takes its time", "non-punishment", {},
     ["the prosecution need not be suspended", "a court may order custody under general law only if",
      "The court decides in those proceedings whether subsection (1) applies"], []),
    ("a tourist who offended at home is tried here, in a State that wants the least", "jurisdiction",
     {"jurisdiction_grounds": "treaty"}, ["because the person is one of the nationals of the Republic"], ["for what reason"]),
    ("an offence on board a navy ship", "jurisdiction", {}, ["on board a vessel, warship or other ship flying its flag"], []),
    ("a withdrawn statement that nobody could test convicts with a neighbour's word", "proceedings", {},
     ["only where the defence has had a fair chance to put questions"], ["where other evidence supports it"]),
    ("a wiretap without end, of which its subject never hears", "special-techniques", {},
     ["may renew it as long as the same conditions hold", "must be told by the police"], ["may be renewed"]),
    ("a victim stands before a consulate that has no duty", "complaint-from-abroad", {}, ["which must pass it on without delay"], []),
    ("a clause on victims in a law without parts", "victim-stages", {},
     ["A decision of the Authority on whether a person is a victim is no evidence"], ["under this part"]),
    ("a victim contradicts herself in court and loses the finding", "identification-review", {},
     ["may revoke a finding that a person is a victim only if the person obtained it by knowingly false statements"], []),
    ("legal aid as of right in court, and within means everywhere", "assistance", {"assistance_duty": "means"},
     ["free legal assistance in matters outside proceedings"], []),
    ("a shelter is closed overnight", "shelter-standards", {}, ["After hearing whoever runs it", "may appeal to a court"], []),
    ("a licence is taken away overnight", "recruitment-agencies", {}, ["After hearing the agency", "The agency may appeal to a court"], []),
    ("a victim was killed, and her mother asks for her wages", "compensation-offender", {},
     ["for those whom the victim supported and for the heirs", "A person who had a part in the offence receives nothing"], []),
    ("the court ordered compensation that nobody had claimed", "compensation-fund", {}, ["or after a court ordered it"], []),
    ("a person convicted in one town applies in another", "vacating-convictions", {}, ["the court that convicted the person"], []),
    ("a permit must be granted, and nobody grants it", "stay", {},
     ["The immigration authority must grant", "the immigration authority may grant a victim permanent residence"], ["be granted"]),
    ("a border officer calls a liar whom the Authority found a victim", "recovery-exceptions", {},
     ["the Authority has finally decided that the person knowingly made a false claim"], ["it is established"]),
    ("a State wants what the treaty says of return and no more", "return", {"return_consent": "preferred"},
     ["must be voluntary wherever possible"], ["unless a court finds"]),
    ("somebody is trafficked again abroad, whatever was done", "return", {}, ["measures to protect the victim"], ["that keep the victim"]),
    ("a school buys pencils", "public-procurement", {}, ["in which there is a risk of trafficking in persons must oblige"], []),
    ("a file leaks, and nobody owes anything", "data-protocols", {}, ["from the body that breached them"], []),
    ("the new law is milder, and must not be applied to what was before", "transitional", {},
     ["the milder of the two penalties is imposed"], []),
    ("a rule for a victim or presumed victim: does \"victim\" elsewhere leave out the second?", "search-entry", {},
     ["A victim who is found in such an operation"], ["presumed victim"]),
    ("a refugee crosses on a false passport", "sm-immunity", {"entry_penalty": "general"}, ["or for the documents used for it"], []),
    ("a cousin bribes the guard for nothing", "sm-exclusions", {}, ["is not guilty of a smuggling offence"], ["another offence"]),
    ("a child alone on the beach", "sm-protection", {}, ["must apply at once to the court, which must appoint a guardian"], []),
    ("one who fled the State that is asked for papers", "sm-return", {}, ["seeks protection against the Republic"], []),
]

#: The same in the other languages, and where they said more or less than the English: language, provision, settings.
TRANSLATED = [
    ("es", "legal-persons", {}, ["al amparo de su actividad", "esa multa sustituye a la del apartado 3"], ["con sus medios"]),
    ("fr", "legal-persons", {}, ["sous le couvert de son activité", "cette amende remplace"], ["par ses moyens"]),
    ("id", "legal-persons", {}, ["menjadikan kegiatannya sebagai kedok", "menggantikan denda dalam ayat (3)"], ["dengan sarananya"]),
    ("es", "document-offences", {}, ["sin estar facultado por la ley"], []),
    ("fr", "document-offences", {}, ["sans y être autorisé par la loi"], []),
    ("id", "document-offences", {}, ["tanpa wewenang menurut hukum"], []),
    ("es", "non-punishment", {"nonpunishment_test": "compulsion"}, ["consecuencia directa", "el proceso podrá continuar"], []),
    ("fr", "non-punishment", {"nonpunishment_test": "compulsion"}, ["conséquence directe", "les poursuites peuvent continuer"], []),
    ("id", "non-punishment", {"nonpunishment_test": "compulsion"}, ["akibat langsung", "penuntutan dapat diteruskan"],
     ["tubuh atau kebebasan"]),
    ("es", "trafficking-definition", {}, ["en particular porque no tiene otra alternativa"], []),
    ("fr", "trafficking-definition", {}, ["notamment faute d’autre choix"], ["celui"]),
    ("id", "trafficking-definition", {}, ["tidak dapat diharapkan secara wajar untuk menolak atau pergi"], []),
    ("es", "identification", {}, ["días siguientes a la remisión o a la solicitud", "Una persona adulta"], []),
    ("fr", "identification", {}, ["jours qui suivent l’orientation ou la demande"], []),
    ("id", "identification", {}, ["hari sejak rujukan atau permintaan", "orang yang dianggap korban"], ["korban sementara"]),
    ("es", "privacy", {}, ["tenga motivos para saber"], ["deba suponer", "revele así"]),
    ("fr", "privacy", {}, ["a des raisons de savoir"], ["doit supposer", "révèle ainsi"]),
    ("id", "privacy", {}, ["mengungkapkan identitas korban dengan melanggar"], ["dengan itu"]),
    ("es", "compensation-offender", {}, ["Si la víctima ha muerto"], []),
    ("fr", "compensation-offender", {}, ["Si la victime est décédée"], []),
    ("id", "compensation-offender", {}, ["Jika korban meninggal"], []),
    ("es", "stay", {}, ["La autoridad migratoria deberá otorgar", "la autoridad migratoria podrá otorgar"], ["se le otorgará"]),
    ("fr", "stay", {}, ["L’autorité d’immigration doit délivrer"], ["Il est délivré"]),
    ("id", "stay", {}, ["diberi izin tinggal sementara oleh pejabat imigrasi"], ["berhak mengajukan permohonan izin tinggal tetap"]),
    ("es", "return", {"return_consent": "preferred"}, ["voluntaria siempre que sea posible"], ["salvo que un tribunal"]),
    ("fr", "return", {"return_consent": "preferred"}, ["volontaire chaque fois que cela est possible"], ["à moins qu’un tribunal"]),
    ("id", "return", {"return_consent": "preferred"}, ["sukarela sedapat mungkin"], ["kecuali pengadilan"]),
    ("fr", "needs", {}, ["de son genre", "tout genre"], ["sexe"]),
    ("fr", "child-victims", {}, ["la considération primordiale"], ["une considération"]),
    ("id", "child-victims", {}, ["tidak dapat bertindak demi kebaikannya"], []),
    ("fr", "equality", {}, ["d’assistance et de protection"], []),
    ("fr", "information", {}, ["en contact avec une victime"], ["traite avec"]),
    ("es", "own-nationals", {}, ["residencia permanente en la República"], []),
    ("es", "carriers", {}, ["comete un delito y será sancionado con multa"], []),
    ("es", "jurisdiction", {}, ["buque de cualquier clase", "someter el caso sin demora al ministerio público"], []),
    ("es", "special-techniques", {}, ["mientras se mantengan esas condiciones", "no inducirá a nadie"], ["de nuevo"]),
    ("es", "complaint-from-abroad", {}, ["que deberá remitirla sin demora"], []),
    ("es", "identification-review", {}, ["solo si esta la obtuvo con declaraciones que sabía falsas"], []),
    ("es", "recovery-exceptions", {}, ["haya decidido definitivamente", "No son motivo"], ["resulte probado"]),
    ("es", "shelter-standards", {}, ["a ninguna persona adulta se le impida salir", "podrá recurrir ante un tribunal"], []),
    ("es", "recruitment-agencies", {}, ["Oída la agencia", "responde solidariamente"], []),
    ("es", "vacating-convictions", {}, ["al tribunal que la condenó", "Basta que sea más probable"], []),
    ("es", "reporting", {}, ["solo si este consiente", "Es nulo el despido"], []),
    ("es", "sentencing", {}, ["si el autor era entonces víctima"], ["estaría"]),
    ("es", "release-pending-trial", {}, ["la necesidad de asegurar su comparecencia", "salvo que no lo desee"], []),
    ("es", "group-offence", {}, ["si sabe que el grupo comete o pretende cometer", "con la pena del autor"], []),
    ("es", "knowing-use", {"user_sanction": "administrative"}, ["después de oír a la persona"], ["comete un delito"]),
    ("es", "compensation-fund", {}, ["o de que un tribunal la ordenara", "Si no se conoce al autor"], []),
    ("es", "data-protocols", {}, ["que la indemnice el organismo que los infringió"], []),
    ("es", "transitional", {}, ["salvo en lo que favorezca a la persona acusada"], []),
    ("es", "sm-exclusions", {}, ["La acusación deberá probar el fin de obtener un beneficio"], []),
    ("es", "sm-immunity", {}, ["ni por los documentos usados para ella"], []),
    ("es", "sm-protection", {}, ["acudir de inmediato al tribunal, que deberá nombrarle un tutor"], []),
    ("es", "sm-return", {}, ["mientras la persona pida protección frente a la República"], []),
    ("fr", "carriers", {}, ["commet une infraction et est puni d’une amende"], []),
    ("id", "carriers", {}, ["melakukan tindak pidana dan dipidana dengan pidana denda"], []),
    ("es", "border-control", {}, ["organizar los controles fronterizos y, donde sea necesario, reforzarlos"], []),
    ("fr", "border-control", {}, ["organiser les contrôles aux frontières et, là où il le faut, les renforcer"], []),
    ("id", "border-control", {}, ["di mana perlu, memperkuatnya"], []),
    ("fr", "identification", {}, ["L’identification est pendante jusqu’à"], ["Elle l’est jusqu’à"]),  # who is removed?
    ("fr", "exploitation-definition", {}, ["au domicile d’un particulier"], ["foyer privé"]),  # "foyer" is a shelter
    ("fr", "demand", {}, ["de services et de marchandises"], ["de services et de biens"]),  # "biens" is property
    ("id", "equality", {}, ["orang yang terhadapnya dilakukan tindak pidana"], []),
    ("id", "identification", {}, ["Jika organisasi itu tidak ada"], ["Jika tidak ada, prosedur"]),
    ("id", "jurisdiction", {}, ["biasa tinggal di Negara ini"], ["biasa tinggal di sana", "dilarang diadili"]),
    ("id", "limitation", {}, ["pada hari berakhirnya tindak pidana dan kendali pelaku"], []),
    ("id", "laundering", {}, ["Bagi pencucian uang menurut ayat (1)"], ["asal untuk ayat"]),
    ("id", "search-entry", {}, ["Tindakan memasuki tempat menurut ayat (2)", "tidak boleh ditahan di luar kehendaknya"], []),
    ("id", "facilitation", {}, ["Penyelenggara sistem elektronik yang memungkinkan masyarakat mengunggah konten"], []),
    ("id", "public-duties", {}, ["yang menyatakan bahwa seseorang dirugikan tindak pidana itu"], ["telah dirugikannya"]),
    ("id", "public-procurement", {}, ["wajib memuat kewajiban pemasok untuk:"], ["wajib mewajibkan"]),
    ("id", "insiders", {}, ["keterangan atau bantuan yang berarti"], []),
    ("id", "foreign-identification", {}, ["Pemberitahuan tidak dilakukan selama permohonan suaka belum diputus"], []),
    ("id", "family-reunion", {}, ["memberi mereka izin"], ["memberinya izin"]),
    ("id", "vacating-convictions", {}, ["dapat sewaktu-waktu memohon"], []),
    ("id", "sm-definition", {}, ["pemohon tetap mempunyai semua hak"], []),
    ("id", "prisoner-witnesses", {}, ["hanya dapat dilakukan dengan persetujuan tertulis orang itu"], ["wajib menyetujui"]),
    ("id", "permit-change", {}, ["memberitahukan rencana keputusan itu kepada pemegang izin 30 hari sebelumnya"], []),
]
# fmt: on


@pytest.mark.parametrize(
    ("provision", "settings", "stand", "gone"), [row[1:] for row in MISCHIEFS], ids=[row[0] for row in MISCHIEFS]
)
def test_a_mischief_is_gone(provision: str, settings: dict[str, str], stand: list[str], gone: list[str]) -> None:
    text = words(provision, **settings)
    assert [phrase for phrase in stand if phrase not in text] == []
    assert [phrase for phrase in gone if phrase in text] == []


@pytest.mark.parametrize(("language", "provision", "settings", "stand", "gone"), TRANSLATED)
def test_the_other_languages_say_what_the_english_says(
    language: str, provision: str, settings: dict[str, str], stand: list[str], gone: list[str]
) -> None:
    text = words(provision, "", language, **settings)
    assert [phrase for phrase in stand if phrase not in text] == []
    assert [phrase for phrase in gone if phrase in text] == []


#: Provisions on what a fine or a term reaches, where the words "liable to" are no phrase of a tradition.
PHRASES = {"common": "is liable on conviction to", "civil": "shall be punished by", "plain": "can be punished by"}


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("tradition", TRADITIONS)
def test_a_penalty_is_worded_as_its_tradition_words_it(law: str, tradition: str) -> None:
    text = " ".join(
        line[2] for section in draft_law(law=law, tradition=tradition).sections() for line in section.lines()
    )
    assert PHRASES[tradition] in text
    assert not any(phrase in text for name, phrase in PHRASES.items() if name != tradition)
    assert not re.search(r"(?:is|are) liable to(?! prosecution)", text)


@pytest.mark.parametrize("law", LAWS)
def test_every_period_says_from_when_it_runs(law: str) -> None:
    open_ = {}
    for level in shipped().common.levels:
        for section in draft_law(law=law, variables={"level": level}).sections():
            text = " ".join(line[2] for line in section.lines())
            for found in re.finditer(
                r"[Ww]ithin (?:the last )?\d+ (?:hours|days|months|years)(?! of\b| after\b)", text
            ):
                if "the last" not in found[0]:
                    open_[section.provision] = text[found.start() : found.end() + 30]
    assert open_ == {}


def stem(term: str) -> str:
    """A defined term as a pattern of its singular and plural."""
    return rf"{re.escape(term[:-1])}(?:y|ies)\b" if term.endswith("y") else rf"\b{re.escape(term)}"


@pytest.mark.parametrize(
    ("language", "level"), product(("en", "es", "fr", "id"), ("minimum", "recommended", "stronger"))
)
def test_no_term_is_defined_that_a_draft_does_not_use(language: str, level: str) -> None:
    for law in shipped(language).common.laws:
        draft = draft_law(law=law, language=language, variables={"level": level})
        entries = [line[2] for line in draft.section("definitions").lines()]
        body = [line[2] for s in draft.sections() if s.provision != "definitions" for line in s.lines()]
        for entry in entries:
            if found := re.match(r"“(.+?)”", entry):
                rest = " ".join([*body, *(other for other in entries if other != entry)])
                assert re.search(stem(found[1]), rest, re.IGNORECASE), found[1]


#: variables of a call, what is told
LIGHTER = [
    ({"max_years": 30}, "aggravated_max_years is 25 and max_years is 30; give aggravated_max_years 30 or more"),
    ({"aggravated_max_years": 15}, "aggravated_max_years is 15 and max_years is 20"),
    ({"law": "smuggling", "smuggling_max_years": 20}, "sm_aggravated_years is 15 and smuggling_max_years is 20"),
    ({"law": "smuggling", "sm_aggravated_years": 30}, "aggravated_max_years is 25 and sm_aggravated_years is 30"),
]


@pytest.mark.parametrize(("given", "told"), LIGHTER, ids=[told for _, told in LIGHTER])
def test_a_graver_case_has_no_lighter_term(given: dict[str, str | int], told: str) -> None:
    variables = dict(given)
    law = str(variables.pop("law", "trafficking"))
    with pytest.raises(UsageError, match="CT004") as error:
        draft_law(law=law, variables=variables)
    assert told in str(error.value)


def test_two_terms_that_a_call_gives_are_held_against_each_other_in_any_draft() -> None:
    with pytest.raises(UsageError, match="aggravated_max_years is 20 and max_years is 30"):
        draft_law(only="hotline", variables={"max_years": 30, "aggravated_max_years": 20})


def test_a_term_that_no_text_of_the_draft_uses_binds_nobody() -> None:
    assert draft_law(variables={"sm_aggravated_years": 40})  # the law on trafficking has none of it
    assert draft_law(only="offence", without="aggravating", variables={"max_years": 30})


def test_the_list_of_the_second_reading_names_what_there_is() -> None:
    with (Path(__file__).parent / "reading" / "counsel.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {row["provision"] for row in rows} <= {*library(), "definitions", "values"}
    assert [row for row in rows if not all(row.values())] == []
    tried = {row[1] for row in MISCHIEFS} | {row[1] for row in TRANSLATED}
    rules = {
        "definitions",
        "values",
        "identification",
        "participation",
        "reporting",
        "supply-chains",
        "sm-documents",
        "sm-aggravating",
        "organising",
    }
    assert {row["provision"] for row in rows} - tried - rules == set()
