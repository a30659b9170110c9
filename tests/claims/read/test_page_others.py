"""Teasers of other articles and comments of readers, which are whole sentences and none of the article's."""

from __future__ import annotations

from lxml.html import document_fromstring

from claims.model import Article
from claims.read.decode import Overrides
from claims.read.html_page import page_item
from claims.read.options import ReadOptions
from claims.read.page_blocks import by_readers
from claims.read.page_others import own_of, written_by_readers

BODY = (
    "The swing bridge over the Harl was shut on Monday after inspectors found a crack in its northern pier.",
    "The county said that ferries would run every twenty minutes until it opens again, at no cost to anybody.",
)
COMMENTS = (
    "I have crossed that bridge for thirty years, and everybody knew that the pier was rotten.",
    "The county has money for a new town hall and none for the only road that we have.",
)
SIGNED = ("Posted by: Tom Hale, 27 Sep 2031 | 15:22", "Posted by: Mina T, 28 Sep 2031 | 05:41")


def _page(heading: str) -> str:
    said = "".join(f"<p>{c}</p><p>{s}</p>" for c, s in zip(COMMENTS, SIGNED, strict=True))
    body = "".join(f"<p>{line}</p>" for line in BODY)
    return f"<html><body><article><h1>Bridge shut</h1>{body}{heading}{said}</article></body></html>"


def test_what_readers_wrote_is_none_of_the_article() -> None:
    """Behind a heading over comments, where they are signed."""
    item = page_item(
        _page("<h3>Visitor comments</h3>"), "a", ReadOptions("utf-8", Overrides(), False)
    )
    assert isinstance(item, Article)
    assert item.text.split("\n\n") == list(BODY)


def test_a_text_without_such_a_heading_stays() -> None:
    """Letters to an editor are signed too."""
    assert not written_by_readers(document_fromstring(_page("<h3>Letters</h3>")))


def test_teasers_go_where_an_article_stands_beside_them() -> None:
    """One alone may be all that a page gives."""
    teasers = ["A pier that nobody inspected has cost the county […]", "Ferries are full on […]"]
    assert own_of([*BODY, *teasers]) == list(BODY)
    assert own_of([BODY[0], teasers[0]]) == [BODY[0], teasers[0]]
    assert own_of(teasers) == teasers


def test_what_fits_every_screen_is_not_written_by_readers() -> None:
    """A class "responsive" holds half the word for an answer."""
    said = ("respond", "responses", "article-response", "comments")
    tree = document_fromstring(
        "".join(f"<p class='{name}'>x</p>" for name in (*said, "responsive", "is-responsive"))
    )
    assert [by_readers([p]) for p in tree.iter("p")] == [True] * len(said) + [False] * 2
