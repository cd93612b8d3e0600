"""Work in several processes: the same results in the same order, whatever their number and whatever becomes of them."""

from __future__ import annotations

import os
from multiprocessing import parent_process

import pytest

from ctip_law.site import apart
from ctip_law.site.apart import each


def doubled(number: int) -> int:
    return 2 * number


def where(number: int) -> int:
    return os.getpid()


def ends_its_process(number: int) -> int:
    """Takes down every process but that of the program."""
    if parent_process() is not None:
        os._exit(1)
    return -number


def refuses(number: int) -> int:
    raise ValueError(number)


@pytest.fixture(autouse=True)
def nothing_threaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another test of this process may have set a PDF."""
    monkeypatch.setattr(apart, "_THREADED", ("no such module",))


@pytest.mark.parametrize("workers", [0, 1, 2, 5])
def test_the_results_stand_in_the_order_of_the_things(workers: int) -> None:
    assert each(doubled, range(7), workers) == [0, 2, 4, 6, 8, 10, 12]


@pytest.mark.parametrize(("workers", "things", "own"), [(2, 4, False), (1, 4, True), (2, 1, True)])
def test_one_worker_and_one_thing_need_no_process(workers: int, things: int, own: bool) -> None:
    assert (os.getpid() in each(where, range(things), workers)) is own


def test_no_process_is_forked_from_one_with_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_THREADED", ("os",))
    assert set(each(where, range(3), 2)) == {os.getpid()}


def test_where_the_processes_end_the_work_is_done_here() -> None:
    assert each(ends_its_process, [1, 2, 3], 2) == [-1, -2, -3]


def test_an_error_of_the_work_is_told() -> None:
    with pytest.raises(ValueError, match="1"):
        each(refuses, [1, 2], 2)
