"""Reading on a cluster: the results of one process; workers, articles, the scheduler or the run itself may die; nothing
says an address."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.errors import OnrecordError
from claims.model import Article
from cli.jobs import cluster_worker
from cli.jobs.choice import Choice
from cli.jobs.cluster import LOST, NEEDED, NOBODY
from cli.jobs.cluster_worker import OF_DASK, read_share, releases
from cli.jobs.frames import STOP
from cli.jobs.pipelines import reader
from cli.jobs.reading_process import Errand, Work
from cli.jobs.retry import to_read_again
from cli.main import main
from store.store import open_store
from tests.cli.crawl import IN_ARCHIVE, archive
from tests.cli.dask_cluster import LocalCluster, local_cluster, parent_of
from tests.cli.stub_reading import (
    HANGS,
    KILLS,
    PATIENCE,
    WAITS,
    begin,
    kept,
    stub,
    waiting,
    write_news,
)

ARTICLES = 18
ALL = list(range(ARTICLES))
ADDRESS, SECRET = "tcp://127.0.0.1:1", "tcp://sam:pa55word@127.0.0.1:1"
REFUSED = "--cluster: cannot be spoken to"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="a process is asked for its parent")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """A scheduler and two workers of one thread."""
    pytest.importorskip("distributed", reason="the extra onrecord[cluster] is not installed")
    with local_cluster(tmp_path_factory.mktemp("dask") / "cluster") as begun:
        yield begun


def add(news: Path, cluster: LocalCluster, store: Path, *words: object) -> subprocess.Popen[str]:
    """`onrecord add` of the stub, begun."""
    return begin("add", news, "--cluster", cluster.address, "--store", store, *words)


@pytest.mark.model
def test_a_cluster_reads_what_one_process_reads(cluster: LocalCluster, tmp_path: Path) -> None:
    texts = [
        f'TARNE — "The {thing} will close on Friday," Mira Oduya said. Boran Tesk denied that it would.\n'
        for thing in ("bridge", "school", "harbour", "mill", "mine", "road", "quay", "lock", "weir")
    ]
    articles = [Article(f"{number}.txt", text) for number, text in enumerate(texts)]
    with reader(Choice()) as one, reader(Choice(cluster=cluster.address)) as many:
        alone, together = list(one.read(articles)), list(many.read(articles))
    assert together == alone
    assert list(map(pickle.dumps, together)) == [
        pickle.dumps(pickle.loads(pickle.dumps(r))) for r in alone
    ]


@pytest.mark.slow
def test_workers_cut_web_archives_and_name_the_article_that_kills(
    cluster: LocalCluster, tmp_path: Path
) -> None:
    pytest.importorskip("fastwarc", reason="the extra onrecord[warc] is not installed")
    (folder := tmp_path / "crawl").mkdir()
    files = [archive(folder / "a.warc.gz", {4: KILLS}), archive(folder / "b.warc.gz")]
    run = add(folder, cluster, store := tmp_path / "s.db")
    _, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 3 and "a.warc.gz:5: cannot be read" in err
    archive(files[0])
    assert add(folder, cluster, store).wait(PATIENCE) == 0
    with open_store(store, create=False) as opened:
        docs = {one.doc for one in opened.articles.select()}
    assert docs == {f"{file}:{at + 1}" for file in files for at in range(IN_ARCHIVE)}


@on_linux
@pytest.mark.slow
def test_articles_that_kill_or_hang_are_named_and_kept_for_retry(
    cluster: LocalCluster, tmp_path: Path
) -> None:
    news = write_news(tmp_path / "news", ARTICLES, {6: KILLS, 11: HANGS})
    run = add(news, cluster, store := tmp_path / "s.db", "--time-limit", 10)
    _, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 3 and "Traceback" not in err and "tcp://" not in err
    assert "006.txt: cannot be read (its process was killed" in err
    assert "011.txt: cannot be read (it takes more than 10 seconds" in err
    assert kept(store) == [number for number in ALL if number not in (6, 11)]
    with open_store(store, create=False) as opened:
        assert set(to_read_again(opened)) == {str(news / "006.txt"), str(news / "011.txt")}


@on_linux
@pytest.mark.parametrize("at", [0, pytest.param(6, marks=pytest.mark.slow)])
def test_a_worker_that_is_killed_costs_no_article(
    at: int, cluster: LocalCluster, tmp_path: Path
) -> None:
    """Before the first result, and after a third of them."""
    news, barrier = write_news(tmp_path / "news", ARTICLES, {at: WAITS}), cluster.close_barrier()
    run = add(news, cluster, store := tmp_path / "s.db")
    os.kill(parent_of(waiting(barrier)), signal.SIGKILL)
    (barrier / "go").touch()
    assert run.wait(PATIENCE) == 0
    assert kept(store) == ALL


@on_linux
@pytest.mark.slow
def test_a_run_that_was_killed_is_completed_by_the_next(
    cluster: LocalCluster, tmp_path: Path
) -> None:
    news, barrier = write_news(tmp_path / "news", ARTICLES, {9: WAITS}), cluster.close_barrier()
    run = add(news, cluster, store := tmp_path / "s.db")
    waiting(barrier)
    run.kill()
    run.wait()
    (barrier / "go").touch()
    assert add(news, cluster, store).wait(PATIENCE) == 0
    assert kept(store) == ALL


@on_linux
@pytest.mark.slow
def test_a_scheduler_that_is_killed_ends_the_run_with_what_to_do(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    news, store = write_news(tmp_path / "news", ARTICLES, {9: WAITS}), tmp_path / "s.db"
    with local_cluster(tmp_path / "cluster") as cluster:
        run = add(news, cluster, store)
        waiting(cluster.barrier)
        cluster.scheduler.kill()
        _, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 2 and LOST in err and "tcp://" not in err and "Traceback" not in err
    with local_cluster(tmp_path / "another") as cluster:
        (cluster.barrier / "go").touch()
        assert add(news, cluster, store).wait(PATIENCE) == 0
    assert kept(store) == ALL


def test_without_the_extra_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["extract", str(write_news(tmp_path / "n", 1)), "--cluster", ADDRESS]) == 2
    assert capsys.readouterr().err == f"onrecord: {NEEDED}\n"


@pytest.mark.parametrize(
    "address, said",
    [
        pytest.param(ADDRESS, NOBODY, marks=pytest.mark.slow),
        (SECRET, REFUSED),
        ("foo://sam:pa55word@x", REFUSED),
        ("", REFUSED),
        *(
            pytest.param(address, REFUSED, marks=pytest.mark.slow)
            for address in (
                "tls://127.0.0.1:1",
                "tcp://",
                "x:y:z",
                "tcp://127.0.0.1:99999",
                "inproc://127.0.0.1/1/1",
            )
        ),
    ],
)
def test_an_address_that_nobody_answers_at_is_said_without_it(
    address: str, said: str, tmp_path: Path
) -> None:
    """To the end of the process: Dask's own complaints come as what it began is thrown away."""
    pytest.importorskip("distributed")
    run = begin("extract", write_news(tmp_path / "n", 1), "--cluster", address)
    _, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 2
    assert said in err and err.count("\n") == 1
    assert not any(word in err for word in ("sam", "pa55word", "127.0.0.1", "foo:"))
    assert "pa55word" not in repr(Choice(cluster=address))


def test_a_worker_with_another_release_reads_nothing() -> None:
    said = read_share(b"", 1, ("onrecord 0.0.1", "spacy 0.0.1"), b"")
    assert said[:1] == STOP
    error = pickle.loads(said[1:])
    assert isinstance(error, OnrecordError) and "here is onrecord 0.0.1, spacy 0.0.1" in str(error)


@pytest.mark.parametrize(
    ("set_for_the_worker", "read_with"), [("65536", None), ("1000000", "1000000")]
)
def test_a_process_that_reads_may_keep_the_memory_that_it_freed(
    set_for_the_worker: str, read_with: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dask has its workers give it back at once, unless whoever runs the worker says otherwise."""
    monkeypatch.setenv("MALLOC_TRIM_THRESHOLD_", set_for_the_worker)
    monkeypatch.setattr(cluster_worker, "_MINE", cluster_worker._OfThread())
    work, asked = Work(stub, Choice()), [Errand(os.getenv, "MALLOC_TRIM_THRESHOLD_")]
    said = read_share(pickle.dumps(work), PATIENCE, releases(), pickle.dumps(asked))
    process = cluster_worker._MINE.process
    assert process is not None
    process.close()
    assert pickle.loads(said[1:]) == [read_with]


def test_the_value_that_processes_do_not_get_is_that_of_dask() -> None:
    pytest.importorskip("distributed")
    defaults = pytest.importorskip("dask.config").defaults
    known = next(held["distributed"] for held in defaults if "distributed" in held)
    set_by_dask = known["nanny"]["pre-spawn-environ"]
    assert {name: str(set_by_dask[name]) for name in OF_DASK} == OF_DASK
