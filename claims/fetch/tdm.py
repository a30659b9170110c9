"""Whether a publisher reserves text and data mining: the TDM Reservation Protocol, in a page, a header or a file
of its host; the nearer to the text wins."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from claims.fetch.model import Reservation

PATH = "/.well-known/tdmrep.json"
MAX_FILE_BYTES = 500 * 1024
MAX_RULES = 1_000
HEAD_BYTES = 256 * 1024
"""Of a page in which its meta tags are looked for."""
_META = re.compile(rb"<meta\b([^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]{1,60})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def of_header(headers: Mapping[str, str]) -> Reservation | None:
    """What the header of an answer says."""
    return _said(headers.get("tdm-reservation"), headers.get("tdm-policy"), "header")


def of_page(body: bytes) -> Reservation | None:
    """What the meta tags of a page say."""
    head = _without_comments(body[:HEAD_BYTES])
    told: dict[str, str] = {}
    for tag in _META.finditer(head):
        values = attributes(tag[1])
        name = values.get("name", "").strip().lower()
        if name in ("tdm-reservation", "tdm-policy"):
            told.setdefault(name, values.get("content", ""))
    return _said(told.get("tdm-reservation"), told.get("tdm-policy"), "meta")


def attributes(tag: bytes) -> dict[str, str]:
    """The attributes of a tag, their names in lower letters."""
    found = _ATTRIBUTE.finditer(tag.decode("utf-8", "replace"))
    return {m[1].lower(): m[2] or m[3] or m[4] or "" for m in found}


def _without_comments(head: bytes) -> bytes:
    """What a browser sees of it; in one walk, for a pattern would look to the end again and again."""
    kept, at = [], 0
    while (start := head.find(b"<!--", at)) >= 0:
        kept.append(head[at:start])
        end = head.find(b"-->", start)
        if end < 0:
            return b"".join(kept)
        at = end + 3
    return b"".join((*kept, head[at:]))


def of_file(rules: list[Any], url: str) -> Reservation | None:
    """What the first rule that fits an address says."""
    parts = urlsplit(url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    for rule in rules[:MAX_RULES]:
        if isinstance(rule, dict) and _fits(rule.get("location"), path):
            return _said(rule.get("tdm-reservation"), rule.get("tdm-policy"), "tdmrep.json")
    return None


def rules_of(body: bytes) -> list[Any]:
    """The rules of a host's file; none where it is broken."""
    try:
        rules = json.loads(body)
    except (ValueError, RecursionError):
        return []
    return rules if isinstance(rules, list) else []


def _fits(location: object, path: str) -> bool:
    """Whether a path is one of a location with * and a closing $; in time that does not explode."""
    if not isinstance(location, str) or not location:
        return False
    ends = location.endswith("$")
    first, *others = location.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not others:
        return at == len(path) if ends else True
    *middle, last = others
    for piece in middle:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if ends:
        return path.endswith(last) and len(path) - len(last) >= at
    return path.find(last, at) >= 0


def _said(value: object, policy: object, source: str) -> Reservation | None:
    word = (
        str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    )
    if word not in ("0", "1"):
        return None
    named = policy.strip()[:1000] if isinstance(policy, str) and policy.strip() else None
    return Reservation(word == "1", source, named)
