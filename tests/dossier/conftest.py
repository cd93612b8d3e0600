"""Reports on invented acts, made once."""

from __future__ import annotations

import pytest

from ctip_law.model import Report
from tests.cli.conftest import call
from tests.dossier import acts
from tests.kept import readings_kept as readings_kept

__all__ = ["call"]


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The invented act held against all instruments."""
    return acts.report(tmp_path_factory.mktemp("all"), against="all", country="PK")


@pytest.fixture(scope="session")
def protocol(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The invented act held against the Trafficking Protocol, the country known."""
    return acts.report(tmp_path_factory.mktemp("tip"), against="tip", country="PK")


@pytest.fixture(scope="session")
def civil(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A law in articles, in Spanish."""
    return acts.report(tmp_path_factory.mktemp("es"), acts.CODE, against="tip")
