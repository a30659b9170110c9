"""`onrecord speaker`: one speaker with every claim."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.options import formats


@formats
def speaker(
    where: str | None,
    fmt: output.Format,
    name: Annotated[str, typer.Argument(help="Whole words of any name, or an id.")],
) -> None:
    """\b
    Examples:
      onrecord speaker "Song Zhongping"
      onrecord speaker Song --jsonl

    Show one speaker and every claim in time order, with names, offices and what was said otherwise
    before.
    Several matches are listed and nothing is shown.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.speakers import changes_in, only_speaker, record_of
    from cli.rows import claim_row, speaker_page_row
    from cli.views.speakers import speaker_page

    with open_for_reading(where) as store:
        one = only_speaker(store, name)
        claims = record_of(store, one)
        if fmt not in (output.Format.HUMAN, output.Format.JSON):
            output.written(output.rows(fmt, "claims", map(claim_row, claims)), "claims")
            return
        forms, roles, changes = (
            store.speakers.forms(one.id),
            store.speakers.roles(one.id),
            changes_in(claims),
        )
        if fmt is output.Format.HUMAN:
            output.show(speaker_page(one, claims, forms, roles, changes))
        else:
            page = speaker_page_row(one, forms, roles, changes)
            output.document({"speaker": page, "claims": [claim_row(claim) for claim in claims]})
