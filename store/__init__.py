"""Rows in, rows out: SQLModel and the databases. No spaCy, no terminal."""
