"""A tier of custody as it is read, before it is a row of a section."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier: years from `low` to `high` (None: not stated), or life, or death. `first` and `last` are places in
    the text, `fine` and `grade` as in `model.Penalty`."""

    first: int
    last: int
    low: float | None = None
    high: float | None = None
    life: bool = False
    death: bool = False
    fine: str = "no"
    grade: str = ""

    def moved(self, by: int) -> Tier:
        """The same tier in a text where it stands `by` characters further on."""
        return replace(self, first=self.first + by, last=self.last + by)

    @property
    def empty(self) -> bool:
        """Whether nothing is laid down."""
        return self.low is None and self.high is None and not self.life and not self.death


def only_life(tier: Tier) -> bool:
    """Whether it is life or death without a term."""
    return (tier.life or tier.death) and tier.low is None and tier.high is None


def bounds(cue: str | None, period: tuple[float, float]) -> tuple[float | None, float | None]:
    """Least and most of a period (in years) after a bound's word, "low", "high" or none."""
    if cue == "low":
        return period[0], period[1] if period[0] != period[1] else None
    if cue == "high":
        return period[0] if period[0] != period[1] else None, period[1]
    return (period[0], period[1]) if period[0] <= period[1] else (None, period[1])


def merge(one: Tier, two: Tier) -> Tier:
    """Two phrases as one tier; what the first says stands."""
    return replace(
        one,
        last=two.last,
        low=one.low if one.low is not None else two.low,
        high=one.high if one.high is not None else two.high,
        life=one.life or two.life,
        death=one.death or two.death,
    )
