"""The tables of conversations and inbox, as they were before there was a version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make what is missing: a database of the time before has some of it, or all."""
    there = set(sa.inspect(op.get_bind()).get_table_names())
    if "conversation_events" not in there:
        op.create_table(
            "conversation_events",
            sa.Column("sender_id", sa.String(255), primary_key=True),
            sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
            sa.Column("timestamp", sa.Float),
            sa.Column("data", sa.Text, nullable=False),
        )
    if "conversation_slots" not in there:
        op.create_table(
            "conversation_slots",
            sa.Column("sender_id", sa.String(255), primary_key=True),
            sa.Column("updated", sa.Float, index=True),
            sa.Column("data", sa.Text, nullable=False),
        )
    if "channel_messages" not in there:
        op.create_table(
            "channel_messages",
            sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
            sa.Column("channel", sa.String(40), nullable=False),
            sa.Column("key", sa.String(80), nullable=False, unique=True),
            sa.Column("conversation", sa.String(255), nullable=False, index=True),
            sa.Column("received", sa.Float, nullable=False),
            sa.Column("owner", sa.String(40)),
            sa.Column("held_until", sa.Float, index=True),
            sa.Column("tries", sa.Integer, nullable=False),
            sa.Column("message", sa.Text),
            sa.Column("answer", sa.Text),
            sa.Column("sent", sa.Integer, nullable=False),
        )
    if "channel_people" not in there:
        op.create_table(
            "channel_people",
            sa.Column("conversation", sa.String(255), primary_key=True),
            sa.Column("stopped", sa.Boolean, nullable=False),
            sa.Column("rest", sa.Text, nullable=False),
            sa.Column("choices", sa.Text, nullable=False),
            sa.Column("updated", sa.Float, nullable=False),
        )


def downgrade() -> None:
    """The time before had these tables too: they stay, and nothing that people wrote is lost."""
