"""Tables by the names of their columns, and archives of files or pages."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from claims.model import Article, Failure
from claims.read import read_paths
from tests.claims.read.makers import (
    PARAGRAPHS,
    TEXT,
    TITLE,
    archive,
    page,
    warc,
)  # fmt: skip
from tests.claims.read.reading import (
    ROW,
    one_article,
    read_file,
    table,
)


@pytest.mark.parametrize(
    "raw",
    [
        table(ROW).encode(),
        b"\xef\xbb\xbf" + table(ROW).encode(),
        table(ROW).encode("utf-16"),
        table(ROW).encode("cp1252"),
        table(ROW).replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "windows", "crlf"],
)
def test_a_table_is_read_by_the_names_of_its_columns(tmp_path: Path, raw: bytes) -> None:
    """In whatever encoding it was saved."""
    read = one_article(read_file(tmp_path / "a.csv", raw))
    assert (read.title, read.text.split(), read.published) == (
        TITLE,
        TEXT.split(),
        "2026-05-04T09:20:00",
    )
    assert (read.outlet, read.author, read.url) == (
        "gazette.example", "Sam Orr, Ann Bell", "https://gazette.example/1",
    )  # fmt: skip


def test_a_column_may_be_named(tmp_path: Path) -> None:
    """By its key."""
    rows = f"when\tstory\n2026-05-04\t{PARAGRAPHS[0]}\n"
    told = {"columns": {"text": "story", "published": "when"}}
    read = one_article(read_file(tmp_path / "a.tsv", rows, **told))
    assert (read.text, read.published) == (PARAGRAPHS[0], "2026-05-04")


def test_an_archive_gives_each_of_its_files(tmp_path: Path) -> None:
    """What is none is named."""
    files = {
        "in/a.html": page(),
        "b.txt": "The quay is shut.",
        "logo.png": b"\x89PNG",
        "c.zip": archive({}),
    }
    items = read_file(tmp_path / "a.zip", archive(files))
    assert [item.doc.removeprefix(f"{tmp_path}/") for item in items if isinstance(item, Article)] == [
        "a.zip/in/a.html", "a.zip/b.txt",
    ]  # fmt: skip
    assert [item.what for item in items if isinstance(item, Failure)] == [
        "a picture",
        "an archive in an archive",
    ]


def test_a_web_archive_gives_its_pages(tmp_path: Path) -> None:
    """Only what was answered well, with its address."""
    pages = [
        ("https://gazette.example/1", 200, page().encode()),
        ("https://gazette.example/2", 404, b"<html>"),
    ]
    assert (
        one_article(read_file(tmp_path / "a.warc", warc(*pages))).url == "https://gazette.example/1"
    )


def test_a_parquet_table_is_read_like_any_other(tmp_path: Path) -> None:
    """Row by row."""
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table({"content": [TEXT, TEXT], "headline": [TITLE, None]})
    parquet.write_table(table, tmp_path / "a.parquet")
    items = list(read_paths([str(tmp_path / "a.parquet")]))
    assert [(i.text, i.title) for i in items if isinstance(i, Article)] == [
        (TEXT, TITLE),
        (TEXT, None),
    ]


def test_a_broken_row_does_not_stop_the_others(tmp_path: Path) -> None:
    """It is named by its number."""
    wrong, good = read_file(tmp_path / "a.csv", table("a,b,c,d,e,f,g", ROW))
    assert isinstance(wrong, Failure) and wrong.where.endswith(":2") and isinstance(good, Article)


def test_a_quotation_mark_that_is_not_closed_is_said(tmp_path: Path) -> None:
    """It swallows the rows below it."""
    rows = f'title,text\na,"{PARAGRAPHS[2]}\nb,{PARAGRAPHS[0].replace(",", "")}\n'
    *_, last = read_file(tmp_path / "a.csv", rows)
    assert isinstance(last, Failure) and "not closed" in last.what


def test_rows_without_a_text_are_passed_over_and_other_languages_marked(tmp_path: Path) -> None:
    """A table holds many; they are no errors, and what is not English is kept."""
    french = (
        "Le pont a été fermé lundi après la découverte d'une fissure, a annoncé la mairie du port."
    )
    rows = f'title,text\na,\nb,"{french}"\nc,"{PARAGRAPHS[2]}"\n'
    empty, other, good = read_file(tmp_path / "a.csv", rows)
    assert isinstance(empty, Failure) and empty.skipped
    assert isinstance(other, Article) and other.unread_language == "fr"
    assert isinstance(good, Article) and good.unread_language is None


def test_writers_of_json_lines_may_stand_under_byline(tmp_path: Path) -> None:
    """As other programs write them; what this program wrote holds what it found itself."""
    lines = [{"text": "The quay is shut.", "byline": ["Sam Orr", "Ann Bell"], "section": "Harbour"},
             {"text": "The quay is shut.", "byline": "Sam Orr", "author": "Ann Bell", "section": ["x"]},
             {"text": "The quay is shut.", "byline": ["Sam Orr"], "schema": 1}]  # fmt: skip
    items = read_file(tmp_path / "a.jsonl", "\n".join(map(json.dumps, lines)))
    made = [(item.author, item.section) for item in items if isinstance(item, Article)]
    assert made == [("Sam Orr, Ann Bell", "Harbour"), ("Ann Bell", None), (None, None)]


def test_rows_of_one_name_are_told_apart_by_their_lines(tmp_path: Path) -> None:
    """Both places are said, and the first is kept."""
    path = tmp_path / "t.csv"
    path.write_text('doc,text\nb.txt,"Three, Ana Reyes said."\nb.txt,"Four, Ana Reyes said."\n')
    article, failure = read_paths([str(path)])
    assert isinstance(article, Article) and isinstance(failure, Failure)
    assert failure.where == f"{path}:3" and failure.what.endswith(f"at {path}:2")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_files_of_one_name_in_an_archive_are_all_kept(tmp_path: Path) -> None:
    """Under names of their own."""
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("c.txt", "Five, Ana Reyes said.")
        packed.writestr("c.txt", "Six, Ana Reyes said.")
    docs = [item.doc for item in read_paths([str(path)]) if isinstance(item, Article)]
    assert docs == [f"{path}/c.txt", f"{path}/c.txt (2)"]
