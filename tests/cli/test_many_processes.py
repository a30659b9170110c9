"""A run whose reading processes die or hang goes on: the article that did it is named, kept for `add --retry` and
passed over, the others are read, each once and in order."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import closing
from pathlib import Path

import pytest

from claims.errors import OnrecordError
from claims.model import Article
from cli.jobs.choice import Choice
from cli.jobs.in_order import InOrder
from cli.jobs.pool import Pool
from cli.jobs.reading_process import Work
from cli.jobs.retry import to_read_again
from store.store import open_store
from tests.cli.stub_reading import (
    FAILS,
    HANGS,
    KILLS,
    PATIENCE,
    WAITS,
    begin,
    dying,
    kept,
    stub,
    waiting,
    write_news,
)

ARTICLES = 18
ALL = list(range(ARTICLES))
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed as on POSIX")


@pytest.mark.parametrize(
    "does, said",
    [
        (KILLS, "its process was killed"),
        pytest.param(HANGS, "it takes more than 10 seconds", marks=pytest.mark.slow),
        pytest.param(FAILS, "AssertionError: a rule came to nothing", marks=pytest.mark.slow),
    ],
)
def test_the_culprit_is_named_and_kept_for_retry_and_the_rest_is_read(
    does: str, said: str, tmp_path: Path
) -> None:
    news, store = write_news(tmp_path / "news", ARTICLES, {6: does}), tmp_path / "s.db"
    words = ["--jobs", 2, "--time-limit", 10, "--store", store]
    run = begin("add", news, *words)
    out, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 3 and "Traceback" not in err
    assert f"006.txt: cannot be read ({said}" in err
    rest = [number for number in ALL if number != 6]
    assert kept(store) == rest
    assert out.splitlines() == [f"added 1 claim  {news}/{number:03}.txt" for number in rest]
    with open_store(store, create=False) as opened:
        assert to_read_again(opened) == [str(news / "006.txt")]
    write_news(news, ARTICLES)
    assert begin("add", "--retry", *words).wait(PATIENCE) == 0
    assert kept(store) == ALL


@pytest.mark.parametrize("at", [0, 6])
def test_a_process_that_somebody_kills_costs_no_article(at: int, tmp_path: Path) -> None:
    """Before the first result, and after a third of them."""
    news, store = write_news(tmp_path / "news", ARTICLES, {at: WAITS}), tmp_path / "s.db"
    (barrier := tmp_path / "barrier").mkdir()
    run = begin("add", news, "--jobs", 2, "--store", store, barrier=barrier)
    os.kill(waiting(barrier), signal.SIGKILL)
    (barrier / "go").touch()
    assert run.wait(PATIENCE) == 0
    assert kept(store) == ALL


def test_a_run_that_was_killed_is_completed_by_the_next(tmp_path: Path) -> None:
    news, store = write_news(tmp_path / "news", ARTICLES, {9: WAITS}), tmp_path / "s.db"
    (barrier := tmp_path / "barrier").mkdir()
    run = begin("add", news, "--jobs", 2, "--store", store, barrier=barrier)
    waiting(barrier)
    run.kill()
    run.wait()
    (barrier / "go").touch()
    assert begin("add", news, "--jobs", 2, "--store", store, barrier=barrier).wait(PATIENCE) == 0
    assert kept(store) == ALL


@pytest.mark.slow
def test_one_process_reads_with_a_time_limit_too(tmp_path: Path) -> None:
    news, store = write_news(tmp_path / "news", 3, {1: HANGS}), tmp_path / "s.db"
    assert begin("add", news, "--time-limit", 10, "--store", store).wait(PATIENCE) == 3
    assert kept(store) == [0, 2]


def test_processes_that_die_before_they_can_read_end_the_run_with_what_to_do() -> None:
    with (
        closing(Pool(Work(dying, Choice()), 2)) as pool,
        pytest.raises(OnrecordError, match="want of memory"),
    ):
        list(InOrder(pool).read([Article("a.txt", "Nothing.")]))


def test_a_stream_that_was_given_up_does_not_disturb_the_next() -> None:
    articles = [Article(f"{n}.txt", f"The quay {n} is safe, Aldo Ferrand said.") for n in range(30)]
    with closing(Pool(Work(stub, Choice()), 2)) as pool:
        crew = InOrder(pool)
        next(crew.read(articles))
        assert [found.article.doc for found in crew.read(articles[::-1])] == [  # type: ignore[union-attr]
            article.doc for article in articles[::-1]
        ]
