"""What a person may ask to forget, and what stands in the way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from stored_bytes import standing

from claims.errors import SeveralError, StoreError, UsageError
from cli.jobs.corroborate import bring_up_to_date
from store.records import Move
from store.store import Store, open_store
from tests.store.forgetting.newsroom import (
    bridge,
    claim_with,
    forget,
    market,
)


@pytest.mark.parametrize(
    ("words", "error", "says"),
    [
        ("nobody at all", UsageError, "no article, speaker, outlet or decision"),
        ("Fenwick Courier", SeveralError, "outlet:Fenwick Courier"),
        ("99", UsageError, "no article"),
        ("2", UsageError, "takes back decision 1"),
    ],
)
def test_what_cannot_be_told_is_refused(
    desk: Store, words: str, error: type[Exception], says: str
) -> None:
    """Nothing is guessed where it would be gone for good."""
    one = claim_with(desk, "Quellmoor")
    desk.decisions.decide("Kim", [Move("speaker", one, "Fenwick Courier")])
    desk.decisions.undo("Kim")
    with pytest.raises(error, match=says):
        desk.forgetting.find(words)
    with pytest.raises(UsageError, match=r"is a claim; forget its article, news/bridge.txt"):
        desk.forgetting.find(one[:10])


def test_a_reader_that_holds_on_is_told_of_and_the_next_run_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is forgotten is gone from every list meanwhile."""
    monkeypatch.setattr("store.database.scrub.LOG_WAIT_S", 0.2)
    path = tmp_path / "store.db"
    with open_store(path) as store:
        store.articles.save_many([bridge(), market()])
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM claim").fetchone()
        with pytest.raises(StoreError, match="close it"):
            forget(store, "news/bridge.txt")
        assert store.claims.count() == 3 and store.forgetting.waits()
        reader.close()
        bring_up_to_date(store)
        store.forgetting.scrub()
        assert not store.forgetting.waits()
        assert not standing(str(path), ["Bruckvale span reopens"])


def test_backups_are_named_and_deleted(tmp_path: Path) -> None:
    """Those that an upgrade made; a repaired store may be somebody's own by now."""
    with open_store(tmp_path / "store.db") as store:
        for name in (
            "store.db.backup-0009",
            "store.db.backup-0009-2",
            "store.db.repaired",
            "store.db2",
        ):
            (tmp_path / name).write_bytes(b"x" * 3_000_000)
        assert [p.name for p in store.forgetting.backups()] == [
            "store.db.backup-0009", "store.db.backup-0009-2", "store.db.repaired",
        ]  # fmt: skip
        assert len(store.forgetting.delete_backups()) == 2
        assert [p.name for p in store.forgetting.backups()] == ["store.db.repaired"]
        assert (tmp_path / "store.db2").exists()
