"""The questionnaire: its questions come from the provisions, its answers make the file that drafts read."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.draft import draft_law, library
from ctip_law.draft.interview import Asked, Interview, _value, questions
from ctip_law.draft.settings import Settings, read_settings, written
from ctip_law.errors import CtipError, UsageError
from tests.cli.conftest import Call, call

__all__ = ["call"]

#: The provisions that most cases ask about: few questions, each of another kind.
FEW = frozenset({"offence", "attempt"})


def asked(answers: list[str], settings: Settings = Settings(), only: frozenset[str] = FEW) -> tuple[Interview, str]:  # noqa: B008
    """A run with these lines, and all that was shown."""
    lines, shown, kept = iter(answers), [], []

    def line(prompt: str) -> str | None:
        shown.append(prompt)
        return next(lines, None)

    interview = Interview(shown.append, line, settings, "", only)
    interview.run(kept.append)
    return interview, "\n".join(shown)


def names(only: frozenset[str] = frozenset()) -> list[str]:
    return [one.name for one in questions(Settings(), "", only)]


def test_the_questions_are_those_of_the_provisions_each_once() -> None:
    every = names()
    assert every[:2] == ["tradition", "level"]
    assert len(every) == len(set(every))
    held = [p for p in library().values() if not p.part.startswith("sm-")]
    assert {id for p in held for id in (*(p.options or {}), *(p.variables or {}))} <= set(every)
    assert names(FEW) == [
        "tradition", "level", "country", "authority_name", "currency", "max_years", "min_years", "offence_fine",
        "trafficking_fine", "attempt_penalty", "attempt_share",
    ]  # fmt: skip


def test_a_law_is_not_asked_for_the_terms_of_the_other() -> None:
    by_law = {law: {one.name for one in questions(Settings(), law)} for law in ("trafficking", "smuggling")}
    assert by_law["trafficking"] >= {"max_years", "min_years", "aggravated_max_years"}
    assert by_law["trafficking"].isdisjoint({"smuggling_max_years", "sm_aggravated_years"})
    assert by_law["smuggling"] >= {"smuggling_max_years", "sm_aggravated_years", "aggravated_max_years"}
    assert by_law["smuggling"].isdisjoint({"max_years", "min_years"})


@pytest.mark.parametrize(
    ("answers", "values"),
    [
        (["civil", "minimum"], {}),
        (["2", "1"], {}),  # by number
        (["", "", "Utopia"], {"country": "Utopia"}),
        (["", "", "", "", "", "15", "4"], {"max_years": 15, "min_years": 4}),
        (["", "", "", "", "", "fifteen", "99", "15"], {"max_years": 15}),  # asked again until it fits
        (["", "", "", "", "", "10", "12", "10", "9"], {"max_years": 10, "min_years": 9}),  # contradicts the longest
        (["", "", "", "", "", "15", "back", "16", "4"], {"max_years": 16, "min_years": 4}),
        (["", "", "", "", "", "15", "back", "", "4"], {"max_years": 15, "min_years": 4}),  # Enter keeps the answer
        (["", "", "=back"], {"country": "back"}),  # the word itself
    ],
)
def test_answers_are_taken_or_asked_for_again(answers: list[str], values: dict[str, str | int]) -> None:
    interview, _ = asked(answers)
    set_ = {name: value for name, value in interview.settings.values.items() if name in values}
    assert set_ == values


def test_the_end_is_the_last_question_rest_or_no_more_lines() -> None:
    whole, _ = asked([""] * len(names(FEW)))
    rest, _ = asked(["civil", "rest"])
    cut, _ = asked(["civil"])
    stopped, _ = asked(["civil", "stop", "minimum"])
    assert [one.done for one in (whole, rest, cut, stopped)] == [True, True, False, False]
    assert stopped.settings == cut.settings == Settings("civil")
    assert stopped.left == len(names(FEW)) - 1


def test_it_goes_on_with_the_first_question_that_is_open() -> None:
    first, _ = asked(["civil", "minimum", "Utopia", "stop"])
    again, shown = asked(["the Office"], first.settings)
    assert again.settings.values == {"country": "Utopia", "authority_name": "the Office"}
    assert "Tradition of drafting" not in shown


def test_why_shows_the_note_and_a_provision_is_introduced_by_what_is_to_be_decided() -> None:
    _, shown = asked([""] * 7 + ["why", "none"])
    assert "To decide: Where does the offence stand in the country's scale of penalties?" in shown
    assert "The definition punishes nobody; this provision does." in shown


@pytest.mark.parametrize(
    ("answers", "provision", "option", "default"),
    [
        (["", "minimum"], "knowing-use", "user_sanction", "administrative"),
        (["", "recommended"], "knowing-use", "user_sanction", "criminal"),
        (["civil", ""], "participation", "agreement_offence", "no"),
        (["common", ""], "participation", "agreement_offence", "yes"),
        (["", ""], "participation", "agreement_offence", "yes"),  # what is asked first is what Enter takes
    ],
)
def test_the_tradition_and_the_level_decide_the_defaults(
    answers: list[str], provision: str, option: str, default: str
) -> None:
    only = frozenset({provision})
    made, _ = asked(answers, only=only)
    assert {one.name: one.default for one in questions(made.settings, "", only)}[option] == default


# -- the file --------------------------------------------------------------------------------------------------


def test_the_file_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    hostile = 'the "Isles" \\ \x7f é'
    settings = Settings("plain", "stronger", {"country": hostile, "max_years": 9, "offence_fine": "none"})
    path = tmp_path / "options.toml"
    path.write_text(written(settings), encoding="utf-8")
    assert read_settings(path) == settings
    assert "# Fine\n" in written(settings)


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("tradition = 'roman'\n", "CT406", "1", "roman"),
        ("level = 3\n", "CT406", "1", "level"),
        ("colour = 'red'\n", "CT406", "1", "colour"),
        ("[set]\nmax_years = 400\n", "CT406", "2", "5 to 40"),
        ("[set]\nmax_year = 9\n", "CT406", "2", "max_years"),
        ("[set]\nmax_years = 30\naggravated_max_years = 20\n", "CT406", "3", "give aggravated_max_years 30 or more"),
        ("[set]\nmax_years = true\n", "CT406", "2", "whole number"),
        ("[set]\noffence_fine = 'instead'\n", "CT406", "2", "added or none"),
        ("[set\n", "CT406", "1", "TOML"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(tmp_path: Path, text: str, code: str, place: str, words: str) -> None:
    path = tmp_path / "options.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CtipError) as told:
        read_settings(path)
    assert (told.value.code, told.value.place, told.value.exit_code) == (code, place, 2)
    assert words in str(told.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.toml", "CT101"), (tmp_path, "CT102")):
        with pytest.raises(CtipError) as told:
            read_settings(path)
        assert (told.value.code, told.value.exit_code) == (code, 3)


def test_the_command_asks_in_a_pipe_and_the_law_is_drafted_with_the_answers(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "options.toml"
    done = call("draft", "options", "--only", "offence", "-o", str(out), stdin=b"civil\n\nUtopia\nstop\n")
    assert done.code == 0, done.err
    assert "questions are left" in done.err
    assert done.out == ""
    law = call("draft", "clause", "offence", "--options", str(out), "-s", "max_years=9", "-f", "text")
    assert "Article 1. Offence" in law.out
    assert "up to 9 years" in law.out
    over = call("draft", "clause", "offence", "--options", str(out), "-t", "common", "-f", "text")
    assert "1. Offence" in over.out
    assert "Article" not in over.out
    bad = call("draft", "clause", "offence", "--options", str(tmp_path / "none.toml"))
    assert (bad.code, bad.err[:5], bad.out) == (3, "CT101", "")
    nowhere = call("draft", "options", "-o", str(tmp_path / "none" / "x.toml"), stdin=b"civil\n")
    assert (nowhere.code, nowhere.err[:5]) == (2, "CT902")
    assert "Tradition" not in nowhere.err


def test_without_a_file_the_options_are_written_to_standard_output(call: Call) -> None:
    done = call("draft", "options", "--only", "offence", stdin=b"plain\nrest\n")
    assert done.out.endswith('tradition = "plain"\n\n[set]\n')


def test_a_draft_takes_what_the_file_says() -> None:
    settings = Settings("civil", "minimum", {"country": "Utopia"})
    draft = draft_law(tradition=settings.tradition, variables=settings.variables)
    assert draft.section("own-nationals").heading.startswith("Article ")
    assert draft.country == "Utopia"


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", "fine"),
        ("1", "jail"),
        ("2", "fine"),
        ("JAIL", "jail"),
        ("=other", "other"),
        ("0", None),
        ("3", None),
        ("x", None),
    ],
)
def test_a_choice_is_named_by_its_number_from_one_to_the_last_or_by_its_name(word: str, value: str | None) -> None:
    choices = {"jail": "imprisonment", "fine": "a fine"}
    question = Asked("sanction", "Which sanction?", "fine", choices)
    if value is None:
        with pytest.raises(UsageError, match="is none of the choices"):
            _value(question, word)
    else:
        assert _value(question, word) == value


@pytest.mark.parametrize(
    ("language", "shown", "english"),
    [
        ("es", ("Tradición de redacción", "Por decidir: ", "(por defecto)"), "To decide"),
        ("fr", ("Tradition de rédaction", "À décider : ", "(par défaut)"), "To decide"),
        ("id", ("Tradisi perancangan", "Untuk diputuskan: ", "(bawaan)"), "To decide"),
    ],
)
def test_the_questions_are_in_the_language_of_the_draft(language: str, shown: tuple[str, ...], english: str) -> None:
    """Only the provisions of the language are asked about, and the answers make a draft in it."""
    prompts: list[str] = []
    lines = iter(["", "minimum", *[""] * 9])

    def line(prompt: str) -> str | None:
        prompts.append(prompt)
        return next(lines, None)

    interview = Interview(prompts.append, line, Settings(), "", FEW, language=language)
    made = interview.run(lambda settings: None)
    said = "\n".join(prompts)
    assert [words for words in shown if words not in said] == []
    assert english not in said
    assert interview.done
    assert draft_law(only=["offence"], variables=made.variables, language=language).language == language
