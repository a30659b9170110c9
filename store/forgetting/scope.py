"""Which articles, claims, speakers, outlets and decisions go with what is to be forgotten; reads
only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, or_, select

from claims.folding import name_key
from store.database.rows import chunks
from store.decisions.undo_stack import decided_with
from store.forgetting import in_decisions
from store.records import DecisionRecord, Forgettable
from store.speakers.enter import rows_of
from store.tables import ArticleRow, ClaimRow, OutletRow, ReviewRow, SpeakerNameRow, SpeakerRow
from store.tables.columns import col


@dataclass
class Scope:
    """What goes, by ids and numbers."""

    articles: set[str] = field(default_factory=set)
    """With all of their editions."""
    claims: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    """Rows of speakers that are forgotten themselves."""
    outlets: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    """Whole names of those speakers, folded, with the other forms that are theirs alone."""
    outlet_names: set[str] = field(default_factory=set)
    returning: set[str] = field(default_factory=set)
    """Those of the names that articles give, which a re-run would bring back."""
    forms: set[str] = field(default_factory=set)
    """Every form of the speakers' names, folded."""
    by_decision: set[str] = field(default_factory=set)
    """Claims that count as theirs by a decision alone: they stay, and the decision goes."""
    mentions: set[str] = field(default_factory=set)
    """What the sources of the claims that go are called, folded."""
    decisions: dict[int, Any] = field(default_factory=dict)
    """What becomes of decisions: see redaction.py."""


def scope_of(connection: Connection, things: Iterable[Forgettable]) -> Scope:
    """Everything that goes with these things."""
    scope, asked = Scope(), set[int]()
    for thing in things:
        if thing.kind == "article":
            scope.articles |= _editions(connection, [thing.id])
        elif thing.kind == "outlet":
            _add_outlet(connection, scope, thing.id)
        elif thing.kind == "speaker":
            _add_speaker(connection, scope, thing)
        else:
            asked |= decided_with(connection, _numbered(connection, int(thing.id)))
    scope.claims |= _claims_in(connection, scope.articles)
    _add_decisions(connection, scope, asked)
    return scope


def claims_of(connection: Connection, ids: Iterable[str], *columns: Any) -> Iterator[Any]:
    """Columns of claims by id."""
    for some in chunks(ids):
        yield from connection.execute(select(*columns).where(col(ClaimRow.id).in_(some)))


def _add_decisions(connection: Connection, scope: Scope, asked: set[int]) -> None:
    """Decisions on what goes; a claim that only a decision entered goes with it, and so on."""
    rows = in_decisions.read(connection)
    while True:
        mentions = claims_of(connection, sorted(scope.claims), col(ClaimRow.mention))
        scope.mentions = {name_key(row.mention) for row in mentions}
        scope.decisions = in_decisions.redactions(rows, scope, asked)
        entered = in_decisions.claims_entered(rows, scope.decisions)
        if entered <= scope.claims:
            return
        scope.claims |= entered


def _editions(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Every edition of the articles."""
    roots: set[str] = set()
    for some in chunks(ids):
        query = select(col(ArticleRow.id), col(ArticleRow.edition_of))
        for row in connection.execute(query.where(col(ArticleRow.id).in_(some))):
            roots.add(row.edition_of or row.id)
    found: set[str] = set()
    for some in chunks(roots):
        same = or_(col(ArticleRow.id).in_(some), col(ArticleRow.edition_of).in_(some))
        found |= set(connection.execute(select(col(ArticleRow.id)).where(same)).scalars())
    return found


def _claims_in(connection: Connection, articles: Iterable[str]) -> set[str]:
    ids: set[str] = set()
    for some in chunks(articles):
        query = select(col(ClaimRow.id)).where(col(ClaimRow.article_id).in_(some))
        ids |= set(connection.execute(query).scalars())
    return ids


def _add_outlet(connection: Connection, scope: Scope, id: str) -> None:
    query = select(col(ArticleRow.id)).where(col(ArticleRow.outlet_id) == id)
    scope.articles |= _editions(connection, connection.execute(query).scalars().all())
    scope.outlets.add(id)
    named = select(col(OutletRow.name)).where(col(OutletRow.id) == id)
    scope.outlet_names.add(name_key(connection.execute(named).scalar_one()))


def _add_speaker(connection: Connection, scope: Scope, thing: Forgettable) -> None:
    rows = set(rows_of(connection, thing.id)) if thing.id else set()
    scope.speakers |= rows
    names = whole_names(connection, rows) or {name_key(thing.name)}
    scope.names |= names
    forms = _forms(connection, rows)
    scope.forms |= forms
    scope.names |= _own(connection, forms, rows)
    for some in chunks(rows):
        query = select(
            col(ClaimRow.id), col(ClaimRow.effective_speaker_id), col(ReviewRow.machine)
        ).join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
        for claim in connection.execute(query.where(col(ClaimRow.speaker_id).in_(some))):
            machine = claim.machine or {}
            if machine.get("speaker_id") not in rows and "speaker_id" in machine:
                scope.by_decision.add(claim.id)
            elif claim.effective_speaker_id is None or claim.effective_speaker_id in rows:
                scope.claims.add(claim.id)
                scope.returning |= names


def _forms(connection: Connection, speakers: Iterable[str]) -> set[str]:
    """Every form of the names of speakers' rows, folded; those that people entered among them."""
    found: set[str] = set()
    for some in chunks(speakers):
        query = select(col(SpeakerNameRow.key)).where(col(SpeakerNameRow.speaker_id).in_(some))
        found |= {key.strip() for key in connection.execute(query).scalars()}
    return found


def _own(connection: Connection, forms: set[str], speakers: set[str]) -> set[str]:
    """The forms of several words that nobody else bears: wherever a decision says one, it means
    these speakers."""
    whole = {form for form in forms if " " in form}
    for some in chunks(f" {form} " for form in sorted(whole)):
        query = select(col(SpeakerNameRow.key), col(SpeakerNameRow.speaker_id))
        rows = connection.execute(query.where(col(SpeakerNameRow.key).in_(some)))
        whole -= {row.key.strip() for row in rows if row.speaker_id not in speakers}
    return whole


def whole_names(connection: Connection, speakers: Iterable[str]) -> set[str]:
    """The names of speakers' rows, folded: those of several words, or all where none has."""
    names: set[str] = set()
    for some in chunks(speakers):
        query = select(col(SpeakerRow.name)).where(col(SpeakerRow.id).in_(some))
        names |= {name_key(name) for name in connection.execute(query).scalars()}
    return {name for name in names if " " in name} or names


def _numbered(connection: Connection, number: int) -> DecisionRecord:
    return next(d for d in in_decisions.read(connection) if d.id == number)
