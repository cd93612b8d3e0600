"""The words of the interface in each language: all known, none unused, blanks kept; laws keep their own language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctip_law.errors import ConfigError
from ctip_law.framework import load
from ctip_law.paths import data_folder
from ctip_law.site import catalogue, downloads, told
from ctip_law.site.catalogue import languages, words
from ctip_law.site.nouns import SiteData
from ctip_law.site.pages import Setting, _article, render
from ctip_law.site.tongues import in_language, plain
from tests.cli.conftest import Call

ROOM = Path(catalogue.__file__).parent
FILES = [*ROOM.glob("*.py"), *(data_folder("templates") / "site").rglob("*.j2")]
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
SCRIPTS = "\n".join(path.read_text() for path in (data_folder("templates") / "site" / "assets").glob("*.js"))

#: Keys that the pages name: whole ones, and the beginnings of those that they put together.
NAMED = set(re.findall(r'"([a-z_]+\.[a-z_]+)"', SOURCE))
BEGUN = set(re.findall(r'"([a-z_]+\.[a-z_]*)" ~', SOURCE)) | set(re.findall(r'f"([a-z_]+\.[a-z_]*)\{', SOURCE))
#: Those put together of three parts, or of values of the data.
COMPOSED = re.compile(
    r"country\.fine_(yes|no|alternative)|mark\.(bill|amending|extract|repealed)_help|told\.(bill|extract|repealed)_(one|many)|standing\.(in_force|amended|repealed|bill)"
)


def test_there_are_four() -> None:
    assert languages() == ("en", "es", "fr", "id")


def test_nothing_is_missing_and_doctor_says_so(call: Call) -> None:
    assert {language: words(language).missing for language in languages()} == dict.fromkeys(languages(), ())
    assert "en: all; es: all; fr: all; id: all" in call("doctor", "-f", "csv").out


def test_what_a_language_lacks_is_told_and_shown_in_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = data_folder("templates") / "site" / "words"
    (tmp_path / "en.toml").write_bytes((folder / "en.toml").read_bytes())
    whole = (folder / "id.toml").read_text(encoding="utf-8")
    (tmp_path / "id.toml").write_text(re.sub(r"^(lead|cells) = .*\n", "", whole, flags=re.MULTILINE), encoding="utf-8")
    monkeypatch.setattr(catalogue, "_folder", lambda: tmp_path)
    monkeypatch.setattr(catalogue, "words", words.__wrapped__)
    t = words.__wrapped__("id")
    assert t.missing == ("index.lead", "script.cells")
    assert t.plain("script.cells", n=3) == "; cells: 3"
    assert (t.lang("index.lead"), t.lang("common.duty")) == (' lang="en"', "")
    assert catalogue.told() == "en: all; id: 2 missing (index.lead, script.cells)"


@pytest.mark.parametrize("language", ["es", "fr", "id"])
def test_no_sentence_was_left_in_english(language: str) -> None:
    own, english = words(language), words()
    sentences = {key: text for key, text in english._english.items() if len(re.sub(r"\{\w+\}", "", text).split()) > 3}
    assert len(sentences) > 150
    assert [key for key, text in sentences.items() if own._own.get(key) == text] == []


def test_every_key_that_a_page_names_has_words() -> None:
    english = words()
    asked = set(re.findall(r'\bt(?:\.\w+)?\(\s*"([a-z_]+\.[a-z_]+)"(?! ~)', SOURCE))
    assert len(asked) > 250
    assert {key for key in asked if not english.has(key)} == set()
    assert set(re.findall(r'told\("([a-z_0-9]+)"', SCRIPTS)) <= set(english.section("script"))


def test_there_are_no_words_that_nothing_shows() -> None:
    """A key is named whole, or put together of a beginning and of a part that is named in quotation marks."""
    for key in set(words()._english) - set(catalogue._shared()):
        bare = re.sub("_[012]$", "", key)
        parts = [bare.removeprefix(start) for start in BEGUN if bare.startswith(start)]
        if bare.startswith("script."):
            assert f'"{bare.removeprefix("script.")}"' in SCRIPTS, key
        else:
            assert bare in NAMED or any(f'"{part}"' in SOURCE for part in parts) or COMPOSED.fullmatch(key), key


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[told]\nof = "{n} dari {semua}"\n', ":2: told: `of` has other blanks than the English words"),
        ('[told]\n\nov = "x"\n', ":3: told: nothing shows `ov`"),
        ('[told]\nof = ""\n', ":2: told: `of` is empty"),
        ('[shared]\nmeasured = "{laws}"\n', ":2: shared: `measured` has other blanks than the English words"),
        ('of = "x"\n', ":1: `of` is not a table"),
    ],
)
def test_a_wrong_catalogue_is_told_with_its_line(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "en.toml").write_bytes((data_folder("templates") / "site" / "words" / "en.toml").read_bytes())
    (tmp_path / "id.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(catalogue, "_folder", lambda: tmp_path)
    with pytest.raises(ConfigError, match=r"^CT301 .*id\.toml" + re.escape(said)):
        words.__wrapped__("id")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--language", "tlh"], "CT004 the site has no words in 'tlh'; use one of en, es, fr, id\n"),
        (["--contact", "javascript:a()"], "CT004 'javascript:a()' is no address of mail or of a page; "),
        (["--contact", "https://laws.example/\udce9"], "CT004 'https://laws.example/\\udce9' is no address of mail"),
        (["--url", "https://laws.example/\udce9"], "CT004 'https://laws.example/\\udce9' is no address of a site; "),
        (["--url", "http://[laws"], "CT004 'http://[laws' is no address of a site; "),
        (["--contact", "law@"], "CT004 'law@' is no address of mail or of a page; "),
    ],
)
def test_a_wrong_language_or_address_is_told_first(call: Call, tmp_path: Path, options: list[str], said: str) -> None:
    pytest.importorskip("material", reason="the generator (extra `site`) is not installed")
    told = call("site", "build", "-o", tmp_path / "site", *options)
    assert told.code == 2
    assert told.err.startswith(said)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("en", 1, "The same count: 1 more duty."),
        ("en", 0, "The same count: 0 more duties."),
        ("es", 1, "El mismo recuento: 1 obligación más."),
        ("fr", 0, "Même compte : 0 autre obligation."),
        ("fr", 2, "Même compte : 2 autres obligations."),
        ("id", 1, "Jumlah yang sama: 1 kewajiban lain."),
    ],
)
def test_one_and_many(language: str, n: int, said: str) -> None:
    assert words(language).n("index.same_count", n) == said


def test_what_is_filled_in_is_escaped() -> None:
    assert words().n("index.same_count", "<b>") == "The same count: &lt;b&gt; more duties."  # type: ignore[arg-type]


def test_names_are_sorted_without_their_accents() -> None:
    names = [words("fr").name(code, "") for code in ("FJ", "AE", "ZM", "SB", "IN")]
    assert sorted(names, key=plain) == ["Émirats arabes unis", "Fidji", "Îles Salomon", "Inde", "Zambie"]


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "BE", "Belgium"),  # as the data has it
        ("es", "BE", "Bélgica"),  # no catalogue tells of a state outside the Bali Process
        ("fr", "ZW", "Zimbabwe"),
        ("id", "ES", "Spanyol"),
        ("es", "AE", "Emiratos Árabes Unidos"),  # the catalogue's own
        ("es", "XX", "Belgium"),  # no place: the data's name stands
    ],
)
def test_states_have_a_name_in_the_language(language: str, code: str, name: str) -> None:
    assert words(language).name(code, "Belgium") == name


@pytest.mark.parametrize(
    ("language", "several", "said"),
    [
        ("en", False, "Art. 3(a)"),
        ("en", True, "Trafficking Protocol, Art. 3(a)"),  # never the id of the instrument
        ("es", True, "Protocolo contra la trata, Art. 3(a)"),
        ("id", True, "Protokol Perdagangan Orang, Pasal 3(a)"),
    ],
)
def test_a_duty_is_cited_behind_the_name_of_its_instrument_where_there_are_several(
    language: str, several: bool, said: str
) -> None:
    assert _article(load().provision("tip-3a"), several, words(language)) == said


def test_duties_of_all_instruments_have_a_title_in_the_language() -> None:
    """The one that drafts have: none is left in English, and one that no language has is marked."""
    for language in ("es", "fr", "id"):
        t = words(language)
        english = [one.title for one in load().provisions(list(load().instruments))]
        assert not [title for title in english if "lang=" in str(t.titled(title))]
        assert t.duty("Consent irrelevant") != "Consent irrelevant"
        assert str(t.titled("Kites are flown")) == '<span lang="en">Kites are flown</span>'
        assert t.duty("Kites are flown") == "Kites are flown"


@pytest.mark.parametrize(
    ("language", "begins"),
    [("id", "Undang-undang yang dibaca dari"), ("es", "Singapur: se cotejó"), ("fr", "Singapour : une loi lue")],
)
def test_a_country_is_told_of_in_the_language(site: SiteData, language: str, begins: str) -> None:
    t = words(language)
    view = next(one for one in in_language(site, t).countries if one.code == "SG")
    assert told.prose(view, site.judged, t)[0].startswith(begins)


def test_the_page_says_its_language_and_a_law_keeps_its_own(
    site: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "reports", lambda site: {})
    render(site, tmp_path, Setting(language="es", contact="law@example.org"))
    settings = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert "  language: es\n" in settings
    assert 'href=\\"mailto:law@example.org\\"' in settings

    def page(name: str) -> str:
        return (tmp_path / "docs" / name / "index.md").read_text(encoding="utf-8")

    assert "# Sri Lanka" in page("country/lk")
    assert "## En palabras {: #in-words }" in page("country/lk")
    assert '<blockquote lang="en" dir="ltr">' in page("provision/tip-3a")
    assert '<span class="k g-act">Captación</span>' in page("provision/tip-3a")
    law = page(next(one.page for one in site.laws if one.country == "SG"))
    assert '<div class="ctip-law" lang="en" dir="ltr">' in law
    assert re.search(r"^### 3 Trafficking in persons \{: #\S+ lang=\"en\" \}$", law, re.MULTILINE)
    assert '"status.met": "cumplida"' in (tmp_path / "docs" / "assets" / "words.js").read_text(encoding="utf-8")
