"""The commonest values of filter words counted over blocks of what is kept of claims (store/mapping/claim_blocks.py):
however many pass, no claim is a row of the database's answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import compress
from typing import Any, NamedTuple

from sqlalchemy import Connection, or_, select

from store.database.rows import stream_bytes
from store.mapping.claim_blocks import CODED, KINDS, code_of_day, joined
from store.queries.days import period
from store.queries.few import has_words, numbers_of_words, words_asked
from store.queries.filters import check_choices, outlets_with, typed
from store.queries.ids import number_of
from store.queries.masks import PASSES, both, leaving_out, of_numbers, of_values
from store.queries.values import LABELS_APART
from store.records import Filters
from store.tables import ClaimBlockRow, ClaimValueRow, OutletRow, ValueCodeRow
from store.tables.columns import col, table_of

_BLOCKS_A_STEP = 50
_ASKED = ("stance", "kind", "saying", "label", "outlet", "since", "until", "unfinished", "said")
"""What of a filter can be asked of blocks."""
_OF_PROPOSITION = {"UNNAMED", "CONTESTED"}
"""Labels that a claim's values do not hold."""
_CLAIMS_A_STATEMENT = 5_000
_LAST = 1 << 32
Columns = Mapping[str, Any]
"""Bytes, or numbers."""


def bare(filters: Filters) -> Filters:
    """What a filter asks besides words and speakers."""
    return replace(filters, text=(), speaker=(), speaker_id=None)


def can_answer(filters: Filters) -> bool:
    """Whether all that the filter asks stands in blocks, words aside."""
    filters = bare(filters)
    asked = {word: getattr(filters, word) for word in _ASKED}
    return Filters(**asked) == filters and not _OF_PROPOSITION & set(filters.label)


class _Claim(NamedTuple):
    """A claim that somebody looked at."""

    status: str
    kept: Any

    def value(self, word: str) -> Any:
        """Its value of a filter word, of labels all."""
        return getattr(self.kept, "labels" if word == "label" else word)


class _Tally:
    """What is counted of one filter."""

    def __init__(
        self,
        connection: Connection,
        filters: Filters,
        words: Sequence[str],
        numbers: set[int] | None,
    ) -> None:
        """numbers: of the claims that hold the filter's words, where it has any."""
        check_choices(filters)
        self.filters, self.found = filters, {word: Counter[Any]() for word in words}
        self._outlets = _outlets(connection, filters) if filters.outlet else None
        self._numbers, self._in_order = numbers, sorted(numbers or ())
        self._first, self._end = _days(filters)
        self.needed = {f"{word}s" for word in CODED if _chosen(filters, word) or word in words}
        self.needed |= {f"{word}s" for word in ("outlet", "speaker") if word in words}
        self.needed |= {"outlets"} if filters.outlet else set()
        self.needed |= {"days"} if self._is_dated() else set()

    def _is_dated(self) -> bool:
        return (self._first, self._end) != (0, _LAST)

    def _on(self, day: int) -> bool:
        return self._first <= day < self._end

    def take(self, columns: Columns, values: Mapping[str, Mapping[int, str]]) -> None:
        """Counts the places of some blocks."""
        mask = self._mask(columns, values)
        if mask is not None and PASSES not in mask:
            return
        for word, found in self.found.items():
            if word in CODED:
                held = columns[f"{word}s"]
                held = held if mask is None else both(held, mask)
                found.update({value: held.count(code) for code, value in values[word].items()})
            elif word == "status":
                held = columns["kinds"]
                held = held if mask is None else both(held, mask)
                found[None] += len(held) - held.count(0)
            else:
                named = columns[f"{word}s"]
                found.update(named if mask is None else compress(named, mask))

    def _mask(self, columns: Columns, values: Mapping[str, Mapping[int, str]]) -> bytes | None:
        """A byte for each place, 255 where a claim passes and 0 where not; None where all do."""
        masks = []
        for word in CODED:
            if chosen := _chosen(self.filters, word):
                bad = bytes(code for code, value in values[word].items() if not chosen(value))
                masks.append(columns[f"{word}s"].translate(leaving_out(bad)))
        if self._outlets is not None:
            masks.append(of_values(columns["outlets"], self._outlets.__contains__))
        if self._is_dated():
            masks.append(of_values(columns["days"], self._on))
        if self._numbers is not None:
            masks.append(of_numbers(columns["block"], self._in_order))
        masks = [mask for mask in masks if 0 in mask]
        return reduce(both, masks) if masks else None

    def add(self, claim: _Claim) -> None:
        """Counts one that somebody looked at by what was found, and if it claims nothing."""
        kept, filters = claim.kept, self.filters
        if not self._on(code_of_day(kept.day)):
            return
        if self._outlets is not None and kept.outlet not in self._outlets:
            return
        if self._numbers is not None and kept.number not in self._numbers:
            return
        left_out = filters.said and kept.saying == "none"
        asked = replace(filters, said=False) if left_out else filters
        tests = ((word, _chosen(asked, word)) for word in CODED)
        if not all(test(claim.value(word)) for word, test in tests if test):
            return
        if left_out and claim.status == "unreviewed":
            return
        for word, found in self.found.items():
            if word == "status":
                found[claim.status] += 1
                found[None] += left_out
            elif left_out and claim.value(word) is not None:
                found[claim.value(word)] += 1


def counted_in_blocks(
    connection: Connection, asked: Mapping[Filters, Sequence[str]], statuses: Mapping[int, str]
) -> dict[str, Counter[Any]]:
    """How often each value of some words stands among the claims that pass the filter under which they are asked, of
    labels those of a claim together; statuses are what people found, by claim. Raises UsageError on a value that a
    filter cannot have."""
    words = filter(has_words, {*map(words_asked, asked)})
    held = {one: numbers_of_words(connection, one) for one in words}
    tallies = [
        _Tally(connection, filters, words, held.get(words_asked(filters)))
        for filters, words in asked.items()
    ]
    values: dict[str, dict[int, str]] = {word: {} for word in CODED}
    for row in connection.execute(select(table_of(ValueCodeRow))):
        values[row.word][row.code] = row.value
    needed = {"kinds"}.union(*(tally.needed for tally in tallies))
    for columns in _read(connection, [name for name in KINDS if name in needed]):
        for tally in tallies:
            tally.take(columns, values)
    for claim in _looked_at(connection, statuses):
        for tally in tallies:
            tally.add(claim)
    found: dict[str, Counter[Any]] = {}
    for tally in tallies:
        found |= tally.found
    for word in ("outlet", "speaker"):
        found.get(word, Counter()).pop(0, None)
    return {word: +counts for word, counts in found.items()}


def _chosen(filters: Filters, word: str) -> Callable[[str], bool] | None:
    """Which values of a word pass; None where all do."""
    chosen = getattr(filters, word)
    if word == "label" and chosen:
        return lambda labels: any(label in chosen for label in labels.split(LABELS_APART))
    if word == "saying" and (not chosen or "any" in chosen):
        return (lambda saying: saying != "none") if filters.said else None
    if word == "saying" and filters.said:
        return lambda saying: saying in chosen and saying != "none"
    return chosen.__contains__ if chosen else None


def _outlets(connection: Connection, filters: Filters) -> set[int]:
    named = or_(*(outlets_with(*one) for one in typed(filters, "outlet")))
    return set(map(number_of, connection.execute(select(col(OutletRow.id)).where(named)).scalars()))


def _days(filters: Filters) -> tuple[int, int]:
    """The first day that passes, and the first behind it that does not."""
    first, end = int(bool(filters.until)), _LAST  # before a day none is unknown
    if filters.since:
        period(filters.since, "since")  # raises the error
        first = code_of_day(filters.since)
    if filters.until:
        end = code_of_day(period(filters.until, "until")[1])
    return first, end


def _read(connection: Connection, names: Sequence[str]) -> Iterator[Columns]:
    """The columns of all blocks, some blocks at a time."""
    row = table_of(ClaimBlockRow)
    names = ["block", *names]
    query = select(*(row.c[name] for name in names)).order_by(row.c.block)
    for part in stream_bytes(connection, query, _BLOCKS_A_STEP):
        columns = zip(names, zip(*part, strict=True), strict=True)
        yield {name: joined(name, values) if name in KINDS else values for name, values in columns}


def _looked_at(connection: Connection, statuses: Mapping[int, str]) -> Iterator[_Claim]:
    """The claims that stand of those with a status."""
    numbers, row = list(statuses), table_of(ClaimValueRow)
    for at in range(0, len(numbers), _CLAIMS_A_STATEMENT):
        some = row.c.number.in_(numbers[at : at + _CLAIMS_A_STATEMENT])
        for kept in connection.execute(select(row).where(some)):
            yield _Claim(statuses[kept.number], kept)
