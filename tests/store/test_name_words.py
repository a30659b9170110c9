"""Names are found by an index of their words: the same ones as by looking through all of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlmodel import col

from claims.folding import name_key
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from store.database.session import reading as snapshot
from store.queries.filters import names_with
from store.records import Filters, Move
from store.store import Store, open_store
from store.tables import SpeakerNameRow, SpeakerWordRow
from tests.store.forgetting.newsroom import forget
from tests.store.older import make_older

GIVEN = ("Zoë", "Odessa", "Jean-Luc", "D'Arcy", "Ødegård", "Łukasz", "A.", "The", "al")
FAMILY = (
    "Thrumble",
    "Pellgrave-Smith",
    "O'Hara",
    "van der Beek",
    "Müller",
    "50% Club",
    "under_score",
    "Lüdtke",
)


@pytest.fixture
def named(store: Store) -> Store:
    """A store of speakers with names of every kind."""
    chance = random.Random(1)
    names = sorted({f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(60)})
    store.articles.save(_said_by(names))
    return store


def _said_by(names: list[str]) -> Reading:
    claims = tuple(
        Claim(
            (),
            (),
            (Span(at, at + 1),),
            "indirect",
            Stance(),
            Speaker("person", name, mention=name),
            (),
        )
        for at, name in enumerate(names)
    )
    return Reading(Article("names.txt", "x" * (len(names) + 1)), Header(), claims)


def _asked() -> Iterator[str]:
    chance = random.Random(2)
    for name in (*GIVEN, *FAMILY):
        yield name
        yield name[: chance.randint(1, len(name))]
        yield f"{chance.choice(FAMILY)} {name}".upper()
    yield from (
        "",
        "  ",
        "%",
        "_",
        "%' OR 1",
        "der Beek",
        "Beek van",
        "x" * 300,
        "zoe",
        "muller",
        "'hara",
    )


def test_the_same_names_are_found_as_by_looking_through_them(named: Store) -> None:
    """Whole words in any order, in any case, accented or not; of the one that is typed its beginning."""
    with snapshot(named._engine, named.location) as connection:
        rows = connection.execute(select(col(SpeakerNameRow.name), col(SpeakerNameRow.key))).all()
        for words in _asked():
            parts = name_key(words).split()
            held = {r.name for r in rows if parts and all(f" {p} " in r.key for p in parts)}
            query = select(col(SpeakerNameRow.name)).where(names_with(words))
            assert set(connection.execute(query).scalars()) == held, words
    for words in _asked():
        _check_typed(named, words, rows)


def _check_typed(store: Store, words: str, rows: object) -> None:
    parts = name_key(words).split()
    filters = Filters(speaker=(words,), unfinished="speaker")
    found = {c.named for c in store.claims.select(filters)}
    wanted = {
        r.name
        for r in rows  # type: ignore[attr-defined]
        if parts and all(f" {p} " in r.key for p in parts[:-1]) and f" {parts[-1]}" in r.key
    }
    # Who is one speaker under several names is found by each of them.
    assert wanted <= found and (wanted or not found), words


def test_words_go_with_their_names(named: Store) -> None:
    """An alias that is taken back, and a speaker that is forgotten, leave none."""
    speaker = next(s for s in named.speakers.select() if s.name == "Odessa Thrumble")
    named.decisions.decide("Kim", [Move("alias", speaker.id, "Hyacinth")])
    assert [s.id for s in named.speakers.matching("hyacinth")] == [speaker.id]
    named.decisions.undo("Kim")
    assert named.speakers.matching("hyacinth") == [] and "hyacinth" not in _words(named)
    assert "odessa" in _words(named)
    forget(named, "article:names.txt")
    assert _words(named) == set()


def _words(store: Store) -> set[str]:
    with snapshot(store._engine, store.location) as connection:
        return set(connection.execute(select(col(SpeakerWordRow.word))).scalars())


def test_an_older_store_has_its_words_entered(
    location: str, tmp_path: Path, make_reading: Callable[..., Reading]
) -> None:
    """As it is upgraded."""
    with open_store(tmp_path / "today.db") as store:
        store.articles.save(make_reading())
        make_older(location, "0025", store)
    with open_store(location) as store:
        assert [s.name for s in store.speakers.matching("reyes")] == ["Ana Reyes"]


def test_words_are_found_within_the_index(store: Store) -> None:
    """However many names there are."""
    with snapshot(store._engine, store.location) as connection:
        query = select(col(SpeakerNameRow.name)).where(names_with("Odessa Thrumble"))
        told = str(query.compile(connection, compile_kwargs={"literal_binds": True})).replace(
            "%%", "%"
        )
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            plan = [row[0] for row in connection.execute(text(f"EXPLAIN {told}"))]
            assert not any("Seq Scan" in step for step in plan), plan
        else:
            plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {told}"))]
            assert not any(step.startswith("SCAN") for step in plan), plan
