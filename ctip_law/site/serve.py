"""Shows a built site on this machine only."""

from __future__ import annotations

import functools
import http.server
from pathlib import Path
from typing import Any

from ctip_law.errors import InputError, UsageError

HOST = "127.0.0.1"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing of each request."""


def server(folder: str | Path, port: int = 8000) -> http.server.ThreadingHTTPServer:
    """A server of the site in `folder` on 127.0.0.1, not yet running; port 0 takes a free one.

    Raises InputError CT101 where there is no site, UsageError CT004 for a port that cannot be had.
    """
    root = Path(folder)
    if not (root / "index.html").is_file():
        raise InputError(
            "CT101", "there is no site here", path=str(root), remedy="Build it with `ctip-law site build`."
        )
    handler = functools.partial(_Quiet, directory=str(root))
    try:
        return http.server.ThreadingHTTPServer((HOST, port), handler)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or "it is out of range"
        raise UsageError("CT004", f"port {port} cannot be had: {why}", remedy="Give another --port.") from None
