"""Saves one reading inside the caller's transaction through Core statements; what counts as one article is in known.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlmodel import col

from claims.ids import article_id, claim_id, digest, name_key
from claims.model import Reading
from store import convert
from store.known import Found, find_same, former_edition, new_metadata
from store.match import pair
from store.records import SaveResult
from store.search import index_claims
from store.tables import Article, ChainLink, Claim, Meta, Outlet, Speaker, SpeakerName

Row = dict[str, Any]
_CHUNK = 500


def save_reading(connection: Connection, reading: Reading, run_id: str | None) -> SaveResult:
    """Enters a reading; the same one again changes nothing."""
    article = reading.article
    id = article_id(text=article.text, url=article.url, outlet=reading.outlet, published=reading.published)
    found = find_same(connection, article, outlet=reading.outlet, published=reading.published, id=id)
    if found:
        return _again(connection, reading, found)
    _add_outlet(connection, reading.outlet)
    former = former_edition(connection, article)
    row = convert.article_row(reading, id, run_id)
    if former:
        row["edition_of"] = former["edition_of"] or former["id"]
        connection.execute(update(Article).where(col(Article.id) == former["id"]).values(current=False))
    connection.execute(insert(Article), [row])
    _count_save(connection)
    old = _stored_claims(connection, former["id"], current=True) if former else []
    return _save_claims(connection, reading, SaveResult("edition" if former else "added", id), old, same_text=False)


def _again(connection: Connection, reading: Reading, found: Found) -> SaveResult:
    id = found.row["id"]
    changes = new_metadata(reading.article, found)
    if changes:
        _add_outlet(connection, reading.article.outlet)
    detector = convert.detector_of(reading)
    redetected = detector is not None and detector != found.row["detector"] and found.row["current"]
    if not changes and not redetected:
        return SaveResult("unchanged", id)
    if redetected:
        changes["detector"] = detector
    connection.execute(update(Article).where(col(Article.id) == id).values(**changes))
    _count_save(connection)
    if not redetected:
        return SaveResult("updated", id)
    old = _stored_claims(connection, id, current=False)
    return _save_claims(connection, reading, SaveResult("redetected", id), old, same_text=True)


def _save_claims(
    connection: Connection, reading: Reading, result: SaveResult, old: Sequence[Row], *, same_text: bool
) -> SaveResult:
    article = result.article_id
    fresh = {
        id: (claim, convert.claim_row(reading, claim, id, article))
        for claim in reading.claims
        for id in [claim_id(article, claim.cue, claim.source, claim.content)]
    }
    pairs = pair(old, [row for _, row in fresh.values()], same_text=same_text)
    taken = _existing(connection, [id for id in fresh if id not in pairs])
    # An id may be in use by a claim that has moved on to other words since.
    final = {id: pairs.get(id) or (digest("claim", id, "again", article) if id in taken else id) for id in fresh}
    rows = [row | {"id": final[id]} for id, (_, row) in fresh.items()]
    _set_parents(rows)
    _add_speakers(connection, reading)
    kept = [row for row in rows if row["id"] in set(pairs.values())]
    _replace(connection, kept)
    _insert(connection, Claim, [row for row in rows if row["id"] not in set(pairs.values())])
    _insert(
        connection,
        ChainLink,
        [link for id, (claim, _) in fresh.items() for link in convert.link_rows(claim, final[id])],
    )
    vanished = tuple(row["id"] for row in old if row["id"] not in set(pairs.values()) and not row["vanished"])
    for ids in _chunks(vanished):
        connection.execute(update(Claim).where(col(Claim.id).in_(ids)).values(vanished=True))
    _index(connection, rows, {convert.speaker_key(claim): claim.speaker.name for claim in reading.claims})
    quotes = {row["id"]: row["quote"] for row in old}
    changed = tuple(row["id"] for row in kept if row["quote"] != quotes[row["id"]])
    return SaveResult(result.status, article, len(rows), len(kept), vanished, changed)


def _stored_claims(connection: Connection, article: str, *, current: bool) -> list[Row]:
    query = select(Claim.__table__).where(col(Claim.article_id) == article).order_by(col(Claim.number))  # type: ignore[attr-defined]
    if current:
        query = query.where(col(Claim.vanished).is_(False))
    return [dict(row) for row in connection.execute(query).mappings()]


def _replace(connection: Connection, rows: Sequence[Row]) -> None:
    if not rows:
        return
    for ids in _chunks([row["id"] for row in rows]):
        connection.execute(delete(ChainLink).where(col(ChainLink.claim_id).in_(ids)))
    names = [name for name in rows[0] if name != "id"]
    statement = update(Claim.__table__).where(Claim.__table__.c.id == bindparam("the_id"))  # type: ignore[attr-defined]
    statement = statement.values({name: bindparam("new_" + name) for name in names})
    connection.execute(
        statement, [{"the_id": row["id"]} | {"new_" + name: row[name] for name in names} for row in rows]
    )


def _set_parents(rows: Sequence[Row]) -> None:
    for row in rows:
        if row["nested"] and row["content"]:
            first, last = row["content"][0][0], row["content"][-1][1]
            around = [
                (other["content"][-1][1] - other["content"][0][0], other["id"])
                for other in rows
                if other["content"]
                and other["id"] != row["id"]
                and other["content"][0][0] <= first
                and last <= other["content"][-1][1]
            ]
            row["parent"] = min(around)[1] if around else None


def _add_outlet(connection: Connection, name: str | None) -> None:
    id = convert.outlet_id(name)
    if name and not connection.execute(select(col(Outlet.id)).where(col(Outlet.id) == id)).first():
        connection.execute(insert(Outlet), [{"id": id, "name": name, "key": f" {name_key(name)} "}])


def _add_speakers(connection: Connection, reading: Reading) -> None:
    speakers: dict[str, Row] = {}
    for claim in reading.claims:
        if id := convert.speaker_key(claim):
            row = speakers.setdefault(
                id,
                {
                    "id": id,
                    "name": claim.speaker.name,
                    "kind": claim.speaker.kind,
                    "affiliation": None,
                    "principal": None,
                },
            )
            row["affiliation"] = row["affiliation"] or claim.speaker.affiliation
            row["principal"] = row["principal"] or claim.speaker.principal
    known: dict[str, Any] = {}
    for ids in _chunks(list(speakers)):
        known |= {row.id: row for row in connection.execute(select(Speaker.__table__).where(col(Speaker.id).in_(ids)))}  # type: ignore[attr-defined]
    _insert(connection, Speaker, [row for id, row in speakers.items() if id not in known])
    for id in known:
        missing = {
            key: speakers[id][key]
            for key in ("affiliation", "principal")
            if speakers[id][key] and not getattr(known[id], key)
        }
        if missing:
            connection.execute(update(Speaker).where(col(Speaker.id) == id).values(**missing))
    names = {(row["speaker_id"], row["name"]): row for row in convert.name_rows(reading.claims)}
    for ids in _chunks(list(speakers)):
        query = select(col(SpeakerName.speaker_id), col(SpeakerName.name)).where(col(SpeakerName.speaker_id).in_(ids))
        for stored in connection.execute(query):
            names.pop((stored.speaker_id, stored.name), None)
    _insert(connection, SpeakerName, list(names.values()))


def _index(connection: Connection, rows: Sequence[Row], names: dict[str | None, str | None]) -> None:
    by_id = {row["id"]: row for row in rows}
    for ids in _chunks(list(by_id)):
        found = connection.execute(select(col(Claim.number), col(Claim.id)).where(col(Claim.id).in_(ids))).all()
        index_claims(
            connection,
            [
                {
                    "number": number,
                    "quote": by_id[id]["quote"],
                    "speaker": names.get(by_id[id]["speaker_id"]) or "",
                    "aliases": by_id[id]["mention"],
                }
                for number, id in found
            ],
        )


def _existing(connection: Connection, ids: Sequence[str]) -> set[str]:
    return {
        row.id
        for some in _chunks(ids)
        for row in connection.execute(select(col(Claim.id)).where(col(Claim.id).in_(some)))
    }


def _insert(connection: Connection, table: Any, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))


def _count_save(connection: Connection) -> None:
    connection.execute(update(Meta).where(col(Meta.key) == "saved").values(value=col(Meta.value) + 1))


def _chunks(items: Iterable[str]) -> Iterable[list[str]]:
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
