"""What a view answers with, before anybody knows in which format: each part is made when it is asked
for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cli.rows.claims import claim_row
from store.records import ClaimRecord

if TYPE_CHECKING:
    from cli.web.asked import Asked

Row = Mapping[str, Any]
ROWS_A_READ = 200


@dataclass(frozen=True)
class Rows:
    """A list as a file of rows: its name among lists, and all of its rows, read as they are written."""

    name: str
    rows: Iterable[Row]


@dataclass(frozen=True)
class Answer:
    """One view's content."""

    page: Callable[[], Mapping[str, Any]]
    """What its template shows."""
    data: Callable[[], Row]
    """Its JSON, without the number of the schema."""
    rows: Callable[[], Rows] | None = None
    """Its CSV, where it is a list."""
    nodes: Callable[[], Iterable[Row]] | None = None
    """Its schema.org nodes, where it is a claim or an article."""


def page_of(records: Sequence[Any], limit: int) -> tuple[list[Any], str | None]:
    """The records of a page, of which one more than the limit was read, and the id behind which the
    next page begins; None where this is the last."""
    shown = list(records[:limit])
    return shown, _id(shown[-1]) if len(records) > limit else None


def _id(record: Any) -> str:
    return str(getattr(record, "id", None) or record.name)


def in_pages(read: Callable[[str | None], Sequence[Any]]) -> Iterable[Any]:
    """Every record of a list that is read by pages of ROWS_A_READ behind an id: a reader who takes
    long holds no transaction open."""
    after: str | None = None
    while True:
        page = read(after)
        yield from page
        if len(page) < ROWS_A_READ:
            return
        after = _id(page[-1])


def claims_after(asked: Asked, after: str | None, limit: int) -> list[ClaimRecord]:
    """So many claims of the list that was asked for, behind a claim."""
    return asked.store.claims.page(
        asked.filters, by=asked.sort, reverse=asked.reverse, after=after, limit=limit
    )


def every_claim(asked: Asked) -> Rows:
    """All claims of a list, in its order."""
    claims = in_pages(lambda after: claims_after(asked, after, ROWS_A_READ))
    return Rows("claims", map(claim_row, claims))
