"""The old name of `ctip_law.languages`, for the callers that still use it."""

from __future__ import annotations

from ctip_law.languages import languages, load

__all__ = ["languages", "load"]
