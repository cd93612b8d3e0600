"""Reads the sources that a call names, telling of each that cannot be read and going on with the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ctip_law.cli.options import Console, standard_input
from ctip_law.countries import is_country
from ctip_law.errors import CODES, ConfigError, CtipError, InputError, UsageError
from ctip_law.model import Law
from ctip_law.read.raw import Revisions


def read_laws(
    sources: Sequence[str],
    lang: str,
    io: Console,
    revisions: Revisions = "accept",
    *,
    all_texts: bool = False,
    law: str = "",
) -> list[Law | CtipError]:
    """A Law or its failure for each source, in the order given. Usage errors are raised at once.

    With `all_texts` a text without sections is given back too, though its failure is told. `law` chooses from a file
    with several laws.
    """
    once(sources)
    read: list[Law | CtipError] = []
    for source in sources:
        made, error = read_one(source, lang, io, revisions, law=law)
        if error is not None:
            io.failed(error)
        elif made is not None:
            warn(made, io)
        if error is not None and not (all_texts and made is not None):
            read.append(error)
        elif made is not None:
            read.append(portable(made))
    return read


def once(sources: Sequence[str]) -> None:
    """Raises UsageError CT007 where standard input is named twice."""
    if list(sources).count("-") > 1:
        raise UsageError("CT007", "standard input (-) can be read only once", remedy="Name - once.")


def read_one(
    source: str, lang: str, io: Console, revisions: Revisions = "accept", *, law: str = "", data: bytes | None = None
) -> tuple[Law | None, CtipError | None]:
    """A law or its failure, or both for a text without sections; neither is told yet. `data` are its bytes where they
    do not stand in a file of their own. Usage errors are raised at once."""
    from ctip_law import parse
    from ctip_law.structure.honest import unread

    io.step(f"reading {source}")
    try:
        if data is None:
            io.reads(source)
        given = standard_input() if source == "-" else data
        made = parse(
            source, lang=lang, stdin=given, revisions=revisions, encoding=encoding_of(source, io), sections=False,
            law=law,
        )  # fmt: skip
        made = named(made, io)
        told = f"language {made.language or 'unknown'}, {len(made.sections())} sections"
        io.detail(f"read {source}: {made.source.format}, {told}")
        return made, unread(made)
    except (UsageError, ConfigError):  # the call or the program's own data, not this source
        raise
    except CtipError as error:
        error.path = io.stdin_name if error.path == "-" else error.path
        if error.code == "CT101" and is_country(source):
            error.remedy = f"Check the path; -C {source} takes the laws held of that country, in commands that have it."
        return None, error


def named(law: Law, io: Console) -> Law:
    """A law that came by standard input under the name that the call gives it."""
    return replace(law, source=replace(law.source, path=io.stdin_name)) if law.source.path == "-" else law


def warn(law: Law, io: Console) -> None:
    """Tells what is to be known of how the law was read."""
    cautioned(law.source.path, [(one.code, one.message) for one in law.warnings], io)


def cautioned(path: str, cautions: Sequence[tuple[str, str]], io: Console) -> None:
    """The same, of a law that is known by its path and its cautions."""
    for code, message in cautions:
        remedy = CODES[code][1]
        io.warned(f"{code} {path}: {message}; {remedy[:1].lower()}{remedy[1:].rstrip('.')}")


def encoding_of(source: str, io: Console) -> str:
    """The encoding that the call names, which is not that of the laws that come with ctip-law."""
    from ctip_law.paths import data_folder

    return "" if Path(source).is_relative_to(data_folder("corpus")) else io.encoding


def unread_languages(laws: Sequence[Law], io: Console) -> list[CtipError]:
    """Tells of each law whose language has no lexicon: it is read, and nothing in it is assessed."""
    from ctip_law.languages import languages

    told: list[CtipError] = []
    for law in laws:
        if law.language not in languages():
            what = f"the language {law.language or 'of the text'!r} has no lexicon, so nothing in it is assessed"
            told.append(InputError("CT302", what, path=law.source.path))
            io.note(str(told[-1]))
    return told


def portable(law: Law) -> Law:
    """A law of the corpus by its name there, so that a report is the same wherever ctip-law is installed."""
    from ctip_law.paths import data_folder

    path = Path(law.source.path)
    if not path.is_relative_to(data_folder("corpus")):
        return law
    name = f"corpus/{path.relative_to(data_folder('corpus')).as_posix()}"
    return replace(law, source=replace(law.source, path=name))
