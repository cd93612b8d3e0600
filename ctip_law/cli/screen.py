"""ctip-law screen"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ctip_law.cli.options import Against, Console, Country, Lang, with_console
from ctip_law.errors import UsageError
from ctip_law.files import refused, write_files

if TYPE_CHECKING:
    from ctip_law.screen.books import Extent
    from ctip_law.screen.run import Progress, Screening

_EVERY = 2.0  # seconds between two lines of progress
_ENOUGH = 0.03  # share of a book from which the time for the rest is told

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders and archives (tar, zip) of laws.")]


@with_console()
def command(
    paths: Paths,
    country: Country = "",
    against: Against = "",
    engine: Annotated[
        Literal["pool", "dask", "serial"], typer.Option(help="Who does the work: processes here, Dask, this process.")
    ] = "pool",
    workers: Annotated[
        int, typer.Option("-j", "--workers", metavar="N", min=0, help="Processes; 0 takes one a core.")
    ] = 0,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDR", help="Address of a Dask scheduler, with --engine dask.")
    ] = "",
    form: Annotated[
        Literal["table", "md", "json", "jsonl"], typer.Option("-f", "--format", help="Form of the result.")
    ] = "table",
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="DIR", help="Folder for report.md, laws.jsonl, provisions.jsonl.")
    ] = "",
    resume: Annotated[
        bool, typer.Option("--resume/--fresh", help="Take from DIR what an earlier run has read, or read all anew.")
    ] = True,
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Search whole statute books for what answers each duty.

    Acts that name trafficking or its purposes, and general law (penal code, extradition, labour ...), are read; the
    best sections over all of them answer each provision, state by state. What was read is kept in DIR, so that a run
    that was stopped goes on where it was.

    \b
    Example: ctip-law screen laws.tar.xz -I tip,untoc -o screened
             ctip-law screen acts/ --engine dask --scheduler tcp://10.0.0.1:8786 -o screened
    """
    if scheduler and engine != "dask":
        raise UsageError("CT004", "--scheduler goes with --engine dask", remedy="Add --engine dask.")
    from ctip_law import render_screen, screen

    store = _store(output, resume)
    made = screen(
        paths, against=against, country=country, lang=lang, engine=engine, workers=workers, scheduler=scheduler,
        store=store, told=io.failed, progress=_teller(io, paths),
    )  # fmt: skip
    if output:
        _write(Path(output), made, io)
    else:
        io.result(render_screen(made, form))
    raise typer.Exit(io.exit_code(sum(bool(record.get("read")) for record in made.records)))


def _store(output: str, resume: bool) -> Path | None:
    """Where records are kept. Raises UsageError CT902 where DIR is a file, or cannot be made."""
    if not output:
        return None
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(error, output, "cannot be made") from None
    from ctip_law.screen.store import RECORDS

    store = folder / RECORDS
    if not resume and store.is_dir():
        for path in sorted(store.rglob("*.json")):
            path.unlink()
    return store


def _write(folder: Path, made: Screening, io: Console) -> None:
    from ctip_law.screen.render import law_lines, render, state_lines
    from ctip_law.screen.store import LAWS, REPORT, STATES, WHOLE

    files = {
        LAWS: law_lines(made),
        STATES: "".join(state_lines(state) for state in made.states),
        REPORT: render(made, "md"),
        WHOLE: render(made, "json"),
    }
    write_files({folder / name: text.encode("utf-8", "surrogatepass") for name, text in files.items()})
    io.note(f"wrote {', '.join(str(folder / name) for name in files)}; {made.reused:,} laws were read before")


def _teller(io: Console, paths: Sequence[str]) -> Callable[[Progress], None]:
    """Progress on a terminal now and then, from the first file that is done: before it the program wakes. How much
    there is in all is counted before the first line."""
    begun = last = 0.0
    in_all: Extent | None = None

    def tell(at: Progress) -> None:
        nonlocal begun, last, in_all
        now = time.monotonic()
        if not begun:
            begun = last = now
        if now - last >= _EVERY:
            if in_all is None:
                from ctip_law.screen.books import extent

                in_all = extent(paths)
            last = now
            io.step(progress_line(at, in_all, now - begun))

    return tell


def progress_line(at: Progress, in_all: Extent, seconds: float) -> str:
    """How far a screening is after so many seconds: files of all, a second, laws read, and the time that is left.

    What is left follows from the bytes: a file is done when its law is read, where the gate kept it.
    """
    share = min(at.taken / in_all.size, 1.0) if in_all.size else 0.0
    of = f" of {in_all.files:,}" if in_all.files else ""
    part = f", {share:.0%} of {_number(in_all.size / 1e6)} MB" if in_all.size else ""
    left = "not known yet" if in_all.size else "not known"
    left = _time(seconds * (1 - share) / share) if share >= _ENOUGH else left
    files = f"{at.files:,}{of} files{part}, {_number(at.files / seconds)} a second"
    return f"{files}; {at.kept:,} kept, {at.read:,} read; time left: {left}"


def _number(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 9.95 else f"{amount:.1f}"


def _time(seconds: float) -> str:
    """A length of time as people say it."""
    for length, word in ((3600, "h"), (60, "min")):
        if seconds >= 1.5 * length:
            return f"about {seconds / length:.0f} {word}"
    return f"about {max(seconds, 1):.0f} s"
