"""A user's own law: what must be said of it, what is refused, what is told, and where it is read."""

from __future__ import annotations

import errno
import os
import tomllib
from pathlib import Path

import pytest

from ctip_law import corpus, files, parse
from ctip_law.corpus import own
from ctip_law.errors import CtipError
from tests.cli.conftest import Call
from tests.cli.conftest import call as call

LAW = """Kite Trafficking Act 2031

1. Short title
This Act may be cited as the Kite Trafficking Act 2031.

2. Offence
A person who recruits another person by use of force for exploitation commits an offence.
"""
SAID = {
    "-C": "FJ", "--title": "Kite Trafficking Act 2031", "--citation": "Act 3 of 2031",
    "--version-date": "2031-07-01", "--status": "in force", "--url": "https://example.org/act/3",
}  # fmt: skip
#: What is said otherwise -> what the refusal names.
REFUSED = {
    "no country": ({"-C": ""}, "country is not said"),
    "no title and no date": ({"--title": "", "--version-date": ""}, "title is not said; version is not said"),
    "a month that no year has": ({"--version-date": "2031-13-01"}, "'2031-13-01' is no date"),
    "a day that no month has": ({"--version-date": "2031-02-30"}, "'2031-02-30' is no date"),
    "a title of bytes that are no text": ({"--title": "Kit\udce9 Act"}, "title is no text in UTF-8"),
    "a citation of such bytes": ({"--citation": "Act \udce9"}, "citation is no text in UTF-8"),
    "a language of such bytes": ({"--lang": "\udce9"}, "is no code of a language"),
    "an address of such bytes": ({"--url": "https://example.org/\udce9"}, "no http or https address"),
    "a date in words": ({"--version-date": "July 2031"}, "'July 2031' is no date"),
    "another status": ({"--status": "valid"}, "'valid' is none of in force"),
    "an address of no host": ({"--url": "https://"}, "no http or https address"),
    "a local file as address": ({"--url": "file:///etc/passwd"}, "no http or https address"),
    "a country that is none": ({"-C": "XQ"}, "CT001"),
    "instead of a law of another country": (
        {"--instead-of": "sg/prevention-of-human-trafficking-act-2014"}, "is no law of Fiji",
    ),
    "instead of no law": ({"--instead-of": "fj/none"}, "CT006"),
    "fills what is not wanting": ({"--fills": "Another Act"}, "does not lack 'Another Act'"),
}  # fmt: skip
#: Text -> what is told of it; it is added all the same.
DOUBTED = {
    "a title that is not there": (LAW.replace("Kite Trafficking", "Balloon"), "no word of the title"),
    "no section": ("The kite trafficking act of 2031 is a text without any number.\n" * 3, "no section"),
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CTIP_CORPUS", str(tmp_path / "own"))
    return tmp_path / "own"


def add(call: Call, path: Path, **said: str) -> tuple[int, str]:
    words = [word for pair in (SAID | said).items() if pair[1] for word in pair]
    done = call("corpus", "add", path, *words)
    return done.code, done.err


@pytest.fixture
def law(tmp_path: Path) -> Path:
    path = tmp_path / "kite.txt"
    path.write_text(LAW, encoding="utf-8")
    return path


def test_a_file_whose_ending_is_no_text(call: Call, place: Path, law: Path) -> None:
    odd = law.rename(law.with_name(f"kite.t{os.fsdecode(bytes([0xE9]))}"))
    assert add(call, odd)[0] == 0
    assert (place / "fj" / "kite-trafficking-act-2031").read_bytes() == odd.read_bytes()


def test_text_and_list_are_written_together(call: Call, place: Path, law: Path) -> None:
    """The list has the hash of the text: where one cannot be written, the other stays as it was."""
    assert add(call, law)[0] == 0
    kept = {path: path.read_bytes() for path in (place / "laws.toml", place / "fj" / "kite-trafficking-act-2031.txt")}
    law.write_text(LAW + "\n3. Kites\nA kite has a tail.\n")
    words = [word for pair in SAID.items() for word in pair]

    def full(path: Path, *_: object) -> str:
        if path.name == "laws.toml":
            raise OSError(errno.ENOSPC, "No space left on device")
        return beside(path, *_)

    beside = files._beside
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "_beside", full)
        said = call("corpus", "add", law, "--again", *words)
    assert (said.code, said.err[:5]) == (2, "CT902")
    assert {path: path.read_bytes() for path in kept} == kept
    assert own.wrong_with(place) == []


def test_two_calls_do_not_lose_each_others_law(
    call: Call, place: Path, law: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From reading the list to writing it no other call has its turn."""
    fcntl = pytest.importorskip("fcntl", reason="this system has no locks of files")
    read, written = own.laws, own.write_files
    waited: list[str] = []

    def another(step: str) -> None:
        with (place / ".lock").open("wb") as lock, pytest.raises(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        waited.append(step)

    monkeypatch.setattr(own, "laws", lambda *given: another("read") or read(*given))
    monkeypatch.setattr(own, "write_files", lambda given: another("written") or written(given))
    assert add(call, law)[0] == 0
    assert waited == ["read", "written"]


def test_a_law_is_copied_listed_and_read_for_its_country(call: Call, place: Path, law: Path) -> None:
    code, told = add(call, law)
    assert (code, told) == (0, "added own/fj/kite-trafficking-act-2031.txt (2 sections, language en)\n")
    assert (place / "fj" / "kite-trafficking-act-2031.txt").read_bytes() == law.read_bytes()
    (row,) = tomllib.loads((place / "laws.toml").read_text(encoding="utf-8"))["law"]
    assert row["country"] == "FJ"
    assert "Kite Trafficking Act 2031" in call("corpus", "list", "-C", "FJ").out
    assert "own/fj/kite-trafficking-act-2031" in call("corpus", "list").out
    assert "Kite Trafficking Act 2031" in call("gap", "-C", "Fiji", "-I", "tip").out
    assert call("show", "own/fj/kite-trafficking-act-2031", "1").code == 0


def test_without_it_the_country_has_no_law(call: Call, place: Path) -> None:
    assert call("gap", "-C", "FJ").err.startswith("CT005")
    assert not place.exists()


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_is_refused_at_once_and_nothing_is_kept(call: Call, place: Path, law: Path, case: str) -> None:
    said, words = REFUSED[case]
    code, told = add(call, law, **said)
    assert code == 2
    assert words in told
    assert not place.exists()


@pytest.mark.parametrize("case", DOUBTED)
def test_a_text_that_speaks_against_what_was_said_is_told(call: Call, place: Path, law: Path, case: str) -> None:
    text, words = DOUBTED[case]
    law.write_text(text, encoding="utf-8")
    code, told = add(call, law)
    assert code == 0
    assert told.startswith("CT")
    assert words in told


def test_a_file_that_cannot_be_read_is_not_added(call: Call, place: Path, law: Path) -> None:
    law.write_bytes(b" \n")
    assert add(call, law) == (3, f"CT103 {law}: the file is empty or holds only blanks; give the statute's text\n")
    assert not place.exists()


def test_a_law_of_the_same_title_is_replaced_only_if_asked(call: Call, place: Path, law: Path) -> None:
    add(call, law)
    law.write_text(LAW.replace("force", "threat"), encoding="utf-8")
    code, told = add(call, law)
    assert code == 2
    assert "--again" in told
    assert "force" in (place / "fj" / "kite-trafficking-act-2031.txt").read_text(encoding="utf-8")
    words = [word for pair in SAID.items() for word in pair]
    assert call("corpus", "add", law, *words, "--again").code == 0
    assert "threat" in (place / "fj" / "kite-trafficking-act-2031.txt").read_text(encoding="utf-8")
    assert len(tomllib.loads((place / "laws.toml").read_text(encoding="utf-8"))["law"]) == 1


def test_the_same_text_under_another_title_is_refused(call: Call, place: Path, law: Path) -> None:
    add(call, law)
    code, told = add(call, law, **{"--title": "Kite Act"})
    assert code == 2
    assert "is there already as own/fj/kite-trafficking-act-2031.txt" in told


def test_it_is_read_instead_of_a_restatement_or_beside_it(call: Call, place: Path, law: Path) -> None:
    before = corpus.files("SG")
    add(call, law, **{"-C": "SG"})
    assert corpus.files("SG")[:-1] == before
    assert corpus.files("SG", added=False) == before
    add(call, law, **{"-C": "SG", "--title": "Kite Act", "--instead-of": "sg/" + before[0].stem})
    assert before[0] in corpus.files("SG")  # the same text twice was refused
    law.write_text(LAW + "3. Kites\nKites fly.\n", encoding="utf-8")
    add(call, law, **{"-C": "SG", "--title": "Kite Act", "--instead-of": "sg/" + before[0].stem})
    assert before[0] not in corpus.files("SG")
    assert [path.parent.name for path in corpus.files("SG")] == ["sg", "sg"]


def test_a_law_that_was_added_does_not_make_silence_speak(call: Call, place: Path, law: Path) -> None:
    """Where the corpus lacks laws of a country, an added one is another law unless the user says that it is theirs."""
    lacking = [code for code in corpus.countries() if corpus.lacks([parse(path) for path in corpus.files(code)])]
    code = lacking[0]
    wanting = corpus.lacks([parse(path) for path in corpus.files(code)])
    add(call, law, **{"-C": code})
    assert corpus.lacks([parse(path) for path in corpus.files(code)]) == wanting
    law.write_text(LAW + "3. Kites\nKites fly.\n", encoding="utf-8")
    assert add(call, law, **{"-C": code, "--title": "Kite Act", "--fills": wanting[0]})[0] == 0
    assert corpus.lacks([parse(path) for path in corpus.files(code)]) == wanting[1:]


def test_verify_names_a_law_that_is_gone_or_was_changed(call: Call, place: Path, law: Path) -> None:
    add(call, law)
    assert call("corpus", "verify").code == 0
    kept = place / "fj" / "kite-trafficking-act-2031.txt"
    kept.write_text(LAW + "more", encoding="utf-8")
    assert "not those that were added" in call("corpus", "verify").err
    kept.unlink()
    assert "the file is gone" in call("corpus", "verify").err


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ('[[law]]\ncountry = "FJ"\n', "the field `title` is missing"),
        ("[[law]\n", "not valid TOML"),
        ('[[law]]\nowner = "me"\n', "unknown field `owner`"),
    ],
)
def test_a_list_that_cannot_be_used_is_told_with_its_line(call: Call, place: Path, row: str, words: str) -> None:
    place.mkdir()
    (place / "laws.toml").write_text(row, encoding="utf-8")
    said = call("gap", "-C", "FJ")
    assert said.code == 2
    assert said.err.startswith(f"CT602 {place / 'laws.toml'}:")
    assert words in said.err


def test_a_list_never_leads_out_of_its_folder(place: Path) -> None:
    place.mkdir()
    row = {"country": "FJ", "title": "x", "citation": "x", "version": "2031", "status": "bill", "sha256": "0"}
    lines = [f'{name} = "{value}"' for name, value in row.items()]
    (place / "laws.toml").write_text("\n".join(["[[law]]", *lines, 'file = "../x.txt"', ""]), encoding="utf-8")
    with pytest.raises(CtipError, match="leads out of the folder"):
        corpus.files("FJ")


def test_a_terminal_is_asked_for_what_is_wanting(
    call: Call, place: Path, law: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def prompt(question: str, err: bool) -> str:
        asked.append(question)
        return "bill" if question.startswith("Status") else "2031"

    monkeypatch.setattr("typer.prompt", prompt)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    words = [word for name in ("-C", "--title", "--citation") for word in (name, SAID[name])]
    assert call("corpus", "add", law, *words).code == 0
    assert asked == ["Date of the text", "Status (in force, amended, repealed, bill)"]
