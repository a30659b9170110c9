"""Counts of claims by time, outlet and source, made by the database; shares and drawings are
elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from store.queries.claims import NAME, SUPPORTED_DECIDED, SUPPORTED_LABEL, with_speaker
from store.queries.filters import conditions
from store.records import NO_FILTER, Filters
from store.records.audit import (
    COPY,
    NO_REASON,
    NOBODY,
    ORIGINAL,
    REVIEWER,
    SOURCES,
    TOP,
    TOP_TEN,
    UNRESOLVED,
    AuditFigure,
)
from store.tables import (
    ArticleRow,
    ClaimRow,
    CopyRow,
    OutletRow,
    ReviewRow,
    SpeakerRow,
)
from store.tables.columns import col

MAX_DAYS, MAX_MONTHS = 45, 48
"""Longer stretches of time are counted by month, and by year."""
MAX_PERIODS = 120
"""Of more periods, those without a claim are left out."""
_NAMELESS = {"unnamed": "unnamed", "group": "group", "none": NOBODY, "joint": "joint"}


def audit(connection: Connection, filters: Filters = NO_FILTER) -> list[AuditFigure]:
    """Every table over the claims that pass, whole and by outlet; raises UsageError on a value that a
    filter cannot have."""
    claims = _Claims(connection, filters)
    return [
        *_over_time(claims),
        *_by_outlet(claims),
        *_speakers(claims),
    ]


class _Claims:
    """The claims that are counted; those that a person marked wrong are none, unless asked for."""

    def __init__(self, connection: Connection, filters: Filters) -> None:
        self.connection = connection
        self.where: list[ColumnElement[bool]] = [*conditions(filters, connection.dialect.name)]
        if not filters.status:
            wrong = select(col(ReviewRow.claim_id)).where(col(ReviewRow.status) == "wrong")
            self.where.append(col(ClaimRow.id).not_in(wrong))

    def counted(self, *columns: Any) -> Iterator[Any]:
        """Their number by these columns, over claims joined to articles."""
        query = self.joined(select(*columns, func.count().label("n"))).group_by(*columns)
        return iter(self.connection.execute(query))

    def joined(self, query: Any) -> Select[Any]:
        """A query over the claims with their articles and speakers."""
        over = query.select_from(ClaimRow).join(
            ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id)
        )
        return with_speaker(over).where(*self.where)


_IS_COPY = col(ArticleRow.id).in_(select(col(CopyRow.article_id)))
_KIND = case(
    (col(SpeakerRow.id).is_(None), "-"),
    (col(ClaimRow.effective_speaker_id).is_not(None), col(SpeakerRow.kind)),
    else_=col(ClaimRow.speaker_kind),
)
"""Of a claim with a named speaker; "-" for the others."""


def _over_time(claims: _Claims) -> Iterator[AuditFigure]:
    """Originals and copies by day, month or year, every period between the first and the last."""
    day = func.substr(col(ArticleRow.published_key), 1, 10)
    days: Counter[tuple[str, bool]] = Counter()
    copied = case((_IS_COPY, 1), else_=0)
    for row in claims.counted(day, copied):
        days[row[0] or "", bool(row[1])] += row.n
    length, periods = _periods(name for name, _ in days)
    counts: Counter[tuple[str, bool]] = Counter()
    for (name, is_copy), n in days.items():
        counts[name[:length], is_copy] += n
    whole = sum(counts.values())
    undated = [""] if counts["", False] or counts["", True] else []
    if len(periods) > MAX_PERIODS:
        periods = [name for name in periods if counts[name, False] or counts[name, True]]
    for period in (*periods, *undated):
        for what, is_copy in ((ORIGINAL, False), (COPY, True)):
            yield AuditFigure("time", what, counts[period, is_copy], whole, period=period)


def _periods(days: Iterable[str]) -> tuple[int, list[str]]:
    """How many characters of a day tell its period, and every period from the first to the last."""
    known = sorted(filter(None, days))
    if not known:
        return 10, []
    first, last = known[0], known[-1]
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7] or 1) - int(first[5:7] or 1)
    if months <= 2 and len(first) == len(last) == 10:
        start, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
        if end - start < MAX_DAYS:
            return 10, [date.fromordinal(n).isoformat() for n in range(start, end + 1)]
    if months < MAX_MONTHS:
        year, month = int(first[:4]), int(first[5:7] or 1)
        numbered = [year * 12 + month - 1 + i for i in range(months + 1)]
        return 7, [f"{n // 12:04}-{n % 12 + 1:02}" for n in numbered]
    return 4, [f"{year:04}" for year in range(int(first[:4]), int(last[:4]) + 1)]


def _by_outlet(claims: _Claims) -> Iterator[AuditFigure]:
    """What speaks, how verdicts fall and why sources are unnamed, over all and in each outlet."""
    kept = (
        col(ArticleRow.outlet_id), _KIND.label("kind"), col(ClaimRow.speaker_kind),
        col(ClaimRow.anonymity), SUPPORTED_LABEL.label("label"),
        SUPPORTED_DECIDED.label("decided"),
    )  # fmt: skip
    names = _outlet_names(claims.connection)
    counts: dict[str | None, _Counts] = {}
    whole = _Counts()
    for row in claims.counted(*kept):
        outlet = counts.setdefault(names.get(row.outlet_id), _Counts())
        for each in (whole, outlet):
            each.add(row)
    yield from whole.figures(None, over_all=True)
    for name, each in sorted(counts.items(), key=lambda item: (-item[1].total, item[0] or "")):
        yield from each.figures(name, over_all=False)


def _outlet_names(connection: Connection) -> dict[str | None, str]:
    rows = connection.execute(select(col(OutletRow.id), col(OutletRow.name)))
    return {row[0]: row[1] for row in rows}


class _Counts:
    """The counts of one outlet."""

    def __init__(self) -> None:
        self.sources: Counter[str] = Counter()
        self.labels: Counter[str] = Counter()
        self.decided = 0
        self.reasons: Counter[str] = Counter()

    @property
    def total(self) -> int:
        """All its claims."""
        return self.sources.total()

    def add(self, row: Any) -> None:
        """Counts so many claims alike."""
        source = row.kind if row.kind != "-" else _NAMELESS.get(row.speaker_kind, UNRESOLVED)
        self.sources[source] += row.n
        if row.label:
            self.labels[row.label] += row.n
            self.decided += row.n if row.decided else 0
        if source == "unnamed":
            self.reasons[row.anonymity or NO_REASON] += row.n

    def figures(self, outlet: str | None, *, over_all: bool) -> Iterator[AuditFigure]:
        """Its rows."""
        for source in SOURCES:
            yield AuditFigure("sources", source, self.sources[source], self.total, outlet, over_all)
        for label, n in sorted(self.labels.items()):
            yield AuditFigure("labels", label, n, self.labels.total(), outlet, over_all)
        if weighed := self.labels.total():
            yield AuditFigure("decided", REVIEWER, self.decided, weighed, outlet, over_all)
        for reason, n in self.reasons.most_common():
            yield AuditFigure("reasons", reason, n, self.reasons.total(), outlet, over_all)


def _speakers(claims: _Claims) -> Iterator[AuditFigure]:
    """The ten most quoted over all, and what share of the named claims the ten of each outlet
    have."""
    shares = sorted(_shares(claims), key=lambda share: (-share.of, share.outlet or ""))
    whole = sum(share.of for share in shares)
    most = _most_quoted(claims)
    if whole:
        yield AuditFigure("concentration", TOP_TEN, sum(n for _, n in most), whole)
    for name, n in most:
        yield AuditFigure("speakers", name, n, whole)
    yield from shares


def _shares(claims: _Claims) -> Iterator[AuditFigure]:
    named = claims.joined(
        select(col(ArticleRow.outlet_id).label("outlet"), NAME.canonical_id.label("speaker"),
               func.count().label("n"))
    ).where(NAME.canonical_id.is_not(None))  # fmt: skip
    each = named.group_by(col(ArticleRow.outlet_id), NAME.canonical_id).subquery()
    order = func.row_number().over(
        partition_by=each.c.outlet, order_by=(each.c.n.desc(), each.c.speaker)
    )
    ranked = select(each.c.outlet, each.c.n, order.label("place")).subquery()
    top = func.sum(case((ranked.c.place <= TOP, ranked.c.n), else_=0))
    query = select(ranked.c.outlet, top.label("top"), func.sum(ranked.c.n).label("n"))
    names = _outlet_names(claims.connection)
    for row in claims.connection.execute(query.group_by(ranked.c.outlet)):
        outlet = names.get(row.outlet)
        yield AuditFigure(
            "concentration", TOP_TEN, int(row.top), int(row.n), outlet, over_all=False
        )


def _most_quoted(claims: _Claims) -> list[tuple[str, int]]:
    speaker = (col(SpeakerRow.id), col(SpeakerRow.name))
    query = claims.joined(select(col(SpeakerRow.name), func.count().label("n")))
    query = query.where(col(SpeakerRow.id).is_not(None)).group_by(*speaker)
    query = query.order_by(func.count().desc(), col(SpeakerRow.name)).limit(TOP)
    return [(row.name, int(row.n)) for row in claims.connection.execute(query)]
