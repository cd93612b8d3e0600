"""French clauses of our own: what provides an element, and what only looks like it."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.clauses.tokens import words
from ctip_law.match import match
from tests.languages.tables import Frame, unfilled, unsaid

FRAME = Frame(
    "fr",
    """Loi modèle contre la traite des personnes

Article 1. Objet. La présente loi vise à prévenir la traite des personnes et à venir en aide aux victimes.

Article 2. Traite des personnes. Quiconque recrute, transporte, transfère, héberge ou accueille une personne, par la
menace, la violence ou la tromperie, aux fins d'exploitation sexuelle, de travail forcé, de servitude ou d'esclavage,
est puni de sept à quatorze ans d'emprisonnement.""",
    "Article",
)

# element, heading, clause that provides it
PRESENT = [
    ("child.no_means", "", "Lorsque la victime est un enfant, il y a traite des personnes même si aucun des moyens n'a été employé."),
    ("consent.irrelevant_adult", "", "Le consentement de la personne exploitée est sans effet sur la responsabilité de l'auteur."),
    ("consent.irrelevant_adult", "", "L'auteur ne peut invoquer le consentement de la victime, qui n'est jamais valable."),
    ("participation.attempt", "", "La tentative de cette infraction est punie de la moitié de la peine."),
    ("participation.accomplice", "", "Le complice de l'infraction est puni comme l'auteur."),
    ("participation.organise", "", "Est puni de la même peine quiconque organise ou dirige la commission de l'infraction."),
    ("aggravating.child_victim", "Circonstances aggravantes", "La peine est portée à vingt ans d'emprisonnement lorsque la victime est mineure."),
    ("aggravating.ocg", "Circonstances aggravantes", "La peine est doublée lorsque l'infraction est commise en bande organisée."),
    ("aggravating.weapon_drugs", "Circonstances aggravantes", "La peine est doublée si l'auteur portait une arme."),
    ("legal_person.liability", "", "Les personnes morales sont pénalement responsables des infractions commises pour leur compte."),
    ("assets.confiscate_proceeds", "Confiscation", "Le tribunal ordonne la confiscation du produit de l'infraction."),
    ("assets.freeze", "", "Le juge peut ordonner le gel des comptes bancaires."),
    ("investigation.sit", "", "Dans l'enquête, le juge peut autoriser une opération d'infiltration."),
    ("identification.procedure", "Identification des victimes", "Les agents doivent suivre la procédure d'identification des victimes."),
    ("identification.reasonable_grounds", "", "Des motifs raisonnables de croire que la personne est une victime suffisent."),
    ("protection.privacy", "", "Il est interdit de divulguer l'identité de la victime."),
    ("protection.closed_court", "", "Le tribunal peut ordonner que l'audience se tienne à huis clos."),
    ("protection.info", "", "La victime est informée de ses droits et du déroulement de la procédure."),
    ("protection.interpreter", "", "La victime a droit à un interprète."),
    ("protection.housing", "", "L'État assure aux victimes un hébergement dans un centre d'accueil."),
    ("protection.medical", "", "Les victimes bénéficient de soins médicaux gratuits."),
    ("protection.psychological", "", "Un soutien psychologique est accordé aux victimes."),
    ("protection.material", "", "La victime reçoit de la nourriture et des vêtements."),
    ("protection.employment", "", "Une formation professionnelle est offerte aux victimes."),
    ("protection.safety", "", "La police prend des mesures de protection en faveur des victimes."),
    ("protection.legal_aid", "", "Les victimes bénéficient de l'assistance juridique gratuite."),
    ("protection.compensation_offender", "", "Le tribunal condamne l'auteur à verser une indemnité à la victime."),
    ("protection.fund", "", "Il est créé un fonds pour les victimes de la traite des personnes."),
    ("nonpunish.other_acts", "Victimes", "Les victimes de la traite ne peuvent être poursuivies pour les infractions qu'elles ont été contraintes de commettre."),
    ("nonpunish.status_offences", "Victimes", "La victime n'est pas pénalement responsable de l'entrée irrégulière sur le territoire."),
    ("status.temp_stay", "", "La victime étrangère peut obtenir un titre de séjour temporaire."),
    ("return.safe", "Rapatriement", "Le rapatriement de la victime se fait dans la dignité et la sécurité."),
    ("return.reintegration", "", "Des programmes de réinsertion sont ouverts aux victimes."),
    ("child.best_interests", "", "L'intérêt supérieur de l'enfant guide toute décision."),
    ("child.age_presumption", "", "En cas de doute sur l'âge de la victime, elle est présumée mineure."),
    ("prevention.awareness", "", "Le ministère mène des campagnes de sensibilisation sur la traite des personnes."),
    ("prevention.training", "", "Les magistrats et les policiers reçoivent une formation sur la traite des personnes."),
    ("coop.info_exchange", "", "Les autorités procèdent à l'échange d'informations avec les autres États."),
    ("coop.agreements", "", "Le gouvernement peut conclure des accords bilatéraux avec d'autres États."),
    ("institution.coordination", "Comité", "Il est créé un comité national chargé de coordonner la lutte contre la traite."),
    ("institution.hotline", "", "Un numéro vert est ouvert aux victimes."),
    ("protection.back_wages", "", "L'employeur est tenu de verser à la personne exploitée les salaires échus."),
    ("legal_person.liability", "", "L'infraction est imputable à la société pour le compte de laquelle elle a été commise."),
    ("institution.data_collection", "", "Le secrétariat tient des statistiques sur les affaires de traite."),
    ("smuggling.procurement", "Trafic de migrants", "Est puni de trois ans d'emprisonnement quiconque se livre au trafic illicite de migrants."),
]  # fmt: skip

# element, heading, clause that only looks like it
NEAR_MISS = [
    ("child.no_means", "", "Les enfants ont droit à l'école."),
    ("consent.irrelevant_adult", "", "Les soins médicaux supposent le consentement de la victime."),
    ("participation.incite", "", "Le conseil des ministres adopte le plan de lutte contre la traite."),
    ("participation.organise", "", "Le ministère organise chaque année une réunion des associations."),
    ("aggravating.child_victim", "Procédure", "L'enfant victime est entendu une seule fois."),
    ("legal_person.liability", "", "Les personnes morales peuvent faire des dons au centre d'accueil."),
    ("assets.freeze", "", "Le ministre peut avoir à rendre compte de la saisine du comité."),
    ("investigation.sit", "", "Les informations reçues du public sont versées au dossier."),
    ("protection.interpreter", "", "La loi s'interprète en faveur de la victime."),
    ("protection.fund", "", "Le tribunal statue au fond sur la demande de la victime."),
    ("nonpunish.other_acts", "", "L'auteur n'est pas exempt de peine parce qu'il est parent de la victime."),
    ("return.safe", "Rapatriement", "Le comité délibère sur le rapatriement des archives."),
    ("investigation.ex_officio", "", "La victime est assistée d'un avocat commis d'office."),
    ("institution.hotline", "", "Le juge peut ordonner la surveillance des lignes téléphoniques."),
    ("institution.data_collection", "", "Les collectivités de plus de mille habitants sont consultées."),
    ("prevention.ngo_coop", "", "L'association de malfaiteurs est punie de dix ans d'emprisonnement."),
    ("related_offence.document_forge", "", "Le texte visé au présent article est publié au journal officiel."),
    ("institution.coordination", "", "Les dispositions suivantes sont abrogées."),
    ("smuggling.procurement", "", "L'entreprise assure le transport de personnes entre les villes."),
    ("child.age_presumption", "", "La traite qui implique des enfants est portée devant le tribunal."),
    ("institution.data_collection", "", "Les sommes collectées en faveur des victimes sont versées au Trésor."),
    ("coop.mla", "", "Les victimes se réunissent en groupes d'entraide dans une salle du centre."),
]  # fmt: skip

# element, heading, clause that provides it in part: for a class of persons, at pleasure, if money or a rule allows it
WEAK = [
    ("protection.housing", "", "Un hébergement est assuré aux victimes mineures ; les autres victimes n'y ont pas accès."),
    ("protection.medical", "", "Les victimes reçoivent des soins ; aucune prestation n'est due pour les victimes majeures."),
    ("protection.legal_aid", "", "L'assistance juridique est offerte à la victime, à l'exclusion de celle qui réside à l'étranger."),
    ("protection.psychological", "", "Un soutien psychologique est accordé aux victimes dont le ministre apprécie souverainement l'état."),
    ("protection.material", "", "Un décret pourra prévoir que les victimes reçoivent de la nourriture et des vêtements."),
    ("prevention.policy", "", "La commission peut soumettre au gouvernement des propositions de politique contre la traite."),
    ("protection.compensation_offender", "", "Le condamné verse une indemnité à la victime ; cette règle ne s'applique pas aux victimes étrangères."),
]  # fmt: skip

OFFENCES = [
    (
        "La traite des êtres humains est le fait de recruter, d'héberger ou d'accueillir une personne, par abus d'une "
        "situation de vulnérabilité ou par l'offre d'avantages, en vue de la mendicité, du mariage forcé ou du "
        "prélèvement d'organes. Elle est punie de dix à vingt ans de réclusion criminelle.",
        {"act.recruitment", "act.harbouring", "means.abuse_vulnerability", "purpose.begging", "purpose.forced_marriage",
         "purpose.organs", "scope.intent", "scope.no_ocg", "penalty.eu_ten"},
        {"act.buy_sell", "means.abduction", "purpose.prostitution", "child.no_means"},
    ),
    (
        "Quiconque transporte ou transfère autrui, par enlèvement, fraude ou abus d'autorité, à des fins de "
        "prostitution, de servitude ou de pratiques analogues à l'esclavage, commet la traite des personnes et encourt "
        "un emprisonnement de cinq à huit ans.",
        {"act.transportation", "act.transfer", "means.abduction", "means.fraud", "means.abuse_power",
         "purpose.prostitution", "purpose.servitude", "purpose.similar_slavery", "penalty.four_years"},
        {"purpose.organs", "purpose.forced_labour", "penalty.eu_ten"},
    ),
]  # fmt: skip


def test_the_concepts_have_french_wordings() -> None:
    assert unfilled("fr") == []
    assert unsaid("fr") == []


@pytest.mark.parametrize(("element", "heading", "clause"), PRESENT, ids=lambda v: v[:40])
def test_a_clause_provides_the_element(element: str, heading: str, clause: str) -> None:
    assert FRAME.find(element, clause, heading).status == "present"


@pytest.mark.parametrize(("element", "heading", "clause"), NEAR_MISS, ids=lambda v: v[:40])
def test_a_near_miss_does_not(element: str, heading: str, clause: str) -> None:
    finding = FRAME.find(element, clause, heading)
    assert finding.status == "absent", finding.evidence


@pytest.mark.parametrize(("element", "heading", "clause"), WEAK, ids=lambda v: v[:40])
def test_half_a_provision_is_weak(element: str, heading: str, clause: str) -> None:
    assert FRAME.find(element, clause, heading).status == "weak"


@pytest.mark.parametrize(("text", "other"), [("commissions", "commission"), ("soumis", "soumise"), ("prévenus", "prévenu")])
def test_forms_of_one_word_are_compared_as_one(text: str, other: str) -> None:
    assert words(text, "fr").stems == words(other, "fr").stems


@pytest.mark.parametrize(("text", "other"), [("commissions", "commis"), ("foyer", "foi"), ("loyer", "loi")])
def test_words_that_only_look_alike_are_two(text: str, other: str) -> None:
    assert words(text, "fr").stems != words(other, "fr").stems


@pytest.mark.parametrize(("article", "present", "absent"), OFFENCES, ids=["le fait de", "quiconque"])
def test_the_offence_itself_is_read(article: str, present: set[str], absent: set[str]) -> None:
    law = parse("-", stdin=f"Loi sur la traite des personnes\n\nArticle 1. Traite des personnes. {article}\n".encode())
    found = {name for name, finding in match([law]).elements.items() if finding.status == "present"}
    assert law.language == "fr"
    assert present - found == set()
    assert absent & found == set()
