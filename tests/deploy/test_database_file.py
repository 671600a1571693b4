"""Which file an SQLite address means."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from b12guide.database.engine import file_of


@pytest.mark.parametrize("address", ["sqlite:////data/c.db", "sqlite:///file:/data/c.db?mode=ro&uri=true"])
def test_the_file_of_an_address(address: str) -> None:
    """A path and a URI name the same file: its rights are set there, and nothing is made elsewhere."""
    assert file_of(sa.engine.make_url(address)) == Path("/data/c.db")
