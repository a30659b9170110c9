"""Articles that may hold a draft's words: found by the index, whatever the size of the store."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from claims.model import Claim, Reading, Speaker
from store import Filters, open_store
from store.database.search import MAX_PIECES
from store.queries.near import MAX_CLAIMS
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
        (Asked(("rise", "tolls"), within=3), True),
        (Asked(("tolls",), "Reyes", within=3), True),
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


@pytest.mark.parametrize(("within", "found"), [(0, True), (9, True), (2, False)])
def test_words_are_found_that_stand_near_one_another(
    tmp_path: Path,
    make_reading: Callable[..., Reading],
    make_claim: Callable[..., Claim],
    within: int,
    found: bool,
) -> None:
    """In SQLite, whose index can tell; a server finds them wherever they stand."""
    text = "Ana Reyes said the tolls of all the old bridges rose."
    said = make_claim(
        text,
        "the tolls of all the old bridges rose",
        "said",
        "Ana Reyes",
        Speaker("person", "Ana Reyes"),
    )
    with open_store(tmp_path / "made.db") as store:
        store.articles.save(make_reading(text, "a.txt", (said,)))
        asked = Asked(("rose", "tolls"), within=within)
        assert bool(store.articles.near([asked], Filters(), 24)) == found


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
        told = {one.stated.id: one for one in store.articles.recorded_claims(text.ids)}
        assert [told[id].stated.quote for id in text.ids] == [*text.quotes]
        assert [told[id].stated.content for id in text.ids] == [*text.contents()]
        assert "tolls would rise" not in text.quotes and len(told) == 2
        assert not [*store.articles.recorded_claims([tolls.id])]


@pytest.mark.parametrize("filters", [Filters(), Filters(outlet=("Gazette",), since="2026")])
def test_the_index_is_asked_and_claims_are_never_looked_through(
    location: str, make_reading: Callable[..., Reading], filters: Filters
) -> None:
    """The plans of the statements that are run hold no scan of claims or articles."""
    asked = [Asked(("tolls would rise",)), Asked(("tolls",), "Reyes"), Asked((), "Reyes")]
    with _saved(location, make_reading) as store:
        plans = [
            _plan(store._engine, *statement)
            for one in asked
            for statement in _run(store, lambda one=one: store.articles.near([one], filters, 24))
        ]
    assert len(plans) >= len(asked)
    for plan in plans:
        assert [step for step in plan if "claim_search VIRTUAL TABLE INDEX" in step] or [
            step for step in plan if "Index" in step
        ]
        assert not [step for step in plan if _LOOKED_THROUGH.search(step)]


def test_articles_are_read_by_their_ids(
    location: str, make_reading: Callable[..., Reading]
) -> None:
    """As many statements for many as for one, and no table is looked through."""
    with _saved(location, make_reading) as store:
        ids = store.articles.near([Asked(("tolls",)), Asked(("bridge",))], Filters(), 24)
        run = _run(store, lambda: list(store.articles.recorded(ids)))
        claims = [id for text in store.articles.recorded(ids) for id in text.ids]
        run += _run(store, lambda: list(store.articles.recorded_claims(claims)))
        assert len(run) == 2
        for plan in (_plan(store._engine, *statement) for statement in run):
            assert not [step for step in plan if _LOOKED_THROUGH.search(step)]


_LOOKED_THROUGH = re.compile(
    r"^SCAN (?!claim_search\b)(?:claim|article)|Seq Scan on (?:claim|article)\b"
)


def _run(store: Store, act: Callable[[], object]) -> list[tuple[str, Any]]:
    """What is run at the database over claims."""
    run: list[tuple[str, Any]] = []

    def keep(_: Any, __: Any, statement: str, given: Any, *___: Any) -> None:
        if "FROM claim" in statement:
            run.append((statement, given))

    event.listen(store._engine, "before_cursor_execute", keep)
    act()
    event.remove(store._engine, "before_cursor_execute", keep)
    return run


def _plan(engine: Engine, statement: str, given: Any) -> list[str]:
    """The steps in which the database does it; a server's as for a table too large to look through."""
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if not sqlite:
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        explain = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
        rows = connection.exec_driver_sql(f"{explain} {statement}", given)
        return [row[3] if sqlite else row[0] for row in rows]


def test_a_filter_finds_what_stands_behind_many_other_claims(
    location: str, make_reading: Callable[..., Reading], make_claim: Callable[..., Claim]
) -> None:
    """However many claims hold the words that it leaves out; without one the first that were added."""
    text = "Ana Reyes said the tolls rose."
    claims = (
        make_claim(text, "the tolls rose", "said", "Ana Reyes", Speaker("person", "Ana Reyes")),
    )
    with open_store(location) as store:
        many = [
            make_reading(f"{text} Day {n}.", f"{n}.txt", claims, outlet="Post") for n in range(450)
        ]
        last = make_reading(text, "last.txt", claims, outlet="Lake Gazette")
        store.articles.save_many([*many, last], None)
        asked = [Asked(("tolls rose",))]
        (found,) = store.articles.near(asked, Filters(outlet=("Lake Gazette",)), 24)
        (kept,) = store.articles.recorded([found])
        assert kept.stated.doc == "last.txt"
        assert len(store.articles.near(asked, Filters(), 450)) == MAX_CLAIMS


def test_claims_that_a_filter_leaves_out_are_told_apart(
    location: str, make_reading: Callable[..., Reading]
) -> None:
    """They stay, for they tell whose words are whose."""
    with _saved(location, make_reading) as store:
        ids = store.articles.near([Asked(("tolls",))], Filters(), 24)
        (text,) = store.articles.recorded(ids, Filters(speaker=("Reyes",)))
        told = [*store.articles.recorded_claims(text.ids, Filters(speaker=("Reyes",)))]
        counted = [claim.stated.speaker for claim in told if claim.counted]
        assert {*counted} == {"Ana Reyes"} and len(text.ids) == len(told) > len(counted)


def test_the_index_of_words_comes_to_few_pieces_where_writes_left_many(
    tmp_path: Path, make_reading: Callable[..., Reading]
) -> None:
    """What is found stays the same; where there are few pieces nothing is done."""
    with open_store(tmp_path / "s.db") as store:
        text = make_reading().article.text
        for number in range(200):
            store.articles.save(make_reading(f"{text} Day {number}.", f"{number}.txt"))
        asked = [Asked(("tolls",))]
        before = store.articles.near(asked, Filters(), 24)
        pieces = [_pieces(store)]
        store.corroboration.put_together()
        pieces.append(_pieces(store))
        assert pieces[0] > MAX_PIECES and pieces[1] <= MAX_PIECES // 4
        assert store.articles.near(asked, Filters(), 24) == before
        store.articles.save(make_reading(f"{text} The last day.", "last.txt"))
        store.corroboration.put_together()
        assert _pieces(store) == pieces[1] + 1


def _pieces(store: Store) -> int:
    with store._engine.connect() as connection:
        return int(
            connection.exec_driver_sql(
                "SELECT count(DISTINCT segid) FROM claim_search_idx"
            ).scalar_one()
        )
