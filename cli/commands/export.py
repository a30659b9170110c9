"""`onrecord export`: the whole store in a machine format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import UsageError
from cli import output
from cli.jobs.private import PrivateNames
from cli.options import MinConfidence, at_least, filtered, formats, private
from cli.output import Format
from store.records import Filters

if TYPE_CHECKING:
    from store import Store

As = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="VOCABULARY",
        help="annotations (W3C Web Annotation) or jsonld (schema.org).",
    ),
]


@filtered
@formats
@private
def export(
    where: str | None,
    fmt: Format,
    filters: Filters,
    names: PrivateNames,
    min_confidence: MinConfidence = None,
    vocabulary: As = None,
) -> None:
    """\b
    Examples:
      onrecord export --jsonl > backup.jsonl
      onrecord export --speaker Song --csv --excel-safe -o song.csv
      onrecord export --as annotations > annotations.json

    Write article lines that `add` takes back (--jsonl), one row a claim (the other formats), or
    linked data (--as; with --jsonl one node a line).
    """
    from cli.jobs.open_store import open_for_reading

    if fmt is Format.HUMAN and vocabulary is None:
        raise UsageError(
            "export needs a format; add --jsonl, --csv, --tsv, --json, --markdown or --parquet, or -o FILE.csv"
        )
    filters = at_least(filters, min_confidence)
    with open_for_reading(where) as store:
        if vocabulary is not None:
            count, name = _linked(store, filters, vocabulary, fmt)
        else:
            count, name = _rows(store, filters, fmt, names), "claims"
    output.written(count, name)


def _rows(store: Store, filters: Filters, fmt: Format, names: PrivateNames) -> int:
    """Article lines or rows; how many claims are in them."""
    from cli.jobs.export import article_lines

    if fmt is not Format.JSONL:
        claims = names.counted(store.claims.select(filters))
        return output.rows(fmt, "claims", map(names.row, claims))
    count = 0
    for row in article_lines(store, filters, names):
        output.json_line(row)
        count += len(row["attributions"])
    return count


def _linked(store: Store, filters: Filters, vocabulary: str, fmt: Format) -> tuple[int, str]:
    """Nodes of linked data; raises UsageError on a vocabulary or a format that there is not."""
    from cli.formats.linked import Counted, linked_document, linked_lines
    from cli.jobs.linked import VOCABULARIES, nodes

    if vocabulary not in VOCABULARIES:
        raise UsageError(f"--as: {vocabulary!r} is none of {', '.join(VOCABULARIES)}")
    if fmt not in (Format.HUMAN, Format.JSON, Format.JSONL):
        raise UsageError(f"--as {vocabulary} is JSON; leave out --{fmt}, or say --jsonl")
    chosen = VOCABULARIES[vocabulary]
    count = Counted(nodes(store, filters, chosen))
    spell = linked_lines if fmt is Format.JSONL else linked_document
    output.pieces(spell(chosen.envelope, count))
    return count.seen, chosen.name
