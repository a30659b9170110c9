"""Faults of reading processes, not of an article: they say what is wrong or are followed by others; nobody waits for
them for ever."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from claims.errors import OnrecordError
from claims.model import Article, Reading
from cli.jobs import reading_child, reading_process
from cli.jobs.choice import Choice
from cli.jobs.cluster_worker import read_share, releases
from cli.jobs.frames import LOADED, READ, STOP, TROUBLE, read_frame, write_frame
from cli.jobs.in_order import InOrder
from cli.jobs.pipelines import reader
from cli.jobs.pool import Pool
from cli.jobs.reading_process import RUN, ReadingProcess, Work
from tests.cli.stub_reading import (
    BACKTRACKS,
    HANGS,
    MADE,
    PATIENCE,
    TAKES,
    TAKES_SECONDS,
    broken,
    says_threads,
    stub,
)

ARTICLES = [Article(f"{n}.txt", f"The quay {n} is safe, Aldo Ferrand said.") for n in range(4)]
WORK = pickle.dumps(Work(stub, Choice()))
SECONDS = 300.0
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed as on POSIX")


def cannot(*_: object, **__: object) -> None:
    """Instead of what a machine has no room for."""
    raise RuntimeError("can't start new thread")


@on_posix
@pytest.mark.parametrize("what", ["Timer", "subprocess.Popen"])
def test_a_machine_without_room_for_a_process_or_thread_says_so(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = reading_process if what == "Timer" else subprocess
    monkeypatch.setattr(owner, what.rpartition(".")[2], cannot)
    said = read_share(WORK, SECONDS, releases(), pickle.dumps(ARTICLES[:1]))
    assert said[:1] == STOP
    assert "no process can read (RuntimeError: can't start" in str(pickle.loads(said[1:]))


def test_a_model_that_cannot_be_loaded_is_one_line() -> None:
    with (
        closing(Pool(Work(broken, Choice()), 2)) as pool,
        pytest.raises(OnrecordError, match="ValueError: no model is in it"),
    ):
        list(InOrder(pool).read(ARTICLES))


def test_a_reading_that_cannot_be_sent_is_its_share_s_trouble() -> None:
    class Odd:
        def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
            yield from (Reading(a, lambda: None, (), MADE) for a in articles)  # type: ignore[arg-type]

    assert reading_child._answer(Odd(), ARTICLES[:1])[0] == TROUBLE


@on_posix
def test_a_process_that_dies_with_nothing_to_do_is_followed_by_another() -> None:
    share = pickle.dumps(ARTICLES[:1])
    with closing(ReadingProcess(WORK, SECONDS)) as one:
        assert one.ask(share)[:1] == READ
        first = one.process
        assert first is not None and first.stdin is not None and first.stdout is not None
        first.kill()
        first.wait()
        assert one.ask(share)[:1] == READ
        assert first.stdin.closed and first.stdout.closed


@on_posix
@pytest.mark.slow
def test_a_process_that_nobody_ends_in_the_middle_of_a_pattern_ends_itself() -> None:
    """Whoever began it may be gone, and no thread of it hears of that."""
    work = Work(stub, Choice(time_limit=1))
    with subprocess.Popen(
        [sys.executable, "-c", RUN.format(path=sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as left:
        assert left.stdin is not None and left.stdout is not None
        write_frame(left.stdin, pickle.dumps(work))
        assert read_frame(left.stdout) == LOADED
        write_frame(left.stdin, pickle.dumps([Article("a.txt", BACKTRACKS)]))
        try:
            assert left.wait(PATIENCE) == 1
        finally:
            left.kill()


class MadeTimer:
    """Never ends anything; counts how often time begins to run."""

    begun = 0

    def __init__(self, *_: object) -> None: ...

    def start(self) -> None:
        """Time runs."""
        MadeTimer.begun += 1

    def cancel(self) -> None:
        """It does not matter any more."""


@on_posix
@pytest.mark.parametrize(
    ("limit", "times"), [(PATIENCE, 1), pytest.param(TAKES_SECONDS, 5, id="as long as an article")]
)
def test_each_article_of_a_share_has_all_of_the_time(
    limit: float, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where several quick ones are done, it is said once for all of them."""
    monkeypatch.setattr(reading_process, "Timer", MadeTimer)
    monkeypatch.setattr(MadeTimer, "begun", 0)
    work = pickle.dumps(Work(stub, Choice(time_limit=limit)))
    share = [replace(one, text=f"{one.text} {TAKES}") for one in ARTICLES]
    with closing(ReadingProcess(work, limit)) as one:
        assert one.ask(pickle.dumps(share))[:1] == READ
    assert MadeTimer.begun == times


@on_posix
@pytest.mark.slow
def test_a_share_may_take_longer_than_the_limit_and_an_article_may_not() -> None:
    seconds = 3 * TAKES_SECONDS
    share = [replace(one, text=f"{one.text} {TAKES}") for one in ARTICLES]
    work = pickle.dumps(Work(stub, Choice(time_limit=seconds)))
    with closing(ReadingProcess(work, seconds)) as one:
        assert one.ask(pickle.dumps(share))[:1] == READ
        said = one.ask(pickle.dumps([*share, Article("hangs.txt", HANGS)]))
    assert said[:1] == TROUBLE
    assert pickle.loads(said[1:]) == f"it takes more than {seconds:g} seconds, see --time-limit"


@pytest.mark.parametrize(
    "choice, threads", [(Choice(time_limit=SECONDS), "3"), (Choice(jobs=2), "1")]
)
def test_one_process_keeps_the_threads_that_it_is_given(
    choice: Choice, threads: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_THREADS", "3")
    monkeypatch.setattr("cli.jobs.pipelines._pipeline", says_threads)
    with reader(choice) as machine, pytest.raises(OnrecordError, match=f"threads: {threads}"):
        list(machine.read(ARTICLES[:1]))
