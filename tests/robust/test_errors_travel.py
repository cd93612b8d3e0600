"""An error of a worker process reaches the caller with its code, its place and its remedy."""

from __future__ import annotations

import pickle

import pytest

from ctip_law import errors

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.CtipError)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_survives_the_way_between_processes(kind: type[errors.CtipError]) -> None:
    told = kind("CT301", "the entry is wrong", path="a.toml", place="3", remedy="mend it")
    back = pickle.loads(pickle.dumps(told))
    assert (type(back), str(back), back.as_dict()) == (kind, str(told), told.as_dict())
