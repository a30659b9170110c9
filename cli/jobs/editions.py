"""What each edition of an article did to its claims, with the words of both texts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claims.model import Spans, text_of
from cli.rows.editions import Edition, EditionChange

if TYPE_CHECKING:
    from store import Store
    from store.records import ArticleRecord


def editions(store: Store, article: ArticleRecord) -> list[Edition]:
    """Each later edition of an article, in order."""
    every = store.articles.editions(article)
    rows = [row for edition in every for row in edition.edition_changes or ()]
    ids = {row[key] for row in rows for key in ("was_speaker", "now_speaker") if row[key]}
    names = store.articles.speaker_names(ids)
    return [
        Edition(former, later, _changes(former, later, names)) for former, later in pairwise(every)
    ]


def _changes(
    former: ArticleRecord, later: ArticleRecord, names: dict[str, str]
) -> tuple[EditionChange, ...] | None:
    if later.edition_changes is None:
        return None
    return tuple(
        EditionChange(
            row["outcome"],
            row["id"],
            _words(former.text, row["was"]),
            _words(later.text, row["now"]),
            names.get(row["was_speaker"] or ""),
            names.get(row["now_speaker"] or ""),
            row["was_stance"],
            row["now_stance"],
        )
        for row in later.edition_changes
    )


def _words(text: str, spans: Any) -> str | None:
    at: Spans = tuple(spans or ())
    return " ".join(text_of(text, at).split()) if at else None
