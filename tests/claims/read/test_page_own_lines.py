"""Which lines of a page's text are the article's: what its people say to one another stays, what the page says to
its readers goes, and what credits somebody stays wherever it is."""

from __future__ import annotations

import time

import pytest

from claims.model import Article
from claims.read.decode import Overrides
from claims.read.html_page import page_item
from claims.read.options import ReadOptions
from claims.read.page_extract import is_credit

TITLE = "The ferry that nobody wanted to sell"
BODY = (
    "Ilse Brandt has run the ferry between Merriden and Port Ellery for thirty years, and this winter the county "
    "wanted to buy it from her.",
    "We had questions, so we did what our members have always done. We asked them, on the website and by email, and "
    "you would not believe how many of them wrote back to us within a day.",
    "Would you have sold it to anybody else? Our readers have asked us that, and your answer was in their inbox before "
    "we could write it down ourselves.",
    "“No,” she said. “You do not sell what your neighbours stand on, and you do not ask them twice.”",
    "The county said on Monday that it would build a landing of its own, at a cost of two million crowns.",
)


def _read(page: str) -> list[str]:
    item = page_item(page, "ferry", ReadOptions("utf-8", Overrides(), False))
    assert isinstance(item, Article)
    return item.text.split("\n\n")


def _page(foot: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{body}{foot}"
        "</article></body></html>"
    )


def test_an_article_that_says_we_and_you_is_read_whole() -> None:
    """Words for readers and newsletters stand in articles too; long lines that hold them were left out."""
    assert _read(_page()) == list(BODY)


@pytest.mark.parametrize(
    "foot",
    [
        '<p><a href="/a">Sign up for our newsletter</a> and get the harbour in your inbox every morning.</p>',
        "<h3>More from the harbour</h3><ul><li><a href='/b'>Bridge shut for a third week</a></li>"
        "<li><a href='/c'>Who pays for the new pier</a></li></ul>",
        "<p>Photo: Ann Bell</p>",
    ],
    ids=["a newsletter", "other pages", "a picture's credit"],
)
def test_what_the_page_says_around_it_goes(foot: str) -> None:
    """Below the last paragraph."""
    assert _read(_page(foot)) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "By Sam Orr",
        "Additional reporting by Ann Bell; Editing by Rolf Dane",
        "Associated Press writer Shelby Byrne contributed to this report.",
        "— Harl Lines (@harllines) May 4, 2026",
        "Reuters",
    ],
)
def test_who_wrote_and_whose_post_it_is_stays(line: str) -> None:
    """It is evidence, whatever the line looks like."""
    assert is_credit(line)


def test_a_page_of_very_many_lines_is_read_in_time() -> None:
    """The cost of a line does not grow with the number of lines."""
    page = _page("".join(f"<p>Line {n} of the list is short.</p>" for n in range(9_000)))
    began = time.process_time()
    lines = _read(page)
    assert time.process_time() - began < 12
    assert len(lines) > 5_000
