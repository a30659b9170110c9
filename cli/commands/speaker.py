"""`onrecord speaker`: one speaker with every claim."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.options import formats


@formats
def speaker(
    where: str | None, fmt: output.Format, name: Annotated[str, typer.Argument(help="Whole words of the name.")]
) -> None:
    """\b
    Examples:
      onrecord speaker "Song Zhongping"
      onrecord speaker Song --jsonl

    Show one speaker and every claim; several matches are listed and nothing is shown.
    """
    from cli.jobs.opening import open_for_reading
    from cli.jobs.speakers import only_speaker
    from cli.rows import claim_row
    from cli.views.claims import speaker_page
    from store.records import Filters

    with open_for_reading(where) as store:
        one = only_speaker(store, name)
        claims = [
            claim
            for claim in store.claims(Filters(speaker=(one.name,)))
            if claim.speaker_id == one.id or one.name in claim.members
        ]
        if fmt is output.Format.HUMAN:
            output.show(speaker_page(one, claims))
        else:
            output.written(output.rows(fmt, "claims", map(claim_row, claims)), "claims")
