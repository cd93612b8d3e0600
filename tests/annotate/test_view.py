"""Views: what is read of a text and the way back to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.annotate.view import fold, view
from tests.annotate.laws import law
from tests.work import lines_run


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a term of\n  ten   years", "a term of ten years"),
        ("im\u00adprisonment", "imprisonment"),
        ("impri-\nsonment", "imprisonment"),
        ("thirty-\n Five", "thirty- Five"),
        ("1[of ten years] and F3[more]", "of ten years and more"),
        ("section 3[1] of it", "section 3 of it"),
        ("**_alpha_** means", "alpha means"),
        ("snake_case stays", "snake_case stays"),
        ("un an\u0301o", "un ano"),
    ],
)
def test_what_is_read(text: str, read: str) -> None:
    assert view(text, 0, len(text)).text == read


def test_fold_keeps_every_character_one() -> None:
    assert fold("Año “18” — Prisión") == 'ano "18" - prision'


@settings(deadline=None)
@given(st.text(alphabet="ab Z9[]*_-\n\u00ad\u0301é“’.", max_size=60), st.data())
def test_every_place_leads_back_to_its_character(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    mask = data.draw(st.lists(st.integers(start, len(text)), max_size=2).map(sorted))
    masked = [(mask[0], mask[1])] if len(mask) == 2 and mask[0] < mask[1] else []
    made = view(text, start, len(text), masked)
    assert len(made.text) == len(made.plain)
    places = [made.source(at) for at in range(len(made.text))]
    assert places == sorted(places)
    for at, place in enumerate(places):
        assert made.text[at] == text[place] or (made.text[at] == " " and (text[place].isspace() or masked))
        assert made.text[at] == " " or not any(first <= place < last for first, last in masked)
        assert made.text[at] == " " or made.at(place) == at


def test_work_grows_with_the_length() -> None:
    clause = (
        "(1) A person who breaks section 3(1)(a) to (c) or “alpha” means a person under eighteen years of age and is "
        "liable to imprisonment for a term not exceeding ten years or to a fine or to both.\n"
    )
    law("en", ("1", "Warm", clause))
    short, long = (lines_run(lambda size=size: law("en", ("1", "Long", clause * size))) for size in (50, 200))  # type: ignore[misc]
    assert long < 5 * short
