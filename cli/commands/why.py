"""`onrecord why`: what the resolution of one claim rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.options import formats


@formats
def why(
    where: str | None,
    fmt: output.Format,
    claim_id: Annotated[
        str, typer.Argument(metavar="ID", help="A claim's id, or the start of it.")
    ],
) -> None:
    """\b
    Examples:
      onrecord why 3fa9c1
      onrecord why 3fa9c1 --json

    Show why a claim has its speaker, stance and chain: reasons, runner-up and the words that show
    each.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.views.why import why_row, why_view

    with open_for_reading(where) as store:
        claim = store.claims.get(claim_id)
        decided = store.decisions.select(claim.id)
        outlet = store.articles.outlet_facts().get(claim.outlet or "")
        if fmt is output.Format.HUMAN:
            output.show(why_view(claim, decided, outlet))
        else:
            output.rows(fmt, "why", [why_row(claim, decided, outlet)])
