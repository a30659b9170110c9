"""The latest decisions, each with what it is about, as a page to read."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from claims.errors import OnrecordError
from cli.views.review import latest_table

if TYPE_CHECKING:
    from store.store import Store

MAX_DECISIONS = 100


def latest_decisions(store: Store) -> RenderableType:
    """A row each, the newest first."""
    decisions = [
        (decision, _subject(store, decision.subject))
        for decision in store.decisions.latest(MAX_DECISIONS)
    ]
    return latest_table(decisions) if decisions else Text("Nothing is decided yet.")


def _subject(store: Store, id: str) -> str:
    """The words of a claim, the name of an article, else the id."""
    with suppress(OnrecordError):
        return f"“{store.claims.get(id).quote}”"
    with suppress(OnrecordError):
        return store.articles.get(id).doc
    return id[:8]
