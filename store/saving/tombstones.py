"""What was forgotten is not saved again: one-way digests of articles, outlets and speakers; what is
forgotten, and how, is store/forgetting's.

An article is known again by its text or URL: who has it can tell that it was forgotten, nobody can
read it out of the digest. Names are short enough to be guessed, so that their digests are slow to make,
and all are made with a secret of this store alone.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, select

from claims.folding import name_key
from claims.ids import canonical_url
from claims.model import Article, Claim, Reading
from store.database.rows import chunks, insert_rows
from store.database.times import time_text
from store.mapping import to_rows
from store.tables import SecretRow, SpeakerRow, TombstoneRow, now
from store.tables.columns import col

Kind = Literal["text", "url", "outlet", "speaker", "id"]
_NAME = "tombstones"
_BYTES = 16
_COST = 1 << 12
"""Of the digest of a name: about a hundredth of a second, and 4 MB."""
_NAMES_REMEMBERED = 20_000


def article_marks(text: str, url_key: str | None) -> list[tuple[Kind, str]]:
    """What an article is known again by."""
    marks: list[tuple[Kind, str]] = [("text", text)]
    return [*marks, ("url", url_key)] if url_key else marks


def days_of(connection: Connection, articles: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Of articles, each of an id and an address, those that were forgotten, with the day."""
    if not kinds(connection):
        return {}
    found: dict[str, str] = {}
    for id, url in articles:
        marks: list[tuple[Kind, str]] = [("id", id)]
        marks += [("url", canonical_url(url))] if url else []
        if day := _day(connection, marks):
            found[id] = day
    return found


def bury(connection: Connection, marks: Iterable[tuple[Kind, str]]) -> None:
    """Keeps that these were forgotten, now or before."""
    at = now()
    fresh = {_digest(connection, kind, value): kind for kind, value in marks if value}
    for some in chunks(fresh):
        query = select(col(TombstoneRow.digest)).where(col(TombstoneRow.digest).in_(some))
        for known in connection.execute(query).scalars().all():
            del fresh[known]
    rows = [{"digest": digest, "kind": kind, "at": at} for digest, kind in fresh.items()]
    insert_rows(connection, TombstoneRow, rows)


def lift(connection: Connection, marks: Iterable[tuple[Kind, str]]) -> int:
    """Lets these come back; gives how many of them were forgotten."""
    if not kinds(connection):
        return 0
    digests = {_digest(connection, kind, value) for kind, value in marks if value}
    gone = connection.execute(delete(TombstoneRow).where(col(TombstoneRow.digest).in_(digests)))
    return int(gone.rowcount)


def lift_name(connection: Connection, words: str) -> int:
    """The same for a speaker or outlet of this name, or an article at this address."""
    name = name_key(words)
    address: list[tuple[Kind, str]] = [("url", canonical_url(words))] if "/" in words else []
    return lift(connection, [("speaker", name), ("outlet", name), *address])


def lift_article(connection: Connection, article: Article, outlet: str | None = None) -> int:
    """The same for an article and its outlet, so that they can be saved again."""
    marks = article_marks(article.text, canonical_url(article.url) if article.url else None)
    names = {name_key(name) for name in (outlet, article.outlet) if name}
    return lift(connection, [*marks, *(("outlet", name) for name in names)])


def counted(connection: Connection) -> dict[str, tuple[int, str]]:
    """Of each kind how many tombstones there are, and when the latest was set; those of ids keep nothing
    out."""
    query = select(col(TombstoneRow.kind), func.count(), func.max(col(TombstoneRow.at)))
    query = query.where(col(TombstoneRow.kind) != "id")
    rows = connection.execute(
        query.group_by(col(TombstoneRow.kind)).order_by(col(TombstoneRow.kind))
    )
    return {kind: (number, time_text(at) or "") for kind, number, at in rows}


def kinds(connection: Connection) -> set[str]:
    """Of what kinds anything was forgotten."""
    return set(connection.execute(select(col(TombstoneRow.kind)).distinct()).scalars())


def forgotten_since(
    connection: Connection, article: Article, outlet: str | None = None
) -> str | None:
    """The day on which the article or its outlet was forgotten, None where neither was."""
    there = kinds(connection)
    if not there:
        return None
    marks = article_marks(article.text, canonical_url(article.url) if article.url else None)
    if name := name_key(outlet or article.outlet or ""):
        marks.append(("outlet", name))
    return _day(connection, [(kind, value) for kind, value in marks if kind in there])


def _day(connection: Connection, marks: Iterable[tuple[Kind, str]]) -> str | None:
    digests = {_digest(connection, kind, value) for kind, value in marks}
    query = select(func.min(col(TombstoneRow.at))).where(col(TombstoneRow.digest).in_(digests))
    at: datetime | None = connection.execute(query).scalar()
    return (time_text(at) or "")[:10] if at else None


def without_forgotten(connection: Connection, reading: Reading) -> Reading:
    """The reading without claims of forgotten speakers, whether they speak alone or among others; a
    namesake whom the store knows is none of them."""
    if "speaker" not in kinds(connection):
        return reading
    names = {name for claim in reading.claims for name in _names(claim)}
    forgotten = {name for name in names if _is_forgotten(connection, name)}
    if not forgotten:
        return reading
    era = to_rows.era(reading.published)
    said = [claim for claim in reading.claims if claim.speaker.name in forgotten]
    namesakes = _known(connection, {to_rows.speaker_key(claim, era) or "" for claim in said})
    claims = (
        claim if to_rows.speaker_key(claim, era) in namesakes else _without(claim, forgotten)
        for claim in reading.claims
    )
    return replace(reading, claims=tuple(claim for claim in claims if claim is not None))


def _names(claim: Claim) -> Iterator[str]:
    speaker = claim.speaker
    yield from (name for name in (speaker.name, speaker.runner_up, *speaker.members) if name)


def _without(claim: Claim, forgotten: set[str]) -> Claim | None:
    speaker = claim.speaker
    members = tuple(name for name in speaker.members if name not in forgotten)
    if speaker.name in forgotten or (speaker.members and not members):
        return None
    runner_up = None if speaker.runner_up in forgotten else speaker.runner_up
    return replace(claim, speaker=replace(speaker, members=members, runner_up=runner_up))


def _is_forgotten(connection: Connection, name: str) -> bool:
    key = name_key(name)
    query = select(col(TombstoneRow.digest)).where(
        col(TombstoneRow.digest) == _digest(connection, "speaker", key)
    )
    return bool(key) and connection.execute(query).first() is not None


def _known(connection: Connection, ids: set[str]) -> set[str]:
    return {
        id
        for some in chunks(ids)
        for id in connection.execute(
            select(col(SpeakerRow.id)).where(col(SpeakerRow.id).in_(some))
        ).scalars()
    }


def _digest(connection: Connection, kind: Kind, value: str) -> str:
    secret = _secret(connection)
    if kind in ("outlet", "speaker"):
        return _slow(secret, kind, value)
    data = value.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=_BYTES, key=secret, person=kind.encode()).hexdigest()


@lru_cache(_NAMES_REMEMBERED)
def _slow(secret: bytes, kind: Kind, value: str) -> str:
    data = f"{kind} {value}".encode("utf-8", "surrogatepass")
    return hashlib.scrypt(data, salt=secret, n=_COST, r=8, p=1, dklen=_BYTES).hex()


def _secret(connection: Connection) -> bytes:
    query = select(col(SecretRow.value)).where(col(SecretRow.name) == _NAME)
    value: Any = connection.execute(query).scalar()
    if value is None:
        value = secrets.token_hex(32)
        connection.execute(insert(SecretRow), [{"name": _NAME, "value": value}])
    return bytes.fromhex(value)
