"""Words of one stem with two senses: the concept is in the first phrase and not in the second.

All were found in laws that speak of something else, where the second was taken for the first.
"""

from __future__ import annotations

from functools import cache

import pytest

from ctip_law.clauses.terms import TermMatcher, compile_terms
from ctip_law.clauses.tokens import words
from ctip_law.languages import load

#: Language, concept, a phrase that says it, a phrase that says something else with a like word.
SENSES = [
    ("es", "authority", "la autoridad competente", "el autor del delito"),
    ("es", "offender", "el autor del delito", "la autoridad competente"),
    ("es", "nationality", "personas de nacionalidad extranjera", "en todo el territorio nacional"),
    ("es", "assets", "los activos de la sociedad", "una actividad comercial"),
    ("es", "freeze", "el embargo de los bienes", "sin embargo"),
    ("es", "must-not", "la persona no será publicada", "Ley nº 12, publicada en el diario"),
    ("es", "case", "en todo caso", "en la casa"),
    ("es", "offence", "la trata de personas es un delito", "los tratados internacionales"),
    ("es", "loss-or-injury", "daño a la víctima", "los cuidados que se dan a la víctima"),
    ("es", "committee", "los miembros de la comisión", "el comisionado general"),
    ("es", "accused", "la persona procesada", "el proceso penal"),
    ("es", "proceedings", "el proceso penal", "la persona procesada"),
    ("es", "moved-or-left", "salir del país", "la sala de lo penal"),
    ("es", "publication", "publicar el nombre", "el público en general"),
    ("es", "committed-abroad", "cometido en el extranjero", "cometido en el ejercicio del cargo"),
    ("fr", "border-crossing", "l'entrée sur le territoire", "un accord entre les parties"),
    ("fr", "visa", "le visa de séjour", "l'article visé au paragraphe 2"),
    ("fr", "definitions", "la définition de l'infraction", "la décision définitive"),
    ("fr", "foreign-national", "les ressortissants étrangers", "le ressort du tribunal"),
    ("fr", "country", "le pays d'origine", "la paye du salarié"),
    ("fr", "privacy", "la vie privée", "le chapitre VI"),
    ("fr", "border-place", "le port d'arrivée", "une arme portant un numéro"),
    ("fr", "treatment", "le traitement médical", "la traite des personnes"),
    ("fr", "trafficking", "la traite des personnes", "le traitement médical"),
    ("fr", "victim", "l'enfant exploité", "celui qui exploite un établissement"),
    ("fr", "committee", "une commission nationale", "la commission d'une infraction"),
    ("fr", "compensation", "le préjudice subi par la victime", "sans préjudice de l'article 3"),
    ("fr", "legal-person", "une personne morale", "la morale publique"),
    ("fr", "arrested", "toute personne arrêtée", "par arrêté du ministre"),
    ("id", "provision", "dapat memberikan bantuan", "pendapat ahli"),
    ("id", "means.threat", "diancam akan dibunuh", "diancam pidana penjara"),
    ("id", "accomplice", "memberi bantuan kepada pelaku", "bantuan timbal balik"),
    ("id", "abroad", "di luar negeri", "di luar perkawinan"),
    ("id", "company", "perusahaan penempatan", "berusaha mencegah"),
    ("ms", "shall", "hendaklah melaporkan", "tidak menghendaki"),
    ("ms", "law.penal", "Kanun Keseksaan", "seksaan ke atas seseorang"),
    ("ms", "means.abduction", "melarikan seseorang", "melarikan diri"),
    ("ms", "care", "diambil ke dalam jagaan", "dibawa ke luar negeri"),
]


@cache
def terms(language: str) -> TermMatcher:
    return compile_terms(load(language))


@pytest.mark.parametrize(("language", "concept", "said", "other"), SENSES)
def test_a_like_word_is_no_word_for_it(language: str, concept: str, said: str, other: str) -> None:
    assert concept in terms(language).find(words(said, language))
    assert concept not in terms(language).find(words(other, language))
