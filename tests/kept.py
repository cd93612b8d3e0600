"""Readings of laws that are the same, made once in a process: what is annotated and found is a function of the law.

A room whose tests are of what comes behind that (forms, pages, commands) takes it into its `conftest.py`:

    from tests.kept import readings_kept
"""

from __future__ import annotations

from functools import lru_cache

import pytest

import ctip_law.annotate
import ctip_law.match

#: Laws that are kept, at most; a small country's bundle has three.
_MOST = 128

_annotated = lru_cache(_MOST)(ctip_law.annotate.annotate)
_read = lru_cache(_MOST)(ctip_law.match.read_law)


@pytest.fixture(autouse=True)
def readings_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctip_law.annotate, "annotate", _annotated)
    monkeypatch.setattr(ctip_law.match, "read_law", _read)
