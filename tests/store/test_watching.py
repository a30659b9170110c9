"""Lists of feeds, visits and marks of readers, as the store keeps them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from claims.errors import UsageError
from store import open_store
from store.records import Filters, VisitRecord


def test_a_list_keeps_its_feeds_once_and_in_order(tmp_path: Path) -> None:
    """Taking the last one off takes the list away."""
    with open_store(tmp_path / "a.db") as opened:
        watching = opened.watching
        assert watching.add("harbour", ["https://b.example/", "https://a.example/"]) == 2
        assert watching.add("harbour", ["https://b.example/"]) == 0
        assert watching.add("fares", ["https://b.example/"]) == 1
        assert len(watching.feeds()) == 3 and len(watching.feeds("harbour")) == 2
        with pytest.raises(UsageError, match="not on the list 'harbour'"):
            watching.remove("harbour", ["https://c.example/"])
        assert watching.remove("harbour") == 2
        with pytest.raises(UsageError, match="no list 'harbour' is watched"):
            watching.remove("harbour")
        assert [record.name for record in watching.feeds()] == ["fares"]


def test_a_later_visit_takes_the_place_of_the_former(tmp_path: Path) -> None:
    """Also within what is kept at once; times come back in UTC."""
    until = datetime(2026, 5, 4, 9, 20, tzinfo=UTC)
    with open_store(tmp_path / "a.db") as opened:
        watching = opened.watching
        first, last = (
            VisitRecord("https://a.example/", "1"),
            VisitRecord("https://a.example/", "2", mark="x"),
        )
        watching.keep_visits([first, last, VisitRecord("https://b.example", held_until=until)])
        watching.keep_visits([])
        kept = watching.visited()
    assert kept["https://a.example/"] == last
    assert kept["https://b.example"].held_until == until


def _numbers(opened: Any, reader: str = "sam", query: str = "") -> int:
    mark = opened.watching.unseen(reader, query)
    count = opened.claims.count(Filters(numbered=(mark.after, mark.until)))
    opened.watching.mark_seen(mark)
    return int(count)


def test_a_reader_sees_each_claim_once(tmp_path: Path, make_reading: Any) -> None:
    """Per query; saving the same article again makes nothing new."""
    with open_store(tmp_path / "a.db") as opened:
        assert _numbers(opened) == 0
        opened.articles.save(make_reading())
        assert _numbers(opened) == 3 and _numbers(opened) == 0
        assert _numbers(opened, query="speaker:Song") == 3
        opened.articles.save(make_reading(), again=True)
        assert _numbers(opened) == 0


def test_a_forgotten_claim_makes_no_later_one_seen(tmp_path: Path, make_reading: Any) -> None:
    """SQLite gives the numbers of deleted rows again."""
    with open_store(tmp_path / "a.db") as opened:
        opened.articles.save(make_reading())
        assert _numbers(opened) == 3
        with opened._engine.begin() as connection:
            for table in ("chainlink", "claim", "article"):
                connection.execute(text(f"DELETE FROM {table}"))
        opened.articles.save(make_reading(doc="b.txt", url="https://gazette.example/b"))
        assert _numbers(opened) == 3 and _numbers(opened) == 0
