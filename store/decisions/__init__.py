"""People's decisions: the log, undo, what they amount to, and what they change of claims, articles
and speakers."""
