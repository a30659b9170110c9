"""Weighing keeps the store to itself while nobody waits for it, and lets whoever comes in after the portion at hand."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from claims.corroborate import incremental
from cli.jobs import corroborate, weighing_crew
from cli.jobs.corroborate import bring_up_to_date
from cli.jobs.in_order import NobodyAnswersError, Ticket
from cli.jobs.weighing_crew import CrewWork
from store.corroboration.repository import TableShelf
from store.database.session import file_of, writing
from store.database.write_lock import somebody_waits
from store.store import Store, open_store
from tests.cli.test_weighing_crew import MadeCrew
from tests.store.conftest import TEXT, reading

WAIT_S = 20


def person(location: str, told: Callable[[], None]) -> threading.Thread:
    """Somebody who wants to write, and tells when he may."""

    def write() -> None:
        with open_store(location) as store, writing(store._engine, location):
            told()

    thread = threading.Thread(target=write)
    thread.start()
    return thread


def seen(look: Callable[[], bool]) -> bool:
    """Whether it comes to be seen in time."""
    until = time.monotonic() + WAIT_S
    while not look():
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True


def test_who_writes_sees_who_waits(location: str) -> None:
    """And nobody where there is nobody, before and after."""
    with open_store(location) as store:
        file = file_of(store._engine)
        for _ in range(2):
            came = threading.Event()
            with writing(store._engine, location) as connection:
                assert not somebody_waits(connection, file)
                waiting = person(location, came.set)
                assert seen(lambda: somebody_waits(connection, file))
                assert not came.is_set()
            assert came.wait(WAIT_S)
            waiting.join()


def weighed(store: Store, monkeypatch: pytest.MonkeyPatch, came: int, portions: int) -> list[str]:
    """What happens when somebody comes during that portion of so many; portions of a transaction have its number."""
    events: list[str] = []
    shelves: list[TableShelf] = []
    waiting: list[threading.Thread] = []

    def grow(shelf: TableShelf, *_: object) -> int:
        if shelf not in shelves:
            shelves.append(shelf)
        if len([event for event in events if event != "person"]) == portions:
            return 0
        events.append(f"portion {len(shelves)}")
        if len(events) == came:
            waiting.append(person(store.location, lambda: events.append("person")))
            assert seen(shelf.somebody_waits)
        return 1

    monkeypatch.setattr(incremental, "grow", grow)
    bring_up_to_date(store)
    for thread in waiting:
        thread.join()
    return events


def test_whoever_comes_is_let_in_after_the_portion_at_hand(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then, and from then on, portions go together."""
    with open_store(location) as store:
        store.articles.save(reading())
        events = weighed(store, monkeypatch, 3, 5)
    assert events == [*["portion 1"] * 3, "person", *["portion 2"] * 2]


def test_a_transaction_ends_after_a_while_though_nobody_waits(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that little is lost where the process is killed."""
    monkeypatch.setattr(corroborate, "TRANSACTION_SECONDS", 0.0)
    with open_store(location) as store:
        store.articles.save(reading())
        assert weighed(store, monkeypatch, 0, 3) == ["portion 1", "portion 2", "portion 3"]


def test_one_that_would_be_given_up_ends_sooner(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is where processes help, and somebody comes."""
    monkeypatch.setattr(weighing_crew, "working", lambda *_: nullcontext(CrewWork(MadeCrew(99))))
    with open_store(location) as store:
        store.articles.save(reading())
        monkeypatch.setattr(corroborate, "UNDISTURBED_SECONDS", 60.0)
        assert weighed(store, monkeypatch, 0, 3) == ["portion 1"] * 3
        monkeypatch.setattr(corroborate, "UNDISTURBED_SECONDS", 0.0)
        assert weighed(store, monkeypatch, 0, 3) == ["portion 1", "portion 2", "portion 3"]


class KeptWaiting(MadeCrew):
    """Lets somebody come when it is handed its first share, and answers nobody as long as he waits."""

    def __init__(self, come: Callable[[], object]) -> None:
        super().__init__(99_999)
        self._come = come
        self.came = False

    def hand(self, ticket: Ticket, share: list[Any]) -> None:
        """Takes a share."""
        super().hand(ticket, share)
        if share and not self.came:
            self.came, self.has_answer = True, False
            self._come()

    def answer(self, seconds: float | None = None) -> tuple[Ticket, bytes]:
        """Of the share that came last."""
        if not self.has_answer:
            time.sleep(seconds or 0)
            raise NobodyAnswersError
        return super().answer(seconds)


def stock(store: Store) -> None:
    """Articles that share what they say, all of them waiting."""
    for n in range(12):
        store.articles.save(reading(f"{TEXT} This is report {n % 7} of them.", f"{n}.txt"))


def test_whoever_comes_while_processes_are_waited_for_is_let_in_at_once(
    location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found so far is given up, and nothing of it is missing in the end."""
    with open_store(location) as store, open_store(str(tmp_path / "other.db")) as other:
        stock(store)
        stock(other)
        bring_up_to_date(other)

        def let_in() -> None:
            crew.has_answer = True

        crew = KeptWaiting(lambda: waiting.append(person(location, let_in)))
        waiting: list[threading.Thread] = []
        work = nullcontext(CrewWork(crew))
        monkeypatch.setattr(weighing_crew, "KEYS_A_SHARE", (1, 2))
        monkeypatch.setattr(weighing_crew, "working", lambda *_: work)
        bring_up_to_date(store)
        waiting[0].join(WAIT_S)
        assert crew.came and crew.has_answer and not store.corroboration.is_stale()
        assert list(store.propositions.select()) == list(other.propositions.select())
