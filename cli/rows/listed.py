"""Rows of lists of articles and outlets; one article by itself stands in articles.py."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from store.records import ArticleLine, OutletLine


def article_line_row(line: ArticleLine, copy_of: str | None = None) -> dict[str, Any]:
    """One article with counts; copy_of: the id of the article that it copies."""
    return asdict(line) | {"copy_of": copy_of}


def outlet_row(outlet: OutletLine) -> dict[str, Any]:
    """One outlet with what is known of it, and counts."""
    return asdict(outlet)
