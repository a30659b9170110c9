"""What a page says of its article in JSON-LD: the most telling node of all its scripts; no other tag is
looked at."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_SCRIPTS = 40
"""Of a page that are looked at."""
MAX_DEPTH_NODES = 12
"""Nodes within one another that are looked at."""
_TELLING = ("headline", "datePublished", "author", "publisher", "articleBody", "articleSection")
_REFERRING = ("author", "creator", "publisher", "sourceOrganization", "copyrightHolder", "provider")
_RAW_BREAK = re.compile(r"[\x00-\x1f]+")
_LAST_COMMA = re.compile(r",(\s{0,99}[}\]])")


def scripts(tree: HtmlElement) -> list[str]:
    """Those of a page that are JSON-LD."""
    found = (s for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower())
    return [script.text or "" for script in found]


def article_node(scripts: list[str], shown: Sequence[str] = ()) -> dict[str, Any]:
    """The node with most of what an article has, first of all one whose headline the page shows; an empty
    one where no node has any. What it only refers to is put in its place."""
    nodes = [node for script in scripts[:MAX_SCRIPTS] for node in _nodes(_parsed(script), 0)]
    heads = {_folded(words) for words in shown} - {""}
    weights = [_weight(node, heads) for node in nodes]
    if not any(weights):
        return {}
    best = nodes[weights.index(max(weights))]
    named = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")
    }
    return {
        **best,
        **{
            key: [_referred(v, named) for v in listed(best[key])]
            for key in _REFERRING
            if key in best
        },
    }


def _referred(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """The node that a value only refers to."""
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def _folded(words: object) -> str:
    return re.sub(r"\W+", "", words).casefold() if isinstance(words, str) else ""


def _weight(node: dict[str, Any], heads: set[str]) -> float:
    types = " ".join(map(str, listed(node.get("@type"))))
    if not any(node.get(key) for key in ("headline", "datePublished", "articleBody")):
        return 0
    bonus = 0.5 if re.search(r"Article|Posting|Report", types) else 0
    shown = (
        MAX_DEPTH_NODES
        if heads and _folded(html.unescape(str(node.get("headline")))) in heads
        else 0
    )
    return sum(bool(node.get(key)) for key in _TELLING) + bonus + shown


def listed(value: Any) -> list[Any]:
    """A value as the list that it is or could have been."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH_NODES:
        return
    for item in listed(value):
        if isinstance(item, dict):
            yield item
            for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
                yield from _nodes(item.get(key), depth + 1)


def _parsed(script: str) -> Any:
    text = re.sub(
        r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$", "", script
    )
    for attempt in (text, _LAST_COMMA.sub(r"\1", _RAW_BREAK.sub(" ", text))):
        try:
            return json.loads(attempt)
        except (ValueError, RecursionError):
            continue
    try:
        return json.loads(_RAW_BREAK.sub(" ", html.unescape(text)))
    except (ValueError, RecursionError):
        return None
