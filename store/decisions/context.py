"""What stood before a judgement, the claims people enter, the names they teach, and the history of
a subject."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from claims.errors import UsageError
from claims.folding import name_key
from claims.identity.written_name import looks_like_name
from claims.ids import claim_id, digest
from claims.model import Span, text_of
from store.decisions.corrections import known_speaker
from store.decisions.log import UNDO, record
from store.decisions.undo_stack import in_force_on
from store.mapping.to_rows import context_columns
from store.queries.filters import names_with
from store.records import DecisionRecord, Move
from store.records.kinds import REVIEW
from store.tables import (
    ArticleRow,
    ClaimRow,
    DecisionRow,
    SpeakerNameRow,
    SpeakerRow,
)
from store.tables.columns import table_of

_CLAIMS = table_of(ClaimRow)
_DECISIONS = table_of(DecisionRow)


def as_text(found: Mapping[str, object]) -> str:
    """A claim that a person entered, as its decision keeps it."""
    return json.dumps(dict(found), ensure_ascii=False)


def enter_claim(connection: Connection, found: Mapping[str, Any]) -> str:
    """Inserts the row of a claim that a person found; raises UsageError on spans outside the
    article."""
    text = connection.execute(
        select(col(ArticleRow.text)).where(col(ArticleRow.id) == found["article"])
    ).scalar()
    spans = {
        part: tuple(Span(*pair) for pair in sorted(found.get(part) or ()))
        for part in ("cue", "source", "content")
    }
    every = [span for part in spans.values() for span in part]
    if (
        text is None
        or not spans["content"]
        or any(not 0 <= s.start < s.end <= len(text) for s in every)
    ):
        raise UsageError(
            "the claim's spans lie outside the article; offsets count code points of its text"
        )
    id = claim_id(found["article"], spans["cue"], spans["source"], spans["content"])
    while connection.execute(select(col(ClaimRow.id)).where(col(ClaimRow.id) == id)).first():
        id = digest("claim", id, "again", found["article"])
    first, last = min(s.start for s in every), max(s.end for s in every)
    row = {
        "id": id, "article_id": found["article"], "start": first,
        **{part: [list(span) for span in value] for part, value in spans.items()},
        "quote": text_of(text, spans["content"]), "cue_text": text_of(text, spans["cue"]),
        "mention": text_of(text, spans["source"]), "kind": found.get("kind", "indirect"),
        "stance": found.get("stance", "assert"), "polarity": found.get("polarity", "positive"),
        "hedged": False, "nested": False, "parent": None, "speaker_id": None,
        "speaker_kind": "unnamed" if spans["source"] else "none", "members": [], "principal": None,
        "affiliation": None, "declared_count": None, "speaker_inferred": False, "speaker_confidence": 1.0,
        "said_on": None, "said_on_precision": None, "channel": None, "confidence": 1.0,
        "reasons": ["Entered by a person; the machine missed it."],
        **context_columns(text, first, last),
        "detector": None, "vanished": False,
    }  # fmt: skip
    connection.execute(insert(ClaimRow), [row])
    return id


def undone_by(connection: Connection, moves: Sequence[Move]) -> list[tuple[str, str, str | None]]:
    """What the undos among the moves bear on, in the end: kind, subject and value of the judgements
    behind them."""
    found: list[tuple[str, str, str | None]] = []
    ids = [move.subject for move in moves if move.kind == UNDO]
    while ids:
        known = select(_DECISIONS).where(
            col(DecisionRow.id).in_([int(id) for id in ids if id.isdigit()])
        )
        rows = list(connection.execute(known).mappings())
        ids = [row["subject"] for row in rows if row["kind"] == UNDO]
        found += [
            (row["kind"], row["subject"], row["after"]) for row in rows if row["kind"] != UNDO
        ]
    return found


def with_aliases(connection: Connection, moves: Sequence[Move]) -> list[Move]:
    """The moves, and for a speaker put right the form in which the article names them, as an
    alias."""
    taught: list[Move] = []
    for move in moves:
        if move.kind == "speaker" and move.after:
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
                who = known_speaker(connection, move.after, row["speaker_kind"])
                taught.append(Move("alias", who["canonical_id"] or who["id"], row["mention"]))
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
    standing = {d.id for found in in_force_on(connection, subjects).values() for d in found}
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
    found = [record(row) for row in connection.execute(query).mappings()]
    stands = in_force_on(connection, {decision.subject for decision in found})
    ids = {d.id for decisions in stands.values() for d in decisions}
    return [decision for decision in found if decision.id in ids][:limit]
