"""People: Typer, Rich, Textual. No SQL, no language rules."""
