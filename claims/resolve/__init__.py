"""Who speaks and through whom, within one article. Nothing about other articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claims.model import Article, Attribution, Header
    from claims.resolve.model import Resolution


def resolve(
    doc: Doc, attributions: Sequence[Attribution], article: Article, header: Header
) -> list[Resolution]:
    """One resolution for each attribution, in order; pure, never raises on any text."""
    from claims.resolve.resolver import resolve_all

    return resolve_all(doc, attributions, article, header)
