"""Search finds every clause that has the words, and says where they stand."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import CtipError, parse, search
from ctip_law.model import Law
from tests.cli.conftest import Call, call

__all__ = ["call"]

ACT = """Kite Act 2031

1. Meaning of words
In this Act, "victim of a storm" means a person whose kite is torn.

2. Help
(1) A victim of a storm shall get a new kite.
(2) The Minister may give the victims of storms
(a) string; and
(b) paper for the victim of a storm.

3. Courts
The court hears a victim in private.

4. Storms
The Minister names every storm.

5. Fees
No fee is asked.

SCHEDULE 1

1. Form
Name of the victim of the storm.
"""


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Law:
    path = tmp_path_factory.mktemp("kites") / "act.txt"
    path.write_text(ACT, encoding="utf-8")
    return parse(path)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("victim of a storm", ["1", "2", "schedule 1"]),  # all of the words but small ones, however far apart
        ("victims of storms", ["1", "2", "schedule 1"]),  # by their stems
        ('"victim of a storm"', ["1", "2"]),  # side by side
        ("private court", ["3"]),
        ("fee", ["5"]),
        ("the", ["2", "3", "4", "schedule 1"]),  # a small word alone is looked for
        ("zeppelin", []),
        ("person kite", ["1"]),  # "person" is no small word
        ('"storm victim"', []),
        ("Kite Act", ["1", "preface"]),  # the title stands outside the sections
    ],
)
def test_every_clause_with_the_words_is_found(law: Law, query: str, expected: list[str]) -> None:
    hits = search(query, [law])
    assert sorted("schedule 1" if "schedule" in hit["num"] else hit["num"] for hit in hits) == expected
    assert all(hit["all"] for hit in hits)


def test_the_clause_below_and_the_number_of_times_are_told(law: Law) -> None:
    first = search("victim of a storm", [law])[0]
    assert (first["num"], first["cite"], first["times"], first["eid"]) == ("2", "2(1)", 2, "sec_2")
    assert search("string", [law])[0]["cite"] == "2(2)(a)"
    assert "paper for" in search("paper", [law])[0]["quote"]


def test_sections_come_before_schedules_and_those_before_the_rest(law: Law) -> None:
    nums = [hit["num"] for hit in search("victim kite zeppelin", [law])]
    assert nums[:2] == ["2", "1"] or nums[:2] == ["1", "2"]  # two of the words
    schedule = next(num for num in nums if num.startswith("schedule"))
    assert nums.index("3") < min(nums.index(schedule), nums.index("preface"))


ORDERING = """Kite Act 2031

1. Interpretation
In this Act -
"gust" means a gust of wind that is as strong as a gust in a storm, whether or not the gust tears a kite;
"kite" means anything that a string holds in the wind.

2. Gust
The Minister shall compensate whoever loses a kite in a gust of wind that was not foretold by the office for winds,
on an application that is made to that office within a year.

3. Wind
(1) Whoever foretells the wind shall tell the office for winds of the wind each morning, each noon and each evening,
and of the wind of the day before.
(2) {second}
"""


@pytest.mark.parametrize(
    ("query", "nums"),
    [
        ("gust", ["2", "1"]),  # though section 1 has it more often
        ("string", ["1"]),  # what stands in a definition alone is found
        ("wind", ["3", "2", "1"]),
    ],
)
def test_what_orders_comes_before_what_says_what_words_mean(query: str, nums: list[str]) -> None:
    made = law_of(ORDERING.format(second="A year of winds is kept."))
    assert [hit["num"] for hit in search(query, [made]) if hit["num"]] == nums


def test_a_section_that_defines_a_word_on_its_way_counts_as_any_other() -> None:
    """Only a section at least half of which are definitions counts less."""
    beside = law_of(ORDERING.format(second='In this section, "noon" means the hour of 12.'))
    without = law_of(ORDERING.format(second="A year of winds is kept by the office."))
    assert beside.definitions[-1].term == "noon"
    scores = [search("evening", [made])[0]["score"] for made in (beside, without)]
    assert scores[0] == pytest.approx(scores[1], rel=0.1)


def test_where_none_has_all_those_with_some_are_given_and_it_is_said(call: Call, tmp_path: Path, law: Law) -> None:
    hits = search("victim zeppelin", [law])
    assert [hit["all"] for hit in hits] == [False] * 4
    path = tmp_path / "act.txt"
    path.write_text(ACT, encoding="utf-8")
    assert call("search", "victim zeppelin", path).err == "4 clauses found; none has all the words, these have some\n"
    assert call("search", "victim", path, "-n", 2).err == "4 clauses found; 2 are shown\n"
    assert call("search", "string", path).err == "1 clause found\n"


def test_a_word_that_stands_often_is_not_hidden() -> None:
    """A word of every section weighs next to nothing, and is found all the same."""
    text = "\n\n".join(f"{n}. Duty\nThe victim has right {n}." for n in range(1, 22))
    hits = search("victim", [law_of(f"Kite Act 2031\n\n{text}\n")])
    assert sorted(int(hit["num"]) for hit in hits) == list(range(1, 22))


def law_of(text: str) -> Law:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "act.txt"
        path.write_text(text, encoding="utf-8")
        return parse(path)


def test_scripts_that_part_no_words_are_searched_letter_by_letter() -> None:
    made = law_of("凧法\n\n第一条 風の被害者は新しい凧を受ける。\n\n第二条 大臣は風に名を付ける。\n")
    assert [hit["num"] for hit in search("被害者", [made])] == ["1"]


def test_a_query_without_a_word_is_refused(call: Call, tmp_path: Path) -> None:
    with pytest.raises(CtipError, match="CT004"):
        search(' "" ', [])


def test_csv_and_jsonl_say_what_json_says(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_text(ACT, encoding="utf-8")
    hits = json.loads(call("search", "victim", path, "-f", "json").out)["results"]
    assert [json.loads(line) for line in call("search", "victim", path, "-f", "jsonl").out.splitlines()] == hits
    rows = list(csv.DictReader(io.StringIO(call("search", "victim", path, "-f", "csv").out)))
    assert [{name: str(value) for name, value in (hit | {"all": "yes"}).items()} for hit in hits] == rows


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=20))
def test_any_query_is_answered_or_refused(query: str) -> None:
    made = _made or _remember(law_of(ACT))
    try:
        hits = search(query, [made])
    except CtipError:
        hits = []
    assert all(hit["times"] > 0 and hit["quote"] for hit in hits)


_made: Law | None = None


def _remember(made: Law) -> Law:
    global _made
    _made = made
    return made
