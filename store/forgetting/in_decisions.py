"""What becomes of the log of decisions where something is forgotten: which go wholly, and which lose
a value, a name or a note; reads only, and nothing is derived here."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, select

from claims.folding import name_key
from store.database.times import exact_time
from store.decisions.log import UNDO
from store.decisions.redaction import Redactions
from store.records import DecisionRecord
from store.records.kinds import FORGET, FORGOTTEN, PAIRS, kind_of
from store.tables import DecisionRow
from store.tables.columns import col, table_of

Rows = Sequence[DecisionRecord]
Changes = Mapping[str, str | None] | None
_OF_SPEAKERS = ("merge", "split", "alias", "role")


class Going(Protocol):
    """As much of a scope as decides here."""

    articles: set[str]
    claims: set[str]
    speakers: set[str]
    names: set[str]
    outlet_names: set[str]
    forms: set[str]
    by_decision: set[str]
    mentions: set[str]


def read(connection: Connection) -> Rows:
    """Every decision that has content, oldest first, with exact times."""
    query = select(table_of(DecisionRow)).where(col(DecisionRow.kind).not_in((FORGET, FORGOTTEN)))
    rows = connection.execute(query.order_by(col(DecisionRow.id))).mappings()
    columns = ("id", "reviewer", "kind", "subject", "before", "after", "note")
    return [
        DecisionRecord(at=exact_time(row["at"]), **{name: row[name] for name in columns})
        for row in rows
    ]


def redactions(rows: Rows, going: Going, asked: Collection[int]) -> Redactions:
    """By number what changes; None where nothing of the decision stays. asked: numbers that go
    themselves."""
    gone = {row.id for row in rows if row.id in asked or _goes(row, going)}
    taught = {(row.at, row.reviewer) for row in rows if row.id in gone and row.kind == "speaker"}
    gone |= {
        row.id
        for row in rows
        if row.kind == "alias"
        and (row.at, row.reviewer) in taught
        and name_key(row.after or "") in going.mentions
    }
    _add_undos(rows, gone)
    values = {(row.kind, row.subject, row.after or "") for row in rows if row.id in gone}
    changes: Redactions = dict.fromkeys(sorted(gone))
    for row in rows:
        if row.id not in gone and (change := _part(row, going, values)):
            changes[row.id] = change
    return changes


def claims_entered(rows: Rows, changes: Redactions) -> set[str]:
    """Claims that stand by a decision that goes alone."""
    return {row.subject for row in rows if row.kind == "add" and changes.get(row.id, 0) is None}


def without_speakers(rows: Rows, speakers: Collection[str]) -> Redactions:
    """What changes where these speakers are no more."""
    ids, changes = set(speakers), Redactions()
    for row in rows:
        pruned = _pruned(row, ids, set())
        if pruned is None or pruned:
            changes[row.id] = pruned
    undone = {id for id, change in changes.items() if change is None}
    _add_undos(rows, undone)
    return changes | dict.fromkeys(undone)


def _goes(row: DecisionRecord, going: Going) -> bool:
    if row.subject in going.claims or row.subject in going.articles:
        return True
    if row.kind in PAIRS and kind_of(row.kind).others(row.after or "") & going.claims:
        return True
    if row.subject in going.by_decision and name_key(row.after or "") in going.forms:
        return True
    if row.kind == "outlet" and name_key(row.after or "") in going.outlet_names:
        return True
    return bool(names_in(row) & going.names) or _pruned(row, going.speakers, going.articles) is None


def names_in(row: DecisionRecord) -> set[str]:
    """Speakers whom a decision's value names, folded."""
    if row.kind in ("speaker", "alias"):
        return {name_key(row.after or "")}
    if row.kind == "add":
        return {name_key(str(_loaded(row.after).get("speaker") or ""))}
    if row.kind == "chain" and row.after:
        return {name_key(str(name)) for name in json.loads(row.after)}
    return set()


def speakers_in(row: DecisionRecord) -> set[str]:
    """Ids of speakers whom a decision is about."""
    if row.kind not in _OF_SPEAKERS:
        return set()
    if row.kind in ("alias", "role"):
        return {row.subject}
    parts = _loaded(row.before if row.kind == "merge" else row.after)
    ids = {id for key in ("rows", "into", "from") for id in parts.get(key, ())}
    ids |= {row.subject, str(parts.get("to", row.subject))}
    return ids | ({str(row.after)} if row.kind == "merge" else set())


def _add_undos(rows: Rows, gone: set[int]) -> None:
    """The undos of what goes, and theirs."""
    for row in rows:
        if row.kind == UNDO and row.subject.isdigit() and int(row.subject) in gone:
            gone.add(row.id)


def _part(row: DecisionRecord, going: Going, values: Collection[tuple[str, str, str]]) -> Changes:
    """Columns of a decision that stays."""
    changes: dict[str, str | None] = {**(_pruned(row, going.speakers, going.articles) or {})}
    former = row.before or ""
    named = going.outlet_names if row.kind == "outlet" else going.names
    told = row.kind not in _OF_SPEAKERS and name_key(former) in named
    if former and (told or (row.kind, row.subject, former) in values):
        changes["before"] = None
    if row.note and any(f" {name} " in f" {name_key(row.note)} " for name in going.names if name):
        changes["note"] = ""
    return changes


def _pruned(row: DecisionRecord, speakers: set[str], articles: set[str]) -> Changes:
    """Columns of a decision on speakers without those that go; None where nothing is left of it."""
    if row.kind not in _OF_SPEAKERS:
        return {}
    if row.kind in ("alias", "role"):
        return None if row.subject in speakers else {}
    return _merge(row, speakers) if row.kind == "merge" else _split(row, speakers, articles)


def _merge(row: DecisionRecord, speakers: set[str]) -> Changes:
    groups = _loaded(row.before)
    one = [row.subject, *(id for id in groups.get("rows", ()) if id != row.subject)]
    other = [str(row.after), *(id for id in groups.get("into", ()) if id != row.after)]
    if not speakers & {*one, *other}:
        return {}
    one, other = ([id for id in ids if id not in speakers] for ids in (one, other))
    if not one or not other:
        return None
    return {
        "subject": one[0], "after": other[0], "before": json.dumps({"rows": one, "into": other}),
    }  # fmt: skip


def _split(row: DecisionRecord, speakers: set[str], articles: set[str]) -> Changes:
    parts = _loaded(row.after)
    held = {id for key in ("rows", "from", "articles") for id in parts.get(key, ())}
    held |= {parts["to"]} if "to" in parts else set()
    if not (speakers | articles) & (held | {row.subject}):
        return {}
    left: dict[str, Any] = {
        key: [id for id in value if id not in speakers | articles]
        for key, value in parts.items()
        if isinstance(value, list)
    }
    if not all(left.values()) or parts.get("to") in speakers:
        return None
    stays = {} if row.subject not in speakers else {"subject": _first(left)}
    return {"after": json.dumps(parts | left)} | stays


def _first(left: Mapping[str, Sequence[str]]) -> str:
    return next(iter(_ids(left)), "")


def _ids(left: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield from left.get("rows", ())
    yield from left.get("from", ())


def _loaded(value: str | None) -> dict[str, Any]:
    try:
        content = json.loads(value or "{}")
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}
