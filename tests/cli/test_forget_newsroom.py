"""The demo's newsroom, of which each article, outlet and speaker is forgotten in turn, and a run that is
killed at any moment."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from stored_bytes import beyond, stored_bytes

from cli.jobs.corroborate import bring_up_to_date
from cli.jobs.sample import newsroom
from cli.main import main
from store.database.session import writing
from store.forgetting.scope import scope_of
from store.saving import tombstones
from store.store import Store, open_store

pytestmark = [pytest.mark.slow, pytest.mark.model]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the newsroom's lines, and a store of them."""
    folder = tmp_path_factory.mktemp("newsroom")
    with newsroom() as editions:
        for path in editions:
            assert main(["add", str(path), "--store", str(folder / "read.db")]) == 0
    lines = str(folder / "all.jsonl")
    assert main(["export", "--jsonl", "-o", lines, "--store", str(folder / "read.db")]) == 0
    assert main(["add", lines, "--store", str(folder / "all.db")]) == 0
    return folder


def lines_of(desk: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (desk / "all.jsonl").read_text("utf-8").splitlines()]


def made_of(lines: Iterable[dict[str, Any]], folder: Path) -> Store:
    """A store into which only these lines were read."""
    path = folder / "other.db"
    (folder / "some.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    open_store(path).close()
    assert main(["add", str(folder / "some.jsonl"), "--store", str(path)]) == 0
    return open_store(path)


def forget(store: Store, words: str) -> None:
    store.forgetting.forget([store.forgetting.find(words)], "Kim")
    bring_up_to_date(store)
    store.forgetting.scrub()
    assert store.integrity.verify().faults == ()


def shown(store: Store) -> dict[str, Any]:
    """Everything that lists show."""
    people = list(store.speakers.select())
    return {
        "articles": [(a.doc, a.text, a.outlet, a.title, a.url) for a in store.articles.select()],
        "claims": list(store.claims.select()),
        "speakers": sorted(map(repr, people)),
        "forms": sorted(repr(store.speakers.forms(one.id)) for one in people),
        "verdicts": list(store.propositions.select()),
        "copies": store.articles.copies(),
        "outlets": sorted(store.articles.outlet_facts()),
        "proposals": store.speakers.proposals(),
    }


@pytest.mark.parametrize("kind", ["article", "outlet"])
def test_what_stays_is_as_if_it_had_never_been_there(desk: Path, tmp_path: Path, kind: str) -> None:
    """Verdicts, speakers, names and copies; and of its text no run stands in the bytes that another
    article does not give."""
    lines = lines_of(desk)
    key = "doc" if kind == "article" else "outlet"
    for number, name in enumerate(sorted({line[key] for line in lines if line[key]})):
        folder = tmp_path / str(number)
        folder.mkdir()
        shutil.copy(desk / "all.db", folder / "store.db")
        docs = {line["doc"] for line in lines if line[key] == name}
        left = [line for line in lines if line["doc"] not in docs]
        gone = [line["text"] for line in lines if line["doc"] in docs]
        with open_store(folder / "store.db") as store, made_of(left, folder) as other:
            forget(store, f"{kind}:{name}")
            assert shown(store) == shown(other), name
            assert (
                beyond(stored_bytes(store.location), stored_bytes(other.location), gone) == set()
            ), name


def test_a_forgotten_speaker_is_one_who_was_never_let_in(desk: Path, tmp_path: Path) -> None:
    """As in a store that had the tombstone before it read anything."""
    with open_store(desk / "all.db") as store:
        people = [(one.id, one.name) for one in store.speakers.select()]
    for number, (id, name) in enumerate(people):
        folder = tmp_path / str(number)
        folder.mkdir()
        shutil.copy(desk / "all.db", folder / "store.db")
        with open_store(folder / "store.db") as store, open_store(folder / "other.db") as other:
            with store._engine.connect() as connection:
                names = scope_of(connection, [store.forgetting.find(f"speaker:{id}")]).names
            with writing(other._engine, other.location) as connection:
                tombstones.bury(connection, (("speaker", each) for each in names))
            forget(store, f"speaker:{id}")
            assert main(["add", str(desk / "all.jsonl"), "--store", other.location]) == 0
            assert shown(store) == shown(other), name


def _held(store: Store, doc: str) -> tuple[int, int]:
    """Editions of an article, and their claims."""
    there = [article for article in store.articles.select() if article.doc == doc]
    return len(there), sum(len(store.claims.of_article(article.id)) for article in there)


def _moments(command: list[str], made: Path, environment: dict[str, str]) -> list[float]:
    """Twenty-four moments from near the start of a run to past its end, on this machine now."""
    shutil.copy(made, command[-1])
    began = time.monotonic()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return [(time.monotonic() - began) * step / 16 for step in range(1, 25)]


def test_a_run_that_is_killed_leaves_it_wholly_there_or_wholly_gone(
    desk: Path, tmp_path: Path
) -> None:
    """At any moment; the next run takes every byte out."""
    doc, text = next((line["doc"], line["text"]) for line in lines_of(desk))
    command = [sys.executable, "-c", "from cli.main import run; run()", "forget", doc, "--yes"]
    environment = os.environ | {"ONRECORD_REVIEWER": "Kim"}
    with open_store(desk / "all.db") as store:
        whole = _held(store, doc)
    left = [line for line in lines_of(desk) if line["doc"] != doc]
    with made_of(left, tmp_path) as other:
        without = stored_bytes(other.location)
    outcomes = set()
    moments = _moments(
        [*command, "--store", str(tmp_path / "timed.db")], desk / "all.db", environment
    )
    for step, moment in enumerate(moments):
        path = tmp_path / f"{step}.db"
        shutil.copy(desk / "all.db", path)
        running = subprocess.Popen(
            [*command, "--store", str(path)], env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )  # fmt: skip
        time.sleep(moment)
        running.send_signal(signal.SIGKILL)
        running.wait()
        with open_store(path) as store:
            there = _held(store, doc)
            assert there in (whole, (0, 0)), step
            assert store.integrity.verify().faults == ()
            outcomes.add(there)
            waits = store.forgetting.waits()
        code = main(["forget", doc, "--yes", "--store", str(path)])
        assert code == 0 or (there == (0, 0) and not waits)
        with open_store(path) as store:
            assert not store.forgetting.waits()
        assert beyond(stored_bytes(str(path)), without, [text]) == set(), step
    assert outcomes == {whole, (0, 0)}
