"""`onrecord changes`: what later editions of an article did to its claims."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from cli import diagnostics, output
from cli.options import formats

if TYPE_CHECKING:
    from cli.rows.editions import Edition


@formats
def changes(
    where: str | None,
    fmt: output.Format,
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="An article's id, name or path.")
    ],
) -> None:
    """\b
    Examples:
      onrecord changes morning/ferry.txt
      onrecord changes 3fa9c1 --json

    List the claims that each later edition of an article added, dropped or changed, with the words
    of both side by side; kept is one that a person decided on.
    """
    from cli.jobs.editions import editions
    from cli.jobs.open_store import open_for_reading
    from cli.rows.articles import edition_change_row
    from cli.views.articles import edition_tables

    with open_for_reading(where) as store:
        found = editions(store, store.articles.get(article))
        if fmt is not output.Format.HUMAN:
            rows = (edition_change_row(e, change) for e in found for change in e.changes or ())
            output.rows(fmt, "changes", rows)
        elif found:
            output.show(edition_tables(found))
    _tell(found)


def _tell(found: list[Edition]) -> None:
    from cli.rows.editions import OUTCOMES

    counts = Counter(change.outcome for edition in found for change in edition.changes or ())
    said = ", ".join(f"{counts[word]:,} {word}" for word in OUTCOMES)
    diagnostics.note(said if found else "there is one edition of this article alone")
