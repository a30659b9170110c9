"""Saving one reading in one transaction: new, unchanged, updated or a new edition; nothing is read for show."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update

from claims import ids
from claims.model import Article, Claim, Reading
from store import convert
from store.editions import match
from store.records import SaveResult
from store.tables import ArticleRow, ChainLinkRow, ClaimRow, MetaRow, OutletRow, SpeakerNameRow, SpeakerRow

CHANGES = "changes"
"""Counter of the meta table that every written article moves on."""


def find_stored(connection: Connection, article: Article) -> Any | None:
    """The row of an input that is stored already, by doc or URL, else by text, outlet and date."""
    a = ArticleRow
    text_hash = ids.digest("text", article.text)
    rows = connection.execute(select(a).where(a.text_hash == text_hash)).all()  # type: ignore[call-overload]
    keys = {ids.canonical_url(article.url)} if article.url else set()
    for row in rows:
        if row.doc == article.doc or row.url_key in keys:
            return row
    for row in rows:
        if not article.url and article.outlet in (None, row.outlet) and article.published in (None, row.published):
            return row
    return None


def is_unchanged(connection: Connection, article: Article) -> bool:
    """Whether the input is stored and says nothing new."""
    row = find_stored(connection, article)
    return row is not None and row.current and not _news(row, article)


def _news(row: Any, article: Article) -> dict[str, Any]:
    """What the input says that the row does not hold; a given value replaces an inferred one."""
    news: dict[str, Any] = {}
    if article.outlet and (article.outlet != row.outlet or row.outlet_inferred):
        news |= {"outlet": article.outlet, "outlet_inferred": False}
    if article.published and article.published != row.published:
        news |= {"published": article.published, "published_given": True}
    for key in ("title", "url", "wire"):
        if getattr(article, key) and getattr(article, key) != getattr(row, key):
            news[key] = getattr(article, key)
    if "url" in news:
        news["url_key"] = ids.canonical_url(news["url"])
    return news


def save(connection: Connection, reading: Reading, run_id: str) -> SaveResult:
    """Write one reading inside the caller's transaction."""
    row = find_stored(connection, reading.article)
    if row is not None and row.current:
        news = _news(row, reading.article)
        if not news:
            return SaveResult("unchanged", row.id, _count(connection, row.id))
        connection.execute(update(ArticleRow).where(ArticleRow.id == row.id).values(news))  # type: ignore[arg-type]
        _changed(connection)
        return SaveResult("updated", row.id, _count(connection, row.id))
    place = connection.execute(select(func.count()).select_from(ArticleRow)).scalar_one()
    values = convert.article_values(reading, run_id, place)
    if connection.execute(select(ArticleRow.id).where(ArticleRow.id == values["id"])).first():  # type: ignore[call-overload]
        if row is None or row.current:
            return SaveResult("unchanged", values["id"], _count(connection, values["id"]))
        values["id"] = ids.digest("article", values["id"], str(place))
    former = _former(connection, reading.article)
    if former is not None:
        values["edition_of"] = former.edition_of or former.id
    connection.execute(insert(ArticleRow), [values])
    _outlets(connection, reading)
    result = _claims(connection, reading, values["id"], former)
    _changed(connection)
    return result


def _former(connection: Connection, article: Article) -> Any | None:
    a = ArticleRow
    same = [a.doc == article.doc]
    if article.url:
        same.append(a.url_key == ids.canonical_url(article.url))
    return connection.execute(select(a).where(or_(*same), a.current)).first()  # type: ignore[arg-type, call-overload]


def _count(connection: Connection, article_id: str) -> int:
    count = select(func.count()).select_from(ClaimRow).where(ClaimRow.article_id == article_id)  # type: ignore[arg-type]
    return int(connection.execute(count).scalar_one())


def _claims(connection: Connection, reading: Reading, article_id: str, former: Any | None) -> SaveResult:
    rows = [convert.claim_values(claim, reading, article_id, i) for i, claim in enumerate(reading.claims)]
    unique = {row["id"]: i for i, row in reversed(list(enumerate(rows)))}
    kept_claims = [(rows[i], reading.claims[i]) for i in sorted(unique.values())]
    if former is None:
        _insert(connection, kept_claims)
        return SaveResult("added", article_id, len(kept_claims))
    old = connection.execute(select(ClaimRow).where(ClaimRow.article_id == former.id, ~ClaimRow.vanished)).all()  # type: ignore[call-overload, operator]
    matched = match(old, [row for row, _ in kept_claims])
    fresh = [(row, claim) for row, claim in kept_claims if row["id"] not in matched]
    changed = []
    for row, claim in kept_claims:
        if row["id"] in matched:
            was = matched[row["id"]]
            moved = {**row, "id": was.id}
            _speakers(connection, [claim])
            connection.execute(update(ClaimRow).where(ClaimRow.id == was.id).values(moved))  # type: ignore[arg-type]
            if was.quote != row["quote"]:
                changed.append(was.id)
    gone = tuple(row.id for row in old if row.id not in {m.id for m in matched.values()})
    if gone:
        connection.execute(update(ClaimRow).where(ClaimRow.id.in_(gone)).values(vanished=True))  # type: ignore[attr-defined]
    connection.execute(update(ArticleRow).where(ArticleRow.id == former.id).values(current=False))  # type: ignore[arg-type]
    _insert(connection, fresh)
    return SaveResult("edition", article_id, len(kept_claims), len(matched), gone, tuple(changed))


def _insert(connection: Connection, claims: list[tuple[dict[str, Any], Claim]]) -> None:
    if not claims:
        return
    _speakers(connection, [claim for _, claim in claims])
    connection.execute(insert(ClaimRow), [row for row, _ in claims])
    links = [link for row, claim in claims for link in convert.link_values(claim, row["id"])]
    if links:
        connection.execute(insert(ChainLinkRow), links)


def _speakers(connection: Connection, claims: list[Claim]) -> None:
    rows: dict[str, dict[str, Any]] = {}
    names: dict[tuple[str, str], dict[str, Any]] = {}
    for claim in claims:
        speaker = claim.speaker
        if not speaker.name:
            continue
        key = ids.speaker_id(speaker.name, speaker.kind)
        rows.setdefault(key, {"id": key, "name": speaker.name, "kind": speaker.kind,
                              "affiliation": speaker.affiliation, "principal": speaker.principal})
        for name in convert.names_of(claim):
            names[key, name] = {"speaker_id": key, "name": name, "folded": convert.folded(name)}
    _missing(connection, SpeakerRow, ("id",), list(rows.values()))
    _missing(connection, SpeakerNameRow, ("speaker_id", "name"), list(names.values()))


def _outlets(connection: Connection, reading: Reading) -> None:
    names = {name for name in (reading.outlet, reading.wire) if name}
    _missing(connection, OutletRow, ("id",), [{"id": ids.digest("outlet", ids.name_key(n)), "name": n} for n in sorted(names)])


def _missing(connection: Connection, table: Any, keys: tuple[str, ...], rows: list[dict[str, Any]]) -> None:
    """Insert the rows whose keys are not there yet."""
    if not rows:
        return
    first = getattr(table, keys[0])
    columns = [getattr(table, key) for key in keys]
    known = connection.execute(select(*columns).where(first.in_([row[keys[0]] for row in rows]))).all()
    there = {tuple(row) for row in known}
    new = [row for row in rows if tuple(row[key] for key in keys) not in there]
    if new:
        connection.execute(insert(table), new)


def _changed(connection: Connection) -> None:
    bumped = update(MetaRow).where(MetaRow.key == CHANGES).values(value=MetaRow.value + 1)  # type: ignore[arg-type]
    if not connection.execute(bumped).rowcount:
        connection.execute(insert(MetaRow), [{"key": CHANGES, "value": 1}])

