"""Every kind that users reported has three neighbours of our own at least: the table of kinds and cases.

01 decimal subsections with a letter          units         29 misprints of recognised print            units
04 a capital word behind the number           units         31 a purpose that is excluded               verdicts
06 Latin numbers behind the first             units         32 helpers, juristic persons, victims       verdicts
08 a paragraph inserted beside words replaced amending      33 an attempt that is only spoken of        verdicts
10 lists, ranges and sections of other laws   annotations   40 automatic numbers that start elsewhere   formats
11 definitions before subsections             annotations   44 counted lines                            formats
12 repealed ranges and 6AA beside 6A          units         44b counted lines of a long bill            formats
13 parts of another penalty                   annotations   46 two columns on a short page              formats
15 numerals of a script                       units         A4 a subsection inserted                    amending
16 a word for inserted units                  units         18 an encoding that is not told             formats
20 inserted items                             units         21 headings in the margin                   units
24 a table of offences and penalties          annotations   26 struck out, 27 two languages             formats
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.field import test_amending, test_annotations, test_formats, test_units, test_verdicts

#: The kinds of ../shared/field-cases, by the number of the file.
KINDS = (
    *("01", "04", "06", "08", "10", "11", "12", "13", "15", "16", "18", "20", "21", "24", "26", "27", "29", "31"),
    *("32", "33", "40", "44", "44b", "46", "A4"),
)
TABLES: tuple[Mapping[str, Mapping[str, object]], ...] = (
    test_units.NEIGHBOURS,
    test_annotations.REFERENCES,
    test_annotations.DEFINITIONS,
    test_annotations.PENALTIES,
    test_formats.NEIGHBOURS,
    test_amending.NEIGHBOURS,
    test_verdicts.NEIGHBOURS,
)


@pytest.mark.parametrize("kind", KINDS)
def test_three_neighbours(kind: str) -> None:
    [cases] = [cases for table in TABLES for name, cases in table.items() if name.split()[0] == kind]
    assert len(cases) >= 3


def test_no_other_kinds() -> None:
    assert sorted(name.split()[0] for table in TABLES for name in table) == sorted(KINDS)
