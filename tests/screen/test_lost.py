"""What Dask loses is sent anew, and what is long in work is not. Dask is played here, but for the last test."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dask
import pytest

from ctip_law.errors import UsageError
from ctip_law.screen import cluster
from ctip_law.screen.engines import run
from ctip_law.screen.work import Record, Unit

UNIT = Unit("0", b"x", None)
#: What a worker says of itself.
AT_WORK, WITH_NOTHING_TO_DO, WAITING = {"executing": 1, "ready": 2}, {"memory": 3}, {"ready": 2}


class KilledWorker(Exception):
    """As Dask calls it."""


@dataclass(frozen=True)
class Sent:
    """A unit that was sent, `number` times before and with this one."""

    key: str
    number: int
    ended: bool = False

    def done(self) -> bool:
        """As of a future."""
        return self.ended


@dataclass
class Cluster:
    """A scheduler with one worker at "a" that holds what it is sent and gives no record. `looked` is called with it
    each time that it is asked for its workers."""

    looked: Callable[[Cluster], None] = lambda cluster: None
    counts: dict[str, int] | None = field(default_factory=lambda: dict(AT_WORK))
    workers: int = 1
    has: str | None = "a"
    beats: bool = True
    running: bool = True
    ended: bool = False
    status: str = "running"
    sent: list[Sent] = field(default_factory=list)
    come: deque[tuple[Sent, Any]] = field(default_factory=deque)
    looks: int = 0
    scaled: list[int] = field(default_factory=list)
    silent: bool = False

    def submit(self, work: object, unit: Unit, *, pure: bool) -> Sent:
        """Takes a unit; one that was sent anew is done at once."""
        assert not pure
        self.sent.append(Sent(f"k{len(self.sent)}", len(self.sent) + 1, self.ended))
        if len(self.sent) > 1 and not self.silent:
            self.give(-1)
        return self.sent[-1]

    def give(self, which: int, made: Any = None) -> None:
        """A record comes of what was sent."""
        self.come.append((self.sent[which], made or {"sending": self.sent[which].number}))

    def scheduler_info(self, n_workers: int) -> dict[str, Any]:
        """What workers say of themselves."""
        assert n_workers == -1
        self.looks += 1
        self.looked(self)
        said: dict[str, Any] = {} if self.counts is None else {"task_counts": self.counts}
        status = "running" if self.running else "paused"
        one = {"last_seen": float(self.looks if self.beats else 0), "metrics": said, "status": status}
        return {"workers": dict.fromkeys("ab"[: self.workers], one)}

    def processing(self) -> dict[str, tuple[str, ...]]:
        """Who has what, as the scheduler believes."""
        place = "ab"[self.looks % 2] if self.has == "by turns" else self.has
        return {place: tuple(one.key for one in self.sent)} if place else {}

    def close(self) -> None:
        """Nothing."""

    @property
    def cluster(self) -> Any:
        """Of workers on this machine."""
        return SimpleNamespace(scale=self.scaled.append)

    def as_completed(self, *, with_results: bool, raise_errors: bool) -> Any:
        """What comes."""
        assert with_results
        assert not raise_errors
        done = _Done()
        done.of = self
        return done


class _Done(Iterator[tuple[Sent, Any]]):
    of: Cluster

    def add(self, future: Sent) -> None:
        """Nothing: all that was sent is known."""

    def has_ready(self) -> bool:
        """Whether a record came."""
        return bool(self.of.come)

    def is_empty(self) -> bool:
        """Never: one of them never comes."""
        return False

    def __next__(self) -> tuple[Sent, Any]:
        return self.of.come.popleft()


@pytest.fixture(autouse=True)
def looks_at_each_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_LOOK", 0.0)


def records(played: Cluster, monkeypatch: pytest.MonkeyPatch, units: int = 1) -> list[tuple[int, Record]]:
    played_dask = SimpleNamespace(as_completed=played.as_completed, KilledWorker=KilledWorker)
    monkeypatch.setattr(cluster, "_distributed", lambda: played_dask)
    monkeypatch.setattr(cluster, "_client", lambda dask, workers, scheduler: played)
    return list(run("dask", dict, ((number, UNIT) for number in range(units)), workers=1))


#: What becomes of a unit -> whether it is sent anew.
LOST = [
    ({"counts": AT_WORK}, False, "its worker is at work, on it or on what came before"),
    ({"counts": WITH_NOTHING_TO_DO}, True, "its worker does not know of it"),
    ({"counts": WAITING}, True, "its worker has it and does not begin"),
    ({"counts": {"executing": 0}}, True, "its worker does not know of it"),
    ({"counts": {"cancelled": 1}}, False, "its worker is still at work on what nobody wants any more"),
    ({"counts": WITH_NOTHING_TO_DO, "beats": False}, False, "its worker is too busy to say that it is at work"),
    ({"counts": WAITING, "running": False}, False, "its worker waits for memory"),
    ({"counts": None}, False, "its worker does not say what it does"),
    ({"counts": WITH_NOTHING_TO_DO, "has": "by turns", "workers": 2}, False, "each worker passes it on"),
    ({"counts": WITH_NOTHING_TO_DO, "has": None}, True, "nobody has it, and one has nothing to do"),
    ({"counts": AT_WORK, "has": None}, False, "nobody has it, and all are at work"),
    ({"workers": 0, "has": None}, False, "nobody has it, and there are no workers"),
    ({"counts": WITH_NOTHING_TO_DO, "has": "c"}, False, "a worker has it that has just gone"),
    ({"counts": AT_WORK, "ended": True}, True, "it has ended, and its record never came"),
]


@pytest.mark.parametrize(("becomes", "anew", "what"), LOST)
def test_a_unit_that_nobody_works_on_is_sent_anew(
    becomes: dict[str, Any], anew: bool, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_last(played: Cluster) -> None:
        if played.looks == 9 and len(played.sent) == 1:
            played.give(0)

    played = Cluster(at_last, **becomes)
    assert records(played, monkeypatch) == [(0, {"sending": 2 if anew else 1})], what
    assert len(played.sent) == 1 + anew, what


def test_a_unit_is_doubted_at_two_looks_before_it_is_sent_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was sent a moment ago has not reached its worker."""

    def back_at_work(played: Cluster) -> None:
        played.counts = WITH_NOTHING_TO_DO if played.looks % 2 else AT_WORK
        if played.looks == 9:
            played.give(0)

    played = Cluster(back_at_work)
    assert records(played, monkeypatch) == [(0, {"sending": 1})]


def test_the_first_record_that_comes_is_taken_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a unit thought lost both records come; one of an earlier sending is as good."""

    def late(played: Cluster) -> None:
        if played.looks == 9:
            assert len(played.sent) > 2
            for which in (0, 2, 1):  # the second is of the unit of the first
                played.give(which)

    played = Cluster(late, counts=WITH_NOTHING_TO_DO, silent=True)
    made = records(played, monkeypatch, units=2)
    assert sorted(number for number, _ in made) == [0, 1]
    assert len(made) == 2


def test_an_error_of_an_earlier_sending_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(played: Cluster) -> None:
        if len(played.sent) == 2 and not played.come:
            played.counts = AT_WORK
            played.give(0, (KilledWorker, KilledWorker(), None))
            played.give(1)

    played = Cluster(late, counts=WITH_NOTHING_TO_DO, silent=True)
    assert records(played, monkeypatch) == [(0, {"sending": 2})]
    assert len(played.sent) == 2


def test_a_unit_that_is_lost_each_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    played = Cluster(counts=WITH_NOTHING_TO_DO, silent=True)
    ((number, record),) = records(played, monkeypatch)
    assert (number, [error["code"] for error in record["errors"]]) == (0, ["CT970"])
    assert len(played.sent) == 1 + cluster._AGAIN


def test_an_error_of_the_work_itself_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(played: Cluster) -> None:
        if played.sent:
            played.give(0, (ZeroDivisionError, ZeroDivisionError("seven"), None))

    with pytest.raises(ZeroDivisionError, match="seven"):
        records(Cluster(wrong), monkeypatch)


def test_workers_of_this_machine_that_do_not_come_back_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cluster drops a worker that is not back fifteen seconds after its death, and makes no other; on a machine
    with much else to do a worker takes a minute to start."""

    def back(played: Cluster) -> None:
        if played.scaled:
            played.workers = 1
            played.come or played.give(0)

    played = Cluster(back, workers=0, has=None)
    assert records(played, monkeypatch) == [(0, {"sending": 1})]
    assert set(played.scaled) == {1}


def test_a_client_that_lost_its_scheduler_for_good_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match=r"CT004 the Dask scheduler .* is gone"):
        records(Cluster(status="closed"), monkeypatch)


class _Poisoned:
    """A value whose worker dies while it is fetched."""

    def __reduce__(self) -> Any:
        os._exit(9)


def _dies_when_fetched_and_when_made_again(unit: Unit) -> Record:
    first, second = (Path(unit.data.decode() + name) for name in ("first", "second"))
    if not first.exists():
        first.touch()
        return {"path": _Poisoned()}
    if not second.exists():
        second.touch()
        os._exit(9)
    return {"path": unit.path}


def test_what_dask_itself_loses_is_sent_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker dies with a record that was not fetched yet, the next one while it makes it again: Dask waited for ever,
    beside workers with nothing to do, and printed thirty lines of where the error had come up."""
    pytest.importorskip("distributed", reason="Dask is not installed (extra cluster)")
    monkeypatch.setattr(cluster, "_LOOK", 0.5)
    unit = Unit("0", f"{tmp_path}/".encode(), None)
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}):
        done = list(run("dask", _dies_when_fetched_and_when_made_again, [(0, unit)], workers=2))
    assert done == [(0, {"path": "0"})]
    loud = [name for name in ("distributed.client", "distributed.nanny", "tornado.application") if _loud(name)]
    assert not loud


def _loud(name: str) -> bool:
    return logging.getLogger(name).isEnabledFor(logging.ERROR)
