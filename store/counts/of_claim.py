"""What is counted of each claim that stands: added up by article, and kept of each by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select

from store.counts.blocks import enter, unlike_in_blocks
from store.database.rows import put_rows
from store.database.search import words_of_claim
from store.queries.ids import number_of
from store.queries.values import DAY_CHARS, LABELS_APART
from store.speakers.bearer import EFFECTIVE_SPEAKER
from store.tables import (
    ArticleRow,
    ClaimRow,
    ClaimValueRow,
    PropositionClaimRow,
    PropositionRow,
    SpeakerRow,
)
from store.tables.columns import col, table_of

WORDS = ("stance", "kind", "saying")
"""Filter words whose values are columns of a claim."""
_NUMBERS_A_STATEMENT = 5_000


class Standing(NamedTuple):
    """A claim that stands, its article, and its values."""

    number: int
    article_id: str
    outlet_id: str | None
    published_key: str
    speaker_id: str | None
    """Who is shown as its speaker."""
    stance: str
    kind: str
    saying: str
    labels: tuple[str, ...]
    words: str | None
    """Those kept beside the values."""


def standing(connection: Connection, articles: Sequence[str]) -> list[Standing]:
    """The claims that stand in articles which are there."""
    of_these = col(ClaimRow.article_id).in_(articles)
    labels: dict[int, list[str]] = defaultdict(list)
    for number, label in connection.execute(_labels().where(of_these)):
        labels[number].append(label)
    query = (
        select(
            col(ClaimRow.number), col(ArticleRow.id), col(ArticleRow.outlet_id), col(ArticleRow.published_key),
            col(SpeakerRow.canonical_id), *(col(getattr(ClaimRow, word)) for word in WORDS),
            words_of_claim(connection.dialect.name),
        )
        .select_from(ClaimRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(SpeakerRow, col(SpeakerRow.id) == EFFECTIVE_SPEAKER, isouter=True)
        .where(of_these, col(ClaimRow.vanished).is_(False))
    )  # fmt: skip
    rows = connection.execute(query).all()
    return [Standing(*(*row[:-1], tuple(sorted(labels.get(row[0], ()))), row[-1])) for row in rows]


def _labels() -> Any:
    proposition = col(PropositionRow.id) == col(PropositionClaimRow.proposition_id)
    return (
        select(col(ClaimRow.number), col(PropositionRow.label))
        .select_from(ClaimRow)
        .join(PropositionClaimRow, col(PropositionClaimRow.claim_id) == col(ClaimRow.id))
        .join(PropositionRow, proposition)
    )


def keep(connection: Connection, articles: Sequence[str], claims: Iterable[Standing]) -> None:
    """Keeps of the claims of articles those that stand now; claims are these. A claim that is no more was let go
    with its row."""
    before, after = kept(connection, articles), {row[0]: row for row in map(_row, claims)}
    let_go(connection, [*before.keys() - after.keys()])
    columns = table_of(ClaimValueRow).columns.keys()
    new = [row for number, row in after.items() if before.get(number) != row]
    put_rows(connection, ClaimValueRow, [dict(zip(columns, row, strict=True)) for row in new])
    if new:
        enter(connection, new)


def unlike(connection: Connection, articles: Sequence[str], claims: Iterable[Standing]) -> int:
    """Of how many claims of the articles what is kept is something else; claims are those that stand."""
    here, rows = set(kept(connection, articles).values()), set(map(_row, claims))
    return len({row[0] for row in here ^ rows} | unlike_in_blocks(connection, rows))


def let_go(connection: Connection, numbers: Sequence[int]) -> None:
    """Lets the rows of claims go."""
    for at in range(0, len(numbers), _NUMBERS_A_STATEMENT):
        some = numbers[at : at + _NUMBERS_A_STATEMENT]
        connection.execute(delete(ClaimValueRow).where(col(ClaimValueRow.number).in_(some)))
        enter(connection, (), some)


def kept(connection: Connection, articles: Sequence[str]) -> dict[int, tuple[Any, ...]]:
    """What is kept of the claims that these articles hold now, by number."""
    # Not joined: until SQLite takes stock of a table it may go through all of it rather than look these up.
    theirs = select(col(ClaimRow.number)).where(col(ClaimRow.article_id).in_(articles))
    query = select(table_of(ClaimValueRow)).where(col(ClaimValueRow.number).in_(theirs))
    rows = connection.execute(query)
    return {row[0]: tuple(row) for row in rows}


def _row(claim: Standing) -> tuple[Any, ...]:
    speaker, outlet = (id and number_of(id) for id in (claim.speaker_id, claim.outlet_id))
    values = (claim.stance, claim.kind, claim.saying, LABELS_APART.join(claim.labels))
    return claim.number, speaker, outlet, claim.published_key[:DAY_CHARS], *values, claim.words
