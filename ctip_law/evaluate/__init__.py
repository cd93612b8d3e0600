"""The project's own accuracy report: findings held against what careful readers wrote down."""

from __future__ import annotations

from ctip_law.evaluate.gold import Gold, check_gold, read_gold
from ctip_law.evaluate.run import evaluate

__all__ = ["Gold", "check_gold", "evaluate", "read_gold"]
