"""A custody manifest: written from a store, and held against one later; its lines are JSON, the last
of which is a digest of all before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import UsageError
from cli.formats.tables import lines
from cli.paths import regular_file, version
from cli.query import spell
from store.records import Filters

if TYPE_CHECKING:
    from store import Store
    from store.records import RunRecord

FORM = "onrecord custody manifest"
BLOCK_BYTES = 1 << 20
Row = dict[str, Any]


def manifest_lines(store: Store, filters: Filters, export: str | None) -> Iterator[str]:
    """The manifest of the articles that hold what passes, and of a file that was exported of them."""
    seen, count = sha256(), 0
    for line in lines(_rows(store, filters, export)):
        seen.update(line.encode("utf-8"))
        count += 1
        yield line
    yield from lines([{"lines": count, "sha256": seen.hexdigest()}])


def _rows(store: Store, filters: Filters, export: str | None) -> Iterator[Row]:
    ids = None
    if filters != Filters():
        ids = {claim.article_id for claim in store.claims.select(filters)}
    head = store.integrity.custody()
    yield {
        "manifest": FORM,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "onrecord": version(),
        "store_revision": head.revision,
        "rules": dict(head.rules),
        "filters": spell(filters) or None,
        "counts": dict(head.counts),
        "decisions": {"last": head.last_decision, "chain_digest": head.chain_digest},
        "runs": [run_note(run) for run in store.runs.select()],
        "export": {"file": export, **digest_of_file(regular_file(export))} if export else None,
    }
    for article in store.integrity.custody_of_articles(ids):
        yield {"article": asdict(article)}


def run_note(run: RunRecord) -> Row:
    """What is noted of a run: when, and with which versions and weights."""
    return {
        "id": run.id,
        "command": run.command,
        "started": run.started,
        "versions": dict(run.versions),
    }


def digest_of_file(path: Path) -> Row:
    """The size of a file and its digest; raises UsageError where it cannot be read."""
    seen, size = sha256(), 0
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK_BYTES):
                seen.update(block)
                size += len(block)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; name a file that can be read") from error
    return {"bytes": size, "sha256": seen.hexdigest()}


def read_manifest(path: Path) -> tuple[Row, Iterator[Row]]:
    """The first line of a manifest and those of its articles; raises UsageError where it is none, or is
    not whole and as it was written."""
    try:
        raw = path.read_bytes().splitlines(keepends=True)
        rows = [json.loads(line) for line in raw]
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: is no custody manifest ({error})") from error
    whole = bool(rows) and all(isinstance(row, dict) for row in rows)
    if not whole or rows[0].get("manifest") != FORM:
        raise UsageError(
            f"{path}: is no custody manifest; `onrecord export --custody -o FILE` writes one"
        )
    return rows[0], _articles(path, rows, sha256(b"".join(raw[:-1])).hexdigest())


def _articles(path: Path, rows: list[Row], digest: str) -> Iterator[Row]:
    if rows[-1].get("lines") != len(rows) - 1 or rows[-1].get("sha256") != digest:
        raise ManifestError(f"{path}: is not whole, or was changed since it was written")
    return (row["article"] for row in rows[1:-1])


class ManifestError(UsageError):
    """A manifest that is not as it was written."""
