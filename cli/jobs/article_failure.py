"""What is said of an article that cannot be read, whoever tried."""

from __future__ import annotations

from claims.model import Article, Failure

OTHERS_KEPT = "the others are kept; report it, with the text where you may"


def failure_of(article: Article, trouble: str) -> Failure:
    """An article that was tried alone and cannot be read, with the file to read again."""
    asked = article.retrieval.address if article.retrieval else ""
    return Failure(
        article.doc, f"cannot be read ({trouble})", OTHERS_KEPT, path=article.path or asked
    )
