"""An outlet's front page is no article; where it names its feed, that is what its reader may want."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from claims.fetch.addresses import shown_address, web_address
from claims.fetch.model import Fetched, FetchError
from claims.fetch.tdm import HEAD_BYTES, attributes

_LINK = re.compile(rb"<link\b([^<>]{0,2000})>", re.IGNORECASE)
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def is_front_page(address: str) -> bool:
    """Whether an address is that of a host and of nothing on it."""
    parts = urlsplit(address)
    return not parts.path.strip("/") and not parts.query


def what_else(answer: Fetched) -> str:
    """What to name in place of a front page."""
    for tag in _LINK.finditer(answer.body[:HEAD_BYTES]):
        told = attributes(tag[1])
        if "alternate" in told.get("rel", "").lower() and told.get("type", "").lower() in _FEEDS:
            try:
                feed = web_address(told.get("href", ""), answer.address).url
            except FetchError:
                continue
            return f"its feed is {shown_address(feed)}"
    return "name the article, or a feed"
