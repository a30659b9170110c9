"""Bytes in, articles out: files, JSONL, folders, stdin. Nothing about what the text says."""

from claims.read.decode import Overrides
from claims.read.sources import read_paths

__all__ = ["Overrides", "read_paths"]
