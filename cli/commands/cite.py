"""`onrecord cite`: claims as lines to cite."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.errors import UsageError
from cli import output
from cli.jobs.private import PrivateNames
from cli.options import private, to_file

Ids = Annotated[
    list[str], typer.Argument(metavar="ID...", help="Ids of claims, or their beginnings.")
]
Markdown = Annotated[bool, typer.Option("--markdown", help="A line of Markdown, with the link.")]
CslJson = Annotated[
    bool, typer.Option("--csl-json", help="For Zotero and other reference managers.")
]


@to_file
@private
def cite(
    where: str | None,
    ids: Ids,
    names: PrivateNames,
    markdown: Markdown = False,
    csl_json: CslJson = False,
) -> None:
    """\b
    Examples:
      onrecord cite 3fa9c1
      onrecord cite 3fa9c1 77d0b2 --csl-json -o claims.json

    Print one citation a claim: speaker, words, through whom, outlet, date and link.
    """
    from cli.jobs.open_store import open_to_hand_on, the_claim
    from cli.views.citation import citation, csl_item, markdown_citation

    if markdown and csl_json:
        raise UsageError("--markdown and --csl-json exclude each other; choose one")
    with open_to_hand_on(where) as store:
        claims = list(names.counted(the_claim(store, id) for id in ids))
        if csl_json:
            output.json_list([csl_item(claim, private=names.asked) for claim in claims])
        else:
            for claim in claims:
                line = markdown_citation if markdown else citation
                output.line(line(claim, private=names.asked))
