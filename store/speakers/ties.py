"""Which names are tied to each other, by keys under which few stand or by decisions, over any number of steps;
whether they are joined is judged in join.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, func, or_, select

from store.database.rows import chunks
from store.tables import SpeakerKeyRow, SpeakerPairRow, SpeakerRow
from store.tables.columns import col

MAX_KEY_HOLDERS = 200
"""Names under one key beyond which it tells nothing: comparing them all would cost more than it
finds."""
_LOOSE = "a:"
"""Keys of a family name with a body: the only ones to join that crowds share."""
_JOINING = ("j:", "c:", "b:", _LOOSE)
"""What keys begin with that tie names."""


def tied_to(connection: Connection, start: str) -> list[str]:
    """Every name that is tied to this one."""
    (component,) = components(connection, [start])
    return component


def components(connection: Connection, ids: Iterable[str]) -> list[list[str]]:
    """These names with every one that is tied to them, each with those that it is tied to."""
    groups = _Groups()
    frontier = dict.fromkeys(ids)
    keys: set[str] = set()
    while frontier:
        for id in frontier:
            groups.find(id)
        new: dict[str, None] = {}
        for some in chunks(frontier):
            for one, other in (*_keyed(connection, some, keys), *_paired(connection, some)):
                new |= {id: None for id in (one, other) if id not in groups}
                groups.join(one, other)
        frontier = new
    return groups.all()


class _Groups:
    """Names in groups, each named by one of its own."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def __contains__(self, id: str) -> bool:
        return id in self._above

    def find(self, id: str) -> str:
        """The name of the group of a name, which is entered."""
        above = self._above.setdefault(id, id)
        while above != id:
            self._above[id] = self._above[above]
            id, above = above, self._above[above]
        return id

    def join(self, one: str, other: str) -> None:
        """Makes one group of two."""
        self._above[self.find(one)] = self.find(other)

    def all(self) -> list[list[str]]:
        """The groups, in the order in which names came."""
        found: dict[str, list[str]] = {}
        for id in self._above:
            found.setdefault(self.find(id), []).append(id)
        return list(found.values())


def _keyed(connection: Connection, ids: list[str], seen: set[str]) -> Iterator[tuple[str, str]]:
    """Names that stand under one key with some of these, two by two; of keys that were not looked at before."""
    query = select(col(SpeakerKeyRow.key)).where(col(SpeakerKeyRow.speaker_id).in_(ids)).distinct()
    held = (key for key in connection.execute(query).scalars() if key.startswith(_JOINING))
    keys = [key for key in held if key not in seen]
    seen.update(keys)
    for some in chunks(keys):
        crowded = _crowded(connection, [key for key in some if key.startswith(_LOOSE)])
        query_ = select(col(SpeakerKeyRow.key), col(SpeakerKeyRow.speaker_id)).where(
            col(SpeakerKeyRow.key).in_([key for key in some if key not in crowded])
        )
        first: dict[str, str] = {}
        for key, id in connection.execute(query_.order_by(col(SpeakerKeyRow.speaker_id))):
            yield id, first.setdefault(key, id)


def _crowded(connection: Connection, keys: Sequence[str]) -> set[str]:
    """Those of the keys under which too many stand."""
    if not keys:
        return set()
    crowd = select(col(SpeakerKeyRow.key)).where(col(SpeakerKeyRow.key).in_(keys))
    crowd = crowd.group_by(col(SpeakerKeyRow.key)).having(func.count() > MAX_KEY_HOLDERS)
    return set(connection.execute(crowd).scalars())


def _paired(connection: Connection, ids: list[str]) -> Iterator[tuple[str, str]]:
    """Names of which a person decided whether they are one, both of them there."""
    query = select(col(SpeakerPairRow.a), col(SpeakerPairRow.b)).join(
        SpeakerRow, col(SpeakerRow.id) == col(SpeakerPairRow.a)
    )
    there = select(col(SpeakerRow.id))
    rows = connection.execute(
        query.where(
            or_(col(SpeakerPairRow.a).in_(ids), col(SpeakerPairRow.b).in_(ids)),
            col(SpeakerPairRow.b).in_(there),
        )
    )
    yield from ((row.a, row.b) for row in rows)
