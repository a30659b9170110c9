"""Texts read beside one another by several threads: the same as by one, in order, and nothing is left behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest

from claims import engine
from claims.blas import _blas, _Stretches, one_thread
from claims.model import Article, Reading
from claims.pipeline import Pipeline

TEXT = 'The quay {0} is safe, Aldo Ferrand said. "Nobody asked the boatmen of pier {0}," Mira Oduya told the Gazette.'
ARTICLES = [Article(str(number), "\n".join([TEXT.format(number)] * 12)) for number in range(5)]


def read(threads: int, monkeypatch: pytest.MonkeyPatch) -> list[Reading]:
    monkeypatch.setenv("ONRECORD_THREADS", str(threads))
    engine.load.cache_clear()
    try:
        return list(Pipeline().read(ARTICLES))
    finally:
        engine.load.cache_clear()


@pytest.mark.model
@pytest.mark.parametrize("threads", [2, pytest.param(6, marks=pytest.mark.slow)])
def test_threads_change_no_reading(threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read(1, monkeypatch)
    assert all(reading.claims for reading in alone)
    assert read(threads, monkeypatch) == alone


@pytest.mark.model
def test_readings_given_up_leave_the_next_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_THREADS", "2")
    engine.load.cache_clear()
    try:
        pipeline = Pipeline()
        first = next(iter(pipeline.read(ARTICLES)))
        assert next(iter(pipeline.read(ARTICLES))) == first
    finally:
        engine.load.cache_clear()


def limits() -> list[int]:
    """Of numpy's library; spaCy's own keeps one for each thread, and is not asked to multiply."""
    libraries = _blas().info()
    return [one["num_threads"] for one in libraries if one["internal_api"] == "openblas"]


def test_one_stretch_on_one_thread_ends_no_other() -> None:
    while _Stretches.count:  # of readings that an earlier test gave up
        sleep(0.01)
    before, begun, goes_on = limits(), Event(), Event()

    def stretch() -> None:
        with one_thread():
            begun.set()
            assert goes_on.wait(20)

    with ThreadPoolExecutor(1) as pool:
        elsewhere = pool.submit(stretch)
        assert begun.wait(20)
        with one_thread():
            assert set(limits()) <= {1}
        assert set(limits()) <= {1}
        goes_on.set()
        elsewhere.result()
    assert limits() == before


def test_where_there_is_nothing_to_read_no_model_is_loaded() -> None:
    assert list(Pipeline(detector="/nowhere").read([], batch_size=0)) == []
