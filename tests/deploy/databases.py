"""Databases of tests: SQLite, or Postgres where `B12GUIDE_TEST_POSTGRES` names one in which more may be made."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import sqlalchemy as sa

VARIABLE = "B12GUIDE_TEST_POSTGRES"


class Databases:
    """Makes empty databases, and deletes those of Postgres at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._made, self.server = folder, list[str](), os.environ.get(VARIABLE)

    def make(self) -> str:
        """The address of a new one."""
        name = f"test_{secrets.token_hex(6)}"
        if not self.server:
            return f"sqlite:///{self._folder / name}.db"
        self._on_server(f"CREATE DATABASE {name}")
        self._made.append(name)
        return sa.engine.make_url(self.server).set(database=name).render_as_string(hide_password=False)

    def close(self) -> None:
        """Delete what was made."""
        for name in self._made:
            self._on_server(f"DROP DATABASE {name} WITH (FORCE)")

    def _on_server(self, statement: str) -> None:
        engine = sa.create_engine(str(self.server), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()
