"""Who does the work: this process, a pool of processes, or Dask on many machines. The same records from each.

An engine takes units in their order and gives (number of the unit, record) in whatever order they are done. Only a few
units a worker are in memory at once, however long the book.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from importlib import import_module
from multiprocessing import parent_process
from threading import Thread
from typing import Any, Literal

from ctip_law.errors import MissingExtra, UsageError
from ctip_law.screen.store import fingerprint
from ctip_law.screen.work import Record, Unit, warm

Engine = Literal["serial", "pool", "dask"]
Work = Callable[[Unit], Record]
Units = Iterable[tuple[int, Unit]]
Done = Iterator[tuple[int, Record]]

_AHEAD = 3  # units a worker that wait for it
_TRIES = 20  # times that a unit may take down the process that it has for itself before it is given up
_AGAIN = 5  # times that a unit is sent anew to Dask, which gives up one that three workers died of, or beside


def run(engine: Engine, work: Work, units: Units, *, workers: int = 0, scheduler: str = "") -> Done:
    """The records of `units` by `work`. `workers`: processes of the pool, as many as the machine has cores without it;
    `scheduler`: address of a Dask scheduler, one on this machine without it.

    Raises MissingExtra CT901 without Dask, UsageError CT004 where its scheduler does not answer, or no longer does.
    """
    workers = workers or _cores()
    if engine == "dask":
        return _dask(work, units, workers, scheduler)
    if engine == "serial" or workers == 1:
        return ((number, work(unit)) for number, unit in units)
    return _pool(work, units, workers)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def given_up(unit: Unit) -> Record:
    """The record of a unit that takes every process down that reads it."""
    from ctip_law.screen.gate import Seen
    from ctip_law.screen.work import head_of

    what = "the process that read it came to an end each time (out of memory?)"
    told = {"code": "CT970", "path": unit.path, "place": "", "message": what}
    return head_of(unit, unit.seen or Seen(0)) | {"law": None, "errors": [told]}


def _pool(work: Work, units: Units, workers: int) -> Done:
    """A pool that outlives its workers: what was in work when one died is done again, each alone, so that one that
    kills takes only itself down."""
    warm()  # what a worker is forked from has read the data files
    waiting = iter(units)
    again: list[tuple[int, Unit]] = []
    while True:
        pool = ProcessPoolExecutor(workers, initializer=_end_with_program)
        try:
            yield from _through(pool, work, waiting, again, workers * _AHEAD)
            return
        except BrokenProcessPool:
            pass
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
        yield from _alone(work, again)


def _end_with_program() -> None:
    """Ends a worker with the program that made it: one whose program was killed would wait for work for ever."""
    program = parent_process()

    def watch() -> None:
        if program is not None:
            program.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def _through(
    pool: ProcessPoolExecutor, work: Work, waiting: Iterator[tuple[int, Unit]], again: list[tuple[int, Unit]], most: int
) -> Done:
    """All units through the pool. Raises BrokenProcessPool with what was in work put into `again`."""
    at_work: dict[Future[Record], tuple[int, Unit]] = {}
    try:
        while True:
            while len(at_work) < most and (unit := next(waiting, None)) is not None:
                try:
                    at_work[pool.submit(work, unit[1])] = unit
                except BrokenProcessPool:
                    again.append(unit)
                    raise
            if not at_work:
                return
            for future in wait(at_work, return_when=FIRST_COMPLETED).done:
                record = future.result()
                number, _ = at_work.pop(future)
                yield number, record
    except BrokenProcessPool:
        again.extend(sorted(at_work.values(), key=lambda one: one[0]))
        raise


def _alone(work: Work, again: list[tuple[int, Unit]]) -> Done:
    """What was in work when a worker died, one at a time, so that a unit that kills takes only itself down."""
    while again:
        number, unit = again.pop(0)
        for _ in range(_TRIES):
            with ProcessPoolExecutor(1, initializer=_end_with_program) as pool:
                try:
                    yield number, pool.submit(work, unit).result()
                    break
                except BrokenProcessPool:
                    continue
        else:
            yield number, given_up(unit)


def _dask(work: Work, units: Units, workers: int, scheduler: str) -> Done:
    """Through a Dask scheduler. Its workers need this program, of the same version, installed."""
    dask = _distributed()
    with closing(_client(dask, workers, scheduler)) as client:
        waiting, at_work = iter(units), dict[str, tuple[int, Unit]]()
        lost = Counter[int]()
        most = _AHEAD * max(len(client.scheduler_info(n_workers=-1)["workers"]), workers)
        done = dask.as_completed(with_results=True, raise_errors=False)

        def send(unit: tuple[int, Unit]) -> None:
            future = client.submit(work, unit[1], pure=False)
            at_work[future.key] = unit
            done.add(future)

        def more() -> None:
            while len(at_work) < most and (unit := next(waiting, None)) is not None:
                send(unit)

        more()
        for future, made in done:
            number, unit = at_work.pop(future.key)
            if future.status != "finished":
                failure = made[1] if isinstance(made, tuple) else made
                if isinstance(failure, CancelledError):
                    raise _gone(scheduler)
                if not isinstance(failure, dask.KilledWorker):
                    raise failure
                lost[number] += 1
                if lost[number] <= _AGAIN:
                    send((number, unit))
                    continue
                made = given_up(unit)
            yield number, made
            more()
        if at_work:  # what is cancelled may also just not come
            raise _gone(scheduler)


def _gone(scheduler: str) -> UsageError:
    remedy = "Start it again and make the same call: what was read is kept where -o was given."
    return UsageError("CT004", f"the Dask scheduler {scheduler} is gone", remedy=remedy)


def _distributed() -> Any:
    try:
        dask = import_module("distributed")
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it says of its own parts is not ours
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
