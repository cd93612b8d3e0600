"""The drafts as legislative counsel reads them: mischiefs that were found once, and the rules of good drafting.

Each row of MISCHIEFS is a fact pattern that a provision caught by mistake, or missed: the words that decide it now,
and words that must not come back.
"""

from __future__ import annotations

import re
from itertools import product

import pytest

from ctip_law.draft import ModelProvision, draft_law, library
from ctip_law.draft.library import shipped
from ctip_law.framework import load

from .combinations import own

LAWS = ("trafficking", "smuggling")
TRADITIONS = ("common", "civil", "plain")

# ruff: noqa: E501 (a table of fact patterns)
# fmt: off
#: the fact pattern; provision, its settings; words that must stand, words that must not
MISCHIEFS = [
    ("an employer lawfully employs a victim who holds a permit",
     "knowing-use", {}, ["services or labour that are the object of the exploitation of a victim",
                         "work or services that the victim provides outside the exploitation"],
     ["buys or profits from", "to discourage the demand"]),
    ("somebody looks away, where the State chose recklessness",
     "knowing-use", {"user_mind": "reckless"}, ["being reckless as to whether"], ["knowing that that"]),
    ("a State only wants to consider the offence of use: a fine that is no criminal offence",
     "knowing-use", {"user_sanction": "administrative"}, ["administrative penalty"], ["commits", "imprisonment"]),
    ("a newspaper tries to publish a victim's name: no attempt at a trafficking offence",
     "attempt", {}, ["attempts to commit a trafficking offence"], ["offence under this"]),
    ("a clerk helps to breach a licence rule: no accomplice in trafficking",
     "participation", {}, ["accomplice in a trafficking offence"], ["offence under this"]),
    ("a manager directs a lesser offence of the law",
     "organising", {}, ["intentionally organises", "of a trafficking offence"], ["offence under this"]),
    ("a driver knows what a passenger does and not what it is for",
     "participation", {}, ["knowing its purpose"], ["or of the conduct"]),
    ("an accused is tried for trafficking a child whose age nobody knows",
     "child-definition", {}, ["for the purposes of assistance and protection",
                              "does not apply to the question whether a person accused of an offence against the victim is guilty of it",
                              "the prosecution must prove the age"], []),
    ("an employer keeps passports in a safe at the workers' wish",
     "document-offences", {}, ["retains, hides, damages or destroys",
                               "with the intention of committing a trafficking offence against that person"], []),
    ("an official issues a passport by mistake",
     "document-offences", {}, ["knowing that it is to serve a trafficking offence"], []),
    ("a victim dies in a traffic accident years later",
     "aggravating", {}, ["the offence causes the death of the victim", "the offender could have foreseen this"], ["the victim dies"]),
    ("a prosecutor finds no evidence against a national who is not extradited",
     "jurisdiction", {}, ["must submit the case without delay to the prosecution service",
                          "decides on a case under", "any other grave offence"], ["must be prosecuted"]),
    ("a person was convicted abroad for the same conduct",
     "jurisdiction", {}, ["must not be tried for conduct of which a court of another State has finally convicted"], []),
    ("the sexual history of the victim would show that the accused is innocent",
     "testimony", {}, ["without leave of the court", "a fair trial would be impossible without it",
                       "must hear the victim first"], ["must not admit evidence"]),
    ("a person about whom nothing is decided yet is deported",
     "identification", {}, ["A presumed victim must not be removed"], []),
    ("a criminal court acquits: the administrative finding is no evidence, and the acquittal does not undo it",
     "victim-stages", {}, ["is no evidence against a person accused", "does not depend on a complaint"], []),
    ("a presumed victim is tried before the Authority has decided",
     "non-punishment", {}, ["As long as the person is a presumed victim, a prosecution for an act to which subsection (1) may apply must be suspended"], []),
    ("a budget cannot carry every service: the softer duty",
     "assistance", {"assistance_duty": "means"}, ["Within the means that it has", "must report to the legislature every year",
                                                  "Assistance is not conditional"], []),
    ("the treaty asks to consider a permit: the softer power, with reasons",
     "stay", {"permit_right": "discretion"}, ["The immigration authority may grant", "written reasons"],
     ["must grant"]),
    ("a State only considers a rapporteur",
     "rapporteur", {"monitor": "body"}, ["The independent national rapporteur on trafficking"], ["must appoint"]),
    ("a State only considers the bribery of foreign officials",
     "corruption", {"foreign_bribery": "no"}, [], ["foreign public official"]),
    ("a State only considers to return property",
     "property-return", {"return_duty": "power"}, ["may, if that State asks for it"], ["must, if"]),
    ("a State only considers immunity for insiders",
     "insiders", {}, ["may reduce the sentence"], ["immunity"]),
    ("a carrier does nothing to keep traffickers off its buses",
     "carriers", {}, ["A breach of subsection (3) alone is no offence"], []),
    ("a ministry fails in a duty: no crime, but review",
     "public-duties", {}, ["is an offence only where this Act says so", "for review of an act or omission"], []),
    ("a sister lets her brother's family sleep in her flat on the way",
     "sm-exclusions", {}, ["not in order to obtain a financial or other material benefit, is not guilty", "a member of the family"], []),
    ("a crew rescues people from a boat",
     "sm-exclusions", {}, ["rescues people at sea"], []),
    ("a refugee is reported to the State that the refugee fled",
     "sm-detention", {}, ["must not notify a consulate without the consent"], []),
    ("a migrant steers the boat under threat",
     "sm-immunity", {}, ["made to help the smugglers by force, threats or need"], []),
    ("a doctor treats a person without papers",
     "sm-stay", {}, ["medical care or other services on usual terms does not enable"], []),
    ("a trafficker from abroad is here and is not extradited: the court has jurisdiction",
     "jurisdiction", {}, ["that is committed outside the Republic and falls under", "Where a person accused of a grave offence"], []),
    ("a carrier abroad keeps no list of passengers: no trial here for what only a fine punishes",
     "jurisdiction", {}, ["that is a grave offence and is committed outside", "accused of a grave offence"], []),
    ("a sentence was partly served abroad", "jurisdiction", {}, ["Time served abroad for that conduct counts"], []),
    ("a victim is identified after ten days: the ninety days do not lapse",
     "stay", {}, ["or who is an identified victim, is entitled to", "A decision that the person is a victim does not end the period",
                  "until an application for a permit made in any of that time is finally decided"], ["A presumed victim who is"]),
    ("the Authority says no and the review is pending: still a presumed victim",
     "victim-stages", {}, ["not yet been finally decided", "no review and no application to a court is pending"], []),
    ("an application to a court against a refusal is pending",
     "identification-review", {}, ["remains a presumed victim until", "or until the court has decided"], []),
    ("an organiser of trafficking asks for bail", "release-pending-trial", {}, ["accused of a grave offence under this"],
     ["accused of a trafficking offence"]),
    ("an accomplice of traffickers waits for the limitation period", "limitation", {},
     ["limitation period for a grave offence under this", "reaches eighteen years of age"], ["age of majority"]),
    ("a wiretap against one who attempted trafficking", "special-techniques", {},
     ["investigation of a grave offence under this"], ["unless the law of evidence allows"]),
    ("a victim kills a guest of the house on nobody's orders",
     "non-punishment", {}, ["caused the death of a person or grave harm", "only if the victim was compelled to commit it"], []),
    ("a child is led to steal without any threat", "non-punishment", {"nonpunishment_test": "compulsion"},
     ["it is enough that the act is a direct consequence of having been trafficked", "caused the death of a person"], []),
    ("a girl of sixteen tells a newspaper her own story",
     "privacy", {}, ["does not apply to a victim of any age who speaks of the victim's own case"], []),
    ("a friend posts a photograph of somebody who nobody knows is a victim",
     "privacy", {}, ["who knows or has reason to know that somebody is a victim"], ["A person must not publish"]),
    ("the defence asks for the file that names the victim",
     "privacy", {}, ["Disclosure to the defence follows the law of criminal procedure"], []),
    ("a judge must say what exploitation is beyond the list",
     "exploitation-definition", {}, ["kept under control for the unlawful material or sexual advantage of someone else"], ["comparable gravity"]),
    ("a surgeon transplants a kidney as the law allows",
     "exploitation-definition", {}, ["the unlawful removal of organs"], ["the removal of organs"]),
    ("a worker is cheated and not threatened, and another may lose a bonus",
     "exploitation-definition", {}, ["by deception, or by abuse of a position of vulnerability", "in which the person has no real choice"], []),
    ("a boy is talked into one theft", "exploitation-definition", {},
     ["or by taking advantage of the person, commit offences"], ["making a person commit offences"]),
    ("an adoption with a formal defect", "exploitation-definition", {"list_length": "widest"},
     ["the illegal adoption of a child in order to exploit the child"], ["for gain"]),
    ("a nurse learns under secrecy that a child is a victim",
     "reporting", {}, ["This duty goes before any duty of secrecy except those that subsection (6) names"], []),
    ("a child victim calls the helpline", "hotline", {}, ["or this Act requires a report about a child"], []),
    ("an adult tells a doctor in confidence, where reports on adults are a duty",
     "reporting", {"report_adults": "duty"}, ["if the adult consents or if there is a present danger to life"], []),
    ("a husband who sold his wife asks to join her",
     "family-reunion", {}, ["reasonably suspected of a part in the offence against the victim must not join",
                            "only if the victim, or the guardian of a victim who is a child, consents"], []),
    ("a brother who had a part in the offence asks for protection and the address",
     "safety", {}, ["A person suspected of a part in the offence is excluded"], []),
    ("a cook of a gang of traffickers gets no longer sentence than the trafficker",
     "group-offence", {}, ["aids, abets, facilitates or counsels", "is liable on conviction to the penalty for the principal offence",
                           "a victim whom the control of the group leaves no real choice"], []),
    ("a victim is set over other victims", "organising", {}, ["a victim whom the control of an offender leaves no real choice"], []),
    ("a victim is paid wages out of the proceeds", "laundering", {},
     ["A person who receives pay for work, maintenance, compensation"], []),
    ("a father pays a policeman who holds his daughter",
     "corruption", {}, ["who gives an advantage that an official extorts commits no offence"], []),
    ("three claims on the same house of a trafficker", "confiscation", {},
     ["must be used first to pay the compensation of the victims", "What this Act does not then give to another State"], []),
    ("a family home in which one meeting took place",
     "confiscation", {}, ["out of all proportion to the gravity of the offence"], []),
    ("an account is frozen and nobody ever asks its owner", "confiscation", {}, ["ends after 30 days, unless the court renews it"], []),
    ("an uncle finds a nephew a job: no agency without licence",
     "recruitment-agencies", {}, ["intentionally or through gross negligence", "must repay what it has taken"], ["must be repaid"]),
    ("an employer locks up passports to keep the staff",
     "document-offences", {}, ["without that person's free consent and without lawful authority, in order to control that person"], []),
    ("an accused is sent to a State that will execute", "extradition", {},
     ["A person must not be extradited where there is a real risk", "put to death"], ["does not oblige"]),
    ("a victim is sent home to those who sold her", "return", {},
     ["must not be returned without informed consent where the assessment shows a real risk"], ["grave reasons"]),
    ("an accused asks a court to undo the identification of the victim",
     "public-duties", {}, ["must not use such an application against a decision"], ["whose right or interest is affected"]),
    ("the rapporteur asks for the names of victims", "rapporteur", {}, ["in a form in which no victim can be identified"], []),
    ("a labour inspector walks into a flat where a maid works",
     "labour-inspectors", {}, ["enter a workplace other than a home", "by order of a court"], []),
    ("a bus ride within the country", "carriers", {}, ["on a journey across a border"], []),
    ("a carrier was shown a good forgery", "carriers", {}, ["if it took reasonable care"], []),
    ("a baby in a shelter is free to leave it", "assistance", {}, ["An adult victim is free to refuse it and to leave"],
     ["A victim is free to refuse"]),
    ("an accused cannot question the victim who stays silent",
     "assistance", {}, ["only where the defence has had a fair chance to put questions"], []),
    ("a refugee is prosecuted for the way in", "sm-immunity", {"entry_penalty": "general"},
     ["seeks asylum without delay must not be prosecuted"], []),
    ("a passenger of a smuggler who made the boat sink on purpose",
     "sm-immunity", {}, ["unless the migrant intentionally did grave harm"], []),
    ("a taxi driver does not know that the stay is unlawful", "sm-stay", {}, ["who did not know that the stay is unlawful"], []),
    ("a group forges one paper: not the term for a death", "sm-aggravating", {},
     ["not exceeding 15 years where", "not exceeding 25 years where the offence causes the death"], []),
]
# fmt: on


def words(provision: str, tradition: str = "common", language: str = "en", **settings: str) -> str:
    draft = draft_law(only=provision, tradition=tradition, variables=settings, language=language)
    return " ".join(line[2] for line in draft.section(provision).lines())


@pytest.mark.parametrize(
    ("provision", "settings", "stand", "gone"), [row[1:] for row in MISCHIEFS], ids=[row[0] for row in MISCHIEFS]
)
def test_a_mischief_is_gone(provision: str, settings: dict[str, str], stand: list[str], gone: list[str]) -> None:
    text = words(provision, **settings)
    assert [phrase for phrase in stand if phrase not in text] == []
    assert [phrase for phrase in gone if phrase in text] == []


@pytest.mark.parametrize(
    ("tradition", "conspiracy"), [("common", True), ("civil", False), ("plain", True)], ids=lambda value: str(value)
)
def test_the_civil_tradition_has_no_conspiracy_and_the_criminal_group_instead(tradition: str, conspiracy: bool) -> None:
    assert ("conspires" in words("participation", tradition)) == conspiracy
    assert "conspires" in words("participation", tradition, agreement_offence="yes")
    assert "active part in the criminal activities" in words("group-offence", tradition)


#: terms that the issue asks to define, and a word that the meaning turns on
DEFINED = {
    "servitude": "forced", "debt bondage": "debt", "serfdom": "land", "forced marriage": "consented",
    "structured group": "by accident", "shelter": "approved for victims", "recruitment agency": "finds workers",
    "enterprise": "economic activity", "grave offence": "four years", "supply chain": "suppliers", "presumed victim": "section", "identified victim": "section",
    "trafficking offence": "section", "victim": "has been committed",
}  # fmt: skip


@pytest.mark.parametrize(("term", "turns_on"), DEFINED.items())
def test_a_term_is_defined_once_and_used(term: str, turns_on: str) -> None:
    draft = draft_law()
    entries = [line[2] for line in draft.section("definitions").lines()]
    [meaning] = [entry for entry in entries if entry.startswith(f"“{term}” ")]
    assert turns_on in meaning
    lines = [line[2] for section in draft.sections() for line in section.lines()]
    assert any(re.search(term, line, re.IGNORECASE) for line in lines if line != meaning)


def settings() -> list[tuple[str, str, str]]:
    return [(law, tradition, level) for law, tradition, level in product(LAWS, TRADITIONS, shipped().common.levels)]


@pytest.mark.parametrize(("law", "tradition", "level"), settings())
def test_sentences_are_short_and_say_who_must(law: str, tradition: str, level: str) -> None:
    """No sentence of more than 55 words; no pronoun of one sex; "shall" is the word of one tradition only."""
    draft = draft_law(law=law, tradition=tradition, variables={"level": level})
    for section in draft.sections():
        for _, _, line in section.lines():
            long = [part for part in re.split(r"(?<=[.;])\s", line) if len(part.split()) > 55]
            assert long == [], section.provision
            assert not re.search(r"\b(he|she|his|her|hers|him|himself|herself)\b", line, re.IGNORECASE), line
            assert tradition == "civil" or not re.search(r"\bshall\b", line), line
            assert not re.search(r"\{|\}|  |\bthat that\b|\.\.|,\.", line), line


def used_terms(provision: ModelProvision, law: str) -> set[str]:
    """The defined terms of a law in the words of a provision, under any choice; those that it defines are no use."""
    terms = {term.term for term in shipped().common.terms.values() if term.law in ("", law)}
    used = set()
    for choices in own(provision):
        section = draft_law(law=law, only=provision.id, variables=choices).section(provision.id)
        text = " ".join(line[2] for line in section.lines())
        for term in sorted(terms, key=len, reverse=True):
            plural = f"{re.escape(term[:-1])}(?:y|ies)" if term.endswith("y") else f"{re.escape(term)}s?"
            pattern = re.compile(rf"(?<!\w){plural}(?!\w)", 0 if term[0].isupper() else re.IGNORECASE)
            if pattern.search(text) and f"“{term}”" not in text and f"“the {term}”" not in text:
                used.add(term)
            text = pattern.sub(" ", text)
    return used


@pytest.mark.parametrize("law", LAWS)
def test_a_provision_names_the_defined_terms_that_it_uses(law: str) -> None:
    common = shipped().common
    missing = {}
    for provision in shipped().of(law).values():
        named = {common.terms[id].term for id in provision.can_use()}
        given = {t.term for t in common.terms.values() if f"ref('{provision.id}'" in t.meaning}
        rest = used_terms(provision, law) - named - given
        if rest and provision.id != "short-title":
            missing[provision.id] = rest
    assert missing == {}


@pytest.mark.parametrize("provision", list(library()))
def test_a_duty_says_what_follows_when_it_is_not_performed(provision: str) -> None:
    """In the text, or in the note that says that there is no sanction."""
    found = library()[provision]
    duty = any("{{ must" in passage.text for piece in found.text for passage in piece.walk())
    assert bool(found.breach) or not duty


@pytest.mark.parametrize("provision", list(library()))
def test_amounts_of_money_are_variables(provision: str) -> None:
    """A fine names its largest amount; no sum and no bare fine stands in a text."""
    text = words(provision)
    for fine in re.finditer(r"\b(?:an? )?fine\b(?! not exceeding| of up to)", text):
        around = text[max(0, fine.start() - 40) : fine.end() + 40]
        assert re.search(r"must not impose a fine|fixes a fine|that fine|the fine under|fines|civil", around), around
    assert not re.search(r"[$€£]\s?\d|\d{3,}", text)


#: duties that a treaty only asks to consider, and the softer words that the level "minimum" takes
CONSIDERED = [
    ("tip-6-3", "assistance", "Within the means that it has"),
    ("tip-6-3d", "employment", "Within the means that it has"),
    ("tip-7-1", "stay", "may grant"),
    ("tip-11-5", "visas", "may refuse"),
    ("tip-11-6", "border-control", "may set up"),
    ("untoc-14-2", "property-return", "may, if that State asks"),
    ("untoc-16-12", "foreign-sentences", "the court may"),
    ("untoc-19", "joint-teams", "may agree"),
    ("untoc-21", "transfer-proceedings", "may agree"),
    ("untoc-26-2", "insiders", "may reduce"),
    ("coe-19", "knowing-use", "administrative penalty"),
    ("coe-29-4", "rapporteur", "The independent national rapporteur on trafficking in persons is"),
]


@pytest.mark.parametrize(("duty", "provision", "softer"), CONSIDERED)
def test_where_a_treaty_says_consider_there_is_a_softer_text(duty: str, provision: str, softer: str) -> None:
    assert "onsider" in load().provision(duty).qualifier
    assert duty in library()[provision].duties
    assert softer in words(provision, level="minimum")
