"""Which pairs are worth comparing: those that share keys which few hold (blocking, in record
linkage: Fellegi and Sunter 1969); what a pair is, is decided elsewhere.

A key of many holders would pair everything with everything, so it pairs its holders with the first
few alone. Which pairs come out depends on what is there and never on the order in which it came, so
that adding one by one ends where adding all at once does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple, Protocol

MAX_PAIRED_HOLDERS = 40
"""A key with more holders pairs each of them with the first ones alone; with fewer than forty,
judged pairs are lost."""
FIRST_HOLDERS = 3
"""Of a key with many, which it pairs with all of them."""
KEYS_LOOKED_UP_FIRST = 4
"""Of a pair: mostly enough to know that it is one, so that the rest is not looked up."""
MIN_PAIR_COUNT = 2
"""Two things are a pair when the keys that pair them count for so much together."""

Keys = tuple[int, ...]
Pair = tuple[int, int]


class Holders(NamedTuple):
    """Who is entered under a key: all of them, or the first where there are many."""

    entered: Sequence[int]
    many: bool
    """Whether those entered are the first ones alone."""

    @classmethod
    def of(cls, holders: Sequence[int]) -> Holders:
        """From all of them, or from more than MAX_PAIRED_HOLDERS of the first."""
        many = len(holders) > MAX_PAIRED_HOLDERS
        return cls(holders[:FIRST_HOLDERS] if many else holders, many)

    @property
    def first(self) -> Sequence[int]:
        """Those that the key pairs with every other holder."""
        return self.entered[:FIRST_HOLDERS] if self.many else self.entered


NOBODY = Holders((), False)


class KeyIndex(Protocol):
    """Keys by holder and holders by key, kept from run to run; holders are numbers, in ascending
    order everywhere."""

    def keys_of(self, holders: Collection[int]) -> Mapping[int, Keys]:
        """The keys under which each holder is entered; a holder without any may be left out."""

    def replace(self, old: Mapping[int, Keys], keys: Mapping[int, Keys]) -> None:
        """Enters each holder under these keys and no others, which may be none; old is what keys_of
        gave."""

    def first_holders(self, keys: Collection[int]) -> Mapping[int, Holders]:
        """The holders of each key, or the first where there are many; a key without any may be left
        out."""

    def holders(self, key: int) -> Sequence[int]:
        """Every holder of a key."""


def number(id: str) -> int:
    """The 60-bit number that stands for an id; spread evenly, so that the first holders of a key
    are any of them."""
    return int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "big") >> 4


def light(number: int) -> int:
    """A key of which two make a pair."""
    return number & ~1


def heavy(number: int) -> int:
    """A key that makes a pair by itself."""
    return number | 1


def _counts(key: int) -> int:
    """For how much a key counts."""
    return 1 + (key & 1)


def ordered(a: int, b: int) -> Pair:
    """The pair, the smaller first."""
    return (a, b) if a < b else (b, a)


def all_pairs(keys: Mapping[int, Keys]) -> set[Pair]:
    """Every pair over a collection."""
    holders_of: dict[int, list[int]] = defaultdict(list)
    for holder in sorted(keys):
        for key in set(keys[holder]):
            holders_of[key].append(holder)
    counts: Counter[Pair] = Counter()
    for key, holders in holders_of.items():
        for _ in range(_counts(key)):
            counts.update(_paired(holders))
    return {pair for pair, count in counts.items() if count >= MIN_PAIR_COUNT}


def _paired(holders: Sequence[int]) -> Iterable[Pair]:
    """The pairs that one key makes of its holders."""
    if len(holders) <= MAX_PAIRED_HOLDERS:
        return combinations(holders, 2)
    return (
        (first, other)
        for place, first in enumerate(holders[:FIRST_HOLDERS])
        for other in holders[place + 1 :]
    )


class Change:
    """What happens to the pairs when some holders' keys change."""

    def __init__(self, index: KeyIndex, keys: Mapping[int, Keys]) -> None:
        self._index, self._changed = index, frozenset(keys)
        old = index.keys_of(keys)
        touched = {key for entered in (*old.values(), *keys.values()) for key in entered}
        self._before = index.first_holders(touched)
        index.replace(old, keys)
        self._after = self._changed_holders(old, keys)
        self._keys = dict(keys)
        self.new: set[Pair] = set()
        """Pairs to compare: all of the changed holders, and of others those that a key pairs since
        now."""
        self.shaken: dict[int, set[int]] = defaultdict(set)
        """Unchanged holders of which some pairs may not be pairs any more, and the keys that made
        those."""
        self._find()

    def gone(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Those of the pairs of unchanged holders that keys make no more."""
        unsure = {pair for pair in pairs if self._parted(*pair) or self._parted(*reversed(pair))}
        return unsure - self._made(unsure)

    def _parted(self, holder: int, other: int) -> bool:
        """Whether a key may have made a pair of the two that it makes no more."""
        lost = (self._before[key] for key in self.shaken.get(holder, ()))
        return any(before.many or other in before.entered for before in lost)

    def _made(self, pairs: set[Pair]) -> set[Pair]:
        """Those of the pairs that keys make: most by their first few keys, and no more are looked
        up then."""
        self._learn({holder for pair in pairs for holder in pair})
        shared = {
            pair: sorted(set(self._keys[pair[0]]) & set(self._keys[pair[1]])) for pair in pairs
        }
        counts: Counter[Pair] = Counter()
        for part in (slice(0, KEYS_LOOKED_UP_FIRST), slice(KEYS_LOOKED_UP_FIRST, None)):
            unsure = {
                pair: keys[part] for pair, keys in shared.items() if counts[pair] < MIN_PAIR_COUNT
            }
            holders = self._index.first_holders({key for keys in unsure.values() for key in keys})
            for pair, keys in unsure.items():
                counts[pair] += sum(_counts(key) for key in keys if _pairs_up(holders[key], pair))
        return {pair for pair in pairs if counts[pair] >= MIN_PAIR_COUNT}

    def _changed_holders(
        self, old: Mapping[int, Keys], keys: Mapping[int, Keys]
    ) -> dict[int, Holders]:
        """The holders of each touched key as they are now, read again only where one of many is
        gone."""
        gone, come = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
        for holder, new_keys in keys.items():
            new, former = set(new_keys), set(old.get(holder, ()))
            for key in former - new:
                gone[key].add(holder)
            for key in new - former:
                come[key].add(holder)
        unsure = [key for key in gone if self._before.get(key, NOBODY).many]
        reread = dict.fromkeys(unsure, NOBODY) | dict(self._index.first_holders(unsure))
        after = dict(self._before) | reread
        for key in (gone.keys() | come.keys()) - reread.keys():
            before = self._before.get(key, NOBODY)
            entered = sorted({*before.entered, *come[key]} - gone[key])
            cut = Holders(entered[:FIRST_HOLDERS], True)
            after[key] = cut if before.many else Holders.of(entered)
        return after

    def _find(self) -> None:
        counts = self._counted()
        changed = self._changed
        self.new = {
            (a, b)
            for (a, b), count in counts.items()
            # A pair of two changed holders was counted from both sides.
            if count >= MIN_PAIR_COUNT
            and (count >= 2 * MIN_PAIR_COUNT or a not in changed or b not in changed)
        }
        shifted: set[Pair] = set()
        for key in self._before.keys() | self._after.keys():
            before, after = self._before.get(key, NOBODY), self._after.get(key, NOBODY)
            shifted.update(self._shift(before, after, key))
        self.new |= self._made(shifted)

    def _counted(self) -> Counter[Pair]:
        """For how much the keys of the changed holders count, by the pairs that they make."""
        counts: Counter[Pair] = Counter()
        for holder in self._changed:
            for key in set(self._keys[holder]):
                if len(self._after[key].entered) == 1:
                    continue
                # Most of weighing's small steps are taken here, so nothing is called for each of
                # them.
                pairs = [
                    (holder, o) if holder < o else (o, holder)
                    for o in self._partners(holder, key)
                    if o != holder
                ]
                for _ in range(_counts(key)):
                    counts.update(pairs)
        return counts

    def _partners(self, holder: int, key: int) -> Sequence[int]:
        holders = self._after[key]
        every = holders.many and holder in holders.first
        return self._index.holders(key) if every else holders.first

    def _shift(self, before: Holders, after: Holders, key: int) -> Iterator[Pair]:
        """Pairs of unchanged holders that the key begins to make; notes the holders of those that
        it makes no more."""
        if not before.many and not after.many:
            return
        for holder in before.first:
            if holder not in self._changed and holder not in after.first:
                self.shaken[holder].add(key)
        for holder in after.first:
            if holder not in self._changed and holder not in before.first:
                others = self._index.holders(key) if after.many else after.entered
                yield from (
                    ordered(holder, o) for o in others if o != holder and o not in self._changed
                )

    def _learn(self, holders: Collection[int]) -> None:
        missing = [holder for holder in holders if holder not in self._keys]
        self._keys |= dict.fromkeys(missing, ()) | dict(self._index.keys_of(missing))


def _pairs_up(holders: Holders, pair: Pair) -> bool:
    return not holders.many or pair[0] in holders.first or pair[1] in holders.first
