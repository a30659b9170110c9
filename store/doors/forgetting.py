"""`store.forgetting`: forgetting for good, what may not come back, and who else may hold it."""

from __future__ import annotations

from pathlib import Path

from store.database import scrub
from store.database.errors import translated
from store.database.session import file_of
from store.doors.door import Door, reads, writes
from store.forgetting import copies, forget, pending, subjects
from store.saving import tombstones


class Forgetting(Door):
    """Takes articles, speakers, outlets and decisions out of the store for good."""

    find = reads(subjects.find)
    preview = reads(forget.preview)
    forget = writes(forget.forget)
    waits = reads(pending.waits)
    since = reads(tombstones.forgotten_since)
    days_of = reads(tombstones.days_of)
    lift = writes(tombstones.lift_name)
    lift_article = writes(tombstones.lift_article)
    counted = reads(tombstones.counted)
    remember_file = writes(copies.remember_file)
    files = reads(copies.files)

    def scrub(self) -> None:
        """Takes what was forgotten out of pages, index and log; weigh first what waits. Raises
        StoreError where another program holds on to them."""
        with translated(self._location, file_of(self._engine)):
            scrub.scrub(self._engine, self._location)
        self._done()
        with translated(self._location, file_of(self._engine)):
            scrub.empty_log(self._engine, self._location)

    _done = writes(pending.done)

    def backups(self) -> list[Path]:
        """The store's own copies beside it, made before upgrades or saved from damage."""
        return copies.backups(file_of(self._engine))

    def delete_backups(self) -> list[Path]:
        """Deletes those made before upgrades, overwritten first, and gives what was deleted."""
        return copies.delete_backups(file_of(self._engine))
