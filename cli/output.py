"""The only writer of stdout: tables for people, JSON, JSONL, CSV, TSV for machines; decides nothing else."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from rich.console import Console, RenderableType

from cli.diagnostics import note
from cli.sanitise import clean

SCHEMA = 1
Row = Mapping[str, Any]


class Format(StrEnum):
    """How results are written."""

    HUMAN = "human"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"


class State:
    """The colour setting of this run."""

    color = "auto"


def on_terminal() -> bool:
    """True where a person looks at stdout."""
    return sys.stdout.isatty()


def show(*renderables: RenderableType) -> None:
    """Renderables for people: coloured on a terminal, plain when piped."""
    for renderable in renderables:
        _console().print(renderable)


def line(raw: str = "") -> None:
    """One line of text for people, cleaned."""
    _write(clean(raw) + "\n")


def rows(fmt: Format, name: str, items: Iterable[Row]) -> int:
    """Rows in a machine format, streamed where the format allows it; their number."""
    if fmt is Format.JSON:
        listed = list(items)
        _write(json.dumps({"schema": SCHEMA, name: [dict(row) for row in listed]}, ensure_ascii=False, indent=2) + "\n")
        return len(listed)
    if fmt in (Format.CSV, Format.TSV):
        return _separated(items, "," if fmt is Format.CSV else "\t")
    return sum(_json_line(row) for row in items)


def json_line(row: Row) -> None:
    """One JSON line with its schema."""
    _json_line(row)


def document(content: Row) -> None:
    """One JSON document with its schema."""
    _write(json.dumps({"schema": SCHEMA, **content}, ensure_ascii=False, indent=2) + "\n")


def listing(
    fmt: Format,
    name: str,
    records: Iterator[Any],
    total: Callable[[], int],
    limit: int | None,
    row: Callable[[Any], Row],
    table: Callable[[list[Any]], RenderableType],
) -> int:
    """A list of records in the asked format; limits hold for tables on a terminal alone, and are said."""
    if fmt is not Format.HUMAN:
        return rows(fmt, name, (row(record) for record in records))
    cut = (50 if limit is None else limit) if on_terminal() or limit is not None else 0
    shown = [record for _, record in zip(range(cut), records, strict=False)] if cut else list(records)
    if shown:
        show(table(shown))
    whole = total() if cut and len(shown) == cut else len(shown)
    if whole > len(shown):
        note(f"showing {len(shown):,} of {whole:,}; --limit 0 for all")
    elif not shown:
        note(f"no {name}")
    return len(shown)


def _json_line(row: Row) -> int:
    whole = row if "schema" in row else {"schema": SCHEMA, **row}
    _write(json.dumps(whole, ensure_ascii=False) + "\n")
    return 1


def _separated(items: Iterable[Row], separator: str) -> int:
    count = 0
    for row in items:
        buffer = io.StringIO()
        writer = csv.writer(buffer, delimiter=separator, lineterminator="\n")
        if not count:
            writer.writerow(row)
        writer.writerow([_cell(value) for value in row.values()])
        _write(buffer.getvalue())
        count += 1
    return count


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(value, ensure_ascii=False)
    # A spreadsheet runs a cell that begins like a formula; article text is not ours to trust.
    raw = clean(str(value))
    return "'" + raw if isinstance(value, str) and raw[:1] in ("=", "+", "-", "@") else raw


def _write(raw: str) -> None:
    data = raw.encode("utf-8", "replace")
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        sys.stdout.flush()
        buffer.write(data)


def _console() -> Console:
    terminal = on_terminal()
    setting = State.color
    forced = setting == "always" or (setting == "auto" and bool(os.environ.get("FORCE_COLOR")))
    plain = setting == "never" or (setting == "auto" and not forced and (not terminal or "NO_COLOR" in os.environ))
    width = None if terminal or os.environ.get("COLUMNS") else 120
    return Console(
        markup=False,
        highlight=False,
        emoji=False,
        force_terminal=True if forced else None,
        no_color=plain or None,
        color_system=None if plain else "auto",
        width=width,
        soft_wrap=False,
    )


def flush() -> None:
    """Write out what is buffered; raises BrokenPipeError where nobody reads on."""
    sys.stdout.flush()


def close_quietly() -> None:
    """After a broken pipe: let the interpreter's last flush find somewhere to write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
