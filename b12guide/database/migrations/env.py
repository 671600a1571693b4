"""Runs the versions on the connection that `b12guide.database.schema` gives, in its transaction and under its lock."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
