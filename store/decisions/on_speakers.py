"""People's decisions about who is who, read into the tables that joining uses; undone ones leave no
trace there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from claims.folding import name_key
from claims.ids import speaker_id
from store.database.rows import chunks, insert_rows
from store.decisions.log import in_force
from store.records import DecisionRecord
from store.records.kinds import names_of
from store.speakers import claim_speaker, join, words
from store.tables import RoleRow, SpeakerNameRow, SpeakerPairRow, SpeakerRow, SpeakerSplitRow
from store.tables.columns import col

Pairs = dict[frozenset[str], tuple[bool, int]]
Said = tuple[tuple[Any, ...], tuple[str, ...]]
"""What was said, and of which names."""


def apply(connection: Connection) -> None:
    """Makes the derived tables fit the decisions in force, and joins anew whatever they touch or
    touched otherwise than before."""
    before = _said_of(connection)
    decisions = in_force(connection, *names_of("speaker"))
    _clear(connection)
    pairs = pairs_of(decisions, _kinds(connection, decisions))
    rows = [
        {"a": a, "b": b, "one": one, "decision": id}
        for pair, (one, id) in pairs.items()
        for a, b in [sorted(pair)]
    ]  # fmt: skip
    insert_rows(connection, SpeakerPairRow, rows)
    _enter_aliases(connection, decisions)
    _enter_roles(connection, decisions)
    _part(connection, decisions)
    touched = {id for _, ids in before ^ _said_of(connection) for id in ids}
    there = [
        id
        for some in chunks(touched)
        for id in connection.execute(
            select(col(SpeakerRow.id)).where(col(SpeakerRow.id).in_(some))
        ).scalars()
    ]
    join.regroup(connection, sorted(there))
    claim_speaker.assign_all(connection)


def _clear(connection: Connection) -> None:
    for table in (SpeakerPairRow, SpeakerSplitRow, RoleRow):
        connection.execute(delete(table))
    entered = col(SpeakerNameRow.decided).is_(True)
    named = connection.execute(select(col(SpeakerNameRow.speaker_id)).where(entered).distinct())
    unnamed = named.scalars().all()
    connection.execute(delete(SpeakerNameRow).where(entered))
    words.enter_again(connection, unnamed)


def _said_of(connection: Connection) -> set[Said]:
    """What decides on who is joined, with whom it is about: pairs and names that people entered."""
    pairs = select(
        col(SpeakerPairRow.a),
        col(SpeakerPairRow.b),
        col(SpeakerPairRow.one),
        col(SpeakerPairRow.decision),
    )
    names = select(col(SpeakerNameRow.speaker_id), col(SpeakerNameRow.name)).where(
        col(SpeakerNameRow.decided).is_(True)
    )
    return {((row.one, row.decision), (row.a, row.b)) for row in connection.execute(pairs)} | {
        ((row.name,), (row.speaker_id,)) for row in connection.execute(names)
    }


def pairs_of(decisions: Sequence[DecisionRecord], kinds: dict[str, str]) -> Pairs:
    """Pairs of names that are one, or two; a later decision on a pair overrules an earlier one."""
    pairs: Pairs = {}
    for decision in decisions:
        if decision.kind == "merge":
            _merge(pairs, decision)
        elif decision.kind == "split":
            _split(pairs, decision)
        elif decision.kind == "alias" and decision.after:
            other = speaker_id(decision.after, kinds.get(decision.subject, "person"))
            if other != decision.subject:
                pairs[frozenset((decision.subject, other))] = (True, decision.id)
    return pairs


def _merge(pairs: Pairs, decision: DecisionRecord) -> None:
    groups = json.loads(decision.before) if decision.before else {}
    one = [decision.subject, *groups.get("rows", ())]
    other = [str(decision.after), *groups.get("into", ())]
    for a in one:
        for b in other:
            pairs.pop(frozenset((a, b)), None)
    pairs |= {
        frozenset((str(decision.after), id)): (True, decision.id)
        for id in [*one, *other]
        if id != decision.after
    }


def _split(pairs: Pairs, decision: DecisionRecord) -> None:
    parts = json.loads(decision.after or "{}")
    if "articles" in parts:
        leaving, staying = [parts["to"]], parts["from"]
    else:
        leaving, staying = parts["rows"], parts["from"]
    for a in leaving:
        for b in staying:
            if a != b:
                pairs[frozenset((a, b))] = (False, decision.id)


def _kinds(connection: Connection, decisions: Iterable[DecisionRecord]) -> dict[str, str]:
    ids = {decision.subject for decision in decisions}
    rows = connection.execute(
        select(col(SpeakerRow.id), col(SpeakerRow.kind)).where(col(SpeakerRow.id).in_(ids))
    )
    return {row.id: row.kind for row in rows}


def _enter_aliases(connection: Connection, decisions: Iterable[DecisionRecord]) -> None:
    for decision in decisions:
        if decision.kind != "alias" or not decision.after:
            continue
        taken = select(col(SpeakerNameRow.name)).where(
            col(SpeakerNameRow.speaker_id) == decision.subject,
            col(SpeakerNameRow.name) == decision.after,
        )
        if not connection.execute(taken).first():
            row = {
                "speaker_id": decision.subject,
                "name": decision.after,
                "key": f" {name_key(decision.after)} ",
            }
            insert_rows(connection, SpeakerNameRow, [row | {"decided": True}])
            words.enter_words(connection, [row])


def _enter_roles(connection: Connection, decisions: Iterable[DecisionRecord]) -> None:
    for decision in decisions:
        if decision.kind == "role":
            role = json.loads(decision.after or "{}")
            row = {"speaker_id": decision.subject, "office": role["office"]}
            insert_rows(
                connection, RoleRow, [row | {"since": role.get("from"), "until": role.get("to")}]
            )


def _part(connection: Connection, decisions: Iterable[DecisionRecord]) -> None:
    parted: dict[tuple[str, str], dict[str, Any]] = {}
    for decision in decisions:
        parts = json.loads(decision.after or "{}") if decision.kind == "split" else {}
        for article in parts.get("articles", ()):
            for id in parts["from"]:
                parted[article, id] = {
                    "article_id": article,
                    "speaker_id": id,
                    "effective_speaker_id": parts["to"],
                }
    insert_rows(connection, SpeakerSplitRow, list(parted.values()))
