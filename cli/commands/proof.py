"""`onrecord proof`: is what a draft quotes and attributes on record?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import diagnostics, output
from cli.filter_options import limits_record
from cli.jobs.pipelines import Choice
from cli.options import formats
from cli.reading_options import reads, takes_input
from store.records import Filters

if TYPE_CHECKING:
    from cli.jobs.proof import Proof
    from cli.rows.proof import FindingLine

Drafts = Annotated[
    list[str],
    typer.Argument(
        metavar="DRAFT...", help="Drafts of any format that `add` reads, or - for stdin."
    ),
]
ExitCode = Annotated[
    bool,
    typer.Option(
        "--exit-code",
        help="Exit with 1 when anything is neither verbatim, harmless nor in agreement.",
    ),
]


@formats
@limits_record
@reads
@takes_input
def proof(
    where: str | None,
    fmt: output.Format,
    filters: Filters,
    choice: Choice,
    told: dict[str, Any],
    drafts: Drafts,
    exit_code: ExitCode = False,
) -> None:
    """\b
    Examples:
      onrecord proof draft.docx
      onrecord proof summary.md --jsonl
      onrecord proof drafts/ --until 2026-05 --exit-code
      pbpaste | onrecord proof -

    Look up every quotation and every attributed claim of a draft in the store: are the words on
    record, in that mouth, with that stance? It never says whether they are true. The filter words
    limit what counts as the record; nothing is written to the store.
    """
    from cli.jobs.proof import proofs

    every = proofs(where, filters, drafts, choice, told)
    found = _show_people(every) if fmt is output.Format.HUMAN else _show_rows(every, fmt)
    if exit_code and found:
        diagnostics.record(diagnostics.Exit.FOUND)


def _show_people(proofs: Iterator[Proof]) -> int:
    """Every draft with its findings; how many need a look."""
    from cli.jobs.proof_lines import lines_of
    from cli.views.proof import LEGEND, proof_page, tally

    found = 0
    for one in proofs:
        lines = list(lines_of(one))
        if lines:
            output.show(proof_page(lines))
        if any(piece.sign != "=" for line in lines for piece in line.comparison):
            output.line(LEGEND)
        output.line(
            f"{one.reading.article.doc}: {tally(lines, one.articles)}{output.State.filters}"
        )
        found += sum(not line.is_clean for line in lines)
    return found


def _show_rows(proofs: Iterator[Proof], fmt: output.Format) -> int:
    """The findings of all drafts as rows; how many need a look."""
    from cli.jobs.proof_lines import lines_of
    from cli.rows import finding_row

    found = 0

    def counted() -> Iterator[FindingLine]:
        nonlocal found
        for one in proofs:
            for line in lines_of(one):
                found += not line.is_clean
                yield line

    count = output.rows(fmt, "findings", map(finding_row, counted()))
    output.written(count, "findings")
    return found
