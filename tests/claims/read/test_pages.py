"""Saved pages, in one file or several: what the page and its head say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.claims.read.makers import (
    json_ld,
    page,
)  # fmt: skip
from tests.claims.read.reading import (
    WHOLE,
    one_article,
    read_file,
)


def test_a_page_is_read_with_all_that_its_head_says(tmp_path: Path) -> None:
    """The golden article; buttons, captions, navigation and the foot stay behind."""
    above = "<ul><li>Tweet</li><li>Share this</li></ul><p>1 of 4 | The bridge on Monday</p>"
    path = tmp_path / "a.html"
    read = one_article(read_file(path, page(head=json_ld(), above=above)))
    assert read == replace(WHOLE, doc=str(path))


def test_a_saved_archive_of_a_page_is_read_the_same(tmp_path: Path) -> None:
    """MHTML, whose part names no encoding, with the address from which it was saved."""
    body = page(head=json_ld()).encode()
    raw = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/harbour/1\r\n"
        b"Subject: x\r\nDate: Tue, 05 May 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        + body
        + b"\r\n--b--\r\n"
    )
    path = tmp_path / "a.mhtml"
    url = "https://gazette.example/harbour/1"
    assert one_article(read_file(path, raw)) == replace(WHOLE, doc=str(path), url=url)


def test_a_page_in_one_file_keeps_where_it_was_saved_from(tmp_path: Path) -> None:
    """SingleFile's comment; embedded pictures count for nothing."""
    comment = "<!--\n Page saved with SingleFile \n url: https://gazette.example/harbour/7 \n-->"
    picture = "data:image/png;base64," + "A" * 6_000_000
    raw = (
        page()
        .replace("<html", f"{comment}<html")
        .replace("<aside>", f'<aside><img src="{picture}">')
    )
    assert (
        one_article(read_file(tmp_path / "a.html", raw)).url == "https://gazette.example/harbour/7"
    )


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8"])
def test_a_page_says_its_encoding_or_shows_it(tmp_path: Path, encoding: str) -> None:
    """Declared wrongly or not at all."""
    raw = page().replace("Brandt", "Brändt").encode(encoding)
    assert (
        "“It is a precaution,” said Mayor Ilse Brändt"
        in one_article(read_file(tmp_path / "a.htm", raw)).text
    )
