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

from claims.folding import name_key
from claims.identity.written_name import is_back_reference, looks_like_name
from claims.named_in_text import is_named_in
from store.database.rows import chunks
from store.database.session import shows_private
from store.decisions.log import record
from store.queue.queue import touch
from store.records import DecisionRecord
from store.tables import ArticleRow, ClaimRow, DecisionRow, ReviewRow
from store.tables.columns import col, table_of

Source = tuple[str, str, str]
"""The kind that the machine found, the words of the source, the article's text."""
UNNAMED_KINDS = frozenset(("unnamed", "group", "none"))
"""Kinds of speaker under which an article names nobody."""
_NAMING = ("speaker", "add")
"""Kinds of decision that may say who a source is."""


def is_private(machine_kind: str, mention: str, name: str, text: str = "") -> bool:
    """Whether a name tells more than the article, whose title and text are given: its words for the
    source are no form of the name, and it names the person nowhere that they could stand for."""
    words = name_key(name).split()
    if not words:
        return False
    shared = set(name_key(mention).split()) & set(words)
    if machine_kind in UNNAMED_KINDS:
        if is_back_reference(mention) and f" {name_key(name)} " in f" {name_key(text)} ":
            # A pronoun that the machine left open hides nobody: the article names the person itself.
            return False
        return not (shared and looks_like_name(mention))
    if not text or shared or looks_like_name(mention):
        return False
    # "The minister", or words without any source, were taken for somebody: for whom else, the article
    # must say.
    return not is_named_in(name, text)


def private_name(row: Mapping[str, Any], values: Mapping[str, str], text: str) -> str | None:
    """The name among a claim's corrected values where it is private, of the row that the machine
    left."""
    name = values.get("speaker", "")
    return name if is_private(row["speaker_kind"], row["mention"], name, text) else None


def identifies_privately(connection: Connection, claim_id: str, name: str) -> bool:
    """Whether the name would be a private decision on the claim as it stands."""
    sources = _machine_sources(connection, [claim_id])
    return claim_id in sources and _is_private_of(sources[claim_id], name)


def call_somebody_unnamed(connection: Connection, words: str) -> bool:
    """Whether these are no name and articles call a source so that they do not name."""
    if looks_like_name(words):
        return False
    query = select(col(ClaimRow.mention)).where(col(ClaimRow.speaker_kind).in_(UNNAMED_KINDS))
    return any(
        name_key(mention) == name_key(words)
        for mention in connection.execute(query.distinct()).scalars()
    )


def words_of_article(connection: Connection, article_id: str) -> str:
    """In which an article names people: its title and its text."""
    query = select(col(ArticleRow.title), col(ArticleRow.text)).where(
        col(ArticleRow.id) == article_id
    )
    row = connection.execute(query).one()
    return f"{row.title or ''}\n{row.text}"


def as_shown(connection: Connection, decisions: Sequence[DecisionRecord]) -> list[DecisionRecord]:
    """The decisions as the store may show them, private ones marked: without their names, and without
    any note on their claims, unless it was opened to show them."""
    telling, about = _telling(connection, {d.subject for d in decisions if _may_tell(d)})
    marked = [replace(d, private=True) if d.id in telling else d for d in decisions]
    if shows_private(connection):
        return marked
    return [_hidden(d) if d.subject in about else d for d in marked]


def _may_tell(decision: DecisionRecord) -> bool:
    return bool(decision.note) or decision.kind in _NAMING


def _telling(connection: Connection, subjects: Iterable[str]) -> tuple[set[int], set[str]]:
    """Which decisions on these subjects hold a private name, whether they stand or not, and on which
    claims. One whose claim is gone is taken to hold one."""
    naming: list[DecisionRecord] = []
    for some in chunks(subjects):
        query = select(table_of(DecisionRow)).where(
            col(DecisionRow.subject).in_(some), col(DecisionRow.kind).in_(_NAMING)
        )
        naming += [record(row) for row in connection.execute(query).mappings()]
    sources = _machine_sources(connection, {decision.subject for decision in naming})
    telling = [d for d in naming if d.subject not in sources or _tells(d, sources[d.subject])]
    return {decision.id for decision in telling}, {decision.subject for decision in telling}


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
    """The decision without note, and without names where it is private."""
    if decision.private and decision.kind == "speaker":
        return replace(decision, before=None, after=None, note="")
    if decision.private and decision.after:
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
            col(ArticleRow.title),
            col(ArticleRow.text),
            col(ReviewRow.machine),
        )
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
    )
    for some in chunks(list(ids)):
        for id, kind, mention, title, text, machine in connection.execute(
            query.where(col(ClaimRow.id).in_(some))
        ):
            named_in = f"{title or ''}\n{text}"
            sources[id] = ((machine or {}).get("speaker_kind", kind), mention, named_in)
    return sources
