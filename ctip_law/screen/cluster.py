"""Units through Dask, on many machines or with workers of its own on this one: each gives its record, whatever happens.

Dask can lose a unit without a word. Seen: a worker dies before its record is fetched, another dies while it makes the
record again, and `as_completed` drops the unit, since that error reaches it where it looks for none; it then waits for
ever beside workers with nothing to do. So what was sent is looked after here: every few seconds the scheduler is asked
who works on it, and what nobody works on is sent anew. The first record that comes is taken, from whichever sending.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import closing
from importlib import import_module
from time import monotonic, sleep
from typing import Any

from ctip_law.errors import MissingExtra, UsageError
from ctip_law.screen.store import fingerprint
from ctip_law.screen.work import Record, Unit, given_up

_AGAIN = 5  # times that a unit is sent anew: Dask gives one up that three workers died of, or beside, and loses some
_LOOK = 10.0  # seconds from one look at who works on what to the next; a unit is sent anew after two
_PAUSE = 0.05  # seconds between two questions whether a record has come
#: What a worker says of its tasks while a thread of it is at work.
_AT_WORK = ("executing", "long-running", "cancelled", "resumed")

#: Who tells of parts that are not ours; Dask gives each a level of its own.
_TALK = ("distributed", "distributed.client", "tornado.application")


def through(
    work: Callable[[Unit], Record], units: Iterable[tuple[int, Unit]], workers: int, scheduler: str, ahead: int
) -> Iterator[tuple[int, Record]]:
    """The records of `units` in whatever order they are made, `ahead` units a worker sent at once. The workers need
    this program, of the same version, installed.

    Raises MissingExtra CT901 without Dask, UsageError CT004 where its scheduler does not answer, or no longer does.
    """
    dask = _distributed()
    with closing(_client(dask, workers, scheduler)) as client:
        most = ahead * max(len(_workers(client)), workers)
        sending = _Sending(dask, client, work, most)
        yield from sending.records(iter(units), workers if not scheduler else 0, scheduler)


class _Sending:
    """What was sent and has no record yet."""

    def __init__(self, dask: Any, client: Any, work: Callable[[Unit], Record], most: int) -> None:
        self._dask, self._client, self._work, self._most = dask, client, work, most
        self._done = dask.as_completed(with_results=True, raise_errors=False)
        self._open: dict[int, tuple[Unit, Any]] = {}  # number of a unit to it and the last that was sent for it
        self._numbers: dict[str, int] = {}  # key of all that was sent to the number of its unit
        self._anew = Counter[int]()
        self._look = monotonic() + _LOOK
        self._looks = 0
        self._doubts: dict[str, tuple[str, float]] = {}

    def records(self, waiting: Iterator[tuple[int, Unit]], own: int, scheduler: str) -> Iterator[tuple[int, Record]]:
        """All of them. `own`: workers that this run made for itself.

        Raises UsageError CT004 when the scheduler is gone, and what a unit's work raises.
        """
        while True:
            while len(self._open) < self._most and (unit := next(waiting, None)) is not None:
                self._send(*unit)
            if not self._open:
                return
            try:
                yield from self._come()
                for number in self._lost(own):
                    yield from self._send_anew(number)
            except CancelledError:
                raise _gone(scheduler) from None

    def _send(self, number: int, unit: Unit) -> None:
        future = self._client.submit(self._work, unit, pure=False)
        self._open[number], self._numbers[future.key] = (unit, future), number
        self._done.add(future)

    def _send_anew(self, number: int) -> Iterator[tuple[int, Record]]:
        self._anew[number] += 1
        unit, _ = self._open.pop(number)
        if self._anew[number] <= _AGAIN:
            self._send(number, unit)
        else:
            yield number, given_up(unit)

    def _come(self) -> Iterator[tuple[int, Record]]:
        """The record that comes next; none where none comes before the next look. Raises CancelledError when the
        scheduler is gone."""
        while not self._done.has_ready():
            if self._done.is_empty():  # what is cancelled may also just not come
                raise CancelledError
            if monotonic() >= self._look:
                return
            sleep(_PAUSE)
        future, made = next(self._done)
        number = self._numbers.pop(future.key)
        if number not in self._open:
            return  # it came from another sending
        if isinstance(made, dict):  # what the future says of itself may have changed since
            del self._open[number]
            yield number, made
        elif future.key == self._open[number][1].key:
            failure = made[1] if isinstance(made, tuple) else made
            if not isinstance(failure, self._dask.KilledWorker):
                raise failure
            yield from self._send_anew(number)

    def _lost(self, own: int) -> list[int]:
        """Units that nobody worked on at two looks, between which their worker gave a sign of life. Raises
        CancelledError when the scheduler is gone."""
        if monotonic() < self._look or self._done.has_ready():
            return []
        if self._client.status == "closed":
            raise CancelledError
        try:
            doubts = self._doubted(own)
        except OSError:  # the client is connecting anew; where it cannot, it is closed
            return []
        finally:
            self._look = monotonic() + _LOOK
        before, self._doubts = self._doubts, doubts
        same = [key for key, (place, _) in doubts.items() if key in before and before[key][0] == place]
        return sorted(self._numbers[key] for key in same if before[key][1] < doubts[key][1])

    def _doubted(self, own: int) -> dict[str, tuple[str, float]]:
        """The key of each unit that nobody seems to work on, with the worker that has it, and when that one gave its
        last sign of life; of one that no worker has, the number of the look."""
        self._looks += 1
        workers = _workers(self._client)
        if len(workers) < own:  # the cluster gives one up that is not back fifteen seconds after its death
            self._client.cluster.scale(own)
        has = {key: place for place, keys in self._client.processing().items() for key in keys}
        idle = {place: one["last_seen"] for place, one in workers.items() if _idle(one)}
        doubts = {}
        for _, future in self._open.values():
            place = has.get(future.key, "")
            if future.done() or (not place and idle):  # ended, and no record came; or free hands, and not given to any
                doubts[future.key] = "", float(self._looks)
            elif place in idle:
                doubts[future.key] = place, idle[place]
        return doubts


def _workers(client: Any) -> dict[str, Any]:
    workers: dict[str, Any] = client.scheduler_info(n_workers=-1)["workers"]
    return workers


def _idle(worker: Any) -> bool:
    """Whether a worker could have worked and did not when it last spoke of itself; not one of which that is unknown."""
    counts = worker["metrics"].get("task_counts")
    return worker["status"] == "running" and counts is not None and not any(counts.get(state) for state in _AT_WORK)


def _gone(scheduler: str) -> UsageError:
    remedy = "Start it again and make the same call: what was read is kept where -o was given."
    return UsageError("CT004", f"the Dask scheduler {scheduler} is gone", remedy=remedy)


def _distributed() -> Any:
    try:
        dask = import_module("distributed")
        for name in _TALK:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        return dask
    except ImportError:
        raise MissingExtra("CT901", "the engine dask needs Dask", remedy="pip install 'ctip-law[cluster]'") from None


def _client(dask: Any, workers: int, scheduler: str) -> Any:
    """A client of the scheduler at an address, or of one with workers of its own on this machine."""
    if not scheduler:
        # any free port of this machine for its page: its own default may be taken, and is open to the network
        options = {"n_workers": workers, "threads_per_worker": 1, "processes": True, "dashboard_address": "127.0.0.1:0"}
        # a worker that talks to its scheduler while both are being ended would print what went wrong there
        silent = {"distributed.nanny.pre-spawn-environ.DASK_LOGGING__DISTRIBUTED": "critical"}
        with import_module("dask").config.set(silent):
            return dask.Client(**options)  # brings its cluster, and takes it down when it is closed
    try:
        client = dask.Client(scheduler, timeout=15)
        _same_everywhere(client, scheduler)
        return client
    except (OSError, ValueError) as error:
        what = f"no Dask scheduler answers at {scheduler} ({type(error).__name__})"
        raise UsageError("CT004", what, remedy="Start one with `dask scheduler` and name its address.") from None


def _same_everywhere(client: Any, scheduler: str) -> None:
    """Raises UsageError CT004 where scheduler or workers have another version of this program, or none."""
    own = fingerprint()
    try:
        theirs = {client.run_on_scheduler(fingerprint), *client.run(fingerprint).values()}
    except (ImportError, AttributeError, RuntimeError) as error:
        theirs = {type(error).__name__}
    if theirs != {own}:
        client.close()
        what = f"the Dask scheduler {scheduler} or its workers do not have this version of ctip-law"
        raise UsageError("CT004", what, remedy="Install the same version for each of them.")
