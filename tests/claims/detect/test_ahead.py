"""Work begun before it is asked for: its results are the same, each is done once, and nobody waits for what nobody
does."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event, get_ident

import pytest

from claims.detect.ahead import InTurn, Later, done

PATIENCE = 20.0


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def test_without_threads_work_is_done_when_it_is_asked_for() -> None:
    did: list[int] = []
    works = [Later(None, partial(did.append, number)) for number in range(3)]
    works[1].result()
    assert did == [1]
    done(works)
    assert did == [1, 0, 2]


def test_what_nobody_has_begun_is_done_by_who_asks(threads: ThreadPoolExecutor) -> None:
    goes_on, begun = Event(), Event()

    def waits() -> int:
        begun.set()
        assert goes_on.wait(PATIENCE)
        return get_ident()

    elsewhere, here = Later(threads, waits), Later(threads, get_ident)
    assert begun.wait(PATIENCE)
    assert here.result() == get_ident()
    goes_on.set()
    assert elsewhere.result() != get_ident()


def test_what_the_work_raises_is_raised_where_it_is_asked_for(threads: ThreadPoolExecutor) -> None:
    for pool in (threads, None):
        with pytest.raises(ZeroDivisionError):
            Later(pool, lambda: 1 // 0).result()


@pytest.mark.parametrize("most, begun_first", [(0, 0), (3, 2), (9, 5)])
def test_no_more_is_begun_ahead_than_may_be(most: int, begun_first: int) -> None:
    begun: list[int] = []

    def works(number: int) -> list[Later[None]]:
        begun.append(number)
        return [Later(None, lambda: None)] * 2

    turns = InTurn(range(5), works, most)
    assert len(begun) == begun_first
    for number in range(5):
        assert next(turns) == number
        assert len(begun) == max(number + 1, min(5, begun_first + number + 1))
    assert list(turns) == []


def test_what_is_given_up_is_not_done(threads: ThreadPoolExecutor) -> None:
    goes_on, did = Event(), list[int]()
    Later(threads, partial(goes_on.wait, PATIENCE))
    turns = InTurn(range(3), lambda number: [Later(threads, partial(did.append, number))], 9)
    turns.close()
    goes_on.set()
    threads.shutdown()
    assert did == []


def test_what_the_thing_at_hand_still_wants_is_given_up_too(threads: ThreadPoolExecutor) -> None:
    """An interruption waits for nothing that has not begun."""
    goes_on, did = Event(), list[int]()
    Later(threads, partial(goes_on.wait, PATIENCE))
    turns = InTurn(range(3), lambda number: [Later(threads, partial(did.append, number))] * 2, 9)
    assert next(turns) == 0
    turns.close()
    goes_on.set()
    threads.shutdown()
    assert did == []


def test_what_a_later_thing_raises_is_raised_in_its_own_turn() -> None:
    def works(number: int) -> list[Later[None]]:
        if number == 1:
            raise ValueError(number)
        return [Later(None, lambda: None)]

    turns = InTurn(range(3), works, 9)
    assert next(turns) == 0
    with pytest.raises(ValueError, match="1"):
        next(turns)
    assert next(turns) == 2
