"""Speakers after claims or decisions are gone: of whom nothing is left goes, and who stays keeps the
names, affiliation and principal that what is left gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, or_, select, update

from claims.folding import name_key
from claims.identity.written_name import looks_like_name
from store.counts.keep import rename
from store.database.rows import chunks, insert_rows
from store.decisions.on_claims import refresh, reindex
from store.forgetting import in_decisions
from store.forgetting.scope import Scope
from store.forgetting.spelling import spelled
from store.queue.changed import note
from store.records import DecisionRecord
from store.speakers import ties, words
from store.tables import (
    ArticleRow,
    ClaimRow,
    ReviewRow,
    RoleRow,
    SpeakerKeyRow,
    SpeakerNameRow,
    SpeakerPairRow,
    SpeakerRow,
    SpeakerSplitRow,
    SpeakerWordRow,
)
from store.tables.columns import col

_BY_ID: tuple[Any, ...] = (SpeakerNameRow, SpeakerWordRow, SpeakerKeyRow, RoleRow)


def in_claims(connection: Connection, scope: Scope) -> set[str]:
    """Rows of speakers whom the claims that go name: who speaks, alone or with others."""
    ids, names = set[str | None](scope.speakers), set[str]()
    for some in chunks(sorted(scope.claims)):
        query = (
            select(
                col(ClaimRow.speaker_id), col(ClaimRow.effective_speaker_id),
                col(ClaimRow.members), col(ReviewRow.machine),
            )
            .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
            .where(col(ClaimRow.id).in_(some))
        )  # fmt: skip
        for row in connection.execute(query):
            ids |= {row.speaker_id, row.effective_speaker_id}
            ids.add((row.machine or {}).get("speaker_id"))
            names |= {name_key(name) for name in row.members}
    return there(connection, {*ids, *_bearing(connection, names)})


def in_decisions_gone(connection: Connection, scope: Scope, rows: in_decisions.Rows) -> set[str]:
    """Rows of speakers whom the decisions that go name."""
    gone = [row for row in rows if scope.decisions.get(row.id, 0) is None]
    ids: set[str | None] = {id for row in gone for id in in_decisions.speakers_in(row)}
    names = {name for row in gone for name in in_decisions.names_in(row)}
    return there(connection, {*ids, *_bearing(connection, names)})


def tied(connection: Connection, speakers: Iterable[str]) -> set[str]:
    """Everybody whose joining may rest on these; ask before they are deleted."""
    found: set[str] = set()
    for id in speakers:
        if id not in found:
            found |= set(ties.tied_to(connection, id))
    return found


def unheard(
    connection: Connection,
    speakers: Collection[str],
    kept: Collection[str] = (),
    beside: Collection[str] = (),
) -> set[str]:
    """Those of the speakers under whom no claim counts; kept: those that a decision keeps, beside:
    claims that do not count."""
    left = set(speakers) - set(kept)
    for column in (ClaimRow.speaker_id, ClaimRow.effective_speaker_id):
        for some in chunks(sorted(left)):
            query = select(col(ClaimRow.id), col(column)).where(col(column).in_(some))
            left -= {name for id, name in connection.execute(query) if id not in beside}
    machines = select(col(ReviewRow.claim_id), col(ReviewRow.machine))
    left -= {
        machine.get("speaker_id")
        for id, machine in connection.execute(machines)
        if id not in beside
    }
    joint = select(col(ClaimRow.id), col(ClaimRow.members))
    members = {
        name_key(name)
        for id, names in connection.execute(joint.where(col(ClaimRow.speaker_kind) == "joint"))
        for name in names
        if id not in beside
    }
    return left - set(_bearing(connection, members))


def kept_by_decision(rows: Sequence[DecisionRecord]) -> set[str]:
    """Speakers whom decisions that stay are about."""
    return {id for row in rows for id in in_decisions.speakers_in(row)}


def delete_speakers(connection: Connection, speakers: Collection[str]) -> None:
    """Deletes their rows, with names, keys and offices."""
    for some in chunks(sorted(speakers)):
        for table in _BY_ID:
            connection.execute(delete(table).where(col(table.speaker_id).in_(some)))
        a, b = col(SpeakerPairRow.a), col(SpeakerPairRow.b)
        connection.execute(delete(SpeakerPairRow).where(or_(a.in_(some), b.in_(some))))
        to, of = col(SpeakerSplitRow.effective_speaker_id), col(SpeakerSplitRow.speaker_id)
        connection.execute(delete(SpeakerSplitRow).where(or_(to.in_(some), of.in_(some))))
        connection.execute(delete(SpeakerRow).where(col(SpeakerRow.id).in_(some)))


def unname(connection: Connection, scope: Scope) -> None:
    """Takes forgotten speakers out of what stays: a claim that a person gave to another, a joint one,
    one whose source might have been theirs."""
    for some in chunks(sorted(scope.speakers)):
        mine = col(ClaimRow.speaker_id).in_(some)
        theirs = {"speaker_id": col(ClaimRow.effective_speaker_id), "effective_speaker_id": None}
        connection.execute(
            update(ClaimRow).where(mine).values(**theirs, effective_speaker_reason=None)
        )
    for id, machine in connection.execute(select(col(ReviewRow.claim_id), col(ReviewRow.machine))):
        if machine.get("speaker_id") in scope.speakers:
            found = machine | {"speaker_id": None, "speaker": None}
            review = col(ReviewRow.claim_id) == id
            connection.execute(update(ReviewRow).where(review).values(machine=found))
    _out_of_claims(connection, scope)


def _out_of_claims(connection: Connection, scope: Scope) -> None:
    names = scope.names | scope.forms
    query = select(
        col(ClaimRow.number),
        col(ClaimRow.article_id),
        col(ClaimRow.members),
        col(ClaimRow.runner_up),
    ).where(or_(col(ClaimRow.speaker_kind) == "joint", col(ClaimRow.runner_up).is_not(None)))
    for number, article, members, runner_up in connection.execute(query).all() if names else ():
        values: dict[str, Any] = {}
        if left := [name for name in members if name_key(name) not in names]:
            values["members"] = left
        if name_key(runner_up or "") in names:
            values["runner_up"] = None
        if values.get("members", members) != members or "runner_up" in values:
            note(connection, [article])
            this = col(ClaimRow.number) == number
            connection.execute(update(ClaimRow).where(this).values(**values))


def name_anew(connection: Connection, speakers: Collection[str]) -> None:
    """Gives speakers who stay the names and facts that the claims that are left show."""
    for id in sorted(speakers):
        rows = _left_of(connection, id)
        if not rows:
            continue
        this = col(SpeakerRow.id) == id
        name = str(connection.execute(select(col(SpeakerRow.name)).where(this)).scalar_one())
        texts = list(dict.fromkeys(row.text for row in rows))
        mentions = {row.mention for row in rows}
        own = spelled(name, (*sorted(mentions), *texts)) or name
        forms = {form for form in mentions if looks_like_name(form) and name_key(form)}
        _keep_forms(connection, id, own, forms, texts)
        facts = {key: _first(rows, key) for key in ("affiliation", "principal")}
        connection.execute(update(SpeakerRow).where(this).values(name=own, **facts))
        # What was put right took name and facts of the speaker's row.
        refresh(connection, [row.id for row in rows if row.machine is not None])
        if own != name:
            reindex(connection, [row.id for row in rows])
            rename(connection, [id])


def _left_of(connection: Connection, id: str) -> Sequence[Row[Any]]:
    """The claims of a speaker, with the texts in which they stand and what a decision replaced."""
    query = (
        select(
            col(ClaimRow.id), col(ArticleRow.text), col(ClaimRow.mention), col(ClaimRow.affiliation),
            col(ClaimRow.principal), col(ReviewRow.machine),
        )
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
        .where(col(ClaimRow.speaker_id) == id)
        .order_by(col(ClaimRow.number))
    )  # fmt: skip
    return connection.execute(query).all()


def _first(rows: Sequence[Row[Any]], fact: str) -> str | None:
    """What an article itself says first."""
    found = (getattr(row, fact) for row in rows if "speaker_id" not in (row.machine or {}))
    return next((value for value in found if value), None)


def _keep_forms(
    connection: Connection, id: str, own: str, forms: set[str], texts: Sequence[str]
) -> None:
    """Leaves a speaker these forms, spellings of the own name that the texts hold, and what people
    entered."""
    mine = col(SpeakerNameRow.speaker_id) == id
    query = select(col(SpeakerNameRow.name), col(SpeakerNameRow.decided)).where(mine)
    stored = {row.name: row.decided for row in connection.execute(query)}
    spelt = {
        form
        for form in stored
        if name_key(form) == name_key(own) and any(form in text for text in texts)
    }
    connection.execute(delete(SpeakerNameRow).where(mine, col(SpeakerNameRow.decided).is_(False)))
    rows = [
        {"speaker_id": id, "name": form, "key": f" {name_key(form)} ", "decided": False}
        for form in sorted({own} | forms | spelt)
        if not stored.get(form)
    ]
    insert_rows(connection, SpeakerNameRow, rows)
    words.enter_again(connection, [id])


def _bearing(connection: Connection, names: Iterable[str]) -> Iterator[str]:
    for some in chunks(f" {name} " for name in names if name):
        query = select(col(SpeakerNameRow.speaker_id)).where(col(SpeakerNameRow.key).in_(some))
        yield from connection.execute(query.distinct()).scalars().all()


def there(connection: Connection, ids: Iterable[str | None]) -> set[str]:
    """Those of the ids of which there is a speaker."""
    return {
        id
        for some in chunks(id for id in ids if id)
        for id in connection.execute(
            select(col(SpeakerRow.id)).where(col(SpeakerRow.id).in_(some))
        ).scalars()
    }
