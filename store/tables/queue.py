"""Tables by which weighing finds its way without reading everything; all of it can be made anew
from the articles.

Numbers are those of claims.corroborate.blocking: 60 or 63 bits, the same in every store.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import BigInteger, Column, Float, String, Text
from sqlmodel import Field

from store.tables.declare import TableRow, bytes_column, index


def _number() -> Any:
    return Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))


class PendingArticleRow(TableRow, table=True):
    """An article that changed, or whose claims did, since it was last weighed."""

    article_id: str = Field(primary_key=True)
    published_key: str = ""
    """Its day: articles of one time speak of the same, and are cheaper weighed together."""


class IndexedArticleRow(TableRow, table=True):
    """A current article whose fingerprints are entered; keys are 8 bytes each."""

    number: int = _number()
    id: str
    keys: bytes = bytes_column()


class IndexedClaimRow(TableRow, table=True):
    """A claim whose keys are entered, with the article in which it stood then."""

    number: int = _number()
    id: str
    article_id: str = Field(index=True)
    keys: bytes = bytes_column()


class ArticleKeyRow(TableRow, table=True):
    """A fingerprint of an article's text."""

    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    key: int = _number()
    number: int = _number()


class ClaimKeyRow(TableRow, table=True):
    """A pair of rare words of a claim."""

    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    key: int = _number()
    number: int = _number()


class ArticlePairRow(TableRow, table=True):
    """Two articles of one text, by number."""

    a: int = _number()
    b: int = _number()
    share: float = Field(sa_column=Column(Float, nullable=False))
    passage: str = Field(sa_column=Column(Text, nullable=False))
    credit: str = Field(sa_column=Column(Text, nullable=False))


class ClaimLinkRow(TableRow, table=True):
    """Two claims that say the same or contradict each other, by number."""

    a: int = _number()
    b: int = _number()
    relation: str = Field(sa_column=Column(String, nullable=False))
    closeness: float = Field(sa_column=Column(Float, nullable=False))
    reason: str = Field(sa_column=Column(Text, nullable=False))


PENDING_ORDER = index(
    "ix_pendingarticle_order", PendingArticleRow.published_key, PendingArticleRow.article_id
)
ARTICLE_PAIRS = index("ix_articlepair_b", ArticlePairRow.b)
CLAIM_LINKS = index("ix_claimlink_b", ClaimLinkRow.b)
