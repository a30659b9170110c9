"""Joins names into speakers as they come in, over an index of keys; the judging is
claims.identity's.

Everything here is derived: rebuild() makes it anew from names and decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from claims.identity.blocking_keys import join_keys, likeness_keys
from claims.identity.clustering import group
from claims.identity.model import NamedSpeaker, SpeakerDecisions
from store.database.rows import chunks, insert_rows
from store.queue.queue import touch_speakers
from store.speakers import words
from store.speakers.rules import RULES, outdated
from store.speakers.ties import components
from store.tables import (
    DecisionRow,
    MetaRow,
    SpeakerKeyRow,
    SpeakerNameRow,
    SpeakerPairRow,
    SpeakerRow,
)
from store.tables.columns import col, table_of

NAMES_TOGETHER = 500
"""Of which those that are tied to them are looked up at a time."""
_TABLE: Any = table_of(SpeakerRow)
_SPEAKERS = select(
    *(_TABLE.c[name] for name in ("id", "name", "kind", "affiliation", "principal", "era"))
)


def join_new(connection: Connection, ids: Sequence[str]) -> None:
    """Enters the keys of new names, or of those that got another form, and joins them with those
    that share one."""
    if ids := list(dict.fromkeys(ids)):
        for some in chunks(ids):
            connection.execute(delete(SpeakerKeyRow).where(col(SpeakerKeyRow.speaker_id).in_(some)))
        _enter_keys(connection, known_speakers(connection, ids))
        regroup(connection, ids)


def rebuild(connection: Connection) -> None:
    """Joins every name of the store anew, by the words of each too, and notes the rules it was done by."""
    connection.execute(delete(SpeakerKeyRow))
    words.rebuild(connection)
    ids = list(
        connection.execute(select(col(SpeakerRow.id)).order_by(col(SpeakerRow.id))).scalars()
    )
    for some in chunks(ids):
        _enter_keys(connection, known_speakers(connection, some))
    regroup(connection, ids)
    connection.execute(update(MetaRow).where(col(MetaRow.key) == "identity").values(value=RULES))


def rebuild_if_outdated(connection: Connection) -> bool:
    """Joins them anew, unless another process was faster; says whether it did."""
    if not outdated(connection):
        return False
    rebuild(connection)
    return True


def regroup(connection: Connection, ids: Iterable[str]) -> None:
    """Joins the names that keys or decisions tie to these, as if all had come in at once."""
    todo = dict.fromkeys(ids)
    updates: list[dict[str, str]] = []
    while todo:
        for component in components(connection, list(islice(todo, NAMES_TOGETHER))):
            for id in component:
                todo.pop(id, None)
            updates += _joined(connection, component)
    if updates:
        _touch_changed(connection, {row["the_id"]: row["head"] for row in updates})
        statement = update(_TABLE).where(
            _TABLE.c.id == bindparam("the_id"),
            or_(_TABLE.c.canonical_id != bindparam("head"), _TABLE.c.joined != bindparam("why")),
        )
        connection.execute(
            statement.values(canonical_id=bindparam("head"), joined=bindparam("why")), updates
        )


def _joined(connection: Connection, component: list[str]) -> list[dict[str, str]]:
    """Whose each of these names is, and why; they are tied to no other."""
    if len(component) == 1:
        (alone,) = component
        return [{"the_id": alone, "head": alone, "why": ""}]
    members = known_speakers(connection, component)
    joined = group(members, decided(connection, component))
    return [
        {"the_id": id, "head": place.canonical, "why": place.reason} for id, place in joined.items()
    ]


def _touch_changed(connection: Connection, heads: Mapping[str, str]) -> None:
    """Lets the claims of names that become another speaker's be weighed again."""
    changed: list[str] = []
    for some in chunks(heads):
        rows = connection.execute(
            select(_TABLE.c.id, _TABLE.c.canonical_id).where(_TABLE.c.id.in_(some))
        )
        changed += [row.id for row in rows if heads[row.id] != row.canonical_id]
    touch_speakers(connection, changed)


def known_speakers(connection: Connection, ids: Sequence[str]) -> list[NamedSpeaker]:
    """The stored names as matching needs them."""
    speakers: list[NamedSpeaker] = []
    for some in chunks(ids):
        forms: dict[str, list[str]] = {}
        query = select(col(SpeakerNameRow.speaker_id), col(SpeakerNameRow.name)).where(
            col(SpeakerNameRow.speaker_id).in_(some)
        )
        for row in connection.execute(query.order_by(col(SpeakerNameRow.name))):
            forms.setdefault(row.speaker_id, []).append(row.name)
        for one in connection.execute(_SPEAKERS.where(_TABLE.c.id.in_(some))).mappings():
            mine = {name: one[name] for name in ("id", "name", "kind", "affiliation", "principal")}
            speakers.append(
                NamedSpeaker(
                    **mine, years=_years(one["era"]), names=tuple(forms.get(one["id"], ()))
                )
            )
    return speakers


def decided(connection: Connection, ids: Sequence[str]) -> SpeakerDecisions:
    """What people decided about these names."""
    one: dict[frozenset[str], int] = {}
    two: set[frozenset[str]] = set()
    for some in chunks(ids):
        query = select(table_of(SpeakerPairRow)).where(
            or_(col(SpeakerPairRow.a).in_(some), col(SpeakerPairRow.b).in_(some))
        )
        for row in connection.execute(query):
            if row.one:
                one[frozenset((row.a, row.b))] = row.decision
            else:
                two.add(frozenset((row.a, row.b)))
    heads = _heads(connection, one.values())
    return SpeakerDecisions(frozenset(one), frozenset(two), heads)


def _heads(connection: Connection, decisions: Iterable[int]) -> tuple[str, ...]:
    query = select(col(DecisionRow.kind), col(DecisionRow.subject), col(DecisionRow.after)).where(
        col(DecisionRow.id).in_(set(decisions))
    )
    rows = connection.execute(query.order_by(col(DecisionRow.id)))
    return tuple(str(row.after) if row.kind == "merge" else row.subject for row in rows)


def _years(era: str) -> tuple[int, int] | None:
    return (int(era), int(era) + 99) if era else None


def _enter_keys(connection: Connection, members: Iterable[NamedSpeaker]) -> None:
    rows = [
        {"key": key, "speaker_id": known.id}
        for known in members
        for key in join_keys(known) | likeness_keys(known)
    ]
    insert_rows(connection, SpeakerKeyRow, rows)
