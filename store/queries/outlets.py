"""Outlets and what is known of them: kind, domain, owner, and from where. Their articles belong to
on_articles.py.

The user's own table says best, then what is stored or what the article's file says, then the table
that ships.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select, update

from claims.folding import name_key
from claims.model import OutletFacts
from claims.outlet import outlets
from store.database.rows import enter_rows
from store.mapping import to_rows
from store.queries.filters import outlets_with
from store.queries.misspelt import likeliest
from store.tables import ArticleRow, ClaimRow, OutletRow
from store.tables.columns import col

_FACTS = (col(OutletRow.kind), col(OutletRow.domain), col(OutletRow.owner), col(OutletRow.source))


def add_outlet(
    connection: Connection, name: str | None, from_file: OutletFacts | None = None
) -> None:
    """Enters an outlet by its name, and what is known of it; given is what the article's own file
    says."""
    if not name:
        return
    id = to_rows.outlet_id(name) or ""
    stored = connection.execute(select(*_FACTS).where(col(OutletRow.id) == id)).first()
    listed, mine = outlets.facts(name)
    facts = _row(listed if mine or not from_file else from_file)
    if stored is None:
        new = {"id": id, "name": name, "key": f" {name_key(name)} "} | facts
        enter_rows(connection, OutletRow, [new])
    elif tuple(stored) != tuple(facts.values()) and (mine or from_file or stored.source is None):
        _change(connection, id, facts, stored.owner)


def fill_facts(connection: Connection) -> None:
    """Gives outlets of an older store what the tables say of them."""
    for name in (
        connection.execute(select(col(OutletRow.name)).where(col(OutletRow.source).is_(None)))
        .scalars()
        .all()
    ):
        add_outlet(connection, name)


def facts_of(connection: Connection) -> dict[str, OutletFacts]:
    """What is known of every stored outlet, by its name."""
    rows = connection.execute(select(col(OutletRow.name), *_FACTS).order_by(col(OutletRow.name)))
    return {name: OutletFacts(*(value or "" for value in values)) for name, *values in rows}


def has_outlet(connection: Connection, name: str) -> bool:
    """Whether an article of an outlet with this name was added."""
    id = to_rows.outlet_id(name) or ""
    wanted = select(col(OutletRow.id)).where(col(OutletRow.id) == id)
    return connection.execute(wanted).first() is not None


def near_outlets(connection: Connection, words: str, limit: int = 3) -> list[str] | None:
    """Names of outlets that a misspelt one may be, the likeliest first; None where an outlet has the
    words in its name."""
    if connection.execute(select(col(OutletRow.id)).where(outlets_with(words)).limit(1)).first():
        return None
    names = connection.execute(select(col(OutletRow.name))).scalars().all()
    return likeliest(words, ((name, name) for name in names), limit)


def owners(connection: Connection) -> dict[str, str]:
    """Who owns each outlet that belongs to somebody else, by its folded name."""
    rows = connection.execute(
        select(col(OutletRow.name), col(OutletRow.owner)).where(col(OutletRow.owner).is_not(None))
    )
    return {
        name_key(row.name): row.owner for row in rows if name_key(row.owner) != name_key(row.name)
    }


def owner_of(name: str, stored: dict[str, str]) -> str | None:
    """Who owns an outlet that speaks or passes words on, stored or not; None for one that is its
    own owner."""
    owner = stored.get(name_key(name)) or outlets.owner(name)
    return owner if name_key(owner) != name_key(name) else None


def _row(facts: OutletFacts) -> dict[str, Any]:
    return {key: value or None for key, value in asdict(facts).items()}


def _change(connection: Connection, id: str, facts: dict[str, Any], owner: str | None) -> None:
    from store.queue.queue import touch

    connection.execute(update(OutletRow).where(col(OutletRow.id) == id).values(**facts))
    if owner is not None and owner != facts["owner"]:
        # Whose word counts as one origin with whose may change wherever an outlet speaks.
        speaking = select(col(ClaimRow.article_id)).where(col(ClaimRow.speaker_kind) == "outlet")
        relayed = select(col(ArticleRow.id)).where(col(ArticleRow.outlet_id) == id)
        touch(connection, connection.execute(speaking.union(relayed)).scalars().all())
