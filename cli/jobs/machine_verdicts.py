"""Verdicts with people's decisions and without them: how the two differ."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from cli import diagnostics
from store.records.kinds import SHOWN_ID_CHARS

if TYPE_CHECKING:
    from store import Store
    from store.corroboration.supposed import Supposed
    from store.records import ConflictRecord, Filters, OtherVerdict, VerdictRecord

ARTICLES_TOGETHER = 200
MAX_AT_ONCE = 150
"""Claims and articles that are weighed again unasked, to show one verdict: a second or two."""


@dataclass(frozen=True)
class MachineVerdicts:
    """What `check --machine` lists: the verdicts without people's decisions, their number, and how many
    of them are others with those."""

    verdicts: Iterator[VerdictRecord]
    count: int
    differing: int


def machine_verdicts(store: Store, filters: Filters, below: int | None) -> MachineVerdicts:
    """The verdicts that pass, as they are without any decision of people, in the order of lists."""
    with _weighed(store) as supposed:
        changed = supposed.changed(filters, below=below)
    found = _beside(store, [record for _, record in changed.found])
    weighed_again = ((place, found[record.id]) for place, record in changed.found)
    as_stored = (
        (place, replace(record, machine=True))
        for place, record in store.propositions.placed(filters, below=below)
        if record.id not in changed.former
    )
    in_their_place = len(store.propositions.places(changed.former, filters, below=below))
    return MachineVerdicts(
        (record for _, record in heapq.merge(as_stored, weighed_again, key=lambda one: one[0])),
        store.propositions.count(filters, below=below) - in_their_place + len(found),
        sum(record.otherwise is not None for record in found.values()),
    )


def machine_verdict(store: Store, id: str) -> tuple[VerdictRecord, list[ConflictRecord]]:
    """One verdict without people's decisions, with what contradicts it then; raises UsageError."""
    with _weighed(store) as supposed:
        verdict = supposed.get(id)
        conflicts = supposed.conflicts(verdict.id)
    return _beside(store, [verdict])[verdict.id], conflicts


def with_other_verdict(store: Store, verdict: VerdictRecord) -> VerdictRecord:
    """The verdict, and beside it what its claims amount to without people's decisions, where any bears
    on it, and no more has to be weighed for that than anybody would wait for; else it is said who asks
    for it."""
    if not verdict.decided:
        return verdict
    if (many := store.corroboration.resting_on_decisions()) > MAX_AT_ONCE:
        diagnostics.note(
            f"what it is without people's decisions was not looked for, as {many:,} claims and articles would be "
            f"weighed again: `onrecord check {verdict.claims[0].claim.id[:SHOWN_ID_CHARS]} --machine` does"
        )
        return verdict
    ids = [member.claim.id for member in verdict.claims]
    with _weighed(store) as supposed:
        others = supposed.of_claims(ids)
    return replace(verdict, otherwise=_otherwise(verdict, others))


@contextmanager
def _weighed(store: Store) -> Iterator[Supposed]:
    from claims.corroborate.incremental import grow, weigh_again

    with store.corroboration.without_decisions() as supposed:
        while grow(supposed.shelf, ARTICLES_TOGETHER):
            pass
        articles = iter(supposed.articles)
        while some := list(islice(articles, ARTICLES_TOGETHER)):
            weigh_again(supposed.shelf, supposed.claims, some)
        yield supposed


def _beside(store: Store, verdicts: Iterable[VerdictRecord]) -> dict[str, VerdictRecord]:
    """By id each verdict, with those that stand in the store for its claims."""
    records = list(verdicts)
    ids = {member.claim.id for verdict in records for member in verdict.claims}
    stored = _by_claim(store.propositions.of_claims(ids))
    return {
        verdict.id: replace(
            verdict,
            otherwise=_otherwise(
                verdict,
                [stored[m.claim.id] for m in verdict.claims if m.claim.id in stored],
            ),
        )
        for verdict in records
    }


def _by_claim(verdicts: Iterable[VerdictRecord]) -> Mapping[str, VerdictRecord]:
    return {member.claim.id: verdict for verdict in verdicts for member in verdict.claims}


def _otherwise(
    verdict: VerdictRecord, others: Iterable[VerdictRecord]
) -> tuple[OtherVerdict, ...] | None:
    """The others' outcomes, the first by id first; None where the one of them is the same."""
    outcomes = {other.id: other.outcome for other in others}
    found = tuple(outcome for _, outcome in sorted(outcomes.items()))
    return None if found == (verdict.outcome,) else found
