"""`onrecord split`: one speaker that is two."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.errors import UsageError
from cli import output
from cli.options import Note, SpeakerName

_ARTICLE = typer.Option(
    "--article", metavar="ARTICLE", help="Article (doc or id) in which the name is another's."
)


def split(
    where: str | None,
    name: SpeakerName,
    forms: Annotated[
        list[str] | None, typer.Argument(metavar="[FORM]...", help="Names that are another's.")
    ] = None,
    article: Annotated[list[str] | None, _ARTICLE] = None,
    note: Note = "",
) -> None:
    """\b
    Examples:
      onrecord split "Ana Reyes" "A. Reyes"
      onrecord split "John Smith" --article court.txt --article trial.txt

    Say that a name, or a name in some articles, is another speaker's. No re-run overrules it.
    """
    if bool(forms) == bool(article):
        raise UsageError("say what is parted: other names, or articles with --article")
    from cli.jobs import speaker_decisions
    from cli.jobs.open_store import open_for_reading

    with open_for_reading(where) as store:
        if article:
            output.line(speaker_decisions.split_articles(store, name, article, note))
        else:
            output.line(speaker_decisions.split_names(store, name, forms or [], note))
