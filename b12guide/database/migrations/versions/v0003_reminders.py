"""Reminders that are asked for, and where they go."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("conversation", sa.String(255), nullable=False, index=True),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("second", sa.Boolean, nullable=False),
        sa.Column("due", sa.Float, nullable=False, index=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("owner", sa.String(40)),
        sa.Column("held_until", sa.Float),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_table(
        "reminder_addresses",
        sa.Column("conversation", sa.String(255), primary_key=True),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("heard", sa.Float, nullable=False),
    )


def downgrade() -> None:
    """The version before sends none: who asked for some is not written to until they ask again."""
    op.drop_table("reminder_addresses")
    op.drop_table("reminders")
