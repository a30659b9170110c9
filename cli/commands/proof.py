"""`onrecord proof`: is what a draft quotes and attributes on record?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.filter_options import limits_record
from cli.jobs.choice import Choice
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
AsPage = Annotated[
    bool,
    typer.Option(
        "--html", help="One page to print: the draft, what was found below each paragraph."
    ),
]
AsSarif = Annotated[
    bool,
    typer.Option(
        "--sarif", help="SARIF 2.1.0 of what needs a look, as forges and editors show it."
    ),
]
PAGE_ENDINGS, SARIF_ENDINGS = (".html", ".htm"), (".sarif",)


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
    html: AsPage = False,
    sarif: AsSarif = False,
) -> None:
    """\b
    Examples:
      onrecord proof draft.docx
      onrecord proof draft.docx -o proof.html
      onrecord proof summary.md --jsonl
      onrecord proof drafts/ --until 2026-05 --exit-code
      onrecord proof drafts/ -o proof.sarif
      pbpaste | onrecord proof -

    Look up every quotation and every attributed claim of a draft in the store: are the words on
    record, in that mouth, with that stance? It never says whether they are true. The filter words
    limit what counts as the record; nothing is written to the store.
    """
    from cli.jobs.proof import proofs

    found = _shown(fmt, html=html, sarif=sarif)(proofs(where, filters, drafts, choice, told))
    if exit_code and found:
        diagnostics.record(diagnostics.Exit.FOUND)


def _shown(fmt: output.Format, *, html: bool, sarif: bool) -> Callable[[Iterator[Proof]], int]:
    """What writes the findings, and counts those that need a look."""
    if html and sarif:
        raise UsageError("--html and --sarif exclude each other; choose one")
    if _is_asked(fmt, html, "--html", PAGE_ENDINGS):
        return _show_page
    if _is_asked(fmt, sarif, "--sarif", SARIF_ENDINGS):
        return _show_sarif
    return _show_people if fmt is output.Format.HUMAN else partial(_show_rows, fmt=fmt)


def _is_asked(fmt: output.Format, asked: bool, option: str, endings: tuple[str, ...]) -> bool:
    """Whether a file of one form is asked for, by the option or by the end of the file's name; raises
    UsageError beside another format, and of a page on a terminal."""
    target = output.State.target
    ends_so = target is not None and target.name.lower().endswith(endings)
    if asked and fmt is not output.Format.HUMAN:
        raise UsageError(f"{option} and --{fmt} exclude each other; choose one")
    if asked and endings == PAGE_ENDINGS and output.on_terminal():
        raise UsageError("--html writes a page; name a file with -o FILE.html, or pipe it on")
    return asked or (ends_so and fmt is output.Format.HUMAN)


def _show_sarif(proofs: Iterator[Proof]) -> int:
    """One SARIF log of all drafts; how many passages need a look."""
    from cli.formats.cells import json_text
    from cli.jobs.proof_sarif import sarif
    from cli.paths import version

    log = sarif(proofs, version())
    found = len(log["runs"][0]["results"])
    output.pieces([json_text(log, 2), "\n"])
    output.written(found, "findings")
    return found


def _show_page(proofs: Iterator[Proof]) -> int:
    """One page of all drafts; how many passages need a look."""
    from cli.jobs.proof_lines import lines_of
    from cli.jobs.proof_page import draft_page
    from cli.paths import version
    from cli.report.page import render_drafts

    every = list(proofs)
    page = draft_page(every, datetime.now(UTC), version(), output.State.filters)
    output.pieces([render_drafts(page)])
    found = [line for one in every for line in lines_of(one)]
    output.written(len(found), "findings")
    return sum(not line.is_clean for line in found)


def _show_people(proofs: Iterator[Proof]) -> int:
    """Every draft with its findings; how many need a look."""
    from cli.jobs.proof_lines import lines_of
    from cli.views.proof import LEGEND, differs, proof_page, tally

    found = 0
    for one in proofs:
        lines = list(lines_of(one))
        if lines:
            output.show(proof_page(lines))
        if any(map(differs, lines)):
            output.line(LEGEND)
        output.line(
            f"{one.reading.article.doc}: {tally(lines, one.articles)}{output.State.filters}"
        )
        found += sum(not line.is_clean for line in lines)
    return found


def _show_rows(proofs: Iterator[Proof], fmt: output.Format) -> int:
    """The findings of all drafts as rows; how many need a look."""
    from cli.jobs.proof_lines import lines_of
    from cli.rows.proof import finding_row

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
