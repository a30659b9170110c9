"""Keeps what is counted of claims in blocks too, many claims a row: what passes a filter of a large store is counted
over these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from store.database.rows import insert_rows, put_rows
from store.mapping.claim_blocks import (
    CODED,
    NOTHING,
    PLACES,
    Block,
    block_of,
    code_of_day,
    empty_block,
    row_of,
)
from store.tables import ClaimBlockRow, ValueCodeRow
from store.tables.columns import col, table_of

_BLOCKS_A_STATEMENT = 200
Kept = tuple[Any, ...]
"""What is kept of a claim: the columns of ClaimValueRow."""
_CODED = slice(4, 8)
_Codes = dict[tuple[str, str], int]


def enter(connection: Connection, rows: Sequence[Kept], gone: Sequence[int] = ()) -> None:
    """Puts what is kept of claims in their places, and nothing in those of claims that are gone."""
    codes = _codes(connection)
    sets = {row[_CODED] for row in rows}
    new = sorted({value for one in sets for value in zip(CODED, one, strict=True)} - codes.keys())
    for word, value in new:
        codes[word, value] = 1 + sum(of == word for of, _ in codes)
    coded = [{"word": word, "value": value, "code": codes[word, value]} for word, value in new]
    insert_rows(connection, ValueCodeRow, coded)
    sought = dict.fromkeys(gone, NOTHING) | _numbers(rows, codes)
    for blocks in _blocks(connection, sought):
        for _, block, place, values in _places(blocks, sought):
            for column, number in zip(block.values(), values, strict=True):
                column[place] = number
        full = {at: block for at, block in blocks.items() if any(block["kinds"])}
        put_rows(connection, ClaimBlockRow, [row_of(at, block) for at, block in full.items()])
        if empty := blocks.keys() - full.keys():
            connection.execute(delete(ClaimBlockRow).where(col(ClaimBlockRow.block).in_(empty)))


def unlike_in_blocks(connection: Connection, rows: Iterable[Kept]) -> set[int]:
    """The numbers of these claims in whose places something else stands."""
    sought = _numbers(rows, _codes(connection))
    return {
        number
        for blocks in _blocks(connection, sought)
        for number, block, place, values in _places(blocks, sought)
        if tuple(column[place] for column in block.values()) != values
    }


def claims_in_blocks(connection: Connection) -> int:
    """How many claims stand in the blocks."""
    columns = connection.execute(select(col(ClaimBlockRow.kinds))).scalars()
    return sum(PLACES - bytes(one).count(0) for one in columns)


def _codes(connection: Connection) -> _Codes:
    """The number of each value that claims have had."""
    row = table_of(ValueCodeRow)
    rows = connection.execute(select(row.c.word, row.c.value, row.c.code))
    return {(word, value): code for word, value, code in rows}


def _numbers(rows: Iterable[Kept], codes: _Codes) -> dict[int, tuple[int, ...]]:
    """What is to stand in the places of claims, by number."""
    found, known = {}, dict[Kept, tuple[int, ...]]()
    for row in rows:
        values = row[_CODED]
        if values not in known:
            known[values] = tuple(codes.get(one, 0) for one in zip(CODED, values, strict=True))
        found[row[0]] = (*known[values], code_of_day(row[3]), row[2] or 0, row[1] or 0)
    return found


def _places(
    blocks: dict[int, Block], sought: dict[int, tuple[int, ...]]
) -> Iterator[tuple[int, Block, int, tuple[int, ...]]]:
    """Of the numbers that belong into these blocks, each with its block and place, and what is to stand there."""
    for number, values in sought.items():
        at, place = divmod(number, PLACES)
        if at in blocks:
            yield number, blocks[at], place, values


def _blocks(connection: Connection, numbers: Iterable[int]) -> Iterator[dict[int, Block]]:
    """The blocks in which claims of these numbers stand, some at a time; new ones where there are none."""
    asked = sorted({number // PLACES for number in numbers})
    table = table_of(ClaimBlockRow)
    for first in range(0, len(asked), _BLOCKS_A_STATEMENT):
        some = asked[first : first + _BLOCKS_A_STATEMENT]
        rows = connection.execute(select(table).where(table.c.block.in_(some))).mappings()
        held = {row["block"]: block_of(row) for row in rows}  # type: ignore[arg-type]
        yield {at: held.get(at) or empty_block() for at in some}
