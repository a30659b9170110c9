"""The words of speakers' names, so that a name is found by any of them; entered wherever names are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, select

from store.database.rows import chunks, enter_rows
from store.tables import SpeakerNameRow, SpeakerWordRow
from store.tables.columns import col

MAX_CHARS = 100
"""Of a word that are entered: indices end somewhere, and names that begin alike are few."""
_LAST = "\U0010ffff"


def enter_words(connection: Connection, names: Iterable[Mapping[str, Any]]) -> None:
    """Enters the words of rows of names."""
    words = {(word[:MAX_CHARS], row["speaker_id"]) for row in names for word in row["key"].split()}
    rows = [{"word": word, "speaker_id": id} for word, id in words]
    enter_rows(connection, SpeakerWordRow, rows)


def enter_again(connection: Connection, speakers: Iterable[str]) -> None:
    """Leaves speakers the words of the names that they have now."""
    for some in chunks(speakers):
        connection.execute(delete(SpeakerWordRow).where(col(SpeakerWordRow.speaker_id).in_(some)))
        query = select(col(SpeakerNameRow.speaker_id), col(SpeakerNameRow.key))
        names = connection.execute(query.where(col(SpeakerNameRow.speaker_id).in_(some)))
        enter_words(connection, [dict(row) for row in names.mappings()])


def rebuild(connection: Connection) -> None:
    """Enters the words of every name anew."""
    connection.execute(delete(SpeakerWordRow))
    named = connection.execute(select(col(SpeakerNameRow.speaker_id)).distinct())
    enter_again(connection, named.scalars().all())


def worded(speaker: Any, part: str, beginning: bool) -> ColumnElement[bool]:
    """Whether a column of speakers holds some of whom a name may have the word, or one that begins so."""
    word, held = col(SpeakerWordRow.word), part[:MAX_CHARS]
    same = and_(word >= held, word < held + _LAST) if beginning else word == held
    condition: ColumnElement[bool] = speaker.in_(select(col(SpeakerWordRow.speaker_id)).where(same))
    return condition
