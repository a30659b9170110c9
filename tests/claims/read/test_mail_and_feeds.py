"""Newsletters, mailboxes and feeds: one article an entry."""

from __future__ import annotations

import json
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Article, Failure
from claims.read import read_paths
from tests.claims.read.makers import (
    PARAGRAPHS,
    TEXT,
    TITLE,
    entry,
    message,
    rss,
)  # fmt: skip
from tests.claims.read.reading import (
    WHOLE,
    mailbox,
    one_article,
    read_file,
)


def test_a_newsletter_is_read_with_sender_subject_and_day(tmp_path: Path) -> None:
    """From its page where it has one, else from its lines made whole."""
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    frame = f"<p>View in browser</p>{shown}<p>Unsubscribe</p>"
    wrapped = "\n\n".join(map(textwrap.fill, PARAGRAPHS))
    for number, made in enumerate((message("Look.", html=frame), message(wrapped))):
        path = tmp_path / f"{number}.eml"
        assert one_article(read_file(path, made.as_bytes())) == Article(
            str(path),
            TEXT,
            title=TITLE,
            outlet="Ellery Gazette",
            published="2026-05-04T09:20:00+02:00",
        )


def test_a_message_names_the_attachments_that_are_not_read(tmp_path: Path) -> None:
    """With the article, as a doubt."""
    made = message(TEXT)
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="Brief.pdf")
    assert one_article(read_file(tmp_path / "a.eml", made.as_bytes())).warnings == (
        "attachments are not read: Brief.pdf",
    )


def test_a_mailbox_is_split_where_messages_begin(tmp_path: Path) -> None:
    """Not at a line of a text that begins with From."""
    items = read_file(
        tmp_path / "a.mbox", mailbox(f"{TEXT}\n\nFrom here the road is shut, he said.", TEXT)
    )
    assert [item.doc.rpartition(":")[2] for item in items if isinstance(item, Article)] == [
        "1",
        "2",
    ]
    assert "From here the road" in items[0].text  # type: ignore[union-attr]


def test_a_feed_gives_whole_entries_and_names_the_others(tmp_path: Path) -> None:
    """An entry with a teaser is no error."""
    whole, teaser = read_file(
        tmp_path / "a.xml", rss([entry(whole=True), entry(whole=False, number=2)])
    )
    assert whole == replace(
        WHOLE,
        doc=f"{tmp_path}/a.xml:1",
        author="Sam Orr",
        section=None,
        url="https://gazette.example/harbour/1",
    )
    assert isinstance(teaser, Failure) and teaser.skipped
    assert teaser.what == "holds no whole text (https://gazette.example/harbour/2)"


def test_a_json_feed_is_no_json_lines(tmp_path: Path) -> None:
    """The content decides, in a folder too."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Ellery Gazette",
        "items": [{"id": "1", "title": TITLE, "content_text": TEXT, "date_published": "2026-05-04"}],
    }  # fmt: skip
    read_file(tmp_path / "feed.json", json.dumps(feed, indent=1))
    article = one_article(list(read_paths([str(tmp_path)])))
    assert (article.text, article.published, article.outlet) == (
        TEXT,
        "2026-05-04",
        "Ellery Gazette",
    )


def test_an_entry_keeps_where_each_value_stands(tmp_path: Path) -> None:
    """Its own, its source's before its feed's; of a message the fields."""
    source = entry(whole=True).replace("</item>", "<source>Harbour Post</source></item>")
    read = one_article(read_file(tmp_path / "a.xml", rss([source])))
    told = [(told.value, told.source) for told in read.told if told.key == "outlet"]
    assert read.outlet == told[0][0] == "Harbour Post"
    assert told == [("Harbour Post", "feed source"), ("Ellery Gazette", "feed title")]
    letter = one_article(read_file(tmp_path / "a.eml", message(TEXT).as_bytes()))
    assert ("Ellery Gazette", "message header") in [(t.value, t.source) for t in letter.told]


@pytest.mark.parametrize(
    ("days", "address", "published"),
    [
        ("<published>2026-05-03T08:00:00Z</published>", "/bridge", "2026-05-03T08:00:00+00:00"),
        ("", "/2026/05/02/bridge", "2026-05-02"),
        ("", "/bridge", "2026-05-04T09:20:00+02:00"),
    ],
)
def test_an_entry_without_a_day_of_its_own_has_that_of_its_address_or_of_its_change(
    tmp_path: Path, days: str, address: str, published: str
) -> None:
    """Atom asks for the change alone, so most feeds give nothing else."""
    body = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in PARAGRAPHS)
    atom = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ellery Gazette</title>'
        f'<entry><title>{TITLE}</title><link href="https://gazette.example{address}"/>{days}'
        f'<updated>2026-05-04T09:20:00+02:00</updated><content type="html">{body}</content></entry></feed>'
    )
    assert one_article(read_file(tmp_path / "feed.xml", atom.encode())).published == published
