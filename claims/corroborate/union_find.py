"""Joining numbered things into groups; what joins them stands in the callers."""

from __future__ import annotations


class Unions:
    """Disjoint sets over 0…n-1 (Galler and Fischer 1964), with the smallest item for each set."""

    def __init__(self, n: int) -> None:
        self._parent = list(range(n))

    def find(self, item: int) -> int:
        """The item that stands for the item's group; raises IndexError for one that is none."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, a: int, b: int) -> None:
        """Make one group of the groups of both."""
        a, b = sorted((self.find(a), self.find(b)))
        self._parent[b] = a

    def groups(self) -> list[list[int]]:
        """Every group, in the order of its first item."""
        groups: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            groups.setdefault(self.find(item), []).append(item)
        return list(groups.values())
