"""The claims that words leave few of: whether they do, and among which of them a page of a list by day stands, told by
what is kept of each, so that the claims themselves are read for the days of that page alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select, true, union_all

from store.database.search import count_matching, matching
from store.queries.filters import numbers_said_as, numbers_said_by, speakers_named, typed
from store.queries.values import DAY_CHARS, over_values
from store.records import Filters
from store.tables import ArticleRow, ClaimRow, ClaimValueRow, SpeakerCountRow
from store.tables.columns import col

_FEW_CLAIMS = 5_000
"""Claims found by words that are sorted; more of them are met soon enough on a walk in order."""
_LAST_DAY = "~"
"""Behind every day."""


def are_few(connection: Connection, filters: Filters) -> bool | None:
    """Whether words leave so few claims that sorting them is quicker than walking in order; None
    without words."""
    narrow = words_asked(filters)
    if not has_words(filters):
        return None
    if _matching(connection, filters.text, filters.unfinished == "text") > _FEW_CLAIMS:
        return False
    if connection.dialect.name != "sqlite":
        return None  # a server finds so few, and sorts them, unasked
    if any(most <= _FEW_CLAIMS for most in _at_most(connection, narrow)):
        return True
    found = over_values(connection, narrow, select(col(ClaimValueRow.number)))
    few = found.limit(_FEW_CLAIMS + 1).subquery()
    return (
        int(connection.execute(select(func.count()).select_from(few)).scalar_one()) <= _FEW_CLAIMS
    )


def words_asked(filters: Filters) -> Filters:
    """What a filter asks by words and speakers alone."""
    asked = {word: getattr(filters, word) for word in ("text", "speaker", "speaker_id")}
    return Filters(**asked, unfinished=filters.unfinished)


def has_words(filters: Filters) -> bool:
    """Whether a word or a speaker is asked for; marks alone ask for nothing."""
    named = any(True for _ in (*typed(filters, "text"), *typed(filters, "speaker")))
    return named or filters.speaker_id is not None


def _matching(connection: Connection, words: Sequence[str], beginning: bool) -> int:
    return count_matching(connection, words, _FEW_CLAIMS, beginning=beginning)


def _at_most(connection: Connection, filters: Filters) -> Iterator[int]:
    """For each thing that is asked how many claims can meet it, from the index of words and from counts."""
    speaker: Any = col(SpeakerCountRow.speaker_id)
    for words, beginning in typed(filters, "text"):
        unfinished = "speaker" if beginning else None
        named = speakers_named(speaker, Filters(speaker=(words,), unfinished=unfinished))
        yield _matching(connection, (words,), beginning) + _said(connection, *named)
    if filters.speaker:
        yield _said(connection, *speakers_named(speaker, filters))
    if filters.speaker_id:
        yield _said(connection, speaker == filters.speaker_id)


def _said(connection: Connection, *speakers: ColumnElement[bool]) -> int:
    total = select(func.coalesce(func.sum(col(SpeakerCountRow.claims)), 0))
    return int(connection.execute(total.where(*speakers)).scalar_one())


def numbers_of_words(connection: Connection, filters: Filters) -> set[int]:
    """The numbers of SQLite's claims that hold all the words and are by the speakers that a filter asks for, vanished
    ones too."""
    asked: list[Sequence[Any]] = [
        (*matching(words, "sqlite", beginning=beginning), *numbers_said_as(words, beginning))
        for words, beginning in typed(filters, "text")
    ]
    if filters.speaker:
        asked.append([n for one in typed(filters, "speaker") for n in numbers_said_as(*one)])
    if filters.speaker_id:
        asked.append(numbers_said_by(filters.speaker_id))
    found = (set(connection.execute(union_all(*one)).scalars().all()) for one in asked)
    return set.intersection(*found)


def as_walked(
    few: bool | None, where: list[Any], order: Sequence[Any]
) -> tuple[list[Any], list[Any]]:
    """Conditions and the order of lists, put so that SQLite sorts the few or walks in order, whichever is
    quicker."""
    order = list(order)
    if few:
        # A sum is no index: SQLite then finds the claims first, and sorts the few that there are.
        order[0] = col(ArticleRow.published_key) + ""
    elif few is False:
        # Nor is a case: SQLite then walks in order, and does not gather and sort the many.
        where = [case((and_(*where), 1), else_=0) == 1]
    return where, order


def in_first_days(
    connection: Connection, filters: Filters, kept: Sequence[ColumnElement[bool]], limit: int, after: str | None
) -> list[ColumnElement[bool]]:  # fmt: skip
    """Which of SQLite's claims pass, and also these conditions on what is kept of them, and stand on the days of the
    first so many, from that of a sort key on; only claims that stand may pass."""
    day: Any = col(ClaimValueRow.day)
    few = over_values(connection, filters, select(col(ClaimValueRow.number), day)).where(*kept)
    begun = "" if after is None else after[:DAY_CHARS]
    found = few.where(day >= begun).cte("few")
    # Of the day of the place some stand before it: a page is surely full of those of later days.
    full = select(found.c.day).where(true() if after is None else found.c.day > begun)
    last = full.order_by(found.c.day).offset(limit - 1).limit(1).scalar_subquery()
    near = select(found.c.number).where(found.c.day <= func.coalesce(last, _LAST_DAY))
    return [col(ClaimRow.number).in_(near)]
