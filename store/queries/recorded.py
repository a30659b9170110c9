"""Articles with their claims as a draft is compared with them: of each no more is read than that takes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Text, and_, case, cast, func, or_, select, true

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.model import Span, Spans
from store.database.rows import chunks
from store.queries.filters import conditions
from store.records import NO_FILTER, Filters, RecordedText, RecordedWords
from store.speakers.bearer import EFFECTIVE_SPEAKER
from store.tables import ArticleRow, ChainLinkRow, ClaimRow, OutletRow, ReviewRow, SpeakerRow
from store.tables.columns import col
from store.tables.plain import aliased

_FOUND: Any = aliased(SpeakerRow)
"""The name that the article itself gives."""
_NAME: Any = aliased(SpeakerRow)
"""The name under which the claim counts."""
_PLAIN = (
    "article_id", "id", "quote", "cue_text", "mention", "kind", "stance", "polarity", "hedged", "nested",
    "principal", "affiliation", "declared_count", "speaker_kind", "effective_speaker_id", "said_on",
    "said_on_precision", "speaker_confidence",
)  # fmt: skip
"""Columns that a claim is compared with as they are."""
_LISTS = ("content", "cue", "members")
"""Columns that hold JSON, which is read of those claims alone that are looked at."""
_Links = dict[str, list[str]]


def recorded(
    connection: Connection, ids: Sequence[str], filters: Filters = NO_FILTER
) -> Iterator[RecordedText]:
    """The articles of these ids, in the order given, with what their claims say: those of the record, and beside
    them those that the filters leave out, for they tell whose words are whose."""
    for some in chunks(ids):
        claims: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        said = connection.execute(_said(some, filters, connection.dialect.name)).all()
        for article_id, id, quote, content in said:
            claims[article_id].append((id, quote, content))
        articles = {row.id: row for row in connection.execute(_articles(some))}
        for id in some:
            if id in articles:
                yield _text(articles[id], claims[id])


def recorded_claims(
    connection: Connection, ids: Sequence[str], filters: Filters = NO_FILTER
) -> Iterator[RecordedWords]:
    """The claims of these ids as they are compared, in no order."""
    for some in chunks(ids):
        links = _links(connection, some)
        for row in connection.execute(_claims(some, filters, connection.dialect.name)).all():
            yield _told(tuple(row), links)


def _text(row: Row[Any], claims: Sequence[tuple[str, str, str]]) -> RecordedText:
    stated = StatedArticle(
        row.id, row.doc, row.text, row.outlet, row.wire, (), (), row.published, ()
    )
    ids, quotes, written = zip(*claims, strict=True) if claims else ((), (), ())
    return RecordedText(
        stated,
        row.title,
        ids,
        quotes,
        lambda: [_spans(content) for content in json.loads(f"[{','.join(written)}]")],
    )


def _articles(ids: Sequence[str]) -> Select[Any]:
    held = (
        col(getattr(ArticleRow, n)) for n in ("id", "doc", "text", "title", "wire", "published")
    )
    query: Any = select(*held, col(OutletRow.name).label("outlet"))
    query = query.join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
    articles: Select[Any] = query.where(col(ArticleRow.id).in_(ids))
    return articles


def _said(ids: Sequence[str], filters: Filters, dialect: str) -> Select[Any]:
    """What their claims say, but those that were judged wrong, in the order of the text."""
    query: Any = select(
        col(ClaimRow.article_id), col(ClaimRow.id), col(ClaimRow.quote),
        cast(col(ClaimRow.content), Text),
    ).select_from(ClaimRow)  # fmt: skip
    query = query.join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
    if filters != NO_FILTER:
        query = query.join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
    query = query.where(col(ClaimRow.article_id).in_(ids), *_held(filters, dialect))
    ordered: Select[Any] = query.order_by(
        col(ClaimRow.article_id), col(ClaimRow.start), col(ClaimRow.number)
    )
    return ordered


_STATUS: Any = func.coalesce(col(ReviewRow.status), "unreviewed")


def _held(filters: Filters, dialect: str) -> list[Any]:
    """Of the record or left out by filters, and not judged wrong."""
    left = and_(true(), *conditions(filters, dialect))
    every = and_(true(), *conditions(NO_FILTER, dialect))
    return [or_(every, left) if filters != NO_FILTER else every, _STATUS != "wrong"]


def _claims(ids: Sequence[str], filters: Filters, dialect: str) -> Select[Any]:
    """The claims but those that were judged wrong."""
    left = and_(true(), *conditions(filters, dialect))
    query: Any = select(
        *(col(getattr(ClaimRow, name)) for name in _PLAIN),
        *(cast(col(getattr(ClaimRow, name)), Text).label(name) for name in _LISTS),
        col(SpeakerRow.name).label("speaker"),
        col(SpeakerRow.kind).label("canonical_kind"),
        _FOUND.name.label("named"),
        _STATUS.label("status"),
        case((left, 1), else_=0).label("counted"),
    ).select_from(ClaimRow)
    query = query.join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
    for table, id, other in (
        (_FOUND, _FOUND.id, col(ClaimRow.speaker_id)),
        (ReviewRow, col(ReviewRow.claim_id), col(ClaimRow.id)),
        (_NAME, _NAME.id, EFFECTIVE_SPEAKER),
        (SpeakerRow, col(SpeakerRow.id), _NAME.canonical_id),
    ):
        query = query.join(table, id == other, isouter=True)
    chosen: Select[Any] = query.where(col(ClaimRow.id).in_(ids), *_held(filters, dialect))
    return chosen


def _links(connection: Connection, ids: Sequence[str]) -> _Links:
    """Through whom each of these claims came that came through anybody, the one nearest the speaker first."""
    links: _Links = defaultdict(list)
    query = select(col(ChainLinkRow.claim_id), col(ChainLinkRow.intermediary))
    query = query.where(col(ChainLinkRow.claim_id).in_(ids))
    for id, intermediary in connection.execute(query.order_by(col(ChainLinkRow.position))):
        links[id].append(intermediary)
    return links


def _told(row: tuple[Any, ...], links: _Links) -> RecordedWords:
    (
        article_id, id, quote, cue_text, mention, kind, stance, polarity, hedged, nested, principal,
        affiliation, declared_count, speaker_kind, effective_id, said_on, precision, confidence,
        content, cue, members, speaker, canonical_kind, named, status, counted,
    ) = row  # fmt: skip
    stated = StatedClaim(
        id=id, article_id=article_id, quote=quote, content=_spans(json.loads(content)),
        speaker=speaker, speaker_kind=canonical_kind if effective_id else speaker_kind,
        members=tuple(json.loads(members)), mention=mention, principal=principal,
        affiliation=affiliation, declared_count=declared_count, chain=tuple(links.get(id, ())),
        kind=kind, stance=stance, polarity=polarity, hedged=hedged, nested=nested, named=named,
    )  # fmt: skip
    return RecordedWords(
        stated,
        _spans(json.loads(cue)),
        cue_text,
        said_on,
        precision,
        status,
        confidence,
        bool(counted),
    )


def _spans(content: list[list[int]]) -> Spans:
    return tuple([Span(start, end) for start, end in content])


def count_current(connection: Connection) -> int:
    """How many articles there are, each once whatever its editions."""
    query = select(func.count()).select_from(ArticleRow).where(col(ArticleRow.current).is_(True))
    return int(connection.execute(query).scalar_one())
