"""Decisions on articles: a corrected outlet or agency, and which articles were read wholly; claims
are on_claims.py's."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from claims.folding import name_key
from claims.ids import canonical_url
from store.database.rows import chunks
from store.decisions.undo_stack import in_force_on
from store.mapping import to_rows
from store.queries.outlets import add_outlet
from store.records import DecisionRecord
from store.tables import ArticleReviewRow, ArticleRow, DecisionRow
from store.tables.columns import col, table_of

Row = dict[str, Any]
_ARTICLES = table_of(ArticleRow)


def refresh_articles(connection: Connection, ids: Collection[str]) -> None:
    """Brings articles to what their decisions in force say."""
    for some in chunks(ids):
        decided = in_force_on(connection, some)
        query = select(table_of(ArticleReviewRow)).where(col(ArticleReviewRow.article_id).in_(some))
        machine = {
            row["article_id"]: row["machine"] for row in connection.execute(query).mappings()
        }
        stored = select(_ARTICLES).where(col(ArticleRow.id).in_(some))
        for row in connection.execute(stored).mappings().all():
            last = {decision.kind: decision for decision in decided[row["id"]]}
            _refresh(connection, dict(row), machine.get(row["id"], {}), last)


def _refresh(
    connection: Connection, row: Row, replaced: Row, last: dict[str, DecisionRecord]
) -> None:
    """Writes what stands of one article into its row; replaced: the machine's values that a person's
    had replaced."""
    machine = row | replaced
    decided = {kind: decision.after or "" for kind, decision in last.items()}
    changes = _changes(connection, decided)
    changes = {key: value for key, value in changes.items() if machine[key] != value}
    if replaced or changes:
        stands = update(_ARTICLES).where(_ARTICLES.c.id == row["id"])
        connection.execute(stands.values(**replaced | changes))
    former = col(ArticleReviewRow.article_id) == row["id"]
    connection.execute(delete(ArticleReviewRow).where(former))
    read = last.get("read")
    read = read if read and read.after else None
    if changes or read:
        entry = {
            "article_id": row["id"],
            "machine": {key: machine[key] for key in changes},
            "read_by": read.reviewer if read else None,
            "read_at": datetime.fromisoformat(read.at) if read else None,
        }
        connection.execute(insert(ArticleReviewRow), [entry])


def _changes(connection: Connection, values: dict[str, str]) -> Row:
    changes: Row = {}
    if "outlet" in values:
        add_outlet(connection, values["outlet"] or None)
        changes |= {
            "outlet_id": to_rows.outlet_id(values["outlet"] or None),
            "outlet_inferred": False,
        }
    if "wire" in values:
        changes |= {"wire": values["wire"] or None, "wire_inferred": False}
    return changes


def forget_machine(connection: Connection, id: str) -> None:
    """After a save wrote metadata as given: puts the decisions on top again."""
    connection.execute(
        update(ArticleReviewRow).where(col(ArticleReviewRow.article_id) == id).values(machine={})
    )
    refresh_articles(connection, [id])


class Taught(NamedTuple):
    """Outlets that corrections taught: for a name as read, and for the site of an article without one."""

    names: dict[str, str]
    sites: dict[str, str]

    def of(self, name: str | None, url: str | None) -> str | None:
        """The outlet that was taught for an article, None for none."""
        wanted = name_key(name or "")
        return self.names.get(wanted) if wanted else self.sites.get(_host(url))


def taught_outlets(connection: Connection) -> Taught:
    """What corrections of outlets in force teach, the latest first."""
    query = (
        select(
            col(DecisionRow.subject),
            col(DecisionRow.before),
            col(DecisionRow.after),
            col(ArticleRow.url),
        )
        .join(ArticleRow, col(ArticleRow.id) == col(DecisionRow.subject))
        .where(col(DecisionRow.kind) == "outlet")
        .order_by(col(DecisionRow.id).desc())
    )
    rows = connection.execute(query).all()
    standing = in_force_on(connection, {row.subject for row in rows}) if rows else {}
    taught = Taught({}, {})
    for row in rows:
        last = [d for d in standing.get(row.subject, ()) if d.kind == "outlet"]
        if not last or last[-1].after != row.after or not row.after:
            continue
        for known, key in (
            (taught.names, name_key(row.before or "")),
            (taught.sites, _host(row.url)),
        ):
            if key:
                known.setdefault(key, str(row.after))
    return taught


def _host(url: str | None) -> str:
    return canonical_url(url).partition("/")[0] if url else ""
