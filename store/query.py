"""Rows out as records: claims, articles, speakers; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, not_, select

from claims.errors import UsageError
from store.convert import article_record, claim_record
from store.filters import conditions, like_word, speakers_named
from store.records import ArticleRecord, ClaimRecord, Filters, LinkRecord, SpeakerRecord
from store.tables import ArticleRow, ChainLinkRow, ClaimRow, PropositionClaimRow, PropositionRow, SpeakerNameRow, SpeakerRow

BATCH = 500
SHOWN = 5
"""Matches that an ambiguous prefix lists."""
C: Any = ClaimRow
A: Any = ArticleRow
S: Any = SpeakerRow
N: Any = SpeakerNameRow
P: Any = PropositionRow
PC: Any = PropositionClaimRow


def _joined(*columns: Any) -> Any:
    return (
        select(*columns)
        .join(A, A.id == C.article_id)
        .outerjoin(S, S.id == C.speaker_id)
        .outerjoin(PC, PC.claim_id == C.id)
        .outerjoin(P, P.id == PC.proposition_id)
    )


def _claims(filters: Filters) -> Any:
    columns = [C.__table__, A.doc, A.title, A.outlet, A.wire, A.published, S.name.label("speaker"), P.label.label("label")]
    query = _joined(*columns).where(*conditions(filters))
    if not filters.status:
        query = query.where(not_(C.vanished))
    return query.order_by(A.published, A.place, C.position)


def claims(connection: Connection, filters: Filters, limit: int | None, offset: int) -> Iterator[ClaimRecord]:
    """The claims that pass the filters, by date, article and place in the text."""
    rows = iter(connection.execute(_claims(filters).limit(limit).offset(offset)))
    while batch := list(islice(rows, BATCH)):
        yield from records(connection, batch)


def records(connection: Connection, rows: Sequence[Any]) -> Iterator[ClaimRecord]:
    """The rows of _claims with their chains."""
    k: Any = ChainLinkRow
    links: dict[str, list[LinkRecord]] = {}
    found = connection.execute(select(k.__table__).where(k.claim_id.in_([r.id for r in rows])).order_by(k.position))
    for row in found:
        evidence = tuple(row.evidence) if row.evidence else None
        links.setdefault(row.claim_id, []).append(LinkRecord(row.who, evidence, row.inferred))
    for row in rows:
        yield claim_record(row, links.get(row.id, []))


def count_claims(connection: Connection, filters: Filters) -> int:
    """How many claims pass the filters."""
    query = _joined(func.count()).select_from(C).where(*conditions(filters))
    if not filters.status:
        query = query.where(not_(C.vanished))
    return int(connection.execute(query).scalar_one())


def claim(connection: Connection, prefix: str) -> ClaimRecord:
    """The claim whose id begins so; raises UsageError for none or several."""
    query = _claims(Filters(status=("unreviewed", "vanished"))).where(C.id.like(like_word(prefix) + "%", escape="\\"))
    found = list(records(connection, connection.execute(query.limit(SHOWN + 1)).all()))
    if not found:
        raise UsageError(f"no claim has an id that begins with {prefix!r}; `onrecord list` shows the ids")
    if len(found) > 1:
        shown = ", ".join(f"{c.id[:12]} ({c.quote[:30]})" for c in found[:SHOWN])
        raise UsageError(f"several claims have an id that begins with {prefix!r}: {shown}; give more of it")
    return found[0]


def article(connection: Connection, key: str) -> ArticleRecord:
    """The article of an id, an id's prefix or a doc, its newest edition; raises UsageError."""
    query = select(A.__table__).where((A.doc == key) | A.id.like(like_word(key) + "%", escape="\\"))
    row = connection.execute(query.order_by(A.current.desc(), A.place.desc())).first()
    if row is None:
        raise UsageError(f"no article {key!r}; `onrecord export --csv` lists the articles")
    return article_record(row)


def articles(connection: Connection) -> Iterator[ArticleRecord]:
    """Every current article in order of arrival."""
    query = select(A.__table__).where(A.current).order_by(A.place)
    for row in connection.execution_options(yield_per=BATCH).execute(query):
        yield article_record(row)


def claims_of_article(connection: Connection, article_id: str) -> list[ClaimRecord]:
    """The article's claims in the order of the text."""
    return [c for c in claims(connection, Filters(article=article_id), None, 0) if c.article_id == article_id]


def speakers(connection: Connection, filters: Filters, limit: int | None) -> Iterator[SpeakerRecord]:
    """The speakers of the claims that pass the filters, those with most claims first."""
    counts = [func.count(C.id).label("claims"), func.count(func.distinct(C.article_id)).label("articles"),
              func.count(func.distinct(A.outlet)).label("outlets"), func.min(A.published).label("first"),
              func.max(A.published).label("last")]
    query = (
        _joined(S.__table__, *counts).select_from(C).where(S.id.is_not(None), not_(C.vanished), *conditions(filters))
        .group_by(S.id, S.name, S.kind, S.affiliation, S.principal).order_by(func.count(C.id).desc(), S.name).limit(limit)
    )
    rows = connection.execute(query).all()
    names: dict[str, list[str]] = {}
    for row in connection.execute(select(N.speaker_id, N.name).order_by(N.name)):
        names.setdefault(row.speaker_id, []).append(row.name)
    for row in rows:
        aliases = tuple(name for name in names.get(row.id, []) if name != row.name)
        yield SpeakerRecord(row.id, row.name, row.kind, aliases, row.affiliation, row.claims, row.articles, row.outlets, row.first, row.last)


def match_speakers(connection: Connection, words: str) -> list[SpeakerRecord]:
    """The speakers one of whose names holds the words."""
    wanted = set(connection.execute(speakers_named(words)).scalars())
    return [s for s in speakers(connection, Filters(speaker=(words,)), None) if s.id in wanted]


def short_ids(connection: Connection, ids: Sequence[str], least: int = 6) -> dict[str, str]:
    """The shortest unique prefix of each claim id, at least six characters."""
    every = sorted(connection.execute(select(C.id)).scalars())
    place = {full: i for i, full in enumerate(every)}
    out = {}
    for full in ids:
        i = place.get(full)
        near = [] if i is None else [*every[max(0, i - 1) : i], *every[i + 1 : i + 2]]
        out[full] = full[: max([least, *(_shared(full, other) + 1 for other in near)])]
    return out


def _shared(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
