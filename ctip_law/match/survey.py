"""Writes down where each wording stands in a corpus of full texts: `python -m ctip_law.match.survey CORPUS`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from ctip_law.clauses.terms import TermMatcher, compile_terms
from ctip_law.clauses.units import Body, body_of
from ctip_law.errors import CtipError
from ctip_law.languages import Lexicon, kin, languages, load
from ctip_law.languages.places import FOLDER, all_wordings, fingerprint, work_of
from ctip_law.model import Law

_HEAD = "# Written by `python -m ctip_law.match.survey`: where each wording was met, one place a work, two at most."
_MOST = 2  # places written down for a wording, one a work: two works are enough to know that it is nobody's own


def texts(corpus: Path) -> Iterator[tuple[str, Path]]:
    """Folder name and file of every law of a corpus laid out as <iso2>/<slug>/, in the order of names."""
    for folder in sorted(p for p in corpus.glob("*/*") if p.is_dir()):
        files = [folder / "text.txt", *sorted(folder.glob("source.*"))]
        file = next((f for f in files if f.is_file()), None)
        if file is not None:
            yield f"{folder.parent.name}/{folder.name}", file


def laws(corpus: Path) -> Iterator[tuple[str, Law]]:
    """The laws of a corpus that can be read, in a language that has a lexicon."""
    from ctip_law.read import read
    from ctip_law.structure import structure

    for folder, file in texts(corpus):
        try:
            law = structure(read(file))
        except CtipError as error:
            print(error, file=sys.stderr)
            continue
        if law.language in languages():
            yield folder, law


def survey(corpus: Path) -> dict[str, dict[str, list[str]]]:
    """Language to wording (alternatives apart) to places: the first law of each work, its first section with it.

    Languages that share a base share their places: a Malay wording that stands in an Indonesian law was met there.
    """
    found: dict[str, dict[str, list[str]]] = {}
    matchers: dict[str, TermMatcher] = {}
    for folder, law in laws(corpus):
        body = body_of(law)
        for language in kin(law.language):
            if language not in matchers:
                words = all_wordings(load(language))
                matchers[language] = compile_terms(Lexicon(language, "", {w: (w,) for w in sorted(words)}))
                found[language] = {w: [] for w in sorted(words)}
            _note(found[language], matchers[language], body, folder)
    return found


def _note(places: dict[str, list[str]], matcher: TermMatcher, body: Body, folder: str) -> None:
    """Write down the first section of a law for each wording that stands in it, once a work."""
    for wording, hits in body.apart(matcher.find(body.words)).items():
        sections = (body.section_of(start) for start, _ in hits)
        num = next((s.num for s in sections if s is not None), "")
        seen = places[wording]
        if len(seen) < _MOST and all(work_of(place.partition("#")[0]) != work_of(folder) for place in seen):
            seen.append(f"{folder}#{num}")


def write(found: dict[str, dict[str, list[str]]]) -> None:
    """One file a language, wordings in order; those that were met nowhere are not listed."""
    for language, wordings in found.items():
        lines = [_HEAD, "", f'looked_for = "{fingerprint(wordings)}"', "", "[places]"]
        for wording, places in wordings.items():
            listed = ", ".join(f'"{place}"' for place in places)
            if listed:
                lines.append(f'"{wording}" = [{listed}]')
        (FOLDER / f"{language}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(survey(Path(sys.argv[1])))
