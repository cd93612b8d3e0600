"""The laws that come with ctip-law: our own restatements, a folder per country, and what each was made from; with them
are read the laws that a user added (`own`).

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

from ctip_law.corpus import own
from ctip_law.corpus.kinds import CorpusFile, holds, in_corpus
from ctip_law.countries import country_code, country_name
from ctip_law.datafile import Entry as Row
from ctip_law.errors import CtipError, DataError, UsageError
from ctip_law.model import Law
from ctip_law.paths import data_folder

_NEEDED = ("file", "country", "title", "citation", "language", "official_url", "sha256", "version", "status")
_MORE = (
    "year", "official_url_verified", "version_note", "complete", "left_out", "read", "superseded_by", "terms",
    "moved_from", "standing", "taken_up_by",
)  # fmt: skip
_LAW_FIELDS = (*_NEEDED, *_MORE)

#: How a law stands: as far as is known in force as it was read, amended since then, repealed or replaced, or a bill.
STANDINGS = ("in force", "amended", "repealed", "bill")
_COUNTRY_FIELDS = ("name", "iso2", "iso3", "laws", "holds", "lacks")


@dataclass(frozen=True, slots=True)
class Entry:
    """A law of the corpus as `sources.toml` has it; `path` is its file, `version` the date the text speaks of.

    `read` is the day on which the official text was read, `left_out` what the restatement does not hold, `terms` those
    on which the official text may be used: "public-domain", "crown-copyright" ..., "unknown" where nobody has looked.
    `standing` is one of STANDINGS, as far as the text that was read says; under `moved_from`, FRBR URIs, the law stood
    here before.
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
    terms: str = "unknown"
    moved_from: tuple[str, ...] = ()
    standing: str = ""


def countries() -> tuple[str, ...]:
    """The alpha-2 codes of the countries that have a law in the corpus, sorted."""
    root = data_folder("corpus")
    return tuple(sorted(file.parent.name.upper() for file in root.glob("*/country.toml") if _country(file)))


def known() -> tuple[str, ...]:
    """The alpha-2 codes of the countries that have a file in the corpus, with laws or without, sorted."""
    return tuple(sorted(file.parent.name.upper() for file in data_folder("corpus").glob("*/country.toml")))


def lacks(laws: Iterable[Law]) -> tuple[str, ...]:
    """The laws that are wanting where `laws` are what the corpus holds of a country; () for any other laws.

    A law that the user added may be among them: what it `fills` is not wanting.
    """
    root, place = data_folder("corpus"), own.folder()
    added = {str(place / one.file): one for one in own.laws(place)}
    mine = [added[law.source.path] for law in laws if law.source.path in added]
    laws = [law for law in laws if law.source.path not in added]
    folders = {Path(law.source.path).parent.name for law in laws if law.restatement}
    folders |= {one.country.lower() for one in mine if (root / one.country.lower()).is_dir()}
    if len(folders) != 1 or not all(map(in_corpus, laws)):
        return ()
    filled = {name for one in mine for name in one.fills}
    return tuple(name for name in lacking(folders.pop()) if name not in filled)


def lacking(country: str) -> tuple[str, ...]:
    """The laws on trafficking of a country (a code) that the corpus does not hold."""
    manifest = data_folder("corpus") / country.lower() / "country.toml"
    return CorpusFile(manifest).root.texts("lacks") if manifest.is_file() else ()


def called(country: str) -> str:
    """The name that the corpus has for a country (a code), for those that the framework does not tell of."""
    manifest = data_folder("corpus") / country.lower() / "country.toml"
    return CorpusFile(manifest).root.text("name") if manifest.is_file() else country_name(country)


def files(country: str, *, added: bool = True) -> tuple[Path, ...]:
    """The law files of a country: those of the corpus in the order of its `country.toml`, then those that the user
    added, without the restatements that they are read instead of; `added` says whether the user's count.

    Raises UsageError CT001 for an unknown country, CT005 for one without a law in the corpus, ConfigError CT602 for a
    list that cannot be used.
    """
    code = country_code(country)
    manifest = data_folder("corpus") / code.lower() / "country.toml"
    names = _country(manifest) if manifest.is_file() else ()
    place = own.folder()
    mine = own.laws(place, code) if added else ()
    instead = {one.instead_of.removesuffix(".xml").rpartition("/")[2] for one in mine}
    found = [manifest.parent / name for name in names if name.removesuffix(".xml") not in instead]
    found += [place / one.file for one in mine]
    if not found:
        have = ", ".join(countries()) or "none"
        raise UsageError("CT005", f"the corpus has no law of {country_name(code)}; it has {have}")
    return tuple(found)


def entries() -> tuple[Entry, ...]:
    """All laws of the corpus, by country and then in the order of `country.toml`. Raises DataError CT602, or
    ConfigError CT602 for a file that cannot be used."""
    known = {row.text("file"): row for row in _rows()}
    root = data_folder("corpus")
    found = []
    for code in countries():
        for path in files(code, added=False):
            name = path.relative_to(root).as_posix()
            if name not in known:
                raise DataError("CT602", f"{name} has no [[law]]", path=str(root / "sources.toml"))
            found.append(_entry(known[name], path, name, code))
    return tuple(found)


def _entry(row: Row, path: Path, name: str, country: str) -> Entry:
    texts = {field: row.text(field) for field in _NEEDED if field not in ("file", "country", "version")}
    texts["version"] = row.day("version")
    if not texts["official_url"].startswith(("http://", "https://")):
        raise DataError(
            "CT602",
            f"{name}: official_url is neither http nor https",
            path=str(data_folder("corpus") / "sources.toml"),
            remedy="Give the address of the publisher's page.",
        )
    more = {field: row.text(field, "") for field in ("version_note", "left_out")} | {"read": row.day("read")}
    more["terms"] = row.text("terms", "unknown")
    more["standing"] = row.text("standing", "")
    if more["standing"] and more["standing"] not in STANDINGS:
        raise row.error(f"`standing` is none of {', '.join(STANDINGS)}", "standing")
    opened, moved = row.flag("official_url_verified"), row.texts("moved_from", empty=True)
    return Entry(
        path=path, name=name, country=country, official_url_verified=opened, moved_from=moved, **(texts | more)
    )


def former(entry: Entry) -> tuple[Entry, ...]:
    """The versions of a law that it took the place of, the newest first: rows whose `superseded_by` names it, or the
    one before. They are shown beside it and never judged. Raises DataError CT602 for versions that go round."""
    root, rows, found, now = data_folder("corpus"), _rows(), [entry], entry.name
    while row := next((row for row in rows if row.text("superseded_by", "") == now), None):
        now = row.text("file")
        if now in [one.name for one in found]:
            raise row.error("the versions go round", "superseded_by")
        found.append(_entry(row, root / now, now, entry.country))
    return tuple(found[1:])


def amending(entry: Entry) -> tuple[Entry, ...]:
    """The acts whose changes are in a law, the newest first: rows whose `taken_up_by` names it. What they say stands
    in that law as it was read, so that they are shown beside it and not judged with it."""
    root = data_folder("corpus")
    rows = [row for row in _rows() if row.text("taken_up_by", "") == entry.name]
    found = [_entry(row, root / row.text("file"), row.text("file"), entry.country) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.version, one.name), reverse=True))


def added(folder: str = "") -> tuple[Entry, ...]:
    """The laws that the user added, each named `own/<its file>`. Raises ConfigError CT602."""
    place = own.folder(folder)
    return tuple(
        Entry(
            path=place / one.file, name=f"own/{one.file}", country=one.country, title=one.title, citation=one.citation,
            language=one.language, version=one.version, official_url=one.official_url, sha256=one.sha256,
            status=f"text added by the user, {one.status}", standing=one.status,
        )
        for one in own.laws(place)
    )  # fmt: skip


def find(name: str, folder: str = "") -> Entry:
    """The law with this file name, path in the corpus or id such as `sg/prevention-of-...`, with or without `.xml`.
    Those of the corpus go before those that the user added to `folder`.

    Raises UsageError CT006 where there is none.
    """
    wanted = name.removesuffix(".xml").strip("/")
    for entry in (*entries(), *added(folder)):
        if wanted in (entry.name.removesuffix(".xml"), entry.name.rpartition(".")[0], entry.path.stem):
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
    read = {path.relative_to(root).as_posix() for code in countries() for path in files(code, added=False)}
    for row in rows:
        for field, what in (("superseded_by", "version that is superseded"), ("taken_up_by", "law that is taken up")):
            if not (later := row.text(field, "")):
                continue
            if later not in listed:
                wrong.append(row.error(f"`{field}` names {later!r}, which is not listed", field))
            if row.text("file") in read:
                wrong.append(row.error(f"a {what} is named in country.toml", field))
            read.add(row.text("file"))
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
