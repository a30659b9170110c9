"""Articles that may hold a draft's words: found by the index, whatever the size of the store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text as sql

from claims.model import Reading
from store import Filters, open_store
from store.queries.recorded import _answering
from store.records import Asked, Move
from store.store import Store


def _saved(location: str, make_reading: Callable[..., Reading]) -> Store:
    store = open_store(location)
    store.articles.save(make_reading(outlet="Lake Gazette", published="2026-05-04"))
    other = "Tam Oduya said the ferry was late."
    store.articles.save(make_reading(other, "b.txt", ()))
    return store


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(("tolls would rise",)), True),
        (Asked(("TOLLS", "rise")), True),
        (Asked(("tolls",), "Reyes"), True),
        (Asked((), "reyes"), True),
        (Asked(("tolls fall",)), False),
        (Asked(("tolls",), "Oduya"), False),
        (Asked(('"tolls OR would" NOT',)), False),
    ],
)
def test_articles_are_found_by_words_and_names(
    location: str, make_reading: Callable[..., Reading], asked: Asked, found: bool
) -> None:
    """No character of them is syntax."""
    with _saved(location, make_reading) as store:
        ids = store.articles.near([asked], Filters(), 24)
        docs = [text.stated.doc for text in store.articles.recorded(ids)]
        assert docs == (["a.txt"] if found else [])


def test_the_likeliest_comes_first_and_filters_bound_it(
    location: str, make_reading: Callable[..., Reading]
) -> None:
    """What answers more questions goes first; what filters leave out is no record."""
    with _saved(location, make_reading) as store:
        asked = [Asked(("tolls",)), Asked(("bridge",))]
        assert len(store.articles.near(asked, Filters(), 1)) == 1
        assert store.articles.near(asked, Filters(outlet=("Post",)), 24) == []
        assert store.articles.count_current() == 2


def test_what_was_judged_wrong_is_no_record(
    location: str, make_reading: Callable[..., Reading]
) -> None:
    """A claim that a person struck out shows nothing."""
    with _saved(location, make_reading) as store:
        (tolls,) = store.claims.select(Filters(text=("tolls",)))
        store.decisions.decide("Lee", [Move("status", tolls.id, "wrong")])
        ids = store.articles.near([Asked(("tolls",))], Filters(), 24)
        (text,) = store.articles.recorded(ids)
        assert "tolls would rise" not in [claim.quote for claim in text.claims]
        assert len(text.claims) == len(text.stated.claims) == 2


@pytest.mark.parametrize("filters", [Filters(), Filters(outlet=("Gazette",), since="2026")])
def test_the_index_is_asked_and_claims_are_never_looked_through(
    tmp_path: object, make_reading: Callable[..., Reading], filters: Filters
) -> None:
    """The plan of the statement holds no scan of claims or articles."""
    with (
        _saved(f"{tmp_path}/made.db", make_reading) as store,
        store._engine.connect() as connection,
    ):
        for asked in (Asked(("tolls would rise",)), Asked(("tolls",), "Reyes"), Asked((), "Reyes")):
            query = _answering(connection, asked, filters).compile(
                connection, compile_kwargs={"literal_binds": True}
            )
            plan = [row[3] for row in connection.execute(sql(f"EXPLAIN QUERY PLAN {query}"))]
            assert any("claim_search VIRTUAL TABLE INDEX" in step for step in plan)
            assert not [
                s
                for s in plan
                if s.startswith(("SCAN claim", "SCAN article")) and "claim_search" not in s
            ]
