"""`onrecord export`: the whole store in a machine format."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import UsageError
from cli import output
from cli.filter_options import filtered, sure_enough
from cli.jobs.private import PrivateNames
from cli.options import formats, private
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

Custody = Annotated[
    bool,
    typer.Option(
        "--custody",
        help="A manifest of digests, versions and origins, which `verify MANIFEST` checks.",
    ),
]
Of = Annotated[
    str | None,
    typer.Option("--of", metavar="FILE", help="With --custody: also the digest of this export."),
]

Most = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help="Write so many lines or rows at the most."),
]


@filtered
@sure_enough
@formats
@private
def export(
    where: str | None,
    fmt: Format,
    filters: Filters,
    names: PrivateNames,
    vocabulary: As = None,
    custody: Custody = False,
    of: Of = None,
    limit: Most = None,
) -> None:
    """\b
    Examples:
      onrecord export --jsonl > backup.jsonl
      onrecord export --speaker Song --csv --excel-safe -o song.csv
      onrecord export --as annotations > annotations.json
      onrecord export --custody --of backup.jsonl -o backup.custody.jsonl

    Write article lines that `add` takes back (--jsonl), one row a claim (the other formats), or
    linked data (--as; with --jsonl one node a line). --custody writes what was read, when, from where
    and with what, as digests.
    """
    if custody or of is not None:
        _custody(where, filters, fmt, of, alone=custody and vocabulary is None and limit is None)
    else:
        _claims(where, filters, fmt, names, vocabulary, limit)


def _claims(
    where: str | None, filters: Filters, fmt: Format, names: PrivateNames, vocabulary: str | None,
    limit: int | None,
) -> None:  # fmt: skip
    """Lines, rows or nodes; raises UsageError where no format is asked for."""
    from cli.jobs.open_store import open_to_hand_on

    if fmt is Format.HUMAN and vocabulary is None:
        raise UsageError(
            "export needs a format; add --jsonl, --csv, --tsv, --json, --markdown or --parquet, or -o FILE.csv"
        )
    with open_to_hand_on(where, filters) as store:
        if vocabulary is not None:
            count, name = _linked(store, filters, vocabulary, fmt, limit)
        else:
            count, name = _rows(store, filters, fmt, names, limit), "claims"
    output.written(count, name)


def _rows(
    store: Store, filters: Filters, fmt: Format, names: PrivateNames, limit: int | None
) -> int:
    """Article lines or rows; how many claims are in them."""
    from cli.jobs.export import article_lines

    if fmt is not Format.JSONL:
        claims = names.counted(store.claims.select(filters, limit=limit))
        return output.rows(fmt, "claims", map(names.row, claims))
    count = 0
    for row in islice(article_lines(store, filters, names), limit):
        output.json_line(row)
        count += len(row["attributions"])
    return count


def _linked(
    store: Store, filters: Filters, vocabulary: str, fmt: Format, limit: int | None
) -> tuple[int, str]:
    """Nodes of linked data; raises UsageError on a vocabulary or a format that there is not."""
    from cli.formats.linked import Counted, linked_document, linked_lines
    from cli.jobs.linked import VOCABULARIES, nodes

    if vocabulary not in VOCABULARIES:
        raise UsageError(f"--as: {vocabulary!r} is none of {', '.join(VOCABULARIES)}")
    if fmt not in (Format.HUMAN, Format.JSON, Format.JSONL):
        raise UsageError(f"--as {vocabulary} is JSON; leave out --{fmt}, or say --jsonl")
    chosen = VOCABULARIES[vocabulary]
    count = Counted(islice(nodes(store, filters, chosen), limit))
    spell = linked_lines if fmt is Format.JSONL else linked_document
    output.pieces(spell(chosen.envelope, count))
    return count.seen, chosen.name


def _custody(
    where: str | None, filters: Filters, fmt: Format, of: str | None, *, alone: bool
) -> None:
    """The manifest; raises UsageError where something else is asked for besides."""
    from cli.jobs.custody import manifest_lines
    from cli.jobs.open_store import open_to_hand_on
    from cli.paths import regular_file

    if not alone:
        raise UsageError(
            "--of goes with --custody, and --custody with neither --as nor --limit; say which one"
        )
    if fmt not in (Format.HUMAN, Format.JSON, Format.JSONL):
        raise UsageError(f"--custody is JSON, a line for each article; leave out --{fmt}")
    if of is not None:
        regular_file(of)
    count = 0

    def counted(pieces: Iterator[str]) -> Iterator[str]:
        nonlocal count
        for count, piece in enumerate(pieces):  # noqa: B007 - the first and the last are no article's
            yield piece

    with open_to_hand_on(where) as store:
        output.pieces(counted(manifest_lines(store, filters, of)))
    output.written(count - 1, "articles")
