"""Forgetting in one transaction: what goes, goes wholly or not at all. The pages it stood on are
database/scrub.py's, once the verdicts of what stays are weighed anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select, update

from claims.folding import name_key
from store.database.rows import chunks
from store.decisions import on_articles, on_claims, on_speakers
from store.decisions.log import finish_run, start_run
from store.decisions.redaction import Redactions, note_forgetting, redact
from store.forgetting import copies, in_decisions, pending, rows, speakers
from store.forgetting.outlets import delete_outlets, named_outlets, outlets_going
from store.forgetting.places import stands_in
from store.forgetting.scope import Scope, scope_of
from store.queue.queue import touch, touch_speakers
from store.records import Forgettable, ForgettingRecord
from store.records.kinds import kind_of
from store.saving import tombstones
from store.speakers import join
from store.tables import ArticleRow, RunRow
from store.tables.columns import col

FORGOTTEN_LINE = "(forgotten)"
"""What stands in place of a failure of a run that named it."""


def preview(connection: Connection, thing: Forgettable) -> ForgettingRecord:
    """What would go with a thing; nothing is changed."""
    scope = scope_of(connection, [thing])
    going = _speakers_going(connection, scope)
    return ForgettingRecord(
        thing.kind,
        thing.name,
        articles=len(scope.articles),
        claims=len(scope.claims),
        decisions=sum(change is None for change in scope.decisions.values()),
        speakers=len(going),
        outlets=len(outlets_going(connection, scope, in_decisions.read(connection))),
        stands_in=tuple(stands_in(connection, thing, scope)),
    )


def forget(
    connection: Connection, things: Sequence[Forgettable], reviewer: str, command: str = "forget"
) -> None:
    """Deletes the things with all that goes with them, leaves tombstones, and notes that pages wait
    to be scrubbed."""
    scope = scope_of(connection, things)
    log = in_decisions.read(connection)
    _bury(connection, scope)
    _clean_traces(connection, scope)
    outlets = named_outlets(connection, scope, log)
    named = speakers.in_claims(connection, scope)
    near = named | speakers.in_decisions_gone(connection, scope, log)
    tied = speakers.tied(connection, sorted(near))
    touch_speakers(connection, sorted(near))
    seals = redact(connection, scope.decisions)
    _take_out(connection, scope, log)
    gone = _unheard(connection, scope, named, near)
    seals |= redact(connection, _without(connection, gone))
    delete_outlets(connection, outlets - scope.outlets, wholly=False)
    delete_outlets(connection, outlets & scope.outlets, wholly=True)
    rows.forget_changes(connection, scope.claims, gone)
    _settle_speakers(connection, gone, near - gone, tied)
    note_forgetting(connection, reviewer, seals)
    counts = {"articles": len(scope.articles), "claims": len(scope.claims), "decisions": len(seals)}
    finish_run(connection, start_run(connection, None, command), counts)
    pending.mark(connection)


def _bury(connection: Connection, scope: Scope) -> None:
    """Tombstones of articles, outlets and speakers; a name that no article gives needs none."""
    for some in chunks(sorted(scope.articles)):
        query = select(col(ArticleRow.id), col(ArticleRow.text), col(ArticleRow.url_key))
        for row in connection.execute(query.where(col(ArticleRow.id).in_(some))):
            marks = tombstones.article_marks(row.text, row.url_key)
            tombstones.bury(connection, [*marks, ("id", row.id)])
    tombstones.bury(connection, (("outlet", name) for name in scope.outlet_names))
    tombstones.bury(connection, (("speaker", name) for name in scope.returning))


def _take_out(connection: Connection, scope: Scope, log: in_decisions.Rows) -> None:
    """Deletes articles and claims; what stays of claims and articles is what decisions left say."""
    rows.delete_articles(connection, scope.articles, scope.claims)
    decided = [row for row in log if row.id in scope.decisions]
    subjects = {
        kind: sorted({row.subject for row in decided if kind_of(row.kind).subject == kind})
        for kind in ("claim", "article")
    }
    touch(connection, subjects["article"])
    _touch_claims(connection, subjects["claim"])
    on_claims.refresh(connection, subjects["claim"])
    on_articles.refresh_articles(connection, subjects["article"])
    if scope.speakers:
        speakers.unname(connection, scope)
    if any(kind_of(row.kind).subject == "speaker" for row in decided):
        on_speakers.apply(connection)


def _touch_claims(connection: Connection, ids: Collection[str]) -> None:
    from store.forgetting.scope import claims_of
    from store.tables import ClaimRow

    articles = {row.article_id for row in claims_of(connection, ids, col(ClaimRow.article_id))}
    touch(connection, sorted(articles))


def _unheard(
    connection: Connection, scope: Scope, named: Collection[str], near: Collection[str]
) -> set[str]:
    """Speakers of whom nothing is left. A decision alone keeps whom no claim that goes named."""
    kept = speakers.kept_by_decision(in_decisions.read(connection)) - set(named)
    return speakers.unheard(connection, near, kept) | scope.speakers


def _without(connection: Connection, gone: Collection[str]) -> Redactions:
    return in_decisions.without_speakers(in_decisions.read(connection), gone)


def _settle_speakers(
    connection: Connection, gone: Collection[str], stay: Collection[str], tied: Collection[str]
) -> None:
    """Deletes who is gone, names who stays, and joins anew whoever may have been joined by them."""
    speakers.delete_speakers(connection, gone)
    there = set(speakers.there(connection, {*stay, *tied} - set(gone)))
    speakers.name_anew(connection, there & set(stay))
    if gone:
        on_speakers.apply(connection)
    join.join_new(connection, sorted(there))


def _speakers_going(connection: Connection, scope: Scope) -> set[str]:
    """Speakers of whom nothing would be left, told without deleting anything."""
    named = speakers.in_claims(connection, scope)
    left = speakers.unheard(connection, named, (), beside=scope.claims)
    return left | scope.speakers


def _docs(connection: Connection, scope: Scope) -> set[str]:
    docs: set[str] = set()
    for some in chunks(sorted(scope.articles)):
        query = select(col(ArticleRow.doc), col(ArticleRow.url), col(ArticleRow.title))
        for row in connection.execute(query.where(col(ArticleRow.id).in_(some))):
            docs |= {name_key(value) for value in row if value}
    return docs


def _clean_traces(connection: Connection, scope: Scope) -> None:
    """What is written of the things elsewhere: in runs, names of files, visits and queries."""
    names = _docs(connection, scope) | scope.names
    _clean_runs(connection, names)
    copies.forget_files(connection, lambda path: _tells(path, names))
    asked = names | scope.forms
    addresses = _addresses(connection, scope)
    copies.forget_visits(connection, addresses, lambda query: _tells(query, asked))


def _addresses(connection: Connection, scope: Scope) -> set[str]:
    keys: set[str] = set()
    for some in chunks(sorted(scope.articles)):
        query = select(col(ArticleRow.url_key)).where(col(ArticleRow.id).in_(some))
        keys |= {key for key in connection.execute(query).scalars() if key}
    return keys


def _clean_runs(connection: Connection, names: Collection[str]) -> None:
    """Runs keep their counts; what they said of the things is taken out."""
    query = select(col(RunRow.id), col(RunRow.failures), col(RunRow.unread))
    for id, failures, unread in connection.execute(query).all():
        left = {
            "failures": [FORGOTTEN_LINE if _tells(line, names) else line for line in failures],
            "unread": [file for file in unread if not any(_tells(v, names) for v in file.values())],
        }
        if left != {"failures": failures, "unread": unread}:
            connection.execute(update(RunRow).where(col(RunRow.id) == id).values(**left))


def _tells(line: str, names: Collection[str]) -> bool:
    folded = f" {name_key(line)} "
    return any(f" {name} " in folded for name in names if name)
