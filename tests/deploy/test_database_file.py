"""Which file an SQLite address means, and that another process may use it while a server does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from b12guide.database.engine import engine_of, file_of

# What a command beside the server does, as `b12guide forget`.
BESIDE = """
import contextlib, sqlite3, sys
with contextlib.closing(sqlite3.connect(sys.argv[1])) as database, database:
    database.execute("INSERT INTO said VALUES ('beside')")
"""


@pytest.mark.parametrize("address", ["sqlite:////data/c.db", "sqlite:///file:/data/c.db?mode=ro&uri=true"])
def test_the_file_of_an_address(address: str) -> None:
    """A path and a URI name the same file: its rights are set there, and nothing is made elsewhere."""
    assert file_of(sa.engine.make_url(address)) == Path("/data/c.db")


def test_a_command_beside_the_server_leaves_it_its_journal(tmp_path: Path) -> None:
    """A server has several engines on its file. A process that closes it meanwhile does not take itself for the last
    one, which would delete the journal that the server writes into: all that is said afterwards would be lost."""
    path = tmp_path / "c.db"
    first = engine_of(f"sqlite:///{path}")
    with first.begin() as connection:
        connection.execute(sa.text("CREATE TABLE said (text)"))
    second = engine_of(f"sqlite:///{path}")
    for number in range(2):
        subprocess.run([sys.executable, "-c", BESIDE, str(path)], check=True)
        for engine in (first, second):
            with engine.begin() as connection:
                connection.execute(sa.text("INSERT INTO said VALUES ('server')"))
                connection.execute(sa.text("SELECT count(*) FROM said")).scalar_one()
        assert Path(f"{path}-wal").exists(), number
    for engine in (first, second):
        engine.dispose()
    with engine_of(f"sqlite:///{path}").connect() as connection:
        found = connection.execute(sa.text("SELECT text, count(*) FROM said GROUP BY text")).fetchall()
        assert connection.execute(sa.text("PRAGMA integrity_check")).scalar_one() == "ok"
    assert dict(map(tuple, found)) == {"beside": 2, "server": 4}


def test_a_file_that_was_readable_is_closed_to_others(tmp_path: Path) -> None:
    """Also one that is there already, as after a restore, with its journal."""
    path = tmp_path / "c.db"
    for name in (path, Path(f"{path}-wal")):
        name.touch(mode=0o644)
    engine_of(f"sqlite:///{path}").dispose()
    assert [name.stat().st_mode & 0o777 for name in (path, Path(f"{path}-wal"))] == [0o600, 0o600]
