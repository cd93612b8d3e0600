"""The laws that come with ctip-law: our own restatements, a folder per country, and what each was made from.

`corpus/<iso2>/country.toml` names the files in the order to read them, under `holds` of which kinds of general law each
is (`corpus/kinds.toml`), and under `lacks` the laws on trafficking that the corpus does not hold: without them no
silence is judged. A country of which there is no law yet has a file with none. `corpus/sources.toml` has one `[[law]]`
for each with citation, official address, version and the SHA-256 of the complete text that it restates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ctip_law.corpus.kinds import CorpusFile, holds, in_corpus
from ctip_law.countries import country_code, country_name
from ctip_law.datafile import Entry as Row
from ctip_law.errors import CtipError, DataError, UsageError
from ctip_law.model import Law
from ctip_law.paths import data_folder

_NEEDED = ("file", "country", "title", "citation", "language", "official_url", "sha256", "version", "status")
_LAW_FIELDS = (*_NEEDED, "year", "official_url_verified", "version_note", "complete", "left_out", "read")
_COUNTRY_FIELDS = ("name", "iso2", "iso3", "laws", "holds", "lacks")


@dataclass(frozen=True, slots=True)
class Entry:
    """A law of the corpus as `sources.toml` has it; `path` is its file, `version` the date the text speaks of.

    `read` is the day on which the official text was read, `left_out` what the restatement does not hold.
    """

    path: Path
    name: str
    country: str
    title: str
    citation: str
    language: str
    version: str
    official_url: str
    sha256: str
    status: str
    version_note: str = ""
    left_out: str = ""
    read: str = ""
    official_url_verified: bool = False


def countries() -> tuple[str, ...]:
    """The alpha-2 codes of the countries that have a law in the corpus, sorted."""
    root = data_folder("corpus")
    return tuple(sorted(file.parent.name.upper() for file in root.glob("*/country.toml") if _country(file)))


def known() -> tuple[str, ...]:
    """The alpha-2 codes of the countries that have a file in the corpus, with laws or without, sorted."""
    return tuple(sorted(file.parent.name.upper() for file in data_folder("corpus").glob("*/country.toml")))


def lacks(laws: Iterable[Law]) -> tuple[str, ...]:
    """The laws that are wanting where `laws` are what the corpus holds of a country; () for any other laws."""
    root, laws = data_folder("corpus"), list(laws)
    folders = {Path(law.source.path).parent.name for law in laws if law.restatement}
    whole = folders and all(map(in_corpus, laws))
    if not whole or len(folders) != 1:
        return ()
    return CorpusFile(root / folders.pop() / "country.toml").root.texts("lacks")



def files(country: str) -> tuple[Path, ...]:
    """The law files of a country, in the order of its `country.toml`.

    Raises UsageError CT001 for an unknown country, CT005 for one without a law in the corpus.
    """
    code = country_code(country)
    manifest = data_folder("corpus") / code.lower() / "country.toml"
    names = _country(manifest) if manifest.is_file() else ()
    if not names:
        have = ", ".join(countries()) or "none"
        raise UsageError("CT005", f"the corpus has no law of {country_name(code)}; it has {have}")
    return tuple(manifest.parent / name for name in names)


def entries() -> tuple[Entry, ...]:
    """All laws of the corpus, by country and then in the order of `country.toml`. Raises DataError CT602, or
    ConfigError CT602 for a file that cannot be used."""
    known = {row.text("file"): row for row in _rows()}
    root = data_folder("corpus")
    found = []
    for code in countries():
        for path in files(code):
            name = path.relative_to(root).as_posix()
            if name not in known:
                raise DataError("CT602", f"{name} has no [[law]]", path=str(root / "sources.toml"))
            row = known[name]
            texts = {field: row.text(field) for field in _NEEDED if field not in ("file", "country", "version")}
            texts["version"] = row.day("version")
            more = {field: row.text(field, "") for field in ("version_note", "left_out")} | {"read": row.day("read")}
            if not texts["official_url"].startswith(("http://", "https://")):
                raise DataError(
                    "CT602",
                    f"{name}: official_url is neither http nor https",
                    path=str(root / "sources.toml"),
                    remedy="Give the address of the publisher's page.",
                )
            opened = row.flag("official_url_verified")
            found.append(Entry(path=path, name=name, country=code, official_url_verified=opened, **(texts | more)))
    return tuple(found)


def find(name: str) -> Entry:
    """The law with this file name, path in the corpus or id such as `sg/prevention-of-...`, with or without `.xml`.

    Raises UsageError CT006 where there is none.
    """
    wanted = name.removesuffix(".xml").strip("/")
    for entry in entries():
        if wanted in (entry.name.removesuffix(".xml"), entry.path.stem):
            return entry
    raise UsageError("CT006", f"the corpus has no law {name!r}")


def verify() -> list[CtipError]:
    """What is wrong with the corpus: each file is listed once and reads as the restatement that its entry says."""
    from ctip_law.annotate import annotate
    from ctip_law.read import read
    from ctip_law.structure import structure

    root = data_folder("corpus")
    wrong = [*_listed(root), *_held(root)]
    if wrong:
        return wrong
    for entry in entries():
        try:
            law = annotate(structure(read(entry.path)))
        except CtipError as error:
            wrong.append(error)
            continue
        said = {"country": law.country.upper(), "language": law.language, "version": law.version}
        for field, value in said.items():
            if value != getattr(entry, field):
                wrong.append(_bad(entry.path, f"{field} is {value!r}, sources.toml says {getattr(entry, field)!r}"))
        if not law.restatement:
            wrong.append(_bad(entry.path, "the file does not say that it is a restatement"))
        if law.coverage.unplaced:
            wrong.append(_bad(entry.path, f"{law.coverage.unplaced} lines found no place"))
    return wrong


def _listed(root: Path) -> list[CtipError]:
    """Files without an entry, entries without a file, and entries that lack a field."""
    manifest = root / "sources.toml"
    wrong: list[CtipError] = []
    rows = _rows()
    for row in rows:
        if not re.fullmatch(r"[0-9a-f]{64}", row.text("sha256")):
            wrong.append(row.error("`sha256` is no SHA-256", "sha256"))
    listed = [row.text("file") for row in rows]
    there = {path.relative_to(root).as_posix() for path in root.glob("*/*.xml")}
    read = {path.relative_to(root).as_posix() for code in countries() for path in files(code)}
    for name in sorted(there | read | set(listed)):
        if listed.count(name) != 1:
            wrong.append(_bad(manifest, f"{name} stands {listed.count(name)} times"))
        if name not in there:
            wrong.append(_bad(root / name, "the file does not exist"))
        if name not in read:
            wrong.append(_bad(root / name, "no country.toml names the file"))
    return wrong


def _held(root: Path) -> Iterator[CtipError]:
    """Kinds of law and countries that cannot be used."""
    for manifest in sorted(root.glob("*/country.toml")):
        try:
            holds(manifest)
        except CtipError as error:
            yield error


def _bad(path: Path, message: str) -> DataError:
    return DataError("CT602", message, path=str(path))


def _country(manifest: Path) -> tuple[str, ...]:
    """The files of a country in the order to read them."""
    root = CorpusFile(manifest).root
    root.only(_COUNTRY_FIELDS)
    return root.texts("laws", empty=True)


def _rows() -> tuple[Row, ...]:
    """The `[[law]]` tables, each with all that an entry needs. Raises ConfigError CT602 with file and line."""
    manifest = data_folder("corpus") / "sources.toml"
    if not manifest.is_file():
        return ()
    root = CorpusFile(manifest).root
    root.only(("law",))
    rows = root.entries("law")
    for row in rows:
        row.only(_LAW_FIELDS)
        for field in _NEEDED:
            row.text(field)
    return rows
