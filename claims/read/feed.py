"""RSS, Atom and JSON feeds: an entry whose own text is whole is an article; what is none is named."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any

from claims.ids import digest
from claims.model import Failure
from claims.read.bylines import byline
from claims.read.dates import in_address, published
from claims.read.documents import document, whole_bytes
from claims.read.html_text import lines_of
from claims.read.options import Item, ReadOptions
from claims.read.page_lines import article_lines
from claims.read.told import told_rows

MIN_WHOLE_CHARACTERS = 1_200
"""Of what a feed calls a summary, from which it is taken for the whole text."""
MAX_FEED_BYTES = 5_000_000
"""Of a feed; reading is slow."""
MAX_ENTRIES = 5_000
"""Of a feed that are read."""
_APPEARED = re.compile(r"The post .{1,300} (?:appeared first|first appeared) on .{1,100}\.?$")
_CUT = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\b(?:read more|continue reading|read on)\W*)\s*$", re.IGNORECASE
)


def read_feed(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """An article for each entry with a whole text, a failure for any other."""
    body = whole_bytes(raw)
    if len(body) > MAX_FEED_BYTES:
        yield Failure(where, f"a feed longer than {MAX_FEED_BYTES // 1_000_000} MB", "split it")
        return
    rows = (
        _json_rows(body)
        if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
        else _xml_rows(body, options.url)
    )
    number = without = 0
    for number, row in enumerate(rows[:MAX_ENTRIES], 1):
        item = _entry(row, f"{where}:{number}", options)
        without += isinstance(item, Failure) and item.skipped
        yield item
    if not number:
        yield Failure(
            where, "a feed without entries", "check that it is a whole RSS, Atom or JSON feed"
        )
    elif number == without and not options.fetching:
        yield Failure(
            where,
            f"none of its {number} entries holds its whole text",
            "save the pages and name them, or say --fetch",
        )


def _entry(row: dict[str, Any], where: str, options: ReadOptions) -> Item:
    mark = row.pop("mark")
    if not row.pop("whole"):
        named = row.get("url") or row.get("title") or "an entry"
        known = {key: row[key] for key in ("title", "outlet", "published") if row.get(key)}
        return Failure(
            where, f"holds no whole text ({named})", "save the page and name it, or say --fetch",
            skipped=True, address=row.get("url"), known={**known, "mark": mark},
        )  # fmt: skip
    return document(row, where, options, among_others=True)


def _row(
    entry: dict[str, Any], text: str, outlet: str | None, authors: list[str], whole: bool
) -> dict[str, Any]:
    title = " ".join(lines_of(str(entry.get("title") or ""))) or None
    lines = [line for line in article_lines(lines_of(text), title) if not _APPEARED.match(line)]
    written = byline(authors, outlet)
    return {
        "text": "\n\n".join(lines),
        "mark": digest(
            str(entry.get("title")),
            str(entry.get("updated") or entry.get("date_modified") or ""),
            text,
        ),
        "whole": bool(lines) and whole and not _CUT.search(lines[-1]),
        "title": title,
        "outlet": outlet,
        "author": written.author,
        "wire": written.wire,
    }


def _xml_rows(body: bytes, url: str | None) -> list[dict[str, Any]]:
    import feedparser

    feed = feedparser.parse(
        body, sanitize_html=False, response_headers={"content-location": url} if url else {}
    )
    publisher = feed.feed.get("title")
    return [_xml_row(entry, publisher, feed.feed.get("language")) for entry in feed.entries]


def _xml_row(entry: Any, publisher: str | None, language: str | None) -> dict[str, Any]:
    contents = [c.get("value") or "" for c in entry.get("content") or ()]
    summary = entry.get("summary") or ""
    text = max((*contents, summary), key=len)
    whole = bool(contents and text in contents) or len(text) >= MIN_WHOLE_CHARACTERS
    source = (entry.get("source") or {}).get("title")
    authors = [a.get("name") or "" for a in entry.get("authors") or ()] or [
        entry.get("author") or ""
    ]
    row = _row(
        entry,
        text,
        source or publisher,
        [re.sub(r"\S{1,254}@\S+|[()]", " ", a) for a in authors],
        whole,
    )
    tags = [tag.get("term") for tag in entry.get("tags") or () if tag.get("term")]
    return row | {
        "url": entry.get("link"),
        "published": _day(entry.get("published"), entry.get("link"), entry.get("updated")),
        "section": tags[0] if len(tags) == 1 else None,
        "language": (language or "")[:2].lower() or None,
        "told": _told(entry, row["title"], authors, tags, source, publisher, language),
    }


def _day(given: Any, url: Any, changed: Any) -> str | None:
    """When an entry appeared; an Atom entry must hold when it was changed alone (RFC 4287, 4.1.1)."""
    return (
        published(str(given or "")) or in_address(str(url or "")) or published(str(changed or ""))
    )


def _told(
    entry: Any, title: str | None, authors: list[str], tags: list[str],
    source: str | None, publisher: str | None, language: str | None,
) -> list[dict[str, str]]:  # fmt: skip
    """Every value of an entry and its feed, with where it stands."""
    own = {
        "title": title, "url": entry.get("link"), "author": authors, "published": entry.get("published"),
        "modified": entry.get("updated"), "section": tags,
    }  # fmt: skip
    return [
        *told_rows("feed entry", own),
        *told_rows("feed source", {"outlet": source}),
        *told_rows("feed title", {"outlet": publisher}),
        *told_rows("feed language", {"language": language}),
    ]


def _json_rows(body: bytes) -> list[dict[str, Any]]:
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"))
        items = [item for item in feed.get("items") or () if isinstance(item, dict)]
    except (ValueError, RecursionError, AttributeError, TypeError):
        return []
    return [_json_row(item, feed) for item in items]


def _json_row(item: dict[str, Any], feed: dict[str, Any]) -> dict[str, Any]:
    text = str(item.get("content_html") or "")
    if not text:
        text = "".join(
            f"<p>{_escaped(p)}</p>" for p in str(item.get("content_text") or "").split("\n")
        )
    people = item.get("authors") or [item.get("author")]
    authors = [str(a["name"]) for a in people if isinstance(a, dict) and a.get("name")]
    outlet = feed.get("title")
    row = _row(item, text, outlet if isinstance(outlet, str) else None, authors, True)
    url = item.get("url") or item.get("external_url")
    return row | {
        "url": url,
        "published": _day(item.get("date_published"), url, item.get("date_modified")),
        "language": str(item.get("language") or feed.get("language") or "")[:2].lower() or None,
    }


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
