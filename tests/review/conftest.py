"""The workbook of a small act, and `ctip-law` to be called."""

from tests.cli.conftest import act, call
from tests.kept import readings_kept as readings_kept
from tests.review.reviewing import fill, workbook

__all__ = ["act", "call", "fill", "workbook"]
