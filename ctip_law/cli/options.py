"""Options that mean the same wherever they occur, and the streams that a command talks to."""

from __future__ import annotations

import functools
import inspect
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from ctip_law.cli import one_line
from ctip_law.cli.progress import Progress
from ctip_law.errors import CtipError, InputError, UsageError
from ctip_law.files import write_files
from ctip_law.report.width import unwrapped

Sources = Annotated[list[str], typer.Argument(metavar="SOURCE", help="Statutes: files, or - for standard input.")]
Against = Annotated[
    str,
    typer.Option(
        "-I",
        "--against",
        metavar="IDS",
        envvar="CTIP_AGAINST",
        help="Instruments: ids such as tip,untoc; all; or binding. [default: binding if the country is known, or tip]",
    ),
]
Lens = Annotated[
    str,
    typer.Option(
        "--lens",
        metavar="NAME",
        envvar="CTIP_LENS",
        help="Only what one question asks for: labour, victims, justice, children or smuggling.",
    ),
]
Country = Annotated[
    str,
    typer.Option(
        "-C", "--country", metavar="CODE", envvar="CTIP_COUNTRY", help="ISO 3166 code or name of the country."
    ),
]
Lang = Annotated[
    str,
    typer.Option(
        "--lang", metavar="CODE", envvar="CTIP_LANG", help="Language of the sources, such as en. [default: recognised]"
    ),
]
Encoding = Annotated[
    str,
    typer.Option(
        "--encoding",
        metavar="NAME",
        envvar="CTIP_ENCODING",
        help="Encoding of the sources, such as big5 or windows-1251. [default: recognised]",
    ),
]
StdinName = Annotated[
    str, typer.Option("--stdin-filename", metavar="NAME", help="What standard input (-) is called in messages.")
]
WhichLaw = Annotated[
    str,
    typer.Option("--law", metavar="WORDS", help="Of a file with several laws: number or words of the title of one."),
]


def _there(context: typer.Context, given: str) -> str:
    """A folder that is to be read. Raises InputError CT101 where the call itself names one that is not there."""
    source = context.get_parameter_source("reviews")
    if source is not None and source.name == "COMMANDLINE" and not Path(given).exists():
        raise InputError("CT101", "there is no such folder of reviews", path=given)
    return given


_REVIEWS: dict[str, Any] = {
    "metavar": "DIR", "envvar": "CTIP_REVIEWS", "help": "Folder of lawyers' reviews. [default: the user's own]",
}  # fmt: skip
Reviews = Annotated[str, typer.Option("--reviews", callback=_there, **_REVIEWS)]
#: The same where the folder may still have to be made.
ReviewsKept = Annotated[str, typer.Option("--reviews", **_REVIEWS)]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")
]
Paper = Annotated[
    Literal["a4", "letter"],
    typer.Option("--paper", envvar="CTIP_PAPER", help="Paper of a document: docx, xlsx, html or pdf."),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", envvar="CTIP_QUIET", help="Print errors only.")]
NoProgress = Annotated[
    bool, typer.Option("--no-progress", envvar="CTIP_NO_PROGRESS", help="No progress lines on standard error.")
]
Verbose = Annotated[
    int,
    typer.Option(
        "-v", "--verbose", count=True, envvar="CTIP_VERBOSE", help="Tell each step at once; -vv tells what was read."
    ),
]
Ascii = Annotated[
    bool, typer.Option("--ascii", envvar="CTIP_ASCII", help="Signs of a table as letters: F full, P partial, G gap.")
]
Wide = Annotated[
    bool, typer.Option("--wide", envvar="CTIP_WIDE", help="Do not wrap the lines of a table at 80 columns.")
]
Excel = Annotated[
    bool, typer.Option("--excel", envvar="CTIP_EXCEL", help="CSV for a spreadsheet: byte order mark, no formulas.")
]
Colour = Annotated[
    Literal["auto", "always", "never"],
    typer.Option("--color", envvar="CTIP_COLOR", help="When to colour; NO_COLOR and FORCE_COLOR are heeded."),
]
Config = Annotated[
    str, typer.Option("-c", "--config", metavar="FILE", envvar="CTIP_CONFIG", help="Read this configuration alone.")
]
NoConfig = Annotated[bool, typer.Option("--no-config", envvar="CTIP_NO_CONFIG", help="Read no configuration.")]
Debug = Annotated[
    bool, typer.Option("--debug", envvar="CTIP_DEBUG", help="Show a traceback when something goes wrong.")
]


class Console:
    """Standard output for results, standard error for everything else, and the failures on the way."""

    def __init__(
        self,
        quiet: bool = False,
        progress: bool = True,
        color: str = "auto",
        *,
        verbose: int = 0,
        ascii_: bool = False,
        excel: bool = False,
        wide: bool = False,
        encoding: str = "",
        output: str = "",
        forms: Sequence[str] = (),
        asked: str | None = None,
    ) -> None:
        """`encoding` is that of the sources, `output` the file that the result goes to; each "" where none is named.

        `forms` are those that the command writes, `asked` the one that -f names. Raises UsageError CT004 where `output`
        has an ending of none of them.
        """
        self.quiet = quiet
        self.encoding = encoding
        self.output = output
        self.verbose = 0 if quiet else verbose
        self.ascii, self.excel, self.wide = ascii_, excel, wide
        self.progress = progress and not quiet
        self._steps = Progress(lambda line: print(line, file=sys.stderr))
        self.color = color
        self.asked = asked
        self.config, self.no_config, self.stdin_name = "", False, "-"
        self.form = self.choose(*forms) if forms else ""
        self.failures: list[CtipError] = []
        self.outputs: list[str] = []

    def choose(self, *forms: str) -> str:
        """The form to write, where only these are open to the call. Raises UsageError CT004."""
        from ctip_law.cli.forms import chosen

        self.form = chosen(self.asked, self.output, forms)
        return self.form

    def colours(self) -> bool:
        """Whether the result may hold escape codes."""
        if self.color != "auto":
            return self.color == "always"
        if self.output or os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"

    def result(self, data: str | bytes, beside: Mapping[str, bytes] | None = None) -> None:
        """Writes a result to the file that -o names, whole or not at all, or to standard output.

        `beside` are files that the call was told of with `writes`: with that of -o they take their places together.
        """
        files = dict(beside or {})
        self._steps.stop()
        if self.ascii and self.form == "table" and isinstance(data, str):
            from ctip_law.report.words import in_ascii

            data = in_ascii(data)
        if self.excel and self.form in ("csv", "tsv") and isinstance(data, str):
            from ctip_law.report.listing import for_excel

            data = for_excel(data, "," if self.form == "csv" else "\t")
        raw = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
        if self.output not in ("", "-"):
            files = {self.output: raw, **files}
        else:
            self._printed(raw, binary=isinstance(data, bytes))
        if files:
            write_files({Path(name): made for name, made in files.items()})
        for name in files:
            self.note(f"wrote {one_line(name)}")

    def _printed(self, raw: bytes, *, binary: bool) -> None:
        if binary and sys.stdout.isatty():
            raise UsageError("CT004", "this format is no text for a terminal", remedy="Give -o FILE.")
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()

    def writes(self, name: str) -> None:
        """Says that the call writes this file too. Raises UsageError CT007 where -o names the same."""
        if name and self.output not in ("", "-") and _same(name, self.output):
            what = "two results would be written over each other"
            raise UsageError("CT007", what, path=name, remedy="Give -o another file.")
        self.outputs += [name] if name else []

    def reads(self, source: str) -> None:
        """Says that `source` is an input. Raises UsageError CT007 where a result would be written over it."""
        for output in (self.output, *self.outputs):
            if not {"", "-"} & {output, source} and _same(source, output):
                what = "the result would be written over the file that is read"
                remedy = "Give -o another file." if output == self.output else "Give the result another name."
                raise UsageError("CT007", what, path=source, remedy=remedy)

    def note(self, message: str) -> None:
        """A line for people, hidden by -q."""
        if not self.quiet:
            print(message, file=sys.stderr)

    def warned(self, message: str) -> None:
        """A warning with its code, which -q does not hide: a verdict may rest on it."""
        print(one_line(message), file=sys.stderr)

    def step(self, message: str) -> None:
        """A step of the work: told on a terminal once the call has taken half a second, with -v always and at once."""
        if self.verbose:
            print(one_line(message), file=sys.stderr)
        elif self.progress and sys.stderr.isatty():
            self._steps.step(one_line(message))

    def detail(self, message: str) -> None:
        """What only -vv tells."""
        if self.verbose > 1:
            print(one_line(message), file=sys.stderr)

    def done(self) -> None:
        """The call is over: no step is told any more."""
        self._steps.stop()

    def failed(self, error: CtipError) -> None:
        """Tells of an input that could not be done and goes on with the others."""
        self.failures.append(error)
        print(one_line(str(error)), file=sys.stderr)

    def exit_code(self, done: int) -> int:
        """0 when nothing failed, 4 when something was done, else the code of the first failure."""
        if not self.failures:
            return 0
        return 4 if done else self.failures[0].exit_code


def _same(one: str, other: str) -> bool:
    """Whether two names are those of one file, be it there already or not."""
    try:
        return os.path.realpath(one) == os.path.realpath(other) or Path(one).samefile(other)
    except (OSError, ValueError):  # one of the two is not there
        return False


class NothingPipedIn(UsageError):
    """Standard input is to be read and is a terminal: whoever calls so is shown the command's help."""

    shows_help = True


def standard_input() -> bytes:
    """The bytes of standard input. Raises NothingPipedIn CT007 when it is a terminal, where a call would hang."""
    if sys.stdin.isatty():
        raise NothingPipedIn(
            "CT007", "- reads standard input, and nothing is piped in", remedy="Pipe a statute in, or name a file."
        )
    return sys.stdin.buffer.read()


def with_console(*forms: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Adds -q, --no-progress, --color and --debug to a command and hands it a Console as `io`.

    `forms` are those that the command writes, the usual one first: with several of them it takes -f. Of `io` it gets
    `io.form`, the one to write, and `io.result`, which writes it where -o says. A command with --lang reads laws and
    takes --encoding too, which the Console keeps.
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        own = [p for p in inspect.signature(function, eval_str=True).parameters.values() if p.name != "io"]
        own += _added(forms, reads="lang" in {parameter.name for parameter in own})

        @functools.wraps(function)
        def call(**given: Any) -> None:
            io = _console(given, forms)
            if "lang" in given:
                given["lang"] = language_code(given["lang"])
            try:
                with unwrapped(io.wide):
                    function(**given, io=io)
            finally:
                io.done()

        call.__signature__ = inspect.Signature(own)  # type: ignore[attr-defined]
        call.__annotations__ = {parameter.name: parameter.annotation for parameter in own}
        del call.__wrapped__
        return call

    return decorate


def _added(forms: Sequence[str], *, reads: bool) -> list[inspect.Parameter]:
    """The options that every command takes, and those of one that writes in these forms, or that reads laws."""
    added = [_option("form", _form(forms), None)] if len(forms) > 1 else []
    added += [_option("output", Output, "")] if forms else []
    added += [_option("ascii_", Ascii, False), _option("wide", Wide, False)] if "table" in forms else []
    added += [_option("excel", Excel, False)] if "csv" in forms else []
    if reads:
        added += [_option("encoding", Encoding, ""), _option("stdin_filename", StdinName, "")]
    return [
        *added,
        _option("quiet", Quiet, False),
        _option("verbose", Verbose, 0),
        _option("no_progress", NoProgress, False),
        _option("color", Colour, "auto"),
        _option("config", Config, ""),
        _option("no_config", NoConfig, False),
        _option("debug", Debug, False),
    ]


def language_code(said: str) -> str:
    """A language as its folder is called: EN, en-GB and eng are en. One that has no folder stays as it is.

    Raises UsageError CT004 for what is no code, such as "english".
    """
    if not said:
        return said
    code = said.strip().replace("_", "-")
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", code):
        told = f"--lang {said!r} is no code of a language"
        raise UsageError("CT004", told, remedy="Give a code such as en, fr or sw, or leave --lang out.")
    from ctip_law.languages import languages

    base = code.partition("-")[0].lower()
    if len(base) == 3:
        from ctip_law.read.akn_meta import language_of

        base = language_of(base)
    return base if base in languages() else code


def _console(given: dict[str, Any], forms: Sequence[str]) -> Console:
    """The Console of a call, out of whose options it takes its own: -f and -o where it declares no forms are the
    command's, as of one that writes a folder.
    """
    encoding = given.pop("encoding", "")
    if encoding:
        from ctip_law.read.encodings import known

        known(encoding)  # a wrong name is told before anything is read
    given.pop("debug")
    io = Console(
        given.pop("quiet"),
        not given.pop("no_progress"),
        given.pop("color"),
        verbose=given.pop("verbose"),
        ascii_=given.pop("ascii_", False),
        excel=given.pop("excel", False),
        wide=given.pop("wide", False),
        encoding=encoding,
        output=str(given.pop("output", "") or "") if forms else "",
        forms=forms,
        asked=given.pop("form", None) if forms else None,
    )
    io.config, io.no_config = given.pop("config"), given.pop("no_config")
    io.stdin_name = given.pop("stdin_filename", "") or "-"
    return io


def _form(forms: Sequence[str]) -> Any:
    """The option -f with the forms of a command."""
    told = f"Form of the result. [default: from the ending of -o, else {forms[0]}]"
    return Annotated[Literal[tuple(forms)] | None, typer.Option("-f", "--format", help=told)]


def _option(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
