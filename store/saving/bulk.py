"""Saves many new articles with few statements; whatever is not plainly new goes through write.py,
one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from claims.ids import article_id, canonical_url, claim_id
from claims.model import OutletFacts, Reading
from store.database.rows import chunks, insert_rows
from store.database.search import index_claims
from store.mapping import to_rows
from store.queries.outlets import add_outlet
from store.queue.queue import touch
from store.records import SaveResult
from store.saving.other_forms import form_of, with_other_forms
from store.saving.prepared import prepared
from store.saving.tombstones import forgotten_since, kinds
from store.saving.write import save_prepared, set_parents
from store.speakers import claim_speaker, join
from store.speakers.write import enter_speakers, with_members
from store.tables import ArticleRow, ChainLinkRow, ClaimRow
from store.tables.columns import col

Row = dict[str, Any]


def save_readings(
    connection: Connection, readings: Sequence[Reading], run_id: str | None = None
) -> list[SaveResult]:
    """Saves the readings in their order, as saving one after the other would."""
    said = [len(reading.claims) for reading in readings]
    readings = prepared(connection, readings)
    fresh = set(_plainly_new(connection, readings))
    results: list[SaveResult] = []
    # In their order, for what is saved first counts as first found.
    for is_fresh, places in groupby(range(len(readings)), fresh.__contains__):
        some = [readings[place] for place in places]
        results += (
            _insert(connection, some, run_id)
            if is_fresh
            else [save_prepared(connection, reading, run_id) for reading in some]
        )
    return [
        replace(result, left_out=number - len(reading.claims))
        for result, number, reading in zip(results, said, readings, strict=True)
    ]


def _plainly_new(connection: Connection, readings: Sequence[Reading]) -> list[int]:
    """Places of readings whose text, doc and URL neither the store nor another one of them has."""
    seen: set[str] = set()
    places = []
    for place, reading in enumerate(readings):
        marks = _marks(reading)
        spans = {(claim.cue, claim.source, claim.content) for claim in reading.claims}
        if not marks & seen and len(spans) == len(reading.claims):
            places.append(place)
        seen |= marks
    taken = _taken(connection, seen)
    forms = with_other_forms(connection, [form_of(r.article, r.published) for r in readings])
    forgets = bool(kinds(connection))
    return [
        place
        for place in places
        if place not in forms
        and not _marks(readings[place]) & taken
        and not (forgets and _is_forgotten(connection, readings[place]))
    ]


def _is_forgotten(connection: Connection, reading: Reading) -> bool:
    return forgotten_since(connection, reading.article, reading.outlet) is not None


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
    connection: Connection, readings: Sequence[Reading], run_id: str | None
) -> list[SaveResult]:
    _add_outlets(connection, readings)
    new = [_rows(reading, run_id) for reading in readings]
    insert_rows(connection, ArticleRow, [rows.article for rows in new])
    _add_speakers(connection, readings)
    if claim_speaker.any_decided(connection):
        for rows in new:
            claim_speaker.assign(connection, rows.article["id"], rows.claims)
    claims = [row for rows in new for row in rows.claims]
    insert_rows(connection, ClaimRow, claims)
    insert_rows(connection, ChainLinkRow, [row for rows in new for row in rows.links])
    names = {
        row["id"]: rows.names.get(row["speaker_id"]) or "" for rows in new for row in rows.claims
    }
    _index(connection, claims, names)
    touch(connection, [rows.article["id"] for rows in new])
    return [SaveResult("added", rows.article["id"], len(rows.claims)) for rows in new]


def _add_outlets(connection: Connection, readings: Sequence[Reading]) -> None:
    """Enters the outlets of the readings in order: what one line says of its outlet, the next that
    says nothing of it leaves."""
    said: dict[str | None, OutletFacts | None] = {}
    for reading in readings:
        facts = reading.article.outlet_facts
        if reading.outlet not in said or (facts is not None and facts != said[reading.outlet]):
            add_outlet(connection, reading.outlet, facts)
            said[reading.outlet] = facts


class _New(NamedTuple):
    """The rows of a new article, and its speakers' names by id."""

    article: Row
    claims: list[Row]
    links: list[Row]
    names: dict[str | None, str | None]


def _rows(reading: Reading, run_id: str | None) -> _New:
    article = reading.article
    id = article_id(
        text=article.text, url=article.url, outlet=reading.outlet, published=reading.published
    )
    new = _New(to_rows.article_row(reading, id, run_id), [], [], {})
    for claim in reading.claims:
        own = claim_id(id, claim.cue, claim.source, claim.content)
        row = to_rows.claim_row(reading, claim, own, id)
        new.claims.append(row)
        new.names[row["speaker_id"]] = claim.speaker.name
        new.links.extend(to_rows.link_rows(claim, own))
    set_parents(new.claims)
    return new


def _add_speakers(connection: Connection, readings: Sequence[Reading]) -> None:
    """Enters the speakers of readings that follow each other in one era together, for a name's era
    is that of its article."""
    new: list[str] = []
    for _, some in groupby(readings, lambda reading: to_rows.era(reading.published)):
        same_era = list(some)
        claims = tuple(claim for reading in same_era for claim in with_members(reading))
        new += enter_speakers(connection, replace(same_era[0], claims=claims))
    join.join_new(connection, new)


def _index(connection: Connection, rows: Sequence[Row], names: dict[str, str]) -> None:
    by_id = {row["id"]: row for row in rows}
    for ids in chunks(by_id):
        numbered = connection.execute(
            select(col(ClaimRow.number), col(ClaimRow.id)).where(col(ClaimRow.id).in_(ids))
        )
        entries = [
            {
                "number": number,
                "quote": by_id[id]["quote"],
                "speaker": names[id],
                "aliases": by_id[id]["mention"],
            }
            for number, id in numbered
        ]
        index_claims(connection, entries, new=True)
