"""`onrecord speaker`: one speaker with every claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli import output
from cli.options import formats

if TYPE_CHECKING:
    from store import Store
    from store.records import ClaimRecord, SpeakerRecord


@formats
def speaker(
    where: str | None,
    fmt: output.Format,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whole words of any name, or an id.")],
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
    from cli.jobs.speakers import only_speaker, record_of
    from cli.rows.claims import claim_row

    with open_for_reading(where) as store:
        record = only_speaker(store, name)
        claims = record_of(store, record)
        if fmt in (output.Format.HUMAN, output.Format.JSON):
            _show(store, record, claims, fmt)
        else:
            output.written(output.rows(fmt, "claims", map(claim_row, claims)), "claims")


def _show(
    store: Store, record: SpeakerRecord, claims: list[ClaimRecord], fmt: output.Format
) -> None:
    from cli.jobs.speakers import changes_in
    from cli.rows.claims import claim_row
    from cli.rows.speakers import speaker_page_row
    from cli.views.speakers import speaker_page

    forms, roles = store.speakers.forms(record.id), store.speakers.roles(record.id)
    changes = changes_in(claims)
    if fmt is output.Format.HUMAN:
        output.show(speaker_page(record, claims, forms, roles, changes))
    else:
        page = speaker_page_row(record, forms, roles, changes)
        output.document({"speaker": page, "claims": [claim_row(claim) for claim in claims]})
