"""The English and the French drafts as readers who were no party to them read the clauses that were mended last: what
they called grave, with its neighbours, and that it is gone.

What they remarked and was not mended stands in `reading/faults.tsv` (English) and `reading/readers.tsv` (French) with
the reason.
"""

from __future__ import annotations

import pytest

from ctip_law.draft import draft_law

from .test_counsel import words

# ruff: noqa: E501 (tables of fact patterns)
# fmt: off
#: the fact pattern; provision, its settings; English: words that stand, words that must not; French: the same
MISCHIEFS = [
    ("a woman whom nobody has found a victim yet sits in a removal centre", "non-punishment", {},
     ["A victim, including a presumed victim, must not be detained"], ["(4) A victim must not be detained"],
     ["La victime, y compris la victime présumée, n’est pas détenue"], ["La victime n’est pas détenue"]),
    ("it is not decided yet whether her act is excused, and so she is held", "non-punishment", {},
     ["to which subsection (1) applies or may apply"], [],
     ["auquel s’applique ou peut s’appliquer le paragraphe 1"], []),
    ("a presumed victim is held for a year, because no milder measure came to mind", "non-punishment", {},
     ["only if there is a present and grave danger to the life or safety of others", "review the custody at least once a month"],
     ["if no milder measure protects others"],
     ["que si un danger actuel et grave pour la vie ou la sécurité d’autrui", "contrôle la détention au moins une fois par mois"],
     ["ne protège autrui"]),
    ("she is held in one cell with the woman who guarded her", "non-punishment", {},
     ["assisted as a victim and kept apart from the offenders"], [],
     ["assistée comme victime et séparée des auteurs"], []),
    ("duress is no answer to murder, and the sentence for murder is fixed", "non-punishment", {"nonpunishment_exclusions": "grave"},
     ["must impose a lesser sentence, whatever sentence other law fixes", "must not impose death or imprisonment for life"],
     ["The general defences apply to it"],
     ["prononce une peine moindre, quelle que soit la peine", "ni la peine de mort ni une peine perpétuelle"],
     ["Les causes générales d’exonération s’y appliquent"]),
    ("an exclusion of killing is read as an exclusion of the whole section", "non-punishment", {"nonpunishment_exclusions": "grave"},
     ["The protection under subsection (1) does not apply to the intentional killing"], ["this section does not apply to the intentional"],
     ["Le paragraphe 1 ne s’applique pas à l’homicide volontaire"], ["le présent article ne s’applique pas à l’homicide"]),
    ("an adult got a false paper on the way, and nobody forced her to take it", "non-punishment", {"nonpunishment_test": "compulsion"},
     ["a direct consequence of having been trafficked, even without compulsion"], ["where subsection (1) applies"],
     ["la conséquence directe de la traite qu’elle a subie, même sans contrainte"], ["lorsque le paragraphe 1 s’applique"]),
    ("a boy of twelve is sent to steal, and nobody threatened him", "exploitation-definition", {},
     ["or using a child for such offences to the advantage of someone else"], [],
     ["ou de se servir d’un enfant pour de telles infractions au profit d’autrui"], []),
    ("a girl of ten works in another house and cannot leave, and nobody threatened her", "exploitation-definition", {},
     ["and is kept from leaving, is in forced labour whatever the means"], [],
     ["et que l’on empêche de partir est soumis à un travail forcé, quel que soit le moyen"], []),
    ("an accused asks what suffering is, and which advantage is unjust", "exploitation-definition", {},
     ["the unlawful material or sexual advantage of someone else, is a child or has no real choice, and is made to work, to serve or to undergo acts upon the body"],
     ["to suffer", "unjust advantage"],
     ["subir des actes sur son corps pour l’avantage illicite, matériel ou sexuel, d’autrui", "n’étant pas exigée pour un enfant"],
     ["à souffrir", "avantage indu"]),
    ("a menace that leaves some choice is no menace", "exploitation-definition", {},
     ["by abuse of a position of vulnerability in which the person has no real choice"],
     ["by abuse of a position of vulnerability that leaves"],
     ["obtenu d’une personne sous la menace d’une peine quelconque", "où elle n’a aucun choix réel"], ["d’une personne qui ne l’a pas choisi"]),
    ("an employer takes away the right to a home, and the worker could sleep outside", "exploitation-definition", {},
     ["The loss of a right is a penalty"], ["The loss of a right or an advantage is a penalty where"],
     ["La perte d’un droit est une peine"], ["La perte d’un droit ou d’un avantage est une peine lorsqu"]),
    ("convicts are hired out to a charity's farm", "exploitation-definition", {},
     ["company or an association"], [], ["ou à une association"], []),
    ("a couple pays for an adoption and loves the child", "exploitation-definition", {"list_length": "widest"},
     ["the illegal adoption of a child in order to exploit the child"], ["for gain"],
     ["l’adoption illégale d’un enfant pour l’exploiter"], ["but lucratif"]),
    ("a cadet of seventeen", "exploitation-definition", {"list_length": "widest"},
     ["to take part in hostilities"], [], ["pour participer aux hostilités"], []),
    ("a foreman bars the door to the inspector", "labour-inspectors", {},
     ["other than a worker who is in charge of no other worker"], ["A person, other than a worker, who"],
     ["du travailleur qui n’en dirige aucun autre"], ["à l’exception du travailleur, entrave"]),
    ("the foreman, who sleeps in the barrack, says that all may come in, or none", "labour-inspectors", {},
     ["a worker who lives there and neither recruits nor supervises others"], ["with the consent of one of them"],
     ["d’un travailleur qui y vit et ne recrute ni ne surveille les autres"], ["le consentement de l’un d’eux"]),
    ("a maid of thirteen can consent to nothing, and the family refuses", "labour-inspectors", {},
     ["a delay would leave a child exploited there", "must tell a court of it without delay"], [],
     ["un retard y laisserait un enfant exploité", "en rendre compte sans délai à un tribunal"], []),
    ("an inspector who was sent to find victims tells the immigration office of one", "labour-inspectors", {"inspection_wall": "open"},
     ["may report the migration status of a presumed victim"], [], ["signaler la situation migratoire d’une victime présumée"], []),
    ("a worker says yes while the employer listens", "labour-inspectors", {},
     ["having been told, away from the employer"], [], ["hors de la présence de l’employeur"], []),
    ("both parents had a part in the offence, and nobody is named to decide", "assistance", {},
     ["the guardian whom the court appoints for the child decides and, until then, the Authority", "A person whom there is reason to suspect of a part in the offence must not decide"],
     ["Nobody decides who"],
     ["le tuteur que le tribunal désigne pour l’enfant décide et, jusque-là, l’Autorité", "ne peut décider"], ["Ne décide pas la personne"]),
    ("the law of procedure decides whether a trial without the victim's evidence goes on", "assistance", {},
     ["must not convict on the charge that depends on it"], ["decides whether the trial goes on"],
     ["ne le condamne pas du chef qui en dépend"], ["détermine si le procès continue"]),
    ("a victim who is a danger is sent back to be tortured", "return", {},
     ["Whatever danger a victim is to others, the victim must not be sent to a State in which there is a real risk of death, persecution, torture"], [],
     ["Quel que soit le danger qu’elle présente pour autrui, la victime n’est pas envoyée dans un État", "de torture"], []),
    ("the same where the State wants what the treaty says", "return", {"return_consent": "preferred"},
     ["must not be sent to a State in which there is a real risk"], [], ["n’est pas envoyée dans un État"], []),
    ("it was an expulsion, and the section speaks of return", "return", {},
     ["return includes expulsion and every other removal"], [], ["Le retour comprend, dans le présent article, l’expulsion et tout autre éloignement"], []),
    ("a return need only have regard to safety", "return", {},
     ["Every return must be safe"], [], ["Tout retour doit être sûr"], []),
    ("a client pays the fine and is tried for the same act", "knowing-use", {"user_sanction": "administrative"},
     ["Nobody is penalised and prosecuted for the same act", "it is withdrawn when the prosecution begins, and what was paid is repaid"], ["is set off"],
     ["Nul n’est sanctionné et poursuivi pour le même acte", "elle est retirée lorsque celles-ci sont engagées"], ["est déduit"]),
    ("a woman who was once a victim buys another", "knowing-use", {},
     ["the act of another victim that is a direct consequence"], ["another victim;"],
     ["à l’acte d’une autre victime qui est la conséquence directe"], []),
    ("an aid worker takes a risk that is worth it", "knowing-use", {"user_mind": "reckless"},
     ["aware of a substantial risk and takes it, although this is unreasonable"], [],
     ["a conscience de ce risque et le prend alors que cela est déraisonnable"], []),
    ("the police have a post taken down, and put it before no judge", "facilitation", {},
     ["The police must put a notice before a judge at the time of its sending", "review the order or the notice"], [],
     ["La police doit soumettre l’avis à un juge au moment de son envoi", "contrôler l’ordonnance ou l’avis"], []),
    ("the notice lapses, and the provider is fined for not having obeyed it", "facilitation", {},
     ["nobody is punished for not having acted on it", "tell the provider without delay, who may put the offer back"], [],
     ["nul n’est puni de n’avoir pas suivi cet avis", "qui peut remettre le contenu en ligne"], []),
    ("the police are in a hurry, and nobody is in danger", "facilitation", {},
     ["Where waiting for the order would endanger a person"], ["where there is no time for one"],
     ["Si attendre celle-ci mettait une personne en danger"], ["faute de temps"]),
    ("three authorities supervise a company, and each waits for the others", "legal-persons", {"corporate_liability": "administrative"},
     ["A public body that the minister designates imposes the fine under subsection (3), in writing and with reasons, after hearing the legal person"],
     ["the authority that supervises"],
     ["après avoir entendu la personne morale"], ["l’autorité qui surveille"]),
    ("it is unclear against what an appeal lies", "legal-persons", {"corporate_liability": "administrative"},
     ["may appeal to a court against the fine"], ["against which an appeal lies"],
     ["former un recours devant un tribunal contre l’amende"], ["contre laquelle un recours"]),
    ("a witness whom the prosecutor needs is refused the permit", "stay", {"permit_right": "discretion"},
     ["must not refuse the permit as long as a court or a prosecutor requires the presence of the victim"], [],
     ["ne refuse pas le titre tant qu’un tribunal ou le ministère public exige la présence de la victime"], []),
    ("she appeals, and is removed before the appeal is heard", "stay", {"permit_right": "discretion"},
     ["must not be removed before the appeal is decided"], [], ["n’est pas éloignée avant qu’il y soit statué"], []),
    ("no trial needs the boy, and he has nobody at home", "stay", {},
     ["in the best interests of the victim, if the victim is a child"], [], ["conforme à l’intérêt supérieur de la victime, si elle est un enfant"], []),
    ("a gravity that the charge does not name", "aggravating", {},
     ["must be stated in the charge and proved as the offence itself is"], [], ["visée dans l’accusation et prouvée comme l’infraction elle-même"], []),
    ("a court asks what a circumstance \"counts\" against", "aggravating", {},
     [], ["on purpose", "spreads"], ["n’est retenue que contre l’auteur", "membre de la famille"], ["ne compte que", "à dessein", "comme parent"]),
    ("a gun is shown, and nobody is overcome", "aggravating", {},
     ["to threaten or overcome the victim"], [], ["à menacer la victime ou à vaincre sa résistance"], []),
    ("a victim of sixteen has a child of her own", "family-reunion", {},
     ["applies also to each of the child's parents"], [], ["s’applique aussi à chacun de ses parents"], []),
    ("the father who beat her has custody, and says no", "family-reunion", {},
     ["of those who are not so suspected"], [], ["des personnes qui ne sont pas ainsi soupçonnées"], []),
    ("a report on a child brings the immigration police", "reporting", {},
     ["must not be used to remove that person"], [], ["ne peut servir ni à l’éloigner"], []),
    ("immunity is given, and those who were harmed read of it", "insiders", {"insider_immunity": "yes"},
     ["Before it decides, the court must give those whom the offence has harmed", "afterwards tell them of its decision"], ["whom it has harmed"],
     ["Avant de décider, le tribunal entend les personnes que l’infraction a lésées", "les informe ensuite de sa décision"], []),
    ("a telephone of a victim is broken, and it proved nothing", "obstruction", {},
     ["that is such evidence"], [], ["s’il est une telle preuve"], []),
    ("nobody was suspected when the girl was heard", "child-victims", {},
     ["in one further interview that is limited to them"], [], ["dans une seule autre audition, limitée à ces questions"], []),
    ("conduct of before is judged by no law", "transitional", {},
     ["Earlier law goes on to apply to that conduct"], [], ["la loi antérieure continue de s’appliquer à ces faits"], []),
    ("a shipper's clerk stamps what makes a journey easier", "sm-definition", {},
     ["doing an act in order to make it possible or easier"], ["is meant to"], ["en vue de la rendre possible"], ["destiné à"]),
]
# fmt: on
LANGUAGES = ("en", "fr")
NAMES = [row[0] for row in MISCHIEFS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", MISCHIEFS, ids=NAMES)
def test_a_mischief_is_gone(row: tuple[str, str, dict[str, str], *tuple[list[str], ...]], language: str) -> None:
    _, provision, settings, *said = row
    stand, gone = said[2 * LANGUAGES.index(language) :][:2]
    text = words(provision, "common" if language == "en" else "", language, **settings)
    assert [phrase for phrase in stand if phrase not in text] == []
    assert [phrase for phrase in gone if phrase in text] == []


def test_each_row_says_something_in_each_language() -> None:
    assert [row[0] for row in MISCHIEFS if not (row[3] or row[4]) or not (row[5] or row[6])] == []


#: What is right where the softer choice is taken must not come in where the law has the stronger one.
KEPT = [
    ("labour-inspectors", {}, "status of a worker", "status of a presumed victim"),
    ("stay", {}, "must grant", "must not refuse the permit"),
    ("non-punishment", {}, "direct consequence", "even without compulsion"),
    ("legal-persons", {}, "Only a court may impose the sanctions", "the minister designates"),
]


@pytest.mark.parametrize(("provision", "settings", "stands", "absent"), KEPT, ids=[row[0] for row in KEPT])
def test_the_words_of_a_choice_stand_under_it_alone(
    provision: str, settings: dict[str, str], stands: str, absent: str
) -> None:
    text = words(provision, **settings)
    assert stands in text
    assert absent not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_conviction_abroad_counts_in_the_text_of_a_court(language: str) -> None:
    """The clause of article 25 of the European convention is read as what it is (it was not, in English)."""
    from ctip_law.draft import to_law
    from ctip_law.match import match

    found = match([to_law(draft_law(only="sentencing", language=language))])
    assert found.elements["coe-25.foreign-sentence"].status == "present"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("law", ["trafficking", "smuggling"])
def test_a_definition_fixes_no_penalty(law: str, language: str) -> None:
    """What a grave offence is was read as a penalty, of four years, for the offence of a law that the text was put in."""
    from ctip_law.annotate import annotate
    from ctip_law.draft import render
    from ctip_law.read import read
    from ctip_law.structure import structure

    draft = draft_law(law=law, language=language)
    made = structure(read("-", lang=language, stdin=str(render(draft, "text")).encode()), lang=language)
    num = draft.section("definitions").num
    found = annotate(made).penalties
    assert found
    assert [one for one in found if one.section == num] == []
