"""`onrecord` with a pipeline that understands nothing and does what an article's text tells it: for tests of what
becomes of a run whose reading processes die or hang. A script, and a module that those processes import."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import cli.jobs.pipelines
from claims.errors import OnrecordError
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance, Versions

MADE = Versions("1", "sm", "net", "aaaa")
KILLS, HANGS, FAILS, WAITS = "It kills.", "It hangs.", "It fails.", "It waits."
TAKES, TAKES_SECONDS = "It takes a while.", 1.0
BACKTRACKS = "It backtracks."
"""As HANGS, in one step of Python, during which no other thread of the process comes to anything."""
BARRIER = "STUB_BARRIER"
"""Environment: a folder in which whoever reads an article that waits makes a file, named by the process; it waits until
the folder holds one that is named "go"."""
PATIENCE = 400
"""Seconds that a test waits for what must come, on a machine with too much to do."""


class Stub:
    """Finds one claim an article, unless it is told otherwise."""

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """A reading each."""
        for article in articles:
            if KILLS in article.text:
                os.kill(os.getpid(), signal.SIGKILL)
            if FAILS in article.text:
                raise AssertionError("a rule came to nothing")
            if HANGS in article.text:
                time.sleep(600)
            if TAKES in article.text:
                time.sleep(TAKES_SECONDS)
            if BACKTRACKS in article.text:
                re.match(r"(a+)+$", "a" * 60 + "b")
            if WAITS in article.text:
                _wait(Path(os.environ[BARRIER]))
            cue = article.text.index(" said") + 1
            who = Span(article.text.rindex(",", 0, cue) + 2, cue - 1)
            parts = (Span(cue, cue + 4),), (who,), (Span(0, who.start - 2),)
            speaker = Speaker("person", article.text[who.start : who.end])
            yield Reading(article, Header(), (Claim(*parts, "indirect", Stance(), speaker),), MADE)


def _wait(barrier: Path) -> None:
    (barrier / str(os.getpid())).touch()
    while not (barrier / "go").exists():
        time.sleep(0.02)


def stub(choice: object) -> Stub:
    """In the place of the pipeline."""
    return Stub()


def dying(choice: object) -> Stub:
    """In the place of a pipeline whose models do not fit into memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    return Stub()


def broken(choice: object) -> Stub:
    """In the place of a pipeline with a file that is none."""
    raise ValueError("no model is in it")


def says_threads(choice: object) -> Stub:
    """In the place of a pipeline: how many threads it is told to use."""
    raise OnrecordError(f"threads: {os.environ.get('ONRECORD_THREADS')}")


def begin(*words: object, barrier: Path | None = None) -> subprocess.Popen[str]:
    """`onrecord` with the stub, begun."""
    told = {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    return subprocess.Popen(
        [sys.executable, __file__, *map(str, words)], env=os.environ | told | {BARRIER: str(barrier)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def waiting(barrier: Path, besides: Collection[int] = ()) -> int:
    """Waits for a process that waits at the barrier, and is none of those."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        numbers = {int(file.name) for file in barrier.iterdir() if file.name != "go"}
        if new := numbers - set(besides):
            return new.pop()
        time.sleep(0.02)
    raise AssertionError("nobody came")


def kept(store: Path) -> list[int]:
    """The numbers of the articles in the store; each holds the claim that it makes, once."""
    from store.store import open_store

    with open_store(store, create=False) as opened:
        articles = list(opened.articles.select())
        assert all(len(opened.claims.of_article(article.id)) == 1 for article in articles)
        return sorted(int(Path(article.doc).stem) for article in articles)


def write_news(folder: Path, articles: int, odd: dict[int, str] | None = None) -> Path:
    """A folder of articles; odd: what some of them do."""
    folder.mkdir(exist_ok=True)
    for number in range(articles):
        text = f"The quay {number} is safe, Aldo Ferrand said. {(odd or {}).get(number, '')}"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


if __name__ == "__main__":
    import stub_reading  # type: ignore[import-not-found]  # as the reading processes know it

    import cli.jobs.corroborate
    from cli.main import run

    setattr(cli.jobs.pipelines, "_pipeline", stub_reading.stub)  # noqa: B010
    setattr(cli.jobs.corroborate, "bring_up_to_date", lambda *_, **_kw: None)  # noqa: B010
    run()
