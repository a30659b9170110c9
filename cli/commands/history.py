"""`onrecord history`: who decided what on a claim, an article or a speaker."""

from __future__ import annotations

from itertools import starmap
from typing import Annotated

import typer

from cli import diagnostics, output
from cli.jobs.private import PrivateNames
from cli.options import formats, private

Id = Annotated[
    str, typer.Argument(metavar="ID", help="A claim's or an article's id, or the start of it.")
]


@formats
@private
def history(where: str | None, fmt: output.Format, id: Id, names: PrivateNames) -> None:
    """\b
    Examples:
      onrecord history 3fa9c1
      onrecord history 3fa9c1 --json

    Show every judgement on a claim, oldest first, with who made it; those taken back are kept and
    marked.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.reviewing import article_of, subject
    from cli.rows.decisions import judgement_row
    from cli.views.review import history_table

    with open_for_reading(where) as store:
        subject_id = subject(store, id)
        decisions = store.decisions.history([subject_id])
        names.count = sum(d.private for d, _ in decisions) if names.asked else 0
        body = article_of(store, subject_id).text
    if fmt is not output.Format.HUMAN:
        output.rows(fmt, "decisions", starmap(judgement_row, decisions))
    elif decisions:
        output.show(history_table(decisions, body))
    else:
        diagnostics.note(f"{id}: nobody has decided on it; see `onrecord review {id} --help`")
