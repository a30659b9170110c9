"""What a person means who names something to be forgotten: an article, a speaker, an outlet or a
decision; reads only."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, or_, select

from claims.errors import SeveralError, UsageError
from claims.folding import name_key
from claims.ids import canonical_url
from store.decisions.log import UNDO
from store.forgetting import in_decisions
from store.queries.ids import ids_with_prefix
from store.records import FORGETTABLE, DecisionRecord, Forgettable
from store.records.kinds import FORGET
from store.tables import ArticleRow, ClaimRow, DecisionRow, OutletRow, SpeakerNameRow, SpeakerRow
from store.tables.columns import col

MIN_ID_CHARS = 6
"""Of the beginning of an id, so that a number or a short name is never taken for one."""
Found = Iterator[Forgettable]


def find(connection: Connection, words: str) -> Forgettable:
    """The one thing that the words name, in full or by the beginning of an id; raises UsageError, and
    SeveralError where they name several."""
    kind, colon, rest = words.partition(":")
    asked = [kind] if colon and kind in FORGETTABLE else list(FORGETTABLE)
    name = rest if len(asked) == 1 else words
    found = [thing for each in asked for thing in _FINDERS[each](connection, name.strip())]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(_told(thing) for thing in found)
        raise SeveralError(f"{words}: {len(found)} things have this name: write one of {listed}")
    raise UsageError(_unknown(connection, name))


def _told(thing: Forgettable) -> str:
    id = thing.id[:8] if thing.kind == "speaker" else ""
    return f"{thing.kind}:{id or thing.name}"


def _unknown(connection: Connection, name: str) -> str:
    claims = ids_with_prefix(connection, col(ClaimRow.id), name) if _is_id(name) else []
    if claims:
        query = (
            select(col(ArticleRow.doc))
            .join(ClaimRow, col(ClaimRow.article_id) == col(ArticleRow.id))
            .where(col(ClaimRow.id) == claims[0])
        )
        doc = connection.execute(query).scalar()
        return f"{name} is a claim; forget its article, {doc}, or a decision on it (`onrecord history {name}`)"
    return (
        f"{name}: no article, speaker, outlet or decision is called so; give the whole name, an id of "
        f"{MIN_ID_CHARS} characters or more, or a decision's number"
    )


def _is_id(name: str) -> bool:
    return len(name) >= MIN_ID_CHARS and not set(name.lower()) - set("0123456789abcdef")


def _articles(connection: Connection, name: str) -> Found:
    """By doc, URL or id; one for all of its editions."""
    same = [col(ArticleRow.doc) == name]
    if "/" in name:
        same.append(col(ArticleRow.url_key) == canonical_url(name))
    if _is_id(name):
        same.append(col(ArticleRow.id).in_(ids_with_prefix(connection, col(ArticleRow.id), name)))
    query = select(col(ArticleRow.id), col(ArticleRow.edition_of), col(ArticleRow.doc))
    rows = connection.execute(query.where(or_(*same)).order_by(col(ArticleRow.id))).all()
    firsts = {row.edition_of or row.id: row.doc for row in rows}
    yield from (Forgettable("article", id, doc) for id, doc in firsts.items())


def _speakers(connection: Connection, name: str) -> Found:
    """By a whole name or id; a name that decisions alone hold is one too."""
    key = name_key(name)
    query = select(col(SpeakerRow.canonical_id)).distinct()
    named = query.join(SpeakerNameRow, col(SpeakerNameRow.speaker_id) == col(SpeakerRow.id))
    ids = set(connection.execute(named.where(col(SpeakerNameRow.key) == f" {key} ")).scalars())
    if _is_id(name):
        rows = ids_with_prefix(connection, col(SpeakerRow.id), name)
        ids |= set(connection.execute(query.where(col(SpeakerRow.id).in_(rows))).scalars())
    for id in sorted(ids):
        shown = select(col(SpeakerRow.name)).where(col(SpeakerRow.id) == id)
        yield Forgettable("speaker", id, str(connection.execute(shown).scalar_one()))
    if not ids and key and any(_names(row.note, key, row) for row in in_decisions.read(connection)):
        yield Forgettable("speaker", "", name)


def _names(note: str, key: str, row: DecisionRecord) -> bool:
    return key in in_decisions.names_in(row) or (" " in key and f" {key} " in f" {name_key(note)} ")


def _outlets(connection: Connection, name: str) -> Found:
    key = f" {name_key(name)} "
    query = select(col(OutletRow.id), col(OutletRow.name)).where(col(OutletRow.key) == key)
    for row in connection.execute(query):
        yield Forgettable("outlet", row.id, row.name)


def _decisions(connection: Connection, name: str) -> Found:
    """By number; raises UsageError on one that has no content of its own."""
    if not name.isascii() or not name.isdigit() or len(name) > 9:
        return
    query = select(col(DecisionRow.kind), col(DecisionRow.subject), col(DecisionRow.seal))
    row = connection.execute(query.where(col(DecisionRow.id) == int(name))).first()
    if row is None:
        return
    if row.kind == UNDO:
        raise UsageError(f"decision {name} takes back decision {row.subject}; forget that one")
    if row.kind == FORGET:
        raise UsageError(f"decision {name} is to forget others, and holds no content itself")
    if not row.subject:
        raise UsageError(f"decision {name} is forgotten already")
    yield Forgettable("decision", str(int(name)), f"decision {int(name)}")


_FINDERS: dict[str, Callable[[Connection, str], Found]] = {
    "article": _articles,
    "speaker": _speakers,
    "outlet": _outlets,
    "decision": _decisions,
}
