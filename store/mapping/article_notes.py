"""What a file says of its article beside title, outlet and date, as columns; those stand in to_rows.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from claims.model import Article, Header, Inferred, Told, told_words


def notes(article: Article, header: Header | None = None) -> dict[str, Any]:
    """Section, languages, when it was modified, and every value with where it stands in the file; those
    of the text's own head and foot too; and how it was fetched."""
    told = (*article.told, *_of_text(article, header or Header()))
    return {
        "section": article.section,
        "language": article.language,
        "unread_language": article.unread_language,
        "modified": article.first_told("modified"),
        "told": [asdict(told) for told in dict.fromkeys(told)],  # the same from the same place once
        "retrieval": asdict(article.retrieval) if article.retrieval else None,
    }


def _of_text(article: Article, header: Header) -> Iterator[Told]:
    """What the lines above and below the text say; what came with a reading has no place there."""
    line = header.dateline
    found: list[tuple[str, Inferred]] = [
        *(("outlet", item) for item in (header.outlet,) if item and item != header.wire),
        *(("author", item) for item in header.byline),
        *(("contributor", item) for item in header.contributors),
        *(("editor", item) for item in header.editors),
        *(("wire", item) for item in header.credits),
        *([("dateline", Inferred(line.evidence.text, line.evidence))] if line else []),
    ]
    for key, item in found:
        value = told_words(item.value)
        if item.evidence.text and value:
            foot = item.evidence.span.start * 2 > len(article.text)
            yield Told(key, value, f"the text's {'foot' if foot else 'head'}")
