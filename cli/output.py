"""The only writer of stdout and of the file of -o: tables for people, formats for machines; spells
no format itself."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from shutil import copyfileobj
from typing import IO, TYPE_CHECKING, Any

from claims.errors import UsageError
from cli.diagnostics import note
from cli.files import Target
from cli.formats.cells import json_text, whole
from cli.sanitise import clean

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cli.formats.flat import Row

ROWS_PER_TABLE = 2000
"""A longer list is drawn in parts, for a table has to be held as a whole."""
MAX_ROWS_ON_TERMINAL = 50


class Format(StrEnum):
    """How results are written."""

    HUMAN = "human"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"
    PARQUET = "parquet"


class State:
    """What holds for this run; with_private: whether who unnamed sources are may leave the screen."""

    color = "auto"
    target: Target | None = None
    excel_safe = with_private = False
    filters = ""


def reset() -> None:
    """Forget the settings of an earlier run in this process."""
    State.color, State.target, State.excel_safe, State.filters = "auto", None, False, ""
    State.with_private = False


def on_terminal() -> bool:
    """True where a person looks at what is written."""
    return State.target is None and sys.stdout.isatty()


def show(*renderables: RenderableType) -> None:
    """Renderables for people: coloured on a terminal, plain when piped."""
    for renderable in renderables:
        _print(renderable)


def line(raw: str = "") -> None:
    """One line of text for people, cleaned."""
    _write(clean(raw) + "\n")


def json_list(items: list[Row]) -> None:
    """A bare list, for formats of others that have no schema of ours."""
    _write(json_text([dict(item) for item in items], 2) + "\n")


def pieces(texts: Iterable[str]) -> None:
    """A document of a form that is not ours, piece by piece."""
    _write_all(texts)


def rows(fmt: Format, name: str, items: Iterable[Row]) -> int:
    """Rows in a machine format, streamed; their number."""
    from cli.formats import spelling

    count = 0

    def counted() -> Iterator[Row]:
        nonlocal count
        for count, row in enumerate(items, 1):  # noqa: B007 - the last number is the count
            yield row

    seen = counted()
    if fmt is Format.PARQUET:
        _binary(*spelling.columned(name, seen))
    elif fmt in (Format.JSON, Format.JSONL):
        _write_all(spelling.nested(fmt, name, seen))
    else:
        _write_all(spelling.flattened(fmt, name, seen, safe=State.excel_safe))
    return count


def json_line(row: Row) -> None:
    """One JSON line with its schema."""
    from cli.formats import tables

    _write_all(tables.lines([row]))


def document(content: Row) -> None:
    """One JSON document with its schema."""
    from cli.formats import tables

    _write(json_text({"schema": tables.SCHEMA, **content}, 2) + "\n")


def listing(
    fmt: Format,
    name: str,
    records: Iterator[Any],
    total: Callable[[], int],
    limit: int | None,
    row: Callable[[Any], Row],
    table: Callable[[list[Any]], RenderableType],
) -> int:
    """A list of records in the asked format; limits hold for tables on a terminal alone, and are
    said. Raises UsageError on a format that cannot be written there."""
    if fmt is not Format.HUMAN:
        count = rows(fmt, name, (row(record) for record in records))
        written(count, name)
        return count
    max_rows = most_rows(fmt, limit)
    shown = _show_tables(islice(records, max_rows), table)
    count = total() if shown == max_rows else shown
    if count > shown:
        note(f"showing {shown:,} of {count:,} {name}{State.filters}; --limit 0 for all")
    elif State.target is not None:
        written(count, name)
    else:
        note((f"{count:,} {_named(name, count)}" if count else f"no {name}") + State.filters)
    return shown


def most_rows(fmt: Format, limit: int | None) -> int | None:
    """How many rows a list shows, None for all: nothing more need be read for it."""
    usual = MAX_ROWS_ON_TERMINAL if on_terminal() else 0
    return ((usual if limit is None else limit) or None) if fmt is Format.HUMAN else None


def _show_tables(records: Iterator[Any], table: Callable[[list[Any]], RenderableType]) -> int:
    """Draws records in tables, each with its head; gives their number."""
    shown = 0
    while part := list(islice(records, ROWS_PER_TABLE)):
        show(table(part))
        shown += len(part)
    return shown


def written(count: int, name: str) -> None:
    """Says how many rows went out, where to and under which filters; a file has its name by
    then."""
    where = f" to {State.target.name}" if State.target is not None else ""
    finish()
    note(f"{count:,} {_named(name, count)} written{where}{State.filters}")


def _named(name: str, count: int) -> str:
    one = name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")
    return one if count == 1 else name


def _binary(every: Row, items: Iterable[Row]) -> None:
    """Writes Parquet; raises UsageError on a terminal, and where pyarrow is absent."""
    from cli.formats import parquet

    if on_terminal():
        raise UsageError("Parquet is binary; name a file with -o FILE, or pipe it on")
    if State.target is not None:
        parquet.write(items, every, State.target.file)
        return
    with tempfile.TemporaryFile() as file:
        parquet.write(items, every, file)
        file.seek(0)
        sys.stdout.flush()
        copyfileobj(file, sys.stdout.buffer)


def _write_all(pieces: Iterable[str]) -> None:
    for piece in pieces:
        _write(piece)


def _write(raw: str) -> None:
    data = whole(raw).encode("utf-8")
    if State.target is not None:
        State.target.file.write(data)
        return
    buffer: IO[bytes] | None = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        sys.stdout.flush()
        buffer.write(data)


def _print(renderable: RenderableType) -> None:
    from cli.console import console

    if State.target is None:
        console(State.color, terminal=on_terminal()).print(renderable)
        return
    drawn = io.StringIO()
    console("never", terminal=False, file=drawn).print(renderable)
    _write(drawn.getvalue())


def finish() -> None:
    """The file of -o takes its name; nothing happens where there is none, or it has it already.
    Raises UsageError where another file has it by now."""
    if State.target is not None:
        State.target.commit()


def flush() -> None:
    """Write out what is buffered; raises BrokenPipeError where nobody reads on."""
    finish()
    sys.stdout.flush()


def discard() -> None:
    """After an error: no half file stays behind."""
    if State.target is not None:
        State.target.discard()


def close_quietly() -> None:
    """After a broken pipe: let the interpreter's last flush find somewhere to write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
