"""Ways of one tradition: counted headings, notes counted beside paragraphs, numbers behind those of a title, dashes
behind the numbers of items, letters set apart. All texts are invented."""

# ruff: noqa: E501 (texts of laws)

from __future__ import annotations

import pytest

from ctip_law.model import Clause, Law
from tests.structure.helpers import law, section

HUNGARIAN = """2031. évi XII. törvény
a vitorlázó sárkányok rendjéről

I. Fejezet
ALAPOK

1. A törvény célja

1. § A törvény célja a sárkányok rendje.

2. Értelmező rendelkezések

2. § E törvény alkalmazásában

1. sárkány: zsinóron repülő tárgy;

2. park: nyilvános kert.

3. § A kertész a park őre.

II. Fejezet
REND

3. Az engedély

4. § Az engedélyt a kertész adja.

4/A. § Az engedély egy évig érvényes.

4. Záró rendelkezések

5. § Ez a törvény holnap lép hatályba.
"""


def tree(found: Law) -> list[str]:
    """Kind and number of every clause, set in by its depth."""

    def lines(clause: Clause, depth: int) -> list[str]:
        own = f"{'  ' * depth}{clause.kind} {clause.num}".rstrip()
        return [own, *(line for child in clause.children for line in lines(child, depth + 1))]

    return [line for clause in found.clauses for line in lines(clause, 0)]


def test_headings_that_are_counted_through_the_law_hold_its_sections() -> None:
    found = law(HUNGARIAN)
    assert tree(found) == [
        "chapter I", "  subdivision 1", "    section 1", "  subdivision 2", "    section 2", "      subsection 1",
        "      subsection 2", "    section 3", "chapter II", "  subdivision 3", "    section 4", "    section 4/A",
        "  subdivision 4", "    section 5",
    ]  # fmt: skip
    assert found.clauses[1].children[0].heading == "Az engedély"
    assert found.title == "2031. évi XII. törvény a vitorlázó sárkányok rendjéről"


@pytest.mark.parametrize(
    "text",
    [
        # the last items of lists stand above the next article too
        "Article 1\nBoats are:\n\n1. Barges\n\n2. Rafts\n\nArticle 2\nPiers are:\n\n1. Stone piers\n\n2. Wooden piers\n\n"
        "Article 3\nGates are:\n\n1. Locks\n\n2. Weirs\n\nArticle 4\nThe end.\n",
        # two are no count
        "Article 1\nA boat floats.\n\n1. Barges\n\nArticle 2\nA barge floats.\n\n2. Rafts\n\nArticle 3\nA raft floats.\n",
        # sentences are no headings
        "Article 1\nOne.\n\n1. A barge is long.\n\nArticle 2\nTwo.\n\n2. A raft is flat.\n\nArticle 3\nThree.\n\n"
        "3. A punt is slow.\n\nArticle 4\nFour.\n",
        # the number of each article, printed twice
        "1. Barges\nArticle 1 - A barge is long.\n\n2. Rafts\nArticle 2 - A raft is flat.\n\n3. Punts\nArticle 3 - A punt is slow.\n",
    ],
    ids=["lists", "two", "sentences", "twice"],
)
def test_what_is_not_counted_through_the_law_is_no_heading(text: str) -> None:
    assert not any(line.lstrip().startswith("subdivision") for line in tree(law(text)))


def test_a_title_that_begins_with_its_number_is_not_continued_by_a_line_of_its_own() -> None:
    assert law(HUNGARIAN.replace("\na vitorlázó", "\nA vitorlázó")).title == "2031. évi XII. törvény"


PERSIAN = """قانون بادبادک

ماده ۱ـ بادبادک با نخ در هوا می‌ماند.

ماده ۲ـ پارک‌ها:
الف) پارک بزرگ؛
ب) پارک کوچک؛
تبصره ۱ـ پارک بزرگ درخت دارد.
تبصره ۲ـ پارک‌های دیگر:
۱ـ باغ.
۲ـ جنگل.
پ) پارک شهر.

ماده ۳ـ پروانه یک سال اعتبار دارد.
تبصره ـ پروانه تمدید می‌شود.

ماده ۴ـ این قانون اجرا می‌شود.
تبصره این ماده معتبر است.
"""


def test_notes_are_counted_beside_the_paragraphs_of_an_article() -> None:
    found = law(PERSIAN)
    assert tree(found) == [
        "article 1", "article 2", "  paragraph الف", "  paragraph ب", "  proviso 1", "  proviso 2", "    paragraph 1",
        "    paragraph 2", "  paragraph پ", "article 3", "  proviso", "article 4",
    ]  # fmt: skip
    assert section(found, "3").children[0].text == "پروانه تمدید می‌شود."
    assert section(found, "1").text.startswith("بادبادک")  # the stroke behind the number is a dash


@pytest.mark.parametrize(
    ("dashed", "nums"),
    [
        ("1- a barge;\n2- a raft.", ["1", "2"]),
        ("1-A barge;\n2-A raft.", ["1", "2"]),
        ("1 - a barge;\n2 – a raft.", ["1", "2"]),
        ("a- a barge;\nb- a raft.", ["a", "b"]),
        ("1- a barge;\n2- a raft;\n3. a punt.", ["1", "2", "3"]),  # a slip of the printer
        ("5 - 7 barges and\n8 - 9 rafts.", []),
        ("A-frame barges and\nB-side rafts.", []),
    ],
)
def test_items_may_have_a_dash_behind_their_number(dashed: str, nums: list[str]) -> None:
    found = law(f"BOATS LAW\n\nArticle 1\nThe following are boats:\n{dashed}\n\nArticle 2\nThe end has come.\n")
    first = section(found, "1")
    assert [child.num for child in first.children] == nums
    assert section(found, "2").heading == ""


CODE = """13-1307. Lending of barges; classification; definitions

A. A person shall not knowingly do either of the following:

1. Lend a barge of another.

2. Sell a barge of another.

B. A violation of this section is a class 2 felony.

C. For the purposes of this section:

1. "Barge" means a flat boat.

2. "Raft" means logs that are tied together.
"""


def test_one_section_of_a_code_is_a_section_and_not_its_list() -> None:
    assert [line for line in tree(law(CODE)) if line.startswith("section")] == ["section 13-1307"]
    assert [child.num for child in law(CODE).clauses[0].children] == ["A", "B", "C"]


def test_a_list_under_a_line_without_a_code_s_number_stays_the_law() -> None:
    plain = CODE.replace("13-1307. ", "13. ")
    assert [unit.num for unit in law(plain).sections()] != ["13"]


@pytest.mark.parametrize(
    ("lead", "nums"),
    [("17-A §", ["852", "853"]), ("5 §", ["852", "853"]), ("22 M.R.S. § ", ["852", "853"]), ("§", ["852", "853"])],
)
def test_a_title_of_a_code_may_stand_before_the_number(lead: str, nums: list[str]) -> None:
    text = (
        f"{lead}852. Lending of barges\n\n1. A person may not lend a barge:\n\nA. Of another; or\n\nB. Of a child.\n\n"
        f"2. Lending is a Class B crime.\n\n{lead}853. Barges\n\n1. A barge is a flat boat.\n"
    )
    assert [unit.num for unit in law(text).sections()] == nums


def test_a_number_before_the_sign_is_the_section_s_in_the_north() -> None:
    text = "5 § 2 mom. En båt flyter.\n\n6 § En pråm är en båt.\n\n7 § En flotte är en båt.\n"
    assert [unit.num for unit in law(text, "sv").sections()] == ["5", "6", "7"]


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("S T A T E   O F   T H E   L A K E S", "Sessions of 2031"),
        ("S T A T E O F T H E L A K E S", "Sessions of 2031"),  # blanks of a web page
        ("N I G H T   F E R R I E S   A C T   2 0 3 1", "NIGHT FERRIES ACT 2031"),
        ("A B C", "A B C"),  # too few to be set apart for show
    ],
)
def test_letters_set_apart_are_a_title_only_where_they_name_a_law(shown: str, title: str) -> None:
    text = f"{shown}\n\nSessions of 2031\n\nGiven in the town hall of the lakes, to be read by all.\n\nSection 1. A ferry is a boat.\n\nSection 2. A barge is a boat.\n"
    assert law(text).title == title


BILL = """                 S T A T E   O F   T H E   L A K E S
                      41--A
                 2031-2032 Regular Sessions
                  I N   S E N A T E
                  January 9, 2031
     Introduced by Sen. BARGE -- read twice and ordered printed
     AN ACT to amend the harbour law, in relation to barges

  1    Section 1. Short title. This act shall be known and may be cited as
  2  the "barge lending act".
  3    S 2. Section 30 of the harbour law, as added by chapter 7, is amended
  4  by adding a new word to read as follows, which is
  5  longer than the line.
  6    S 3. This act shall take effect on the day on which it shall have
  7  become a law.
"""


def test_line_numbers_of_a_bill_begin_below_its_title_page() -> None:
    found = law(BILL)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]
    assert found.title == "barge lending act"
    assert any(repair.why.startswith("the lines are numbered") for repair in found.repairs)


def test_a_numbered_list_below_prose_has_no_line_numbers() -> None:
    prose = "\n".join(f"This is line {word} of a preface on boats." for word in ("one", "two", "three", "four"))
    items = "\n".join(f"{n}. {what} float." for n, what in enumerate(["Barges", "Rafts", "Punts", "Skiffs", "Dhows", "Junks"], 1))
    found = law(f"{prose}\n\n{items}\n")
    assert not any(repair.why.startswith("the lines are numbered") for repair in found.repairs)
