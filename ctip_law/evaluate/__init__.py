"""The project's own accuracy report: findings held against what careful readers wrote down."""

from __future__ import annotations

from ctip_law.evaluate.compare import Comparison, compare, read_losses, read_result
from ctip_law.evaluate.gold import Gold, check_gold, read_gold
from ctip_law.evaluate.run import evaluate

__all__ = ["Comparison", "Gold", "check_gold", "compare", "evaluate", "read_gold", "read_losses", "read_result"]
