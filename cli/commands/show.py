"""`onrecord show`: one claim in its context."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.jobs.private import PrivateNames
from cli.options import formats, private


@formats
@private
def show(
    where: str | None,
    fmt: output.Format,
    names: PrivateNames,
    claim_id: Annotated[
        str, typer.Argument(metavar="ID", help="A claim's id, or the start of it.")
    ],
) -> None:
    """\b
    Examples:
      onrecord show 3fa9c1
      onrecord show 3fa9c1 --json

    Show a claim in its paragraph, with cue, source and chain.
    """
    from cli.jobs.open_store import open_for_reading, the_claim
    from cli.views.claims import claim_context

    with open_for_reading(where) as store:
        (claim,) = names.counted([the_claim(store, claim_id)])
        if fmt is output.Format.HUMAN:
            output.show(claim_context(claim, store.articles.get(claim.article_id)))
        else:
            output.rows(fmt, "claims", [names.row(claim)])
