"""ctip-law init"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ctip_law.cli.options import Console, with_console
from ctip_law.errors import UsageError
from ctip_law.files import write_files

FILES = ("README.md", "act.txt", "ctip.toml")


@with_console()
def command(
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="Where to write it. [default: this folder]")] = ".",
    *,
    io: Console,
) -> None:
    """Write a sample project.

    A law of no country, a configuration, and a page that tells what to do with them. No file is written over: where one
    of them is there already, nothing is written.

    \b
    Example: ctip-law init my-project
    """
    from ctip_law.paths import data_folder

    place = Path(folder)
    there = [name for name in FILES if (place / name).exists()]
    if there:
        what = f"{' and '.join(there)} {'is' if len(there) == 1 else 'are'} there already"
        raise UsageError("CT902", what, path=folder, remedy="Name another folder.")
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("CT902", error.strerror or "cannot be made", path=folder) from None
    shipped = data_folder("templates") / "init"
    write_files({place / name: (shipped / name).read_bytes() for name in FILES})  # with one alone the next is refused
    for name in FILES:
        io.note(f"wrote {place / name}")
    io.note(f"next: cd {folder}; ctip-law gap act.txt")
