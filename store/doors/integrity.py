"""`store.integrity`: whether what is stored still is what was stored, and counts made anew where they are not
those of it."""

from __future__ import annotations

from store import custody as notes
from store import verify
from store.counts.recount import recount
from store.database.snapshot import snapshot
from store.doors.door import Door, reads, streams, writes


class Integrity(Door):
    """Checks that read everything and mend nothing; `recount` mends counts alone."""

    verify = reads(verify.verify, snapshot)
    recount = writes(recount)
    custody = reads(notes.of_store)
    custody_of_articles = streams(notes.of_articles)
    digest_at = reads(notes.digest_at)
