"""The trained detector as files, with its card; no code."""
