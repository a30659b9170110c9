"""Rows looked up by many keys at once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from store.database.among import rows_by_whole_key
from store.database.rows import insert_rows
from store.store import Store
from store.tables import SpeakerOutletRow
from store.tables.columns import table_of

SPEAKERS, OUTLETS = range(20), range(50)
_TABLE = table_of(SpeakerOutletRow)


def _full(store: Store) -> None:
    """Every speaker in every outlet."""
    rows = [
        {"speaker_id": f"s{speaker}", "outlet_id": f"o{outlet}", "articles": speaker * 100 + outlet}
        for speaker in SPEAKERS
        for outlet in OUTLETS
    ]
    with store._engine.begin() as raw:
        insert_rows(raw, SpeakerOutletRow, rows)


def test_a_row_is_found_by_its_whole_key_alone(store: Store) -> None:
    """Not by the first of one wanted key and the second of another; a key that nobody has finds nothing."""
    _full(store)
    speaker, outlet, articles = _TABLE.columns
    wanted = [("s3", "o7"), ("s4", "o9"), ("s19", "o49"), ("s3", "o50"), ("it's", '"o"')]
    with store._engine.connect() as raw:
        rows = rows_by_whole_key(raw, (speaker, outlet, articles), (speaker, outlet), wanted)
        none = rows_by_whole_key(raw, (articles,), (speaker, outlet), [])
    found = [("s19", "o49", 1949), ("s3", "o7", 307), ("s4", "o9", 409)]
    assert sorted(map(tuple, rows)) == found
    assert none == []


def test_each_whole_key_is_looked_up_in_the_index(store: Store) -> None:
    """And neither the table gone through nor all the outlets of a speaker."""
    _full(store)
    speaker, outlet, articles = _TABLE.columns
    asked: list[tuple[str, Any]] = []

    def keep(_: Any, __: Any, statement: str, given: Any, *___: Any) -> None:
        asked.append((statement, given))

    with store._engine.connect() as raw:
        event.listen(raw, "before_cursor_execute", keep)
        rows_by_whole_key(raw, (articles,), (speaker, outlet), [("s3", "o7"), ("s4", "o9")])
        statement, given = asked[-1]
        if raw.dialect.name == "sqlite":
            steps = [
                row[3] for row in raw.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
            ]
            wanted = "SEARCH speakeroutlet USING PRIMARY KEY (speaker_id=? AND outlet_id=?)"
            assert wanted in steps
            return
        for way in ("seqscan", "hashjoin", "mergejoin", "bitmapscan"):
            raw.exec_driver_sql(f"SET LOCAL enable_{way} = off")
        steps = [row[0] for row in raw.exec_driver_sql(f"EXPLAIN {statement}", given)]
        (condition,) = [step for step in steps if "Index Cond:" in step]
        assert "speaker_id" in condition
        assert "outlet_id" in condition
