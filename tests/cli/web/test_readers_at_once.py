"""Fifty readers of the page beside a writer."""

from __future__ import annotations

import itertools
import threading
import time
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

import pytest

from store.store import open_store

READ = ("claims.json?limit=500", "check", "speakers", "articles", "claims?q=tide", "claims.csv")


@pytest.mark.slow
def test_fifty_readers_at_once_while_a_writer_adds(tmp_path: Path, serve: Any) -> None:
    """Nobody waits for the writer, nobody fails, and each answer is of one moment."""
    path, answers, stop = tmp_path / "busy.db", list[_Answer](), threading.Event()
    _add(path, 0)
    with open_store(path, read_only=True) as store, serve(store) as where:
        writer = threading.Thread(target=_write, args=(path, stop))
        writer.start()
        readers = [threading.Thread(target=_read, args=(where, answers)) for _ in range(50)]
        for one in readers:
            one.start()
        for one in readers:
            one.join(240)
        stop.set()
        writer.join(60)
        count = store.claims.count()
    assert not (wrong := [answer for answer in answers if not answer.right]), wrong[:3]
    assert len(answers) == 600 and count > 20 and max(a.seconds for a in answers) < 60


class _Answer(NamedTuple):
    """What a reader got."""

    address: str
    right: bool
    said: str
    seconds: float


def _read(where: str, answers: list[_Answer]) -> None:
    """Asks for six views, twice."""
    for address in (*READ, *READ):
        begun = time.monotonic()
        try:
            body = urlopen(f"{where}/{address}", timeout=60).read()
        except OSError as error:
            right, said = False, str(error)
        else:
            right, said = b"Asta Lund" in body or b"Tide" in body, repr(body[:200])
        answers.append(_Answer(address, right, said, time.monotonic() - begun))


def _write(path: Path, stop: threading.Event) -> None:
    """Adds until it is stopped."""
    for batch in itertools.count(1):
        if stop.is_set():
            return
        _add(path, batch)


def _add(path: Path, batch: int) -> None:
    """Ten articles more, weighed."""
    from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
    from cli.jobs.corroborate import bring_up_to_date

    with open_store(path) as store:
        for n in range(batch * 10, batch * 10 + 10):
            text = f"Asta Lund said the tide reached mark {n} of the old gauge."
            claim = Claim(
                (Span(10, 14),), (Span(0, 9),), (Span(15, len(text) - 1),), "indirect", Stance(),
                Speaker("person", "Asta Lund", mention="Asta Lund"), (),
            )  # fmt: skip
            article = Article(
                f"tide{n}.txt", text, f"Tide {n}", outlet="Lake Gazette", published="2026-06-01"
            )
            store.articles.save(Reading(article, Header(), (claim,)))
        bring_up_to_date(store)
