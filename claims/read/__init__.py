"""Bytes in, articles out: files of every type that holds news, folders, stdin. Nothing about what the text
says."""

from claims.read.columns import NAMES
from claims.read.counting import count_articles
from claims.read.decode import Overrides, date_problem
from claims.read.file_types import type_names
from claims.read.sources import read_paths

COLUMN_KEYS = tuple(NAMES)
"""Keys of an article that a table's column may hold."""
FORMATS = tuple(type_names())
"""Names of the types of file that are read."""

__all__ = ["COLUMN_KEYS", "FORMATS", "Overrides", "count_articles", "date_problem", "read_paths"]
