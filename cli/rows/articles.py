"""What is known of an article, with where each value came from, and what its editions changed."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from cli.rows.editions import Edition, EditionChange, word_changes
from store.records import ArticleRecord


def precision(published: str | None) -> str | None:
    """How exact a date or time is: day, minute or second."""
    if not published:
        return None
    if "T" not in published:
        return {4: "year", 7: "month"}.get(len(published), "day")
    return (
        "second"
        if published.count(":") > 1 and re.search(r"T\d\d:\d\d:\d\d", published)
        else "minute"
    )


def zone(published: str | None) -> str | None:
    """The zone that is written, as +02:00; None without one."""
    match = re.search(r"[+-]\d\d:\d\d$", (published or "").partition("T")[2])
    return match[0] if match else None


_SAME = ("id", "doc", "edition_of", "current", "title", "outlet", "outlet_inferred")
_SAME_DATES = ("wire", "wire_inferred", "published", "published_inferred")
_SAME_NOTES = ("modified", "section", "language", "unread_language")


def article_row(article: ArticleRecord) -> dict[str, Any]:
    """An article for machines; `told` has every value that its file gives, with its place."""
    return {
        **{name: getattr(article, name) for name in _SAME},
        "owner": next((told.value for told in article.told if told.key == "owner"), None),
        "url": article.url,
        "byline": list(article.byline),
        "dateline": _dateline(article),
        **{name: getattr(article, name) for name in _SAME_DATES},
        "precision": precision(article.published),
        "zone": zone(article.published),
        **{name: getattr(article, name) for name in _SAME_NOTES},
        "told": [{"key": t.key, "value": t.value, "source": t.source} for t in article.told],
        "retrieval": asdict(article.retrieval) if article.retrieval else None,
    }


def _dateline(article: ArticleRecord) -> dict[str, Any] | None:
    evidence = article.dateline_evidence
    if evidence is None:
        return None
    place, date = article.dateline_place, article.dateline_date
    return {"place": place, "date": date, "evidence": list(evidence)}


def edition_change_row(edition: Edition, change: EditionChange) -> dict[str, Any]:
    """One claim that an edition changed, with the stretches of words that differ."""
    pairs = word_changes(change.was or "", change.now or "") if change.was and change.now else ()
    return {
        "doc": edition.article.doc,
        "article": edition.article.id,
        "former": edition.former.id,
        "published": edition.article.published,
        "outcome": change.outcome,
        "id": change.claim_id,
        "speaker": change.now_speaker or change.was_speaker,
        "was_speaker": change.was_speaker,
        "was": change.was,
        "now": change.now,
        "was_stance": change.was_stance,
        "now_stance": change.now_stance,
        "words": [
            {"change": tag, "was": old, "now": new} for tag, old, new in pairs if tag != "equal"
        ],
    }
