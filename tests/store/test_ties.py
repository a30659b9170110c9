"""Names are tied to each other alike whether they are looked up one by one or together, and together few statements
do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, select

from claims.model import Speaker
from store.database.session import reading
from store.speakers.ties import components, tied_to
from store.store import Store
from store.tables import SpeakerRow
from store.tables.columns import col
from tests.store.test_speakers import article

MANY = 60


@pytest.fixture
def names(store: Store) -> Store:
    """A store of names, some of them tied by likeness, by a body and by a person."""
    store.articles.save_many([
        article("a", "Mohammed Harun", "Bela Ostrin", "Ines Vadrel"),
        article("b", "Muhammad Harun", Speaker("person", "Ostrin", mention="Ostrin", affiliation="Tarne Port")),
        article("c", "Dr. Mohamed Harun", Speaker("person", "Bela Ostrin", mention="Ostrin", affiliation="Tarne Port")),
        *(article(f"n{n}", f"Aldo {chr(97 + n % 26) * 4}{chr(97 + n // 26) * 4}") for n in range(MANY)),
    ])  # fmt: skip
    store.decisions.merge("me", *(store.speakers.matching(name)[0].id for name in ("Ines", "Aldo")))
    return store


@contextmanager
def counted(store: Store) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(store._engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(store._engine, "before_cursor_execute", note)


def test_together_as_one_by_one_in_few_statements(names: Store) -> None:
    with reading(names._engine, names.location) as connection:
        ids = list(connection.execute(select(col(SpeakerRow.id))).scalars())
        alone = {frozenset(tied_to(connection, id)) for id in ids}
        with counted(names) as sent:
            together = components(connection, ids)
    assert len(ids) > MANY
    assert {frozenset(some) for some in together} == alone
    assert sorted(id for some in together for id in some) == sorted(ids)
    assert 1 < max(map(len, together)) < len(ids)
    assert len(sent) < MANY / 3
