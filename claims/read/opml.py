"""Lists of feeds (OPML): each one's address; a list within a list is not followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from claims.model import Failure
from claims.read.address_lists import offered
from claims.read.documents import whole_bytes
from claims.read.options import Item, ReadOptions

MAX_FEEDS = 5_000
"""Of a list that are named."""


def read_opml(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The address of each feed; where nothing is fetched, one line that says how many there are."""
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(whole_bytes(raw), parser)
    found = [] if root is None else [feed for feed in map(_feed, root.iter("{*}outline")) if feed]
    unique = list(dict.fromkeys(found))[:MAX_FEEDS]
    if not unique:
        yield Failure(where, "a list of feeds (OPML) without an address", "check that it is whole")
        return
    rows = ({"url": address, "is": "feed"} for address in unique)
    what = f"a list of {len(unique):,} feed{'s' * (len(unique) != 1)} (OPML), which holds no text"
    yield from offered(rows, what, where, options)


def _feed(outline: object) -> str | None:
    get = getattr(outline, "get", lambda _: None)
    return next((str(v).strip() for v in map(get, ("xmlUrl", "xmlurl", "xmlURL")) if v), None)
