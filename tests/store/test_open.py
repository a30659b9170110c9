"""Opening: what is made, what is refused, what is said."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, make_url, select, text

import store.migrations
import store.tables
from claims.errors import StoreError
from store.migrations import HEAD, KNOWN
from store.records import Filters
from store.speakers.rules import RULES
from store.store import open_store
from store.tables import ReviewRow
from store.tables.columns import table_of
from store.tables.declared import METADATA
from store.upgrade import back_up, migrate
from tests.new_store import rows, script


def test_missing_folders_are_created(tmp_path: Path) -> None:
    """A store may lie in a folder that is not there yet."""
    with open_store(tmp_path / "a" / "b" / "store.db") as opened:
        assert opened.claims.count() == 0


def test_a_missing_store_is_not_made_for_reading(tmp_path: Path) -> None:
    """Commands that only read say how to begin."""
    with pytest.raises(StoreError, match=r"no store at .*run `onrecord add` first"):
        open_store(tmp_path / "store.db", create=False)
    assert not (tmp_path / "store.db").exists()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """A text file named as the store stays as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, and they are worth keeping.")
    with pytest.raises(StoreError, match="is no onrecord store"):
        open_store(path)
    assert path.read_text().startswith("These are")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """An SQLite file with other tables gets none of ours."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(StoreError, match="is no onrecord store"):
        open_store(path)
    with sqlite3.connect(path) as raw:
        assert [row[0] for row in raw.execute("SELECT name FROM sqlite_master")] == ["recipes"]


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    """An unknown revision means a newer version made it."""
    path = tmp_path / "store.db"
    open_store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="made by a newer onrecord; upgrade onrecord"):
        open_store(path)


def test_the_migrations_make_the_tables_of_the_models(tmp_path: Path) -> None:
    """No column is in the models alone or in the migrations alone."""
    assert store.tables.ClaimRow
    open_store(tmp_path / "store.db").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'store.db'}")
    ours = MigrationContext.configure(
        engine.connect(),
        opts={"include_name": lambda name, kind, _: not str(name).startswith("claim_search")},
    )
    assert compare_metadata(ours, METADATA) == []


def test_a_new_store_is_what_the_migrations_make(location: str) -> None:
    """It is made at once, of files that say what all of them come to."""
    url = location if "://" in location else f"sqlite:///{location}"
    dialect = make_url(url).get_backend_name()
    said = (Path(store.migrations.__file__).with_name(f"new_{dialect}.sql")).read_text("utf-8")
    # Versions of SQLite differ in how they quote a name that was given later.
    made, kept = (re.sub(r'["\s]+', " ", text) for text in (script(url), said))
    assert made == kept, "run python -m tests.new_store"


def test_no_revision_is_left_out_of_a_new_store(location: str) -> None:
    """Nor do its first rows differ from those after every migration."""
    open_store(location).close()
    url = location if "://" in location else f"sqlite:///{location}"
    with create_engine(url).connect() as connection:
        assert rows(connection) == {
            "alembic_version": [(HEAD,)],
            "meta": [("identity", RULES), ("rules", 0)],
        }


def test_a_backup_is_a_whole_store(tmp_path: Path, make_reading) -> None:  # type: ignore[no-untyped-def]
    """The copy made before an upgrade opens and holds the same claims."""
    with open_store(tmp_path / "store.db") as opened:
        opened.articles.save(make_reading())
    copy = back_up(tmp_path / "store.db", "0001")
    assert copy.name == "store.db.backup-0001"
    with open_store(copy) as opened:
        assert opened.claims.count() == 3


def test_an_older_store_is_copied_before_its_upgrade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_reading
) -> None:  # type: ignore[no-untyped-def]
    """Opening a store of an earlier revision leaves a backup that names the revision."""
    path = tmp_path / "store.db"
    with open_store(path) as opened:
        opened.articles.save(make_reading())
    monkeypatch.setattr("store.opening.HEAD", "next")
    monkeypatch.setattr("store.opening.KNOWN", (*KNOWN, "next"))
    monkeypatch.setattr("store.upgrade.upgrade", lambda connection: None)
    open_store(path).close()
    assert (tmp_path / f"store.db.backup-{HEAD}").exists()


def test_decisions_of_an_older_store_take_the_new_columns(location: str) -> None:
    """Revision 0011 renames who, what, old and new; the rows stay."""
    url = location if "://" in location else f"sqlite:///{location}"
    with create_engine(url).begin() as connection:
        migrate(connection, "0010")
        connection.execute(
            text(
                'INSERT INTO decision (id, at, who, what, subject, "old", "new", note) '
                "VALUES (1, '2026-01-02 03:04:05', 'Kim', 'status', 'c1', 'correct', 'wrong', 'n')"
            )
        )
    with open_store(location) as opened:
        (decision,) = opened.decisions.select()
    assert (decision.reviewer, decision.kind, decision.subject) == ("Kim", "status", "c1")
    assert (decision.before, decision.after, decision.note) == ("correct", "wrong", "n")


def test_a_chain_kept_beside_a_correction_takes_the_new_words(tmp_path: Path) -> None:
    """Revision 0012 renames who in tables, and in the machine's chain, which is kept as JSON."""
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with create_engine(url).begin() as connection:
        migrate(connection, "0011")
        link = {"claim_id": "c1", "position": 0, "who": "Tarne Herald"}
        connection.execute(
            text(
                "INSERT INTO review (claim_id, status, who, at, note, machine, added, found) "
                "VALUES ('c1', 'corrected', 'Kim', '2026-01-02 03:04:05', '', :machine, false, true)"
            ),
            {"machine": json.dumps({"chain": [link]})},
        )
        migrate(connection, "0012")
        query = select(table_of(ReviewRow).c["reviewer", "machine"])
        (row,) = connection.execute(query).all()
    assert row.reviewer == "Kim"
    kept = {"claim_id": "c1", "position": 0, "intermediary": "Tarne Herald"}
    assert row.machine == {"chain": [kept]}


def test_of_two_current_editions_the_latest_stays(location: str) -> None:
    """Revision 0024 lets no article have two, which writers at once could leave."""
    url = location if "://" in location else f"sqlite:///{location}"
    columns = (
        "doc, text, text_hash, outlet_inferred, wire_inferred, byline, credits, published_inferred, published_key,"
        " told, id, edition_of, fetched, current"
    )
    given = "'a', 'A', 'h', false, false, '[]', '[]', false, '', '[]'"
    with create_engine(url).begin() as connection:
        migrate(connection, "0023")
        for id, of, day, current in (
            ("one", "NULL", 1, "false"), ("two", "'one'", 3, "true"), ("three", "'one'", 2, "true")
        ):  # fmt: skip
            connection.exec_driver_sql(
                f"INSERT INTO article ({columns}) "
                f"VALUES ({given}, '{id}', {of}, '2026-01-0{day} 00:00:00.000000', {current})"
            )
    with open_store(location) as opened:
        assert {a.id: a.current for a in opened.articles.select()} == {
            "one": False, "two": True, "three": False
        }  # fmt: skip


def test_a_new_and_a_current_store_open_without_alembic(tmp_path: Path) -> None:
    """The migration engine is slow to import and only needed to upgrade."""
    code = (
        "import sys; from store import open_store; open_store(sys.argv[1]).close(); "
        "open_store(sys.argv[1], create=False).claims.count(); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "store.db")], check=True)


def test_a_database_url_opens_the_same_store(tmp_path: Path, make_reading) -> None:  # type: ignore[no-untyped-def]
    """A path and its URL are one place."""
    with open_store(tmp_path / "store.db") as opened:
        opened.articles.save(make_reading())
    with open_store(f"sqlite:///{tmp_path / 'store.db'}", create=False) as opened:
        assert opened.claims.count() == 3


def test_a_full_disk_changes_nothing(tmp_path: Path, make_reading) -> None:  # type: ignore[no-untyped-def]
    """Where an article does not fit, none of it is kept and the error says why."""
    path = tmp_path / "store.db"
    with open_store(path) as opened:
        opened.articles.save(make_reading())
        with opened._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
            connection.rollback()
        with pytest.raises(StoreError, match="disk is full"):
            opened.articles.save(make_reading(doc="b.txt", text="x" * 900_000, claims=()))
        assert [article.doc for article in opened.articles.select()] == ["a.txt"]


def test_a_read_only_store_says_so(tmp_path: Path, make_reading) -> None:  # type: ignore[no-untyped-def]
    """Writing to a read-only store is one plain line."""
    with open_store(tmp_path / "store.db") as opened:
        opened.articles.save(make_reading())
        with opened._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
            connection.rollback()
        with pytest.raises(StoreError, match="read-only"):
            opened.articles.save(make_reading(doc="b.txt", text="Another text.", claims=()))
        assert len(list(opened.claims.select(Filters()))) == 3


def test_a_store_on_a_disk_that_is_read_only_is_read(
    tmp_path: Path, make_reading, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    """SQLite makes files beside a store even to read it; here it can make none."""
    path = tmp_path / "a?b.db"
    with open_store(path) as opened:
        opened.articles.save(make_reading())
    before = path.read_bytes()
    monkeypatch.setattr("store.database.session.os.access", lambda *_: False)
    with open_store(path, create=False) as opened:
        assert opened.claims.count() == 3
        with pytest.raises(StoreError, match="read-only"):
            opened.articles.save(make_reading(doc="b.txt", text="Another text.", claims=()))
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} <= {path.name, f"{path.name}-turn"}


def test_a_session_that_the_server_ended_is_begun_anew(postgres, make_reading) -> None:  # type: ignore[no-untyped-def]
    """A server that was restarted while the store stood open costs nothing afterwards."""
    location = postgres.new()
    with open_store(location) as opened:
        opened.articles.save(make_reading())
        with create_engine(location, isolation_level="AUTOCOMMIT").connect() as other:
            other.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        assert opened.claims.count() == 3


@pytest.mark.parametrize("name", ["a?b.db", "a#b.db", "a%20b.db", "a b.db", "?", "ä&mode=ro.db"])
def test_a_file_of_any_name_is_the_store(tmp_path: Path, name: str) -> None:
    """A path is no part of a URL: nothing in it is taken for more than a name."""
    open_store(tmp_path / name).close()
    assert {file.name for file in tmp_path.iterdir()} == {name, f"{name}-turn"}
