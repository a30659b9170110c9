"""Faults of those that read for a run, not of an article: the run ends with what is wrong; it never waits for ever, and
no article is blamed."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from claims.errors import OnrecordError
from claims.model import Article, Header, Versions
from cli.jobs import cluster
from cli.jobs.choice import Choice
from cli.jobs.cluster import Cluster
from cli.jobs.frames import READ, STOP
from cli.jobs.in_order import ARTICLES_PER_SHARE, InOrder, Ticket
from cli.jobs.reading_process import Work
from tests.cli.stub_reading import MADE, stub

ARTICLES = [Article(f"{n}.txt", f"The quay {n} is safe, Aldo Ferrand said.") for n in range(40)]
LOOKS = 1_000
"""At how many workers there are, before a test says that nothing comes of it."""


class MadeCrew:
    """Workers who answer what they are handed; after so many shares all have left."""

    def __init__(self, stay: int, versions: Iterable[Versions] = ()) -> None:
        self._stay, self._versions = stay, iter(versions)
        self._handed: list[tuple[Ticket, list[Article]]] = []
        self._looks = self._shares = 0
        self.sizes: list[int] = []

    @property
    def width(self) -> int:
        """One, or nobody any more."""
        self._looks += 1
        assert self._looks < LOOKS, "it looks on and on"
        return int(self._shares < self._stay)

    def hand(self, ticket: Ticket, articles: list[Article]) -> None:
        """Takes a share."""
        self._shares += 1
        self.sizes.append(len(articles))
        self._handed.append((ticket, articles))

    def answer(self, seconds: float | None = None) -> tuple[Ticket, bytes]:
        """Of the share that came first."""
        if self._shares > self._stay:
            raise OnrecordError("nobody is there")
        ticket, articles = self._handed.pop(0)
        parts = (Header(), (), next(self._versions, MADE))
        return ticket, READ + pickle.dumps([parts] * len(articles))

    @property
    def has_answer(self) -> bool:
        """Whether a share was handed out and not answered."""
        return bool(self._handed)

    def close(self) -> None:
        """Nothing is left."""


def test_workers_that_left_while_the_writer_saved_end_the_run() -> None:
    with pytest.raises(OnrecordError, match="nobody is there"):
        list(InOrder(MadeCrew(stay=2)).read(ARTICLES))


def test_readings_of_another_model_end_the_run() -> None:
    others = [MADE, replace(MADE, detector_digest="bbbb")]
    with pytest.raises(OnrecordError, match=r"different models.*bbbb.*aaaa"):
        list(InOrder(MadeCrew(2, others)).read(ARTICLES))


def test_what_was_finished_before_the_end_is_given_first() -> None:
    others = [MADE, replace(MADE, detector_digest="bbbb")]
    found = InOrder(MadeCrew(2, others)).read(ARTICLES)
    assert [next(found).article.doc for _ in range(4)] == ["0.txt", "1.txt", "2.txt", "3.txt"]  # type: ignore[union-attr]
    with pytest.raises(OnrecordError, match="different models"):
        next(found)


def test_what_was_finished_before_the_crew_went_is_given_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where that shows as more would be handed out."""

    class Leaves(MadeCrew):
        @property
        def width(self) -> int:
            """Two, until three shares were answered."""
            if self._shares - len(self._handed) >= 3:
                raise OnrecordError("the scheduler is gone")
            return 2

    found: list[str] = []
    with pytest.raises(OnrecordError, match="is gone"):
        found.extend(one.article.doc for one in InOrder(Leaves(99)).read(ARTICLES))  # type: ignore[union-attr]
    assert len(found) >= 3 * ARTICLES_PER_SHARE


def test_what_is_finished_by_then_comes_together() -> None:
    shares = list(InOrder(MadeCrew(stay=40)).read_ready(ARTICLES))
    assert [one.article.doc for some in shares for one in some] == [a.doc for a in ARTICLES]  # type: ignore[union-attr]
    assert len(shares[0]) > ARTICLES_PER_SHARE


def test_the_first_shares_are_small_so_that_a_few_articles_go_to_many() -> None:
    crew = MadeCrew(stay=40)
    list(InOrder(crew).read(ARTICLES))
    assert crew.sizes == [4, 4, 8, 8, 8, 8]


class Clock:
    """A second passes whenever it is asked."""

    now = 0.0

    def monotonic(self) -> float:
        """The time."""
        self.now += 1
        return self.now


class Scheduler:
    """A client of one; seen: the threads at each look, the last of them from then on."""

    def __init__(self, seen: list[int]) -> None:
        self._seen = seen

    def nthreads(self) -> dict[str, int]:
        """Of one worker."""
        return {"worker": self._seen.pop(0) if len(self._seen) > 1 else self._seen[0]}


def test_the_time_without_workers_counts_from_when_answers_are_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not from the last look before a long transaction."""
    clock, scheduler = Clock(), Scheduler([1, 0, 0, 1, 0])
    monkeypatch.setattr(cluster, "_connected", lambda _: scheduler)
    monkeypatch.setattr(cluster, "time", clock)
    monkeypatch.setattr(cluster, "LOOK_SECONDS", 0.01)
    crew = Cluster(Work(stub, Choice()), "tcp://127.0.0.1:1")
    clock.now += 10 * cluster.DESERTED_SECONDS
    with pytest.raises(OnrecordError, match="no workers"):
        crew.answer()
    assert len(scheduler._seen) == 1, "it gave up at the first look"


def test_an_answer_that_the_scheduler_takes_along_says_that_it_is_gone() -> None:
    comm = pytest.importorskip("distributed.comm")

    class Future:
        def result(self) -> Any:
            raise comm.CommClosedError("in <TCP tcp://127.0.0.1:1>")

    said = cluster._said(Future())
    assert said[:1] == STOP and str(pickle.loads(said[1:])) == cluster.LOST


@pytest.mark.parametrize("error", [RuntimeError("no module"), OSError("no process")])
def test_what_befalls_the_cluster_is_no_fault_of_an_article(error: Exception) -> None:
    pytest.importorskip("distributed")

    class Future:
        def result(self) -> Any:
            raise error

    said = cluster._said(Future())
    assert said[:1] == STOP and type(error).__name__ in str(pickle.loads(said[1:]))
