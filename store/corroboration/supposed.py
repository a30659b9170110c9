"""Verdicts as they would be without people's decisions: weighed in a transaction that is not kept."""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from store.corroboration.repository import TableShelf
from store.corroboration.verdict_records import verdicts_in_order, verdicts_of_claims
from store.corroboration.verdicts import Place, list_conflicts, one_verdict, places_among
from store.decisions.without import take_out
from store.records import ConflictRecord, Filters, VerdictRecord

Placed = list[tuple[Place, VerdictRecord]]


class _NotingShelf(TableShelf):
    """A shelf that notes which propositions were weighed again."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.former: set[str] = set()
        self.found: set[str] = set()

    def replaced(self, former: Set[str], found: Set[str]) -> None:
        """Notes both; what was found here before is no former one."""
        self.former |= former - self.found
        self.found |= found


@dataclass(frozen=True)
class Changed:
    """The propositions that were weighed again: as they stand without decisions, in the order of lists,
    and the ids of those in whose place they stand."""

    found: Placed
    former: frozenset[str]


class Supposed:
    """The store without people's decisions, as long as its transaction lasts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        taken = take_out(connection)
        self.claims, self.articles = taken.claims, taken.articles
        self.shelf = _NotingShelf(connection)

    def changed(self, filters: Filters, *, below: int | None = None) -> Changed:
        """Those of the propositions weighed again that pass."""
        places = places_among(self._connection, self.shelf.found, filters, below=below)
        records = verdicts_in_order(self._connection, [id for *_, id in places])
        found = [(place, _machine(r)) for place, r in zip(places, records, strict=True)]
        return Changed(found, frozenset(self.shelf.former))

    def get(self, prefix: str) -> VerdictRecord:
        """A proposition by the beginning of its id or of a claim's; raises UsageError."""
        return _machine(one_verdict(self._connection, prefix))

    def of_claims(self, claims: Collection[str]) -> list[VerdictRecord]:
        """The propositions in which these claims stand, by id."""
        return [_machine(v) for v in verdicts_of_claims(self._connection, claims)]

    def conflicts(self, id: str) -> list[ConflictRecord]:
        """What contradicts a proposition."""
        return list_conflicts(self._connection, id)


def _machine(verdict: VerdictRecord) -> VerdictRecord:
    return replace(verdict, machine=True)
