"""What is broken or no article is said in a line, what is not English is marked, and folders name what
they pass over."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from claims.model import Article, Failure
from claims.read import read_paths
from tests.claims.read.makers import (
    TITLE,
    archive,
    docx,
    json_ld,
    page,
    pdf,
    rss,
    warc,
)  # fmt: skip
from tests.claims.read.reading import (
    one_article,
    problem_of,
    read_file,
)


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        ("a.html", "<html><body></body></html>", "no text of an article"),
        ("a.html", "", "page without content"),
        ("a.docx", docx()[:300], "broken DOCX"),
        ("a.docx", archive({"x": "y"}), "no Word document"),
        ("a.pdf", pdf([[""]]), "PDF without text"),
        ("a.pdf", b"%PDF-1.7 cut", "broken PDF"),
        ("a.eml", "Subject: x\nMIME-Version: 1.0\nFrom: a@b.example\n\n", "no text of an article"),
        ("a.xml", rss([]), "feed without entries"),
        ("a.csv", "title,url\nx,https://a.example\n", "table of addresses"),
        ("a.csv", "title,topic\nx,y\n", "without a column of text"),
        ("a.csv", "text,title\n", "table without rows"),
        ("a.zip", archive({"a": "b"})[:40], "broken ZIP"),
        ("a.parquet", b"PAR1 cut", "broken Parquet"),
        ("a.warc", b"WARC/1.0\r\n\r\n", "web archive"),
        ("a.opml", "<opml version='2.0'/>", "a list of feeds"),
        ("a.xml", "<invoice/>", "XML of a kind"),
        ("a.xml", "<newsItem/>", "holds no text"),
        ("a.rtf", "{\\rtf1 }", "no text of an article"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "old Office file"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "content",
)
def test_what_is_broken_or_no_article_is_one_line(
    tmp_path: Path, name: str, raw: bytes | str, what: str
) -> None:
    """With its reason."""
    assert what in problem_of(read_file(tmp_path / name, raw))


def test_what_is_not_english_is_kept_and_marked(tmp_path: Path) -> None:
    """As the text shows, whatever the page says; in a text file and a line of JSON too."""
    french = (
        "Le pont a été fermé lundi après la découverte d'une fissure, a annoncé la mairie du port."
    )
    files = {
        "a.html": page([french] * 4, title="Le pont est fermé"),
        "a.txt": french,
        "a.jsonl": json.dumps({"doc": "x", "text": french, "language": "en"}),
    }
    for name, raw in files.items():
        read = one_article(read_file(tmp_path / name, raw))
        assert (read.unread_language, read.language, french in read.text) == ("fr", "fr", True)


def test_the_content_decides_and_the_user_overrides(tmp_path: Path) -> None:
    """A page called a text is a page, unless it is said to be a text."""
    raw = page(head=json_ld())
    assert one_article(read_file(tmp_path / "a.txt", raw)).title == TITLE
    assert one_article(read_file(tmp_path / "a.txt", raw, format="text")).text == raw
    assert one_article(list(read_paths(["-"], stdin=io.BytesIO(raw.encode())))).title == TITLE


def test_a_folder_names_what_it_passes_over(tmp_path: Path) -> None:
    """The parts of a saved page, pictures and data, which are no errors."""
    (tmp_path / "a.html").write_text(page())
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "frame.html").write_text(page())
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    (tmp_path / "data.json").write_text("{}")
    items = list(read_paths([str(tmp_path)]))
    assert [item.doc for item in items if isinstance(item, Article)] == [str(tmp_path / "a.html")]
    passed_over = [item for item in items if isinstance(item, Failure) and item.skipped]
    assert {item.where.rpartition("/")[2]: item.what for item in passed_over} == {
        "a_files": "the parts of a saved page",
        "logo.png": "a picture",
        "data.json": ".json is read only where it is named",
    }


def test_a_folder_may_hold_pipes_and_dead_links(tmp_path: Path) -> None:
    """Neither is waited for; an article's dead link is a failure."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "logo").symlink_to(tmp_path / "gone.png")
    items = [item for item in read_paths([str(tmp_path)]) if isinstance(item, Failure)]
    assert [(item.where.rpartition("/")[2], item.skipped) for item in items] == [
        ("a.txt", False), ("logo", True), ("pipe", True),
    ]  # fmt: skip


def test_a_pattern_is_read_and_an_empty_one_named(tmp_path: Path) -> None:
    """For shells that hand it on."""
    (tmp_path / "a.txt").write_text("The quay is shut.")
    assert one_article(list(read_paths([f"{tmp_path}/*.txt"]))).text == "The quay is shut."
    assert "pattern" in problem_of(list(read_paths([f"{tmp_path}/*.pdf"])))


def test_an_extra_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, with what installs it."""
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    (failure,) = read_file(tmp_path / "a.warc", warc())
    assert isinstance(failure, Failure) and failure.next_step == "pip install 'onrecord[warc]'"
