"""The command line: one module per command, thin over the Python API.

Results go to standard output, everything else to standard error. Nothing heavy is imported before a command runs.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from typing import TYPE_CHECKING, Any, NoReturn

from ctip_law.cli.streams import drop_stdout, prepare, unwritable
from ctip_law.errors import CODES, CtipError, UsageError

if TYPE_CHECKING:
    from ctip_law.config import Setting

# A run makes hundreds of thousands of lasting objects (wordings, words of a text) and few cycles: looking for these
# after each 700 new objects, as Python does by itself, takes a fifth of the time of one Act. One Act makes 350,000.
_OBJECTS = 500_000


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Runs `ctip-law` and exits with its code."""
    if "_CTIP_LAW_COMPLETE" in os.environ:
        from ctip_law.cli.complete import answered

        if answered():
            sys.exit(0)
    code = 1
    if args is None:  # the program itself, not a call from Python
        atexit.register(lambda: _leave(code))  # first to come, last to be called: after what others do at the end
    prepare()
    gc.set_threshold(_OBJECTS, 20, 50)
    try:
        code = run(sys.argv[1:] if args is None else args)
    except SystemExit as left:  # Typer ends by itself where a shell asks it to complete a command
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        drop_stdout()
    except OSError as error:
        if code != UsageError.exit_code:  # else it was told
            _tell(unwritable(error) or UsageError("CT902", str(error), path="standard output"), False)
        drop_stdout()
        code = UsageError.exit_code
    sys.exit(code)


def _leave(code: int) -> NoReturn:
    """Ends the process. Python itself would take every module and object apart first, to no one's good: the system
    takes back what they held, and every file was closed when it was written. A tenth of the time of one Act, or more.
    """
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    os._exit(code)


def run(args: Sequence[str]) -> int:
    """Runs one call and returns its exit code; every failure is told in one line on standard error."""
    debug = "--debug" in args or os.environ.get("CTIP_DEBUG", "") not in ("", "0")
    try:
        return _call(args)
    except CtipError as error:
        if getattr(error, "shows_help", False):
            _help_of(args)
        _tell(error, debug)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of a pipe went away, as `head` does
        drop_stdout()
        return 0
    except OSError as error:
        told = unwritable(error)
        if told is None:
            return _own_mistake(error, debug)
        _tell(told, debug)
        return told.exit_code
    except Exception as error:
        return _own_mistake(error, debug)


def _help_of(args: Sequence[str]) -> None:
    """The help of the command that a call names, on standard error; the line that says what is wrong stands below."""
    from ctip_law.cli.app import root

    command: Any = root()
    path: list[str] = []
    for arg in args:
        below = command.get_command(None, arg) if hasattr(command, "get_command") else None
        if below is not None:
            command = below
            path.append(arg)
    with redirect_stdout(sys.stderr):
        run([*path, "--help"])
    print(file=sys.stderr)


def _own_mistake(error: Exception, debug: bool) -> int:
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    log = _log(error)
    print(f"CT970 {' '.join(what.split())}; {_remedy('CT970')}{f', or {log}' if log else ''}", file=sys.stderr)
    if debug:
        raise error
    return 70


def _log(error: Exception) -> str:
    """The file that holds what a report of this mistake needs, "" where none can be written."""
    import tempfile
    import traceback

    try:
        handle, path = tempfile.mkstemp(prefix="ctip-law-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("".join(traceback.format_exception(error)))
    except OSError:
        return ""
    return path


def _call(args: Sequence[str]) -> int:
    import typer

    from ctip_law.cli.app import behind, root
    from ctip_law.cli.settings import PREFIX, configured
    from ctip_law.config import defaults

    args = behind(args)
    settings, wrong = configured(args)
    if wrong:
        for one in wrong[:-1]:
            print(one_line(str(one)), file=sys.stderr)
        raise wrong[-1]
    given: dict[str, Any] = {"default_map": defaults(settings), "auto_envvar_prefix": PREFIX}
    try:
        done = root().main(list(args), prog_name="ctip-law", standalone_mode=False, **given)
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        if not args or type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message(), file=sys.stderr)
            return 2
        message = " ".join(error.format_message().split()).replace("Value error, ", "")
        code = "CT004" if isinstance(error, typer.BadParameter) and error.message else "CT007"
        file, line = _configured_at(error, settings)
        raise UsageError(code, message, path=file, place=line, remedy=_usage_remedy(error)) from None
    except UsageError as error:
        _place(error, settings, args)
        raise
    return done if isinstance(done, int) else 0


def _configured_at(error: Exception, settings: Sequence[Setting]) -> tuple[str, str]:
    """File and line of a wrong value that no one gave in the call, "" where it was given there."""
    context, param = getattr(error, "ctx", None), getattr(error, "param", None)
    if context is None or param is None or context.get_parameter_source(param.name).name != "DEFAULT_MAP":
        return "", ""
    words = tuple(context.command_path.split()[1:])
    places = [one.origin for one in settings if (one.command, one.option.parameter) == (words, param.name)]
    file, _, line = places[0].rpartition(":") if places else ("", "", "")
    return file, line


def _place(error: UsageError, settings: Sequence[Setting], args: Sequence[str]) -> None:
    """Gives a failure that quotes a value file and line, where a file sets that value and not the call."""
    for one in settings if not error.path else ():
        for value in one.value if isinstance(one.value, list) else str(one.value).split(","):
            quoted = any(f"{mark}{value}{mark}" in error.message for mark in "'\"")
            if value and quoted and not any(value in arg for arg in args):
                error.path, _, error.place = one.origin.rpartition(":")
                return


def _usage_remedy(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    return f"See `{context.command_path if context else 'ctip-law'} --help`."


def _remedy(code: str) -> str:
    remedy = CODES[code][1]
    return remedy[:1].lower() + remedy[1:].rstrip(".")


def _tell(error: CtipError, debug: bool) -> None:
    if debug:
        import traceback

        traceback.print_exception(error)
    print(one_line(str(error)), file=sys.stderr)


def one_line(message: str) -> str:
    """A message as one line: a file's name may hold line breaks, escape codes and bytes that are no text."""
    return "".join(char if char.isprintable() else f"\\x{_byte(ord(char)):02x}" for char in message)


def _byte(code: int) -> int:
    return code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code
