"""Saves one reading inside the caller's transaction; what is one article says same_article.py,
speakers
speakers/write.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from claims.ids import article_id, claim_id, digest
from claims.model import Claim, Reading
from store.database.rows import chunks, insert_rows
from store.database.search import index_claims
from store.decisions import on_claims
from store.decisions.carry_over import carry_over
from store.decisions.on_articles import forget_machine
from store.mapping import to_rows
from store.queries.outlets import add_outlet
from store.queue.queue import touch
from store.records import SaveResult
from store.saving.edition_changes import edition_changes
from store.saving.match_claims import pair
from store.saving.prepared import prepared
from store.saving.same_article import Found, detects_anew, find_same, former_edition, new_metadata
from store.saving.tombstones import forgotten_since
from store.speakers import claim_speaker, join
from store.speakers.write import add_speakers
from store.tables import ArticleRow, ChainLinkRow, ClaimRow
from store.tables.columns import col, table_of

Row = dict[str, Any]


def save_reading(
    connection: Connection, reading: Reading, run_id: str | None = None, *, again: bool = False
) -> SaveResult:
    """Saves an article with its claims, whole or not at all; the same one again changes nothing,
    unless again takes it as a new detection."""
    (reading,) = prepared(connection, [reading])
    return save_prepared(connection, reading, run_id, again=again)


def save_prepared(
    connection: Connection, reading: Reading, run_id: str | None, *, again: bool = False
) -> SaveResult:
    """The same of a reading that is as it is saved: put to it twice, what people taught of outlets may name another."""
    article = reading.article
    id = article_id(
        text=article.text, url=article.url, outlet=reading.outlet, published=reading.published
    )
    same = find_same(connection, article, outlet=reading.outlet, published=reading.published, id=id)
    if same:
        return _again(connection, reading, same, force=again)
    if since := forgotten_since(connection, article, reading.outlet):
        return SaveResult("forgotten", "", since=since)
    add_outlet(connection, reading.outlet, article.outlet_facts)
    former = former_edition(connection, article, reading.published)
    row = to_rows.article_row(reading, id, run_id)
    if former:
        row["edition_of"] = former["edition_of"] or former["id"]
        connection.execute(
            update(ArticleRow).where(col(ArticleRow.id) == former["id"]).values(current=False)
        )
    connection.execute(insert(ArticleRow), [row])
    touch(connection, [id, former["id"]] if former else [id])
    old = _stored_claims(connection, former["id"], current=True) if former else []
    return _save_claims(
        connection, reading, SaveResult("edition" if former else "added", id), old, same_text=False
    )


def _again(connection: Connection, reading: Reading, same: Found, *, force: bool) -> SaveResult:
    id = same.row["id"]
    changes = new_metadata(reading.article, same)
    if changes:
        add_outlet(connection, reading.article.outlet, reading.article.outlet_facts)
    detector = to_rows.detector_of(reading)
    redetected = detects_anew(same, detector, force=force)
    if not changes and not redetected:
        return SaveResult("unchanged", id)
    if redetected:
        changes["detector"] = detector
    connection.execute(update(ArticleRow).where(col(ArticleRow.id) == id).values(**changes))
    forget_machine(connection, id)
    touch(connection, [id])
    if not redetected:
        return SaveResult("updated", id)
    old = _stored_claims(connection, id, current=False)
    return _save_claims(connection, reading, SaveResult("redetected", id), old, same_text=True)


def _save_claims(
    connection: Connection,
    reading: Reading,
    result: SaveResult,
    old: Sequence[Row],
    *,
    same_text: bool,
) -> SaveResult:
    article = result.article_id
    claims, continued = _numbered(connection, reading, article, old, same_text=same_text)
    rows = [row for _, row in claims]
    set_parents(rows)
    join.join_new(connection, add_speakers(connection, reading))
    claim_speaker.assign(connection, article, rows)
    continuing = _put(connection, claims, continued)
    lost = [row for row in old if row["id"] not in continued and not row["vanished"]]
    vanished, carried = _let_go(connection, lost, article, same_text=same_text)
    if result.status == "edition":
        _note_changes(connection, article, edition_changes(old, rows, carried))
    era = to_rows.era(reading.published)
    names = {to_rows.speaker_key(claim, era): claim.speaker.name for claim in reading.claims}
    _index(connection, rows, names)
    quotes = {row["id"]: row["quote"] for row in old}
    changed = tuple(row["id"] for row in continuing if row["quote"] != quotes[row["id"]])
    on_claims.after_rerun(connection, [row["id"] for row in continuing], carried)
    return SaveResult(
        result.status, article, len(rows), len(continuing), vanished, changed, tuple(carried)
    )


def _put(
    connection: Connection, claims: Sequence[tuple[Claim, Row]], continued: set[str]
) -> list[Row]:
    """Writes the rows of claims and of their chains; gives those that continue stored ones."""
    rows = [row for _, row in claims]
    continuing = [row for row in rows if row["id"] in continued]
    _replace(connection, continuing)
    insert_rows(connection, ClaimRow, [row for row in rows if row["id"] not in continued])
    links = [link for claim, row in claims for link in to_rows.link_rows(claim, row["id"])]
    insert_rows(connection, ChainLinkRow, links)
    return continuing


def _note_changes(connection: Connection, article: str, changes: list[Row]) -> None:
    """Keeps what an edition did to the claims of the one before."""
    connection.execute(
        update(ArticleRow).where(col(ArticleRow.id) == article).values(edition_changes=changes)
    )


def _numbered(
    connection: Connection, reading: Reading, article: str, old: Sequence[Row], *, same_text: bool
) -> tuple[list[tuple[Claim, Row]], set[str]]:
    """The claims with their rows, and which of the ids continue stored claims."""
    fresh = {
        id: (claim, to_rows.claim_row(reading, claim, id, article))
        for claim in reading.claims
        for id in [claim_id(article, claim.cue, claim.source, claim.content)]
    }
    # What a person put right may lie nearer to the new reading than what the machine had found.
    stored = [*old, *on_claims.machine_rows(connection, old)]
    pairs = pair(stored, [row for _, row in fresh.values()], same_text=same_text)
    taken = _existing(connection, [id for id in fresh if id not in pairs])
    # An id may be in use by a claim that has moved on to other words since.
    final = {
        id: pairs.get(id) or (digest("claim", id, "again", article) if id in taken else id)
        for id in fresh
    }
    claims = [(claim, row | {"id": final[id]}) for id, (claim, row) in fresh.items()]
    return claims, set(pairs.values())


def _let_go(
    connection: Connection, lost: Sequence[Row], article: str, *, same_text: bool
) -> tuple[tuple[str, ...], list[str]]:
    """Marks claims that are no longer found as vanished; gives their ids, and those that stay."""
    decided = on_claims.decided(connection, [row["id"] for row in lost])
    # What a person decided on stays, even where the machine no longer finds it.
    carried = carry_over(
        connection, [row for row in lost if row["id"] in decided], article, same_text=same_text
    )
    vanished = tuple(row["id"] for row in lost if row["id"] not in carried)
    for ids in chunks(vanished):
        connection.execute(update(ClaimRow).where(col(ClaimRow.id).in_(ids)).values(vanished=True))
    return vanished, sorted(carried)


def _stored_claims(connection: Connection, article: str, *, current: bool) -> list[Row]:
    query = (
        select(table_of(ClaimRow))
        .where(col(ClaimRow.article_id) == article)
        .order_by(col(ClaimRow.number))
    )
    if current:
        query = query.where(col(ClaimRow.vanished).is_(False))
    return [dict(row) for row in connection.execute(query).mappings()]


def _replace(connection: Connection, rows: Sequence[Row]) -> None:
    if not rows:
        return
    for ids in chunks([row["id"] for row in rows]):
        connection.execute(delete(ChainLinkRow).where(col(ChainLinkRow.claim_id).in_(ids)))
    names = [name for name in rows[0] if name != "id"]
    statement = update(table_of(ClaimRow)).where(table_of(ClaimRow).c.id == bindparam("the_id"))
    statement = statement.values({name: bindparam("new_" + name) for name in names})
    connection.execute(
        statement,
        [{"the_id": row["id"]} | {"new_" + name: row[name] for name in names} for row in rows],
    )


def set_parents(rows: Sequence[Row]) -> None:
    """Names the smallest claim around each nested one."""
    for row in rows:
        if row["nested"] and row["content"]:
            first, last = row["content"][0][0], row["content"][-1][1]
            around = [
                (other["content"][-1][1] - other["content"][0][0], other["id"])
                for other in rows
                if other["content"]
                and other["id"] != row["id"]
                and other["content"][0][0] <= first
                and last <= other["content"][-1][1]
            ]
            row["parent"] = min(around)[1] if around else None


def _index(
    connection: Connection, rows: Sequence[Row], names: dict[str | None, str | None]
) -> None:
    by_id = {row["id"]: row for row in rows}
    for ids in chunks(list(by_id)):
        numbered = connection.execute(
            select(col(ClaimRow.number), col(ClaimRow.id)).where(col(ClaimRow.id).in_(ids))
        ).all()
        index_claims(
            connection,
            [
                {
                    "number": number,
                    "quote": by_id[id]["quote"],
                    "speaker": names.get(by_id[id]["speaker_id"]) or "",
                    "aliases": by_id[id]["mention"],
                }
                for number, id in numbered
            ],
        )


def _existing(connection: Connection, ids: Sequence[str]) -> set[str]:
    return {
        row.id
        for some in chunks(ids)
        for row in connection.execute(select(col(ClaimRow.id)).where(col(ClaimRow.id).in_(some)))
    }
