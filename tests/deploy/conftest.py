"""The servers of `tests/channels`, here too, and databases of a test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from b12guide.database.engine import engine_of
from cluster.database_before import make
from tests.channels.conftest import bare_site, make_site, site
from tests.deploy.databases import Databases

__all__ = ["bare_site", "make_site", "site"]


@pytest.fixture
def databases(tmp_path: Path) -> Iterator[Databases]:
    """Databases of this test."""
    found = Databases(tmp_path)
    yield found
    found.close()


@pytest.fixture
def new(databases: Databases) -> str:
    """The address of an empty database."""
    return databases.make()


@pytest.fixture
def before(databases: Databases) -> str:
    """The address of a database of the time before there was a version."""
    address = databases.make()
    engine = engine_of(address)
    with engine.begin() as connection:
        make(connection)
    engine.dispose()
    return address
