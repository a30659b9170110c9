"""`store.propositions`: what was said, once however often it was said, with its verdict."""

from __future__ import annotations

from store.corroboration import verdicts
from store.doors.door import Door, reads, streams
from store.queries import pages


class Propositions(Door):
    """Propositions with their verdicts: label, origins, reasons, conflicts."""

    select = streams(verdicts.stream_verdicts)
    count = reads(verdicts.count_verdicts)
    get = reads(verdicts.one_verdict)
    conflicts = reads(verdicts.list_conflicts)
    ids = reads(pages.proposition_ids)
    by_id = reads(verdicts.verdicts_in_order)
