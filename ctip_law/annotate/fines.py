"""Whether a fine stands beside a tier of custody: with it, in its place, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from ctip_law.annotate.tier import Tier
from ctip_law.annotate.tokens import Token


def fine(tokens: Sequence[Token], length: int, tier: Tier, before: Tier | None, after: Tier | None) -> str:
    """"yes", "alternative" or "no", from the words of a sentence that are about `tier` and not about the tiers before
    and after it; `length` is that of the text."""
    left = _edge(tokens, before.last if before else tokens[0].start, tier.first, before is not None)
    right = _edge(tokens, tier.last, after.first, True) if after else tokens[-1].end
    if before and left == before.last:
        left = _own_fine(tokens, before, tier.first) or left
    if after and right == tier.last:
        right = _own_fine(tokens, tier, after.first) or right
    region = _same_item([t for t in tokens if left <= t.start and t.end <= right], tier, length)
    fines = [t for t in region if t.kind == "fine"]
    if not fines:
        return "no"
    if any(t.kind == "both" for t in region):
        return "alternative"
    nearest = min(fines, key=lambda t: min(abs(t.start - tier.last), abs(tier.first - t.end)))
    start, end = (tier.last, nearest.start) if nearest.start >= tier.last else (nearest.end, tier.first)
    joints = [t.kind for t in region if start <= t.start and t.end <= end and t.kind in ("or", "and")]
    return "alternative" if joints and joints[-1] == "or" else "yes"


def _own_fine(tokens: Sequence[Token], tier: Tier, end: int) -> int:
    """The end of the fine that follows a tier at once: "... of five years and a fine, the penalty is imprisonment of
    ten years"; 0 where none does."""
    then = [t for t in tokens if tier.last <= t.start < end][:2]
    return then[1].end if [t.kind for t in then] in (["and", "fine"], ["or", "fine"]) else 0


def _edge(tokens: Sequence[Token], start: int, end: int, look: bool) -> int:
    """Where the words of one tier end and those of the next begin: at the last "in the case of", if any."""
    cases = [t.start for t in tokens if start <= t.start < end and t.kind in ("case", "stop", "label")]
    return cases[-1] if look and cases else start


def _same_item(region: list[Token], tier: Tier, length: int) -> list[Token]:
    """The tokens of the tier's own stretch between semicolons, unless "both" follows in the list."""
    if any(t.kind == "both" for t in region):
        return region
    stops = [t.start for t in region if t.kind == "stop"]
    left = max((s for s in stops if s <= tier.first), default=0)
    right = min((s for s in stops if s >= tier.last), default=length)
    return [t for t in region if left <= t.start <= right]
