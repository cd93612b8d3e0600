"""`ctip-law` as a program of its own, with its own streams, folder, environment and exit code, from a fork of one
process that has read the lexicons already: what a shell sees is the same, without a second to start each time.

    with program(folder) as bin:    # `bin` holds an executable `ctip-law`; put it first on the PATH

What depends on how Python itself starts (imports, the first line of a file, signals at that time) is tested with
processes of their own, in `tests/cli` and `tests/robust`.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

#: What the shell starts: hands its words, folder, environment and streams to the server, and ends with its answer.
_SHIM = """#!{python} -IS
import array, json, os, socket, sys
server = socket.socket(socket.AF_UNIX)
server.connect({address!r})
asked = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
asked = len(asked).to_bytes(4, "big") + asked
sent = server.sendmsg([asked], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))])
server.sendall(asked[sent:])
sys.exit(int(server.recv(16) or 70))
"""


@contextlib.contextmanager
def program(folder: Path) -> Iterator[Path]:
    """A folder with the program, as long as its server runs."""
    address = str(folder / "socket")
    shim = folder / "bin" / "ctip-law"
    shim.parent.mkdir()
    shim.write_text(_SHIM.format(python=sys.executable, address=address), encoding="utf-8")
    shim.chmod(0o755)
    run = [sys.executable, "-m", "tests.forked", address]
    with subprocess.Popen(run, cwd=Path(__file__).resolve().parent.parent, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        assert server.stdout.read(1) == b"\n"  # it listens
        try:
            yield shim.parent
        finally:
            server.terminate()


def serve(address: str) -> None:
    """Answers until it is ended."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    listener.listen()
    _warm()
    os.write(1, b"\n")
    while True:
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            _answer(connection)
        connection.close()
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _warm() -> None:
    """What each call would read again: the modules, the framework, the lexicon of the sample."""
    import gc

    from ctip_law.cli import run

    sample = Path(__file__).resolve().parent.parent / "docs" / "tutorial" / "act.txt"
    assert run(["gap", str(sample), "-I", "tip", "-q", "-o", os.devnull, "-f", "json"]) == 0
    gc.freeze()


def _answer(connection: socket.socket) -> NoReturn:
    """Runs the call in a process of its own and tells its exit code."""
    head, streams, _, _ = socket.recv_fds(connection, 4, 3)
    length, asked = int.from_bytes(head, "big"), b""
    while len(asked) < length:
        asked += connection.recv(length - len(asked))
    pid = os.fork()
    if pid == 0:
        connection.close()
        _run(*json.loads(asked), streams)
    connection.sendall(str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])).encode())
    os._exit(0)


def _run(words: list[str], folder: str, environment: dict[str, str], streams: list[int]) -> NoReturn:
    for own, given in enumerate(streams):
        os.dup2(given, own)
        os.close(given)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w", buffering=1)  # noqa: SIM115
    sys.argv = ["ctip-law", *words]
    from ctip_law.cli import main

    code = 70
    try:
        main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    serve(sys.argv[1])
