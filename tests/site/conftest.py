"""One site for all tests: three countries of the corpus by the real steps, and one whose law is full of markup."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ctip_law import corpus, gap, parse
from ctip_law.assess import assess
from ctip_law.compare.versions import changes
from ctip_law.corpus import Entry
from ctip_law.framework import load
from ctip_law.model import Clause, ElementFinding, Evidence, Law, Ledger, Report, Source
from ctip_law.site.build import publish
from ctip_law.site.data import assemble
from ctip_law.site.nouns import CountryView, Former, Official, SiteData
from ctip_law.site.places import version_page
from tests.cli.conftest import call as call
from tests.kept import readings_kept as readings_kept
from tests.site.reading import address as address
from tests.site.reading import browser as browser
from tests.site.reading import reader as reader

COUNTRIES = ("LK", "PK", "SG")

#: Text that is markup in HTML, Markdown, YAML or Jinja, as the title, a heading and the words of a law.
NASTY = (
    "<script>alert(1)</script> & *stars* _low_ `code` [a](b) {: #id } {{ 7*7 }} \"quotes\" 'single' "
    "<img src=x onerror=alert(2)>"
)
TITLE = f"Nasty Act: {NASTY} # end"
FIRST = f"1. Heading {NASTY}\n"
WORDS = f"A person who recruits {NASTY} another 𝔭erson by force commits an offence.\n"


def nasty_law(words: str = WORDS) -> Law:
    """A law of two sections; the second has an item."""
    second = FIRST + words
    text = second + "2. (1) No text\n(a) Nothing here.\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    item = text.index("(a)")
    inner = Clause("sec_2__para_a", "paragraph", "a", "(a)", text="Nothing here.", start=item, end=len(text))
    return Law(
        id="/akn/vu/act/2020/nasty act",
        title=TITLE,
        language="en",
        text=text,
        source=Source("nasty.xml", digest, digest, "akn"),
        clauses=(
            Clause("sec_1", "section", "1", "1.", f"Heading {NASTY}", text=words.strip(), start=0, end=len(second)),
            Clause(
                "sec_2", "section", "2", "2.", intro="(1) No text", start=len(second), end=len(text), children=(inner,)
            ),
        ),
        country="VU",
        restatement=True,
    )  # fmt: skip


def nasty_report() -> Report:
    """Every act and one means found, in words that overlap; one element weak, the rest not found."""
    law = nasty_law()

    def found(words: str, start: int = 0) -> Evidence:
        at = law.text.index(words, start)
        return Evidence(law.id, "sec_1", "1", at, at + len(words), words, "rule")

    whole = found(WORDS.strip()[: WORDS.index("another")].strip())
    elements = {id: ElementFinding(id, "absent", 0.8) for id in load().elements}
    elements["act.recruitment"] = ElementFinding("act.recruitment", "present", 0.9, "", (found("recruits"), whole))
    elements["act.transfer"] = ElementFinding("act.transfer", "present", 0.9, "", (whole,))
    elements["means.force"] = ElementFinding("means.force", "weak", 0.6, f"why {NASTY}", (found("force commits"),))
    return assess(Ledger((law,), elements), ["tip"], country="VU")


def nasty_entry() -> Entry:
    return Entry(
        path=Path("vu/nasty.xml"), name="vu/nasty.xml", country="VU", title=TITLE, citation=NASTY, language="en",
        version="2020-01-01", official_url="https://example.org/?a=1&b=<x>", sha256="0" * 64,
        status="restatement, not the law", version_note=NASTY, left_out=NASTY,
        moved_from=("/akn/vu/act/2020/old <name>",),
    )  # fmt: skip


@pytest.fixture(scope="session")
def reports() -> list[tuple[Report, Sequence[Entry]]]:
    made: list[tuple[Report, Sequence[Entry]]] = []
    for code in COUNTRIES:
        own = [entry for entry in corpus.entries() if entry.country == code]
        made.append((gap([parse(entry.path) for entry in own], against="tip", country=code), own))
    return [*made, (nasty_report(), [nasty_entry()])]


@pytest.fixture(scope="session")
def site(reports: list[tuple[Report, Sequence[Entry]]]) -> SiteData:
    """What the pages show, with a made-up accuracy report, so that the table is there."""
    made = dataclasses.replace(assemble(reports), accuracy={"en": {"precision": 0.5, "f1": 0.25}})
    return dataclasses.replace(made, countries=tuple(map(with_a_version_before, made.countries)))


def with_a_version_before(view: CountryView) -> CountryView:
    """The made-up country, its law with an earlier version, in which the offence was another, with a text that it was
    restated from, and with an address that it stood at before."""
    if view.code != "VU":
        return view
    (one,) = view.laws
    earlier = nasty_law(WORDS.replace("by force", "by threat"))
    entry = dataclasses.replace(one.entry, version="2019-01-01")
    former = Former(version_page(earlier, entry.version), entry, earlier, changes(earlier, one.law))
    official = Official("ar", True, {"1": f"١. طائرة ورقية {NASTY}"})  # "a kite": no law's words
    more: dict[str, Any] = {"former": (former,), "amending": (amending(),), "principal": "Kite Code"}
    more |= {"original": "ar", "official": official}
    return dataclasses.replace(view, laws=(dataclasses.replace(one, **more),))


def amending() -> Former:
    """An act whose changes are in the law of the made-up country."""
    law = dataclasses.replace(nasty_law(WORDS.replace("by force", "by fraud")), id="/akn/vu/act/2018/8")
    entry = dataclasses.replace(nasty_entry(), version="2018-01-01", name="vu/amending.xml")
    return Former(version_page(law, entry.version), entry, law, ())


@pytest.fixture(scope="session")
def built(site: SiteData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the generator left it."""
    pytest.importorskip("material", reason="the generator (extra `site`) is not installed")
    folder = tmp_path_factory.mktemp("site") / "public"
    publish(site, folder)
    return folder
