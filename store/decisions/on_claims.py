"""Puts decisions into effect: a claim's row holds what stands, Review what the machine had found;
all of it derived.

Every table here can be made again from the decisions (`rebuild`); how a judgement is worded stands
in outcome.py.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from store.database.rows import chunks, insert_rows
from store.database.search import index_claims
from store.decisions.corrections import corrections
from store.decisions.outcome import Human, fold
from store.decisions.private import private_name, words_of_article
from store.decisions.undo_stack import in_force_on
from store.records.kinds import kind_of, names_of
from store.speakers import claim_speaker
from store.tables import (
    ArticleReviewRow,
    ChainLinkRow,
    ClaimRow,
    DecisionRow,
    ReviewRow,
    SpeakerRow,
)
from store.tables.columns import col, table_of

Row = dict[str, Any]
_CLAIMS = table_of(ClaimRow)
_REVIEWS = table_of(ReviewRow)


def refresh(connection: Connection, ids: Collection[str]) -> None:
    """Brings claims to what their decisions in force say."""
    for some in chunks(ids):
        decided = in_force_on(connection, some)
        reviews = {
            r["claim_id"]: r
            for r in _rows(connection, select(_REVIEWS).where(col(ReviewRow.claim_id).in_(some)))
        }
        for row in _rows(connection, select(_CLAIMS).where(col(ClaimRow.id).in_(some))):
            _refresh_one(connection, row, reviews.get(row["id"]), fold(decided[row["id"]]))


def _refresh_one(connection: Connection, row: Row, review: Row | None, human: Human) -> None:
    machine_replaced = dict(review["machine"]) if review else {}
    links = machine_replaced.pop("chain", None)
    stored_links = _links(connection, row["id"])
    machine = row | {key: value for key, value in machine_replaced.items() if key in row}
    changes, chain = corrections(
        connection, machine, stored_links if links is None else links, human
    )
    restored = {key: machine[key] for key in machine_replaced if key in row and key not in changes}
    if restored or changes:
        connection.execute(
            update(_CLAIMS).where(_CLAIMS.c.id == row["id"]).values(**restored, **changes)
        )
    if "speaker_id" in restored or "speaker_id" in changes:
        _set_bearer(connection, row["id"])
    replaced = {key: machine[key] for key in changes}
    if "speaker_id" in replaced:
        replaced["speaker"] = _name(connection, machine["speaker_id"])
    if chain is not None:
        replaced["chain"] = stored_links if links is None else links
    _set_links(connection, row["id"], chain if chain is not None else links)
    text = words_of_article(connection, row["article_id"])
    private = private_name(machine | changes, human.values, text)
    _enter(connection, row, review, _without_private(human, private), replaced, private)
    _index(connection, row["id"])


def _without_private(human: Human, private: str | None) -> Human:
    """The outcome as far as it is about the extraction, which a private name leaves as it was."""
    only = private is not None and set(human.values) == {"speaker"}
    return replace(human, status="correct") if only and human.status == "corrected" else human


def _enter(
    connection: Connection,
    row: Row,
    review: Row | None,
    human: Human,
    machine: Row,
    private: str | None,
) -> None:
    added = human.added or bool(review and review["added"])
    still_found = review["found"] if review else True
    gone = (added and not human.added) or (not still_found and not human.at)
    if added or not still_found:
        connection.execute(update(_CLAIMS).where(_CLAIMS.c.id == row["id"]).values(vanished=gone))
    connection.execute(delete(ReviewRow).where(col(ReviewRow.claim_id) == row["id"]))
    if human.at or added or not still_found:
        entry = {
            "claim_id": row["id"], "status": human.status, "reviewer": human.reviewer,
            "at": datetime.fromisoformat(human.at) if human.at else review["at"] if review else None,
            "note": human.note, "machine": machine, "added": added, "found": still_found,
            "private_speaker": private,
        }  # fmt: skip
        connection.execute(insert(ReviewRow), [entry])


def decided(connection: Connection, ids: Collection[str]) -> set[str]:
    """Those of the claims on which a decision stands."""
    return {
        id
        for id, decisions in in_force_on(connection, ids).items()
        if any(kind_of(d.kind).subject == "claim" for d in decisions)
    }


def after_rerun(connection: Connection, continued: Sequence[str], lost: Sequence[str]) -> None:
    """After a new reading wrote the machine's values into the kept claims: puts the decisions on
    top again."""
    for some in chunks(continued):
        connection.execute(
            update(_REVIEWS).where(_REVIEWS.c.claim_id.in_(some)).values(machine={}, found=True)
        )
    for some in chunks(lost):
        connection.execute(
            update(_REVIEWS).where(_REVIEWS.c.claim_id.in_(some)).values(found=False)
        )
    refresh(connection, [*reviewed(connection, continued), *lost])


def reviewed(connection: Connection, ids: Collection[str]) -> list[str]:
    """Those of the claims that have a review."""
    claim_ids: list[str] = []
    for some in chunks(ids):
        claim_ids += connection.execute(
            select(col(ReviewRow.claim_id)).where(col(ReviewRow.claim_id).in_(some))
        ).scalars()
    return claim_ids


def machine_rows(connection: Connection, rows: Sequence[Row]) -> list[Row]:
    """The claims' rows as the machine had found them, of those that a person put right."""
    by_id = {row["id"]: row for row in rows}
    by_machine: list[Row] = []
    for some in chunks(list(by_id)):
        for review in _rows(connection, select(_REVIEWS).where(col(ReviewRow.claim_id).in_(some))):
            row = by_id[review["claim_id"]]
            if review["machine"]:
                by_machine.append(
                    row | {key: value for key, value in review["machine"].items() if key in row}
                )
    return by_machine


def rebuild(connection: Connection) -> None:
    """Makes the reviews again from the decisions alone."""
    from store.decisions.on_articles import refresh_articles

    claims = connection.execute(
        select(col(DecisionRow.subject))
        .where(col(DecisionRow.kind).in_(names_of("claim")))
        .distinct()
    )
    refresh(
        connection,
        sorted({*claims.scalars(), *connection.execute(select(col(ReviewRow.claim_id))).scalars()}),
    )
    articles = connection.execute(
        select(col(DecisionRow.subject))
        .where(col(DecisionRow.kind).in_(names_of("article")))
        .distinct()
    )
    reviewed_articles = connection.execute(select(col(ArticleReviewRow.article_id))).scalars()
    refresh_articles(connection, sorted({*articles.scalars(), *reviewed_articles}))


def _rows(connection: Connection, query: Any) -> list[Row]:
    return [dict(row) for row in connection.execute(query).mappings()]


def _links(connection: Connection, id: str) -> list[Row]:
    query = (
        select(table_of(ChainLinkRow))
        .where(col(ChainLinkRow.claim_id) == id)
        .order_by(col(ChainLinkRow.position))
    )
    return _rows(connection, query)


def _set_links(connection: Connection, id: str, links: Sequence[Mapping[str, Any]] | None) -> None:
    if links is not None:
        connection.execute(delete(ChainLinkRow).where(col(ChainLinkRow.claim_id) == id))
        insert_rows(connection, ChainLinkRow, [dict(link) for link in links])


def _set_bearer(connection: Connection, id: str) -> None:
    """Lets splits and dated offices bear on the speaker that stands now."""
    row = dict(connection.execute(select(_CLAIMS).where(col(ClaimRow.id) == id)).mappings().one())
    claim_speaker.assign(connection, row["article_id"], [row])
    values = {
        "effective_speaker_id": row["effective_speaker_id"],
        "effective_speaker_reason": row["effective_speaker_reason"],
    }
    connection.execute(update(_CLAIMS).where(_CLAIMS.c.id == id).values(**values))


def _name(connection: Connection, id: str | None) -> str | None:
    return (
        connection.execute(select(col(SpeakerRow.name)).where(col(SpeakerRow.id) == id)).scalar()
        if id
        else None
    )


def reindex(connection: Connection, ids: Collection[str]) -> None:
    """Enters claims in the search index as they stand now."""
    for id in ids:
        _index(connection, id)


def _index(connection: Connection, id: str) -> None:
    row = connection.execute(select(_CLAIMS).where(col(ClaimRow.id) == id)).mappings().one()
    entry = {
        "number": row["number"], "quote": row["quote"],
        "speaker": _name(connection, row["speaker_id"]) or "", "aliases": row["mention"],
    }  # fmt: skip
    index_claims(connection, [entry])
