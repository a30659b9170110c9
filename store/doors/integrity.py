"""`store.integrity`: whether what is stored still is what was stored."""

from __future__ import annotations

from store import verify
from store.doors.door import Door, reads


class Integrity(Door):
    """Checks that read everything and mend nothing."""

    verify = reads(verify.verify)
