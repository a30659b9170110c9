"""Damaged pages: one line and code 4 whatever is asked, doctor sees it, and what is readable is
saved."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims.errors import StoreError
from cli.main import main
from store.repair import recover
from store.store import open_store

ARTICLES = 24
COMMANDS = (
    ["list", "--json"], ["check", "--json"], ["speakers", "--json"], ["copies", "--json"], ["runs"],
    ["export", "--jsonl"], ["quality"], ["proposals"], ["list", "bridge"],
)  # fmt: skip


@pytest.fixture
def store_file(tmp_path: Path, make_reading) -> Path:  # type: ignore[no-untyped-def]
    path = tmp_path / "s.db"
    text = make_reading().article.text
    with open_store(path) as store:
        store.articles.save_many(
            [
                make_reading(
                    text=f"{text} {n} {' '.join(f'w{n}x{i}' for i in range(900))}", doc=f"{n}.txt"
                )
                for n in range(ARTICLES)
            ]
        )
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def _spoil(path: Path, seed: int, pages: int) -> None:
    """Overwrites some pages, as a bad disk does, but none that says what the others hold."""
    raw = bytearray(path.read_bytes())
    size = int.from_bytes(raw[16:18], "big")
    chance = random.Random(seed)
    schema = _pages_of_schema(path)
    for page in chance.sample([n for n in range(len(raw) // size) if n not in schema], pages):
        start = page * size + (0 if chance.random() < 0.5 else chance.randrange(size // 2))
        raw[start : (page + 1) * size] = chance.randbytes((page + 1) * size - start)
    path.write_bytes(raw)


def _pages_of_schema(path: Path) -> set[int]:
    """The first page and those that it leads to, by SQLite's file format."""
    raw = path.read_bytes()
    head, leads = raw[100:112], 5
    pages = {0}
    if head[0] == leads:
        pages.add(int.from_bytes(head[8:12], "big") - 1)
        for cell in range(int.from_bytes(head[3:5], "big")):
            at = int.from_bytes(raw[112 + 2 * cell : 114 + 2 * cell], "big")
            pages.add(int.from_bytes(raw[at : at + 4], "big") - 1)
    return pages


def test_a_store_that_does_not_say_what_its_pages_hold_is_one_line(
    store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of it can be read, and repairing says so and leaves it as it is."""
    raw = bytearray(store_file.read_bytes())
    size = int.from_bytes(raw[16:18], "big")
    (page, *_) = sorted(_pages_of_schema(store_file) - {0})
    raw[page * size : (page + 1) * size] = random.Random(1).randbytes(size)
    store_file.write_bytes(raw)
    for command in (["list", "--json"], ["doctor", "--repair"]):
        assert main([*command, "--store", str(store_file)]) == 4
        assert capsys.readouterr().err.count("\n") == 1
    assert store_file.read_bytes() == raw


@pytest.mark.parametrize("seed", range(3))
def test_damaged_pages_are_one_line_whatever_is_asked(
    seed: int, store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _spoil(store_file, seed, 12)
    for command in COMMANDS:
        code = main([*command, "--store", str(store_file)])
        said = capsys.readouterr().err
        assert "unexpected" not in said, (command, said)
        assert "Traceback" not in said
        assert code in (0, 4), (command, said)
    assert main(["doctor", "--store", str(store_file)]) == 4
    assert "is damaged" in capsys.readouterr().out


@pytest.mark.parametrize("seed", range(3))
def test_what_is_readable_is_saved(
    seed: int, store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _spoil(store_file, seed, 8)
    before = store_file.read_bytes()
    assert main(["doctor", "--repair", "--store", str(store_file)]) == 0
    assert "s.db.repaired" in capsys.readouterr().err
    assert store_file.read_bytes() == before
    new = store_file.with_name("s.db.repaired")
    with open_store(new, create=False) as store:
        articles = list(store.articles.select())
        claims = list(store.claims.select())
    assert len(articles) > ARTICLES / 2
    assert {claim.article_id for claim in claims} <= {article.id for article in articles}
    for command in COMMANDS:
        assert main([*command, "--store", str(new)]) == 0, capsys.readouterr().err
    assert main(["doctor", "--store", str(new)]) in (0, 5)


def test_of_a_whole_store_everything_is_saved(store_file: Path) -> None:
    recovered = recover(store_file)
    assert not recovered.lost
    with open_store(store_file) as old, open_store(recovered.file) as new:
        assert list(new.claims.select()) == list(old.claims.select())
        assert [a.text for a in new.articles.select()] == [a.text for a in old.articles.select()]
    assert recover(store_file).file.name == "s.db.repaired-2"


def test_an_article_that_lost_claims_is_completed_where_it_is_added_again(
    store_file: Path, make_reading
) -> None:  # type: ignore[no-untyped-def]
    with closing(sqlite3.connect(store_file)) as raw, raw:
        raw.execute("UPDATE claim SET content = '[[' WHERE number IN (2, 7)")
    recovered = recover(store_file)
    assert recovered.lost["claim"] == 2
    with open_store(recovered.file) as store:
        readings = [
            make_reading(text=article.text, doc=article.doc) for article in store.articles.select()
        ]
        assert not any(store.articles.unchanged(reading.article) for reading in readings)
        results = store.articles.save_many(readings)
        assert {result.status for result in results} == {"redetected"}
        assert store.claims.count() == 3 * ARTICLES
        assert all(store.articles.unchanged(reading.article) for reading in readings)
    assert main(["verify", "--store", str(recovered.file)]) == 0


def test_a_row_that_makes_no_sense_is_a_store_error(store_file: Path) -> None:
    with closing(sqlite3.connect(store_file)) as raw, raw:
        raw.execute("UPDATE claim SET content = '[[' WHERE number = 3")
    with open_store(store_file) as store, pytest.raises(StoreError, match="makes no sense"):
        list(store.claims.select())
    assert recover(store_file).lost == {"claim": 1}


def test_nothing_is_done_to_a_whole_store(
    store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", "--repair", "--store", str(store_file)]) == 2
    assert "is whole" in capsys.readouterr().err
    assert main(["doctor", "--store", str(store_file), "--json"]) in (0, 5)
    assert json.loads(capsys.readouterr().out)


def test_a_file_without_a_readable_page_is_said(
    store_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = bytearray(store_file.read_bytes())
    raw[100:] = b"\xff" * (len(raw) - 100)
    store_file.write_bytes(raw)
    assert main(["list", "--store", str(store_file)]) == 4
    assert main(["doctor", "--repair", "--store", str(store_file)]) == 4
    said = capsys.readouterr().err
    assert "nothing of it can be read" in said
    assert not store_file.with_name("s.db.repaired").exists()
