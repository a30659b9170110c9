"""`onrecord extract`: articles in, one JSON line an article out, no store."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from cli import diagnostics, output
from cli.jobs.choice import Choice
from cli.options import to_file
from cli.reading_options import Paths, reads, takes_input

WithText = Annotated[
    bool,
    typer.Option(
        "--with-text",
        help="Also text, title, url and published, so that `add` takes the line back.",
    ),
]


@to_file
@reads
@takes_input
def extract(
    choice: Choice,
    told: dict[str, Any],
    paths: Paths,
    with_text: WithText = False,
) -> None:
    """\b
    Examples:
      onrecord extract article.txt
      onrecord extract page.html --with-text
      onrecord extract https://gazette.example/harbour/bridge
      cat articles.jsonl | onrecord extract - > claims.jsonl
      onrecord extract news/ --model accurate --min-confidence 0.8

    Print one JSON line an article with every attribution; nothing is stored.
    """
    from claims.read.roundtrip import reading_line
    from cli.jobs.extract import readings

    try:
        for reading in readings(paths, choice, **told):
            output.json_line(reading_line(reading, with_text=with_text))
    except KeyboardInterrupt:
        output.flush()
        diagnostics.error(
            "interrupted; the finished articles are printed; run the same command again on the rest",
            diagnostics.Exit.INTERRUPTED,
        )
