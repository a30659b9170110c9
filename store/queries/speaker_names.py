"""All names under which speakers are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from store.tables import SpeakerNameRow, SpeakerRow


def names_of(
    connection: Connection, ids: Sequence[str]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The names and the affiliations that go under speakers, by the ids that they are shown under."""
    names: dict[str, list[str]] = defaultdict(list)
    affiliations: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(_names_under(), {"ids": ids}):
        if row.name not in names[row.canonical_id]:
            names[row.canonical_id].append(row.name)
        if row.affiliation:
            affiliations[row.canonical_id].append(row.affiliation)
    return names, affiliations


@cache
def _names_under() -> Select[Any]:
    """Put together once, which costs more than to run it."""
    speaker: Any = SpeakerRow
    name: Any = SpeakerNameRow
    return (
        select(speaker.canonical_id, speaker.affiliation, name.name)
        .join(SpeakerNameRow, name.speaker_id == speaker.id)
        .where(speaker.canonical_id.in_(bindparam("ids", expanding=True)))
        .order_by(name.name)
    )
