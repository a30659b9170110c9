"""A page of an outlet, as saved, to its one article: what its head says, and its text without the
page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from claims.model import Failure
from claims.read import prescan
from claims.read.charset import decoded_page
from claims.read.decode import UnreadableError
from claims.read.documents import document, whole_bytes
from claims.read.exports.reader import page_export
from claims.read.exports.records import articles
from claims.read.html_text import parsed
from claims.read.options import Item, ReadOptions
from claims.read.page_extract import own_lines
from claims.read.page_lines import article_lines, without_repeated_head
from claims.read.page_metadata import Page

MIN_SHOWN_SHARE = 0.5
"""Of the text that a page's head holds, below which the page itself does not show its article."""


def read_page(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The article of a page, or those of an archive's export."""
    told = options.encoding if options.encoding.lower() not in ("utf-8", "utf8") else None
    page = prescan.without_data(decoded_page(whole_bytes(raw), told))
    export = page_export(page)
    if export is not None:
        yield from articles(*export, where, options, wrapped=False)
    else:
        yield page_item(page, where, options, options.url)


def page_item(page: str, where: str, options: ReadOptions, url: str | None = None) -> Item:
    """The same of a page's text; url is where it was fetched or saved from."""
    try:
        page = prescan.without_data(page)
        prescan.check(page)
    except UnreadableError as error:
        return Failure(where, error.what, error.next_step)
    page = page.replace("\x00", "")  # which would end the parse
    tree = parsed(page)
    if tree is None:
        return Failure(where, "a page without content", "leave it out")
    told = Page(tree, url)
    row = told.row()
    own = article_lines(told.body(), row["title"])
    lines = article_lines(own_lines(tree, row), row["title"])  # which takes the tree apart
    # A page that a script draws has its text in its head alone, from where extraction takes it in one line.
    if _size(lines) < MIN_SHOWN_SHARE * _size(own) or len(lines) == 1 < len(own):
        lines = own
    lines = without_repeated_head(lines, row)
    return document({**row, "text": "\n\n".join(lines)}, where, options)


def _size(lines: list[str]) -> int:
    return sum(map(len, lines))
