"""Who an unnamed source is, said by a person: a private decision, which stands beside the claim and
never in it.

It enters no speaker, no search index and no verdict: what is derived from claims and handed on rests
on the article's own words alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from claims.folding import name_key
from claims.identity.written_name import is_back_reference, looks_like_name
from store.database.rows import chunks
from store.database.session import shows_private
from store.queue.queue import touch
from store.records import DecisionRecord
from store.tables import ArticleRow, ClaimRow, ReviewRow

Source = tuple[str, str, str]
"""The kind that the machine found, the words of the source, the article's text."""
UNNAMED_KINDS = frozenset(("unnamed", "group", "none"))
"""Kinds of speaker under which an article names nobody."""


def is_private(machine_kind: str, mention: str, name: str, text: str = "") -> bool:
    """Whether a name tells more than the article, whose text is given: its source is unnamed and its
    words are no form of the name."""
    if machine_kind not in UNNAMED_KINDS or not name_key(name):
        return False
    if is_back_reference(mention) and f" {name_key(name)} " in f" {name_key(text)} ":
        # A pronoun that the machine left open hides nobody: the article names the person itself.
        return False
    shared = set(name_key(mention).split()) & set(name_key(name).split())
    return not (shared and looks_like_name(mention))


def private_name(row: Mapping[str, Any], values: Mapping[str, str], text: str) -> str | None:
    """The name among a claim's corrected values where it is private, of the row that the machine
    left."""
    name = values.get("speaker", "")
    return name if is_private(row["speaker_kind"], row["mention"], name, text) else None


def identifies_privately(connection: Connection, claim_id: str, name: str) -> bool:
    """Whether the name would be a private decision on the claim as it stands."""
    sources = _machine_sources(connection, [claim_id])
    return claim_id in sources and _is_private_of(sources[claim_id], name)


def as_shown(connection: Connection, decisions: Sequence[DecisionRecord]) -> list[DecisionRecord]:
    """The decisions as the store may show them: without names and notes of private ones, unless it
    was opened to show them."""
    if shows_private(connection):
        return list(decisions)
    sources = _machine_sources(connection, {d.subject for d in decisions})
    acts = {
        (d.at, d.reviewer, d.subject)
        for d in decisions
        if d.subject in sources and _tells(d, sources[d.subject])
    }
    return [_hidden(d) if (d.at, d.reviewer, d.subject) in acts else d for d in decisions]


def weigh_anew(connection: Connection) -> None:
    """Lets every article wait whose verdicts an earlier version may have rested on a private name."""
    query = (
        select(col(ClaimRow.article_id))
        .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id))
        .where(col(ReviewRow.private_speaker).is_not(None))
    )
    touch(connection, connection.execute(query).scalars())


def _is_private_of(source: Source, name: str) -> bool:
    kind, mention, text = source
    return is_private(kind, mention, name, text)


def _tells(decision: DecisionRecord, source: Source) -> bool:
    return any(
        _is_private_of(source, name)
        for name in (_named(decision.kind, decision.before), _named(decision.kind, decision.after))
    )


def _named(kind: str, value: str | None) -> str:
    if kind == "add" and value:
        return str(json.loads(value).get("speaker") or "")
    return value or "" if kind == "speaker" else ""


def _hidden(decision: DecisionRecord) -> DecisionRecord:
    """The decision without names and note."""
    if decision.kind == "speaker":
        return replace(decision, before=None, after=None, note="")
    if decision.kind == "add" and decision.after:
        entered = json.loads(decision.after) | {"speaker": None}
        return replace(decision, after=json.dumps(entered, ensure_ascii=False), note="")
    return replace(decision, note="")


def _machine_sources(connection: Connection, ids: Iterable[str]) -> dict[str, Source]:
    """By claim the kind of speaker that the machine found, the words of the source as they stand, and
    the article's text."""
    sources: dict[str, Source] = {}
    query = (
        select(
            col(ClaimRow.id),
            col(ClaimRow.speaker_kind),
            col(ClaimRow.mention),
            col(ArticleRow.text),
            col(ReviewRow.machine),
        )
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
    )
    for some in chunks(list(ids)):
        for id, kind, mention, text, machine in connection.execute(
            query.where(col(ClaimRow.id).in_(some))
        ):
            sources[id] = ((machine or {}).get("speaker_kind", kind), mention, text)
    return sources
