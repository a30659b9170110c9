"""What Alembic runs: the migrations over the connection that store.upgrade hands in; no
configuration file."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
