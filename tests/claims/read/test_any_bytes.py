"""Whatever bytes stand in a file of whatever type, what comes out is articles and failures."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Article, Failure
from claims.read import FORMATS, read_paths
from tests.claims.read.makers import (
    PARAGRAPHS,
    archive,
    docx,
    entry,
    json_ld,
    message,
    page,
    pdf,
    rss,
    warc,
)  # fmt: skip

GOOD: dict[str, Callable[[], bytes]] = {
    "html": lambda: page(head=json_ld()).encode(),
    "docx": docx,
    "pdf": lambda: pdf([PARAGRAPHS]),
    "eml": lambda: message("\n".join(PARAGRAPHS), html=page()).as_bytes(),
    "mhtml": lambda: message("\n".join(PARAGRAPHS), html=page()).as_bytes(),
    "mbox": lambda: b"From a@b.example Mon May  4 09:20:00 2026\n" + message("Text.").as_bytes(),
    "feed": lambda: rss([entry(whole=True), entry(whole=False)]).encode(),
    "csv": lambda: b'text,title,date\n"He said so.",x,2026-05-04\nb,c,d\n',
    "zip": lambda: archive({"a.html": page(), "b.txt": "He said so."}),
    "warc": lambda: warc(("https://a.example/1", 200, page().encode())),
}
"""A file of each type, to be spoilt."""


def _is_sound(raw: bytes, name: str) -> bool:
    items = read_paths(["-"], stdin=io.BytesIO(raw), format=name)
    return all(isinstance(item, Article | Failure) for item in items)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
@settings(max_examples=25, deadline=None)
@given(raw=st.binary(max_size=200))
def test_any_bytes_give_articles_or_failures(name: str, raw: bytes) -> None:
    """Nothing raises."""
    assert _is_sound(raw, name)


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_spoilt_file_gives_articles_or_failures(name: str, data: st.DataObject) -> None:
    """Some bytes changed, and the end cut off."""
    raw = bytearray(GOOD[name]())
    for at in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=8)):
        raw[at] = data.draw(st.integers(0, 255))
    assert _is_sound(bytes(raw[: data.draw(st.integers(1, len(raw)))]), name)


@pytest.mark.parametrize("name", ["html", "csv", "eml", "text"])
def test_an_encoding_that_is_none_is_said_or_passed_by(name: str) -> None:
    """A wrong --encoding ends in no traceback."""
    raw = io.BytesIO(GOOD.get(name, lambda: b"He said so.")())
    items = list(read_paths(["-"], stdin=raw, format=name, encoding="nonsense"))
    assert items and all(isinstance(item, Article | Failure) for item in items)
