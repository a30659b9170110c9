"""Many processes open one store at once, or one is killed on the way: nothing fails, nothing is
lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from store.migrations import HEAD, KNOWN
from store.store import open_store
from store.upgrade import back_up, migrate

NUMBERS = (3, pytest.param(8, marks=pytest.mark.slow))
"""How many processes open one store."""
OPEN = (
    "import sys; from store.store import open_store; print(open_store(sys.argv[1]).claims.count())"
)
FORMER = KNOWN[-3]


def _together(location: str, processes: int) -> list[str]:
    """What each of the processes says that open the store at the same time."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, location], text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        for _ in range(processes)
    ]  # fmt: skip
    return [process.communicate()[0].strip() for process in running]


def _older(location: str) -> None:
    url = location if "://" in location else f"sqlite:///{location}"
    with create_engine(url).begin() as connection:
        migrate(connection, FORMER)
        connection.execute(
            text("INSERT INTO outlet (id, name, key) VALUES ('o', 'Post', ' post ')")
        )


def _journal_mode(path: Path) -> str:
    with closing(sqlite3.connect(path)) as raw:
        return str(raw.execute("PRAGMA journal_mode").fetchone()[0])


@pytest.mark.parametrize("processes", NUMBERS)
def test_processes_make_one_new_store_together(location: str, processes: int) -> None:
    assert _together(location, processes) == ["0"] * processes


@pytest.mark.parametrize("processes", NUMBERS)
def test_processes_upgrade_an_older_store_together(location: str, processes: int) -> None:
    _older(location)
    assert _together(location, processes) == ["0"] * processes
    with open_store(location) as store:
        assert list(store.articles.outlet_facts()) == ["Post"]
    if "://" not in location:
        folder = Path(location).parent
        assert [file.name for file in folder.glob("*.backup-*")] == [f"store.db.backup-{FORMER}"]
        assert _journal_mode(Path(location)) == "wal"


def test_a_store_whose_making_was_cut_short_gets_its_log(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    open_store(path, create=False).close()
    assert _journal_mode(path) == "wal"


def test_a_store_that_cannot_be_given_its_log_opens_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("BEGIN")
        raw.execute("SELECT count(*) FROM claim").fetchone()
        with open_store(path, create=False) as store:
            assert store.claims.count() == 0


def test_a_backup_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(path).close()
    first = back_up(path, "0010")
    held = first.read_bytes()
    assert back_up(path, "0010") == first, "the same content needs no second copy"
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO outlet (id, name, key) VALUES ('o', 'Post', ' post ')")
    second = back_up(path, "0010")
    assert second.name == "store.db.backup-0010-2"
    assert first.read_bytes() == held
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize("step", ["upgrade", "back_up"])
def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.db"
    _older(str(path))

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(f"store.upgrade.{step}", fail)
        with pytest.raises(KeyboardInterrupt):
            open_store(path)
    with open_store(path) as store:
        assert list(store.articles.outlet_facts()) == ["Post"]
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
