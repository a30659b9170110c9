"""Forgetting as a command does it: what goes is said, asked for, taken out, and scrubbed; who else may
hold it is named."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import UsageError
from cli import diagnostics
from cli.views.cells import counted

if TYPE_CHECKING:
    from store import Store
    from store.records import Forgettable, ForgettingRecord

MAX_NAMED = 5
"""Places and files that are named; of more, their number."""
PARTS = ("article", "claim", "decision", "speaker", "outlet")


def said(record: ForgettingRecord) -> str:
    """What goes with a thing, in words; counts of nothing are left out."""
    counts = [counted(getattr(record, f"{part}s"), part) for part in PARTS]
    parts = [count for count in counts if not count.startswith("0 ")]
    name = record.name if record.kind == "decision" else f"{record.kind} {record.name}"
    return f"{name}: {', '.join(parts) or 'nothing else'}"


def tell(store: Store, records: Sequence[ForgettingRecord], *, backups: bool) -> None:
    """Says on stderr what goes, where the words stay, and which files may hold them."""
    for record in records:
        diagnostics.note(said(record))
        if record.stands_in:
            stays = "the same text" if record.kind in ("article", "outlet") else "the name"
            diagnostics.note(
                f"  {stays} stays in {_few(record.stands_in)}; forget that too where it must go"
            )
    copies = [str(path) for path in store.forgetting.backups()]
    if copies:
        deletes = "deleted with it" if backups else "--backups deletes those made before upgrades"
        diagnostics.note(f"may still hold it: {_few(copies)} ({deletes})")
    written = [path for path, _ in store.forgetting.files() if Path(path).exists()]
    if written:
        diagnostics.note(f"may still hold it, written from this store: {_few(written)}")
    diagnostics.note(
        "what you copied or wrote elsewhere is not known here (`onrecord help forgetting`)"
    )


def may_go(*, yes: bool) -> bool:
    """Whether it is to be done; raises UsageError where nobody can be asked."""
    if yes:
        return True
    if not diagnostics.may_ask():
        raise UsageError("forgetting cannot be taken back; add --yes where nobody can be asked")
    sys.stderr.write("Forget it for good? [y/N] ")
    sys.stderr.flush()
    answer = sys.stdin.readline().strip().lower()
    if answer in ("y", "yes"):
        return True
    diagnostics.note("nothing was forgotten")
    return False


def forget(store: Store, things: Sequence[Forgettable], *, backups: bool) -> None:
    """Forgets in one transaction, then weighs what stays, and scrubs; raises StoreError where a
    program keeps that from happening, after which the next run goes on."""
    from cli.reviewer import reviewer

    store.forgetting.forget(things, reviewer())
    finish(store)
    if backups:
        delete_backups(store)


def resume(store: Store) -> bool:
    """Finishes what a run that was cut off left to do; whether there was anything."""
    if not store.forgetting.waits():
        return False
    finish(store)
    diagnostics.note("what an earlier run forgot is scrubbed now")
    return True


def finish(store: Store) -> None:
    """Takes out of pages and index what was forgotten, by this run or one that was cut off."""
    from cli.jobs.corroborate import bring_up_to_date

    bring_up_to_date(store)
    store.forgetting.scrub()


def delete_backups(store: Store) -> None:
    """Deletes the store's own backups, and says which."""
    for path in store.forgetting.delete_backups():
        diagnostics.note(f"deleted {path}")


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - MAX_NAMED:,} more" if len(names) > MAX_NAMED else ""
    return ", ".join(names[:MAX_NAMED]) + more
