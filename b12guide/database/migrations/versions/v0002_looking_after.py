"""When the database was last looked after, and which conversations people had deleted."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "database_marks",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("seconds", sa.Float, nullable=False),
    )
    op.create_table(
        "conversation_deletions",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("deleted", sa.Float, nullable=False, index=True),
    )


def downgrade() -> None:
    op.drop_table("conversation_deletions")
    op.drop_table("database_marks")
