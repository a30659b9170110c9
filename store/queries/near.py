"""Articles that may hold words of a draft, found through the index of claims; never by looking through
them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, select

from store.database.search import answers_of_each, match_of, words_within
from store.queries.filters import conditions
from store.records import Asked, Filters
from store.tables import ArticleRow, ClaimRow
from store.tables.columns import col

MAX_CLAIMS = 60
"""Claims that answer one question, after filters."""


def near(
    connection: Connection,
    asked: Sequence[Asked],
    filters: Filters,
    limit: int,
    *,
    least: float = 0.0,
    share: float = 0.0,
) -> list[str]:
    """Ids of the articles whose claims answer most of the questions, the likeliest first, at most so
    many, and none that counts less than is asked, or than a share of the first; raises UsageError on a
    value that a filter cannot have."""
    return near_each(connection, [asked], filters, limit, least=least, share=share)[0]


def near_each(
    connection: Connection,
    groups: Sequence[Sequence[Asked]],
    filters: Filters,
    limit: int,
    *,
    least: float = 0.0,
    share: float | Sequence[float] = 0.0,
) -> list[list[str]]:
    """The same for each of several groups of questions, asked together, each perhaps with a share of its own."""
    answers = iter(_answers(connection, [one for group in groups for one in group], filters))
    shares = [share] * len(groups) if isinstance(share, float) else share
    return [
        _likeliest(group, [*islice(answers, len(group))], limit, least, of_first)
        for group, of_first in zip(groups, shares, strict=True)
    ]


def _likeliest(
    asked: Sequence[Asked],
    answers: Sequence[Collection[str]],
    limit: int,
    least: float,
    share: float,
) -> list[str]:
    counts: dict[str, float] = defaultdict(float)
    for one, ids in zip(asked, answers, strict=True):
        for id in {*ids}:
            counts[id] += one.counts
    enough = max(least, share * max(counts.values(), default=0.0))
    ranked = sorted(counts, key=lambda id: (-counts[id], id))[:limit]
    return [id for id in ranked if counts[id] >= enough]


def _answers(
    connection: Connection, asked: Sequence[Asked], filters: Filters
) -> list[Collection[str]]:
    """For each question the articles of the claims that answer it."""
    claims = _claims(filters, connection.dialect.name)
    if connection.dialect.name == "sqlite":
        return _by_one_statement(connection, asked, claims)
    # In no order: by number, a server may rather walk all claims than ask its index.
    return [
        connection.execute(claims.where(*_held(one)).limit(MAX_CLAIMS)).scalars().all()
        for one in asked
    ]


def _by_one_statement(
    connection: Connection, asked: Sequence[Asked], claims: Select[Any]
) -> list[Collection[str]]:
    """A draft asks hundreds of questions: to send and to compile each costs more than what it asks."""
    words = [match_of(one.phrases, one.name, one.within) for one in asked]
    put = [one for one in words if one]
    if not put:
        return [() for _ in asked]
    given = {"asked": json.dumps(put)}
    rows = connection.execute(answers_of_each(claims, MAX_CLAIMS), given).scalars()
    found = iter(map(json.loads, rows))
    return [next(found) if one else () for one in words]


def _held(one: Asked) -> list[Any]:
    """What a server's claims have to hold to answer a question."""
    held: list[Any] = [words_within(one.phrases)] if one.phrases else []
    return held + (conditions(Filters(speaker=(one.name,)), "postgresql") if one.name else [])


def _claims(filters: Filters, dialect: str) -> Select[Any]:
    query = select(col(ClaimRow.article_id)).select_from(ClaimRow)
    query = query.join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
    return query.where(*conditions(filters, dialect))
