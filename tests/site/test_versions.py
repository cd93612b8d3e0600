"""A law of which the corpus has two versions: the later one is judged, the earlier one is shown by what changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from ctip_law import corpus
from ctip_law.corpus import held
from ctip_law.errors import CtipError
from ctip_law.site.nouns import SiteData
from ctip_law.site.places import law_page

FIELDS = """
country = "VU"
title = "Kite Act"
citation = "Act 1 of 2031"
language = "en"
official_url = "https://example.org/kite"
sha256 = "0"
status = "restatement, not the law"
"""


def corpus_of(folder: Path, rows: dict[str, tuple[str, str]], laws: tuple[str, ...]) -> None:
    """A corpus of one country; `rows` are {file: (version, superseded_by)}."""
    (folder / "vu").mkdir()
    names = ", ".join(f'"{name}"' for name in laws)
    (folder / "vu" / "country.toml").write_text(f'name = "Vanuatu"\niso2 = "VU"\niso3 = "VUT"\nlaws = [{names}]\n')
    lines = []
    for name, (version, later) in rows.items():
        (folder / "vu" / name).write_text("<x/>")
        after = f'superseded_by = "vu/{later}"\n' if later else ""
        lines.append(f'[[law]]\nfile = "vu/{name}"\nversion = "{version}"\n{after}{FIELDS}')
    (folder / "sources.toml").write_text("\n".join(lines))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(held, "data_folder", lambda name: tmp_path)
    return tmp_path


def test_earlier_versions_are_found_from_the_one_in_force(place: Path) -> None:
    rows = {"c.xml": ("2033", ""), "a.xml": ("2031", "b.xml"), "b.xml": ("2032", "c.xml"), "x.xml": ("2031", "")}
    corpus_of(place, rows, ("c.xml", "x.xml"))
    now, other = corpus.entries()
    assert [one.version for one in corpus.former(now)] == ["2032", "2031"]
    assert corpus.former(other) == ()
    assert [path.name for path in corpus.files("VU")] == ["c.xml", "x.xml"]


@pytest.mark.parametrize(
    ("rows", "laws", "words"),
    [
        ({"a.xml": ("2031", "b.xml"), "b.xml": ("2032", "")}, ("a.xml", "b.xml"), "is named in country.toml"),
        ({"a.xml": ("2031", "z.xml"), "b.xml": ("2032", "")}, ("b.xml",), "names 'vu/z.xml', which is not listed"),
        ({"a.xml": ("2031", ""), "b.xml": ("2032", "")}, ("b.xml",), "no country.toml names the file"),
    ],
)
def test_verify_names_a_version_that_leads_nowhere(
    place: Path, rows: dict[str, tuple[str, str]], laws: tuple[str, ...], words: str
) -> None:
    corpus_of(place, rows, laws)
    assert words in "\n".join(map(str, corpus.verify()))


@pytest.mark.parametrize(
    ("laws", "words"),
    [(("b.xml", "a.xml"), "law that is taken up is named in country.toml"), (("b.xml",), "")],
)
def test_acts_whose_changes_are_in_a_law_are_found_from_it_and_not_read(
    place: Path, laws: tuple[str, ...], words: str
) -> None:
    corpus_of(place, {"b.xml": ("2033", ""), "a.xml": ("2031", ""), "c.xml": ("2032", "")}, laws)
    sources = place / "sources.toml"
    text = sources.read_text()
    for name in ("a", "c"):
        text = text.replace(f'file = "vu/{name}.xml"', f'file = "vu/{name}.xml"\ntaken_up_by = "vu/b.xml"')
    sources.write_text(text)
    told = "\n".join(str(error) for error in held._listed(place) if "SHA-256" not in str(error))
    assert words in told
    assert bool(words) == bool(told)
    if not words:
        assert [path.name for path in corpus.files("VU")] == ["b.xml"]
        (now,) = corpus.entries()
        assert [one.version for one in corpus.amending(now)] == ["2032", "2031"]
        assert corpus.former(now) == ()


def test_an_act_that_is_taken_up_by_no_law_is_told(place: Path) -> None:
    corpus_of(place, {"b.xml": ("2033", ""), "a.xml": ("2031", "")}, ("b.xml",))
    sources = place / "sources.toml"
    sources.write_text(sources.read_text().replace('file = "vu/a.xml"', 'file = "vu/a.xml"\ntaken_up_by = "vu/z.xml"'))
    assert "`taken_up_by` names 'vu/z.xml', which is not listed" in "\n".join(map(str, corpus.verify()))


def test_versions_that_go_round_are_told(place: Path) -> None:
    corpus_of(place, {"a.xml": ("2031", "b.xml"), "b.xml": ("2032", "a.xml")}, ("b.xml",))
    with pytest.raises(CtipError, match="go round"):
        corpus.former(corpus.entries()[0])


def test_the_page_of_the_law_has_the_redline(site: SiteData, built: Path) -> None:
    (view,) = next(one for one in site.countries if one.code == "VU").laws
    page = html.fromstring((built / law_page(view.law) / "index.html").read_text(encoding="utf-8"))
    (version,) = page.xpath("//details[contains(@class, 'ctip-version')]")
    assert "Text of 2019-01-01" in version.text_content()
    assert "1 changed" in version.findtext("summary")
    assert version.xpath(".//del/text()") == ["threat"]
    assert version.xpath(".//ins/text()") == ["force"]
    assert not version.xpath(".//script | .//img")


def test_acts_whose_changes_are_in_the_law_stand_beside_it_with_a_page_that_says_so(
    site: SiteData, built: Path
) -> None:
    (view,) = next(one for one in site.countries if one.code == "VU").laws
    page = html.fromstring((built / law_page(view.law) / "index.html").read_text(encoding="utf-8"))
    (act,) = view.amending
    (link,) = page.xpath("//h2[@id='amending']/following-sibling::ul[1]/li/a")
    assert link.get("href").removesuffix("/index.html").endswith(act.page.rpartition("/")[2])
    assert "It amends: Kite Code." in page.xpath("string(//article)")
    heads = page.xpath("//article//h2/@id | //article//h3/@id")
    assert heads.index("amending") + 1 == heads.index("text") < heads.index("sec_1")  # the text is no part of the list
    own = html.fromstring((built / act.page / "index.html").read_text(encoding="utf-8"))
    told = " ".join(own.xpath("string(//article)").split())
    assert "An amending act, shown as it was enacted and not judged." in told
    assert "by fraud" in told
    other = next(one for one in site.countries if one.code == "SG").laws[0]
    assert 'id="amending"' not in (built / law_page(other.law) / "index.html").read_text(encoding="utf-8")


def test_a_law_without_an_earlier_version_has_no_list(site: SiteData, built: Path) -> None:
    (view,) = next(one for one in site.countries if one.code == "SG").laws
    assert "ctip-version" not in (built / law_page(view.law) / "index.html").read_text(encoding="utf-8")
