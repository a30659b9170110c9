"""The columns of every table as statements need them, from the classes that declare them;
`python -m tests.plain_tables` writes them down."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Float, Integer, LargeBinary, Table, Text
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from store.tables.declared import ROWS

FILE = Path(__file__).resolve().parent.parent / "store" / "tables" / "plain_columns.py"
KINDS: dict[type[Any], str] = {
    AutoString: "str", Text: "text", Boolean: "bool", Integer: "int", BigInteger: "bigint", Float: "float",
    JSON: "json", UTCDateTime: "time", LargeBinary: "bytes",
}  # fmt: skip
FIRST_LINES = '''"""Every table with its columns; made by `python -m tests.plain_tables` from the classes beside.

A column is its name and kind: ! of the key, !! of a key that is always given, ? may be empty, = what stands there
where nothing is given.
"""

from __future__ import annotations

COLUMNS = {
'''


def told(column: Column[Any]) -> str:
    """One column in a word."""
    kind = KINDS.get(type(column.type)) or "str"
    if isinstance(column.type, JSON) and column.type.none_as_null:
        kind = "json0"
    key = ("!!" if column.autoincrement is False else "!") if column.primary_key else ""
    default: Any = column.default
    given = f"={default.arg!r}" if default is not None else ""
    return f"{column.name}:{kind}{key}{'?' if column.nullable else ''}{given}"


def script() -> str:
    """The module as it has to be."""
    lines = []
    for row in ROWS:
        table: Table = row.__table__  # type: ignore[attr-defined]
        words = [told(column) for column in table.columns]
        assert not [word for word in words if re.search(r"\s", word)]
        told_in = [f'"{line}"' for line in _lines(words)]
        if len(told_in) == 1:
            lines.append(f'    "{row.__name__}": {told_in[0]},')
        else:
            lines += [
                f'    "{row.__name__}": (',
                *(f"        {line}" for line in told_in),
                "    ),",
            ]
    return FIRST_LINES + "\n".join(lines) + "\n}\n"


def _lines(words: list[str]) -> list[str]:
    """The words in lines."""
    out = [""]
    for word in words:
        if len(out[-1]) + len(word) > 88:
            out.append("")
        out[-1] += word + " "
    return [*out[:-1], out[-1].rstrip()]


if __name__ == "__main__":
    FILE.write_text(script(), encoding="utf-8")
