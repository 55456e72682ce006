"""Alembic's entry: runs on the connection, and inside the transaction, that schema.py hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
