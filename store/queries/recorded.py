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
    """The articles of these ids, in the order given, with their claims: those of the record, and beside
    them those that the filters leave out, for they tell whose words are whose."""
    for some in chunks(ids):
        claims: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in connection.execute(_claims(some, filters, connection.dialect.name)):
            claims[row[0]].append(row)
        links = _links(connection, some)
        articles = {row.id: row for row in connection.execute(_articles(some))}
        for id in some:
            if id in articles:
                yield _text(articles[id], claims[id], links)


def _text(row: Row[Any], claims: Sequence[Row[Any]], links: _Links) -> RecordedText:
    stated = StatedArticle(
        row.id, row.doc, row.text, row.outlet, row.wire, (), (), row.published, ()
    )
    quotes = tuple(claim.quote for claim in claims)
    return RecordedText(
        stated,
        row.title,
        quotes,
        lambda at: _spans(claims[at].content),
        lambda at: _told(claims[at], links),
    )


def _articles(ids: Sequence[str]) -> Select[Any]:
    held = (
        col(getattr(ArticleRow, n)) for n in ("id", "doc", "text", "title", "wire", "published")
    )
    query: Any = select(*held, col(OutletRow.name).label("outlet"))
    query = query.join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
    articles: Select[Any] = query.where(col(ArticleRow.id).in_(ids))
    return articles


def _claims(ids: Sequence[str], filters: Filters, dialect: str) -> Select[Any]:
    """Their claims but those that were judged wrong, in the order of the text."""
    left = and_(true(), *conditions(filters, dialect))
    every = or_(and_(true(), *conditions(NO_FILTER, dialect)), left)
    status: Any = func.coalesce(col(ReviewRow.status), "unreviewed")
    query: Any = select(
        *(col(getattr(ClaimRow, name)) for name in _PLAIN),
        *(cast(col(getattr(ClaimRow, name)), Text).label(name) for name in _LISTS),
        col(SpeakerRow.name).label("speaker"),
        col(SpeakerRow.kind).label("canonical_kind"),
        _FOUND.name.label("named"),
        status.label("status"),
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
    query = query.where(col(ClaimRow.article_id).in_(ids), every, status != "wrong")
    ordered: Select[Any] = query.order_by(
        col(ClaimRow.article_id), col(ClaimRow.start), col(ClaimRow.number)
    )
    return ordered


def _links(connection: Connection, ids: Sequence[str]) -> _Links:
    """Through whom each claim came that came through anybody, the one nearest the speaker first."""
    links: _Links = defaultdict(list)
    query = select(col(ChainLinkRow.claim_id), col(ChainLinkRow.intermediary)).join(
        ClaimRow, col(ClaimRow.id) == col(ChainLinkRow.claim_id)
    )
    query = query.where(col(ClaimRow.article_id).in_(ids))
    for id, intermediary in connection.execute(query.order_by(col(ChainLinkRow.position))):
        links[id].append(intermediary)
    return links


def _told(row: Row[Any], links: _Links) -> RecordedWords:
    kind = row.canonical_kind if row.effective_speaker_id else row.speaker_kind
    stated = StatedClaim(
        id=row.id, article_id=row.article_id, quote=row.quote, content=_spans(row.content),
        speaker=row.speaker, speaker_kind=kind, members=tuple(json.loads(row.members)),
        mention=row.mention, principal=row.principal, affiliation=row.affiliation,
        declared_count=row.declared_count, chain=tuple(links.get(row.id, ())), kind=row.kind,
        stance=row.stance, polarity=row.polarity, hedged=row.hedged, nested=row.nested, named=row.named,
    )  # fmt: skip
    return RecordedWords(
        stated, _spans(row.cue), row.cue_text, row.said_on, row.said_on_precision, row.status,
        row.speaker_confidence, bool(row.counted),
    )  # fmt: skip


def _spans(written: str) -> Spans:
    return tuple(Span(start, end) for start, end in json.loads(written))


def count_current(connection: Connection) -> int:
    """How many articles there are, each once whatever its editions."""
    query = select(func.count()).select_from(ArticleRow).where(col(ArticleRow.current).is_(True))
    return int(connection.execute(query).scalar_one())
