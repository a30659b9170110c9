"""`store.claims`: lists, one claim, counts, and what review says of them."""

from __future__ import annotations

from store.doors.door import Door, reads, streams
from store.queries import audit, claims, counts, facets, pages, quality, sorting, statements


class Claims(Door):
    """Claims with their speakers, as people corrected them."""

    select = streams(claims.stream_claims)
    sorted = streams(sorting.sorted_claims)
    page = reads(sorting.claims_page)
    count = reads(claims.count_claims)
    search = streams(claims.search)
    get = reads(claims.find_claim)
    of_article = reads(claims.claims_of_article)
    numbers = streams(pages.claim_numbers)
    by_number = reads(claims.claims_by_number)
    coverage = reads(pages.coverage)
    facet = reads(facets.facet)
    facets = reads(facets.facets)
    days = reads(counts.claim_days)
    statements = reads(statements.statements)
    quality = reads(quality.counts)
    audit = reads(audit.audit)
