"""What is kept of claims to be counted, as columns of numbers: so many claims a row of the database, each in the place
that its number gives it."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping
from functools import lru_cache

PLACES = 165
"""Of a row, so that it fills one of SQLite's pages."""
CODED = ("stance", "kind", "saying", "label")
"""Words whose values are few, so that a byte stands for each."""
KINDS = {f"{word}s": "B" for word in CODED} | {"days": "I", "outlets": "q", "speakers": "q"}
"""Columns, and what numbers each holds."""
NOTHING = (0,) * len(KINDS)
"""In the place of no claim; no value has the code 0, and an outlet or a speaker that is 0 is none."""
_PARTS = 101
"""Of a year, and of a month: two digits, or none."""
Block = dict[str, "array[int]"]


def empty_block() -> Block:
    """A row's columns without any claim."""
    return {name: array(kind, [0] * PLACES) for name, kind in KINDS.items()}


def block_of(row: Mapping[str, bytes]) -> Block:
    """The columns of a row; none where one of them has another length, so that what is missing is seen."""
    if any(len(row[name]) != PLACES * array(kind).itemsize for name, kind in KINDS.items()):
        return empty_block()
    return {name: _numbers(kind, row[name]) for name, kind in KINDS.items()}


def row_of(number: int, block: Block) -> dict[str, int | bytes]:
    """The row of columns, all of them written in the same order of bytes on every machine."""
    return {"block": number} | {
        name: _ordered(values[:]).tobytes() for name, values in block.items()
    }


def joined(name: str, columns: Iterable[bytes]) -> bytes | array[int]:
    """One column of several rows, one row after the other."""
    every = b"".join(columns)
    return every if KINDS[name] == "B" else _numbers(KINDS[name], every)


def _numbers(kind: str, column: bytes) -> array[int]:
    values = array(kind)
    values.frombytes(column)
    return _ordered(values)


def _ordered(values: array[int]) -> array[int]:
    if sys.byteorder == "big":
        values.byteswap()
    return values


@lru_cache(maxsize=4096)
def code_of_day(day: str) -> int:
    """A number for a day, or as much of one as is known, that sorts as it does; 0 for none."""
    if not day:
        return 0
    year, month, day_of_month = (*map(int, day.split("-")), -1, -1)[:3]
    return ((year + 1) * _PARTS + month + 1) * _PARTS + day_of_month + 1
