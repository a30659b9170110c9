"""`onrecord verify`: whether the store still holds what was stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli import diagnostics, output
from cli.diagnostics import Exit
from cli.views.cells import counted

if TYPE_CHECKING:
    from cli.jobs.custody_check import Checked
    from store.records import Verified

Manifest = Annotated[
    str | None,
    typer.Argument(metavar="[MANIFEST]", help="A custody manifest to hold the store against."),
]


def verify(where: str | None, manifest: Manifest = None) -> None:
    """\b
    Examples:
      onrecord verify
      onrecord verify --store archive.db || echo "not as it was stored"
      onrecord verify archive.custody.jsonl

    Check every text against its digest, every claim's words against its article, and the chain
    that runs through the decisions. With a manifest of `onrecord export --custody`: also that all it
    notes is there and unchanged, the exported file too. Nothing is mended; a fault is a line and exit
    code 4. Counts alone that are wrong: onrecord doctor --repair.
    """
    from cli.jobs.custody_check import Checked, check_manifest
    from cli.jobs.open_store import open_for_reading
    from cli.paths import regular_file

    path = regular_file(manifest) if manifest is not None else None
    with open_for_reading(where) as store:
        checked = check_manifest(store, path) if path is not None else Checked()
        verified = store.integrity.verify()
    for fault in (*verified.faults, *checked.faults):
        diagnostics.error(fault, Exit.STORE)
    for news in checked.since:
        diagnostics.note(news)
    output.line(f"{_counts(verified)}: {_said(verified, checked, manifest)}")


def _counts(verified: Verified) -> str:
    counts = (
        counted(verified.articles, "article"),
        counted(verified.claims, "claim"),
        counted(verified.decisions, "decision"),
    )
    return ", ".join(counts)


def _said(verified: Verified, checked: Checked, manifest: str | None) -> str:
    if faults := len(verified.faults) + len(checked.faults):
        return counted(faults, "fault")
    noted = f", and as {manifest} notes it ({counted(checked.articles, 'article')})"
    return "all as stored" + (noted if manifest is not None else "")
