"""Claims that the machine missed, as people enter them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from claims.errors import UsageError
from claims.ids import claim_id, digest
from claims.model import Span, Spans, text_of
from claims.rules.vocabulary import saying_of_stance
from store.mapping.to_rows import context_columns
from store.tables import ArticleRow, ClaimRow
from store.tables.columns import col

_PARTS = ("cue", "source", "content")


def as_text(entered: Mapping[str, object]) -> str:
    """A claim that a person entered, as its decision keeps it."""
    return json.dumps(dict(entered), ensure_ascii=False)


def enter_claim(connection: Connection, entered: Mapping[str, Any]) -> str:
    """Inserts the row of a claim that a person found; raises UsageError on spans outside the
    article."""
    query = select(col(ArticleRow.text)).where(col(ArticleRow.id) == entered["article"])
    text = connection.execute(query).scalar()
    spans = {
        part: tuple(Span(*pair) for pair in sorted(entered.get(part) or ())) for part in _PARTS
    }
    every = [span for part in spans.values() for span in part]
    if text is None or not spans["content"] or not all(_inside(span, text) for span in every):
        raise UsageError(
            "the claim's spans lie outside the article; offsets count code points of its text"
        )
    id = claim_id(entered["article"], spans["cue"], spans["source"], spans["content"])
    while connection.execute(select(col(ClaimRow.id)).where(col(ClaimRow.id) == id)).first():
        id = digest("claim", id, "again", entered["article"])
    first, last = min(span.start for span in every), max(span.end for span in every)
    row = {"id": id, "article_id": entered["article"], "start": first}
    row |= _words(spans, text) | _said(entered) | context_columns(text, first, last)
    connection.execute(insert(ClaimRow), [row | _not_read(bool(spans["source"]))])
    return id


def _inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _words(spans: Mapping[str, Spans], text: str) -> dict[str, Any]:
    return {
        **{part: [list(span) for span in value] for part, value in spans.items()},
        "quote": text_of(text, spans["content"]),
        "cue_text": text_of(text, spans["cue"]),
        "mention": text_of(text, spans["source"]),
    }


def _said(entered: Mapping[str, Any]) -> dict[str, Any]:
    stance = entered.get("stance", "assert")
    return {
        "kind": entered.get("kind", "indirect"),
        "stance": stance,
        "saying": saying_of_stance(stance),
        "polarity": entered.get("polarity", "positive"),
    }


def _not_read(has_source: bool) -> dict[str, Any]:
    """What only a reading would know, as it stands in the row of a claim that a person entered."""
    return {
        "hedged": False, "nested": False, "parent": None, "speaker_id": None,
        "speaker_kind": "unnamed" if has_source else "none", "members": [], "principal": None,
        "affiliation": None, "declared_count": None, "speaker_inferred": False,
        "speaker_confidence": 1.0, "said_on": None, "said_on_precision": None, "channel": None,
        "confidence": 1.0, "reasons": ["Entered by a person; the machine missed it."],
        "detector": None, "vanished": False,
    }  # fmt: skip
