"""Takes people's decisions out of a store, so that it stands as the machine left it: within a
transaction that is not kept, to see what rests on them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, or_, select

from store.database.rows import chunks
from store.decisions import on_articles, on_claims, on_speakers
from store.decisions.log import UNDO, in_force
from store.queue.queue import touch
from store.records.kinds import PAIRS, kind_of, names_of
from store.speakers import join
from store.tables import (
    ArticleReviewRow,
    ClaimRow,
    DecisionRow,
    ReviewRow,
    SpeakerKeyRow,
    SpeakerRow,
)
from store.tables.columns import col

_WEIGHS_NOTHING = ("read", UNDO)
"""Kinds of decision on which no verdict rests, by themselves."""


@dataclass(frozen=True)
class TakenOut:
    """What is to be weighed again: claims, by themselves, and the articles in which they stand; other
    articles wait."""

    claims: frozenset[str]
    articles: tuple[str, ...]


def take_out(connection: Connection) -> TakenOut:
    """Takes every decision out that bears on a verdict, and puts the machine's values in their
    place."""
    claims, articles = _put_right(connection), _articles_put_right(connection)
    paired = {
        id
        for decision in in_force(connection, *PAIRS)
        for id in (decision.subject, *kind_of(decision.kind).others(decision.after or ""))
    }
    named = _speakers_of(connection, claims)
    about_speakers = bool(in_force(connection, *names_of("speaker")))
    connection.execute(
        delete(DecisionRow).where(
            or_(
                col(DecisionRow.kind).not_in(("status", *_WEIGHS_NOTHING)),
                and_(col(DecisionRow.kind) == "status", col(DecisionRow.after) == "wrong"),
            )
        )
    )
    on_claims.refresh(connection, sorted(claims))
    on_articles.refresh_articles(connection, articles)
    if about_speakers:
        on_speakers.apply(connection)
    _part_unheard(connection, named)
    touch(connection, articles)
    weighed = claims | paired
    return TakenOut(frozenset(weighed), tuple(_articles_of(connection, weighed)))


def count(connection: Connection) -> int:
    """How many claims and articles would have to be weighed again."""
    return len(_put_right(connection)) + len(_articles_put_right(connection))


def _put_right(connection: Connection) -> set[str]:
    """Claims that stand otherwise than the machine left them."""
    query = select(
        col(ReviewRow.claim_id),
        col(ReviewRow.status),
        col(ReviewRow.machine),
        col(ReviewRow.added),
        col(ReviewRow.found),
    )
    return {
        row.claim_id
        for row in connection.execute(query)
        if row.status == "wrong" or row.machine or row.added or not row.found
    }


def _articles_put_right(connection: Connection) -> list[str]:
    rows = connection.execute(
        select(col(ArticleReviewRow.article_id), col(ArticleReviewRow.machine))
    )
    return sorted(row.article_id for row in rows if row.machine)


def _speakers_of(connection: Connection, claims: Collection[str]) -> set[str]:
    found: set[str] = set()
    for some in chunks(claims):
        ids = select(col(ClaimRow.speaker_id)).where(col(ClaimRow.id).in_(some)).distinct()
        found |= {id for id in connection.execute(ids).scalars() if id is not None}
    return found


def _part_unheard(connection: Connection, names: Collection[str]) -> None:
    """Names that stood for people's decisions alone, and that no claim has now, join no others."""
    heard: set[str | None] = set()
    for column in (col(ClaimRow.speaker_id), col(ClaimRow.effective_speaker_id)):
        for some in chunks(names):
            heard |= set(connection.execute(select(column).where(column.in_(some))).scalars())
    unheard = set(names) - heard
    for some in chunks(unheard):
        heads = select(col(SpeakerRow.canonical_id)).where(col(SpeakerRow.id).in_(some))
        tied = select(col(SpeakerRow.id)).where(col(SpeakerRow.canonical_id).in_(heads))
        others = [id for id in connection.execute(tied).scalars() if id not in unheard]
        connection.execute(delete(SpeakerKeyRow).where(col(SpeakerKeyRow.speaker_id).in_(some)))
        join.regroup(connection, sorted(others))


def _articles_of(connection: Connection, claims: Collection[str]) -> list[str]:
    found: set[str] = set()
    for some in chunks(claims):
        query = select(col(ClaimRow.article_id)).where(col(ClaimRow.id).in_(some))
        found |= set(connection.execute(query).scalars())
    return sorted(found)
