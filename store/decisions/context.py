"""What stood before a judgement, the claims people enter, the names they teach, and the history of
a subject."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from claims.folding import name_key
from claims.identity.written_name import looks_like_name
from store.decisions.corrections import known_speaker
from store.decisions.log import UNDO, record
from store.decisions.private import identifies_privately
from store.decisions.undo_stack import in_force_on
from store.queries.filters import names_with
from store.records import DecisionRecord, Move
from store.records.kinds import REVIEW
from store.tables import (
    ClaimRow,
    DecisionRow,
    SpeakerNameRow,
    SpeakerRow,
)
from store.tables.columns import col, table_of

_CLAIMS = table_of(ClaimRow)
_DECISIONS = table_of(DecisionRow)


def undone_by(connection: Connection, moves: Sequence[Move]) -> list[tuple[str, str, str | None]]:
    """What the undos among the moves bear on, in the end: kind, subject and value of the judgements
    behind them."""
    undone: list[tuple[str, str, str | None]] = []
    ids = [move.subject for move in moves if move.kind == UNDO]
    while ids:
        decisions = select(_DECISIONS).where(
            col(DecisionRow.id).in_([int(id) for id in ids if id.isdecimal()])
        )
        rows = list(connection.execute(decisions).mappings())
        ids = [row["subject"] for row in rows if row["kind"] == UNDO]
        undone += [
            (row["kind"], row["subject"], row["after"]) for row in rows if row["kind"] != UNDO
        ]
    return undone


def with_aliases(connection: Connection, moves: Sequence[Move]) -> list[Move]:
    """The moves, and for a speaker put right the form in which the article names them, as an
    alias."""
    taught: list[Move] = []
    for move in moves:
        if (
            move.kind == "speaker"
            and move.after
            and not identifies_privately(connection, move.subject, move.after)
        ):
            row = (
                connection.execute(select(_CLAIMS).where(col(ClaimRow.id) == move.subject))
                .mappings()
                .first()
            )
            if (
                row is not None
                and looks_like_name(row["mention"])
                and _tells(connection, row["mention"], move.after)
            ):
                speaker = known_speaker(connection, move.after, row["speaker_kind"])
                taught.append(
                    Move("alias", speaker["canonical_id"] or speaker["id"], row["mention"])
                )
    return [*moves, *taught]


def _tells(connection: Connection, form: str, name: str) -> bool:
    """Whether a form is worth knowing as an alias: not a part of the name, nor of somebody else's
    whole name."""
    words = name_key(form).split()
    if set(words) <= set(name_key(name).split()):
        return False
    whole = select(col(SpeakerRow.name)).join(
        SpeakerNameRow, col(SpeakerNameRow.speaker_id) == col(SpeakerRow.id)
    )
    whole = whole.where(col(SpeakerNameRow.name) == col(SpeakerRow.name), names_with(form))
    # A single word may have been taken for a whole name by itself: "Bibi".
    own = (name_key(name), name_key(form) if len(words) == 1 else "")
    return all(name_key(other) in own for other in connection.execute(whole).scalars())


def history(connection: Connection, subjects: Sequence[str]) -> list[tuple[DecisionRecord, bool]]:
    """Judgements on the subjects, oldest first, each with whether it stands."""
    standing = {d.id for decisions in in_force_on(connection, subjects).values() for d in decisions}
    query = select(_DECISIONS).where(
        col(DecisionRow.subject).in_(subjects), col(DecisionRow.kind) != UNDO
    )
    rows = connection.execute(query.order_by(col(DecisionRow.id))).mappings()
    return [(decision, decision.id in standing) for decision in map(record, rows)]


def latest(connection: Connection, limit: int) -> list[DecisionRecord]:
    """The last judgements of review that stand, newest first."""
    query = (
        select(_DECISIONS)
        .where(col(DecisionRow.kind).in_(REVIEW))
        .order_by(col(DecisionRow.id).desc())
        .limit(limit * 4)
    )
    latest_decisions = [record(row) for row in connection.execute(query).mappings()]
    stands = in_force_on(connection, {decision.subject for decision in latest_decisions})
    ids = {d.id for decisions in stands.values() for d in decisions}
    return [decision for decision in latest_decisions if decision.id in ids][:limit]
