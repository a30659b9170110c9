"""Bytes in, articles out: files, JSONL, folders, stdin. Nothing about what the text says."""

from claims.read.decode import Overrides, date_problem
from claims.read.sources import read_paths

__all__ = ["Overrides", "date_problem", "read_paths"]
