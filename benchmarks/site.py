"""How the site grows: time and weight of its pages for 20, 200 and 2,000 invented laws, as ratios.

    python benchmarks/site.py [laws ...]

Our own part alone (pages, data, search; no generator): the generator reads each page once. The laws are one restatement
of the corpus under other names, twenty to a country; judging them is left out, since `gap` has a benchmark of its own,
and so are the Word and PDF files of a country, whose number is that of countries.
"""

from __future__ import annotations

import dataclasses
import sys
import tempfile
import time
from pathlib import Path

from ctip_law import corpus, gap, parse
from ctip_law.model import Report
from ctip_law.site import downloads
from ctip_law.site.data import assemble
from ctip_law.site.nouns import CountryView, LawView, SiteData
from ctip_law.site.pages import render

PER_COUNTRY = 20


def sites(most: int) -> SiteData:
    """A site of `most` laws."""
    (entry,) = [one for one in corpus.entries() if one.country == "SG"]
    law = parse(entry.path)
    report: Report = gap([law], against="tip", country="SG")
    base = assemble([(report, [entry])])
    (view,) = base.countries
    made: list[CountryView] = []
    for first in range(0, most, PER_COUNTRY):
        code = f"{chr(65 + first // PER_COUNTRY // 26)}{chr(65 + first // PER_COUNTRY % 26)}"
        laws = tuple(_law(view.laws[0], code, n) for n in range(first, min(first + PER_COUNTRY, most)))
        made.append(dataclasses.replace(view, code=code, name=f"Country {code}", laws=laws))
    cells = [{id: dataclasses.replace(c, country=v.code, name=v.name) for id, c in v.cells.items()} for v in made]
    named = [dataclasses.replace(v, cells=own) for v, own in zip(made, cells, strict=True)]
    return dataclasses.replace(base, countries=tuple(named), questions=(), states=())


def _law(view: LawView, code: str, number: int) -> LawView:
    law = dataclasses.replace(view.law, title=f"{view.law.title} ({number})", country=code)
    page = f"{view.page}-{number}" if number else view.page
    return dataclasses.replace(view, page=page, country=code, country_name=f"Country {code}", law=law)


def first_search(docs: Path) -> int:
    """The most bytes of scripts that the page reads for a search of one word: its own scripts, the facets, the largest
    piece and as many more as it reads for longer forms, and the largest pieces of the sections and laws it shows."""
    search = docs / "search"
    own = [docs / "assets" / name for name in ("ctip.js", "search.js", "words.js")]
    sizes = {
        kind: sorted((path.stat().st_size for path in search.glob(f"{kind}*.js")), reverse=True)
        for kind in ("facets", "w-", "d", "l")
    }
    most = {"facets": 1, "w-": 6, "d": 10, "l": 10}
    return sum(path.stat().st_size for path in own) + sum(sum(sizes[kind][:n]) for kind, n in most.items())


def main(sizes: list[int]) -> None:
    before: tuple[float, int] | None = None
    downloads.reports = lambda site: {}
    for size in sizes:
        site = sites(size)
        with tempfile.TemporaryDirectory() as name:
            start = time.process_time()
            made = render(site, Path(name))
            seconds = time.process_time() - start
            files = [path for path in Path(name).rglob("*") if path.is_file()]
            weight = sum(path.stat().st_size for path in files)
            search = first_search(Path(name) / "docs")
        ratio = f"time x {seconds / before[0]:.1f}, weight x {weight / before[1]:.1f}" if before else "the measure"
        told = f"{size} laws, {len(made)} pages, {weight / 1e6:.1f} MB in {len(files)} files, {seconds:.1f} s: {ratio}"
        print(f"{told}; a first search reads at most {search / 1e3:.0f} kB", flush=True)
        before = seconds, weight


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [20, 200, 2000])
