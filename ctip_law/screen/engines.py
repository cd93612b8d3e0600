"""Who does the work: this process, a pool of processes, or Dask on many machines. The same records from each.

An engine takes units in their order and gives (number of the unit, record) in whatever order they are done. Only a few
units a worker are in memory at once, however long the book.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from threading import Thread
from typing import Literal

from ctip_law.screen.cluster import through
from ctip_law.screen.work import Record, Unit, given_up, warm

Engine = Literal["serial", "pool", "dask"]
Work = Callable[[Unit], Record]
Units = Iterable[tuple[int, Unit]]
Done = Iterator[tuple[int, Record]]

_AHEAD = 3  # units a worker that wait for it
_TRIES = 20  # times that a unit may take down the process that it has for itself before it is given up


def run(engine: Engine, work: Work, units: Units, *, workers: int = 0, scheduler: str = "") -> Done:
    """The records of `units` by `work`. `workers`: processes of the pool, as many as the machine has cores without it;
    `scheduler`: address of a Dask scheduler, one on this machine without it.

    Raises MissingExtra CT901 without Dask, UsageError CT004 where its scheduler does not answer, or no longer does.
    """
    workers = workers or _cores()
    if engine == "dask":
        return through(work, units, workers, scheduler, _AHEAD)
    if engine == "serial" or workers == 1:
        return ((number, work(unit)) for number, unit in units)
    return _pool(work, units, workers)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
