"""What a server breaks off is begun anew; what is wrong by itself is told at once; writers that share a server
lose nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import IntegrityError

from claims.errors import RowError
from store.database.again import WAITS_S, in_transaction
from store.database.errors import LOST
from store.store import open_store
from store.tables import ArticleRow
from store.tables.columns import table_of

WRITE = """
import sys
from claims.model import Article, Header, Reading
from store.store import open_store
from store.tables import ArticleRow
from store.tables.columns import table_of
from tests.store.conftest import TEXT, reading
with open_store(sys.argv[1]) as store:
    print("ready", flush=True)
    for round in range(3):
        for n in range(12):
            text = f"{TEXT} It is number {n}."
            store.articles.save_many([reading(text, f"{n}.txt", outlet=f"Post {n % 3}")])
"""
RAISES = "DO $$ BEGIN RAISE EXCEPTION 'broken off' USING ERRCODE = '{}'; END $$"


def _writer(location: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITE, location]
    return subprocess.Popen(words, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.database.again.time.sleep", lambda _: None)


@pytest.mark.parametrize("state", ["40001", "40P01", "23505"])
def test_a_change_that_lost_a_race_is_begun_anew(postgres: Any, state: str) -> None:
    """It fits in no order with another, waits for one that waits for it, or finds its row there."""
    begun = []

    def change(connection: Connection) -> str:
        begun.append(1)
        if len(begun) < 3:
            connection.exec_driver_sql(RAISES.format(state))
        return "done"

    location = postgres.new_store()
    with open_store(location) as store:
        assert in_transaction(store._engine, location, change) == "done"
    assert len(begun) == 3


def test_what_is_wrong_by_itself_is_told(location: str) -> None:
    """At once where nothing changes by waiting, and after few tries where a row is there already."""
    begun = []

    def twice(connection: Connection) -> None:
        begun.append(1)
        for _ in range(2):
            connection.exec_driver_sql("INSERT INTO meta VALUES ('made up', 1)")

    def senseless(_: Connection) -> None:
        begun.append(1)
        raise ValueError("no number")

    with open_store(location) as store:
        for change, tries in ((senseless, 1), (twice, 3 if "://" in location else 1)):
            begun.clear()
            with pytest.raises(RowError):
                in_transaction(store._engine, location, change)
            assert len(begun) == tries


def test_a_server_that_goes_down_meanwhile_is_waited_for(postgres: Any) -> None:
    """The change is begun anew once it is there again."""
    location, begun = postgres.new_store(), []

    def change(connection: Connection) -> int:
        begun.append(1)
        connection.exec_driver_sql("UPDATE meta SET value = value + 1 WHERE key = 'rules'")
        if len(begun) == 1:
            postgres.restart()
        found = connection.execute(text("SELECT value FROM meta WHERE key = 'rules'")).scalar()
        return int(found or 0)

    with open_store(location) as store:
        with store._engine.connect() as connection:
            before = connection.execute(
                text("SELECT value FROM meta WHERE key = 'rules'")
            ).scalar_one()
        assert in_transaction(store._engine, location, change) == before + 1
    assert 1 < len(begun) <= len(WAITS_S)


@pytest.mark.parametrize("writers", [3, pytest.param(8, marks=pytest.mark.slow)])
def test_writers_of_the_same_articles_lose_nothing_and_double_nothing(
    postgres: Any, writers: int
) -> None:
    """Also where the server is restarted while they write."""
    location = postgres.new_store()
    running = [_writer(location) for _ in range(writers)]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    with open_store(location) as store:
        until = time.monotonic() + 60
        while not store.claims.count() and time.monotonic() < until:
            pass
    postgres.restart("immediate")
    said = [process.communicate()[0] for process in running]
    # One whose connection went while it was told to keep a change cannot know whether it is kept.
    assert [words for words in said if words and LOST not in words] == []
    again = _writer(location)
    assert again.communicate()[0] == "ready\n"
    with open_store(location) as store:
        assert {a.doc for a in store.articles.select()} == {f"{n}.txt" for n in range(12)}
        assert (len(list(store.articles.select())), store.claims.count()) == (12, 36)
        assert store.integrity.verify().faults == ()


def test_an_article_has_one_current_edition(location: str, make_reading: Any) -> None:
    """Whoever writes: the database keeps a second one out."""
    with open_store(location) as store:
        store.articles.save(make_reading())
        store.articles.save(make_reading("The bridge will open in June.", claims=()))
        table = table_of(ArticleRow)
        query = select(table).where(table.c.current.is_(True))
        with pytest.raises(IntegrityError), store._engine.begin() as connection:
            row = dict(connection.execute(query).mappings().one())
            connection.execute(insert(table), [row | {"id": "another"}])


def test_the_driver_says_nothing_beside_the_error() -> None:
    """Of a connection that is lost it would write a line of its own among what a command prints."""
    said = subprocess.run(
        [sys.executable, "-c", "import logging, store.database.session\n"
         "logging.getLogger('psycopg').warning('error ignored terminating')"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (said.stdout, said.stderr) == ("", "")
