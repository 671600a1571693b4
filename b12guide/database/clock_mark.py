"""Whether the machine's clock can be believed: a clock that leapt ahead makes every conversation old at once.

The database remembers when it was last looked after. Who looks after it much later than that deletes nothing by age
until somebody says that the clock is right.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

METADATA = sa.MetaData()
MARKS = sa.Table(
    "database_marks",
    METADATA,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("seconds", sa.Float, nullable=False),
)
LOOKED_AFTER = "looked_after"
# Longer than servers usually stand still, and short beside the time for which conversations are kept.
MOST_DAYS = 14


class ClockLeapError(RuntimeError):
    """The clock is far ahead of the last look; the message says by how much, and the way out."""


def believe(connection: Any, now: float, last_turn: float | None) -> None:
    """Note that the database is looked after `now` (seconds since 1970).

    Args:
        last_turn: the latest write to a conversation, for a database that was never looked after.

    Raises:
        ClockLeapError: the last look, or turn, was more than `MOST_DAYS` ago.
    """
    mark = connection.execute(sa.select(MARKS.c.seconds).where(MARKS.c.name == LOOKED_AFTER)).scalar()
    before = last_turn if mark is None else mark
    if before is not None and now - before > MOST_DAYS * 86_400:
        raise ClockLeapError(
            f"The clock says {_day(now)}, {(now - before) / 86_400:.0f} days after this database was last looked "
            f"after: nothing is deleted by age. Set the clock, or if it is right run: b12guide forget --clock-is-right"
        )
    trust(connection, now)


def trust(connection: Any, now: float) -> None:
    """Note the look, whatever the clock said before."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(MARKS).values(name=LOOKED_AFTER, seconds=now)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"seconds": now}))


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).date().isoformat()
