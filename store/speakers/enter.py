"""Speakers that people enter: one of whom no claim is known yet, another bearer of a name; what
articles name is entered in write.py."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, or_, select

from claims.folding import name_key
from claims.ids import digest, speaker_id
from store.database.rows import insert_rows
from store.speakers import join
from store.speakers.words import enter_words
from store.tables import SpeakerNameRow, SpeakerRow
from store.tables.columns import col, table_of


def new_bearer(connection: Connection, like: str, articles: Sequence[str]) -> str:
    """Enters another bearer of a name, for its claims in these articles, and gives its id."""
    row = (
        connection.execute(select(table_of(SpeakerRow)).where(col(SpeakerRow.id) == like))
        .mappings()
        .one()
    )
    id = digest("speaker", "apart", like, *sorted(articles))
    if not connection.execute(select(col(SpeakerRow.id)).where(col(SpeakerRow.id) == id)).first():
        fresh = dict(row) | {
            "id": id,
            "affiliation": None,
            "principal": None,
            "canonical_id": id,
            "joined": "",
        }
        connection.execute(insert(SpeakerRow), [fresh])
        name = {
            "speaker_id": id,
            "name": row["name"],
            "key": f" {name_key(row['name'])} ",
            "decided": False,
        }
        insert_rows(connection, SpeakerNameRow, [name])
        enter_words(connection, [name])
        join.join_new(connection, [id])
    return id


def new_speaker(connection: Connection, name: str, kind: str = "person") -> str:
    """Enters a speaker of whom no claim is known yet, so that an office or alias can be theirs;
    gives the id."""
    id = speaker_id(name, kind)
    if not connection.execute(select(col(SpeakerRow.id)).where(col(SpeakerRow.id) == id)).first():
        row = {
            "id": id,
            "name": name,
            "kind": kind,
            "affiliation": None,
            "principal": None,
            "era": "",
        }
        connection.execute(insert(SpeakerRow), [row | {"canonical_id": id, "joined": ""}])
        named = {"speaker_id": id, "name": name, "key": f" {name_key(name)} ", "decided": False}
        insert_rows(connection, SpeakerNameRow, [named])
        enter_words(connection, [named])
        join.join_new(connection, [id])
    return id


def rows_of(connection: Connection, canonical: str) -> list[str]:
    """Ids of all names of a speaker."""
    same = or_(col(SpeakerRow.canonical_id) == canonical, col(SpeakerRow.id) == canonical)
    return list(
        connection.execute(
            select(col(SpeakerRow.id)).where(same).order_by(col(SpeakerRow.id))
        ).scalars()
    )
