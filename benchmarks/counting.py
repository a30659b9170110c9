"""What counting costs beside the database's own work: `audit` and the speakers, as command and page, each as a
ratio to bare SQL that gives the same rows.

    python -m benchmarks.made_news 3600 > made.jsonl
    onrecord add made.jsonl --store made.db
    python -m benchmarks.counting made.db

Processor time of this process, the least of several runs, so that others on the machine do not count; starting
Python, some 0.5 s, is left out.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cli.formats import tables
from cli.jobs.audit import audit_of
from cli.rows.audit import audit_row
from cli.rows.speakers import speaker_row
from store import open_store
from store.records import Filters
from store.store import Store

RUNS = 5
FROM = (
    "FROM claim c JOIN article a ON a.id = c.article_id "
    "LEFT JOIN speaker n ON n.id = coalesce(c.effective_speaker_id, c.speaker_id)"
)
LABEL = (
    "(SELECT min(p.label) FROM propositionclaim pc JOIN proposition p ON p.id = pc.proposition_id "
    "WHERE pc.claim_id = c.id AND pc.role = 'supports')"
)
AUDIT = (
    f"SELECT substr(a.published_key, 1, 10), a.id IN (SELECT article_id FROM copy), count(*) {FROM} "
    "WHERE NOT c.vanished GROUP BY 1, 2",
    f"SELECT a.outlet_id, n.kind, c.speaker_kind, c.anonymity, {LABEL}, count(*) {FROM} "
    "WHERE NOT c.vanished GROUP BY 1, 2, 3, 4, 5",
    f"SELECT n.canonical_id, count(*) {FROM} WHERE NOT c.vanished GROUP BY 1 ORDER BY 2 DESC LIMIT 10",
    "SELECT outlet_id, sum(CASE WHEN place <= 10 THEN n ELSE 0 END), sum(n) FROM (SELECT outlet_id, n, row_number() "
    f"OVER (PARTITION BY outlet_id ORDER BY n DESC) place FROM (SELECT a.outlet_id, count(*) n {FROM} "
    "WHERE NOT c.vanished GROUP BY a.outlet_id, n.canonical_id)) GROUP BY 1",
)
SPEAKERS = (
    "SELECT n.canonical_id, count(*), count(DISTINCT a.id), count(DISTINCT a.outlet_id), min(a.published_key), "
    f"max(a.published_key) {FROM} WHERE NOT c.vanished GROUP BY 1 ORDER BY 2 DESC",
)
ONE = (
    "SELECT c.id, c.quote, c.stance, a.published_key FROM claim c JOIN article a ON a.id = c.article_id "
    "WHERE NOT c.vanished AND c.speaker_id IN (SELECT id FROM speaker WHERE canonical_id = :id) "
    "ORDER BY a.published_key",
)


def least(run: Callable[[], Any]) -> float:
    """Milliseconds of processor time, the least of several runs; one before them is not counted."""
    run()
    spent = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return min(spent) * 1000


def bare(path: str, queries: Iterable[str], **values: str) -> float:
    """What the database takes for the same rows."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return least(lambda: [connection.execute(query, values).fetchall() for query in queries])


def measured(path: str, store: Store, client: Any) -> Iterable[tuple[str, float, float]]:
    """Each answer's name, what it takes and what bare SQL takes."""
    one = next(iter(store.speakers.select(Filters(), 1)))
    audit, speakers = bare(path, AUDIT), bare(path, SPEAKERS)
    record = bare(path, ONE, id=one.id)
    figures = least(lambda: audit_of(list(store.claims.audit())))
    yield "audit: the numbers", figures, audit
    yield "audit --jsonl", least(lambda: written(map(audit_row, store.claims.audit()))), audit
    yield "page /audit", least(lambda: client.get("/audit")), audit
    yield (
        "speakers --jsonl",
        least(lambda: written(map(speaker_row, store.speakers.select()))),
        speakers,
    )
    for address in ("/speakers", "/speakers.json", "/speakers.csv"):
        yield f"page {address}", least(lambda at=address: client.get(at)), speakers  # type: ignore[misc]
    yield (
        f"page /speakers/ID of {one.claims} claims",
        least(lambda: client.get(f"/speakers/{one.id}")),
        record,
    )


def written(rows: Iterable[Any]) -> None:
    """The rows as lines of JSON, nowhere."""
    StringIO().writelines(tables.lines(rows))


def main() -> None:
    """Print the table."""
    from starlette.testclient import TestClient

    from cli.web.app import application
    from cli.web.guard import Gate

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    path = parser.parse_args().store
    with (
        open_store(path, read_only=True) as store,
        TestClient(application(store, Gate()), base_url="http://localhost") as client,
    ):
        print(f"{store.claims.count():,} claims")
        for name, spent, sql in measured(path, store, client):
            print(f"{name:40} {spent:8.1f} ms  {spent / sql:6.2f} x {sql:.1f} ms of SQL")


if __name__ == "__main__":
    main()
