"""Brings the counts to what claims and articles say, by the articles that a transaction changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, delete, func, select

from store.counts.add_up import add_up, drop
from store.counts.difference import Difference, OfSpeaker
from store.counts.joint import enter_members, take_members_out
from store.counts.of_article import Given, given, stored
from store.counts.of_claim import keep, standing
from store.database.among import rows_by_whole_key
from store.database.rows import Row, chunks, insert_rows
from store.database.session import give_room
from store.queue.changed import taken
from store.speakers.bearer import said_by
from store.tables import (
    ArticleCountRow,
    ArticleRow,
    ClaimBlockRow,
    ClaimRow,
    ClaimValueRow,
    DayCountRow,
    FacetCountRow,
    JointMemberRow,
    SpeakerCountRow,
    SpeakerOutletRow,
    SpeakerRow,
    ValueCodeRow,
)
from store.tables.columns import col, table_of

COUNTS = (
    ArticleCountRow,
    SpeakerCountRow,
    SpeakerOutletRow,
    FacetCountRow,
    DayCountRow,
    JointMemberRow,
    ClaimValueRow,
    ClaimBlockRow,
    ValueCodeRow,
)
_NO_CLAIMS = {"claims": 0, "articles": 0, "outlets": 0, "first": None, "last": None}


def settle(connection: Connection) -> None:
    """Counts anew the articles that this transaction noted; everything, where what is kept cannot be right."""
    articles = taken(connection)
    for some in chunks(articles):
        # All first: a claim goes from an article to its next edition, and either may be counted first.
        take_members_out(connection, some)
    if not all(_count(connection, some) for some in chunks(articles)):
        rebuild(connection)


def rebuild(connection: Connection) -> None:
    """Counts everything anew."""
    taken(connection)
    for table in COUNTS:
        connection.execute(delete(table))
    # Day by day: what is counted of one lies together.
    order = (col(ArticleRow.published_key), col(ArticleRow.id))
    articles = connection.execute(select(col(ArticleRow.id)).order_by(*order)).scalars().all()
    if articles:  # a new store has none, and who fills it needs no such room
        give_room(connection)
    for some in chunks(articles):
        _count(connection, some)


def rename(connection: Connection, speakers: Iterable[str]) -> None:
    """Takes over the names of speakers that changed."""
    for some in chunks(speakers):
        mine = col(SpeakerCountRow.speaker_id).in_(some)
        rows = [
            dict(row)
            for row in connection.execute(select(table_of(SpeakerCountRow)).where(mine)).mappings()
        ]
        connection.execute(delete(SpeakerCountRow).where(mine))
        names = _names(connection, some)
        kept = [row | {"name": names[id]} for row in rows if (id := row["speaker_id"]) in names]
        insert_rows(connection, SpeakerCountRow, kept)
        if not add_up(connection, FacetCountRow, _by_name(rows, kept)):
            rebuild(connection)


def _by_name(old: Iterable[Row], new: Iterable[Row]) -> Counter[tuple[str, ...]]:
    """By how much the claims of each name change."""
    names: Counter[tuple[str, ...]] = Counter()
    for rows, sign in ((old, -1), (new, 1)):
        for row in rows:
            names["speaker", row["name"]] += sign * row["claims"]
    return names


def _count(connection: Connection, articles: list[str]) -> bool:
    """Adds what articles give more than before; says whether what is kept may be right now."""
    claims = standing(connection, articles)
    before, after = stored(connection, articles), given(claims)
    keep(connection, articles, claims)
    changed = [id for id in articles if before.get(id) != after.get(id)]
    difference = Difference()
    for id in changed:
        difference.add(before.get(id), after.get(id))
    _put_articles(connection, changed, after)
    enter_members(connection, articles)
    fits = add_up(connection, FacetCountRow, difference.facets)
    fits = add_up(connection, DayCountRow, difference.days) and fits
    pairs = _add_outlets(connection, difference.outlets)
    outlets: Counter[str] = Counter()
    for pair, (old, new) in pairs.items():
        outlets[pair[0]] += (new > 0) - (old > 0)
    fits = all(new >= 0 for _, new in pairs.values()) and fits
    for some in chunks(sorted(difference.speakers)):
        of_some = {id: difference.speakers[id] for id in some}
        fits = _add_speakers(connection, of_some, outlets) and fits
    return fits


def _put_articles(connection: Connection, changed: list[str], after: dict[str, Given]) -> None:
    if not changed:
        return
    connection.execute(delete(ArticleCountRow).where(col(ArticleCountRow.article_id).in_(changed)))
    rows = [{"article_id": id} | after[id]._asdict() for id in changed if id in after]
    insert_rows(connection, ArticleCountRow, rows)


def _add_outlets(
    connection: Connection, counted: Counter[tuple[str, str]]
) -> dict[tuple[str, str], tuple[int, int]]:
    """Adds to the articles of speakers in outlets, a row that comes to nothing going; gives what each was and is."""
    row = SpeakerOutletRow
    pairs = sorted(pair for pair, n in counted.items() if n)
    speaker, outlet, articles = table_of(row).columns
    held = rows_by_whole_key(connection, (speaker, outlet, articles), (speaker, outlet), pairs)
    old = {(one[0], one[1]): one[2] for one in held}
    found = {pair: (old.get(pair, 0), old.get(pair, 0) + counted[pair]) for pair in pairs}
    rows = [dict(zip(("speaker_id", "outlet_id"), pair, strict=True)) for pair in pairs]
    drop(connection, row, [one for one, pair in zip(rows, pairs, strict=True) if pair in old])
    kept = [(one, found[pair][1]) for one, pair in zip(rows, pairs, strict=True)]
    insert_rows(connection, row, [one | {"articles": n} for one, n in kept if n > 0])
    return found


def _add_speakers(
    connection: Connection, changes: dict[str, OfSpeaker], outlets: Counter[str]
) -> bool:
    """Adds to the numbers of speakers, one without claims going; says whether they may be right now."""
    mine = col(SpeakerCountRow.speaker_id).in_(changes)
    old = {
        row["speaker_id"]: dict(row)
        for row in connection.execute(select(table_of(SpeakerCountRow)).where(mine)).mappings()
    }
    names = _names(connection, changes)
    rows, fits = [], True
    for id, change in changes.items():
        row = old.get(id, _NO_CLAIMS)
        claims, articles = row["claims"] + change.claims, row["articles"] + change.articles
        if claims > 0 and articles > 0 and id in names:
            first, last = _days(connection, id, row, change)
            rows.append({
                "speaker_id": id, "name": names[id], "claims": claims, "articles": articles,
                "outlets": row["outlets"] + outlets[id], "first": first, "last": last,
            })  # fmt: skip
        elif claims or articles:
            fits = False
    connection.execute(delete(SpeakerCountRow).where(mine))
    insert_rows(connection, SpeakerCountRow, rows)
    return add_up(connection, FacetCountRow, _by_name(old.values(), rows)) and fits


def _days(
    connection: Connection, id: str, row: dict[str, Any], change: OfSpeaker
) -> tuple[str | None, str | None]:
    """The first and the last day of a speaker; looked up only where one of them may be gone."""
    if (change.gone - change.came - {""}) & {row["first"], row["last"]}:
        return _looked_up(connection, id)
    days = [day for day in (row["first"], row["last"], *change.came) if day]
    return min(days, default=None), max(days, default=None)


def _looked_up(connection: Connection, canonical: str) -> tuple[str | None, str | None]:
    day = func.nullif(col(ArticleRow.published_key), "")
    names = select(col(SpeakerRow.id)).where(col(SpeakerRow.canonical_id) == canonical)
    query = (
        select(func.min(day), func.max(day))
        .select_from(ClaimRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .where(said_by(names), col(ClaimRow.vanished).is_(False))
    )
    first, last = connection.execute(query).one()
    return first, last


def _names(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    query = select(col(SpeakerRow.id), col(SpeakerRow.name)).where(col(SpeakerRow.id).in_(ids))
    return {row.id: row.name for row in connection.execute(query)}
