"""Stored claims as nodes of linked data, article by article; the shape of a node stands in rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from cli.formats.linked import Envelope
from cli.rows.linked import (
    ANNOTATION_CONTEXT,
    SCHEMA_ORG_CONTEXT,
    annotation,
    news_article,
    schema_org_claim,
)
from store.records import ArticleRecord, ClaimRecord, Filters

if TYPE_CHECKING:
    from store import Store

Node = dict[str, Any]


def _annotations(article: ArticleRecord, claims: Iterator[ClaimRecord]) -> Iterator[Node]:
    return (annotation(claim, article) for claim in claims if claim.content)


def _schema_org(article: ArticleRecord, claims: Iterator[ClaimRecord]) -> Iterator[Node]:
    yield news_article(article)
    yield from map(schema_org_claim, claims)


@dataclass(frozen=True)
class Vocabulary:
    """How the claims of an article become nodes, what stands around them, and how they are called."""

    nodes: Callable[[ArticleRecord, Iterator[ClaimRecord]], Iterator[Node]]
    envelope: Envelope
    name: str


VOCABULARIES = {
    "annotations": Vocabulary(
        _annotations,
        Envelope(ANNOTATION_CONTEXT, {"type": "AnnotationPage"}, "items"),
        "annotations",
    ),
    "jsonld": Vocabulary(_schema_org, Envelope(SCHEMA_ORG_CONTEXT, {}, "@graph"), "nodes"),
}


def nodes(store: Store, filters: Filters, vocabulary: Vocabulary) -> Iterator[Node]:
    """The nodes of the claims that pass, in the order of lists; an article's text is read once."""
    claims = store.claims.select(filters)
    for article_id, of_article in groupby(claims, key=lambda claim: claim.article_id):
        yield from vocabulary.nodes(store.articles.get(article_id), of_article)
