"""`store.propositions`: what was said, once however often it was said, with its verdict."""

from __future__ import annotations

from store.corroboration import of_article, verdict_records, verdicts
from store.doors.door import Door, reads, streams
from store.queries import attention


class Propositions(Door):
    """Propositions with their verdicts: label, origins, reasons, conflicts."""

    select = streams(verdicts.stream_verdicts)
    count = reads(verdicts.count_verdicts)
    page = reads(verdicts.verdicts_page)
    placed = streams(verdicts.stream_placed)
    places = reads(verdicts.places_among)
    of_claims = reads(verdict_records.verdicts_of_claims)
    standing = reads(verdict_records.standing_of_claims)
    get = reads(verdicts.one_verdict)
    of_article = reads(of_article.verdicts_of_article)
    conflicts = reads(verdicts.list_conflicts)
    ids = streams(attention.propositions_to_look_at)
    by_id = reads(verdict_records.verdicts_in_order)
