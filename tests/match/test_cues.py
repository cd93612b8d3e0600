"""The cue of an act that is done to a person: it stands after the act, or within the words that tell it."""

from __future__ import annotations

import pytest

from ctip_law.match import read_law
from tests.match.conftest import law_of

ROWS = [
    ("en", "Whoever recruits a person for work on the quays pays a fine.", True),
    ("en", "Whoever recruits, in letters written on the quay by lamp and read aloud in spring and in autumn to a "
     "child, pays a fine.", False),
    ("en", "Whoever transports a crate pays a fine.", False),
    ("es", "El que facilitare la salida del país de menores para que toquen música pagará una multa.", True),
    ("es", "El que facilitare la salida del país de barcos pagará una multa.", False),
]  # fmt: skip
FRAMES = {
    "en": "QUAYS ACT\n\n1. Title\nThis is the Quays Act.\n\n2. Acts\n{}\n",
    "es": "LEY\n\nArtículo 1. Objeto.\n\nArtículo 2. {}\n",
}


@pytest.mark.parametrize(("language", "text", "holds"), ROWS)
def test_an_act_upon_a_person(language: str, text: str, holds: bool) -> None:
    reading = read_law(law_of(FRAMES[language].format(text), language))
    (_, cues) = reading.roles.scores[reading.body.sections[-1].eid]
    assert ("act upon a person" in cues) == holds
