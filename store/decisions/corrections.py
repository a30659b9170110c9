"""The columns that a person's corrections of one claim change; written by on_claims.py."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from claims.folding import name_key
from claims.model import Span, text_of
from claims.rules.vocabulary import NAMED_KINDS
from store.database.times import exact_time
from store.decisions.outcome import Human
from store.decisions.private import private_name, words_of_article
from store.mapping.to_rows import context_columns
from store.speakers.enter import new_speaker
from store.tables import ArticleRow, SpeakerNameRow, SpeakerRow
from store.tables.columns import col, table_of

Row = dict[str, Any]
_COMPOSED = ("cue", "source", "content", "speaker", "stance", "chain")
"""Corrections that change more than the column of their name."""


def corrections(
    connection: Connection, machine: Row, links: Sequence[Row], human: Human
) -> tuple[Row, list[Row] | None]:
    """Columns to change on the machine's values, and the corrected chain, None where it stands."""
    values, changes = human.values, Row()
    if not values:
        return changes, None
    text = article_text(connection, machine["article_id"])
    for part in ("cue", "source", "content"):
        if part in values:
            spans = placed(connection, values[part], machine["article_id"], text, human.times[part])
            changes |= {} if spans is None else _spans(part, spans, text)
    changes |= (
        _around(machine | changes, text) if {"cue", "source", "content"} & set(changes) else {}
    )
    named_in = words_of_article(connection, machine["article_id"]) if "speaker" in values else ""
    if "speaker" in values and private_name(machine | changes, values, named_in) is None:
        changes |= _speaker(connection, machine | changes, values["speaker"])
    if "stance" in values:
        stance, _, polarity = values["stance"].partition("/")
        changes |= {"stance": stance, "polarity": polarity or machine["polarity"]}
    changes |= {name: value for name, value in values.items() if name not in _COMPOSED}
    chain = _chain(machine, links, values["chain"], text) if "chain" in values else None
    return {key: value for key, value in changes.items() if machine[key] != value}, chain


def placed(
    connection: Connection, raw: str, article_id: str, text: str, at: str
) -> list[list[int]] | None:
    """A decision's spans in the article's present text; in a later edition they are found again by
    their words."""
    spans = [[int(start), int(end)] for start, end in json.loads(raw)]
    former = _edition_at(connection, article_id, at)
    if former is None:
        return spans if all(0 <= s < e <= len(text) for s, e in spans) else None
    places: list[list[int]] = []
    for start, end in spans:
        again = nearest(text, former[start:end], start)
        if again is None:
            return None
        places.append(again)
    return places


def nearest(text: str, words: str, near: int) -> list[int] | None:
    """Where the words stand in a text, the occurrence nearest to an offset."""
    places: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0 and len(places) < 1000:
        places.append(at)
        at = text.find(words, at + 1)
    best = min(places, key=lambda place: abs(place - near), default=None)
    return None if best is None else [best, best + len(words)]


def _edition_at(connection: Connection, article_id: str, at: str) -> str | None:
    """The text that stood when a decision was made; None where that is the present one."""
    article = (
        connection.execute(select(table_of(ArticleRow)).where(col(ArticleRow.id) == article_id))
        .mappings()
        .one()
    )
    first = article["edition_of"]
    if first is None:
        return None
    query = select(table_of(ArticleRow)).where(
        or_(col(ArticleRow.id) == first, col(ArticleRow.edition_of) == first)
    )
    rows = connection.execute(query.order_by(col(ArticleRow.fetched))).mappings().all()
    before = [row for row in rows if exact_time(row["fetched"]) <= at]
    return None if not before or before[-1]["id"] == article_id else str(before[-1]["text"])


def _spans(part: str, spans: list[list[int]], text: str) -> Row:
    words = text_of(text, tuple(Span(start, end) for start, end in spans))
    column = {"cue": "cue_text", "source": "mention", "content": "quote"}[part]
    return {part: spans, column: words}


def _around(row: Mapping[str, Any], text: str) -> Row:
    spans = [*row["cue"], *row["source"], *row["content"]]
    first, last = min((s for s, _ in spans), default=0), max((e for _, e in spans), default=0)
    return {
        "start": first,
        **context_columns(text, first, last),
    }


def _speaker(connection: Connection, row: Mapping[str, Any], name: str) -> Row:
    changed: Row = {
        "members": [],
        "speaker_inferred": False,
        "speaker_confidence": 1.0,
        "declared_count": None,
    }
    if not name_key(name):
        kind = "unnamed" if row["mention"] else "none"
        return changed | {
            "speaker_id": None,
            "speaker_kind": kind,
            "principal": None,
            "affiliation": None,
        }
    speaker = known_speaker(connection, name, row["speaker_kind"])
    return changed | {
        "speaker_id": speaker["id"], "speaker_kind": speaker["kind"],
        "principal": speaker["principal"], "affiliation": speaker["affiliation"],
    }  # fmt: skip


def known_speaker(connection: Connection, name: str, kind: str) -> Row:
    """The speaker of a name, one of that kind first; entered where nobody has it."""
    key = f" {name_key(name)} "
    query = (
        select(table_of(SpeakerRow))
        .join(SpeakerNameRow, col(SpeakerNameRow.speaker_id) == col(SpeakerRow.id))
        .where(col(SpeakerNameRow.key) == key)
        .order_by(col(SpeakerRow.id))
    )
    speakers = [dict(row) for row in connection.execute(query).mappings()]
    # Whoever bears the name itself comes before those who are only also called so.
    speakers.sort(
        key=lambda one: (
            f" {name_key(one['name'])} " != key,
            one["kind"] != kind,
            one["canonical_id"] != one["id"],
        )
    )
    if speakers:
        return speakers[0]
    id = new_speaker(connection, name, kind if kind in NAMED_KINDS else "person")
    return dict(
        connection.execute(select(table_of(SpeakerRow)).where(col(SpeakerRow.id) == id))
        .mappings()
        .one()
    )


def _chain(machine: Mapping[str, Any], links: Sequence[Row], raw: str, text: str) -> list[Row]:
    by_name = {name_key(link["intermediary"]): link for link in links}
    chain: list[Row] = []
    for position, name in enumerate(json.loads(raw)):
        at = nearest(text, name, machine["start"])
        row = by_name.get(name_key(name)) or {
            "start": at[0] if at else None, "end": at[1] if at else None,
            "evidence": name if at else None, "inferred": False,
        }  # fmt: skip
        chain.append({**row, "claim_id": machine["id"], "position": position, "intermediary": name})
    return chain


def article_text(connection: Connection, article_id: str) -> str:
    """The text of an article."""
    return str(
        connection.execute(
            select(col(ArticleRow.text)).where(col(ArticleRow.id) == article_id)
        ).scalar_one()
    )
