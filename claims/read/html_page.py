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
from claims.read.html_text import parsed
from claims.read.options import Item, ReadOptions
from claims.read.page_lines import article_lines
from claims.read.page_metadata import Page


def read_page(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The article of a page."""
    told = options.encoding if options.encoding.lower() not in ("utf-8", "utf8") else None
    yield page_item(decoded_page(whole_bytes(raw), told), where, options, options.url)


def page_item(page: str, where: str, options: ReadOptions, url: str | None = None) -> Item:
    """The same of a page's text; url is where it was fetched or saved from."""
    try:
        page = prescan.without_data(page)
        prescan.check(page)
    except UnreadableError as error:
        return Failure(where, error.what, error.next_step)
    # NULs and a declared encoding would end or spoil the parse of what is text already.
    tree = parsed(page.replace("\x00", ""))
    if tree is None:
        return Failure(where, "a page without content", "leave it out")
    row = Page(tree, url).row()
    text = "\n\n".join(article_lines(_text(page).split("\n"), row["title"]))
    return document({**row, "text": text}, where, options)


def _text(page: str) -> str:
    from trafilatura import bare_extraction

    tree = parsed(page.replace("\x00", ""))
    found = bare_extraction(tree, include_comments=False) if tree is not None else None
    return str(getattr(found, "text", "") or "")
