"""`store.integrity`: whether what is stored still is what was stored."""

from __future__ import annotations

from store import custody as notes
from store import verify
from store.doors.door import Door, reads, streams


class Integrity(Door):
    """Checks that read everything and mend nothing."""

    verify = reads(verify.verify)
    custody = reads(notes.of_store)
    custody_of_articles = streams(notes.of_articles)
    digest_at = reads(notes.digest_at)
