"""One table of suffixes decides what is read, in a folder as by name, and what messages say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from claims.model import Article, Failure
from claims.read import file_types, read_paths
from claims.read.file_types import FILE_TYPES, FileType, file_type, types_read
from claims.read.options import Item, ReadOptions


def _shouted(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    yield Article(where, raw.read().decode(options.encoding).upper())


@pytest.fixture
def another_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row more, as whoever adds a reader would write it."""
    row = FileType((".shout",), _shouted, FILE_TYPES[0].opened)
    monkeypatch.setattr(file_types, "FILE_TYPES", (*FILE_TYPES, row))


@pytest.mark.usefixtures("another_reader")
def test_a_row_is_all_that_a_reader_needs(tmp_path: Path) -> None:
    """A file that is named, a folder and the message follow it."""
    (tmp_path / "a.SHOUT").write_text("The quay is shut.")
    for path in (tmp_path / "a.SHOUT", tmp_path):
        (item,) = read_paths([str(path)])
        assert isinstance(item, Article) and item.text == "THE QUAY IS SHUT."
    (tmp_path / "b.whispered").write_bytes(b"%&")
    (wrong,) = read_paths([str(tmp_path / "b.whispered")])
    assert isinstance(wrong, Failure)
    assert wrong.next_step.startswith("onrecord reads .txt, .jsonl, .jsonl.gz, .pdf")
    assert wrong.next_step.endswith(".csv and .shout")


def test_without_that_row_it_is_a_type_that_is_not_read(tmp_path: Path) -> None:
    """Named or in a folder."""
    (tmp_path / "a.shout").write_text("The quay is shut.")
    named, walked = (list(read_paths([str(path)])) for path in (tmp_path / "a.shout", tmp_path))
    assert [item.what for item in (*named, *walked) if isinstance(item, Failure)] == [
        "a type of file that is not read",
        "a type of file that is not read",
        "a folder without articles",
    ]


def test_the_message_names_what_a_folder_is_searched_for() -> None:
    """JSON files that are named are read as lines; a folder's are not taken for articles."""
    assert types_read() == (
        "onrecord reads .txt, .jsonl, .jsonl.gz, .pdf, .docx, .rtf, .zip, .parquet, .warc, .rss, .opml, .mhtml, "
        ".mbox, .eml, .html and .csv"
    )
    kind = file_type("Articles.JSON")
    assert kind is not None and not kind.in_folders


def test_no_file_has_two_readers() -> None:
    """Whatever the order of the rows."""
    suffixes = [suffix for kind in FILE_TYPES for suffix in kind.suffixes]
    for suffix in suffixes:
        takers = [kind for kind in FILE_TYPES if f"a{suffix}".endswith(kind.suffixes)]
        assert len(takers) == 1, suffix
