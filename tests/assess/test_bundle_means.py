"""Two laws read together: an offence on prostitution alone that asks for no means says nothing of the one on
trafficking in persons beside it, which does."""

from __future__ import annotations

import pytest

from ctip_law.assess import assess
from ctip_law.match import match
from tests.match.conftest import law_of

#: Trafficking for all aims; {means} is what it asks for.
WIDE = """Kite Code, 2020

7. Trafficking in persons
(1) Any person who{means} recruits, transports, transfers, harbours or receives another person for the purpose of
exploitation commits the offence of trafficking in persons and is liable to imprisonment for ten years.
(2) Exploitation includes prostitution, other forms of sexual exploitation, slavery, practices similar to slavery,
servitude, the removal of organs and forced labour or services.

8. Title
This is the Kite Code.
"""
BY_MEANS = (
    ", by deception, fraud, abduction, threat, force, other forms of coercion, abuse of power or of a position of "
    "vulnerability, or the giving of payments to obtain the consent of a person having control over another person,"
)
#: Whoever brings others to prostitution, by whatever way.
NARROW = """Prevention of Immoral Trafficking Act, 1950

3. Trafficking for prostitution
Any person who recruits, transports or receives another person{means} for the purpose of prostitution commits an offence
and is liable to imprisonment for three years.

4. Title
This is the Prevention of Immoral Trafficking Act.
"""


#: By name: the wide offence with its means and without any, the narrow one without any and with one.
LAWS = {
    "wide": WIDE.format(means=BY_MEANS),
    "wide, no means": WIDE.format(means=""),
    "narrow": NARROW.format(means=""),
    "narrow, by force": NARROW.format(means=" by force"),
}


@pytest.mark.parametrize(
    ("laws", "named"),
    [
        (["narrow"], True),
        (["wide"], False),
        (["wide", "narrow"], False),
        (["narrow", "wide"], False),
        (["wide, no means", "narrow"], True),  # neither asks for any
        (["wide, no means", "narrow, by force"], True),  # and the wide one does not
        (["narrow", "narrow, by force"], True),  # both are narrow: none stands for the other
    ],
)
def test_means_are_said_to_be_missing_of_the_offence_that_reaches_furthest(laws: list[str], named: bool) -> None:
    report = assess(match([law_of(LAWS[name]) for name in laws]), ["tip"])
    assert ("means-missing-adult" in {defect.id for defect in report.defects}) is named


def test_the_offence_is_not_met_for_want_of_a_means_that_only_the_narrow_one_lacks() -> None:
    """The wide offence leaves out "abuse of a position of vulnerability": a part of it is missing, beside the narrow
    one too, which needs no means."""
    code = law_of(LAWS["wide"].replace(" or of a position of vulnerability", ""))
    vice = law_of(LAWS["narrow"])
    alone, together = (
        {one.id: one.status for one in assess(match(laws), ["tip"]).provisions} for laws in ([code], [code, vice])
    )
    assert alone["tip-5-1"] == "partial"
    assert together["tip-5-1"] == "partial"
