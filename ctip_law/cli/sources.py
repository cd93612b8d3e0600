"""Reads the sources that a call names, telling of each that cannot be read and going on with the others."""

from __future__ import annotations

from collections.abc import Sequence

from ctip_law.cli.options import Console, standard_input
from ctip_law.errors import CtipError, UsageError
from ctip_law.model import Law


def read_laws(sources: Sequence[str], lang: str, io: Console) -> list[Law | CtipError]:
    """A Law or its failure for each source, in the order given. Usage errors are raised at once."""
    from ctip_law import parse

    if list(sources).count("-") > 1:
        raise UsageError("CT007", "standard input (-) can be read only once", remedy="Name - once.")
    read: list[Law | CtipError] = []
    for source in sources:
        io.step(f"reading {source}")
        try:
            read.append(parse(source, lang=lang, stdin=standard_input() if source == "-" else None))
        except UsageError:
            raise
        except CtipError as error:
            io.failed(error)
            read.append(error)
    return read
