"""Saves many new articles with few statements; whatever is not plainly new goes through write.py,
one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from claims.ids import article_id, canonical_url, claim_id
from claims.model import Reading
from store.database.rows import chunks, insert_rows
from store.database.search import index_claims
from store.mapping import to_rows
from store.queries.outlets import add_outlet
from store.queue.queue import touch
from store.records import SaveResult
from store.saving.write import prepared, save_reading, set_parents
from store.speakers import claim_speaker, join
from store.speakers.write import add_speakers
from store.tables import ArticleRow, ChainLinkRow, ClaimRow

Row = dict[str, Any]


def save_readings(
    connection: Connection, readings: Sequence[Reading], run_id: str | None = None
) -> list[SaveResult]:
    """Saves the readings in their order, as saving one after the other would."""
    readings = [prepared(connection, reading) for reading in readings]
    fresh = _plainly_new(connection, readings)
    results = dict(_insert(connection, [(at, readings[at]) for at in fresh], run_id))
    return [
        results.get(at) or save_reading(connection, reading, run_id)
        for at, reading in enumerate(readings)
    ]


def _plainly_new(connection: Connection, readings: Sequence[Reading]) -> list[int]:
    """Places of readings whose text, doc and URL neither the store nor another one of them has."""
    seen: set[str] = set()
    found = []
    for place, reading in enumerate(readings):
        marks = _marks(reading)
        spans = {(claim.cue, claim.source, claim.content) for claim in reading.claims}
        if not marks & seen and len(spans) == len(reading.claims):
            found.append(place)
        seen |= marks
    taken = _taken(connection, seen)
    return [place for place in found if not _marks(readings[place]) & taken]


def _marks(reading: Reading) -> set[str]:
    article = reading.article
    return {f"text {to_rows.text_hash(article.text)}", f"doc {article.doc}"} | (
        {f"url {canonical_url(article.url)}"} if article.url else set()
    )


def _taken(connection: Connection, marks: Iterable[str]) -> set[str]:
    taken: set[str] = set()
    for word, column in (
        ("text", ArticleRow.text_hash),
        ("doc", ArticleRow.doc),
        ("url", ArticleRow.url_key),
    ):
        for some in chunks(mark[len(word) + 1 :] for mark in marks if mark.startswith(word + " ")):
            rows = connection.execute(select(col(column)).where(col(column).in_(some))).scalars()
            taken.update(f"{word} {value}" for value in rows)
    return taken


def _insert(
    connection: Connection, readings: Sequence[tuple[int, Reading]], run_id: str | None
) -> list[tuple[int, SaveResult]]:
    for outlet, facts in {
        reading.outlet: reading.article.outlet_facts for _, reading in readings
    }.items():
        add_outlet(connection, outlet, facts)
    articles, claims, links, results = [], list[Row](), list[Row](), []
    names: dict[str | None, str | None] = {}
    for place, reading in readings:
        article = reading.article
        id = article_id(
            text=article.text, url=article.url, outlet=reading.outlet, published=reading.published
        )
        rows = []
        for claim in reading.claims:
            own = claim_id(id, claim.cue, claim.source, claim.content)
            rows.append(to_rows.claim_row(reading, claim, own, id))
            names[rows[-1]["speaker_id"]] = claim.speaker.name
            links += to_rows.link_rows(claim, own)
        set_parents(rows)
        articles.append(to_rows.article_row(reading, id, run_id))
        claims += rows
        results.append((place, SaveResult("added", id, len(rows))))
    insert_rows(connection, ArticleRow, articles)
    _add_speakers(connection, [reading for _, reading in readings])
    if claim_speaker.any_decided(connection):
        for row in articles:
            claim_speaker.assign(
                connection,
                row["id"],
                [claim for claim in claims if claim["article_id"] == row["id"]],
            )
    insert_rows(connection, ClaimRow, claims)
    insert_rows(connection, ChainLinkRow, links)
    _index(connection, claims, names)
    touch(connection, [row["id"] for row in articles])
    return results


def _add_speakers(connection: Connection, readings: Sequence[Reading]) -> None:
    """Enters the speakers of readings of one era together, for a name's era is that of its
    article."""
    by_era: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_era[to_rows.era(reading.published)].append(reading)
    new: list[str] = []
    for some in by_era.values():
        claims = tuple(claim for reading in some for claim in reading.claims)
        new += add_speakers(connection, replace(some[0], claims=claims))
    join.join_new(connection, new)


def _index(
    connection: Connection, rows: Sequence[Row], names: dict[str | None, str | None]
) -> None:
    by_id = {row["id"]: row for row in rows}
    for ids in chunks(by_id):
        found = connection.execute(
            select(col(ClaimRow.number), col(ClaimRow.id)).where(col(ClaimRow.id).in_(ids))
        )
        entries = [
            {
                "number": number,
                "quote": by_id[id]["quote"],
                "speaker": names.get(by_id[id]["speaker_id"]) or "",
                "aliases": by_id[id]["mention"],
            }
            for number, id in found
        ]
        index_claims(connection, entries, new=True)
