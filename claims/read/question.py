"""What a reading process is asked, and what one message of its answer holds; how they are exchanged stands in
containment.py."""

from __future__ import annotations

import json
from typing import NamedTuple

from claims.model import Failure
from claims.read.frames import item_of
from claims.read.options import Item, ReadOptions
from claims.read.worker import WRONG_TYPE


class Question(NamedTuple):
    """What is asked of the process: a document by its path, or, without one, by the bytes that follow."""

    type: str
    where: str
    options: ReadOptions
    path: str | None

    def is_same(self, other: Question) -> bool:
        """Whether the answer to one is the answer to the other; of the same run, for a file may change."""
        return self[:2] == other[:2] and self.path == other.path and self.options is other.options


def item_in(frame: bytes, where: str) -> Item | str:
    """What one message of an answer holds: an item, or why the document is of no type that is read."""
    try:
        row = json.loads(frame)
        return str(row["what"]) if row["kind"] == WRONG_TYPE else item_of(row)
    except (KeyError, TypeError, ValueError):
        return Failure(where, "its reader gave no sense", "save the text of the article")
