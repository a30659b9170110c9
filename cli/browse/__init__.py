"""The Textual app, one widget a file; no SQL and no language rules."""
