"""Decisions about who is who, as they are written; what they amount to stands in on_speakers.py."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection

from claims.errors import UsageError
from store.decisions.apply import decide
from store.decisions.private import call_somebody_unnamed
from store.queries.articles import find_article
from store.records import Move, ProposalRecord
from store.speakers.enter import new_bearer, rows_of


def merge(connection: Connection, reviewer: str, a: str, b: str, note: str = "") -> None:
    """Speaker a, with all of its names, goes under b from now on; raises UsageError where they are
    one already."""
    rows, into = rows_of(connection, a), rows_of(connection, b)
    if set(rows) & set(into):
        raise UsageError("they are one speaker already; see `onrecord speaker`")
    before = json.dumps({"rows": rows, "into": into})
    decide(connection, reviewer, [Move("merge", a, b, before)], note)


def split(
    connection: Connection,
    reviewer: str,
    leaving: Sequence[str],
    staying: Sequence[str],
    note: str = "",
) -> None:
    """Names, by their ids, that are another speaker than those that stay."""
    after = json.dumps({"rows": list(leaving), "from": list(staying)})
    decide(connection, reviewer, [Move("split", leaving[0], after)], note)


def reject(connection: Connection, reviewer: str, proposal: ProposalRecord, note: str = "") -> None:
    """The two of a proposal are two."""
    leaving, staying = rows_of(connection, proposal.a), rows_of(connection, proposal.b)
    split(connection, reviewer, leaving, staying, note)


def split_articles(
    connection: Connection, reviewer: str, canonical: str, docs: Sequence[str], note: str = ""
) -> str:
    """The speaker's claims in these articles are another's of the name; gives that one's id. Raises
    UsageError on an article that is not there."""
    articles = [find_article(connection, doc) for doc in docs]
    roots = [article.edition_of or article.id for article in articles]
    rows = rows_of(connection, canonical)
    other = new_bearer(connection, canonical, roots)
    staying = [id for id in rows if id != other]
    after = json.dumps({"articles": roots, "from": staying, "to": other})
    decide(connection, reviewer, [Move("split", canonical, after)], note)
    return other


def alias(connection: Connection, reviewer: str, canonical: str, name: str, note: str = "") -> None:
    """Another name that the speaker goes by; raises UsageError on words for a source that articles
    leave unnamed: names are listed, and who such a source is stays private."""
    if call_somebody_unnamed(connection, name):
        raise UsageError(
            f"{name!r} is what articles call a source that they do not name; `onrecord review ID --speaker NAME` "
            "says of one claim who that is, and keeps it private"
        )
    decide(connection, reviewer, [Move("alias", canonical, name)], note)


def role(
    connection: Connection,
    reviewer: str,
    canonical: str,
    office: str,
    since: str | None,
    until: str | None,
    note: str = "",
) -> None:
    """An office that the speaker held; dates ISO, months or years, both inclusive."""
    after = json.dumps({"office": office, "from": since, "to": until}, ensure_ascii=False)
    decide(connection, reviewer, [Move("role", canonical, after)], note)
