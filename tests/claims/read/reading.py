"""Reads files that a test makes, and says what came of one; the bytes are made in makers.py."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claims.model import Article, Failure
from claims.read import read_paths
from claims.read.options import Item
from tests.claims.read.makers import (
    TEXT,
    TITLE,
    message,
)  # fmt: skip

WHOLE = Article(
    doc="",
    text=TEXT,
    title=TITLE,
    url=None,
    outlet="Ellery Gazette",
    published="2026-05-04T09:20:00+02:00",
    author="Sam Orr, Ann Bell",
    section="Harbour",
    language="en",
)
"""Everything that the page of the fixtures says."""
TABLE_HEAD = "headline,maintext,date_publish,source_domain,authors,url"
ROW = f'"{TITLE}","{TEXT}",2026-05-04 09:20:00,gazette.example,"[\'Sam Orr\', \'Ann Bell\']",https://gazette.example/1'


def read_file(path: Path, raw: bytes | str, **told: object) -> list[Item]:
    """What is read of a file with these bytes."""
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return list(read_paths([str(path)], **told))  # type: ignore[arg-type]


def one_article(items: Sequence[Item]) -> Article:
    """The only item, an article."""
    (item,) = items
    assert isinstance(item, Article), item
    return item


def problem_of(items: Sequence[Item]) -> str:
    """What is said of the only item, a failure."""
    (item,) = items
    assert isinstance(item, Failure), item
    return item.what


def mailbox(*texts: str) -> bytes:
    """A mailbox of messages with these texts."""
    mark = b"From news@gazette.example Mon May  4 09:20:00 2026\n"
    return b"".join(mark + message(text).as_bytes() + b"\n" for text in texts)


def table(*rows: str) -> str:
    """A CSV table with the usual head."""
    return "\n".join((TABLE_HEAD, *rows)) + "\n"
