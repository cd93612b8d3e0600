"""Draws a PDF in a process of its own: a file that was made to eat memory or time, or to break pdfium, ends that alone.

What comes back is JSON: nothing that the other process says is run here.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ctip_law.errors import InputError
from ctip_law.read.pdf_runs import Word

#: What the process runs.
_RUN = str(Path(__file__).with_name("pdf_words.py"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """The words of a page in the order of drawing, its width in points, and whether it is a picture of a page."""

    words: list[Word]
    width: float
    picture: bool


def pages_of(data: bytes, path: str) -> list[Drawn]:
    """The pages of a PDF. Raises InputError: CT107 encrypted, CT108 too much of anything, CT112 damaged or cut off."""
    end = data[-4096:]
    if b"%%EOF" not in end and b"startxref" not in end:  # pdfium would quietly give the pages it still finds
        raise InputError("CT112", "the PDF is cut off: its end is missing", path=path)
    done = subprocess.run(
        [sys.executable, "-I", "-S", _RUN, json.dumps(sys.path)], input=data, capture_output=True, check=False
    )
    if done.returncode:
        raise _died(done.returncode, done.stderr, path)
    made = json.loads(done.stdout)
    if "code" in made:
        raise InputError(made["code"], made["message"], path=path, place=made["place"])
    return [Drawn([Word(*word) for word in words], width, picture) for words, width, picture in made["pages"]]


def _died(code: int, said: bytes, path: str) -> InputError:
    """What to tell where the process did not come to its end."""
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return InputError("CT108", "the PDF takes longer to draw than is given to it", path=path)
    if code < 0 or b"MemoryError" in said:
        return InputError("CT108", "the PDF asks for more memory than is given to it, or breaks its reader", path=path)
    last = said.decode("utf-8", "replace").strip().splitlines()[-1:]
    raise RuntimeError(f"the reader of the PDF ended with {code}: {' '.join(last)}")
