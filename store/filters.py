"""The conditions that filters put on claims; how a query is typed stands in cli/query.py. Runs no statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlmodel import col

from claims.errors import UsageError
from claims.ids import name_key
from store.bearers import said_by
from store.records import Filters
from store.search import has_words, matching
from store.tables import Article, Claim, Decision, Outlet, Proposition, PropositionClaim, Speaker, SpeakerName

_NAMES = Speaker.__table__.alias("names")  # type: ignore[attr-defined]


def period(value: str, word: str = "date") -> tuple[str, str]:
    """First day of a year, month or day and of the one after it; raises UsageError on anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    try:
        if not match:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        first = date(year or 0, month or 1, day or 1)
        if day:
            after = date.fromordinal(first.toordinal() + 1)
        else:
            after = date(first.year + 1, 1, 1) if not month or month == 12 else date(first.year, month + 1, 1)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{word}: {value!r} is no date; write 2017, 2017-03 or 2017-03-27") from error
    return first.isoformat(), after.isoformat()


def conditions(filters: Filters, dialect: str) -> list[ColumnElement[bool]]:
    """What a claim joined to its article must meet: alternatives within a word, all words together, every bare word."""
    found: list[ColumnElement[bool]] = []
    alternatives: tuple[tuple[tuple[str, ...], Callable[[str], ColumnElement[bool]]], ...] = (
        (filters.speaker, _by_speaker),
        (filters.outlet, _by_outlet),
        (filters.status, _by_status),
    )
    found += [or_(*(make(value) for value in values)) for values, make in alternatives if values]
    found += [
        col(column).in_(values)
        for column, values in ((Claim.kind, filters.kind), (Claim.stance, filters.stance))
        if values
    ]
    if filters.label:
        found.append(col(Claim.id).in_(_claims_labelled(filters.label)))
    if filters.since:
        period(filters.since, "since")
        found.append(col(Article.published_key) >= filters.since)
    if filters.until:
        found.append(
            and_(col(Article.published_key) < period(filters.until, "until")[1], col(Article.published_key) != "")
        )
    if filters.article:
        found.append(or_(col(Article.id) == filters.article, col(Article.doc) == filters.article))
    if not filters.status and not filters.article:
        found.append(col(Claim.vanished).is_(False))
    return found + [_by_text(words, dialect) for words in filters.text if has_words([words])]


def names_with(words: str) -> ColumnElement[bool]:
    """Speaker names that hold every one of the words whole, in any case, with or without accents."""
    return _whole(col(SpeakerName.key), words)


def _whole(column: Any, words: str) -> ColumnElement[bool]:
    parts = name_key(words).split()
    return and_(*(column.contains(f" {part} ", autoescape=True) for part in parts)) if parts else false()


def _by_speaker(words: str) -> ColumnElement[bool]:
    named = select(col(Speaker.canonical_id)).join(SpeakerName, col(SpeakerName.speaker_id) == col(Speaker.id))
    return said_by(_every_name(named.where(names_with(words))))


def same_speaker(column: Any, canonical: str) -> ColumnElement[bool]:
    """Whether a column of speaker ids holds any of the names that go under the speaker."""
    found: ColumnElement[bool] = column.in_(select(_NAMES.c.id).where(_NAMES.c.canonical_id == canonical))
    return found


def _every_name(canonical: Any) -> Any:
    return select(_NAMES.c.id).where(_NAMES.c.canonical_id.in_(canonical))


def _by_outlet(words: str) -> ColumnElement[bool]:
    return col(Article.outlet_id).in_(select(col(Outlet.id)).where(_whole(col(Outlet.key), words)))


def _by_text(words: str, dialect: str) -> ColumnElement[bool]:
    return or_(matching(words, dialect), _by_speaker(words))


def _by_status(status: str) -> ColumnElement[bool]:
    if status in ("vanished", "current"):
        return col(Claim.vanished).is_(status == "vanished")
    decided = select(col(Decision.subject))
    if status in ("decided", "open"):
        return col(Claim.id).in_(decided) if status == "decided" else col(Claim.id).not_in(decided)
    return col(Claim.id).in_(decided.where(col(Decision.new) == status))


def _claims_labelled(labels: Iterable[str]) -> Any:
    return (
        select(col(PropositionClaim.claim_id))
        .join(Proposition, col(Proposition.id) == col(PropositionClaim.proposition_id))
        .where(col(Proposition.label).in_(list(labels)))
    )
