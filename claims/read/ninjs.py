"""News in JSON (IPTC ninjs, any version) to an article for each item of text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any

from claims.model import Failure
from claims.read.agency_items import agency_row
from claims.read.documents import document, whole_bytes
from claims.read.html_text import lines_of
from claims.read.options import Item, ReadOptions
from claims.read.page_lines import article_lines
from claims.read.told import told_rows

MAX_ITEMS = 20_000
"""Of a file that are read."""
_BODIES = re.compile(rb'"bodies"\s{0,9}:\s{0,9}\[|"body_?(?:x?html|text)"\s{0,9}:', re.IGNORECASE)
_ITS = re.compile(
    rb'"(?:version_?created|first_?created|info_?sources|byline|headlines|pub_?status)"\s{0,9}:', re.IGNORECASE
)  # fmt: skip
_NAMED = re.compile(rb'"name"\s{0,9}:\s{0,9}"ninjs"|/ninjs-schema_|"\$schema"[^,}]{0,200}ninjs')


def is_ninjs(head: bytes) -> bool:
    """Whether it begins as such a file: the keys of its items are no other format's."""
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return False
    return bool(_NAMED.search(head)) or (
        bool(_BODIES.search(head)) and len(set(_ITS.findall(head))) > 1
    )


def read_ninjs(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """An article for each item; what holds no text is named."""
    items = _items(whole_bytes(raw).decode("utf-8-sig", "replace"))
    for number, item in enumerate(items[:MAX_ITEMS], 1):
        alone = len(items) == 1
        yield _article(item, where if alone else f"{where}:{number}", options, alone=alone)
    if not items:
        yield Failure(where, "a ninjs file without an item", "check that it is whole JSON")


def _items(text: str) -> list[dict[str, Any]]:
    """The objects of the file: one, a list of them, or one a line."""
    try:
        whole = json.loads(text)
    except ValueError:
        whole = [_parsed(line) for line in text.splitlines()]
    return [
        item for item in (whole if isinstance(whole, list) else [whole]) if isinstance(item, dict)
    ]


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _article(raw: dict[str, Any], where: str, options: ReadOptions, *, alone: bool) -> Item:
    item = _folded(raw)
    values = _values(item)
    lines = article_lines(_body(item), values["title"])
    if not lines:
        kind = item.get("type") or "an item"
        return Failure(where, f"holds no text ({values['title'] or kind})", skipped=not alone)
    row = {**agency_row(values), "text": "\n\n".join(lines), "told": told_rows("ninjs", values)}
    return document(row, where, options, among_others=not alone)


def _values(item: dict[str, Any]) -> dict[str, Any]:
    """What the item says, by the keys of an article."""
    rights = _folded(item.get("rightsinfo"))
    sources = [_name(source) for source in _listed(item.get("infosources"))]
    credits = [item.get("creditline"), item.get("credit"), *sources]
    first = item.get("firstcreated") or item.get("contentcreated") or item.get("versioncreated")
    return {
        "title": _chosen(item.get("headlines"), ("main", "headline"))
        or _text(item.get("headline") or item.get("title")),
        "author": [_text(item.get("by")) or _text(item.get("byline")), *map(_name, _listed(item.get("creators")))],
        "wire": [credit for credit in map(_text, credits) if credit],
        "outlet": _name(item.get("provider")) or _text(item.get("source")),
        "owner": _text(item.get("copyrightholder")) or _name(rights.get("copyrightholder")),
        "dateline": _text(item.get("dateline")) or _text(item.get("located")),
        "published": _text(first),
        "modified": _text(item.get("versioncreated")),
        "section": _name(next(iter(_listed(item.get("desks") or item.get("sections"))), None)),
        "language": _text(item.get("language")),
        "url": _text(item.get("uri")),
    }  # fmt: skip


def _body(item: dict[str, Any]) -> list[str]:
    """The lines of the richest text."""
    bodies = [_folded(body) for body in _listed(item.get("bodies"))]
    marked = [
        b for b in bodies if "html" in _text(b.get("contenttype")) or "<p" in _text(b.get("value"))
    ]
    rich = [_text(b.get("value")) for b in marked]
    rich += [_text(item.get("bodyxhtml")), _text(item.get("bodyhtml"))]
    for page in filter(None, rich):
        if lines := lines_of(page):
            return lines
    plain = [_text(b.get("value")) for b in bodies] + [_text(item.get("bodytext"))]
    return next(filter(None, plain), "").split("\n")


def _chosen(values: Any, roles: tuple[str, ...]) -> str:
    rows = [_folded(value) for value in _listed(values)]
    rows.sort(key=lambda row: row.get("role") not in roles)
    return next((value for row in rows if (value := _text(row.get("value")))), "")


def _name(value: Any) -> str:
    row = _folded(value)
    return _text(row.get("name")) or _text(row.get("literal")) or _text(value)


def _folded(value: Any) -> dict[str, Any]:
    """The object with its keys in lower letters alone, as versions differ in nothing else."""
    if not isinstance(value, dict):
        return {}
    return {re.sub(r"[\W_]+", "", str(key)).lower(): item for key, item in value.items()}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
