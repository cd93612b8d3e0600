"""The workbook of a small act, and `ctip-law` to be called."""

from tests.cli.conftest import call
from tests.review.reviewing import fill, workbook

__all__ = ["call", "fill", "workbook"]
