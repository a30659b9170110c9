"""`onrecord copy`: a store moved into another database."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.diagnostics import Exit
from cli.views.cells import counted

From = Annotated[str, typer.Argument(metavar="FROM", help="The store: a file or a database URL.")]
To = Annotated[
    str, typer.Argument(metavar="TO", help="A new file, or an empty database by its URL.")
]


def copy(where: str | None, source: From, target: To) -> None:
    """\b
    Examples:
      onrecord copy my.db postgresql://user@host/news
      onrecord copy postgresql://user@host/news archive.db

    Copy a whole store into another file or database, between SQLite and PostgreSQL too, and compare
    every row. What holds rows already is refused; interrupted, nothing of it is kept.
    """
    from cli.jobs.copying import copied

    if where is not None:
        raise UsageError("copy names both stores itself, as FROM and TO; leave out --store")
    try:
        rows = copied(source, target)
    except KeyboardInterrupt:
        diagnostics.error(
            "interrupted; nothing was copied, run the same command again", Exit.INTERRUPTED
        )
        return
    for table, count in rows.items():
        output.line(f"{count:>11,} {table}")
    whole = counted(sum(rows.values()), "row")
    diagnostics.note(f"{whole} copied, each read again and compared")
