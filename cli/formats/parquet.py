"""Parquet through pyarrow, an extra: typed columns, row groups as the rows come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import IO, Any

from claims.errors import UsageError
from cli.formats.cells import whole

ROWS_PER_GROUP = 10_000
"""Rows a row group."""


def write(rows: Iterable[Mapping[str, Any]], specimen: Mapping[str, Any], file: IO[bytes]) -> None:
    """Writes rows whose columns and types are those of the specimen; raises UsageError where
    pyarrow is absent."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise UsageError(
            "Parquet needs pyarrow, an extra; run `pip install 'onrecord[parquet]'`, or choose --csv or --jsonl"
        ) from None
    schema = pa.schema([(name, _type(pa, name, value)) for name, value in specimen.items()])
    with pq.ParquetWriter(file, schema) as writer:
        for group in _groups(iter(rows)):
            columns = [
                pa.array([_fit(row.get(f.name), specimen[f.name]) for row in group], f.type)
                for f in schema
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))


def _groups(rows: Iterator[Mapping[str, Any]]) -> Iterator[Sequence[Mapping[str, Any]]]:
    while group := list(islice(rows, ROWS_PER_GROUP)):
        yield group


def _type(pa: Any, name: str, value: Any) -> Any:
    if isinstance(value, list | tuple):
        numbers = name.endswith(("_start", "_end"))
        return pa.list_(pa.int64() if numbers else pa.string())
    plain = {bool: pa.bool_(), int: pa.int64(), float: pa.float64()}
    return plain.get(type(value), pa.string())


def _fit(value: Any, like: Any) -> Any:
    """The value as its column holds it; what does not fit a text is written as JSON."""
    if value is None:
        return None
    if isinstance(like, list | tuple):
        return [_text(item) if not isinstance(item, int) else item for item in value]
    return value if isinstance(like, bool | int | float) else _text(value)


def _text(value: Any) -> Any:
    if value is None:
        return None
    return whole(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
