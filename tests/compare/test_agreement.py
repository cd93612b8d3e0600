"""The agreement of two gap analyses, and the command that prints it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ctip_law import corpus as own_corpus
from ctip_law.compare import agreement
from ctip_law.compare.agreement import Share, agree, find_texts, main, measure, table
from ctip_law.corpus import entries
from ctip_law.errors import InputError
from ctip_law.model import (
    Clause,
    ElementFinding,
    Evidence,
    Law,
    Ledger,
    ProvisionFinding,
    Report,
    Source,
)


def report(elements: dict[str, str], provisions: dict[str, str], sections: tuple[str, ...] = ("1", "2", "3")) -> Report:
    """A report from "present 2" (status and the sections of its evidence, the first to be cited)."""
    clauses = tuple(Clause(f"sec_{num}", "section", num) for num in sections)
    law = Law("/akn/xx/act/1", "A law", "en", "", Source("a.txt", "", "", "text"), clauses)
    found = {}
    for id, words in elements.items():
        status, *nums = words.split()
        evidence = tuple(Evidence(law.id, f"sec_{num}", num, 0, 1, "x", "rule") for num in nums)
        found[id] = ElementFinding(id, status, evidence=evidence)  # type: ignore[arg-type]
    verdicts = tuple(
        ProvisionFinding(id, status, "mandatory", "legislative", "text", 1.0)  # type: ignore[arg-type]
        for id, status in provisions.items()
    )
    return Report(Ledger((law,), found), verdicts, (), ("tip",))


FULL = report(
    {"act.one": "present 2", "act.two": "weak 3", "means.one": "absent", "means.two": "present 2 3"},
    {"tip-1": "met", "tip-2": "gap", "tip-3": "not_legislative"},
)


@pytest.mark.parametrize(
    ("elements", "provisions", "different"),
    [
        ({}, {}, []),
        ({"act.one": "present 2 1"}, {}, []),  # the section to cite first is the same
        ({"act.one": "present 1 2"}, {}, ["element act.one: present, s 1 | present, s 2"]),
        ({"act.one": "absent"}, {}, ["element act.one: absent | present, s 2"]),
        ({"means.one": "present 3"}, {}, ["element means.one: present, s 3 | absent"]),
        (
            {"act.two": "present 3"},
            {"tip-2": "partial"},
            ["element act.two: present, s 3 | weak, s 3", "provision tip-2: partial | gap"],
        ),
    ],
)
def test_differences(elements: dict[str, str], provisions: dict[str, str], different: list[str]):
    ours = {"act.one": "present 2", "act.two": "weak 3", "means.one": "absent", "means.two": "present 2 3"} | elements
    verdicts = {"tip-1": "met", "tip-2": "gap", "tip-3": "not_legislative"} | provisions
    result = agree(report(ours, verdicts), FULL)
    assert [f"{item.kind} {item.id}: {item.restatement} | {item.full}" for item in result.differences] == different
    assert result.elements.of == 4
    assert result.elements.alike == 4 - sum(words.startswith("element") for words in different)


def test_shares_count_what_was_found_and_decided_apart():
    ours = report(
        {"act.one": "present 2", "act.two": "absent", "means.one": "absent", "means.two": "present 2"},
        {"tip-1": "met", "tip-2": "met", "tip-3": "not_legislative"},
        ("1", "2"),
    )
    result = agree(ours, FULL)
    assert result.elements == Share(3, 4)
    assert result.found == Share(2, 3)
    assert result.provisions == Share(2, 3)
    assert result.decided == Share(1, 2)
    assert result.sections == Share(2, 3)


def test_an_element_that_one_side_does_not_list_is_a_difference():
    result = agree(report({"act.one": "present 2"}, {}), report({"act.two": "absent"}, {}))
    assert [(item.id, item.restatement, item.full) for item in result.differences] == [
        ("act.two", "-", "absent"),
        ("act.one", "present, s 2", "-"),
    ]


def test_nothing_to_compare_is_agreement():
    assert Share(0, 0).percent == 100.0
    assert str(Share(1, 3)) == " 33.3 % (1/3)"


def test_texts_are_found_by_what_they_hold(tmp_path: Path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "text.txt").write_text("1. Words.")
    (tmp_path / "other.txt").write_text("1. Other words.")
    digest = hashlib.sha256(b"1. Words.").hexdigest()
    assert find_texts(tmp_path, [digest, "0" * 64]) == {digest: tmp_path / "a" / "b" / "text.txt"}
    with pytest.raises(InputError, match="CT101"):
        find_texts(tmp_path / "none", [digest])


LAW = "\n".join(
    [
        "1. Trafficking in persons",
        "Whoever recruits, transports or harbours a person by means of force, fraud or coercion for the purpose of",
        "exploitation commits the offence of trafficking in persons.",
        "2. Children",
        "A child is a person under eighteen years of age.",
    ]
)


ENTRY = """
[[law]]
file = "ke/{name}"
country = "KE"
title = "A law"
citation = "Act 1"
language = "en"
official_url = "https://law.example.org/act-1"
sha256 = "{digest}"
version = "2020-01-01"
status = "restatement, not the law"
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of a law that is its own full text and one whose full text is lost, and a folder with full texts."""
    for folder in ("corpus/ke", "full"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("law.txt", "lost.txt"):
        (tmp_path / "corpus" / "ke" / name).write_text(LAW)
    (tmp_path / "full" / "text.txt").write_text(LAW)
    digest = hashlib.sha256(LAW.encode()).hexdigest()
    (tmp_path / "corpus" / "sources.toml").write_text(
        ENTRY.format(name="law.txt", digest=digest) + ENTRY.format(name="lost.txt", digest="0" * 64)
    )
    (tmp_path / "corpus" / "ke" / "country.toml").write_text('laws = ["law.txt", "lost.txt"]\n')
    monkeypatch.setattr(own_corpus.held, "data_folder", lambda name: tmp_path / name)
    return tmp_path


def test_a_law_agrees_with_itself(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--corpus", str(corpus / "full"), "--law", "ke/law", "-I", "tip", "--fail-under", "100"]) == 0
    out = capsys.readouterr().out
    assert out.count("100.0 %") == 5
    assert "(2/2)" in out.splitlines()[1]


def test_the_full_text_is_named_by_the_two_folders_that_it_stands_in(corpus: Path) -> None:
    [entry, _] = entries()
    deep = corpus / "full" / "ke" / "acts" / "text.txt"
    deep.parent.mkdir(parents=True)
    deep.write_text(LAW)
    assert measure(entry, deep, "tip").text == "ke/acts/text.txt"


def test_a_missing_full_text_is_told_and_the_rest_is_done(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--corpus", str(corpus / "full"), "-I", "tip"]) == 4
    shown = capsys.readouterr()
    assert shown.out.splitlines()[1].startswith("ke/law.txt")
    assert shown.err.startswith("CT101 ke/lost.txt: its full text is not there; put it in")
    assert main(["--corpus", str(corpus / "full"), "--law", "lost"]) == 3


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--corpus", "nowhere"], 3, "CT101 nowhere: "),
        (["--corpus", ".", "-I", "no-such", "--law", "ke/law"], 2, "CT002 "),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    code: int,
    told: str,
):
    monkeypatch.chdir(corpus / "full")
    assert main(options) == code
    err = capsys.readouterr().err
    assert err.startswith(told)
    assert err.count("\n") == 1


def test_less_than_asked_fails(corpus: Path, monkeypatch: pytest.MonkeyPatch):
    empty = report({"act.one": "absent"}, {"tip-1": "gap"})
    monkeypatch.setattr(agreement, "measure", lambda entry, text, against: agree(empty, FULL, file=entry.name))
    assert main(["--corpus", str(corpus / "full"), "--law", "ke/law", "--fail-under", "95"]) == 1
    assert main(["--corpus", str(corpus / "full"), "--law", "ke/law"]) == 0


def test_the_table_lists_the_differences():
    ours = report({"act.one": "present 1"}, {"tip-1": "met"})
    shown = table([agree(ours, report({"act.one": "present 2"}, {"tip-1": "gap"}), file="ke/law.xml")], with_list=True)
    assert shown.splitlines()[2:] == [
        "    element act.one: restatement present, s 1; full text present, s 2",
        "    provision tip-1: restatement met; full text gap",
    ]
