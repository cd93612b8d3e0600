"""The laws that come with ctip-law, those that a user adds, and the official texts fetched into a cache of the user's.

`held` reads the restatements, `own` the user's laws; `fetch` asks the publishers, `stale` says what changed there.
"""

from ctip_law.corpus.held import (
    Entry,
    added,
    amending,
    called,
    countries,
    entries,
    files,
    find,
    former,
    known,
    lacks,
    verify,
)

__all__ = [
    "Entry",
    "added",
    "amending",
    "called",
    "countries",
    "entries",
    "files",
    "find",
    "former",
    "known",
    "lacks",
    "verify",
]
