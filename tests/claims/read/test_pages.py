"""Saved pages, in one file or several: what the page and its head say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.claims.read.makers import (
    TEXT,
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


def _text(folder: Path, made: str) -> str:
    return one_article(read_file(folder / "a.html", made)).text


@pytest.mark.parametrize(
    "frame",
    [
        '<div class="c-newsletter_signup_box"><p>The week in the harbour, said in five minutes.</p></div>',
        '<figure><div class="figcaption">The pier, the mayor said, is old.</div></figure>',
        '<aside class="RelatedLinks"><p>Ferry fares will rise, its operator says</p></aside>',
        '<div class="paywall"><h2>Want it all?</h2><ul><li>Letters from our editors</li></ul></div>',
        "<p>The Harl is a reader-supported publication, and says thank you.</p>",
        "<p>Contact Sam Orr at sorr@gazette.example or 555-0142.</p>",
        "<p>Published on 4 May 2026</p>",
    ],
)
def test_what_is_called_a_part_of_the_frame_goes(tmp_path: Path, frame: str) -> None:
    """By its class, or by what it asks of readers."""
    assert _text(tmp_path, page().replace("</p><p>", f"</p>{frame}<p>", 1)) == TEXT


@pytest.mark.parametrize("name", ["paywall", "text recirc-text"])
def test_a_paragraph_stays_whoever_is_let_in(tmp_path: Path, name: str) -> None:
    """Houses name each paragraph behind their wall."""
    made = (
        page()
        .replace("<p>“It is", f'<p class="{name}">“It is')
        .replace("<p>The bridge", '<p class="paywall">The bridge')
    )
    assert _text(tmp_path, made) == TEXT


@pytest.mark.parametrize("name", ["newsletter-post", "post tag-newsletter", "social-body"])
def test_an_article_stays_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    made = (
        page()
        .replace("<article>", f'<article><div class="{name}">')
        .replace("</article>", "</div></article>")
    )
    assert _text(tmp_path, made) == TEXT
