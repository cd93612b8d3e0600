"""Lines that tell how far a call is: none before half a second of work, then one for each step."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Timer
from typing import Any

#: Seconds of work before the first line.
WAIT = 0.5


class Progress:
    """The steps of a call. `write` prints a line; `timer` starts a call after some seconds, and is another in tests."""

    def __init__(self, write: Callable[[str], None], timer: Callable[[float, Callable[[], None]], Any] = Timer) -> None:
        self._write = write
        self._make = timer
        self._timer: Any = None
        self._last = ""
        self._shown = self._over = False
        self._lock = Lock()

    def step(self, message: str) -> None:
        """The step that begins: printed at once when the call has taken long, else when it has."""
        with self._lock:
            self._last = message
            if self._shown:
                self._write(message)
                return
            if self._timer is not None:
                return
        self._timer = self._make(WAIT, self._show)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """The result is there: nothing more is printed."""
        with self._lock:
            self._over = True
        if self._timer is not None:
            self._timer.cancel()

    def _show(self) -> None:
        with self._lock:
            if not self._over:
                self._shown = True
                self._write(self._last)
