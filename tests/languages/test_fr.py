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

# element, heading, clause that provides it in the words of other drafters: nominal, turned round, by duty or by definition
TOLD_OTHERWISE = [
    ("aggravating.inhuman", "", "La sanction est plus sévère quand la victime a subi des traitements cruels ou avilissants."),
    ("aggravating.illness", "", "La peine est plus longue d'un tiers lorsque la victime a contracté le VIH."),
    ("aggravating.multiple_victims", "", "La peine est portée au double lorsque trois personnes ou plus ont été livrées par le même auteur."),
    ("aggravating.family_trust", "", "Il en est de même lorsque le coupable avait charge d'élever la victime."),
    ("coop.central_auth", "Entraide", "Le ministre chargé de la justice est désigné pour transmettre les demandes d'entraide aux États étrangers."),
    ("coop.info_exchange", "Coopération", "La police échange avec les services étrangers des renseignements sur les auteurs de la traite."),
    ("assets.bank_records", "", "Le secret bancaire n'est pas opposable au procureur, qui se fait remettre les relevés de compte."),
    ("corruption.passive", "", "Est puni de cinq ans d'emprisonnement le fonctionnaire public qui accepte un avantage en échange d'une omission dans ses fonctions."),
    ("investigation.ex_officio", "", "Le parquet met en mouvement d'office l'action publique."),
    ("jurisdiction.no_dual_crim", "", "Il n'est pas exigé que les faits constituent un délit au lieu de leur commission."),
    ("protection.unconditional", "", "L'octroi de l'aide n'est en aucun cas subordonné à la volonté de la victime de déposer."),
    ("protection.data", "", "Les données personnelles de la victime sont gardées sous scellé."),
    ("protection.views", "", "La victime peut lire devant le tribunal une déclaration sur les conséquences du crime."),
    ("protection.employment", "", "Le foyer offre un apprentissage de la menuiserie et un appui dans la recherche d'emploi."),
    ("protection.housing", "", "Le centre assure à la personne un accueil résidentiel."),
    ("nonpunish.no_detention", "", "Il est interdit de placer la victime en cellule."),
    ("nonpunish.exclusions", "", "L'immunité de la victime ne couvre pas l'homicide volontaire."),
    ("return.voluntary", "Retour", "Le retour de la victime n'a lieu que si elle le demande."),
    ("return.accept", "", "L'État réadmet ses ressortissants victimes de la traite."),
    ("prevention.root_causes", "", "Les communes financent la scolarité des filles et combattent la pauvreté dans les zones de départ, sources de la traite."),
    ("related_offence.use_services", "", "Est puni quiconque use sciemment d'un service rendu par une personne exploitée."),
    ("institution.consultation", "", "Le ministre consulte les partenaires sociaux lors de la préparation du plan contre la traite."),
    ("legal_person.natural_separate", "", "La peine prononcée contre la personne morale n'exclut pas celle de ses dirigeants."),
]  # fmt: skip

# ... that provides it in part: one office, one class of persons, one moment, or only as an authority likes
TOLD_OTHERWISE_IN_PART = [
    ("protection.medical", "", "Les victimes reçoivent seulement des soins urgents."),
    ("protection.housing", "", "Un hébergement est assuré aux femmes victimes isolées."),
    ("protection.legal_aid", "", "La veuve victime peut recevoir l'assistance gratuite d'un avocat."),
    ("protection.employment", "", "Un atelier de couture peut être ouvert au profit des victimes."),
    ("prevention.root_causes", "", "Une bourse d'études peut être accordée aux filles des zones de départ exposées à la traite."),
    ("related_offence.document_forge", "", "L'officier d'état civil qui établit un faux acte de naissance afin de livrer un enfant est puni d'un an d'emprisonnement."),
    ("related_offence.profits", "", "Est puni d'une amende le marabout qui perçoit les gains de l'enfant exploité."),
    ("participation.accomplice", "", "L'hôtelier qui aide sciemment l'auteur de l'infraction est puni de la même peine."),
    ("coop.info_exchange", "Coopération", "En cas d'urgence, la police transmet à ses homologues étrangers des renseignements sur la traite."),
    ("child.age_presumption", "", "L'officier peut tenir pour mineure la personne sans papiers."),
    ("status.work", "", "La victime peut être employée aux travaux d'entretien du centre."),
    ("institution.reporting", "Rapport", "Le comité remet un rapport au ministre lorsque celui-ci le demande."),
    ("border.carrier_prevent", "", "L'exploitant de bacs affiche un avis contre la traite des personnes."),
    ("protection.info", "", "La victime qui en fait la demande écrite est informée de ses droits."),
]  # fmt: skip

# ... that only looks like one of these
NEAR_MISS_OF_THESE = [
    ("border.controls", "Contrôle aux frontières", "Le contrôle sanitaire aux postes frontières porte sur les animaux et les denrées."),
    ("child.best_interests", "", "Le notaire vend, dans l'intérêt des créanciers, les biens de l'enfant."),
    ("coop.extraditable", "Extradition", "L'extradition d'un national ne peut être accordée pour aucune infraction."),
    ("return.proceedings", "", "L'auteur étranger est expulsé après l'exécution de sa peine, quel que soit l'état des actions civiles."),
    ("investigation.parole", "", "Le rapport donne le nombre des libérations conditionnelles accordées pour ces infractions."),
    ("protection.unconditional", "", "Un numéro d'appel gratuit est ouvert pour l'aide aux victimes."),
    ("institution.coordinator", "", "Le comité national coordonne l'action des services contre la traite."),
    ("prevention.migration_info", "", "Le transporteur vérifie les billets avant le départ."),
    ("protection.special_needs", "", "L'aide est donnée à toute victime sans distinction fondée sur le sexe."),
    ("institution.consultation", "", "Le ministre arrête le plan contre la traite sans avoir à consulter les syndicats."),
    ("act.buy_sell", "", "La victime refuse les dons afin de rester libre."),
    ("child.education", "", "Le délai commence à courir le jour où l'enfant victime a dix-huit ans."),
    ("nonpunish.no_detention", "", "La victime ne peut être privée de son indemnité."),
    ("return.documents", "", "Nul titre de voyage n'est établi au profit de la victime qui rentre dans son pays."),
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


@pytest.mark.parametrize(("element", "heading", "clause"), [*PRESENT, *TOLD_OTHERWISE], ids=lambda v: v[:40])
def test_a_clause_provides_the_element(element: str, heading: str, clause: str) -> None:
    assert FRAME.find(element, clause, heading).status == "present"


@pytest.mark.parametrize(("element", "heading", "clause"), [*NEAR_MISS, *NEAR_MISS_OF_THESE], ids=lambda v: v[:40])
def test_a_near_miss_does_not(element: str, heading: str, clause: str) -> None:
    finding = FRAME.find(element, clause, heading)
    assert finding.status == "absent", finding.evidence


@pytest.mark.parametrize(("element", "heading", "clause"), [*WEAK, *TOLD_OTHERWISE_IN_PART], ids=lambda v: v[:40])
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
