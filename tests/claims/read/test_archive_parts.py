"""A web archive cut part by part, as other processes do it, holds what it holds when one process reads it."""

from __future__ import annotations

import gzip
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Reading
from claims.read import archive_parts
from claims.read.archive_parts import Part, cut, first_part, rest_of
from claims.read.decode import Overrides
from claims.read.options import Item, ReadOptions
from claims.read.sources import read_paths
from tests.claims.read.makers import PARAGRAPHS, page, warc

pytest.importorskip("fastwarc", reason="the extra onrecord[warc] is not installed")
PAGES = [
    (f"https://gazette.example/{at}", 200, page([f"Quay {at} is safe.", *PARAGRAPHS]).encode())
    for at in range(7)
]
PAGES[3] = ("https://gazette.example/gone", 404, b"<html>")
PAGES[5] = ("https://gazette.example/empty", 200, b"<html></html>")
PACKED = {
    "as it is": warc(*PAGES),
    "each record by itself": b"".join(gzip.compress(warc(one)) for one in PAGES),
    "broken off": warc(*PAGES)[:-900],
    "without pages": warc(PAGES[3]),
    "empty": b"",
}
AS_A_WHOLE = gzip.compress(warc(*PAGES))
OPTIONS = ReadOptions("utf-8", Overrides(outlet="Harbour Post"), accept_readings=True)


def whole(path: Path) -> list[Item]:
    """What one process reads."""
    return without_paths(read_paths([str(path)], overrides=OPTIONS.overrides, format="warc"))


def without_paths(items: Iterable[Item]) -> list[Item]:
    """The items as they are before it is said which file is to be read again."""
    return [item if isinstance(item, Reading) else replace(item, path="") for item in items]


def in_parts(part: Part) -> Iterator[Item]:
    """What several read, each going on where another stopped."""
    done = pickle.loads(pickle.dumps(cut(pickle.loads(pickle.dumps(part)))))
    if done is None:
        yield from rest_of(part)
        return
    yield from done.items
    if done.following is not None:
        yield from in_parts(replace(part, place=done.following))


@pytest.mark.parametrize("packed", PACKED)
@pytest.mark.parametrize("articles", [1, 2, 64])
def test_parts_hold_what_the_whole_holds(
    packed: str, articles: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_parts, "MAX_ARTICLES", articles)
    (file := tmp_path / "a.warc").write_bytes(PACKED[packed])
    assert without_paths(in_parts(first_part(str(file), OPTIONS))) == whole(file)


def test_what_was_packed_as_a_whole_is_read_on_by_whoever_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its pages begin at no place of their own."""
    monkeypatch.setattr(archive_parts, "MAX_ARTICLES", 2)
    (file := tmp_path / "a.warc.gz").write_bytes(AS_A_WHOLE)
    first = cut(part := first_part(str(file), OPTIONS))
    assert first is not None and first.following is not None
    assert cut(replace(part, place=first.following)) is None
    assert without_paths(in_parts(part)) == whole(file)


def test_another_file_of_that_name_is_not_taken_for_it(tmp_path: Path) -> None:
    """As on a machine that has an older copy."""
    (file := tmp_path / "a.warc").write_bytes(PACKED["as it is"])
    part = first_part(str(file), OPTIONS)
    file.write_bytes(PACKED["as it is"][:-1])
    assert cut(part) is None


def test_a_part_is_no_larger_than_memory_and_patience_allow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file := tmp_path / "a.warc").write_bytes(PACKED["as it is"])
    for limit in ("MAX_ARTICLES", "MAX_CHARACTERS", "MAX_SECONDS"):
        with monkeypatch.context() as patched:
            patched.setattr(archive_parts, limit, 0)
            done = cut(first_part(str(file), OPTIONS))
        assert done is not None and len(done.items) == 1
