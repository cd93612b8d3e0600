"""French clauses of our own in plain and old-fashioned words that few drafters use; some on something else."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from tests.languages.test_fr import FRAME

# element, clause that provides it
PROVIDED = [
    ("act.control_exchange", "Commet la traite quiconque, pour l'exploiter, acquiert ou transmet l'autorité qu'un autre avait sur une personne."),
    ("aggravating.ocg", "La peine de la traite est portée à vingt ans si elle est l'œuvre d'une bande."),
    ("border.carrier_duty", "L'armateur ou la compagnie vérifie avant le départ que chaque voyageur a son passeport et son visa."),
    ("border.doc_quality", "Les titres de voyage sont fabriqués de façon à ne pouvoir être aisément contrefaits."),
    ("coop.bank_secrecy", "L'entraide n'est pas refusée parce qu'un banquier tenu au secret détient les pièces."),
    ("coop.foreign_confiscation", "À la demande d'un autre État, le tribunal fait exécuter la confiscation prononcée par ses juges."),
    ("corruption.active", "Est puni quiconque donne de l'argent à un fonctionnaire pour qu'il fasse ou ne fasse pas un acte de sa fonction."),
    ("corruption.active", "Est puni quiconque offre un avantage à un agent public pour qu'il s'abstienne d'un acte de sa charge."),
    ("identification.procedure", "Une commission décide, dans les trois jours et par écrit, si la personne est victime de traite."),
    ("identification.procedure", "L'agent remet à la victime, après un entretien conduit selon un questionnaire type, une attestation de sa qualité."),
    ("institution.coordination", "Une commission nationale coordonne l'action des ministères contre la traite."),
    ("investigation.bail", "La personne poursuivie pour traite reste détenue jusqu'au procès, sauf garanties suffisantes."),
    ("investigation.specialised", "Un juge et un substitut sont commis à titre permanent aux affaires de traite."),
    ("jurisdiction.active_personality", "Le national qui commet la traite à l'étranger est jugé dans le pays."),
    ("means.other_coercion", "Commet la traite quiconque, en la contraignant, héberge une personne pour l'exploiter."),
    ("means.payments", "Commet la traite quiconque, en payant celui qui a autorité sur une personne, la recrute pour l'exploiter."),
    ("nonpunish.exclusions", "La victime n'encourt aucune peine pour les faits commis du fait de la traite ; il en va autrement du meurtre."),
    ("nonpunish.prostitution", "Nulle poursuite ne peut être intentée contre la victime pour avoir racolé les passants."),
    ("protection.material", "Il est servi à la victime un pécule hebdomadaire et une trousse de toilette."),
    ("protection.privacy", "Le nom de la victime de traite n'apparaît pas dans les actes publics."),
    ("purpose.armed_conflict", "Est une exploitation l'emploi d'un enfant comme soldat."),
    ("purpose.experiment", "Est une exploitation le fait de faire sur une personne des essais de médicaments sans son accord."),
    ("return.voluntary", "Le retour de la victime n'a pas lieu tant qu'elle le refuse."),
    ("scope.any_person", "Toute personne, homme, femme ou enfant, peut être victime de traite."),
    ("scope.internal", "Il n'importe que la victime ait été amenée de l'étranger ou n'ait jamais quitté sa commune pour que l'infraction existe."),
]

# the same words of somebody or something else, or said the other way round
NEAR = [
    ("act.control_exchange", "Le préfet exerce le contrôle qu'un autre service exerçait sur la police des étrangers."),
    ("act.receipt", "La prise en charge des personnes victimes est assurée à leur arrivée au foyer."),
    ("act.transfer", "Le greffier remet le dossier de la personne entre les mains du juge."),
    ("aggravating.ocg", "Le projet est l'œuvre d'une organisation non gouvernementale."),
    ("aggravating.recidivism", "Le candidat déjà condamné ne peut être nommé au comité."),
    ("assets.converted", "Le foyer peut être transformé en école, et ses loyers versés à l'État."),
    ("border.channels", "Les postes de police communiquent par radio avec la direction centrale."),
    ("border.visa", "Le diplomate ne reçoit pas de visa de sortie."),
    ("child.best_interests", "Ce qui est le plus favorable au service l'emporte sur le désir de l'enfant."),
    ("child.no_means", "L'enfant prouve la contrainte qu'il a subie."),
    ("consent.irrelevant_child", "Le comité se réunit sans l'accord des parents de l'enfant."),
    ("coop.foreign_confiscation", "Le tribunal fait exécuter la confiscation prononcée par la cour d'appel."),
    ("coop.info_exchange", "Le ministère communique aux autres ministères ce qu'il sait de la traite."),
    ("coop.use_limits", "Le service n'utilise les véhicules que pour ses missions."),
    ("corruption.active", "Le ministre remet une récompense à l'agent qui a accompli son service avec zèle."),
    ("identification.ngo_role", "Un délégué des associations siège au conseil d'administration du foyer."),
    ("identification.procedure", "La commission décide par écrit si le candidat est admis."),
    ("institution.coordination", "La commission nationale des jeux coordonne les loteries."),
    ("institution.rapporteur", "Le commissaire nommé par le ministre dirige la brigade."),
    ("institution.subnational", "Dans chaque région un tribunal juge les affaires de traite."),
    ("investigation.bail", "La personne mise en cause peut consulter son dossier avant le procès."),
    ("investigation.specialised", "Un juge est commis à la garde des scellés."),
    ("jurisdiction.active_personality", "Le national est jugé par un jury."),
    ("jurisdiction.no_dual_crim", "La traite commise à l'étranger n'est punie que si la loi du lieu la réprime aussi."),
    ("laundering.acquisition", "Le receveur garde en dépôt les valeurs saisies."),
    ("laundering.conversion", "La banque change la monnaie des voyageurs."),
    ("means.force", "Le procureur peut faire ouvrir les portes par la force."),
    ("means.threat", "Le ministre craint un mal pour l'État dans le cas où la traite augmenterait."),
    ("nonpunish.exclusions", "Les meurtres restent soumis au droit commun."),
    ("nonpunish.other_acts", "La victime répond des infractions qu'elle a commises."),
    ("nonpunish.prostitution", "La victime qui a racolé sur la voie publique paie l'amende."),
    ("protection.informed_consent", "Rien n'est entrepris sans l'accord du ministre."),
    ("protection.material", "Les policiers reçoivent une allocation mensuelle pour leurs repas."),
    ("protection.psychological", "Le directeur trouve une personne avec qui parler du budget."),
    ("protection.safety", "Les gendarmes montent la garde devant le ministère."),
    ("protection.special_needs", "Le tarif tient compte de l'âge du véhicule."),
    ("protection.unconditional", "L'aide ne peut être donnée qu'à la victime qui dépose."),
    ("protection.views", "Le juge entend l'expert avant de statuer."),
    ("purpose.experiment", "Le ministère fait des essais de nouveaux passeports."),
    ("purpose.forced_labour", "Le condamné pour traite accomplit un travail d'intérêt général."),
    ("purpose.slavery", "Le propriétaire peut disposer de son bien comme d'une chose sienne."),
    ("return.safe", "Le retour des fonds se fait en sûreté."),
    ("return.voluntary", "Le fonctionnaire rentre dans son pays s'il le désire."),
    ("scope.any_person", "Toute personne peut consulter la loi."),
    ("scope.no_movement", "Le comité n'a jamais quitté la capitale."),
    ("smuggling.humanitarian_excluded", "Quiconque aide un étranger à entrer irrégulièrement est puni, même sans but lucratif."),
    ("status.perm_stay", "Le diplomate peut demeurer dans le pays sans limite de durée."),
    ("status.work", "Le titre emporte dispense de taxe."),
]


@pytest.mark.parametrize(("element", "clause"), PROVIDED, ids=lambda v: v[:40])
def test_a_clause_in_other_words_provides_the_element(element: str, clause: str) -> None:
    finding = FRAME.find(element, clause)
    assert finding.status == "present", (finding.why, finding.evidence)


@pytest.mark.parametrize(("element", "clause"), NEAR, ids=lambda v: v[:40])
def test_a_clause_on_something_else_does_not(element: str, clause: str) -> None:
    finding = FRAME.find(element, clause)
    assert finding.status == "absent", finding.evidence
