"""Where a state stands in the grid of tiles. Tiles have no borders: the place is a rough neighbourhood and no more."""

from __future__ import annotations

from dataclasses import dataclass

from ctip_law.framework.state_facts import states
from ctip_law.site.catalogue import Words, words
from ctip_law.site.nouns import SiteData
from ctip_law.site.tongues import plain

#: The members of the Bali Process, from north to south and from west to east; a point is an empty place.
_GRID = """
FR .  TR .  .  .  .  .  MN .  KP .  .  US
.  .  SY IQ IR AF .  .  CN .  KR JP .  .
.  .  JO .  AE PK NP BT MO HK .  .  .  .
.  .  .  .  .  .  IN BD MM LA VN PH PW .
.  .  .  .  .  MV LK .  TH KH BN .  NR KI
.  .  .  .  .  .  .  .  MY SG ID PG SB WS
.  .  .  .  .  .  .  .  .  .  TL AU VU FJ
.  .  .  .  .  .  .  .  .  .  .  .  NZ TO
"""


@dataclass(frozen=True, slots=True)
class Tile:
    """A state in the grid; row and column count from 1. `page` is "" for a state that this build leaves out."""

    code: str
    name: str
    row: int
    column: int
    page: str
    read: bool


def tiles(site: SiteData, t: Words | None = None) -> tuple[Tile, ...]:
    """A tile for every member of the Bali Process, in the order of their names."""
    t = t or words()
    places = {
        code: (row, column)
        for row, line in enumerate(_GRID.strip().splitlines(), 1)
        for column, code in enumerate(line.split(), 1)
        if code != "."
    }
    read = {view.code: view for view in site.countries}
    known = {view.code: view.page for view in site.states} | {code: view.page for code, view in read.items()}
    members = {one.code: t.name(one.code, one.name) for one in states().values() if one.bali_process}
    return tuple(
        Tile(code, name, *places[code], known.get(code, ""), code in read)
        for code, name in sorted(members.items(), key=lambda pair: plain(pair[1]))
    )
