"""Filters as SQL conditions; how they are typed stands with the command line."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, not_, or_, select

from claims.ids import name_key
from store.records import Filters
from store.tables import ArticleRow, ClaimRow, PropositionRow, SpeakerNameRow

LAST = "\uffff"


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """What a joined claim, article and proposition row must meet; values of one word are alternatives."""
    c: Any = ClaimRow
    a: Any = ArticleRow
    p: Any = PropositionRow
    out: list[ColumnElement[bool]] = []
    if filters.speaker:
        out.append(or_(*(c.speaker_id.in_(speakers_named(word)) for word in filters.speaker)))
    if filters.outlet:
        out.append(or_(*(a.outlet.ilike(like(word), escape="\\") | a.wire.ilike(like(word), escape="\\") for word in filters.outlet)))
    if filters.since:
        out.append(a.published >= filters.since)
    if filters.until:
        out.append(a.published <= filters.until + LAST)
    if filters.kind:
        out.append(c.kind.in_(filters.kind))
    if filters.stance:
        out.append(c.stance.in_(filters.stance))
    if filters.status:
        out.append(or_(*(_status(word, c, a) for word in filters.status)))
    if filters.label:
        out.append(p.label.in_(filters.label))
    for words in filters.text:
        out.append(c.folded.like(f"% {like_word(words)} %", escape="\\"))
    if filters.article:
        out.append(or_(a.doc == filters.article, a.id.like(like_word(filters.article) + "%", escape="\\")))
    return out


def _status(word: str, c: Any, a: Any) -> ColumnElement[bool]:
    """Nothing is reviewed yet: every claim is unreviewed, some have vanished."""
    gone: ColumnElement[bool] = or_(c.vanished, not_(a.current))
    return gone if word == "vanished" else not_(gone) if word == "unreviewed" else and_(c.id == "", gone)


def speakers_named(word: str) -> Any:
    """Ids of the speakers one of whose names holds the words, whole, in any case, with or without accents."""
    n: Any = SpeakerNameRow
    return select(n.speaker_id).where(n.folded.like(f"% {like_word(word)} %", escape="\\"))


def like(word: str) -> str:
    """A LIKE pattern that finds the word anywhere, itself taken literally."""
    return f"%{_escaped(word)}%"


def like_word(word: str) -> str:
    """The folded word, taken literally by LIKE."""
    return _escaped(name_key(word))


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


